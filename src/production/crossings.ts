import { type FrameRate, type SceneShots, type ScriptScene, type ShotTransition, secondsToFrames } from '../film'
import { crossAfter, type PlanSettings, type SceneName } from './master'

/** Seconds of a dissolve or wipe that the script asks for without saying how long. */
const CROSS_S = 1

/** The part of a shot that a transition may take at most: faces must still be seen alone. */
const MOST_OF_A_SHOT = 0.4

/** A scene as it is cut. */
export interface CutScene {
  readonly scene: ScriptScene
  readonly name: SceneName
  readonly shots: SceneShots
}

/** Where scenes run into each other: what the production says, else the script's DISSOLVE TO and WIPE TO. */
export function crossings(scenes: readonly CutScene[], settings: PlanSettings, fps: FrameRate): ShotTransition[] {
  return scenes.slice(0, -1).flatMap(({ scene, name, shots }, i): ShotTransition[] => {
    const from = shots.shots.at(-1)
    const to = scenes[i + 1]?.shots.shots[0]
    const wanted = crossAfter(settings, name) ?? written(scene, fps)
    if (!from || !to || !wanted) return []
    const frames = Math.min(wanted.frames, Math.floor(from.frames * MOST_OF_A_SHOT), Math.floor(to.frames * MOST_OF_A_SHOT))
    return frames < 2 ? [] : [{ from: from.key, to: to.key, kind: wanted.kind, frames }]
  })
}

/** The transition that a scene ends with, in the languages that scripts are read in. */
function written(scene: ScriptScene, fps: FrameRate): Pick<ShotTransition, 'kind' | 'frames'> | undefined {
  const last = scene.elements.findLast((e) => e.kind === 'transition')
  if (last?.kind !== 'transition') return
  const frames = secondsToFrames(CROSS_S, fps)
  if (/WIPE|WISCHBLENDE|VOLET|CORTINILLA/i.test(last.text)) return { kind: 'wipe', frames }
  if (/DISSOLVE(?!.*BLACK)|ÜBERBLEND|ENCHAÎNÉ|ENCADENADO|DISSOLVENZA(?! IN CHIUSURA)|НАПЛЫВ/i.test(last.text))
    return { kind: 'dissolve', frames }
  return
}
