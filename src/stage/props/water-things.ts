import { box, paint, rod, shade } from '../geometry'
import type { PropBuilder } from './prop-shape'

/** A jetty along z, its boards at the ground's height: posts that go down into the water, two of them up to tie a boat to. */
const jetty: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const wood = s.main('#77674f', 'planks')
  const n = Math.round(d / 0.2)
  for (let i = 0; i < n; i++) {
    b.use(shade(wood, rnd.range(0.85, 1.12)))
    box(b, [rnd.range(-0.02, 0.02), -0.05, ((i + 0.5) / n - 0.5) * d], [w, 0.05, d / n - 0.015])
  }
  b.use(shade(wood, 0.7))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.25), -0.2, 0], [0.12, 0.15, d])
  for (const z of [-0.48, -0.16, 0.16, 0.48])
    for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.08), -1.6, z * d], [x * (w / 2 - 0.08), z < -0.3 ? h : 0.04, z * d], 0.09, { sides: 8 })
}

/** Reeds: blades that lean out, some with brown heads. */
const reeds: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const green = s.main('#71804a', 'foliage')
  for (let i = 0; i < 22; i++) {
    const [x, z] = [rnd.range(-0.45, 0.45) * w, rnd.range(-0.45, 0.45) * d]
    const high = h * rnd.range(0.6, 0.95)
    const [dx, dz] = [rnd.range(-0.16, 0.16) * h, rnd.range(-0.16, 0.16) * h]
    b.use(shade(green, rnd.range(0.75, 1.2)))
    rod(b, [x, 0, z], [x + dx * 0.4, high * 0.6, z + dz * 0.4], 0.012, { sides: 4, top: 0.009 })
    rod(b, [x + dx * 0.4, high * 0.6, z + dz * 0.4], [x + dx, high, z + dz], 0.009, { sides: 4, top: 0.002 })
    if (i % 4) continue
    b.use(paint('#5a4230', 'bark'))
    rod(b, [x, high * 0.92, z], [x, high * 0.92 + 0.16, z], 0.022, { sides: 6 })
    b.use(shade(green, 0.9))
    rod(b, [x, 0, z], [x, high * 0.94, z], 0.008, { sides: 4 })
  }
}

/** Builders by catalogue id. */
export const WATER_THINGS: Readonly<Record<string, PropBuilder>> = { jetty, reeds }
