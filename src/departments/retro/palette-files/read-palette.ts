import type { Diagnostic } from '../../../film'
import { readAct, readRaw, readRiff } from './binary-palettes'
import { PaletteFindings, type ReadColours } from './palette-findings'
import { readSwatchExchange } from './swatch-exchange'
import { readGpl, readHex, readJasc } from './text-palettes'

/** A palette file as it was dropped. */
export interface PaletteFile {
  /** With its ending: a palette may be told from it alone. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Colours with a name. */
export interface NamedPalette {
  readonly name: string
  /** `#rrggbb`, no two equal, 2 to 256, in the file's order. */
  readonly colours: readonly string[]
}

/** Endings of the palette files that are read, without the dot. */
export const PALETTE_ENDINGS = ['gpl', 'pal', 'hex', 'ase', 'act'] as const

/** No palette of 256 colours takes as much, comments and all. */
const LARGEST = 1 << 20

/** Two colours are the least to choose from. */
const FEWEST = 2
const MOST = 256

/**
 * Reads a palette: GIMP `.gpl`; `.pal` of JASC, Microsoft RIFF, or raw as NES emulators have it; Lospec `.hex`; Adobe `.ase`
 * and `.act`. What a file says at its start counts for more than its ending. Colours that stand twice are kept once.
 * @returns the palette, and what is to be known of it (`info` and `warning`).
 * @throws InputError, and nothing else, with everything that is wrong: rule, line or byte, value, remedy.
 */
export function readPalette(file: PaletteFile): NamedPalette & { readonly notes: readonly Diagnostic[] } {
  const findings = new PaletteFindings(file.name)
  const { bytes } = file
  if (bytes.length === 0) findings.refuse('palette.empty', 'file', 'the file is empty', 'choose a file with colours')
  if (bytes.length > LARGEST)
    findings.refuse('palette.too-large', 'file', `no palette takes ${bytes.length} bytes`, 'choose a palette file', `${bytes.length} bytes`)
  const read = reader(file, findings)(findings)
  if (findings.wrong) throw findings.refusal()
  const colours = [...new Set(read.colours)]
  if (colours.length < read.colours.length) {
    const gone = read.colours.length - colours.length
    const message = gone === 1 ? '1 colour stood there before and is left out' : `${gone} colours stood there before and are left out`
    findings.note('info', 'palette.duplicates', 'file', message, 'nothing to do: a palette has each colour once')
  }
  if (colours.length < FEWEST || colours.length > MOST)
    findings.refuse(
      'palette.count',
      'file',
      `expected ${FEWEST} to ${MOST} different colours, got ${colours.length}`,
      colours.length < FEWEST ? 'add colours' : 'take colours out',
      String(colours.length),
    )
  return { name: tidy(read.name) || stem(file.name), colours: colours.map(hexOf), notes: findings.notes }
}

function reader({ name, bytes }: PaletteFile, findings: PaletteFindings): (findings: PaletteFindings) => ReadColours {
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const start = String.fromCharCode(...bytes.subarray(0, 16)).replace(/^\xef\xbb\xbf/, '')
  // A decoder takes a mark of UTF-8 away by itself.
  const text = (): string => new TextDecoder().decode(bytes)
  if (/^GIMP Palette\s/i.test(`${start} `)) return (f) => readGpl(text(), f)
  if (/^JASC-PAL\s/.test(`${start} `)) return (f) => readJasc(text(), f)
  if (start.startsWith('RIFF')) return (f) => readRiff(bytes, f)
  if (start.startsWith('ASEF')) return (f) => readSwatchExchange(bytes, f)
  switch (ending) {
    case 'hex':
      return (f) => readHex(text(), f)
    case 'act':
      return (f) => readAct(bytes, f)
    case 'pal':
      return (f) => readRaw(bytes, f)
    case 'gpl':
      return findings.refuse(
        'palette.gpl-header',
        { line: 1 },
        'expected "GIMP Palette"',
        'write GIMP Palette in line 1',
        text().split(/[\r\n]/, 1)[0],
      )
    case 'ase':
      // 0xa5e0, little endian, behind four bytes of size: Aseprite's sprites have the same ending.
      return bytes[4] === 0xe0 && bytes[5] === 0xa5
        ? findings.refuse('palette.aseprite', { byte: 4 }, 'this is a sprite of Aseprite', 'save its palette there as .gpl')
        : findings.refuse('palette.ase-header', { byte: 0 }, 'expected "ASEF"', 'export the swatches for exchange again')
    default:
      return findings.refuse(
        'palette.kind',
        'file',
        'no kind of palette file that is known here',
        `choose one of ${PALETTE_ENDINGS.map((e) => `.${e}`).join(', ')}`,
        name,
      )
  }
}

const hexOf = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`

/** A name in one line of at most 80 characters. */
const tidy = (name = ''): string =>
  name
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .trim()

const stem = (file: string): string => tidy(file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')) || 'palette'
