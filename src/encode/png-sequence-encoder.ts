import type { FrameRate } from '../film'
import { throwIfCancelled } from '../pipeline'
import { encodePng } from './encode-png'
import type { PictureCanvas, PictureEncoder, PicturePixels, PngChoice } from './picture-encoder'
import { checkSegmentHead, type EncodedSegment, type Packet, type SegmentHead } from './segment-file'

/** Writes one segment whose packets are PNG files: `add` its pictures in order, then `finish`. Runs in Node too. */
export class PngSequenceEncoder implements PictureEncoder {
  readonly needs = 'pixels'
  readonly #choice: PngChoice
  readonly #fps: FrameRate
  readonly #head: SegmentHead
  readonly #signal: AbortSignal | undefined
  #packets: Packet[] = []
  #hashes: (string | Promise<string>)[] = []

  constructor(choice: PngChoice, fps: FrameRate, head: SegmentHead, signal?: AbortSignal) {
    checkSegmentHead(head)
    this.#choice = choice
    this.#fps = fps
    this.#head = head
    this.#signal = signal
  }

  get frames(): number {
    return this.#packets.length
  }

  async add(picture: PictureCanvas | PicturePixels, pictureHash: string | Promise<string> = ''): Promise<void> {
    if (!('rgba' in picture)) throw new TypeError('PngSequenceEncoder.add: expected pixels, got a canvas')
    throwIfCancelled(this.#signal, 'encode')
    if (this.#packets.length >= this.#head.frames)
      throw new Error(`PngSequenceEncoder.add: the segment holds ${this.#head.frames} frames, got one more`)
    const { width, height, palette } = this.#choice.config
    this.#packets.push({ key: true, data: await encodePng(picture.rgba, width, height, palette ? { palette } : {}) })
    this.#hashes.push(pictureHash)
  }

  async finish(): Promise<EncodedSegment> {
    throwIfCancelled(this.#signal, 'encode')
    const { key, shotKey, firstFrame, frames } = this.#head
    if (this.#packets.length !== frames)
      throw new Error(`PngSequenceEncoder.finish: expected ${frames} frames, got ${this.#packets.length}`)
    const { width, height } = this.#choice.config
    return {
      key,
      shotKey,
      firstFrame,
      width,
      height,
      fps: this.#fps,
      decoder: { codec: 'png', codedWidth: width, codedHeight: height },
      packets: this.#packets,
      pictureHashes: await Promise.all(this.#hashes),
    }
  }

  close(): void {
    this.#packets = []
    this.#hashes = []
  }
}
