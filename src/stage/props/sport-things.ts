import { box, cylinder, ellipsoid, glowPaint, paint, rod, shade } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, STEEL, WHITE_WARE } from './prop-shape'

/** A treadmill, its console at +z: who runs on it looks that way. */
const treadmill: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#3b3e41', 'plain', 0.5))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.06), 0, 0], [0.12, 0.2, d], 0.03)
  box(b, [0, 0.02, d / 2 - 0.2], [w - 0.1, 0.26, 0.4], 0.06)
  b.use(BLACK)
  box(b, [0, 0.08, -0.12], [w - 0.22, 0.08, d - 0.3], 0.02)
  b.use(s.main('#8c9094', 'metal', 0.4, 0.6))
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.07), 0.18, d / 2 - 0.3], [x * (w / 2 - 0.07), h - 0.22, d / 2 - 0.12], 0.032)
    rod(b, [x * (w / 2 - 0.07), h - 0.42, d / 2 - 0.16], [x * (w / 2 - 0.07), h - 0.46, d / 2 - 0.75], 0.022)
  }
  b.at([0, h - 0.3, d / 2 - 0.16], () => {
    b.use(paint('#2b2d2f', 'plain', 0.4))
    box(b, [0, 0, 0], [w - 0.04, 0.3, 0.07], 0.02)
    b.use(paint('#587a86', 'plain', 0.2))
    box(b, [0, 0.08, -0.037], [w * 0.5, 0.16, 0.006])
  })
}

/** A bench with a rack at its head (−z) and a loaded bar across it. */
const weightBench: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  for (const x of [-1, 1]) rod(b, [x * 0.38, 0, -d / 2 + 0.16], [x * 0.38, h - 0.12, -d / 2 + 0.16], 0.03)
  box(b, [0, 0, -d / 2 + 0.16], [0.9, 0.05, 0.08], 0.01)
  box(b, [0, 0, 0.1], [0.07, 0.36, d * 0.7], 0.01)
  box(b, [0, 0, d / 2 - 0.1], [0.5, 0.05, 0.08], 0.01)
  b.use(s.main('#252627', 'fabric', 0.5))
  box(b, [0, 0.36, 0.08], [0.3, 0.09, d - 0.28], 0.03)
  b.use(STEEL)
  const y = h - 0.14
  rod(b, [-w / 2, y, -d / 2 + 0.16], [w / 2, y, -d / 2 + 0.16], 0.015)
  b.use(paint('#2c2c2d', 'metal', 0.5, 0.4))
  for (const x of [-1, 1])
    for (const [k, r] of [
      [0.12, 0.22],
      [0.18, 0.22],
      [0.24, 0.15],
    ] as const)
      rod(b, [x * (w / 2 - k), y, -d / 2 + 0.16], [x * (w / 2 - k + 0.04), y, -d / 2 + 0.16], Math.min(r, h - y + 0.12), { sides: 18 })
}

/** A rack of dumb-bells in pairs on two tilted shelves. */
const dumbbellRack: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.05), 0, 0], [0.08, 0.06, d], 0.01)
    rod(b, [x * (w / 2 - 0.05), 0.04, -d / 2 + 0.08], [x * (w / 2 - 0.05), h - 0.06, -d / 2 + 0.08], 0.035)
  }
  for (const [y, z] of [
    [0.38, 0.08],
    [h - 0.2, -0.06],
  ] as const) {
    b.use(DARK_METAL)
    box(b, [0, y, z], [w - 0.04, 0.04, d * 0.6], 0.01)
    const n = Math.max(4, Math.round(w / 0.24))
    for (let i = 0; i < n; i++) {
      const x = ((i + 0.5) / n - 0.5) * (w - 0.16)
      const r = 0.055 + (0.03 * i) / n
      b.use(STEEL)
      rod(b, [x, y + 0.1, z - 0.11], [x, y + 0.1, z + 0.11], 0.014, { sides: 8 })
      b.use(paint('#26272a', 'plain', 0.5))
      for (const k of [-1, 1]) rod(b, [x, y + 0.1, z + k * 0.07], [x, y + 0.1, z + k * 0.15], r, { sides: 10 })
    }
  }
}

/** A leather bag on a chain from the ceiling. */
const punchingBag: PropBuilder = (s) => {
  const { b, w, h } = s
  const leather = s.main('#7a2e28', 'fabric', 0.5)
  const [foot, top] = [0.62, 1.82]
  b.use(leather)
  cylinder(b, [0, foot, 0], w * 0.46, top - foot, { sides: 18, bevel: 0.06 })
  b.use(BLACK)
  for (const y of [foot + 0.12, top - 0.2]) cylinder(b, [0, y, 0], w * 0.47, 0.06, { sides: 18 })
  b.use(STEEL)
  for (const a of [0, 2.1, 4.2]) rod(b, [Math.cos(a) * w * 0.4, top, Math.sin(a) * w * 0.4], [0, top + 0.3, 0], 0.01, { sides: 5 })
  rod(b, [0, top + 0.3, 0], [0, h, 0], 0.014, { sides: 6 })
}

