import { box, glowPaint, paint, rod, shade, sheet } from '../geometry'
import { DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

/** A stand of seats in rising rows, the lowest towards +z, gangways between the blocks, a roof on posts over the back. */
const grandstand: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const rows = 15
  const [low, high] = [1.3, h * 0.62]
  const seat = s.main('#2f568a', 'plain', 0.5)
  const grey = paint('#8f8c85', 'concrete')
  const step = (d - 1.2) / rows
  for (let j = 0; j < rows; j++) {
    const y = low + ((high - low) * j) / rows
    const z = d / 2 - 0.6 - (j + 0.5) * step
    b.use(shade(grey, 0.92 + 0.04 * (j % 2)))
    box(b, [0, 0, z], [w, y, step])
    const blocks = Math.max(2, Math.round(w / 9))
    for (let k = 0; k < blocks; k++) {
      const width = w / blocks - 1.3
      const n = Math.floor(width / 0.56)
      for (let i = 0; i < n; i++) {
        const x = -w / 2 + (k + 0.5) * (w / blocks) + ((i + 0.5) / n - 0.5) * width
        b.use(shade(seat, rnd.range(0.82, 1.12)))
        box(b, [x, y + 0.02, z - step * 0.24], [0.46, 0.72, 0.09])
      }
    }
  }
  // The wall before the first row; the back wall; the roof and what holds it.
  b.use(s.accent('#c9c6ba', 'plain', 0.6))
  box(b, [0, 0, d / 2 - 0.35], [w, low + 0.75, 0.16], 0.02)
  b.use(shade(grey, 0.75))
  box(b, [0, 0, -d / 2 + 0.2], [w, h - 1.6, 0.4])
  b.use(s.accent('#c9c6ba', 'metal', 0.5, 0.2))
  b.at([0, h - 1.1, -d * 0.1], () => box(b, [0, 0, 0], [w, 0.22, d * 0.78], 0.04), 0, -0.08)
  b.use(shade(DARK_METAL, 1.3))
  const posts = Math.max(3, Math.round(w / 8))
  for (let i = 0; i <= posts; i++) {
    const x = (i / posts - 0.5) * (w - 0.8)
    rod(b, [x, high, -d * 0.36], [x, h - 1, -d * 0.36], 0.14, { sides: 8 })
    rod(b, [x, h * 0.72, -d * 0.36], [x, h - 0.8, d * 0.18], 0.08, { sides: 6 })
  }
  // The way in under the rows.
  b.use(paint('#1d1e20', 'plain'))
  for (const k of [-0.25, 0.25]) box(b, [k * w, 0, d / 2 - 0.262], [2.4, 1.9, 0.02])
}

/** A mast with a field of lamps at its head, facing +z. */
const floodlight: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(STEEL)
  for (const x of [-1, 1]) for (const z of [-1, 1]) rod(b, [x * 0.7, 0, z * 0.5], [x * 0.3, h - 3.4, z * 0.24], 0.08, { sides: 6 })
  const n = 9
  for (let j = 0; j < n; j++) {
    const [y0, y1] = [(j * (h - 3.4)) / n, ((j + 1) * (h - 3.4)) / n]
    const at = (y: number) => 0.7 - (0.4 * y) / (h - 3.4)
    for (const z of [-1, 1]) rod(b, [-at(y0), y0, z * 0.4], [at(y1), y1, z * 0.4], 0.04, { sides: 4 })
  }
  b.at(
    [0, h - 3.4, 0],
    () => {
      b.use(DARK_METAL)
      box(b, [0, 0, 0], [w, 3.3, 0.2], 0.03)
      for (let j = 0; j < 5; j++)
        for (let i = 0; i < 5; i++) {
          const [x, y] = [(i / 4 - 0.5) * (w - 0.6), 0.34 + j * 0.64]
          b.use(DARK_METAL)
          rod(b, [x, y, 0.08], [x, y, d * 0.28], 0.26, { sides: 12, top: 0.28 })
          b.use(glowPaint('#f0efe6'))
          rod(b, [x, y, d * 0.28], [x, y, d * 0.28 + 0.02], 0.24, { sides: 12 })
        }
    },
    0,
    0.3,
  )
}

/** A goal, its mouth to +z: posts and bar, a net that hangs back from them. */
const goal: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#e2e0d6', 'metal', 0.4, 0.1))
  const z = d / 2 - 0.06
  for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.06), 0, z], [x * (w / 2 - 0.06), h, z], 0.06, { sides: 12 })
  rod(b, [-w / 2 + 0.06, h - 0.06, z], [w / 2 - 0.06, h - 0.06, z], 0.06, { sides: 12 })
  for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.06), h - 0.06, z], [x * (w / 2 - 0.06), 0, -d / 2 + 0.1], 0.03, { sides: 8 })
  b.use(paint('#c9c8c0', 'fabric'))
  const n = 24
  for (let i = 0; i <= n; i++) {
    const x = (i / n - 0.5) * (w - 0.12)
    rod(b, [x, h - 0.08, z], [x, 0.45 * h, -d / 2 + 0.55], 0.008, { sides: 3 })
    rod(b, [x, 0.45 * h, -d / 2 + 0.55], [x, 0.01, -d / 2 + 0.1], 0.008, { sides: 3 })
  }
  for (let j = 1; j < 10; j++) {
    const t = j / 10
    const [y, q] =
      t < 0.55
        ? [h - (t / 0.55) * 0.55 * h, z - (t / 0.55) * (d - 0.6)]
        : [0.45 * h * (1 - (t - 0.55) / 0.45), -d / 2 + 0.55 - ((t - 0.55) / 0.45) * 0.45]
    rod(b, [-w / 2 + 0.06, y, q], [w / 2 - 0.06, y, q], 0.008, { sides: 3 })
  }
}

