import { box, cylinder, ellipsoid, glassPaint, glowPaint, paint, rod, shade, tube } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'

/** A pole from floor to ceiling, polished by hands. */
const grabPole: PropBuilder = (s) => {
  const { b, h } = s
  b.use(STEEL)
  rod(b, [0, 0, 0], [0, h, 0], 0.019, { sides: 12 })
  for (const y of [0, h - 0.03]) cylinder(b, [0, y, 0], 0.045, 0.03, { sides: 14 })
}

/** A rail under a carriage's ceiling, with straps to hold. */
const grabRail: PropBuilder = (s) => {
  const { b, h, d } = s
  const y = h * 0.6
  b.use(STEEL)
  rod(b, [0, y, -d / 2], [0, y, d / 2], 0.016, { sides: 10 })
  for (const z of [-0.44, 0, 0.44]) rod(b, [0, y, z * d], [0, h, z * d], 0.012)
  const n = Math.max(2, Math.round(d / 0.42))
  for (let i = 0; i < n; i++) {
    const z = ((i + 0.5) / n - 0.5) * d
    b.use(BLACK)
    box(b, [0, 0.09, z], [0.008, y - 0.09, 0.03])
    b.use(s.main('#d0cabb', 'plain', 0.4))
    tube(
      b,
      [
        [0, 0.1, z],
        [0, 0.01, z - 0.055],
        [0, 0.01, z + 0.055],
        [0, 0.1, z],
      ],
      0.009,
      6,
    )
  }
}

/** Two leaves with a pane in each, dark rubber where they meet. */
const slidingDoors: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const steel = s.main('#8f9493', 'metal', 0.35, 0.7)
  b.use(BLACK)
  box(b, [0, 0, -d / 2 + 0.01], [w, h, 0.02])
  for (const x of [-1, 1]) {
    const [mid, leaf] = [x * (w / 4), w / 2 - 0.02]
    b.use(steel)
    box(b, [mid, 0, 0], [leaf, h * 0.45, d * 0.7], 0.012)
    box(b, [mid, h * 0.9, 0], [leaf, h * 0.1, d * 0.7], 0.012)
    for (const e of [-1, 1]) box(b, [mid + e * (leaf / 2 - 0.05), h * 0.44, 0], [0.1, h * 0.47, d * 0.7], 0.01)
    b.use(paint('#15191c', 'plain', 0.08))
    box(b, [mid, h * 0.45, -0.006], [leaf - 0.18, h * 0.45, d * 0.4])
  }
  b.use(paint('#c9a23a', 'plain'))
  for (const x of [-1, 1]) box(b, [x * 0.05, h * 0.46, d * 0.37], [0.02, h * 0.42, 0.004])
}

/** A printed picture that sells something: fields of colour, a line of words. */
const advert: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(STEEL)
  box(b, [0, 0, -d / 4], [w, h, d / 2], 0.004)
  const [ground, figure] = s.rnd.pick([
    ['#b8462f', '#e6d7b0'],
    ['#2f5d74', '#e0b54a'],
    ['#d2b24c', '#3a3230'],
    ['#557a52', '#efe6cf'],
    ['#d9d2c2', '#8a3a46'],
  ] as const)
  b.use(paint(ground, 'paper'))
  box(b, [0, h * 0.05, d * 0.1], [w * 0.96, h * 0.9, d * 0.5])
  b.use(paint(figure, 'paper'))
  const side = s.rnd.pick([-1, 1])
  b.at([side * w * 0.22, h * 0.5, d * 0.36], () => ellipsoid(b, [0, 0, 0], [Math.min(w * 0.2, h * 0.34), h * 0.34, 0.003], 18, 8))
  for (let i = 0; i < 3; i++)
    box(b, [-side * w * 0.2, h * (0.62 - i * 0.16), d * 0.36], [w * (0.36 - i * 0.07), h * (i === 0 ? 0.1 : 0.05), 0.004])
}

