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
  const [nx, ny, nz] = dims
  const size: Vec3 = [max[0] - min[0], max[1] - min[1], max[2] - min[2]]
  const probes = nx * ny * nz
  const known = raysOf({ boxes, min, max, dims, rays })
  const { scene, directions, solid, hitOf, hits, boxOf } = known
  const sources = directSources(light).map((source) => ({ source, seen: seenFrom(known, source) }))
  const skies = directions.map((d) => skyRadiance(light.sky, d))
  const still = new Float32Array(probes * PROBE_FLOATS)
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
    if (solid[probe]) continue
    const fan = fanOf(probe, dims) * rays
    for (let i = 0; i < rays; i++) {
      const d = directions[fan + i] as Vec3
      const met = hitOf[probe * rays + i] as number
      if (met < 0) {
        const sky = skies[fan + i] as Vec3
        add(still, probe, d, sky[0], sky[1], sky[2])
        continue
      }
      const h = met * HIT_FLOATS
      const box = boxes[boxOf[met] as number] as LightBox
      const e = directAt(scene, sources, met, threeAt(hits, h), threeAt(hits, h + 3))
      const k = box.albedo
      const own = box.emissive
      const s = 1 / Math.PI
      add(still, probe, d, e[0] * k[0] * s + (own?.[0] ?? 0), e[1] * k[1] * s + (own?.[1] ?? 0), e[2] * k[2] * s + (own?.[2] ?? 0))
    }
    for (const lamp of lamps) addLamp(scene, still, probe, probeAt(probe, min, size, dims), lamp)
  }
  let volume: IrradianceVolume = { min, size, dims, data: smooth(still, solid, dims) }
  const moments = new Float64Array(PROBE_FLOATS)
  for (let bounce = 1; bounce < bounces; bounce++) {
    const data = still.slice()
    for (let ray = 0; ray < hitOf.length; ray++) {
      const met = hitOf[ray] as number
      if (met < 0) continue
      const h = met * HIT_FLOATS
      const probe = Math.floor(ray / rays)
      const k = (boxes[boxOf[met] as number] as LightBox).albedo
      const n = threeAt(hits, h + 3, Math.fround)
      // A little off the surface, as the renderer samples too.
      const at = threeAt(hits, h, Math.fround)
      const p: Vec3 = [at[0] + n[0] * 0.2, at[1] + n[1] * 0.2, at[2] + n[2] * 0.2]
      const m = sampleMoments(volume, p, moments)
      const e = (c: 0 | 1 | 2) =>
        momentIrradiance(m[c * 4] as number, m[c * 4 + 1] as number, m[c * 4 + 2] as number, m[c * 4 + 3] as number, n) *
        Math.fround(k[c] / Math.PI)
      add(data, probe, directions[fanOf(probe, dims) * rays + (ray % rays)] as Vec3, e(0), e(1), e(2))
    }
    volume = { min, size, dims, data: smooth(data, solid, dims) }
  }
  return volume
}

/** What the rays of a place's probes meet: the same under every light. */
interface ProbeRays {
  readonly scene: BoxScene
  readonly directions: readonly Vec3[]
  /** 1 for a probe inside of something. */
  readonly solid: Uint8Array
  /** Number of the hit of each ray, probe by probe; −1 for one that meets nothing. */
  readonly hitOf: Int32Array
  /** Point and normal of each hit. */
  readonly hits: Float64Array
  /** Index of the box of each hit. */
  readonly boxOf: Int32Array
  /** Of each place that light came from: `seenFrom`. */
  readonly seen: Map<string, Uint8Array>
}

/** Rays of a place are traced once for as long as anybody has its boxes: a film's scenes share places, each in a light of its own. */
const RAYS = new WeakMap<readonly LightBox[], Map<string, ProbeRays>>()

function raysOf(of: Required<Pick<BounceOptions, 'boxes' | 'min' | 'max' | 'dims' | 'rays'>>): ProbeRays {
  const known = RAYS.get(of.boxes) ?? new Map<string, ProbeRays>()
  RAYS.set(of.boxes, known)
  const key = `${of.min} ${of.max} ${of.dims} ${of.rays}`
  const made = known.get(key) ?? traceRays(of)
  known.set(key, made)
  return made
}

