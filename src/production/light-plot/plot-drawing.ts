import { type Fixture, fixtureYaw } from '../../departments/lighting'
import type { DocumentDrawing } from '../../encode'
import type { ShotSlice } from '../../film'
import { PLAN_INK, type PlanLayer, type PlanLine, type PlanPoint, planView, setLines } from '../plan-view'
import { ahead, areaOf, circleAt, lineThrough, onFloor } from '../plan-view/plan-line'

/** Points of the page from top to bottom that a plot takes at most: its table is to begin under it. */
const MOST_HEIGHT = 330
/** Of the drawing round what is in it, metres. */
const MARGIN_M = 0.8
/** Outside, lamps farther than this from who plays are drawn where their way to them enters, metres. */
const SIGHT_M = 14
/** Who plays, where they go, and where the sun comes from: of the shot's own plan. */
const OF_THE_SHOT: readonly PlanLayer[] = ['way', 'person', 'sun']

/** A set from above with the lamps on it, each with its name, and where it is aimed. */
export function plotDrawing(slice: ShotSlice, fixtures: readonly Fixture[], caption: string): DocumentDrawing {
  const { set, shot } = slice
  const played = planView(slice, (shot.frames * shot.fps.den) / shot.fps.num / 2)
  const built = setLines(set)
  const people = played.labels.filter((l) => l.layer === 'person')
  const middle: PlanPoint = [mean(people.map((p) => p.at[0])), mean(people.map((p) => p.at[1]))]
  const lamps = fixtures.map((f) => symbolOf(f, middle))
  const lines: PlanLine[] = [
    ...built.lines.filter((l) => l.layer !== 'mark'),
    ...lamps.map((l) => l.way).filter((l) => l !== undefined),
    ...played.lines.filter((l) => OF_THE_SHOT.includes(l.layer)),
    ...lamps.map((l) => l.body),
  ]
  const points = [...people.map((p) => p.at), ...lamps.map((l) => l.at), ...(set.interior ? cornersOf(slice) : [])]
  const [x0, x1] = [Math.min(...points.map((p) => p[0])) - MARGIN_M, Math.max(...points.map((p) => p[0])) + MARGIN_M]
  const [z0, z1] = [Math.min(...points.map((p) => p[1])) - MARGIN_M, Math.max(...points.map((p) => p[1])) + MARGIN_M]
  const inside = ([x, z]: PlanPoint) => x > x0 && x < x1 && z > z0 && z < z1
  return {
    box: { x: x0, y: z0, width: x1 - x0, height: z1 - z0 },
    paths: lines.filter((l) => isInside(l.d, inside)).map(({ layer, d }) => ({ d, ...PLAN_INK[layer] })),
    labels: [
      ...built.labels.filter((l) => inside(l.at)).map((l) => ({ at: l.at, text: l.text, size: 5.5, ink: '#6f6a5d' })),
      ...people.map((l) => ({ at: l.at, text: l.text, size: 7, ink: '#5d1a14' })),
      ...lamps.map((l) => ({ at: l.label, text: l.id, size: 8, bold: true, ink: '#5a4200' })),
    ],
    caption,
    mostHeight: MOST_HEIGHT,
  }
}

const mean = (v: readonly number[]): number => (v.length > 0 ? v.reduce((s, x) => s + x, 0) / v.length : 0)

const cornersOf = ({ set }: ShotSlice): PlanPoint[] => [
  [-set.widthM / 2, -set.depthM / 2],
  [set.widthM / 2, set.depthM / 2],
]

/** Whether a line begins in the drawing: a street's far end is not drawn over the page's edge. */
function isInside(d: string, inside: (p: PlanPoint) => boolean): boolean {
  const numbers = [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map((m): PlanPoint => [Number(m[1]), Number(m[2])])
  return numbers.every(inside)
}

/** A lamp's sign: a wedge that opens the way it looks, a bar for a board, a ring for a practical. */
function symbolOf(f: Fixture, middle: PlanPoint) {
  const [x, z] = onFloor(f.position)
  const away = Math.hypot(x - middle[0], z - middle[1])
  const k = away > SIGHT_M ? SIGHT_M / away : 1
  const at: PlanPoint = [middle[0] + (x - middle[0]) * k, middle[1] + (z - middle[1]) * k]
  const yaw = fixtureYaw(f)
  if (f.purpose === 'practical' || yaw === undefined)
    return {
      id: f.id,
      at,
      body: { layer: 'lamp', d: circleAt(at, 0.13) } as const,
      way: undefined,
      label: [at[0], at[1] - 0.3] as PlanPoint,
    }
  const body =
    f.watts === 0
      ? lineThrough([ahead(at, yaw + Math.PI / 2, 0.5), ahead(at, yaw - Math.PI / 2, 0.5)])
      : areaOf([
          ahead(at, yaw + 0.7, 0.26),
          ahead(at, yaw - 0.7, 0.26),
          ahead(at, yaw + Math.PI + 0.5, 0.2),
          ahead(at, yaw + Math.PI - 0.5, 0.2),
        ])
  const to = f.target ? onFloor(f.target) : at
  return {
    id: f.id,
    at,
    body: { layer: f.watts === 0 ? 'sun' : 'lamp', d: body } as const,
    way: { layer: 'throw', d: lineThrough([at, to]) } as const,
    label: ahead(at, yaw + Math.PI, 0.45),
  }
}
