import { type DecoderInfo, type EncodedSegment, encodePng, pngChoice, SequenceEncoder } from '../../src/encode'
import { type FrameRate, sha256Hex } from '../../src/film'

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

/** A picture by its pixels, as bytes. */
export function picture(w: number, h: number, colour: (x: number, y: number) => readonly [number, number, number]): Uint8Array {
  const rgba = new Uint8Array(w * h * 4)
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) rgba.set([...colour(x, y), 255], (y * w + x) * 4)
  return rgba
}

/** Hashes of two PNG files, one of each kind: asked in Node and in the browser. */
export async function pngHashes(): Promise<string[]> {
  const colours = picture(61, 40, (x, y) => [(x * x + y) & 255, (y * 11 - x) & 255, (x * y) & 255])
  const few = picture(61, 40, (x, y) => [((x >> 2) * (y >> 2)) % 13, 0, 0])
  return [sha256Hex(await encodePng(colours, 61, 40)), sha256Hex(await encodePng(few, 61, 40))]
}

/** What `pngHashes` answers, everywhere. */
export const PNG_HASHES = [
  '7e416cf368e7a329d23e4957ae838ca5b6139ce0c372312bb5073cccef96cec4',
  'd803df0ad3df9e0b0544e12b3239b3fa4dd498c46ba07986e05d18e703e00c72',
]

/** A segment of small pictures that say which segment and frame they are. */
export async function pictureSegment(index: number, frames: number, fps: FrameRate): Promise<EncodedSegment> {
  const head = { key: `k${index}`, shotKey: `shot-${index}`, firstFrame: 0, frames }
  const encoder = new SequenceEncoder(pngChoice(9, 5), fps, head)
  for (let i = 0; i < frames; i++) await encoder.add({ rgba: picture(9, 5, (x, y) => [index, i, (x * y) & 3]) }, `h${index}-${i}`)
  return encoder.finish()
}
