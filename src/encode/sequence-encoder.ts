import type { FrameRate } from '../film'
import { throwIfCancelled } from '../pipeline'
import { encodeExr } from './encode-exr'
import { encodePng } from './encode-png'
import type { ExrChoice, Picture, PictureEncoder, PicturePixels, PngChoice } from './picture-encoder'
import { checkSegmentHead, type EncodedSegment, type Packet, type SegmentHead } from './segment-file'

/** Writes one segment whose packets are PNG or OpenEXR files: `add` its pictures in order, then `finish`. Runs in Node too. */
export class SequenceEncoder implements PictureEncoder {
  readonly needs: 'pixels' | 'light'
  readonly #choice: PngChoice | ExrChoice
  readonly #fps: FrameRate
  readonly #head: SegmentHead
  readonly #signal: AbortSignal | undefined
  #packets: Packet[] = []
  #hashes: (string | Promise<string>)[] = []

  constructor(choice: PngChoice | ExrChoice, fps: FrameRate, head: SegmentHead, signal?: AbortSignal) {
    checkSegmentHead(head)
    this.needs = choice.family === 'png' ? 'pixels' : 'light'
    this.#choice = choice
    this.#fps = fps
    this.#head = head
    this.#signal = signal
  }

  get frames(): number {
    return this.#packets.length
  }

  async add(picture: Picture, pictureHash: string | Promise<string> = ''): Promise<void> {
    const has = 'light' in picture ? 'light' : 'rgba' in picture ? 'pixels' : 'a canvas'
    if (has !== this.needs) throw new TypeError(`SequenceEncoder.add: expected ${this.needs}, got ${has}`)
    throwIfCancelled(this.#signal, 'encode')
    if (this.#packets.length >= this.#head.frames)
      throw new Error(`SequenceEncoder.add: the segment holds ${this.#head.frames} frames, got one more`)
    this.#packets.push({ key: true, data: await this.#write(picture) })
    this.#hashes.push(pictureHash)
  }

  async finish(): Promise<EncodedSegment> {
    throwIfCancelled(this.#signal, 'encode')
    const { key, shotKey, firstFrame, frames } = this.#head
    if (this.#packets.length !== frames) throw new Error(`SequenceEncoder.finish: expected ${frames} frames, got ${this.#packets.length}`)
    const { codec } = this.#choice
    const { width, height } = this.#choice.config
    return {
      key,
      shotKey,
      firstFrame,
      width,
      height,
      fps: this.#fps,
      decoder: { codec, codedWidth: width, codedHeight: height },
      packets: this.#packets,
      pictureHashes: await Promise.all(this.#hashes),
    }
  }

  close(): void {
    this.#packets = []
    this.#hashes = []
  }

  async #write(picture: Picture): Promise<Uint8Array> {
    const { width, height } = this.#choice.config
    if ('light' in picture) return encodeExr(picture.light, width, height, { fps: this.#fps })
    const palette = this.#choice.family === 'png' ? this.#choice.config.palette : undefined
    return encodePng((picture as PicturePixels).rgba, width, height, palette ? { palette } : {})
  }
}
