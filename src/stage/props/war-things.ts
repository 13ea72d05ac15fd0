import type { Vec3 } from '../../film'
import { box, ellipsoid, lathe, paint, rod, shade, sheet } from '../geometry'
import { DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

/** A wall of filled sacks, each sagging on those below. */
const sandbags: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const hessian = s.main('#8a7a58', 'fabric')
  const rows = Math.max(1, Math.round(h / 0.17))
  for (let j = 0; j < rows; j++) {
    const n = Math.max(1, Math.round(w / 0.52))
    for (let i = 0; i < n; i++) {
      const x = ((i + 0.5 + (j % 2 ? 0.2 : -0.2)) / n - 0.5) * w
      if (Math.abs(x) > w / 2 - 0.1) continue
      b.use(shade(hessian, rnd.range(0.75, 1.12)))
      const deep = (d / 2) * (1 - 0.3 * (j / rows))
      ellipsoid(b, [x, ((j + 0.5) * h) / rows, rnd.range(-0.04, 0.04)], [(w / n) * 0.56, (h / rows) * 0.62, deep], 9, 6, 0.09)
    }
  }
}

/** Wire in coils with barbs, on pickets. */
const barbedWire: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(paint('#4f4436', 'wood'))
  for (const x of [-0.48, 0, 0.48])
    rod(b, [x * w, 0, rnd.range(-0.1, 0.1)], [x * w + rnd.range(-0.08, 0.08), h * 0.95, rnd.range(-0.1, 0.1)], 0.03, { sides: 6 })
  b.use(paint('#4a4038', 'metal', 0.6, 0.5))
  const turns = Math.round(w / 0.36)
  let last: Vec3 | undefined
  for (let i = 0; i <= turns * 9; i++) {
    const a = (i / 9) * Math.PI * 2
    const p: Vec3 = [-w / 2 + (w * i) / (turns * 9), h * 0.42 + Math.sin(a) * h * 0.4, Math.cos(a) * d * 0.44]
    if (last) rod(b, last, p, 0.008, { sides: 3 })
    if (i % 3 === 0) rod(b, [p[0] - 0.03, p[1] - 0.03, p[2]], [p[0] + 0.03, p[1] + 0.03, p[2]], 0.006, { sides: 3 })
    last = p
  }
}

/** Earth thrown up round a hole with water in it. */
const shellHole: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const r = w / 2
  b.use(s.main('#5d4e3a', 'sand'))
  lathe(
    b,
    [0, 0, 0],
    [
      [r, 0.002],
      [r * 0.84, h * 0.45],
      [r * 0.68, h],
      [r * 0.56, h * 0.7],
      [r * 0.44, 0.02],
      [0, 0.012],
    ],
    22,
    d / w,
  )
  b.use(paint('#3d3a32', 'plain', 0.08))
  lathe(
    b,
    [0, 0.03, 0],
    [
      [r * 0.47, 0],
      [0, 0.001],
    ],
    22,
    d / w,
  )
}

/** What shells have left of a tree: a splintered trunk and the stubs of boughs. */
const brokenTree: PropBuilder = (s) => {
  const { b, w, h, rnd } = s
  const bark = s.main('#3c342c', 'bark')
  b.use(bark)
  const lean = rnd.range(-0.1, 0.1) * h
  rod(b, [0, 0, 0], [lean * 0.5, h * 0.55, 0], w * 0.34, { top: w * 0.25, sides: 9 })
  rod(b, [lean * 0.5, h * 0.53, 0], [lean, h * 0.9, 0.05], w * 0.25, { top: w * 0.12, sides: 8 })
  b.use(shade(paint('#8a6f4c', 'wood'), 0.8))
  for (let i = 0; i < 5; i++) {
    const a = i * 1.26 + rnd.next()
    rod(
      b,
      [lean + Math.cos(a) * w * 0.07, h * 0.86, Math.sin(a) * w * 0.07],
      [lean + Math.cos(a) * w * 0.12, h * rnd.range(0.92, 1), Math.sin(a) * w * 0.12],
      w * 0.05,
      { top: 0.004, sides: 4 },
    )
  }
  b.use(bark)
  for (let i = 0; i < 4; i++) {
    const a = i * 1.7 + rnd.range(0, 1)
    const y = h * rnd.range(0.4, 0.8)
    const x0 = lean * 0.8
    rod(b, [x0, y, 0], [x0 + Math.cos(a) * h * 0.16, y + h * rnd.range(0.04, 0.14), Math.sin(a) * h * 0.16], w * 0.12, {
      top: w * 0.03,
      sides: 6,
    })
  }
}

