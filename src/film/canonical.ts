import { sha256Hex } from './sha256'

/**
 * Rounds every number in a plain value to 1e-6, so that the last bit in which JavaScript engines differ
 * (sin, exp, pow, atan2) never reaches an artifact. -0 becomes 0. Keys are put in canonical order.
 * @throws RangeError naming the path, if a number is not finite.
 */
export function roundNumbers<T>(value: T, path = '$'): T {
  try {
    const out = rounded(value) as T
    if (typeof out === 'object' && out !== null) {
      ordered.add(out)
      // Its parts are often put into other artifacts.
      for (const part of Object.values(out)) if (typeof part === 'object' && part !== null) ordered.add(part)
    }
    return out
  } catch (error) {
    // Where it is, is worked out only for the message: paths for every number cost more than the rounding.
    if (error === NOT_FINITE) throw notFinite(value, path)
    throw error
  }
}

/**
 * An artifact put together of parts that `roundNumbers` made (and texts, and numbers that are rounded): its keys in
 * canonical order, nothing rounded twice. With any other part in it, it is still right, only slower to hash.
 */
export function assembled<T extends object>(parts: T): T {
  const out: Record<string, unknown> = {}
  let known = true
  for (const key of inOrder(Object.keys(parts))) {
    const v = (parts as Record<string, unknown>)[key]
    if (v === undefined) continue
    if (typeof v === 'object' && v !== null && !ordered.has(v)) known = false
    out[key] = v
  }
  if (known) ordered.add(out)
  return out as T
}

/** Values that `roundNumbers` made: their keys stand in canonical order, so the engine's own JSON is the canonical one. */
const ordered = new WeakSet<object>()

const NOT_FINITE = new RangeError('an artifact holds finite numbers')

function rounded(value: unknown): unknown {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw NOT_FINITE
    return roundTo6(value)
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(rounded)
  const out: Record<string, unknown> = {}
  for (const key of inOrder(Object.keys(value))) {
    const v = (value as Record<string, unknown>)[key]
    if (v !== undefined) out[key] = rounded(v)
  }
  return out
}

/** The error for the first number in a value that is not finite. */
function notFinite(value: unknown, path: string): RangeError | undefined {
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : new RangeError(`${path}: an artifact holds finite numbers, got ${value}`)
  if (!value || typeof value !== 'object') return undefined
  for (const [k, v] of Object.entries(value)) {
    const error = notFinite(v, Array.isArray(value) ? `${path}[${k}]` : `${path}.${k}`)
    if (error) return error
  }
  return undefined
}

/** Rounds to six decimals; never answers -0. Large values (≥ 2^32) are left as they are. */
export function roundTo6(n: number): number {
  if (Math.abs(n) >= 4294967296) return n
  const r = Math.round(n * 1e6) / 1e6
  return r === 0 ? 0 : r
}

const WHOLE_NUMBER_KEY = /"\d+":/

/**
 * RFC 8785 canonical JSON of a plain value: objects with their keys in order of UTF-16 code units and what is undefined
 * left out, numbers and strings as ECMAScript's JSON writes them (which is what the RFC asks for).
 * @throws TypeError for what JSON cannot say, RangeError for a number that is not finite.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'object' && value !== null && ordered.has(value)) {
    const json = JSON.stringify(value)
    // Keys that look like whole numbers come first in every object, whatever order they were set in.
    if (!WHOLE_NUMBER_KEY.test(json)) return json
  }
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`canonicalJson: expected finite numbers, got ${value}`)
      return `${value}`
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? canonicalArray(value) : canonicalObject(value as Record<string, unknown>)
    default:
      throw new TypeError(`canonicalJson: expected a JSON value, got ${typeof value}`)
  }
}

function canonicalArray(list: readonly unknown[]): string {
  let out = '['
  for (let i = 0; i < list.length; i++) {
    if (i > 0) out += ','
    // JSON has no undefined: a hole in a list is null.
    out += list[i] === undefined ? 'null' : canonicalJson(list[i])
  }
  return `${out}]`
}

function canonicalObject(value: Record<string, unknown>): string {
  let out = ''
  for (const key of inOrder(Object.keys(value))) {
    const v = value[key]
    if (v === undefined) continue
    out += `${out === '' ? '{' : ','}${JSON.stringify(key)}:${canonicalJson(v)}`
  }
  return out === '' ? '{}' : `${out}}`
}

/** More keys than these are left to the engine to sort. */
const FEW = 24

/** Keys by UTF-16 code units, in place: most objects have few, and those nearly in order already. */
function inOrder(keys: string[]): string[] {
  if (keys.length > FEW) return keys.sort()
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!
    let j = i
    for (; j > 0 && key < keys[j - 1]!; j--) keys[j] = keys[j - 1]!
    keys[j] = key
  }
  return keys
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
