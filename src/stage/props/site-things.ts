import { box, cylinder, glowPaint, lathe, paint, rod, shade, sheet } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

/** A house's frame as it goes up: columns and slabs, a stair shaft, props under the newest floor, steel standing out of the top. */
const concreteFrame: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const grey = s.main('#98948a', 'concrete')
  const storey = 3.1
  const floors = Math.max(2, Math.floor(h / storey))
  const [nx, nz] = [Math.max(3, Math.round(w / 4.4)), Math.max(2, Math.round(d / 4.4))]
  const at = (i: number, n: number, k: number) => (i / n - 0.5) * (k - 0.6)
  for (let f = 0; f < floors; f++) {
    const y = f * storey
    // The top floor is not yet all there.
    const reach = f === floors - 1 ? nx - 2 : nx
    b.use(shade(grey, 0.95 + 0.03 * (f % 2)))
    for (let i = 0; i <= reach; i++)
      for (let k = 0; k <= nz; k++) box(b, [at(i, nx, w), y, at(k, nz, d)], [0.42, storey - 0.24, 0.42], 0.02)
    const [x0, x1] = [-w / 2, at(reach, nx, w) + 0.5]
    box(b, [(x0 + x1) / 2, y + storey - 0.26, 0], [x1 - x0, 0.26, d], 0.02)
    if (f === floors - 2) {
      b.use(paint('#b5462f', 'metal', 0.6, 0.2))
      for (let i = 0; i < nx * 3; i++) {
        const x = ((i + 0.5) / (nx * 3) - 0.5) * (w - 1.2)
        rod(b, [x, y + 0.02, d * 0.42], [x, y + storey - 0.26, d * 0.42], 0.03, { sides: 6 })
      }
    }
    // A rail along the open edge.
    b.use(paint('#c9942e', 'wood'))
    for (const q of [0.5, 1.0]) box(b, [(x0 + x1) / 2, y + storey + q, d / 2 - 0.08], [x1 - x0 - 0.2, 0.1, 0.03])
    if (f === 0) {
      b.use(paint('#8a5a48', 'brick'))
      for (const i of [0, 3]) box(b, [at(i + 0.5, nx, w), 0, -d * 0.1], [w / nx - 0.5, rnd.range(1.4, 2.7), 0.2])
    }
  }
  b.use(shade(grey, 0.82))
  box(b, [w * 0.28, 0, -d * 0.24], [3.2, h + 1.6, 3], 0.02)
  b.use(paint('#7a4a34', 'metal', 0.8, 0.3))
  const top = floors * storey
  for (let i = 0; i < nx - 1; i++)
    for (let k = 0; k <= nz; k++)
      for (const [dx, dz] of [
        [-0.12, -0.12],
        [0.12, -0.12],
        [-0.12, 0.12],
        [0.12, 0.12],
      ] as const)
        rod(
          b,
          [at(i, nx, w) + dx, top, at(k, nz, d) + dz],
          [at(i, nx, w) + dx * rnd.range(0.7, 1.6), top + rnd.range(0.7, 1.1), at(k, nz, d) + dz],
          0.014,
          { sides: 4 },
        )
}

