import { srgbOf } from '../integer-colour'
import type { PaletteFindings, ReadColours } from './palette-findings'

const COLOUR = 0x0001
const GROUP = 0xc001
const GROUP_END = 0xc002

/** How many numbers each colour model has. */
const MODELS: Readonly<Record<string, number>> = { 'RGB ': 3, Gray: 1, CMYK: 4, 'LAB ': 3 }

/**
 * Adobe's swatch exchange, big endian: `ASEF`, version, how many blocks; a block is a kind, a length, and for colours a
 * name in UTF-16, a model of four letters, its numbers as floats, and a type. Adobe never published it; this is how the
 * files of its programs are. RGB is taken as sRGB. CMYK has no profile in such a file: taken as plain ink on white. Lab is
 * CIE L*a*b* at D50.
 */
export function readSwatchExchange(bytes: Uint8Array, findings: PaletteFindings): ReadColours {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12) findings.refuse('palette.cut-off', { byte: bytes.length }, 'the header is cut off', 'export it again')
  const blocks = view.getUint32(8)
  const colours: number[] = []
  let name: string | undefined
  let at = 12
  for (let i = 0; i < blocks; i++) {
    const cutOff = (): never =>
      findings.refuse(
        'palette.cut-off',
        { byte: at },
        `block ${i + 1} of ${blocks} is cut off`,
        'export it again: the file is not whole',
        `${bytes.length} bytes`,
      )
    if (at + 6 > bytes.length) cutOff()
    const kind = view.getUint16(at)
    const start = at + 6
    const end = start + view.getUint32(at + 2)
    if (end > bytes.length) cutOff()
    const block = new DataView(bytes.buffer, bytes.byteOffset + start, end - start)
    if (kind === COLOUR) {
      const colour = colourOf(block, start, findings)
      if (colour !== undefined) colours.push(colour)
    } else if (kind === GROUP) name ??= block.byteLength >= 2 ? nameOf(block) : undefined
    else if (kind !== GROUP_END)
      findings.error('palette.ase-block', { byte: at }, 'a block of unknown kind', 'export it again', `0x${kind.toString(16)}`)
    at = end
  }
  return { ...(name ? { name } : {}), colours }
}

/** A swatch exchange of one group, its colours in RGB. */
export function writeSwatchExchange(name: string, colours: readonly number[]): Uint8Array<ArrayBuffer> {
  const group = words(`${name}\0`)
  const named = colours.map((colour) => words(`#${colour.toString(16).padStart(6, '0')}\0`))
  const out = new DataView(new ArrayBuffer(12 + 8 + group.length * 2 + named.reduce((n, w) => n + 26 + w.length * 2, 0) + 6))
  let at = 0
  const u16 = (value: number): void => {
    out.setUint16(at, value)
    at += 2
  }
  const u32 = (value: number): void => {
    out.setUint32(at, value)
    at += 4
  }
  const text = (units: readonly number[]): void => {
    u16(units.length)
    units.forEach(u16)
  }
  u32(0x41534546) // ASEF
  u32(0x00010000)
  u32(colours.length + 2)
  u16(GROUP)
  u32(2 + group.length * 2)
  text(group)
  colours.forEach((colour, i) => {
    u16(COLOUR)
    u32(20 + named[i]!.length * 2)
    text(named[i]!)
    u32(0x52474220) // RGB
    for (const shift of [16, 8, 0]) {
      out.setFloat32(at, ((colour >> shift) & 255) / 255)
      at += 4
    }
    u16(2) // a plain colour, neither global nor spot
  })
  u16(GROUP_END)
  u32(0)
  return new Uint8Array(out.buffer)
}

/** The colour of a block as 0xrrggbb; undefined if it is wrong, which is said. */
function colourOf(block: DataView, start: number, findings: PaletteFindings): number | undefined {
  const model = block.byteLength < 2 ? Number.POSITIVE_INFINITY : 2 + block.getUint16(0) * 2
  if (model + 4 > block.byteLength) {
    findings.error('palette.ase-colour', { byte: start }, 'the block is too short for its name and model', 'export it again')
    return
  }
  const letters = String.fromCharCode(...Array.from({ length: 4 }, (_, i) => block.getUint8(model + i)))
  const channels = Object.hasOwn(MODELS, letters) ? MODELS[letters]! : 0
  if (channels === 0) {
    const remedy = 'convert the swatches to RGB and export them again'
    findings.error('palette.ase-model', { byte: start + model }, 'expected a colour in RGB, Gray, CMYK or LAB', remedy, letters)
    return
  }
  if (model + 4 + channels * 4 > block.byteLength) {
    findings.error('palette.ase-colour', { byte: start + model }, `the block is too short for ${letters.trim()}`, 'export it again')
    return
  }
  const values = Array.from({ length: channels }, (_, i) => block.getFloat32(model + 4 + i * 4))
  // Lab has its lightness in 0 … 1 and the rest as they are.
  const bad = values.findIndex((v, i) => (letters === 'LAB ' && i > 0 ? !(v >= -128 && v <= 128) : !(v >= 0 && v <= 1.0001)))
  if (bad >= 0) {
    const byte = start + model + 4 + bad * 4
    findings.error('palette.ase-range', { byte }, `a number of ${letters.trim()} is out of range`, 'export it again', String(values[bad]))
    return
  }
  return letters === 'LAB ' ? fromLab(values, { byte: start + model }, findings) : codes(plain(letters, values))
}

function plain(model: string, values: readonly number[]): readonly number[] {
  if (model === 'RGB ') return values
  if (model === 'Gray') return [values[0]!, values[0]!, values[0]!]
  const [c, m, y, k] = values as [number, number, number, number]
  return [c, m, y].map((ink) => (1 - ink) * (1 - k))
}

/** CIE 15: L*a*b* to XYZ at D50, Bradford-adapted to D65 and sRGB's primaries in one matrix, cut to what sRGB can show. */
function fromLab([l, a, b]: readonly number[], place: { byte: number }, findings: PaletteFindings): number {
  const fy = (l! * 100 + 16) / 116
  const inverse = (f: number): number => (f > 6 / 29 ? f * f * f : (3 * f - 12 / 29) * (36 / 841))
  const x = 0.96422 * inverse(fy + a! / 500)
  const y = inverse(fy)
  const z = 0.82521 * inverse(fy - b! / 200)
  const light = [
    3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
    -0.9787684 * x + 1.9161415 * y + 0.033454 * z,
    0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
  ]
  if (light.some((v) => v < -0.002 || v > 1.002))
    findings.note('warning', 'palette.gamut', place, 'a colour in Lab lies outside sRGB and was cut', 'choose another colour if it matters')
  const [red, green, blue] = light.map((v) => srgbOf(Math.round(65535 * Math.min(1, Math.max(0, v))))) as [number, number, number]
  return (red << 16) | (green << 8) | blue
}

function codes(values: readonly number[]): number {
  const [r, g, b] = values.map((v) => Math.round(Math.min(1, v) * 255)) as [number, number, number]
  return (r << 16) | (g << 8) | b
}

function nameOf(block: DataView): string {
  const units = Math.min(block.getUint16(0), Math.floor((block.byteLength - 2) / 2))
  return Array.from({ length: units }, (_, i) => String.fromCharCode(block.getUint16(2 + i * 2))).join('')
}

/** UTF-16 units. */
const words = (text: string): readonly number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
