import { inflateSync } from 'node:zlib'
import type { DecodedAnimation } from './decode-gif'

/** An APNG as a reader sees it, and how its pixels are stored. */
export interface DecodedApng extends DecodedAnimation {
  readonly depth: number
  readonly colourType: number
  /** Units to a second, as each picture has them. */
  readonly rates: readonly string[]
}

/** A slow, plain reader of the APNG files that are written: indexed or true colour, no interlace, pictures left as they are. */
export function decodeApng(png: Uint8Array): DecodedApng {
  const buffer = Buffer.from(png)
  if (buffer.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG')
  let [width, height, depth, colourType, loop, promised, sequence] = [0, 0, 0, 0, 0, 0, 0]
  let palette: number[] = []
  let alpha: number[] = []
  let screen = new Int32Array(0)
  let control: Buffer | undefined
  let data: Buffer[] = []
  const frames: { codes: Int32Array; ticks: number }[] = []
  const rates: string[] = []

  const show = (): void => {
    if (!control) return
    const [w, h, x, y] = [4, 8, 12, 16].map((at) => control!.readUInt32BE(at)) as [number, number, number, number]
    if (control[24] !== 0) throw new Error('not left as it is')
    const pixels = unfiltered(inflateSync(Buffer.concat(data)), w, h, depth, colourType)
    pixels.forEach((value, i) => {
      const clear = colourType === 3 && (alpha[value] ?? 255) === 0
      if (clear && control![25] === 1) return
      if (clear) throw new Error('a hole that is not blended')
      if (colourType === 3 && value >= palette.length) throw new Error('an index outside the palette')
      screen[(y + Math.floor(i / w)) * width + x + (i % w)] = colourType === 3 ? palette[value]! : value
    })
    frames.push({ codes: screen.slice(), ticks: control.readUInt16BE(20) })
    rates.push(`${control.readUInt16BE(20)}/${control.readUInt16BE(22)}`)
    data = []
  }
  const next = (value: number): void => {
    if (value !== sequence++) throw new Error(`sequence: expected ${sequence - 1}, got ${value}`)
  }

  for (let at = 8; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at)
    const body = buffer.subarray(at + 8, at + 8 + length)
    switch (buffer.toString('latin1', at + 4, at + 8)) {
      case 'IHDR':
        ;[width, height, depth, colourType] = [body.readUInt32BE(0), body.readUInt32BE(4), body[8]!, body[9]!]
        screen = new Int32Array(width * height)
        break
      case 'acTL':
        ;[promised, loop] = [body.readUInt32BE(0), body.readUInt32BE(4)]
        break
      case 'PLTE':
        palette = Array.from({ length: length / 3 }, (_, i) => body.readUIntBE(i * 3, 3))
        break
      case 'tRNS':
        alpha = [...body]
        break
      case 'fcTL':
        show()
        next(body.readUInt32BE(0))
        control = body
        break
      case 'IDAT':
        data.push(body)
        break
      case 'fdAT':
        next(body.readUInt32BE(0))
        data.push(body.subarray(4))
        break
      case 'IEND':
        show()
    }
    at += 12 + length
  }
  if (promised !== frames.length) throw new Error(`expected ${promised} pictures, got ${frames.length}`)
  return { width, height, depth, colourType, loop, palette, frames, rates }
}

function unfiltered(raw: Buffer, width: number, height: number, depth: number, colourType: number): number[] {
  const channels = colourType === 3 ? 1 : 3
  const stride = Math.ceil((width * channels * depth) / 8)
  if (raw.length !== (stride + 1) * height) throw new Error('data of another size')
  const flat = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++)
    for (let i = 0; i < stride; i++) {
      const a = i < channels ? 0 : flat[y * stride + i - channels]!
      const b = y === 0 ? 0 : flat[(y - 1) * stride + i]!
      const c = i < channels || y === 0 ? 0 : flat[(y - 1) * stride + i - channels]!
      const p = a + b - c
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
      const guess = [0, a, b, (a + b) >> 1, pa <= pb && pa <= pc ? a : pb <= pc ? b : c][raw[y * (stride + 1)]!]!
      flat[y * stride + i] = raw[y * (stride + 1) + 1 + i]! + guess
    }
  return Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    if (colourType !== 3) {
      const at = y * stride + x * 3
      return (flat[at]! << 16) | (flat[at + 1]! << 8) | flat[at + 2]!
    }
    return (flat[y * stride + ((x * depth) >> 3)]! >> (8 - depth - ((x * depth) & 7))) & ((1 << depth) - 1)
  })
}
