import { box, cylinder, ellipsoid, glowPaint, paint, rod, shade, sheet } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, type PropShape } from './prop-shape'

/** Cloth that hangs in folds over the width of a box, `sway` metres deep. */
function folds(s: PropShape, x0: number, x1: number, y0: number, y1: number, waves: number, sway: number): void {
  sheet(
    s.b,
    Math.round(waves * 6),
    4,
    (u, v) => [x0 + (x1 - x0) * u, y0 + (y1 - y0) * v, sway * Math.sin(u * waves * Math.PI * 2) * (1.1 - 0.5 * v)],
    { uv: (_, u, v) => [u * waves * 0.3, v * (y1 - y0)], both: true },
  )
}

/** One side of a stage curtain, drawn: heavy folds, a gold fringe, a cord that gathers it. */
const stageCurtain: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#7a1f24', 'fabric', 0.75))
  folds(s, -w / 2, w / 2, 0.16, h, Math.max(3, Math.round(w * 3)), d * 0.34)
  b.use(s.accent('#b08a3e', 'fabric', 0.6))
  folds(s, -w / 2, w / 2, 0.02, 0.17, Math.max(3, Math.round(w * 3)), d * 0.36)
}

/** What hangs before the top of a stage: cloth in swags, fringed. */
const valance: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const n = Math.max(3, Math.round(w / 1.4))
  for (let i = 0; i < n; i++) {
    const x = ((i + 0.5) / n - 0.5) * w
    b.use(shade(s.main('#7a1f24', 'fabric', 0.75), i % 2 ? 0.92 : 1))
    const low = (u: number) => h * (0.34 - 0.3 * Math.sin(Math.PI * u))
    sheet(
      b,
      12,
      5,
      (u, v) => [x + (u - 0.5) * (w / n + 0.06), low(u) + (h - low(u)) * v, d * 0.3 * Math.sin(v * 12) * Math.sin(Math.PI * u) * (1 - v)],
      { both: true, uv: (_, u, v) => [u, v] },
    )
    b.use(s.accent('#b08a3e', 'fabric', 0.6))
    for (let k = 0; k < 10; k++) {
      const u = (k + 0.5) / 10
      box(b, [x + (u - 0.5) * (w / n), low(u) - 0.07, 0.01], [w / n / 10 - 0.012, 0.09, 0.02], 0.004)
    }
  }
}

/** The frame of a stage: two pillars and a beam, plaster with gilt mouldings. */
const proscenium: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const plaster = s.main('#b7a888', 'plaster', 0.7)
  const gilt = s.accent('#a5834a', 'metal', 0.45, 0.7)
  const side = Math.max(0.5, w * 0.1)
  const beam = Math.max(0.5, h * 0.2)
  for (const x of [-1, 1]) {
    b.use(plaster)
    box(b, [x * (w / 2 - side / 2), 0, 0], [side, h, d], 0.02)
    b.use(shade(plaster, 1.1))
    box(b, [x * (w / 2 - side / 2), 0.5, d / 2], [side * 0.6, h - beam - 0.9, 0.05], 0.02)
    b.use(gilt)
    box(b, [x * (w / 2 - side - 0.03), 0, d / 2 - 0.05], [0.08, h - beam, 0.12], 0.03)
  }
  b.use(plaster)
  box(b, [0, h - beam, 0], [w - 2 * side, beam, d], 0.02)
  b.use(gilt)
  box(b, [0, h - beam - 0.04, d / 2 - 0.05], [w - 2 * side, 0.08, 0.12], 0.03)
  box(b, [0, h - 0.16, d / 2], [w, 0.12, 0.1], 0.03)
  b.at([0, h - beam * 0.5, d / 2 + 0.02], () => ellipsoid(b, [0, 0, 0], [beam * 0.42, beam * 0.34, 0.06], 20, 8))
}

/** A painted cloth at the back of a stage: sky, hills and trees, or a street, in broad strokes. */
const backcloth: PropBuilder = (s) => {
  const { b, w, h, rnd } = s
  b.use(paint('#8fa9b0', 'fabric', 0.95))
  box(b, [0, 0, 0], [w, h, 0.02])
  const z = 0.014
  const band = (hex: string, y: number, high: number, rough: number, step: number) => {
    b.use(paint(hex, 'fabric', 0.95))
    for (let x = -w / 2 + step / 2; x < w / 2; x += step * 0.6)
      ellipsoid(
        b,
        [Math.max(-w / 2 + step * 0.6, Math.min(w / 2 - step * 0.6, x)), y, z],
        [step * 0.6, high * rnd.range(1 - rough, 1 + rough), 0.008],
        12,
        6,
      )
  }
  b.use(paint('#c9b58c', 'fabric', 0.95))
  box(b, [0, h * 0.3, 0.006], [w, h * 0.22, 0.02])
  b.use(paint('#e3d09a', 'fabric', 0.95))
  ellipsoid(b, [w * 0.22, h * 0.56, z], [h * 0.09, h * 0.09, 0.008], 18, 8)
  band('#7f93a0', h * 0.3, h * 0.14, 0.5, w * 0.18)
  band('#6a7d62', h * 0.2, h * 0.13, 0.4, w * 0.13)
  b.use(paint('#5d6a48', 'fabric', 0.95))
  box(b, [0, 0, 0.008], [w, h * 0.2, 0.024])
  for (const x of [-0.42, -0.33, 0.36, 0.44]) {
    b.use(paint('#4c3a2a', 'fabric', 0.95))
    box(b, [x * w, h * 0.1, z + 0.01], [0.09, h * 0.36, 0.01])
    b.use(paint('#43583c', 'fabric', 0.95))
    for (let i = 0; i < 4; i++) ellipsoid(b, [x * w + rnd.range(-0.3, 0.3), h * rnd.range(0.44, 0.66), z + 0.012], [0.5, 0.34, 0.01], 12, 6)
  }
}

