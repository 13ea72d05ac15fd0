import { clamp, mix, smoothstep, type Vec3 } from '../../film'
import { surfaceStrip } from './face-parts'
import { beardMask, type HeadContext } from './head'
import type { Look } from './mesh-builder'

/** Beards are the face's own triangles grown outwards, so that they move with the jaw; moustaches are two swept locks. */
export function beard(context: HeadContext, triangles: readonly number[], first: number): void {
  const { spec, builder, points, hair } = context
  const kind = spec.hair.beard
  if (kind === 'none' || kind === 'stubble') return
  const look: Look = { colour: mix(hair, [0.03, 0.02, 0.015], 0.12), kind: 'hair', roughness: 0.6 }
  surfaceStrip(context, {
    rows: 8,
    path: (t) => [-0.006 + 0.154 * t, -0.2 - 0.012 * t - 0.06 * t * t],
    width: (t) => 0.029 * (1 - 0.7 * t * t),
    lift: kind === 'moustache' ? 0.036 : kind === 'short' ? 0.02 : 0.032,
    look,
    sides: [1, -1],
    clump: 0.15,
  })
  if (kind === 'moustache') return
  const depth = kind === 'full' ? 0.066 : kind === 'goatee' ? 0.042 : 0.026
  const thickness = (i: number) => {
    const v = points[i]!
    if (v.zone === 'mouth' && (v.loop < 3 || (v.loop === 3 && Math.sin(v.angle) > -0.2))) return 0
    let m = beardMask(v.p, spec.hair.style)
    if (v.zone === 'mouth') m *= smoothstep(0.5, -0.4, Math.sin(v.angle))
    if (kind === 'goatee') {
      const half = clamp(0.15 + 0.55 * (v.p[1] + 0.36), 0.085, 0.15)
      m *= smoothstep(half + 0.015, half - 0.085, Math.abs(v.p[0])) * smoothstep(-0.3, -0.34, v.p[1])
    }
    return m
  }
  const grown = new Map<number, number>()
  const from = builder.count
  const fromIndex = builder.index.length
  const vertex = (i: number): number => {
    const known = grown.get(i)
    if (known !== undefined) return known
    const v = points[i]!
    const m = thickness(i)
    const n: Vec3 = [builder.normals[i * 3]!, builder.normals[i * 3 + 1]!, builder.normals[i * 3 + 2]!]
    // Hair grows out and falls: the chin's longest.
    const chin = smoothstep(-0.3, -0.46, v.p[1]) * smoothstep(0.02, 0.2, v.p[2])
    const clump = 1 + 0.22 * Math.sin(v.p[0] * 85 + v.p[1] * 14) * Math.sin(v.p[2] * 40 + 1)
    const cheek = 0.34 + 0.66 * smoothstep(-0.2, -0.36, v.p[1])
    // It sinks into the skin where it thins out, so that its edge is a soft line.
    const out = depth * m * clump * cheek * (1 + 0.5 * chin) - 0.014 * (1 - m) ** 2
    const down = m * chin * (kind === 'full' ? 0.075 : kind === 'goatee' ? 0.04 : 0.012)
    const p: Vec3 = [v.p[0] + n[0] * out, v.p[1] + n[1] * out * 0.6 - down, v.p[2] + n[2] * out]
    // And skin shines through there.
    const thin: Look = { ...look, colour: mix(look.colour, context.skin, 0.5 * (1 - m) ** 2) }
    const id = context.add({ ...v, p }, thin, {
      // Combed down, all round the jaw.
      grain: [Math.atan2(v.p[0], v.p[2]) * 0.2, v.p[1] * context.headM],
      tint: 0.82 + 0.18 * clump,
    })
    grown.set(i, id)
    return id
  }
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [first + triangles[t]!, first + triangles[t + 1]!, first + triangles[t + 2]!]
    if (thickness(a) > 0.05 || thickness(b) > 0.05 || thickness(c) > 0.05) builder.triangle(vertex(a), vertex(b), vertex(c))
  }
  builder.smoothNormals(from, fromIndex)
  // The skin under it is not seen.
  const thick = new Set([...grown.keys()].filter((i) => thickness(i) > 0.5))
  builder.drop(triangles.length, (v) => thick.has(v))
}
