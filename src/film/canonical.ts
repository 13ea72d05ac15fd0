import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/**
 * Rounds every number in a plain value to 1e-6, so that the last bit in which JavaScript engines differ
 * (sin, exp, pow, atan2) never reaches an artifact. -0 becomes 0.
 * @throws RangeError naming the path, if a number is not finite.
 */
export function roundNumbers<T>(value: T, path = '$'): T {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${path}: an artifact holds finite numbers, got ${value}`)
    return roundTo6(value) as unknown as T
  }
  if (Array.isArray(value)) return value.map((v, i) => roundNumbers(v, `${path}[${i}]`)) as unknown as T
  if (value && typeof value === 'object') {
    const out: Record<string, unknown> = {}
    for (const [k, v] of Object.entries(value)) if (v !== undefined) out[k] = roundNumbers(v, `${path}.${k}`)
    return out as T
  }
  return value
}

/** Rounds to six decimals; never answers -0. Large values (≥ 2^32) are left as they are. */
export function roundTo6(n: number): number {
  if (Math.abs(n) >= 4294967296) return n
  const r = Math.round(n * 1e6) / 1e6
  return r === 0 ? 0 : r
}

/** RFC 8785 canonical JSON of a plain value. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError(`canonicalJson: expected a JSON value, got ${typeof value}`)
  return text
}

/** SHA-256 of a string (as UTF-8) or bytes: 64 lower-case hex digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data))
}

/** The identity of an artifact: SHA-256 over its canonical JSON. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}

const known = new WeakMap<object, string>()

/** `hashOf` for an artifact that is asked about again and again: remembered for as long as the object lives. Artifacts never change. */
export function hashOnce(value: object): string {
  let hash = known.get(value)
  if (hash === undefined) {
    hash = hashOf(value)
    known.set(value, hash)
  }
  return hash
}
