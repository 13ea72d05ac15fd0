import { DirectionalLight, Group, HemisphereLight, type Object3D, PointLight, SpotLight, Vector3 } from 'three/webgpu'
import { type IrradianceVolume, isWindowRole, openSky, WINDOW_CLEARANCE } from '../../departments/lighting'
import { type FrameState, type LightPlan, POINT_SLOTS, SPOT_SLOTS, type Vec3 } from '../../film'
import { BounceLight } from './bounce-light'
import { softShadow } from './soft-shadow'
import { StandingShadowNode } from './standing-shadow'

export interface LightRigOptions {
  /** Side of the sun's shadow map, texels; default 1536. */
  readonly sunShadow?: number
  /** Side of a spot's shadow map, texels; default 512: its texels are the softness of indoor shadows. */
  readonly spotShadow?: number
}

/** The space shadows and light must be right in, metres. */
export interface LitSpace {
  readonly min: Vec3
  readonly max: Vec3
  /** A room: what stands outside is not allowed to shade it beyond a few metres, and nothing inside may miss the sun's shadow. */
  readonly interior: boolean
}

/** What of the light is left by `LightRig.isolate`: direct light with its shadows, the same as if nothing threw any, or none. */
export type LightPart = 'direct' | 'unshadowed' | 'none'

/** Spots that cast shadows: the first two. */
export const SHADOW_SPOTS = 2

/** How big lights are, for shadows as soft as they: the sun in radians (haze widens it), lamps and windows in metres. */
const SUN_RADIUS = 0.00465
const HAZE_RADIUS = 0.03
const LAMP_RADIUS_M = 0.06
const WINDOW_RADIUS_M = 0.22

/** A room's windows are gelled, as on location: what is outside gets this share of its sky. */
const WINDOW_GEL = 0.4

/**
 * Every light a scene will ever have: sun, spots, points, sky fill, and bounced light. Made once; a plan and a frame set
 * uniforms only, because adding a light or switching a shadow recompiles every material.
 */
export class LightRig {
  readonly group: Object3D = new Group()
  readonly sun = new DirectionalLight(0xffffff, 0)
  readonly spots: readonly SpotLight[]
  readonly points: readonly PointLight[]
  readonly ambient = new HemisphereLight(0xffffff, 0x000000, 1)
  readonly bounce = new BounceLight()
  private readonly maps: StandingShadowNode[] = []
  private tint = 1
  private space: LitSpace = { min: [-6, 0, -6], max: [6, 3, 6], interior: false }

  constructor({ sunShadow = 1536, spotShadow = 512 }: LightRigOptions = {}) {
    this.group.name = 'lights'
    this.sun.castShadow = true
    this.sun.shadow.mapSize.set(sunShadow, sunShadow)
    this.spots = Array.from({ length: SPOT_SLOTS }, (_, i) => {
      const spot = new SpotLight(0xffffff, 0, 0, 0.8, 1, 2)
      spot.castShadow = i < SHADOW_SPOTS
      spot.shadow.mapSize.set(spotShadow, spotShadow)
      return spot
    })
    this.points = Array.from({ length: POINT_SLOTS }, () => new PointLight(0xffffff, 0, 0, 2))
    for (const light of [this.sun, ...this.spots]) {
      // three reads it; its types do not know it.
      Object.assign(light.shadow, { filterNode: softShadow, lit: 0 })
      if (light.castShadow) {
        const map = new StandingShadowNode(light, light.shadow)
        Object.assign(light.shadow, { shadowNode: map })
        this.maps.push(map)
      }
      this.group.add(light, light.target)
    }
    this.group.add(...this.points, this.ambient, this.bounce)
  }

  /** Changes the shadow maps' size: `size` texels a side for the sun, half of it for spots. Compiles nothing. False where it is theirs. */
  setShadowSize(size: number): boolean {
    if (this.sun.shadow.mapSize.width === size) return false
    this.sun.shadow.mapSize.set(size, size)
    for (const spot of this.spots) spot.shadow.mapSize.set(size / 2, size / 2)
    return true
  }