/** Letters of a name as dark bars: what a sign looks like from where nobody reads it. */
function lettering(s: PropShape, x0: number, x1: number, y: number, high: number, z: number): void {
  let x = x0
  while (x < x1 - high * 0.3) {
    const w = high * s.rnd.range(0.35, 0.6)
    if (x + w > x1) break
    if (!s.rnd.chance(0.12)) box(s.b, [x + w / 2, y, z], [w * 0.72, high, 0.004])
    x += w
  }
}

/** The name of a station, white on a coloured band. */
const stationSign: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(STEEL)
  box(b, [0, 0, -d * 0.1], [w, h, d * 0.8], 0.006)
  b.use(s.accent('#2f4d74', 'plain', 0.4))
  box(b, [0, h * 0.06, d * 0.16], [w * 0.97, h * 0.88, d * 0.5])
  b.use(paint('#e6e2d6', 'plain', 0.5))
  lettering(s, -w * 0.4, w * 0.42, h * 0.32, h * 0.36, d * 0.42)
}

/** Panes with lamps behind them. */
const LIT_PANE = paint('#c9c8ae', 'plain', 0.3)

/** A subway train at a platform, front towards +z: doors and lit windows between ribbed panels. */
const subwayTrain: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const steel = s.main('#a9adab', 'metal', 0.4, 0.6)
  b.use(DARK_METAL)
  box(b, [0, 0, 0], [w, 0.12, d - 0.12])
  b.use(steel)
  box(b, [0, 0.1, 0], [w, h - 0.38, d - 0.06], 0.05)
  b.use(shade(steel, 0.8))
  box(b, [0, h - 0.3, 0], [w, 0.3, d - 0.5], 0.14)
  const z = d / 2 - 0.03
  b.use(s.accent('#8f3f32', 'plain', 0.4))
  box(b, [0, 0.78, z], [w, 0.16, 0.012])
  b.use(shade(steel, 0.72))
  for (let i = 0; i < 5; i++) box(b, [0, 0.2 + i * 0.1, z], [w, 0.025, 0.014])
  // Every fourth metre a pair of doors, windows between.
  const n = Math.max(2, Math.round(w / 4.2))
  const bay = w / n
  for (let i = 0; i < n; i++) {
    const x = -w / 2 + (i + 0.5) * bay
    b.use(BLACK)
    box(b, [x, 0.1, z], [1.36, 2.02, 0.018])
    for (const k of [-1, 1]) {
      b.use(steel)
      box(b, [x + k * 0.33, 0.12, z], [0.62, 1.98, 0.03], 0.01)
      b.use(LIT_PANE)
      box(b, [x + k * 0.33, 0.98, z + 0.012], [0.4, 0.86, 0.02])
    }
    for (const k of [-1, 1]) {
      b.use(BLACK)
      box(b, [x + k * (bay / 4 + 0.34), 0.98, z], [bay / 2 - 0.96, 0.82, 0.014])
      b.use(LIT_PANE)
      box(b, [x + k * (bay / 4 + 0.34), 1.02, z + 0.004], [bay / 2 - 1.04, 0.74, 0.014])
    }
  }
}

/** A ticket machine: a lit screen, slots, a tray. */
const ticketMachine: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const skin = s.main('#3f5f78', 'metal', 0.4, 0.4)
  b.use(skin)
  box(b, [0, 0, 0], [w, h, d], 0.03)
  b.use(BLACK)
  box(b, [0, h * 0.45, d / 2 - 0.005], [w - 0.12, h * 0.42, 0.02], 0.008)
  b.use(glowPaint('#b8d0dc'))
  box(b, [-0.05, h * 0.62, d / 2 + 0.01], [w * 0.5, h * 0.2, 0.012])
  b.use(STEEL)
  box(b, [w * 0.27, h * 0.6, d / 2 + 0.01], [0.1, 0.16, 0.012])
  box(b, [0, h * 0.26, d / 2 - 0.02], [w * 0.5, 0.16, 0.05], 0.01)
  b.use(paint('#d8b040', 'plain'))
  box(b, [0, h * 0.91, d / 2 + 0.002], [w * 0.8, 0.08, 0.01])
}

