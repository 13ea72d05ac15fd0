import { box, cylinder, ellipsoid, glassPaint, glowPaint, paint, rod, shade, sheet, tube } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, type PropShape, STEEL, WHITE_WARE } from './prop-shape'

/** A counter with a pane and a brass grille over it, open to the room behind. */
const tellerBooth: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#5d3f2b', 'wood', 0.4)
  b.use(wood)
  box(b, [0, 0, d / 2 - 0.06], [w, 1.02, 0.1], 0.01)
  box(b, [0, 1.02, 0], [w, 0.05, d], 0.012)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.05), 0, d / 2 - 0.1], [0.1, h, 0.16], 0.012)
  box(b, [0, h - 0.26, d / 2 - 0.1], [w, 0.26, 0.16], 0.015)
  b.use(shade(wood, 0.7))
  for (const x of [-1, 1]) box(b, [x * w * 0.24, 0.16, d / 2 - 0.006], [w * 0.4, 0.7, 0.012], 0.005)
  b.use(BRASS)
  const n = Math.round(w / 0.16)
  for (let i = 1; i < n; i++) rod(b, [(i / n - 0.5) * w, 1.3, d / 2 - 0.1], [(i / n - 0.5) * w, h - 0.26, d / 2 - 0.1], 0.008, { sides: 6 })
  rod(b, [-w / 2 + 0.1, 1.3, d / 2 - 0.1], [w / 2 - 0.1, 1.3, d / 2 - 0.1], 0.014, { sides: 6 })
  b.use(glowPaint('#e2d6b0'))
  box(b, [0, h - 0.2, d / 2 - 0.018], [w * 0.3, 0.14, 0.012], 0.004)
}

/** A round vault door in a steel wall: a spoked wheel, bolts round its rim, hinges as thick as an arm. */
const vaultDoor: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const steel = s.main('#8c8e8c', 'metal', 0.32, 0.85)
  const [r, y] = [Math.min(w, h) * 0.42, h * 0.5]
  b.use(shade(steel, 0.7))
  box(b, [0, 0, -d / 2 + 0.1], [w, h, 0.2], 0.02)
  const disc = (radius: number, z0: number, z1: number) => rod(b, [0, y, z0], [0, y, z1], radius, { sides: 40 })
  b.use(shade(steel, 0.5))
  disc(r * 1.08, -d / 2 + 0.18, -d / 2 + 0.26)
  b.use(steel)
  disc(r, -d / 2 + 0.2, d / 2 - 0.16)
  b.use(shade(steel, 1.15))
  disc(r * 0.72, d / 2 - 0.18, d / 2 - 0.12)
  b.use(BRASS)
  for (let i = 0; i < 16; i++) {
    const a = (i / 16) * Math.PI * 2
    b.at([Math.cos(a) * r * 0.87, y + Math.sin(a) * r * 0.87, d / 2 - 0.15], () => ellipsoid(b, [0, 0, 0], [0.04, 0.04, 0.03], 10, 6))
  }
  const ring = Array.from({ length: 25 }, (_, i) => {
    const a = (i / 24) * Math.PI * 2
    return [Math.cos(a) * 0.3, y + Math.sin(a) * 0.3, d / 2 - 0.03] as const
  })
  tube(b, ring, 0.022, 8)
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2 + 0.3
    rod(b, [0, y, d / 2 - 0.06], [Math.cos(a) * 0.4, y + Math.sin(a) * 0.4, d / 2 - 0.03], 0.018, { sides: 8 })
  }
  b.use(STEEL)
  for (const k of [-0.5, 0.5]) box(b, [-r - 0.1, y + k * r - 0.12, -d / 2 + 0.26], [0.36, 0.24, 0.18], 0.03)
}

/** Packets, tins and bottles in rows on a shelf's edge at a height, faces to +z. */
function wares(s: PropShape, x0: number, x1: number, y: number, high: number, z: number, side: number): void {
  let x = x0
  while (x < x1 - 0.08) {
    const tone = s.rnd.pick(['#b8442f', '#c99a34', '#3f6d8a', '#4f7d4a', '#d2c8ae', '#8a4a6a', '#c0662c', '#5f6a70'])
    const w = s.rnd.range(0.1, 0.24)
    const n = s.rnd.int(2, 4)
    const tall = high * s.rnd.range(0.55, 0.95)
    const round = s.rnd.chance(0.3)
    for (let i = 0; i < n && x + w < x1; i++, x += w + 0.008) {
      s.b.use(shade(paint(tone, 'paper', 0.6), s.rnd.range(0.9, 1.1)))
      if (round) cylinder(s.b, [x + w / 2, y, z], w * 0.42, tall, { sides: 10 })
      else box(s.b, [x + w / 2, y, z], [w, tall, 0.16], 0.006)
      if (!round) {
        s.b.use(paint('#e2dcc8', 'paper', 0.6))
        box(s.b, [x + w / 2, y + tall * 0.5, z + side * 0.081], [w * 0.7, tall * 0.24, 0.003])
      }
    }
    x += 0.015
  }
}