/** Lines of a pitch along x and z: sidelines, the half-way line and its circle, the area before a goal at −z. */
const pitchLines: PropBuilder = (s) => {
  const { b, w, d } = s
  b.use(paint('#d6d8c8', 'plain', 0.9))
  const line = (x: number, z: number, lx: number, lz: number) => box(b, [x, 0.004, z], [lx, 0.006, lz])
  for (const x of [-1, 1]) line(x * (w / 2 - 0.06), 0, 0.12, d)
  for (const z of [-1, 1]) line(0, z * (d / 2 - 0.06), w, 0.12)
  const area = (half: number, deep: number) => {
    for (const x of [-1, 1]) line(x * half, -d / 2 + deep / 2, 0.12, deep)
    line(0, -d / 2 + deep, half * 2 + 0.12, 0.12)
  }
  area(14, 11)
  area(7, 4.4)
  line(0, -d / 2 + 8, 0.26, 0.26)
  // The circle of the half-way line, which is the near edge.
  sheet(b, 40, 1, (u, v) => {
    const [a, r] = [Math.PI * (1 + u), 8 + v * 0.12]
    return [Math.cos(a) * r, 0.008, d / 2 + Math.sin(a) * r]
  })
}

/** A bench under a curved roof of clear sheet. */
const dugout: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#5b6065', 'metal', 0.5, 0.3))
  for (const x of [-1, 0, 1]) {
    rod(b, [x * (w / 2 - 0.04), 0, -d / 2 + 0.06], [x * (w / 2 - 0.04), h * 0.7, -d / 2 + 0.06], 0.03)
    rod(b, [x * (w / 2 - 0.04), h * 0.7, -d / 2 + 0.06], [x * (w / 2 - 0.04), h - 0.02, d / 2 - 0.1], 0.03)
  }
  b.use(paint('#9aa6aa', 'plain', 0.2))
  sheet(
    b,
    2,
    6,
    (u, v) => [
      (u - 0.5) * w,
      v < 0.5 ? 0.1 + v * 1.3 * h : h * 0.75 + (v - 0.5) * 0.5 * h,
      v < 0.5 ? -d / 2 + 0.02 : -d / 2 + 0.02 + (v - 0.5) * 2 * (d - 0.1),
    ],
    { both: true },
  )
  const n = Math.max(2, Math.round(w / 0.9))
  for (let i = 0; i < n; i++) {
    const x = ((i + 0.5) / n - 0.5) * (w - 0.3)
    b.use(s.main('#9a3a34', 'plain', 0.5))
    box(b, [x, 0.38, 0], [0.5, 0.07, 0.44], 0.03)
    box(b, [x, 0.5, -0.24], [0.5, 0.5, 0.06], 0.03)
  }
  b.use(DARK_METAL)
  box(b, [0, 0, 0], [w - 0.3, 0.38, 0.1])
}

/** A board that sells something along a pitch. */
const adBoard: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(DARK_METAL)
  for (const x of [-0.4, 0, 0.4]) box(b, [x * w, 0, -d * 0.3], [0.06, h, d * 0.4])
  const [ground, ink] = rnd.pick([
    ['#b8462f', '#efe6cf'],
    ['#2c4f7a', '#e6dfc8'],
    ['#d8d4c6', '#2f5d3e'],
    ['#2b2d30', '#d2a03a'],
  ] as const)
  b.use(paint(ground, 'plain', 0.5))
  box(b, [0, 0.04, 0.01], [w, h - 0.04, d * 0.4], 0.01)
  b.use(paint(ink, 'plain', 0.5))
  for (let x = -w * 0.32; x < w * 0.32; ) {
    const k = h * rnd.range(0.28, 0.5)
    if (!rnd.chance(0.14)) box(b, [x + k / 2, h * 0.3, d * 0.22], [k * 0.76, h * 0.44, 0.01])
    x += k
  }
}

/** A flag where two lines meet. */
const cornerFlag: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#e2e0d6', 'plain', 0.5))
  rod(b, [-w * 0.4, 0, 0], [-w * 0.4, h, 0], 0.016, { sides: 8 })
  b.use(s.main('#c83a2a', 'fabric'))
  sheet(b, 6, 3, (u, v) => [-w * 0.4 + u * w * 0.8, h - 0.26 + v * 0.25 * (1 - 0.4 * u), 0.02 * Math.sin(u * 6)], { both: true })
}

/** Builders of what grounds with crowds have. */
export const STADIUM_THINGS: Readonly<Record<string, PropBuilder>> = {
  grandstand,
  floodlight,
  'goal-frame': goal,
  'pitch-lines': pitchLines,
  dugout,
  'ad-board': adBoard,
  'corner-flag': cornerFlag,
}
