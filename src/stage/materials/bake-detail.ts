import { mix32, SURFACES, type SurfaceKind } from '../../film'

/** Metres that one tile of a surface's texture covers. */
export const TILE_M: Readonly<Record<SurfaceKind, number>> = {
  plain: 1,
  plaster: 2.4,
  wood: 1.2,
  planks: 2,
  brick: 1.6,
  concrete: 3,
  tile: 1.2,
  fabric: 0.5,
  metal: 1,
  grass: 2.4,
  asphalt: 2,
  bark: 1,
  foliage: 1,
  stone: 2,
  sand: 3,
  paper: 0.8,
}

/** Baked detail of every surface kind: one square layer each, in SURFACES order, four bytes a texel. */
export interface DetailBake {
  readonly size: number
  readonly layers: number
  /** rgb: multiplies the base colour, 128 = 1; a: change of roughness, 128 = 0. */
  readonly albedo: Uint8Array
  /** rg: slope of the surface along u and v, 128 = flat; b: height; a: cavity darkening, 255 = none. */
  readonly relief: Uint8Array
}

type Sample = { height: number; tint: readonly [number, number, number]; rough: number }

/** Tileable value noise in [0, 1]: lattice of `cells` × `rows` over the unit square, smooth. */
function noise(u: number, v: number, cells: number, seed: number, rows = cells): number {
  const x = u * cells
  const y = v * rows
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = x - ix
  const fy = y - iy
  const at = (a: number, b: number) =>
    mix32(Math.imul((a % cells) + 1, 0x1b873593) ^ Math.imul((b % rows) + 1, 0xcc9e2d51) ^ seed) / 4294967296
  const sx = fx * fx * (3 - 2 * fx)
  const sy = fy * fy * (3 - 2 * fy)
  const top = at(ix, iy) + (at(ix + 1, iy) - at(ix, iy)) * sx
  const low = at(ix, iy + 1) + (at(ix + 1, iy + 1) - at(ix, iy + 1)) * sx
  return top + (low - top) * sy
}

/** Octaves of tileable noise in [0, 1]. */
function fbm(u: number, v: number, cells: number, octaves: number, seed: number): number {
  let sum = 0
  let weight = 0.5
  let total = 0
  for (let o = 0; o < octaves; o++) {
    sum += weight * noise(u, v, cells << o, seed + o * 7919)
    total += weight
    weight *= 0.55
  }
  return sum / total
}

/** Distance to the nearest of one jittered point a cell, and that cell's hash; tileable. */
function cells(u: number, v: number, n: number, seed: number): { d: number; id: number; edge: number } {
  const x = u * n
  const y = v * n
  let best = 9
  let second = 9
  let id = 0
  for (let j = -1; j <= 1; j++)
    for (let i = -1; i <= 1; i++) {
      const cx = Math.floor(x) + i
      const cy = Math.floor(y) + j
      const h = mix32(Math.imul(((cx % n) + n) % n, 0x27d4eb2f) ^ Math.imul(((cy % n) + n) % n, 0x165667b1) ^ seed)
      const px = cx + ((h & 0xffff) / 65536) * 0.8 + 0.1
      const py = cy + ((h >>> 16) / 65536) * 0.8 + 0.1
      const d = Math.hypot(x - px, y - py)
      if (d < best) {
        second = best
        best = d
        id = h
      } else if (d < second) second = d
    }
  return { d: best, id, edge: second - best }
}

const grey = (v: number): [number, number, number] => [v, v, v]
const step = (a: number, b: number, v: number) => {
  const t = Math.min(1, Math.max(0, (v - a) / (b - a)))
  return t * t * (3 - 2 * t)
}
const unit = (h: number) => (h >>> 8) / 16777216

/** A grid of boards, bricks or tiles: where in the cell, how far from a joint, and the cell's hash. */
function course(u: number, v: number, nx: number, ny: number, offset: number, seed: number) {
  const row = Math.floor(v * ny)
  const shift = (row % 2) * offset + (offset < 0 ? unit(mix32(row * 97 + seed)) : 0)
  const x = (u + (offset < 0 ? shift : shift / nx)) * nx
  const col = ((Math.floor(x) % nx) + nx) % nx
  const fx = x - Math.floor(x)
  const fy = v * ny - row
  return {
    fx,
    fy,
    dx: Math.min(fx, 1 - fx) / nx,
    dy: Math.min(fy, 1 - fy) / ny,
    id: mix32(Math.imul(row + 3, 0x9e3779b1) ^ Math.imul(col + 11, 0x85ebca6b) ^ seed),
  }
}

/** Fibres that run along u: 0 dark, 1 light. */
const woodGrain = (u: number, v: number, seed: number) => {
  const bend = fbm(u, v, 3, 2, seed) * 0.08
  const w = (v + bend) % 1
  const rings = noise(u, w, 2, seed + 1, 40) * 0.5 + noise(u, w, 4, seed + 2, 90) * 0.5
  const fibre = noise(u, w, 12, seed + 3, 220)
  return rings * 0.65 + fibre * 0.35
}

