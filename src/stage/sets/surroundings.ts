import { clamp, random, type SetSpec, smoothstep, type Vec3 } from '../../film'
import { blend, box, ellipsoid, lathe, type MeshBatch, paint, shade } from '../geometry'
import { buildProp } from '../props'
import { fbm2 } from './noise'
import { surfacePaint, WALL_THICKNESS_M } from './room-shell'
import { FACADES, farTree, houses, type Scenery, scatter, terrain, tower } from './scenery'
import { byTheLake, overTheRiver } from './scenery-by-water'
import { byTheRailway } from './scenery-railway'
import { waterSheet } from './water'

const grassy = (hex: string, second: string) => (x: number, z: number, away: number) => ({
  p: blend(paint(hex, 'grass'), paint(second, 'grass'), clamp(0.5 + 0.9 * fbm2(x * 0.02, z * 0.02), 0, 1)),
  tone: 1 + 0.18 * fbm2(x * 0.09 + away, z * 0.09),
})
/** Low hills that begin some way off. */
const rolling = (start: number, high: number, grain: number) => (x: number, z: number, away: number) =>
  smoothstep(start, start + 120, away) * high * (0.55 + 0.75 * fbm2(x * grain, z * grain)) +
  smoothstep(1, 30, away) * 0.35 * fbm2(x * 0.08, z * 0.08)
