import { box, ellipsoid, paint, rod, shade, sheet } from '../geometry'
import { BRASS, DARK_METAL, type PropBuilder, type PropShape } from './prop-shape'

/** Height of the low wall under an attic's slopes, as a share of the ridge's. */
const KNEE = 0.34

/** The underside of a pitched roof with its ridge along z: boards, rafters, purlins, collar beams. */
const atticRoof: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const timber = s.main('#6b543d', 'planks')
  const knee = h * KNEE
  const rise = h - knee - 0.06
  const slope = Math.atan2(rise, w / 2)
  const long = Math.hypot(rise, w / 2)
  for (const side of [-1, 1]) {
    b.use(shade(timber, 0.8))
    box(b, [side * (w / 2 - 0.03), 0, 0], [0.05, knee, d])
    const boards = 11
    for (let i = 0; i < boards; i++) {
      const t = (i + 0.5) / boards
      b.use(shade(timber, rnd.range(0.72, 0.95)))
      b.at(
        [side * (w / 2) * (1 - t), knee + rise * t, 0],
        () => box(b, [0, 0, 0], [long / boards - 0.006, 0.03, d], 0.004),
        0,
        0,
        -side * slope,
      )
    }
    const rafters = Math.max(3, Math.round(d / 0.95))
    for (let i = 0; i <= rafters; i++) {
      b.use(shade(timber, rnd.range(0.95, 1.15)))
      const z = (i / rafters - 0.5) * (d - 0.12)
      b.at([side * w * 0.25, knee + rise / 2 - 0.16, z], () => box(b, [0, 0, 0], [long, 0.15, 0.09], 0.01), 0, 0, -side * slope)
    }
    b.use(shade(timber, 1.05))
    b.at([side * w * 0.27, knee + rise * 0.46 - 0.3, 0], () => box(b, [0, 0, 0], [0.16, 0.18, d - 0.02], 0.015))
  }
  b.use(shade(timber, 1.08))
  box(b, [0, h - 0.3, 0], [0.13, 0.24, d - 0.02], 0.015)
  for (const z of [-0.3, 0.02, 0.34]) {
    const y = knee + rise * 0.64
    box(b, [0, y, z * d], [w * 0.36 + 0.24, 0.14, 0.09], 0.012)
  }
}

/** A travelling trunk with ribs, corners and a lock. */
const trunk: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const hide = s.main('#6a4a33', 'fabric', 0.6)
  b.use(hide)
  box(b, [0, 0, 0], [w, h * 0.66, d], 0.02)
  b.use(shade(hide, 1.1))
  box(b, [0, h * 0.675, 0], [w, h * 0.325, d], 0.06)
  b.use(paint('#8d6c45', 'wood'))
  for (const x of [-0.32, 0, 0.32]) {
    box(b, [x * w, 0, d / 2], [0.05, h * 0.66, 0.02], 0.006)
    box(b, [x * w, h - 0.005, 0], [0.05, 0.022, d * 0.94], 0.006)
  }
  b.use(DARK_METAL)
  for (const x of [-1, 1])
    for (const z of [-1, 1]) for (const y of [0, h * 0.6]) box(b, [x * (w / 2 - 0.03), y, z * (d / 2 - 0.03)], [0.075, 0.075, 0.075], 0.01)
  b.use(BRASS)
  box(b, [0, h * 0.58, d / 2 + 0.012], [0.09, 0.12, 0.02], 0.006)
  for (const x of [-1, 1]) b.at([x * (w / 2 + 0.012), h * 0.45, 0], () => box(b, [0, 0, 0], [0.02, 0.03, 0.16], 0.008))
}

/** A sheet thrown over something: it stands out at the seat and the back of what is under it. */
function draped(s: PropShape, top: (x: number, z: number) => number): void {
  const { b, w, h, d } = s
  b.use(s.main('#cfc8b8', 'fabric'))
  const k = s.rnd.range(0, 9)
  sheet(
    b,
    34,
    30,
    (u, v) => {
      const [x, z] = [(u - 0.5) * 2, (v - 0.5) * 2]
      const edge = Math.max(Math.abs(x), Math.abs(z))
      const fall = Math.max(0, (edge - 0.74) / 0.26)
      const fold = fall * 0.028 * Math.sin((x * 3.1 + z * 3.7 + k) * 2.2)
      const y = top(x * 0.9, z * 0.9) * h * (1 - fall) + 0.015
      const out = 0.5 * (fall > 0 ? 0.93 + 0.07 * fall : 1)
      return [x * w * out + fold, Math.max(0.012, y + 0.02 * Math.sin(x * 5 + k) * Math.cos(z * 4) * (1 - fall)), z * d * out - fold]
    },
    { both: false, uv: (p) => [p[0], p[2]] },
  )
}

