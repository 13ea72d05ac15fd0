import { box, cylinder, ellipsoid, glowPaint, lathe, paint, prism, rod, shade, sheet } from '../geometry'
import { BRASS, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

/** A throne: a high carved back with a peak, arms with lions' paws, a cushion. */
const throne: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#4a3020', 'wood', 0.5)
  b.use(shade(wood, 0.85))
  box(b, [0, 0, 0], [w, 0.12, d], 0.02)
  b.use(wood)
  box(b, [0, 0.12, 0.02], [w - 0.08, 0.3, d - 0.1], 0.02)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.06), 0.12, -d / 2 + 0.08], [0.11, h - 0.3, 0.12], 0.025)
    box(b, [x * (w / 2 - 0.06), 0.66, 0.03], [0.12, 0.07, d - 0.16], 0.025)
    rod(b, [x * (w / 2 - 0.06), 0.12, d / 2 - 0.12], [x * (w / 2 - 0.06), 0.68, d / 2 - 0.12], 0.045, { sides: 10 })
    b.use(BRASS)
    ellipsoid(b, [x * (w / 2 - 0.06), h - 0.13, -d / 2 + 0.08], [0.06, 0.07, 0.06], 12, 8)
    b.use(wood)
  }
  prism(
    b,
    [
      [-w / 2 + 0.1, 0.42],
      [w / 2 - 0.1, 0.42],
      [w / 2 - 0.1, h - 0.34],
      [0, h],
      [-w / 2 + 0.1, h - 0.34],
    ],
    -d / 2 + 0.04,
    0.07,
  )
  const velvet = s.accent('#7a1f24', 'fabric', 0.8)
  b.use(velvet)
  box(b, [0, 0.41, 0.03], [w - 0.24, 0.1, d - 0.22], 0.04)
  box(b, [0, 0.62, -d / 2 + 0.13], [w - 0.3, h - 1.1, 0.05], 0.02)
}

/** A banner: a long cloth on a bar, its end cut to points, a charge in its middle. */
const banner: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  rod(b, [-w / 2 - 0.06, h - 0.04, 0], [w / 2 + 0.06, h - 0.04, 0], 0.016, { sides: 8 })
  const cloth = (hex: ReturnType<typeof paint>, k: number, z: number, low: number) => {
    b.use(hex)
    sheet(
      b,
      14,
      10,
      (u, v) => {
        const x = (u - 0.5) * w * k
        const end = low + h * 0.09 * Math.abs(Math.sin(u * Math.PI * 2))
        return [x, end + (h - 0.06 - end) * v, z + d * 0.3 * Math.sin(u * 9 + v * 2) * (1 - 0.7 * v)]
      },
      { both: true, uv: (_, u, v) => [u * w, v * h] },
    )
  }
  cloth(s.accent('#b08a3e', 'fabric', 0.9), 1, -0.006, 0)
  cloth(s.main('#6b2326', 'fabric', 0.9), 0.86, 0.008, 0.06)
  b.use(s.accent('#b08a3e', 'fabric', 0.9))
  const [y, r, z] = [h * 0.58, w * 0.26, d * 0.3 + 0.014]
  prism(
    b,
    [
      [-r, y + r],
      [r, y + r],
      [r, y - r * 0.2],
      [0, y - r * 1.2],
      [-r, y - r * 0.2],
    ],
    z,
    0.008,
  )
  b.use(s.main('#6b2326', 'fabric', 0.9))
  box(b, [0, y - r * 0.7, z + 0.004], [r * 0.3, r * 1.5, 0.01])
  box(b, [0, y + r * 0.1, z + 0.004], [r * 1.6, r * 0.3, 0.01])
}

/** A wheel of iron on chains with candles round it. */
const wheelLustre: PropBuilder = (s) => {
  const { b, w, h } = s
  const r = w / 2 - 0.06
  const n = 12
  b.use(DARK_METAL)
  const at = (i: number, y: number) => [Math.cos((i / n) * Math.PI * 2) * r, y, Math.sin((i / n) * Math.PI * 2) * r] as const
  for (let i = 0; i < n; i++) {
    rod(b, at(i, 0.06), at(i + 1, 0.06), 0.03, { sides: 6 })
    cylinder(b, at(i, 0.07), 0.06, 0.02, { sides: 8 })
  }
  for (const a of [0, 3]) rod(b, at(a, 0.06), at(a + 6, 0.06), 0.022, { sides: 6 })
  const knot = Math.min(h - 0.1, 1.1)
  for (const i of [0, 3, 6, 9]) rod(b, at(i, 0.08), [0, knot, 0], 0.009, { sides: 5 })
  rod(b, [0, knot, 0], [0, h, 0], 0.014, { sides: 6 })
  for (let i = 0; i < n; i++) {
    const [x, y, z] = at(i, 0.09)
    b.use(paint('#d8cdb0', 'plain', 0.6))
    cylinder(b, [x, y, z], 0.026, 0.13, { sides: 8 })
    b.use(glowPaint('#f0b050'))
    lathe(
      b,
      [x, y + 0.13, z],
      [
        [0.006, 0],
        [0.014, 0.025],
        [0.001, 0.07],
      ],
      6,
    )
  }
}

