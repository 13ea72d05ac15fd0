import { type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type IdPixels, idNear, outlineOf } from '../../production/picture-view'
import type { PlanHandle, PlanView } from '../../production/plan-view'
import { sceneObjects } from '../../stage'
import { filmStore } from '../store/film-store'
import { type SeenPicture, seenPicture } from '../store/seen-picture'
import { useSize } from '../viewport/use-size'
import { type CameraHold, stepOfKey, useCameraHold } from './camera-hold'
import { CameraShape } from './camera-shape'
import { boxPath, Gizmo } from './gizmo'
import { degrees, type Hand, type Tab } from './hand'
import { KEYS_OF, keyOnHeld } from './hand-keys'
import { type Grip, lookOf, type PictureDrag, wishOf } from './picture-drag'
import { type PictureSpace, type Pixel, pictureSpace } from './picture-space'
import { isHeldOn } from './plan-drawing'
import './picture-gizmos.css'

/** Nearer than this to where it began nothing is dragged, CSS pixels. */
const STILL_PX = 4
/** How far beside small things they are hit, pixels of the look. */
const REACH_PX = 4
/** What is not there yet is asked for again after so long, milliseconds. */
const AGAIN_MS = 250

/**
 * What lies over the picture to work in it: what is under the pointer has its outline, what is picked has arrows and a ring, as the
 * camera of the picture sees them. Drawn as SVG and not on a second canvas: every handle is an element that has a name, takes the
 * focus and keys, is sharp at any preview size, and costs the GPU nothing while the picture is made.
 */
export function PictureGizmos({
  view,
  tab,
  hand,
  planning,
  note,
}: {
  readonly view: PlanView
  readonly tab: Tab
  readonly hand: Hand
  readonly planning: boolean
  readonly note: string | undefined
}) {
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(svg)
  const playing = useStore(filmStore, (s) => s.playing)
  const isFree = useStore(filmStore, (s) => s.view) === 'free'
  const seen = useStore(seenPicture, (s) => (s.seen?.shotKey === hand.shot.key && !playing ? s.seen : undefined))
  const space = useMemo(() => (seen && size && size.width > 0 ? pictureSpace(seen, size) : undefined), [seen, size])
  return (
    <div className="gizmos" data-testid="gizmos">
      {/* biome-ignore lint/a11y/useSemanticElements: a set of fields cannot be drawn */}
      <svg
        ref={svg}
        className={isFree ? 'gizmo-sheet is-free' : 'gizmo-sheet'}
        role="group"
        aria-label={`In the picture of ${hand.shot.address}`}
      >
        {seen && space && <Sheet {...{ view, tab, hand, planning, seen, space, isFree }} />}
      </svg>
      <Told hand={hand} handles={view.handles} note={note} />
    </div>
  )
}

/** What is picked, where it is, and what is to be said of the last try. */
function Told({
  hand,
  handles,
  note,
}: {
  readonly hand: Hand
  readonly handles: readonly PlanHandle[]
  readonly note: string | undefined
}) {
  const picked = handles.find((h) => h.kind === hand.picked?.kind && h.key === hand.picked.key)
  const thing = picked?.kind === 'thing' ? hand.slice.set.placements.find((p) => p.key === picked.key) : undefined
  return (
    <div className="gizmo-told">
      {picked && (
        <p data-testid="picked">
          <b>{picked.title}</b> {picked.place.map((v) => v.toFixed(2)).join(', ')} m{thing ? ` · ${degrees(thing.yaw)}°` : ''}
          {picked.isFixed ? ' · part of the set: it goes with its thing' : ''}
        </p>
      )}
      <p role="status" className="gizmo-note" data-testid="gizmo-note">
        {note}
      </p>
    </div>
  )
}

interface SheetProps {
  readonly view: PlanView
  readonly tab: Tab
  readonly hand: Hand
  readonly planning: boolean
  readonly seen: SeenPicture
  readonly space: PictureSpace
  readonly isFree: boolean
}

