import { box, cylinder, glowPaint, lathe, paint, prism, rod, shade } from '../geometry'
import { DARK_METAL, type PropBuilder, type PropShape } from './prop-shape'

const STONE = '#8f8676'
/** Merlons and the gaps between them: breadth, height, thickness, metres. */
const MERLON = { wide: 0.85, gap: 0.6, high: 0.85, thick: 0.42 } as const

/** Battlements along x on top of a wall at `y`, on its face at `z`. */
function battlements({ b }: PropShape, from: number, to: number, y: number, z: number): void {
  box(b, [(from + to) / 2, y, z], [to - from, 0.4, MERLON.thick])
  const n = Math.max(1, Math.floor((to - from + MERLON.gap) / (MERLON.wide + MERLON.gap)))
  const step = (to - from - MERLON.wide) / Math.max(1, n - 1)
  for (let i = 0; i < n; i++) box(b, [from + MERLON.wide / 2 + i * step, y + 0.4, z], [MERLON.wide, MERLON.high, MERLON.thick], 0.03)
}

/** A slit in a wall whose face is at `z`: its splay is dark, and some have light behind them. */
function slit({ b, rnd }: PropShape, x: number, y: number, z: number, high = 1.15): void {
  b.use(paint('#5f584c', 'stone'))
  box(b, [x, y - 0.16, z], [0.5, 0.16, 0.14])
  box(b, [x, y + high, z], [0.5, 0.2, 0.14])
  for (const side of [-1, 1]) box(b, [x + side * 0.19, y, z], [0.13, high, 0.12])
  b.use(rnd.chance(0.5) ? glowPaint('#2c2a28') : paint('#1d1c1b', 'plain'))
  b.quad([x - 0.13, y, z + 0.03], [x + 0.13, y, z + 0.03], [x + 0.13, y + high, z + 0.03], [x - 0.13, y + high, z + 0.03])
}

/** A curtain wall that looks to +z: a battered foot, slits, a string course, battlements. */
const castleWall: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main(STONE, 'stone', 0.95)
  const top = h - MERLON.high - 0.4
  b.use(shade(stone, 0.86))
  b.at(
    [-w / 2, 0, 0],
    () =>
      prism(
        b,
        [
          [d / 2, 0],
          [-d / 2 - 0.5, 0],
          [-d / 2, 1.5],
          [d / 2, 1.5],
        ],
        0,
        w,
      ),
    Math.PI / 2,
  )
  b.use(stone)
  box(b, [0, 0, 0], [w + 0.4, top, d])
  b.use(shade(stone, 1.1))
  box(b, [0, top - 0.3, 0.04], [w, 0.26, d + 0.2], 0.03)
  b.use(stone)
  battlements(s, -w / 2, w / 2, top, d / 2 - MERLON.thick / 2)
  for (let x = -w / 2 + 2; x < w / 2 - 1; x += 3.6) slit(s, x, top * 0.5, d / 2 + 0.02)
}

/** A round tower: it widens to its foot, corbels carry its battlements, the taller have a roof. */
const castleTower: PropBuilder = (s) => {
  const { b, w, h } = s
  const stone = s.main(STONE, 'stone', 0.95)
  const r = w / 2
  const roof = h > 11 ? h * 0.26 : 0
  const top = h - roof - (roof ? 0 : MERLON.high + 0.4)
  b.use(stone)
  lathe(
    b,
    [0, 0, 0],
    [
      [r, 0],
      [r * 0.95, 1.9],
      [r * 0.93, top - 1.1],
    ],
    28,
  )
  b.use(shade(stone, 1.08))
  lathe(
    b,
    [0, 0, 0],
    [
      [r * 0.93, top - 1.1],
      [r * 1.07, top - 0.45],
      [r * 1.07, top],
      [0.01, top + 0.01],
    ],
    28,
  )
  b.use(stone)
  const n = Math.max(8, Math.round((Math.PI * 2 * r) / (MERLON.wide + MERLON.gap)))
  for (let i = 0; i < n; i++)
    b.at([0, 0, 0], () => box(b, [0, top, r * 1.07 - 0.18], [MERLON.wide, MERLON.high, 0.36], 0.03), (i / n) * Math.PI * 2)
  if (roof) {
    b.use(s.accent('#4d5560', 'tile', 0.7))
    lathe(
      b,
      [0, top, 0],
      [
        [r * 1.14, 0.35],
        [r * 0.5, roof * 0.52],
        [0.03, roof],
      ],
      24,
    )
  }
  for (let k = 0; k < 5; k++) {
    const y = 2.4 + ((top - 4.6) * k) / 4
    b.at([0, 0, 0], () => slit(s, 0, y, r * 0.955, 1), (k % 2 ? 1 : -1) * 0.5)
  }
}

