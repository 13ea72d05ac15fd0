import { wallFrame } from '../../departments/art'
import { type Opening, type SetSpec, SURFACES, type Surface, type Vec3 } from '../../film'
import { box, type MeshBatch, type Paint, paint, placed, shade } from '../geometry'

/** How far walls reach outwards of the room, metres. */
export const WALL_THICKNESS_M = 0.22
const SIDES = ['north', 'east', 'south', 'west'] as const
/** A wall of a room. */
export type Side = (typeof SIDES)[number]

/** The paint of a set's surface. */
export const surfacePaint = (s: Surface): Paint => ({
  ...paint(s.colour, s.kind, s.roughness, s.metalness),
  layer: SURFACES.indexOf(s.kind),
})

/** Frame of a wall: x runs along it from its left end seen from inside, y up, z into the room. */
export function wallLocal(set: SetSpec, side: Side) {
  const f = wallFrame(side, set.widthM, set.depthM)
  return { frame: placed([f.o[0], 0, f.o[1]], f.yaw), length: f.length }
}

type Shade = (x: number, y: number, z: number) => number

/** Darker towards floor, ceiling and the room's corners. */
function cornerShade(a: number, y: number, length: number, height: number): number {
  const d = Math.min(a, length - a)
  return 1 - 0.22 * Math.exp(-y / 0.22) - 0.24 * Math.exp(-(height - y) / 0.28) - 0.22 * Math.exp(-d / 0.3)
}

/** Cuts [0, length] × [0, height] into rectangles that leave the openings free. */
export function wallPieces(
  length: number,
  height: number,
  holes: readonly Opening[],
  extraY: readonly number[] = [],
): { a0: number; a1: number; y0: number; y1: number }[] {
  const xs = new Set([0, length])
  const ys = new Set([0, height, ...extraY.filter((y) => y > 0 && y < height)])
  for (const o of holes) {
    xs.add(o.along - o.width / 2)
    xs.add(o.along + o.width / 2)
    ys.add(o.sill)
    ys.add(Math.min(height, o.sill + o.height))
  }
  const sx = [...xs].sort((p, q) => p - q)
  const sy = [...ys].sort((p, q) => p - q)
  const out: { a0: number; a1: number; y0: number; y1: number }[] = []
  for (let i = 0; i < sx.length - 1; i++) {
    for (let j = 0; j < sy.length - 1; j++) {
      const [a0, a1, y0, y1] = [sx[i]!, sx[i + 1]!, sy[j]!, sy[j + 1]!]
      if (a1 - a0 < 1e-6 || y1 - y0 < 1e-6) continue
      const a = (a0 + a1) / 2
      const y = (y0 + y1) / 2
      if (holes.some((o) => Math.abs(a - o.along) < o.width / 2 && y > o.sill && y < o.sill + o.height)) continue
      out.push({ a0, a1, y0, y1 })
    }
  }
  return out
}

/** A rectangle of wall as a grid, so that its corner shading shows. */
function wallPatch(
  b: MeshBatch,
  piece: { a0: number; a1: number; y0: number; y1: number },
  z: number,
  tone: (a: number, y: number) => number,
  cell = 0.3,
): void {
  b.begin()
  const n = Math.max(1, Math.ceil((piece.a1 - piece.a0) / cell))
  const m = Math.max(1, Math.ceil((piece.y1 - piece.y0) / cell))
  const ids: number[] = []
  for (let j = 0; j <= m; j++) {
    for (let i = 0; i <= n; i++) {
      const a = piece.a0 + ((piece.a1 - piece.a0) * i) / n
      const y = piece.y0 + ((piece.y1 - piece.y0) * j) / m
      ids.push(b.vertex([a, y, z], [0, 0, 1], a, y, tone(a, y)))
    }
  }
  for (let j = 0; j < m; j++)
    for (let i = 0; i < n; i++)
      b.face(ids[j * (n + 1) + i]!, ids[j * (n + 1) + i + 1]!, ids[(j + 1) * (n + 1) + i + 1]!, ids[(j + 1) * (n + 1) + i]!)
}

