import {
  attribute,
  cameraPosition,
  cameraProjectionMatrix,
  cameraViewMatrix,
  Fn,
  float,
  floor,
  hash,
  If,
  mix,
  mod,
  select,
  sin,
  smoothstep,
  uniform,
  varying,
  varyingProperty,
  vec2,
  vec3,
  vec4,
} from 'three/tsl'
import { DoubleSide, Group, Mesh, MeshBasicNodeMaterial, type Node, type Object3D, Vector3 } from 'three/webgpu'
import type { FrameState, LightPlan, Vec3 } from '../../film'
import { quads } from './quads'

type V2 = Node<'vec2'>
type V3 = Node<'vec3'>
type V4 = Node<'vec4'>
type F = Node<'float'>

/** The most of each that is ever drawn. */
export const PARTICLES = { rain: 4400, splashes: 800, snow: 2600, dust: 220 } as const

type Kind = keyof typeof PARTICLES

/** In the order of the numbers that tell them apart in the shader. */
const KINDS = Object.keys(PARTICLES) as readonly Kind[]

/** Space around the camera that particles fill, metres. */
const RAIN_SPACE = [17, 9, 17] as const
const SPLASH_SPACE = [16, 1, 16] as const
const SNOW_SPACE = [14, 8, 14] as const
const DUST_SPACE = [6, 3, 6] as const

/** The space weather must stay out of: a room; empty outside. */
export interface Shelter {
  readonly min: Vec3
  readonly max: Vec3
  readonly interior: boolean
}

/** A particle as the vertex stage places it: world position and radiance × opacity at a corner. */
interface Placed {
  readonly at: V3
  readonly alpha: F
}

/**
 * Rain and its splashes, snow, and dust in the air of rooms. Always in the scene; amounts set uniforms and how many
 * quads are drawn, never a pipeline: all have one material. A particle's place is f(seed, time): nothing is remembered between frames.
 */
export class WeatherField {
  readonly group: Object3D = new Group()
  private readonly time = uniform(0)
  private readonly wind = uniform(new Vector3())
  private readonly colour = uniform(new Vector3(1, 1, 1))
  private readonly dustColour = uniform(new Vector3(1, 1, 1))
  private readonly shelterMin = uniform(new Vector3(1, 1, 1))
  private readonly shelterMax = uniform(new Vector3(-1, -1, -1))
  private readonly amounts = { rain: uniform(0), splashes: uniform(0), snow: uniform(0), dust: uniform(0) }
  private readonly material = this.makeMaterial()
  private readonly meshes = Object.fromEntries(KINDS.map((kind) => [kind, this.cloud(kind)])) as Readonly<Record<Kind, Mesh>>

  constructor() {
    this.group.name = 'weather'
    this.group.add(...Object.values(this.meshes))
  }

  /** Sets the weather of one frame. */
  apply(plan: LightPlan, weather: FrameState['weather'], timeS: number, shelter: Shelter): void {
    this.time.value = timeS
    const blow = weather.wind * 4.5
    this.wind.value.set(Math.sin(weather.windDirection) * blow, 0, Math.cos(weather.windDirection) * blow)
    // What falls is seen by the sky behind it and by whatever lamp shines through it.
    const { horizon } = plan.sky
    const lamp = plan.spots[0]?.colour ?? [1, 1, 1]
    const [r, g, b] = [0, 1, 2].map((i) => (horizon[i] as number) * 1.05 + (lamp[i] as number) * (0.25 / plan.exposure)) as [
      number,
      number,
      number,
    ]
    this.colour.value.set(r, g, b)
    const beam = plan.sun.lux * (plan.sky.moon > 0.5 ? 0.3 : 1)
    this.dustColour.value.set(...plan.sun.colour).multiplyScalar(0.05 * beam)
    const motes = plan.air?.motes ?? 0
    // Where no sun comes in, it is a lamp's beam that dust is seen in.
    if (plan.sun.lux === 0) this.dustColour.value.set(...lamp).multiplyScalar((0.12 * motes) / plan.exposure)
    if (shelter.interior) {
      this.shelterMin.value.set(...shelter.min).addScalar(-0.35)
      this.shelterMax.value.set(...shelter.max).addScalar(0.35)
    } else {
      this.shelterMin.value.set(1, 1, 1)
      this.shelterMax.value.set(-1, -1, -1)
    }
    this.amount('rain', weather.rain)
    this.amount('splashes', weather.rain)
    this.amount('snow', weather.snow)
    this.amount('dust', Math.max(motes, shelter.interior && plan.sun.lux > 2 ? 0.7 : 0))
  }

