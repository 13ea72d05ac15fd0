import { type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react'
import type { Vec3 } from '../../film'
import type { PlanHandle, PlanLine, PlanPoint, PlanView } from '../../production/plan-view'
import { type Hand, type Tab, tabOf } from './hand'
import { KEYS_OF, keyOnHeld } from './hand-keys'

/** A handle under way: where the pointer took hold of it, and where it is now. */
interface Dragged {
  readonly handle: PlanHandle
  readonly from: PlanPoint
  readonly at: PlanPoint
}

/** How far something was dragged, metres. */
const pulled = ({ from, at }: Dragged): PlanPoint => [at[0] - from[0], at[1] - from[1]]
/** Nearer than this nothing was dragged, metres. */
const STILL_M = 0.02
/** How near the plan is looked at, and where the middle of that is. */
interface Near {
  readonly times: number
  readonly middle?: PlanPoint
}
const WHOLE: Near = { times: 1 }
const MOST_ZOOM = 8

/** What of a drawing is seen from so near: never beyond its edges. */
function boxOf({ x, z, width, depth }: PlanView['box'], { times, middle = [x + width / 2, z + depth / 2] }: Near): PlanView['box'] {
  const [w, d] = [width / times, depth / times]
  const inside = (v: number, least: number, most: number) => Math.min(most, Math.max(least, v))
  return { x: inside(middle[0] - w / 2, x, x + width - w), z: inside(middle[1] - d / 2, z, z + depth - d), width: w, depth: d }
}

const isSame = (a: Pick<PlanHandle, 'kind' | 'key'>, b: Pick<PlanHandle, 'kind' | 'key'>): boolean => a.kind === b.kind && a.key === b.key

/** What a tab lets be taken hold of: people and the camera together, lamps and things each for themselves. */
export const isHeldOn = (tab: Tab, kind: PlanHandle['kind']): boolean => {
  const own = tabOf(kind)
  return own === tab || (own === 'people' && tab === 'camera') || (own === 'camera' && tab === 'people')
}

/** The plan, with what may be moved on it. */
export function PlanDrawing({
  view,
  tab,
  hand,
  planning,
}: {
  readonly view: PlanView
  readonly tab: Tab
  readonly hand: Hand
  readonly planning: boolean
}) {
  const svg = useRef<SVGSVGElement>(null)
  const [dragged, setDragged] = useState<Dragged>()
  const [near, setNear] = useState<Near>(WHOLE)
  const box = boxOf(view.box, near)
  const zoom = (by: number, at: PlanPoint = [box.x + box.width / 2, box.z + box.depth / 2]) => {
    const times = Math.min(MOST_ZOOM, Math.max(1, near.times * by))
    if (times === 1) return setNear(WHOLE)
    // What is under the pointer stays there.
    const share = near.times / times
    const middle = near.middle ?? [view.box.x + view.box.width / 2, view.box.z + view.box.depth / 2]
    setNear({ times, middle: [at[0] + (middle[0] - at[0]) * share, at[1] + (middle[1] - at[1]) * share] })
  }
  const pointAt = (e: Pick<PointerEvent, 'clientX' | 'clientY'>): PlanPoint | undefined => {
    const matrix = svg.current?.getScreenCTM()
    if (!matrix) return
    const { x, y } = new DOMPoint(e.clientX, e.clientY).matrixTransform(matrix.inverse())
    return [x, y]
  }
  const wanted = (held: Dragged): Vec3 => {
    const [dx, dz] = pulled(held)
    const [x, y, z] = held.handle.place
    return [x + dx, y, z + dz]
  }
  const move = (held: Dragged) => {
    if (held.handle.isFixed) return setDragged(undefined)
    void hand.put(held.handle, { place: wanted(held) }).finally(() => setDragged(undefined))
  }
  const byKey = (e: KeyboardEvent, handle: PlanHandle) => {
    if (!keyOnHeld(e, handle, hand, planning || handle.isFixed === true)) return
    e.preventDefault()
    e.stopPropagation()
  }
  /** Where what is dragged can be, off from where it is. */
  const tried = dragged && !dragged.handle.isFixed ? hand.settle(dragged.handle, { place: wanted(dragged) }) : undefined
  const off: PlanPoint = dragged && tried ? [tried.place[0] - dragged.handle.place[0], tried.place[2] - dragged.handle.place[2]] : [0, 0]
  const handles = view.handles.filter((h) => isHeldOn(tab, h.kind))
  return (
    <div className="plan-view">
      <svg
        ref={svg}
        className={planning ? 'plan-drawing is-planning' : 'plan-drawing'}
        viewBox={`${box.x} ${box.z} ${box.width} ${box.depth}`}
        role="img"
        aria-label={`Plan of ${hand.shot.sceneTitle}`}
        onPointerMove={(e) => {
          const at = dragged && !planning ? pointAt(e) : undefined
          if (dragged && at) setDragged({ ...dragged, at })
        }}
        onWheel={(e) => zoom(e.deltaY < 0 ? 1.25 : 0.8, pointAt(e))}
        onPointerCancel={() => setDragged(undefined)}
        onPointerUp={() => {
          if (!dragged || planning) return
          if (Math.hypot(...pulled(dragged)) > STILL_M) move(dragged)
          else setDragged(undefined)
        }}
      >
        {view.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and keep their order
          <Line key={i} line={line} />
        ))}
        {view.labels.map(({ at, text, layer }) => (
          <text key={`${text} ${at[0]} ${at[1]}`} x={at[0]} y={at[1] + 0.05} className={`plan-label of-${layer}`}>
            {text}
          </text>
        ))}
        {dragged && tried?.refused && (
          <text
            x={dragged.handle.at[0] + off[0]}
            y={dragged.handle.at[1] + off[1] - dragged.handle.reach - 0.1}
            className="plan-label is-refused"
          >
            {tried.refused}
          </text>
        )}
        {dragged && tried && <Pull from={dragged.handle.at} off={off} />}
        {handles.map((handle) => {
          const isDragged = dragged !== undefined && isSame(dragged.handle, handle)
          const [dx, dz] = isDragged ? off : [0, 0]
          const isPicked = hand.picked !== undefined && isSame(hand.picked, handle)
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
            <circle
              key={`${handle.kind} ${handle.key}`}
              className={`plan-handle of-${handle.kind}${isPicked ? ' is-picked' : ''}${handle.isFixed ? ' is-fixed' : ''}${isDragged && tried?.refused ? ' is-refused' : ''}`}
              cx={handle.at[0] + dx}
              cy={handle.at[1] + dz}
              r={handle.reach}
              role="button"
              tabIndex={0}
              aria-pressed={isPicked}
              aria-label={handle.isFixed ? `Pick ${handle.title}` : `Move ${handle.title}: ${KEYS_OF(handle.kind)}`}
              data-testid={`handle-${handle.kind}-${handle.key}`}
              onPointerDown={(e) => {
                const at = pointAt(e)
                if (!at || planning) return
                hand.pick(handle)
                e.currentTarget.ownerSVGElement?.setPointerCapture(e.pointerId)
                setDragged({ handle, from: at, at })
              }}
              onKeyDown={(e) => byKey(e, handle)}
            >
              <title>{handle.title}</title>
            </circle>
          )
        })}
      </svg>
      <div className="plan-zoom">
        <button type="button" aria-label="Nearer" onClick={() => zoom(1.5)}>
          +
        </button>
        <button type="button" aria-label="Farther" disabled={near.times === 1} onClick={() => zoom(1 / 1.5)}>
          −
        </button>
      </div>
    </div>
  )
}

/** From where a handle was to where it is. */
function Pull({ from: [x, z], off: [dx, dz] }: { readonly from: PlanPoint; readonly off: PlanPoint }) {
  return <line className="plan-pull" x1={x} y1={z} x2={x + dx} y2={z + dz} />
}

/** One line; drawn anew only when it is another. */
const Line = memo(
  function Line({ line: { layer, d, title } }: { readonly line: PlanLine }) {
    return (
      <path d={d} className={`plan-line of-${layer}`}>
        {title && <title>{title}</title>}
      </path>
    )
  },
  (a, b) => a.line.d === b.line.d && a.line.layer === b.line.layer && a.line.title === b.line.title,
)