function traceRays({ boxes, min, max, dims, rays }: Parameters<typeof raysOf>[0]): ProbeRays {
  const scene = new BoxScene(boxes)
  const size: Vec3 = [max[0] - min[0], max[1] - min[1], max[2] - min[2]]
  const probes = dims[0] * dims[1] * dims[2]
  const directions = FANS.flatMap((turn) => fibonacciSphere(rays, turn))
  const solid = new Uint8Array(probes)
  const hitOf = new Int32Array(probes * rays).fill(-1)
  const hits = new Float64Array(probes * rays * HIT_FLOATS)
  const boxOf = new Int32Array(probes * rays)
  const hit: Hit = { distance: 0, box: 0, nx: 0, ny: 0, nz: 0 }
  let count = 0
  for (let probe = 0; probe < probes; probe++) {
    const at = probeAt(probe, min, size, dims)
    if (scene.contains(at)) {
      solid[probe] = 1
      continue
    }
    const fan = fanOf(probe, dims) * rays
    for (let i = 0; i < rays; i++) {
      const d = directions[fan + i] as Vec3
      if (!scene.trace(at, d, REACH_M, hit)) continue
      const h = count * HIT_FLOATS
      hits[h] = at[0] + d[0] * hit.distance + hit.nx * 0.004
      hits[h + 1] = at[1] + d[1] * hit.distance + hit.ny * 0.004
      hits[h + 2] = at[2] + d[2] * hit.distance + hit.nz * 0.004
      hits[h + 3] = hit.nx
      hits[h + 4] = hit.ny
      hits[h + 5] = hit.nz
      boxOf[count] = hit.box
      hitOf[probe * rays + i] = count++
    }
  }
  return { scene, directions, solid, hitOf, hits: hits.slice(0, count * HIT_FLOATS), boxOf: boxOf.slice(0, count), seen: new Map() }
}

const exact = (v: number) => v
const threeAt = (of: Float64Array, i: number, as = exact): Vec3 => [as(of[i] as number), as(of[i + 1] as number), as(of[i + 2] as number)]

/** Which hits a light shines on from where it is, found out as it is asked: 0 is not known, 1 lit, 2 in shadow. */
function seenFrom({ seen, boxOf }: ProbeRays, { from }: Source): Uint8Array {
  const known = seen.get(from) ?? new Uint8Array(boxOf.length)
  seen.set(from, known)
  return known
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
interface Source {
  /** Where it is and how near to it its shadow rays end. */
  readonly from: string
  /** Whether it shines on a point at all, were nothing between. */
  readonly shines: (p: Vec3, n: Vec3, out: Sample) => boolean
}
interface Sample {
  to: Vec3
  /** As far as a shadow ray goes, metres. */
  reach: number
  e: number
  colour: Vec3
}

/** Numbers a remembered hit takes. */
const HIT_FLOATS = 6
/** As far as a probe's ray goes, metres. */
const REACH_M = 400

/** Light so weak that tracing its shadow is not worth it, lux. */
const FAINT = 0.004

function directSources(light: BounceOptions['light']): Source[] {
  const sources: Source[] = []
  const { sun } = light
  if (sun.lux > 0)
    sources.push({
      from: `sun ${sun.direction}`,
      shines: (_, n, out) => {
        out.e = sun.lux * dot(n, sun.direction)
        out.to = sun.direction
        out.reach = 400
        out.colour = sun.colour
        return out.e > FAINT
      },
    })
  const local = (position: Vec3, candela: number, colour: Vec3, clear: number, cone: (to: Vec3) => number): Source => {
    const shines: Source['shines'] = (p, n, out) => {
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
    return { from: `${position} ${clear}`, shines }
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

function directAt(
  scene: BoxScene,
  sources: readonly { readonly source: Source; readonly seen: Uint8Array }[],
  hit: number,
  p: Vec3,
  n: Vec3,
): Vec3 {
  let r = 0
  let g = 0
  let b = 0
  for (const { source, seen } of sources) {
    if (!source.shines(p, n, SAMPLE)) continue
    if (seen[hit] === 0) seen[hit] = SAMPLE.reach > 0 && scene.trace(p, SAMPLE.to, SAMPLE.reach, SHADOW, true) ? 2 : 1
    if (seen[hit] === 2) continue
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
