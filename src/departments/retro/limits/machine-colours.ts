import type { Mixes } from '../style/index'
import { oklabOf } from './shot-colours'

/** Which colours a machine can make. */
export interface MachineColours {
  /** The one of them nearest to 0xrrggbb: in OKLab of a list, in sRGB codes of levels. */
  snap(code: number): number
  /** All of them where they are listed. */
  readonly all: readonly number[] | null
}

/** `#rrggbb` as 0xrrggbb, and back. */
export const codeOf = (hex: string): number => Number.parseInt(hex.slice(1), 16)
export const hexOf = (code: number): string => `#${code.toString(16).padStart(6, '0')}`

/** Eight-bit codes of so many even levels. */
export const evenCodes = (levels: number): readonly number[] =>
  Array.from({ length: levels }, (_, i) => Math.floor((2 * i * 255 + levels - 1) / (2 * (levels - 1))))

/** The eight-bit codes of each channel's levels. */
export const codesOf = ({ levels, codes }: Pick<Mixes, 'levels' | 'codes'>): readonly (readonly number[])[] =>
  levels.map((n) => (codes && codes.length === n ? codes : evenCodes(n)))

/** A machine that mixes its colours. */
export function mixingMachine(mixes: Pick<Mixes, 'levels' | 'codes'>): MachineColours {
  const tables = codesOf(mixes).map((codes) =>
    Uint8Array.from({ length: 256 }, (_, v) => codes.reduce((best, code) => (Math.abs(code - v) < Math.abs(best - v) ? code : best))),
  )
  return {
    snap: (code) => (tables[0]![(code >> 16) & 255]! << 16) | (tables[1]![(code >> 8) & 255]! << 8) | tables[2]![code & 255]!,
    all: null,
  }
}

/** A machine with a list of colours. */
export function listMachine(palette: readonly string[]): MachineColours {
  const all = palette.map(codeOf)
  const at = all.map(oklabOf)
  const known = new Map<number, number>()
  return {
    all,
    snap(code) {
      let found = known.get(code)
      if (found === undefined) {
        const [l, a, b] = oklabOf(code)
        let best = Number.POSITIVE_INFINITY
        found = 0
        at.forEach(([pl, pa, pb], i) => {
          const far = (pl - l) ** 2 + (pa - a) ** 2 + (pb - b) ** 2
          if (far < best) [best, found] = [far, all[i]!]
        })
        known.set(code, found)
      }
      return found
    },
  }
}
