import { box, cylinder, ellipsoid, glowPaint, lathe, leaves, paint, rod, shade, tube } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder } from './prop-shape'

const tableLamp: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.accent('#7d5a48', 'plain', 0.35))
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.24, 0],
      [w * 0.24, 0.015],
      [w * 0.14, 0.04],
      [w * 0.22, h * 0.28],
      [w * 0.1, h * 0.42],
      [0.012, h * 0.46],
      [0.012, h * 0.6],
    ],
    16,
  )
  b.use({ ...s.main('#cdb890', 'fabric'), pass: 'glow' })
  lathe(
    b,
    [0, h * 0.55, 0],
    [
      [w * 0.5, 0],
      [w * 0.3, h * 0.43],
      [w * 0.29, h * 0.43],
      [w * 0.49, 0.004],
    ],
    20,
  )
}

const candle: PropBuilder = (s) => {
  const { b, h } = s
  b.use(BRASS)
  lathe(
    b,
    [0, 0, 0],
    [
      [0.045, 0],
      [0.045, 0.008],
      [0.015, 0.015],
    ],
    14,
  )
  b.use(paint('#d8cdb0', 'plain', 0.6))
  cylinder(b, [0, 0.01, 0], 0.014, h * 0.62, { sides: 8 })
  b.use(glowPaint('#f0b050'))
  lathe(
    b,
    [0, h * 0.66, 0],
    [
      [0.004, 0],
      [0.009, 0.015],
      [0.001, 0.05],
    ],
    7,
  )
}

const vase: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main(s.rnd.pick(['#5d6f70', '#a08a64', '#7d4a3c', '#b5ab98']), 'plain', 0.3))
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.2, 0],
      [w * 0.3, h * 0.12],
      [w * 0.28, h * 0.28],
      [w * 0.14, h * 0.42],
      [w * 0.18, h * 0.46],
    ],
    16,
  )
  for (let i = 0; i < 8; i++) {
    const a = i * 2.4
    const r = w * (0.12 + 0.3 * s.rnd.next())
    const y = h * (0.72 + 0.26 * s.rnd.next())
    b.use(paint('#5b6f3c', 'foliage'))
    rod(b, [0, h * 0.4, 0], [Math.cos(a) * r, y, Math.sin(a) * r], 0.004, { sides: 4 })
    if (i % 2) leaves(b, [Math.cos(a) * r * 0.7, y * 0.82, Math.sin(a) * r * 0.7], [0.04, 0.04, 0.04], 3, 0.035)
    b.use(s.accent('#b5683a', 'paper'))
    ellipsoid(b, [Math.cos(a) * r, y, Math.sin(a) * r], [0.036, 0.028, 0.036], 8, 6, 0.25)
  }
}

const bookStack: PropBuilder = (s) => {
  const { b, rnd } = s
  let y = 0
  for (let i = 0; i < rnd.int(2, 5); i++) {
    const t = rnd.range(0.02, 0.045)
    b.at(
      [0, y, 0],
      () => {
        b.use(paint(rnd.pick(['#6e3b33', '#3d4f4a', '#8a6a3c', '#4a4c5e', '#7d7263']), 'paper', 0.7))
        const bw = rnd.range(0.19, 0.25)
        const bd = rnd.range(0.14, 0.18)
        box(b, [0, 0, 0], [bw, 0.004, bd])
        box(b, [0, t - 0.004, 0], [bw, 0.004, bd])
        box(b, [0, 0, -bd / 2 + 0.003], [bw, t, 0.006])
        b.use(paint('#cfc3a6', 'paper'))
        box(b, [0, 0.004, 0], [bw - 0.01, t - 0.008, bd - 0.012])
      },
      rnd.range(-0.3, 0.3),
    )
    y += t
  }
}

