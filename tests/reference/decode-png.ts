import { inflateSync } from 'node:zlib'
import { emptyPicture, type Picture } from './picture'

/** Suggested palettes (`sPLT`, 8 bits a sample) of a PNG file in their order, of colours as 0xrrggbb; none where it has none. */
export function suggestedPalettes(png: Uint8Array): number[][] {
  const buffer = Buffer.from(png)
  const palettes: number[][] = []
  for (let at = 8; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at)
    if (buffer.toString('latin1', at + 4, at + 8) === 'sPLT') {
      const data = buffer.subarray(at + 8, at + 8 + length)
      const name = data.indexOf(0)
      if (name < 1 || data[name + 1] !== 8 || (length - name - 2) % 6 !== 0) throw new Error('a suggested palette of another kind')
      palettes.push(Array.from({ length: (length - name - 2) / 6 }, (_, i) => data.readUIntBE(name + 2 + 6 * i, 3)))
    }
    at += 12 + length
  }
  return palettes
}

/** A slow, plain reader of PNG files: 1 to 8 bits indexed, 8 bits RGB or RGBA, not interlaced. @throws Error for any other file. */
export function decodePng(png: Uint8Array): Picture {
  const buffer = Buffer.from(png)
  if (buffer.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at)
    const name = buffer.toString('latin1', at + 4, at + 8)
    chunks.set(name, Buffer.concat([chunks.get(name) ?? Buffer.alloc(0), buffer.subarray(at + 8, at + 8 + length)]))
    at += 12 + length
  }
  const header = chunks.get('IHDR')!
  const [width, height, depth, type, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8]!, header[9]!, header[12]!]
  const channels = { 2: 3, 3: 1, 6: 4 }[type]
  if (!channels || interlaced !== 0 || (type !== 3 && depth !== 8)) throw new Error(`a PNG of type ${type} with ${depth} bits`)
  const raw = inflateSync(chunks.get('IDAT')!)
  const stride = Math.ceil((width * channels * depth) / 8)
  if (raw.length !== (stride + 1) * height) throw new Error('data of another size')
  const bytes = Math.max(1, (channels * depth) >> 3)
  const flat = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++)
    for (let i = 0; i < stride; i++) {
      const a = i < bytes ? 0 : flat[y * stride + i - bytes]!
      const b = y === 0 ? 0 : flat[(y - 1) * stride + i]!
      const c = i < bytes || y === 0 ? 0 : flat[(y - 1) * stride + i - bytes]!
      const p = a + b - c
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
      const guess = [0, a, b, (a + b) >> 1, pa <= pb && pa <= pc ? a : pb <= pc ? b : c][raw[y * (stride + 1)]!]!
      flat[y * stride + i] = raw[y * (stride + 1) + 1 + i]! + guess
    }
  const palette = chunks.get('PLTE')
  const picture = emptyPicture(width, height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 4
      if (type !== 3) {
        picture.rgba.set([...flat.subarray(y * stride + x * channels, y * stride + x * channels + channels), 255].slice(0, 4), to)
        continue
      }
      const index = (flat[y * stride + ((x * depth) >> 3)]! >> (8 - depth - ((x * depth) & 7))) & ((1 << depth) - 1)
      if (!palette || 3 * index >= palette.length) throw new Error('an index outside the palette')
      picture.rgba.set([...palette.subarray(3 * index, 3 * index + 3), 255], to)
    }
  return picture
}
