import { designSet } from '../../src/departments/art'
import {
  BONES,
  type CharacterSpec,
  distance,
  figureOf,
  handSize,
  quatConjugate,
  quatRotate,
  random,
  type SetSpec,
  steeringWheels,
  sub,
  type Vec3,
  WHEEL_RADIUS_M,
} from '../../src/film'
import { gripOf } from '../../src/motion'
import { anybody } from './any-scene'
import { look, type Seen, slide } from './checks'
import { act, performance, room, sliceOf, stay } from './slices'

/** Acts of two hands that each have their own place on a thing. */
export const BOTH_HANDS = ['drive', 'strum', 'play-keys', 'count'] as const
type Both = (typeof BOTH_HANDS)[number]

const NEAR_M = 0.01
const LONG_S = 4
const FPS = 12

/** The pad of the index finger, world space. */
function padOf(seen: Seen, who: CharacterSpec, side: 0 | 1): Vec3 {
  const name = side === 0 ? 'left' : 'right'
  const figure = seen.figures[0]!
  const k = figure.heightM * handSize(who)
  const joint = figure.offsets[BONES.indexOf(`${name}Index`)]!
  const { position, quaternion } = seen.joints[0]![`${name}Index`]
  const rest = sub([(side === 0 ? 1 : -1) * 0.0845 * k, -0.0155 * k, 0.0165 * k], joint)
  const off = quatRotate(quaternion, rest)
  return [position[0] + off[0], position[1] + off[1], position[2] + off[2]]
}

/** Headings of sets with a wheel: driven with a roof, without one, high up; and one that stands. */
const WHEELS = ['INT. CAR - DRIVING', 'EXT. CAR - DRIVING', 'INT. TRUCK - DRIVING', 'INT. CAR'] as const
const CARS = new Map<string, SetSpec>()
const carOf = (location: string): SetSpec => {
  let car = CARS.get(location)
  if (!car) {
    car = designSet({ locationKey: location, location: location.slice(5), setting: location.slice(0, 3) as 'INT' | 'EXT' })
    CARS.set(location, car)
  }
  return car
}

/** A point in a frame. */
const into = (p: Vec3, at: { readonly position: Vec3; readonly quaternion: readonly [number, number, number, number] }): Vec3 =>
  quatRotate(quatConjugate(at.quaternion), sub(p, at.position))

