import { BONES, type CharacterSpec, hexToLinear, mix, normalize, random, smoothstep, type Vec3 } from '../../film'
import { beard } from './beard'
import type { Body } from './body-field'
import { ears } from './ears'
import { creases, freckles, scar } from './face-marks'
import { brows, eyeballs, lashes, mouthInside } from './face-parts'
import { displace, FACE_CHANNELS, type FacePoint, lidMargin } from './face-shapes'
import { type HeadShape, headField } from './head-field'
import { EYE, HEAD_CENTRE, type HeadTopology, headTopology, MOUTH_LOOPS, MOUTH_Y, mouthDepth } from './head-topology'
import { type ActorMesh, type Binding, type Look, MeshBuilder } from './mesh-builder'
import { type Field, gradient, march } from './sdf'

/** Everything the parts of a head need of one another. Head space: origin half-way up the head, unit chin to crown. */
export interface HeadContext {
  readonly spec: CharacterSpec
  readonly body: Body
  readonly shape: HeadShape
  readonly builder: MeshBuilder
  /** Face points of the builder's vertices, in order. */
  readonly points: FacePoint[]
  readonly detail: 'wide' | 'full'
  readonly headM: number
  readonly headBone: Binding
  readonly skin: Vec3
  readonly hair: Vec3
  /** Head space to figure space. */
  toWorld(p: Vec3): Vec3
  /** Adds a vertex given in head space. */
  add(
    point: FacePoint,
    look: Look,
    options?: { normal?: Vec3; binding?: Binding; tint?: number; grain?: readonly [number, number] },
  ): number
  /** The surface along a direction from the middle of the head, moved out by `lift`. */
  surface(direction: Vec3, lift?: number): Vec3
}

/** The spaces and colours of one head, without any mesh yet. */
export function headContext(spec: CharacterSpec, body: Body, detail: 'wide' | 'full'): HeadContext {
  const headM = body.pose.figure.headM
  const origin: Vec3 = [0, spec.heightM - headM * 0.5, 0]
  const neck = body.pose.at('neck')
  const shape = headField(spec, body.neckRadius / headM, [(neck[1] - origin[1]) / headM, neck[2] / headM - 0.01])
  const builder = new MeshBuilder()
  const points: FacePoint[] = []
  const headIndex = BONES.indexOf('head')
  const neckIndex = BONES.indexOf('neck')
  const jointY = (body.pose.at('head')[1] - origin[1]) / headM
  const toWorld = (p: Vec3): Vec3 => [p[0] * headM, origin[1] + p[1] * headM, p[2] * headM]
  const bindingOf = (p: Vec3): Binding => {
    // Below the jaw and behind it the neck takes over.
    const t = smoothstep(jointY - 0.3, jointY - 0.02, p[1] + 0.55 * Math.max(0, p[2] - 0.05))
    return [
      [headIndex, t],
      [neckIndex, 1 - t],
    ]
  }
  return {
    spec,
    body,
    shape,
    builder,
    points,
    detail,
    headM,
    headBone: [[headIndex, 1]],
    skin: hexToLinear(spec.skin),
    hair: hexToLinear(spec.hair.colour),
    toWorld,
    add(point, look, options = {}) {
      points.push(point)
      return builder.vertex(
        toWorld(point.p),
        options.normal ?? [0, 0, 0],
        look,
        options.binding ?? bindingOf(point.p),
        options.grain,
        options.tint,
      )
    },
    surface(direction, lift = 0) {
      const t = march(shape.field, HEAD_CENTRE[0], HEAD_CENTRE[1], HEAD_CENTRE[2], direction[0], direction[1], direction[2], 0.9) + lift
      return [HEAD_CENTRE[0] + direction[0] * t, HEAD_CENTRE[1] + direction[1] * t, HEAD_CENTRE[2] + direction[2] * t]
    },
  }
}

/** How far apart the points of a head's net are (see headTopology): what lines, freckles and beard bring to a face its net saves. */
function netSpacing({ spec, shape, detail }: Pick<HeadContext, 'spec' | 'shape' | 'detail'>): number {
  if (detail === 'wide') return 1.75
  const lined = Math.max(spec.marks.includes('wrinkles') ? 0.45 : 0, shape.old) >= 0.3
  const bearded = spec.hair.beard !== 'none' && spec.hair.beard !== 'stubble'
  return [1, 1.12, 1.24, 1.36][(lined ? 1 : 0) + (bearded ? 1 : 0) + (spec.marks.includes('freckles') ? 1 : 0)]!
}

