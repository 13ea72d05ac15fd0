/** A repeatable stream of numbers. Everything in the house that looks random comes from one of these. */
export interface Random {
  /** The next number in [0, 1). */
  next(): number
  /** A number in [min, max). */
  range(min: number, max: number): number
  /** A whole number from min to max, both included. */
  int(min: number, max: number): number
  /** One of the items. @throws RangeError on an empty list. */
  pick<T>(items: readonly T[]): T
  /** True with probability p. */
  chance(p: number): boolean
  /** A new list in a random order (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[]
}

/** A 32-bit hash of a string (FNV-1a, then the finaliser of MurmurHash3); integers only, so equal in every engine. */
export const hash32 = (text: string): number => mix32(fnv1a(text))

function fnv1a(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

/** MurmurHash3's 32-bit finaliser: avalanches an integer. */
export function mix32(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Seeds a stream from a key (Chris Doty-Humphrey's sfc32). The same key gives the same stream everywhere. */
export function random(key: string): Random {
  // The hashes of the key, of the key and \u0001, and of the key and \u0002.
  const h = fnv1a(key)
  let a = mix32(h)
  let b = mix32(Math.imul(h ^ 1, 0x01000193))
  let c = mix32(Math.imul(h ^ 2, 0x01000193))
  let d = 1
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  const self: Random = {
    next,
    range: (min, max) => min + (max - min) * next(),
    int: (min, max) => min + Math.floor((max - min + 1) * next()),
    pick: (items) => {
      if (items.length === 0) throw new RangeError('random.pick: the list is empty')
      return items[Math.floor(next() * items.length)] as (typeof items)[number]
    },
    chance: (p) => next() < p,
    shuffle: (items) => {
      const out = [...items]
      for (let i = out.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        const t = out[i] as (typeof out)[number]
        out[i] = out[j] as (typeof out)[number]
        out[j] = t
      }
      return out
    },
  }
  return self
}

/** Smooth value noise in [-1, 1] at a time: one octave, C1, f(key, t) with no state. `t` in lattice units. */
export function noise1(key: string, t: number): number {
  const h = hash32(key)
  const i = Math.floor(t)
  const f = t - i
  const at = (n: number) => mix32(h + Math.imul(n, 0x9e3779b1)) / 2147483648 - 1
  const w = f * f * (3 - 2 * f)
  return at(i) + (at(i + 1) - at(i)) * w
}