  dispose(): void {
    for (const mesh of Object.values(this.meshes)) mesh.geometry.dispose()
    this.material.dispose()
  }

  private amount(kind: Kind, value: number): void {
    this.amounts[kind].value = value
    // One quad is drawn even when there is none, without opacity: the pipeline is made with the others.
    this.meshes[kind].geometry.setDrawRange(0, Math.max(1, Math.round(PARTICLES[kind] * Math.min(value, 1))) * 6)
  }

  private makeMaterial(): MeshBasicNodeMaterial {
    const material = new MeshBasicNodeMaterial({ transparent: true, depthWrite: false, side: DoubleSide, fog: false })
    material.name = 'weather'
    // A quad has nothing behind itself: three would draw it twice, back and front, by two pipelines.
    material.forceSinglePass = true
    const seed = attribute('seed', 'vec4') as unknown as V4
    const corner = attribute('corner', 'vec2') as unknown as V2
    const kind = attribute('kind', 'float') as unknown as F
    const isKind = (of: F, name: Kind) => of.sub(KINDS.indexOf(name)).abs().lessThan(0.5)
    const shown = varyingProperty('float', 'weatherAlpha')
    material.vertexNode = Fn(() => {
      const at = vec3(0).toVar()
      const alpha = float(0).toVar()
      const put = (name: Kind, placed: Placed) => {
        at.assign(placed.at)
        alpha.assign(placed.alpha.mul(smoothstep(0, 0.02, this.amounts[name])))
      }
      If(isKind(kind, 'rain'), () => put('rain', this.rain(seed, corner)))
        .ElseIf(isKind(kind, 'splashes'), () => put('splashes', this.splash(seed, corner)))
        .ElseIf(isKind(kind, 'snow'), () => put('snow', this.snow(seed, corner)))
        .Else(() => put('dust', this.dust(seed, corner)))
      shown.assign(alpha)
      return cameraProjectionMatrix.mul(cameraViewMatrix).mul(vec4(at, 1))
    })() as unknown as V4
    const c = varying(corner)
    const k = varying(kind) as unknown as F
    const streak = float(1)
      .sub(c.x.mul(c.x))
      .mul(smoothstep(1, 0.4, c.y.abs()))
    const disc = smoothstep(1, 0.15, c.length())
    const ring = disc.mul(smoothstep(0.2, 0.75, c.length()))
    material.colorNode = select(isKind(k, 'dust'), this.dustColour, this.colour)
    const shape = select(isKind(k, 'rain'), streak, select(isKind(k, 'splashes'), ring, disc))
    material.opacityNode = shown.mul(shape) as unknown as F
    return material
  }

  private cloud(kind: Kind): Mesh {
    const mesh = new Mesh(quads(PARTICLES[kind], `weather ${kind}`, KINDS.indexOf(kind)), this.material)
    mesh.name = kind
    mesh.frustumCulled = false
    mesh.castShadow = false
    mesh.receiveShadow = false
    mesh.renderOrder = 10
    return mesh
  }

  /** A point that moves through endless copies of a space, brought to the copy around the camera. */
  private around(point: V3, space: readonly [number, number, number], centre: V3): V3 {
    const size = vec3(...space)
    const half = size.mul(0.5)
    return mod(point.sub(centre).add(half), size).sub(half).add(centre) as unknown as V3
  }

  /** 0 inside the shelter, else 1. */
  private outside(p: V3): F {
    const within = p.greaterThan(this.shelterMin).all().and(p.lessThan(this.shelterMax).all())
    return select(within, float(0), float(1)) as unknown as F
  }

  /** Fades what is too near to be anything but a smear, and what reaches the edge of the space. */
  private near(p: V3, space: readonly [number, number, number]): F {
    const d = p.sub(cameraPosition).length()
    return smoothstep(0.35, 1.2, d).mul(smoothstep(space[0] * 0.5, space[0] * 0.34, d)) as unknown as F
  }

