import type { Placement, Vec3 } from '../../film'
import { facing, type Spot } from './floor-plan'
import type { Doing } from './handle-thing'
import { report } from './report-finding'
import { floorPoint, type StageActor } from './stage-actor'

const OPEN_S = 1.6
/** How far an arm reaches from a seat, metres. */
const FROM_SEAT_M = 0.95
const DRAWERS =
  /^(?:desk|cabinet|dresser|filing-cabinet|nightstand|wardrobe|side-table|chest|sideboard|till-counter|workbench|counter|table)$/
const DRAWER = /^(?:drawer|drawers)$/
const WINDOWS = /^(?:window|windows|shutters?|blinds?|curtains?)$/
/** What opens at its front, by words. */
const CASES =
  /^(?:cupboard|closet|cabinet|wardrobe|fridge|refrigerator|safe|locker|chest|trunk|crate|box|stove|oven|piano|desk|coffin|bookcase)$/

/** The point of a piece of furniture that a hand takes hold of, at its side nearest to somebody. */
function frontOf(p: Placement, from: Spot): { readonly at: Vec3; readonly out: Spot } {
  const [s, c] = [Math.sin(p.yaw), Math.cos(p.yaw)]
  const [dx, dz] = [from.x - p.position[0], from.z - p.position[2]]
  const [across, ahead] = [dx * c - dz * s, dx * s + dz * c]
  const side = Math.abs(ahead) / p.size[2] >= Math.abs(across) / p.size[0] ? 'z' : 'x'
  const sign = (side === 'z' ? ahead : across) < 0 ? -1 : 1
  const out = side === 'z' ? { x: s * sign, z: c * sign } : { x: c * sign, z: -s * sign }
  const deep = (side === 'z' ? p.size[2] : p.size[0]) / 2
  const y = p.position[1] + Math.min(p.size[1] * 0.82, Math.max(p.size[1] - 0.14, 0.3), 1.15)
  return { at: [p.position[0] + out.x * deep, y, p.position[2] + out.z * deep], out }
}

/** Opens or closes a drawer, a window, a cupboard of the set: there, a hand on it. False where words name none that is here. */
export function atFurniture(d: Doing, a: StageActor, does: 'open' | 'close', t: number): boolean {
  const { stage, deed } = d
  const { places, traffic, plan } = stage
  const taken = traffic.taken(a)
  const { spot } = a.place
  if (deed.rest.some((w) => WINDOWS.test(w))) {
    const o = nearestWindow(d, spot)
    const mark = o && places.mark('window', spot, taken)
    if (!o || !mark) return false
    return works(d, a, does, t, o, mark.spot)
  }
  const near = (p: Placement) => Math.round(Math.hypot(p.position[0] - spot.x, p.position[2] - spot.z) * 1e3)
  const nearest = (is: (p: Placement) => boolean) =>
    [...places.set.placements].filter((p) => is(p) && p.position[1] < 0.3).sort((x, y) => near(x) - near(y))[0]
  const piece = deed.rest.some((w) => DRAWER.test(w))
    ? nearest((p) => DRAWERS.test(p.prop))
    : deed.rest.some((w) => CASES.test(w))
      ? plan.placementNamed(
          deed.rest.filter((w) => CASES.test(w)),
          spot,
        )
      : undefined
  if (!piece) return false
  const front = frontOf(piece, spot)
  const stand = { x: front.at[0] + front.out.x * 0.5, z: front.at[2] + front.out.z * 0.5 }
  return works(d, a, does, t, front.at, stand)
}

function nearestWindow({ stage }: Doing, spot: Spot): Vec3 | undefined {
  const points = stage.places.set.openings
    .filter((o) => o.kind === 'window')
    .map((o): Vec3 => {
      const { at, out } = stage.plan.doorway(o)
      return floorPoint(
        { x: at.x - out.x * 0.06, z: at.z - out.z * 0.06 },
        Math.max(o.sill + 0.12, Math.min(o.sill + o.height * 0.5, 1.25)),
      )
    })
  const far = (p: Vec3) => Math.round(Math.hypot(p[0] - spot.x, p[2] - spot.z) * 1e3)
  return points.sort((a, b) => far(a) - far(b))[0]
}

/** Goes up to it, unless it is within reach from where somebody sits, and does it. */
function works(d: Doing, a: StageActor, verb: 'open' | 'close', t: number, at: Vec3, stand: Spot): boolean {
  const { stage } = d
  const thing = { x: at[0], z: at[2] }
  const far = Math.hypot(a.place.spot.x - thing.x, a.place.spot.z - thing.z)
  const seated = a.place.stance === 'sit' && far < FROM_SEAT_M
  if (!seated && far > 0.62) {
    const taken = stage.traffic.taken(a)
    const near = stage.plan.isReachable(stand) ? stand : stage.plan.nearestFree(stand, taken, 0.4)
    const arrive = near && stage.traffic.send(a, t, { spot: near, yaw: facing(near, thing), stance: 'stand' }, 'walk')
    if (arrive === undefined) {
      report(stage, d.beat, 'out-of-reach', a, `cannot get there to ${verb} it`)
      return true
    }
    report(stage, d.beat, 'walked-there', a, 'walks there first')
  }
  const start = Math.max(t, a.busyUntil)
  if (a.place.stance === 'stand') a.become(start, { yaw: facing(a.place.spot, thing) })
  a.gaze.push({ kind: 'point', t0: start - 0.2, at })
  a.acts.push({ verb, t0: start, t1: start + OPEN_S, hand: stage.props.freeHand(a) ?? 'right', at, energy: 0.5 })
  a.busyUntil = Math.max(a.busyUntil, start + OPEN_S - 0.2)
  return true
}
