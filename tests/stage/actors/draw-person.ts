import type { ActorGeometry } from '../../../src/stage/actors'

/** How somebody is looked at: level, without perspective, the feet near the lower edge of a square picture. */
export interface View {
  /** Pixels across and down. */
  readonly lines: number
  /** What the picture's side is in the world. */
  readonly metres: number
  /** How far the person has turned, radians. */
  readonly yaw?: number
  /** Metres of the lower edge above the floor. */
  readonly fromM?: number
}

/** What is nearest in each pixel, top row first. */
export interface Seen {
  readonly lines: number
  /** 1 where there is a surface that faces the eye: backs are not drawn, as on stage. */
  readonly drawn: Uint8Array
  /** Metres that what is drawn lies behind the nearest surface, be it the back of one: 0 for a closed body, Infinity where one sees through. */
  readonly gap: Float32Array
  /** Linear albedo, 3 a pixel. */
  readonly colour: Float32Array
  /** What it is made of (KINDS). */
  readonly kind: Uint8Array
}

/** Draws somebody as built, in the bind pose, on the processor: a plain depth buffer. */
export function drawPerson(g: ActorGeometry, { lines, metres, yaw = 0, fromM = -0.02 }: View): Seen {
  const size = lines * lines
  const depth = new Float32Array(size).fill(Number.NEGATIVE_INFINITY)
  const nearest = depth.slice()
  const seen: Seen = {
    lines,
    drawn: new Uint8Array(size),
    gap: new Float32Array(size),
    colour: new Float32Array(size * 3),
    kind: new Uint8Array(size),
  }
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)]
  for (const m of [g.body, g.head]) {
    const n = m.skinWeights.length / 4
    const [px, py, pz] = [new Float32Array(n), new Float32Array(n), new Float32Array(n)]
    for (let v = 0; v < n; v++) {
      const [x, y, z] = [m.positions[v * 3]!, m.positions[v * 3 + 1]!, m.positions[v * 3 + 2]!]
      px[v] = ((x * cos + z * sin) / metres + 0.5) * lines
      py[v] = (1 - (y - fromM) / metres) * lines
      pz[v] = z * cos - x * sin
    }
    for (let t = 0; t < m.index.length; t += 3) {
      const [a, b, c] = [m.index[t]!, m.index[t + 1]!, m.index[t + 2]!]
      const area = (px[b]! - px[a]!) * (py[c]! - py[a]!) - (px[c]! - px[a]!) * (py[b]! - py[a]!)
      if (area === 0) continue
      const [ax, ay, bx, by, cx, cy] = [px[a]!, py[a]!, px[b]!, py[b]!, px[c]!, py[c]!]
      const x0 = Math.max(0, Math.floor(Math.min(ax, bx, cx)))
      const x1 = Math.min(lines - 1, Math.floor(Math.max(ax, bx, cx)))
      const y1 = Math.min(lines - 1, Math.floor(Math.max(ay, by, cy)))
      const [za, zb, zc] = [pz[a]!, pz[b]!, pz[c]!]
      const kind = Math.round(m.surface[a * 4 + 2]!)
      for (let y = Math.max(0, Math.floor(Math.min(ay, by, cy))); y <= y1; y++)
        for (let x = x0; x <= x1; x++) {
          const qx = x + 0.5
          const qy = y + 0.5
          const u = ((bx - qx) * (cy - qy) - (cx - qx) * (by - qy)) / area
          if (u < 0) continue
          const v = ((cx - qx) * (ay - qy) - (ax - qx) * (cy - qy)) / area
          if (v < 0) continue
          const w = 1 - u - v
          if (w < 0) continue
          const z = u * za + v * zb + w * zc
          const i = y * lines + x
          if (z > nearest[i]!) nearest[i] = z
          // y goes down: what turns this way shows its back.
          if (area > 0 || z <= depth[i]!) continue
          depth[i] = z
          seen.drawn[i] = 1
          seen.kind[i] = kind
          for (let k = 0; k < 3; k++)
            seen.colour[i * 3 + k] = u * m.colour[a * 3 + k]! + v * m.colour[b * 3 + k]! + w * m.colour[c * 3 + k]!
        }
    }
  }
  for (let i = 0; i < size; i++) seen.gap[i] = nearest[i] === Number.NEGATIVE_INFINITY ? 0 : nearest[i]! - depth[i]!
  return seen
}
