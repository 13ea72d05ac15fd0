import { box, paint, rod, shade, tube } from '../geometry'
import { lump } from './nature'
import { BLACK, DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'

const STRAW = ['#b79a55', '#a88b48', '#c0a662'] as const

/** Loose stalks over a patch of the given half sizes, at a height, metres. */
function stalks(s: PropShape, count: number, hx: number, hz: number, y: (x: number, z: number) => number): void {
  const { b, rnd } = s
  for (let i = 0; i < count; i++) {
    const [x, z] = [rnd.range(-hx, hx), rnd.range(-hz, hz)]
    b.use(shade(paint(rnd.pick(STRAW), 'grass'), rnd.range(0.75, 1.2)))
    const l = rnd.range(0.08, 0.16)
    b.at([x, y(x, z) + 0.008, z], () => rod(b, [-l, 0, 0], [l, rnd.range(0, 0.03), 0], 0.006, { sides: 3 }), rnd.range(0, 6))
  }
}

/** A pressed bale with two strings. */
const strawBale: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(s.main(rnd.pick(STRAW), 'grass'))
  box(b, [0, 0, 0], [w, h, d], 0.05)
  b.use(paint('#6d5a3a', 'fabric'))
  for (const x of [-0.22, 0.22]) box(b, [x * w, -0.002, 0], [0.014, h + 0.006, d + 0.008])
  stalks(s, 14, w * 0.44, d * 0.44, () => h)
}

/** A heap of loose straw that somebody can lie in. */
const strawHeap: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  for (const [x, z, k] of [
    [0, 0, 1],
    [-0.26, 0.1, 0.8],
    [0.27, -0.08, 0.85],
    [0.08, 0.24, 0.7],
  ] as const) {
    b.use(shade(paint(rnd.pick(STRAW), 'grass'), rnd.range(0.9, 1.08)))
    lump(s, [x * w, h * 0.2, z * d], [w * 0.3 * k, h * 0.66 * k, d * 0.32 * k], 14, 8)
  }
  stalks(s, 90, w * 0.48, d * 0.48, (x, z) => h * 0.85 * Math.max(0, 1 - (2.1 * x * x) / (w * w) - (2.6 * z * z) / (d * d)) * 0.9)
}

/** Straw strewn over a floor. */
const strawLitter: PropBuilder = (s) => stalks(s, Math.round(22 * s.w * s.d), s.w / 2, s.d / 2, () => 0)

/** The side of a stall: posts, boards, a rail that is worn. */
const stallSide: PropBuilder = (s) => {
  const { b, w, h } = s
  const wood = s.main('#6f563c', 'planks')
  b.use(shade(wood, 0.85))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.07), 0, 0], [0.14, h, s.d], 0.015)
  b.use(wood)
  const boards = Math.max(2, Math.round(h / 0.26))
  for (let i = 0; i < boards; i++) box(b, [0, 0.06 + (i * (h - 0.12)) / boards, 0], [w - 0.16, (h - 0.12) / boards - 0.02, 0.045], 0.008)
  b.use(shade(wood, 1.15))
  box(b, [0, h - 0.08, 0], [w, 0.08, s.d * 0.9], 0.02)
}

/** A loft under the roof: deck, joists, a rail, hay heaped on it. Posts stand for themselves. */
const hayLoft: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const wood = s.main('#5f4a34', 'planks')
  b.use(shade(wood, 0.8))
  const joists = Math.max(2, Math.round(w / 0.9))
  for (let i = 0; i <= joists; i++) box(b, [-w / 2 + 0.08 + (i * (w - 0.16)) / joists, 0, 0], [0.13, 0.17, d], 0.01)
  b.use(wood)
  box(b, [0, 0.17, 0], [w, 0.05, d], 0.006)
  box(b, [0, 0, d / 2 - 0.07], [w, 0.24, 0.14], 0.012)
  const rail = Math.min(h, 1.15)
  for (let i = 0; i <= 4; i++) box(b, [-w / 2 + 0.05 + (i * (w - 0.1)) / 4, 0.2, d / 2 - 0.08], [0.08, rail - 0.2, 0.08], 0.01)
  for (const y of [0.62, 1]) box(b, [0, y * rail - 0.08, d / 2 - 0.08], [w, 0.08, 0.05], 0.01)
  for (let i = 0; i < 7; i++) {
    b.use(shade(paint(rnd.pick(STRAW), 'grass'), rnd.range(0.8, 1.1)))
    const x = ((i + 0.5) / 7 - 0.5) * (w - 0.9)
    b.at([0, 0.22, 0], () =>
      lump(s, [x, 0.1, -d * 0.12 + rnd.range(-0.2, 0.2)], [w * 0.08, (h - 0.45) * rnd.range(0.5, 0.8), d * 0.28], 10, 7),
    )
  }
}

/** A squared post with braces under the beam it carries. */
const timberPost: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#5d4731', 'wood', 0.85)
  b.use(wood)
  box(b, [0, 0.1, 0], [w, h - 0.1, d], 0.02)
  b.use(shade(wood, 0.9))
  for (const x of [-1, 1]) b.at([x * 0.34, h - 0.95, 0], () => box(b, [0, -0.42, 0], [0.11, 0.86, 0.11], 0.01), 0, 0, -x * 0.78)
  b.use(paint('#8a8274', 'stone'))
  box(b, [0, 0, 0], [w + 0.12, 0.11, d + 0.12], 0.02)
}