/** A pool to its brim: a kerb of tiles, still water, dark lane lines on the bottom, floats on ropes between the lanes. */
const poolBasin: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const kerb = 0.34
  b.use(paint('#b9bdb6', 'tile', 0.35))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - kerb / 2), 0, 0], [kerb, h, d], 0.03)
  for (const z of [-1, 1]) box(b, [0, 0, z * (d / 2 - kerb / 2)], [w - 2 * kerb, h, kerb], 0.03)
  b.use(s.main('#3f8f9c', 'plain', 0.06))
  box(b, [0, 0, 0], [w - 2 * kerb, h - 0.06, d - 2 * kerb])
  const lanes = Math.max(2, Math.round((w - 2 * kerb) / 1.75))
  const lane = (w - 2 * kerb) / lanes
  for (let i = 0; i < lanes; i++) {
    b.use(paint('#24545f', 'plain', 0.08))
    box(b, [-w / 2 + kerb + (i + 0.5) * lane, h - 0.0605, 0], [0.26, 0.002, d - 2 * kerb - 1.6])
    if (i === 0) continue
    const n = Math.round(d / 0.5)
    for (let k = 0; k < n; k++) {
      b.use(paint(Math.floor(k / 3) % 2 ? '#c9c4b4' : '#b4402f', 'plain', 0.4))
      box(b, [-w / 2 + kerb + i * lane, h - 0.075, ((k + 0.5) / n - 0.5) * (d - 2 * kerb)], [0.09, 0.06, 0.34], 0.02)
    }
  }
}

/** A block to dive from, its number on it, towards +z. */
const startingBlock: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(WHITE_WARE)
  box(b, [0, 0, -d * 0.1], [w * 0.7, h - 0.08, d * 0.6], 0.03)
  b.use(s.main('#35607a', 'plain', 0.6))
  b.at([0, h - 0.1, 0], () => box(b, [0, 0, 0], [w, 0.07, d], 0.015), 0, 0.12)
}

/** A guard's tall chair: white posts, rungs, a seat with a board behind it. */
const lifeguardChair: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#cfcbbd', 'wood', 0.5))
  const seat = h * 0.68
  for (const x of [-1, 1])
    for (const z of [-1, 1])
      rod(b, [x * (w / 2 - 0.05), 0, z * (d / 2 - 0.05)], [x * w * 0.34, z < 0 ? h : seat + 0.22, z * d * 0.26], 0.032)
  for (let i = 1; i < 6; i++) box(b, [0, (i * seat) / 6, d * (0.44 - 0.03 * i)], [w * 0.8, 0.04, 0.06], 0.006)
  box(b, [0, seat, 0], [w * 0.74, 0.05, d * 0.56], 0.01)
  b.use(paint('#b4402f', 'plain', 0.5))
  box(b, [0, seat + 0.3, -d * 0.26], [w * 0.7, 0.34, 0.03], 0.006)
}

/** A glass case on a plinth with one old thing in it, lit from above. */
const displayCase: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#3f3a36', 'wood', 0.4)
  b.use(wood)
  box(b, [0, 0, 0], [w, 0.86, d], 0.01)
  b.use(shade(wood, 0.7))
  box(b, [0, 0, 0], [w + 0.02, 0.08, d + 0.02], 0.004)
  b.use(paint('#6d2a2c', 'fabric'))
  box(b, [0, 0.86, 0], [w - 0.08, 0.02, d - 0.08])
  b.use(STEEL)
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.012), 0.86, z * (d / 2 - 0.012)], [0.024, h - 0.9, 0.024])
  box(b, [0, h - 0.05, 0], [w, 0.05, d], 0.006)
  b.use(glowPaint('#ece4c8'))
  box(b, [0, h - 0.056, 0], [w * 0.6, 0.008, d * 0.3])
  const kind = s.rnd.int(0, 2)
  b.use(paint(['#9c5a34', '#b08d45', '#5f7a6a'][kind] as string, kind === 1 ? 'metal' : 'plain', 0.4))
  if (kind === 0) {
    ellipsoid(b, [0, 1.06, 0], [0.15, 0.18, 0.15], 18, 10)
    cylinder(b, [0, 1.2, 0], 0.06, 0.14, { sides: 14, top: 0.1 })
  } else if (kind === 1) {
    ellipsoid(b, [0, 1.12, 0], [0.13, 0.17, 0.15], 16, 10)
    cylinder(b, [0, 0.88, 0], 0.12, 0.1, { sides: 14, top: 0.05 })
  } else {
    ellipsoid(b, [0, 1.02, 0], [0.1, 0.16, 0.09], 14, 8)
    ellipsoid(b, [0, 1.23, 0.02], [0.07, 0.08, 0.075], 14, 8)
  }
}

