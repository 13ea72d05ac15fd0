import { clamp, type Placement, type PropTrack, random, type Vec3, whereAt, wrapAngle } from '../../film'
import { distanceFor, lensFor, SENSOR_WIDTH_MM } from './optics'
import { type Assignment, type Candidate, flat, pick, type Unexplained } from './picture'
import { eyesAt, isAway, type Sitter } from './sitter'
import { landmarksOf, middleOf, tellsPlace } from './tells-place'

/** How much it counts that a picture of a room shows its things and windows, not a wall. */
const TELLS_INSIDE = 0.7

/** The place itself: across the room from the home corner, or from afar outside. */
export function framePlace(a: Assignment): Candidate | undefined {
  const { set, studio, shot, side } = a
  const rnd = random(`${shot.key}/place`)
  const candidates: Candidate[] = []
  // People who are not there (yet, or any more) leave the place to look at.
  if (shot.size === 'EWS' || shot.size === 'WS' || shot.subjects.length > 0 || !set.placements.length) {
    const first = a.start < 0.01
    const homeYaw = Math.atan2(side.home[0] - side.middle[0], side.home[2] - side.middle[2])
    const turn = first ? 0 : rnd.range(-2.2, 2.2)
    const { widthM: w, depthM: d, heightM: h } = set
    // From above the horizon stands in the upper third; what towers over the place pulls the view up.
    const tall = landmarksOf(set).reduce((h, p) => Math.max(h, p.size[1] - 8), 0)
    // A room much longer than wide is seen along its length.
    const long = set.interior && Math.max(w, d) > Math.min(w, d) * LONG
    const ways = Array.from({ length: set.interior ? 8 : 16 }, (_, k) => homeYaw + turn + (k % 2 ? 1 : -1) * Math.ceil(k / 2) * 0.4)
    if (long) ways.push(...alongRoom(w, d, homeYaw))
    for (const [k, yaw] of ways.entries()) {
      const dx = Math.sin(yaw)
      const dz = Math.cos(yaw)
      if (set.interior) {
        const out = Math.max(0.1, studio.depth([0, 0, 0], dx, dz) - 0.35)
        for (const [j, y] of [1.75, 1.4, 2.1].entries()) {
          const position: Vec3 = [dx * out, clamp(y, 0.5, h - 0.3), dz * out]
          candidates.push({
            position,
            lensMm: Math.min(shot.lensMm, Math.max(w, d) < 4 ? 16 : 20),
            target: [-dx * out * 0.6, Math.min(1.15, h * 0.45), -dz * out * 0.6],
            penalty:
              (long ? k * 0.05 + j * 0.15 - Math.min(out, 8) * 0.8 : k * (first ? 0.2 : 0.45) + j * 0.15 - Math.min(out, 5) * 0.2) -
              tellsPlace(set, position, yaw + Math.PI, 20) * TELLS_INSIDE,
            why: long ? 'down the length of the room' : 'across the longest way, to show the whole room',
          })
        }
      } else {
        const size = Math.max(w, d)
        const far = shot.size === 'EWS' ? size * 0.55 + 5 : size * 0.4 + 3
        for (const [j, out] of [1, 0.8, 0.62, 0.45].entries()) {
          const y = shot.angle === 'high' ? 3.4 + far * 0.14 : 1.6
          const position: Vec3 = [dx * Math.min(far * out, w / 2 + 12), y, dz * Math.min(far * out, d / 2 + 12)]
          candidates.push({
            position,
            lensMm: shot.lensMm,
            target: [-dx * 2, shot.angle === 'high' ? y * 0.5 + tall * 0.2 : 2.4, -dz * 2],
            penalty: k * 0.1 + j * 0.3 - tellsPlace(set, position, yaw + Math.PI, shot.lensMm),
            why: 'from afar, a low horizon and room for the sky, what makes the place in view',
          })
        }
      }
    }
    const middle: Sitter[] = []
    return pickOpen(a, candidates) ?? pick(a, candidates, middle)
  }
  const thing = rnd.pick(interesting(a))
  return frameThing(
    a,
    [thing.position[0], thing.position[1] + thing.size[1] * 0.6, thing.position[2]],
    Math.max(1.3, thing.size[1], thing.size[0]) * 1.5,
    thing.key,
  )
}

