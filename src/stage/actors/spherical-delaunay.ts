import { mix32, type Vec3 } from '../../film'

/**
 * Delaunay triangulation of directions: the convex hull of points on the unit sphere (incremental hull).
 * @returns triangles as triples of point numbers, anticlockwise seen from outside
 */
export function sphericalDelaunay(directions: readonly Vec3[]): number[] {
  // A hundred-thousandth of noise keeps mirrored points from lying on one plane.
  const pts = directions.map((d, i): Vec3 => {
    const n = (k: number) => (mix32(Math.imul(i + 1, 0x9e3779b1) + k) / 4294967296 - 0.5) * 4e-6
    return [d[0] + n(1), d[1] + n(2), d[2] + n(3)]
  })
  type Face = { a: number; b: number; c: number; nx: number; ny: number; nz: number; w: number }
  const face = (a: number, b: number, c: number): Face => {
    const [p, q, r] = [pts[a]!, pts[b]!, pts[c]!]
    const ux = q[0] - p[0]
    const uy = q[1] - p[1]
    const uz = q[2] - p[2]
    const vx = r[0] - p[0]
    const vy = r[1] - p[1]
    const vz = r[2] - p[2]
    const nx = uy * vz - uz * vy
    const ny = uz * vx - ux * vz
    const nz = ux * vy - uy * vx
    return { a, b, c, nx, ny, nz, w: nx * p[0] + ny * p[1] + nz * p[2] }
  }
  const sees = (f: Face, p: Vec3) => f.nx * p[0] + f.ny * p[1] + f.nz * p[2] - f.w > 1e-16
  // A first tetrahedron from four spread points.
  const far = (score: (p: Vec3) => number) => pts.reduce((best, p, i) => (score(p) > score(pts[best]!) ? i : best), 0)
  const i0 = far((p) => p[1])
  const i1 = far((p) => -p[1] + p[0])
  const i2 = far((p) => -p[0] - p[1] + 0.5 * p[2])
  const i3 = far((p) => -p[2] * 2 - p[1] * 0.1)
  let faces = [face(i0, i1, i2), face(i0, i2, i3), face(i0, i3, i1), face(i1, i3, i2)]
  const inner = [0, 1, 2].map((k) => (pts[i0]![k]! + pts[i1]![k]! + pts[i2]![k]! + pts[i3]![k]!) / 4) as unknown as Vec3
  if (faces.some((f) => sees(f, inner))) faces = faces.map((f) => face(f.a, f.c, f.b))
  const used = new Set([i0, i1, i2, i3])
  for (let i = 0; i < pts.length; i++) {
    if (used.has(i)) continue
    const p = pts[i]!
    const edges = new Map<number, [number, number]>()
    const n = pts.length
    const kept: Face[] = []
    for (const f of faces) {
      if (!sees(f, p)) {
        kept.push(f)
        continue
      }
      for (const [u, v] of [
        [f.a, f.b],
        [f.b, f.c],
        [f.c, f.a],
      ] as const) {
        if (!edges.delete(v * n + u)) edges.set(u * n + v, [u, v])
      }
    }
    for (const [u, v] of edges.values()) kept.push(face(u, v, i))
    faces = kept
  }
  return faces.flatMap((f) => [f.a, f.b, f.c])
}
