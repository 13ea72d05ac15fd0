import { box, cylinder, ellipsoid, lathe, paint, rod, shade } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

/** A screen between desks: cloth in a frame on feet, notes pinned to it. */
const divider: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(STEEL)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.015), 0, 0], [0.03, h, d], 0.006)
    box(b, [x * (w / 2 - 0.03), 0, 0], [0.06, 0.02, 0.36], 0.006)
  }
  box(b, [0, h - 0.03, 0], [w - 0.03, 0.03, d], 0.006)
  b.use(s.main('#6d7f80', 'fabric'))
  box(b, [0, 0.16, 0], [w - 0.06, h - 0.19, d * 0.8], 0.008)
  for (const side of [-1, 1])
    for (let i = 0; i < 4; i++) {
      b.use(paint(rnd.pick(['#d8cf9a', '#cfcabc', '#a9b8a4', '#c99a84']), 'paper'))
      b.at(
        [rnd.range(-0.4, 0.4) * w, rnd.range(0.84, h - 0.24), side * (d * 0.4 + 0.003)],
        () => box(b, [0, 0, 0], [0.12, rnd.range(0.1, 0.16), 0.004]),
        0,
        0,
        rnd.range(-0.1, 0.1),
      )
    }
}

/** A copier: trays, a bed with its lid, a panel that stands out. */
const copier: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#b9bab2', 'plain', 0.45)
  b.use(body)
  box(b, [0, 0.04, 0], [w, h * 0.62, d], 0.015)
  box(b, [0, h * 0.68, 0], [w, h * 0.18, d], 0.015)
  b.use(shade(body, 0.7))
  for (let i = 0; i < 3; i++) box(b, [0, 0.12 + i * 0.17, d / 2], [w - 0.08, 0.14, 0.012], 0.006)
  b.use(DARK_METAL)
  box(b, [0, h * 0.62, -0.02], [w - 0.06, h * 0.06, d - 0.1])
  b.use(shade(body, 0.85))
  box(b, [0, h * 0.87, -0.02], [w - 0.04, h * 0.12, d - 0.06], 0.02)
  b.use(BLACK)
  b.at([w * 0.26, h * 0.84, d / 2 + 0.02], () => box(b, [0, 0, 0], [0.28, 0.03, 0.14], 0.008), 0, 0.4)
  b.use(paint('#d8d4c8', 'paper'))
  box(b, [-w * 0.1, h * 0.65, d * 0.1], [0.3, 0.02, 0.24])
}

/** A telephone for a whole table: three feet, a dome, keys. */
const conferencePhone: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#2b2d30', 'plain', 0.5))
  for (let i = 0; i < 3; i++)
    b.at(
      [0, 0, 0],
      () => rod(b, [0, h * 0.35, 0], [w * 0.46, h * 0.18, 0], 0.035, { top: 0.028, sides: 8 }),
      (i * Math.PI * 2) / 3 + Math.PI / 6,
    )
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.26, 0],
      [w * 0.27, h * 0.4],
      [w * 0.16, h * 0.9],
    ],
    18,
  )
  b.use(paint('#7f8a8c', 'plain', 0.4))
  ellipsoid(b, [0, h * 0.9, 0], [w * 0.14, h * 0.1, w * 0.14], 12, 6)
  for (let i = 0; i < 6; i++)
    cylinder(b, [(i % 3) * 0.025 - 0.025, h * 0.62, w * 0.2 + Math.floor(i / 3) * 0.018], 0.008, 0.008, { sides: 6 })
}

/** Builders by catalogue id. */
export const OFFICE_THINGS: Readonly<Record<string, PropBuilder>> = { 'desk-divider': divider, copier, 'conference-phone': conferencePhone }
