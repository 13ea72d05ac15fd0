/** Signed distance to a solid: negative inside. Metres, or heads in head space. */
export type Field = (x: number, y: number, z: number) => number

/** Polynomial smooth minimum with blend width k (Inigo Quilez' quadratic form). */
export const smin = (a: number, b: number, k: number): number => {
  const h = Math.max(k - Math.abs(a - b), 0) / k
  return Math.min(a, b) - h * h * k * 0.25
}
/** Smooth subtraction of b from a. */
export const ssub = (a: number, b: number, k: number): number => -smin(-a, b, k)

/** Approximate distance to an ellipsoid of radii (rx, ry, rz) centred on (cx, cy, cz); exact on the surface. */
export const ellipsoid = (
  x: number,
  y: number,
  z: number,
  cx: number,
  cy: number,
  cz: number,
  rx: number,
  ry: number,
  rz: number,
): number => {
  const px = (x - cx) / rx
  const py = (y - cy) / ry
  const pz = (z - cz) / rz
  const k0 = Math.sqrt(px * px + py * py + pz * pz)
  const qx = px / rx
  const qy = py / ry
  const qz = pz / rz
  const k1 = Math.sqrt(qx * qx + qy * qy + qz * qz)
  return k1 < 1e-9 ? -Math.min(rx, ry, rz) : (k0 * (k0 - 1)) / k1
}

/** Distance to a round cone from a (radius ra) to b (radius rb), radii blended along the axis. */
export const capsule = (
  x: number,
  y: number,
  z: number,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  ra: number,
  rb: number,
): number => {
  const ex = bx - ax
  const ey = by - ay
  const ez = bz - az
  const px = x - ax
  const py = y - ay
  const pz = z - az
  const t = Math.min(1, Math.max(0, (px * ex + py * ey + pz * ez) / (ex * ex + ey * ey + ez * ez)))
  const dx = px - ex * t
  const dy = py - ey * t
  const dz = pz - ez * t
  return Math.sqrt(dx * dx + dy * dy + dz * dz) - (ra + (rb - ra) * t)
}

/** The distance along (dx, dy, dz) from an inner point to the surface, at most `reach`. */
export const march = (field: Field, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, reach: number): number => {
  let t = 0
  let last = 0
  for (let i = 0; i < 72; i++) {
    const d = field(ox + dx * t, oy + dy * t, oz + dz * t)
    if (d > -2e-4) {
      // Overshot: halve back to the crossing.
      let lo = last
      let hi = t
      for (let k = 0; k < 5 && d > 5e-4; k++) {
        const mid = (lo + hi) / 2
        if (field(ox + dx * mid, oy + dy * mid, oz + dz * mid) > 0) hi = mid
        else lo = mid
      }
      return d > 5e-4 ? (lo + hi) / 2 : t
    }
    last = t
    t += Math.max(-d, 4e-4)
    if (t >= reach) return reach
  }
  return t
}

/** The field's gradient as a unit vector (tetrahedron differences). */
export const gradient = (field: Field, x: number, y: number, z: number, h: number): [number, number, number] => {
  const a = field(x + h, y - h, z - h)
  const b = field(x - h, y - h, z + h)
  const c = field(x - h, y + h, z - h)
  const d = field(x + h, y + h, z + h)
  const nx = a - b - c + d
  const ny = -a - b + c + d
  const nz = -a + b - c + d
  const l = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1
  return [nx / l, ny / l, nz / l]
}
