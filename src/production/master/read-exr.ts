import { unzlibSync } from 'fflate'
import { checkSides, PanoramaError, type PanoramaRows } from '../../departments/lighting'

/** How files are compressed, by their byte (OpenEXR, `ImfCompression.h`), and how many lines together where it can be read. */
const COMPRESSIONS = ['NONE', 'RLE', 'ZIPS', 'ZIP', 'PIZ', 'PXR24', 'B44', 'B44A', 'DWAA', 'DWAB'] as const
const LINES: Partial<Record<(typeof COMPRESSIONS)[number], number>> = { NONE: 1, RLE: 1, ZIPS: 1, ZIP: 16 }
const MAGIC = 20000630
/** Bits of the version: tiles, deep pixels, several parts. */
const SPECIAL = 0x200 | 0x800 | 0x1000
const UINT = 0
const HALF = 1
/** Brightest that a half float can be: what is said to be infinite is that. */
const BRIGHTEST = 65504

/** Whether a file begins as an OpenEXR picture does. */
export const isExr = (bytes: Uint8Array): boolean => bytes[0] === 0x76 && bytes[1] === 0x2f && bytes[2] === 0x31 && bytes[3] === 0x01

interface Channel {
  readonly name: string
  readonly isHalf: boolean
}

interface Header {
  readonly width: number
  readonly height: number
  /** Number of the top line. */
  readonly top: number
  readonly channels: readonly Channel[]
  readonly compression: (typeof COMPRESSIONS)[number]
  readonly lines: number
  /** Where the table of blocks begins. */
  readonly at: number
}

/**
 * Opens a panorama in OpenEXR ("OpenEXR File Layout", openexr.com): one part of scan lines, channels R, G and B of half or
 * full floats, uncompressed, RLE, ZIPS or ZIP. Primaries are taken as Rec. 709.
 * @throws PanoramaError
 */
export function openExr(bytes: Uint8Array): PanoramaRows {
  const header = whole(() => readHeader(bytes))
  const { width, height } = header
  return { width, height, read: (take) => whole(() => readBlocks(bytes, header, take)) }
}

/** Reading beyond the end is a file that breaks off. */
function whole<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new PanoramaError('hdri.truncated', '', 'the file breaks off', 'copy or download it again')
  }
}

function readHeader(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 8
  const text = (): string => {
    const end = bytes.indexOf(0, at)
    if (end < 0) throw new RangeError('no end')
    const word = new TextDecoder('latin1').decode(bytes.subarray(at, end))
    at = end + 1
    return word
  }
  if (view.getInt32(0, true) !== MAGIC || (view.getInt32(4, true) & SPECIAL) !== 0)
    throw new PanoramaError(
      'hdri.exr',
      'header',
      'tiles, deep pixels and several parts are not read',
      `save it as one part of scan lines, or ${AS_HDR}`,
    )
  const found: { channels?: readonly Channel[]; window?: readonly number[]; compression?: number } = {}
  for (let name = text(); name !== ''; name = text()) {
    text()
    const size = view.getInt32(at, true)
    at += 4
    const end = at + size
    if (size < 0 || end > bytes.length) throw new RangeError('no end')
    if (name === 'compression') found.compression = bytes[at] as number
    if (name === 'dataWindow') found.window = [0, 4, 8, 12].map((o) => view.getInt32(at + o, true))
    if (name === 'channels') {
      const channels: Channel[] = []
      for (let channel = text(); channel !== ''; channel = text()) {
        channels.push(channelOf(channel, view, at))
        at += 16
      }
      found.channels = channels
    }
    at = end
  }
  const { channels = [], window: [left = 0, top = 0, right = -1, bottom = -1] = [], compression: code = 255 } = found
  const names = channels.map((c) => c.name)
  if (['R', 'G', 'B'].some((c) => !names.includes(c)))
    throw new PanoramaError('hdri.exr', 'header', `its channels are ${names.join(', ') || 'none'}; R, G and B are read`, AS_HDR)
  const compression = COMPRESSIONS[code]
  const lines = compression && LINES[compression]
  if (!compression || !lines)
    throw new PanoramaError(
      'hdri.exr',
      'header',
      `its compression is ${compression ?? code}; NONE, RLE, ZIPS and ZIP are read`,
      `save it with ZIP, or ${AS_HDR}`,
      compression ?? code,
    )
  checkSides(right - left + 1, bottom - top + 1)
  return { width: right - left + 1, height: bottom - top + 1, top, channels, compression, lines, at }
}