/** A counter behind glass with a grille to speak through and a lit sign over it. */
const ticketWindow: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#6a4630', 'wood', 0.4)
  const front = d / 2 - 0.08
  b.use(wood)
  box(b, [0, 0, front], [w, 1.02, 0.1], 0.01)
  box(b, [0, 1.02, d / 2 - 0.2], [w, 0.05, 0.4], 0.012)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.08), 0, 0], [0.16, h, d], 0.012)
  box(b, [0, 2.2, front], [w, h - 2.2, 0.12], 0.01)
  box(b, [0, h - 0.1, 0.02], [w + 0.06, 0.1, d], 0.02)
  b.use(shade(wood, 0.7))
  box(b, [0, 0, -d / 2 + 0.02], [w, h, 0.04])
  box(b, [0, 0.15, front + 0.052], [w - 0.5, 0.72, 0.012], 0.005)
  b.use(BRASS)
  for (let i = -4; i <= 4; i++) rod(b, [i * 0.22, 1.2, front], [i * 0.22, 2.2, front], 0.009, { sides: 6 })
  for (const y of [1.22, 2.15]) rod(b, [-w / 2 + 0.16, y, front], [w / 2 - 0.16, y, front], 0.012, { sides: 6 })
  b.use(glassPaint())
  box(b, [0, 1.24, front - 0.03], [w - 0.34, 0.9, 0.008])
  // Within: shelves, a ledger, somebody's green lamp.
  b.use(paint('#3f5a48', 'plain', 0.4))
  ellipsoid(b, [w * 0.22, 1.42, 0], [0.13, 0.07, 0.09], 12, 6)
  b.use(glowPaint('#e8d8a8'))
  box(b, [0, 2.42, front + 0.062], [w * 0.62, 0.3, 0.02], 0.006)
  b.use(paint('#2d241c', 'plain'))
  lettering(s, -w * 0.24, w * 0.26, 2.5, 0.15, front + 0.085)
}

/** A board of trains: rows of flaps, times on the left, where they go, tracks on the right. */
const departureBoard: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#24262a', 'metal', 0.5, 0.4))
  box(b, [0, 0, 0], [w, h, d], 0.02)
  b.use(BRASS)
  box(b, [0, h - 0.28, d / 2], [w - 0.1, 0.02, 0.01])
  b.use(paint('#e6e2d6', 'plain'))
  lettering(s, -w * 0.46, -w * 0.1, h - 0.2, 0.12, d / 2 + 0.004)
  const rows = Math.max(4, Math.floor((h - 0.36) / 0.2))
  for (let j = 0; j < rows; j++) {
    const y = h - 0.46 - j * ((h - 0.4) / rows)
    b.use(BLACK)
    box(b, [0, y - 0.02, d / 2], [w - 0.12, 0.15, 0.008])
    b.use(glowPaint('#e4be68'))
    lettering(s, -w * 0.47, -w * 0.37, y, 0.1, d / 2 + 0.008)
    lettering(s, -w * 0.33, -w * 0.33 + w * s.rnd.range(0.25, 0.55), y, 0.1, d / 2 + 0.008)
    lettering(s, w * 0.4, w * 0.46, y, 0.1, d / 2 + 0.008)
  }
}

