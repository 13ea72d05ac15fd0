import {
  attribute,
  float,
  materialEmissive,
  mix,
  normalMap,
  normalView,
  normalWorldGeometry,
  positionWorld,
  smoothstep,
  texture,
  uniform,
  uniformArray,
  uv,
  vec2,
  vec3,
  vec4,
} from 'three/tsl'
import {
  type DataArrayTexture as ArrayTexture,
  Color,
  DataArrayTexture,
  DoubleSide,
  type LightingModelDirectInput,
  LinearFilter,
  LinearMipmapLinearFilter,
  MeshPhysicalNodeMaterial,
  MeshStandardNodeMaterial,
  NoColorSpace,
  type Node,
  type NodeBuilder,
  PhysicalLightingModel,
  RepeatWrapping,
  RGBAFormat,
  UnsignedByteType,
  Vector2,
} from 'three/webgpu'
import { SURFACES } from '../../film'
import { type DetailBake, TILE_M } from './bake-detail'
import type { SceneLookUniforms } from './scene-look'

/** The shared materials of all sets and props. Made once a renderer; pictures differ by attributes and uniforms only. */
export interface SurfaceMaterials {
  /** Everything solid: attributes `color`, `surface` (roughness, metalness, SURFACES layer, placement for `sceneId`) and `uv` in metres. */
  readonly solid: MeshStandardNodeMaterial
  /** Panes. */
  readonly glass: MeshPhysicalNodeMaterial
  /** What may shine: lit like paint, plus its own `emissive`; one clone a lamp, all of one pipeline. */
  readonly glow: MeshStandardNodeMaterial
  /** 0 dry to 1 soaked, for all surfaces that face the sky. */
  setWet(wet: number): void
  /** How much snow lies on what looks up, 0 to 1; in a room on what is farther from its middle than its half sizes, metres. */
  setSnow(cover: number, room?: readonly [number, number]): void
  dispose(): void
}

function arrayTexture(bytes: Uint8Array, size: number, layers: number): ArrayTexture {
  const t = new DataArrayTexture(bytes, size, size, layers)
  t.format = RGBAFormat
  t.type = UnsignedByteType
  t.colorSpace = NoColorSpace
  t.wrapS = RepeatWrapping
  t.wrapT = RepeatWrapping
  t.magFilter = LinearFilter
  t.minFilter = LinearMipmapLinearFilter
  t.generateMipmaps = true
  t.anisotropy = 8
  t.needsUpdate = true
  return t
}

/** What fresh snow gives back, linear light; and how far outside of a room's walls it lies, metres. */
const SNOW = [0.76, 0.8, 0.86] as const
const SHELTER_M = 0.3

/** Direct light, in steps where a style draws it so. */
class SurfaceLighting extends PhysicalLightingModel {
  readonly #look: SceneLookUniforms

  constructor(look: SceneLookUniforms) {
    super()
    this.#look = look
  }

