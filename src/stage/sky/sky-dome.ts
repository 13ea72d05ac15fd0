import {
  acos,
  atan,
  cameraProjectionMatrix,
  cameraViewMatrix,
  dFdx,
  dFdy,
  dot,
  Fn,
  float,
  floor,
  hash,
  If,
  log2,
  max,
  mix,
  positionLocal,
  smoothstep,
  texture,
  textureBicubicLevel,
  uniform,
  varying,
  vec2,
  vec3,
  vec4,
} from 'three/tsl'
import { BackSide, type DataTexture, Mesh, MeshBasicNodeMaterial, type Node, SphereGeometry, Vector2, Vector3 } from 'three/webgpu'
import { type LightPlan, mix32, type SetSpec } from '../../film'
import { cloudTexture } from './cloud-noise'
import { type PanoramaTexture, panoramaTexture } from './panorama-texture'

type V3 = Node<'vec3'>
type F = Node<'float'>

/** Cells across the star grid's unit: more is more stars. */
const STAR_CELLS = 38
/** Radius of the moon as seen, radians: three times the real one, as painters and cinemas show it. */
const MOON_RADIUS = 0.015
/** Radius of the sun as seen, radians. */
const SUN_RADIUS = 0.0075

/** Brightest that a panorama is shown, as the middle of our own sun: what is hotter burns out as it does. */
const PANORAMA_MOST = 26
/** How high above the horizon haze lies on it, sine: our ground ends in haze of that colour. */
const HAZE_HIGH = 0.045
/** Windows of rooms are gelled, as on location: what is seen of a panorama through them is so much of its light. */
const WINDOW_SHARE = 0.35
/** As far as our ground goes, metres: so much haze lies before the horizon. */
const GROUND_M = 320

/**
 * The sky: a dome that stands at infinity round the camera, always in the scene, also behind windows. One material;
 * a plan and a time set uniforms only.
 */
export class SkyDome {
  readonly mesh: Mesh
  private readonly noise: DataTexture
  private readonly zenith = uniform(new Vector3())
  private readonly horizon = uniform(new Vector3())
  private readonly ground = uniform(new Vector3())
  private readonly sunDirection = uniform(new Vector3(0, 1, 0))
  private readonly sunColour = uniform(new Vector3())
  private readonly moonDirection = uniform(new Vector3(0, 1, 0))
  private readonly moon = uniform(0)
  private readonly stars = uniform(0)
  private readonly clouds = uniform(0)
  private readonly drift = uniform(new Vector2())
  private readonly flash = uniform(0)
  /** 1 under air, 0 in space: what glows round the sun. */
  private readonly air = uniform(1)
  /** 1 where a panorama is the sky. */
  private readonly isPanorama = uniform(0)
  private readonly none = panoramaTexture({ unit: 1, levels: [{ width: 1, height: 1, data: new Uint32Array(1) }] })
  private panorama = this.none
  private share = 1
  private hasGround = true
  private readonly picture = texture(this.none.texture)
  private readonly pictureWidth = uniform(1)
  private readonly gain = uniform(1)
  private readonly turn = uniform(0)
  private readonly hazeColour = uniform(new Vector3())
  private readonly haze = uniform(0)

  /** @param clouds from `bakeClouds`. */
  constructor(clouds: Uint8Array<ArrayBuffer>) {
    this.noise = cloudTexture(clouds)
    const material = new MeshBasicNodeMaterial({ side: BackSide, depthWrite: false, fog: false })
    material.name = 'sky'
    // At infinity: only the camera's turn counts, and depth is the far plane.
    material.vertexNode = Fn(() => {
      const turned = cameraViewMatrix.mul(vec4(positionLocal, 0)).xyz
      const clip = cameraProjectionMatrix.mul(vec4(turned, 1)).toVar()
      return vec4(clip.xy, clip.w.mul(0.999999), clip.w)
    })() as unknown as Node<'vec4'>
    material.colorNode = Fn(() => {
      const d = varying(positionLocal).normalize().toVar() as unknown as V3
      // Outside of the branch: what is next to a pixel is asked for by all of them.
      const wide = max(dFdx(d).length(), dFdy(d).length()).toVar() as unknown as F
      const seen = vec3(0).toVar()
      If(this.isPanorama.greaterThan(0.5), () => {
        seen.assign(this.pictured(d, wide))
      }).Else(() => {
        seen.assign(this.radiance(d))
      })
      return seen
    })() as unknown as V3
    this.mesh = new Mesh(new SphereGeometry(1, 48, 32), material)
    this.mesh.name = 'sky'
    this.mesh.frustumCulled = false
    // Last of what is opaque: only where nothing stands before it is it shaded.
    this.mesh.renderOrder = 1e6
    this.mesh.castShadow = false
    this.mesh.receiveShadow = false
  }

