import { roundNumbers, type SceneShots, type Script, type ShotSlice, type SoundLine, secondsToFrames, type VoiceSource } from '../film'
import { voiceFrom } from '../motion'
import type { PlannedFilm } from './phases'

/** Where a voice is that nobody in the picture has: beside it, metres from the camera. */
const BESIDE_M = 3

/**
 * The lines that are heard in each shot, also those that began in the shot before.
 * @param gainDb what is added to all of them.
 * @returns lines by key of a shot, and its slice, by which voices have their place.
 */
export function linesOfShots(
  { script, shotList, speech, store }: PlannedFilm,
  gainDb = 0,
): (shotKey: string, slice: ShotSlice) => SoundLine[] {
  const scenes = new Map(shotList.scenes.map((s) => [s.sceneKey, s]))
  const written = new Map(script.scenes.map((s) => [s.key, s]))
  const sceneOf = new Map(store.plan.shots.map((s) => [s.key, s.sceneKey]))
  return (shotKey, slice) => {
    const key = sceneOf.get(shotKey) ?? ''
    const [scene, text] = [scenes.get(key), written.get(key)]
    const shot = scene?.shots.find((s) => s.key === shotKey)
    if (!scene || !text || !shot) return []
    return scene.beats.flatMap((beat): SoundLine[] => {
      const { kind, character, spoken, manner = '' } = beat
      if (kind !== 'line' || character === undefined || !spoken) return []
      const utterance = speech.utteranceOf({ character, text: beat.text, manner })
      const frame = beat.startFrame - shot.startFrame
      const end = frame + secondsToFrames(spoken.seconds, store.plan.fps) + 1
      if (!utterance || frame >= shot.frames || end <= 0) return []
      const middle = Math.round((Math.max(0, frame) + Math.min(shot.frames, end)) / 2)
      const there = voiceFrom(slice, character, middle)
      const from = sourceOf(beat, text, there !== undefined)
      const at = from === 'scene' && there ? there : { pan: 0, distanceM: from === 'over' ? 1 : BESIDE_M }
      return [{ utterance, frame, from, gainDb, ...roundNumbers({ seconds: spoken.seconds, ...at }) }]
    })
  }
}

/** How a line reaches the audience: by its extension, its parenthetical, and whether who says it is there. */
function sourceOf(beat: SceneShots['beats'][number], scene: Script['scenes'][number], isThere: boolean): VoiceSource {
  const element = scene.elements[beat.element]
  const marks = element?.kind === 'dialogue' ? element.extensions.join(' ') : ''
  if (DEVICE.test(marks) || DEVICE.test(beat.manner ?? '')) return isThere && !beat.offScreen ? 'scene' : 'device'
  if (/\bV\.?\s?O\b|VOICE|NARRAT/i.test(marks)) return 'over'
  return beat.offScreen ? 'off' : 'scene'
}

const DEVICE =
  /\bFILTERED\b|\b(?:on|over|through|via|from) (?:the |a )?(?:phone|telephone|radio|tv|television|intercom|loudspeaker|speaker|comms?|walkie|screen|P\.?A\.?)\b/i