/** The breadth and height of a gate's passage, as shares of the gatehouse. */
const PASSAGE = { wide: 0.34, high: 0.5 } as const

/** A gatehouse that looks to +z: two turrets, a round arch between them with its portcullis drawn up, battlements, banners. */
const castleGate: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main(STONE, 'stone', 0.95)
  const half = (w * PASSAGE.wide) / 2
  const spring = h * PASSAGE.high - half
  const top = h - MERLON.high - 0.4
  const r = (w / 2 - half) / 2 + 0.25
  b.use(stone)
  for (const side of [-1, 1]) {
    b.use(stone)
    box(b, [(side * (w / 2 + half)) / 2, 0, -0.3], [w / 2 - half, top, d - 0.6])
    lathe(
      b,
      [side * (half + r), 0, d / 2 - r],
      [
        [r + 0.22, 0],
        [r, 1.6],
        [r, top + 0.6],
        [r + 0.2, top + 1],
        [0.01, top + 1.02],
      ],
      22,
    )
    for (let i = 0; i < 9; i++) {
      const a = (i / 9) * Math.PI * 2
      b.at(
        [side * (half + r) + Math.sin(a) * (r + 0.02), 0, d / 2 - r + Math.cos(a) * (r + 0.02)],
        () => box(b, [0, top + 1, 0], [0.7, 0.8, 0.34], 0.03),
        a,
      )
    }
    b.at([side * (half + r), 0, d / 2 - r], () => {
      slit(s, 0, spring + 0.3, r + 0.01)
      slit(s, 0, top - 1.7, r + 0.01)
      b.use(s.accent('#6b2326', 'fabric', 0.9))
      box(b, [0, spring + 1.8, r + 0.09], [0.85, 2.2, 0.03])
    })
  }
  b.use(stone)
  // Wedge stones round the arch, and the wall above it down to them.
  const steps = 14
  for (let i = 0; i < steps; i++) {
    const [a0, a1] = [(i / steps) * Math.PI, ((i + 1) / steps) * Math.PI]
    const x = (-Math.cos(a0) - Math.cos(a1)) * 0.5 * half
    const y = spring + Math.min(Math.sin(a0), Math.sin(a1)) * half
    b.use(stone)
    box(b, [x, y, -0.3], [Math.abs(Math.cos(a0) - Math.cos(a1)) * half + 0.01, top - y, d - 0.9])
  }
  b.use(shade(stone, 1.16))
  for (let i = 0; i < 13; i++) {
    const a = ((i + 0.5) / 13) * Math.PI
    b.at(
      [Math.cos(a) * (half + 0.2), spring + Math.sin(a) * (half + 0.2), d / 2 - 0.72],
      () => box(b, [0, -0.24, 0], [((half + 0.45) * Math.PI) / 13 - 0.02, 0.5, 0.24], 0.03),
      0,
      0,
      a - Math.PI / 2,
    )
  }
  b.use(stone)
  battlements(s, -half, half, top, d / 2 - 0.95)
  // Where the passage ends it is dark: doors that stand shut far in.
  b.use(paint('#3a2d22', 'planks', 0.9))
  box(b, [0, 0, -d / 2 + 0.5], [half * 2, spring + half, 0.16])
  b.use(DARK_METAL)
  for (let i = 0; i < 7; i++) {
    const x = (i / 6 - 0.5) * 2 * (half - 0.12)
    rod(b, [x, spring - 0.15, d / 2 - 1.15], [x, spring + half, d / 2 - 1.15], 0.05, { top: 0.05, sides: 6 })
    cylinder(b, [x, spring - 0.42, d / 2 - 1.15], 0.005, 0.28, { top: 0.06, sides: 6 })
  }
  for (const y of [spring + 0.15, spring + half * 0.5]) box(b, [0, y, d / 2 - 1.15], [half * 2 - 0.1, 0.1, 0.08])
}

