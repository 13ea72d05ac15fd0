import type { CharacterSpec, Continuity, Look } from '../../../film'
import { aged } from './aged'

const INDEX = new WeakMap<Continuity, Map<string, readonly Look[]>>()

/** Everybody's looks in a scene, in order. */
export function looksIn(continuity: Continuity, sceneKey: string): readonly Look[] {
  let index = INDEX.get(continuity)
  if (!index) {
    index = new Map(continuity.scenes.map((s) => [s.sceneKey, s.looks]))
    INDEX.set(continuity, index)
  }
  return index.get(sceneKey) ?? []
}

/**
 * How somebody is in a scene: clothes with their condition, hair, age, wounds, what they carry.
 * @param line what stands before this line has happened; without it, how the scene begins.
 * @param character a member of a group by the key of its own: `guards#1`.
 * @returns undefined for whoever is not in the scene.
 */
export function appearanceIn(continuity: Continuity, character: string, sceneKey: string, line = 1): Look | undefined {
  return looksIn(continuity, sceneKey).findLast((l) => l.character === character && (l.line === 0 || l.line < line))
}

/** What of a look is left as the person has it, because somebody has said otherwise. */
export interface LookKept {
  readonly age?: boolean
  readonly hair?: boolean
  readonly wardrobe?: boolean
  readonly marks?: boolean
}

/** The person with a look on: ready to be built. Nothing of scene, line or day is in it. */
export function withLook(spec: CharacterSpec, look: Look, kept: LookKept = {}): CharacterSpec {
  const older = kept.age ? spec : aged(spec, look.age)
  return {
    ...older,
    hair: kept.hair ? spec.hair : look.hair,
    wardrobe: kept.wardrobe ? spec.wardrobe : look.wardrobe,
    marks: kept.marks ? older.marks : [...new Set([...older.marks, ...look.marks])],
  }
}