/** Tubes and boards before a house's front, stairs in the last bay, green netting over some of it. */
const scaffold: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const lifts = Math.max(2, Math.floor(h / 2))
  const bays = Math.max(2, Math.round(w / 2.4))
  const bay = w / bays
  for (let i = 0; i <= bays; i++)
    for (const z of [-1, 1]) {
      b.use(STEEL)
      rod(b, [-w / 2 + i * bay, 0.03, (z * (d - 0.1)) / 2], [-w / 2 + i * bay, h, (z * (d - 0.1)) / 2], 0.026, { sides: 7 })
      b.use(DARK_METAL)
      box(b, [-w / 2 + i * bay, 0, (z * (d - 0.1)) / 2], [0.16, 0.03, 0.16])
    }
  for (let j = 1; j <= lifts; j++) {
    const y = j * 2
    b.use(paint('#9a7f54', 'planks'))
    for (let i = 0; i < bays; i++)
      for (let k = 0; k < 3; k++)
        box(b, [-w / 2 + (i + 0.5) * bay, y, (k / 2 - 0.5) * (d - 0.32)], [bay - 0.02, 0.05, (d - 0.12) / 3.2], 0.006)
    b.use(STEEL)
    for (const q of [0.5, 1.0]) rod(b, [-w / 2, y + q, d / 2 - 0.05], [w / 2, y + q, d / 2 - 0.05], 0.022, { sides: 6 })
    for (let i = 0; i < bays; i++)
      if ((i + j) % 2) rod(b, [-w / 2 + i * bay, y - 2, d / 2 - 0.05], [-w / 2 + (i + 1) * bay, y, d / 2 - 0.05], 0.02, { sides: 6 })
    b.use(STEEL)
    for (const x of [-0.22, 0.22])
      rod(b, [w / 2 - bay * 0.5 + x, y - 2, d * 0.1], [w / 2 - bay * 0.5 + x, y + 0.4, -d * 0.1], 0.016, { sides: 5 })
    for (let q = 0; q < 7; q++)
      rod(b, [w / 2 - bay * 0.5 - 0.22, y - 1.8 + q * 0.3, d * 0.08], [w / 2 - bay * 0.5 + 0.22, y - 1.8 + q * 0.3, d * 0.08], 0.012, {
        sides: 5,
      })
  }
  b.use(paint('#4f7a5a', 'fabric'))
  for (const [i, j] of [
    [0, 1],
    [1, 1],
    [0, 2],
    [bays - 2, 2],
  ] as const) {
    const [x, y] = [-w / 2 + i * bay, j * 2]
    if (y + 2 > h) continue
    const k = rnd.range(0, 6)
    sheet(b, 8, 5, (u, v) => [x + u * bay, y + 0.02 + v * 1.9, d / 2 + 0.03 * Math.sin(u * 9 + k) * Math.sin(v * 4)], {
      uv: (_, u, v) => [u * bay, v * 2],
      both: true,
    })
  }
}

/** A cabin of corrugated sheet on feet, door and window to +z, a lamp over the door. */
const siteCabin: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const shell = s.main('#6f7f86', 'metal', 0.6, 0.2)
  b.use(paint('#6a5a46', 'wood'))
  for (const x of [-0.42, 0, 0.42]) box(b, [x * w, 0, 0], [0.3, 0.16, d - 0.2])
  b.use(shell)
  box(b, [0, 0.16, 0], [w - 0.06, h - 0.24, d - 0.06])
  b.use(shade(shell, 0.85))
  const n = Math.round(w / 0.24)
  for (let i = 0; i < n; i++) box(b, [((i + 0.5) / n - 0.5) * (w - 0.2), 0.3, d / 2 - 0.02], [0.1, h - 0.5, 0.03])
  b.use(shade(shell, 0.6))
  box(b, [0, h - 0.12, 0], [w, 0.12, d], 0.02)
  box(b, [0, 0.14, 0], [w, 0.12, d], 0.02)
  b.use(paint('#c9c6bc', 'plain'))
  box(b, [-w * 0.28, 0.24, d / 2], [0.86, 2.0, 0.04], 0.008)
  box(b, [w * 0.18, 1.05, d / 2], [1.5, 0.95, 0.04], 0.008)
  b.use(paint('#2b3338', 'plain', 0.1))
  box(b, [w * 0.18, 1.1, d / 2 + 0.012], [1.38, 0.85, 0.02])
  b.use(DARK_METAL)
  box(b, [-w * 0.28, 0, d / 2 + 0.22], [0.9, 0.1, 0.4], 0.01)
}

