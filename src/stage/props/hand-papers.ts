import { box, ellipsoid, lathe, paint, shade } from '../geometry'
import { type HandProp, lifted } from './hand-prop'
import { type PropBuilder, STEEL } from './prop-shape'

const book: PropBuilder = (s) => {
  const { b } = s
  const cover = s.main(s.rnd.pick(['#6e3b33', '#3d4f4a', '#4a4c5e', '#8a6a3c']), 'paper', 0.7)
  b.use(cover)
  for (const y of [-0.016, 0.012]) box(b, [0, y, 0], [0.15, 0.004, 0.22], 0.001)
  box(b, [-0.074, -0.016, 0], [0.005, 0.032, 0.22], 0.001)
  b.use(paint('#cfc3a6', 'paper'))
  box(b, [0.002, -0.012, 0], [0.14, 0.024, 0.21])
}

const photograph: PropBuilder = (s) => {
  const { b } = s
  b.use(paint('#6b4c30', 'wood'))
  for (const x of [-0.075, 0.075]) box(b, [x, -0.1, 0], [0.016, 0.2, 0.016], 0.004)
  for (const y of [-0.1, 0.084]) box(b, [0, y, 0], [0.166, 0.016, 0.016], 0.004)
  b.use(paint('#b0a080', 'paper'))
  box(b, [0, -0.086, -0.002], [0.138, 0.172, 0.006])
  b.use(paint('#5c4a3c', 'paper'))
  ellipsoid(b, [-0.01, 0.02, 0.002], [0.024, 0.03, 0.003], 12, 6)
  ellipsoid(b, [-0.01, -0.055, 0.002], [0.05, 0.05, 0.003], 12, 6)
}

const letter: PropBuilder = (s) => {
  s.b.use(s.main('#d0c6ae', 'paper'))
  box(s.b, [0, -0.003, 0], [0.22, 0.004, 0.11], 0.001)
  s.b.use(paint('#9c4a3a', 'paper'))
  box(s.b, [0.08, 0.0012, -0.035], [0.026, 0.001, 0.022])
}

/** Half of a letter: one side of it is torn. */
const tornPaper: PropBuilder = (s) => {
  s.b.use(s.main('#d0c6ae', 'paper'))
  box(s.b, [0, -0.003, 0], [0.085, 0.003, 0.11], 0.001)
  for (let i = 0; i < 7; i++) {
    const z = (i - 3) * 0.0157
    const far = 0.006 + 0.014 * s.rnd.next()
    for (const x of [-1, 1]) box(s.b, [x * (0.0425 + far / 2), -0.003, z], [far, 0.003, 0.0157])
  }
}

const money: PropBuilder = (s) => {
  for (let i = 0; i < 3; i++) {
    s.b.use(shade(paint('#7d8a64', 'paper'), 0.9 + i * 0.08))
    s.b.at([0, -0.02 + i * 0.014, 0], () => box(s.b, [0, 0, 0], [0.16, 0.012, 0.07], 0.002), i * 0.2)
  }
}

/** A palmful of coins, flat against the palm. */
const coins: PropBuilder = (s) => {
  for (let i = 0; i < 11; i++) {
    const round = (i * 2.4) % (2 * Math.PI)
    const far = 0.009 * Math.sqrt(i)
    const r = s.rnd.range(0.0105, 0.0135)
    s.b.use(shade(paint(s.rnd.chance(0.6) ? '#b98f4a' : '#a9a8a2', 'metal', 0.32), s.rnd.range(0.85, 1.15)))
    s.b.at(
      [((i * 3) % 4) * 0.0022 - 0.004, Math.cos(round) * far, Math.sin(round) * far],
      () =>
        lathe(
          s.b,
          [0, -0.001, 0],
          [
            [0, 0],
            [r, 0],
            [r, 0.0021],
            [0, 0.0021],
          ],
          12,
        ),
      0,
      s.rnd.range(-0.16, 0.16),
      Math.PI / 2 + s.rnd.range(-0.22, 0.22),
    )
  }
}

const tablet: PropBuilder = (s) => {
  s.b.use(s.main('#5b4836', 'wood'))
  box(s.b, [0, -0.006, 0], [0.2, 0.006, 0.27], 0.002)
  s.b.use(paint('#cdc4ae', 'paper'))
  box(s.b, [0, 0, 0.01], [0.17, 0.003, 0.22])
  s.b.use(STEEL)
  box(s.b, [0, 0.001, -0.12], [0.08, 0.012, 0.03], 0.004)
}

/** What hands read and write on. */
export const HAND_PAPERS: Readonly<Record<string, HandProp>> = {
  book: { draw: book, lie: lifted(0.016) },
  photograph: { draw: photograph, lie: (s, draw) => void s.b.at([0, 0.098, 0], () => draw(s), 0, -0.2) },
  letter: { draw: letter, lie: lifted(0.003) },
  'torn-paper': { draw: tornPaper, lie: lifted(0.003) },
  money: { draw: money, lie: lifted(0.02) },
  coins: { draw: coins, lie: lifted(0.008, Math.PI / 2) },
  tablet: { draw: tablet, lie: lifted(0.006) },
}
