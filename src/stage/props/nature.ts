import type { Vec3 } from '../../film'
import { ellipsoid, leaves, paint, rod, shade, sheet, tube } from '../geometry'
import type { PropBuilder, PropShape } from './prop-shape'

/** A broad tree: leaning trunk, boughs, clumps of leaves. */
const tree: PropBuilder = (s) => {
  const { b, h, rnd } = s
  const r = s.w * 0.2 + 0.05
  b.use(paint(rnd.pick(['#5f4e3c', '#6a5a48', '#54463a']), 'bark'))
  const lean: Vec3 = [rnd.range(-0.3, 0.3), h * 0.42, rnd.range(-0.3, 0.3)]
  rod(b, [0, -0.05, 0], [0, 0.3, 0], r * 1.5, { top: r * 1.05, sides: 9 })
  rod(b, [0, 0.28, 0], lean, r * 1.05, { top: r * 0.72, sides: 9 })
  const green = s.main(rnd.pick(['#5f7038', '#6b7a3c', '#55663a', '#78803f']), 'foliage')
  const crown: { at: Vec3; k: number }[] = [{ at: [lean[0], h * 0.8, lean[2]], k: 1 }]
  const n = rnd.int(5, 7)
  for (let i = 0; i < n; i++) {
    const a = (i / n) * Math.PI * 2 + rnd.range(-0.3, 0.3)
    const out = h * rnd.range(0.16, 0.27)
    crown.push({ at: [lean[0] + Math.cos(a) * out, h * rnd.range(0.52, 0.78), lean[2] + Math.sin(a) * out], k: rnd.range(0.62, 0.9) })
  }
  b.use(paint('#5f4e3c', 'bark'))
  for (const c of crown) rod(b, lean, [c.at[0] * 0.85, c.at[1] - 0.1, c.at[2] * 0.85], r * 0.5, { top: r * 0.16, sides: 6 })
  for (const c of crown) {
    b.use(shade(green, rnd.range(0.85, 1.15)))
    leaves(b, c.at, [h * 0.16 * c.k, h * 0.13 * c.k, h * 0.16 * c.k], Math.round(46 * c.k), h * 0.042)
  }
}

const pine: PropBuilder = (s) => {
  const { b, h, rnd } = s
  b.use(paint(rnd.pick(['#5a4434', '#4e4036']), 'bark'))
  rod(b, [0, -0.05, 0], [0, h * 0.92, 0], s.w * 0.17, { top: 0.03, sides: 8 })
  const green = s.main(rnd.pick(['#3f5236', '#4a5a38', '#3a4e3c']), 'foliage')
  const bare = rnd.range(0.1, 0.34)
  const layers = 8
  for (let i = 0; i < layers; i++) {
    const t = i / (layers - 1)
    const y = h * (bare + t * (0.96 - bare))
    const r = h * 0.2 * (1 - t) ** 0.8 + 0.16
    b.use(shade(green, 0.72 + 0.42 * t))
    const n = Math.max(5, Math.round(10 - 4 * t))
    for (let k = 0; k < n; k++) {
      const a = ((k + (i % 2) * 0.5) / n) * Math.PI * 2 + rnd.range(-0.2, 0.2)
      const l = r * rnd.range(0.75, 1.15)
      b.at(
        [0, y, 0],
        () => {
          sheet(
            b,
            2,
            3,
            (u, v) => [
              (u - 0.5) * l * 0.62 * Math.sin(Math.PI * Math.min(0.96, v * 0.75 + 0.2)),
              -l * 0.42 * v * v - Math.abs(u - 0.5) * 0.12 * l,
              l * v,
            ],
            { both: true, uv: (_, u, v) => [u * l, v * l] },
          )
        },
        a,
      )
    }
  }
}

const bush: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const green = s.main(rnd.pick(['#5f6d38', '#6a7440', '#54633c', '#70703c']), 'foliage')
  for (let i = 0; i < 4; i++) {
    b.use(shade(green, rnd.range(0.8, 1.15)))
    const a = i * 2.1
    leaves(b, [Math.cos(a) * w * 0.2, h * rnd.range(0.34, 0.56), Math.sin(a) * d * 0.2], [w * 0.32, h * 0.38, d * 0.32], 24, h * 0.16)
  }
}

