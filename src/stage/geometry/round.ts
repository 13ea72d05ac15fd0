import { distance, type Vec3 } from '../../film'
import { along } from './frame'
import type { MeshBatch } from './mesh-batch'

/** One ring of a lathe: [radius, height]. */
export type ProfilePoint = readonly [number, number]

/**
 * Turns a profile (bottom to top) about the y axis through `at`. Points closer than a crease share smooth normals; where
 * the profile bends by more than 45° the edge stays sharp. Ends with a radius are closed.
 */
export function lathe(b: MeshBatch, at: Vec3, profile: readonly ProfilePoint[], sides = 16, squash = 1): void {
  b.begin()
  const rows: { r: number; y: number; nr: number; ny: number; v: number; gap: boolean }[] = []
  let v = 0
  for (let i = 0; i < profile.length - 1; i++) {
    const [r0, y0] = profile[i]!
    const [r1, y1] = profile[i + 1]!
    const l = Math.sqrt((r1 - r0) ** 2 + (y1 - y0) ** 2) || 1e-6
    const nr = (y1 - y0) / l
    const ny = -(r1 - r0) / l
    const last = rows[rows.length - 1]
    const smooth = last !== undefined && last.nr * nr + last.ny * ny > 0.7
    if (smooth && last) {
      const m = Math.sqrt((last.nr + nr) ** 2 + (last.ny + ny) ** 2) || 1
      last.nr = (last.nr + nr) / m
      last.ny = (last.ny + ny) / m
      last.gap = false
    } else rows.push({ r: r0, y: y0, nr, ny, v, gap: false })
    v += l
    rows.push({ r: r1, y: y1, nr, ny, v, gap: true })
  }
  const ring = (row: (typeof rows)[number]) => {
    const ids: number[] = []
    for (let k = 0; k <= sides; k++) {
      const a = (k / sides) * Math.PI * 2
      const c = Math.cos(a)
      const s = Math.sin(a)
      ids.push(
        b.vertex(
          [at[0] + row.r * c, at[1] + row.y, at[2] - row.r * s * squash],
          [row.nr * c, row.ny, -row.nr * s],
          a * Math.max(row.r, 0.02),
          row.v,
        ),
      )
    }
    return ids
  }
  let below: number[] | undefined
  for (const row of rows) {
    const here = ring(row)
    if (below) for (let k = 0; k < sides; k++) b.face(below[k]!, below[k + 1]!, here[k + 1]!, here[k]!)
    below = row.gap && rows[rows.indexOf(row) + 1]?.v === row.v ? undefined : here
  }
  const cap = (p: ProfilePoint, up: number) => {
    if (p[0] < 1e-4) return
    const mid = b.vertex([at[0], at[1] + p[1], at[2]], [0, up, 0], 0, 0)
    let last = -1
    for (let k = 0; k <= sides; k++) {
      const a = (k / sides) * Math.PI * 2
      const id = b.vertex(
        [at[0] + p[0] * Math.cos(a), at[1] + p[1], at[2] - p[0] * Math.sin(a) * squash],
        [0, up, 0],
        p[0] * Math.cos(a),
        p[0] * Math.sin(a),
      )
      if (k > 0) {
        if (up > 0) b.tri(mid, last, id)
        else b.tri(mid, id, last)
      }
      last = id
    }
  }
  cap(profile[0]!, -1)
  cap(profile[profile.length - 1]!, 1)
}

/** A closed cylinder or cone frustum standing on `at`, edges rounded by `bevel` metres. */
export function cylinder(
  b: MeshBatch,
  at: Vec3,
  radius: number,
  height: number,
  options: { top?: number; sides?: number; bevel?: number } = {},
): void {
  const top = options.top ?? radius
  const e = options.bevel ?? 0
  const profile: ProfilePoint[] =
    e > 0
      ? [
          [Math.max(0.001, radius - e), 0],
          [radius, e],
          [top, height - e],
          [Math.max(0.001, top - e), height],
        ]
      : [
          [radius, 0],
          [top, height],
        ]
  lathe(b, at, profile, options.sides ?? 14)
}

/** An ellipsoid about its middle. */
export function ellipsoid(b: MeshBatch, mid: Vec3, radii: Vec3, sides = 12, rings = 8, wobble = 0): void {
  b.begin()
  const rows: number[][] = []
  for (let i = 0; i <= rings; i++) {
    const t = (i / rings) * Math.PI
    const row: number[] = []
    for (let k = 0; k <= sides; k++) {
      const a = (k / sides) * Math.PI * 2
      const n: Vec3 = [Math.sin(t) * Math.cos(a), -Math.cos(t), -Math.sin(t) * Math.sin(a)]
      const w =
        wobble === 0 ? 1 : 1 + wobble * Math.sin(3.1 * n[0] * 2 + 5 * n[1] + 4.3 * n[2] + mid[0] * 3) * Math.cos(4 * n[2] - 2.3 * n[0])
      row.push(
        b.vertex(
          [mid[0] + n[0] * radii[0] * w, mid[1] + n[1] * radii[1] * w, mid[2] + n[2] * radii[2] * w],
          [n[0] / radii[0], n[1] / radii[1], n[2] / radii[2]],
          a * radii[0],
          t * radii[1],
        ),
      )
    }
    rows.push(row)
  }
  for (let i = 0; i < rings; i++) {
    for (let k = 0; k < sides; k++) {
      if (i > 0) b.tri(rows[i]![k]!, rows[i]![k + 1]!, rows[i + 1]![k + 1]!)
      if (i < rings - 1) b.tri(rows[i]![k]!, rows[i + 1]![k + 1]!, rows[i + 1]![k]!)
      else if (i === 0) b.tri(rows[i]![k]!, rows[i + 1]![k + 1]!, rows[i + 1]![k]!)
    }
  }
}

/** A round rod between two points. */
export function rod(b: MeshBatch, from: Vec3, to: Vec3, radius: number, options: { top?: number; sides?: number } = {}): void {
  b.within(along(from, to), () =>
    cylinder(b, [0, 0, 0], radius, distance(from, to), { top: options.top ?? radius, sides: options.sides ?? 8 }),
  )
}

/** A tube along a path, with balls' worth of overlap at its joints. */
export function tube(b: MeshBatch, path: readonly Vec3[], radius: number, sides = 8): void {
  for (let i = 1; i < path.length; i++) {
    rod(b, path[i - 1]!, path[i]!, radius, { sides })
    if (i < path.length - 1) ellipsoid(b, path[i]!, [radius, radius, radius], sides, 4)
  }
}
