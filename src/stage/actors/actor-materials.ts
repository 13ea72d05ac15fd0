import {
  abs,
  attribute,
  clamp,
  dFdx,
  dFdy,
  dot,
  float,
  fwidth,
  max,
  mix,
  normalize,
  normalView,
  normalViewGeometry,
  normalWorld,
  positionView,
  positionViewDirection,
  positionWorld,
  pow,
  reflect,
  sin,
  smoothstep,
  step,
  sub,
  vec3,
} from 'three/tsl'
import { type LightingModelDirectInput, MeshStandardNodeMaterial, type Node, type NodeBuilder, PhysicalLightingModel } from 'three/webgpu'
import type { SceneLookUniforms } from '../materials'
import { KINDS } from './mesh-builder'

/** The materials that everybody shares: one graph, so a new person compiles nothing. */
export interface ActorMaterials {
  /** For body and head alike. */
  readonly solid: MeshStandardNodeMaterial
  dispose(): void
}

type Scalar = Node<'float'>
type Colour = Node<'vec3'>

const surface = () => attribute<'vec4'>('surface', 'vec4')
const is = (kind: keyof typeof KINDS): Scalar => step(abs(surface().z.sub(KINDS[kind])), 0.5)

/** The direction along a strand in view space, from how the grain lies on the screen. */
const strand = (): Colour => {
  const across = attribute<'vec2'>('grain', 'vec2').x
  const t = dFdx(positionView)
    .mul(dFdy(across))
    .sub(dFdy(positionView).mul(dFdx(across)))
  // Along the surface: smooth normals hide the triangles that derivatives show.
  const flat = t.sub(normalView.mul(dot(t, normalView)))
  return normalize(flat.add(vec3(0, 1e-9, 0)))
}

/**
 * Direct light on people, added to three's own: skin lets a little warm light past the terminator (a cheap stand-in for
 * subsurface scattering), cloth has a soft fuzz at grazing angles, hair a highlight across its strands (Kajiya and Kay 1989).
 */
class PeopleLighting extends PhysicalLightingModel {
  readonly #look: SceneLookUniforms

  constructor(look: SceneLookUniforms) {
    super()
    this.#look = look
  }

  override direct(input: LightingModelDirectInput, builder: NodeBuilder): void {
    const l = input.lightDirection as unknown as Colour
    const light = (input.lightColor as unknown as Colour).mul(this.#look.banded(dot(normalView, l)))
    super.direct({ ...input, lightColor: light } as unknown as LightingModelDirectInput, builder)
    const reflected = input.reflectedLight as unknown as { directDiffuse: Colour; directSpecular: Colour }
    const albedo = attribute<'vec3'>('albedo', 'vec3')
    const nl = dot(normalView, l)
    const nv = clamp(dot(normalView, positionViewDirection), 0, 1)
    const wrapped = max(nl.add(0.38).div(1.38), 0)
    const beyond = max(sub(wrapped.mul(wrapped), max(nl, 0)), 0)
    const flesh = albedo
      .mul(vec3(0.36, 0.115, 0.06))
      .mul(beyond)
      .mul(is('skin'))
    // The white of an eye is wet and lets light in from the side.
    const wet = albedo.mul(beyond).mul(0.3).mul(is('eye'))
    const fuzz = pow(nv.oneMinus(), 3)
      .mul(max(nl.add(0.3).div(1.3), 0))
      .mul(is('cloth'))
    reflected.directDiffuse.addAssign(light.mul(flesh.add(wet).add(mix(albedo, vec3(0.5), 0.22).mul(fuzz).mul(0.3))))
    const half = normalize(l.add(positionViewDirection))
    const th = dot(strand(), half)
    const along = pow(max(float(1).sub(th.mul(th)), 0), 18)
      .mul(0.16)
      .mul(max(nl.add(0.15), 0))
    reflected.directSpecular.addAssign(
      light
        .mul(mix(albedo, vec3(0.3), 0.14))
        .mul(along)
        .mul(is('hair'))
        .mul(0.5),
    )
  }
}

class PeopleMaterial extends MeshStandardNodeMaterial {
  readonly #look: SceneLookUniforms

