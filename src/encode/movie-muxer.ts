import type { FrameRate } from '../film'
import type { DecoderInfo, Packet } from './segment-file'
import { PACKET_SAMPLES, SOUND_RATE, type SoundInfo } from './sound/sound-encoder'

/** What a movie is made of. */
export interface MovieShape {
  readonly width: number
  readonly height: number
  readonly fps: FrameRate
  /** Frames of the whole movie: room for the index is kept in front of the pictures. */
  readonly frames: number
}

/** A film's encoded sound. */
export interface MovieSound extends SoundInfo {
  /** Samples a channel: the last packet lasts no longer than these. */
  readonly samples: number
}

/** How many packets hold a film's sound. */
export const soundPackets = ({ codec, samples }: Pick<MovieSound, 'codec' | 'samples'>): number =>
  Math.ceil(samples / PACKET_SAMPLES[codec])

/** When the n-th packet of a film's sound is heard, and for how long, seconds. */
export function packetTime({ codec, samples }: MovieSound, n: number): { readonly start: number; readonly duration: number } {
  const from = n * PACKET_SAMPLES[codec]
  return { start: from / SOUND_RATE, duration: (Math.min(samples, from + PACKET_SAMPLES[codec]) - from) / SOUND_RATE }
}

/** Takes packets in film order and writes a container. Each kind of container has one, and only it knows its library. */
export interface MovieMuxer {
  /** Takes the packet of the next frame; it is written when the promise settles, or soon after. */
  add(packet: Packet): Promise<void>
  /** Takes the next packet of the sound, where the movie has any: not much before or after the picture that it is heard with. */
  addSound(packet: Uint8Array): Promise<void>
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