/** What is wrong with somebody by chance at a wheel, a guitar, a piano, their money: hands off what they hold, feet that slide. */
export function wrongHands(verb: Both, key: string): string[] {
  const r = random(`both/${verb}/${key}`)
  const any = anybody(`both-${verb}-${key}`)
  // No child drives.
  const who = verb === 'drive' ? { ...any, age: Math.max(18, any.age), heightM: Math.max(1.5, any.heightM) } : any
  const figure = figureOf(who)
  const h = who.heightM
  const out: string[] = []
  const sits = verb === 'drive' || verb === 'play-keys' || r.chance(0.5)
  const set = verb === 'drive' ? carOf(WHEELS[Math.floor(r.next() * WHEELS.length)]!) : room()
  const seat = set.marks.find((m) => m.group === 'wheel')
  const at: Vec3 | undefined =
    verb === 'play-keys'
      ? [r.range(-0.05, 0.05), 0.75, r.range(0.38, 0.45)]
      : verb === 'count' && sits
        ? [r.range(-0.15, 0.15), r.range(0.72, 0.78), r.range(0.35, 0.5)]
        : undefined
  const place = seat
    ? stay(seat.position, seat.yaw, 'sit', -2, LONG_S + 1, seat.seatHeightM)
    : stay([0, 0, 0], 0, sits ? 'sit' : 'stand', -2, LONG_S + 1, sits ? r.range(0.43, 0.5) : undefined)
  const prop = verb === 'strum' ? 'guitar' : 'coins'
  const slice = {
    ...sliceOf(
      [
        performance(who.key, {
          where: [place],
          acts: [act(verb, 0, LONG_S, { hand: verb === 'drive' || verb === 'play-keys' ? 'both' : 'left', ...(at ? { at } : {}) })],
        }),
      ],
      {
        cast: [who],
        shot: {
          key: `both~${verb}-${key}`,
          fps: { num: FPS, den: 1 },
          frames: LONG_S * FPS,
          ...(verb === 'strum' || verb === 'count'
            ? { props: [{ key: prop, prop, states: [{ kind: 'held' as const, t0: 0, by: who.key, hand: 'left' as const }] }] }
            : {}),
        },
      },
    ),
    set,
  }
  const seen = look(slice, slice.shot.frames, 2)
  const s = slide(seen)
  if (s > NEAR_M) out.push(`${verb} ${key}: a planted foot slides ${s.toFixed(4)}`)
  const worst = new Map<string, { readonly off: number; readonly frame: number }>()
  const say = (frame: number, side: 0 | 1, off: number, of: string) => {
    const what = `${side === 0 ? 'left' : 'right'} hand off ${of}`
    if (Math.abs(off) >= Math.abs(worst.get(what)?.off ?? 0)) worst.set(what, { off, frame })
  }
  const wheel = seat && steeringWheels(set).toSorted((a, b) => distance(a.at, seat.position) - distance(b.at, seat.position))[0]
  let nearest = Number.POSITIVE_INFINITY
  for (const frame of seen) {
    const { state } = frame
    const t = state.frame / FPS
    if (t < 0.7 || t > LONG_S - 0.8) continue
    const grip = (side: 0 | 1) => gripOf(figure, state.actors[0]!, side)
    for (const side of [0, 1] as const) {
      if (verb === 'drive') {
        const p = into(grip(side).position, {
          position: wheel!.at,
          quaternion: [Math.sin(wheel!.lean / 2), 0, 0, Math.cos(wheel!.lean / 2)],
        })
        const off = Math.hypot(Math.hypot(p[0], p[1]) - WHEEL_RADIUS_M, p[2])
        if (off > NEAR_M) say(state.frame, side, off, 'the rim')
        // A hand stays where it is on a wheel that turns.
        const on = Math.atan2(p[0], p[1]) - (wheel!.turns ? state.ride!.steer : 0)
        if (Math.abs(on - (side === 0 ? 1 : -1) * 1.05) * WHEEL_RADIUS_M > NEAR_M) say(state.frame, side, on, 'where it was on the rim')
      }
      if (verb === 'play-keys') {
        const p = padOf(frame, who, side)
        // Over the white keys, and never under them.
        if (p[1] < 0.745 - NEAR_M || p[1] > 0.745 + 0.04) say(state.frame, side, p[1] - 0.745, 'the keys')
        if (p[2] < at![2] - 0.1 || p[2] > at![2] + 0.09) say(state.frame, side, p[2] - at![2], 'the keys’ length')
        nearest = Math.min(nearest, Math.abs(p[1] - 0.745))
      }
    }
    if (verb === 'strum') {
      const guitar = state.props[0]!
      const p = into(padOf(frame, who, 1), guitar)
      nearest = Math.min(nearest, Math.abs(p[2] - 0.008))
      if (Math.abs(p[1] + 0.47) > 0.12 || p[2] < -NEAR_M || p[2] > 0.05) say(state.frame, 1, p[2], `the strings`)
    }
    if (verb === 'count') {
      const p = padOf(frame, who, 1)
      const heap = grip(0).position
      nearest = Math.min(nearest, Math.hypot(p[0] - heap[0], p[1] - heap[1] - 0.006 * h, p[2] - heap[2]))
    }
  }
  for (const [what, { off, frame }] of worst) out.push(`${verb} ${key}: frame ${frame}: ${what}: ${off.toFixed(3)}`)
  if (verb !== 'drive' && nearest > NEAR_M) out.push(`${verb} ${key}: a finger never comes nearer than ${nearest.toFixed(3)}`)
  return out
}
