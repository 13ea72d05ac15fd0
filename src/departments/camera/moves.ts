import { add, type CameraMove, type CameraPlan, distance, mix, scale, sub, type Vec3, wrapAngle } from '../../film'
import { type Move, Rig, STEPS } from './move-rig'
import { aimAt, projectPoint } from './optics'
import type { Assignment, Candidate } from './picture'
import { eyesAt, faceYawAt, type Sitter } from './sitter'

const DEG = Math.PI / 180
/** Speeds that an operator keeps to: metres and radians a second. A turn faster than that judders at 24 frames. */
const DOLLY = 0.9
const CRANE = 0.8
const DRONE = 3.5
const TURN = 20 * DEG
/** A product on its table turns once in six seconds at most. */
const TABLE = 60 * DEG
/** Shortest lens that a zoom or a dolly zoom goes to, millimetres. */
const WIDEST_MM = 14
/** A face is lost when the camera goes farther round it. */
const FACE_LOST = 80 * DEG

/**
 * The move that a shot asks for, begun or ended on a camera that stands well. What there is no room for is done shorter, or not
 * at all and said. Speeds keep to what a grip would do.
 * @param c where the camera stands; its framing is that of the shot's size.
 * @param main whom the shot is about.
 * @param alone they are: several are gone around, and kept in size, by the middle of the picture.
 */
export function movedFrom(a: Assignment, c: Candidate, main?: Sitter, alone = true): Move {
  const rig = new Rig(a, c, main, alone)
  const made = WAYS[a.shot.move]?.(rig)
  const still: Move = { keys: [rig.key(0, c.position, c.target)] }
  if (made) return made
  return a.shot.moveAmount === undefined || a.shot.move === 'static' || a.shot.move === 'handheld'
    ? still
    : { ...still, why: `no room for ${NAMES[a.shot.move] ?? `a ${a.shot.move}`}: it stands` }
}

/** Whether a camera that stands so has room for the move that somebody asked for; for what nobody asked for, always. */
export const hasRoom = (a: Assignment, c: Omit<Candidate, 'why'>, main: Sitter): boolean =>
  a.shot.moveAmount === undefined || !WAYS[a.shot.move] || WAYS[a.shot.move]!(new Rig(a, c, main, true)) !== undefined

const NAMES: Partial<Record<CameraMove, string>> = { orbit: 'an orbit', pan: 'a pan', track: 'a track' }

type Way = (rig: Rig) => Move | undefined

/** Towards what is looked at, or away: asked for, the shot's own size is in the middle of it. */
const dolly =
  (inwards: boolean): Way =>
  (rig) => {
    const { c } = rig
    const whole = rig.asked ? Math.min(rig.amount * 0.13, 0.45, (DOLLY * rig.length) / rig.far) : rig.share
    const ways = rig.asked ? [-whole * 0.45, 0] : [0]
    for (const from of ways) {
      const back = mix(c.position, c.target, from)
      const near = mix(c.position, c.target, from + whole)
      if (!rig.free(c.position, back) || !rig.free(c.position, near) || !rig.sees(back)) continue
      return inwards ? rig.line([back, c.target], [near, c.target]) : rig.line([near, c.target], [back, c.target])
    }
    return undefined
  }

/** Along a direction without turning, so far at an amount of 1. */
const shifted = (rig: Rig, direction: Vec3, reachM: number): Move | undefined =>
  rig.most((share) => {
    const { c } = rig
    const by = scale(direction, (Math.min(reachM * rig.amount, DOLLY * rig.length) * share) / 2)
    const [from, to] = [sub(c.position, by), add(c.position, by)]
    if (!rig.free(c.position, from) || !rig.free(c.position, to) || !rig.sees(from) || !rig.sees(to)) return undefined
    const [begins, ends] = [sub(c.target, by), add(c.target, by)]
    return rig.frames(from, begins) && rig.frames(to, ends) ? rig.line([from, begins], [to, ends]) : undefined
  })

const truck =
  (left: boolean, right: boolean): Way =>
  (rig) =>
    shifted(rig, scale(rig.right, rig.way(right, left)), rig.frameM * rig.a.aspect * (rig.main ? 0.12 : 0.2))

const pedestal =
  (up: boolean): Way =>
  (rig) =>
    shifted(rig, [0, up ? 1 : -1, 0], rig.frameM * 0.14)

/** Up or down on an arm, looking at the same. */
const crane =
  (up: boolean): Way =>
  (rig) =>
    rig.most((share) => {
      const { c, a } = rig
      const room = a.set.interior ? 0.35 : 1.6
      const rise = Math.min(room * rig.amount, CRANE * rig.length) * share
      const top: Vec3 = [c.position[0], c.position[1] + rise, c.position[2]]
      // What nobody asked for goes all the way or not at all.
      if ((!rig.asked && share < 1) || !rig.free(c.position, top) || !rig.sees(top)) return undefined
      return up ? rig.line([c.position, c.target], [top, c.target]) : rig.line([top, c.target], [c.position, c.target])
    })

