import { STEERING, type Vec3 } from '../../film'
import { box, boxBetween, ellipsoid, glassPaint, paint, rod, shade } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'
import { steeringWheel } from './steering'
import { across, wheel } from './vehicle-parts'

/** Along z from the middle, and heights: windscreen's foot and head, the roof's end, the boot; metres. */
const CABIN = { foot: 0.98, head: 0.34, rear: -1.12, boot: -1.62, belt: 0.93, sill: 0.34 } as const

/** A front seat: cushion, back with a seam, headrest. */
function frontSeat(s: PropShape, x: number): void {
  const { b } = s
  const cloth = s.accent('#6f5a48', 'fabric', 0.75)
  b.use(cloth)
  box(b, [x, 0.28, -0.08], [0.52, 0.16, 0.5], 0.05)
  b.at(
    [x, 0.42, -0.36],
    () => {
      box(b, [0, 0, 0], [0.5, 0.52, 0.13], 0.05)
      box(b, [0, 0.56, -0.01], [0.27, 0.17, 0.09], 0.04)
      b.use(STEEL)
      for (const dx of [-0.06, 0.06]) rod(b, [dx, 0.5, -0.01], [dx, 0.58, -0.01], 0.008, { sides: 5 })
      b.use(shade(cloth, 0.7))
      for (const dx of [-0.13, 0.13]) box(b, [dx, 0.05, 0.066], [0.012, 0.42, 0.008])
    },
    0,
    -0.2,
  )
}

/** What one sees from inside: seats, board with its dials, mirror, sun visors, door linings. */
function cabin(s: PropShape): void {
  const { b, w } = s
  const inner = w - 0.22
  const dark = paint('#33302c', 'plain', 0.6)
  for (const x of [-0.45, 0.45]) frontSeat(s, x)
  const cloth = s.accent('#6f5a48', 'fabric', 0.75)
  b.use(cloth)
  box(b, [0, 0.28, -0.92], [inner, 0.17, 0.48], 0.05)
  b.at([0, 0.42, -1.2], () => box(b, [0, 0, 0], [inner, 0.52, 0.14], 0.05), 0, -0.24)
  b.use(shade(cloth, 0.6))
  box(b, [0, 0.9, -1.42], [inner, 0.03, 0.4], 0.01)
  b.use(dark)
  box(b, [0, 0.24, -0.3], [0.2, 0.16, 1.1], 0.04)
  box(b, [0, 0.62, 0.84], [inner, 0.3, 0.4], 0.06)
  box(b, [0.45, 0.84, 0.7], [0.44, 0.1, 0.24], 0.04)
  b.use(paint('#6d5236', 'wood', 0.35))
  box(b, [-0.2, 0.73, 0.635], [0.86, 0.1, 0.02], 0.008)
  b.use(BLACK)
  for (const x of [0.35, 0.55]) b.at([x, 0.885, 0.582], () => rod(b, [0, 0, 0], [0, 0, -0.01], 0.052, { sides: 14 }))
  // Lit dials: the lamp that shines on who drives.
  b.use({ ...paint('#b9c7a8', 'paper'), pass: 'glow' })
  for (const x of [0.35, 0.55]) b.at([x, 0.885, 0.571], () => rod(b, [0, 0, 0], [0, 0, -0.003], 0.042, { sides: 14 }))
  box(b, [-0.02, 0.75, 0.62], [0.15, 0.05, 0.006], 0.004)
  b.use(BLACK)
  for (const x of [0.35, 0.55]) box(b, [x, 0.87, 0.566], [0.005, 0.036, 0.003])
  if (!s.loose) steeringWheel(b, STEERING.sedan!)
  b.use(BLACK)
  rod(b, [0, 0.36, 0.2], [0.02, 0.56, 0.16], 0.012)
  ellipsoid(b, [0.02, 0.58, 0.155], [0.028, 0.028, 0.028], 8, 6)
  box(b, [0, 1.31, CABIN.head + 0.02], [0.22, 0.06, 0.025], 0.01)
  b.use(paint('#a79c88', 'fabric'))
  for (const x of [-1, 1]) box(b, [x * 0.36, 1.38, CABIN.head - 0.05], [0.38, 0.012, 0.14], 0.004)
  boxBetween(b, [-inner / 2, s.h - 0.085, CABIN.rear + 0.04], [inner / 2, s.h - 0.07, CABIN.head], 0.004)
  // Linings, handles and cranks of the doors.
  for (const x of [-1, 1]) {
    b.use(shade(cloth, 0.85))
    boxBetween(
      b,
      [x > 0 ? w / 2 - 0.12 : -w / 2 + 0.1, 0.36, CABIN.rear],
      [x > 0 ? w / 2 - 0.1 : -w / 2 + 0.12, CABIN.belt - 0.03, CABIN.foot - 0.1],
      0.006,
    )
    b.use(dark)
    for (const z of [0.1, -0.85]) box(b, [x * (w / 2 - 0.15), 0.66, z], [0.06, 0.05, 0.42], 0.02)
    b.use(STEEL)
    for (const z of [0.42, -0.55]) box(b, [x * (w / 2 - 0.13), 0.76, z], [0.02, 0.02, 0.09], 0.006)
  }
}

