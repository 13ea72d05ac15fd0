import { type Act, alongWay, distance, type LeafWay, random, type Vec3 } from '../../src/film'
import { gripOf } from '../../src/motion'
import { anybody } from './any-scene'
import { look, type Seen, slide } from './checks'
import { act, performance, sliceOf, stay } from './slices'

/** What an act's hands touch: nothing but air or oneself, a point, a leaf that moves, or what two hands hold between them; and when, as shares of the act. */
export type Touch =
  | { readonly of: 'nothing' }
  | { readonly of: 'point'; readonly from: number; readonly to: number; readonly offM?: readonly [least: number, most: number] }
  | { readonly of: 'leaf'; readonly from: number; readonly to: number }
  /** Both hands hold one thing, so many of the body's heights wide, from both sides. */
  | { readonly of: 'both'; readonly from: number; readonly to: number; readonly wide: number }

const nothing: Touch = { of: 'nothing' }
const point = (from: number, to: number, offM?: readonly [number, number]): Touch => ({ of: 'point', from, to, ...(offM ? { offM } : {}) })

/** Every act of the vocabulary: an act without a row does not compile. */
export const TOUCHES: Readonly<Record<Act['verb'], Touch>> = {
  reach: point(0.45, 0.6),
  'pick-up': point(0.5, 0.54),
  'put-down': point(0.5, 0.54),
  // A pen's point, a match's head and the flat of a hand are so far from the middle of the fist.
  write: point(0.4, 0.6, [0, 0.075]),
  hammer: point(0.7, 0.85, [0.045, 0.1]),
  wipe: point(0.4, 0.6, [0, 0.2]),
  kindle: point(0.62, 0.76, [0.04, 0.11]),
  open: { of: 'leaf', from: 0.4, to: 0.75 },
  close: { of: 'leaf', from: 0.4, to: 0.75 },
  gesture: nothing,
  point: nothing,
  wave: nothing,
  nod: nothing,
  'shake-head': nothing,
  shrug: nothing,
  'look-around': nothing,
  'look-down': nothing,
  'hand-over': nothing,
  hold: nothing,
  drink: nothing,
  eat: nothing,
  pour: nothing,
  smoke: nothing,
  // A page is as wide from the first word to the last; a letter until it parts.
  read: { of: 'both', from: 0.3, to: 0.8, wide: 0.124 },
  type: nothing,
  phone: nothing,
  knock: nothing,
  push: nothing,
  pull: nothing,
  throw: nothing,
  punch: nothing,
  kick: nothing,
  aim: nothing,
  fall: nothing,
  jump: nothing,
  climb: nothing,
  crouch: nothing,
  hug: nothing,
  'shake-hands': nothing,
  laugh: nothing,
  cry: nothing,
  sleep: nothing,
  dance: nothing,
  'hands-up': nothing,
  'fold-arms': nothing,
  'hands-on-hips': nothing,
  'lean-in': nothing,
  flinch: nothing,
  carry: nothing,
  kiss: nothing,
  slap: nothing,
  receive: nothing,
  dodge: nothing,
  shoot: nothing,
  die: nothing,
  stairs: nothing,
  bow: nothing,
  salute: nothing,
  clap: nothing,
  beckon: nothing,
  cough: nothing,
  // What two hands do on one thing, each in its own place, is in both-hands.
  drive: nothing,
  work: nothing,
  'touch-face': nothing,
  'rub-neck': nothing,
  'smooth-clothes': nothing,
  'shift-weight': nothing,
  photograph: nothing,
  'break-seal': nothing,
  tear: { of: 'both', from: 0.2, to: 0.3, wide: 0.06 },
  blow: nothing,
  'play-keys': nothing,
  strum: nothing,
  whisper: nothing,
  'check-watch': nothing,
  'cut-hair': nothing,
  count: nothing,
  dress: nothing,
  undress: nothing,
  headwear: nothing,
  gloves: nothing,
}

