import { clamp, personKey, random, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import { chart } from './hair-lock'
import { layLocks } from './hair-locks'
import { STYLES } from './hair-styles'
import { tails } from './hair-tails'
import type { HeadContext } from './head'
import { byAzimuth, headCap } from './head-cap'
import type { Binding, Look, MeshBuilder } from './mesh-builder'
import type { SkinWeights } from './skin-weights'

const RAD = Math.PI / 180

/** Hair as a sculpted volume: a shell from crown to hairline, locks or curls over it, tails behind. `covered` presses it under a hat. */
export function hair(b: MeshBuilder, context: HeadContext, body: Body, weights: SkinWeights, covered: boolean): void {
  const { spec } = context
  const name = spec.hair.style
  if (name === 'bald') return
  const style = STYLES[name]
  const rng = random(`${personKey(spec)}/hair`)
  const phase = rng.range(0, 6)
  const flip = rng.chance(0.5) ? 1 : -1
  const rough = style.over === 'curls' || style.over === 'ropes' ? 0.72 : name === 'side-part' || name === 'quiff' ? 0.38 : 0.5
  const look: Look = { colour: context.hair, kind: 'hair', roughness: rough }
  const back = style.over === 'back'
  const stubbly = style.shaved || name === 'buzz'
  const pole: Vec3 = [0, 0.95, back ? -0.5 : -0.31]
  const recede = smoothstep(42, 75, spec.age) * (spec.sex === 'male' ? 1 : 0.12)
  const hangs = style.fall > 0 && style.over !== 'ropes'
  // Degrees from the crown to the hairline; a crown set far back sees the brow further away and the nape nearer.
  const hairline = byAzimuth([
    [0, ((back ? 74 : 62) - 7 * recede + style.fringe * 0.6) * RAD],
    [26, ((back ? 74 : 61) - 11 * recede + style.fringe * 0.6) * RAD],
    [48, ((back ? 77 : 68) - 6 * recede + style.fringe * 0.4) * RAD],
    [66, (spec.sex === 'male' && !hangs ? 92 : 87) * RAD],
    // Round the ear.
    [82, (hangs ? 86 : 73) * RAD],
    [102, (hangs ? 92 : 76) * RAD],
    [118, (back ? 95 : 99) * RAD],
    [135, (back ? 98 : 107) * RAD],
    [180, (back ? 99 : 110) * RAD],
  ])
  const clump = (phi: number) => {
    const a = Math.sin(phi * style.clumps * 0.5 + phase + 1.3 * Math.sin(phi * 3 + phase))
    return 1 - Math.abs(a) ** 0.8
  }
  const press = covered ? 0.25 : 1
  const lift = (phi: number, s: number, d: Vec3): number => {
    const up = clamp(d[1], 0, 1)
    const rear = clamp(-d[2], 0, 1)
    if (name === 'balding' && ((up > 0.3 && d[2] > -0.75) || d[2] > 0.3)) return -0.03
    let t = style.side + (style.top - style.side) * smoothstep(0.25, 0.85, up) + (style.back - style.side) * rear * (1 - up)
    // A swept front rises on one side and lies flat beyond the parting.
    const frontal = smoothstep(0.3, 0.75, d[2]) * smoothstep(0.2, 0.6, up)
    t += style.sweep * 0.05 * frontal * (0.35 + flip * d[0] * 1.6)
    t -= 0.02 * Math.exp(-(((d[0] + flip * 0.3) / 0.06) ** 2)) * smoothstep(-0.3, 0.3, d[2]) * Math.min(1, style.sweep)
    const ridges = style.ridge * (clump(phi) - 0.45) * smoothstep(0.06, 0.3, s)
    const bumps = style.bumps * Math.sin(d[0] * 17 + phase) * Math.sin(d[1] * 16 + 1.7 * phase) * Math.sin(d[2] * 17 + 0.6)
    // Thin at the hairline, so that hair grows out of the skin.
    const edge = name === 'balding' ? 1 : 0.2 + 0.8 * smoothstep(1.02, 0.7, s)
    // Stubble has no edge: its shell sinks into the skin.
    return Math.max(0.006, (t + ridges + bumps) * edge * press) - (stubbly ? 0.012 * smoothstep(0.84, 1, s) * smoothstep(0, 0.3, d[2]) : 0)
  }
  const bind = (p: Vec3): Binding => {
    const y = (p[1] - context.toWorld([0, 0, 0])[1]) / context.headM
    const fallShare = smoothstep(-0.45, -0.95, y)
    if (fallShare <= 0) return context.headBone
    return [
      ...context.headBone.map(([i, w]) => [i, w * (1 - fallShare)] as const),
      ...weights.trunk(p).map(([i, w]) => [i, w * fallShare] as const),
    ]
  }
  const full = context.detail === 'full'
  const jag = (phi: number) => 1 - style.ragged * (1 - clump(phi))
  const scalp: Look = style.shaved
    ? { ...look, colour: [0, 1, 2].map((k) => context.hair[k]! * 0.6 + context.skin[k]! * 0.22) as unknown as Vec3, roughness: 0.8 }
    : name === 'buzz'
      ? { ...look, roughness: 0.8 }
      : look
  // Short hair thins out towards its edge: skin shines through.
  const thinning = (s: number): Look => {
    const k = 0.4 * smoothstep(0.75, 1, s)
    return { ...scalp, colour: [0, 1, 2].map((c) => scalp.colour[c]! * (1 - k) + context.skin[c]! * k) as unknown as Vec3 }
  }
  headCap(b, context, body, {
    // Under locks that hang the shell hardly shows.
    columns: full ? (hangs ? 36 : 48) : 30,
    rows: full ? (hangs ? 8 : 11) : 7,
    look: scalp,
    pole,
    edge: (phi) => hairline(phi) * jag(phi),
    lift,
    tint: (phi, s) => (stubbly ? 1 : (0.8 + 0.2 * Math.min(1, clump(phi) * 1.3)) * (0.84 + 0.16 * smoothstep(0, 0.35, s))),
    bind,
    lip: stubbly ? 0.006 : 0.02,
    lipTint: stubbly ? 0.95 : 0.55,
    ...(stubbly ? { band: thinning } : {}),
  })
  layLocks({ b, context, body, style, look, bind, chart: chart(pole), hairline, lift, flip, covered, rng })
  if (!covered || name === 'braid') tails(b, context, look, bind)
}
