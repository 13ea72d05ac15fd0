import type { PointerEvent } from 'react'
import { add, type Placement, scale, type Vec3 } from '../../film'
import type { Hand, Held } from './hand'
import { AXES, axesOf, type Grip } from './picture-drag'
import type { PictureSpace, Pixel } from './picture-space'

/** How long its arrows are, CSS pixels. */
const ARROW_PX = 64
const RING_PX = 46
const RING_STEPS = 48
const NAMES = ['x', 'y', 'z'] as const

const path = (points: readonly (Pixel | undefined)[]): string =>
  points.map((p, i) => (p ? `${i === 0 || !points[i - 1] ? 'M' : 'L'}${p[0].toFixed(1)} ${p[1].toFixed(1)}` : '')).join('')

/** A thing's box as it is seen, as path data; what of it is behind the camera is left out. */
export function boxPath(
  { position: [x, y, z], yaw, size: [w, h, d] }: Pick<Placement, 'position' | 'yaw' | 'size'>,
  space: PictureSpace,
): string {
  const [s, c] = [Math.sin(yaw), Math.cos(yaw)]
  const corner = (i: number, j: number, k: number) => {
    const [a, b] = [(i * w) / 2, (k * d) / 2]
    return space.at([x + a * c + b * s, y + j * h, z - a * s + b * c])?.pixel
  }
  const round = (j: number) => [corner(-1, j, -1), corner(1, j, -1), corner(1, j, 1), corner(-1, j, 1), corner(-1, j, -1)]
  const posts = [-1, 1].flatMap((i) => [-1, 1].map((k) => path([corner(i, 0, k), corner(i, 1, k)])))
  return [path(round(0)), path(round(1)), ...posts].join('')
}

/** Arrows and ring at what is picked, as the shot's own camera sees them. */
export function Gizmo({
  held,
  at,
  yaw,
  hand,
  space,
  onGrip,
}: {
  readonly held: Held
  /** Where it is, or is dragged to. */
  readonly at: Vec3
  /** Of a thing. */
  readonly yaw: number | undefined
  readonly hand: Hand
  readonly space: PictureSpace
  readonly onGrip: (e: PointerEvent, grip: Grip) => void
}) {
  const middle = space.at(at)
  if (!middle) return null
  const metre = space.metresAPixel(middle.metres)
  const ring =
    yaw === undefined
      ? ''
      : path(
          Array.from({ length: RING_STEPS + 1 }, (_, i) => {
            const a = (i / RING_STEPS) * 2 * Math.PI
            return space.at(add(at, [Math.sin(a) * RING_PX * metre, 0, Math.cos(a) * RING_PX * metre]))?.pixel
          }),
        )
  const front =
    yaw === undefined ? undefined : space.at(add(at, [Math.sin(yaw) * RING_PX * metre, 0, Math.cos(yaw) * RING_PX * metre]))?.pixel
  return (
    <g className="gizmo" data-testid="gizmo">
      {ring && (
        <g className="gizmo-turn" data-testid="gizmo-turn" onPointerDown={(e) => onGrip(e, { kind: 'turn' })}>
          <path className="gizmo-hit" d={ring} />
          <path d={ring} />
          {front && <circle cx={front[0]} cy={front[1]} r={5} />}
          <title>Turn</title>
        </g>
      )}
      {axesOf(held, hand).map((axis) => {
        const end = space.at(add(at, scale(AXES[axis] as Vec3, ARROW_PX * metre)))?.pixel
        if (!end) return null
        const line = path([middle.pixel, end])
        return (
          <g
            key={axis}
            className={`gizmo-axis of-${NAMES[axis]}`}
            data-testid={`gizmo-${NAMES[axis]}`}
            onPointerDown={(e) => onGrip(e, { kind: 'axis', axis })}
          >
            <path className="gizmo-hit" d={line} />
            <path d={line} />
            <circle cx={end[0]} cy={end[1]} r={6} />
            <title>{axis === 1 ? 'Up and down' : axis === 0 ? 'East and west' : 'South and north'}</title>
          </g>
        )
      })}
    </g>
  )
}
