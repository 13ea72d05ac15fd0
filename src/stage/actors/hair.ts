import { clamp, lerp, normalize, personKey, type Random, random, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import { clumpsOf, curlsOf } from './hair-clumps'
import { layLocks } from './hair-locks'
import { type HairStyle, STYLES } from './hair-styles'
import { knotOf, tails } from './hair-tails'
import type { HeadContext } from './head'
import { byAzimuth, type CapOptions, headCap } from './head-cap'
import { between, type Chart, chart } from './head-chart'
import { HEAD_CENTRE } from './head-topology'
import { type Binding, COILED, type Look, type MeshBuilder } from './mesh-builder'
import type { SkinWeights } from './skin-weights'

const RAD = Math.PI / 180
/** Azimuth from which long hair hangs: before it a face is free. */
const CURTAIN = 0.96

/** Hair as a sculpted mass of bundles from crown, parting or knot to the hairline and down; ropes, spikes or a crest over it; tails behind. `covered` presses it under a hat. */
export function hair(b: MeshBuilder, context: HeadContext, body: Body, weights: SkinWeights, covered: boolean): void {
  const { spec } = context
  if (spec.hair.style === 'bald') return
  const style = styleOf(context)
  const rng = random(`${personKey(spec)}/hair`)
  const flip = rng.chance(0.5) ? 1 : -1
  const curly = style.curl[0] > 0
  const look: Look = { colour: context.hair, kind: 'hair', roughness: curly ? COILED : style.over === 'ropes' ? 0.72 : 0.46 }
  const pole: Vec3 = [0, 0.95, style.flow === 'knot' ? -0.5 : -0.31]
  const ground = chart(pole)
  const hairline = hairlineOf(context, style)
  const bind = (p: Vec3): Binding => {
    const y = (p[1] - context.toWorld([0, 0, 0])[1]) / context.headM
    const fallShare = smoothstep(-0.45, -0.95, y)
    if (fallShare <= 0) return context.headBone
    return [
      ...context.headBone.map(([i, w]) => [i, w * (1 - fallShare)] as const),
      ...weights.trunk(p).map(([i, w]) => [i, w * fallShare] as const),
    ]
  }
  const mass = massOf(context, { style, look, flip, rng, chart: ground, hairline, covered })
  headCap(b, context, body, { ...mass, pole, bind })
  layLocks({ b, context, body, style, look, bind, chart: ground, hairline, lift: mass.lift, flip, covered, rng })
  tails(b, context, look, bind, covered)
}

/** A child's two braids hang from a parting. */
function styleOf({ spec }: HeadContext): HairStyle {
  const style = STYLES[spec.hair.style as keyof typeof STYLES]
  return spec.hair.style === 'braid' && spec.age < 14 ? { ...style, flow: 'parting' } : style
}

/** Degrees from the crown to the hairline; a crown set far back sees the brow further away and the nape nearer. */
function hairlineOf({ spec }: HeadContext, style: HairStyle): (phi: number) => number {
  const recede = smoothstep(42, 75, spec.age) * (spec.sex === 'male' ? 1 : 0.12)
  const behind = style.flow === 'knot'
  // Hair that hangs leaves the head where it is broadest.
  const hangs = style.fall > 0 && style.over !== 'ropes'
  // Without a fringe it falls to both sides in an arch.
  const arch = hangs && style.fringe === 0 ? 1 : 0
  return byAzimuth([
    [0, ((behind ? 74 : 62) - 5 * arch - 7 * recede + style.fringe * 0.6) * RAD],
    [26, ((behind ? 74 : 61) - 2 * arch - 11 * recede + style.fringe * 0.6) * RAD],
    [48, ((behind ? 77 : 68) + 3 * arch - 6 * recede + style.fringe * 0.4) * RAD],
    [66, (hangs ? 77 : spec.sex === 'male' ? 92 : 87) * RAD],
    // Round the ear.
    [82, (hangs ? 69 : 73) * RAD],
    [102, (hangs ? 62 : 76) * RAD],
    [118, (behind ? 95 : hangs ? 58 : 99) * RAD],
    [135, (behind ? 98 : hangs ? 56 : 107) * RAD],
    [180, (behind ? 99 : hangs ? 54 : 110) * RAD],
  ])
}

interface Mass {
  readonly style: HairStyle
  readonly look: Look
  readonly flip: number
  readonly rng: Random
  readonly chart: Chart
  readonly hairline: (phi: number) => number
  readonly covered: boolean
}

/** The mass as a shell: its net, its outline, how high it stands. */
function massOf(context: HeadContext, m: Mass): Omit<CapOptions, 'pole' | 'bind'> {
  const { spec } = context
  const { style, look, flip, hairline, covered, chart: ground } = m
  const name = spec.hair.style
  const full = context.detail === 'full'
  const stubbly = style.shaved || name === 'buzz'
  const hangs = style.fall > 0 && style.over !== 'ropes'
  const combed = style.clumps > 0
  const clumps = clumpsOf(m.rng, Math.max(3, style.clumps), hangs ? [CURTAIN] : [], full ? 4 : 2)
  const [radius, depth] = style.curl
  const curls = curlsOf(m.rng, radius > 0 ? radius : 1)
  const grooveAt = (phi: number, s: number) =>
    combed ? style.groove * (clumps.at(phi).ridge - 0.62 + 0.35 * clumps.at(phi).out) * smoothstep(0.04, 0.3, s) : 0
  const bald = name === 'balding'

  const lift = (phi: number, s: number, d: Vec3): number => {
    const up = clamp(d[1], 0, 1)
    const rear = clamp(-d[2], 0, 1)
    let t = style.side + (style.top - style.side) * smoothstep(0.25, 0.85, up) + (style.back - style.side) * rear * (1 - up)
    const frontal = smoothstep(0.3, 0.75, d[2]) * smoothstep(0.2, 0.6, up)
    // A swept front rises on one side and lies flat beyond the parting.
    t += style.sweep * 0.05 * frontal * (0.35 + flip * d[0] * 1.6)
    // A roll rises steeply behind the brow and lies down towards the crown.
    t +=
      style.roll *
      smoothstep(1.02, 0.84, s) *
      smoothstep(0.22, 0.8, s) *
      (1 + 0.25 * flip * Math.sin(phi * 2)) *
      Math.exp(-((phi / 0.75) ** 4))
    // Curls are shorter towards the nape.
    if (radius > 0) t = (t + depth * (curls.at(d) - 0.5)) * (1 - 0.65 * smoothstep(0, -0.6, d[1]))
    t += grooveAt(phi, s) * Math.min(1.3, 0.5 + t * 7)
    if (combed) t += style.flick * clumps.at(phi).ridge * (0.55 + 0.45 * clumps.at(phi).long) * smoothstep(0.55, 1, s)
    if (hangs) {
      // Over the ears and from there on it stands off.
      const beside = smoothstep(0.45, 0.75, Math.abs(d[0]))
      t += 0.05 * beside * smoothstep(0.4, 1, s)
    }
    if (style.flow === 'parting') t *= 0.12 + 0.88 * smoothstep(-0.02, 0.2, s)
    // Thin at the hairline, so that hair grows out of the skin; what hangs goes on.
    const free = hangs && Math.abs(phi) > CURTAIN - 1e-6
    // What hangs begins as thin as what is beside it.
    if (free) t *= 0.3 + 0.7 * smoothstep(CURTAIN, CURTAIN + 0.3, Math.abs(phi))
    if (!free) t *= 0.16 + 0.84 * smoothstep(radius > 0 ? 1.06 : 1.02, radius > 0 ? 0.84 : 0.66, s)
    // What grows on a balding head is a wreath that thins out upwards.
    if (bald) return lerp(-0.02, Math.max(0.008, t), smoothstep(0.72, 0.5, up + 0.5 * smoothstep(0.25, 0.62, d[2]) - 0.1 * rear))
    // Stubble has no edge: its shell sinks into the skin.
    return (
      (covered ? clamp(t * 0.25, 0.016, 0.03) : Math.max(0.006, t)) -
      (stubbly ? 0.012 * smoothstep(0.84, 1, s) * smoothstep(0, 0.3, d[2]) : 0)
    )
  }
  const edge = (phi: number): number => {
    // Curls end where they will.
    if (!combed)
      return hairline(phi) + (radius > 0 ? 0.15 * (curls.at(ground.at(phi, hairline(phi))) - 0.4) * smoothstep(1.3, 0.8, Math.abs(phi)) : 0)
    const { tip, long } = clumps.at(phi)
    // Round the ear the line is clean, and where strands run along it.
    const beside = style.flow === 'parting' ? 0.2 : 0.35 + 0.65 * smoothstep(1.2, 0.7, Math.abs(phi))
    return hairline(phi) + (hangs && Math.abs(phi) > CURTAIN - 1e-6 ? 0 : style.ragged * beside * (tip * (1 + 0.5 * long) - 0.55))
  }

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
  // Where hair is parted over a bare forehead or drawn back from it its roots are fine: no edge is drawn across a face.
  const arched = style.fringe === 0 && (hangs || style.flow === 'knot')
  const downy = (s: number, phi: number): Look => {
    const forehead = hangs ? smoothstep(CURTAIN + 0.02, CURTAIN - 0.16, Math.abs(phi)) : 1
    const k = s <= 1 ? 0.42 * smoothstep(0.9, 1, s) * forehead : 0
    // As the eye halves: of black hair and light skin a mean would be a brown patch.
    return { ...scalp, colour: [0, 1, 2].map((c) => scalp.colour[c]! ** (1 - k) * context.skin[c]! ** k) as unknown as Vec3 }
  }
  const start = startOf(context, m)
  return {
    columns: combed ? clumps.columns : full ? (radius > 0 ? 64 : 48) : radius > 0 ? 40 : 30,
    rows: full ? (radius > 0 ? 20 : hangs ? 8 : 12) : radius > 0 ? 12 : hangs ? 5 : 7,
    look: scalp,
    ...(start ? { start } : {}),
    swirl: combed ? style.swirl * flip : 0,
    edge,
    lift,
    ...(hangs ? hangingOf(context, m, edge, lift, clumps.at) : {}),
    tint: (phi, s) => {
      if (stubbly) return 1
      // Light does not reach between curls.
      if (radius > 0) return 0.66 + 0.36 * curls.at(ground.at(phi, s * edge(phi)))
      if (!combed) return 0.92
      const c = clumps.at(phi)
      return (0.78 + 0.24 * c.ridge + 0.07 * c.tint) * (0.86 + 0.14 * smoothstep(0, 0.3, s))
    },
    lip: stubbly ? 0.006 : hangs ? 0.03 : 0.02,
    lipTint: stubbly ? 0.95 : radius > 0 ? 0.75 : 0.55,
    ...(stubbly ? { band: thinning } : arched ? { band: downy } : {}),
  }
}

/** Where each column of a parting or a knot begins; undefined for hair that grows from the crown. */
function startOf(context: HeadContext, { style, flip, chart: ground, hairline, covered }: Mass): ((phi: number) => Vec3) | undefined {
  if (style.flow === 'crown') return undefined
  if (style.flow === 'knot') {
    const k = knotOf(context, covered)
    const towards = normalize([k[0] - HEAD_CENTRE[0], k[1] - HEAD_CENTRE[1], k[2] - HEAD_CENTRE[2]])
    return () => towards
  }
  const part = -flip * style.part
  const front = ground.at(part, hairline(part) * 0.9)
  const crown = ground.at(Math.PI, 0.3)
  return (phi) => {
    const left = phi > part
    const t = (left ? (phi - part) / (Math.PI - part) : (part - phi) / (Math.PI + part)) ** 0.8
    const d = between(front, crown, t)
    // Each side begins a little beyond the line: no scalp shines through the seam.
    return normalize([d[0] + (left ? -0.02 : 0.02) * (1 - t ** 4), d[1], d[2]])
  }
}

/** How far hair hangs, and which way. */
function hangingOf(
  context: HeadContext,
  { style, covered, chart: ground }: Mass,
  edge: (phi: number) => number,
  lift: CapOptions['lift'],
  clumpAt: ReturnType<typeof clumpsOf>['at'],
): Pick<CapOptions, 'fall' | 'drift' | 'hangingRows' | 'clear'> {
  const bob = style.fall < 0.45
  const long = style.fall > 0.8
  return {
    // Collars are no part of what it lies on: what is gathered behind a neck clears them.
    clear: long && !covered ? 0.1 : 0.05,
    hangingRows: context.detail === 'full' ? (bob ? 11 : 14) : 6,
    fall: (phi) => {
      const a = Math.abs(phi)
      if (a < CURTAIN - 1e-6) return 0
      const { tip, long: own } = clumpAt(phi)
      const d = ground.at(phi, edge(phi))
      const from = context.surface(d, lift(phi, 1, d))[1]
      // Measured from half-way up the head, so that the hem is one line.
      const hem = style.temples + (style.fall + 0.26 - style.temples) * smoothstep(CURTAIN, 2.1, a)
      return (hem * (bob ? 1 : 1 + 0.07 * own) + from) * (1 - style.ragged * (1 - tip))
    },
    drift: (phi, s) => {
      const a = Math.abs(phi)
      const out: Vec3 = [Math.sin(phi), 0, Math.cos(phi)]
      const turned = bob ? 0.045 * Math.sin(s * Math.PI) ** 2 - 0.05 * s ** 3 : 0.035 * smoothstep(0, 0.3, s) - (long ? 0.05 : 0.03) * s * s
      const swing = s * style.fall * 9 + 2 * phi
      const loose = style.wave * smoothstep(covered ? 0.25 : 0, covered ? 0.5 : 0.2, s)
      const wave = loose * Math.sin(swing)
      const across = loose * 0.8 * Math.cos(swing)
      // Long hair is gathered in behind the shoulders below the jaw: what hung straight down would lie on them like a cape.
      const gathered = bob ? 0 : (long ? 1 : 0.4) * smoothstep(covered ? 0.2 : 0.06, long ? 0.5 : 0.9, s)
      const d = ground.at(phi, edge(phi))
      const [x, , z] = context.surface(d, lift(phi, 1, d))
      const inward = -x * 0.34 * gathered * smoothstep(3, 2.2, a)
      const back = gathered * Math.max(0, z + 0.3) * 0.92
      const r = turned + wave
      return [out[0] * r + Math.cos(phi) * across + inward, 0, out[2] * r - Math.sin(phi) * across - back]
    },
  }
}
