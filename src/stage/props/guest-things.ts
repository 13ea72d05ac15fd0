import { box, cylinder, ellipsoid, glowPaint, lathe, paint, rod, shade, tube } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

/** A brass birdcage cart on castors: a deck of carpet, two hoops, a bar to hang coats on. */
const luggageCart: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(BLACK)
  for (const x of [-1, 1]) for (const z of [-1, 1]) ellipsoid(b, [x * (w / 2 - 0.08), 0.08, z * (d / 2 - 0.1)], [0.03, 0.08, 0.08], 10, 6)
  b.use(BRASS)
  box(b, [0, 0.16, 0], [w, 0.05, d], 0.015)
  b.use(s.main('#6d2a2c', 'fabric'))
  box(b, [0, 0.21, 0], [w - 0.06, 0.015, d - 0.06])
  b.use(BRASS)
  for (const x of [-1, 1])
    tube(
      b,
      [
        [x * (w / 2 - 0.04), 0.2, -d / 2 + 0.05],
        [x * (w / 2 - 0.04), h - 0.35, -d / 2 + 0.05],
        [x * (w / 2 - 0.12), h - 0.1, -d / 4],
        [x * (w / 2 - 0.16), h - 0.02, 0],
        [x * (w / 2 - 0.12), h - 0.1, d / 4],
        [x * (w / 2 - 0.04), h - 0.35, d / 2 - 0.05],
        [x * (w / 2 - 0.04), 0.2, d / 2 - 0.05],
      ],
      0.018,
      8,
    )
  rod(b, [-w / 2 + 0.16, h - 0.04, 0], [w / 2 - 0.16, h - 0.04, 0], 0.016)
  // What somebody came with.
  for (const [x, z, sx, sy, sz, c] of [
    [-0.08, -0.2, 0.45, 0.24, 0.62, '#5b3d28'],
    [0.05, 0.34, 0.5, 0.3, 0.4, '#37464f'],
    [-0.05, -0.2, 0.4, 0.18, 0.5, '#7d5a36'],
  ] as const) {
    b.use(paint(c, 'fabric', 0.6))
    box(b, [x, c === '#7d5a36' ? 0.47 : 0.225, z], [Math.min(sx, w - 0.16), sy, sz], 0.03)
  }
}

/** Pigeon-holes behind a hotel's desk: a key on a tag or a letter in each. */
const keyRack: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#5b3b28', 'wood', 0.4)
  b.use(shade(wood, 0.5))
  box(b, [0, 0, -d / 2 + 0.015], [w, h, 0.03])
  b.use(wood)
  const columns = Math.max(4, Math.round(w / 0.22))
  const rows = Math.max(3, Math.round(h / 0.22))
  for (let i = 0; i <= columns; i++) box(b, [-w / 2 + 0.01 + (i * (w - 0.02)) / columns, 0, 0], [0.018, h, d])
  for (let j = 0; j <= rows; j++) box(b, [0, (j * (h - 0.018)) / rows, 0], [w, 0.018, d])
  box(b, [0, h - 0.01, 0.01], [w + 0.06, 0.05, d + 0.03], 0.012)
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < rows; j++) {
      const [x, y] = [-w / 2 + ((i + 0.5) * w) / columns, 0.03 + (j * (h - 0.018)) / rows]
      if (s.rnd.chance(0.6)) {
        b.use(BRASS)
        box(b, [x, y + 0.1, d / 2 - 0.03], [0.012, 0.06, 0.008])
        b.use(paint('#7c2f2a', 'plain', 0.4))
        box(b, [x, y + 0.03, d / 2 - 0.03], [0.035, 0.07, 0.012], 0.004)
      }
      if (s.rnd.chance(0.35)) {
        b.use(paint('#d8d0bc', 'paper'))
        b.at([x + 0.04, y, 0], () => box(b, [0, 0, 0], [0.012, 0.12, 0.16]), 0.2)
      }
    }
}

