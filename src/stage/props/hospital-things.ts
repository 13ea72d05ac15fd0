import { box, cylinder, ellipsoid, glassPaint, glowPaint, lathe, paint, rod, shade, sheet, tube } from '../geometry'
import { DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'

const CREAM = paint('#c9c6b8', 'plain', 0.45)

/** A castor under a corner. */
function castor(s: PropShape, x: number, z: number): void {
  s.b.use(DARK_METAL)
  s.b.at([x, 0.05, z], () => rod(s.b, [-0.015, 0, 0], [0.015, 0, 0], 0.05, { sides: 12 }))
  rod(s.b, [x, 0.06, z], [x, 0.16, z], 0.014, { sides: 6 })
}

/**
 * A hospital bed on castors: frame, mattress, board at head and foot, folded side rails, cranks at its foot. One that is
 * taller than a metre has its back cranked up; a lower one lies flat, with a sheet and a blanket turned down.
 */
const hospitalBed: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const up = h > 1.05
  const deck = 0.5
  for (const x of [-1, 1]) for (const z of [-1, 1]) castor(s, x * (w / 2 - 0.08), z * (d / 2 - 0.14))
  b.use(CREAM)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.06), 0.3, 0], [0.05, 0.08, d - 0.12], 0.012)
  for (const z of [-0.3, 0.3]) {
    box(b, [0, 0.22, z * d], [w - 0.16, 0.06, 0.08], 0.01)
    for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.1), 0.14, z * d], [0.05, 0.18, 0.05])
  }
  box(b, [0, deck - 0.12, 0], [w - 0.06, 0.05, d - 0.1], 0.01)
  for (const [z, high] of [
    [-1, 0.98],
    [1, 0.82],
  ] as const) {
    b.use(s.accent('#7d8f95', 'plain', 0.4))
    box(b, [0, 0.42, z * (d / 2 - 0.03)], [w - 0.1, high - 0.42, 0.035], 0.016)
    b.use(STEEL)
    for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.04), 0.3, z * (d / 2 - 0.03)], [x * (w / 2 - 0.04), high, z * (d / 2 - 0.03)], 0.016)
    rod(b, [-w / 2 + 0.04, high, z * (d / 2 - 0.03)], [w / 2 - 0.04, high, z * (d / 2 - 0.03)], 0.016)
  }
  // The cranks at the foot.
  for (const x of [-0.2, 0.2]) {
    b.use(STEEL)
    tube(
      b,
      [
        [x, 0.36, d / 2 - 0.1],
        [x, 0.36, d / 2 + 0.05],
        [x + 0.09, 0.36, d / 2 + 0.05],
      ],
      0.01,
      6,
    )
    b.use(DARK_METAL)
    rod(b, [x + 0.09, 0.36, d / 2 + 0.04], [x + 0.09, 0.36, d / 2 + 0.13], 0.016, { sides: 8 })
  }
  const linen = paint('#d3d3cb', 'fabric', 0.9)
  const back = up ? 0.86 : 0
  const head = -d / 2 + 0.08
  const hinge = head + 0.82
  b.use(linen)
  box(b, [0, deck - 0.06, (hinge + d / 2 - 0.07) / 2], [w - 0.1, 0.15, d / 2 - 0.07 - hinge], 0.04)
  b.at(
    [0, deck - 0.06, hinge],
    () => {
      b.use(linen)
      box(b, [0, 0, -0.41], [w - 0.1, 0.15, 0.82], 0.04)
      b.use(paint('#dedcd2', 'fabric', 0.95))
      ellipsoid(b, [0, 0.2, -0.6], [w * 0.36, 0.07, 0.17], 14, 8, 0.04)
    },
    0,
    up ? back : 0,
  )
  // Blanket over the legs, its sheet turned down.
  const top = deck + 0.095
  const half = w / 2 - 0.05
  const cover = (hex: ReturnType<typeof paint>, z0: number, z1: number, lift: number) => {
    b.use(hex)
    sheet(
      b,
      18,
      8,
      (u, v) => {
        const x = (u - 0.5) * (w + 0.34)
        const z = z0 + v * (z1 - z0)
        const over = Math.max(0, Math.abs(x) - half + 0.02)
        return [
          Math.sign(x) * Math.min(Math.abs(x), half + 0.025) + 0.006 * Math.sin(z * 11 + u * 5) * Math.min(1, over * 9),
          top + lift - Math.max(0, over - 0.02) + 0.005 * Math.sin(x * 9 + z * 5),
          z,
        ]
      },
      { uv: (_, u, v) => [u * w, v * (z1 - z0)], both: true },
    )
  }
  const at = up ? hinge + 0.12 : head + 0.62
  cover(s.main('#6f9198', 'fabric', 0.95), at, d / 2 - 0.08, 0)
  cover(linen, at - 0.01, at + 0.22, 0.008)
  // Side rails: up at the head.
  b.use(STEEL)
  for (const x of [-1, 1]) {
    for (const y of [0.62, 0.74]) rod(b, [x * (w / 2 - 0.02), y, -d * 0.33], [x * (w / 2 - 0.02), y, -d * 0.05], 0.011, { sides: 6 })
    for (const z of [-0.33, -0.19, -0.05]) rod(b, [x * (w / 2 - 0.02), 0.44, z * d], [x * (w / 2 - 0.02), 0.74, z * d], 0.009, { sides: 6 })
  }
}

