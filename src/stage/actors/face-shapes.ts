import { smoothstep, type Vec3 } from '../../film'
import type { HeadShape } from './head-field'
import { almond, EYE, EYE_LOOPS, EYE_RADIUS, MOUTH_Y } from './head-topology'

/** The channels a face is moved by; morph targets of the head in this order. */
export const FACE_CHANNELS = [
  'jawOpen',
  'wide',
  'round',
  'press',
  'lipLift',
  'smile',
  'smirk',
  'frown',
  'browUpL',
  'browUpR',
  'browDown',
  'browSad',
  'squint',
  'eyeWide',
  'blinkL',
  'blinkR',
] as const
export type FaceChannel = (typeof FACE_CHANNELS)[number]

/** A vertex of the face with what it belongs to; `eye` and `mouth` parts follow their loops, `jaw` the lower teeth. */
export interface FacePoint {
  readonly p: Vec3
  readonly zone: 'skin' | 'leftEye' | 'rightEye' | 'mouth' | 'neck' | 'jaw' | 'fixed'
  readonly loop: number
  readonly angle: number
}

const HINGE_Y = -0.08
const HINGE_Z = -0.02
const JAW_ANGLE = 0.33

const bump = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) =>
  Math.exp(-(((x - cx) / rx) ** 2) - ((y - cy) / ry) ** 2)

/** Where the lid's margin stands at a loop angle, relative to the eye: [x, y], with this eye's size. */
export const lidMargin = (angle: number, shape: HeadShape, loop = 0): readonly [number, number] => {
  const s = shape.eyeRadius / EYE_RADIUS
  const [x, y] = almond(angle, EYE_LOOPS[Math.min(loop, 3)]!)
  // Old and heavy upper lids hang lower; eyes lean up or down towards the temples.
  const hang = y > 0 && loop < 2 ? 1 - 0.14 * shape.old - 0.13 * shape.hood : 1
  return [x * s, y * s * hang + shape.eyeTilt * x]
}

/** How far a point moves in head space when a channel is fully on. */
export function displace(channel: FaceChannel, v: FacePoint, shape: HeadShape): Vec3 {
  const [x, y, z] = v.p
  const u = Math.abs(x)
  const side = x < 0 ? -1 : 1
  const half = shape.mouthHalf
  const front = smoothstep(0.08, 0.3, z)
  const mouth = v.zone === 'mouth'
  const inEye = v.zone === 'leftEye' || v.zone === 'rightEye'
  if (v.zone === 'fixed') return [0, 0, 0]
  // Nothing behind the ears moves: there its share of a bump is not worked out.
  const ahead = (cx: number, cy: number, rx: number, ry: number) => (front === 0 ? 0 : bump(u, y, cx, cy, rx, ry) * front)
  const corner = mouth ? Math.abs(Math.cos(v.angle)) ** 3 : ahead(half * 1.08, MOUTH_Y, 0.075, 0.07)
  const lower = mouth ? Math.max(0, -Math.sin(v.angle)) : 0
  const upper = mouth ? Math.max(0, Math.sin(v.angle)) : 0
  switch (channel) {
    case 'jawOpen': {
      const w = jawWeight(v, half)
      if (w === 0) return [0, 0, 0]
      const a = JAW_ANGLE * w
      const c = Math.cos(a)
      const s = Math.sin(a)
      const dy = y - HINGE_Y
      const dz = z - HINGE_Z
      // The corners come in a little as the mouth opens.
      const pull = corner * 0.012
      return [-side * pull, dy * c - dz * s - dy, dz * c + dy * s - dz]
    }
    case 'smile': {
      const cheek = ahead(0.19, -0.13, 0.1, 0.085) * (mouth ? 0 : 1)
      const lid = inEye && v.loop > 0 && Math.sin(v.angle) < 0 ? 0.008 : 0
      const near = mouth ? 0 : ahead(half * 1.25, MOUTH_Y + 0.03, 0.08, 0.07)
      return [
        side * (corner * 0.034 + cheek * 0.012 + near * 0.012),
        corner * 0.05 + cheek * 0.026 + near * 0.016 + upper * 0.006 + lid - lower * 0.006,
        -corner * 0.024 + cheek * 0.018 - near * 0.004,
      ]
    }
    case 'smirk': {
      // One corner of the mouth and the brow above it.
      const one = smoothstep(-0.02, 0.06, x)
      const near = mouth ? 0 : ahead(half * 1.25, MOUTH_Y + 0.03, 0.08, 0.08)
      const brow = inEye || mouth ? 0 : ahead(0.15, 0.155, 0.15, 0.09)
      return [
        one * (corner * 0.026 + near * 0.016),
        one * (corner * 0.042 + near * 0.02 + upper * 0.008 + brow * 0.036),
        one * (near * 0.012 - corner * 0.014),
      ]
    }
    case 'frown': {
      const chin = mouth ? 0 : ahead(0, -0.4, 0.1, 0.06)
      return [side * corner * 0.004, -corner * 0.042 + chin * 0.014 + lower * 0.008, -corner * 0.006 + chin * 0.01]
    }
    case 'wide': {
      const near = mouth ? 0 : ahead(half * 1.2, MOUTH_Y, 0.08, 0.09)
      return [side * (corner * 0.03 + near * 0.014), lower * 0.008 - upper * 0.004, -corner * 0.014]
    }
    case 'round': {
      const w = mouth ? (v.loop === 4 ? 0.55 : 1) : ahead(0, MOUTH_Y, 0.2, 0.12) * 0.45
      const open = mouth && v.loop < 4 ? 0.014 : 0.003 * w
      const roll = mouth && v.loop < 3 ? 0.012 : 0
      return [-x * 0.44 * w, (upper - lower) * open, (0.034 + roll) * w * (mouth ? 1 : 0.7)]
    }
    case 'press': {
      if (v.zone === 'jaw' || !mouth) return [0, 0, 0]
      const k = [0.0, 0.5, 0.42, 0.3, 0.1][v.loop] ?? 0
      return [side * corner * 0.004, (MOUTH_Y - y) * k, v.loop < 3 ? -0.012 : -0.003]
    }
    case 'lipLift': {
      const fold = mouth ? 0 : ahead(0.085, -0.17, 0.08, 0.06)
      return [side * fold * 0.004, upper ** 0.7 * 0.026 - lower ** 0.7 * 0.012 + fold * 0.016, fold * 0.01]
    }
    case 'browUpL':
    case 'browUpR': {
      // Both share the middle of the forehead, so that together they are one.
      const mine = smoothstep(-0.06, 0.06, channel === 'browUpL' ? x : -x)
      const w = mine * ahead(0.15, 0.155, 0.17, 0.1)
      const lid = inEye && v.loop === 2 && Math.sin(v.angle) > 0 ? 0.014 : 0
      return inEye ? [0, mine * (v.loop === 3 && Math.sin(v.angle) > 0 ? 0.05 * Math.sin(v.angle) : lid), 0] : [0, 0.062 * w, -0.006 * w]
    }
    case 'browDown': {
      const w = ahead(0.11, 0.14, 0.15, 0.08)
      const inner = ahead(0.06, 0.125, 0.075, 0.075)
      const eye = inEye && v.loop >= 2 && Math.sin(v.angle) > 0 ? 0.5 : inEye ? 0 : 1
      return [-side * inner * 0.02 * eye, (-0.034 * w - 0.022 * inner) * eye, (0.012 * w + 0.008 * inner) * eye]
    }
    case 'browSad': {
      const inner = ahead(0.06, 0.145, 0.075, 0.09)
      const outer = ahead(0.24, 0.135, 0.07, 0.08)
      const eye = inEye && v.loop >= 2 && Math.sin(v.angle) > 0 ? 0.5 : inEye ? 0 : 1
      return [-side * inner * 0.012 * eye, (inner * 0.056 - outer * 0.02) * eye, inner * 0.004 * eye]
    }
    case 'blinkL':
    case 'blinkR':
    case 'squint':
    case 'eyeWide':
      return lids(channel, v, shape, front)
  }
}