/** A leaf before somebody, and the way of its handle. */
function leafBefore(r: ReturnType<typeof random>, heightM: number): { readonly at: Vec3; readonly way: LeafWay } {
  const at: Vec3 = [r.range(-0.25, 0.1), r.range(0.4, 0.72) * heightM, r.range(0.26, 0.31) * heightM]
  return r.chance(0.5)
    ? { at, way: { by: [0, 0, -0.06 * heightM] } }
    : { at, way: { round: [at[0] + r.range(0.35, 0.5), 0, at[2]], turn: -0.3 } }
}

/** What is wrong with one act of somebody by chance: feet that slide, hands off what they hold. */
export function wrongTouch(verb: Act['verb'], key: string): string[] {
  const r = random(`held/${verb}/${key}`)
  const who = anybody(`held-${verb}-${key}`)
  const touch = TOUCHES[verb]
  const h = who.heightM
  const leaf = leafBefore(r, h)
  const at: Vec3 = touch.of === 'leaf' ? leaf.at : [r.range(-0.2, 0.08), r.range(0.42, 0.75) * h, r.range(0.2, 0.27) * h]
  const long = 3
  const opens = verb === 'open' ? [0, 1] : [1, 0]
  const slice = sliceOf(
    [
      performance(who.key, {
        where: [stay([0, 0, 0], 0, 'stand', 0, 9)],
        acts: [
          act(verb, 0.5, 0.5 + long, {
            hand: touch.of === 'both' ? 'both' : 'right',
            ...(touch.of === 'nothing' || touch.of === 'both' ? {} : { at }),
            ...(touch.of === 'leaf' ? { leaf: { key: 'leaf', ...leaf.way } } : {}),
            energy: r.range(0.2, 1),
          }),
        ],
      }),
    ],
    {
      cast: [who],
      shot: {
        key: `held~${verb}-${key}`,
        fps: { num: 12, den: 1 },
        frames: 48,
        ...(touch.of === 'leaf'
          ? {
              doors: {
                leaf: [
                  { t: 0, open: opens[0]! },
                  { t: 0.5 + long * 0.32, open: opens[0]! },
                  { t: 0.5 + long * 0.84, open: opens[1]! },
                ],
              },
            }
          : {}),
      },
    },
  )
  const seen = look(slice)
  const out: string[] = []
  const s = slide(seen)
  if (s > 0.01) out.push(`${verb} ${key}: a planted foot slides ${s.toFixed(4)}`)
  if (touch.of === 'both') {
    for (const { state, figures } of seen) {
      const u = (state.frame / 12 - 0.5) / long
      if (u < touch.from || u > touch.to) continue
      const [left, right] = ([0, 1] as const).map((side) => gripOf(figures[0]!, state.actors[0]!, side).position)
      const off = Math.abs(distance(left!, right!) - touch.wide * h)
      if (off > 0.01) out.push(`${verb} ${key}: frame ${state.frame}: hands ${off.toFixed(3)} off what they hold`)
    }
  } else if (touch.of !== 'nothing') {
    const [least, most] = touch.of === 'point' && touch.offM ? touch.offM : [0, 0.01]
    const gap = gapIn(seen, touch.from, touch.to, long, (state) => alongIf(touch, leaf, at, state.doors.leaf ?? 0))
    if (gap.least < least - 1e-9 || gap.most > most) out.push(`${verb} ${key}: hand ${gap.least.toFixed(3)}–${gap.most.toFixed(3)} off`)
  }
  return out
}

const alongIf = (touch: Touch, leaf: { readonly way: LeafWay }, at: Vec3, open: number): Vec3 =>
  touch.of === 'leaf' ? alongWay(at, leaf.way, open) : at

/** How far the right hand is from a point over a stretch of an act: the least and the most. */
function gapIn(
  seen: readonly Seen[],
  from: number,
  to: number,
  long: number,
  where: (state: Seen['state']) => Vec3,
): { readonly least: number; readonly most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const s of seen) {
    const u = (s.state.frame / 12 - 0.5) / long
    if (u < from || u > to) continue
    const gap = distance(gripOf(s.figures[0]!, s.state.actors[0]!, 1).position, where(s.state))
    least = Math.min(least, gap)
    most = Math.max(most, gap)
  }
  return { least, most }
}