/** A road along z that reaches the place's edge: its middle and width, metres. */
function roadOf({ set }: Scenery): { readonly x: number; readonly width: number; readonly colour: string } | undefined {
  const p = set.interior ? undefined : set.placements.find((q) => q.prop === 'zone-road' && q.size[2] >= set.depthM)
  return p && { x: p.position[0], width: p.size[0], colour: p.colour ?? '#66645e' }
}
/** The same road to both ends of the view, with its hedge and its telegraph poles; wires would be finer than a pixel. */
function roadGoesOn(s: Scenery, road: { readonly x: number; readonly width: number; readonly colour: string }): void {
  const { b, hz, y } = s
  const long = 150
  const poles = s.set.placements.filter((p) => p.prop === 'telegraph-pole')
  const hedge = s.set.placements.find((p) => p.prop === 'hedge')
  for (const end of [-1, 1]) {
    b.use(paint(road.colour, 'asphalt', 0.85))
    box(b, [road.x, y - 0.1, end * (hz + long / 2)], [road.width, 0.13, long])
    for (let i = 0; i < 7 && poles[0]; i++) {
      const { position, size } = poles[0]
      b.at([position[0], y, end * (26 + i * 13)], () => buildProp('telegraph-pole', size, { seed: i }, b))
    }
    for (let i = 0; i < 8 && hedge; i++) {
      const lump: Vec3 = [hedge.position[0] + s.rnd.range(-0.3, 0.3), y + 0.5, end * (hz + 3 + i * 6)]
      b.use(shade(paint('#56663a', 'foliage'), s.rnd.range(0.85, 1.15)))
      ellipsoid(b, lump, [0.9, 0.9, 3.6], 9, 6, 0.18)
    }
  }
}
/** Dust to a near horizon, old craters, mountains worn round, and the earth above them. */
function aloneOnDust(s: Scenery): void {
  const dust = surfacePaint(s.set.floor)
  const bowls = Array.from({ length: 26 }, () => ({
    x: s.rnd.range(-170, 170),
    z: s.rnd.range(-170, 170),
    r: s.rnd.range(5, 26),
  }))
  const height = (x: number, z: number, away: number): number => {
    let y =
      smoothstep(0, 40, away) * 1.8 * fbm2(x * 0.03, z * 0.03) +
      smoothstep(90, 260, away) * 34 * Math.max(0, 0.25 + fbm2(x * 0.009, z * 0.009))
    for (const c of bowls) {
      const d = Math.hypot(x - c.x, z - c.z) / c.r
      if (d < 1.5) y += smoothstep(2, 30, away) * c.r * 0.16 * (d < 1 ? d * d * 1.4 - 0.9 : 0.5 * (1 - smoothstep(1, 1.5, d)))
    }
    return y - 0.01
  }
  terrain(s, height, (x, z) => ({ p: dust, tone: 1 + 0.16 * fbm2(x * 0.06, z * 0.06) }))
  scatter(s, 60, 3, 60, (x, z, away) => {
    const r = s.rnd.range(0.2, 1.4)
    s.b.at([x, s.y + height(x, z, away) - 0.1, z], () =>
      buildProp('rock', [r * 1.4, r, r * 1.2], { colour: '#5d5a56', seed: s.rnd.int(1, 1e6) }, s.b),
    )
  })
  const earth: Vec3 = [-120, 150, -300]
  s.b.use(paint('#4a78a8', 'plain', 0.7))
  ellipsoid(s.b, earth, [17, 17, 17], 36, 24)
  for (let i = 0; i < 9; i++) {
    const a = i * 2.4 + s.rnd.next()
    const e = s.rnd.range(-0.9, 0.9)
    const n: Vec3 = [Math.cos(a) * Math.cos(e), Math.sin(e), Math.sin(a) * Math.cos(e)]
    s.b.use(paint(i % 3 ? '#dfe4e6' : '#7a8a58', 'plain', 0.9))
    ellipsoid(s.b, [earth[0] + n[0] * 13.2, earth[1] + n[1] * 13.2, earth[2] + n[2] * 13.2], [6.2, 3.4, 6.2], 12, 8, 0.3)
  }
}
const BUILDERS: Readonly<Record<SetSpec['surroundings'], (s: Scenery) => void>> = {
  none: () => {},
  plain: (s) => {
    const ground = surfacePaint(s.set.floor)
    terrain(
      s,
      () => -0.01,
      (x, z) => ({ p: ground, tone: 1 + 0.1 * fbm2(x * 0.03, z * 0.03) }),
    )
  },
  street: (s) => {
    terrain(
      s,
      () => -0.02,
      () => ({ p: paint('#6a6862', 'asphalt'), tone: 1 }),
    )
    if (s.set.interior) houses(s, 11, [8, 13], 0.5)
    else {
      // the rows beside the street go on beyond its ends, and close the view
      for (const end of [-1, 1])
        for (const side of [-1, 1]) {
          let z = s.hz
          for (let i = 0; i < 4; i++) {
            const w = s.rnd.range(7, 11)
            s.b.at(
              [side * (s.hx + 4.5), s.y, end * (z + w / 2)],
              () =>
                buildProp(
                  i < 2 && s.rnd.chance(0.5) ? 'shopfront' : i < 2 ? 'building' : 'far-building',
                  [w, s.rnd.range(8, 13), 9],
                  { colour: s.rnd.pick(FACADES), accent: s.rnd.pick(['#5a6650', '#7a4a3c', '#4f6068']), seed: s.rnd.int(1, 1e6) },
                  s.b,
                ),
              (-side * Math.PI) / 2,
            )
            z += w
          }
          for (let i = 0; i < 3; i++) farTree(s, side * (s.hx - 3.4), s.y, end * (s.hz + 6 + i * 11), s.rnd.range(6, 8), false)
        }
      for (const end of [-1, 1])
        for (let i = -3; i <= 3; i++) {
          s.b.at(
            [i * 10 + s.rnd.range(-1, 1), s.y, end * (s.hz + 52)],
            () => buildProp('far-building', [10, s.rnd.range(9, 15), 9], { colour: s.rnd.pick(FACADES), seed: s.rnd.int(1, 1e6) }, s.b),
            end < 0 ? 0 : Math.PI,
          )
        }
      for (let i = 0; i < 14; i++) {
        const end = i % 2 ? 1 : -1
        tower(s, s.rnd.range(-90, 90), end * s.rnd.range(120, 190), s.rnd.range(14, 24), s.rnd.range(22, 55), s.rnd.range(14, 22), s.y)
      }
    }
  },
  suburb: (s) => {
    terrain(s, rolling(60, 14, 0.012), grassy('#66703f', '#737a45'))
    scatter(s, 9, 13, 22, (x, z) => {
      const yaw = Math.atan2(-x, -z)
      s.b.at(
        [x, s.y, z],
        () =>
          buildProp(
            'house',
            [s.rnd.range(8, 11), s.rnd.range(6, 7.5), 8],
            {
              colour: s.rnd.pick(['#b5a58c', '#a9977c', '#9aa39c', '#a8826a']),
              accent: s.rnd.pick(['#7a4436', '#5a5450', '#6a5a4a']),
              seed: s.rnd.int(1, 1e6),
            },
            s.b,
          ),
        Math.round(yaw / (Math.PI / 2)) * (Math.PI / 2),
      )
    })
    scatter(s, 12, 4, 9, (x, z) =>
      s.b.at(
        [x, s.y, z],
        () => buildProp(s.rnd.chance(0.5) ? 'bush' : 'hedge', [2, 1.1, 0.9], { seed: s.rnd.int(1, 1e6) }, s.b),
        s.rnd.range(0, 3),
      ),
    )
    scatter(s, 40, 8, 120, (x, z, away) => farTree(s, x, s.y + rolling(60, 14, 0.012)(x, z, away), z, s.rnd.range(5, 9), s.rnd.chance(0.2)))
  },
  fields: (s) => {
    const far = rolling(70, 22, 0.009)
    const road = roadOf(s)
    // Level where a road goes on, until the hills close the view.
    const height = (x: number, z: number, away: number) =>
      far(x, z, away) * (road === undefined ? 1 : Math.max(smoothstep(8, 40, Math.abs(x - road.x)), smoothstep(120, 220, away)))
    if (road) roadGoesOn(s, road)
    terrain(s, height, (x, z, away) => {
      const strip = Math.floor((x * 0.8 + z * 0.35) / 38) + Math.floor((z * 0.8 - x * 0.2) / 55) * 7
      const hues = ['#6d7440', '#8d8447', '#7a7a42', '#a08c50', '#646c3c', '#7d6a48']
      return { p: paint(away < 14 ? '#6b7041' : hues[((strip % 6) + 6) % 6]!, 'grass'), tone: 1 + 0.14 * fbm2(x * 0.07, z * 0.07) }
    })
    scatter(s, 46, 12, 150, (x, z, away) => {
      if (road && Math.abs(x - road.x) < road.width + 2) return
      farTree(s, x, s.y + height(x, z, away), z, s.rnd.range(5, 9.5), false)
    })
    for (let row = 0; row < 5; row++) {
      const a = row * 1.3 + 0.4
      for (let i = 0; i < 14; i++) {
        const away = 40 + row * 14
        const x = Math.cos(a) * (s.hx + away) - Math.sin(a) * (i - 7) * 6
        const z = Math.sin(a) * (s.hz + away) + Math.cos(a) * (i - 7) * 6
        const green = paint('#5a683a', 'foliage')
        s.b.use(shade(green, s.rnd.range(0.8, 1.15)))
        if (road && Math.abs(x - road.x) < road.width + 4) continue
        ellipsoid(s.b, [x, s.y + height(x, z, away) + 0.8, z], [3.4, 1.5, 2.2], 8, 5, 0.15)
      }
    }
    const barnAt: Vec3 = [-(s.hx + 55), s.y + height(-(s.hx + 55), -30, 55), -30]
    s.b.at(barnAt, () => buildProp('barn', [9, 7, 12], { colour: '#84423a', accent: '#b9ae98', seed: 3 }, s.b), 0.8)
    if (s.set.interior)
      for (let i = -3; i <= 3; i++)
        s.b.at([i * 3, s.y, -(s.hz + 9)], () => buildProp('fence', [3, 1.1, 0.14], { colour: '#7d6b54', seed: i + 9 }, s.b))
  },
  forest: (s) => {
    terrain(s, rolling(40, 16, 0.014), (x, z) => ({
      p: blend(paint('#57543a', 'grass'), paint('#625a3c', 'sand'), clamp(0.5 + fbm2(x * 0.05, z * 0.05), 0, 1)),
      tone: 1,
    }))
    scatter(s, 120, 1.5, 60, (x, z, away) =>
      farTree(s, x, s.y + rolling(40, 16, 0.014)(x, z, away), z, s.rnd.range(7, 13), s.rnd.chance(0.65)),
    )
    scatter(s, 60, 55, 120, (x, z, away) => farTree(s, x, s.y + rolling(40, 16, 0.014)(x, z, away), z, s.rnd.range(10, 16), true))
  },
  sea: (s) => {
    const { b, hx, hz, y } = s
    const out = (z: number) => smoothstep(hz * 0.2, hz + 4, -z)
    terrain(
      s,
      (x, z, away) =>
        -z > hz * 0.5 ? -0.35 - 2.2 * smoothstep(0, 9, away) * out(z) : smoothstep(8, 60, away) * (5 + 6 * fbm2(x * 0.02, z * 0.02)),
      (x, z, away) => ({
        p:
          -z > hz * 0.5
            ? paint('#8f8062', 'sand')
            : away < 8
              ? surfacePaint(s.set.floor)
              : blend(paint('#8a8058', 'grass'), paint('#6d7046', 'grass'), clamp(0.5 + fbm2(x * 0.05, z * 0.05), 0, 1)),
        tone: 1,
      }),
    )
    const keep = b.groundShade
    b.groundShade = 0
    const near = -hz - 0.3
    waterSheet(s, {
      rows: [0, 1, 2.2, 4, 7, 12, 20, 35, 60, 110, 200, 330],
      half: hx + 30,
      grows: 1.7,
      level: -0.28,
      place: (along, away) => [along, near - away],
    })
    b.use(paint('#c4c8c0', 'plain', 0.5))
    for (let i = 0; i < 26; i++) {
      const x = s.rnd.range(-1, 1) * (hx + 30)
      const z = near - s.rnd.range(0.2, 9)
      b.at([x, y - 0.265, z], () => box(b, [0, 0, 0], [s.rnd.range(1.5, 5), 0.02, s.rnd.range(0.06, 0.16)]), s.rnd.range(-0.15, 0.15))
    }
    for (const [x, w, h] of [
      [-150, 110, 26],
      [170, 80, 18],
    ] as const) {
      b.use(paint('#6f7a78', 'stone'))
      ellipsoid(b, [x, y - 2, -280], [w, h, 40], 18, 8, 0.18)
    }
    b.at([-60, y - 0.3, -130], () => buildProp('fishing-boat', [3.2, 4.6, 9], { colour: '#7a4a3c', seed: 4 }, b), 1.2)
    b.groundShade = keep
  },
  lake: byTheLake,
  river: overTheRiver,
  railway: byTheRailway,
  skyline: (s) => {
    const low = s.y - 16
    terrain(
      { ...s, y: low },
      () => 0,
      () => ({ p: paint('#55534f', 'asphalt'), tone: 1 }),
    )
    scatter(s, 26, 9, 40, (x, z) => {
      const h = s.rnd.range(8, 19)
      tower(s, x, z, s.rnd.range(9, 15), h, s.rnd.range(9, 14), low)
    })
    scatter(s, 22, 60, 200, (x, z) => tower(s, x, z, s.rnd.range(14, 26), s.rnd.range(30, 80), s.rnd.range(14, 26), low))
  },
  hills: (s) => {
    const height = (x: number, z: number, away: number) =>
      rolling(30, 30, 0.008)(x, z, away) + smoothstep(110, 300, away) * 70 * Math.max(0, 0.35 + fbm2(x * 0.006 + 3, z * 0.006))
    terrain(s, height, (x, z, away) => ({
      p: blend(paint('#6a7042', 'grass'), paint('#7f7c74', 'stone'), smoothstep(24, 62, height(x, z, away)) * 0.9),
      tone: 1 + 0.2 * fbm2(x * 0.05, z * 0.05),
    }))
    scatter(s, 60, 10, 140, (x, z, away) => farTree(s, x, s.y + height(x, z, away), z, s.rnd.range(5, 10), s.rnd.chance(0.5)))
    scatter(s, 14, 5, 30, (x, z, away) =>
      s.b.at(
        [x, s.y + height(x, z, away), z],
        () => buildProp('rock', [2.2, 1.5, 1.8], { seed: s.rnd.int(1, 1e6) }, s.b),
        s.rnd.range(0, 6),
      ),
    )
  },
  desert: (s) => {
    const height = (x: number, z: number, away: number) => smoothstep(6, 60, away) * 5 * (0.4 + Math.abs(fbm2(x * 0.02, z * 0.035)))
    terrain(s, height, (x, z) => ({
      p: blend(paint('#b0905f', 'sand'), paint('#a07a52', 'sand'), clamp(0.5 + fbm2(x * 0.02, z * 0.02), 0, 1)),
      tone: 1 + 0.1 * fbm2(x * 0.1, z * 0.1),
    }))
    scatter(s, 7, 90, 200, (x, z) => {
      s.b.use(paint(s.rnd.pick(['#96684a', '#8d5f46', '#a07454']), 'stone'))
      const r = s.rnd.range(14, 34)
      const h = s.rnd.range(18, 46)
      lathe(
        s.b,
        [x, s.y - 1, z],
        [
          [r * 1.5, 0],
          [r * 1.15, h * 0.3],
          [r * 1.0, h * 0.34],
          [r * 0.94, h * 0.9],
          [r * 0.86, h],
        ],
        13,
        s.rnd.range(0.7, 1.2),
      )
    })
    scatter(s, 26, 4, 70, (x, z, away) =>
      s.b.at(
        [x, s.y + height(x, z, away), z],
        () =>
          buildProp(
            s.rnd.chance(0.4) ? 'cactus' : 'rock',
            s.rnd.chance(0.5) ? [0.9, 2.6, 0.7] : [1.6, 1.1, 1.3],
            { seed: s.rnd.int(1, 1e6) },
            s.b,
          ),
        s.rnd.range(0, 6),
      ),
    )
  },
  space: (s) => {
    if (!s.set.interior) {
      aloneOnDust(s)
      return
    }
    // a planet's limb below, and a moon
    s.b.use(paint('#7a6a58', 'sand', 0.95))
    ellipsoid(s.b, [-40, -190, -150], [170, 170, 170], 40, 26)
    s.b.use(paint('#8d9094', 'stone', 0.95))
    ellipsoid(s.b, [130, 60, 190], [14, 14, 14], 24, 16)
  },
  courtyard: (s) => {
    terrain(
      s,
      () => 0,
      () => ({ p: paint('#857d70', 'stone'), tone: 1 }),
    )
    houses(s, s.set.interior ? 7 : 2.5, [8, 12], 0)
    scatter(s, 6, 2.5, 5, (x, z) => s.b.at([x, s.y, z], () => buildProp('tree', [0.7, 5.5, 0.7], { seed: s.rnd.int(1, 1e6) }, s.b)))
  },
}

/** What is seen beyond the set, out to the fog. */
export function buildSurroundings(b: MeshBatch, set: SetSpec): void {
  const margin = set.interior ? WALL_THICKNESS_M + 0.02 : 0
  const keep = { glow: b.glowKey, ground: b.groundShade }
  b.glowKey = 'window-lights'
  b.groundShade = 0
  BUILDERS[set.surroundings]({
    b,
    set,
    rnd: random(`${set.key}/surroundings`),
    hx: set.widthM / 2 + margin,
    hz: set.depthM / 2 + margin,
    y: set.interior ? -0.35 : 0,
  })
  b.glowKey = keep.glow
  b.groundShade = keep.ground
}
