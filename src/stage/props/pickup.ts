import { STEERING } from '../../film'
import { box, boxBetween, ellipsoid, glassPaint, paint, rod, shade } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'
import { steeringWheel } from './steering'
import { across, wheel } from './vehicle-parts'

/** Where the cab begins and ends, metres before the middle. */
const CAB = { back: -0.6, front: 0.98, screen: 0.4, belt: 1.02 } as const

/** Seat, wheel, board with dials, shelf under the rear window: what one sees from inside. */
function cabInside(s: PropShape): void {
  const { b, w } = s
  const inner = w - 0.2
  const cloth = s.accent('#7d6248', 'fabric', 0.7)
  b.use(cloth)
  box(b, [0, 0.4, -0.1], [inner, 0.26, 0.5], 0.05)
  b.at([0, 0.58, -0.4], () => box(b, [0, 0, 0], [inner, 0.6, 0.14], 0.05), 0, -0.14)
  b.use(shade(cloth, 0.75))
  for (const x of [-0.5, -0.17, 0.17, 0.5]) b.at([x * inner, 0.58, -0.322], () => box(b, [0, 0.05, 0], [0.016, 0.5, 0.012]), 0, -0.14)
  b.use(paint('#403a33', 'plain', 0.55))
  box(b, [0, 0.74, 0.84], [inner, 0.28, 0.26], 0.05)
  b.use(shade(s.main('#4f6b62', 'metal', 0.4, 0.2), 0.9))
  box(b, [0, 0.78, 0.7], [inner - 0.06, 0.15, 0.03], 0.01)
  b.use(BLACK)
  for (const x of [0.36, 0.56]) b.at([x, 0.86, 0.686], () => rod(b, [0, 0, 0], [0, 0, -0.012], 0.062, { sides: 16 }))
  b.use(paint('#cfc8b0', 'paper'))
  for (const x of [0.36, 0.56]) b.at([x, 0.86, 0.672], () => rod(b, [0, 0, 0], [0, 0, -0.004], 0.05, { sides: 16 }))
  b.use(BLACK)
  for (const x of [0.36, 0.56]) box(b, [x, 0.86, 0.665], [0.006, 0.045, 0.004])
  box(b, [0, 0.82, 0.68], [0.22, 0.07, 0.012], 0.006)
  b.use(STEEL)
  box(b, [-0.45, 0.84, 0.68], [0.05, 0.016, 0.02], 0.004)
  if (!s.loose) steeringWheel(b, STEERING.pickup!)
  b.use(BLACK)
  rod(b, [0.02, 0.3, 0.42], [0.05, 0.72, 0.34], 0.012)
  ellipsoid(b, [0.05, 0.74, 0.335], [0.03, 0.03, 0.03], 8, 6)
  box(b, [0, 1.47, CAB.screen - 0.02], [0.22, 0.06, 0.025], 0.01)
  for (const x of [-1, 1]) box(b, [x * 0.4, 1.55, CAB.screen - 0.09], [0.42, 0.012, 0.13], 0.004)
}