  /**
   * Fits shadows to a set; call when the set changes.
   * @param standing what of it never moves, in STANDING_LAYER too: shadow maps draw it once.
   */
  fit(space: LitSpace, standing: Object3D): void {
    this.space = space
    for (const light of [this.sun, ...this.spots]) Object.assign(light.shadow, { standing })
  }

  /** Keeps so much of the colour of all light from the next `apply` on, 0 to 1; its strength stays. */
  setTint(tint: number): void {
    this.tint = tint
    this.bounce.tint.value = tint
  }

  /** Shows another volume of bounced light. */
  setBounce(volume: IrradianceVolume): void {
    this.bounce.setVolume(volume)
  }

  /**
   * Sets every light for one frame. A pure function of plan, state, the fitted space and `lamp`.
   * @param lamp a point of the unit disc: from where on its surface each lamp, and the sun, shines.
   */
  apply(plan: LightPlan, state: FrameState['lights'], lamp: readonly [number, number] = [0, 0]): void {
    const { tint } = this
    this.sun.color.setRGB(...tinted(plan.sun.colour, tint))
    this.sun.intensity = plan.sun.lux * state.sun
    this.sun.shadow.intensity = 1
    this.aimSun(plan.sun.direction, plan.sun.softness, lamp)
    this.spots.forEach((light, i) => {
      const spot = plan.spots[i]
      light.intensity = (spot?.candela ?? 0) * (state.spots[i] ?? 1)
      if (spot) aimSpot(light, { ...spot, position: passed(spot, state), colour: tinted(spot.colour, tint) }, lamp)
      restShadow(light)
    })
    this.points.forEach((light, i) => {
      const point = plan.points[i]
      light.intensity = (point?.candela ?? 0) * (state.points[i] ?? 1)
      if (!point) return
      light.color.setRGB(...tinted(point.colour, tint))
      light.position.set(...point.position)
    })
    this.ambient.color.setRGB(...tinted(plan.ambient.sky, tint))
    this.ambient.groundColor.setRGB(...tinted(plan.ambient.ground, tint))
    this.ambient.intensity = state.ambient
    this.bounce.strength.value = state.ambient
    const open = openSky(plan.sky, this.space.interior ? WINDOW_GEL : 1)
    this.bounce.openSky.value.set(...open.up)
    this.bounce.openGround.value.set(...open.down)
    this.group.updateMatrixWorld(true)
  }

  /** Leaves a part of what the last `apply` set, until the next; only `none` may be followed by no other. */
  isolate(part: LightPart): void {
    this.ambient.intensity = 0
    this.bounce.strength.value = 0
    for (const light of [this.sun, ...this.spots, ...this.points]) {
      if (part === 'none') light.intensity = 0
      else if (part === 'unshadowed' && light.shadow) light.shadow.intensity = 0
    }
  }

  /** Frees shadow maps and probe textures. */
  dispose(): void {
    for (const light of [this.sun, ...this.spots, ...this.points]) light.dispose()
    for (const map of this.maps) map.disposeStanding()
    this.bounce.dispose()
  }

