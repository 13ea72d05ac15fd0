import type { Distance, PaletteSet, Size } from '../../departments/retro'
import { wordBuffer } from './compute-kernel'
import { latticeOf } from './mix-lattice'
import { packNeighbours, packPalette } from './pack-palette'
import { packShares } from './pack-shares'

/** Colours of the longest palette that a cell may have. */
export const PLACES_A_PALETTE = 16
/** Palettes that a picture may have. */
export const MOST_PALETTES = 512
/** Cells that a picture may have: 8 × 1 pixels of a 1920 × 1080 picture. */
export const MOST_CELLS = 2 ** 18

/**
 * A palette set on the GPU, as the kernels that choose colours share it. The buffers stay the same for ever; `set` only
 * writes them. A kernel binds those it reads as `shared`, since whoever made this frees them.
 */
export class PaletteBuffers {
  readonly #device: GPUDevice
  /** `array<Colour, 256>` of lib/colour.wgsl. */
  readonly colours: GPUBuffer
  /** `array<vec2u, 65536>`: row a holds the way to the other colours, nearest to a first, as `packNeighbours` packs it. */
  readonly neighbours: GPUBuffer
  /** `array<vec4i, 65536>`: how pixels share two colours, as `packShares` packs it. */
  readonly shares: GPUBuffer
  /** `array<u32, 8192>`: 512 palettes of 16 places in `colours`; what is left of 16 repeats a palette's last. */
  readonly palettes: GPUBuffer
  /** `array<u32, 262144>`: the number of each cell's palette, row by row, `cellsAcross` to a row; copyable. Zero after `set`. */
  readonly cells: GPUBuffer
  #colourCount = 0
  #paletteCount = 0
  #perPalette = 0
  #cell: Size = { width: 0, height: 0 }
  #cellCount: Size = { width: 0, height: 0 }
  #cellsUsed = 0
  #distance: Distance = 'oklab'
  #version = 0
  #lattice = 0
  #key = ''

  constructor(device: GPUDevice) {
    this.#device = device
    this.colours = wordBuffer(device, 'palette', 256 * 8, 'storage')
    this.neighbours = wordBuffer(device, 'palette neighbours', 256 * 512, 'storage')
    this.shares = wordBuffer(device, 'shares of mixes', 256 * 256 * 4, 'storage')
    this.palettes = wordBuffer(device, 'cell palettes', MOST_PALETTES * PLACES_A_PALETTE, 'storage')
    this.cells = device.createBuffer({
      label: 'cells',
      size: MOST_CELLS * 4,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
    })
  }

  /** One more with each `set` that changed colours or distance. */
  get version(): number {
    return this.#version
  }

  /** What distances are measured by. */
  get distance(): Distance {
    return this.#distance
  }

  /** How many colours there are. */
  get colourCount(): number {
    return this.#colourCount
  }

  /** Cells of light along each coordinate in which mixes are looked up. */
  get lattice(): number {
    return this.#lattice
  }

  /** How many palettes cells choose from; 0 without cells. */
  get paletteCount(): number {
    return this.#paletteCount
  }

  /** Places of the longest palette, 1 to 16: how many of each row of `palettes` are to be looked at; 0 without cells. */
  get perPalette(): number {
    return this.#perPalette
  }

  /** Pixels of a cell; 0 × 0 without cells. */
  get cell(): Size {
    return this.#cell
  }

  /** How many cells there are across and down; those at the right and lower edge may be cut. 0 × 0 without cells. */
  get cellCount(): Size {
    return this.#cellCount
  }

  /**
   * Writes a set for pictures of `width` × `height` pixels; takes effect for everything submitted after it.
   * @throws RangeError unless there are 1 to 256 colours `#rrggbb`, 1 to 512 palettes of 1 to 16 places in them, and at
   * most 2¹⁸ cells.
   */
  set(set: PaletteSet, distance: Distance, width: number, height: number): void {
    const key = [distance, ...set.colours].join()
    const colours = key === this.#key ? undefined : packPalette(set.colours, distance)
    const { cell, cellCount, palettes, perPalette } = cellsOf(set, width, height)
    const { queue } = this.#device
    if (colours) {
      queue.writeBuffer(this.colours, 0, colours)
      queue.writeBuffer(this.neighbours, 0, packNeighbours(colours, set.colours.length))
      queue.writeBuffer(this.shares, 0, packShares(colours, set.colours.length))
      this.#lattice = latticeOf(colours, set.colours.length, distance)
      this.#key = key
      this.#version++
    }
    if (palettes.length > 0) queue.writeBuffer(this.palettes, 0, palettes)
    // Numbers of the set before may name palettes that this one has not.
    if (this.#cellsUsed > 0) queue.writeBuffer(this.cells, 0, new Uint32Array(this.#cellsUsed))
    this.#distance = distance
    this.#colourCount = set.colours.length
    this.#paletteCount = set.cells?.palettes.length ?? 0
    this.#perPalette = perPalette
    this.#cell = cell
    this.#cellCount = cellCount
    this.#cellsUsed = cellCount.width * cellCount.height
  }

  /** Frees the buffers; kernels that bind them must not be used again. */
  destroy(): void {
    for (const buffer of [this.colours, this.neighbours, this.shares, this.palettes, this.cells]) buffer.destroy()
  }
}

function cellsOf({ cells, colours }: PaletteSet, width: number, height: number) {
  const none = { width: 0, height: 0 }
  if (!cells) return { cell: none, cellCount: none, palettes: new Uint32Array(0), perPalette: 0 }
  const { size, palettes } = cells
  if (palettes.length < 1 || palettes.length > MOST_PALETTES)
    throw new RangeError(`PaletteBuffers.set: expected 1 to ${MOST_PALETTES} palettes, got ${palettes.length}`)
  const words = new Uint32Array(palettes.length * PLACES_A_PALETTE)
  palettes.forEach((places, i) => {
    if (places.length < 1 || places.length > PLACES_A_PALETTE || places.some((place) => !(place >= 0 && place < colours.length)))
      throw new RangeError(
        `PaletteBuffers.set: palette ${i}: expected 1 to ${PLACES_A_PALETTE} places below ${colours.length}, got ${places}`,
      )
    for (let k = 0; k < PLACES_A_PALETTE; k++) words[i * PLACES_A_PALETTE + k] = places[Math.min(k, places.length - 1)]!
  })
  const cellCount = { width: Math.ceil(width / size.width), height: Math.ceil(height / size.height) }
  if (!(cellCount.width * cellCount.height <= MOST_CELLS))
    throw new RangeError(`PaletteBuffers.set: ${cellCount.width}×${cellCount.height} cells are more than ${MOST_CELLS}`)
  return { cell: { ...size }, cellCount, palettes: words, perPalette: Math.max(...palettes.map((places) => places.length)) }
}