/** A drip: stand on five castors, hooks, a bag half full, its chamber and line. */
const dripStand: PropBuilder = (s) => {
  const { b, h } = s
  b.use(STEEL)
  for (let i = 0; i < 5; i++) b.at([0, 0, 0], () => rod(b, [0, 0.1, 0], [0.24, 0.06, 0], 0.014, { top: 0.01 }), (i * Math.PI * 2) / 5)
  b.use(DARK_METAL)
  for (let i = 0; i < 5; i++) b.at([0, 0, 0], () => ellipsoid(b, [0.24, 0.03, 0], [0.03, 0.03, 0.018], 8, 5), (i * Math.PI * 2) / 5)
  b.use(STEEL)
  rod(b, [0, 0.08, 0], [0, h - 0.03, 0], 0.012)
  for (const x of [-1, 1])
    tube(
      b,
      [
        [0, h - 0.03, 0],
        [x * 0.13, h - 0.02, 0],
        [x * 0.15, h - 0.06, 0],
      ],
      0.007,
      6,
    )
  b.use(paint('#b9ced0', 'plain', 0.15))
  box(b, [0.14, h - 0.34, 0], [0.13, 0.16, 0.045], 0.02)
  b.use({ ...glassPaint('#d8e4e6') })
  box(b, [0.14, h - 0.2, 0], [0.13, 0.13, 0.04], 0.02)
  b.use(paint('#e3e6e2', 'plain', 0.2))
  rod(b, [0.14, h - 0.42, 0], [0.14, h - 0.34, 0], 0.012, { sides: 8 })
  tube(
    b,
    [
      [0.14, h - 0.42, 0],
      [0.17, h - 0.75, 0.03],
      [0.1, h - 1.02, 0.1],
    ],
    0.004,
    5,
  )
  b.use(paint('#6b8790', 'plain', 0.5))
  box(b, [0, h * 0.56, 0.06], [0.13, 0.2, 0.1], 0.014)
  b.use(paint('#26343a', 'plain', 0.2))
  box(b, [0, h * 0.56 + 0.11, 0.112], [0.09, 0.05, 0.004])
}

/** The points of a heartbeat's trace over a screen, from 0 to 1 each way. */
function heartbeat(): readonly (readonly [number, number])[] {
  const beat = [
    [0, 0],
    [0.3, 0],
    [0.36, 0.12],
    [0.42, 0],
    [0.48, -0.08],
    [0.53, 0.85],
    [0.58, -0.28],
    [0.63, 0],
    [0.76, 0.2],
    [0.86, 0],
  ] as const
  return [0, 1, 2].flatMap((k) => beat.map(([x, y]) => [(k + x) / 3, y] as const))
}