/** Canvas over a ridge pole, pegged out: the inside of a tent, open towards +z. */
const canvasRoof: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const canvas = s.main('#a09270', 'fabric')
  const eave = h * 0.56
  const k = s.rnd.range(0, 9)
  for (const side of [-1, 1]) {
    b.use(canvas)
    sheet(
      b,
      14,
      18,
      (u, v) => {
        const sag = 0.07 * Math.sin(u * Math.PI) * (0.6 + 0.4 * Math.sin(v * 9 + k))
        return [side * (w / 2 - 0.03) * (1 - u), eave + (h - eave - 0.02) * u - sag, (v - 0.5) * d * -side]
      },
      { both: true, uv: (p) => [p[0], p[2]] },
    )
    b.use(shade(canvas, 0.93))
    sheet(
      b,
      6,
      18,
      (u, v) => [
        side * (w / 2 - 0.04 - 0.05 * Math.sin(u * Math.PI) * (0.5 + 0.5 * Math.sin(v * 11 + k))),
        eave * u,
        (v - 0.5) * d * -side,
      ],
      { both: true, uv: (p) => [p[1], p[2]] },
    )
  }
  b.use(paint('#7d6040', 'wood'))
  rod(b, [0, h - 0.07, -d / 2], [0, h - 0.07, d / 2], 0.035)
  for (const z of [-0.46, 0.1, 0.46]) rod(b, [0, 0, z * d], [0, h - 0.07, z * d], 0.04)
  for (const z of [-0.3, 0.28])
    for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.06), eave, z * d], [0, h - 0.12, z * d], 0.018, { sides: 6 })
  b.use(STEEL)
  for (const z of [-0.46, 0.1, 0.46]) rod(b, [0, 0, z * d], [0, 0.06, z * d], 0.06, { sides: 10 })
}

/** A folding bed of canvas between two bars, with a blanket and a pillow. */
const campBed: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#7d6040', 'wood'))
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.03), h * 0.72, -d / 2], [x * (w / 2 - 0.03), h * 0.72, d / 2], 0.025)
    for (const z of [-0.4, 0, 0.4]) rod(b, [x * (w / 2 - 0.03), h * 0.72, z * d], [-x * (w / 2 - 0.06), 0, z * d], 0.018, { sides: 6 })
  }
  b.use(s.main('#7a7452', 'fabric'))
  box(b, [0, h * 0.7, 0], [w - 0.05, 0.05, d - 0.06], 0.02)
  b.use(s.accent('#6a5a48', 'fabric'))
  box(b, [0, h * 0.8, d * 0.12], [w - 0.02, 0.07, d * 0.66], 0.03)
  b.use(paint('#c2b8a2', 'fabric'))
  box(b, [0, h * 0.82, -d * 0.38], [w * 0.7, 0.1, d * 0.16], 0.045)
}

/** An ammunition or supply box with rope handles and stencilled bands. */
const supplyBox: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const green = s.main('#5a5e40', 'planks')
  b.use(green)
  box(b, [0, 0, 0], [w, h - 0.03, d], 0.012)
  b.use(shade(green, 1.12))
  box(b, [0, h - 0.05, 0], [w + 0.01, 0.05, d + 0.01], 0.01)
  b.use(paint('#c2b88a', 'paper'))
  box(b, [0, h * 0.4, d / 2 + 0.001], [w * 0.5, 0.07, 0.003])
  b.use(DARK_METAL)
  for (const x of [-0.3, 0.3]) box(b, [x * w, h * 0.62, d / 2 + 0.006], [0.05, 0.09, 0.014], 0.004)
}

/** Builders by catalogue id. */
export const WAR_THINGS: Readonly<Record<string, PropBuilder>> = {
  sandbags,
  'barbed-wire': barbedWire,
  'shell-hole': shellHole,
  'broken-tree': brokenTree,
}

/** Builders of what stands in a camp. */
export const CAMP_THINGS: Readonly<Record<string, PropBuilder>> = {
  'canvas-roof': canvasRoof,
  'camp-bed': campBed,
  'supply-box': supplyBox,
}
