import { clamp, smoothstep } from '../../film'
import { blend, box, paint, rod, shade } from '../geometry'
import { buildProp } from '../props'
import { fbm2 } from './noise'
import { surfacePaint } from './room-shell'
import { FACADES, farTree, type Scenery, scatter, terrain } from './scenery'

/** How far the tracks lie under the platform, and how far their middles are beyond its edge, metres. */
const DOWN_M = 0.95
const TRACKS_M = [1.62, 5.3] as const
/** Where the platform across begins and ends. */
const ACROSS_M = [6.95, 10.4] as const
/** How far platforms go on beyond the set, and tracks beyond those. */
const ON_M = 38
const LONG_M = 260

/** Beyond a platform's east edge two tracks and the platform across; the platform goes on both ways; a footbridge closes the view. */
export function byTheRailway(s: Scenery): void {
  const { b, hx, hz, y, rnd } = s
  const low = (x: number) => smoothstep(-hx, -hx + 0.2, x) * (1 - smoothstep(hx + 11, hx + 19, x))
  const height = (x: number, z: number, away: number) =>
    -(DOWN_M + 0.12) * low(x) - 0.01 + (1 - low(x)) * smoothstep(30, 160, away) * 12 * Math.max(0, 0.3 + fbm2(x * 0.012, z * 0.012))
  const grass = paint('#66703f', 'grass')
  terrain(s, height, (x, z) => ({
    p: blend(grass, paint('#7b7a4a', 'grass'), clamp(0.5 + fbm2(x * 0.04, z * 0.04), 0, 1)),
    tone: 1 + 0.14 * fbm2(x * 0.1, z * 0.1),
  }))
  b.use(paint('#6b6459', 'sand', 0.95))
  box(b, [hx + ACROSS_M[0] / 2, y - DOWN_M - 0.2, 0], [ACROSS_M[0], 0.21, LONG_M])
  for (const at of TRACKS_M) b.at([hx + at, y - DOWN_M, 0], () => buildProp('rail-track', [2.8, 0.3, LONG_M], { seed: 3 }, b))
  const top = surfacePaint(s.set.floor)
  const paving = s.set.placements.find((p) => p.prop === 'zone-paving')
  for (const end of [-1, 1]) {
    b.use(paving?.colour ? paint(paving.colour, 'stone') : top)
    box(b, [0, y - DOWN_M, end * (hz + ON_M / 2)], [2 * hx, DOWN_M - 0.004, ON_M])
    b.at([hx - 0.8, y, end * (hz + ON_M / 2)], () => buildProp('platform-face', [1.6, 0.02, ON_M], { seed: 7 + end }, b))
    for (let i = 0; i < 3; i++) b.at([hx - 2.6, y, end * (hz + 5 + i * 12)], () => buildProp('lamp-post', [0.3, 4.2, 0.3], { seed: i }, b))
  }
  // Across: a platform with a fence, a shelter, benches.
  const [from, to] = ACROSS_M
  const mid = hx + (from + to) / 2
  b.use(shade(top, 0.95))
  box(b, [mid, y - DOWN_M, 0], [to - from, DOWN_M, 2 * (hz + ON_M)])
  b.at([hx + from + 0.8, y, 0], () => buildProp('platform-face', [1.6, 0.02, 2 * (hz + ON_M)], { seed: 11 }, b), Math.PI)
  b.use(paint('#d2cbb8', 'wood'))
  const pales = Math.round((hz + ON_M) * 2.6)
  for (let i = 0; i < pales; i++) {
    const z = ((i + 0.5) / pales - 0.5) * 2 * (hz + ON_M)
    box(b, [hx + to - 0.12, y, z], [0.025, 1.1, 0.14])
  }
  for (const h of [0.35, 0.85]) box(b, [hx + to - 0.08, y + h, 0], [0.04, 0.08, 2 * (hz + ON_M)])
  for (const [z, seed] of [
    [-9, 21],
    [13, 22],
  ] as const)
    b.at([hx + to - 1.3, y, z], () => buildProp('bus-stop', [3.6, 2.5, 1.5], { colour: '#4d5a4e', seed }, b), -Math.PI / 2)
  for (const z of [-2.5, 4.5]) b.at([hx + to - 0.8, y, z], () => buildProp('park-bench', [1.6, 0.85, 0.6], { seed: 5 }, b), -Math.PI / 2)
  for (const z of [-15, -1, 17]) b.at([hx + from + 1.6, y, z], () => buildProp('lamp-post', [0.3, 4.2, 0.3], { seed: 9 }, b))
  b.at([hx + 3.4, y - DOWN_M, hz + 20], () => buildProp('semaphore', [0.4, 7, 0.5], { seed: 2 }, b))
  footbridge(s, -(hz + 22))
  // The country or the town behind.
  scatter(s, 60, 16, 150, (x, z, away) => {
    if (low(x) > 0 && Math.abs(z) > hz - 2) return
    if (x > -hx && x < hx + 14) return
    farTree(s, x, y + height(x, z, away), z, rnd.range(6, 11), rnd.chance(0.2))
  })
  for (let i = -4; i <= 4; i++) {
    if (rnd.chance(0.35)) continue
    b.at(
      [hx + 30 + rnd.range(-3, 8), y, i * 14 + rnd.range(-3, 3)],
      () => buildProp('far-building', [rnd.range(8, 12), rnd.range(6, 10), 8], { colour: rnd.pick(FACADES), seed: rnd.int(1, 1e6) }, b),
      -Math.PI / 2,
    )
  }
}

/** Over the tracks from platform to platform: posts, a deck with lattice sides, stairs down on both. */
function footbridge({ b, hx, y }: Scenery, z: number): void {
  const iron = paint('#4f5d58', 'metal', 0.7, 0.3)
  const [x0, x1, up] = [hx - 3.2, hx + ACROSS_M[1] - 1, 4.9]
  b.use(iron)
  for (const x of [x0, x1]) for (const k of [-0.9, 0.9]) box(b, [x, y, z + k], [0.28, up, 0.28])
  box(b, [(x0 + x1) / 2, y + up, z], [x1 - x0 + 2, 0.24, 2.2])
  const n = 14
  for (const k of [-1.05, 1.05]) {
    box(b, [(x0 + x1) / 2, y + up + 1.2, z + k], [x1 - x0 + 2, 0.1, 0.08])
    for (let i = 0; i < n; i++) {
      const at = (q: number) => x0 - 1 + ((x1 - x0 + 2) * q) / n
      rod(b, [at(i), y + up + 0.24, z + k], [at(i + 1), y + up + 1.2, z + k], 0.03, { sides: 5 })
      rod(b, [at(i + 1), y + up + 0.24, z + k], [at(i), y + up + 1.2, z + k], 0.03, { sides: 5 })
    }
  }
  // Stairs away from the set, along the platforms.
  for (const x of [x0, x1]) for (let i = 0; i < 18; i++) box(b, [x, y + up - ((i + 1) * up) / 18, z - 1.4 - i * 0.3], [1.7, 0.07, 0.34])
}
