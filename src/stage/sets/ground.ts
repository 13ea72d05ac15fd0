import type { Placement, SetSpec, SurfaceKind, Vec3 } from '../../film'
import { blend, box, type MeshBatch, type Paint, paint, shade } from '../geometry'
import { fbm2 } from './noise'
import { surfacePaint } from './room-shell'

const ZONES: Readonly<Record<string, { kind: SurfaceKind; colour: string; rough?: number }>> = {
  'zone-road': { kind: 'asphalt', colour: '#55565a', rough: 0.85 },
  'zone-paving': { kind: 'stone', colour: '#8f8a80' },
  'zone-cobbles': { kind: 'stone', colour: '#857d70' },
  'zone-grass': { kind: 'grass', colour: '#6b7044' },
  'zone-soil': { kind: 'sand', colour: '#7a664a' },
  'zone-gravel': { kind: 'sand', colour: '#8f8268' },
  'zone-planks': { kind: 'planks', colour: '#7d6a52' },
  'zone-sand': { kind: 'sand', colour: '#b09a72' },
  'zone-crops': { kind: 'grass', colour: '#8a8348' },
}

/** True for placements that only colour the ground. */
export const isZone = (p: Placement): boolean => p.prop in ZONES

const zonePaint = (p: Placement): Paint => {
  const z = ZONES[p.prop]!
  return paint(p.colour ?? z.colour, z.kind, z.rough)
}

/** The ground of the playing area: one sheet whose cells take the surface of the zone they lie in, edges exact. */
export function buildGround(b: MeshBatch, set: SetSpec, shadeAt: (x: number, y: number, z: number) => number): void {
  const keep = { variation: b.variation, ground: b.groundShade }
  b.variation = 0
  b.groundShade = 0
  const zones = set.placements.filter(isZone)
  const half: readonly [number, number] = [set.widthM / 2, set.depthM / 2]
  const lines = (axis: 0 | 2, h: number) => {
    const cuts = new Set([-h, h])
    for (const z of zones) {
      const turned = Math.abs(Math.sin(z.yaw)) > 0.7
      const reach = (axis === 0) !== turned ? z.size[0] / 2 : z.size[2] / 2
      for (const s of [-1, 1]) cuts.add(Math.max(-h, Math.min(h, Math.round((z.position[axis] + s * reach) * 1000) / 1000)))
    }
    const sorted = [...cuts].sort((p, q) => p - q)
    const out: number[] = [sorted[0]!]
    for (let i = 1; i < sorted.length; i++) {
      const [a, c] = [sorted[i - 1]!, sorted[i]!]
      const n = Math.max(1, Math.ceil((c - a) / Math.max(0.45, h / 45)))
      for (let k = 1; k <= n; k++) out.push(a + ((c - a) * k) / n)
    }
    return out
  }
  const xs = lines(0, half[0])
  const zs = lines(2, half[1])
  const base = surfacePaint(set.floor)
  const zoneAt = (x: number, z: number): Paint => {
    for (let i = zones.length - 1; i >= 0; i--) {
      const p = zones[i]!
      const turned = Math.abs(Math.sin(p.yaw)) > 0.7
      const hx = turned ? p.size[2] / 2 : p.size[0] / 2
      const hz = turned ? p.size[0] / 2 : p.size[2] / 2
      if (Math.abs(x - p.position[0]) < hx && Math.abs(z - p.position[2]) < hz) return zonePaint(p)
    }
    return base
  }
  const natural = set.floor.kind === 'grass' || set.floor.kind === 'sand'
  const tone = (x: number, z: number) =>
    (1 + (natural ? 0.2 : 0.1) * fbm2(x * 0.23, z * 0.23) + 0.06 * fbm2(x * 1.3, z * 1.3)) * shadeAt(x, 0, z)
  for (let j = 0; j < zs.length - 1; j++) {
    for (let i = 0; i < xs.length - 1; i++) {
      const [x0, x1, z0, z1] = [xs[i]!, xs[i + 1]!, zs[j]!, zs[j + 1]!]
      const p = zoneAt((x0 + x1) / 2, (z0 + z1) / 2)
      b.use(p).begin()
      const dry = natural ? blend(p, { ...p, colour: [p.colour[0] * 1.35, p.colour[1] * 1.05, p.colour[2] * 0.8] }, 1) : p
      const v = (x: number, z: number) => {
        const t = natural ? Math.max(0, fbm2(x * 0.11 + 5, z * 0.11)) : 0
        const c: Vec3 = [0, 1, 2].map((k) => p.colour[k]! + (dry.colour[k]! - p.colour[k]!) * t) as unknown as Vec3
        return b.vertex([x, 0, z], [0, 1, 0], x, z, tone(x, z), c)
      }
      b.face(v(x0, z1), v(x1, z1), v(x1, z0), v(x0, z0))
    }
  }
  b.variation = 0.12
  for (const p of zones) {
    if (p.prop !== 'zone-paving') continue
    b.use(shade(zonePaint(p), 1.18))
    const turned = Math.abs(Math.sin(p.yaw)) > 0.7
    const [w, d] = turned ? [p.size[2], p.size[0]] : [p.size[0], p.size[2]]
    const lengthways = d > w
    for (const side of [-1, 1]) {
      const long = lengthways ? d : w
      const n = Math.max(1, Math.round(long / 1.2))
      for (let i = 0; i < n; i++) {
        const t = ((i + 0.5) / n - 0.5) * long
        const x = p.position[0] + (lengthways ? side * (w / 2 - 0.07) : t)
        const z = p.position[2] + (lengthways ? t : side * (d / 2 - 0.07))
        if (Math.abs(x) > half[0] - 0.2 || Math.abs(z) > half[1]) continue
        box(b, [x, -0.04, z], lengthways ? [0.14, 0.07, long / n - 0.012] : [long / n - 0.012, 0.07, 0.14], 0.012)
      }
    }
  }
  b.variation = keep.variation
  b.groundShade = keep.ground
}
