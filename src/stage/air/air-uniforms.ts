import { texture, uniform, uniformArray } from 'three/tsl'
import { DepthTexture, LessEqualCompare, LinearFilter, Matrix4, type PerspectiveCamera, Vector3, Vector4 } from 'three/webgpu'
import { beamShare } from '../../departments/lighting'
import { type FrameState, type LightPlan, MOST_PLUMES, POINT_SLOTS, SPOT_SLOTS, type Vec3 } from '../../film'
import { type LightRig, type LitSpace, SHADOW_SPOTS } from '../lights'
import { airNoise } from './air-noise'

/** The last point is the fill on faces: no lamp. */
export const AIR_POINTS = POINT_SLOTS - 1
/** Where only beams are drawn, and strongly, a lamp's own glow would fill the room: so much of it is left. */
const LAMP_IN_SHAFTS = 0.08
const CIGARETTE = { radius: 0.012, spread: 0.06, height: 0.7, rise: 0.25, scattering: 9, lean: [0, 0] } as const

const vectors = (n: number) => Array.from({ length: n }, () => new Vector4())

/** A shadow map as the air looks it up: it is bound when the light has one. */
function shadowOf(light: LightRig['sun'] | LightRig['spots'][number]) {
  const none = new DepthTexture(1, 1)
  none.compareFunction = LessEqualCompare
  none.minFilter = none.magFilter = LinearFilter
  return { light, none, map: texture(none), matrix: uniform(new Matrix4()), bias: uniform(0) }
}

/** All that is told of the air to the GPU: what hangs there, what shines through it, from where it is seen. Written every frame, from plan and state alone. */
export class AirUniforms {
  /** Whether there is any in what was posed last. */
  isOn = false
  readonly on = uniform(0)
  readonly noise = airNoise()
  readonly time = uniform(0)
  /** Seconds that billows have drifted for. */
  readonly drifted = uniform(0)
  /** Billows stand where they are at the shot's start: what is dithered would crawl with them. Columns rise all the same. */
  isStill = false
  readonly scattering = uniform(0)
  readonly absorption = uniform(new Vector3())
  readonly colour = uniform(new Vector3(1, 1, 1))
  readonly floor = uniform(0)
  /** 1 over the height, 0 for everywhere the same. */
  readonly thinning = uniform(0)
  readonly uneven = uniform(0)
  /** 1 over the size of the billows. */
  readonly grain = uniform(1)
  readonly drift = uniform(new Vector3())
  readonly forward = uniform(0)
  readonly beams = uniform(1)
  readonly veil = uniform(1)
  readonly caustics = uniform(0)
  readonly surface = uniform(0)
  readonly reach = uniform(1)
  /** The box that it fills. */
  readonly min = uniform(new Vector3())
  readonly max = uniform(new Vector3())
  readonly plumes = uniform(0)
  /** Source and radius; spread, height, rise, scattering; lean. */
  readonly plumeAt = uniformArray<'vec4'>(vectors(MOST_PLUMES), 'vec4')
  readonly plumeForm = uniformArray<'vec4'>(vectors(MOST_PLUMES), 'vec4')
  readonly plumeLean = uniformArray<'vec4'>(vectors(MOST_PLUMES), 'vec4')
  readonly sunColour = uniform(new Vector3())
  readonly sunWay = uniform(new Vector3(0, 1, 0))
  readonly spots = Array.from({ length: SPOT_SLOTS }, () => ({
    colour: uniform(new Vector3()),
    at: uniform(new Vector3()),
    aim: uniform(new Vector3(0, -1, 0)),
    /** Cosines of its edge, and of where it begins to fall off. */
    outer: uniform(0),
    inner: uniform(1),
  }))
  readonly points = Array.from({ length: AIR_POINTS }, () => ({ colour: uniform(new Vector3()), at: uniform(new Vector3()) }))
  readonly sunShadow: ReturnType<typeof shadowOf>
  readonly spotShadows: readonly ReturnType<typeof shadowOf>[]
  readonly bounce: LightRig['bounce']
  readonly eye = uniform(new Vector3())
  readonly turn = uniform(new Matrix4())
  /** Scale and shift of the projection, x and y. */
  readonly lens = uniform(new Vector4(1, 1, 0, 0))
  readonly near = uniform(0.05)
  readonly far = uniform(1000)
  /** What is added to where steps begin, 0 to 1: another share in each sub-frame. */
  readonly shift = uniform(0)

  constructor(rig: LightRig) {
    this.sunShadow = shadowOf(rig.sun)
    this.spotShadows = rig.spots.slice(0, SHADOW_SPOTS).map(shadowOf)
    this.bounce = rig.bounce
  }

