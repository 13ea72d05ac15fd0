import { mix, normalize, personKey, random, smoothstep } from '../../film'
import { surfaceStrip } from './face-parts'
import type { HeadContext } from './head'
import { HEAD_CENTRE } from './head-topology'
import type { Look } from './mesh-builder'

/** A pale raised line across the left brow or cheek. */
export function scar(context: HeadContext): void {
  const { spec, skin } = context
  for (const mark of spec.marks) {
    if (mark !== 'scar-brow' && mark !== 'scar-cheek') continue
    const [a, b] = mark === 'scar-brow' ? ([0.105, 0.215] as const) : ([0.225, -0.05] as const)
    const [c, d] = mark === 'scar-brow' ? ([0.185, 0.055] as const) : ([0.13, -0.215] as const)
    surfaceStrip(context, {
      rows: 8,
      path: (t) => [a + (c - a) * t + 0.006 * Math.sin(t * 9), b + (d - b) * t],
      width: (t) => 0.0085 * Math.sin(Math.PI * (0.08 + 0.84 * t)),
      lift: mark === 'scar-brow' ? 0.016 : 0.006,
      look: { colour: mix(skin, [0.78, 0.5, 0.44], 0.55), kind: 'skin', roughness: 0.34 },
      sides: [1],
    })
  }
}

/** Fine lines that age draws: across the forehead, beside the eyes, under them, from nose to mouth. */
export function creases(context: HeadContext): void {
  const { spec, shape, skin } = context
  const deep = Math.max(spec.marks.includes('wrinkles') ? 0.45 : 0, shape.old)
  if (deep < 0.3 || context.detail === 'wide') return
  const look: Look = { colour: [skin[0] * 0.86, skin[1] * 0.78, skin[2] * 0.75], kind: 'skin', roughness: 0.6 }
  const line = (from: readonly [number, number], to: readonly [number, number], sag: number, width: number) =>
    surfaceStrip(context, {
      rows: 4,
      path: (t) => [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t + sag * 4 * t * (1 - t)],
      width: (t) => width * (0.5 + 0.7 * deep) * Math.sin(Math.PI * (from[0] < 0.01 ? 0.5 + 0.44 * t : 0.06 + 0.88 * t)),
      lift: 0.0035,
      look,
      sides: [1, -1],
      painted: true,
    })
  line([0.002, 0.215], [0.15, 0.212], 0.008, 0.005)
  line([0.002, 0.262], [0.12, 0.258], 0.007, 0.0045)
  line([0.085, -0.152], [0.146, -0.222], 0.01, 0.0055)
  line([0.262, -0.01], [0.292, 0.012], -0.002, 0.004)
  line([0.264, -0.03], [0.296, -0.036], -0.002, 0.004)
  if (deep > 0.5) line([0.1, -0.112], [0.196, -0.108], -0.014, 0.0045)
}

/** Freckles lie on the skin one by one, thickest on the cheekbones and across the nose. */
export function freckles(context: HeadContext): void {
  const { spec, skin, builder } = context
  if (!spec.marks.includes('freckles') || context.detail === 'wide') return
  const rng = random(`${personKey(spec)}/freckles`)
  const colour = mix(skin, [skin[0] * 0.62, skin[1] * 0.42, skin[2] * 0.34], 0.8)
  const look: Look = { colour, kind: 'skin', roughness: 0.5 }
  for (let i = 0; i < 64; i++) {
    const [x, y] = [rng.range(-0.27, 0.27), rng.range(-0.2, -0.075) + 0.02 * rng.range(-1, 1)]
    const [size, keep] = [rng.range(0.0035, 0.0065), rng.next()]
    const u = Math.abs(x)
    if (keep > smoothstep(0.3, 0.14, u) * (u < 0.03 ? 0.8 : 1) || (u < 0.22 && u > 0.05 && y > -0.1)) continue
    const corner = (dx: number, dy: number) => {
      const z = Math.sqrt(Math.max(0.02, 0.19 - u * u))
      const p = context.surface(normalize([x + dx - HEAD_CENTRE[0], y + dy - HEAD_CENTRE[1], z]), 0.0028)
      return context.add({ p, zone: 'skin', loop: 0, angle: 0 }, look, { normal: normalize([p[0], p[1] * 0.4, p[2]]) })
    }
    builder.quad(corner(-size, 0), corner(0, -size), corner(size, 0), corner(0, size))
  }
}
