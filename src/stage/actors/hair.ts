import { clamp, random, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import type { HeadContext } from './head'
import { byAzimuth, headCap } from './head-cap'
import type { Binding, Look, MeshBuilder } from './mesh-builder'
import type { SkinWeights } from './skin-weights'
import { curve, tube } from './tube'

const RAD = Math.PI / 180

interface Style {
  /** Thickness on top, at the sides, at the back. */
  top: number
  side: number
  back: number
  /** How far the fringe falls over the forehead, degrees beyond the hairline. */
  fringe: number
  /** Length hung at the back and sides, and at the temples. */
  fall: number
  temples: number
  clumps: number
  ridge: number
  bumps: number
  /** Sweep: the front is higher on one side. */
  sweep: number
  ragged: number
}
const base: Style = {
  top: 0.06,
  side: 0.035,
  back: 0.045,
  fringe: 0,
  fall: 0,
  temples: 0,
  clumps: 20,
  ridge: 0.016,
  bumps: 0,
  sweep: 0,
  ragged: 0.04,
}
const STYLES: Readonly<Record<string, Style>> = {
  buzz: { ...base, top: 0.014, side: 0.01, back: 0.011, ridge: 0.001, ragged: 0 },
  crop: { ...base, top: 0.05, side: 0.022, back: 0.026, fringe: 6, clumps: 26, ridge: 0.02, ragged: 0.1 },
  short: { ...base, top: 0.075, side: 0.035, back: 0.04, fringe: 4, sweep: 0.35 },
  'side-part': { ...base, top: 0.07, side: 0.03, back: 0.035, sweep: 1, ridge: 0.01, clumps: 24 },
  curly: { ...base, top: 0.13, side: 0.1, back: 0.1, fringe: 10, bumps: 0.05, ridge: 0.004, fall: 0.08, temples: 0.05, ragged: 0.1 },
  afro: { ...base, top: 0.25, side: 0.22, back: 0.22, bumps: 0.02, ridge: 0, ragged: 0 },
  bob: { ...base, top: 0.06, side: 0.07, back: 0.07, fringe: 19, fall: 0.36, temples: 0.36, ridge: 0.01, clumps: 22, ragged: 0.04 },
  shoulder: {
    ...base,
    top: 0.06,
    side: 0.065,
    back: 0.06,
    sweep: 0.5,
    fringe: 3,
    fall: 0.58,
    temples: 0.5,
    ridge: 0.016,
    clumps: 18,
    ragged: 0.1,
  },
  long: { ...base, top: 0.05, side: 0.055, back: 0.06, sweep: 0.3, fall: 1.15, temples: 0.9, ridge: 0.016, clumps: 18, ragged: 0.12 },
  ponytail: { ...base, top: 0.045, side: 0.03, back: 0.035, ridge: 0.012, clumps: 30 },
  bun: { ...base, top: 0.05, side: 0.034, back: 0.035, ridge: 0.011, clumps: 30 },
  braid: { ...base, top: 0.045, side: 0.035, back: 0.035, ridge: 0.012, clumps: 28, fringe: 3 },
  mohawk: { ...base, ridge: 0.03, clumps: 16 },
  balding: { ...base, top: -0.02, side: 0.03, back: 0.035, ridge: 0.01 },
  messy: { ...base, top: 0.1, side: 0.055, back: 0.065, fringe: 15, clumps: 17, ridge: 0.045, bumps: 0.02, ragged: 0.22 },
}

/** Hair as a sculpted volume: locks flow from the crown, part, fall and end raggedly. `covered` presses it under a hat. */
export function hair(b: MeshBuilder, context: HeadContext, body: Body, weights: SkinWeights, covered: boolean): void {
  const { spec, shape } = context
  const style = STYLES[spec.hair.style]
  if (!style) return
  const rng = random(`${spec.key}/hair`)
  const phase = rng.range(0, 6)
  const flip = rng.chance(0.5) ? 1 : -1
  const curls = spec.hair.style === 'curly' || spec.hair.style === 'afro'
  const look: Look = { colour: context.hair, kind: 'hair', roughness: curls ? 0.68 : spec.hair.style === 'side-part' ? 0.36 : 0.46 }
  const mohawk = spec.hair.style === 'mohawk'
  const back = ['ponytail', 'bun', 'braid'].includes(spec.hair.style)
  const recede = smoothstep(42, 75, spec.age) * (spec.sex === 'male' ? 1 : 0.12)
  // Degrees from the crown to the hairline; a crown set far back sees the brow further away and the nape nearer.
  const hairline = byAzimuth([
    [0, ((back ? 74 : 62) - 7 * recede + style.fringe) * RAD],
    [26, ((back ? 74 : 61) - 11 * recede + style.fringe) * RAD],
    [48, ((back ? 77 : 68) - 6 * recede + style.fringe * 0.5) * RAD],
    [66, (spec.sex === 'male' && !style.fall ? 92 : 87) * RAD],
    // Round the ear.
    [82, (style.fall ? 86 : 73) * RAD],
    [102, (style.fall ? 90 : 76) * RAD],
    [118, (back ? 95 : 99) * RAD],
    [135, (back ? 98 : 107) * RAD],
    [180, (back ? 99 : 110) * RAD],
  ])
  const lock = (phi: number) => {
    const a = Math.sin(phi * style.clumps * 0.5 + phase + 1.3 * Math.sin(phi * 3 + phase))
    return 1 - Math.abs(a) ** 0.8
  }
  const press = covered ? 0.25 : 1
  const lift = (phi: number, s: number, d: Vec3): number => {
    const up = clamp(d[1], 0, 1)
    const rear = clamp(-d[2], 0, 1)
    let t = style.side + (style.top - style.side) * smoothstep(0.25, 0.85, up) + (style.back - style.side) * rear * (1 - up)
    if (mohawk)
      return Math.abs(d[0]) < 0.24 ? 0.2 * (1 - (d[0] / 0.24) ** 2) ** 0.6 * (0.7 + 0.5 * lock(phi)) * (0.6 + 0.4 * up) * press : -0.03
    if (spec.hair.style === 'balding' && ((up > 0.3 && d[2] > -0.75) || d[2] > 0.3)) return -0.03
    // A swept front rises on one side and lies flat beyond the parting.
    const frontal = smoothstep(0.3, 0.75, d[2]) * smoothstep(0.2, 0.6, up)
    t += style.sweep * 0.06 * frontal * (0.35 + flip * d[0] * 1.6)
    const parting = Math.exp(-(((d[0] + flip * 0.3) / 0.06) ** 2)) * smoothstep(-0.3, 0.3, d[2]) * Math.min(1, style.sweep)
    t -= 0.02 * parting
    const ridges = style.ridge * (lock(phi) - 0.45) * smoothstep(0.06, 0.3, s)
    const bumps = style.bumps * Math.sin(d[0] * 17 + phase) * Math.sin(d[1] * 16 + 1.7 * phase) * Math.sin(d[2] * 17 + 0.6)
    const edge = style.fall > 0 && Math.abs(phi) > 0.9 ? 1 : 0.28 + 0.72 * smoothstep(1.02, 0.76, s)
    // A fringe stands off the forehead.
    const bang = style.fringe > 2 && Math.abs(phi) < 0.9 ? 0.016 * smoothstep(0.7, 1, s) : 0
    return Math.max(0.006, (t + ridges + bumps) * edge * press + bang * press)
  }
  const jag = (phi: number) => 1 - style.ragged * (1 - lock(phi))
  const bindHair = (p: Vec3): Binding => {
    const y = (p[1] - context.toWorld([0, 0, 0])[1]) / context.headM
    const fallShare = smoothstep(-0.45, -0.95, y)
    if (fallShare <= 0) return context.headBone
    return [
      ...context.headBone.map(([i, w]) => [i, w * (1 - fallShare)] as const),
      ...weights.trunk(p).map(([i, w]) => [i, w * fallShare] as const),
    ]
  }
  const full = context.detail === 'full'
  const fallAt = byAzimuth([
    [0, 0],
    [50, 0],
    [62, style.temples],
    [95, style.fall],
    [180, style.fall * (style.fall > 0.7 ? 1 : 0.82)],
  ])
  headCap(b, context, body, {
    columns: full ? 64 : 36,
    rows: full ? 13 : 8,
    look,
    pole: [0, 0.95, back ? -0.5 : -0.31],
    edge: (phi) => hairline(phi) * (style.fall && Math.abs(phi) > 0.9 ? 1 : jag(phi)),
    lift,
    ...(style.fall > 0
      ? {
          fall: (phi: number) => fallAt(phi) * jag(phi),
          drift: (phi: number, s: number): Vec3 => {
            const out = (style.fall > 0.5 ? 0.015 : -0.03) * s + 0.035 * Math.sin(s * Math.PI) + style.bumps * Math.sin(s * 14 + phi * 5)
            const strand = style.ridge * 0.9 * (lock(phi) - 0.5)
            return [Math.sin(phi) * (out + strand), 0, Math.cos(phi) * (out + strand) + (Math.abs(phi) < 1.3 ? -0.1 * s : 0)]
          },
        }
      : {}),
    tint: (phi, s) => (0.74 + 0.26 * Math.min(1, lock(phi) * 1.3)) * (0.86 + 0.14 * smoothstep(0, 0.35, s)),
    bind: bindHair,
    lip: style.fall > 0 ? 0.045 : 0.026,
    lipTint: style.fall > 0 ? 0.3 : 0.5,
  })
  const headBind = () => context.headBone
  const at = (p: Vec3) => context.toWorld(p)
  const m = context.headM
  if (spec.hair.style === 'bun' && !covered) {
    const old = shape.old > 0.3
    const c: Vec3 = old ? [0, 0.14, -0.485] : [0, 0.36, -0.36]
    const r = (spec.sex === 'female' ? 0.165 : 0.12) * m
    // A coil: hair wound once round a knot.
    const coil = curve(
      Array.from({ length: 14 }, (_, i): Vec3 => {
        const a = (i / 13) * Math.PI * 3.4
        const q = 0.095 * (1 - i / 16)
        return [c[0] + Math.cos(a) * q, c[1] + Math.sin(a) * q + (old ? 0 : 0.01 * i * 0.3), c[2] - 0.02 - i * 0.006]
      }).map(at),
      full ? 40 : 20,
    )
    tube(b, {
      path: coil,
      radius: (t) => [r * (0.52 - 0.14 * t), r * (0.52 - 0.14 * t)],
      sides: full ? 9 : 6,
      look,
      bind: headBind,
      tint: (_, a) => 0.86 + 0.14 * Math.sin(a * 3),
    })
  }
  const tail = (controls: readonly Vec3[], radius: (t: number) => number, braided: boolean) =>
    tube(b, {
      path: curve(controls.map(at), full ? 26 : 13),
      radius: (t) => {
        const w = radius(t) * m * (braided ? 0.74 + 0.3 * Math.abs(Math.sin(t * Math.PI * 6.5)) : 1)
        return [w, w * 0.86]
      },
      sides: full ? 10 : 6,
      look,
      bind: bindHair,
      tint: (t, a) => 0.84 + 0.16 * Math.sin(a * 4 + (braided ? t * 40 : 0)),
    })
  if (spec.hair.style === 'ponytail' && !covered) {
    tail(
      [
        [0, 0.15, -0.4],
        [0, 0.2, -0.53],
        [0, 0.04, -0.62],
        [0, -0.3, -0.61],
        [0, -0.68, -0.55],
      ],
      (t) => 0.062 + 0.085 * Math.sin(Math.PI * Math.min(1, 0.1 + t * 0.92)) - 0.03 * t,
      false,
    )
    const tie: Look = { colour: [0.16, 0.05, 0.07], kind: 'cloth', roughness: 0.8 }
    tube(b, {
      path: Array.from({ length: 14 }, (_, i): Vec3 => {
        const a = (i / 14) * Math.PI * 2
        return at([Math.cos(a) * 0.085, 0.178 + Math.sin(a) * 0.08, -0.475 + Math.sin(a) * 0.035])
      }),
      closed: true,
      radius: () => [0.026 * m, 0.026 * m],
      sides: 6,
      look: tie,
      bind: headBind,
    })
  }
  if (spec.hair.style === 'braid') {
    const two = spec.age < 14
    for (const s of two ? [1, -1] : [0])
      tail(
        two
          ? [
              [s * 0.36, -0.08, -0.14],
              [s * 0.42, -0.26, -0.12],
              [s * 0.42, -0.52, -0.02],
              [s * 0.38, -0.82, 0.14],
            ]
          : [
              [0, -0.05, -0.46],
              [0, -0.22, -0.52],
              [0.03, -0.6, -0.56],
              [0.02, -1.15, -0.52],
            ],
        (t) => (two ? 0.075 : 0.095) * (1 - 0.55 * t),
        true,
      )
  }
}
