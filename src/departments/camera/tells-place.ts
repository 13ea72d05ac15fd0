import { type Placement, type SetSpec, type Vec3, wrapAngle } from '../../film'
import { SENSOR_WIDTH_MM } from './optics'

/** What makes a place that place, when it is seen from afar. */
const LANDMARK =
  /^(?:crane|fishing-boat|boat|barn|farmhouse|windmill|tractor|market-stall|fountain|church-building|lighthouse|neon-sign|stage|campfire|tent|clothes-line|fire-escape|water-tank|statue|well|train|bus-stop|playground|jetty|castle-gate|castle-keep|castle-tower|cave-front|ruin-arch|lander|lunar-module|pier|house|station-house|station-clock|platform-canopy|truss|waterfall|goal-frame|grandstand|concrete-frame|scaffold|excavator|pool-basin)$/

/** What is known by its face: from the side it says little. */
const FACES = /^(?:castle-gate|cave-front|station-house|goal-frame|concrete-frame|waterfall|video-wall|news-desk|departure-board|altar)$/
const FROM_ASIDE = 0.3

/** What a room is about: seen with it, the room is known at once. */
const ABOUT = /^(?:video-wall|news-desk|altar|throne|judge-bench|backcloth|vault-door|departure-board|flight-panel|stretcher)$/

/** Things of a set by which it is known: landmarks outside, whatever is large enough to be read in a room. */
const KNOWN = new WeakMap<SetSpec, readonly Placement[]>()

/** The landmarks of a place outside; none in a room. */
export const landmarksOf = (set: SetSpec): readonly Placement[] => (set.interior ? [] : tellers(set))

function tellers(set: SetSpec): readonly Placement[] {
  let known = KNOWN.get(set)
  if (!known) {
    known = set.placements.filter(({ prop, size }) =>
      set.interior ? Math.max(size[0], size[2]) * size[1] > LARGE_M2 && !/-vault$|-roof$/.test(prop) : LANDMARK.test(prop),
    )
    KNOWN.set(set, known)
  }
  return known
}

/** What is read in a room: faces of things larger than this, square metres. */
const LARGE_M2 = 0.35
/** How much a kind of thing says, at most; all of them together, outside and in a room; a window, and all of them. */
const KIND = 0.8
/** What towers over a place says more, up to so many times: a castle, a lighthouse, a face of rock. */
const TOWERS_M = 8
const LARGEST = 2.5
const MOST_OUTSIDE = 2.4
const MOST_INSIDE = 1.4
const WINDOW = 0.35
const MOST_WINDOWS = 0.6

/** How much water or tracks beyond an edge say of a place. */
const BEYOND = 2.2

/**
 * How squarely a camera looks at what lies beyond the edge of a place outside, 0 to 1: the sea or a lake in the north, a river to
 * both sides of its bridge, tracks in the east.
 * @param yaw where it looks, radians from +z.
 */
export function beyondEdge({ interior, surroundings }: Pick<SetSpec, 'interior' | 'surroundings'>, yaw: number): number {
  if (interior) return 0
  if (surroundings === 'sea' || surroundings === 'lake') return Math.max(0, -Math.cos(yaw))
  if (surroundings === 'river') return 0.8 * Math.abs(Math.sin(yaw))
  return surroundings === 'railway' ? 0.4 * Math.max(0, Math.sin(yaw)) : 0
}

/**
 * How much of what makes the place is before a camera, 0 to about 4: outside things by name and what lies beyond the
 * edge; in a room its furniture and its windows. A bare wall says nothing.
 * @param yaw where the camera looks, radians from +z.
 */
export function tellsPlace(set: SetSpec, position: Vec3, yaw: number, lensMm: number): number {
  const half = Math.atan(SENSOR_WIDTH_MM / 2 / lensMm) * 0.92
  const kinds = new Map<string, number>()
  for (const p of tellers(set)) {
    const dx = p.position[0] - position[0]
    const dz = p.position[2] - position[2]
    if (Math.abs(wrapAngle(Math.atan2(dx, dz) - yaw)) >= half) continue
    const d = Math.sqrt(dx * dx + dz * dz)
    // The first of a kind says it; a thing far off says it softly.
    const size = Math.min(1, (Math.max(p.size[0], p.size[1]) * (set.interior ? 2 : 5)) / Math.max(d, 1))
    // What stands right before the lens hides more than it says.
    if (set.interior && d < 1.2) continue
    const large = set.interior
      ? ABOUT.test(p.prop)
        ? LARGEST
        : 1
      : Math.min(LARGEST, Math.max(1, Math.max(p.size[0], p.size[1]) / TOWERS_M))
    const square = FACES.test(p.prop) ? Math.max(FROM_ASIDE, -(dx * Math.sin(p.yaw) + dz * Math.cos(p.yaw)) / Math.max(d, 1e-6)) : 1
    kinds.set(p.prop, Math.max(kinds.get(p.prop) ?? 0, size * large * square))
  }
  let things = 0
  for (const k of kinds.values()) things += k * (set.interior ? KIND / 3 : KIND)
  if (!set.interior) return beyondEdge(set, yaw) * BEYOND + Math.min(MOST_OUTSIDE, things)
  let windows = 0
  for (const o of set.openings) {
    if (o.kind === 'door') continue
    const [x, z] = middleOf(set, o)
    if (Math.abs(wrapAngle(Math.atan2(x - position[0], z - position[2]) - yaw)) < half) windows += WINDOW
  }
  return Math.min(MOST_INSIDE, things) + Math.min(MOST_WINDOWS, windows)
}

/** Where the middle of an opening is on the floor plan. */
export function middleOf({ widthM: w, depthM: d }: SetSpec, { wall, along }: SetSpec['openings'][number]): readonly [number, number] {
  if (wall === 'north') return [along - w / 2, -d / 2]
  if (wall === 'south') return [w / 2 - along, d / 2]
  return wall === 'east' ? [w / 2, along - d / 2] : [-w / 2, d / 2 - along]
}
