import { box, ellipsoid, lathe, type Paint, paint, rod, tube } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, type PropShape, STEEL, WHITE_WARE } from './prop-shape'
import { books } from './storage'
import { fronts } from './tables'

/** Four bars round a prop's front, `bar` metres wide. */
export function framed(s: PropShape, bar: number): void {
  const { b, w, h, d } = s
  for (const x of [-1, 1]) box(b, [x * (w / 2 - bar / 2), 0, 0], [bar, h, d], 0.006)
  for (const y of [0, h - bar]) box(b, [0, y, 0], [w - bar, bar, d * 0.98], 0.006)
}

/** A painted picture: sky, land, a few strokes, or a portrait. */
const picture: PropBuilder = (s) => {
  const { b, w, h, rnd } = s
  b.use(paint(rnd.pick(['#5b3d26', '#8a6c3c', '#2f2a26', '#6e5a42']), 'wood', 0.4))
  framed(s, 0.035)
  b.use(paint('#cfc5ae', 'paper'))
  box(b, [0, 0.01, -0.004], [w - 0.03, h - 0.02, 0.012])
  const iw = w - 0.13
  const ih = h - 0.13
  const z = 0.006
  const patch = (hex: string, x: number, y: number, pw: number, ph: number) => {
    b.use(paint(hex, 'paper'))
    box(b, [x, y, z], [pw, ph, 0.004])
  }
  if (w > h * 0.95) {
    patch(rnd.pick(['#9fb0b0', '#c0a888', '#8fa0a8', '#c9b894']), 0, h * 0.42, iw, ih * 0.55)
    patch(rnd.pick(['#6f7a52', '#7d6a48', '#5d7076']), 0, 0.065, iw, h * 0.42 - 0.065)
    b.use(paint(s.rnd.pick(['#5a6650', '#4f5e66', '#7a5a48']), 'paper'))
    for (let i = 0; i < 3; i++)
      ellipsoid(b, [rnd.range(-iw / 2, iw / 2) * 0.7, h * 0.42, z + 0.003], [iw * 0.16, ih * rnd.range(0.06, 0.16), 0.002], 10, 4)
    b.use(s.accent('#a4573a', 'paper'))
    box(b, [rnd.range(-0.2, 0.2) * iw, h * 0.3, z + 0.003], [iw * 0.1, ih * 0.14, 0.004])
  } else {
    patch(rnd.pick(['#5d5a4c', '#4c5658', '#6b5344']), 0, 0.065, iw, ih)
    b.use(s.accent('#7d4a3a', 'paper'))
    ellipsoid(b, [0, 0.09, z + 0.003], [iw * 0.36, ih * 0.36, 0.003], 14, 6)
    b.use(paint('#b58c6e', 'paper'))
    ellipsoid(b, [0, h * 0.6, z + 0.004], [iw * 0.15, ih * 0.17, 0.004], 12, 6)
    b.use(paint('#3c2c20', 'paper'))
    ellipsoid(b, [0, h * 0.6 + ih * 0.13, z + 0.006], [iw * 0.16, ih * 0.08, 0.003], 12, 6)
  }
}

const mirror: PropBuilder = (s) => {
  s.b.use(paint('#8a6c3c', 'metal', 0.4, 0.6))
  framed(s, 0.045)
  s.b.use(paint('#a3acac', 'plain', 0.1, 0.3))
  box(s.b, [0, 0.02, -0.006], [s.w - 0.06, s.h - 0.04, 0.02])
}

const wallClock: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#4a3424', 'wood'))
  b.at([0, h / 2, -d / 2], () => {
    b.at(
      [0, 0, 0],
      () =>
        lathe(
          b,
          [0, 0, 0],
          [
            [w / 2, 0],
            [w / 2, d * 0.7],
            [w / 2 - 0.02, d],
            [w / 2 - 0.035, d * 0.6],
          ],
          24,
        ),
      0,
      Math.PI / 2,
    )
    b.use(paint('#d2c8b0', 'paper'))
    b.at(
      [0, 0, d * 0.6],
      () =>
        lathe(
          b,
          [0, 0, 0],
          [
            [w / 2 - 0.034, 0],
            [0, 0.001],
          ],
          24,
        ),
      0,
      Math.PI / 2,
    )
    b.use(BLACK)
    for (let i = 0; i < 12; i++) b.at([0, 0, d * 0.62], () => box(b, [0, w * 0.36, 0], [0.008, w * 0.06, 0.003]), 0, 0, (i * Math.PI) / 6)
    b.at([0, 0, d * 0.66], () => box(b, [0, -0.01, 0], [0.011, w * 0.25, 0.003]), 0, 0, 2.1)
    b.at([0, 0, d * 0.7], () => box(b, [0, -0.01, 0], [0.008, w * 0.36, 0.003]), 0, 0, -0.7)
  })
}

