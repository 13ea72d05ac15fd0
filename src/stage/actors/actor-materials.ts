import {
  attribute,
  clamp,
  dFdx,
  dFdy,
  dot,
  float,
  max,
  mix,
  normalize,
  normalView,
  normalViewGeometry,
  normalWorld,
  positionGeometry,
  positionView,
  positionViewDirection,
  positionWorld,
  pow,
  smoothstep,
  step,
  sub,
  uniform,
  vec3,
} from 'three/tsl'
import {
  type LightingModelDirectInput,
  MeshStandardNodeMaterial,
  type Node,
  type NodeBuilder,
  PhysicalLightingModel,
  Vector4,
} from 'three/webgpu'
import type { SceneLookUniforms } from '../materials'
import { type ClothNodes, clothNodes, isKind } from './cloth-material'
import type { ClothBake } from './cloth-relief'

/** The materials that everybody shares: one graph, so a new person compiles nothing. */
export interface ActorMaterials {
  /** For body and head alike. */
  readonly solid: MeshStandardNodeMaterial
  dispose(): void
}

type Colour = Node<'vec3'>

const surface = () => attribute<'vec4'>('surface', 'vec4')
const is = isKind

/**
 * The direction along a strand in view space. Vertices of hair have it as it was built (their second colour, which hair has no
 * other use for); how a triangle was moved since then is told by how its place and its first place change over the screen.
 */
const strand = (): Colour => {
  const built = attribute<'vec4'>('accent', 'vec4').xyz
  // In millimetres, so that no product of small steps is lost.
  const [bx, by] = [dFdx(positionGeometry).mul(1000), dFdy(positionGeometry).mul(1000)]
  const [xx, xy, yy] = [dot(bx, bx), dot(bx, by), dot(by, by)]
  const [tx, ty] = [dot(built, bx), dot(built, by)]
  // The built direction in shares of the two steps: the least squares' solution.
  const along = dFdx(positionView)
    .mul(tx.mul(yy).sub(ty.mul(xy)))
    .add(dFdy(positionView).mul(ty.mul(xx).sub(tx.mul(xy))))
  // Along the surface: smooth normals hide the triangles that derivatives show.
  const flat = normalize(along.add(vec3(0, 1e-20, 0)))
  return normalize(flat.sub(normalView.mul(dot(flat, normalView))))
}

/**
 * Direct light on people, added to three's own: skin lets a little warm light past the terminator (a cheap stand-in for
 * subsurface scattering), cloth has a soft fuzz at grazing angles, hair a highlight across its strands (Kajiya and Kay 1989).
 */
class PeopleLighting extends PhysicalLightingModel {
  readonly #look: SceneLookUniforms
  readonly #cloth: ClothNodes

  constructor(look: SceneLookUniforms, cloth: ClothNodes) {
    super()
    this.#look = look
    this.#cloth = cloth
  }