/** A supermarket's shelf: two sides of wares back to back, price rails, ends closed. */
const gondola: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const shell = s.main('#c4c2b8', 'metal', 0.5, 0.2)
  b.use(shell)
  box(b, [0, 0, 0], [w, 0.14, d], 0.01)
  box(b, [0, 0.1, 0], [w, h - 0.1, 0.04])
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.02), 0, 0], [0.04, h, d * 0.9], 0.006)
  const rows = Math.max(3, Math.round(h / 0.4))
  for (let j = 0; j < rows; j++) {
    const y = 0.14 + (j * (h - 0.2)) / rows
    for (const side of [-1, 1]) {
      b.use(shell)
      if (j > 0) box(b, [0, y - 0.02, side * d * 0.24], [w - 0.06, 0.02, d * 0.44])
      b.use(paint('#c8a53a', 'plain'))
      box(b, [0, y - 0.03, side * (d * 0.46)], [w - 0.06, 0.035, 0.006])
      wares(s, -w / 2 + 0.05, w / 2 - 0.05, y, (h - 0.2) / rows - 0.05, side * d * 0.34, side)
    }
    // What is on offer stands at the ends.
    for (const end of [-1, 1])
      b.at([end * (w / 2 - 0.02), 0, 0], () => wares(s, -d * 0.42, d * 0.42, y, (h - 0.2) / rows - 0.05, 0.09, 1), (end * Math.PI) / 2)
  }
}

/** Cold shelves behind glass doors, white light on bottles and packets. */
const fridgeWall: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#4a4e52', 'metal', 0.5, 0.3))
  box(b, [0, 0, 0], [w, 0.28, d], 0.01)
  box(b, [0, h - 0.2, 0], [w, 0.2, d], 0.01)
  box(b, [0, 0, -d / 2 + 0.03], [w, h, 0.06])
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.02), 0, 0], [0.04, h, d], 0.006)
  b.use(glowPaint('#dfe6e4'))
  box(b, [0, 0.28, -d / 2 + 0.07], [w - 0.08, h - 0.48, 0.02])
  for (let j = 0; j < 4; j++) {
    b.use(STEEL)
    const y = 0.3 + j * ((h - 0.52) / 4)
    box(b, [0, y - 0.015, 0], [w - 0.08, 0.015, d * 0.7])
    wares(s, -w / 2 + 0.06, w / 2 - 0.06, y, (h - 0.52) / 4 - 0.06, d * 0.16, 1)
  }
  const n = Math.max(2, Math.round(w / 0.8))
  for (let i = 0; i < n; i++) {
    const x = ((i + 0.5) / n - 0.5) * w
    b.use(DARK_METAL)
    for (const k of [-1, 1]) box(b, [x + k * (w / n / 2 - 0.025), 0.28, d / 2 - 0.03], [0.05, h - 0.48, 0.04], 0.006)
    b.use(glassPaint('#c8dcdc'))
    box(b, [x, 0.28, d / 2 - 0.03], [w / n - 0.1, h - 0.48, 0.008])
  }
}

