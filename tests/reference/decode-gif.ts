/** A moving picture as a reader sees it. */
export interface DecodedAnimation {
  readonly width: number
  readonly height: number
  /** 0 for ever; otherwise how many times. */
  readonly loop: number
  /** The palette that all share, 0xrrggbb. */
  readonly palette: readonly number[]
  /** Whole pictures, 0xrrggbb a pixel, and for how many units each is seen. */
  readonly frames: readonly { readonly codes: Int32Array; readonly ticks: number }[]
}

/** A slow, plain reader of GIF89a, as the specification says it; pictures are left where they are for the next. */
export function decodeGif(bytes: Uint8Array): DecodedAnimation {
  const u16 = (at: number): number => bytes[at]! | (bytes[at + 1]! << 8)
  const text = (at: number, n: number): string => String.fromCharCode(...bytes.subarray(at, at + n))
  if (text(0, 6) !== 'GIF89a') throw new Error('no GIF89a')
  const [width, height] = [u16(6), u16(8)]
  const tableAt = (at: number, bits: number): number[] =>
    Array.from({ length: 1 << bits }, (_, i) => (bytes[at + i * 3]! << 16) | (bytes[at + i * 3 + 1]! << 8) | bytes[at + i * 3 + 2]!)
  const flags = bytes[10]!
  const palette = flags & 0x80 ? tableAt(13, (flags & 7) + 1) : []
  let at = 13 + palette.length * 3
  let loop = 1
  let control = { delay: 0, clear: -1 }
  const screen = new Int32Array(width * height)
  const frames: { codes: Int32Array; ticks: number }[] = []
  const blocks = (): number[] => {
    const out: number[] = []
    for (; bytes[at] !== 0; at += bytes[at]! + 1) out.push(...bytes.subarray(at + 1, at + 1 + bytes[at]!))
    at++
    return out
  }
  while (bytes[at] !== 0x3b) {
    if (bytes[at] === 0x21) {
      const label = bytes[at + 1]!
      at += 2
      const data = blocks()
      if (label === 0xf9) {
        if (((data[0]! >> 2) & 7) !== 1) throw new Error('not left as it is')
        control = { delay: data[1]! | (data[2]! << 8), clear: data[0]! & 1 ? data[3]! : -1 }
      } else if (label === 0xff) {
        const times = data[12]! | (data[13]! << 8)
        loop = times === 0 ? 0 : times + 1
      }
    } else if (bytes[at] === 0x2c) {
      const [x, y, w, h] = [u16(at + 1), u16(at + 3), u16(at + 5), u16(at + 7)]
      const own = bytes[at + 9]!
      at += 10
      const table = own & 0x80 ? tableAt(at, (own & 7) + 1) : palette
      if (own & 0x80) at += table.length * 3
      const bits = bytes[at++]!
      const indices = unLzw(blocks(), bits)
      if (indices.length !== w * h) throw new Error(`expected ${w * h} pixels, got ${indices.length}`)
      indices.forEach((index, i) => {
        if (index === control.clear) return
        if (index >= table.length) throw new Error(`index ${index} outside the table`)
        screen[(y + Math.floor(i / w)) * width + x + (i % w)] = table[index]!
      })
      frames.push({ codes: screen.slice(), ticks: control.delay })
    } else throw new Error(`byte ${at}: no block begins with ${bytes[at]}`)
  }
  if (at !== bytes.length - 1) throw new Error('bytes behind the end')
  return { width, height, loop, palette, frames }
}

function unLzw(data: readonly number[], bits: number): number[] {
  const clear = 1 << bits
  const out: number[] = []
  let table: number[][] = []
  let size = bits + 1
  let last: number[] | undefined
  let bit = 0
  for (;;) {
    let code = 0
    for (let i = 0; i < size; i++, bit++) {
      if (bit >= data.length * 8) throw new Error('no end code')
      code |= ((data[bit >> 3]! >> (bit & 7)) & 1) << i
    }
    if (code === clear) {
      table = Array.from({ length: clear + 2 }, (_, i) => [i])
      size = bits + 1
      last = undefined
      continue
    }
    if (code === clear + 1) return out
    const entry: number[] | undefined = table[code] ?? (last && code === table.length ? [...last, last[0]!] : undefined)
    if (!entry) throw new Error(`code ${code} of ${table.length}`)
    out.push(...entry)
    if (last && table.length < 4096) {
      table.push([...last, entry[0]!])
      if (table.length === 1 << size && size < 12) size++
    }
    last = entry
  }
}