/** Up and away over the place; under a ceiling a crane does it. */
const drone: Way = (rig) => {
  if (rig.a.set.interior) {
    const craned = crane(true)(rig)
    return craned && { ...craned, why: 'no drone flies indoors: a crane rises' }
  }
  return rig.most((share) => {
    const { c } = rig
    const way = Math.min(4 * rig.amount, DRONE * rig.length) * share
    const back = add(c.position, [-rig.ahead[0] * way * 0.8, way, -rig.ahead[2] * way * 0.8])
    return rig.free(c.position, back) ? rig.line([c.position, c.target], [back, c.target]) : undefined
  })
}

/** A turn to the right by some radians that ends on what the shot is about, or passes it where it is about nobody. */
function panned(rig: Rig, side: 1 | -1): Move {
  const { c } = rig
  if (!rig.main) {
    const half = rig.asked ? Math.min(rig.amount * 0.16, (TURN * rig.length) / 2) : rig.range(0.08, 0.16)
    return rig.line([c.position, rig.turned(-half * side, 0)], [c.position, rig.turned(half * side, 0)])
  }
  const whole = Math.min(rig.amount * 0.2, TURN * rig.length)
  return rig.line([c.position, rig.turned(-whole * side, 0)], [c.position, c.target])
}

const pan =
  (left: boolean, right: boolean): Way =>
  (rig) =>
    // People who stay are not panned over unless somebody asks for it.
    rig.main && !rig.asked ? undefined : panned(rig, rig.way(right, left))

const tilt =
  (up: boolean): Way =>
  (rig) => {
    const { c } = rig
    const whole = Math.min(rig.amount * 0.13, TURN * rig.length) * (up ? -1 : 1)
    return rig.line([c.position, rig.turned(0, whole)], [c.position, c.target])
  }

/** Onto the subject in a third of a second, from nowhere in particular. */
const whip: Way = (rig) => {
  const { c, length } = rig
  const side = rig.way(false, false)
  const away = rig.turned(-side * 75 * DEG, 0)
  const arrives = Math.min(0.5, length * 0.4)
  const begins = Math.max(0, arrives - 0.34)
  const keys = [rig.key(0, c.position, away), rig.key(arrives, c.position, c.target), rig.key(length, c.position, c.target)]
  return { keys: begins > 0.02 ? [keys[0]!, rig.key(begins, c.position, away), ...keys.slice(1)] : keys, ease: 'smooth' }
}

/** Around what the shot is about, at the same distance; 0 to 1 of an angle. */
function around(rig: Rig, from: number, to: number, ease: CameraPlan['ease']): Move | undefined {
  const { c, pivot } = rig
  const at = (angle: number, p: Vec3): Vec3 => {
    const [x, z] = [p[0] - pivot[0], p[2] - pivot[2]]
    return [pivot[0] + x * Math.cos(angle) + z * Math.sin(angle), p[1], pivot[2] - x * Math.sin(angle) + z * Math.cos(angle)]
  }
  for (let i = 0; i <= STEPS * 2; i++) {
    const p = at(from + ((to - from) * i) / (STEPS * 2), c.position)
    if (!rig.safe(p) || !rig.sees(p)) return undefined
  }
  return rig.path((u) => {
    const angle = from + (to - from) * u
    return { position: at(angle, c.position), target: at(angle, c.target) }
  }, ease)
}

/** Part of a circle, with the face kept in sight. */
function orbited(rig: Rig, radians: number, side: 1 | -1): Move | undefined {
  const { a, main, c, pivot } = rig
  const face = main && faceYawAt(main, a.moments[1]!, a.people)
  const stands = Math.atan2(c.position[0] - pivot[0], c.position[2] - pivot[2])
  const seen = (angle: number) =>
    face === undefined || Math.abs(wrapAngle(stands + angle - face)) < Math.max(FACE_LOST, Math.abs(wrapAngle(stands - face)) + 0.02)
  return rig.most((share) => {
    for (const way of [side, -side])
      for (const [from, to] of [
        [-0.5, 0.5],
        [0, 1],
        [-1, 0],
      ] as const) {
        const angle = radians * share * way
        if (!seen(from * angle) || !seen(to * angle)) continue
        const made = around(rig, from * angle, to * angle, 'smooth')
        if (made) return made
      }
    return undefined
  })
}

const orbit: Way = (rig) => orbited(rig, Math.min(rig.amount * 14 * DEG, TURN * rig.length), rig.way(false, false))

/** Once round, as on a table that turns; where something stands in the way, as far round as there is room. */
const turntable: Way = (rig) => {
  const whole = Math.min(2 * Math.PI, TABLE * rig.length)
  return around(rig, 0, whole, 'linear') ?? orbited(rig, Math.min(whole, 120 * DEG), 1)
}

