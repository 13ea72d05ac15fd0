import type { Placement, SetSpec } from '../../film'

/** How much of the light near a point is kept by the things that stand around it, 1 = all: a cheap stand-in for occlusion. */
export function contactShade(set: SetSpec, reachM = 0.3): (x: number, y: number, z: number) => number {
  const solid: Placement[] = set.placements.filter((p) => p.blocks && !p.prop.startsWith('zone-'))
  const boxes = solid.map((p) => ({
    x: p.position[0],
    y0: p.position[1],
    y1: p.position[1] + p.size[1],
    z: p.position[2],
    c: Math.cos(p.yaw),
    s: Math.sin(p.yaw),
    hx: (p.size[0] / 2) * 0.94,
    hz: (p.size[2] / 2) * 0.94,
    r: Math.hypot(p.size[0], p.size[2]) / 2 + reachM,
    // what stands on legs shades the floor less than what stands flat
    k: /table|chair|desk|bench|stool|stand|lamp|tree|post|rack$/.test(p.prop) ? 0.32 : 0.5,
  }))
  return (x, y, z) => {
    let open = 1
    for (const b of boxes) {
      const dx = x - b.x
      const dz = z - b.z
      if (Math.abs(dx) > b.r || Math.abs(dz) > b.r) continue
      const u = Math.max(0, Math.abs(dx * b.c - dz * b.s) - b.hx)
      const v = Math.max(0, Math.abs(dx * b.s + dz * b.c) - b.hz)
      const w = Math.max(0, b.y0 - y, y - b.y1)
      const d = Math.sqrt(u * u + v * v + w * w)
      if (d < reachM) open *= 1 - b.k * (1 - d / reachM) ** 2
    }
    return Math.max(0.3, open)
  }
}
