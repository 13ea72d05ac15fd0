import type { Vec3 } from '../../film'
import { box, ellipsoid, lathe, leaves, paint, rod, shade } from '../geometry'
import type { PropBuilder } from './prop-shape'

const APPLES = ['#a8322a', '#b5462e', '#c2682f', '#9a2b28'] as const

/** A pruned fruit tree: a short trunk that forks low, a round crown, apples among and under the leaves. */
const appleTree: PropBuilder = (s) => {
  const { b, h, rnd } = s
  const bark = paint(rnd.pick(['#5d5044', '#665747', '#54493e']), 'bark')
  const r = s.w * 0.17
  const fork: Vec3 = [rnd.range(-0.12, 0.12), h * 0.29, rnd.range(-0.12, 0.12)]
  b.use(bark)
  rod(b, [0, -0.05, 0], fork, r * 1.2, { top: r * 0.9, sides: 9 })
  const green = s.main(rnd.pick(['#5c7034', '#667a38', '#546632']), 'foliage')
  const clumps: { at: Vec3; k: number }[] = [{ at: [0, h * 0.76, 0], k: 1 }]
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2 + rnd.range(-0.25, 0.25)
    const out = h * rnd.range(0.2, 0.26)
    clumps.push({ at: [Math.cos(a) * out, h * rnd.range(0.56, 0.66), Math.sin(a) * out], k: rnd.range(0.85, 1) })
  }
  for (const c of clumps) rod(b, fork, [c.at[0] * 0.8, c.at[1], c.at[2] * 0.8], r * 0.62, { top: r * 0.2, sides: 6 })
  for (const c of clumps) {
    b.use(shade(green, rnd.range(0.85, 1.15)))
    leaves(b, c.at, [h * 0.2 * c.k, h * 0.17 * c.k, h * 0.2 * c.k], 38, h * 0.046)
    for (let i = 0; i < 6; i++) {
      const a = rnd.range(0, Math.PI * 2)
      const down = rnd.range(-0.15, 0.85)
      const flat = Math.sqrt(1 - down * down)
      b.use(paint(rnd.pick(APPLES), 'plain', 0.35))
      const q = h * 0.2 * c.k
      const at: Vec3 = [c.at[0] + Math.cos(a) * flat * q, c.at[1] - down * h * 0.17 * c.k, c.at[2] + Math.sin(a) * flat * q]
      ellipsoid(b, at, [0.055, 0.052, 0.055], 7, 5)
    }
  }
}

/** A step ladder on its own feet: rungs in front, a stay behind. */
const ladder: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#96774f', 'wood'))
  const foot = (x: number): Vec3 => [(x * w) / 2.1, 0, d / 2 - 0.03]
  const head = (x: number): Vec3 => [x * w * 0.26, h, -0.02]
  for (const x of [-1, 1]) rod(b, foot(x), head(x), 0.028, { sides: 6 })
  const rungs = Math.max(3, Math.round(h / 0.3))
  for (let i = 1; i < rungs; i++) {
    const t = i / rungs
    const mix = (x: number): Vec3 => [foot(x)[0] + (head(x)[0] - foot(x)[0]) * t, h * t, foot(x)[2] + (head(x)[2] - foot(x)[2]) * t]
    rod(b, mix(-1), mix(1), 0.02, { sides: 6 })
  }
  box(b, [0, h - 0.04, -0.02], [w * 0.56, 0.05, 0.1], 0.01)
  for (const x of [-1, 1]) rod(b, [x * w * 0.3, 0, -d / 2 + 0.03], [x * w * 0.16, h - 0.03, -0.04], 0.022, { sides: 6 })
  rod(b, [-w * 0.26, h * 0.3, -d * 0.34], [w * 0.26, h * 0.3, -d * 0.34], 0.016, { sides: 6 })
}

/** A wicker basket heaped with apples. */
const basket: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const wicker = s.main('#8f6f45', 'wood', 0.85)
  const rim = h * 0.62
  for (let i = 0; i < 5; i++) {
    b.use(shade(wicker, i % 2 ? 0.86 : 1.08))
    const r0 = w * (0.34 + 0.022 * i)
    lathe(
      b,
      [0, (i * rim) / 5, 0],
      [
        [r0, 0],
        [r0 + 0.012, rim / 10],
        [r0 + w * 0.022, rim / 5],
      ],
      14,
      d / w,
    )
  }
  b.use(shade(wicker, 0.7))
  rod(b, [0, 0.005, 0], [0, 0.02, 0], w * 0.34, { sides: 14 })
  b.use(wicker)
  for (let i = 0; i < 8; i++) {
    const at = (k: number): Vec3 => [Math.cos((k / 8) * Math.PI) * w * 0.45, rim + Math.sin((k / 8) * Math.PI) * (h - rim), 0]
    rod(b, at(i), at(i + 1), 0.012, { sides: 5 })
  }
  for (let i = 0; i < 12; i++) {
    const a = i * 2.4
    const out = Math.sqrt(i / 12) * w * 0.34
    b.use(paint(rnd.pick(APPLES), 'plain', 0.35))
    ellipsoid(b, [Math.cos(a) * out, rim + 0.02 - out * 0.2, (Math.sin(a) * out * d) / w], [0.045, 0.042, 0.045], 8, 6)
  }
}

/** Builders by catalogue id. */
export const ORCHARD_THINGS: Readonly<Record<string, PropBuilder>> = { 'apple-tree': appleTree, ladder, basket }
