import type { NamedPalette } from './read-palette'
import { writeSwatchExchange } from './swatch-exchange'

/** Kinds of palette file that are written, and the ending of each. */
export const PALETTE_FORMATS = { gpl: 'gpl', hex: 'hex', act: 'act', ase: 'ase', jasc: 'pal' } as const
export type PaletteFormat = keyof typeof PALETTE_FORMATS

/**
 * A palette as a file that `readPalette` reads back the same; `gpl` and `ase` keep its name.
 * @throws RangeError unless there are 1 to 256 colours, each `#rrggbb`.
 */
export function writePalette(format: PaletteFormat, palette: NamedPalette): Uint8Array<ArrayBuffer> {
  if (palette.colours.length < 1 || palette.colours.length > 256)
    throw new RangeError(`writePalette: colours: expected 1 to 256, got ${palette.colours.length}`)
  const colours = palette.colours.map((hex, i) => {
    if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`writePalette: colours.${i}: expected #rrggbb, got "${hex}"`)
    return Number.parseInt(hex.slice(1), 16)
  })
  const name = palette.name.replace(/[\p{C}\s]+/gu, ' ').trim()
  const lines = (all: readonly string[]): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`${all.join('\n')}\n`)
  switch (format) {
    case 'gpl':
      return lines([
        'GIMP Palette',
        `Name: ${name}`,
        'Columns: 0',
        '#',
        ...colours.map((c) => `${[...channels(c)].map((v) => String(v).padStart(3)).join(' ')}\t${hexOf(c)}`),
      ])
    case 'hex':
      return lines(colours.map(hexOf))
    case 'jasc':
      return new TextEncoder().encode(
        ['JASC-PAL', '0100', colours.length, ...colours.map((c) => channels(c).join(' '))].map((l) => `${l}\r\n`).join(''),
      )
    case 'act': {
      const bytes = new Uint8Array(772)
      colours.forEach((colour, i) => {
        bytes.set(channels(colour), i * 3)
      })
      // How many, then which is transparent: none.
      bytes.set([colours.length >> 8, colours.length & 255, 255, 255], 768)
      return bytes
    }
    case 'ase':
      return writeSwatchExchange(name, colours)
  }
}

const channels = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255]

const hexOf = (colour: number): string => colour.toString(16).padStart(6, '0')
