import { dot, type LightPlan, smoothstep, type Vec3 } from '../../film'
import { type IrradianceVolume, momentIrradiance, PROBE_FLOATS, sampleMoments } from './irradiance-volume'
import { skyRadiance } from './sky-radiance'
import { BoxScene, type Hit, type LightBox } from './trace-boxes'

export interface BounceOptions {
  /** What light hits. For rooms: walls with their holes left open; glass is left out. */
  readonly boxes: readonly LightBox[]
  readonly light: Pick<LightPlan, 'sun' | 'spots' | 'points' | 'sky'>
  /** Corners of the space to fill with probes, metres. */
  readonly min: Vec3
  readonly max: Vec3
  /** Probes along x, y, z; default 10 × 4 × 10. */
  readonly dims?: readonly [number, number, number]
  /** Rays a probe; default 80. */
  readonly rays?: number
  /** Bounces, 1 or more; default 3. The first is what lights shine on, each other one costs little. */
  readonly bounces?: number
  /** Lamps that have no slot in the plan: all of their light comes through the volume. */
  readonly lamps?: readonly { readonly position: Vec3; readonly colour: Vec3; readonly candela: number }[]
}

/** Probes along x, y, z unless asked otherwise; the renderer's textures have this size. */
export const PROBE_DIMS = [10, 4, 10] as const

/** Roles that are there for faces only: their light on walls is not wanted a second time. */
const FACE_ROLES = ['rim', 'fill', 'unused']

/**
 * Traces the light of a set that has hit something at least once, and the sky, into a grid of probes. Each ray is traced
 * once; further bounces read the probes of the bounce before at the same hits. No randomness: directions are a
 * Fibonacci sphere, so the same options give the same numbers.
 */
export function bounceVolume(options: BounceOptions): IrradianceVolume {
  const { boxes, light, min, max, dims = PROBE_DIMS, rays = 80, bounces = 3, lamps = [] } = options
  const scene = new BoxScene(boxes)
  const [nx, ny, nz] = dims
  const size: Vec3 = [max[0] - min[0], max[1] - min[1], max[2] - min[2]]
  const probes = nx * ny * nz
  const directions = FANS.flatMap((turn) => fibonacciSphere(rays, turn))
  const sources = directSources(light)
  const skies = directions.map((d) => skyRadiance(light.sky, d))
  const solid = new Uint8Array(probes)
  const still = new Float32Array(probes * PROBE_FLOATS)
  // For later bounces: point, normal, albedo ÷ π, probe and direction.
  const hits = new Float32Array(probes * rays * HIT_FLOATS)
  let hitEnd = 0
  const hit: Hit = { distance: 0, box: 0, nx: 0, ny: 0, nz: 0 }
  const reach = 400
  const share = 1 / rays
  const add = (data: Float32Array, probe: number, d: Vec3, r: number, g: number, b: number) => {
    const o = probe * PROBE_FLOATS
    for (let c = 0; c < 3; c++) {
      const v = (c === 0 ? r : c === 1 ? g : b) * share
      const i = o + c * 4
      data[i] = (data[i] as number) + v
      data[i + 1] = (data[i + 1] as number) + v * d[0]
      data[i + 2] = (data[i + 2] as number) + v * d[1]
      data[i + 3] = (data[i + 3] as number) + v * d[2]
    }
  }
  for (let probe = 0; probe < probes; probe++) {
    const at = probeAt(probe, min, size, dims)
    if (scene.contains(at)) {
      solid[probe] = 1
      continue
    }
    const fan = fanOf(probe, dims) * rays
    for (let i = fan; i < fan + rays; i++) {
      const d = directions[i] as Vec3
      if (!scene.trace(at, d, reach, hit)) {
        const sky = skies[i] as Vec3
        add(still, probe, d, sky[0], sky[1], sky[2])
        continue
      }
      const box = boxes[hit.box] as LightBox
      const n: Vec3 = [hit.nx, hit.ny, hit.nz]
      const p: Vec3 = [
        at[0] + d[0] * hit.distance + n[0] * 0.004,
        at[1] + d[1] * hit.distance + n[1] * 0.004,
        at[2] + d[2] * hit.distance + n[2] * 0.004,
      ]
      const k = box.albedo
      hits[hitEnd] = p[0]
      hits[hitEnd + 1] = p[1]
      hits[hitEnd + 2] = p[2]
      hits[hitEnd + 3] = n[0]
      hits[hitEnd + 4] = n[1]
      hits[hitEnd + 5] = n[2]
      hits[hitEnd + 6] = k[0] / Math.PI
      hits[hitEnd + 7] = k[1] / Math.PI
      hits[hitEnd + 8] = k[2] / Math.PI
      hits[hitEnd + 9] = probe
      hits[hitEnd + 10] = i
      hitEnd += HIT_FLOATS
      const e = directAt(scene, sources, p, n)
      const own = box.emissive
      const s = 1 / Math.PI
      add(still, probe, d, e[0] * k[0] * s + (own?.[0] ?? 0), e[1] * k[1] * s + (own?.[1] ?? 0), e[2] * k[2] * s + (own?.[2] ?? 0))
    }
    for (const lamp of lamps) addLamp(scene, still, probe, at, lamp)
  }
  let volume: IrradianceVolume = { min, size, dims, data: smooth(still, solid, dims) }
  const moments = new Float64Array(PROBE_FLOATS)
  for (let bounce = 1; bounce < bounces; bounce++) {
    const data = still.slice()
    for (let h = 0; h < hitEnd; h += HIT_FLOATS) {
      const n: Vec3 = [hits[h + 3] as number, hits[h + 4] as number, hits[h + 5] as number]
      // A little off the surface, as the renderer samples too.
      const p: Vec3 = [(hits[h] as number) + n[0] * 0.2, (hits[h + 1] as number) + n[1] * 0.2, (hits[h + 2] as number) + n[2] * 0.2]
      const m = sampleMoments(volume, p, moments)
      const e = (c: number) =>
        momentIrradiance(m[c * 4] as number, m[c * 4 + 1] as number, m[c * 4 + 2] as number, m[c * 4 + 3] as number, n) *
        (hits[h + 6 + c] as number)
      add(data, hits[h + 9] as number, directions[hits[h + 10] as number] as Vec3, e(0), e(1), e(2))
    }
    volume = { min, size, dims, data: smooth(data, solid, dims) }
  }
  return volume
}

