import { type Hole, holesOf } from '../../departments/lighting'
import type { Placement, SetSpec } from '../../film'
import { areaOf, circleAt, lineThrough, onFloor, type PlanLabel, type PlanLine, type PlanPoint, turnedBox } from './plan-line'

/** Thickness of a wall on the plan, metres. */
const WALL_M = 0.14
/** What begins higher than this hangs overhead. */
const OVERHEAD_M = 1.9
/** Things smaller than this across have no name on the plan, metres. */
const NAMED_M = 0.75
/** Half a mark's cross, metres. */
const MARK_M = 0.06

/** The lines of a set: floor, walls with their openings, what stands and hangs in it, marks. */
export function setLines(set: SetSpec): { readonly lines: readonly PlanLine[]; readonly labels: readonly PlanLabel[] } {
  const [w, d] = [set.widthM / 2, set.depthM / 2]
  const things = set.placements.filter((p) => p.position[1] > -0.5)
  return {
    lines: [
      {
        layer: 'floor',
        d: areaOf([
          [-w, -d],
          [w, -d],
          [w, d],
          [-w, d],
        ]),
        title: set.name,
      },
      ...things.map(thingLine),
      ...(set.heightM > 0 ? wallLines(set) : []),
      ...holesOf(set).flatMap(holeLines),
      ...set.marks.map(
        ({ position: [x, , z], kind }): PlanLine => ({
          layer: 'mark',
          d: `${lineThrough([
            [x - MARK_M, z],
            [x + MARK_M, z],
          ])}${lineThrough([
            [x, z - MARK_M],
            [x, z + MARK_M],
          ])}`,
          title: `mark: ${kind}`,
        }),
      ),
    ],
    labels: things
      .filter((p) => p.blocks && Math.min(p.size[0], p.size[2]) >= NAMED_M)
      .map((p): PlanLabel => ({ layer: 'thing', at: onFloor(p.position), text: nameOf(p) })),
  }
}

const nameOf = (p: Placement): string => p.prop.replaceAll('-', ' ')

const thingLine = (p: Placement): PlanLine => ({
  layer: p.position[1] >= OVERHEAD_M || !p.blocks ? 'overhead' : 'thing',
  d: areaOf(turnedBox(onFloor(p.position), p.yaw, [p.size[0], p.size[2]])),
  title: nameOf(p),
})

/** Walls as bands outside of the floor, cut where an opening is. */
function wallLines(set: SetSpec): PlanLine[] {
  const holes = holesOf(set)
  return (['north', 'east', 'south', 'west'] as const).flatMap((side) => {
    const own = holes.filter((_, i) => set.openings[i]?.wall === side)
    const [across, out] = side === 'north' || side === 'south' ? [set.widthM / 2, set.depthM / 2] : [set.depthM / 2, set.widthM / 2]
    const along = (h: Hole) => (side === 'north' || side === 'south' ? h.centre[0] : h.centre[2])
    const cuts = own.map((h) => [along(h) - h.width / 2, along(h) + h.width / 2] as const).sort((a, b) => a[0] - b[0])
    const stretches: (readonly [number, number])[] = []
    let from = -across - WALL_M
    for (const [begin, end] of cuts) {
      if (begin > from) stretches.push([from, begin])
      from = Math.max(from, end)
    }
    if (across + WALL_M > from) stretches.push([from, across + WALL_M])
    const sign = side === 'north' || side === 'west' ? -1 : 1
    const at = (s: number, o: number): PlanPoint => (side === 'north' || side === 'south' ? [s, sign * o] : [sign * o, s])
    return stretches.map(
      ([a, b]): PlanLine => ({ layer: 'wall', d: areaOf([at(a, out), at(b, out), at(b, out + WALL_M), at(a, out + WALL_M)]) }),
    )
  })
}

/** A window as two lines in the wall; a door as its leaf and the way it swings; an arch as its threshold. */
function holeLines({ centre, inward, right, width, kind, key }: Hole): PlanLine[] {
  const at = (s: number, o: number): PlanPoint => [centre[0] + right[0] * s - inward[0] * o, centre[2] + right[2] * s - inward[2] * o]
  const [a, b] = [-width / 2, width / 2]
  const title = key.replaceAll('-', ' ')
  if (kind === 'window')
    return [{ layer: 'window', d: [0, WALL_M / 2, WALL_M].map((o) => lineThrough([at(a, o), at(b, o)])).join(''), title }]
  if (kind === 'arch') return [{ layer: 'arch', d: lineThrough([at(a, 0), at(b, 0)]), title }]
  const open = at(a, -width)
  return [
    { layer: 'door', d: lineThrough([at(a, 0), open]), title },
    // The leaf's way: a quarter of a circle from shut to open.
    {
      layer: 'door',
      d: lineThrough(
        Array.from({ length: 9 }, (_, i): PlanPoint => {
          const turn = (i / 8) * (Math.PI / 2)
          return at(a + width * Math.cos(turn), -width * Math.sin(turn))
        }),
      ),
      title,
    },
  ]
}

/** A lamp that is seen, as a ring. */
export const lampLine = (at: PlanPoint, title: string): PlanLine => ({ layer: 'lamp', d: circleAt(at, 0.11), title })