function jawWeight(v: FacePoint, half: number): number {
  if (v.zone === 'jaw') return 1
  const [x, y, z] = v.p
  const u = Math.abs(x)
  if (v.zone === 'mouth' && v.loop < 4) {
    const s = Math.sin(v.angle)
    return s < 0 ? 0.4 + 0.6 * (-s) ** 0.85 : 0.4 * (1 - s) ** 1.6
  }
  const away = Math.max(0, u - half)
  const middle = MOUTH_Y + 0.35 * away
  const band = 0.05 + 0.42 * away
  const w = smoothstep(middle + band, middle - band, y) * smoothstep(-0.22, 0.14, z)
  return w * smoothstep(-0.7, -0.5, y + (z < 0.12 ? -0.06 : 0))
}

/** Lids slide over the ball: every lid point is put back on its sphere. */
function lids(channel: 'blinkL' | 'blinkR' | 'squint' | 'eyeWide', v: FacePoint, shape: HeadShape, front: number): Vec3 {
  const [x, y, z] = v.p
  if (v.zone !== 'leftEye' && v.zone !== 'rightEye') {
    if (channel !== 'squint' || v.zone !== 'skin') return [0, 0, 0]
    const w = bump(Math.abs(x), y, 0.17, -0.11, 0.1, 0.06) * front
    return [0, w * 0.02, w * 0.008]
  }
  const mine = v.zone === 'leftEye' ? 'blinkL' : 'blinkR'
  if ((channel === 'blinkL' || channel === 'blinkR') && channel !== mine) return [0, 0, 0]
  const s = Math.sin(v.angle)
  const top = s >= 0
  const mirrored = Math.PI * 2 - v.angle
  const [, other] = lidMargin(mirrored, shape)
  const [, own] = lidMargin(v.angle, shape)
  const low = top ? other : own
  const high = top ? own : other
  const meet = low + (high - low) * 0.16
  const gap = channel === 'squint' ? (top ? 0.16 : 0.4) : channel === 'eyeWide' ? (top ? -0.3 : -0.08) : 1
  const share = [1, 0.62, 0.16, 0][v.loop] ?? 0
  const ey = EYE[1]
  const dy = (meet - own) * gap * share
  if (dy === 0) return [0, 0, 0]
  // Keep the distance from the centre of the ball.
  const cx = (v.zone === 'leftEye' ? 1 : -1) * (EYE[0] + shape.eyeShift)
  const rx = x - cx
  const ry = y - ey
  const rz = z - EYE[2]
  const r2 = rx * rx + ry * ry + rz * rz
  const ny = ry + dy
  const nz = Math.sqrt(Math.max(r2 - rx * rx - ny * ny, 1e-6))
  const on = v.loop < 2 ? 1 : 0.7
  return [0, dy, rz > 0 ? (nz - rz) * on : 0]
}