  constructor(look: SceneLookUniforms) {
    super()
    this.#look = look
  }

  override setupLightingModel(): PhysicalLightingModel {
    return new PeopleLighting(this.#look)
  }

  override setupModelViewProjection(): Node<'vec4'> {
    return this.#look.clip()
  }
}

/** Cloth colour with its pattern and weave; the weave fades out before it could shimmer. */
function patterned(look: SceneLookUniforms): Colour {
  const albedo = attribute<'vec3'>('albedo', 'vec3')
  const accent = attribute<'vec4'>('accent', 'vec4')
  const grain = attribute<'vec2'>('grain', 'vec2')
  const id = accent.w
  const kind = (n: number): Scalar => step(abs(id.sub(n)), 0.5)
  const band = (v: Scalar, period: number, share: number): Scalar => {
    const w = sin(v.mul((Math.PI * 2) / period))
    const soft = fwidth(v)
      .mul((Math.PI * 2) / period)
      .add(0.04)
    return smoothstep(soft.negate(), soft, w.add(share))
  }
  const stripes = band(grain.x, 0.046, -0.1)
  const checks = band(grain.x, 0.075, -0.15)
    .add(band(grain.y, 0.075, -0.15))
    .mul(0.5)
  const pins = band(grain.x, 0.022, -0.93)
  const row = sin(grain.x.mul(125)).mul(sin(grain.y.mul(125)))
  const spots = smoothstep(0.62, 0.74, row)
  const amount = kind(1).mul(stripes).add(kind(2).mul(checks)).add(kind(3).mul(spots)).add(kind(5).mul(pins).mul(0.6))
  const fade = (v: Scalar, frequency: number) => clamp(float(1.4).sub(fwidth(v).mul(frequency)), 0, 1)
  const rib = sin(grain.x.mul(700)).mul(fade(grain.x, 700)).mul(kind(4))
  const weave = sin(grain.x.mul(2600))
    .mul(sin(grain.y.mul(2600)))
    .mul(fade(grain.x, 2600))
    .mul(is('cloth'))
  const strands = sin(grain.x.mul(900).add(sin(grain.y.mul(60)).mul(0.8)))
    .mul(fade(grain.x, 900))
    .mul(is('hair'))
  const tone = rib.mul(0.14).add(weave.mul(0.1)).add(strands.mul(0.12)).mul(look.texture).add(1)
  return mix(albedo, accent.xyz, amount).mul(tone)
}

/**
 * Makes the shared materials of all actors for one renderer.
 * @param look how the style wants them drawn.
 */
export function actorMaterials(look: SceneLookUniforms): ActorMaterials {
  const solid = new PeopleMaterial(look)
  solid.name = 'people'
  const s = surface()
  const base = patterned(look)
  solid.colorNode = base
  solid.roughnessNode = s.x
  solid.metalnessNode = s.y
  // A glint that never leaves the eye, as painters put it there: upper left, where a key would stand.
  const bounce = reflect(positionViewDirection.negate(), normalView)
  const glint = smoothstep(0.955, 0.975, dot(bounce, vec3(-0.36, 0.5, 0.787))).add(
    smoothstep(0.975, 0.99, dot(bounce, vec3(0.45, -0.2, 0.87))).mul(0.25),
  )
  solid.emissiveNode = base.mul(s.w).add(vec3(0.5).mul(glint).mul(is('eye')))
  solid.normalNode = look.normal(normalViewGeometry as unknown as Colour)
  // Shadows are looked up a little off the skin, so that its triangles throw none on one another, and outside the lids for eyes.
  const off = is('skin').mul(0.008).add(is('eye').mul(0.022)).add(is('hair').mul(0.004))
  solid.receivedShadowPositionNode = positionWorld.add(normalWorld.mul(off))
  return {
    solid,
    dispose: () => {
      solid.dispose()
    },
  }
}
