import { type Performance, random } from '../../film'
import type { StageActor } from './stage-actor'

type Verb = Performance['acts'][number]['verb']

/** Words of a description that speak of how somebody carries themselves, and what such people do with their hands. */
const TELLING: readonly (readonly [RegExp, readonly Verb[]])[] = [
  [/\b(?:nervous|anxious|shy|timid|worried|jumpy|fidgety|awkward|restless)\b/i, ['rub-neck', 'smooth-clothes']],
  [/\b(?:proud|arrogant|stern|strict|commanding|authoritative|tough|imposing|confident|cocky)\b/i, ['hands-on-hips', 'fold-arms']],
  [/\b(?:thoughtful|scholarly|professor|clever|curious|pensive|wise|bookish|scientist|detective)\b/i, ['touch-face']],
  [/\b(?:elegant|vain|neat|tidy|dapper|well-dressed|immaculate|fussy|precise)\b/i, ['smooth-clothes']],
  [/\b(?:tired|weary|exhausted|old|overworked)\b/i, ['rub-neck', 'shift-weight']],
  [/\b(?:sullen|defensive|bitter|guarded|cold|suspicious|grumpy)\b/i, ['fold-arms']],
]
const ANY: readonly Verb[] = ['touch-face', 'rub-neck', 'smooth-clothes', 'fold-arms', 'hands-on-hips', 'shift-weight']
/** Habits for people on their feet only. */
const STANDING: ReadonlySet<Verb> = new Set(['hands-on-hips', 'smooth-clothes'])

/** What somebody does again and again when nothing else is to be done: from their description, else from their key alone. */
export function habitOf(role: string, description: string): Verb {
  const r = random(`${role}/habit`)
  return r.pick(TELLING.find(([re]) => re.test(description))?.[1] ?? ANY)
}

/** Lets a habit show, from `t0` to `t1` at the most, if the hands are free. Answers whether it did. */
export function showHabit(a: StageActor, habit: Verb, t0: number, t1: number, held: number): boolean {
  if (t1 - t0 < 1.6 || a.place.stance === 'lie' || a.place.stance === 'kneel') return false
  if (a.place.stance !== 'stand' && STANDING.has(habit)) return false
  if (held > 0 && habit !== 'shift-weight') return false
  if (a.acts.slice(-4).some((x) => x.t0 < t1 && x.t1 > t0)) return false
  const long = habit === 'fold-arms' || habit === 'hands-on-hips'
  a.acts.push({ verb: habit, t0, t1: long ? t1 : Math.min(t1, t0 + 2.4), energy: 0.4 })
  return true
}