const AS_HDR = 'save it as .hdr'

function channelOf(name: string, view: DataView, at: number): Channel {
  const type = view.getInt32(at, true)
  const isApart = view.getInt32(at + 8, true) !== 1 || view.getInt32(at + 12, true) !== 1
  if (isApart || (type === UINT && 'RGB'.includes(name)))
    throw new PanoramaError(
      'hdri.exr',
      'header',
      `its channel ${name} is ${isApart ? 'coarser than the picture' : 'of whole numbers'}`,
      AS_HDR,
    )
  return { name, isHalf: type === HALF }
}

function readBlocks(bytes: Uint8Array, header: Header, take: (y: number, light: Float32Array) => void): void {
  const { width, height, top, channels, compression, lines, at } = header
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lineBytes = channels.reduce((n, c) => n + width * (c.isHalf ? 2 : 4), 0)
  const light = new Float32Array(width * 3)
  for (let block = 0; block < Math.ceil(height / lines); block++) {
    const start = Number(view.getBigUint64(at + block * 8, true))
    const first = view.getInt32(start, true) - top
    const size = view.getInt32(start + 4, true)
    if (first < 0 || first >= height || size < 0) throw damaged(first)
    if (start + 8 + size > bytes.length) throw new RangeError('no end')
    const count = Math.min(lines, height - first)
    const raw = unpacked(bytes.subarray(start + 8, start + 8 + size), count * lineBytes, compression, first)
    const data = new DataView(raw.buffer, raw.byteOffset, raw.byteLength)
    for (let line = 0, from = 0; line < count; line++) {
      for (const { name, isHalf } of channels) {
        const place = 'RGB'.indexOf(name)
        const step = isHalf ? 2 : 4
        if (name.length === 1 && place >= 0)
          for (let x = 0; x < width; x++)
            light[x * 3 + place] = shining(isHalf ? half(data.getUint16(from + x * 2, true)) : data.getFloat32(from + x * 4, true))
        from += width * step
      }
      take(first + line, light)
    }
  }
}

const damaged = (line: number) =>
  new PanoramaError('hdri.damaged', `line ${line + 1}`, 'its pixels cannot be unpacked', 'copy or download it again', line + 1)

/** Light: neither negative nor without end. */
const shining = (v: number): number => (v > 0 ? Math.min(v, BRIGHTEST) : 0)

/** Half floats by their bits (IEEE 754 binary16). */
function half(bits: number): number {
  const exponent = (bits >> 10) & 31
  const part = bits & 1023
  const value =
    exponent === 0
      ? part * 2 ** -24
      : exponent === 31
        ? part
          ? Number.NaN
          : Number.POSITIVE_INFINITY
        : (1024 + part) * 2 ** (exponent - 25)
  return bits & 0x8000 ? -value : value
}

/** A block's bytes as they were: what no compression made smaller stands as it is (ImfZip.cpp, ImfRle.cpp). */
function unpacked(packed: Uint8Array, length: number, compression: Header['compression'], line: number): Uint8Array {
  if (packed.length === length) return packed
  if (compression === 'NONE') throw damaged(line)
  const turned = compression === 'RLE' ? runs(packed, length, line) : inflated(packed, length, line)
  for (let i = 1; i < length; i++) turned[i] = (turned[i - 1]! + turned[i]! - 128) & 255
  const out = new Uint8Array(length)
  const middle = (length + 1) >> 1
  for (let i = 0; i < length; i++) out[i] = turned[i & 1 ? middle + (i >> 1) : i >> 1] as number
  return out
}

function inflated(packed: Uint8Array, length: number, line: number): Uint8Array {
  try {
    const out = unzlibSync(packed, { out: new Uint8Array(length) })
    if (out.length === length) return out
  } catch {
    // Said below: where it breaks is all that counts.
  }
  throw damaged(line)
}

function runs(packed: Uint8Array, length: number, line: number): Uint8Array {
  const out = new Uint8Array(length)
  let to = 0
  for (let from = 0; from < packed.length; ) {
    const code = (packed[from++]! << 24) >> 24
    const count = code < 0 ? -code : code + 1
    if (to + count > length || from + (code < 0 ? count : 1) > packed.length) throw damaged(line)
    if (code < 0) out.set(packed.subarray(from, from + count), to)
    else out.fill(packed[from]!, to, to + count)
    from += code < 0 ? count : 1
    to += count
  }
  if (to !== length) throw damaged(line)
  return out
}
