import type { BitWriter } from './bit-writer'

/** A prefix code: bits of each symbol, and the bits themselves, first bit lowest. */
export interface PrefixCode {
  readonly lengths: Uint8Array
  readonly codes: Uint16Array
}

/** Bits that a code in VP8L may have, and one that tells such lengths. */
const LONGEST = 15
const LONGEST_OF_LENGTHS = 7

/** Order in which the lengths of the code for lengths stand (RFC 9649, 3.7.2.1.2). */
const LENGTHS_ORDER = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const

/** Writes the code that fits how often each symbol occurs (RFC 9649, 3.7.2.1), and gives it. */
export function writePrefixCode(out: BitWriter, counts: Uint32Array): PrefixCode {
  const used = [...counts.keys()].filter((symbol) => counts[symbol]! > 0)
  if (used.length <= 2 && used.every((symbol) => symbol < 256)) return simple(out, used, counts.length)
  const code = canonical(lengthsOf(counts, LONGEST))
  const runs = runsOf(code.lengths)
  const runCounts = new Uint32Array(19)
  for (const { symbol } of runs) runCounts[symbol]!++
  const runCode = canonical(lengthsOf(runCounts, LONGEST_OF_LENGTHS))
  let told = 19
  while (told > 4 && runCode.lengths[LENGTHS_ORDER[told - 1]!] === 0) told--
  out.write(0, 1)
  out.write(told - 4, 4)
  for (const symbol of LENGTHS_ORDER.slice(0, told)) out.write(runCode.lengths[symbol]!, 3)
  out.write(0, 1) // all symbols of the alphabet follow
  for (const { symbol, extra, bits } of runs) {
    out.write(runCode.codes[symbol]!, runCode.lengths[symbol]!)
    out.write(extra, bits)
  }
  return code
}

/** One symbol takes no bits, two take one each. */
function simple(out: BitWriter, used: readonly number[], alphabet: number): PrefixCode {
  const [first = 0, second] = used
  out.write(1, 1)
  out.write(second === undefined ? 0 : 1, 1)
  out.write(first > 1 ? 1 : 0, 1)
  out.write(first, first > 1 ? 8 : 1)
  const code = { lengths: new Uint8Array(alphabet), codes: new Uint16Array(alphabet) }
  if (second === undefined) return code
  out.write(second, 8)
  code.lengths[first] = 1
  code.lengths[second] = 1
  code.codes[second] = 1
  return code
}

/** Huffman's lengths, none above `longest`: rare symbols are taken for less rare until it is so. At least two symbols occur. */
export function lengthsOf(counts: Uint32Array, longest: number): Uint8Array {
  for (let least = 1; ; least *= 2) {
    const lengths = huffman(counts, least)
    if (lengths.every((length) => length <= longest)) return lengths
  }
}

function huffman(counts: Uint32Array, least: number): Uint8Array {
  // Leaves in order of their counts, then what is joined, in the order it is made: both lists are sorted.
  const leaves = [...counts.keys()]
    .filter((symbol) => counts[symbol]! > 0)
    .map((symbol) => ({ symbol, count: Math.max(least, counts[symbol]!) }))
    .sort((a, b) => a.count - b.count || a.symbol - b.symbol)
  const sizes = leaves.map(({ count }) => count)
  const parents: number[] = []
  let leaf = 0
  let joined = leaves.length
  const lightest = (): number => (leaf < leaves.length && (joined >= sizes.length || sizes[leaf]! <= sizes[joined]!) ? leaf++ : joined++)
  for (let made = leaves.length; made < 2 * leaves.length - 1; made++) {
    const [a, b] = [lightest(), lightest()]
    parents[a] = made
    parents[b] = made
    sizes.push(sizes[a]! + sizes[b]!)
  }
  const depths = new Uint32Array(sizes.length)
  for (let node = sizes.length - 2; node >= 0; node--) depths[node] = depths[parents[node]!]! + 1
  const lengths = new Uint8Array(counts.length)
  leaves.forEach(({ symbol }, i) => {
    lengths[symbol] = Math.min(255, depths[i]!)
  })
  return lengths
}

/** Codes by length, then by symbol, their bits turned round. */
function canonical(lengths: Uint8Array): PrefixCode {
  const codes = new Uint16Array(lengths.length)
  let code = 0
  for (let length = 1; length <= LONGEST; length++, code <<= 1)
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue
      let turned = 0
      for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit)
      codes[symbol] = turned
      code++
    }
  return { lengths, codes }
}

/** Lengths with runs told at once: 16 repeats the last that was not 0, 17 and 18 are zeros. */
function runsOf(lengths: Uint8Array): { symbol: number; extra: number; bits: number }[] {
  const out: { symbol: number; extra: number; bits: number }[] = []
  for (let i = 0; i < lengths.length; ) {
    const value = lengths[i]!
    let run = 1
    while (i + run < lengths.length && lengths[i + run] === value) run++
    i += run
    if (value > 0) {
      out.push({ symbol: value, extra: 0, bits: 0 })
      run--
    }
    while (run > 0) {
      if (run < 3) {
        out.push({ symbol: value, extra: 0, bits: 0 })
        run--
      } else if (value > 0) {
        const part = Math.min(6, run)
        out.push({ symbol: 16, extra: part - 3, bits: 2 })
        run -= part
      } else {
        const part = Math.min(138, run)
        out.push(part <= 10 ? { symbol: 17, extra: part - 3, bits: 3 } : { symbol: 18, extra: part - 11, bits: 7 })
        run -= part
      }
    }
  }
  return out
}