/** The net of somebody's head: finer on a crown on which nothing grows, for one sees its outline. */
export function headNet(context: Pick<HeadContext, 'spec' | 'shape' | 'detail'>): HeadTopology {
  const { style } = context.spec.hair
  return headTopology(netSpacing(context), style === 'bald' || style === 'balding')
}

/** The head's mesh with its face channels as morph targets. */
export function buildHead(context: HeadContext): ActorMesh {
  const { shape, builder, points } = context
  const topology = headNet(context)
  const first = builder.count
  for (const point of topology.points) {
    const p = placePoint(context, point.zone, point.loop, point.angle, point.direction)
    const paint = paintSkin(context, p, point.zone, point.loop, point.angle)
    // Low on the neck it is lit as the body's is, which goes on there.
    const below = point.zone === 'neck' ? 1 : point.zone === 'skin' ? smoothstep(-0.42, -0.54, p[1]) : 0
    const own = point.zone === 'skin' ? gradient(shape.field, p[0], p[1], p[2], p[2] > 0.36 && p[1] < -0.09 ? 0.01 : 0.018) : undefined
    const neck = below > 0 ? gradient(neckOf(context), p[0], p[1], p[2], 0.018) : undefined
    const g = own && neck ? normalize(mix(own, neck, below)) : (own ?? neck)
    context.add({ p, zone: point.zone, loop: point.loop, angle: point.angle }, paint.look, {
      tint: paint.tint,
      ...(g ? { normal: g } : {}),
      grain: [p[0], p[1]],
    })
  }
  for (let t = 0; t < topology.triangles.length; t += 3)
    builder.triangle(first + topology.triangles[t]!, first + topology.triangles[t + 1]!, first + topology.triangles[t + 2]!)
  builder.smoothNormals(first, 0)
  const loopOf = (zone: FacePoint['zone'], loop: number) =>
    topology.points.flatMap((pt, i) => (pt.zone === zone && pt.loop === loop ? [first + i] : []))
  lashes(context, loopOf('leftEye', 0), loopOf('rightEye', 0))
  mouthInside(context, loopOf('mouth', 0))
  eyeballs(context)
  brows(context)
  scar(context)
  creases(context)
  freckles(context)
  ears(context)
  beard(context, topology.triangles, first)
  const fine = points.length
  const morphs = FACE_CHANNELS.map((channel) => {
    const out = new Float32Array(fine * 3)
    for (let i = 0; i < fine; i++) {
      const d = displace(channel, points[i]!, shape)
      for (let k = 0; k < 3; k++) out[i * 3 + k] = d[k]! * context.headM
    }
    return out
  })
  return builder.finish(morphs)
}