/** A suit of armour on its stand, hands on a halberd. */
const armour: PropBuilder = (s) => {
  const { b, w, h } = s
  const k = h / 2
  b.use(paint('#3d2b1e', 'wood'))
  box(b, [0, 0, 0], [w, 0.1, w * 0.8], 0.015)
  b.use(STEEL)
  for (const x of [-1, 1]) {
    ellipsoid(b, [x * 0.11 * k, 0.14, 0.05], [0.055, 0.045, 0.13], 10, 6)
    rod(b, [x * 0.1 * k, 0.12, 0], [x * 0.11 * k, 0.5 * k, 0.01], 0.06 * k, { top: 0.07 * k, sides: 10 })
    ellipsoid(b, [x * 0.11 * k, 0.52 * k, 0.03], [0.07 * k, 0.075 * k, 0.075 * k], 10, 6)
    rod(b, [x * 0.11 * k, 0.52 * k, 0.01], [x * 0.1 * k, 0.95 * k, 0], 0.08 * k, { top: 0.1 * k, sides: 10 })
    ellipsoid(b, [x * 0.26 * k, 1.46 * k, 0], [0.12 * k, 0.1 * k, 0.12 * k], 12, 8)
    rod(b, [x * 0.28 * k, 1.42 * k, 0], [x * 0.31 * k, 1.12 * k, 0.05], 0.06 * k, { top: 0.05 * k, sides: 8 })
    rod(b, [x * 0.31 * k, 1.12 * k, 0.05], [x * 0.18 * k, 1.02 * k, 0.24], 0.052 * k, { sides: 8 })
  }
  lathe(
    b,
    [0, 0.92 * k, 0],
    [
      [0.2 * k, 0],
      [0.15 * k, 0.14 * k],
      [0.22 * k, 0.4 * k],
      [0.19 * k, 0.56 * k],
      [0.08 * k, 0.62 * k],
    ],
    16,
    0.75,
  )
  ellipsoid(b, [0, 1.7 * k, 0.01], [0.12 * k, 0.16 * k, 0.14 * k], 14, 10)
  b.use(DARK_METAL)
  for (const y of [1.68, 1.73]) box(b, [0, y * k, 0.13 * k], [0.14 * k, 0.012, 0.03])
  b.use(paint('#5a402a', 'wood'))
  rod(b, [-0.18 * k, 0.1, 0.26], [-0.18 * k, h - 0.02, 0.26], 0.016, { sides: 8 })
}

/** A shield over two crossed swords. */
const shieldAndSwords: PropBuilder = (s) => {
  const { b, w, h, d } = s
  for (const x of [-1, 1]) {
    b.use(STEEL)
    rod(b, [x * w * 0.46, 0.04, -d * 0.1], [-x * w * 0.3, h * 0.84, -d * 0.1], 0.014, { top: 0.02, sides: 6 })
    b.use(BRASS)
    rod(b, [-x * w * 0.3, h * 0.84, -d * 0.1], [-x * w * 0.42, h * 0.99, -d * 0.1], 0.016, { sides: 6 })
    rod(b, [-x * w * 0.42, h * 0.8, -d * 0.1], [-x * w * 0.2, h * 0.9, -d * 0.1], 0.014, { sides: 6 })
  }
  const outline = (k: number) =>
    [
      [-0.3, 0.86],
      [0.3, 0.86],
      [0.3, 0.5],
      [0.2, 0.3],
      [0, 0.14],
      [-0.2, 0.3],
      [-0.3, 0.5],
    ].map(([x, y]) => [x! * w * k, (0.5 + (y! - 0.5) * k) * h] as const)
  b.use(STEEL)
  prism(b, outline(1), -d * 0.05, d * 0.3)
  b.use(s.main('#6b2326', 'plain', 0.5))
  prism(b, outline(0.88), d * 0.2, d * 0.1)
  b.use(s.accent('#b08a3e', 'plain', 0.5))
  box(b, [0, h * 0.28, d * 0.32], [w * 0.07, h * 0.5, 0.012])
  box(b, [0, h * 0.58, d * 0.32], [w * 0.46, h * 0.08, 0.012])
}

/** Builders by catalogue id. */
export const CASTLE_THINGS: Readonly<Record<string, PropBuilder>> = {
  throne,
  banner,
  'wheel-lustre': wheelLustre,
  'suit-of-armour': armour,
  'shield-and-swords': shieldAndSwords,
}