const papers: PropBuilder = (s) => {
  for (let i = 0; i < 5; i++) {
    s.b.use(shade(paint('#cdc6b4', 'paper'), s.rnd.range(0.85, 1.05)))
    s.b.at(
      [s.rnd.range(-0.05, 0.05), i * 0.003, s.rnd.range(-0.03, 0.03)],
      () => box(s.b, [0, 0, 0], [0.21, 0.002, 0.27]),
      s.rnd.range(-0.6, 0.6),
    )
  }
  s.b.use(paint('#3c4c5e', 'plain', 0.4))
  s.b.at([0.05, 0.02, 0.02], () => rod(s.b, [-0.07, 0, 0], [0.07, 0, 0], 0.004, { sides: 6 }), 0.7)
}

const laptop: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#6a6e70', 'metal', 0.4, 0.5))
  box(b, [0, 0, 0.02], [0.33, 0.014, 0.23], 0.004)
  b.at(
    [0, 0.014, -0.095],
    () => {
      box(b, [0, 0, 0], [0.33, 0.22, 0.008], 0.003)
      b.use(glowPaint('#41586a'))
      box(b, [0, 0.012, 0.005], [0.305, 0.195, 0.002])
    },
    0,
    -0.28,
  )
  b.use(BLACK)
  box(b, [0, 0.0135, 0.005], [0.29, 0.002, 0.1])
}

const monitor: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#35383a', 'plain', 0.5))
  box(b, [0, 0, 0], [0.22, 0.02, 0.18], 0.006)
  rod(b, [0, 0.02, -0.03], [0, 0.16, -0.03], 0.02)
  box(b, [0, 0.11, 0], [w, h - 0.11, 0.04], 0.01)
  b.use(glowPaint('#3c5666'))
  box(b, [0, 0.125, 0.019], [w - 0.04, h - 0.15, 0.004])
}

const typewriter: PropBuilder = (s) => {
  const { b } = s
  const body = s.main('#4c5a58', 'metal', 0.4, 0.3)
  b.use(body)
  box(b, [0, 0, -0.03], [0.36, 0.11, 0.26], 0.025)
  b.at([0, 0.05, 0.12], () => box(b, [0, -0.05, 0], [0.34, 0.06, 0.14], 0.015), 0, 0.35)
  b.use(BLACK)
  b.at([0, 0.14, -0.08], () => rod(b, [-0.2, 0, 0], [0.2, 0, 0], 0.022))
  b.use(paint('#d0c8b4', 'paper'))
  b.at([0, 0.15, -0.09], () => box(b, [0, 0, 0], [0.21, 0.15, 0.002]), 0, -0.25)
  b.use(paint('#c9bfa6', 'plain', 0.5))
  for (let r = 0; r < 4; r++)
    for (let i = 0; i < 10; i++)
      b.at([0, 0.05, 0.12], () => cylinder(b, [-0.14 + i * 0.03 + r * 0.006, 0.012, -0.045 + r * 0.03], 0.01, 0.008, { sides: 6 }), 0, 0.35)
}

const radio: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#6b4326', 'wood', 0.35))
  box(b, [0, 0, 0], [w, h, d], 0.02)
  b.use(paint('#a58e62', 'fabric'))
  box(b, [-w * 0.16, 0.04, d / 2 - 0.004], [w * 0.56, h - 0.08, 0.01], 0.004)
  b.use(paint('#d0bd8c', 'paper'))
  box(b, [w * 0.3, h * 0.52, d / 2 - 0.004], [w * 0.28, h * 0.32, 0.01], 0.004)
  b.use(BRASS)
  for (const x of [0.22, 0.38]) b.at([w * x, h * 0.28, d / 2], () => cylinder(b, [0, 0, 0], 0.018, 0.02, { sides: 12 }), 0, Math.PI / 2)
}