const SAMPLERS: Readonly<Record<SurfaceKind, (u: number, v: number) => Sample>> = {
  plain: (u, v) => ({ height: 0.5, tint: grey(0.97 + 0.06 * fbm(u, v, 4, 3, 1)), rough: (fbm(u, v, 8, 3, 2) - 0.5) * 0.15 }),
  plaster: (u, v) => {
    const big = fbm(u, v, 3, 4, 11)
    const grain = fbm(u, v, 48, 2, 12)
    return {
      height: 0.5 + (big - 0.5) * 0.25 + (grain - 0.5) * 0.12,
      tint: grey(0.93 + big * 0.12 + (grain - 0.5) * 0.03),
      rough: (big - 0.5) * 0.2,
    }
  },
  wood: (u, v) => {
    const line = woodGrain(u, v, 21)
    const t = 0.72 + line * 0.5
    return { height: 0.5 + (line - 0.5) * 0.12, tint: [t * 1.02, t, t * 0.95], rough: (0.5 - line) * 0.25 }
  },
  planks: (u, v) => {
    const c = course(u, v, 2, 10, -1, 31)
    const line = woodGrain((u + unit(c.id)) % 1, (v + unit(mix32(c.id + 3))) % 1, 32)
    const joint = step(0.0008, 0.0032, Math.min(c.dx, c.dy))
    const board = 0.8 + unit(c.id) * 0.32
    const t = (0.74 + line * 0.46) * board * (0.45 + 0.55 * joint)
    return { height: 0.3 + joint * 0.3 + (line - 0.5) * 0.08, tint: [t * 1.02, t, t * 0.96], rough: (0.5 - line) * 0.2 + (1 - joint) * 0.3 }
  },
  brick: (u, v) => {
    const c = course(u, v, 7, 20, 0.5, 41)
    const rough = fbm(u, v, 32, 3, 42)
    const joint = step(0.003, 0.0075, Math.min(c.dx, c.dy) + (rough - 0.5) * 0.004)
    const t = joint * (0.75 + unit(c.id) * 0.4 + (rough - 0.5) * 0.3)
    const mortar = (1 - joint) * (0.85 + rough * 0.2)
    return {
      height: 0.2 + joint * (0.45 + unit(mix32(c.id + 5)) * 0.12) + (rough - 0.5) * 0.2,
      tint: [t + mortar, t * (0.94 + 0.12 * unit(mix32(c.id + 2))) + mortar, t * 0.95 + mortar],
      rough: (1 - joint) * 0.15,
    }
  },
  concrete: (u, v) => {
    const big = fbm(u, v, 3, 5, 51)
    const pit = cells(u, v, 36, 52)
    const hole = 1 - step(0.05, 0.16, pit.d) * 1
    const deep = unit(pit.id) > 0.82 ? hole : 0
    return { height: 0.5 + (big - 0.5) * 0.2 - deep * 0.3, tint: grey((0.86 + big * 0.26) * (1 - deep * 0.25)), rough: (0.5 - big) * 0.3 }
  },
  tile: (u, v) => {
    const c = course(u, v, 6, 6, 0, 61)
    const joint = step(0.003, 0.007, Math.min(c.dx, c.dy))
    const t = joint * (0.94 + unit(c.id) * 0.1) + (1 - joint) * 0.62
    return { height: 0.25 + joint * 0.35, tint: grey(t), rough: (1 - joint) * 0.5 }
  },
  fabric: (u, v) => {
    const a = Math.abs(Math.sin(u * Math.PI * 64))
    const b = Math.abs(Math.sin(v * Math.PI * 64))
    const over = (Math.floor(u * 64) + Math.floor(v * 64)) % 2 === 0 ? a : b
    const cloud = fbm(u, v, 5, 3, 71)
    return { height: 0.35 + over * 0.3, tint: grey(0.84 + over * 0.12 + cloud * 0.1), rough: 0.05 }
  },
  metal: (u, v) => {
    const brush = noise(u, v, 160, 81) * 0.5 + noise(u * 1, (v * 8) % 1, 128, 82) * 0.5
    const stain = fbm(u, v, 4, 4, 83)
    return { height: 0.5 + (brush - 0.5) * 0.06, tint: grey(0.9 + brush * 0.08 + (stain - 0.5) * 0.16), rough: (stain - 0.4) * 0.4 }
  },
  grass: (u, v) => {
    const patch = fbm(u, v, 4, 3, 91)
    const blade = fbm(u, v, 64, 2, 92)
    const t = 0.62 + patch * 0.4 + (blade - 0.5) * 0.55
    return { height: 0.3 + blade * 0.5, tint: [t * (0.9 + patch * 0.2), t, t * 0.85], rough: 0.05 }
  },
  asphalt: (u, v) => {
    const stone = cells(u, v, 72, 101)
    const big = fbm(u, v, 3, 4, 102)
    return {
      height: 0.45 + (1 - step(0.1, 0.5, stone.d)) * 0.25,
      tint: grey(0.72 + unit(stone.id) * 0.32 + (big - 0.5) * 0.35),
      rough: (big - 0.5) * 0.25,
    }
  },
  bark: (u, v) => {
    const ridge = Math.abs(fbm((u + fbm(u, v, 4, 2, 112) * 0.15) % 1, v, 10, 3, 111) * 2 - 1)
    return { height: 0.2 + ridge * 0.7, tint: grey(0.55 + ridge * 0.6), rough: 0.05 }
  },
  foliage: (u, v) => {
    const leaf = cells(u, v, 22, 121)
    const edge = step(0.02, 0.2, leaf.edge)
    const t = 0.65 + unit(leaf.id) * 0.5
    return {
      height: 0.2 + edge * 0.5 * unit(mix32(leaf.id + 4)),
      tint: [t * (0.85 + unit(mix32(leaf.id + 2)) * 0.3), t, t * 0.8],
      rough: -0.05,
    }
  },
  stone: (u, v) => {
    const block = cells(u, v, 6, 131)
    const joint = step(0.02, 0.1, block.edge)
    const grain = fbm(u, v, 24, 3, 132)
    return {
      height: 0.2 + joint * 0.4 + (grain - 0.5) * 0.3,
      tint: grey((0.7 + unit(block.id) * 0.3 + (grain - 0.5) * 0.3) * (0.6 + joint * 0.4)),
      rough: 0.02,
    }
  },
  sand: (u, v) => {
    const dune = fbm(u, v, 5, 3, 141)
    const ripple = 0.5 + 0.5 * Math.sin((v + dune * 0.12) * Math.PI * 2 * 14)
    const grain = noise(u, v, 220, 142)
    return {
      height: 0.4 + ripple * 0.16 + dune * 0.2,
      tint: grey(0.86 + ripple * 0.08 + (grain - 0.5) * 0.16 + (dune - 0.5) * 0.15),
      rough: 0,
    }
  },
  paper: (u, v) => ({ height: 0.5, tint: grey(0.96 + fbm(u, v, 40, 2, 151) * 0.07), rough: 0 }),
}

