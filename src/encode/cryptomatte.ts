import type { ExrAttribute, ExrChannel } from './exr-file'

/** Names that a pixel can be of at once, those that cover most of it. The same for all frames: players expect it. */
const RANKS = 6

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

/** MurmurHash3_x86_32 with seed 0 over UTF-8 (Austin Appleby, smhasher); unsigned. */
export function murmurHash3(name: string): number {
  const bytes = new TextEncoder().encode(name)
  const mixed = (k: number) => Math.imul(rotate(Math.imul(k, 0xcc9e2d51), 15), 0x1b873593)
  const whole = bytes.length & ~3
  let h = 0
  for (let i = 0; i < whole; i += 4) {
    h ^= mixed(bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24))
    h = (Math.imul(rotate(h, 13), 5) + 0xe6546b64) | 0
  }
  let rest = 0
  for (let i = bytes.length - 1; i >= whole; i--) rest = (rest << 8) | bytes[i]!
  if (bytes.length > whole) h ^= mixed(rest)
  h ^= bytes.length
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The bits of the float that stands for a name: its hash, moved off exponents that are no number or next to none. */
export function cryptomatteBits(name: string): number {
  const hash = murmurHash3(name)
  const exponent = (hash >>> 23) & 255
  return (exponent === 0 || exponent === 255 ? hash ^ (1 << 23) : hash) >>> 0
}

/** Whose each pixel is: a number a pixel for every sample of it, 0 nobody's. */
export interface IdSamples {
  readonly names: ReadonlyMap<number, string>
  readonly samples: readonly ArrayLike<number>[]
}

/** Channels and attributes of a Cryptomatte for a file. */
export interface Cryptomatte {
  readonly channels: readonly ExrChannel[]
  readonly attributes: readonly ExrAttribute[]
}

/**
 * Ids as Cryptomatte 1.2 has them (Psyop, "Cryptomatte specification"): ranks of id and coverage, the most first, two a layer
 * `TYPE00.r g b a`, `TYPE01` …; 32-bit floats; a manifest of all names in the header.
 * @param type names the layers: `CryptoObject`.
 * @param count pixels.
 */
export function cryptomatte(type: string, { names, samples }: IdSamples, count: number): Cryptomatte {
  const bits = new Map([...names].map(([id, name]) => [id, cryptomatteBits(name)]))
  const words = new Uint32Array(RANKS * count)
  const coverage = new Float32Array(RANKS * count)
  const here = new Map<number, number>()
  for (let i = 0; i < count; i++) {
    here.clear()
    for (const ids of samples) {
      const word = bits.get(ids[i]!)
      if (word !== undefined) here.set(word, (here.get(word) ?? 0) + 1)
    }
    const ranked = [...here].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, RANKS)
    ranked.forEach(([word, n], rank) => {
      words[rank * count + i] = word
      coverage[rank * count + i] = n / samples.length
    })
  }
  const ids = new Float32Array(words.buffer)
  const channels = Array.from({ length: RANKS / 2 }, (_, layer) =>
    ['r', 'g', 'b', 'a'].map((letter, c) => ({
      name: `${type}${String(layer).padStart(2, '0')}.${letter}`,
      values: c % 2 === 0 ? ids : coverage,
      first: (layer * 2 + (c >> 1)) * count,
    })),
  ).flat()
  const key = hex(murmurHash3(type)).slice(0, 7)
  const manifest = Object.fromEntries([...new Set(names.values())].map((name) => [name, hex(cryptomatteBits(name))]))
  const about = { name: type, hash: 'MurmurHash3_32', conversion: 'uint32_to_float32', manifest: JSON.stringify(manifest) }
  const attributes = Object.entries(about).map(([word, value]) => ({
    name: `cryptomatte/${key}/${word}`,
    type: 'string' as const,
    value: new TextEncoder().encode(value),
  }))
  return { channels, attributes }
}

const hex = (word: number): string => word.toString(16).padStart(8, '0')