/** A panel of mesh in a frame of tube on two concrete feet. */
const siteFence: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#8b867c', 'concrete'))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.12), 0, 0], [0.22, 0.14, d], 0.02)
  b.use(STEEL)
  for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.05), 0.05, 0], [x * (w / 2 - 0.05), h, 0], 0.02, { sides: 7 })
  for (const y of [0.18, h - 0.02]) rod(b, [-w / 2 + 0.05, y, 0], [w / 2 - 0.05, y, 0], 0.018, { sides: 6 })
  const n = Math.round(w / 0.16)
  for (let i = 1; i < n; i++) box(b, [-w / 2 + 0.05 + (i * (w - 0.1)) / n, 0.18, 0], [0.008, h - 0.2, 0.008])
  for (let j = 1; j < 7; j++) box(b, [0, 0.18 + (j * (h - 0.2)) / 7, 0], [w - 0.1, 0.008, 0.008])
}

/** An excavator on tracks, its arm folded before it (+z), the bucket on the ground. */
const excavator: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const yellow = s.main('#cf9a2c', 'metal', 0.45, 0.2)
  const back = -d / 2 + 1.6
  b.use(BLACK)
  for (const x of [-1, 1]) {
    b.at([x * (w / 2 - 0.3), 0.42, back], () => {
      box(b, [0, -0.42, 0], [0.56, 0.84, 2.5], 0.3)
      b.use(DARK_METAL)
      for (const z of [-0.9, -0.3, 0.3, 0.9]) rod(b, [-0.3, 0, z], [0.3, 0, z], 0.2, { sides: 12 })
    })
    b.use(BLACK)
  }
  b.use(DARK_METAL)
  cylinder(b, [0, 0.72, back], 0.6, 0.24, { sides: 18 })
  b.use(yellow)
  box(b, [0, 0.95, back - 0.3], [w - 0.2, 0.75, 2.4], 0.1)
  box(b, [0, 1.1, back - 1.2], [w - 0.3, 1.0, 0.7], 0.2)
  b.use(shade(yellow, 0.9))
  box(b, [w * 0.24, 1.65, back + 0.35], [0.95, 0.08, 1.3], 0.03)
  b.use(paint('#2a3236', 'plain', 0.1))
  box(b, [w * 0.24, 1.7, back + 0.35], [0.88, h - 1.82, 1.22], 0.05)
  b.use(yellow)
  box(b, [w * 0.24, h - 0.12, back + 0.35], [1.0, 0.12, 1.36], 0.04)
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [w * 0.24 + x * 0.44, 1.65, back + 0.35 + z * 0.6], [0.06, h - 1.75, 0.06])
  // Boom, arm, bucket; rams along them.
  const [p, q, r, e] = [
    [-0.25, 1.25, back + 0.8],
    [-0.25, h - 0.1, back + 2.6],
    [-0.25, h * 0.62, d / 2 - 0.75],
    [-0.25, 0.55, d / 2 - 0.55],
  ] as const
  b.use(yellow)
  rod(b, p, q, 0.2, { sides: 8, top: 0.16 })
  rod(b, q, r, 0.16, { sides: 8 })
  rod(b, r, e, 0.15, { sides: 8, top: 0.11 })
  b.use(STEEL)
  rod(b, [-0.25, 1.2, back + 1.3], [-0.25, h - 0.5, back + 2.2], 0.05, { sides: 8 })
  rod(b, [-0.25, h + 0.05, back + 2.9], [-0.25, h * 0.75, d / 2 - 0.95], 0.045, { sides: 8 })
  b.use(shade(DARK_METAL, 1.2))
  b.at([-0.25, 0.02, d / 2 - 0.6], () => {
    box(b, [0, 0, -0.2], [0.9, 0.5, 0.06], 0.02)
    box(b, [0, 0, 0.05], [0.9, 0.06, 0.55], 0.02)
    for (const x of [-1, 1]) box(b, [x * 0.43, 0, 0.02], [0.05, 0.46, 0.5], 0.02)
    for (const x of [-0.35, -0.12, 0.12, 0.35]) box(b, [x, 0.01, 0.36], [0.08, 0.05, 0.16], 0.01)
  })
  b.use(paint('#8a3a2a', 'plain', 0.4))
  box(b, [0, 1.25, back - 1.56], [w * 0.4, 0.2, 0.03])
}