/** The keep: a square tower of many windows, a turret at each corner. */
const castleKeep: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main(STONE, 'stone', 0.95)
  const top = h - 2.6
  b.use(stone)
  box(b, [0, 0, 0], [w - 0.8, top, d - 0.8])
  b.use(shade(stone, 1.1))
  for (const y of [h * 0.3, h * 0.56]) box(b, [0, y, 0], [w - 0.5, 0.24, d - 0.5])
  b.use(stone)
  battlements(s, -w / 2 + 1.4, w / 2 - 1.4, top, d / 2 - 0.62)
  for (const x of [-1, 1])
    for (const z of [-1, 1]) {
      b.use(stone)
      cylinder(b, [x * (w / 2 - 1), 0, z * (d / 2 - 1)], 1.25, top + 1.3, { top: 1.2, sides: 18 })
      b.use(s.accent('#4d5560', 'tile', 0.7))
      cylinder(b, [x * (w / 2 - 1), top + 1.3, z * (d / 2 - 1)], 1.45, 2.6, { top: 0.03, sides: 18 })
    }
  for (let j = 0; j < 3; j++) for (const x of [-0.25, 0, 0.25]) slit(s, x * w, h * (0.14 + 0.24 * j), d / 2 - 0.37, 1.6)
}

/** A basket of iron on three legs with a fire in it. */
const fireBasket: PropBuilder = (s) => {
  const { b, w, h, rnd } = s
  const rim = h * 0.72
  const r = w / 2
  b.use(DARK_METAL)
  for (let i = 0; i < 3; i++) {
    const a = (i / 3) * Math.PI * 2
    rod(b, [Math.sin(a) * r, 0, Math.cos(a) * r], [Math.sin(a) * r * 0.35, rim - 0.24, Math.cos(a) * r * 0.35], 0.022, { sides: 6 })
  }
  for (let i = 0; i < 9; i++) {
    const a = (i / 9) * Math.PI * 2
    const [x, z] = [Math.sin(a), Math.cos(a)]
    rod(b, [x * r * 0.4, rim - 0.26, z * r * 0.4], [x * r * 0.9, rim, z * r * 0.9], 0.014, { sides: 5 })
  }
  lathe(
    b,
    [0, 0, 0],
    [
      [r * 0.86, rim - 0.05],
      [r * 0.93, rim - 0.02],
      [r * 0.86, rim + 0.01],
    ],
    16,
  )
  b.use(paint('#2a211a', 'bark'))
  for (let i = 0; i < 5; i++)
    rod(b, [rnd.range(-0.1, 0.1), rim - 0.2, rnd.range(-0.1, 0.1)], [rnd.range(-r, r) * 0.7, rim + 0.03, rnd.range(-r, r) * 0.7], 0.035, {
      sides: 6,
    })
  b.use(glowPaint('#ff9a3c'))
  for (let i = 0; i < 5; i++) {
    const a = i * 1.26
    const k = rnd.range(0.55, 1)
    lathe(
      b,
      [Math.sin(a) * r * 0.32, rim - 0.12, Math.cos(a) * r * 0.32],
      [
        [0.01, 0],
        [r * 0.3 * k, (h - rim) * 0.4 * k],
        [r * 0.16 * k, (h - rim + 0.12) * 0.72 * k],
        [0.005, (h - rim + 0.12) * k],
      ],
      8,
    )
  }
}

/** Builders by catalogue id. */
export const CASTLE_WALLS: Readonly<Record<string, PropBuilder>> = {
  'castle-wall': castleWall,
  'castle-tower': castleTower,
  'castle-gate': castleGate,
  'castle-keep': castleKeep,
  'fire-basket': fireBasket,
}