  /** The sun's shadow camera: a box round the lit space as the sun sees it. */
  private aimSun(direction: Vec3, softness: number, lamp: readonly [number, number]): void {
    const { min, max, interior } = this.space
    const middle = new Vector3((min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2)
    const to = offAxis(new Vector3(...direction), lamp, SUN_RADIUS + softness * HAZE_RADIUS)
    const camera = this.sun.shadow.camera
    this.sun.target.position.copy(middle)
    camera.position.copy(middle).addScaledVector(to, 1)
    camera.lookAt(middle)
    camera.updateMatrixWorld()
    const inverse = camera.matrixWorld.clone().invert()
    let w = 0
    let h = 0
    let depth = 0
    const corner = new Vector3()
    for (let i = 0; i < 8; i++) {
      corner.set((i & 1 ? max : min)[0], (i & 2 ? max : min)[1], (i & 4 ? max : min)[2]).applyMatrix4(inverse)
      w = Math.max(w, Math.abs(corner.x))
      h = Math.max(h, Math.abs(corner.y))
      depth = Math.max(depth, Math.abs(corner.z + 1))
    }
    const margin = 0.3
    const back = depth + (interior ? 2.5 : 35)
    this.sun.position.copy(middle).addScaledVector(to, back)
    camera.left = -w - margin
    camera.right = w + margin
    camera.bottom = -h - margin
    camera.top = h + margin
    camera.near = 0.01
    camera.far = back + depth + 3
    camera.updateProjectionMatrix()
    const texel = (2 * (Math.max(w, h) + margin)) / this.sun.shadow.mapSize.width
    // Beyond a texel and a half the nine taps come apart into bands.
    this.sun.shadow.radius = 0.8 + softness * 0.7
    this.sun.shadow.normalBias = texel * (0.8 + this.sun.shadow.radius)
    this.sun.shadow.bias = -0.012 / camera.far
    restShadow(this.sun)
  }
}

/** A point beside `at`, off the line along `axis` by a point of a disc of that radius. The middle of the disc is `at` itself. */
function offAxis(at: Vector3, [x, y]: readonly [number, number], radius: number, axis: Vector3 = at): Vector3 {
  if (x === 0 && y === 0) return at
  const along = axis.clone().normalize()
  const side = new Vector3(Math.abs(along.y) > 0.9 ? 1 : 0, Math.abs(along.y) > 0.9 ? 0 : 1, 0).cross(along).normalize()
  const up = along.clone().cross(side)
  return at.addScaledVector(side, x * radius).addScaledVector(up, y * radius)
}

/** Linear colour brought towards the grey of its luminance (Rec. 709); the same one where all is kept. */
function tinted(colour: Vec3, tint: number): Vec3 {
  if (tint === 1) return colour
  const grey = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
  return [0, 1, 2].map((c) => grey + tint * (colour[c]! - grey)) as unknown as Vec3
}

/** Where a spot is in a frame: one of a row beside the road goes by. */
const passed = ({ position: [x, y, z], flicker }: LightPlan['spots'][number], { passingM = 0 }: FrameState['lights']): Vec3 =>
  flicker === 'passing' ? [x, y, z + passingM] : [x, y, z]

/** A light that does not shine keeps its shadow map as it is, and nobody reads it. */
function restShadow(light: DirectionalLight | SpotLight): void {
  light.shadow.autoUpdate = light.intensity > 0
  Object.assign(light.shadow, { lit: light.intensity > 0 ? 1 : 0 })
}

function aimSpot(light: SpotLight, spot: LightPlan['spots'][number], lamp: readonly [number, number]): void {
  const broad = isWindowRole(spot.role)
  const radius = broad ? WINDOW_RADIUS_M : LAMP_RADIUS_M
  const towards = new Vector3(...spot.target).sub(new Vector3(...spot.position))
  const aside = offAxis(new Vector3(), lamp, radius, towards)
  light.color.setRGB(...spot.colour)
  light.position.set(...spot.position).add(aside)
  light.target.position.set(...spot.target)
  light.angle = spot.angle
  light.penumbra = spot.penumbra
  const camera = light.shadow.camera
  // A window's light stands outside and is broad: the wall does not shade it. A lamp looks past its own shade.
  camera.near = broad ? WINDOW_CLEARANCE - 0.32 : 0.22
  camera.far = 40
  light.shadow.radius = broad ? 1.3 : 1.05
  // A broad source never shades fully at a distance.
  light.shadow.intensity = broad ? 0.72 : 1
  // World size of a shadow texel where people usually are from it: bias has to clear the filter's reach.
  const texel = (2 * Math.tan(Math.min(spot.angle, 1.3)) * 3.5) / light.shadow.mapSize.width
  light.shadow.normalBias = texel * (1.2 + 1.3 * light.shadow.radius)
  light.shadow.bias = -0.0006
}

/** How bright lightning is in a frame, 0 to 1: what the sky flashes with. */
export const lightningIn = (plan: LightPlan, state: FrameState['lights']): number =>
  Math.min(1, Math.max(0, ...plan.spots.map((s, i) => (s.flicker === 'lightning' && s.candela > 0 ? (state.spots[i] ?? 0) : 0))))
