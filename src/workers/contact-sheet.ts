/** Pixels between the pictures of a sheet, and under each for its label. */
const GAP = 4
const LABEL = 22
const GROUND = [24, 24, 26, 255] as const

/** Pictures of one size in rows on a dark ground, each with a label under it if there are any. */
export class ContactSheet {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
  readonly #columns: number
  readonly #size: { readonly width: number; readonly height: number }
  readonly #pitch: number

  /**
   * @param size of one picture.
   * @param cells pictures there will be.
   * @param isLabelled whether room is left for words.
   */
  constructor(size: { readonly width: number; readonly height: number }, columns: number, cells: number, isLabelled: boolean) {
    this.#size = size
    this.#columns = columns
    this.#pitch = size.height + GAP + (isLabelled ? LABEL : 0)
    this.width = columns * (size.width + GAP) + GAP
    this.height = Math.ceil(cells / columns) * this.#pitch + GAP
    this.rgba = new Uint8Array(this.width * this.height * 4)
    for (let i = 0; i < this.rgba.length; i += 4) this.rgba.set(GROUND, i)
  }

  /** Where the pixels of a cell's picture begin. */
  #at(cell: number): { readonly x: number; readonly y: number } {
    return {
      x: GAP + (cell % this.#columns) * (this.#size.width + GAP),
      y: GAP + Math.floor(cell / this.#columns) * this.#pitch,
    }
  }

  /** Puts a picture in its cell, counted in rows. */
  put(cell: number, rgba: Uint8Array): void {
    const { x, y } = this.#at(cell)
    const { width, height } = this.#size
    for (let row = 0; row < height; row++)
      this.rgba.set(rgba.subarray(row * width * 4, (row + 1) * width * 4), ((y + row) * this.width + x) * 4)
  }

  /** Writes words under a cell, cut where they do not fit. */
  label(cell: number, text: string): void {
    const { width, height } = this.#size
    const context = new OffscreenCanvas(width, LABEL).getContext('2d')
    if (!context) throw new Error('ContactSheet: the browser gives no canvas')
    context.fillStyle = `rgb(${GROUND.slice(0, 3).join(' ')})`
    context.fillRect(0, 0, width, LABEL)
    context.fillStyle = '#c9ccd6'
    context.font = '13px sans-serif'
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(text, width / 2, LABEL / 2 + 1, width - 8)
    const { data } = context.getImageData(0, 0, width, LABEL)
    const { x, y } = this.#at(cell)
    for (let row = 0; row < LABEL; row++)
      this.rgba.set(data.subarray(row * width * 4, (row + 1) * width * 4), ((y + height + row) * this.width + x) * 4)
  }
}