/** A wire cart on castors, its bar at −z. */
const shoppingCart: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(BLACK)
  for (const x of [-1, 1]) for (const z of [-1, 1]) ellipsoid(b, [x * (w / 2 - 0.06), 0.06, z * (d / 2 - 0.12)], [0.02, 0.06, 0.06], 10, 6)
  b.use(STEEL)
  const [low, top] = [0.52, h - 0.12]
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.06), 0.12, -d / 2 + 0.1], [x * (w / 2 - 0.04), top, -d / 2 + 0.06], 0.012)
    rod(b, [x * (w / 2 - 0.06), 0.12, -d / 2 + 0.1], [x * (w / 2 - 0.06), 0.12, d / 2 - 0.1], 0.012)
    rod(b, [x * (w / 2 - 0.03), top, -d / 2 + 0.06], [x * (w / 2 - 0.08), top - 0.08, d / 2 - 0.02], 0.01)
    for (let i = 0; i <= 8; i++) {
      const z = -d / 2 + 0.08 + (i * (d - 0.12)) / 8
      rod(b, [x * (w / 2 - 0.1), low, z], [x * (w / 2 - 0.05), top - i * 0.01, z], 0.005, { sides: 4 })
    }
    for (const k of [0.25, 0.5, 0.75]) {
      const y = low + (top - low) * k
      rod(b, [x * (w / 2 - 0.08), y, -d / 2 + 0.08], [x * (w / 2 - 0.09), y - 0.04, d / 2 - 0.04], 0.005, { sides: 4 })
    }
  }
  for (let i = 0; i <= 6; i++) {
    const x = (i / 6 - 0.5) * (w - 0.2)
    rod(b, [x, low, -d / 2 + 0.08], [x, low, d / 2 - 0.05], 0.005, { sides: 4 })
    rod(b, [x, low, d / 2 - 0.05], [x, top - 0.08, d / 2 - 0.03], 0.005, { sides: 4 })
  }
  b.use(s.accent('#b4402f', 'plain', 0.4))
  rod(b, [-w / 2 + 0.03, h - 0.03, -d / 2 + 0.02], [w / 2 - 0.03, h - 0.03, -d / 2 + 0.02], 0.02)
}

/** A washing machine with a porthole; a tall one is two dryers, one on the other. */
const washingMachine: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const front = d / 2
  const unit = (y0: number, high: number) => {
    b.use(s.main('#bdbcb4', 'metal', 0.4, 0.15))
    box(b, [0, y0, 0], [w, high - 0.01, d], 0.02)
    b.use(STEEL)
    const [y, r] = [y0 + high * 0.46, Math.min(w, high) * 0.34]
    rod(b, [0, y, front - 0.01], [0, y, front + 0.035], r, { sides: 26 })
    b.use(paint('#161a1d', 'plain', 0.06))
    rod(b, [0, y, front + 0.02], [0, y, front + 0.042], r * 0.8, { sides: 26 })
    b.use(paint(s.rnd.pick(['#8a3f3a', '#4a6a86', '#c9c2ae', '#5f6b48']), 'fabric'))
    if (s.rnd.chance(0.5)) b.at([0.02, y - r * 0.35, front + 0.036], () => ellipsoid(b, [0, 0, 0], [r * 0.55, r * 0.34, 0.01], 14, 6))
    b.use(paint('#4b5a66', 'plain', 0.5))
    box(b, [0, y0 + high - 0.17, front], [w - 0.06, 0.12, 0.012], 0.005)
    b.use(WHITE_WARE)
    b.at([w * 0.26, y0 + high - 0.11, front + 0.01], () => ellipsoid(b, [0, 0, 0], [0.035, 0.035, 0.02], 12, 6))
    box(b, [-w * 0.2, y0 + high - 0.13, front + 0.008], [0.16, 0.04, 0.008])
  }
  if (h > 1.4) for (const k of [0, 1]) unit((k * h) / 2, h / 2)
  else unit(0, h)
}

/** The lining of a tunnel: a barrel from wall to wall over upright sides, open at its ends. */
const tunnelVault: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#77695c', 'brick'))
  const side = Math.max(0.4, h - w / 2)
  const half = w / 2 - 0.02
  sheet(
    b,
    28,
    Math.max(4, Math.round(d / 2)),
    (u, v) => {
      const a = Math.PI * (1 - u)
      return [Math.cos(a) * half, side + Math.sin(a) * (h - side - 0.02), (0.5 - v) * d]
    },
    { uv: (p, u) => [p[2], u * (half * Math.PI)], both: true },
  )
  // Ribs where one ring meets the next.
  b.use(shade(s.main('#77695c', 'brick'), 0.72))
  const rings = Math.max(2, Math.round(d / 4.5))
  for (let i = 0; i < rings; i++) {
    const z = ((i + 0.5) / rings - 0.5) * d
    const arc = Array.from({ length: 15 }, (_, k) => {
      const a = (k / 14) * Math.PI
      return [Math.cos(a) * half, side + Math.sin(a) * (h - side - 0.02), z] as const
    })
    tube(b, [[half, 0, z], ...arc, [-half, 0, z]], 0.07, 6)
  }
}

