import { clamp, smoothstep } from '../../film'
import { blend, box, boxBetween, ellipsoid, paint, shade } from '../geometry'
import { buildProp } from '../props'
import { fbm2 } from './noise'
import { surfacePaint } from './room-shell'
import { FACADES, farTree, type Scenery, scatter, terrain } from './scenery'
import { waterSheet } from './water'

/** How far the water of a river lies under its bridge, metres. */
const RIVER_DOWN_M = 3.2
/** How far each bank reaches in from its end of the bridge, metres. */
const BANK_M = 9

/** A lake or a slow river beyond the north edge: reeds, a far bank with trees, hills behind it. */
export function byTheLake(s: Scenery): void {
  const { b, hx, hz, y } = s
  const far = hz + 58
  const wet = (z: number) => smoothstep(hz - 0.6, hz + 2.5, -z) * (1 - smoothstep(far - 4, far + 3, -z))
  const height = (x: number, z: number, away: number) =>
    -2.4 * wet(z) * smoothstep(0, 6, away) -
    0.3 * wet(z) +
    (1 - wet(z)) * smoothstep(14, 150, away) * (14 * Math.max(0, 0.4 + fbm2(x * 0.011, z * 0.011)) + 12 * smoothstep(60, 240, -z - far))
  const grass = paint('#69713f', 'grass')
  const second = paint('#78794a', 'grass')
  terrain(s, height, (x, z, away) => ({
    p: -z > hz - 0.4 && -z < far + 2 ? paint('#857758', 'sand') : blend(grass, second, clamp(0.5 + fbm2(x * 0.03, z * 0.03), 0, 1)),
    tone: 1 + 0.14 * fbm2(x * 0.08 + away, z * 0.08),
  }))
  const keep = b.groundShade
  b.groundShade = 0
  waterSheet(s, {
    rows: [0, 1, 2.2, 4, 7, 12, 20, 32, 46, 58, 62],
    half: hx + 60,
    grows: 2.2,
    level: -0.28,
    place: (along, away) => [along, -hz - 0.3 - away],
    deep: '#3d565a',
    lip: '#74827a',
  })
  b.groundShade = keep
  // The far bank, and reeds on this side.
  for (let i = 0; i < 54; i++) {
    const x = (i / 53 - 0.5) * 2 * (hx + 120) + s.rnd.range(-2, 2)
    farTree(s, x, y + 0.2, -far - 4 - s.rnd.range(0, 16), s.rnd.range(7, 13), s.rnd.chance(0.35))
  }
  for (let i = 0; i < 60; i++) {
    const x = s.rnd.range(-1, 1) * (hx + 14)
    if (Math.abs(x) < hx * 0.45) continue
    b.at([x, y - 0.3, -hz - s.rnd.range(0.2, 2.4)], () => buildProp('reeds', [0.7, s.rnd.range(1, 1.7), 0.7], { seed: i + 1 }, b))
  }
  scatter(s, 46, 6, 120, (x, z, away) => {
    if (-z > hz - 4) return
    farTree(s, x, y + height(x, z, away), z, s.rnd.range(6, 11), s.rnd.chance(0.3))
  })
}

/** A river under a bridge along z: its water to both sides, piers under the deck, banks with trees and houses. */
export function overTheRiver(s: Scenery): void {
  const { b, hx, hz, y, rnd } = s
  // Banks rise to the ends of the bridge; the river widens away from it.
  const wider = (x: number) => 0.3 * Math.max(0, Math.abs(x) - hx)
  const land = (x: number, z: number) => smoothstep(hz - BANK_M, hz - 1, Math.abs(z) - wider(x))
  const height = (x: number, z: number, away: number) =>
    -(RIVER_DOWN_M + 1.6) * (1 - land(x, z)) -
    0.02 +
    land(x, z) * smoothstep(10, 160, away) * 12 * Math.max(0, 0.3 + fbm2(x * 0.012, z * 0.012))
  const grass = paint('#67703f', 'grass')
  terrain(s, height, (x, z) => ({
    p: blend(paint('#7d7058', 'sand'), grass, land(x, z)),
    tone: 1 + 0.16 * fbm2(x * 0.06, z * 0.06),
  }))
  const keep = b.groundShade
  b.groundShade = 0
  const half = hz - BANK_M * 0.45
  for (const side of [-1, 1])
    waterSheet(s, {
      rows: [-hx - 1, 2, 5, 10, 18, 30, 50, 80, 130, 200, 300],
      half,
      grows: 0.3,
      level: -RIVER_DOWN_M,
      // Seen from above on both sides: the sheet runs the other way on the one.
      place: (along, away) => [side * (hx + away), side * along],
      lip: '#3f5a5e',
    })
  b.groundShade = keep
  // What carries the deck: piers in the water, and its sides.
  const stone = surfacePaint(s.set.floor)
  const steel = s.set.placements.some((p) => p.prop === 'truss')
  for (const side of [-1, 1]) {
    b.use(steel ? paint('#55625d', 'metal', 0.7) : shade(stone, 0.9))
    boxBetween(b, [Math.min(side * hx, side * (hx + 0.3)), y - (steel ? 0.9 : 1.3), -hz], [Math.max(side * hx, side * (hx + 0.3)), y, hz])
  }
  for (const z of [-0.36, 0, 0.36]) {
    b.use(shade(stone, 0.8))
    box(b, [0, y - RIVER_DOWN_M - 1.6, z * 2 * hz], [2 * hx + 1.6, RIVER_DOWN_M + 1.5, 2.4], 0.2)
  }
  // The way goes on at both ends.
  const road = s.set.placements.find((p) => p.prop === 'zone-road')
  const track = s.set.placements.find((p) => p.prop === 'rail-track')
  for (const end of [-1, 1]) {
    if (track)
      b.at([track.position[0], y - 0.25, end * (hz + 50)], () =>
        buildProp('rail-track', [track.size[0], track.size[1], 100], { seed: 5 }, b),
      )
    else {
      b.use(road ? paint(road.colour ?? '#5a5a5c', 'asphalt', 0.85) : stone)
      box(b, [0, y - 0.1, end * (hz + 45)], [road?.size[0] ?? hx * 1.5, 0.12, 90])
    }
    for (let i = 0; i < 9; i++) {
      const x = (i - 4) * 15 + rnd.range(-4, 4)
      if (Math.abs(x) < hx + 4) continue
      if (!track && rnd.chance(0.5))
        b.at(
          [x, y, end * (hz + 34 + rnd.range(0, 16))],
          () => buildProp('far-building', [rnd.range(9, 13), rnd.range(7, 12), 9], { colour: rnd.pick(FACADES), seed: rnd.int(1, 1e6) }, b),
          end < 0 ? 0 : Math.PI,
        )
      else farTree(s, x, y, end * (hz + 8 + rnd.range(0, 14)), rnd.range(7, 11), rnd.chance(0.2))
    }
  }
  scatter(s, 70, 12, 150, (x, z, away) => {
    if (land(x, z) < 0.95 || Math.abs(x) < hx + 3) return
    farTree(s, x, y + height(x, z, away), z, rnd.range(6, 11), rnd.chance(0.2))
  })
  for (const [x, z, w, h] of [
    [-190, -120, 90, 24],
    [210, 60, 110, 30],
    [-200, 110, 100, 20],
  ] as const) {
    b.use(paint('#6d7660', 'foliage'))
    ellipsoid(b, [x, y - 4, z], [w, h, 60], 18, 8, 0.15)
  }
}