/** Middle of a probe's cell. */
function probeAt(probe: number, min: Vec3, size: Vec3, [nx, ny, nz]: readonly [number, number, number]): Vec3 {
  const x = probe % nx
  const y = Math.floor(probe / nx) % ny
  const z = Math.floor(probe / (nx * ny))
  return [min[0] + (size[0] * (x + 0.5)) / nx, min[1] + (size[1] * (y + 0.5)) / ny, min[2] + (size[2] * (z + 0.5)) / nz]
}

/** Turns of the four direction sets that neighbouring probes take by turns, radians. */
const FANS = [0, 0.61, 1.22, 1.83] as const
const fanOf = (probe: number, [nx, ny]: readonly [number, number, number]) => ((probe % nx) % 2) + 2 * (Math.floor(probe / (nx * ny)) % 2)

/** Evenly spread unit vectors: the Fibonacci lattice on the sphere, turned about y. */
export function fibonacciSphere(count: number, turn = 0): Vec3[] {
  const golden = Math.PI * (3 - Math.sqrt(5))
  return Array.from({ length: count }, (_, i) => {
    const y = 1 - (2 * (i + 0.5)) / count
    const r = Math.sqrt(1 - y * y)
    return [r * Math.cos(golden * i + turn), y, r * Math.sin(golden * i + turn)] as const
  })
}

/** A light of the plan as a ray sees it: direction and distance to it, and the irradiance it brings unshadowed. */
type Source = (p: Vec3, n: Vec3, out: Sample) => boolean
interface Sample {
  to: Vec3
  /** As far as a shadow ray goes, metres. */
  reach: number
  e: number
  colour: Vec3
}

/** Numbers a remembered hit takes. */
const HIT_FLOATS = 11

/** Light so weak that tracing its shadow is not worth it, lux. */
const FAINT = 0.004

function directSources(light: BounceOptions['light']): Source[] {
  const sources: Source[] = []
  const { sun } = light
  if (sun.lux > 0)
    sources.push((_, n, out) => {
      out.e = sun.lux * dot(n, sun.direction)
      out.to = sun.direction
      out.reach = 400
      out.colour = sun.colour
      return out.e > FAINT
    })
  const local = (position: Vec3, candela: number, colour: Vec3, clear: number, cone: (to: Vec3) => number): Source => {
    return (p, n, out) => {
      const x = position[0] - p[0]
      const y = position[1] - p[1]
      const z = position[2] - p[2]
      const d = Math.max(Math.sqrt(x * x + y * y + z * z), 0.05)
      const to: Vec3 = [x / d, y / d, z / d]
      const cos = dot(n, to)
      if (cos <= 0) return false
      out.e = ((candela * cos) / Math.max(d * d, 0.04)) * cone(to)
      out.to = to
      out.reach = d - clear
      out.colour = colour
      return out.e > FAINT
    }
  }
  for (const s of light.spots) {
    if (s.candela <= 0 || FACE_ROLES.includes(s.role) || s.flicker === 'lightning') continue
    const [x, y, z] = [s.target[0] - s.position[0], s.target[1] - s.position[1], s.target[2] - s.position[2]]
    const l = Math.sqrt(x * x + y * y + z * z)
    const aim: Vec3 = [x / l, y / l, z / l]
    const outer = Math.cos(s.angle)
    const inner = Math.max(Math.cos(s.angle * (1 - s.penumbra)), outer + 1e-4)
    sources.push(
      local(s.position, s.candela, s.colour, isWindowRole(s.role) ? WINDOW_CLEARANCE : LAMP_RADIUS, (to) =>
        smoothstep(outer, inner, -dot(to, aim)),
      ),
    )
  }
  for (const p of light.points)
    if (p.candela > 0 && !FACE_ROLES.includes(p.role)) sources.push(local(p.position, p.candela, p.colour, LAMP_RADIUS, () => 1))
  return sources
}

