import { useEffect, useMemo, useRef } from 'react'
import { CAMERA_RANGES } from '../../departments/camera'
import { add, cameraPointNumber, clamp, cross, distance, type HandEdit, normalize, scale, sub, type Vec3 } from '../../film'
import { fovYOf } from '../../motion'
import { seenPicture } from '../store/seen-picture'
import { aimedBy, cameraIndex, editsOf, type Hand, panTiltOf } from './hand'

/** How a camera is moved by hand: turned, radians to the right and up; carried along its own axes, metres; zoomed, times. */
export interface CameraStep {
  readonly pan?: number
  readonly tilt?: number
  readonly right?: number
  readonly up?: number
  readonly ahead?: number
  readonly zoom?: number
}

interface Pose {
  readonly position: Vec3
  readonly target: Vec3
  readonly lensMm: number
}

/** After so long without another step the camera stays where it is, milliseconds. */
const SETTLED_MS = 600
/** Steeper than this it does not look, degrees. */
const STEEPEST = 88
/** A dolly comes so near to what is looked at, metres. */
const NEAREST_M = 0.3
const UP: Vec3 = [0, 1, 0]

const DEGREE = Math.PI / 180
/** What keys do with the camera: a step, which Shift makes five times as large. */
const KEYS: Readonly<Record<string, CameraStep>> = {
  ArrowLeft: { pan: -DEGREE },
  ArrowRight: { pan: DEGREE },
  ArrowUp: { tilt: DEGREE },
  ArrowDown: { tilt: -DEGREE },
  w: { ahead: 0.1 },
  s: { ahead: -0.1 },
  a: { right: -0.1 },
  d: { right: 0.1 },
  q: { up: -0.1 },
  e: { up: 0.1 },
  '+': { zoom: 1.05 },
  '-': { zoom: 1 / 1.05 },
}
const COARSE = 5

/** The step that a key is; undefined for one that moves no camera. */
export function stepOfKey(key: string, isCoarse: boolean): CameraStep | undefined {
  const step = KEYS[key.length === 1 ? key.toLowerCase() : key]
  if (!step || !isCoarse) return step
  return Object.fromEntries(Object.entries(step).map(([what, by]) => [what, what === 'zoom' ? by ** COARSE : by * COARSE])) as CameraStep
}

function stepped({ position, target, lensMm }: Pose, { pan = 0, tilt = 0, right = 0, up = 0, ahead = 0, zoom = 1 }: CameraStep): Pose {
  const { panDeg, tiltDeg } = panTiltOf(position, target)
  const aim = aimedBy(position, distance(position, target), panDeg + pan / DEGREE, clamp(tiltDeg + tilt / DEGREE, -STEEPEST, STEEPEST))
  const way = normalize(sub(aim, position))
  const side = normalize(cross(way, UP))
  // A dolly goes towards what is looked at, and stops before it; anything else takes it along.
  const dolly = Math.min(ahead, distance(position, aim) - NEAREST_M)
  const along = add(scale(side, right), scale(UP, up))
  return {
    position: add(position, add(along, scale(way, dolly))),
    target: add(aim, along),
    lensMm: clamp(lensMm * zoom, ...CAMERA_RANGES.lensMm),
  }
}

/** What a step asks: turned is turned, but nothing is walked through. */
export interface CameraHold {
  readonly step: (step: CameraStep) => void
  /** The camera stays where it is from now on: one edit. */
  readonly letGo: () => void
}

/** Moves the shot's camera by hand, live: the picture is seen from there at once, and planned when it is let go. */
export function useCameraHold(hand: Hand): CameraHold {
  const now = useRef(hand)
  now.current = hand
  const held = useRef<{ pose: Pose; from: Pose; index: number; shot: string } | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hold = useMemo((): CameraHold => {
    const letGo = () => {
      clearTimeout(timer.current)
      const [{ current: hand }, was] = [now, held.current]
      held.current = undefined
      const made = was && was.shot === hand.shot.key ? editsOfPose(hand, was.index, was.from, was.pose) : []
      if (made.length === 0) seenPicture.setState({ held: undefined })
      // Until it is planned the picture stays as it was left.
      else void hand.edit(...made).finally(() => held.current === undefined && seenPicture.setState({ held: undefined }))
    }
    const step = (by: CameraStep) => {
      const { current: hand } = now
      const { camera, aspect } = hand.slice.shot
      const index = held.current?.index ?? cameraIndex(hand)
      const key = camera.keys[index]
      if (!key) return
      const from: Pose = held.current?.from ?? { position: key.position, target: key.target, lensMm: key.lensMm ?? camera.lensMm }
      const before = held.current?.pose ?? from
      const wanted = stepped(before, by)
      const moves = distance(wanted.position, before.position) > 1e-6
      const put = moves
        ? hand.settle(
            { kind: 'camera', key: String(cameraPointNumber(camera, index)), place: key.position },
            { place: wanted.position, isFree: true },
          )
        : undefined
      hand.say(put?.refused ? `Not there: ${put.refused}` : put?.held)
      const pose = put?.refused ? { ...before, lensMm: wanted.lensMm } : put ? { ...wanted, position: put.place } : wanted
      held.current = { pose, from, index, shot: hand.shot.key }
      const fovY = fovYOf(camera.sensorWidthMm, pose.lensMm, aspect)
      seenPicture.setState({ held: { position: pose.position, target: pose.target, roll: key.roll, fovY } })
      clearTimeout(timer.current)
      timer.current = setTimeout(letGo, SETTLED_MS)
    }
    return { step, letGo }
  }, [])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      seenPicture.setState({ held: undefined })
    },
    [],
  )
  return hold
}

/** What of a camera is elsewhere: one step. */
function editsOfPose(hand: Hand, index: number, from: Pose, pose: Pose): HandEdit[] {
  const key = String(cameraPointNumber(hand.slice.shot.camera, index))
  const lens = Math.round(pose.lensMm * 10) / 10
  const rounded = (at: Vec3) => at.map((v) => Math.round(v * 1000) / 1000) as unknown as Vec3
  return [
    ...editsOf({ kind: 'camera', key, place: from.position }, { place: rounded(pose.position) }, hand),
    ...editsOf({ kind: 'aim', key, place: from.target }, { place: rounded(pose.target) }, hand),
    ...(Math.abs(pose.lensMm - from.lensMm) < 0.05
      ? []
      : [{ target: hand.shot.key, path: 'camera.lensMm', value: lens, base: Math.round(hand.slice.shot.camera.lensMm * 10) / 10 }]),
  ]
}