function Sheet({ view, tab, hand, planning, seen, space, isFree }: SheetProps) {
  const ids = useIds(seen)
  const objects = useMemo(() => new Map(sceneObjects(hand.slice).map((o) => [o.id, o])), [hand.slice])
  const [drag, setDrag] = useState<PictureDrag>()
  const [over, setOver] = useState<number>()
  const [turning, setTurning] = useState<Pixel>()
  const camera = useCameraHold(hand)
  const root = useRef<SVGGElement>(null)
  const known = seen.sliceHash === hand.shot.sliceHash ? ids : undefined
  const looksAlong = lookOf(seen.sight.quaternion)
  const handles = view.handles.filter((h) => h.kind === 'thing' || isHeldOn(tab, h.kind))
  const picked = handles.find((h) => h.kind === hand.picked?.kind && h.key === hand.picked.key)

  const pixelOf = (e: Pick<MouseEvent, 'clientX' | 'clientY'>): Pixel => {
    const box = root.current?.ownerSVGElement?.getBoundingClientRect()
    return [e.clientX - (box?.left ?? 0), e.clientY - (box?.top ?? 0)]
  }
  const idAt = (pixel: Pixel): number | undefined => {
    const on = known && space.lookPixel(pixel)
    return on && idNear(known, on[0], on[1], (id) => isPickable(objects.get(id)?.kind), REACH_PX)
  }
  /** What is taken hold of by the number that is seen there; says so where it cannot be. */
  const heldBy = (id: number | undefined): PlanHandle | undefined => {
    const object = id === undefined ? undefined : objects.get(id)
    if (!object) return
    const { set } = hand.slice
    const lamp = tab === 'light' && object.kind === 'placement' ? set.practicals.find((p) => p.of === object.key) : undefined
    const found = view.handles.find((h) =>
      lamp ? h.kind === 'lamp' && h.key === lamp.key : h.key === object.key && h.kind === (object.kind === 'person' ? 'person' : 'thing'),
    )
    if (found) return found
    if (object.kind === 'person') hand.say('whoever is on the way is moved where they stand: go to a frame before or after')
    if (object.kind === 'prop') hand.say('it is carried: it goes where somebody takes it')
    return
  }
  const grip = (e: PointerEvent, held: PlanHandle, by: Grip) => {
    if (e.button !== 0) return
    e.stopPropagation()
    e.preventDefault()
    const isPicked = held.kind === hand.picked?.kind && held.key === hand.picked.key
    if (!isPicked) hand.pick(held)
    if (planning || held.isFixed) return
    root.current?.setPointerCapture(e.pointerId)
    const at = pixelOf(e)
    setDrag({ held, grip: by, from: at, at, isFree: e.altKey })
  }
  const wish =
    drag && Math.hypot(drag.at[0] - drag.from[0], drag.at[1] - drag.from[1]) >= STILL_PX ? wishOf(drag, hand, space, looksAlong) : undefined
  const tried = drag && wish ? hand.settle(drag.held, wish) : undefined

  const onDown = (e: PointerEvent) => {
    if (e.button !== 0) return
    const pixel = pixelOf(e)
    const held = heldBy(idAt(pixel))
    if (held) return grip(e, held, { kind: 'body' })
    if (tab === 'camera' && !planning) {
      root.current?.setPointerCapture(e.pointerId)
      setTurning(pixel)
    } else if (hand.picked) hand.pick(undefined)
  }
  const onMove = (e: PointerEvent) => {
    const at = pixelOf(e)
    if (drag) return setDrag({ ...drag, at, isFree: e.altKey })
    if (turning) {
      turn(camera, at, turning, e.shiftKey, space, hand)
      return setTurning(at)
    }
    const id = idAt(at)
    if (id !== over) setOver(id)
  }
  const onUp = () => {
    if (turning) {
      camera.letGo()
      setTurning(undefined)
    }
    if (!drag) return
    if (wish) void hand.put(drag.held, wish).finally(() => setDrag(undefined))
    else setDrag(undefined)
  }
  const onKey = (e: KeyboardEvent) => {
    if (tab !== 'camera' || planning || e.ctrlKey || e.metaKey || e.altKey) return
    const step = stepOfKey(e.key, e.shiftKey)
    if (!step) return
    e.preventDefault()
    e.stopPropagation()
    camera.step(step)
  }
  useWheel(root, tab === 'camera' && !isFree && !planning, (by) => camera.step({ ahead: by * 0.1 }))
  // A free walk's own controls have the pointer: what is clicked is picked.
  usePick(isFree, (e) => {
    const held = heldBy(idAt(pixelOf(e)))
    if (held || hand.picked) hand.pick(held)
  })

  const pickedId = useMemo(() => {
    const key = picked?.kind === 'lamp' ? hand.slice.set.practicals.find((p) => p.key === picked.key)?.of : picked?.key
    const kind = picked?.kind === 'person' ? 'person' : picked?.kind === 'thing' || picked?.kind === 'lamp' ? 'placement' : ''
    return [...objects.values()].find((o) => o.kind === kind && o.key === key)?.id
  }, [picked, objects, hand.slice.set])
  const thing = picked?.kind === 'thing' ? hand.slice.set.placements.find((p) => p.key === picked.key) : undefined
  const at = tried?.place ?? picked?.place
  const { x, y, width, height } = space.rect
  return (
    <g ref={root} onPointerMove={onMove} onPointerUp={onUp} onPointerCancel={() => setDrag(undefined)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has a role where it takes keys */}
      <rect
        className={`gizmo-ground${over === undefined ? '' : ' is-over'}${tab === 'camera' ? ' is-camera' : ''}`}
        {...{ x, y, width, height }}
        data-testid="gizmo-ground"
        {...(tab === 'camera'
          ? {
              tabIndex: 0,
              role: 'application',
              'aria-label':
                'Camera: arrows pan and tilt, W and S dolly, A and D truck, Q and E lower and raise it, plus and minus change the lens; with Shift farther. Drag to pan, with Shift to truck; the wheel dollies.',
            }
          : {})}
        onPointerDown={onDown}
        onPointerLeave={() => setOver(undefined)}
        onKeyDown={onKey}
      />
      {over !== pickedId && <Outline of={known} id={over} space={space} kind="is-over" />}
      <Outline of={known} id={pickedId} space={space} kind="is-picked" />
      <clipPath id="gizmo-picture">
        <rect {...{ x, y, width, height }} />
      </clipPath>
      {isFree && tab === 'camera' && (
        <g clipPath="url(#gizmo-picture)">
          <CameraShape slice={hand.slice} space={space} />
        </g>
      )}
      {thing && at && (
        <path
          className={`gizmo-box${tried?.refused ? ' is-refused' : ''}`}
          d={boxPath({ ...thing, position: at, yaw: tried?.yaw ?? thing.yaw }, space)}
        />
      )}
      {handles
        .filter((h) => h.kind !== 'thing' || h === picked)
        .map((h) => (
          <Mark
            key={`${h.kind} ${h.key}`}
            {...{ handle: h, isPicked: h === picked, hand, space, planning }}
            place={h === picked ? (at ?? h.place) : h.place}
            onGrip={grip}
            yaw={Math.atan2(looksAlong[0], looksAlong[2])}
          />
        ))}
      {picked && at && !picked.isFixed && (
        <Gizmo
          held={picked}
          at={at}
          yaw={thing && (tried?.yaw ?? thing.yaw)}
          hand={hand}
          space={space}
          onGrip={(e, by) => grip(e, picked, by)}
        />
      )}
      {tried && at && (tried.refused ?? tried.held) && <Why space={space} at={at} text={tried.refused ?? tried.held ?? ''} />}
    </g>
  )
}