/** An armchair under a sheet. */
const sheetedChair: PropBuilder = (s) => draped(s, (x, z) => (z < -0.3 ? 1 : Math.abs(x) > 0.6 ? 0.66 : 0.5))
/** Furniture under a sheet: what it is one can only guess. */
const sheetedChest: PropBuilder = (s) => draped(s, (x) => (x < -0.15 ? 1 : 0.72))

/** Cardboard boxes with tape, one on another. */
const cartons: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const board = s.main('#a3855c', 'paper')
  const one = (x: number, y: number, z: number, wide: number, high: number, deep: number, yaw: number) =>
    b.at(
      [x, y, z],
      () => {
        b.use(shade(board, rnd.range(0.85, 1.1)))
        box(b, [0, 0, 0], [wide, high, deep], 0.008)
        b.use(paint('#c2a878', 'plain', 0.5))
        box(b, [0, high, 0], [0.06, 0.003, deep])
        box(b, [0, high * 0.7, deep / 2 + 0.001], [0.06, high * 0.3, 0.003])
      },
      yaw,
    )
  one(-w * 0.24, 0, 0, w * 0.46, h * 0.42, d * 0.84, rnd.range(-0.06, 0.06))
  one(w * 0.25, 0, 0, w * 0.42, h * 0.36, d * 0.78, rnd.range(-0.08, 0.08))
  one(-w * 0.2, h * 0.42, 0, w * 0.42, h * 0.33, d * 0.7, rnd.range(-0.14, 0.14))
  one(w * 0.2, h * 0.36, 0.02, w * 0.38, h * 0.3, d * 0.66, rnd.range(-0.14, 0.14))
  one(-w * 0.16, h * 0.75, 0, w * 0.34, h * 0.25, d * 0.56, rnd.range(-0.2, 0.2))
}

/** An old heating boiler with door, gauge and pipes to the ceiling. */
const boiler: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const iron = s.main('#5c5f58', 'metal', 0.6, 0.4)
  const body = Math.min(1.5, h * 0.66)
  b.use(iron)
  rod(b, [0, 0.14, 0], [0, body, 0], w * 0.46, { sides: 22 })
  ellipsoid(b, [0, body, 0], [w * 0.46, 0.14, w * 0.46], 22, 8)
  b.use(DARK_METAL)
  for (const y of [0.3, body * 0.55, body * 0.95]) rod(b, [0, y, 0], [0, y + 0.035, 0], w * 0.47, { sides: 22 })
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * w * 0.28, 0, z * w * 0.28], [0.07, 0.15, 0.07])
  box(b, [0, 0.34, d * 0.43], [w * 0.42, 0.34, 0.1], 0.02)
  b.use({ ...paint('#3a1f12', 'plain'), pass: 'glow' })
  for (let i = 0; i < 4; i++) box(b, [0, 0.42 + i * 0.05, d * 0.43 + 0.052], [w * 0.28, 0.018, 0.004])
  b.use(paint('#d8d2c0', 'plain', 0.3))
  b.at([w * 0.16, body * 0.8, d * 0.42], () => rod(b, [0, 0, 0], [0, 0, 0.05], 0.07, { sides: 16 }))
  b.use(paint('#8a6a4a', 'metal', 0.4, 0.8))
  rod(b, [-w * 0.22, body, -d * 0.1], [-w * 0.22, h, -d * 0.1], 0.045)
  rod(b, [w * 0.2, body, -d * 0.14], [w * 0.2, h, -d * 0.14], 0.035)
  b.use(DARK_METAL)
  rod(b, [0, body, 0], [0, h, 0], 0.1, { sides: 14 })
  b.use(paint('#8d3128', 'plain', 0.4))
  b.at([-w * 0.22, body + 0.3, -d * 0.1 + 0.07], () => rod(b, [0, 0, 0], [0, 0, 0.02], 0.07, { sides: 12 }))
}

/** Builders by catalogue id. */
export const ROOF_SPACE_THINGS: Readonly<Record<string, PropBuilder>> = {
  'attic-roof': atticRoof,
  'travel-trunk': trunk,
  'sheeted-chair': sheetedChair,
  'sheeted-chest': sheetedChest,
  cartons,
  boiler,
}
