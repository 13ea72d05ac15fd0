import { PictureReader, Scopes } from '../../render'
import { roomPictures } from '../store/room-pictures'

/** Plots are read back this far apart at least, milliseconds. */
const APART_MS = 100

/** The scopes of the picture that is shown, brought to the page a few times a second. */
export class Instruments {
  readonly #device: GPUDevice
  readonly #reader: PictureReader
  #scopes: Scopes | undefined
  #making: Promise<void> | undefined
  #measured = ''
  #last = 0
  #busy = false
  #over = false

  constructor(device: GPUDevice) {
    this.#device = device
    this.#reader = new PictureReader(device)
  }

  /** Measures a picture if it is another than the last time, and not too soon. @param as Names what is in it. */
  measure(picture: GPUTexture, as: string): void {
    const now = performance.now()
    if (as === this.#measured || this.#busy || now - this.#last < APART_MS) return
    if (!this.#scopes) {
      this.#making ??= Scopes.create(this.#device).then((scopes) => {
        if (this.#over) scopes.destroy()
        else this.#scopes = scopes
      })
      return
    }
    this.#measured = as
    this.#last = now
    this.#busy = true
    const encoder = this.#device.createCommandEncoder({ label: 'scopes' })
    this.#scopes.encode(encoder, picture)
    this.#device.queue.submit([encoder.finish()])
    const { plots } = this.#scopes
    this.#reader
      .read(plots)
      .then((rgba) => roomPictures.setState({ plots: { width: plots.width, height: plots.height, rgba } }))
      // A lost device is said by the viewport.
      .catch(() => {})
      .finally(() => {
        this.#busy = false
      })
  }

  destroy(): void {
    this.#over = true
    this.#scopes?.destroy()
    this.#reader.destroy()
  }
}