/** The lens goes, the camera stays; it ends at the shot's size going in, and begins there going out, where a lens is so wide. */
const zoom =
  (inwards: boolean): Way =>
  (rig) => {
    const { c } = rig
    const factor = Math.min(2.2, 1 + rig.amount * 0.14, 1.35 ** rig.length)
    // A lens that is as wide as they come can only close in.
    const wide = c.lensMm / factor < WIDEST_MM ? c.lensMm : c.lensMm / factor
    const seen = rig.main
      ? projectPoint({ keys: [rig.key(0, c.position, c.target)], ease: 'linear', lensMm: c.lensMm }, 0, rig.a.aspect, rig.pivot)
      : undefined
    // The subject stays where it is in the picture, whatever the lens.
    const aimed = (lensMm: number) => (seen ? aimAt(c.position, rig.pivot, seen.x, seen.y, lensMm, rig.a.aspect) : c.target)
    const lensOf = (u: number) => wide * factor ** (inwards ? u : 1 - u)
    return rig.path((u) => ({ position: c.position, target: aimed(lensOf(u)), lensMm: lensOf(u) }))
  }

/** Towards the subject while the lens opens: it stays as large as it is, and what lies behind runs away. */
const dollyZoom: Way = (rig) =>
  rig.most((share) => {
    const { c, pivot, a } = rig
    const seen = projectPoint({ keys: [rig.key(0, c.position, c.target)], ease: 'linear', lensMm: c.lensMm }, 0, a.aspect, pivot)
    const d = distance(c.position, pivot)
    const nearest = Math.max(0.45, WIDEST_MM / c.lensMm)
    const inwards = Math.min(rig.amount * 0.3, 1 - nearest, (DOLLY * rig.length) / d / 1.5) * share
    for (const back of [inwards * 0.5, 0]) {
      const [from, to] = [mix(c.position, pivot, -back), mix(c.position, pivot, inwards)]
      if (!rig.free(c.position, from) || !rig.free(c.position, to) || !rig.sees(from) || inwards < 0.03) continue
      return rig.path((u) => {
        const way = -back + (inwards + back) * u
        const position = mix(c.position, pivot, way)
        const lensMm = c.lensMm * (1 - way)
        return { position, target: aimAt(position, pivot, seen.x, seen.y, lensMm, a.aspect), lensMm }
      })
    }
    return undefined
  })

/** From somebody else in the picture, or from what is nearer, to whom the shot is about. */
const rack: Way = (rig) => {
  const { a, c, main, length } = rig
  const other = main && a.people.find((p) => p.key !== main.key && inPicture(rig, p))
  const middle = length * 0.45
  const pull = Math.min(0.6, length * 0.25)
  const first = other ? { actor: other.key } : { metres: Math.max(0.4, rig.far * 0.4) }
  const then = main ? { actor: main.key } : { metres: rig.far }
  return {
    keys: [rig.key(0, c.position, c.target)],
    focus: {
      kind: 'pull',
      keys: [
        { t0: 0, t1: 0, ...first },
        { t0: middle, t1: middle + pull, ...then },
      ],
    },
  }
}

function inPicture({ a, c }: Rig, p: Sitter): boolean {
  const eyes = eyesAt(p, a.moments[1]!)
  const at = projectPoint(
    { keys: [{ t: 0, position: c.position, target: c.target, roll: 0 }], ease: 'linear', lensMm: c.lensMm },
    0,
    a.aspect,
    eyes,
  )
  return at.depth > 0.3 && Math.abs(at.x) < 1 && Math.abs(at.y) < 1
}

/** A body-worn camera floats in and a little round. */
const steadicam: Way = (rig) => orbited(rig, Math.min(rig.amount * 6 * DEG, TURN * rig.length), rig.way(false, false)) ?? dolly(true)(rig)

const WAYS: Readonly<Partial<Record<CameraMove, Way>>> = {
  'push-in': dolly(true),
  'pull-out': dolly(false),
  // Whoever stays is tracked by going nearer.
  track: dolly(true),
  pan: pan(false, false),
  'pan-left': pan(true, false),
  'pan-right': pan(false, true),
  'whip-pan': whip,
  tilt: tilt(true),
  'tilt-up': tilt(true),
  'tilt-down': tilt(false),
  truck: truck(false, false),
  'truck-left': truck(true, false),
  'truck-right': truck(false, true),
  pedestal: pedestal(true),
  'pedestal-up': pedestal(true),
  'pedestal-down': pedestal(false),
  crane: crane(false),
  'crane-up': crane(true),
  'crane-down': crane(false),
  drone,
  orbit,
  turntable,
  'zoom-in': zoom(true),
  'zoom-out': zoom(false),
  'dolly-zoom': dollyZoom,
  'rack-focus': rack,
  steadicam,
}
