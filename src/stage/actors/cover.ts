import type { Vec3 } from '../../film'
import type { ActorMesh } from './mesh-builder'

/** Cells of the grid that triangles are found by, metres. */
const CELL = 0.035

/** Where a ray leaves what it was under: a triangle of cloth and the weights of its corners there. */
export interface Hit {
  /** Distance along the ray, metres. */
  readonly t: number
  readonly triangle: number
  readonly v: number
  readonly w: number
}

/** Triangles of some cloth, found by rays. Those of the piece `own` are not there. */
export interface Cover {
  /** The first triangle that a ray meets within `far` metres if it meets it from within (from behind); undefined if it meets none or comes upon a face. */
  within(p: Vec3, d: Vec3, far: number, own: number): Hit | undefined
  /** Whether a ray meets any triangle within `far` metres. */
  any(p: Vec3, d: Vec3, far: number, own: number): boolean
}

/** A grid over triangles (numbers into the index), each of a piece. */
export function coverOf(mesh: Pick<ActorMesh, 'positions' | 'index'>, triangles: readonly number[], pieceOf: Int16Array): Cover {
  const { positions, index } = mesh
  const count = triangles.length
  // Corner and two edges of each, nine numbers in a row.
  const flat = new Float64Array(count * 9)
  const piece = new Int16Array(count)
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  const bounds = new Float64Array(count * 6)
  triangles.forEach((t, i) => {
    piece[i] = pieceOf[t]!
    for (let k = 0; k < 3; k++) {
      const a = positions[index[t * 3]! * 3 + k]!
      const b = positions[index[t * 3 + 1]! * 3 + k]!
      const c = positions[index[t * 3 + 2]! * 3 + k]!
      flat[i * 9 + k] = a
      flat[i * 9 + 3 + k] = b - a
      flat[i * 9 + 6 + k] = c - a
      bounds[i * 6 + k] = Math.min(a, b, c)
      bounds[i * 6 + 3 + k] = Math.max(a, b, c)
      low[k] = Math.min(low[k]!, bounds[i * 6 + k]!)
      high[k] = Math.max(high[k]!, bounds[i * 6 + 3 + k]!)
    }
  })
  const size = [0, 1, 2].map((k) => (count > 0 ? Math.floor((high[k]! - low[k]!) / CELL) + 1 : 0))
  const [sx, sy, sz] = size as [number, number, number]
  const span = (i: number, k: number) => Math.floor((bounds[i * 6 + k]! - low[k % 3]!) / CELL)
  // What touches a cell lies between two places of one list.
  const from = new Int32Array(sx * sy * sz + 1)
  const inCells = (visit: (cell: number, i: number) => void) => {
    for (let i = 0; i < count; i++) {
      const [x0, x1, y1, z1] = [span(i, 0), span(i, 3), span(i, 4), span(i, 5)]
      for (let z = span(i, 2); z <= z1; z++)
        for (let y = span(i, 1); y <= y1; y++) for (let x = x0; x <= x1; x++) visit((z * sy + y) * sx + x, i)
    }
  }
  inCells((cell) => from[cell + 1]!++)
  for (let c = 0; c < sx * sy * sz; c++) from[c + 1]! += from[c]!
  const next = from.slice()
  const list = new Int32Array(from.at(-1)!)
  inCells((cell, i) => {
    list[next[cell]!++] = i
  })
  const found = { t: 0, i: -1, v: 0, w: 0, det: 0 }
  /** Amanatides and Woo 1987: cell by cell along the ray, from where it enters the grid. */
  const cast = (o: Vec3, d: Vec3, far: number, own: number, first: boolean): boolean => {
    let enter = 0
    let leave = far
    for (let k = 0; k < 3; k++) {
      const dk = Math.abs(d[k]!) < 1e-9 ? 1e-9 : d[k]!
      const a = (low[k]! - o[k]!) / dk
      const b = (low[k]! + size[k]! * CELL - o[k]!) / dk
      enter = Math.max(enter, Math.min(a, b))
      leave = Math.min(leave, Math.max(a, b))
    }
    if (!(enter <= leave)) return false
    const cell = (k: number) => Math.min(size[k]! - 1, Math.max(0, Math.floor((o[k]! + d[k]! * enter - low[k]!) / CELL)))
    const wall = (k: number, c: number) =>
      Math.abs(d[k]!) < 1e-9 ? Infinity : (low[k]! + (c + (d[k]! > 0 ? 1 : 0)) * CELL - o[k]!) / d[k]!
    let [cx, cy, cz] = [cell(0), cell(1), cell(2)]
    let [nx, ny, nz] = [wall(0, cx), wall(1, cy), wall(2, cz)]
    found.t = far
    found.i = -1
    for (;;) {
      const here = (cz * sy + cy) * sx + cx
      for (let j = from[here]!; j < from[here + 1]!; j++) {
        const i = list[j]!
        if (piece[i] === own) continue
        // Möller and Trumbore 1997.
        const q = i * 9
        const ux = flat[q + 3]!
        const uy = flat[q + 4]!
        const uz = flat[q + 5]!
        const vx = flat[q + 6]!
        const vy = flat[q + 7]!
        const vz = flat[q + 8]!
        const qx = d[1] * vz - d[2] * vy
        const qy = d[2] * vx - d[0] * vz
        const qz = d[0] * vy - d[1] * vx
        const det = ux * qx + uy * qy + uz * qz
        if (Math.abs(det) < 1e-12) continue
        const wx = o[0] - flat[q]!
        const wy = o[1] - flat[q + 1]!
        const wz = o[2] - flat[q + 2]!
        const v = (wx * qx + wy * qy + wz * qz) / det
        if (v < 0 || v > 1) continue
        const rx = wy * uz - wz * uy
        const ry = wz * ux - wx * uz
        const rz = wx * uy - wy * ux
        const w = (d[0] * rx + d[1] * ry + d[2] * rz) / det
        if (w < 0 || v + w > 1) continue
        const t = (vx * rx + vy * ry + vz * rz) / det
        if (t < 0 || t >= found.t) continue
        if (first) return true
        found.t = t
        found.i = i
        found.v = v
        found.w = w
        found.det = det
      }
      const until = Math.min(nx, ny, nz)
      if (found.i >= 0 && found.t <= until) return true
      if (until > leave) return found.i >= 0
      if (until === nx) {
        cx += d[0] > 0 ? 1 : -1
        nx += CELL / Math.abs(d[0])
      } else if (until === ny) {
        cy += d[1] > 0 ? 1 : -1
        ny += CELL / Math.abs(d[1])
      } else {
        cz += d[2] > 0 ? 1 : -1
        nz += CELL / Math.abs(d[2])
      }
      if (cx < 0 || cy < 0 || cz < 0 || cx >= sx || cy >= sy || cz >= sz) return found.i >= 0
    }
  }
  return {
    // A negative determinant is a triangle that faces the way the ray goes.
    within: (o, d, far, own) =>
      cast(o, d, far, own, false) && found.det < 0 ? { t: found.t, triangle: triangles[found.i]!, v: found.v, w: found.w } : undefined,
    any: (o, d, far, own) => cast(o, d, far, own, true),
  }
}
