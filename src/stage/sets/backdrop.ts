import { BACKDROP_CURVE_M } from '../../departments/art'
import { clamp, hexToLinear, type SetSpec, smoothstep, type Vec3 } from '../../film'
import type { MeshBatch } from '../geometry'
import { surfacePaint } from './room-shell'

/** Radius of the walls' corners seen from above, metres. */
const CORNER_M = 2.4
/** Points round the backdrop. */
const AROUND = 128

/** A point of the shell's section: how far in from the wall, how high, and which way it faces there. */
interface Section {
  readonly inM: number
  readonly y: number
  /** Normal: out of the wall towards the room, and up. */
  readonly facing: readonly [number, number]
}

/** The section from the floor up the curve, the wall and over into the ceiling. */
function section(height: number): Section[] {
  const r = BACKDROP_CURVE_M
  const arc = (steps: number, of: (a: number) => Section) => Array.from({ length: steps + 1 }, (_, i) => of(((i / steps) * Math.PI) / 2))
  const wall = height - 2 * r
  const rise = Math.max(1, Math.ceil(wall / 0.35))
  return [
    ...arc(20, (a) => ({ inM: r * (1 - Math.sin(a)), y: r * (1 - Math.cos(a)), facing: [Math.sin(a), Math.cos(a)] })),
    ...Array.from({ length: rise - 1 }, (_, i): Section => ({ inM: 0, y: r + (wall * (i + 1)) / rise, facing: [1, 0] })),
    ...arc(12, (a) => ({ inM: r * (1 - Math.cos(a)), y: height - r * (1 - Math.sin(a)), facing: [Math.cos(a), -Math.sin(a)] })),
  ]
}

/** Points and outward normals of a rectangle with round corners, clockwise seen from above, evenly spread. */
function outline(hx: number, hz: number, corner: number): { at: readonly [number, number]; out: readonly [number, number] }[] {
  const straight = [2 * (hz - corner), 2 * (hx - corner)] as const
  const bend = (Math.PI / 2) * corner
  const whole = 2 * (straight[0] + straight[1]) + 4 * bend
  return Array.from({ length: AROUND }, (_, i) => {
    let s = (i / AROUND) * whole
    for (let side = 0; ; side++) {
      const length = straight[side % 2] as number
      const turn = (side * Math.PI) / 2
      const [c, n] = [Math.cos(turn), Math.sin(turn)]
      // In the side's own frame: x out of the room, z along the wall.
      const [ox, oz] = side % 2 === 0 ? [hx, hz] : [hz, hx]
      const place = (x: number, z: number, nx: number, nz: number) => ({
        at: [x * c - z * n, x * n + z * c] as const,
        out: [nx * c - nz * n, nx * n + nz * c] as const,
      })
      if (s <= length) return place(ox, s - length / 2, 1, 0)
      s -= length
      if (s <= bend || side === 3) {
        const a = Math.min(s / corner, Math.PI / 2)
        return place(ox - corner + corner * Math.cos(a), oz - corner + corner * Math.sin(a), Math.cos(a), Math.sin(a))
      }
      s -= bend
    }
  })
}

/**
 * A studio backdrop: floor, curve, wall and ceiling as one surface without an edge, closed all round, so that every camera
 * sees it endless. The colour goes from the floor's to the wall's up to the height of a standing person's head and over.
 */
export function buildBackdrop(b: MeshBatch, set: SetSpec): void {
  const keep = { variation: b.variation, ground: b.groundShade }
  b.variation = 0
  b.groundShade = 0
  b.use({ ...surfacePaint(set.floor), roughness: 0.92 }).begin()
  const [low, high] = [hexToLinear(set.floor.colour), hexToLinear(set.walls.colour)]
  const colourAt = (y: number): Vec3 => {
    const t = smoothstep(0.1, 3, y)
    return [0, 1, 2].map((k) => low[k]! + (high[k]! - low[k]!) * t) as unknown as Vec3
  }
  const round = outline(set.widthM / 2, set.depthM / 2, CORNER_M)
  const profile = section(set.heightM)
  const rings: number[][] = []
  const ring = (point: (p: (typeof round)[number]) => { p: Vec3; n: Vec3; u: number; v: number }) =>
    rings.push(
      round.map((o) => {
        const { p, n, u, v } = point(o)
        return b.vertex(p, n, u, v, 1, colourAt(p[1]))
      }),
    )
  const inwards = (o: (typeof round)[number], inM: number): readonly [number, number] => [
    o.at[0] - o.out[0] * inM,
    o.at[1] - o.out[1] * inM,
  ]
  const flat = (y: number, up: number, share: number) =>
    ring((o) => {
      const [x, z] = inwards(o, BACKDROP_CURVE_M)
      return { p: [x * share, y, z * share], n: [0, up, 0], u: x * share, v: z * share }
    })
  for (let i = 0; i < 16; i++) flat(0, 1, clamp(i / 16, 1e-3, 1))
  for (const { inM, y, facing } of profile)
    ring((o) => {
      const [x, z] = inwards(o, inM)
      const n: Vec3 = [-o.out[0] * facing[0], facing[1], -o.out[1] * facing[0]]
      return { p: [x, y, z], n, u: x - o.out[0] * y, v: z - o.out[1] * y }
    })
  for (let i = 7; i >= 0; i--) flat(set.heightM, -1, clamp(i / 8, 1e-3, 1))
  for (let k = 0; k + 1 < rings.length; k++)
    for (let i = 0; i < AROUND; i++) {
      const j = (i + 1) % AROUND
      b.face(rings[k]![i]!, rings[k]![j]!, rings[k + 1]![j]!, rings[k + 1]![i]!)
    }
  b.variation = keep.variation
  b.groundShade = keep.ground
}
