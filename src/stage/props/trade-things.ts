import { box, cylinder, ellipsoid, lathe, leaves, paint, rod, shade } from '../geometry'
import { BRASS, DARK_METAL, type PropBuilder, type PropShape, STEEL, WHITE_WARE } from './prop-shape'

/** A body of linen on a turned stand; a coat that is being made hangs on it. */
const dressForm: PropBuilder = (s) => {
  const { b, h } = s
  b.use(paint('#4a3020', 'wood', 0.4))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.19, 0],
      [0.19, 0.025],
      [0.05, 0.07],
      [0.026, 0.12],
      [0.026, h * 0.5],
    ],
    14,
  )
  const body = (k: number): readonly (readonly [number, number])[] => [
    [0.14 * k, h * 0.48],
    [0.185 * k, h * 0.53],
    [0.17 * k, h * 0.6],
    [0.128 * k, h * 0.69],
    [0.165 * k, h * 0.79],
    [0.17 * k, h * 0.83],
    [0.105 * k, h * 0.885],
    [0.058, h * 0.92],
    [0.055, h * 0.965],
    [0.0, h * 0.97],
  ]
  b.use(paint('#b9a98a', 'fabric', 0.85))
  lathe(b, [0, 0, 0], body(1), 20, 0.74)
  b.use(BRASS)
  lathe(
    b,
    [0, 0, 0],
    [
      [0.05, h * 0.968],
      [0.02, h * 0.985],
      [0.012, h],
      [0, h],
    ],
    10,
  )
  // The coat: open in front, longer than the form.
  const cloth = s.main('#3f4a5c', 'fabric', 0.8)
  b.use(cloth)
  lathe(
    b,
    [0, 0, -0.012],
    [
      [0.25, h * 0.3],
      [0.235, h * 0.36],
      [0.21, h * 0.5],
      [0.165, h * 0.68],
      [0.188, h * 0.79],
      [0.19, h * 0.835],
      [0.125, h * 0.89],
      [0.075, h * 0.915],
    ],
    22,
    0.78,
  )
  b.use(shade(cloth, 0.78))
  for (const x of [-1, 1]) b.at([x * 0.045, h * 0.66, 0.142], () => box(b, [0, 0, 0], [0.07, h * 0.21, 0.014], 0.005), 0)
  b.use(shade(cloth, 0.6))
  for (let i = 0; i < 3; i++) ellipsoid(b, [0.012, h * (0.46 + i * 0.075), 0.165], [0.011, 0.011, 0.006], 8, 4)
}

/** Pigeon-holes with bolts of cloth, their rolled ends to the room. */
const clothShelf: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#6a4a30', 'wood', 0.5)
  b.use(shade(wood, 0.6))
  box(b, [0, 0, -d / 2 + 0.015], [w, h, 0.03])
  b.use(wood)
  const columns = Math.max(2, Math.round(w / 0.5))
  for (let i = 0; i <= columns; i++) box(b, [-w / 2 + 0.012 + (i * (w - 0.024)) / columns, 0, 0], [0.024, h, d], 0.003)
  const rows = Math.max(3, Math.round(h / 0.34))
  for (let i = 0; i <= rows; i++) box(b, [0, Math.min(h - 0.024, 0.06 + (i * (h - 0.09)) / rows), 0], [w, 0.024, d], 0.003)
  const tones = ['#3f4f6c', '#7c3a36', '#4f6048', '#a08a5c', '#5a4a5e', '#8e6a4a', '#2f3438', '#b8ab94', '#6c7d86']
  for (let c = 0; c < columns; c++)
    for (let r = 0; r < rows; r++) {
      const [cw, rh] = [(w - 0.024) / columns, (h - 0.09) / rows]
      const [x0, y0] = [-w / 2 + 0.012 + c * cw, 0.06 + r * rh + 0.024]
      const tone = s.rnd.pick(tones)
      const n = s.rnd.int(2, 3)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < 2; j++) {
          if (s.rnd.chance(0.12)) continue
          const radius = Math.min(cw / n, (rh - 0.03) / 2) * 0.47
          b.use(shade(paint(tone, 'fabric', 0.85), s.rnd.range(0.75, 1.25)))
          const x = x0 + ((i + 0.5) * cw) / n
          const y = y0 + radius + j * radius * 1.95
          rod(b, [x, y, -d / 2 + 0.05], [x, y, d / 2 - s.rnd.range(0.0, 0.05)], radius, { sides: 10 })
        }
    }
}