function placePoint(context: HeadContext, zone: FacePoint['zone'], loop: number, angle: number, direction: Vec3): Vec3 {
  const { shape } = context
  if (zone === 'leftEye' || zone === 'rightEye') {
    const side = zone === 'leftEye' ? 1 : -1
    const [x, y] = lidMargin(angle, shape, loop)
    const cx = EYE[0] + shape.eyeShift
    if (loop < 2) {
      const r = shape.eyeRadius * (loop === 0 ? 1.06 : 1.085)
      const flat = Math.sqrt(x * x + y * y)
      const k = Math.min(1, (r * 0.97) / flat)
      const z = Math.sqrt(Math.max(r * r - (flat * k) ** 2, 0))
      return [side * (cx + x * k), EYE[1] + y * k, EYE[2] + z]
    }
    const target: Vec3 = [side * (cx + x), EYE[1] + y, 0]
    const d = towards(target, 0.4)
    const on = context.surface(d)
    if (loop === 2) {
      // The crease never comes nearer to the ball than a lid is thick.
      const r: Vec3 = [on[0] - side * cx, on[1] - EYE[1], on[2] - EYE[2]]
      const l = Math.sqrt(r[0] ** 2 + r[1] ** 2 + r[2] ** 2)
      const k = Math.max(1, (shape.eyeRadius * 1.1) / l)
      return [side * cx + r[0] * k, EYE[1] + r[1] * k, EYE[2] + r[2] * k]
    }
    return on
  }
  if (zone === 'mouth') {
    const size = MOUTH_LOOPS[loop]!
    const c = Math.cos(angle)
    const s = Math.sin(angle)
    const scale = shape.mouthHalf / MOUTH_LOOPS[0][0]
    const full = loop === 0 || loop === 4 ? 1 : 0.55 + 0.45 * shape.lip
    // A cupid's bow above, a fuller middle below.
    const bow =
      s > 0 && loop >= 1 && loop < 4 ? 1 + 0.16 * Math.exp(-((Math.abs(c) - 0.3) ** 2) / 0.02) - 0.14 * Math.exp(-(c * c) / 0.015) : 1
    const taper = loop > 0 && loop < 4 ? 1 - 0.25 * Math.abs(c) ** 3 : 1
    // Lips thin out towards the corners, the lower one sooner.
    const sy = s >= 0 ? s : loop > 0 && loop < 4 ? -((-s) ** 1.45) : s
    const y =
      MOUTH_Y +
      (s >= 0 ? size[1] * sy * bow : size[2] * sy) * full * taper +
      (loop < 4 ? 0.017 * c ** 4 : 0.006 * c ** 4) -
      (loop === 0 ? Math.sign(s) * 0.0075 * Math.min(1, Math.abs(s) * 4) : 0)
    const x = size[0] * scale * c
    if (loop === 4) return context.surface(towards([x, y, 0], mouthDepth(c)))
    // Straight back to the surface, so that a loop keeps its outline whatever the jaw.
    const z = 0.12 + march(shape.field, x, y, 0.12, 0, 0, 1, 0.5)
    const middle = 1 - 0.75 * c * c
    const out = [-0.008, 0.015 * shape.lip + 0.004, 0.008 * shape.lip + 0.001, 0, 0][loop]! * middle - (loop === 0 ? 0.006 * c * c : 0)
    return [x, y, z + out]
  }
  if (zone === 'neck') {
    // The mesh ends in a level ring low on the neck, inside every collar.
    const y = NECK_RING + 0.03 * Math.cos(angle)
    const zc = shape.neckZ(y)
    const d: Vec3 = [Math.sin(angle), 0, Math.cos(angle)]
    // On the body's own neck, a hair's breadth over it, so that the two meet in one line and one light.
    // Where shoulders rise it ends within them, under every collar.
    const t = Math.min(march(neckOf(context), 0, y, zc, d[0], d[1], d[2], 0.5) + 0.004, (context.body.neckRadius / context.headM) * 1.08)
    return [d[0] * t, y, zc + d[2] * t]
  }
  return context.surface(direction)
}

/** The direction whose ray passes near (x, y) on the front of the face. */
function towards(p: Vec3, z: number): Vec3 {
  const d: Vec3 = [p[0] - HEAD_CENTRE[0], p[1] - HEAD_CENTRE[1], z]
  const l = Math.sqrt(d[0] ** 2 + d[1] ** 2 + d[2] ** 2)
  return [d[0] / l, d[1] / l, d[2] / l]
}

