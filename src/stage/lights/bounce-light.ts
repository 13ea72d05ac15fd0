import {
  float,
  luminance,
  mix,
  normalWorld,
  positionWorld,
  reflectVector,
  renderGroup,
  smoothstep,
  texture3D,
  uniform,
  vec3,
} from 'three/tsl'
import {
  AnalyticLightNode,
  Data3DTexture,
  DataUtils,
  HalfFloatType,
  Light,
  LinearFilter,
  type Node,
  type NodeBuilder,
  RGBAFormat,
  Vector3,
} from 'three/webgpu'
import { type IrradianceVolume, PROBE_DIMS, PROBE_FLOATS } from '../../departments/lighting'

/**
 * The light of an irradiance volume as a light of the scene, so that every lit material gets it, skinned or not, without
 * knowing. Textures have one size for ever: a new volume changes their contents and two uniforms, never a pipeline.
 */
export class BounceLight extends Light {
  /** Mean radiance and its moment, one texture for red, green and blue. */
  readonly channels: readonly [Data3DTexture, Data3DTexture, Data3DTexture]
  readonly corner = uniform(new Vector3(-1, -1, -1)).setGroup(renderGroup)
  readonly extent = uniform(new Vector3(2, 2, 2)).setGroup(renderGroup)
  readonly strength = uniform(1).setGroup(renderGroup)
  /** How much of its colour the light keeps. */
  readonly tint = uniform(1).setGroup(renderGroup)
  /** Irradiance of the open sky on what faces up, and of the ground on what faces down: beyond the volume. */
  readonly openSky = uniform(new Vector3()).setGroup(renderGroup)
  readonly openGround = uniform(new Vector3()).setGroup(renderGroup)

  constructor() {
    super(0xffffff, 1)
    this.channels = [probeTexture('bounce red'), probeTexture('bounce green'), probeTexture('bounce blue')]
  }

  /**
   * Shows a volume.
   * @throws RangeError when its grid is not PROBE_DIMS.
   */
  setVolume(volume: IrradianceVolume): void {
    if (volume.dims.some((n, i) => n !== PROBE_DIMS[i]))
      throw new RangeError(`BounceLight.setVolume: expected ${PROBE_DIMS.join(' × ')} probes, got ${volume.dims.join(' × ')}`)
    this.corner.value.set(...volume.min)
    this.extent.value.set(...volume.size)
    this.channels.forEach((texture, c) => {
      const texels = texture.image.data as Uint16Array
      for (let probe = 0; probe < texels.length / 4; probe++)
        for (let k = 0; k < 4; k++) {
          const v = volume.data[probe * PROBE_FLOATS + c * 4 + k] as number
          texels[probe * 4 + k] = DataUtils.toHalfFloat(Math.min(Math.max(v, -60000), 60000))
        }
      texture.needsUpdate = true
    })
  }

  override dispose(): void {
    for (const texture of this.channels) texture.dispose()
  }
}

function probeTexture(name: string): Data3DTexture {
  const [nx, ny, nz] = PROBE_DIMS
  const texture = new Data3DTexture(new Uint16Array(nx * ny * nz * 4), nx, ny, nz)
  texture.name = name
  texture.format = RGBAFormat
  texture.type = HalfFloatType
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}

/** Share of a cell by which a surface is sampled off itself, so that it does not see the far side. */
const NORMAL_OFFSET = 0.35

/** The volume's light gives way to the open sky between these distances beyond it, metres. */
const FADE_FROM = 0.3
const FADE_TO = 1.2

/** `momentIrradiance` of the lighting department ÷ π, for the renderer. `moments` is mean, x, y, z. */
const lobe = (moments: Node<'vec4'>, n: Node<'vec3'>): Node<'float'> => {
  const mean = moments.x.max(1e-7)
  const length = moments.yzw.length().max(1e-8)
  const ratio = length.div(mean).min(0.98)
  const q = moments.yzw.dot(n).div(length).mul(0.5).add(0.5).max(1e-4)
  const p = ratio.mul(2).add(1)
  const a = float(1).sub(ratio).div(ratio.add(1))
  return mean.mul(a.add(float(1).sub(a).mul(p.add(1)).mul(q.pow(p)))) as Node<'float'>
}

class BounceLightNode extends AnalyticLightNode<BounceLight> {
  static get type() {
    return 'BounceLightNode'
  }

  override setup(builder: NodeBuilder) {
    const light = this.light as BounceLight
    const cell = light.extent.div(vec3(...PROBE_DIMS))
    const at = positionWorld.add(normalWorld.mul(cell).mul(NORMAL_OFFSET)).sub(light.corner).div(light.extent)
    const moments = light.channels.map((t) => texture3D(t, at).toVar())
    // Beyond a room's walls its light must not follow: there is sky.
    const past = positionWorld.sub(light.corner).negate().max(positionWorld.sub(light.corner).sub(light.extent))
    const beyond = smoothstep(FADE_FROM, FADE_TO, past.x.max(past.y).max(past.z)).toVar()
    const towards = (n: Node<'vec3'>) => {
      const [r, g, b] = moments.map((m) => lobe(m as unknown as Node<'vec4'>, n))
      const near = vec3(r as Node<'float'>, g as Node<'float'>, b as Node<'float'>)
      const open = mix(light.openGround, light.openSky, n.y.mul(0.5).add(0.5)).div(Math.PI)
      const all = mix(near, open, beyond)
      return mix(vec3(luminance(all)), all, light.tint).mul(light.strength)
    }
    const { irradiance, radiance } = builder.context as unknown as Record<'irradiance' | 'radiance', { addAssign(n: unknown): void }>
    irradiance.addAssign(towards(normalWorld as unknown as Node<'vec3'>).mul(Math.PI))
    // The same light seen in the mirror direction: far too soft for a mirror, right for what is rough, and metals are not black.
    radiance.addAssign(towards(reflectVector as unknown as Node<'vec3'>))
    return null
  }

  /** Nothing to copy each frame: the uniforms are the light's own. */
  override update(): undefined {
    return undefined
  }
}

BounceLight.registerNode(BounceLightNode)