/** A lift's landing doors: two leaves in a frame, a call button beside them, an arrow over them. */
const liftDoors: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const frame = s.main('#8a7a58', 'metal', 0.35, 0.7)
  b.use(frame)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.05), 0, 0], [0.1, h - 0.28, d], 0.01)
  box(b, [0, h - 0.38, 0], [w, 0.12, d], 0.01)
  b.use(paint('#a9a69c', 'metal', 0.3, 0.8))
  for (const x of [-1, 1]) {
    box(b, [x * (w / 4 - 0.027), 0.01, -d / 4], [w / 2 - 0.056, h - 0.4, d / 2], 0.004)
    b.use(shade(paint('#a9a69c', 'metal', 0.3, 0.8), 0.75))
    box(b, [x * (w / 4 - 0.027), 0.3, -d / 4 + 0.012], [w / 2 - 0.2, h - 1.0, d / 2], 0.004)
    b.use(paint('#a9a69c', 'metal', 0.3, 0.8))
  }
  // The half dial that says where it is.
  b.use(BRASS)
  b.at([0, h - 0.24, d / 2 - 0.02], () => {
    for (let i = 0; i <= 8; i++) {
      const a = (i / 8) * Math.PI
      box(b, [Math.cos(a) * 0.26, Math.sin(a) * 0.2, 0], [0.02, 0.025, 0.012])
    }
    rod(b, [0, 0, 0.005], [0.12, 0.14, 0.005], 0.008, { sides: 6 })
  })
}

/** Buttons of a lift in two columns on a steel plate. */
const liftPanel: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(STEEL)
  box(b, [0, 0, -d / 4], [w, h, d / 2], 0.006)
  b.use(BLACK)
  box(b, [0, h - 0.16, 0], [w - 0.08, 0.1, d / 2], 0.004)
  for (let j = 0; j < 6; j++)
    for (const x of [-1, 1]) {
      const lit = j === 4 && x > 0
      b.use(lit ? glowPaint('#f2c070') : paint('#d6d2c6', 'plain', 0.4))
      b.at([x * w * 0.2, 0.08 + j * ((h - 0.3) / 6), d / 4], () => box(b, [0, 0, 0], [0.042, 0.042, 0.012], 0.005))
    }
}

/** A round handrail on brackets. */
const liftRail: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(STEEL)
  rod(b, [-w / 2, h / 2, d / 2 - 0.03], [w / 2, h / 2, d / 2 - 0.03], 0.02, { sides: 10 })
  for (const x of [-0.4, 0, 0.4]) box(b, [x * w, h / 2 - 0.012, -0.01], [0.03, 0.024, d - 0.04])
}

/** The floor a lift passes, in lit figures, and its two arrows. */
const floorDial: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(BLACK)
  box(b, [0, 0, 0], [w, h, d], 0.01)
  b.use(glowPaint('#e05a3a'))
  // A seven-part figure: 5.
  const [x0, x1, y0, y1, y2] = [-0.035, 0.035, h * 0.18, h * 0.5, h * 0.82]
  for (const y of [y0, y1, y2]) box(b, [0, y - 0.006, d / 2], [x1 - x0, 0.012, 0.006])
  box(b, [x0, y1, d / 2], [0.012, y2 - y1, 0.006])
  box(b, [x1, y0, d / 2], [0.012, y1 - y0, 0.006])
  b.use(glowPaint('#d8c8a0'))
  for (const [x, way] of [
    [-0.18, 1],
    [0.18, -1],
  ] as const)
    for (let i = 0; i < 4; i++) box(b, [x, h * 0.5 + way * (0.035 - i * 0.018), d / 2], [0.014 + i * 0.018, 0.016, 0.005])
}

/** A counter bell: a dome on a foot, a button on top. */
const deskBell: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(DARK_METAL)
  cylinder(b, [0, 0, 0], w * 0.46, h * 0.18, { sides: 16 })
  b.use(BRASS)
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.44, h * 0.22],
      [w * 0.38, h * 0.5],
      [w * 0.2, h * 0.76],
      [0.006, h * 0.8],
      [0.006, h],
    ],
    16,
  )
}

/** Builders of what hotels and lifts have. */
export const GUEST_THINGS: Readonly<Record<string, PropBuilder>> = {
  'luggage-cart': luggageCart,
  'key-rack': keyRack,
  'lift-doors': liftDoors,
  'lift-panel': liftPanel,
  'lift-rail': liftRail,
  'floor-dial': floorDial,
  'desk-bell': deskBell,
}