/** A room so many times as long as wide is looked along. */
const LONG = 1.8

/** Ways to look along a long room from either end, the home end first: off its middle line, so that one wall leads the eye. */
function alongRoom(w: number, d: number, homeYaw: number): number[] {
  const along = w > d ? [Math.PI / 2, -Math.PI / 2] : [0, Math.PI]
  const off = Math.atan((Math.min(w, d) * 0.22) / (Math.max(w, d) / 2))
  return along
    .toSorted((p, q) => Math.abs(wrapAngle(p - homeYaw)) - Math.abs(wrapAngle(q - homeYaw)))
    .flatMap((yaw) => [yaw + off, yaw - off])
}

/** How many people the picture's left or right edge cuts, the middle of the shot taken. */
function cutByEdge(a: Assignment, c: Unexplained): number {
  const t = a.moments[1] as number
  const aim = Math.atan2(c.target[0] - c.position[0], c.target[2] - c.position[2])
  const half = SENSOR_WIDTH_MM / 2 / c.lensMm
  let n = 0
  for (const s of a.people) {
    if (isAway(s, t, a.set)) continue
    const e = eyesAt(s, t)
    const off = wrapAngle(Math.atan2(e[0] - c.position[0], e[2] - c.position[2]) - aim)
    if (Math.abs(off) > 1.4) continue
    // From the body's middle to the edge, as a part of half the picture; a body is some half a metre wide.
    const d = flat(e[0] - c.position[0], e[2] - c.position[2])
    if (Math.abs(Math.abs(Math.tan(off)) / half - 1) < 0.4 / (Math.max(d, 1) * half) + 0.04) n++
  }
  return n
}

/** How many tall things stand right before the lens and hide the place; in a room what fills much of the picture counts up to three times. */
function crowded(a: Assignment, c: Unexplained): number {
  const aim = Math.atan2(c.target[0] - c.position[0], c.target[2] - c.position[2])
  const half = Math.atan(SENSOR_WIDTH_MM / 2 / c.lensMm)
  let n = 0
  for (const p of a.set.placements) {
    if (p.position[1] + p.size[1] < c.position[1] - 0.3 || p.position[1] > c.position[1] + 1) continue
    const dx = p.position[0] - c.position[0]
    const dz = p.position[2] - c.position[2]
    const reach = Math.max(p.size[0], p.size[2]) / 2
    const d = flat(dx, dz)
    if (d - reach > (a.set.interior ? 1.6 : 3.5) || reach < 0.2) continue
    if (Math.abs(wrapAngle(Math.atan2(dx, dz) - aim)) < half + Math.atan(reach / Math.max(d, reach)) * 0.6)
      n += 1 + (a.set.interior ? 2 : 0) * Math.min(1, Math.max(0, Math.atan(reach / Math.max(d, 0.3)) / half - 0.5))
  }
  return n
}

/** Where the floor is looked at, in widths and depths of the set. */
const FLOOR = [
  [0, 0],
  [0.3, 0],
  [-0.3, 0],
  [0, 0.3],
  [0, -0.3],
] as const

/** The candidate from which most of the floor's middle is seen. */
function pickOpen(a: Assignment, candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const c of candidates) {
    if (
      !a.studio.holds(c.position) ||
      !a.studio.clearOfThings(c.position) ||
      !a.moments.every((t) => a.studio.clearOfPeople(c.position, a.people, t))
    )
      continue
    let hidden = 0
    for (const [x, z] of FLOOR) {
      // What is hidden and crowded only adds: a candidate that has lost already needs no more looking at.
      if (Math.round((c.penalty + hidden * 0.6) * 1e4) >= bestScore) break
      hidden += Math.min(2, a.studio.between(c.position, [x * a.set.widthM, 1, z * a.set.depthM]))
    }
    if (Math.round((c.penalty + hidden * 0.6) * 1e4) >= bestScore) continue
    const score = Math.round((c.penalty + hidden * 0.6 + crowded(a, c) * 0.9 + cutByEdge(a, c) * 1.6) * 1e4)
    if (score < bestScore) {
      bestScore = score
      best = c
    }
  }
  return best
}

