import { type PlannedShot, parseFrameRate, type SoundCue, type SoundPlan, secondsToFrames } from '../film'
import type { ResolvedCue, ResolvedProduction } from './master'
import { inScenes } from './master'
import type { PlannedFilm } from './phases'
import { MASTER, PLAIN_SOUND, type SoundWish } from './plan-sound'

/** Fades of a file that says none: no click where it begins, a breath where it is cut off. */
const FADES = { inS: 0.01, outS: 0.25 }

/** How far a film is lifted whose production says how loud it is to be: all the way. */
const ANY_LIFT_DB = 60

/** A stretch of film, in frames. */
interface Span {
  readonly from: number
  readonly to: number
}

/** What a production says of the sound of its film, by the film's shots and frames. */
export function soundWish(production: ResolvedProduction | undefined, film: Pick<PlannedFilm, 'script' | 'store'>): SoundWish {
  if (!production) return PLAIN_SOUND
  const { sound, shots } = production
  const { plan } = film.store
  const listed = production.script === undefined
  const ofShots = (shots === 'auto' ? [] : shots).flatMap((shot, i) => {
    const address = listed ? `sc${i + 1}.sh1` : shot.number === undefined ? undefined : `sc${shot.scene ?? ''}.sh${shot.number}`
    return shot.sound && address ? [{ said: shot.sound, planned: shotsAt(plan.shots, address) }] : []
  })
  const fps = parseFrameRate(production.fps)
  const asked = sound?.loudness !== undefined
  return {
    ...(sound?.silent ? { silent: true } : {}),
    silentShots: new Set(ofShots.flatMap(({ said, planned }) => (said.silent ? planned.map((s) => s.key) : []))),
    ...(sound?.dialogue_db ? { dialogueDb: sound.dialogue_db } : {}),
    ...(sound?.ambience_db === undefined ? {} : { ambienceDb: sound.ambience_db }),
    ...(sound?.foley_db === undefined ? {} : { foleyDb: sound.foley_db }),
    cues: [
      ...(sound?.cues ?? []).flatMap((cue) => spansOf(cue, film).flatMap((span) => cueIn(cue, span, fps, plan.frames))),
      ...ofShots.flatMap(({ said, planned }) =>
        planned.flatMap((s) =>
          said.cues.flatMap((cue) =>
            cueIn(cue, { from: s.startFrame, to: cue.loop ? s.startFrame + s.frames : plan.frames }, fps, plan.frames),
          ),
        ),
      ),
    ].sort((a, b) => a.startFrame - b.startFrame),
    master: {
      loudnessLufs: sound?.loudness ?? MASTER.loudnessLufs,
      peakDbtp: sound?.true_peak ?? MASTER.peakDbtp,
      liftDb: asked ? ANY_LIFT_DB : MASTER.liftDb,
    },
  }
}

/** Shots by address; `sc.sh2` is the second of every scene. */
function shotsAt(shots: readonly PlannedShot[], address: string): PlannedShot[] {
  const wanted = address.toLowerCase()
  return shots.filter(
    (s) => s.address.toLowerCase() === wanted || (wanted.startsWith('sc.') && s.address.toLowerCase().endsWith(wanted.slice(2))),
  )
}

/** Where a file of the section `sound:` is heard: from a shot or a time on, or in every run of scenes. */
function spansOf({ shot, scenes, at_s }: ResolvedCue, { script, store: { plan } }: Pick<PlannedFilm, 'script' | 'store'>): Span[] {
  if (shot !== undefined) return shotsAt(plan.shots, shot).map((s) => ({ from: s.startFrame, to: plan.frames }))
  if (scenes === undefined) return [{ from: secondsToFrames(at_s ?? 0, plan.fps), to: plan.frames }]
  const spans: Span[] = []
  for (const [i, { key, heading }] of script.scenes.entries()) {
    const own = plan.shots.filter((s) => s.sceneKey === key)
    const [first, end] = [own[0], own.at(-1)]
    if (!first || !end || !inScenes(scenes, { index: i + 1, number: heading.number })) continue
    const last = spans.at(-1)
    const to = end.startFrame + end.frames
    // Scenes that follow each other, or run into each other, are one stretch.
    if (last && last.to >= first.startFrame) spans[spans.length - 1] = { from: last.from, to }
    else spans.push({ from: first.startFrame, to })
  }
  return spans
}

function cueIn(cue: ResolvedCue, { from, to }: Span, fps: SoundPlan['fps'], frames: number): SoundCue[] {
  const startFrame = from + secondsToFrames(cue.offset_s ?? 0, fps)
  const long = cue.duration_s === undefined ? Number.POSITIVE_INFINITY : Math.max(1, secondsToFrames(cue.duration_s, fps))
  const end = Math.min(to, startFrame + long)
  if (startFrame >= Math.min(end, frames)) return []
  return [
    {
      file: cue.file,
      bus: cue.bus,
      startFrame,
      ...(end < frames ? { endFrame: end } : {}),
      skipS: cue.skip_s ?? 0,
      fadeInS: cue.fade_in_s ?? FADES.inS,
      fadeOutS: cue.fade_out_s ?? FADES.outS,
      gainDb: cue.gain_db ?? 0,
      loop: cue.loop ?? false,
      pan: cue.pan ?? 0,
    },
  ]
}
