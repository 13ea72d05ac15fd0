import { clamp, normalize, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import type { HeadContext } from './head'
import { between, chart } from './head-chart'
import { HEAD_CENTRE } from './head-topology'
import type { Binding, Look, MeshBuilder } from './mesh-builder'
import { gradient } from './sdf'

/** A shell that flows from the crown over the head and may hang from its edge: hair, hats, scarves. Head space. */
export interface CapOptions {
  /** How many columns, or their azimuths from −π to π. */
  readonly columns: number | readonly number[]
  readonly rows: number
  /** Rows of the part that hangs. */
  readonly hangingRows?: number
  readonly look: Look
  /** Where the flow starts. */
  readonly pole: Vec3
  /** The direction in which a column starts, if not at the pole. */
  readonly start?: (phi: number) => Vec3
  /** How far columns turn on their way from the pole, radians. */
  readonly swirl?: number
  /** Angle from the pole at which the shell ends, radians, by azimuth (0 front, π/2 left, −π/2 right). */
  readonly edge: (phi: number) => number
  /** Height above the skin at an azimuth and a share 0…1 of the way to the edge. Below zero it hides inside the head. */
  readonly lift: (phi: number, s: number, direction: Vec3) => number
  /** Length hung from the edge, by azimuth; 0 for none. */
  readonly fall?: (phi: number) => number
  /** Sideways and forward drift of the hanging part, by azimuth and share. */
  readonly drift?: (phi: number, s: number) => Vec3
  readonly tint?: (phi: number, s: number) => number
  readonly bind: (p: Vec3) => Binding
  /** How far what hangs stays off body and clothes, heads. */
  readonly clear?: number
  /** Thickness of the edge. */
  readonly lip: number
  /** Darkness behind the edge: 1 as light as outside. */
  readonly lipTint?: number
  /** Look of rows close to the edge (bands, brims). */
  readonly band?: (s: number, phi: number) => Look | undefined
}

/** Keys [degrees, value] of an even function of azimuth, smoothly joined. */
export const byAzimuth =
  (keys: readonly (readonly [number, number])[]) =>
  (phi: number): number => {
    const a = (Math.abs(phi) * 180) / Math.PI
    let i = 0
    while (i < keys.length - 2 && keys[i + 1]![0] < a) i++
    const [a0, v0] = keys[i]!
    const [a1, v1] = keys[i + 1]!
    const t = clamp((a - a0) / (a1 - a0), 0, 1)
    return v0 + (v1 - v0) * t * t * (3 - 2 * t)
  }

/** A point of head space moved out of shoulders and back until it is `gap` metres clear: what hangs lies on them, never in them. */
export function clearOfBody(context: HeadContext, body: Body, p: Vec3, gap: number): Vec3 {
  let w = context.toWorld(p)
  for (let k = 0; k < 2; k++) {
    const d = body.trunkAndArms(w[0], w[1], w[2])
    if (d > gap) break
    const g = gradient(body.trunkAndArms, w[0], w[1], w[2], 0.004)
    w = [w[0] + g[0] * (gap - d), w[1] + g[1] * (gap - d), w[2] + g[2] * (gap - d)]
  }
  const o = context.toWorld([0, 0, 0])
  return [(w[0] - o[0]) / context.headM, (w[1] - o[1]) / context.headM, (w[2] - o[2]) / context.headM]
}

/** Lays the shell. Returns nothing; vertices go straight to the builder in figure space. */
export function headCap(b: MeshBuilder, context: HeadContext, body: Body, o: CapOptions): void {
  const start = b.count
  const startIndex = b.index.length
  const { at } = chart(o.pole)
  const azimuths =
    typeof o.columns === 'number'
      ? Array.from({ length: o.columns + 1 }, (_, j) => (j / (o.columns as number)) * Math.PI * 2 - Math.PI)
      : o.columns
  const columns = azimuths.length - 1
  const hanging = o.fall ? (o.hangingRows ?? 9) : 0
  const total = o.rows + hanging
  const lengths = o.fall ? azimuths.map(o.fall) : []
  const grid: number[][] = []
  const lastPoints: Vec3[] = []
  const edgeOut: Vec3[] = []
  const put = (p: Vec3, phi: number, s: number, along: number, tint: number) => {
    const w = context.toWorld(p)
    return b.vertex(w, [0, 0, 0], o.band?.(s, phi) ?? o.look, o.bind(w), [phi * 0.1, along * context.headM], tint * (o.tint?.(phi, s) ?? 1))
  }
  const inner: Vec3[][] = []
  for (let i = 0; i <= total; i++) {
    const line: number[] = []
    const pointsHere: Vec3[] = []
    for (let j = 0; j <= columns; j++) {
      const phi = azimuths[j]!
      if (i <= o.rows) {
        const s = i / o.rows
        const psi = Math.max(0.015, s * o.edge(phi))
        const straight = at(phi - (o.swirl ?? 0) * (1 - s), psi)
        // What hangs behind leaves the head straight down, wherever it came from.
        const down = o.fall ? smoothstep(0.2, 0.9, s) * smoothstep(1, 2, Math.abs(phi)) : 0
        const d = o.start ? between(between(o.start(phi), at(phi, o.edge(phi)), s), straight, down) : straight
        const p = context.surface(d, o.lift(phi, s, d))
        line.push(put(p, phi, s, psi * 0.4, 1))
        pointsHere.push(p)
        lastPoints[j] = p
        edgeOut[j] = d
      } else {
        const s = (i - o.rows) / hanging
        const from = lastPoints[j]!
        const length = lengths[j]!
        const drift = o.drift?.(phi, s) ?? [0, 0, 0]
        const raw: Vec3 = [from[0] + drift[0], from[1] - length * s + drift[1], from[2] + drift[2]]
        const p = length > 0.02 ? clearOfBody(context, body, raw, (o.clear ?? 0.016 / context.headM) * context.headM) : raw
        line.push(put(p, phi, 1 + s, o.edge(phi) * 0.4 + length * s, 1))
        pointsHere.push(p)
      }
    }
    grid.push(line)
    inner.push(pointsHere)
  }
  // The edge turns in and runs back up a little.
  const wall = (i: number, inset: number, tint: number): number[] =>
    inner[i]!.map((p, j) => {
      const phi = azimuths[j]!
      const d = normalize([p[0] - HEAD_CENTRE[0], i > o.rows ? 0 : p[1] - HEAD_CENTRE[1], p[2] - HEAD_CENTRE[2]])
      return put([p[0] - d[0] * inset, p[1] - d[1] * inset, p[2] - d[2] * inset], phi, i <= o.rows ? 1 : 2, 0, tint)
    })
  const shade = o.lipTint ?? 0.3
  grid.push(wall(total, o.lip, (1 + shade) / 2))
  if (hanging)
    for (const i of [Math.round(o.rows + hanging * 0.66), Math.round(o.rows + hanging * 0.33), o.rows])
      grid.push(wall(i, o.lip * 1.1, shade))
  else
    grid.push(
      // Without a hanging part the underside runs back to the skin.
      inner[total]!.map((_, j) => put(context.surface(edgeOut[j]!, -0.012), azimuths[j]!, 1, 0, shade)),
    )
  for (let i = 0; i + 1 < grid.length; i++)
    for (let j = 0; j < columns; j++) {
      const k = j + 1
      b.quad(grid[i]![j]!, grid[i + 1]![j]!, grid[i + 1]![k]!, grid[i]![k]!)
    }
  b.smoothNormals(start, startIndex)
  // The seam at the back is one line of cloth or hair: both sides share their normals.
  for (const line of grid) {
    const [a, c] = [line[0]! * 3, line[columns]! * 3]
    const sum = [0, 1, 2].map((k) => b.normals[a + k]! + b.normals[c + k]!)
    const l = Math.sqrt(sum[0]! ** 2 + sum[1]! ** 2 + sum[2]! ** 2) || 1
    for (let k = 0; k < 3; k++) {
      b.normals[a + k] = sum[k]! / l
      b.normals[c + k] = sum[k]! / l
    }
  }
}
