import {
  type CharacterSpec,
  clamp,
  type Figure,
  figureOf,
  lerpAngle,
  type Performance,
  type Place,
  positionAt,
  type SetSpec,
  type Vec3,
  whereAt,
  wrapAngle,
} from '../../film'

/** Somebody the camera may frame or must not hit. Times are seconds of scene time. */
export interface Sitter {
  readonly key: string
  readonly role: string
  readonly figure: Figure
  readonly performance: Performance
}

/** Joins performances with their figures. */
export function sittersOf(performances: readonly Performance[], cast: readonly CharacterSpec[]): Sitter[] {
  return performances.flatMap((performance) => {
    const spec = cast.find((c) => c.key === performance.character)
    return spec ? [{ key: spec.key, role: spec.key.split('#')[0]!, figure: figureOf(spec), performance }] : []
  })
}

const STOOP: Readonly<Record<Place['stance'], number>> = {
  stand: 1,
  lean: 0.97,
  sit: 1,
  lie: 1,
  kneel: 0.74,
  crouch: 0.62,
  swim: 1,
  float: 0.9,
}

/** The middle between the eyes. */
export const eyesAt = (s: Sitter, t: number): Vec3 => eyesIn(s, whereAt(s.performance.where, t))

/** The same where their place is known. */
function eyesIn(s: Sitter, p: Place): Vec3 {
  const [x, y, z] = p.position
  const f = s.figure
  if (p.stance === 'sit') return [x + Math.sin(p.yaw) * 0.08, y + p.seatHeightM + f.eyeAboveSeatM, z + Math.cos(p.yaw) * 0.08]
  if (p.stance === 'lie') {
    const back = f.heightM * 0.42
    return [x - Math.sin(p.yaw) * back, y + p.seatHeightM + 0.2, z - Math.cos(p.yaw) * back]
  }
  // Who swims lies along the way, the head ahead; who floats lies on the back, the head behind.
  // No body hangs under their eyes: the point that is framed as eyes is higher, so that the whole stands in the middle.
  const ahead = p.speed > 0.3 && p.stance === 'swim' ? 0.42 * f.heightM : p.stance === 'float' ? -0.42 * f.heightM : 0
  if (ahead !== 0) return [x + Math.sin(p.yaw) * ahead, y + 1.22 * f.heightM, z + Math.cos(p.yaw) * ahead]
  return [x + Math.sin(p.yaw) * 0.06, y + f.eyeHeightM * STOOP[p.stance], z + Math.cos(p.yaw) * 0.06]
}

/** Where the face points, radians about y: the body's yaw, turned towards what is looked at as far as a neck goes. */
export function faceYawAt(s: Sitter, t: number, all: readonly Sitter[]): number {
  const p = whereAt(s.performance.where, t)
  let g: Performance['gaze'][number] | undefined
  for (const k of s.performance.gaze) {
    if (k.t0 > t) break
    g = k
  }
  if (!g || g.kind === 'ahead') return p.yaw
  const other = g.kind === 'actor' ? all.find((o) => o.key === (g as { actor: string }).actor) : undefined
  const at = g.kind === 'point' ? g.at : other ? positionAt(other.performance.where, t) : undefined
  if (!at) return p.yaw
  const want = wrapAngle(Math.atan2(at[0] - p.position[0], at[2] - p.position[2]) - p.yaw)
  return lerpAngle(p.yaw, p.yaw + clamp(want, -1, 1), 0.8)
}

/** Whether somebody is where the camera does not go: through a door. At sea it does. */
const isOut = ({ position: [x, , z], stance }: Place, set: SetSpec): boolean =>
  stance !== 'swim' && stance !== 'float' && outside(x, z, set)

/** Somebody at a moment: where they stand, how high their eyes are, and whether they are there at all. */
export interface Body {
  readonly key: string
  /** The same for the same person in the same place, of one list of people. */
  readonly id: number
  readonly x: number
  readonly y: number
  readonly z: number
  readonly eyes: Vec3
  readonly away: boolean
}

/** Everybody at the moments that were asked for, and for each person the bodies met so far: who stays is one body. */
interface Crowds {
  readonly times: Map<number, readonly Body[]>
  readonly met: Body[][]
}

const BODIES = new WeakMap<readonly Sitter[], Crowds>()

/** Bodies of one person that are looked through: whoever walks is somewhere else at every moment. */
const LATEST = 8
/** More people than any scene has. */
const MOST = 4096

/** Everybody at a moment; worked out once for each list of people and time. */
export function bodiesAt(people: readonly Sitter[], t: number, set: SetSpec): readonly Body[] {
  let crowds = BODIES.get(people)
  if (!crowds) {
    crowds = { times: new Map(), met: people.map(() => []) }
    BODIES.set(people, crowds)
  }
  const { times, met } = crowds
  let bodies = times.get(t)
  if (!bodies) {
    bodies = people.map((s, i) => bodyAt(s, t, set, met[i]!, i))
    times.set(t, bodies)
  }
  return bodies
}

function bodyAt(s: Sitter, t: number, set: SetSpec, met: Body[], nth: number): Body {
  const place = whereAt(s.performance.where, t)
  const [x, y, z] = place.position
  const eyes = eyesIn(s, place)
  for (let k = met.length - 1, last = Math.max(0, met.length - LATEST); k >= last; k--) {
    const b = met[k]!
    if (b.x === x && b.y === y && b.z === z && b.eyes[0] === eyes[0] && b.eyes[1] === eyes[1] && b.eyes[2] === eyes[2]) return b
  }
  const body = { key: s.key, id: met.length * MOST + nth, x, y, z, eyes, away: isOut(place, set) }
  met.push(body)
  return body
}

const outside = (x: number, z: number, set: SetSpec): boolean => Math.abs(x) > set.widthM / 2 + 0.05 || Math.abs(z) > set.depthM / 2 + 0.05

/** Behind a door or over the edge: not there to be seen. */
export function isAway(s: Sitter, t: number, set: SetSpec): boolean {
  return isOut(whereAt(s.performance.where, t), set)
}
