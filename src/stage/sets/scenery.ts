import type { Random, SetSpec, Vec3 } from '../../film'
import { box, ellipsoid, glowPaint, lathe, type MeshBatch, type Paint, paint, rod, shade } from '../geometry'
import { buildProp } from '../props'

/** What surroundings are drawn with. */
export interface Scenery {
  readonly b: MeshBatch
  readonly set: SetSpec
  readonly rnd: Random
  /** Half sizes of what must stay free, metres. */
  readonly hx: number
  readonly hz: number
  /** Height of the ground. */
  readonly y: number
}

/** Colours of house fronts. */
export const FACADES = ['#9a6a55', '#b09a78', '#8d8a80', '#a88468', '#7f8a88', '#b5a58c', '#94705a', '#7c8578']
/** Ground from the edge of the set to the fog: rings that widen outwards. */
export function terrain(
  s: Scenery,
  height: (x: number, z: number, away: number) => number,
  colour: (x: number, z: number, away: number) => { p: Paint; tone: number },
  farM = 320,
): void {
  const { b } = s
  const keep = { variation: b.variation, ground: b.groundShade }
  b.variation = 0
  b.groundShade = 0
  const rings = 20
  const around = 72
  const ids: number[][] = []
  b.use(colour(s.hx + 20, 0, 20).p).begin()
  for (let r = 0; r <= rings; r++) {
    const away = farM * (r / rings) ** 2.3
    const row: number[] = []
    for (let k = 0; k <= around; k++) {
      const a = (k / around) * Math.PI * 2
      const c = Math.cos(a)
      const q = Math.sin(a)
      const m = Math.max(Math.abs(c) / s.hx, Math.abs(q) / s.hz)
      const edge: readonly [number, number] = [c / m, q / m]
      const x = edge[0] + c * away
      const z = edge[1] + q * away
      const e = Math.max(0.5, away * 0.05)
      const y = height(x, z, away)
      const dx = (height(x + e, z, away) - height(x - e, z, away)) / (2 * e)
      const dz = (height(x, z + e, away) - height(x, z - e, away)) / (2 * e)
      const look = colour(x, z, away)
      row.push(b.vertex([x, s.y + y, z], [-dx, 1, -dz], x, z, look.tone, look.p.colour))
    }
    ids.push(row)
  }
  for (let r = 0; r < rings; r++)
    for (let k = 0; k < around; k++) b.face(ids[r]![k]!, ids[r]![k + 1]!, ids[r + 1]![k + 1]!, ids[r + 1]![k]!)
  b.variation = keep.variation
  b.groundShade = keep.ground
}

/** A tree for the distance: trunk and a few leafy masses. */
export function farTree(s: Pick<Scenery, 'b' | 'rnd'>, x: number, y: number, z: number, h: number, conifer: boolean): void {
  const { b, rnd } = s
  b.use(paint('#54463a', 'bark'))
  rod(b, [x, y - 0.3, z], [x, y + h * 0.5, z], h * 0.03, { top: h * 0.02, sides: 5 })
  if (conifer) {
    const green = shade(paint('#42543a', 'foliage'), rnd.range(0.75, 1.15))
    for (let i = 0; i < 4; i++) {
      b.use(shade(green, 0.8 + 0.12 * i))
      lathe(
        b,
        [x, y + h * (0.16 + 0.2 * i), z],
        [
          [h * (0.2 - 0.042 * i), 0],
          [h * 0.05 * (1 - i / 5), h * 0.2],
          [0.02, h * 0.27],
        ],
        7,
      )
    }
    return
  }
  const green = shade(paint(rnd.pick(['#5f7038', '#6b7a3c', '#55663a', '#727a40']), 'foliage'), rnd.range(0.8, 1.1))
  for (let i = 0; i < 4; i++) {
    b.use(shade(green, rnd.range(0.85, 1.15)))
    const a = i * 1.9 + rnd.next()
    const r = i === 0 ? 0 : h * 0.17
    const k = h * rnd.range(0.2, 0.27) * (i === 0 ? 1.1 : 0.85)
    ellipsoid(b, [x + Math.cos(a) * r, y + h * (i === 0 ? 0.76 : rnd.range(0.5, 0.68)), z + Math.sin(a) * r], [k, k * 0.85, k], 8, 6, 0.16)
  }
}