/** Tools on a board: fork, rake, spade, scythe, a coil of rope, a horseshoe. */
const toolWall: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = paint('#8a6c48', 'wood')
  b.use(s.main('#5d4935', 'planks'))
  for (const y of [0.32, 0.86]) box(b, [0, y * h, -d / 2 + 0.02], [w, 0.12, 0.04], 0.008)
  const z = 0.02
  const at = (i: number) => ((i + 0.5) / 6 - 0.5) * w
  for (const i of [0, 1, 2]) {
    b.use(wood)
    rod(b, [at(i), h * 0.3, z], [at(i), h, z], 0.017, { sides: 7 })
  }
  b.use(DARK_METAL)
  for (const q of [-0.09, -0.03, 0.03, 0.09]) rod(b, [at(0) + q, 0, z], [at(0) + q, h * 0.24, z], 0.008, { sides: 5 })
  box(b, [at(0), h * 0.24, z], [0.2, 0.03, 0.02])
  box(b, [at(1), h * 0.28, z], [0.36, 0.03, 0.03])
  for (let k = 0; k < 9; k++) rod(b, [at(1) - 0.16 + k * 0.04, h * 0.2, z], [at(1) - 0.16 + k * 0.04, h * 0.29, z], 0.006, { sides: 4 })
  box(b, [at(2), h * 0.04, z], [0.2, h * 0.28, 0.025], 0.02)
  b.use(wood)
  rod(b, [at(3) - 0.1, h * 0.05, z], [at(3) + 0.06, h * 0.94, z], 0.018, { sides: 7 })
  b.use(STEEL)
  tube(
    b,
    [
      [at(3) + 0.06, h * 0.93, z],
      [at(3) - 0.14, h * 0.97, z],
      [at(3) - 0.34, h * 0.86, z],
    ],
    0.018,
    5,
  )
  b.use(paint('#a58a5c', 'fabric'))
  for (const k of [0, 1, 2]) ring(s, at(4), h * 0.56, 0.15 - k * 0.012, 0.018, z + k * 0.012, Math.PI * 2)
  b.use(BLACK)
  ring(s, at(5), h * 0.66, 0.075, 0.014, z, Math.PI * 1.6)
}

/** A ring, or part of one, against the wall: middle, radius, thickness in metres, angle in radians. */
function ring(s: PropShape, x: number, y: number, r: number, thick: number, z: number, angle: number): void {
  const n = 14
  const p = (k: number) => {
    const a = Math.PI / 2 - angle / 2 + (k / n) * angle
    return [x + Math.cos(a) * r, y + Math.sin(a) * r, z] as const
  }
  for (let k = 0; k < n; k++) rod(s.b, p(k), p(k + 1), thick, { sides: 5 })
}

/** A barn's two great doors, shut: boards, ledges, braces, a bar across, seen from inside. */
const barnDoors: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const wood = s.main('#77583c', 'planks')
  const n = Math.max(8, Math.round(w / 0.24))
  for (let i = 0; i < n; i++) {
    b.use(shade(wood, rnd.range(0.82, 1.08)))
    box(b, [((i + 0.5) / n - 0.5) * w, 0.02, -d * 0.2], [w / n - 0.008, h - 0.02, 0.04], 0.006)
  }
  b.use(shade(wood, 1.12))
  for (const x of [-1, 1]) {
    for (const y of [0.1, 0.5, 0.88]) box(b, [x * w * 0.25, y * h, d * 0.12], [w * 0.48, 0.16, 0.05], 0.008)
    for (const k of [0, 1]) {
      const rise = h * (k ? 0.3 : 0.32)
      const lean = Math.atan2(rise, w * 0.42)
      b.at(
        [x * w * 0.25, h * (k ? 0.56 : 0.16) + rise / 2, d * 0.1],
        () => box(b, [0, -0.06, 0], [Math.hypot(rise, w * 0.42), 0.13, 0.04]),
        0,
        0,
        x * lean,
      )
    }
  }
  b.use(shade(wood, 0.7))
  box(b, [0, h * 0.44, d * 0.34], [w * 0.5, 0.13, 0.07], 0.01)
  b.use(DARK_METAL)
  for (const x of [-1, 1]) {
    box(b, [x * w * 0.16, h * 0.42, d * 0.36], [0.05, 0.2, 0.12])
    for (const y of [0.12, 0.9]) box(b, [x * w * 0.42, y * h + 0.03, d * 0.3], [w * 0.14, 0.06, 0.02])
  }
}

/** Builders by catalogue id. */
export const BARN_THINGS: Readonly<Record<string, PropBuilder>> = {
  'straw-bale': strawBale,
  'straw-heap': strawHeap,
  'straw-litter': strawLitter,
  'stall-side': stallSide,
  'hay-loft': hayLoft,
  'timber-post': timberPost,
  'tool-wall': toolWall,
  'barn-doors': barnDoors,
}
