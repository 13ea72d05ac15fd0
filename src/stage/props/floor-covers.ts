import { box, cylinder, paint, shade } from '../geometry'
import type { PropBuilder } from './prop-shape'

const puddle: PropBuilder = (s) => {
  s.b.use(paint('#3c4448', 'plain', 0.04))
  s.b.begin()
  const n = 14
  const mid = s.b.vertex([0, 0.006, 0], [0, 1, 0], 0, 0)
  let last = -1
  for (let i = 0; i <= n; i++) {
    const a = (i / n) * Math.PI * 2
    const k = 0.82 + 0.18 * Math.sin(a * 3 + s.w) * Math.cos(a * 2)
    const id = s.b.vertex([(Math.cos(a) * s.w * k) / 2, 0.004, (-Math.sin(a) * s.d * k) / 2], [0, 1, 0], 0, 0)
    if (i > 0) s.b.tri(mid, last, id)
    last = id
  }
}

const litter: PropBuilder = (s) => {
  for (let i = 0; i < 8; i++) {
    s.b.use(paint(s.rnd.pick(['#c8c0ac', '#9a7a52', '#7d3f38', '#a8a090']), 'paper'))
    s.b.at(
      [s.rnd.range(-0.5, 0.5) * s.w, 0.01, s.rnd.range(-0.5, 0.5) * s.d],
      () => box(s.b, [0, 0, 0], [0.1, 0.012, 0.14], 0.004),
      s.rnd.range(0, 6),
      s.rnd.range(0, 0.2),
    )
  }
}

/** Rugs: border, field, a row of figures. */
const rug: PropBuilder = (s) => {
  const { b, w, d } = s
  const main = s.main('#8f4a3a', 'fabric')
  const second = s.accent('#b08a4a', 'fabric')
  const keep = b.groundShade
  b.groundShade = 0
  b.use(main)
  box(b, [0, 0, 0], [w, 0.012, d], 0.004)
  b.use(second)
  const flat = (x: number, z: number, pw: number, pd: number, y: number) => box(b, [x, y, z], [pw, 0.0015, pd])
  flat(0, 0, w - 0.16, d - 0.16, 0.012)
  b.use(shade(main, 0.75))
  flat(0, 0, w - 0.24, d - 0.24, 0.0135)
  b.use(shade(main, 1.12))
  flat(0, 0, w - 0.5, d - 0.5, 0.015)
  b.use(second)
  const n = Math.max(3, Math.round((w - 0.6) / 0.36))
  for (let i = 0; i < n; i++)
    for (const z of [-0.24, 0.24])
      b.at([-w / 2 + 0.3 + (i + 0.5) * ((w - 0.6) / n), 0, z * (d - 0.5)], () => flat(0, 0, 0.12, 0.12, 0.0165), Math.PI / 4)
  b.use(paint('#c4b594', 'fabric'))
  for (const x of [-1, 1]) for (let z = -d / 2 + 0.03; z < d / 2; z += 0.06) flat(x * (w / 2 + 0.03), z, 0.07, 0.02, 0)
  b.groundShade = keep
}

const roundRug: PropBuilder = (s) => {
  const { b, w } = s
  const keep = b.groundShade
  b.groundShade = 0
  const rings = 7
  for (let i = 0; i < rings; i++) {
    b.use(i % 3 === 1 ? s.accent('#b08a4a', 'fabric') : shade(s.main('#8f4a3a', 'fabric'), 1 - (i % 2) * 0.2))
    cylinder(b, [0, 0, 0], (w / 2) * (1 - i / rings), 0.012 + i * 0.0012, { sides: 36 })
  }
  b.groundShade = keep
}

const doormat: PropBuilder = (s) => {
  const keep = s.b.groundShade
  s.b.groundShade = 0
  s.b.use(s.main('#6a5a45', 'fabric'))
  box(s.b, [0, 0, 0], [s.w, 0.014, s.d], 0.005)
  s.b.use(shade(s.main('#6a5a45', 'fabric'), 0.6))
  box(s.b, [0, 0.012, 0], [s.w - 0.1, 0.004, s.d - 0.1])
  s.b.groundShade = keep
}

const crossing: PropBuilder = (s) => {
  const { b, w, d } = s
  b.use(s.main('#b9b5aa', 'asphalt', 0.8))
  const n = Math.round(w / 1.1)
  for (let i = 0; i < n; i++) box(b, [-w / 2 + (i + 0.5) * (w / n), 0, 0], [w / n / 2, 0.006, d])
}

/** Builders by catalogue id. */
export const FLOOR_COVERS: Readonly<Record<string, PropBuilder>> = {
  rug: rug,
  'round-rug': roundRug,
  doormat: doormat,
  crossing: crossing,
  puddle: puddle,
  litter: litter,
}
