import { add, type CharacterSpec, clamp, type Garment, noise1, personKey, quatRotate, random, smoothstep, type Vec3 } from '../film'
import { byChest, chestWard, deepOf, type Hands, reachFor } from './acts/kit'
import type { Body, HandGoal } from './body'
import { SIDES, SIGN, type Side } from './rig'

/** What somebody does with the hands when they stand and nothing is to be done. */
export const RESTS = ['hang', 'pockets', 'pocket', 'hip', 'folded', 'clasped', 'behind'] as const
export type Rest = (typeof RESTS)[number]

/** Somebody's own way to stand, the same all through a film. */
export interface RestManner {
  readonly kind: Rest
  /** The hand that does it alone, or lies on top: 0 left, 1 right. */
  readonly side: Side
  /** How much thicker than their bones they are in front, metres: bosom and clothes. */
  readonly frontM: number
  /** Whether their fingers drum, again and again, while the hands have nothing to do. */
  readonly drums: boolean
}

/** Clothes with pockets at the hips. */
const POCKETS: ReadonlySet<Garment['kind']> = new Set([
  'trousers',
  'jeans',
  'shorts',
  'overalls',
  'jacket',
  'suit-jacket',
  'coat',
  'parka',
  'lab-coat',
])
const THICK: ReadonlySet<Garment['kind']> = new Set(['coat', 'parka', 'robe', 'jacket', 'suit-jacket', 'lab-coat', 'sweater', 'uniform'])

/** How likely each rest is for somebody: by clothes, age and build; what cannot be has none. */
function likely(spec: CharacterSpec): Readonly<Record<Rest, number>> {
  const wears = (...kinds: readonly Garment['kind'][]) => spec.wardrobe.some((g) => kinds.includes(g.kind))
  if (wears('spacesuit')) return { hang: 1, pockets: 0, pocket: 0, hip: 0, folded: 0, clasped: 0, behind: 0 }
  const pockets = !wears('dress', 'robe', 'apron') && spec.wardrobe.some((g) => POCKETS.has(g.kind)) ? 1 : 0
  const grown = smoothstep(8, 16, spec.age)
  const old = smoothstep(50, 75, spec.age)
  const female = spec.sex === 'female' ? 1 : 0
  return {
    hang: 1.1,
    pockets: pockets * (1.1 - 0.4 * female),
    pocket: pockets * (0.9 - 0.2 * old),
    // Who is bent, or old, does not.
    hip: grown * (1 - old) * (0.6 + 0.5 * female) * (spec.stoop > 0.3 ? 0 : 1),
    // Short arms round a big body do not meet.
    folded: spec.build > 0.7 ? 0 : grown * (0.8 + 0.5 * spec.muscle),
    clasped: spec.build > 0.7 ? 0 : 0.6 + 0.5 * female + 0.5 * old,
    behind: wears('backpack', 'satchel') ? 0 : 0.6 + 0.5 * old + 0.4 * (1 - grown),
  }
}

/** How somebody rests whose fingers drum where they can be seen, first what goes first. */
const DRUMMED: readonly Rest[] = ['folded', 'hip', 'hang']

/** Somebody's rest: as words have it where clothes and build allow that, else seeded by the person alone. */
export function restOf(spec: CharacterSpec): RestManner {
  const r = random(`${personKey(spec)}/rest`)
  const odds = likely(spec)
  const total = RESTS.reduce((sum, k) => sum + odds[k], 0)
  let left = r.next() * total
  let kind: Rest = 'hang'
  for (const k of RESTS) {
    if (odds[k] > 0 && left >= 0) kind = k
    left -= odds[k]
  }
  const habits = spec.habits ?? []
  const drums = habits.includes('drums')
  const said =
    RESTS.find((k) => k !== 'hang' && habits.includes(k) && odds[k] > 0) ?? (drums ? DRUMMED.find((k) => odds[k] > 0) : undefined)
  const thick = spec.wardrobe.some((g) => THICK.has(g.kind)) ? 0.012 : 0.004
  return {
    kind: said ?? kind,
    drums,
    side: r.chance(0.65) ? 1 : 0,
    frontM: spec.heightM * (thick + (spec.sex === 'female' ? 0.02 * smoothstep(11, 16, spec.age) : 0)),
  }
}

/** Half the hips' breadth with the clothes on them, metres: from how far arms hang apart, which the figure knows. */
function hipsHalf(h: Hands): number {
  const { figure: f, limbs: l } = h.build
  const build = clamp(((f.radiusM - f.joints.leftUpperArm[0]) / f.heightM - 0.04) / 0.05, 0, 1)
  return l.hipX + f.heightM * (0.056 + 0.026 * (build - 0.5))
}

