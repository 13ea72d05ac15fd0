import { unzlibSync } from 'fflate'

/** What an OpenEXR file holds. */
export interface Exr {
  readonly width: number
  readonly height: number
  /** Bytes of each attribute by name, with its type. */
  readonly attributes: ReadonlyMap<string, { readonly type: string; readonly value: DataView }>
  /** By channel half floats as bits, or floats; rows from top to bottom. */
  readonly channels: ReadonlyMap<string, Uint16Array | Float32Array>
}

/**
 * Reads a file of one part, scan lines, half floats and floats, ZIP: by "OpenEXR File Layout", a value at a time. Everything that such a
 * file promises is held.
 */
export function decodeExr(bytes: Uint8Array): Exr {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const need = (is: boolean, what: string) => {
    if (!is) throw new Error(`decodeExr: ${what} at ${at}`)
  }
  const word = (): string => {
    const from = at
    while (view.getUint8(at) !== 0) at++
    return String.fromCharCode(...bytes.subarray(from, at++))
  }
  const int = (): number => {
    at += 4
    return view.getInt32(at - 4, true)
  }
  need(int() === 20000630, 'no magic number')
  need(int() === 2, 'no plain version 2')
  const attributes = new Map<string, { type: string; value: DataView }>()
  for (let name = word(); name !== ''; name = word()) {
    const type = word()
    const size = int()
    attributes.set(name, { type, value: new DataView(bytes.buffer, bytes.byteOffset + at, size) })
    at += size
  }
  const value = (name: string): DataView => {
    const found = attributes.get(name)?.value
    if (!found) throw new Error(`decodeExr: no ${name}`)
    return found
  }
  for (const name of ['displayWindow', 'pixelAspectRatio', 'screenWindowCenter', 'screenWindowWidth']) value(name)
  need(value('compression').getUint8(0) === 3, 'no ZIP')
  need(value('lineOrder').getUint8(0) === 0, 'lines do not increase')
  const [left, top, right, bottom] = [0, 4, 8, 12].map((o) => value('dataWindow').getInt32(o, true)) as [number, number, number, number]
  need(left === 0 && top === 0, 'the window does not begin at 0')
  const [width, height] = [right + 1, bottom + 1]
  const names: string[] = []
  const wide = new Set<string>()
  const list = value('channels')
  for (let i = 0; list.getUint8(i) !== 0; ) {
    let name = ''
    for (; list.getUint8(i) !== 0; i++) name += String.fromCharCode(list.getUint8(i))
    i++
    const type = list.getInt32(i, true)
    need(type === 1 || type === 2, `${name} is no half float and no float`)
    if (type === 2) wide.add(name)
    need(list.getInt32(i + 8, true) === 1 && list.getInt32(i + 12, true) === 1, `${name} is sampled`)
    names.push(name)
    i += 16
  }
  need(
    names.every((n, i) => i === 0 || (names[i - 1] as string) < n),
    'channels are not in order',
  )
  const channels = new Map(names.map((n) => [n, wide.has(n) ? new Float32Array(width * height) : new Uint16Array(width * height)]))
  const blocks = Math.ceil(height / 16)
  const offsets = Array.from({ length: blocks }, (_, i) => Number(view.getBigUint64(at + i * 8, true)))
  at += blocks * 8
  for (let block = 0; block < blocks; block++) {
    need(offsets[block] === at, `block ${block} is not where the table says`)
    need(int() === block * 16, `block ${block} begins with another line`)
    const size = int()
    const lines = Math.min(16, height - block * 16)
    const full = lines * width * (names.length + wide.size) * 2
    const packed = bytes.subarray(at, at + size)
    at += size
    const raw = size === full ? packed : unzipped(unzlibSync(packed))
    need(raw.length === full, `block ${block} has ${raw.length} bytes instead of ${full}`)
    const values = new DataView(raw.buffer, raw.byteOffset)
    let from = 0
    for (let y = block * 16; y < block * 16 + lines; y++)
      for (const name of names)
        for (let x = 0; x < width; x++, from += wide.has(name) ? 4 : 2)
          channels.get(name)![y * width + x] = wide.has(name) ? values.getFloat32(from, true) : values.getUint16(from, true)
  }
  need(at === bytes.byteLength, 'bytes after the end')
  return { width, height, attributes, channels }
}

/** Differences summed, then first and second half interleaved. */
function unzipped(packed: Uint8Array): Uint8Array {
  const sums = packed.slice()
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i - 1]! + sums[i]! - 128) & 255
  const half = Math.ceil(sums.length / 2)
  return Uint8Array.from(sums, (_, i) => sums[i % 2 === 0 ? i / 2 : half + (i - 1) / 2]!)
}