const hedge: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const green = s.main('#55663a', 'foliage')
  const n = Math.max(2, Math.round(w / 0.8))
  for (let i = 0; i < n; i++) {
    b.use(shade(green, rnd.range(0.85, 1.12)))
    leaves(b, [-w / 2 + (i + 0.5) * (w / n), h * 0.5, 0], [(w / n) * 0.62, h * 0.5, d * 0.5], 44, 0.16)
  }
  b.use(shade(green, 0.35))
  ellipsoid(b, [0, h * 0.42, 0], [w * 0.49, h * 0.44, d * 0.34], 12, 6)
}

const cactus: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#62734a', 'plain', 0.8))
  const arm = (path: Vec3[], r: number) => {
    tube(b, path, r, 10)
    ellipsoid(b, path[path.length - 1]!, [r, r, r], 10, 6)
  }
  arm(
    [
      [0, 0, 0],
      [0, h - 0.15, 0],
    ],
    0.17,
  )
  arm(
    [
      [0, h * 0.4, 0],
      [w * 0.36, h * 0.44, 0],
      [w * 0.38, h * 0.75, 0],
    ],
    0.11,
  )
  arm(
    [
      [0, h * 0.52, 0],
      [-w * 0.34, h * 0.56, 0.03],
      [-w * 0.36, h * 0.8, 0.03],
    ],
    0.1,
  )
}

const palm: PropBuilder = (s) => {
  const { b, h, rnd } = s
  b.use(paint('#7a6850', 'bark'))
  tube(
    b,
    [
      [0, 0, 0],
      [0.15, h * 0.35, 0],
      [0.4, h * 0.7, 0.1],
      [0.8, h * 0.93, 0.15],
    ],
    0.14,
    9,
  )
  b.use(s.main('#64743c', 'foliage'))
  for (let i = 0; i < 11; i++) {
    const l = h * rnd.range(0.3, 0.4)
    b.at(
      [0.8, h * 0.93, 0.15],
      () => {
        sheet(
          b,
          2,
          7,
          (u, v) => [
            (u - 0.5) * l * 0.3 * Math.sin(Math.PI * Math.min(0.98, v * 0.85 + 0.12)),
            l * (0.45 * v - 0.85 * v * v) - Math.abs(u - 0.5) * 0.25,
            l * v,
          ],
          { both: true, uv: (_, u, v) => [u * l * 0.3, v * l] },
        )
      },
      (i / 11) * Math.PI * 2 + rnd.range(-0.2, 0.2),
    )
  }
}

/** A faceted lump: an ellipsoid with hashed radii, flat at its foot. */
export function lump(s: PropShape, at: Vec3, radii: Vec3, sides = 9, rings = 6): void {
  const { b, rnd } = s
  const k = rnd.range(0, 100)
  sheet(
    b,
    sides,
    rings,
    (u, v) => {
      const a = -u * Math.PI * 2
      const t = v * Math.PI
      const n: Vec3 = [Math.sin(t) * Math.cos(a), -Math.cos(t), Math.sin(t) * Math.sin(a)]
      const w = 1 + 0.16 * Math.sin(n[0] * 4 + k) * Math.cos(n[2] * 5 + k * 2) + 0.1 * Math.sin(n[1] * 7 + n[0] * 3 + k)
      return [at[0] + n[0] * radii[0] * w, Math.max(0.0, at[1] + n[1] * radii[1] * w), at[2] + n[2] * radii[2] * w]
    },
    { uv: (_, u, v) => [u * radii[0] * 6, v * radii[1] * 3] },
  )
}

const rock: PropBuilder = (s) => {
  s.b.use(s.main(s.rnd.pick(['#85807a', '#8d8474', '#76746e']), 'stone'))
  lump(s, [0, s.h * 0.42, 0], [s.w * 0.46, s.h * 0.52, s.d * 0.46], 11, 8)
  s.b.use(shade(s.b.paint, 0.85))
  lump(s, [s.w * 0.34, s.h * 0.12, s.d * 0.26], [s.w * 0.2, s.h * 0.22, s.d * 0.2])
}

const log: PropBuilder = (s) => {
  const { b, w, h } = s
  const r = h * 0.45
  b.use(s.main('#5f4c38', 'bark'))
  rod(b, [-w / 2, r, 0], [w / 2, r * 0.95, 0.04], r, { top: r * 0.88, sides: 12 })
  rod(b, [w * 0.2, r, 0], [w * 0.28, r * 2.2, 0.12], r * 0.22, { top: r * 0.14, sides: 7 })
  b.use(paint('#a88a60', 'wood'))
  for (const x of [-1, 1])
    b.at([x * (w / 2 + 0.002), r, x > 0 ? 0.04 : 0], () => rod(b, [0, 0, 0], [x * 0.01, 0, 0], r * 0.84, { sides: 12 }))
}