/** Sand as it was tipped: a long heap with a shovel in it. */
const sandHeap: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(s.main('#a08a62', 'sand', 0.98))
  for (const [x, k, r] of [
    [-0.18, 1, 0.34],
    [0.16, 0.82, 0.34],
    [0.02, 0.6, 0.46],
  ] as const)
    b.at([x * w, 0, rnd.range(-0.06, 0.06) * d], () =>
      lathe(
        b,
        [0, -0.02, 0],
        [
          [w * r, 0],
          [w * r * 0.86, h * k * 0.16],
          [w * r * 0.42, h * k * 0.66],
          [w * r * 0.16, h * k * 0.95],
          [0.02, h * k],
        ],
        26,
        d / w,
      ),
    )
  b.use(paint('#8a6a44', 'wood'))
  rod(b, [w * 0.3, 0.25, d * 0.24], [w * 0.4, 1.45, d * 0.36], 0.02)
  b.use(STEEL)
  b.at([w * 0.295, 0.06, d * 0.235], () => box(b, [0, 0, 0], [0.24, 0.3, 0.02], 0.008), 0, 0.3)
}

/** A mixer: a pear-shaped drum, its mouth up and to +z, on a frame with two wheels. */
const cementMixer: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#c2552f', 'metal', 0.5, 0.2))
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.1), 0.05, d * 0.36], [x * (w / 2 - 0.12), h * 0.62, 0], 0.03)
    rod(b, [x * (w / 2 - 0.1), 0.2, -d * 0.36], [x * (w / 2 - 0.12), h * 0.62, 0], 0.03)
  }
  for (const z of [-0.34, 0.34]) rod(b, [-w / 2 + 0.1, 0.2, z * d], [w / 2 - 0.1, 0.2, z * d], 0.025)
  b.use(BLACK)
  for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.1), 0.2, -d * 0.36], [x * (w / 2 - 0.02), 0.2, -d * 0.36], 0.2, { sides: 16 })
  b.at(
    [0, h * 0.62, 0],
    () => {
      b.use(s.accent('#8f8d86', 'metal', 0.7, 0.2))
      lathe(
        b,
        [0, -0.42, 0],
        [
          [0.2, 0],
          [0.36, 0.14],
          [0.42, 0.4],
          [0.42, 0.52],
          [0.28, 0.86],
          [0.26, 0.92],
        ],
        24,
      )
      b.use(BLACK)
      cylinder(b, [0, 0.46, 0], 0.25, 0.02, { sides: 20 })
    },
    0,
    0.62,
  )
  b.use(paint('#4a5a5c', 'metal', 0.5, 0.3))
  box(b, [w / 2 - 0.2, h * 0.5, -0.1], [0.24, 0.3, 0.3], 0.03)
}

/** Bricks in courses on a pallet, some taken from the top. */
const brickPallet: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(paint('#9a7f54', 'planks'))
  for (const z of [-0.4, 0, 0.4]) box(b, [0, 0, z * d], [w, 0.09, 0.1])
  for (let i = 0; i < 7; i++) box(b, [((i + 0.5) / 7 - 0.5) * w, 0.09, 0], [w / 7 - 0.03, 0.025, d])
  const courses = Math.max(2, Math.round((h - 0.115) / 0.1))
  const [nx, nz] = [Math.max(2, Math.round(w / 0.25)), Math.max(2, Math.round(d / 0.25))]
  const brick = s.main('#9c5a44', 'plain', 0.9)
  for (let j = 0; j < courses; j++)
    for (let i = 0; i < nx; i++)
      for (let k = 0; k < nz; k++) {
        const outer = i === 0 || k === 0 || i === nx - 1 || k === nz - 1 || j === courses - 1
        if (!outer || (j === courses - 1 && rnd.chance(0.35))) continue
        b.use(shade(brick, rnd.range(0.8, 1.15)))
        box(
          b,
          [((i + 0.5) / nx - 0.5) * (w - 0.06), 0.115 + j * 0.1, ((k + 0.5) / nz - 0.5) * (d - 0.06)],
          [(w - 0.06) / nx - 0.012, 0.09, (d - 0.06) / nz - 0.012],
        )
      }
}

