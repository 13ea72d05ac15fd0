import {
  attribute,
  diffuseColor,
  Fn,
  mrt,
  normalWorld,
  positionGeometry,
  positionView,
  positionWorld,
  renderGroup,
  uniform,
  vec2,
  vec4,
} from 'three/tsl'
import {
  type BufferGeometry,
  FloatType,
  HalfFloatType,
  Matrix4,
  type Node,
  type NodeBuilder,
  RenderTarget,
  UnsignedByteType,
  Vector2,
} from 'three/webgpu'
import { materialId } from '../../stage'
import { matrixAt } from './moved-geometry'

type Place = Node<'vec3'>

/** What is set before `MEASURES` is drawn: from world to clip space then, now and after; half the picture's size, pixels. */
export const MEASURE_UNIFORMS = {
  before: uniform(new Matrix4()).setGroup(renderGroup),
  now: uniform(new Matrix4()).setGroup(renderGroup),
  after: uniform(new Matrix4()).setGroup(renderGroup),
  half: uniform(new Vector2(1, 1)).setGroup(renderGroup),
}

/** Where a fragment was or will be, world space. */
function placeAt(when: 'before' | 'after'): Place {
  const matrix = uniform(new Matrix4()).onObjectUpdate(({ object }) => matrixAt(when, object))
  return Fn((_: object, builder: NodeBuilder) =>
    (builder.geometry as BufferGeometry).attributes[when] ? attribute<'vec3'>(when, 'vec3') : matrix.mul(vec4(positionGeometry, 1)).xyz,
  )() as unknown as Place
}

/** Places on the picture that are farther off than this many halves of it are cut there: half floats end. */
const FARTHEST = 8

function pixels(at: Place, view: Node): Node<'vec2'> {
  const clip = (view as Node<'mat4'>).mul(vec4(at, 1))
  return clip.xy.div(clip.w.max(1e-3)).clamp(-FARTHEST, FARTHEST).mul(MEASURE_UNIFORMS.half) as unknown as Node<'vec2'>
}

const motion = Fn(() => {
  const { before, now, after } = MEASURE_UNIFORMS
  const here = pixels(positionWorld as unknown as Place, now as unknown as Node).toVar()
  const forward = pixels(placeAt('after'), after as unknown as Node).sub(here)
  const backward = pixels(placeAt('before'), before as unknown as Node).sub(here)
  return vec4(vec2(forward), vec2(backward))
})

/** World position with metres along the view, normal, motion: 32 bytes a pixel, which is all that every WebGPU writes at once. */
export const MEASURES = mrt({
  position: vec4(positionWorld, positionView.z.negate()),
  normal: vec4(normalWorld, 1),
  motion: motion(),
})
/** Colour of surfaces, and what they are made of. */
export const SURFACE_LAYERS = mrt({ albedo: vec4(diffuseColor.rgb, 1), material: materialId() })
for (const name of ['position', 'normal', 'motion']) MEASURES.setClearColor(name, 0, 0)
for (const name of ['albedo', 'material']) SURFACE_LAYERS.setClearColor(name, 0, 0)

const TYPES = {
  position: FloatType,
  normal: HalfFloatType,
  motion: HalfFloatType,
  albedo: HalfFloatType,
  material: UnsignedByteType,
} as const

/** A target for layers of these names. */
export function targetOf(names: readonly (keyof typeof TYPES)[]): RenderTarget {
  const target = new RenderTarget(2, 2, { count: names.length })
  names.forEach((name, i) => {
    const texture = target.textures[i]!
    texture.name = name
    texture.type = TYPES[name]
    texture.generateMipmaps = false
  })
  return target
}