/** Four walls with thickness and holes, dado, skirting, cornice, ceiling. */
export function buildShell(b: MeshBatch, set: SetSpec, shadeAt: Shade): void {
  const h = set.heightM
  const wall = surfacePaint(set.walls)
  const trim = paint(set.trim, set.walls.kind === 'metal' ? 'metal' : 'wood', 0.5, set.walls.kind === 'metal' ? 0.3 : 0)
  const t = WALL_THICKNESS_M
  const keep = { variation: b.variation, ground: b.groundShade }
  b.variation = 0
  b.groundShade = 0
  for (const side of SIDES) {
    const { frame, length } = wallLocal(set, side)
    const holes = set.openings.filter((o) => o.wall === side)
    b.within(frame, () => {
      const world = (a: number, y: number): Vec3 => [frame.o[0] + frame.x[0] * a, y, frame.o[2] + frame.x[2] * a]
      const tone = (a: number, y: number) => {
        const p = world(a, y)
        return cornerShade(a, y, length, h) * shadeAt(p[0], p[1], p[2])
      }
      const dado = set.dado
      for (const piece of wallPieces(length, h, holes, dado ? [dado.heightM] : [])) {
        const low = dado && piece.y1 <= dado.heightM + 1e-6
        b.use(low ? surfacePaint(dado.surface) : wall)
        wallPatch(b, piece, low ? 0.012 : 0, tone)
        b.use(shade(wall, 0.8))
        // the outer face reaches into the roof, so that no light gets in between
        const top = piece.y1 > h - 1e-6 ? h + 0.1 : piece.y1
        b.at([0, 0, -t], () => {
          b.quad([piece.a1, piece.y0, 0], [piece.a0, piece.y0, 0], [piece.a0, top, 0], [piece.a1, top, 0])
        })
      }
      // ends of the wall outside the corner, and its top: no light leaks between walls
      b.use(shade(wall, 0.8))
      box(b, [-t / 2, 0, -t / 2], [t, h + 0.1, t])
      b.use(trim)
      const skirt = set.floor.kind === 'metal' ? 0.14 : 0.11
      const doors = holes.filter((o) => o.sill < 0.05).sort((p, q) => p.along - q.along)
      let from = 0
      for (const o of [...doors, undefined]) {
        const to = o ? o.along - o.width / 2 - 0.08 : length
        if (to - from > 0.02) box(b, [(from + to) / 2, 0, 0.013], [to - from, skirt, 0.022], 0.005)
        if (o) from = o.along + o.width / 2 + 0.08
      }
      if (set.walls.kind === 'metal') {
        // ribs and a rail over the plates
        const n = Math.max(2, Math.round(length / 1.3))
        for (let i = 0; i <= n; i++) {
          const a = Math.min(length - 0.05, Math.max(0.05, (i * length) / n))
          if (holes.some((o) => Math.abs(a - o.along) < o.width / 2 + 0.14)) continue
          box(b, [a, 0, 0.02], [0.09, h, 0.05], 0.012)
        }
        box(b, [length / 2, h - 0.3, 0.01], [length, 0.05, 0.03], 0.008)
      }
      if (dado) {
        let a = 0
        const cuts = holes.filter((o) => o.sill < dado.heightM && o.sill + o.height > dado.heightM).sort((p, q) => p.along - q.along)
        for (const o of [...cuts, undefined]) {
          const to = o ? o.along - o.width / 2 - 0.08 : length
          if (to - a > 0.02) box(b, [(a + to) / 2, dado.heightM, 0.016], [to - a, 0.05, 0.034], 0.01)
          if (o) a = o.along + o.width / 2 + 0.08
        }
      }
      box(b, [length / 2, h - 0.07, 0.03], [length, 0.1, 0.06], 0.02)
    })
  }
  b.use(surfacePaint(set.ceiling))
  b.begin()
  const n = Math.max(2, Math.ceil(set.widthM / 0.5))
  const m = Math.max(2, Math.ceil(set.depthM / 0.5))
  const ids: number[] = []
  for (let j = 0; j <= m; j++) {
    for (let i = 0; i <= n; i++) {
      const x = (i / n - 0.5) * set.widthM
      const z = (j / m - 0.5) * set.depthM
      const d = Math.min(set.widthM / 2 - Math.abs(x), set.depthM / 2 - Math.abs(z))
      ids.push(b.vertex([x, h, z], [0, -1, 0], x, z, 1 - 0.26 * Math.exp(-d / 0.35)))
    }
  }
  for (let j = 0; j < m; j++)
    for (let i = 0; i < n; i++)
      b.face(ids[j * (n + 1) + i]!, ids[j * (n + 1) + i + 1]!, ids[(j + 1) * (n + 1) + i + 1]!, ids[(j + 1) * (n + 1) + i]!)
  b.use(shade(wall, 0.6))
  box(b, [0, h + 0.01, 0], [set.widthM + 2 * t, 0.2, set.depthM + 2 * t])
  b.variation = keep.variation
  b.groundShade = keep.ground
}

/** The floor, darker under and beside what stands on it and along the walls. */
export function buildFloor(b: MeshBatch, set: SetSpec, shadeAt: Shade): void {
  const keep = { variation: b.variation, ground: b.groundShade }
  b.variation = 0
  b.groundShade = 0
  b.use(surfacePaint(set.floor)).begin()
  const t = WALL_THICKNESS_M
  const cell = Math.max(0.16, Math.sqrt((set.widthM * set.depthM) / 2600))
  const n = Math.ceil((set.widthM + 2 * t) / cell)
  const m = Math.ceil((set.depthM + 2 * t) / cell)
  const ids: number[] = []
  for (let j = 0; j <= m; j++) {
    for (let i = 0; i <= n; i++) {
      const x = (i / n - 0.5) * (set.widthM + 2 * t)
      const z = (j / m - 0.5) * (set.depthM + 2 * t)
      const d = Math.max(0, Math.min(set.widthM / 2 - Math.abs(x), set.depthM / 2 - Math.abs(z)))
      ids.push(b.vertex([x, 0, z], [0, 1, 0], x, z, (1 - 0.3 * Math.exp(-d / 0.2)) * shadeAt(x, 0, z)))
    }
  }
  for (let j = 0; j < m; j++)
    for (let i = 0; i < n; i++)
      b.face(ids[(j + 1) * (n + 1) + i]!, ids[(j + 1) * (n + 1) + i + 1]!, ids[j * (n + 1) + i + 1]!, ids[j * (n + 1) + i]!)
  b.variation = keep.variation
  b.groundShade = keep.ground
}