/** Three seats of an aeroplane side by side on one rail, arms between, pockets at their backs. */
const planeSeat: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const cloth = s.main('#3d5576', 'fabric', 0.85)
  b.use(DARK_METAL)
  for (const x of [-1, 1]) box(b, [x * w * 0.3, 0, -0.02], [0.05, 0.32, d * 0.6], 0.01)
  const n = Math.max(1, Math.round(w / 0.48))
  for (let i = 0; i < n; i++) {
    const x = ((i + 0.5) / n - 0.5) * w
    const seat = w / n - 0.07
    b.use(cloth)
    box(b, [x, 0.32, 0.04], [seat, 0.14, d - 0.16], 0.05)
    b.at([x, 0.42, -d / 2 + 0.15], () => box(b, [0, 0, 0], [seat, h - 0.62, 0.13], 0.05), 0, -0.1)
    b.use(s.accent('#c2b59a', 'fabric'))
    b.at([x, h - 0.24, -d / 2 + 0.09], () => box(b, [0, 0, 0], [seat - 0.06, 0.22, 0.1], 0.04), 0, -0.1)
    b.use(shade(cloth, 0.6))
    box(b, [x, 0.46, -d / 2 + 0.035], [seat - 0.08, 0.26, 0.03], 0.008)
  }
  b.use(paint('#4a4d52', 'plain', 0.5))
  for (let i = 0; i <= n; i++) box(b, [(i / n - 0.5) * (w - 0.05), 0.58, 0.02], [0.05, 0.05, d * 0.62], 0.018)
}

/** Lockers over the seats: rounded doors with a latch, reading lamps under them. */
const overheadBin: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const shell = s.main('#c4c2ba', 'plain', 0.4)
  b.use(shade(shell, 0.75))
  box(b, [0, 0, 0], [w, 0.07, d], 0.03)
  b.use(shell)
  box(b, [0, 0.06, 0], [w, h - 0.06, d - 0.02], 0.1)
  const n = Math.max(1, Math.round(w / 1.05))
  for (let i = 0; i < n; i++) {
    const x = ((i + 0.5) / n - 0.5) * w
    b.use(shade(shell, 0.88))
    box(b, [x, 0.11, d / 2 - 0.03], [w / n - 0.06, h - 0.2, 0.03], 0.012)
    b.use(DARK_METAL)
    box(b, [x, 0.13, d / 2 - 0.01], [0.14, 0.03, 0.02], 0.006)
    b.use(glowPaint('#e8e0c8'))
    for (const k of [-0.2, 0, 0.2]) cylinder(b, [x + k, -0.006, 0.05], 0.025, 0.008, { sides: 10 })
  }
}

/** A lit sign over a way out. */
const exitSign: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#2e5a3c', 'plain'))
  box(b, [0, 0, 0], [w, h, d * 0.8], 0.006)
  b.use(glowPaint('#9fd8a4'))
  lettering(s, -w * 0.36, w * 0.4, h * 0.25, h * 0.5, d * 0.42)
}

/** Levers of a signal box in their frame, tall, a handle on each and a plate: some pulled, coloured by what they move. */
const leverFrame: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  box(b, [0, 0, 0], [w, 0.14, d], 0.02)
  b.use(paint('#2c2e30', 'metal', 0.45, 0.6))
  box(b, [0, 0.14, -0.02], [w - 0.06, 0.12, d * 0.62], 0.06)
  const n = Math.max(6, Math.round(w / 0.135))
  for (let i = 0; i < n; i++) {
    const x = ((i + 0.5) / n - 0.5) * (w - 0.14)
    const pulled = s.rnd.chance(0.28)
    const lean = pulled ? 0.2 : -0.2
    // Red for signals, black for points, blue for locks.
    const tone = s.rnd.pick(['#9c2f26', '#9c2f26', '#9c2f26', '#1e1f20', '#1e1f20', '#2c4f7c'])
    b.use(paint(tone, 'plain', 0.35))
    rod(b, [x, 0.2, 0], [x, h - 0.24, lean], 0.021, { sides: 8 })
    b.use(STEEL)
    rod(b, [x, h - 0.25, lean * 1.0], [x, h - 0.01, lean * 1.22], 0.018, { sides: 10 })
    rod(b, [x, h - 0.32, lean + 0.05], [x, h - 0.06, lean * 1.2 + 0.06], 0.007, { sides: 5 })
    b.use(BRASS)
    b.at([x, 0.62, (lean * 0.42) / (h - 0.44) + 0.03], () => box(b, [0, 0, 0], [0.05, 0.09, 0.006]))
  }
}

