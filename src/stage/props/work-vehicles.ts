import { box, ellipsoid, paint, rod, shade, sheet } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'
import { across, body, GLASS, wheel } from './vehicle-parts'

const van: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const L = d / 2
  const P: (z: number, y: number) => readonly [number, number] = (z, y) => [z * L, y]
  body(
    s,
    [P(1, 0.35), P(1, 0.8), P(0.94, 1.05), P(0.72, 1.15), P(-1, 1.15), P(-1, 0.35)],
    [P(0.74, 1.13), P(0.52, h - 0.12), P(0.46, h - 0.02), P(-0.97, h), P(-0.99, 1.13)],
    '#8d8a80',
  )
  b.use(s.main('#8d8a80', 'metal', 0.3, 0.3))
  box(b, [0, 1.1, -L * 0.32], [w - 0.06, h - 1.15, d * 0.66], 0.05)
  b.use(GLASS)
  const hw = (w - 0.24) / 2
  b.quad(
    [-hw + 0.08, 1.18, 0.735 * L + 0.01],
    [hw - 0.08, 1.18, 0.735 * L + 0.01],
    [hw - 0.12, h - 0.2, 0.535 * L + 0.01],
    [-hw + 0.12, h - 0.2, 0.535 * L + 0.01],
  )
  for (const x of [-1, 1])
    across(s, [P(0.68, 1.18), P(0.5, h - 0.25), P(0.3, h - 0.25), P(0.3, 1.18)], x > 0 ? hw - 0.004 : -hw - 0.008, 0.012)
  b.use(shade(s.main('#8d8a80', 'metal', 0.3, 0.3), 0.6))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.018), 0.4, -L * 0.1], [0.008, h - 0.6, 0.012])
  b.use(DARK_METAL)
  box(b, [0, 0.32, L - 0.02], [w - 0.06, 0.2, 0.12], 0.04)
  box(b, [0, 0.32, -L + 0.02], [w - 0.06, 0.16, 0.1], 0.04)
  for (const x of [-1, 1]) {
    b.use(paint('#d8d4c0', 'plain', 0.1))
    box(b, [x * (w / 2 - 0.22), 0.68, L - 0.01], [0.28, 0.17, 0.05], 0.02)
    b.use(paint('#8d2f26', 'plain', 0.2))
    box(b, [x * (w / 2 - 0.1), 0.8, -L], [0.12, 0.34, 0.03], 0.01)
  }
  for (const x of [-1, 1]) for (const z of [0.32, -0.32]) wheel(s, [x * (w / 2 - 0.1), 0.36, z * d], 0.36, 0.22)
}

const truck: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const L = d / 2
  const p = s.main('#6f4a3c', 'metal', 0.35, 0.3)
  b.use(DARK_METAL)
  box(b, [0, 0.5, 0], [0.9, 0.2, d - 0.3], 0.02)
  b.use(p)
  box(b, [0, 0.55, L - 0.9], [w - 0.1, 0.85, 1.75], 0.08)
  b.at([0, 1.38, L - 1.05], () => box(b, [0, 0, 0], [w - 0.2, 0.8, 1.35], 0.12))
  b.use(GLASS)
  b.quad([-w / 2 + 0.24, 1.5, L - 0.37], [w / 2 - 0.24, 1.5, L - 0.37], [w / 2 - 0.3, 2.05, L - 0.365], [-w / 2 + 0.3, 2.05, L - 0.365])
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.1), 1.5, L - 0.95], [0.015, 0.5, 0.8], 0.005)
  b.use(paint('#7d6a50', 'planks'))
  box(b, [0, 0.75, -L * 0.3], [w, 0.1, d * 0.66], 0.015)
  for (const x of [-1, 1]) for (let i = 0; i < 4; i++) box(b, [x * (w / 2 - 0.03), 0.9 + i * 0.3, -L * 0.3], [0.05, 0.24, d * 0.66], 0.01)
  b.use(paint('#6a6a4c', 'fabric'))
  sheet(
    b,
    12,
    6,
    (u, v) => {
      const a = u * Math.PI
      return [Math.cos(a) * (w / 2), 1.5 + Math.sin(a) * (h - 1.55) + 0.02 * Math.sin(v * 18), -L * 0.3 + (v - 0.5) * d * 0.66]
    },
    { both: true, uv: (_, u, v) => [v * d * 0.66, u * 3] },
  )
  b.use(STEEL)
  box(b, [0, 0.45, L + 0.02], [w - 0.1, 0.2, 0.12], 0.04)
  for (const x of [-1, 1]) {
    b.use(paint('#d8d4c0', 'plain', 0.1))
    ellipsoid(b, [x * (w / 2 - 0.32), 0.9, L - 0.01], [0.13, 0.13, 0.05], 12, 8)
  }
  for (const x of [-1, 1]) for (const z of [0.34, -0.2, -0.34]) wheel(s, [x * (w / 2 - 0.14), 0.46, z * d], 0.46, 0.28)
}

const tractor: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const p = s.main('#8d3f34', 'metal', 0.4, 0.2)
  b.use(DARK_METAL)
  box(b, [0, 0.6, 0.1], [0.4, 0.35, d - 0.7], 0.03)
  b.use(p)
  box(b, [0, 0.85, d * 0.22], [0.62, 0.6, d * 0.44], 0.08)
  for (const x of [-1, 1])
    b.at([x * (w / 2 - 0.24), 0.8, -d * 0.24], () =>
      sheet(
        b,
        2,
        8,
        (u, v) => {
          const a = 0.2 + v * 2.2
          return [(u - 0.5) * 0.4, Math.sin(a) * 0.9, -Math.cos(a) * 0.9 + 0.0]
        },
        { both: true },
      ),
    )
  b.use(BLACK)
  box(b, [0, 0.9, d * 0.44 + 0.004], [0.5, 0.46, 0.02])
  b.use(paint('#3a3632', 'fabric'))
  box(b, [0, 1.15, -d * 0.2], [0.5, 0.12, 0.45], 0.04)
  box(b, [0, 1.25, -d * 0.33], [0.5, 0.38, 0.08], 0.03)
  b.use(DARK_METAL)
  rod(b, [0, 1.2, d * 0.02], [0, 1.55, -d * 0.06], 0.025)
  b.at(
    [0, 1.55, -d * 0.06],
    () => {
      for (let i = 0; i < 12; i++) {
        const a = (i / 12) * Math.PI * 2
        const c = ((i + 1) / 12) * Math.PI * 2
        rod(b, [Math.cos(a) * 0.19, 0, Math.sin(a) * 0.19], [Math.cos(c) * 0.19, 0, Math.sin(c) * 0.19], 0.016, { sides: 5 })
      }
    },
    0,
    0.5,
  )
  rod(b, [0.2, 1.4, d * 0.3], [0.2, 2.1, d * 0.3], 0.045)
  for (const x of [-1, 1]) for (const z of [-0.05, -0.4]) rod(b, [x * 0.5, 1.0, z * d], [x * 0.5, h - 0.05, z * d], 0.03)
  b.use(p)
  box(b, [0, h - 0.08, -d * 0.22], [1.2, 0.07, 1.3], 0.03)
  for (const x of [-1, 1]) {
    wheel(s, [x * (w / 2 - 0.2), 0.75, -d * 0.24], 0.75, 0.38)
    wheel(s, [x * (w / 2 - 0.3), 0.42, d * 0.34], 0.42, 0.22)
  }
}

/** Builders by catalogue id. */
export const WORK_VEHICLES: Readonly<Record<string, PropBuilder>> = {
  van: van,
  truck: truck,
  tractor: tractor,
}
