import { registerAacEncoder } from '@mediabunny/aac-encoder'
import { AudioSample, AudioSampleSource, Mp4OutputFormat, NullTarget, Output } from 'mediabunny'
import { bytesOf, planes, SOUND_RATE, type SoundEncoder } from './sound-encoder'

let registered = false

/**
 * AAC-LC by FFmpeg's encoder in WebAssembly, in a worker of its own: what browsers have themselves primes differently, and
 * many have none. The first packet, which only primes the decoder, is left out: containers without an edit list would play
 * everything 21 ms late.
 */
export async function openAacEncoder(bitrate: number): Promise<SoundEncoder> {
  if (!registered) registerAacEncoder()
  registered = true
  const ready: Uint8Array[] = []
  let description: Uint8Array | undefined
  let isPrimed = false
  const source = new AudioSampleSource({
    codec: 'aac',
    bitrate,
    onEncodedPacket: (packet, meta) => {
      const said = meta?.decoderConfig?.description
      if (said) description ??= bytesOf(said)
      if (isPrimed) ready.push(packet.data.slice())
      isPrimed = true
    },
  })
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target: new NullTarget() })
  output.addAudioTrack(source)
  await output.start()
  let at = 0
  return {
    add: async ({ left, right }) => {
      const sample = new AudioSample({
        data: planes(left, right),
        format: 'f32-planar',
        numberOfChannels: 2,
        sampleRate: SOUND_RATE,
        timestamp: at / SOUND_RATE,
      })
      at += left.length
      await source.add(sample)
      sample.close()
      return ready.splice(0)
    },
    finish: async () => {
      await output.finalize()
      return ready.splice(0)
    },
    info: () => {
      if (!description) throw new Error('aac: the encoder said nothing of its packets')
      // Only what AAC-LC needs: what stands behind it announces extensions that are not used, which some players take as errors.
      return { codec: 'aac', description: description.slice(0, 2) }
    },
    close: () => {
      if (output.state === 'started') void output.cancel()
    },
  }
}
