import { box, cylinder, glowPaint, lathe, paint, shade } from '../geometry'
import { BLACK, BRASS, type PropBuilder, STEEL } from './prop-shape'

const piano: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#3a2a22', 'wood', 0.25)
  b.use(wood)
  box(b, [0, 0, -d / 2 + 0.18], [w, h, 0.36], 0.012)
  box(b, [0, 0.6, 0.06], [w, 0.12, d - 0.12], 0.012)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.04), 0, 0.12], [0.07, 0.6, 0.1], 0.012)
    box(b, [x * (w / 2 - 0.03), 0.72, 0.06], [0.06, 0.1, d - 0.14], 0.012)
  }
  b.use(shade(wood, 0.7))
  box(b, [0, h - 0.4, -0.08 + 0.01], [w - 0.2, 0.3, 0.03], 0.01)
  b.use(paint('#d0c8b4', 'plain', 0.3))
  for (let i = 0; i < 36; i++) box(b, [-w / 2 + 0.11 + i * ((w - 0.22) / 35), 0.72, 0.14], [(w - 0.22) / 35 - 0.003, 0.025, 0.15])
  b.use(BLACK)
  for (let i = 0; i < 35; i++)
    if (![2, 6].includes(i % 7)) box(b, [-w / 2 + 0.11 + (i + 0.5) * ((w - 0.22) / 35), 0.74, 0.11], [0.014, 0.02, 0.09])
  b.use(paint('#cdc4ae', 'paper'))
  b.at([0.1, 0.86, -0.02], () => box(b, [0, 0, 0], [0.4, 0.28, 0.006]), 0, -0.2)
  b.use(BRASS)
  for (const x of [-0.08, 0, 0.08]) box(b, [x, 0.05, 0.02], [0.04, 0.015, 0.12], 0.005)
}

const jukebox: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#6b3a2c', 'wood', 0.3))
  box(b, [0, 0, -0.02], [w, h * 0.62, d - 0.06], 0.03)
  b.at([0, h * 0.62, 0], () => {
    b.at(
      [0, 0, -d / 2 + 0.03],
      () =>
        lathe(
          b,
          [0, 0, 0],
          [
            [w / 2, 0],
            [w / 2, d - 0.1],
            [w / 2 - 0.04, d - 0.06],
          ],
          28,
        ),
      0,
      Math.PI / 2,
    )
  })
  b.use(glowPaint('#d8904a'))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.06), 0.12, d / 2 - 0.05], [0.07, h * 0.55, 0.03], 0.012)
  box(b, [0, h * 0.58, d / 2 - 0.04], [w * 0.56, 0.22, 0.02], 0.01)
  b.use(STEEL)
  for (let i = 0; i < 7; i++) box(b, [0, 0.16 + i * 0.07, d / 2 - 0.045], [w * 0.6, 0.03, 0.025], 0.008)
  for (let i = 0; i < 10; i++) box(b, [-0.2 + i * 0.045, h * 0.53, d / 2 - 0.03], [0.03, 0.025, 0.03], 0.006)
}

const tv: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#5e432f', 'wood'))
  box(b, [0, 0.1, 0], [w, 0.4, d], 0.01)
  for (const x of [-1, 1]) cylinder(b, [x * (w / 2 - 0.1), 0, 0], 0.02, 0.1, { sides: 8 })
  b.use(BLACK)
  box(b, [0, 0.53, -0.02], [w * 0.92, h - 0.54, 0.06], 0.01)
  box(b, [0, 0.5, 0], [0.3, 0.04, 0.2], 0.01)
  b.use(glowPaint('#2c3a40'))
  box(b, [0, 0.55, 0.014], [w * 0.9, h - 0.58, 0.004])
}

const console: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#6c757a', 'metal', 0.5, 0.3)
  b.use(shade(body, 0.55))
  box(b, [0, 0, -0.05], [w - 0.08, 0.1, d - 0.3], 0.01)
  b.use(body)
  box(b, [0, 0.1, -d / 2 + 0.25], [w, 0.62, 0.48], 0.02)
  b.use(shade(body, 1.1))
  b.at([0, 0.72, 0.04], () => box(b, [0, 0, 0], [w, 0.06, d - 0.1], 0.02), 0, 0.14)
  b.at(
    [0, 0.78, -d / 2 + 0.14],
    () => {
      b.use(body)
      box(b, [0, 0, -0.04], [w, h - 0.78, 0.12], 0.02)
      const n = Math.max(1, Math.round(w / 0.6))
      for (let i = 0; i < n; i++) {
        const x = -w / 2 + (i + 0.5) * (w / n)
        b.use(glowPaint(i % 2 ? '#2c5a50' : '#35506a'))
        box(b, [x, 0.035, 0.022], [w / n - 0.09, h - 0.85, 0.01])
        for (let k = 0; k < 4; k++) {
          b.use(paint('#9fc4b4', 'plain', 0.3))
          box(b, [x - w / n / 4 + s.rnd.range(0, 0.06), 0.06 + k * 0.04, 0.03], [s.rnd.range(0.06, w / n / 2), 0.008, 0.004])
        }
      }
    },
    0,
    -0.22,
  )
  for (let i = 0; i < Math.round(w * 16); i++) {
    b.use(paint(s.rnd.pick(['#b8b4a4', '#8d9296', '#c0763a', '#a04a3c', '#7a9a86', '#3c4246']), 'plain', 0.45))
    const x = s.rnd.range(-w / 2 + 0.08, w / 2 - 0.08)
    const z = s.rnd.range(-0.1, d / 2 - 0.14)
    b.at(
      [0, 0.72, 0.04],
      () => {
        if (i % 5 === 0) cylinder(b, [x, 0.06, z], 0.016, 0.03, { sides: 8 })
        else box(b, [x, 0.06, z], [0.03, 0.014, 0.022], 0.004)
      },
      0,
      0.14,
    )
  }
}

/** Builders by catalogue id. */
export const MACHINES: Readonly<Record<string, PropBuilder>> = {
  piano: piano,
  jukebox: jukebox,
  tv: tv,
  console: console,
}
