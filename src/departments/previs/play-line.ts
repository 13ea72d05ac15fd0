import { type Beat, random } from '../../film'
import { arrive } from './come-and-go'
import { facing, turnBetween } from './floor-plan'
import { mannerOf } from './manner'
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
  const spoken = Math.min(Math.max(0.5, seconds - 0.1), speechSeconds(beat.text, beat.manner))
  const keepsBack = /\b(?:without|not) (?:turning|looking)/i.test(beat.manner ?? '')
  for (const a of speakers) {
    if (a.isOff && !beat.offScreen) arrive(stage, a, Math.max(0, t0 - 0.05))
    const rnd = random(`${beat.key}/${a.key}`)
    if (!beat.offScreen) a.speech.push({ t0, t1: t0 + spoken, text: beat.text, energy: manner.energy })
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
    if (!beat.offScreen) gestures(a, t0, spoken, manner.energy, rnd, beat.text)
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
    if (b === to && spoken > 2.2 && rnd.chance(0.35)) {
      const at = t0 + spoken * rnd.range(0.5, 0.85)
      b.acts.push({
        verb: /\bno(?:t|body|thing)?\b/i.test(beat.text) && rnd.chance(0.4) ? 'shake-head' : 'nod',
        t0: at,
        t1: at + 1,
        energy: 0.3,
      })
    }
  }
  stage.focus = speaker
}

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