/** A sewing machine on its table with a treadle, a seam under the needle. */
const sewingTable: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  for (const x of [-1, 1]) {
    for (const z of [-1, 1])
      rod(b, [x * (w / 2 - 0.06), 0, z * (d / 2 - 0.04)], [x * (w / 2 - 0.1), h - 0.03, z * 0.06], 0.014, { sides: 6 })
    rod(b, [x * (w / 2 - 0.08), 0.3, -0.1], [x * (w / 2 - 0.08), 0.3, 0.1], 0.01, { sides: 5 })
  }
  b.at([0, 0.09, 0.02], () => box(b, [0, 0, 0], [w * 0.5, 0.014, d * 0.55]), 0)
  b.use(s.main('#6b4427', 'wood', 0.4))
  box(b, [0, h - 0.03, 0], [w, 0.03, d], 0.008)
  const iron = paint('#1d1d1f', 'metal', 0.25, 0.6)
  b.use(iron)
  box(b, [0.02, h, -0.03], [0.42, 0.045, 0.17], 0.012)
  box(b, [0.17, h + 0.045, -0.03], [0.09, 0.19, 0.09], 0.03)
  box(b, [0.0, h + 0.185, -0.03], [0.4, 0.065, 0.075], 0.025)
  box(b, [-0.18, h + 0.1, -0.03], [0.055, 0.13, 0.07], 0.018)
  b.use(STEEL)
  rod(b, [-0.18, h + 0.048, -0.03], [-0.18, h + 0.1, -0.03], 0.005, { sides: 5 })
  b.at([0.235, h + 0.19, -0.03], () => rod(b, [0, 0, 0], [0.03, 0, 0], 0.075, { sides: 18 }), 0)
  b.use(BRASS)
  for (const x of [-0.06, 0.04]) rod(b, [x, h + 0.25, -0.03], [x, h + 0.29, -0.03], 0.014, { sides: 8 })
  b.use(s.accent('#7c3a36', 'fabric', 0.85))
  box(b, [-0.36, h + 0.002, 0.06], [0.3, 0.012, 0.24], 0.005)
}

/** Sloping boards of loaves, rolls and baskets. */
const breadRack: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#a27a4e', 'wood', 0.6)
  b.use(shade(wood, 0.65))
  box(b, [0, 0, -d / 2 + 0.015], [w, h, 0.03])
  b.use(wood)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.02), 0, 0], [0.04, h, d], 0.006)
  box(b, [0, h - 0.05, 0], [w + 0.04, 0.05, d + 0.02], 0.01)
  const crust = ['#a8672c', '#8e5222', '#bd8340', '#7a4a22']
  const levels = Math.max(3, Math.round(h / 0.42))
  for (let i = 0; i < levels; i++) {
    const y = 0.2 + i * ((h - 0.35) / levels)
    b.use(wood)
    b.at([0, y, 0], () => box(b, [0, 0, 0], [w - 0.06, 0.024, d - 0.02], 0.004), 0)
    box(b, [0, y, d / 2 - 0.015], [w - 0.06, 0.07, 0.02], 0.004)
    const kind = (i + s.rnd.int(0, 2)) % 3
    const step = kind === 0 ? 0.11 : kind === 1 ? 0.25 : 0.14
    for (let x = -w / 2 + 0.08 + step / 2; x < w / 2 - 0.06 - step / 2; x += step) {
      if (s.rnd.chance(0.08)) continue
      b.use(shade(paint(s.rnd.pick(crust), 'plain', 0.75), s.rnd.range(0.85, 1.15)))
      if (kind === 0) {
        b.at([x, y + 0.03, 0], () => ellipsoid(b, [0, 0.1, -0.06], [0.042, 0.2, 0.045], 9, 7), s.rnd.range(-0.1, 0.1))
      } else if (kind === 1) {
        ellipsoid(b, [x, y + 0.075, 0], [0.115, 0.07, Math.min(0.14, d / 2 - 0.04)], 12, 7, 0.004)
        b.use(paint('#d9b985', 'plain', 0.8))
        for (const k of [-0.04, 0, 0.04]) b.at([x + k, y + 0.14, 0], () => box(b, [0, 0, 0], [0.012, 0.006, 0.13], 0.003), 0.5)
      } else for (const z of [-0.09, 0.05]) ellipsoid(b, [x + s.rnd.range(-0.01, 0.01), y + 0.055, z], [0.058, 0.042, 0.058], 10, 6)
    }
  }
}

