import type { FrameRate } from '../film'
import type { DecoderInfo, Packet } from './segment-file'

/** What a movie is made of. */
export interface MovieShape {
  readonly width: number
  readonly height: number
  readonly fps: FrameRate
  /** Frames of the whole movie: room for the index is kept in front of the pictures. */
  readonly frames: number
}

/** Takes packets in film order and writes a container. Each kind of container has one, and only it knows its library. */
export interface MovieMuxer {
  /** Takes the packet of the next frame; it is written when the promise settles, or soon after. */
  add(packet: Packet): Promise<void>
  /** Writes what is left: index, sizes. */
  finish(): Promise<void>
  /** Lets go of everything after a failure. */
  cancel(): Promise<void>
}

/** Writes bytes at a position of the movie. */
export type MovieWrite = (position: number, bytes: Uint8Array) => Promise<void>

/** What a decoder is told; where the encoder named no colours, those of HD video in limited range. */
export function decoderConfig(decoder: DecoderInfo): VideoDecoderConfig {
  const { primaries, transfer, matrix, fullRange } = decoder.colorSpace ?? {}
  return {
    codec: decoder.codec,
    codedWidth: decoder.codedWidth,
    codedHeight: decoder.codedHeight,
    ...(decoder.description ? { description: decoder.description as BufferSource as ArrayBuffer } : {}),
    colorSpace: {
      primaries: primaries ?? 'bt709',
      transfer: transfer ?? 'bt709',
      matrix: matrix ?? 'bt709',
      fullRange: fullRange ?? false,
    },
  }
}