/** A monitor on a pole: three traces and three numbers that shine, leads, a basket. */
const patientMonitor: PropBuilder = (s) => {
  const { b, h } = s
  b.use(STEEL)
  for (let i = 0; i < 5; i++)
    b.at([0, 0, 0], () => rod(b, [0, 0.09, 0], [0.25, 0.05, 0], 0.016, { top: 0.012 }), (i * Math.PI * 2) / 5 + 0.3)
  rod(b, [0, 0.08, 0], [0, h - 0.36, 0], 0.018)
  b.use(CREAM)
  box(b, [0, h * 0.5, 0.06], [0.3, 0.1, 0.2], 0.01)
  b.at(
    [0, h - 0.38, 0.03],
    () => {
      b.use(CREAM)
      box(b, [0, 0, 0], [0.46, 0.38, 0.13], 0.022)
      b.use(paint('#0e1518', 'plain', 0.15))
      box(b, [-0.03, 0.05, 0.066], [0.36, 0.28, 0.006])
      const lines = [
        ['#57e07c', 0.235, 0.07],
        ['#e8d25a', 0.155, 0.04],
        ['#58b8e8', 0.085, 0.03],
      ] as const
      lines.forEach(([hex, y, tall], i) => {
        b.use(glowPaint(hex))
        const at = ([x, v]: readonly [number, number]) => [-0.19 + x * 0.24, y + v * tall, 0.074] as const
        const path = i === 0 ? heartbeat() : heartbeat().map(([x]) => [x, Math.sin(x * (i === 1 ? 19 : 12)) * 0.5] as const)
        for (let k = 1; k < path.length; k++) rod(b, at(path[k - 1]!), at(path[k]!), 0.0024, { sides: 4 })
        for (let k = 0; k < 2; k++) box(b, [0.085 + k * 0.034, y - 0.018, 0.072], [0.024, 0.045 - i * 0.006, 0.004], 0.004)
      })
      b.use(paint('#7a8a8c', 'plain', 0.4))
      for (let i = 0; i < 4; i++) cylinder(b, [0.19, 0.07 + i * 0.07, 0.06], 0.014, 0.014, { sides: 8 })
    },
    0,
    -0.06,
  )
  b.use(paint('#5d6a6c', 'plain', 0.5))
  tube(
    b,
    [
      [-0.18, h - 0.36, 0.06],
      [-0.26, h - 0.62, 0.1],
      [-0.12, h * 0.52, 0.1],
    ],
    0.006,
    5,
  )
}

/** A table on one foot that reaches over a bed. */
const overbedTable: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(STEEL)
  for (const z of [-1, 1]) box(b, [0, 0.04, z * (d / 2 - 0.06)], [w * 0.8, 0.035, 0.05], 0.01)
  box(b, [-w * 0.36, 0.04, 0], [0.06, h - 0.08, 0.08], 0.012)
  box(b, [-w * 0.36, 0.04, 0], [0.06, 0.04, d - 0.06], 0.01)
  b.use(s.main('#b59c78', 'wood', 0.4))
  box(b, [0, h - 0.035, 0], [w, 0.035, d], 0.012)
}

/** A ceiling rail with a cubicle curtain on it: gathered at one end, drawn along the rest by `half`, mesh at the top. */
const bedCurtain: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(STEEL)
  rod(b, [-w / 2, h - 0.03, 0], [w / 2, h - 0.03, 0], 0.014, { sides: 8 })
  const cloth = s.main('#8fa39a', 'fabric', 0.95)
  const fold = (x0: number, x1: number, waves: number, y0: number, y1: number) =>
    sheet(
      b,
      waves * 5,
      3,
      (u, v) => [x0 + (x1 - x0) * u, y0 + (y1 - y0) * v, Math.sin(u * waves * Math.PI * 2) * d * 0.4 * (1.05 - 0.35 * v)],
      { uv: (_, u, v) => [u * waves * 0.25, v * (y1 - y0)], both: true },
    )
  const reach = -w / 2 + w * 0.62
  b.use(cloth)
  fold(-w / 2, reach, Math.max(5, Math.round(w * 4)), 0.32, h - 0.42)
  b.use(paint('#c4c8c0', 'fabric', 0.95))
  fold(-w / 2, reach, Math.max(5, Math.round(w * 4)), h - 0.42, h - 0.05)
}

/** The panel at a bed's head: a lamp that shines up and down, sockets, gas outlets, a call button on its cord. */
const bedHeadPanel: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(CREAM)
  box(b, [0, 0, -d / 2 + 0.03], [w, h, 0.06], 0.012)
  b.use(glowPaint('#f0ead8'))
  box(b, [0, h - 0.06, 0.02], [w * 0.7, 0.05, d * 0.6], 0.012)
  const z = -d / 2 + 0.065
  for (let i = 0; i < 5; i++) {
    b.use(paint(['#b8503c', '#3f6f8c', '#d8d6cc', '#d8d6cc', '#5c8a5a'][i]!, 'plain', 0.4))
    b.at([-w * 0.36 + i * w * 0.18, h * 0.36, z], () => rod(b, [0, 0, 0], [0, 0, 0.025], 0.026, { sides: 12 }))
  }
  b.use(paint('#b8503c', 'plain', 0.4))
  rod(b, [w * 0.42, h * 0.4, z], [w * 0.44, -0.26, z + 0.03], 0.005, { sides: 5 })
  box(b, [w * 0.44, -0.32, z + 0.03], [0.03, 0.08, 0.02], 0.008)
}