/** A cabinet of many small drawers with white labels, jars of glass and porcelain above. */
const apothecaryCabinet: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#5c3b24', 'wood', 0.4)
  const desk = h * 0.46
  b.use(wood)
  box(b, [0, 0, 0], [w, desk, d], 0.008)
  box(b, [0, desk, 0], [w + 0.04, 0.035, d + 0.03], 0.01)
  const [columns, rows] = [Math.max(3, Math.round(w / 0.24)), Math.max(3, Math.round(desk / 0.18))]
  for (let c = 0; c < columns; c++)
    for (let r = 0; r < rows; r++) {
      const [cw, rh] = [(w - 0.06) / columns, (desk - 0.12) / rows]
      const [x, y] = [-w / 2 + 0.03 + (c + 0.5) * cw, 0.08 + r * rh]
      b.use(shade(wood, s.rnd.range(1.02, 1.25)))
      box(b, [x, y, d / 2], [cw - 0.02, rh - 0.02, 0.024], 0.006)
      b.use(paint('#d8cfb6', 'paper', 0.8))
      box(b, [x, y + rh * 0.5, d / 2 + 0.012], [cw * 0.5, rh * 0.26, 0.006])
      b.use(BRASS)
      ellipsoid(b, [x, y + rh * 0.26, d / 2 + 0.022], [0.014, 0.014, 0.014], 8, 5)
    }
  b.use(shade(wood, 0.6))
  box(b, [0, desk, -d / 2 + 0.015], [w, h - desk, 0.03])
  b.use(wood)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.015), desk, -d / 4], [0.03, h - desk, d / 2], 0.004)
  box(b, [0, h - 0.06, -d / 4], [w + 0.05, 0.06, d / 2 + 0.05], 0.014)
  for (let i = 0; i < 3; i++) {
    const y = desk + 0.05 + (i * (h - desk - 0.12)) / 3
    b.use(wood)
    if (i > 0) box(b, [0, y - 0.022, -d / 4], [w - 0.05, 0.022, d / 2], 0.004)
    for (let x = -w / 2 + 0.1; x < w / 2 - 0.07; x += s.rnd.range(0.12, 0.16))
      jar(s, x, i > 0 ? y : desk + 0.035, -d / 4 + 0.02, s.rnd.range(0.14, 0.2))
  }
}

/** A jar with a knobbed lid and a label: brown glass, blue glass or porcelain. */
function jar(s: PropShape, x: number, y: number, z: number, h: number): void {
  const { b } = s
  const kind = s.rnd.int(0, 2)
  b.use(kind === 0 ? paint('#4a2a14', 'plain', 0.12) : kind === 1 ? paint('#22344e', 'plain', 0.12) : WHITE_WARE)
  lathe(
    b,
    [x, y, z],
    [
      [0.038, 0],
      [0.044, 0.01],
      [0.044, h * 0.68],
      [0.028, h * 0.78],
      [0.03, h * 0.84],
      [0.02, h * 0.9],
      [0.012, h],
      [0, h],
    ],
    12,
  )
  b.use(paint('#e2d9bf', 'paper', 0.8))
  box(b, [x, y + h * 0.25, z + 0.041], [0.05, h * 0.26, 0.008], 0.002)
}

/** A barber's chair: enamel and chrome, leather, a foot rest. */
const barberChair: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const leather = s.main('#7a2a26', 'fabric', 0.35)
  b.use(WHITE_WARE)
  lathe(
    b,
    [0, 0, -0.05],
    [
      [0.3, 0],
      [0.3, 0.03],
      [0.12, 0.09],
      [0.09, 0.14],
    ],
    20,
  )
  b.use(STEEL)
  cylinder(b, [0, 0.12, -0.05], 0.06, 0.26, { sides: 14 })
  box(b, [0, 0.37, -0.05], [w * 0.5, 0.05, d * 0.42], 0.015)
  for (const x of [-1, 1]) {
    rod(b, [x * 0.15, 0.4, 0.12], [x * 0.17, 0.2, d / 2 - 0.1], 0.016)
    rod(b, [x * (w / 2 - 0.06), 0.44, 0.14], [x * (w / 2 - 0.06), 0.64, 0.14], 0.016)
  }
  box(b, [0, 0.17, d / 2 - 0.1], [0.42, 0.025, 0.16], 0.01)
  b.use(leather)
  box(b, [0, 0.42, -0.02], [w - 0.16, 0.11, 0.5], 0.04)
  b.at([0, 0.5, -0.27], () => box(b, [0, 0, 0], [w - 0.18, Math.max(0.5, h - 0.62), 0.11], 0.045), 0, -0.14)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.06), 0.63, -0.03], [0.09, 0.05, 0.4], 0.02)
  b.use(shade(leather, 0.85))
  box(b, [0, h - 0.16, -0.36], [0.26, 0.15, 0.09], 0.04)
}