  override direct(input: LightingModelDirectInput, builder: NodeBuilder): void {
    const [light, towards] = [input.lightColor, input.lightDirection] as unknown as [Node<'vec3'>, Node<'vec3'>]
    const cosine = (normalView as unknown as Node<'vec3'>).dot(towards) as unknown as Node<'float'>
    super.direct({ ...input, lightColor: light.mul(this.#look.banded(cosine)) } as unknown as LightingModelDirectInput, builder)
  }
}

/** A standard surface as the style wants it drawn; whoever makes one says its colour. */
export class SurfaceMaterial extends MeshStandardNodeMaterial {
  readonly #look: SceneLookUniforms

  constructor(look: SceneLookUniforms) {
    super()
    this.#look = look
  }

  override setupLightingModel(): PhysicalLightingModel {
    return new SurfaceLighting(this.#look)
  }

  override setupModelViewProjection(): Node<'vec4'> {
    return this.#look.clip()
  }
}

/**
 * @param bake from `bakeDetail`, made in a worker where there is a page to keep responsive.
 * @param look how the style wants them drawn.
 */
export function createSurfaceMaterials(bake: DetailBake, look: SceneLookUniforms): SurfaceMaterials {
  const albedo = arrayTexture(bake.albedo, bake.size, bake.layers)
  const relief = arrayTexture(bake.relief, bake.size, bake.layers)
  const wet = uniform(0)
  const cover = uniform(0)
  const room = uniform(new Vector2(-1, -1))
  const tiles = uniformArray(SURFACES.map((k) => 1 / TILE_M[k]))

  const surface = attribute<'vec4'>('surface', 'vec4')
  const baseColour = attribute<'vec3'>('color', 'vec3')
  const layer = surface.z.add(0.5).floor().toVar()
  const place = uv().mul(tiles.element(layer.toInt()) as never as Node<'float'>)
  const detail = texture(albedo, place).depth(layer.toInt())
  const bump = texture(relief, place).depth(layer.toInt())

  /** How much of a point is under snow: it lies on what looks up, thin on roads, in patches where there is little of it. */
  const snow = (): Node<'float'> => {
    const { x, z } = positionWorld as unknown as Node<'vec3'> & { x: Node<'float'>; z: Node<'float'> }
    const drift = x
      .mul(0.61)
      .add(z.mul(0.43).sin())
      .sin()
      .mul(z.mul(0.57).add(x.mul(0.39).sin()).sin())
    const trodden = layer.toInt().equal(SURFACES.indexOf('asphalt')).select(float(0.42), float(0))
    const grain = detail.g.mul(255 / 128).sub(1)
    const up = smoothstep(float(0.22), float(0.62), normalWorldGeometry.y.add(grain.mul(0.35)).add(drift.mul(0.08)))
    const lies = smoothstep(float(0.3), float(0.7), cover.mul(1.15).sub(trodden).add(drift.mul(0.2)).add(grain.mul(0.5)))
    const outside = x.abs().sub(room.x).max(z.abs().sub(room.y)).greaterThan(SHELTER_M).select(float(1), float(0))
    return up
      .mul(lies)
      .mul(outside)
      .mul(cover.greaterThan(0).select(float(1), float(0))) as unknown as Node<'float'>
  }

  const make = () => {
    const m = new SurfaceMaterial(look)
    // three draws only back faces into shadow maps: thin walls would let the sun in along their corners.
    m.shadowSide = DoubleSide
    const soaked = wet.mul(0.75)
    const white = snow().toVar()
    const bare = baseColour
      .mul(mix(vec3(1), detail.rgb.mul(255 / 128), look.texture))
      .mul(mix(float(1), mix(float(0.72), float(1), bump.a), look.texture))
      .mul(soaked.mul(-0.45).add(1))
    m.colorNode = vec4(mix(bare, vec3(...SNOW).mul(mix(float(1), bump.a.mul(0.25).add(0.75), look.texture)), white), 1)
    m.roughnessNode = mix(mix(surface.x.add(detail.a.sub(0.5).mul(look.texture)), surface.x.mul(0.35), soaked), float(0.8), white).clamp(
      0.06,
      1,
    )
    m.metalnessNode = surface.y.mul(white.oneMinus())
    m.normalNode = look.normal(normalMap(vec3(bump.rg, 1), vec2(0.9, 0.9).mul(look.texture)) as unknown as Node<'vec3'>)
    return m
  }

  const solid = make()
  solid.name = 'solid'

  const glass = new MeshPhysicalNodeMaterial({
    color: new Color(0.8, 0.9, 0.95),
    roughness: 0.06,
    metalness: 0,
    transparent: true,
    opacity: 0.12,
    depthWrite: false,
  })
  glass.name = 'glass'

  const glow = new MeshStandardNodeMaterial({ roughness: 0.6 })
  glow.colorNode = vec4(baseColour, 1)
  glow.emissiveNode = materialEmissive
  glow.name = 'glow'

  return {
    solid,
    glass,
    glow,
    setWet: (v) => {
      wet.value = v
    },
    setSnow: (v, [x, z] = [-1, -1]) => {
      cover.value = v
      room.value.set(x, z)
    },
    dispose: () => {
      for (const m of [solid, glass, glow]) m.dispose()
      albedo.dispose()
      relief.dispose()
    },
  }
}