  override direct(input: LightingModelDirectInput, builder: NodeBuilder): void {
    const l = input.lightDirection as unknown as Colour
    const light = (input.lightColor as unknown as Colour).mul(this.#look.banded(dot(normalView, l)))
    const reflected = input.reflectedLight as unknown as { directDiffuse: Colour; directSpecular: Colour }
    const before = vec3(reflected.directSpecular).toVar()
    super.direct({ ...input, lightColor: light } as unknown as LightingModelDirectInput, builder)
    // Eyes mirror the key alone, strands have highlights of their own.
    const own = max(is('eye'), is('hair').mul(smoothstep(0.7, 0.6, surface().x).mul(0.5).add(0.32)))
    reflected.directSpecular.assign(mix(reflected.directSpecular, before, own))
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
      .mul(this.#cloth.fuzz)
    reflected.directDiffuse.addAssign(light.mul(flesh.add(wet).add(mix(albedo, vec3(0.5), 0.22).mul(fuzz).mul(0.3))))
    const half = normalize(l.add(positionViewDirection))
    // Two highlights (Marschner 2003): one of the lamp's colour, and a broader one nearer the tips that has been through the hair.
    const th = dot(strand(), half)
    const along = (shift: number, power: number) => {
      const t = th.add(this.#cloth.strands.mul(0.16).add(shift))
      return pow(max(float(1).sub(t.mul(t)), 0), power)
    }
    // Curls, stubble and beards are told by their roughness: there strands lie all ways.
    const combed = is('hair').mul(smoothstep(0.7, 0.6, surface().x))
    const lit = max(nl.add(0.2).div(1.2), 0).mul(combed)
    reflected.directSpecular.addAssign(
      light.mul(lit).mul(
        along(0.07, 60)
          .mul(0.022)
          .add(albedo.mul(1.2).add(0.004).mul(along(-0.1, 14)).mul(0.3)),
      ),
    )
    const gloss = pow(clamp(dot(normalView, half), 0, 1), 14)
      .mul(clamp(nl, 0, 1))
      .mul(this.#cloth.lustre)
    reflected.directSpecular.addAssign(
      light
        .mul(mix(albedo, vec3(0.6), 0.3))
        .mul(gloss)
        .mul(0.42),
    )
  }

  override indirect(builder: NodeBuilder): void {
    super.indirect(builder)
    const { indirectDiffuse, indirectSpecular } = (
      builder.context as unknown as { reflectedLight: { indirectDiffuse: Colour; indirectSpecular: Colour } }
    ).reflectedLight
    indirectDiffuse.mulAssign(mix(float(1), float(FACE_CARD), max(max(is('skin'), is('eye')), is('mouth'))))
    // A mouth's wet inside mirrors no sky: it is a hollow.
    indirectSpecular.mulAssign(max(is('hair').mul(0.6), is('mouth').mul(0.85)).oneMinus())
  }
}

/** What a mesh's `userData` has its catch-light under: a Vector4 of where on the ball (view space) and how bright. */
export const EYE_LIGHT = 'eyeLight'
const NONE = new Vector4(0, 0, 1, 0)
/** Radii of a catch-light on the ball, radians: where it begins to fade and where it is gone. */
const CATCH_INNER = 0.06
const CATCH_OUTER = 0.15

/** How much more of the light all round reaches skin than other things: the card that a gaffer holds under a face. */
const FACE_CARD = 1.5

class PeopleMaterial extends MeshStandardNodeMaterial {
  readonly #look: SceneLookUniforms
  readonly #cloth: ClothNodes

  constructor(look: SceneLookUniforms, cloth: ClothNodes) {
    super()
    this.#look = look
    this.#cloth = cloth
  }

  override setupLightingModel(): PhysicalLightingModel {
    return new PeopleLighting(this.#look, this.#cloth)
  }

  override setupModelViewProjection(): Node<'vec4'> {
    return this.#look.clip()
  }
}

/**
 * Makes the shared materials of all actors for one renderer.
 * @param look how the style wants them drawn. @param bake from `bakeCloth`.
 */
export function actorMaterials(look: SceneLookUniforms, bake: ClothBake): ActorMaterials {
  const cloth = clothNodes(look, bake)
  const solid = new PeopleMaterial(look, cloth)
  solid.name = 'people'
  const s = surface()
  const base = cloth.colour
  solid.colorNode = base
  solid.roughnessNode = cloth.roughness
  solid.metalnessNode = s.y
  // One catch-light an eye, where the key is mirrored: soft at its edge, and rounder than it is sharp.
  const caught = uniform(new Vector4()).onObjectUpdate(
    ({ object }) => (object?.userData[EYE_LIGHT] as Vector4 | undefined) ?? NONE,
  ) as unknown as Node<'vec4'>
  const glint = smoothstep(Math.cos(CATCH_OUTER), Math.cos(CATCH_INNER), dot(normalViewGeometry, caught.xyz)).mul(is('eye'))
  solid.emissiveNode = base.mul(s.w).add(vec3(caught.w).mul(glint))
  solid.normalNode = look.normal(cloth.normal(normalViewGeometry as unknown as Colour))
  // Shadows are looked up a little off the skin, so that its triangles throw none on one another, and outside lids for eyes and lips for teeth.
  const off = is('skin')
    .mul(0.008)
    .add(max(is('eye'), is('mouth').mul(step(s.x, 0.6))).mul(0.022))
    .add(is('hair').mul(0.004))
  solid.receivedShadowPositionNode = positionWorld.add(normalWorld.mul(off))
  return {
    solid,
    dispose: () => {
      solid.dispose()
      cloth.dispose()
    },
  }
}
