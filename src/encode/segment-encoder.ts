import { type FrameRate, frameToMicros } from '../film'
import { PipelineError, throwIfCancelled } from '../pipeline'
import type { VideoChoice } from './choose-codec'
import type { Picture, PictureEncoder } from './picture-encoder'
import { checkSegmentHead, type DecoderInfo, type EncodedSegment, type Packet, type SegmentHead } from './segment-file'
import { writtenCodec } from './written-codec'

/** Frames that may wait for the encoder: enough to keep it busy, few enough to hold in memory. */
const QUEUE = 4

/**
 * Encodes one segment: `add` its pictures in order, then `finish`. A new encoder each time, so that a segment's packets
 * never depend on what was encoded before it.
 */
export class SegmentEncoder implements PictureEncoder {
  readonly needs = 'canvas'
  readonly #encoder: VideoEncoder
  readonly #head: SegmentHead
  readonly #choice: VideoChoice
  readonly #fps: FrameRate
  readonly #signal: AbortSignal | undefined
  readonly #packets: Packet[] = []
  readonly #hashes: (string | Promise<string>)[] = []
  #decoder: DecoderInfo | undefined
  #lastTimestamp = -1
  #failure: Error | undefined
  #wake: (() => void) | undefined
  readonly #onAbort = () => {
    this.close()
    this.#wake?.()
  }

  constructor(choice: VideoChoice, fps: FrameRate, head: SegmentHead, signal?: AbortSignal) {
    checkSegmentHead(head)
    this.#choice = choice
    this.#fps = fps
    this.#head = head
    this.#signal = signal
    this.#encoder = new VideoEncoder({
      output: (chunk, meta) => this.#take(chunk, meta),
      error: (error) => {
        this.#failure ??= error
        this.#wake?.()
      },
    })
    this.#encoder.ondequeue = () => this.#wake?.()
    this.#encoder.configure(choice.config)
    signal?.addEventListener('abort', this.#onAbort)
  }

  get frames(): number {
    return this.#hashes.length
  }

  async add(canvas: Picture, pictureHash: string | Promise<string> = ''): Promise<void> {
    // From bytes the encoder would make full-range video, which does not follow limited-range packets in one track.
    if ('rgba' in canvas || 'light' in canvas)
      throw new TypeError(`SegmentEncoder.add: expected a canvas, got ${'rgba' in canvas ? 'pixels' : 'light'}`)
    const n = this.#hashes.length
    if (n >= this.#head.frames) throw new Error(`SegmentEncoder.add: the segment holds ${this.#head.frames} frames, got one more`)
    const timestamp = frameToMicros(n, this.#fps)
    const frame = new VideoFrame(canvas, { timestamp, duration: frameToMicros(n + 1, this.#fps) - timestamp })
    try {
      await this.#addFrame(frame, pictureHash)
    } finally {
      frame.close()
    }
  }

  async finish(): Promise<EncodedSegment> {
    if (this.#hashes.length !== this.#head.frames)
      throw new Error(`SegmentEncoder.finish: expected ${this.#head.frames} frames, got ${this.#hashes.length}`)
    try {
      await this.#encoder.flush()
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(String(error))
    }
    this.#check()
    this.close()
    const decoder = this.#decoder
    if (this.#packets.length !== this.#head.frames || !decoder || !this.#packets[0]?.key)
      throw this.#error(`${this.#head.frames} frames went in, ${this.#packets.length} packets came out`)
    const { key, shotKey, firstFrame } = this.#head
    const { width, height } = this.#choice.config
    return {
      key,
      shotKey,
      firstFrame,
      width,
      height,
      fps: this.#fps,
      decoder,
      packets: this.#packets,
      pictureHashes: await Promise.all(this.#hashes),
    }
  }

  close(): void {
    this.#signal?.removeEventListener('abort', this.#onAbort)
    if (this.#encoder.state !== 'closed') this.#encoder.close()
  }

  async #addFrame(frame: VideoFrame, pictureHash: string | Promise<string>): Promise<void> {
    this.#check()
    while (this.#encoder.encodeQueueSize >= QUEUE) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      this.#wake = undefined
      this.#check()
    }
    this.#encoder.encode(frame, { keyFrame: this.#hashes.length === 0 })
    this.#hashes.push(pictureHash)
  }

  #take(chunk: EncodedVideoChunk, meta: EncodedVideoChunkMetadata | undefined): void {
    // Re-muxing without decoding relies on it: no codec configuration here asks for frames out of order.
    if (chunk.timestamp <= this.#lastTimestamp) this.#failure ??= new Error(`packets out of order at ${chunk.timestamp} µs`)
    this.#lastTimestamp = chunk.timestamp
    const data = new Uint8Array(chunk.byteLength)
    chunk.copyTo(data)
    this.#packets.push({ key: chunk.type === 'key', data })
    if (meta?.decoderConfig && !this.#decoder) this.#decoder = decoderInfo(meta.decoderConfig, this.#choice)
  }

  #check(): void {
    throwIfCancelled(this.#signal, 'encode')
    if (this.#failure) {
      this.close()
      throw this.#error(this.#failure.message, this.#failure)
    }
  }

  #error(problem: string, cause?: Error): PipelineError {
    const { shotKey, firstFrame, frames } = this.#head
    const { codec, width, height } = this.#choice.config
    return new PipelineError(
      'encode',
      `shot ${shotKey}, frames ${firstFrame} to ${firstFrame + frames - 1}`,
      `${codec} at ${width}×${height}: ${problem}`,
      'try again, a smaller size, or another codec',
      { cause, type: 'encode', transient: cause !== undefined },
    )
  }
}

/** Plain data of a decoder configuration; the codec string says what was really written. */
function decoderInfo(config: VideoDecoderConfig, choice: VideoChoice): DecoderInfo {
  const description = config.description && toBytes(config.description)
  const space = config.colorSpace
  return {
    codec: writtenCodec(config.codec, description),
    codedWidth: config.codedWidth ?? choice.config.width,
    codedHeight: config.codedHeight ?? choice.config.height,
    ...(description ? { description } : {}),
    ...(space
      ? { colorSpace: { primaries: space.primaries, transfer: space.transfer, matrix: space.matrix, fullRange: space.fullRange } }
      : {}),
  }
}

function toBytes(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer.slice(source.byteOffset, source.byteOffset + source.byteLength) as ArrayBuffer)
    : new Uint8Array(source.slice(0) as ArrayBuffer)
}