/** Two narrow rails on rough sleepers, trodden into the dirt. */
const mineRails: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const gauge = w * 0.6
  b.use(paint('#4d4a45', 'sand'))
  box(b, [0, 0, 0], [w, h * 0.3, d])
  b.use(s.main('#4f3f30', 'wood', 0.8))
  const n = Math.round(d / 0.65)
  for (let i = 0; i < n; i++) box(b, [0, h * 0.2, ((i + 0.5) / n - 0.5) * d], [w * 0.94, h * 0.32, 0.22], 0.01)
  b.use(paint('#8a7f74', 'metal', 0.35, 0.8))
  for (const x of [-1, 1]) {
    box(b, [(x * gauge) / 2, h * 0.5, 0], [0.12, h * 0.12, d])
    box(b, [(x * gauge) / 2, h * 0.6, 0], [0.065, h * 0.4, d], 0.008)
  }
}

/** A bulkhead lamp behind bars. */
const cagedLamp: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  box(b, [0, 0, -d / 2 + 0.02], [w, h, 0.04], 0.01)
  b.use(glowPaint('#f2dca8'))
  ellipsoid(b, [0, h / 2, 0], [w * 0.36, h * 0.42, d * 0.36], 12, 8)
  b.use(DARK_METAL)
  for (const x of [-0.3, 0, 0.3]) rod(b, [x * w, 0.01, d * 0.42], [x * w, h - 0.01, d * 0.42], 0.006, { sides: 5 })
  for (const y of [0.25, 0.75]) rod(b, [-w * 0.45, h * y, d * 0.4], [w * 0.45, h * y, d * 0.4], 0.006, { sides: 5 })
}

/** A gutter of dark water between stone kerbs. */
const sewerChannel: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#5b564a', 'stone'))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.12), 0, 0], [0.24, h, d], 0.02)
  b.use(s.main('#20261f', 'plain', 0.05))
  box(b, [0, 0, 0], [w - 0.46, h * 0.5, d])
}

/** A tub of iron on four wheels, heaped with ore. */
const mineCart: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const iron = s.main('#4f443c', 'metal', 0.7, 0.4)
  b.use(DARK_METAL)
  for (const x of [-1, 1])
    for (const z of [-1, 1]) rod(b, [x * w * 0.3, 0.24, z * d * 0.28], [x * w * 0.38, 0.24, z * d * 0.28], 0.16, { sides: 16 })
  box(b, [0, 0.28, 0], [w * 0.5, 0.1, d * 0.92], 0.01)
  b.use(iron)
  const [y0, y1] = [0.38, h - 0.12]
  for (const x of [-1, 1]) b.at([x * (w / 2 - 0.06), y0, 0], () => box(b, [0, 0, 0], [0.04, y1 - y0, d - 0.1], 0.006))
  for (const z of [-1, 1]) b.at([0, y0, z * (d / 2 - 0.06)], () => box(b, [0, 0, 0], [w - 0.1, y1 - y0, 0.04], 0.006))
  box(b, [0, y0, 0], [w - 0.12, 0.03, d - 0.12])
  b.use(shade(iron, 1.3))
  for (const z of [-0.3, 0, 0.3]) for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.035), y0, z * d], [0.03, y1 - y0, 0.05])
  for (let i = 0; i < 16; i++) {
    b.use(shade(paint('#57504a', 'stone'), s.rnd.range(0.7, 1.3)))
    const r = s.rnd.range(0.07, 0.15)
    ellipsoid(b, [s.rnd.range(-0.3, 0.3) * w, y1 - 0.06 + s.rnd.range(0, 0.08), s.rnd.range(-0.36, 0.36) * d], [r, r * 0.8, r], 8, 5, 0.3)
  }
}

/** Builders of what banks, shops and the underground have. */
export const COUNTER_THINGS: Readonly<Record<string, PropBuilder>> = {
  'teller-booth': tellerBooth,
  'vault-door': vaultDoor,
  gondola,
  'fridge-wall': fridgeWall,
  'shopping-cart': shoppingCart,
  'washing-machine': washingMachine,
}

/** Builders of what tunnels, sewers and mines have. */
export const UNDERGROUND_THINGS: Readonly<Record<string, PropBuilder>> = {
  'tunnel-vault': tunnelVault,
  'mine-rails': mineRails,
  'caged-lamp': cagedLamp,
  'sewer-channel': sewerChannel,
  'mine-cart': mineCart,
}
