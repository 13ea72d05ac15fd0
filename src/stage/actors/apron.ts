import { lerp, smoothstep, type Vec3 } from '../../film'
import { lay, type Over, onTrunk } from './accessories'
import type { Look } from './mesh-builder'
import { curve, tube } from './tube'

/** A bib and skirt over the front; `wrap` for overalls, whose straps cross the shoulders. */
export function apron(o: Over, look: Look, cut: { topY: number; hemY: number; half: number; bib: number; wrap: boolean }): void {
  const { b, body } = o
  const { h, waistY } = body
  const rows = o.detail === 'full' ? 16 : 10
  const columns = o.detail === 'full' ? 13 : 9
  const start = b.count
  const startIndex = b.index.length
  const shade: Look = { ...look, colour: [look.colour[0] * 0.8, look.colour[1] * 0.8, look.colour[2] * 0.8] }
  const grid: number[][] = []
  const under: number[][] = []
  for (let i = 0; i <= rows; i++) {
    const y = lerp(cut.hemY, cut.topY, i / rows)
    const bib = smoothstep(waistY - 0.01 * h, waistY + 0.05 * h, y)
    const half = lerp(cut.half, cut.bib, bib)
    const line: number[] = []
    const back: number[] = []
    for (let j = 0; j <= columns; j++) {
      const a = -half + (2 * half * j) / columns
      // Below the hips cloth hangs from its widest place.
      const y0 = Math.max(y, body.hipY - 0.01 * h)
      const hang = onTrunk(o, y0, a, 0.006 * h)
      const own = y < y0 ? onTrunk({ ...o, field: (x, yy, z) => Math.min(o.field(x, yy, z), body.legs(x, yy, z)) }, y, a, 0.006 * h) : hang
      const r = Math.max(Math.hypot(hang[0], hang[2]), Math.hypot(own[0], own[2]) * 0.999)
      const flare = y < y0 ? 1 + 0.12 * ((y0 - y) / h) * (1 + 0.7 * Math.sin(a * 7)) : 1
      const k = (r / (Math.hypot(hang[0], hang[2]) || 1)) * flare
      const p: Vec3 = [hang[0] * k, y, hang[2] * k]
      const bind = y < body.hipY + 0.02 * h ? o.weights.skirt(p) : o.weights.trunk(p)
      const edge = j === 0 || j === columns || i === 0 || i === rows
      line.push(b.vertex(p, [0, 0, 0], look, bind, [a * 0.15, y], edge ? 0.86 : 1))
      back.push(b.vertex([p[0] * 0.985, p[1], p[2] * 0.985 - 0.001], [0, 0, 0], shade, bind, [a * 0.15, y], 0.55))
    }
    grid.push(line)
    under.push(back)
  }
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      b.quad(grid[i]![j]!, grid[i]![j + 1]!, grid[i + 1]![j + 1]!, grid[i + 1]![j]!)
      if (i < rows / 2) b.quad(under[i]![j]!, under[i + 1]![j]!, under[i + 1]![j + 1]!, under[i]![j + 1]!)
    }
  const rim = (ids: readonly number[], inner: readonly number[], flip: boolean) => {
    for (let k = 0; k + 1 < ids.length; k++) {
      if (flip) b.quad(ids[k]!, inner[k]!, inner[k + 1]!, ids[k + 1]!)
      else b.quad(ids[k]!, ids[k + 1]!, inner[k + 1]!, inner[k]!)
    }
  }
  rim(grid[0]!, under[0]!, true)
  rim(grid[rows]!, under[rows]!, false)
  rim(
    grid.map((r) => r[0]!),
    under.map((r) => r[0]!),
    false,
  )
  rim(
    grid.map((r) => r[columns]!),
    under.map((r) => r[columns]!),
    true,
  )
  b.smoothNormals(start, startIndex)
  const n = o.detail === 'full' ? 14 : 9
  for (const s of [1, -1]) {
    const bibX = cut.bib * 0.94 * s
    const path = [onTrunk(o, cut.topY - 0.012 * h, bibX, 0.005 * h), onTrunk(o, body.shoulderY - 0.005 * h, bibX * 0.9, 0.006 * h)]
    const shoulder: Vec3 = [
      s * body.shoulder[0] * (cut.wrap ? 0.5 : 0.36),
      body.shoulderY + (cut.wrap ? 0.034 : 0.032) * h,
      body.pose.at('neck')[2],
    ]
    const behind = onTrunk(o, body.shoulderY - 0.01 * h, Math.PI - s * 0.5, 0.004 * h)
    const low = cut.wrap
      ? onTrunk(o, body.waistY + 0.01 * h, Math.PI - s * 0.25, 0.004 * h)
      : ([0, body.shoulderY + 0.012 * h, behind[2]] as const)
    tube(b, {
      path: lay(o, curve(cut.wrap ? [...path, shoulder, behind, low] : [...path, shoulder, low], n + 6), 0.004 * h),
      radius: () => [(cut.wrap ? 0.0105 : 0.0075) * h, 0.0022 * h],
      sides: 6,
      look: shade,
      across: [1, 0, 0],
      bind: (p) => o.weights.trunk(p),
    })
  }
  if (!cut.wrap)
    tube(b, {
      path: Array.from({ length: n * 2 }, (_, i) =>
        onTrunk(o, waistY - 0.004 * h, cut.half + ((Math.PI * 2 - 2 * cut.half) * i) / (n * 2 - 1), 0.003 * h),
      ),
      radius: () => [0.01 * h, 0.0025 * h],
      sides: 6,
      look: shade,
      across: [0, 1, 0],
      bind: (p) => o.weights.trunk(p),
    })
}