/** Things worth a picture of their own, in the set's order; the largest few. */
function interesting(a: Assignment): Placement[] {
  const inside = a.set.placements.filter(
    (p) => Math.abs(p.position[0]) <= a.set.widthM / 2 + 0.5 && Math.abs(p.position[2]) <= a.set.depthM / 2 + 0.5 && p.size[1] > 0.15,
  )
  const list = inside.length ? inside : a.set.placements
  return [...list].sort((p, q) => q.size[0] * q.size[1] * q.size[2] - p.size[0] * p.size[1] * p.size[2]).slice(0, 6)
}

/** A thing (or a stretch of the place) `heightM` of which fills the picture; `front` is the way it faces, radians. */
export function frameThing(a: Assignment, point: Vec3, heightM: number, except?: string, high = 0, front?: number): Candidate | undefined {
  const { studio, side, shot, aspect } = a
  const homeYaw = front ?? Math.atan2(side.home[0] - point[0], side.home[2] - point[2])
  const ideal = Math.max(0.55, distanceFor(heightM, shot.lensMm, aspect))
  const candidates: Candidate[] = []
  for (let k = 0; k < 12; k++) {
    const yaw = homeYaw + ((k % 2 ? 1 : -1) * Math.ceil(k / 2) * Math.PI) / 6
    for (const [j, near] of [1, 0.75, 0.55, 0.4, 0.28, 0.2].entries())
      for (const [m, pitch] of (high > 0 ? [high, high * 1.4, high * 0.6] : [0.12, 0.35, 0.6]).entries()) {
        const d = ideal * near
        if (d < 0.4) continue
        const position: Vec3 = [
          point[0] + Math.sin(yaw) * Math.cos(pitch) * d,
          Math.max(0.3, point[1] + Math.sin(pitch) * d),
          point[2] + Math.cos(yaw) * Math.cos(pitch) * d,
        ]
        // What nobody would pick needs no looking at.
        if (!studio.holds(position) || !studio.clearOfThings(position)) continue
        const blocked = studio.between(position, point, a.people, a.moments[1]!)
        const bent = front === undefined || high === 0 ? 0 : bentOver(a, position, point)
        candidates.push({
          position,
          lensMm: lensFor(heightM, d, aspect),
          target: point,
          penalty:
            k * 0.12 +
            (front === undefined ? 0 : (1 - Math.cos(yaw - front)) * 2.5) +
            j * 0.25 +
            m * 0.2 +
            Math.max(0, blocked - (except ? 1 : 0)) * 6 +
            bent * 4,
          why: 'close on the thing, from the home side',
        })
      }
  }
  // Whoever holds it belongs in the picture.
  return pick(a, candidates, [], undefined, a.subjects)
}

/** Room that somebody takes who bends down, metres from the middle. */
const BENT_M = 0.5

/** How many subjects, bent over a thing, are between it and the camera. */
function bentOver(a: Assignment, camera: Vec3, point: Vec3): number {
  const dx = point[0] - camera[0]
  const dz = point[2] - camera[2]
  const length = flat(dx, dz) || 1
  return a.subjects.filter((s) => {
    const { position: p } = whereAt(s.performance.where, a.moments[1] as number)
    const along = ((p[0] - camera[0]) * dx + (p[2] - camera[2]) * dz) / length
    const off = Math.abs((p[0] - camera[0]) * dz - (p[2] - camera[2]) * dx) / length
    return along > -BENT_M && along < length - 0.1 && off < BENT_M
  }).length
}

/** Which marks stand before what a word names. */
const WAYS: Readonly<Record<string, 'door' | 'window'>> = {
  door: 'door',
  doors: 'door',
  doorway: 'door',
  window: 'window',
  windows: 'window',
}
/** Height of a way's middle over the floor, and how much of it is shown, metres: its handle, and whoever comes through it. */
const WAY_M = { middle: 1.25, shown: 1.7 } as const