/** A zinc bucket of cut flowers of one colour. */
const flowerBucket: PropBuilder = (s) => {
  const { b, w, h } = s
  const r = w / 2
  b.use(paint('#8d9496', 'metal', 0.45, 0.6))
  lathe(
    b,
    [0, 0, 0],
    [
      [r * 0.55, 0],
      [r * 0.72, h * 0.42],
      [r * 0.76, h * 0.43],
      [r * 0.7, h * 0.43],
      [r * 0.66, h * 0.38],
      [0, h * 0.37],
    ],
    16,
  )
  b.use(paint('#4c6b38', 'plain', 0.8))
  leaves(b, [0, h * 0.58, 0], [r * 0.7, h * 0.2, r * 0.7], 60, 0.07)
  const tone = s.rnd.pick(['#c8453f', '#d98a2e', '#d9b83a', '#a85c9c', '#d87a94', '#e0d8c8', '#6a62ac'])
  const n = Math.max(9, Math.round(r * 70))
  for (let i = 0; i < n; i++) {
    const a = s.rnd.range(0, Math.PI * 2)
    const k = Math.sqrt(s.rnd.range(0, 1)) * r * 0.86
    const [x, z] = [Math.cos(a) * k, Math.sin(a) * k]
    const y = h * s.rnd.range(0.76, 0.95)
    b.use(paint('#557a3c', 'plain', 0.8))
    rod(b, [x * 0.5, h * 0.4, z * 0.5], [x, y, z], 0.005, { sides: 4 })
    b.use(shade(paint(tone, 'plain', 0.7), s.rnd.range(0.8, 1.2)))
    ellipsoid(b, [x, y, z], [0.036, 0.028, 0.036], 8, 5, 0.006)
    b.use(paint('#d8b64a', 'plain', 0.8))
    ellipsoid(b, [x, y + 0.022, z], [0.012, 0.008, 0.012], 6, 4)
  }
}

/** Timber on arms out of the wall: boards and beams of all lengths, some stood beside them. */
const lumberRack: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(DARK_METAL)
  const levels = [0.12, h * 0.36, h * 0.62]
  for (const x of [-0.36, 0.12, 0.4]) {
    box(b, [x * w, 0, -d / 2 + 0.04], [0.07, h * 0.8, 0.07])
    for (const y of levels) box(b, [x * w, y, 0], [0.05, 0.05, d - 0.06])
  }
  for (const y of levels) {
    let z = -d / 2 + 0.1
    while (z < d / 2 - 0.06) {
      const thick = rnd.range(0.03, 0.11)
      const long = w * rnd.range(0.7, 0.98)
      let up = y + 0.05
      for (let k = 0; k < rnd.int(1, 3); k++) {
        const high = rnd.range(0.025, 0.06)
        b.use(shade(paint(rnd.pick(['#b08a58', '#a57c4c', '#c4a06c', '#8f6d45']), 'wood', 0.75), rnd.range(0.85, 1.15)))
        box(b, [rnd.range(-0.5, 0.5) * (w - long), up, z + thick / 2], [long, high, thick], 0.004)
        up += high + 0.004
      }
      z += thick + 0.012
    }
  }
  for (let i = 0; i < 4; i++) {
    b.use(shade(paint('#b08a58', 'wood', 0.75), rnd.range(0.8, 1.15)))
    b.at([w * 0.47 - i * 0.05, 0, d * 0.1], () => box(b, [0, 0, 0], [0.035, h * rnd.range(0.8, 0.99), 0.16], 0.004), 0, -0.1)
  }
}

/** Things of trades, by catalogue id. */
export const TRADE_THINGS: Readonly<Record<string, PropBuilder>> = {
  'dress-form': dressForm,
  'cloth-shelf': clothShelf,
  'lumber-rack': lumberRack,
  'sewing-table': sewingTable,
  'bread-rack': breadRack,
  'apothecary-cabinet': apothecaryCabinet,
  'barber-chair': barberChair,
  'flower-bucket': flowerBucket,
}