  private rain(seed: V4, corner: V2): Placed {
    const speed = mix(float(7.5), float(9.5), seed.w)
    const velocity = vec3(this.wind.x.mul(0.6), speed.negate(), this.wind.z.mul(0.6))
    const p = this.around(
      seed.xyz.mul(vec3(...RAIN_SPACE)).add(velocity.mul(this.time)) as unknown as V3,
      RAIN_SPACE,
      cameraPosition as unknown as V3,
    )
    const along = velocity.normalize()
    const across = along.cross(p.sub(cameraPosition)).normalize()
    // As long as it falls in a 48th of a second, at least; as thick as a pixel far away needs.
    const distance = p.sub(cameraPosition).length()
    const width = float(0.002).add(distance.mul(0.0006))
    const at = p.add(along.mul(corner.y.mul(mix(float(0.1), float(0.19), seed.x)))).add(across.mul(corner.x.mul(width)))
    const above = smoothstep(-0.05, 0.05, at.y)
    return { at: at as unknown as V3, alpha: this.outside(p).mul(this.near(p, RAIN_SPACE)).mul(above).mul(0.55) as unknown as F }
  }

  private splash(seed: V4, corner: V2): Placed {
    const period = mix(float(0.35), float(0.6), seed.w)
    const age = this.time.div(period).add(seed.z)
    const life = age.fract()
    const turn = floor(age)
    const place = vec3(hash(turn.add(seed.x.mul(9973))), float(0), hash(turn.add(seed.y.mul(7919)).add(17)))
    const centre = vec3(cameraPosition.x, 0.5, cameraPosition.z)
    const p = this.around(place.mul(vec3(SPLASH_SPACE[0], 0, SPLASH_SPACE[2])) as unknown as V3, SPLASH_SPACE, centre as unknown as V3)
    const size = life.mul(0.045).add(0.008)
    const at = vec3(p.x.add(corner.x.mul(size)), float(0.012), p.z.add(corner.y.mul(size)))
    return {
      at: at as unknown as V3,
      alpha: this.outside(vec3(p.x, 0.3, p.z) as unknown as V3)
        .mul(this.near(p, SPLASH_SPACE))
        .mul(float(1).sub(life))
        .mul(0.4) as unknown as F,
    }
  }

  private snow(seed: V4, corner: V2): Placed {
    const speed = mix(float(0.7), float(1.3), seed.w)
    const sway = vec3(
      sin(this.time.mul(mix(float(0.7), float(1.6), seed.x)).add(seed.y.mul(40))),
      float(0),
      sin(this.time.mul(mix(float(0.6), float(1.4), seed.z)).add(seed.x.mul(40))),
    ).mul(0.16)
    const velocity = vec3(this.wind.x.mul(0.7), speed.negate(), this.wind.z.mul(0.7))
    const p = this.around(
      seed.xyz
        .mul(vec3(...SNOW_SPACE))
        .add(velocity.mul(this.time))
        .add(sway) as unknown as V3,
      SNOW_SPACE,
      cameraPosition as unknown as V3,
    )
    return this.flake(
      p,
      corner,
      mix(float(0.012), float(0.028), seed.w) as unknown as F,
      this.outside(p).mul(this.near(p, SNOW_SPACE)).mul(0.85) as unknown as F,
    )
  }

  private dust(seed: V4, corner: V2): Placed {
    const sway = vec3(
      sin(this.time.mul(mix(float(0.1), float(0.25), seed.x)).add(seed.y.mul(40))),
      sin(this.time.mul(mix(float(0.08), float(0.2), seed.y)).add(seed.z.mul(40))),
      sin(this.time.mul(mix(float(0.1), float(0.22), seed.z)).add(seed.x.mul(40))),
    ).mul(0.3)
    const fall = vec3(0.01, -0.012, 0.006).mul(this.time)
    const p = this.around(
      seed.xyz
        .mul(vec3(...DUST_SPACE))
        .add(fall)
        .add(sway) as unknown as V3,
      DUST_SPACE,
      cameraPosition as unknown as V3,
    )
    const glint = sin(this.time.mul(mix(float(0.5), float(1.5), seed.w)).add(seed.x.mul(60)))
      .mul(0.5)
      .add(0.5)
    return this.flake(p, corner, float(0.0022) as unknown as F, this.near(p, DUST_SPACE).mul(glint).mul(0.6) as unknown as F)
  }

  /** A disc that faces the camera. */
  private flake(p: V3, corner: V2, radius: F, alpha: F): Placed {
    const to = cameraPosition.sub(p).normalize()
    const right = vec3(0, 1, 0).cross(to).normalize()
    const up = to.cross(right)
    const size = vec2(radius, radius)
    const at = p.add(right.mul(corner.x.mul(size.x))).add(up.mul(corner.y.mul(size.y)))
    return { at: at as unknown as V3, alpha }
  }
}
