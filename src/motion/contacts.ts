import { wallFrame } from '../departments/art'
import {
  type Act,
  type Placement,
  roundNumbers,
  type SetSpec,
  type ShotSlice,
  type SoundContact,
  type SurfaceKind,
  type Vec3,
} from '../film'
import { BLOWS_S } from './acts/desk-and-door'
import { heardFrom } from './heard-from'
import { placeAt } from './itinerary'
import { type Score, scoresOf } from './score'
import { isAfloat } from './swimming'

/** Seconds a thing that is laid down takes from hand to table; it is heard at the end of them. */
const LAID_S = 0.14

/** How much of the height of a body's middle it is heard from. */
const CHEST_M = 1.1

interface Touch {
  readonly kind: SoundContact['kind']
  /** Seconds from the shot's start. */
  readonly t: number
  readonly surface: SurfaceKind
  readonly strength: number
  readonly at: Vec3
}

/**
 * When something touches something in a shot: feet the floor, things the table, doors their frames, hands and fists what
 * they strike. Each is on the first frame in which it has happened; place is as the camera of that frame sees it.
 * @throws RangeError if a performance's character is not in the slice's cast.
 */
export function contactsOf(slice: ShotSlice): SoundContact[] {
  const { shot, set } = slice
  const touches = [...scoresOf(slice).flatMap((score) => [...steps(score, set), ...deeds(score)]), ...things(slice), ...doors(slice)]
  const perSecond = shot.fps.num / shot.fps.den
  return touches
    .map((touch) => ({ touch, frame: Math.ceil(touch.t * perSecond - 1e-6) }))
    .filter(({ touch, frame }) => touch.t >= 0 && frame < shot.frames)
    .sort((a, b) => a.frame - b.frame || a.touch.t - b.touch.t)
    .map(({ touch, frame }) =>
      roundNumbers({ kind: touch.kind, frame, surface: touch.surface, strength: touch.strength, ...heardFrom(slice, frame, touch.at) }),
    )
}

/** What is underfoot at a point: a rug where one lies there. */
function underfoot({ floor, placements }: SetSpec, [x, , z]: Vec3): SurfaceKind {
  const on = ({ prop, position, size }: Placement) =>
    /rug|carpet|mat\b/.test(prop) && Math.abs(x - position[0]) < size[0] / 2 && Math.abs(z - position[2]) < size[2] / 2
  return placements.some(on) ? 'fabric' : floor.kind
}

/** Force of a footfall by the gait it belongs to. */
const FOOT_FORCE = { walk: 0.5, run: 0.85, sneak: 0.12, limp: 0.45 } as const

function steps({ footfalls, spec, itinerary }: Score, set: SetSpec): Touch[] {
  const heavy = 0.8 + 0.4 * spec.build
  return footfalls.feet.flatMap((contacts) =>
    contacts.flatMap((c): Touch[] => {
      if (!Number.isFinite(c.land) || itinerary.where.some((w) => isAfloat(w) && c.land >= w.t0 && c.land <= w.t1)) return []
      const stride = footfalls.strides.find((s) => c.land >= s.t0 - 0.1 && c.land <= s.t1 + 0.3)
      const force = (stride ? FOOT_FORCE[stride.gait] : 0.2) * (c.rest ? 0.6 : 1) * heavy
      return [{ kind: 'step', t: c.land, surface: underfoot(set, c.position), strength: Math.min(1, force), at: c.position }]
    }),
  )
}

/** A number of times at an even distance. */
const every = (first: number, step: number, before: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((before - first) / step)) }, (_, i) => first + i * step)