  /**
   * Shows a panorama for the sky of plans that have one; without it they show the mean of it. Compiles nothing.
   * @param set that it is seen from.
   */
  show(panorama: PanoramaTexture | undefined, { interior, surroundings }: Pick<SetSpec, 'interior' | 'surroundings'>): void {
    this.share = interior ? WINDOW_SHARE : 1
    this.hasGround = !interior && surroundings !== 'none'
    this.panorama = panorama ?? this.none
    this.picture.value = this.panorama.texture
    this.pictureWidth.value = this.panorama.texture.image.width
  }

  /**
   * Sets the sky of a plan.
   * @param timeS seconds; clouds drift with it.
   * @param wind 0 to 1.
   * @param flash lightning, 0 to 1.
   * @param key names the piece of sky that is seen.
   */
  apply(plan: LightPlan, timeS: number, wind = 0.2, flash = 0, key = plan.key): void {
    const { sky, sun } = plan
    this.zenith.value.set(...sky.zenith)
    this.horizon.value.set(...sky.horizon)
    this.ground.value.set(...sky.ground)
    // By night the plan's sun is the moon: no disc, no glow.
    const disc = sky.moon > 0.5 ? 0 : sky.sunDisc
    this.sunDirection.value.set(...sun.direction)
    this.sunColour.value.set(...sun.colour).multiplyScalar(sun.lux * disc)
    this.moonDirection.value.set(...sky.moonDirection)
    this.moon.value = sky.moon
    this.stars.value = sky.stars
    this.clouds.value = sky.clouds
    let h = key.length
    for (let i = 0; i < key.length; i++) h = mix32(h ^ key.charCodeAt(i))
    const speed = 0.0008 + 0.004 * wind
    this.drift.value.set((h & 1023) / 1024 + timeS * speed, ((h >>> 10) & 1023) / 1024 + timeS * speed * 0.35)
    this.flash.value = flash
    this.isPanorama.value = sky.panorama && this.panorama !== this.none ? 1 : 0
    if (sky.panorama) {
      this.turn.value = sky.panorama.turn / (2 * Math.PI)
      this.gain.value = 2 ** sky.panorama.stops * this.panorama.unit * this.share
      this.hazeColour.value.set(...plan.fog.colour)
      this.haze.value = !this.hasGround ? 0 : 1 - Math.exp(-((plan.fog.density * GROUND_M) ** 2))
    }
    this.air.value = sky.horizon[0] + sky.horizon[1] + sky.horizon[2] < 0.03 ? 0.04 : 1
  }

  dispose(): void {
    this.noise.dispose()
    this.none.texture.dispose()
    this.mesh.geometry.dispose()
    for (const m of [this.mesh.material].flat()) m.dispose()
  }

  /**
   * The panorama in a direction. How fine a size of it is looked up in follows from the angle that a pixel sees, not from
   * the picture's own coordinates: they jump where its sides meet, and crowd at the poles.
   * @param wide angle between neighbouring pixels, radians.
   */
  private pictured(d: V3, wide: F): V3 {
    const u = atan(d.x, d.z.negate())
      .div(2 * Math.PI)
      .add(0.5)
      .sub(this.turn)
    const v = acos(d.y.clamp(-1, 1)).div(Math.PI)
    // Two texels a pixel: the spline's four of them are a filter two pixels wide. Where texels are larger, it rounds their corners.
    const level = log2(max(wide.mul(this.pictureWidth).div(Math.PI * 2), 2)).sub(1)
    const light = textureBicubicLevel(this.picture.sample(vec2(u, v)), level)
      .rgb.mul(this.gain)
      .min(PANORAMA_MOST)
    const low = smoothstep(0, HAZE_HIGH, d.y.abs()).oneMinus().mul(this.haze)
    return mix(light, this.hazeColour, low).add(this.flashOf(float(0.6) as unknown as F)) as unknown as V3
  }

