import { type Leaf, leafOfCurtain, leafOfPlacement, leafOfWindow, type Placement, type Vec3 } from '../../film'
import { facing, type Spot } from './floor-plan'
import type { Doing } from './handle-thing'
import { report } from './report-finding'
import type { StageActor } from './stage-actor'

const OPEN_S = 1.9
/** How far an arm reaches from a seat, metres. */
const FROM_SEAT_M = 0.95
const DRAWERS =
  /^(?:desk|cabinet|dresser|filing-cabinet|nightstand|wardrobe|side-table|chest|sideboard|till-counter|workbench|counter|table)$/
const DRAWER = /^(?:drawer|drawers)$/
const WINDOWS = /^(?:window|windows|casement|shutters?|blinds?|curtains?)$/
const CURTAINS = /^(?:curtains?|drapes?)$/
/** What opens at its front, by words. */
const CASES =
  /^(?:cupboard|closet|cabinet|wardrobe|fridge|refrigerator|safe|locker|chest|trunk|crate|box|stove|oven|piano|desk|coffin|bookcase)$/

/** How far before a handle one stands; beside a door, so that it opens past one. Metres. */
const BEFORE_M = 0.52
const ASIDE_M = 0.24

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

/** Where one stands to open a leaf. */
function standAt({ handle, out, way, kind }: Leaf): Spot {
  const far = BEFORE_M + (kind === 'drawer' ? 0.1 : kind === 'curtain' ? -0.02 : 0)
  // Away from the hinge.
  const [hx, hz] = way.round ? [handle[0] - way.round[0], handle[2] - way.round[2]] : [0, 0]
  const l = Math.hypot(hx, hz) || 1
  const aside = kind === 'door' ? ASIDE_M : 0
  return { x: handle[0] + out[0] * far + (hx / l) * aside, z: handle[2] + out[2] * far + (hz / l) * aside }
}

/** Opens or closes a drawer, a window, a curtain, a cupboard of the set: there, a hand on it, and it moves. False where words name none that is here. */
export function atFurniture(d: Doing, a: StageActor, does: 'open' | 'close', t: number): boolean {
  const { stage, deed } = d
  const { places, plan } = stage
  const { spot } = a.place
  const far = (p: Vec3) => Math.round(Math.hypot(p[0] - spot.x, p[2] - spot.z) * 1e3)
  const nearestLeaf = (all: readonly Leaf[]) => [...all].sort((x, y) => far(x.handle) - far(y.handle))[0]
  if (deed.rest.some((w) => CURTAINS.test(w))) {
    const curtain = nearestLeaf(places.set.placements.flatMap((p) => (p.prop === 'curtain' ? [leafOfCurtain(p)] : [])))
    if (curtain) return works(d, a, does, t, curtain.handle, standAt(curtain), curtain)
  }
  if (deed.rest.some((w) => WINDOWS.test(w))) {
    const sash = nearestLeaf(places.set.openings.flatMap((o) => (o.kind === 'window' ? [leafOfWindow(places.set, o)] : [])))
    return sash ? works(d, a, does, t, sash.handle, standAt(sash), sash) : false
  }
  const nearest = (is: (p: Placement) => boolean) =>
    [...places.set.placements].filter((p) => is(p) && p.position[1] < 0.3).sort((x, y) => far(x.position) - far(y.position))[0]
  const wantsDrawer = deed.rest.some((w) => DRAWER.test(w))
  const piece = wantsDrawer
    ? (nearest((p) => leafOfPlacement(p, 'drawer')?.kind === 'drawer') ?? nearest((p) => DRAWERS.test(p.prop)))
    : deed.rest.some((w) => CASES.test(w))
      ? plan.placementNamed(
          deed.rest.filter((w) => CASES.test(w)),
          spot,
        )
      : undefined
  if (!piece) return false
  const leaf = leafOfPlacement(piece, wantsDrawer ? 'drawer' : 'door')
  if (leaf) return works(d, a, does, t, leaf.handle, standAt(leaf), leaf)
  const front = frontOf(piece, spot)
  const stand = { x: front.at[0] + front.out.x * 0.5, z: front.at[2] + front.out.z * 0.5 }
  return works(d, a, does, t, front.at, stand)
}

/** When in opening something it moves, as shares of the act: the hand is on it before, and lets go behind. */
const MOVES_FROM = 0.32
const MOVES_TO = 0.84

/** Moves a leaf of the set: it stays so until somebody moves it again. */
function moveLeaf({ doors }: Doing['stage'], key: string, does: 'open' | 'close', from: number, to: number): void {
  const [was, is] = does === 'open' ? [0, 1] : [1, 0]
  const keys = doors.get(key) ?? [{ t: 0, open: was }]
  const last = keys.at(-1)!
  const start = Math.max(from, last.t + 0.01)
  keys.push({ t: start, open: last.open }, { t: Math.max(to, start + 0.3), open: is })
  doors.set(key, keys)
}

/** Goes up to it, unless it is within reach from where somebody sits, and does it. */
function works(d: Doing, a: StageActor, verb: 'open' | 'close', t: number, at: Vec3, stand: Spot, leaf?: Leaf): boolean {
  const { stage } = d
  const thing = { x: at[0], z: at[2] }
  const far = Math.hypot(a.place.spot.x - thing.x, a.place.spot.z - thing.z)
  const seated = a.place.stance === 'sit' && far < FROM_SEAT_M
  // What opens towards one needs its room.
  const off = Math.hypot(a.place.spot.x - stand.x, a.place.spot.z - stand.z)
  if (!seated && (leaf ? off > 0.16 : far > 0.62)) {
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
  a.acts.push({
    verb,
    t0: start,
    t1: start + OPEN_S,
    hand: stage.props.freeHand(a) ?? 'right',
    at,
    energy: 0.5,
    ...(leaf ? { leaf: { key: leaf.key, ...leaf.way } } : {}),
  })
  if (leaf) moveLeaf(stage, leaf.key, verb, start + OPEN_S * MOVES_FROM, start + OPEN_S * MOVES_TO)
  a.busyUntil = Math.max(a.busyUntil, start + OPEN_S - 0.2)
  return true
}