  /** Sets the air of one frame. The rig must be posed for it. */
  apply(plan: LightPlan, state: FrameState, rig: LightRig, space: LitSpace): void {
    const { air } = plan
    this.isOn = air !== undefined
    this.on.value = air ? 1 : 0
    if (!air) return
    this.time.value = state.timeS
    this.drifted.value = this.isStill ? 0 : state.timeS
    this.scattering.value = air.scattering
    this.absorption.value.set(...air.absorption)
    this.colour.value.set(...air.colour)
    this.floor.value = air.floor
    this.thinning.value = air.height > 0 ? 1 / air.height : 0
    this.uneven.value = air.uneven
    this.grain.value = 1 / (4 * air.grain)
    this.drift.value.set(...air.drift)
    this.forward.value = air.forward
    this.beams.value = air.beams
    // What a room gives back more than is traced is on its walls, not in its air.
    this.veil.value = air.veil / (plan.bounce ?? 1)
    this.caustics.value = air.caustics
    this.surface.value = air.surface
    this.reach.value = air.reach
    this.#fill(air, space)
    this.#smoke(air, state)
    const { sun } = rig
    this.sunColour.value.set(sun.color.r, sun.color.g, sun.color.b).multiplyScalar(sun.intensity)
    this.sunWay.value.set(...plan.sun.direction).normalize()
    rig.spots.forEach((light, i) => {
      const to = this.spots[i]!
      const share = beamShare(plan.spots[i]?.role ?? 'unused')
      to.colour.value.set(light.color.r, light.color.g, light.color.b).multiplyScalar(light.intensity * share)
      to.at.value.copy(light.position)
      to.aim.value.copy(light.target.position).sub(light.position).normalize()
      to.outer.value = Math.cos(light.angle)
      to.inner.value = Math.cos(light.angle * (1 - light.penumbra))
    })
    this.points.forEach((to, i) => {
      const light = rig.points[i]!
      to.colour.value
        .set(light.color.r, light.color.g, light.color.b)
        .multiplyScalar(light.intensity * beamShare(plan.points[i]?.role ?? 'unused') * (air.preset === 'shafts' ? LAMP_IN_SHAFTS : 1))
      to.at.value.copy(light.position)
    })
  }

  /** Sets from where it is looked at, and by which shadow maps. The camera must stand as it will be drawn. */
  aim(camera: PerspectiveCamera, shift: number): void {
    const p = camera.projectionMatrix.elements
    this.eye.value.setFromMatrixPosition(camera.matrixWorld)
    this.turn.value.copy(camera.matrixWorld)
    this.lens.value.set(p[0]!, p[5]!, p[8]!, p[9]!)
    this.near.value = camera.near
    this.far.value = camera.far
    this.shift.value = shift
    for (const { light, map, matrix, bias } of [this.sunShadow, ...this.spotShadows]) {
      const depth = light.shadow.map?.depthTexture
      if (depth && map.value !== depth) map.value = depth
      matrix.value = light.shadow.matrix
      bias.value = light.shadow.bias
    }
  }

  dispose(): void {
    this.noise.dispose()
    for (const { none } of [this.sunShadow, ...this.spotShadows]) none.dispose()
  }

  #fill({ height, floor, plumes, reach, surface }: NonNullable<LightPlan['air']>, { min, max, interior }: LitSpace): void {
    if (interior) {
      this.min.value.set(...min)
      this.max.value.set(...max)
      return
    }
    const top = surface > 0 ? surface : Math.max(height > 0 ? floor + 6 * height : reach, ...plumes.map((p) => p.at[1] + p.height))
    this.min.value.set(-400, floor - 1, -400)
    this.max.value.set(400, top, 400)
  }

  /** Smoke of the place, then of what people smoke. */
  #smoke({ preset, plumes }: NonNullable<LightPlan['air']>, { props }: FrameState): void {
    const lit =
      preset === 'smoke'
        ? props.filter((p) => p.visible && p.prop === 'cigarette').map((p) => ({ ...CIGARETTE, at: p.position as Vec3 }))
        : []
    const all = [...plumes, ...lit].slice(0, MOST_PLUMES)
    this.plumes.value = all.length
    all.forEach((p, i) => {
      ;(this.plumeAt.array[i] as Vector4).set(...p.at, p.radius)
      ;(this.plumeForm.array[i] as Vector4).set(p.spread, p.height, p.rise, p.scattering)
      ;(this.plumeLean.array[i] as Vector4).set(p.lean[0], p.lean[1], 0, 0)
    })
  }
}