/** Where a hand of a rest lies; undefined for one that hangs. */
function goalOf(h: Hands, body: Body, rest: RestManner, side: Side): HandGoal | undefined {
  const k = h.build.figure.heightM
  const s = SIGN[side]
  const byHips = (x: number, y: number, z: number): Vec3 => add(body.hips, quatRotate(body.hipsRot, [x, y, z]))
  const hipWard = (x: number, y: number, z: number): Vec3 => quatRotate(body.hipsRot, [x, y, z])
  const half = hipsHalf(h)
  const front = deepOf(h.build.figure) + rest.frontM
  const over = side === rest.side
  switch (rest.kind) {
    case 'hang':
      return undefined
    case 'pocket':
    case 'pockets':
      if (rest.kind === 'pocket' && !over) return undefined
      return {
        wrist: byHips(s * (half + 0.014 * k), -0.004 * k, 0.02 * k),
        fingers: hipWard(-s * 0.12, -0.9, 0.42),
        palm: hipWard(-s, 0, -0.25),
        pole: hipWard(s * 0.3, 0, -1),
        curl: 0.3,
        thumb: 0.1,
      }
    case 'hip':
      if (!over) return undefined
      return {
        wrist: byHips(s * (half + 0.02 * k), 0.046 * k, 0.004 * k),
        fingers: hipWard(-s * 0.3, -0.42, 0.85),
        palm: hipWard(-s, -0.25, -0.1),
        pole: hipWard(s, 0.1, -0.5),
        curl: 0.3,
        thumb: 0.1,
      }
    case 'folded':
      return {
        wrist: byChest(h, -s * (over ? 0.05 : 0.058), over ? -0.108 : -0.15, (front + (over ? 0.062 : 0.026) * k) / k),
        fingers: chestWard(h, -s, over ? -0.2 : 0.12, over ? -0.5 : -0.15),
        palm: chestWard(h, -s * 0.1, 0, -1),
        pole: chestWard(h, s * 0.85, -0.75, 0.1),
        curl: 0.24,
        thumb: 0.2,
      }
    case 'clasped':
      return {
        wrist: byHips(s * 0.05 * k, (over ? -0.008 : -0.02) * k, front + (over ? 0.052 : 0.024) * k),
        fingers: hipWard(-s * 0.8, -0.55, over ? -0.1 : 0.08),
        palm: hipWard(-s * 0.15, 0.1, -1),
        pole: hipWard(s * 0.6, -0.8, -0.7),
        curl: over ? 0.4 : 0.15,
        thumb: 0.2,
      }
    case 'behind':
      return {
        wrist: byHips(s * 0.048 * k, (over ? -0.004 : -0.016) * k, -(deepOf(h.build.figure) + (over ? 0.058 : 0.03) * k)),
        fingers: hipWard(-s * 0.85, -0.5, over ? 0.1 : -0.08),
        palm: hipWard(-s * 0.2, 0.1, -1),
        pole: hipWard(s * 0.7, -0.4, -0.7),
        curl: over ? 0.4 : 0.15,
        thumb: 0.2,
      }
  }
}

/**
 * Lays the hands as somebody stands at ease.
 * @param weight how much each hand has nothing else to do, 0 to 1: left, right.
 */
export function restHands(h: Hands, body: Body, rest: RestManner, weight: readonly [number, number]): void {
  const together = Math.min(weight[0], weight[1])
  const alone = rest.kind === 'pockets' || rest.kind === 'pocket' || rest.kind === 'hip'
  const goals = SIDES.map((side) => goalOf(h, body, rest, side))
  for (const side of SIDES) {
    const goal = goals[side]
    if (goal) reachFor(h, side, alone ? weight[side] : together, goal)
  }
}

/** A bout of drumming is so long and the next begins so much later, seconds; fingers go so often a second. */
const BOUT = { lastsS: 2.2, everyS: 5.2, hz: 3.2 } as const

/**
 * Drums the fingers of the upper hand, in bouts.
 * @param t seconds of the shot. @param key seeds when the bouts are. @param weight how idle the hand is, 0 to 1.
 */
export function drumFingers(h: Hands, side: Side, t: number, key: string, weight: number): void {
  const at = t + BOUT.everyS * (0.5 + 0.5 * noise1(`${key}/drum`, 0.5))
  const u = at - BOUT.everyS * Math.floor(at / BOUT.everyS)
  const on = weight * smoothstep(0, 0.25, u) * (1 - smoothstep(BOUT.lastsS - 0.25, BOUT.lastsS, u))
  if (on <= 0) return
  // From the little finger to the index, a third of a beat later.
  const beat = (late: number) => 0.17 * on * Math.sin(2 * Math.PI * (BOUT.hz * u - late))
  const arm = h.arms[side]
  h.arms[side] = { ...arm, curl: Math.max(0.02, arm.curl + beat(0)), index: Math.max(0.02, arm.index + beat(0.33)) }
}
