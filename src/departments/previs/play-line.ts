import { type Beat, random } from '../../film'
import { arrive } from './come-and-go'
import { DEEDS, type DeedKind } from './deed-table'
import { facing, turnBetween } from './floor-plan'
import { habitOf, showHabit } from './habits'
import { verbForm } from './lexicon'
import { type Manner, mannerOf } from './manner'
import type { Stage } from './stage'
import type { StageActor } from './stage-actor'
import { speechSeconds } from './timing'

/** A line: mouth, hands and feeling of who speaks; eyes, nods and turns of who listens. `to` is who it is said to. */
export function playLine(
  stage: Stage,
  beat: Beat,
  t0: number,
  seconds: number,
  speakers: readonly StageActor[],
  to: StageActor | undefined,
  apart: boolean,
): void {
  const manner = mannerOf(beat.text, beat.manner)
  const { phones } = beat.spoken ?? {}
  const spoken = beat.spoken?.seconds ?? Math.min(Math.max(0.5, seconds - 0.1), speechSeconds(beat.text, beat.manner))
  const keepsBack = /\b(?:without|not) (?:turning|looking)/i.test(beat.manner ?? '')
  for (const a of speakers) {
    if (a.isOff && !beat.offScreen) arrive(stage, a, Math.max(0, t0 - 0.05))
    const rnd = random(`${beat.key}/${a.key}`)
    if (!beat.offScreen) a.speech.push({ t0, t1: t0 + spoken, text: beat.text, energy: manner.energy, ...(phones ? { phones } : {}) })
    if (manner.mood) {
      a.moods.push({ t0: t0 - 0.2, expression: manner.mood, weight: manner.weight })
      a.moods.push({ t0: t0 + spoken + 0.8, expression: manner.mood, weight: manner.weight * 0.3 })
    }
    if (to && !apart) {
      const yaw = facing(a.place.spot, to.place.spot)
      if (!keepsBack && (a.place.stance === 'stand' || a.place.stance === 'lean') && turnBetween(a.place.yaw, yaw) > 0.6)
        a.become(t0 - 0.2, { yaw })
      if (!keepsBack) a.gaze.push({ kind: 'actor', t0: t0 - 0.15, actor: to.key })
      // Nobody stares: a look away while finding the words, and back.
      if (spoken > 2.6 && rnd.chance(0.6) && !keepsBack) {
        const away = t0 + spoken * rnd.range(0.25, 0.55)
        a.gaze.push({ kind: 'ahead', t0: away }, { kind: 'actor', t0: away + rnd.range(0.5, 0.9), actor: to.key })
      }
    } else {
      // Nobody speaks with the nose to a wall, unless asked to.
      if (!keepsBack && a.place.stance === 'stand') {
        const yaw = stage.plan.openYaw(a.place.spot, a.place.yaw)
        if (turnBetween(yaw, a.place.yaw) > 0.2) a.become(t0 - 0.2, { yaw })
      }
      a.gaze.push({ kind: 'ahead', t0: t0 - 0.1 })
    }
    // The look that hands over: whoever ends a line looks at whom it was said to.
    if (to && !apart && !keepsBack && spoken > 1.4) a.gaze.push({ kind: 'actor', t0: t0 + spoken - 0.45, actor: to.key })
    if (!beat.offScreen && !asWritten(a, t0, beat.manner ?? '', spoken)) gestures(a, t0, spoken, manner.energy, rnd, beat.text)
  }
  const speaker = speakers[0]
  if (!speaker || beat.offScreen || apart) return
  for (const b of stage.actors) {
    if (speakers.includes(b) || b.isOff || b.place.stance === 'lie') continue
    const rnd = random(`${beat.key}/${b.key}/hears`)
    b.gaze.push({ kind: 'actor', t0: t0 + rnd.range(0.12, 0.45), actor: speaker.key })
    const yaw = facing(b.place.spot, speaker.place.spot)
    const free = b.place.stance === 'stand' && b.place.mark === undefined
    if (b === to && free && turnBetween(b.place.yaw, yaw) > 0.8 && b.busyUntil < t0) b.become(t0 + 0.3, { yaw })
    listens(stage, b, beat, t0, spoken, b === to, manner)
  }
  stage.focus = speaker
}

/** What a parenthetical asks the body to do: `(shrugs)`, `(shaking her head)`, `(pointing)`. Answers whether it did. */
function asWritten(a: StageActor, t0: number, manner: string, spoken: number): boolean {
  for (const word of manner.toLowerCase().split(/[^\p{L}]+/u)) {
    const kind = verbForm(word)?.kind
    const act = kind && WHILE_TALKING.has(kind) ? DEEDS[kind].act : undefined
    if (!act) continue
    a.acts.push({
      verb: act.verb,
      t0,
      t1: t0 + Math.min(act.seconds, 2, Math.max(0.7, spoken)),
      energy: act.energy,
      ...(act.hand ? { hand: act.hand } : {}),
    })
    return true
  }
  return false
}
const WHILE_TALKING: ReadonlySet<DeedKind> = new Set<DeedKind>([
  'nod',
  'shake',
  'shrug',
  'point',
  'wave',
  'laugh',
  'cry',
  'cough',
  'clap',
  'salute',
  'bow',
  'beckon',
  'think',
  'startle',
  'fold',
])