/** Seats in a row on one beam, a small table top at the end of it. */
const seatRow: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const n = Math.max(2, Math.round(w / 0.58))
  const each = w / n
  b.use(STEEL)
  box(b, [0, 0.34, -0.02], [w - 0.1, 0.05, 0.06], 0.01)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.25), 0.03, -0.02], [0.05, 0.32, 0.05], 0.008)
    box(b, [x * (w / 2 - 0.25), 0, -0.02], [0.05, 0.035, d - 0.08], 0.012)
  }
  const shell = s.main('#4f6f7c', 'plain', 0.45)
  for (let i = 0; i < n; i++) {
    const x = -w / 2 + (i + 0.5) * each
    b.use(shell)
    b.at([x, 0.41, 0.03], () => box(b, [0, 0, 0], [each - 0.07, 0.035, 0.44], 0.016), 0, -0.04)
    b.at([x, 0.5, -d / 2 + 0.1], () => box(b, [0, 0, 0], [each - 0.09, h - 0.52, 0.03], 0.014), 0, -0.16)
    b.use(shade(shell, 0.8))
    b.at([x, 0.44, 0.05], () => box(b, [0, 0, 0], [each - 0.13, 0.02, 0.36], 0.01), 0, -0.04)
    b.use(STEEL)
    rod(b, [x, 0.38, -d / 2 + 0.14], [x, 0.56, -d / 2 + 0.13], 0.016, { sides: 6 })
  }
  b.use(DARK_METAL)
  for (let i = 1; i < n; i++) box(b, [-w / 2 + i * each, 0.6, 0.02], [0.045, 0.03, 0.34], 0.012)
}

/** A reception desk: a high front before a lower desk top, a kick plate, a bell on its ledge. */
const receptionDesk: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const front = s.main('#8a6a48', 'wood', 0.4)
  b.use(front)
  box(b, [0, 0.1, d / 2 - 0.08], [w, h - 0.14, 0.06], 0.01)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.03), 0.1, -0.02], [0.06, 0.62, d - 0.06], 0.01)
  b.use(shade(front, 0.72))
  const n = Math.round(w / 0.16)
  for (let i = 0; i < n; i++) box(b, [((i + 0.5) / n - 0.5) * (w - 0.1), 0.14, d / 2 - 0.04], [0.09, h - 0.24, 0.03], 0.008)
  b.use(DARK_METAL)
  box(b, [0, 0, 0.02], [w - 0.12, 0.1, d - 0.14])
  b.use(s.accent('#c9c4b6', 'plain', 0.3))
  box(b, [0, h - 0.045, d / 2 - 0.14], [w + 0.04, 0.045, 0.32], 0.012)
  box(b, [0, 0.72, -0.1], [w - 0.12, 0.035, d - 0.24], 0.008)
  b.use(paint('#b08f4a', 'metal', 0.3, 0.9))
  lathe(
    b,
    [w * 0.3, h, d / 2 - 0.14],
    [
      [0.045, 0],
      [0.045, 0.008],
      [0.034, 0.03],
      [0.008, 0.042],
      [0.006, 0.055],
    ],
    14,
  )
}

/** A water dispenser: a bottle upside down on a cabinet, two taps, a stack of cups. */
const waterCooler: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(CREAM)
  box(b, [0, 0, 0], [w, h * 0.68, d], 0.02)
  b.use(DARK_METAL)
  box(b, [0, h * 0.48, d / 2 - 0.02], [w * 0.7, h * 0.14, 0.05], 0.01)
  for (const [x, hex] of [
    [-0.06, '#3f6f9c'],
    [0.06, '#b0503c'],
  ] as const) {
    b.use(paint(hex, 'plain', 0.4))
    box(b, [x, h * 0.58, d / 2 + 0.005], [0.035, 0.03, 0.05], 0.008)
  }
  b.use(paint('#8fb4c4', 'plain', 0.1))
  lathe(
    b,
    [0, h * 0.68, 0],
    [
      [0.05, 0],
      [0.06, 0.03],
      [w * 0.42, 0.09],
      [w * 0.43, h * 0.28],
      [w * 0.36, h * 0.32],
    ],
    18,
  )
}

/** Builders by catalogue id. */
export const HOSPITAL_THINGS: Readonly<Record<string, PropBuilder>> = {
  'hospital-bed': hospitalBed,
  'drip-stand': dripStand,
  'patient-monitor': patientMonitor,
  'overbed-table': overbedTable,
  'bed-curtain': bedCurtain,
  'bed-head-panel': bedHeadPanel,
  'seat-row': seatRow,
  'reception-desk': receptionDesk,
  'water-cooler': waterCooler,
}
