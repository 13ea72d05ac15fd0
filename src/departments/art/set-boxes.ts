import { hexToLinear, hollowParts, type Opening, type Placement, type SetSpec, type Vec3 } from '../../film'
import { wallFrame } from './layout'

/** A turned box that stands for something solid, for tracing light and keeping cameras out of things. */
export interface SetBox {
  readonly center: Vec3
  /** Half sizes before turning. */
  readonly half: Vec3
  /** Radians about y. */
  readonly yaw: number
  /** Linear-light reflectance. */
  readonly albedo: Vec3
  /** Key of the practical that makes it shine. */
  readonly glowKey?: string
}

const THICK_M = 0.22
/** Reflectance of things that carry no colour of their own. */
const USUAL: Readonly<Record<string, string>> = {
  tree: '#54463a',
  pine: '#4e4036',
  rock: '#85807a',
  car: '#5a6a70',
  fridge: '#b9b3a4',
  'house-plant': '#5b6f3c',
}

const FLAT = new Set(['rug', 'round-rug', 'doormat', 'crossing', 'puddle', 'litter', 'leaves', 'grass-tufts', 'straw-litter', 'scree'])
/** Only a slim part of these stands in the way: [width, height from, height to, depth] as parts of the box. */
const SLIM: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>> = {
  table: [[1, 0.9, 1, 1]],
  'round-table': [[1, 0.9, 1, 1]],
  'coffee-table': [[1, 0.85, 1, 1]],
  'diner-table': [[1, 0.92, 1, 1]],
  'school-desk': [[1, 0.9, 1, 1]],
  'side-table': [[1, 0.7, 1, 1]],
  desk: [
    [1, 0.93, 1, 1],
    [0.9, 0.05, 0.93, 0.5],
  ],
  chair: [
    [1, 0.44, 0.5, 1],
    [0.9, 0.5, 1, 0.1],
  ],
  stool: [[1, 0.9, 1, 1]],
  bench: [[1, 0.85, 1, 1]],
  'park-bench': [[1, 0.48, 0.54, 1]],
  tree: [[0.45, 0, 0.5, 0.45]],
  pine: [[0.4, 0, 0.9, 0.4]],
  'apple-tree': [[0.45, 0, 0.5, 0.45]],
  'telegraph-pole': [[0.16, 0, 1, 0.7]],
  'wire-span': [],
  'hay-loft': [[1, 0, 0.16, 1]],
  // of a stage's frame only its beam is as wide as its box
  proscenium: [[1, 0.8, 1, 1]],
  'lighting-bar': [[1, 0, 0.06, 1]],
  'library-ladder': [[0.9, 0, 1, 0.3]],
  ladder: [[0.7, 0, 1, 0.3]],
  palm: [[0.4, 0, 0.9, 0.4]],
  'lamp-post': [[0.4, 0, 1, 0.4]],
  lighthouse: [[0.76, 0, 1, 0.76]],
  'flying-kite': [],
  'barbed-wire': [],
  'broken-tree': [[0.4, 0, 0.9, 0.4]],
  lander: [[0.6, 0.22, 0.85, 0.6]],
  crater: [],
  'shell-hole': [],
  'floor-lamp': [[0.2, 0, 0.8, 0.2]],
  'coat-rack': [[0.5, 0, 1, 0.5]],
  'market-stall': [
    [1, 0.05, 0.34, 0.7],
    [1, 0.85, 0.95, 1],
  ],
  'bus-stop': [[1, 0.95, 1, 1]],
  'water-tank': [[0.84, 0.4, 0.8, 0.84]],
  crane: [[0.5, 0, 1, 0.5]],
  pendant: [[1, 0, 0.2, 1]],
  'ceiling-fan': [[1, 0.2, 0.3, 0.3]],
}

/** A placement's solid parts: middle and half sizes in its own frame, metres, from the floor under its middle. */
function partsOf(p: Placement): readonly { readonly mid: Vec3; readonly half: Vec3 }[] {
  const [w, h, d] = p.size
  const hollow = hollowParts(p)
  if (hollow) return hollow
  return (SLIM[p.prop] ?? [[1, 0, 1, 1] as const]).map(([kx, y0, y1, kz]) => ({
    mid: [0, (h * (y0 + y1)) / 2, 0],
    half: [(w * kx) / 2, (h * (y1 - y0)) / 2, (d * kz) / 2],
  }))
}