const wallShelf: PropBuilder = (s) => {
  const { b, w, d } = s
  const wood = s.main('#6b4a30', 'wood')
  b.use(wood)
  box(b, [0, 0.1, 0], [w, 0.03, d], 0.006)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.12), 0, -0.03], [0.03, 0.11, d - 0.07], 0.006)
  if (s.rnd.chance(0.5)) books(s, -w / 2 + 0.04, 0.05, 0.13, 0, 0.22, d * 0.75)
  for (let x = 0.12; x < w / 2 - 0.05; x += 0.11) {
    b.use(s.rnd.chance(0.5) ? WHITE_WARE : s.accent('#8a5a44', 'plain', 0.35))
    lathe(
      b,
      [x, 0.13, 0.01],
      [
        [0.035, 0],
        [0.042, 0.02],
        [0.04, s.rnd.range(0.07, 0.13)],
        [0.02, 0.14],
      ],
      10,
    )
  }
  b.use(BRASS)
  for (let x = -w / 2 + 0.12; x < w / 2; x += 0.15) {
    tube(
      b,
      [
        [x, 0.1, 0.02],
        [x, 0.06, 0.05],
        [x, 0.075, 0.075],
      ],
      0.005,
      5,
    )
  }
}

const wallCabinet: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#8a8a7a', 'wood', 0.55))
  box(b, [0, 0, -0.01], [w, h, d - 0.02], 0.006)
  fronts(s, -w / 2 + 0.01, w / 2 - 0.01, 0.01, h - 0.01, d / 2 - 0.01, 2, 1)
  box(b, [0, h - 0.01, 0], [w + 0.03, 0.04, d + 0.02], 0.012)
}

const panRack: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(DARK_METAL)
  rod(b, [-w / 2, h - 0.03, 0], [w / 2, h - 0.03, 0], 0.011)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.02), h - 0.06, -0.035], [0.03, 0.06, 0.07], 0.006)
  let x = -w / 2 + 0.14
  let i = 0
  while (x < w / 2 - 0.08) {
    const r = s.rnd.range(0.06, 0.115)
    b.use(i % 3 === 1 ? paint('#9a5c38', 'metal', 0.3, 0.8) : i % 3 === 2 ? STEEL : paint('#2c2c2c', 'metal', 0.55, 0.5))
    rod(b, [x, h - 0.04, 0], [x, h - 0.22, 0.01], 0.008)
    b.at([x, h - 0.22 - r, 0.0], () =>
      b.at(
        [0, 0, 0],
        () =>
          lathe(
            b,
            [0, 0, 0],
            [
              [r * 0.8, 0],
              [r, 0.045],
              [r * 0.95, 0.045],
              [r * 0.75, 0.006],
            ],
            14,
          ),
        0,
        Math.PI / 2,
      ),
    )
    x += r * 2 + 0.03
    i++
  }
}

const coatHooks: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#6b4a30', 'wood'))
  box(b, [0, h - 0.1, -d / 2 + 0.015], [w, 0.1, 0.025], 0.006)
  const n = Math.round(w / 0.2)
  for (let i = 0; i < n; i++) {
    const x = -w / 2 + (i + 0.5) * (w / n)
    b.use(BRASS)
    tube(
      b,
      [
        [x, h - 0.05, -d / 2 + 0.02],
        [x, h - 0.06, 0],
        [x, h - 0.03, 0.03],
      ],
      0.008,
      5,
    )
    if (i > 0 && s.rnd.chance(0.25)) continue
    b.use(i === 0 ? s.accent('#4d5a60', 'fabric') : paint(s.rnd.pick(['#6a5a48', '#7d3f38', '#4c5348']), 'fabric'))
    const l = s.rnd.range(0.55, 0.85)
    lathe(
      b,
      [x, h - 0.08 - l, 0.005],
      [
        [0.13, 0],
        [0.115, l * 0.4],
        [0.1, l * 0.85],
        [0.03, l],
      ],
      9,
      0.55,
    )
  }
}