/** What a feeling does to the face of whoever hears it. */
const ANSWERS: Readonly<Partial<Record<NonNullable<Manner['mood']>, readonly [NonNullable<Manner['mood']>, number]>>> = {
  joy: ['joy', 0.35],
  anger: ['tense', 0.4],
  sorrow: ['sorrow', 0.3],
  fear: ['tense', 0.35],
  surprise: ['surprise', 0.25],
  contempt: ['tense', 0.3],
}

/** Somebody listens: a nod, a change of weight, a habit of theirs, a face that answers. */
function listens(stage: Stage, b: StageActor, beat: Beat, t0: number, spoken: number, mainly: boolean, manner: Manner): void {
  const rnd = random(`${beat.key}/${b.key}/listens`)
  const answer = manner.mood && ANSWERS[manner.mood]
  if (answer && rnd.chance(0.7)) {
    b.moods.push({ t0: t0 + rnd.range(0.4, 0.9), expression: answer[0], weight: answer[1] })
    b.moods.push({ t0: t0 + spoken + 1, expression: answer[0], weight: answer[1] * 0.3 })
  }
  if (spoken < 2) return
  if (mainly && rnd.chance(0.42)) {
    const at = Math.min(t0 + spoken * rnd.range(0.45, 0.85), t0 + spoken - 1)
    const no = /\bno(?:t|body|thing)?\b/i.test(beat.text) && rnd.chance(0.4)
    b.acts.push({ verb: no ? 'shake-head' : 'nod', t0: at, t1: at + 1, energy: 0.3 })
  } else if (rnd.chance(0.3)) {
    const from = t0 + spoken * rnd.range(0.1, 0.3)
    showHabit(b, stage.habits.get(b.key) ?? 'shift-weight', from, t0 + spoken, stage.props.heldBy(b).size)
  } else if (rnd.chance(0.4)) {
    // Over when the line is: what spills into the next shot would change it with the line's length.
    const at = t0 + spoken * rnd.range(0.1, 0.4)
    b.acts.push({ verb: 'shift-weight', t0: at, t1: Math.min(at + 2.2, t0 + spoken), energy: 0.4 })
  }
  // Who only overhears looks over to whom it is said.
  if (!mainly && rnd.chance(0.35)) {
    const to = stage.actors.find((c) => c !== b && c.key !== stage.focus?.key && !c.isOff && c.role !== beat.character)
    const at = t0 + spoken * rnd.range(0.3, 0.5)
    const speaker = stage.actors.find((c) => c.role === beat.character && !c.isOff)
    if (to && speaker)
      b.gaze.push({ kind: 'actor', t0: at, actor: to.key }, { kind: 'actor', t0: at + rnd.range(0.35, 0.5) * spoken, actor: speaker.key })
  }
}

/** Everybody's habits, by key. */
export const habitsOf = (actors: readonly StageActor[], describe: (role: string) => string): Stage['habits'] =>
  new Map(actors.map((a) => [a.key, habitOf(a.role, describe(a.role))]))

function gestures(a: StageActor, t0: number, spoken: number, energy: number, rnd: ReturnType<typeof random>, text: string): void {
  if (a.place.stance === 'lie') return
  if (/^\s*(?:yes|yeah|okay|ok|sure|right|exactly)\b/i.test(text) && rnd.chance(0.6))
    a.acts.push({ verb: 'nod', t0, t1: t0 + 1, energy: 0.4 })
  else if (/^\s*(?:no|never|nothing|nobody|don't)\b/i.test(text) && rnd.chance(0.55))
    a.acts.push({ verb: 'shake-head', t0, t1: t0 + 1.2, energy: 0.4 })
  else if (/(?:don't know|who knows|whatever|no idea|maybe)/i.test(text) && rnd.chance(0.6))
    a.acts.push({ verb: 'shrug', t0: t0 + 0.2, t1: t0 + 1.4, energy: 0.5 })
  if (spoken < 1.3) return
  const n = Math.min(4, Math.floor(spoken / (energy > 0.7 ? 1.8 : 2.6)) + (rnd.chance(0.4) ? 1 : 0))
  for (let i = 0; i < n; i++) {
    const at = t0 + (spoken * (i + rnd.range(0.1, 0.5))) / n
    a.acts.push({
      verb: 'gesture',
      t0: at,
      t1: at + rnd.range(1, 1.8),
      energy: Math.min(1, energy * rnd.range(0.7, 1.1)),
      hand: rnd.pick(['left', 'right', 'right', 'both'] as const),
    })
  }
}
