import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EncodedSegment, readSegment, SegmentError, writeSegment } from '../../src/encode'
import { sha256Hex } from '../../src/film'
import { segment } from './fabricate'

const SEGMENT = segment(3, 48, { num: 24000, den: 1001 })

describe('segment file', () => {
  it('[G1] reads back what was written', () => {
    expect(readSegment(writeSegment(SEGMENT))).toEqual(SEGMENT)
    const plain = segment(1, 1, { num: 24, den: 1 }, { codec: 'vp09.00.41.08', codedWidth: 320, codedHeight: 180 })
    expect(readSegment(writeSegment(plain))).toEqual(plain)
  })
  it('[G2] notices any cut', () => {
    const bytes = writeSegment(SEGMENT)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.byteLength - 1 }), (n) => {
        expect(() => readSegment(bytes.subarray(0, n))).toThrow(SegmentError)
      }),
    )
  })
  it('[G3] notices a changed packet', () => {
    const bytes = writeSegment(SEGMENT)
    bytes[bytes.byteLength - 40]! ^= 1
    expect(() => readSegment(bytes)).toThrow(/hash/)
  })
  it('[G4] writes the same bytes each time', () => {
    expect(writeSegment(SEGMENT)).toEqual(writeSegment(SEGMENT))
  })
  it('[G5] reads any segment back', () => {
    const bytes = fc.uint8Array({ maxLength: 40 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), bytes), { minLength: 1, maxLength: 48 }),
        fc.option(bytes),
        fc.string(),
        (packets, d, key) => {
          const made: EncodedSegment = {
            ...SEGMENT,
            key,
            decoder: { codec: 'avc1.64000d', codedWidth: 320, codedHeight: 180, ...(d ? { description: d } : {}) },
            packets: packets.map(([k, data]) => ({ key: k, data })),
            pictureHashes: packets.map((_, i) => `${i}`),
          }
          expect(readSegment(writeSegment(made))).toEqual(made)
        },
      ),
    )
  })
  it('[G6] never takes damaged bytes, and says so in one way only', () => {
    const whole = writeSegment(SEGMENT)
    const at = fc.nat(whole.byteLength - 1)
    const damage = fc.oneof(
      fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }),
      fc.record({ kind: fc.constant('cut' as const), at, length: fc.integer({ min: 1, max: 64 }) }),
      fc.record({ kind: fc.constant('put' as const), at: fc.nat(whole.byteLength), bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }) }),
      fc.record({ kind: fc.constant('set' as const), at, bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }) }),
    )
    const same = (a: Uint8Array) => a.length === whole.length && a.every((b, i) => b === whole[i])
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        let bytes = [...whole]
        for (const d of damages) {
          if (d.kind === 'flip') bytes[d.at]! ^= 1 << d.bit
          else if (d.kind === 'cut') bytes.splice(d.at, d.length)
          else if (d.kind === 'put') bytes.splice(d.at, 0, ...d.bytes)
          else bytes = [...bytes.slice(0, d.at), ...d.bytes, ...bytes.slice(d.at + d.bytes.length)]
        }
        const damaged = Uint8Array.from(bytes)
        if (!same(damaged)) expect(() => readSegment(damaged)).toThrow(SegmentError)
      }),
      { numRuns: 300 },
    )
  })
  it('[G7] takes nothing whose hash is right and whose header is not', () => {
    const forge = (header: string, body = new Uint8Array(0)) => {
      const text = new TextEncoder().encode(header)
      const bytes = new Uint8Array(9 + text.length + body.length + 32)
      bytes.set([0x4f, 0x53, 0x45, 0x47, 2])
      new DataView(bytes.buffer).setUint32(5, text.length, true)
      bytes.set(text, 9)
      bytes.set(body, 9 + text.length)
      bytes.set(Buffer.from(sha256Hex(bytes.subarray(0, -32)), 'hex'), bytes.length - 32)
      return bytes
    }
    const { packets: _, ...head } = segment(1, 1, { num: 24, den: 1 })
    const good = { ...head, decoder: { codec: 'png', codedWidth: 320, codedHeight: 180 }, packets: [[2, 1]] }
    const two = new Uint8Array(2)
    expect(readSegment(forge(JSON.stringify(good), two)).packets[0]?.data).toEqual(two)
    const bad: unknown[] = [
      { ...good, packets: [[1, 1]] },
      {
        ...good,
        packets: [
          [-1, 1],
          [3, 0],
        ],
      },
      { ...good, packets: [] },
      { ...good, packets: [[2, 2]] },
      { ...good, packets: Array.from({ length: 49 }, () => [0, 1]) },
      { ...good, pictureHashes: [] },
      { ...good, width: 1e9 },
      { ...good, fps: { num: 0, den: 0 } },
      { ...good, description: 'xyz' },
      { ...good, decoder: null },
      [],
      null,
      7,
    ]
    for (const b of bad) expect(() => readSegment(forge(JSON.stringify(b), two)), JSON.stringify(b)).toThrow(SegmentError)
    for (const text of ['', '{', '[[[[', '"', '\u0000']) expect(() => readSegment(forge(text, two))).toThrow(SegmentError)
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => readSegment(forge(text, two))).toThrow(SegmentError)
      }),
    )
  })
})