function wallBoxes(set: SetSpec, side: Opening['wall'], albedo: Vec3): SetBox[] {
  const f = wallFrame(side, set.widthM, set.depthM)
  const holes = set.openings.filter((o) => o.wall === side).sort((p, q) => p.along - q.along)
  const out: SetBox[] = []
  const n = [Math.sin(f.yaw), Math.cos(f.yaw)] as const
  const add = (a0: number, a1: number, y0: number, y1: number) => {
    if (a1 - a0 < 1e-3 || y1 - y0 < 1e-3) return
    const a = (a0 + a1) / 2
    out.push({
      center: [f.o[0] + f.u[0] * a - (n[0] * THICK_M) / 2, (y0 + y1) / 2, f.o[1] + f.u[1] * a - (n[1] * THICK_M) / 2],
      half: [(a1 - a0) / 2, (y1 - y0) / 2, THICK_M / 2],
      yaw: f.yaw,
      albedo,
    })
  }
  let from = -THICK_M
  for (const o of holes) {
    const [a0, a1] = [o.along - o.width / 2, o.along + o.width / 2]
    add(from, a0, 0, set.heightM)
    add(a0, a1, 0, o.sill)
    add(a0, a1, Math.min(set.heightM, o.sill + o.height), set.heightM)
    from = a1
  }
  add(from, f.length + THICK_M, 0, set.heightM)
  return out
}

/**
 * A set as boxes: walls split round their openings, shut doors, floor, ceiling, and what stands in it (tables as
 * tops, trees as trunks). Panes are left out: light goes through them.
 */
export function setBoxes(set: SetSpec): SetBox[] {
  const out: SetBox[] = []
  const [hx, hz] = [set.widthM / 2, set.depthM / 2]
  const reach = set.interior ? THICK_M : 60
  out.push({ center: [0, -0.1, 0], half: [hx + reach, 0.1, hz + reach], yaw: 0, albedo: hexToLinear(set.floor.colour) })
  if (set.interior) {
    const wall = hexToLinear(set.walls.colour)
    for (const side of ['north', 'east', 'south', 'west'] as const) out.push(...wallBoxes(set, side, wall))
    out.push({
      center: [0, set.heightM + 0.1, 0],
      half: [hx + THICK_M, 0.1, hz + THICK_M],
      yaw: 0,
      albedo: hexToLinear(set.ceiling.colour),
    })
    for (const o of set.openings) {
      if (o.kind === 'window') continue
      const f = wallFrame(o.wall, set.widthM, set.depthM)
      const back = o.kind === 'door' ? 0.04 : 1.6
      out.push({
        center: [
          f.o[0] + f.u[0] * o.along - Math.sin(f.yaw) * back,
          o.sill + o.height / 2,
          f.o[1] + f.u[1] * o.along - Math.cos(f.yaw) * back,
        ],
        half: [o.width / 2, o.height / 2, 0.02],
        yaw: f.yaw,
        albedo: hexToLinear(set.trim),
      })
    }
  }
  const lampOf = new Map(set.practicals.map((p) => [p.of, p.key]))
  for (const p of set.placements) {
    if (p.prop.startsWith('zone-') || FLAT.has(p.prop)) {
      if (p.prop.startsWith('zone-') || !p.colour) continue
      out.push({
        center: [p.position[0], 0.006, p.position[2]],
        half: [p.size[0] / 2, 0.006, p.size[2] / 2],
        yaw: p.yaw,
        albedo: hexToLinear(p.colour),
      })
      continue
    }
    const emissive = lampOf.get(p.key)
    if (!p.blocks && !emissive && Math.max(p.size[0], p.size[1]) < 0.35) continue
    const albedo = hexToLinear(p.colour ?? USUAL[p.prop] ?? '#7a6654')
    const [sin, cos] = [Math.sin(p.yaw), Math.cos(p.yaw)]
    for (const { mid, half } of partsOf(p)) {
      out.push({
        center: [p.position[0] + mid[0] * cos + mid[2] * sin, p.position[1] + mid[1], p.position[2] - mid[0] * sin + mid[2] * cos],
        half,
        yaw: p.yaw,
        albedo,
        ...(emissive ? { glowKey: emissive } : {}),
      })
    }
  }
  return out
}