/** The shell: nose, boot, doors, posts, roof. */
function shell(s: PropShape): void {
  const { b, w, h, d } = s
  const L = d / 2
  const { foot, head, rear, boot, belt, sill } = CABIN
  const body = s.main('#5a6a70', 'metal', 0.3, 0.3)
  b.use(body)
  across(
    s,
    [
      [foot - 0.06, sill],
      [L - 0.05, sill],
      [L, 0.52],
      [L - 0.06, 0.72],
      [L - 0.3, 0.8],
      [foot - 0.06, belt],
    ],
    -w / 2 + 0.02,
    w - 0.04,
  )
  across(
    s,
    [
      [boot + 0.1, sill],
      [boot + 0.1, belt],
      [-L + 0.18, belt - 0.04],
      [-L, 0.66],
      [-L + 0.05, sill],
    ],
    -w / 2 + 0.02,
    w - 0.04,
  )
  for (const x of [-1, 1]) {
    const out = (v: number) => x * (w / 2 - v)
    boxBetween(b, [Math.min(out(0.1), out(0.02)), sill, boot + 0.08], [Math.max(out(0.1), out(0.02)), belt, foot], 0.02)
    rod(b, [out(0.09), belt - 0.03, foot - 0.05], [out(0.19), h - 0.05, head], 0.024, { sides: 8 })
    rod(b, [out(0.09), belt - 0.03, boot + 0.1], [out(0.2), h - 0.05, rear], 0.045, { sides: 8 })
    rod(b, [out(0.07), belt - 0.03, -0.36], [out(0.17), h - 0.05, -0.4], 0.028, { sides: 6 })
  }
  boxBetween(b, [-w / 2 + 0.15, h - 0.07, rear - 0.02], [w / 2 - 0.15, h, head + 0.03], 0.03)
  box(b, [0, 0.3, boot + 0.14], [w - 0.2, belt - 0.32, 0.05], 0.01)
  b.use(DARK_METAL)
  box(b, [0, 0.2, -0.2], [w - 0.14, 0.06, d * 0.72])
  b.use(shade(body, 0.5))
  for (const x of [-1, 1])
    for (const z of [foot - 0.12, -0.37, boot + 0.34]) box(b, [x * (w / 2 - 0.016), 0.38, z], [0.006, belt - 0.42, 0.008])
  b.use(STEEL)
  for (const x of [-1, 1]) {
    for (const z of [-0.22, -1.05]) box(b, [x * (w / 2 - 0.006), 0.78, z], [0.03, 0.026, 0.15], 0.008)
    ellipsoid(b, [x * (w / 2 + 0.05), belt + 0.04, 0.66], [0.07, 0.05, 0.04], 10, 7)
  }
}

/** Bumpers, grille, lamps, number plates, wheels. */
function fittings(s: PropShape): void {
  const { b, w, d } = s
  const L = d / 2
  b.use(STEEL)
  for (const z of [L - 0.01, -L + 0.01]) box(b, [0, 0.32, z], [w - 0.08, 0.12, 0.1], 0.04)
  b.use(BLACK)
  box(b, [0, 0.5, L - 0.02], [w * 0.46, 0.15, 0.04], 0.01)
  for (const x of [-1, 1]) {
    b.use(paint('#d8d4c0', 'plain', 0.1))
    ellipsoid(b, [x * (w / 2 - 0.24), 0.6, L - 0.03], [0.13, 0.09, 0.05], 12, 8)
    b.use(paint('#8d2f26', 'plain', 0.2))
    box(b, [x * (w / 2 - 0.24), 0.62, -L], [0.28, 0.12, 0.04], 0.015)
    b.use(BLACK)
    for (const z of [0.3, -0.3]) b.at([x * (w / 2 - 0.13), 0.34, z * d], () => rod(b, [-0.12, 0, 0], [0.12, 0, 0], 0.39, { sides: 18 }))
    for (const z of [0.3, -0.3]) wheel(s, [x * (w / 2 - 0.1), 0.32, z * d], 0.32, 0.2)
  }
  b.use(paint('#cfc8b0', 'paper'))
  for (const z of [L + 0.045, -L - 0.045]) box(b, [0, 0.42, z], [0.44, 0.1, 0.01])
}

/** A car with a roof that one can look into: two rows of seats, panes before and behind, the side windows down. */
const sedan: PropBuilder = (s) => {
  shell(s)
  cabin(s)
  fittings(s)
  // On the way they are out, as for any lens that looks through them.
  if (s.loose) return
  const { b, w, h } = s
  const { foot, head, rear, boot, belt } = CABIN
  b.use(glassPaint('#6f7d7d'))
  const pane = (z0: number, z1: number) => {
    const low = w / 2 - 0.12
    const high = w / 2 - 0.2
    const at = (x: number, y: number, z: number): Vec3 => [x, y, z]
    b.quad(at(-low, belt, z0), at(low, belt, z0), at(high, h - 0.06, z1), at(-high, h - 0.06, z1))
  }
  pane(foot - 0.06, head)
  pane(boot + 0.12, rear)
}

/** Builders by catalogue id. */
export const SEDAN: Readonly<Record<string, PropBuilder>> = { sedan }
