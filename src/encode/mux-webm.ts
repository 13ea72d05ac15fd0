import { EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource, Output, StreamTarget, WebMOutputFormat } from 'mediabunny'
import { family } from './containers'
import { decoderConfig, type MovieMuxer, type MovieShape, type MovieSound, type MovieWrite, packetTime } from './movie-muxer'
import type { DecoderInfo } from './segment-file'
import { SOUND_RATE } from './sound/sound-encoder'

/** Bytes that are gathered before they are written: the library writes every number on its own. */
const GATHERED = 1 << 20

/**
 * Writes WebM: times to the millisecond, as the format has them, with the exact length of a frame in the track's head;
 * index behind the pictures, found through the head. No dates and no chance: equal packets make equal bytes. What it
 * holds is a few megabytes being gathered, and a line of index for each segment.
 */
export async function muxWebm(shape: MovieShape, decoder: DecoderInfo, write: MovieWrite, sound?: MovieSound): Promise<MovieMuxer> {
  const { num, den } = shape.fps
  const kind = family(decoder.codec)
  if (kind !== 'vp9' && kind !== 'av1') throw new RangeError(`WebM: expected VP9 or AV1, got ${decoder.codec}`)
  const writable = new WritableStream({
    write: ({ position, data }: { position: number; data: Uint8Array }) => write(position, data),
  })
  const output = new Output({
    format: new WebMOutputFormat(),
    target: new StreamTarget(writable, { chunked: true, chunkSize: GATHERED }),
  })
  const source = new EncodedVideoPacketSource(kind)
  output.addVideoTrack(source, { frameRate: num / den })
  const heardFrom = sound && new EncodedAudioPacketSource(sound.codec)
  if (heardFrom) output.addAudioTrack(heardFrom)
  await output.start()
  let heard = 0
  let frame = 0
  return {
    add: async ({ data, key }) => {
      const meta = frame === 0 ? { decoderConfig: decoderConfig(decoder) } : undefined
      // The library writes the colours into VP9's key frames, in place: the segment stays as it is.
      const bytes = key ? data.slice() : data
      const packet = new EncodedPacket(bytes, key ? 'key' : 'delta', (frame * den) / num, den / num)
      await source.add(packet, meta)
      frame++
    },
    addSound: async (data) => {
      if (!sound || !heardFrom) throw new RangeError('WebM: a movie without sound is given some')
      const { start, duration } = packetTime(sound, heard)
      const codec = sound.codec === 'aac' ? 'mp4a.40.2' : 'opus'
      const meta =
        heard === 0 ? { decoderConfig: { codec, numberOfChannels: 2, sampleRate: SOUND_RATE, description: sound.description } } : undefined
      await heardFrom.add(new EncodedPacket(data, 'key', start, duration), meta)
      heard++
    },
    finish: () => output.finalize(),
    cancel: () => output.cancel(),
  }
}