  /** Gradient as `skyRadiance` of the lighting department, then stars, moon, sun and clouds over it. */
  private radiance(d: V3): V3 {
    const up = d.y.clamp(0, 1)
    const rise = float(1).sub(float(1).sub(up).pow(3))
    const above = mix(this.horizon, this.zenith, rise)
    const below = mix(this.horizon.mul(0.5).add(this.ground.mul(0.5)), this.ground, d.y.negate().mul(6).clamp(0, 1))
    const base = mix(below, above, smoothstep(-0.004, 0.004, d.y))
    const density = this.density(d).toVar()
    const cover = this.cover(d, density as unknown as F).toVar() as unknown as F
    const open = float(1)
      .sub(cover)
      .mul(smoothstep(-0.01, 0.06, d.y))
    const toSun = dot(d, this.sunDirection).clamp(-1, 1)
    const fromSun = max(float(1).sub(toSun), 1e-6).mul(2).sqrt()
    const sunlight = this.sunColour
    const disc = smoothstep(SUN_RADIUS * 1.15, SUN_RADIUS * 0.85, fromSun).mul(5)
    const halo = fromSun.mul(-7).exp().mul(0.06).add(fromSun.mul(-1.7).exp().mul(0.035)).add(fromSun.mul(-40).exp().mul(0.3))
    const stars = this.starlight(d).mul(this.stars).mul(0.55)
    const sky = base
      .add(stars.mul(open))
      .add(this.moonlight(d).mul(open))
      .add(sunlight.mul(disc.mul(open).add(halo.mul(this.air).mul(mix(float(1), float(0.35), cover)))))
    // Clouds take the sky's own light, the horizon's colour underneath, and the sun's at their edges.
    const mean = this.zenith.mul(0.45).add(this.horizon.mul(0.55))
    const lit = mean.mul(1.25).add(sunlight.mul(0.14).mul(fromSun.mul(-1.2).exp().add(0.3)))
    const shade = mean.mul(mix(float(0.72), float(0.34), this.clouds))
    const cloud = mix(lit, shade, smoothstep(mix(float(0.5), float(0.3), this.clouds), 0.72, density))
    const clouded = mix(sky, cloud, cover.mul(0.92))
    return clouded.add(this.flashOf(cover)) as unknown as V3
  }

  /** Thickness of the cloud ceiling in a direction, 0 to 1: two scales of baked noise on a plane overhead. */
  private density(d: V3): F {
    const flat = d.xz.div(d.y.max(0).add(0.16)).mul(0.11)
    const broad = texture(this.noise, flat.add(this.drift)).r
    const fine = texture(this.noise, flat.mul(2.3).add(this.drift.mul(1.4))).g
    return broad.mul(0.66).add(fine.mul(0.34)) as unknown as F
  }

  /** How much of the sky it hides, 0 to 1, thinning at the horizon. */
  private cover(d: V3, density: F): F {
    const low = mix(float(0.7), float(0.06), this.clouds)
    const shape = smoothstep(low, low.add(0.26), density)
    return shape.mul(smoothstep(0, mix(float(0.12), float(0.03), this.clouds), d.y)).mul(smoothstep(0, 0.05, this.clouds)) as unknown as F
  }

  private flashOf(cover: F): V3 {
    return vec3(0.75, 0.85, 1.1).mul(this.flash).mul(cover.mul(1.2).add(0.15)) as unknown as V3
  }

  /** One star or none in each cell of a grid over the sphere; place, brightness and tint by hash, so they never move. */
  private starlight(d: V3): V3 {
    const p = d.mul(STAR_CELLS)
    const cell = floor(p)
    const seed = cell.x.add(cell.y.mul(157)).add(cell.z.mul(24_593)).add(100_000)
    const r1 = hash(seed)
    const r2 = hash(seed.add(0.37e6))
    const r3 = hash(seed.add(0.71e6))
    const place = cell.add(vec3(r1, r2, r3).mul(0.7).add(0.15)).normalize()
    const away = max(float(1).sub(dot(d, place)), 0)
      .mul(2)
      .sqrt()
    const present = hash(seed.add(1.3e6))
    const bright = present.pow(14).mul(3).add(0.07)
    const size = mix(float(0.0008), float(0.0017), present.pow(6))
    const tint = mix(vec3(1, 0.86, 0.74), vec3(0.78, 0.88, 1.15), r1)
    return tint.mul(bright).mul(smoothstep(size.mul(1.6), size.mul(0.3), away)) as unknown as V3
  }

  private moonlight(d: V3): V3 {
    const m = this.moonDirection
    const away = max(float(1).sub(dot(d, m)), 1e-7)
      .mul(2)
      .sqrt()
    const side = m.cross(vec3(0, 1, 0)).normalize()
    const over = side.cross(m)
    const uv = vec2(dot(d, side), dot(d, over)).div(MOON_RADIUS)
    const seas = texture(this.noise, uv.mul(0.09).add(0.31)).b
    const limb = float(1).sub(away.div(MOON_RADIUS).clamp(0, 1).pow(2)).max(0).sqrt()
    const face = mix(float(0.55), float(1.25), smoothstep(0.35, 0.6, seas)).mul(limb.mul(0.45).add(0.55))
    const disc = smoothstep(MOON_RADIUS * 1.04, MOON_RADIUS * 0.96, away)
    const halo = away.mul(-28).exp().mul(0.035).add(away.mul(-6).exp().mul(0.012))
    return vec3(1, 0.97, 0.9)
      .mul(disc.mul(face).mul(1.1))
      .add(vec3(0.6, 0.75, 1).mul(halo))
      .mul(this.moon) as unknown as V3
  }
}