/** How steep each surface's relief is drawn. */
const RELIEF: Readonly<Partial<Record<SurfaceKind, number>>> = {
  plain: 0,
  plaster: 0.4,
  wood: 0.6,
  planks: 1.6,
  brick: 2.4,
  concrete: 0.8,
  tile: 2,
  fabric: 0.9,
  metal: 0.5,
  grass: 2.2,
  asphalt: 1.6,
  bark: 3,
  foliage: 2.4,
  stone: 3,
  sand: 2,
  paper: 0,
}

/**
 * Bakes every surface's detail once: noise that a shader would otherwise evaluate for every pixel of every frame.
 * Deterministic within an engine. About 40 ms a layer at 256².
 * @param size texels a side, a power of two.
 */
export function bakeDetail(size: number): DetailBake {
  const layers = SURFACES.length
  const albedo = new Uint8Array(size * size * 4 * layers)
  const relief = new Uint8Array(size * size * 4 * layers)
  const height = new Float32Array(size * size)
  const byte = (v: number) => Math.max(0, Math.min(255, Math.round(v)))
  SURFACES.forEach((kind, layer) => {
    const sample = SAMPLERS[kind]
    const base = layer * size * size * 4
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        const s = sample((x + 0.5) / size, (y + 0.5) / size)
        const o = base + (y * size + x) * 4
        height[y * size + x] = s.height
        for (let k = 0; k < 3; k++) albedo[o + k] = byte((s.tint[k] as number) * 128)
        albedo[o + 3] = byte(128 + s.rough * 255)
      }
    const steep = (RELIEF[kind] ?? 1) * (size / 256) * 3
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        const at = (i: number, j: number) => height[((y + j + size) % size) * size + ((x + i + size) % size)] as number
        const du = (at(1, 0) - at(-1, 0)) * steep
        const dv = (at(0, 1) - at(0, -1)) * steep
        const here = at(0, 0)
        const around = (at(3, 0) + at(-3, 0) + at(0, 3) + at(0, -3)) / 4
        const o = base + (y * size + x) * 4
        relief[o] = byte(128 - du * 127)
        relief[o + 1] = byte(128 - dv * 127)
        relief[o + 2] = byte(here * 255)
        relief[o + 3] = byte(255 - Math.max(0, around - here) * 600)
      }
  })
  return { size, layers, albedo, relief }
}
