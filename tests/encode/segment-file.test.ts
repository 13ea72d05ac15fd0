import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSegment, SegmentError, writeSegment } from '../../src/encode'
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
    bytes[bytes.byteLength - 3]! ^= 1
    expect(() => readSegment(bytes)).toThrow(/hash/)
  })
  it('[G4] writes the same bytes each time', () => {
    expect(writeSegment(SEGMENT)).toEqual(writeSegment(SEGMENT))
  })
})
