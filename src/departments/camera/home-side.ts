import { type FrameRate, frameToSeconds, type SceneShots, type Vec3, whereAt } from '../../film'
import { eyesAt, isAway, type Sitter } from './sitter'
import type { Studio } from './studio'
import { tellsPlace } from './tells-place'

/** From which side a scene is shot. */
export interface HomeSide {
  /** The audience's place: every camera stays on its side of the line between who speaks and who listens. */
  readonly home: Vec3
  /** The middle of the action, on the floor. */
  readonly middle: Vec3
  /** The two who speak most (or are seen first), by key. */
  readonly pair: readonly string[]
}

/** The lens of a scene's usual wide, and how much it counts what it sees behind the people: outside a landmark is the place. */
const HOME_LENS_MM = 24
const TELLS_INSIDE = 0.3
const TELLS_OUTSIDE = 0.9

const MADE = new WeakMap<SceneShots, { people: readonly Sitter[]; side: HomeSide; studio: Studio }>()

/** Chooses one side of the scene's main line, for all of its shots: square to the line, with room, and a deep view. */
export function homeSide(scene: SceneShots, people: readonly Sitter[], studio: Studio, fps: FrameRate): HomeSide {
  const known = MADE.get(scene)
  if (
    known &&
    known.studio === studio &&
    known.people.length === people.length &&
    known.people.every((p, i) => p.performance === people[i]!.performance)
  )
    return known.side
  const side = choose(scene, people, studio, fps)
  MADE.set(scene, { people, side, studio })
  return side
}

function choose(scene: SceneShots, people: readonly Sitter[], studio: Studio, fps: FrameRate): HomeSide {
  const lines = new Map<string, number>()
  const firstLine = new Map<string, number>()
  for (const b of scene.beats)
    if (b.kind === 'line' && b.character !== undefined && !b.offScreen) {
      lines.set(b.character, (lines.get(b.character) ?? 0) + 1)
      if (!firstLine.has(b.character)) firstLine.set(b.character, frameToSeconds(b.startFrame, fps))
    }
  const ranked = people
    .map((p, i) => ({ p, i, n: lines.get(p.role) ?? 0 }))
    .sort((a, b) => b.n - a.n || a.i - b.i)
    .map((r) => r.p)
  const pair = ranked.slice(0, 2)
  const t = Math.max(0, ...pair.map((p) => firstLine.get(p.role) ?? 0)) + 0.01
  const seen = (pair.length ? pair : people).filter((p) => !isAway(p, t, studio.set))
  const spots = seen.map((p) => whereAt(p.performance.where, t).position)
  const middle: Vec3 = spots.length
    ? [spots.reduce((s, p) => s + p[0], 0) / spots.length, 0, spots.reduce((s, p) => s + p[2], 0) / spots.length]
    : [0, 0, 0]
  const looks = seen.map((p) => whereAt(p.performance.where, t).yaw)
  const { widthM, depthM, interior } = studio.set
  const a = spots[0]
  const b = spots[1]
  const axis =
    a && b ? Math.atan2(b[0] - a[0], b[2] - a[2]) : a && seen[0] ? whereAt(seen[0].performance.where, t).yaw + Math.PI / 2 : Math.PI / 2
  let best: Vec3 = [0, 1.5, interior ? depthM / 2 - 0.4 : depthM / 2]
  let bestScore = Number.NEGATIVE_INFINITY
  const radius = interior ? 0 : 9
  for (let k = 0; k < 12; k++) {
    const yaw = (k * Math.PI) / 6 + 0.1
    const dx = Math.sin(yaw)
    const dz = Math.cos(yaw)
    const room = interior ? studio.depth(middle, dx, dz) : radius
    const behind = Math.min(studio.depth(middle, -dx, -dz), 8)
    const at: Vec3 = [middle[0] + dx * Math.max(0.2, room - 0.4), 1.5, middle[2] + dz * Math.max(0.2, room - 0.4)]
    const square = Math.abs(Math.sin(yaw - axis))
    const blocked = seen.length ? seen.reduce((n, p) => n + studio.between(at, eyesAt(p, t)), 0) : 0
    const inThing = studio.clearOfThings(at) ? 0 : 0.3
    // Outside, look at the middle of the place rather than away from it.
    const inward = interior ? 0 : (-(dx * middle[0] + dz * middle[2]) / Math.max(widthM, depthM)) * -0.6
    // What makes the place behind the people: the sea, a landmark, windows and what stands in a room.
    const tells = tellsPlace(studio.set, at, yaw + Math.PI, HOME_LENS_MM) * (interior ? TELLS_INSIDE : TELLS_OUTSIDE)
    // One person, or people who look the same way: see the faces.
    const alike = looks.length > 0 && looks.every((l) => Math.cos(l - looks[0]!) > 0.6)
    const face = alike ? (looks.reduce((n, l) => n + Math.cos(l - yaw), 0) / looks.length) * (looks.length > 1 ? 2 : 0.8) : 0
    const score = Math.round(
      (square * (b ? 2 : 0.3) + Math.min(room, 4.5) * 0.65 + behind * 0.12 - blocked * 0.7 - inThing + inward + tells + face) * 1e4,
    )
    if (score > bestScore) {
      bestScore = score
      best = at
    }
  }
  return { home: best, middle, pair: pair.map((p) => p.key) }
}

/** +1 or −1: on which side of the line from a to b a point lies (seen from above, +1 to the right). */
export const sideOf = (a: Vec3, b: Vec3, p: Vec3): 1 | -1 => ((b[0] - a[0]) * (p[2] - a[2]) - (b[2] - a[2]) * (p[0] - a[0]) >= 0 ? 1 : -1)