/** An oil painting in a carved gilt frame: a landscape, a sitter, or a sea. */
const giltPainting: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const gilt = paint('#a8823c', 'metal', 0.4, 0.7)
  const f = Math.min(0.16, w * 0.1)
  b.use(gilt)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - f / 2), 0, 0], [f, h, d], 0.025)
  for (const y of [0, h - f]) box(b, [0, y, 0], [w, f, d], 0.025)
  const [iw, ih, z] = [w - 2 * f, h - 2 * f, d * 0.1]
  const patch = (hex: string, x: number, y: number, pw: number, ph: number, k: number) => {
    b.use(paint(hex, 'fabric', 0.5))
    box(b, [x * iw, f + y * ih, z + k * 0.002], [pw * iw, ph * ih, 0.004])
  }
  if (h > w * 1.05) {
    patch('#2f2620', 0, 0, 1, 1, 0)
    b.use(paint(s.rnd.pick(['#5a2a2c', '#26343f', '#3d3a2a']), 'fabric', 0.5))
    ellipsoid(b, [0, f + ih * 0.16, z], [iw * 0.36, ih * 0.34, 0.012], 18, 8)
    b.use(paint('#b98a68', 'fabric', 0.5))
    ellipsoid(b, [0, f + ih * 0.64, z], [iw * 0.14, ih * 0.15, 0.016], 16, 8)
    b.use(paint('#3a2a1e', 'fabric', 0.5))
    ellipsoid(b, [0, f + ih * 0.73, z - 0.001], [iw * 0.16, ih * 0.11, 0.015], 16, 8)
  } else {
    const sea = s.rnd.chance(0.4)
    patch('#9aa6a4', 0, 0.42, 1, 0.58, 0)
    patch('#c9b78e', s.rnd.range(-0.2, 0.2), 0.46, 0.5, 0.14, 1)
    patch(sea ? '#3f5f66' : '#6a6a3c', 0, 0, 1, 0.46, 1)
    patch(sea ? '#2d464d' : '#454a2a', s.rnd.range(-0.2, 0.2), 0, 0.6, 0.22, 2)
    b.use(paint(sea ? '#d8cfb8' : '#38421f', 'fabric', 0.5))
    for (let i = 0; i < 3; i++)
      ellipsoid(b, [s.rnd.range(-0.4, 0.4) * iw, f + ih * 0.5, z + 0.004], [iw * (sea ? 0.03 : 0.1), ih * 0.13, 0.006], 12, 6)
  }
}

/** Brass posts with a red rope between them. */
const ropeStanchion: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const n = Math.max(1, Math.round(w / 1.7))
  for (let i = 0; i <= n; i++) {
    const x = (i / n - 0.5) * (w - d)
    b.use(paint('#a5834a', 'metal', 0.3, 0.9))
    cylinder(b, [x, 0, 0], d * 0.48, 0.03, { sides: 18 })
    rod(b, [x, 0.02, 0], [x, h - 0.05, 0], 0.022, { sides: 10 })
    ellipsoid(b, [x, h - 0.03, 0], [0.04, 0.035, 0.04], 10, 6)
    if (i === 0) continue
    const x0 = ((i - 1) / n - 0.5) * (w - d)
    b.use(paint('#7c2628', 'fabric'))
    for (let k = 0; k < 8; k++) {
      const at = (t: number) => [x0 + (x - x0) * t, h - 0.12 - 0.22 * 4 * t * (1 - t), 0] as const
      rod(b, at(k / 8), at((k + 1) / 8), 0.018, { sides: 6 })
    }
  }
}

/** Builders of what gyms, pools and museums have. */
export const SPORT_THINGS: Readonly<Record<string, PropBuilder>> = {
  treadmill,
  'weight-bench': weightBench,
  'dumbbell-rack': dumbbellRack,
  'punching-bag': punchingBag,
  'pool-basin': poolBasin,
  'starting-block': startingBlock,
  'lifeguard-chair': lifeguardChair,
  'display-case': displayCase,
  'gilt-painting': giltPainting,
  'rope-stanchion': ropeStanchion,
}