const telephone: PropBuilder = (s) => {
  const { b } = s
  b.use(s.main('#33302d', 'plain', 0.3))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.1, 0],
      [0.105, 0.02],
      [0.05, 0.085],
      [0.045, 0.09],
    ],
    18,
  )
  tube(
    b,
    [
      [-0.11, 0.1, 0],
      [-0.08, 0.125, 0],
      [0.08, 0.125, 0],
      [0.11, 0.1, 0],
    ],
    0.017,
    8,
  )
  for (const x of [-1, 1]) ellipsoid(b, [x * 0.11, 0.095, 0], [0.034, 0.028, 0.034], 10, 6)
  b.use(paint('#b8ae98', 'plain', 0.4))
  b.at(
    [0, 0.05, 0.075],
    () =>
      lathe(
        b,
        [0, 0, 0],
        [
          [0.042, 0],
          [0.036, 0.008],
          [0.015, 0.01],
        ],
        14,
      ),
    0,
    0.75,
  )
}

const till: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#6e5a42', 'metal', 0.35, 0.5))
  box(b, [0, 0, 0], [w, 0.11, d], 0.012)
  box(b, [0, 0.11, -d * 0.15], [w * 0.92, h * 0.45, d * 0.55], 0.04)
  b.at([0, 0.13, d * 0.18], () => box(b, [0, 0, 0], [w * 0.9, 0.06, d * 0.4], 0.015), 0, 0.4)
  b.use(paint('#cfc4a8', 'plain', 0.4))
  for (let r = 0; r < 3; r++)
    for (let i = 0; i < 5; i++)
      b.at([0, 0.13, d * 0.18], () => cylinder(b, [-0.12 + i * 0.06, 0.06, -0.05 + r * 0.05], 0.014, 0.014, { sides: 8 }), 0, 0.4)
  box(b, [0, h - 0.1, -d * 0.15], [w * 0.6, 0.1, 0.06], 0.012)
}

const globe: PropBuilder = (s) => {
  const { b, h } = s
  b.use(paint('#56391f', 'wood'))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.1, 0],
      [0.09, 0.02],
      [0.02, 0.05],
      [0.018, 0.1],
    ],
    14,
  )
  b.use(paint('#6a8088', 'paper'))
  ellipsoid(b, [0, h * 0.6, 0], [0.14, 0.14, 0.14], 20, 14)
  b.use(paint('#a08a5c', 'paper'))
  for (let i = 0; i < 7; i++) {
    const a = i * 2.4
    const y = s.rnd.range(-0.5, 0.6)
    const r = Math.sqrt(1 - y * y)
    ellipsoid(b, [Math.cos(a) * r * 0.128, h * 0.6 + y * 0.128, Math.sin(a) * r * 0.128], [0.04, 0.045, 0.04], 8, 6, 0.3)
  }
}

const toolbox: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#8d3f34', 'metal', 0.45, 0.3))
  box(b, [0, 0, 0], [w, h * 0.62, d], 0.01)
  box(b, [0, h * 0.62, 0], [w, 0.04, d], 0.015)
  b.use(DARK_METAL)
  tube(
    b,
    [
      [-w * 0.3, h * 0.66, 0],
      [-w * 0.3, h * 0.95, 0],
      [w * 0.3, h * 0.95, 0],
      [w * 0.3, h * 0.66, 0],
    ],
    0.01,
    6,
  )
}

const rope: PropBuilder = (s) => {
  s.b.use(s.main('#9a8260', 'fabric'))
  for (let k = 0; k < 3; k++)
    for (let i = 0; i < 14; i++) {
      const a = (i / 14) * Math.PI * 2
      const c = ((i + 1) / 14) * Math.PI * 2
      const r = 0.19 - k * 0.015
      rod(s.b, [Math.cos(a) * r, 0.02 + k * 0.036, Math.sin(a) * r], [Math.cos(c) * r, 0.02 + k * 0.036, Math.sin(c) * r], 0.02, {
        sides: 6,
      })
    }
}

/** Builders by catalogue id. */
export const SMALL: Readonly<Record<string, PropBuilder>> = {
  'table-lamp': tableLamp,
  candle: candle,
  vase: vase,
  'book-stack': bookStack,
  papers: papers,
  laptop: laptop,
  monitor: monitor,
  typewriter: typewriter,
  radio: radio,
  telephone: telephone,
  till: till,
  globe: globe,
  toolbox: toolbox,
  rope: rope,
}
