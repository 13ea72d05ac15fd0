import { lerp } from './math'

/**
 * A value through keys.
 * @param ts times of the keys, rising; as many as `vs`, at least one.
 * @param smooth eased: cubic Hermite with Catmull-Rom slopes inside and no speed at either end; else straight from key to key.
 * @returns the first key's value before it, the last one's after it.
 */
export function throughKeys(ts: readonly number[], vs: readonly number[], t: number, smooth: boolean): number {
  const n = ts.length
  if (t <= ts[0]!) return vs[0]!
  if (t >= ts[n - 1]!) return vs[n - 1]!
  let i = 0
  while (ts[i + 1]! < t) i++
  const h = ts[i + 1]! - ts[i]!
  const u = h > 0 ? (t - ts[i]!) / h : 1
  if (!smooth) return lerp(vs[i]!, vs[i + 1]!, u)
  const slope = (k: number) => (k === 0 || k === n - 1 ? 0 : (vs[k + 1]! - vs[k - 1]!) / Math.max(1e-6, ts[k + 1]! - ts[k - 1]!))
  const m0 = slope(i) * h
  const m1 = slope(i + 1) * h
  const u2 = u * u
  const u3 = u2 * u
  return (2 * u3 - 3 * u2 + 1) * vs[i]! + (u3 - 2 * u2 + u) * m0 + (3 * u2 - 2 * u3) * vs[i + 1]! + (u3 - u2) * m1
}