const stump: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(paint('#5a4836', 'bark'))
  rod(b, [0, 0, 0], [0, h - 0.02, 0], w * 0.48, { top: w * 0.38, sides: 12 })
  b.use(paint('#a5865a', 'wood'))
  rod(b, [0, h - 0.03, 0], [0, h, 0], w * 0.36, { sides: 12 })
}

const hay: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(s.main('#a8904e', 'grass'))
  b.at([0, h / 2, -d / 2], () => {
    b.at([0, 0, 0], () => rod(b, [0, 0, 0], [0, d, 0], h / 2, { sides: 20 }), 0, Math.PI / 2)
  })
  for (let i = 0; i < 26; i++) {
    const a = rnd.range(0, Math.PI * 2)
    b.use(shade(paint('#b39a58', 'grass'), rnd.range(0.7, 1.2)))
    b.at(
      [Math.cos(a) * h * 0.49, h / 2 + Math.sin(a) * h * 0.49, rnd.range(-d / 2, d / 2)],
      () => rod(b, [-0.08, 0, 0], [0.1, 0.03, 0.05], 0.006, { sides: 3 }),
      rnd.range(0, 6),
    )
  }
  void w
}

/** Blades and small flowers strewn over a patch. */
const grassTufts: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  for (let i = 0; i < 16; i++) {
    const x = rnd.range(-w / 2, w / 2)
    const z = rnd.range(-d / 2, d / 2)
    b.use(shade(s.main(rnd.pick(['#75773e', '#6c7038', '#858048', '#5f6a3a']), 'grass'), rnd.range(0.85, 1.2)))
    const k = rnd.range(0.45, 1)
    for (let j = 0; j < 5; j++) {
      const a = rnd.range(0, Math.PI * 2)
      const l = h * k * rnd.range(0.6, 1)
      const q: Vec3 = [x + Math.cos(a) * 0.05, 0, z + Math.sin(a) * 0.05]
      const tip: Vec3 = [q[0] + Math.cos(a) * l * 0.45, l, q[2] + Math.sin(a) * l * 0.45]
      const sx = -Math.sin(a) * 0.018
      const sz = Math.cos(a) * 0.018
      for (const side of [1, -1]) {
        b.begin()
        const n: Vec3 = [Math.cos(a) * 0.3, 1, Math.sin(a) * 0.3]
        const v = [
          b.vertex([q[0] - sx, 0, q[2] - sz], n, 0, 0, 0.85),
          b.vertex([q[0] + sx, 0, q[2] + sz], n, 0.03, 0, 0.85),
          b.vertex(tip, n, 0.015, l, 1.25),
        ]
        if (side > 0) b.tri(v[0]!, v[1]!, v[2]!)
        else b.tri(v[0]!, v[2]!, v[1]!)
      }
    }
    if (rnd.chance(0.25)) {
      b.use(paint(rnd.pick(['#cfc6a8', '#c29a4a', '#9a7a9a']), 'paper'))
      ellipsoid(b, [x, h * k * 0.9, z], [0.025, 0.018, 0.025], 6, 4)
    }
  }
}

const fallenLeaves: PropBuilder = (s) => {
  const { b, w, d, rnd } = s
  for (let i = 0; i < 60; i++) {
    b.use(paint(rnd.pick(['#8d5a2c', '#a07838', '#7a4a2a', '#8a7a40']), 'foliage'))
    b.at(
      [rnd.range(-w / 2, w / 2), 0.006 + rnd.range(0, 0.012), rnd.range(-d / 2, d / 2)],
      () => b.quad([-0.04, 0, 0.03], [0.035, 0.008, 0.03], [0.045, 0.004, -0.035], [-0.03, 0.012, -0.03]),
      rnd.range(0, 6),
    )
  }
}

/** Builders by catalogue id. */
export const NATURE: Readonly<Record<string, PropBuilder>> = {
  tree,
  pine,
  bush,
  hedge,
  cactus,
  palm,
  rock,
  log,
  stump,
  'hay-bale': hay,
  'grass-tufts': grassTufts,
  leaves: fallenLeaves,
}
