import type { Picture } from './picture'

const COLOUR = [0x9e3779b1n, 0x85ebca77n, 0xc2b2ae3dn, 0x27d4eb2fn]
const PLACE = [0x165667b1n, 0xd3a2646dn, 0xfd7046c5n, 0xb55a4f09n]
const SEED = [0x243f6a88n, 0x85a308d3n, 0x13198a2en, 0x03707344n]
const SHAPE = [
  [1n, 0n],
  [0n, 1n],
  [0x9e3779b1n, 0n],
  [0n, 0x85ebca77n],
] as const
const WORD = 2n ** 32n

/** Twin of shaders/picture-hash.wgsl and what follows it: 32 hexadecimal digits. */
export function pictureHash({ width, height, rgba }: Picture): string {
  return [0, 1, 2, 3]
    .map((lane) => {
      let sum = BigInt(width) * SHAPE[lane]![0] + BigInt(height) * SHAPE[lane]![1]
      for (let i = 0; i < width * height; i++) {
        const [r, g, b, a] = rgba.subarray(i * 4, i * 4 + 4)
        const colour = BigInt(r!) + BigInt(g!) * 256n + BigInt(b!) * 65536n + BigInt(a!) * 16777216n
        sum += mix32((colour * COLOUR[lane]! + BigInt(i) * PLACE[lane]! + SEED[lane]!) % WORD)
      }
      return (sum % WORD).toString(16).padStart(8, '0')
    })
    .join('')
}

/** MurmurHash3's 32-bit finaliser. */
function mix32(value: bigint): bigint {
  let h = value
  h = ((h ^ (h >> 16n)) * 0x85ebca6bn) % WORD
  h = ((h ^ (h >> 13n)) * 0xc2b2ae35n) % WORD
  return h ^ (h >> 16n)
}