/** A row of folding seats in plush, numbered, with arms between. */
const theatreSeats: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const n = Math.max(2, Math.round(w / 0.56))
  const each = w / n
  const plush = s.main('#7a1f24', 'fabric', 0.8)
  for (let i = 0; i < n; i++) {
    const x = -w / 2 + (i + 0.5) * each
    b.use(plush)
    box(b, [x, 0.36, 0.04], [each - 0.1, 0.1, d - 0.2], 0.03)
    b.at([x, 0.46, -d / 2 + 0.1], () => box(b, [0, 0, 0], [each - 0.07, h - 0.46, 0.09], 0.035), 0, -0.14)
    b.use(paint('#3a2519', 'wood', 0.4))
    b.at([x, 0.3, -d / 2 + 0.05], () => box(b, [0, 0, 0], [each - 0.05, h - 0.34, 0.025], 0.01), 0, -0.14)
    b.use(BRASS)
    box(b, [x, h - 0.09, -d / 2 - 0.045], [0.05, 0.03, 0.006])
  }
  b.use(paint('#3a2519', 'wood', 0.4))
  for (let i = 0; i <= n; i++) {
    const x = -w / 2 + i * each
    box(b, [x, 0, 0.02], [0.05, 0.58, d * 0.5], 0.012)
    box(b, [x, 0.58, 0.03], [0.075, 0.03, d * 0.66], 0.012)
  }
}

/** Footlights along a stage's edge: a trough with shells before its bulbs. */
const footlights: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  box(b, [0, 0, 0], [w, h * 0.3, d], 0.01)
  const n = Math.max(2, Math.round(w / 0.42))
  for (let i = 0; i < n; i++) {
    const x = ((i + 0.5) / n - 0.5) * w
    b.use(DARK_METAL)
    b.at([x, h * 0.1, d * 0.3], () => box(b, [0, 0, 0], [w / n - 0.06, h * 0.85, 0.02], 0.008), 0, -0.3)
    b.use(glowPaint('#f4dfae'))
    ellipsoid(b, [x, h * 0.55, -d * 0.1], [0.03, 0.035, 0.03], 8, 6)
  }
}

/** A spotlight on a bar: yoke, barrel with fins, barn doors, a lens that shines; its front (+z) points down. */
const stageSpot: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  rod(b, [0, h * 0.55, 0], [0, h, 0], 0.012, { sides: 6 })
  b.at(
    [0, h * 0.42, 0],
    () => {
      b.use(BLACK)
      rod(b, [0, 0, -d * 0.42], [0, 0, d * 0.32], w * 0.36, { top: w * 0.4, sides: 16 })
      for (const x of [-1, 1]) box(b, [x * w * 0.46, -0.03, 0], [0.016, 0.2, 0.05])
      b.use(glowPaint('#fff0cc'))
      rod(b, [0, 0, d * 0.3], [0, 0, d * 0.34], w * 0.34, { sides: 16 })
      b.use(BLACK)
      for (const [x, y, r] of [
        [0, 0.42, 0],
        [0, -0.42, 0],
        [0.42, 0, Math.PI / 2],
        [-0.42, 0, Math.PI / 2],
      ] as const)
        b.at([x * w, y * w, d * 0.42], () => box(b, [0, -0.005, 0], [w * 0.7, 0.008, d * 0.24]), 0, 0, r)
    },
    0,
    0.75,
  )
}

/** A bar hung from the ceiling on which lamps hang. */
const lightingBar: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(DARK_METAL)
  rod(b, [-w / 2, 0.03, 0], [w / 2, 0.03, 0], 0.028, { sides: 8 })
  for (const x of [-0.4, 0, 0.4]) rod(b, [x * w, 0.03, 0], [x * w, h, 0], 0.01, { sides: 5 })
  cylinder(b, [w * 0.46, 0, 0], 0.04, 0.06, { sides: 8 })
}

/** Builders by catalogue id. */
export const THEATRE_THINGS: Readonly<Record<string, PropBuilder>> = {
  'stage-curtain': stageCurtain,
  'stage-valance': valance,
  proscenium,
  backcloth,
  'theatre-seats': theatreSeats,
  footlights,
  'stage-spot': stageSpot,
  'lighting-bar': lightingBar,
}