/** A shelf over the levers on iron hangers: block instruments in wooden cases, bells between them. */
const blockShelf: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#6b4a2e', 'wood', 0.4)
  b.use(DARK_METAL)
  for (const x of [-0.46, 0, 0.46]) rod(b, [x * w, 0, 0], [x * w, h, 0], 0.012, { sides: 6 })
  b.use(wood)
  box(b, [0, 0.0, 0], [w, 0.035, d], 0.006)
  const n = Math.max(3, Math.round(w / 0.55))
  for (let i = 0; i < n; i++) {
    const x = ((i + 0.5) / n - 0.5) * w
    if (i % 3 === 1) {
      b.use(shade(wood, 0.8))
      box(b, [x, 0.035, 0], [0.2, 0.1, 0.18], 0.01)
      b.use(BRASS)
      ellipsoid(b, [x, 0.2, 0], [0.075, 0.055, 0.075], 14, 8)
      continue
    }
    b.use(wood)
    box(b, [x, 0.035, 0], [0.28, 0.4, 0.2], 0.015)
    for (const y of [0.15, 0.32]) {
      b.use(BRASS)
      b.at([x, y, 0.1], () => ellipsoid(b, [0, 0, 0], [0.075, 0.075, 0.012], 16, 6))
      b.use(paint('#e2dac4', 'paper'))
      b.at([x, y, 0.109], () => ellipsoid(b, [0, 0, 0], [0.06, 0.06, 0.008], 16, 6))
      b.use(BLACK)
      b.at([x, y, 0.118], () => box(b, [0, -0.03, 0], [0.008, 0.07, 0.004]))
    }
  }
}

/** A round coal stove on feet, its door ajar with fire behind, its pipe up to the ceiling. */
const ironStove: PropBuilder = (s) => {
  const { b, w, h } = s
  const iron = paint('#2a2a2b', 'metal', 0.55, 0.5)
  b.use(iron)
  for (const x of [-1, 1]) for (const z of [-1, 1]) rod(b, [x * w * 0.3, 0, z * w * 0.3], [x * w * 0.26, 0.16, z * w * 0.26], 0.02)
  cylinder(b, [0, 0.15, 0], w * 0.42, 0.66, { sides: 18, top: w * 0.38, bevel: 0.02 })
  cylinder(b, [0, 0.8, 0], w * 0.46, 0.04, { sides: 18, bevel: 0.01 })
  rod(b, [0, 0.82, -w * 0.16], [0, h, -w * 0.16], 0.06, { sides: 12 })
  b.use(glowPaint('#f08038'))
  box(b, [0, 0.34, w * 0.36], [0.2, 0.14, 0.04], 0.01)
  b.use(shade(iron, 1.5))
  for (let i = 0; i < 4; i++) box(b, [-0.075 + i * 0.05, 0.33, w * 0.4], [0.012, 0.16, 0.02])
  b.use(BRASS)
  ellipsoid(b, [w * 0.2, 0.42, w * 0.4], [0.018, 0.018, 0.018], 8, 5)
}

/** A strip of raised yellow along a platform: keep behind it. */
const platformEdge: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#c2a23c', 'tile', 0.7))
  box(b, [0, 0, 0], [w, h * 0.6, d])
  b.use(paint('#d8d2c4', 'tile', 0.7))
  box(b, [w / 2 - 0.06, 0, 0], [0.1, h * 0.8, d])
}

/** Builders of what stations, trains, planes and signal boxes have. */
export const TRANSIT_THINGS: Readonly<Record<string, PropBuilder>> = {
  'grab-pole': grabPole,
  'grab-rail': grabRail,
  'sliding-doors': slidingDoors,
  advert,
  'station-sign': stationSign,
  'subway-train': subwayTrain,
  'ticket-machine': ticketMachine,
  'ticket-booth': ticketWindow,
  'departure-board': departureBoard,
  'plane-seat': planeSeat,
  'overhead-bin': overheadBin,
  'exit-sign': exitSign,
  'lever-frame': leverFrame,
  'block-shelf': blockShelf,
  'iron-stove': ironStove,
  'platform-edge': platformEdge,
}
