/**
 * Which way a texture lies on a surface: a direction across the picture a vertex, at right angles to the normal, and 1 or −1
 * for whether up the picture is left or right of it (Khronos glTF 2.0, 3.7.2.1). Where the texture has no direction, any.
 */
export function tangentsOf(positions: Float32Array, normals: Float32Array, uv: Float32Array, index: ArrayLike<number>): Float32Array {
  const n = positions.length / 3
  const [across, up] = [new Float32Array(n * 3), new Float32Array(n * 3)]
  for (let i = 0; i < index.length; i += 3) {
    const [a, b, c] = [index[i]!, index[i + 1]!, index[i + 2]!]
    const [u1, v1] = [uv[b * 2]! - uv[a * 2]!, uv[a * 2 + 1]! - uv[b * 2 + 1]!]
    const [u2, v2] = [uv[c * 2]! - uv[a * 2]!, uv[a * 2 + 1]! - uv[c * 2 + 1]!]
    const area = u1 * v2 - u2 * v1
    if (Math.abs(area) < 1e-12) continue
    for (let k = 0; k < 3; k++) {
      const e1 = positions[b * 3 + k]! - positions[a * 3 + k]!
      const e2 = positions[c * 3 + k]! - positions[a * 3 + k]!
      for (const v of [a, b, c]) {
        across[v * 3 + k] = across[v * 3 + k]! + (e1 * v2 - e2 * v1) / area
        up[v * 3 + k] = up[v * 3 + k]! + (e2 * u1 - e1 * u2) / area
      }
    }
  }
  const out = new Float32Array(n * 4)
  for (let i = 0; i < n; i++) {
    const [x, y, z] = [normals[i * 3]!, normals[i * 3 + 1]!, normals[i * 3 + 2]!]
    let t = [across[i * 3]!, across[i * 3 + 1]!, across[i * 3 + 2]!]
    const along = t[0]! * x + t[1]! * y + t[2]! * z
    t = [t[0]! - along * x, t[1]! - along * y, t[2]! - along * z]
    if (Math.hypot(...t) < 1e-6) t = Math.abs(y) < 0.9 ? [z, 0, -x] : [0, z, -y]
    const length = Math.hypot(...t)
    const [tx, ty, tz] = t.map((v) => v / length) as [number, number, number]
    const left = (y * tz - z * ty) * up[i * 3]! + (z * tx - x * tz) * up[i * 3 + 1]! + (x * ty - y * tx) * up[i * 3 + 2]!
    out.set([tx, ty, tz, left < 0 ? -1 : 1], i * 4)
  }
  return out
}