/** A pickup with a cab one can look into: bench, wheel, board, panes before and behind, the side windows down. */
const pickup: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const L = d / 2
  const body = s.main('#4f6b62', 'metal', 0.34, 0.25)
  const { belt } = CAB
  b.use(body)
  across(
    s,
    [
      [CAB.front - 0.04, 0.42],
      [L - 0.06, 0.42],
      [L, 0.6],
      [L - 0.03, 0.88],
      [L - 0.25, 0.98],
      [CAB.front - 0.04, belt],
    ],
    -w / 2 + 0.02,
    w - 0.04,
  )
  for (const x of [-1, 1]) {
    boxBetween(b, [x > 0 ? w / 2 - 0.09 : -w / 2 + 0.02, 0.36, CAB.back], [x > 0 ? w / 2 - 0.02 : -w / 2 + 0.09, belt, CAB.front], 0.02)
    box(b, [x * (w / 2 - 0.055), 0.5, (-L + CAB.back) / 2], [0.07, 0.58, L + CAB.back], 0.015)
  }
  box(b, [0, 0.36, CAB.back], [w - 0.06, belt - 0.36, 0.05], 0.01)
  box(b, [0, 0.52, -L + 0.05], [w - 0.1, 0.54, 0.06], 0.012)
  boxBetween(b, [-w / 2 + 0.1, h - 0.08, CAB.back], [w / 2 - 0.1, h, CAB.screen + 0.04], 0.03)
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.07), belt - 0.02, CAB.front - 0.04], [x * (w / 2 - 0.14), h - 0.05, CAB.screen], 0.032, { sides: 8 })
    boxBetween(
      b,
      [x > 0 ? w / 2 - 0.16 : -w / 2 + 0.06, belt, CAB.back],
      [x > 0 ? w / 2 - 0.06 : -w / 2 + 0.16, h - 0.05, CAB.back + 0.12],
      0.02,
    )
  }
  b.use(shade(body, 0.5))
  for (const x of [-1, 1])
    for (const z of [CAB.front - 0.1, CAB.back + 0.06]) box(b, [x * (w / 2 - 0.016), 0.42, z], [0.006, belt - 0.46, 0.01])
  b.use(STEEL)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.006), 0.86, CAB.back + 0.2], [0.03, 0.028, 0.15], 0.008)
    ellipsoid(b, [x * (w / 2 + 0.04), belt - 0.06, CAB.front - 0.1], [0.05, 0.06, 0.03], 10, 7)
  }
  b.use(DARK_METAL)
  box(b, [0, 0.28, 0], [w - 0.12, 0.1, d - 0.4], 0.02)
  b.use(paint('#7d6a50', 'planks'))
  box(b, [0, 0.56, (-L + CAB.back) / 2], [w - 0.14, 0.05, L + CAB.back - 0.06])
  cabInside(s)
  // On the way the panes are out, as for any lens that looks through them.
  if (!s.loose) {
    b.use(glassPaint('#6f7d7d'))
    b.quad(
      [-w / 2 + 0.1, belt, CAB.front - 0.05],
      [w / 2 - 0.1, belt, CAB.front - 0.05],
      [w / 2 - 0.16, h - 0.07, CAB.screen],
      [-w / 2 + 0.16, h - 0.07, CAB.screen],
    )
  }
  b.use(STEEL)
  box(b, [0, 0.34, L - 0.02], [w - 0.06, 0.14, 0.1], 0.03)
  box(b, [0, 0.36, -L + 0.01], [w - 0.06, 0.12, 0.08], 0.03)
  b.use(DARK_METAL)
  for (let i = 0; i < 4; i++) box(b, [0, 0.56 + i * 0.075, L - 0.03], [w * 0.52, 0.04, 0.06], 0.01)
  for (const x of [-1, 1]) {
    b.use(paint('#d8d4c0', 'plain', 0.1))
    ellipsoid(b, [x * (w / 2 - 0.24), 0.7, L - 0.03], [0.12, 0.12, 0.06], 12, 8)
    b.use(paint('#8d2f26', 'plain', 0.2))
    box(b, [x * (w / 2 - 0.1), 0.66, -L + 0.01], [0.1, 0.2, 0.05], 0.012)
    b.use(BLACK)
    for (const z of [1.62, -1.5]) b.at([x * (w / 2 - 0.13), 0.37, z], () => rod(b, [-0.12, 0, 0], [0.12, 0, 0], 0.43, { sides: 18 }))
    for (const z of [1.62, -1.5]) wheel(s, [x * (w / 2 - 0.1), 0.36, z], 0.36, 0.22)
  }
}

/** Builders by catalogue id. */
export const PICKUP: Readonly<Record<string, PropBuilder>> = { pickup }