/** Pipes in a heap between stakes, open ends to both sides along x. */
const pipeStack: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const r = Math.min(h, d) / 5.2
  const p = s.main('#8f8d86', 'concrete')
  const rows = Math.max(1, Math.round((h - 0.3 * r) / (1.76 * r)))
  const first = Math.max(rows, Math.floor(d / (2 * r)))
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < first - j; i++) {
      const z = (i - (first - j - 1) / 2) * 2 * r
      const y = r + j * 1.74 * r
      const off = ((i * 7 + j * 3) % 5) * 0.03
      b.use(shade(p, 0.9 + 0.05 * ((i + j) % 4)))
      rod(b, [-w / 2 + 0.05 + off, y, z], [w / 2 - 0.1 + off, y, z], r * 0.98, { sides: 16 })
      b.use(BLACK)
      for (const x of [-1, 1])
        rod(
          b,
          [x < 0 ? -w / 2 + 0.046 + off : w / 2 - 0.1 + off, y, z],
          [x < 0 ? -w / 2 + 0.05 + off : w / 2 - 0.096 + off, y, z],
          r * 0.8,
          { sides: 16 },
        )
    }
  b.use(paint('#8a6a44', 'wood'))
  for (const x of [-0.3, 0.3]) for (const z of [-1, 1]) box(b, [x * w, 0, z * (d / 2 - 0.03)], [0.08, h * 0.6, 0.06])
}

/** An orange cone with white bands. */
const trafficCone: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(BLACK)
  box(b, [0, 0, 0], [w, 0.035, w], 0.01)
  const at = (y: number) => w * 0.4 * (1 - y / h) + 0.02
  for (const [y0, y1, hex] of [
    [0.035, 0.28, '#d2622a'],
    [0.28, 0.42, '#e4e0d4'],
    [0.42, 0.54, '#d2622a'],
    [0.54, 0.62, '#e4e0d4'],
    [0.62, h, '#d2622a'],
  ] as const) {
    b.use(paint(hex, 'plain', 0.6))
    lathe(
      b,
      [0, y0, 0],
      [
        [at(y0), 0],
        [at(y1), y1 - y0],
      ],
      18,
    )
  }
}

/** A work lamp: two floods on a mast with three legs, facing +z and down. */
const siteLamp: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#c9942e', 'metal', 0.5, 0.2))
  for (let i = 0; i < 3; i++) b.at([0, 0, 0], () => rod(b, [0, 0.7, 0], [0, 0.02, w * 0.46], 0.022), (i * Math.PI * 2) / 3)
  rod(b, [0, 0.1, 0], [0, h - 0.3, 0], 0.03)
  rod(b, [-w * 0.4, h - 0.3, 0], [w * 0.4, h - 0.3, 0], 0.022)
  for (const x of [-1, 1])
    b.at(
      [x * w * 0.26, h - 0.4, 0.1],
      () => {
        b.use(DARK_METAL)
        box(b, [0, 0, 0], [0.42, 0.34, 0.14], 0.02)
        b.use(glowPaint('#f2ecd8'))
        box(b, [0, 0.03, 0.072], [0.36, 0.28, 0.01])
      },
      0,
      0.35,
    )
}

/** Builders of what building sites have. */
export const SITE_THINGS: Readonly<Record<string, PropBuilder>> = {
  'concrete-frame': concreteFrame,
  scaffold,
  'site-cabin': siteCabin,
  'site-fence': siteFence,
  excavator,
  'sand-heap': sandHeap,
  'cement-mixer': cementMixer,
  'brick-pallet': brickPallet,
  'pipe-stack': pipeStack,
  'traffic-cone': trafficCone,
  'site-lamp': siteLamp,
}
