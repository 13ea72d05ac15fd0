import { whereAt } from '../../film'
import type { HomeSide } from './home-side'
import type { Assignment, Candidate } from './picture'
import { bodiesAt, faceYawAt, type Sitter } from './sitter'
import type { Studio } from './studio'

interface SetUps {
  readonly side: HomeSide
  readonly studio: Studio
  readonly aspect: number
  readonly found: Map<string, Candidate | undefined>
}

const KNOWN = new WeakMap<readonly Sitter[], SetUps>()

/** How somebody is held at the shot's middle: stance, and where body and face point. */
export function poseOf(a: Assignment, who: Sitter): string {
  const t = a.moments[1]!
  const { stance, yaw } = whereAt(who.performance.where, t)
  return `${who.key} ${stance} ${yaw} ${faceYawAt(who, t, a.people)}`
}

/**
 * A camera that a shot of this scene was given before, where all that decides is the same: singles and their reverses
 * come again and again while people stay where they are. Whoever finds may look at the shot's size, angle and lens, at
 * where everybody's body is at its moments, at the scene, its home side and its set; and at what `said` tells.
 */
export function setUp(a: Assignment, said: string, find: () => Candidate | undefined): Candidate | undefined {
  const { shot, people, side, studio, aspect } = a
  let known = KNOWN.get(people)
  if (known?.side !== side || known.studio !== studio || known.aspect !== aspect) {
    known = { side, studio, aspect, found: new Map() }
    KNOWN.set(people, known)
  }
  let key = `${said} ${shot.sceneKey} ${shot.size} ${shot.angle} ${shot.lensMm}`
  for (const t of a.moments) {
    key += ';'
    for (const b of bodiesAt(people, t, a.set)) key += ` ${b.id}`
  }
  const { found } = known
  const one = found.get(key)
  if (one || found.has(key)) return one
  const made = find()
  found.set(key, made)
  return made
}
