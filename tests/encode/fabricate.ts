import type { DecoderInfo, EncodedSegment } from '../../src/encode'
import type { FrameRate } from '../../src/film'

/** avcC of a real 320×180 High-profile stream's shape: one SPS, one PPS. */
export const AVC: DecoderInfo = {
  codec: 'avc1.64000d',
  codedWidth: 320,
  codedHeight: 180,
  description: Uint8Array.from([
    1, 0x64, 0, 0x0d, 0xff, 0xe1, 0, 10, 0x67, 0x64, 0, 0x0d, 0xac, 0xd9, 0x41, 0x41, 0x9f, 0x9e, 1, 0, 4, 0x68, 0xeb, 0xe3, 0xcb,
  ]),
  colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
}

/** A segment of packets that decode to nothing, but mux like real ones. */
export function segment(index: number, frames: number, fps: FrameRate, decoder: DecoderInfo = AVC): EncodedSegment {
  return {
    key: `k${index}`,
    shotKey: `shot-${index}`,
    firstFrame: 0,
    width: 320,
    height: 180,
    fps,
    decoder,
    packets: Array.from({ length: frames }, (_, i) => ({
      key: i === 0,
      data: Uint8Array.from([0, 0, 0, 4, i === 0 ? 0x65 : 0x41, index, i, 7]),
    })),
    pictureHashes: Array.from({ length: frames }, (_, i) => `h${index}-${i}`),
  }
}
