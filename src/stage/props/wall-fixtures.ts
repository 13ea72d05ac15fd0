import { box, cylinder, ellipsoid, glowPaint, lathe, type MeshBatch, paint, rod, shade, sheet, tube } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'
import { framed } from './wall-things'

const pipeRun: PropBuilder = (s) => {
  const { b, w, h } = s
  for (const [y, r, hex] of [
    [h * 0.2, 0.045, '#7a6a58'],
    [h * 0.55, 0.07, '#6d7678'],
    [h * 0.9, 0.03, '#8d5a3a'],
  ] as const) {
    b.use(y === h * 0.55 ? s.main(hex, 'metal', 0.5, 0.4) : paint(hex, 'metal', 0.45, 0.5))
    rod(b, [-w / 2, y, 0], [w / 2, y, 0], r, { sides: 12 })
    b.use(shade(paint(hex, 'metal', 0.5, 0.5), 0.8))
    for (const x of [-0.38, 0.05, 0.4])
      b.at([x * w, y, 0], () => cylinder(b, [0, -0.04, 0], r * 1.28, 0.08, { sides: 12, bevel: 0.01 }), 0, 0, Math.PI / 2)
  }
  b.use(paint('#a0402f', 'metal', 0.5, 0.3))
  b.at([w * 0.2, h * 0.55, 0.08], () => {
    rod(b, [0, 0, 0], [0, 0, 0.06], 0.012)
    for (let i = 0; i < 10; i++) {
      const a = (i / 10) * Math.PI * 2
      const c = ((i + 1) / 10) * Math.PI * 2
      rod(b, [Math.cos(a) * 0.08, Math.sin(a) * 0.08, 0.06], [Math.cos(c) * 0.08, Math.sin(c) * 0.08, 0.06], 0.011, { sides: 6 })
    }
    rod(b, [-0.08, 0, 0.06], [0.08, 0, 0.06], 0.008)
  })
}

const wallPanel: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#6a7276', 'metal', 0.5, 0.3)
  b.use(body)
  box(b, [0, 0, 0], [w, h, d], 0.02)
  b.use(shade(body, 0.7))
  box(b, [0, h * 0.52, d / 2 - 0.005], [w - 0.1, h * 0.4, 0.02], 0.008)
  for (let i = 0; i < 9; i++) {
    b.use(paint(s.rnd.pick(['#b8b4a4', '#c0763a', '#7a9a86', '#3c4246', '#a04a3c']), 'plain', 0.4))
    box(b, [-w / 2 + 0.12 + (i % 3) * ((w - 0.24) / 2), 0.1 + Math.floor(i / 3) * 0.1, d / 2], [0.06, 0.05, 0.02], 0.008)
  }
  b.use(paint('#9fb8a8', 'plain', 0.2))
  for (let i = 0; i < 4; i++)
    box(b, [-w * 0.12 + s.rnd.range(-0.04, 0.04), h * 0.58 + i * 0.07, d / 2 + 0.016], [w * s.rnd.range(0.2, 0.5), 0.014, 0.004])
}

const vent: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#737a7a', 'metal', 0.5, 0.4))
  framed(s, 0.04)
  b.use(BLACK)
  box(b, [0, 0.02, -d / 4], [w - 0.06, h - 0.04, d * 0.4])
  b.use(s.main('#737a7a', 'metal', 0.5, 0.4))
  for (let y = 0.05; y < h - 0.05; y += 0.045) b.at([0, y, 0.01], () => box(b, [0, 0, 0], [w - 0.08, 0.012, d * 0.7]), 0, 0.6)
}

const screen: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#2a2d30', 'plain', 0.4))
  box(b, [0, 0, 0], [w, h, d], 0.015)
  b.use(glowPaint(s.rnd.pick(['#2f5a66', '#2d5648', '#3d4f6e'])))
  box(b, [0, 0.04, d / 2 - 0.002], [w - 0.08, h - 0.08, 0.006])
  b.use(paint('#a8c8c0', 'plain', 0.3))
  for (let i = 0; i < 7; i++)
    box(b, [-w * 0.2 + s.rnd.range(-0.1, 0.1), h * 0.16 + i * h * 0.09, d / 2 + 0.003], [w * s.rnd.range(0.15, 0.42), 0.012, 0.003])
  b.use(paint('#c98a4a', 'plain', 0.3))
  for (let i = 0; i < 6; i++) box(b, [w * 0.14 + i * w * 0.05, h * 0.16, d / 2 + 0.003], [w * 0.03, h * s.rnd.range(0.08, 0.5), 0.003])
}

