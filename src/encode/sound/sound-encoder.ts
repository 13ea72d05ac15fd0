import { PipelineError } from '../../pipeline'

/** Codecs that sound is delivered in beside pictures. */
export const SOUND_CODECS = ['aac', 'opus'] as const
export type SoundCodec = (typeof SOUND_CODECS)[number]

/** Samples a second, and channels, of everything that is encoded. */
export const SOUND_RATE = 48000
const CHANNELS = 2

/** Bits a second: AAC-LC and Opus are both transparent for most of what is heard in films. */
const BITRATE: Readonly<Record<SoundCodec, number>> = { aac: 192_000, opus: 160_000 }

/** Samples in a packet: a frame of AAC; 20 ms of Opus. */
export const PACKET_SAMPLES: Readonly<Record<SoundCodec, number>> = { aac: 1024, opus: 960 }

/** How packets are decoded, as plain data. */
export interface SoundInfo {
  readonly codec: SoundCodec
  /** AudioSpecificConfig of AAC, OpusHead of Opus. */
  readonly description: Uint8Array
}

/** Encodes samples in order. Packets come out some time after their samples went in. */
export interface SoundEncoder {
  /** Left and right, −1 to 1; answers packets that are finished. */
  add(block: { readonly left: Float32Array; readonly right: Float32Array }): Promise<Uint8Array[]>
  /** The packets that are left. */
  finish(): Promise<Uint8Array[]>
  /** Known once a packet was given out. */
  info(): SoundInfo
  close(): void
}

export type OpenSoundEncoder = (codec: SoundCodec) => Promise<SoundEncoder>

/** Whether this machine encodes a codec: AAC always, by a WebAssembly encoder of its own. */
export async function canEncodeSound(codec: SoundCodec): Promise<boolean> {
  if (codec === 'aac') return true
  if (typeof AudioEncoder === 'undefined') return false
  const { supported } = await AudioEncoder.isConfigSupported(configOf(codec))
  return supported === true
}

/** Opens an encoder. @throws PipelineError where the machine has none */
export const openSoundEncoder: OpenSoundEncoder = async (codec) => {
  if (codec === 'aac') return (await import('./aac-encoder')).openAacEncoder(BITRATE.aac)
  if (await canEncodeSound(codec)) return new OpusEncoder()
  throw new PipelineError('encode', 'sound', `this machine does not encode ${codec}`, 'write `audio: aac`, or `audio: none`')
}

const configOf = (codec: 'opus'): AudioEncoderConfig => ({
  codec,
  sampleRate: SOUND_RATE,
  numberOfChannels: CHANNELS,
  bitrate: BITRATE[codec],
})

/** The browser's own Opus encoder. */
class OpusEncoder implements SoundEncoder {
  readonly #encoder: AudioEncoder
  #ready: Uint8Array[] = []
  #description: Uint8Array | undefined
  #error: unknown
  #at = 0

  constructor() {
    this.#encoder = new AudioEncoder({
      output: (chunk, meta) => {
        const bytes = new Uint8Array(chunk.byteLength)
        chunk.copyTo(bytes)
        this.#ready.push(bytes)
        const said = meta?.decoderConfig?.description
        if (said) this.#description ??= bytesOf(said)
      },
      error: (error) => {
        this.#error = error
      },
    })
    this.#encoder.configure(configOf('opus'))
  }

  async add({ left, right }: { readonly left: Float32Array; readonly right: Float32Array }): Promise<Uint8Array[]> {
    const data = new AudioData({
      format: 'f32-planar',
      sampleRate: SOUND_RATE,
      numberOfChannels: CHANNELS,
      numberOfFrames: left.length,
      timestamp: Math.round((this.#at * 1e6) / SOUND_RATE),
      data: planes(left, right),
    })
    this.#at += left.length
    this.#encoder.encode(data)
    data.close()
    while (this.#encoder.encodeQueueSize > 4) await new Promise((done) => this.#encoder.addEventListener('dequeue', done, { once: true }))
    return this.#taken()
  }

  async finish(): Promise<Uint8Array[]> {
    await this.#encoder.flush()
    return this.#taken()
  }

  info(): SoundInfo {
    if (!this.#description) throw failed('the encoder said nothing of its packets')
    return { codec: 'opus', description: this.#description }
  }

  close(): void {
    if (this.#encoder.state !== 'closed') this.#encoder.close()
  }

  #taken(): Uint8Array[] {
    if (this.#error) throw failed(String(this.#error))
    return this.#ready.splice(0)
  }
}

const failed = (why: string) => new PipelineError('encode', 'sound', why, 'run again')

/** Both channels one after the other, as encoders take them. */
export function planes(left: Float32Array, right: Float32Array): Float32Array<ArrayBuffer> {
  const out = new Float32Array(left.length * 2)
  out.set(left)
  out.set(right, left.length)
  return out
}

/** A copy of what an encoder says. */
export const bytesOf = (said: AllowSharedBufferSource): Uint8Array =>
  ArrayBuffer.isView(said) ? new Uint8Array(said.buffer, said.byteOffset, said.byteLength).slice() : new Uint8Array(said).slice()
