import type { Vec3 } from '../../film'
import type { MeshBatch } from './mesh-batch'

/**
 * A surface over a rectangle of parameters: `point(u, v)` with u, v in [0, 1] gives the place; normals come from
 * differences; `tone` may shade each point. `both` adds a back side.
 */
export function sheet(
  b: MeshBatch,
  columns: number,
  rows: number,
  point: (u: number, v: number) => Vec3,
  options: {
    uv?: (p: Vec3, u: number, v: number) => readonly [number, number]
    tone?: (p: Vec3) => number
    colour?: (p: Vec3) => Vec3
    both?: boolean
  } = {},
): void {
  b.begin()
  const e = 1e-3
  for (const side of options.both ? [1, -1] : [1]) {
    const ids: number[] = []
    for (let j = 0; j <= rows; j++) {
      for (let i = 0; i <= columns; i++) {
        const u = i / columns
        const v = j / rows
        const p = point(u, v)
        const du = point(Math.min(1, u + e), v)
        const du0 = point(Math.max(0, u - e), v)
        const dv = point(u, Math.min(1, v + e))
        const dv0 = point(u, Math.max(0, v - e))
        const a: Vec3 = [du[0] - du0[0], du[1] - du0[1], du[2] - du0[2]]
        const c: Vec3 = [dv[0] - dv0[0], dv[1] - dv0[1], dv[2] - dv0[2]]
        let n: Vec3 = [a[1] * c[2] - a[2] * c[1], a[2] * c[0] - a[0] * c[2], a[0] * c[1] - a[1] * c[0]]
        if (n[0] === 0 && n[1] === 0 && n[2] === 0) n = [0, 1, 0]
        const [tu, tv] = options.uv ? options.uv(p, u, v) : [p[0], p[2]]
        ids.push(b.vertex(p, [n[0] * side, n[1] * side, n[2] * side], tu, tv, options.tone?.(p) ?? 1, options.colour?.(p)))
      }
    }
    const w = columns + 1
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) {
        const q = [ids[j * w + i]!, ids[j * w + i + 1]!, ids[(j + 1) * w + i + 1]!, ids[(j + 1) * w + i]!] as const
        if (side > 0) b.face(q[0], q[1], q[2], q[3])
        else b.face(q[0], q[3], q[2], q[1])
      }
    }
  }
}

/** A flat polygon (x, y; either way round, star-shaped about its middle) pulled along z by `depth`, its front at z = depth. */
export function prism(b: MeshBatch, shape: readonly (readonly [number, number])[], z: number, depth: number): void {
  b.begin()
  const n = shape.length
  const area = shape.reduce((sum, p, i) => sum + p[0] * shape[(i + 1) % n]![1] - p[1] * shape[(i + 1) % n]![0], 0)
  const outline = area < 0 ? [...shape].reverse() : shape
  const mx = outline.reduce((s, p) => s + p[0], 0) / n
  const my = outline.reduce((s, p) => s + p[1], 0) / n
  for (const side of [1, -1]) {
    const zz = side > 0 ? z + depth : z
    const mid = b.vertex([mx, my, zz], [0, 0, side], mx, my)
    const ids = outline.map((p) => b.vertex([p[0], p[1], zz], [0, 0, side], p[0], p[1]))
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n
      if (side > 0) b.tri(mid, ids[i]!, ids[j]!)
      else b.tri(mid, ids[j]!, ids[i]!)
    }
  }
  let run = 0
  for (let i = 0; i < n; i++) {
    const p = outline[i]!
    const q = outline[(i + 1) % n]!
    const dx = q[0] - p[0]
    const dy = q[1] - p[1]
    const l = Math.sqrt(dx * dx + dy * dy) || 1e-6
    const m: Vec3 = [dy / l, -dx / l, 0]
    const v = [
      b.vertex([p[0], p[1], z], m, run, 0),
      b.vertex([q[0], q[1], z], m, run + l, 0),
      b.vertex([q[0], q[1], z + depth], m, run + l, depth),
      b.vertex([p[0], p[1], z + depth], m, run, depth),
    ]
    b.face(v[0]!, v[1]!, v[2]!, v[3]!)
    run += l
  }
}

/**
 * A clump of leaves: small crossing blades on the shell of an ellipsoid whose normals point outwards from its middle,
 * so that light rolls over it as over one soft body.
 */
export function leaves(b: MeshBatch, mid: Vec3, radii: Vec3, count: number, leafM: number): void {
  const r = b.rnd
  for (let i = 0; i < count; i++) {
    const y = 1 - (2 * (i + r.next())) / count
    const ring = Math.sqrt(Math.max(0, 1 - y * y))
    const a = i * 2.399963 + r.next() * 0.6
    const out = 0.72 + r.next() * 0.36
    const n: Vec3 = [ring * Math.cos(a), y, ring * Math.sin(a)]
    const p: Vec3 = [mid[0] + n[0] * radii[0] * out, mid[1] + n[1] * radii[1] * out, mid[2] + n[2] * radii[2] * out]
    const s = leafM * (0.7 + r.next() * 0.6)
    const t = r.next() * Math.PI * 2
    const e: Vec3 = [Math.cos(t) * s, (r.next() - 0.5) * s * 0.8, Math.sin(t) * s]
    const f: Vec3 = [-Math.sin(t) * s * 0.5 + n[0] * s * 0.3, s * (0.35 + r.next() * 0.4), Math.cos(t) * s * 0.5 + n[2] * s * 0.3]
    b.begin()
    const tone = (0.62 + 0.38 * (y * 0.5 + 0.5)) * (0.75 + 0.25 * out) * (0.85 + r.next() * 0.3)
    for (const side of [1, -1]) {
      const nn: Vec3 = [n[0], n[1] + 0.25, n[2]]
      const q = [
        b.vertex([p[0] - e[0], p[1] - e[1], p[2] - e[2]], nn, 0, 0, tone),
        b.vertex([p[0] + f[0], p[1] + f[1] * 0.2, p[2] + f[2]], nn, s, 0, tone),
        b.vertex([p[0] + e[0] + f[0], p[1] + e[1] + f[1], p[2] + e[2] + f[2]], nn, s, s, tone * 1.1),
        b.vertex([p[0] - f[0], p[1] + f[1] * 0.8, p[2] - f[2]], nn, 0, s, tone),
      ]
      if (side > 0) b.face(q[0]!, q[1]!, q[2]!, q[3]!)
      else b.face(q[0]!, q[3]!, q[2]!, q[1]!)
    }
  }
}