/** The edge of what is seen of something; found once, not at every move of the pointer. */
const Outline = memo(function Outline({
  of,
  id,
  space,
  kind,
}: {
  readonly of: IdPixels | undefined
  readonly id: number | undefined
  readonly space: PictureSpace
  readonly kind: 'is-over' | 'is-picked'
}) {
  return of && id !== undefined ? <path className={`gizmo-outline ${kind}`} d={outlineOf(of, id)} transform={space.fromLook} /> : null
})

const isPickable = (kind: string | undefined): boolean => kind === 'person' || kind === 'prop' || kind === 'placement'

/** Why something cannot be where it is dragged, beside it. */
function Why({ space, at, text }: { readonly space: PictureSpace; readonly at: PlanHandle['place']; readonly text: string }) {
  const seen = space.at(at)
  if (!seen) return null
  return (
    <text className="gizmo-why" x={seen.pixel[0]} y={seen.pixel[1] + 24}>
      {text}
    </text>
  )
}

/** Where something may be taken hold of in the picture: its point, or an arrow at the edge towards where it is. */
function Mark({
  handle,
  place,
  isPicked,
  hand,
  space,
  planning,
  yaw,
  onGrip,
}: {
  readonly handle: PlanHandle
  readonly place: PlanHandle['place']
  readonly isPicked: boolean
  readonly hand: Hand
  readonly space: PictureSpace
  readonly planning: boolean
  /** Which way the camera looks along the floor, radians about y. */
  readonly yaw: number
  readonly onGrip: (e: PointerEvent, handle: PlanHandle, by: Grip) => void
}) {
  const seen = space.at(place)
  const { x, y, width, height } = space.rect
  const isIn = seen && seen.pixel[0] >= x && seen.pixel[1] >= y && seen.pixel[0] <= x + width && seen.pixel[1] <= y + height
  // The picture's own camera stands in its own eye.
  if (!isIn) return null
  const [cx, cy] = seen.pixel
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <circle
      className={`gizmo-mark of-${handle.kind}${isPicked ? ' is-picked' : ''}${handle.isFixed ? ' is-fixed' : ''}`}
      cx={cx}
      cy={cy}
      r={handle.kind === 'person' ? 9 : 7}
      role="button"
      tabIndex={0}
      aria-pressed={isPicked}
      aria-label={handle.isFixed ? `Pick ${handle.title}` : `Move ${handle.title} in the picture: ${KEYS_OF(handle.kind)}`}
      data-testid={`mark-${handle.kind}-${handle.key}`}
      onPointerDown={(e) => onGrip(e, handle, { kind: 'body' })}
      onKeyDown={(e) => {
        if (!keyOnHeld(e, handle, hand, planning || handle.isFixed === true, yaw)) return
        e.preventDefault()
        e.stopPropagation()
      }}
    >
      <title>{handle.title}</title>
    </circle>
  )
}