/** When an act strikes, seconds from its beginning, as its move in `acts/` has it. */
function strikes({ verb, t0, t1, energy }: Act): { readonly kind: SoundContact['kind']; readonly times: readonly number[] } | undefined {
  const long = t1 - t0
  switch (verb) {
    case 'hammer':
      return { kind: 'knock', times: [...BLOWS_S] }
    case 'knock':
      return { kind: 'knock', times: [0.5, 1.5, 2.5].map((n) => Math.min(0.45, long * 0.3) + 0.27 * n) }
    case 'clap': {
      const rate = 2.6 + 1.2 * energy
      return { kind: 'clap', times: every(1 / rate, 1 / rate, long - 0.2) }
    }
    case 'punch':
      return { kind: 'hit', times: [0.54 * Math.min(long, 1)] }
    case 'slap':
      return { kind: 'hit', times: [0.56 * Math.min(long, 1)] }
    case 'shoot':
      return { kind: 'shot', times: every(0.7, 0.75, 0.7 + 0.75 * Math.max(1, Math.floor((long - 0.9) / 0.75))) }
    case 'fall':
      return { kind: 'fall', times: [1.05 * 0.96] }
    case 'die':
      return { kind: 'fall', times: [0.45 + (1.9 - 0.45) * 0.96] }
    case 'type':
      return { kind: 'keys', times: every(0.5, 1 / 7, long - 0.3) }
    default:
      return undefined
  }
}

const STRUCK: Readonly<Partial<Record<SoundContact['kind'], SurfaceKind>>> = { knock: 'wood', keys: 'plain' }

function deeds({ acts, itinerary }: Score): Touch[] {
  return acts.flatMap((act) => {
    const struck = strikes(act)
    if (!struck) return []
    return struck.times.map((s): Touch => {
      const t = act.t0 + s
      const [x, y, z] = act.at ?? placeAt(itinerary, t).position
      const high = struck.kind === 'fall' || act.at ? 0 : CHEST_M
      return { kind: struck.kind, t, surface: STRUCK[struck.kind] ?? 'fabric', strength: 0.4 + 0.6 * act.energy, at: [x, y + high, z] }
    })
  })
}

/** What lies under a thing that is laid down. */
const under = ({ floor }: SetSpec, position: Vec3): SurfaceKind => (position[1] < 0.2 ? floor.kind : 'wood')

function things({ shot, set }: ShotSlice): Touch[] {
  return shot.props.flatMap(({ states }) =>
    states.flatMap((s, i): Touch[] => {
      const before = states[i - 1]
      if (s.kind === 'placed' && before?.kind === 'held')
        return s.fallS === undefined
          ? [{ kind: 'put-down', t: s.t0 + LAID_S, surface: under(set, s.position), strength: 0.5, at: s.position }]
          : [{ kind: 'drop', t: s.t0 + s.fallS, surface: under(set, s.position), strength: 0.8, at: s.position }]
      if (s.kind === 'held' && before?.kind === 'placed')
        return [{ kind: 'pick-up', t: s.t0, surface: under(set, before.position), strength: 0.3, at: before.position }]
      return []
    }),
  )
}

/** Doors are heard when they leave their frame and when they are shut again. */
function doors({ shot, set }: ShotSlice): Touch[] {
  return Object.entries(shot.doors).flatMap(([key, keys]) => {
    const at = doorPlace(set, key)
    return keys.flatMap((now, i): Touch[] => {
      const before = keys[i - 1]
      if (!before || before.open === now.open) return []
      if (before.open < 0.01) return [{ kind: 'door-open', t: before.t, surface: 'wood', strength: 0.5, at }]
      return now.open < 0.01 ? [{ kind: 'door-close', t: now.t, surface: 'wood', strength: 0.6, at }] : []
    })
  })
}

/** The middle of an opening at the height of its handle. */
function doorPlace({ openings, widthM, depthM }: SetSpec, key: string): Vec3 {
  const door = openings.find((o) => o.key === key)
  if (!door) return [0, 1, 0]
  const { o, u } = wallFrame(door.wall, widthM, depthM)
  return [o[0] + u[0] * door.along, 1, o[1] + u[1] * door.along]
}