const SHADOW: Hit = { distance: 0, box: 0, nx: 0, ny: 0, nz: 0 }
const SAMPLE: Sample = { to: [0, 1, 0], reach: 0, e: 0, colour: [1, 1, 1] }
/** A window's light is broad: the wall round it does not shade it. */
export const isWindowRole = (role: string): boolean => role.includes('window')
/** Nothing nearer than this to a window's light shades it, metres: it stands a metre outside. */
export const WINDOW_CLEARANCE = 1.4
/** A lamp stands in its own shade: shadow rays stop this short of it, metres. */
export const LAMP_RADIUS = 0.3

function directAt(scene: BoxScene, sources: readonly Source[], p: Vec3, n: Vec3): Vec3 {
  let r = 0
  let g = 0
  let b = 0
  for (const source of sources) {
    if (!source(p, n, SAMPLE)) continue
    if (SAMPLE.reach > 0 && scene.trace(p, SAMPLE.to, SAMPLE.reach, SHADOW, true)) continue
    r += SAMPLE.e * SAMPLE.colour[0]
    g += SAMPLE.e * SAMPLE.colour[1]
    b += SAMPLE.e * SAMPLE.colour[2]
  }
  return [r, g, b]
}

/** A lamp without a slot shines straight into the probe: a directional light of irradiance I/d² has mean radiance E/4π. */
function addLamp(
  scene: BoxScene,
  data: Float32Array,
  probe: number,
  at: Vec3,
  lamp: { position: Vec3; colour: Vec3; candela: number },
): void {
  const x = lamp.position[0] - at[0]
  const y = lamp.position[1] - at[1]
  const z = lamp.position[2] - at[2]
  const d = Math.max(Math.sqrt(x * x + y * y + z * z), 0.3)
  const mean = lamp.candela / (d * d) / (4 * Math.PI)
  if (mean < 1e-4) return
  const to: Vec3 = [x / d, y / d, z / d]
  if (scene.trace(at, to, d - LAMP_RADIUS, SHADOW, true)) return
  for (let c = 0; c < 3; c++) {
    const v = mean * (lamp.colour[c] as number)
    const o = probe * PROBE_FLOATS + c * 4
    data[o] = (data[o] as number) + v
    data[o + 1] = (data[o + 1] as number) + v * to[0]
    data[o + 2] = (data[o + 2] as number) + v * to[1]
    data[o + 3] = (data[o + 3] as number) + v * to[2]
  }
}

/**
 * The probes with solids filled in, then mixed 1:2:1 with their neighbours along x and z: each probe has too few rays to
 * meet every small sunny patch, its neighbours meet the others. Not along y, so that it stays dark under tables.
 */
function smooth(source: Float32Array, solid: Uint8Array, dims: readonly [number, number, number]): Float32Array {
  let data = fillSolid(source, solid, dims)
  const strides = [1, dims[0] * dims[1]] as const
  const counts = [dims[0], dims[2]] as const
  for (let axis = 0; axis < 2; axis++) {
    const out = new Float32Array(data.length)
    const stride = strides[axis] as number
    const count = counts[axis] as number
    for (let probe = 0; probe < solid.length; probe++) {
      const i = axis === 0 ? probe % dims[0] : Math.floor(probe / stride)
      const before = (i > 0 ? probe - stride : probe) * PROBE_FLOATS
      const after = (i < count - 1 ? probe + stride : probe) * PROBE_FLOATS
      const here = probe * PROBE_FLOATS
      for (let k = 0; k < PROBE_FLOATS; k++)
        out[here + k] = 0.25 * ((data[before + k] as number) + 2 * (data[here + k] as number) + (data[after + k] as number))
    }
    data = out
  }
  return data
}

/** A copy in which probes inside solids have the mean of their neighbours, ring by ring, so that nothing dark leaks out. */
function fillSolid(source: Float32Array, solid: Uint8Array, [nx, ny, nz]: readonly [number, number, number]): Float32Array {
  const data = source.slice()
  const known = Uint8Array.from(solid, (s) => (s ? 0 : 1))
  for (let ring = 0; ring < nx + ny + nz; ring++) {
    const next: number[] = []
    for (let probe = 0; probe < known.length; probe++) {
      if (known[probe]) continue
      const x = probe % nx
      const y = Math.floor(probe / nx) % ny
      const z = Math.floor(probe / (nx * ny))
      const near = [
        x > 0 ? probe - 1 : -1,
        x < nx - 1 ? probe + 1 : -1,
        y > 0 ? probe - nx : -1,
        y < ny - 1 ? probe + nx : -1,
        z > 0 ? probe - nx * ny : -1,
        z < nz - 1 ? probe + nx * ny : -1,
      ].filter((i) => i >= 0 && known[i])
      if (near.length === 0) continue
      for (let k = 0; k < PROBE_FLOATS; k++)
        data[probe * PROBE_FLOATS + k] = near.reduce((s, i) => s + (data[i * PROBE_FLOATS + k] as number), 0) / near.length
      next.push(probe)
    }
    if (next.length === 0) break
    for (const probe of next) known[probe] = 1
  }
  return data
}
