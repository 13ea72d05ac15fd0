import { PipelineError } from '../../pipeline'

/** A sound, decoded: samples by number. */
export interface DecodedSound {
  readonly rate: number
  readonly channels: number
  /** Samples a channel. */
  readonly samples: number
  /** One sample; 0 outside. Mono answers the same for both sides. */
  at(sample: number, channel: number): number
}

/**
 * Decodes a sound file (MP3, AAC, Ogg, Opus, FLAC) with what the browser has. It is held in memory whole: some 23 MB a minute.
 * @param name for messages. @throws PipelineError for what this browser cannot decode
 */
export async function decodeSound(name: string, bytes: Uint8Array): Promise<DecodedSound> {
  const { ALL_FORMATS, AudioSampleSink, BufferSource, Input } = await import('mediabunny')
  const refuse = (cause?: unknown) =>
    new PipelineError('post_process', name, 'this browser cannot decode it', 'save it as WAV', cause === undefined ? {} : { cause })
  const input = new Input({ source: new BufferSource(bytes as Uint8Array<ArrayBuffer>), formats: ALL_FORMATS })
  const planes: Float32Array[][] = [[], []]
  const channels = await (async () => {
    const track = await input.getPrimaryAudioTrack()
    if (!track || !(await track.canDecode())) throw refuse()
    const used = Math.min(2, track.numberOfChannels)
    for await (const sample of new AudioSampleSink(track).samples()) {
      for (let c = 0; c < used; c++) {
        const plane = new Float32Array(sample.numberOfFrames)
        sample.copyTo(plane, { planeIndex: c, format: 'f32-planar' })
        planes[c]?.push(plane)
      }
      sample.close()
    }
    return { used, rate: track.sampleRate }
  })().catch((error: unknown) => {
    throw error instanceof PipelineError ? error : refuse(error)
  })
  const whole = planes.slice(0, channels.used).map(joined)
  const samples = whole[0]?.length ?? 0
  if (samples === 0) throw refuse()
  return {
    rate: channels.rate,
    channels: channels.used,
    samples,
    at: (sample, channel) => whole[Math.min(channel, whole.length - 1)]?.[sample] ?? 0,
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