const neonSign: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#33302e', 'plain', 0.5))
  box(b, [0, 0, -0.02], [w, h, 0.02], 0.008)
  b.use(glowPaint(s.rnd.pick(['#c05a3c', '#4a9a9a', '#c08a3a', '#a84a6a'])))
  const n = s.rnd.int(3, 5)
  for (let i = 0; i < n; i++) {
    const x = -w / 2 + (i + 0.5) * (w / n)
    const k = w / n / 2 - 0.04
    const y = h * 0.3
    const t = h * 0.55
    const shape = s.rnd.int(0, 3)
    if (shape === 0)
      tube(
        b,
        [
          [x - k, y, 0.02],
          [x - k, y + t, 0.02],
          [x + k, y + t, 0.02],
          [x + k, y + t / 2, 0.02],
          [x - k, y + t / 2, 0.02],
        ],
        0.011,
        6,
      )
    else if (shape === 1)
      tube(
        b,
        [
          [x - k, y, 0.02],
          [x, y + t, 0.02],
          [x + k, y, 0.02],
        ],
        0.011,
        6,
      )
    else if (shape === 2)
      tube(
        b,
        [
          [x + k, y + t, 0.02],
          [x - k, y + t, 0.02],
          [x - k, y, 0.02],
          [x + k, y, 0.02],
        ],
        0.011,
        6,
      )
    else
      tube(
        b,
        [
          [x - k, y + t, 0.02],
          [x - k, y, 0.02],
          [x + k, y, 0.02],
          [x + k, y + t, 0.02],
          [x - k, y + t, 0.02],
        ],
        0.011,
        6,
      )
  }
  tube(
    b,
    [
      [-w / 2 + 0.06, h * 0.12, 0.02],
      [w / 2 - 0.06, h * 0.12, 0.02],
    ],
    0.009,
    6,
  )
}

const stripLight: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#8a8f90', 'metal', 0.5, 0.3))
  box(b, [0, 0, -d / 4], [w, h, d / 2], 0.01)
  b.use(glowPaint('#dfe6e4'))
  rod(b, [-w / 2 + 0.04, h / 2, d / 4], [w / 2 - 0.04, h / 2, d / 4], 0.02)
}

const curtain: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(BRASS)
  rod(b, [-w / 2, h - 0.03, 0], [w / 2, h - 0.03, 0], 0.014)
  for (const x of [-1, 1]) ellipsoid(b, [(x * w) / 2, h - 0.03, 0], [0.028, 0.028, 0.028], 8, 6)
  b.use(s.main('#8a6a50', 'fabric'))
  const half = w * 0.2
  for (const side of [-1, 1] as const) {
    const cloth = (b: MeshBatch) => {
      b.use(s.main('#8a6a50', 'fabric'))
      sheet(
        b,
        20,
        6,
        (u, v) => {
          const gather = s.drawn ? 1 : 0.62 + 0.38 * Math.min(1, Math.abs(v - 0.42) * 2.1)
          const x = side * (w / 2 - half * u * gather - 0.02)
          const z = 0.045 * Math.sin(u * 30) * (0.5 + 0.5 * (1 - v)) + 0.012 * Math.sin(u * 13 + v * 5)
          return [x, v * (h - 0.05), z]
        },
        { uv: (_, u, v) => [u * half * 1.6, v * h], both: true },
      )
    }
    const apart = s.drawn?.[side < 0 ? 0 : 1]
    if (apart) {
      // What is drawn hangs free of its band.
      apart.at([(-side * w) / 2, 0, 0], () => cloth(apart))
      continue
    }
    cloth(b)
    b.use(shade(s.main('#8a6a50', 'fabric'), 0.7))
    const y = h * 0.42
    box(b, [side * (w / 2 - half * 0.33), y - 0.025, 0], [half * 0.68, 0.045, 0.1], 0.02)
    b.use(s.main('#8a6a50', 'fabric'))
  }
}

const emergencyLight: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  box(b, [0, 0, -d / 2 + 0.025], [w, h, 0.05], 0.012)
  b.use(glowPaint('#b03a2a'))
  b.at(
    [0, h / 2, -d / 2 + 0.05],
    () =>
      lathe(
        b,
        [0, 0, 0],
        [
          [0.07, 0],
          [0.07, 0.05],
          [0.04, 0.09],
          [0, 0.1],
        ],
        14,
      ),
    0,
    Math.PI / 2,
  )
  b.use(DARK_METAL)
  for (const x of [-0.045, 0, 0.045])
    tube(
      b,
      [
        [x, 0.01, -d / 2 + 0.05],
        [x, 0.03, d / 2],
        [x, h - 0.03, d / 2],
        [x, h - 0.01, -d / 2 + 0.05],
      ],
      0.005,
      5,
    )
}

const fuseBox: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#6d7472', 'metal', 0.5, 0.3))
  box(b, [0, 0, 0], [w, h, d], 0.012)
  b.use(shade(b.paint, 1.1))
  box(b, [0, 0.03, d / 2], [w - 0.06, h - 0.06, 0.02], 0.006)
  b.use(paint('#c29a3a', 'paper'))
  b.at([0, h * 0.6, d / 2 + 0.012], () => box(b, [0, 0, 0], [0.1, 0.1, 0.003]), 0, 0, Math.PI / 4)
  b.use(STEEL)
  box(b, [w / 2 - 0.07, h * 0.45, d / 2 + 0.015], [0.02, 0.1, 0.02], 0.004)
  b.use(DARK_METAL)
  rod(b, [0, h, 0], [0, h + 0.6, -0.02], 0.018)
}

/** Builders by catalogue id. */
export const WALL_FIXTURES: Readonly<Record<string, PropBuilder>> = {
  'pipe-run': pipeRun,
  'wall-panel': wallPanel,
  vent: vent,
  screen: screen,
  'neon-sign': neonSign,
  'strip-light': stripLight,
  'emergency-light': emergencyLight,
  'fuse-box': fuseBox,
  curtain: curtain,
}