/** A door or window of the set, seen from within: the one that somebody is nearest to. */
function wayNamed(
  a: Assignment,
  words: readonly string[],
): { readonly point: Vec3; readonly heightM: number; readonly of: string; readonly front: number } | undefined {
  const kind = words.map((w) => WAYS[w]).find((k) => k !== undefined)
  const marks = kind ? a.set.marks.filter((m) => m.kind === kind) : []
  const off = (at: Vec3) =>
    Math.min(
      99,
      ...a.people.map((p) => whereAt(p.performance.where, a.moments[1] as number).position).map((p) => flat(p[0] - at[0], p[2] - at[2])),
    )
  const [near] = [...marks].sort((p, q) => off(p.position) - off(q.position))
  if (!near) return undefined
  const [x, y, z] = near.position
  const pane = kind === 'window' ? a.set.openings.find((o) => o.key === near.of) : undefined
  if (pane) {
    // A window is looked at square, as high as it is, from within.
    const front = near.yaw + Math.PI
    const [px, pz] = middleOf(a.set, pane)
    return { point: [px, pane.sill + pane.height / 2, pz], heightM: Math.max(pane.height * 1.2, WAY_M.shown), of: near.key, front }
  }
  return { point: [x, y + WAY_M.middle, z], heightM: WAY_M.shown, of: near.key, front: Math.atan2(-x, -z) }
}

/** What an insert shows: the prop's track (`lies`: put down somewhere), else the thing in the set; undefined when it is nowhere. */
export function insertPoint(
  a: Assignment,
  props: readonly PropTrack[],
): { readonly point: Vec3; readonly heightM: number; readonly of?: string; readonly front?: number; readonly lies?: boolean } | undefined {
  const t = a.moments[1]!
  const words = (a.shot.object ?? '').toLowerCase().split(/[\s-]+/)
  const by = a.start + a.length * 0.45
  const stateAt = (p: PropTrack) => p.states.findLast((s) => s.t0 <= by)
  // A thing by its name; else (`cake` of a `cake box`) whatever the person it is about has in hand.
  const inHand = (p: PropTrack) => {
    const s = stateAt(p)
    return s?.kind === 'held' && s.by === a.subjects[0]?.key
  }
  const prop = props.find((p) => p.prop === words.join('-') || words.includes(p.prop)) ?? props.find(inHand)
  const state = (prop && stateAt(prop)) ?? prop?.states[0]
  if (state?.kind === 'placed') {
    const [x, y, z] = state.position
    const doer = a.subjects[0]
    const from = doer && !isAway(doer, t, a.set) ? whereAt(doer.performance.where, t).position : undefined
    // Whoever bends over it hides it from behind.
    const near = from && flat(x - from[0], z - from[2]) < 1.2 ? { front: Math.atan2(x - from[0], z - from[2]) } : {}
    return { point: [x, y + 0.06, z], heightM: 0.42, lies: true, ...near }
  }
  const holder = state?.kind === 'held' ? a.people.find((p) => p.key === state.by) : undefined
  const thing = a.set.placements.find((p) => p.prop.split('-').some((w) => words.includes(w)))
  if (thing && state?.kind !== 'held') {
    const big = Math.max(thing.size[0], thing.size[1], thing.size[2])
    return {
      point: [thing.position[0], thing.position[1] + thing.size[1] * 0.6, thing.position[2]],
      heightM: clamp(big * 1.25, 0.35, 2.2),
      of: thing.key,
      ...(thing.position[1] > 0.5 && thing.size[2] < 0.3 ? { front: thing.yaw } : {}),
    }
  }
  const way = holder ? undefined : wayNamed(a, words)
  if (way) return way
  if (holder) {
    const p = whereAt(holder.performance.where, t)
    const e = eyesAt(holder, t)
    const reach = 0.32
    return {
      point: [
        p.position[0] + Math.sin(p.yaw) * reach,
        p.position[1] + (e[1] - p.position[1]) * (p.stance === 'sit' ? 0.68 : 0.64),
        p.position[2] + Math.cos(p.yaw) * reach,
      ],
      heightM: 0.55,
      front: p.yaw,
    }
  }
  return undefined
}
