import { Muxer, StreamTarget } from 'mp4-muxer'
import { family } from './containers'
import { decoderConfig, type MovieMuxer, type MovieShape, type MovieSound, type MovieWrite, packetTime, soundPackets } from './movie-muxer'
import { patchMovieBox } from './patch-movie-box'
import type { DecoderInfo } from './segment-file'
import { SOUND_RATE } from './sound/sound-encoder'

/**
 * Writes MP4 with its index in front and exact durations: 24000/1001 is 1001 ticks of 24000 a frame, whole rates are
 * 1000 ticks. No dates: equal packets make equal bytes. What it holds is half a second of packets, and of each frame
 * only its place in the index.
 */
export function muxMp4(shape: MovieShape, decoder: DecoderInfo, write: MovieWrite, sound?: MovieSound): MovieMuxer {
  const { num, den } = shape.fps
  // A whole multiple of the rate's numerator keeps every duration a whole number; 24 alone is too coarse for other tools.
  const timescale = num >= 1000 ? num : num * 1000
  const frameMicros = (den * 1e6) / num
  const waiting: { position: number; data: Uint8Array }[] = []
  const drain = async () => {
    for (const { position, data } of waiting.splice(0)) await write(position, data)
  }
  const muxer = new Muxer({
    target: new StreamTarget({ onData: (data, position) => waiting.push({ position, data }) }),
    video: { codec: family(decoder.codec), width: shape.width, height: shape.height, frameRate: timescale },
    ...(sound ? { audio: { codec: sound.codec, numberOfChannels: 2, sampleRate: SOUND_RATE } } : {}),
    fastStart: { expectedVideoChunks: shape.frames, ...(sound ? { expectedAudioChunks: soundPackets(sound) } : {}) },
  })
  let frame = 0
  let heard = 0
  return {
    add: async (packet) => {
      const meta = frame === 0 ? { decoderConfig: decoderConfig(decoder) } : undefined
      muxer.addVideoChunkRaw(packet.data, packet.key ? 'key' : 'delta', frame * frameMicros, frameMicros, meta)
      frame++
      await drain()
    },
    addSound: async (packet) => {
      if (!sound) throw new RangeError('MP4: a movie without sound is given some')
      const { start, duration } = packetTime(sound, heard)
      const { description } = sound
      const codec = sound.codec === 'aac' ? 'mp4a.40.2' : 'opus'
      const decoderConfig = { codec, numberOfChannels: 2, sampleRate: SOUND_RATE, description: description as BufferSource as ArrayBuffer }
      muxer.addAudioChunkRaw(packet, 'key', start * 1e6, duration * 1e6, heard === 0 ? { decoderConfig } : undefined)
      heard++
      await drain()
    },
    finish: async () => {
      muxer.finalize()
      for (const { data } of waiting) patchMovieBox(data, decoder.codec)
      await drain()
    },
    cancel: async () => {
      waiting.length = 0
    },
  }
}
