import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assembled, canonicalJson, roundNumbers, sha256Hex, slug } from '../../src/film'

const LIMITS = { numRuns: 400, seed: 20240607 }

it('writes what the reference implementation of RFC 8785 writes', () => {
  const values = fc.anything({
    values: [
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.constant(null),
    ],
    key: fc.string({ unit: 'binary' }),
    maxDepth: 4,
  })
  fc.assert(
    fc.property(values, (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value))
    }),
    LIMITS,
  )
  const odd = { b: undefined, '\ud800': '\udc00\u2028"\\\u0007', '10': -0, '9': 1e21, é: [undefined, null, 1e-7], '': {}, a: [] }
  expect(canonicalJson(odd)).toBe(canonicalize(odd))
})

it('refuses what JSON cannot say', () => {
  expect(() => canonicalJson(undefined)).toThrow(TypeError)
  expect(() => canonicalJson({ a: () => 1 })).toThrow(TypeError)
  expect(() => canonicalJson([Number.NaN])).toThrow(RangeError)
})

it('names the path of a number that is not finite', () => {
  expect(() => roundNumbers({ a: 1, 'b.c': [{ d: 1 / 0 }] })).toThrow('$.b.c[0].d: an artifact holds finite numbers, got Infinity')
  expect(() => roundNumbers([0, [Number.NaN]], 'shot')).toThrow('shot[1][0]: an artifact holds finite numbers, got NaN')
})

it('writes what roundNumbers made, and its parts, as the reference does', () => {
  const value = roundNumbers({ z: [{ b: 0.1234567, a: [1e-7, -0] }], a: { '10': 1, '2': 2, x: 'é"\u2028' }, m: undefined, n: null })
  expect(canonicalJson(value)).toBe(canonicalize(value))
  expect(canonicalJson({ q: value.z, b: value.a })).toBe(canonicalize({ q: value.z, b: value.a }))
})

it('writes what is assembled of rounded parts, and of others, as the reference does', () => {
  const part = roundNumbers({ z: [1.00000049, { y: 1, b: 2 }], a: 'é' })
  const whole = assembled({ z: part, list: part.z, b: 'x', n: null, gone: undefined })
  expect(canonicalJson(whole)).toBe(canonicalize(whole))
  expect(Object.keys(whole)).toEqual(['b', 'list', 'n', 'z'])
  const other = assembled({ z: part, a: { y: 1, b: 2 } })
  expect(canonicalJson(other)).toBe(canonicalize(other))
})

it('hashes as SHA-256 does, texts and bytes of any length', () => {
  const reference = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
  for (let n = 0; n < 200; n++) {
    const bytes = Uint8Array.from({ length: n }, (_, i) => (i * 37 + n) & 255)
    expect(sha256Hex(bytes)).toBe(reference(bytes))
    expect(sha256Hex('é'.repeat(n))).toBe(reference('é'.repeat(n)))
  }
  for (const n of [16383, 16384, 16385, 100_000]) expect(sha256Hex('\uffff'.repeat(n))).toBe(reference('\uffff'.repeat(n)))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(reference(text))
    }),
    LIMITS,
  )
})

it('slugs plain texts as it slugs all others', () => {
  // A combining mark that is folded away sends a text the long way round.
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      expect(slug(text)).toBe(slug(`${text}\u0301`))
    }),
    LIMITS,
  )
})