/** Turns the camera so that the picture goes with the pointer; with Shift it is carried. */
function turn(camera: CameraHold, to: Pixel, from: Pixel, isCarried: boolean, space: PictureSpace, { slice: { shot } }: Hand): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const angle = space.metresAPixel(1)
  if (!isCarried) {
    camera.step({ pan: -dx * angle, tilt: dy * angle })
    return
  }
  const key = shot.camera.keys[0]
  const far = key ? Math.hypot(...([0, 1, 2] as const).map((i) => key.target[i] - key.position[i])) : 3
  camera.step({ right: -dx * angle * far, up: dy * angle * far })
}

/** What each pixel of a picture shows, once it is drawn; undefined before. */
function useIds(seen: SeenPicture): IdPixels | undefined {
  const [got, setGot] = useState<{ readonly of: SeenPicture; readonly ids: IdPixels }>()
  useEffect(() => {
    let here = true
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      // A lost device is said by the viewport.
      const ids = await seen.ids().catch(() => undefined)
      if (!here) return
      if (ids) setGot({ of: seen, ids })
      else timer = setTimeout(ask, AGAIN_MS)
    }
    timer = setTimeout(ask, AGAIN_MS)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [seen])
  return got?.of === seen ? got.ids : undefined
}

/** Turns of the wheel over an element: React's own listeners cannot keep the page from scrolling. */
function useWheel(of: React.RefObject<SVGGElement | null>, isOn: boolean, onTurn: (by: 1 | -1) => void): void {
  const turned = useRef(onTurn)
  turned.current = onTurn
  useEffect(() => {
    const element = of.current
    if (!isOn || !element) return
    const wheel = (e: WheelEvent) => {
      e.preventDefault()
      turned.current(e.deltaY < 0 ? 1 : -1)
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [of, isOn])
}

/** Clicks on the picture itself that move nothing. */
function usePick(isOn: boolean, onPick: (e: MouseEvent) => void): void {
  const pick = useRef(onPick)
  pick.current = onPick
  useEffect(() => {
    if (!isOn) return
    let from: Pixel | undefined
    const isPicture = (e: MouseEvent) => e.target instanceof HTMLCanvasElement && e.target.closest('.viewport') !== null
    const down = (e: globalThis.PointerEvent) => {
      from = isPicture(e) ? [e.clientX, e.clientY] : undefined
    }
    const up = (e: globalThis.PointerEvent) => {
      if (from && Math.hypot(e.clientX - from[0], e.clientY - from[1]) < STILL_PX) pick.current(e)
    }
    window.addEventListener('pointerdown', down, true)
    window.addEventListener('pointerup', up, true)
    return () => {
      window.removeEventListener('pointerdown', down, true)
      window.removeEventListener('pointerup', up, true)
    }
  }, [isOn])
}