/** Places round the set between two distances, outside of `clear`. */
export function scatter(s: Scenery, count: number, near: number, far: number, draw: (x: number, z: number, away: number) => void): void {
  for (let i = 0; i < count; i++) {
    const a = (i / count) * Math.PI * 2 + s.rnd.range(-0.5, 0.5) * ((Math.PI * 2) / count)
    const away = near + (far - near) * s.rnd.next() ** 1.5
    const c = Math.cos(a)
    const q = Math.sin(a)
    const m = Math.max(Math.abs(c) / s.hx, Math.abs(q) / s.hz)
    draw(c / m + c * away, q / m + q * away, away)
  }
}

/** A house row at a distance on each side that is looked at. */
export function houses(s: Scenery, gap: number, height: readonly [number, number], shops: number): void {
  const { b, rnd } = s
  for (const [side, yaw] of [
    ['north', 0],
    ['south', Math.PI],
    ['east', -Math.PI / 2],
    ['west', Math.PI / 2],
  ] as const) {
    if (s.set.interior && !s.set.openings.some((o) => o.kind === 'window' && o.wall === side)) continue
    const lengthways = side === 'east' || side === 'west'
    const total = (lengthways ? s.hz : s.hx) + gap + 14
    const edge = (lengthways ? s.hx : s.hz) + gap
    let t = -total
    while (t < total) {
      const w = rnd.range(7, 12)
      const h = rnd.range(...height)
      const out = edge + 4.5
      const m = t + w / 2
      const at: Vec3 =
        side === 'north' ? [m, s.y, -out] : side === 'south' ? [m, s.y, out] : side === 'east' ? [out, s.y, m] : [-out, s.y, m]
      b.at(
        at,
        () =>
          buildProp(
            rnd.chance(shops) ? 'shopfront' : 'building',
            [w, h, 9],
            { colour: rnd.pick(FACADES), accent: rnd.pick(['#5a6650', '#7a4a3c', '#4f6068', '#8a6a44']), seed: rnd.int(1, 1e6) },
            b,
          ),
        yaw,
      )
      t += w + (rnd.chance(0.2) ? 2.2 : 0)
    }
  }
}

/** A tall block for the skyline: body, bands of windows, some of them lit. */
export function tower(s: Pick<Scenery, 'b' | 'rnd'>, x: number, z: number, w: number, h: number, d: number, y: number): void {
  const { b, rnd } = s
  const body = paint(rnd.pick(['#7f7a72', '#6f7a80', '#8a7868', '#746c66', '#8d8a82', '#6a6f74']), 'concrete', 0.8)
  const yaw = rnd.range(-0.1, 0.1)
  b.at(
    [x, y, z],
    () => {
      b.use(body)
      box(b, [0, 0, 0], [w, h, d])
      if (rnd.chance(0.5)) box(b, [0, h, 0], [w * 0.6, h * 0.12, d * 0.6])
      if (rnd.chance(0.3)) rod(b, [0, h, 0], [0, h * 1.25, 0], 0.3, { sides: 5 })
      const floors = Math.min(22, Math.floor(h / 3.4))
      for (const [fw, fd, turn] of [
        [w, d, 0],
        [w, d, Math.PI],
        [d, w, Math.PI / 2],
        [d, w, -Math.PI / 2],
      ] as const) {
        b.at(
          [0, 0, 0],
          () => {
            const cols = Math.max(2, Math.min(6, Math.floor(fw / 3)))
            for (let j = 1; j < floors; j++) {
              let from = -1
              for (let i = 0; i <= cols; i++) {
                const lit = i < cols && rnd.chance(0.16)
                if (lit) {
                  b.use(glowPaint('#333d44'))
                  const cx = ((i + 0.5) / cols - 0.5) * (fw - 1)
                  const q = fw / cols / 2 - 0.5
                  const yy = (j * h) / floors
                  b.quad(
                    [cx - q, yy, fd / 2 + 0.06],
                    [cx + q, yy, fd / 2 + 0.06],
                    [cx + q, yy + 1.7, fd / 2 + 0.06],
                    [cx - q, yy + 1.7, fd / 2 + 0.06],
                  )
                }
                from = i
              }
              if (from >= 0) {
                b.use(paint('#39444a', 'plain', 0.12))
                const yy = (j * h) / floors
                b.quad(
                  [-fw / 2 + 0.7, yy, fd / 2 + 0.03],
                  [fw / 2 - 0.7, yy, fd / 2 + 0.03],
                  [fw / 2 - 0.7, yy + 1.7, fd / 2 + 0.03],
                  [-fw / 2 + 0.7, yy + 1.7, fd / 2 + 0.03],
                )
              }
            }
          },
          turn,
        )
      }
    },
    yaw,
  )
}