/** A board that is written on: its frame, its face, what stands on it. */
function writingBoard(s: PropShape, frame: Paint, face: Paint, ink: Paint): void {
  const { b, w, h } = s
  b.use(frame)
  framed(s, 0.06)
  b.use(face)
  box(b, [0, 0.03, -0.01], [w - 0.08, h - 0.06, 0.04])
  b.use(ink)
  for (let line = 0; line < 4; line++) {
    let x = -w / 2 + 0.25
    while (x < w * (line % 2 ? 0.1 : 0.3)) {
      const l = s.rnd.range(0.04, 0.16)
      box(b, [x + l / 2, h - 0.3 - line * 0.17, 0.0105], [l, s.rnd.range(0.012, 0.03), 0.002])
      x += l + s.rnd.range(0.02, 0.05)
    }
  }
  tube(
    b,
    [
      [w * 0.26, 0.3, 0.011],
      [w * 0.34, 0.6, 0.011],
      [w * 0.42, 0.3, 0.011],
      [w * 0.26, 0.3, 0.011],
    ],
    0.006,
    4,
  )
  b.use(frame)
  box(b, [0, -0.02, 0.04], [w, 0.03, 0.09], 0.008)
}

const blackboard: PropBuilder = (s) => writingBoard(s, paint('#7a5a3c', 'wood'), paint('#38463f', 'plain', 0.85), paint('#c6c8bc', 'paper'))
const whiteboard: PropBuilder = (s) => writingBoard(s, STEEL, paint('#d3d5d0', 'plain', 0.25), paint('#3c5a86', 'plain', 0.5))

const map: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#b9ac88', 'paper'))
  box(b, [0, 0, 0], [w, h, 0.006])
  for (let i = 0; i < 9; i++) {
    b.use(paint(s.rnd.pick(['#8a9a6c', '#a58a5c', '#7d94a0', '#b07a54', '#98a080']), 'paper'))
    ellipsoid(
      b,
      [s.rnd.range(-0.36, 0.36) * w, h / 2 + s.rnd.range(-0.32, 0.32) * h, 0.004],
      [w * s.rnd.range(0.05, 0.16), h * s.rnd.range(0.05, 0.16), 0.002],
      9,
      4,
      0.3,
    )
  }
  b.use(paint('#5b3d26', 'wood'))
  for (const y of [-0.01, h]) rod(b, [-w / 2 - 0.03, y, 0], [w / 2 + 0.03, y, 0], 0.012)
}

const noticeBoard: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#6b4a30', 'wood'))
  framed(s, 0.03)
  b.use(paint('#9a7750', 'fabric'))
  box(b, [0, 0.01, -0.006], [w - 0.03, h - 0.02, 0.02])
  for (let i = 0; i < 9; i++) {
    b.use(paint(s.rnd.pick(['#d0c8b4', '#c8b58c', '#b8c0b8', '#c9a090', '#d2cdbf']), 'paper'))
    const pw = s.rnd.range(0.1, 0.2)
    const ph = s.rnd.range(0.1, 0.24)
    b.at(
      [s.rnd.range(-0.37, 0.37) * w, h / 2 + s.rnd.range(-0.3, 0.3) * h, 0.006 + i * 0.0012],
      () => box(b, [0, -ph / 2, 0], [pw, ph, 0.002]),
      0,
      0,
      s.rnd.range(-0.09, 0.09),
    )
  }
}

const cross: PropBuilder = (s) => {
  s.b.use(s.main('#56391f', 'wood'))
  box(s.b, [0, 0, 0], [s.w * 0.14, s.h, s.d * 0.8], 0.015)
  box(s.b, [0, s.h * 0.64, 0.002], [s.w, s.w * 0.14, s.d * 0.8], 0.015)
}

const lifeRing: PropBuilder = (s) => {
  const { b, w, h } = s
  const r = w * 0.38
  for (let i = 0; i < 16; i++) {
    const a = (i / 16) * Math.PI * 2
    const c = ((i + 1) / 16) * Math.PI * 2
    b.use(i % 4 === 0 ? paint('#d0c8b8', 'plain', 0.5) : paint('#b5523a', 'plain', 0.5))
    rod(b, [Math.cos(a) * r, h / 2 + Math.sin(a) * r, 0], [Math.cos(c) * r, h / 2 + Math.sin(c) * r, 0], 0.055, { sides: 9 })
  }
}

/** Builders by catalogue id. */
export const WALL_THINGS: Readonly<Record<string, PropBuilder>> = {
  picture: picture,
  mirror: mirror,
  'wall-clock': wallClock,
  'wall-shelf': wallShelf,
  'wall-cabinet': wallCabinet,
  'pan-rack': panRack,
  'coat-hooks': coatHooks,
  blackboard: blackboard,
  whiteboard,
  map: map,
  'notice-board': noticeBoard,
  cross: cross,
  'life-ring': lifeRing,
}