const spot = (x: number, y: number, z: number, cx: number, cy: number, cz: number, r: number) =>
  Math.exp(-((x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2) / (r * r))

/** The body's neck and shoulders in head space. */
const neckOf =
  ({ body, headM, toWorld }: HeadContext): Field =>
  (x, y, z) => {
    const w = toWorld([x, y, z])
    return body.trunkAndArms(w[0], w[1], w[2]) / headM
  }

/** Height of the level ring that a head's neck ends in, head space. */
export const NECK_RING = -0.6

/** Skin is never one colour: blood in cheeks, nose, ears and lips, shadow in the sockets, a beard's shade, freckles. */
function paintSkin(context: HeadContext, p: Vec3, zone: FacePoint['zone'], loop: number, angle: number): { look: Look; tint: number } {
  const { spec, shape, skin } = context
  const light = (skin[0] + skin[1] + skin[2]) / 3
  const [x, y, z] = p
  const u = Math.abs(x)
  const rosy: Vec3 = [Math.min(1, skin[0] * 1.06), skin[1] * 0.66, skin[2] * 0.6]
  const blush = Math.min(
    0.75,
    (0.56 + 0.16 * shape.child) * spot(u, y, z, 0.19, -0.13, 0.3, 0.13) +
      0.6 * spot(u, y, z, 0.02, -0.135, 0.46, 0.07) +
      0.25 * spot(u, y, z, 0, -0.42, 0.3, 0.1),
  )
  let colour: Vec3 = mix(skin, rosy, blush)
  let tint = 1
  tint *= 1 - 0.09 * spot(u, y, z, 0.145, -0.1, 0.36, 0.05) * shape.old
  tint *= 1 - (0.62 - 0.25 * shape.child) * spot(u, y, z, ...shape.nostril, 0.026)
  if (spec.hair.beard === 'stubble' || spec.hair.beard === 'short' || spec.hair.beard === 'full') {
    const b = beardMask(p, spec.hair.style) * (zone === 'mouth' && loop < 3 ? 0 : 1) * (spec.hair.beard === 'stubble' ? 0.6 : 0.75)
    colour = mix(
      colour,
      [context.hair[0] * 0.42 + skin[0] * 0.1, context.hair[1] * 0.42 + skin[1] * 0.11, context.hair[2] * 0.42 + skin[2] * 0.14],
      b,
    )
  }
  if (spec.hair.style === 'buzz' || spec.hair.style === 'balding' || spec.hair.style === 'mohawk') {
    const scalp = smoothstep(0.16, 0.26, y + 0.35 * Math.max(0, -z + 0.15) - 0.1 * u) * (spec.hair.style === 'buzz' ? 0.6 : 0.16)
    colour = mix(colour, context.hair, scalp)
  }
  const made = spec.marks.includes('make-up')
  if (made)
    colour = mix(colour, [Math.min(1, skin[0] * 1.05), skin[1] * 0.52, skin[2] * 0.52], 0.4 * spot(u, y, z, 0.21, -0.13, 0.28, 0.09))
  // Shiny on the nose, dry beside its root: a glint there reads as a tear.
  let roughness = 0.5 - 0.1 * spot(u, y, z, 0, -0.1, 0.45, 0.14) + 0.3 * spot(u, y, z, 0.07, 0.005, 0.37, 0.07)
  if (zone === 'leftEye' || zone === 'rightEye') {
    const top = Math.sin(angle) > 0
    if (loop === 0) {
      colour = mix(colour, [0.03, 0.018, 0.014], top ? 0.82 : 0.3 + 0.2 * shape.fem)
      roughness = 0.35
    } else if (loop === 1) tint *= top ? 0.94 : 0.97
    else if (loop === 2) tint *= top ? 0.82 : 0.95
    if (made && top && loop > 0) colour = mix(colour, shadowOf(spec.key, skin), [0, 0.52, 0.42, 0.08][loop]!)
  }
  if (zone === 'mouth' && loop < 3) {
    const red = light > 0.3 ? 0.55 : 0.66
    const lipColour: Vec3 = [skin[0] * (0.86 + 0.06 * shape.fem), skin[1] * (red - 0.12 * shape.fem), skin[2] * (red - 0.02 * shape.fem)]
    const lipstick: Vec3 = [0.1 + 0.42 * skin[0], skin[1] * 0.14 + 0.012, skin[2] * 0.2 + 0.014]
    colour = mix(colour, made ? mix(lipColour, lipstick, 0.75) : lipColour, loop === 2 ? 0.75 : 0.95)
    if (loop === 0) tint *= 0.5
    else if (Math.sin(angle) > 0) tint *= 0.86
    roughness = made ? 0.26 : 0.36
  }
  const r = random(spec.key).next()
  return { look: { colour, kind: 'skin', roughness: roughness + 0.04 * r }, tint }
}

/** Eye shadow: one of four tones that go with any skin. */
function shadowOf(key: string, skin: Vec3): Vec3 {
  const tone = random(`${key}/make-up`).pick<Vec3>([
    [0.3, 0.14, 0.12],
    [0.2, 0.13, 0.24],
    [0.12, 0.17, 0.22],
    [0.36, 0.2, 0.1],
  ])
  return mix(tone, skin, 0.3)
}

/** 0 to 1: how much of a full beard grows at a place; it runs up into the hair, or ends before the ear of somebody who has none. */
export function beardMask(p: Vec3, style: CharacterSpec['hair']['style']): number {
  const [x, y, z] = p
  const u = Math.abs(x)
  // From the moustache's end the line dips a little, then rises across the cheek into the sideburn.
  const line = -0.2 - 0.05 * smoothstep(0.07, 0.14, u) + (style === 'bald' ? 0.21 : 0.36) * smoothstep(0.15, 0.34, u) ** 1.4
  return (
    smoothstep(line + 0.055, line - 0.075, y) * smoothstep(-0.6, -0.47, y) * smoothstep(-0.03, 0.08, z + 0.05 * smoothstep(-0.1, 0.1, y))
  )
}
