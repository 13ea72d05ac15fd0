import { type Diagnostic, InputError, type Vec3 } from '../../film'
import type { ColourTable } from './style/index'

/** Colours along each edge of the table that a one-dimensional file becomes. */
const SIZE_OF_1D = 33

/**
 * Reads a `.cube` file (Adobe Cube LUT Specification 1.0): `LUT_3D_SIZE` 2 to 65, or `LUT_1D_SIZE` 2 to 65536, which
 * becomes a table of 33³; `DOMAIN_MIN`, `DOMAIN_MAX`, and `LUT_3D_INPUT_RANGE` as some programs write it.
 * @param file name for messages.
 * @throws InputError with every line that is wrong (the first twenty).
 */
export function readCube(text: string, file?: string): ColourTable {
  const found: Diagnostic[] = []
  const wrong = (line: number, message: string, remedy: string, value?: string) =>
    found.push({
      severity: 'error',
      rule: 'cube.syntax',
      message,
      remedy,
      line,
      column: line ? 1 : 0,
      ...(file ? { file } : {}),
      ...(value === undefined ? {} : { value: value.slice(0, 120) }),
    })
  let size = 0
  let flat = false
  let sizeLine = 0
  let low: Vec3 = [0, 0, 0]
  let high: Vec3 = [1, 1, 1]
  const values: number[] = []
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, i) => {
      const line = i + 1
      const words = raw.replace(/#.*/, '').trim()
      if (!words || /^TITLE\b/i.test(words)) return
      const [word = '', ...rest] = words.split(/\s+/)
      const numbers = rest.map(number)
      switch (word.toUpperCase()) {
        case 'LUT_3D_SIZE':
        case 'LUT_1D_SIZE': {
          const most = /3D/i.test(word) ? 65 : 65536
          const [n = Number.NaN] = numbers
          if (size) wrong(line, `the size is given a second time, first on line ${sizeLine}`, 'keep one of them', words)
          else if (rest.length !== 1 || !Number.isInteger(n) || n < 2 || n > most)
            wrong(line, `${word} must be a whole number from 2 to ${most}`, `write e.g. "${word} 33"`, words)
          else [size, flat, sizeLine] = [n, /1D/i.test(word), line]
          return
        }
        case 'DOMAIN_MIN':
        case 'DOMAIN_MAX':
          if (numbers.length !== 3 || numbers.some(Number.isNaN))
            wrong(line, `${word} needs three numbers`, `write e.g. "${word} 0 0 0"`, words)
          else if (/MIN/i.test(word)) low = numbers as [number, number, number]
          else high = numbers as [number, number, number]
          return
        case 'LUT_3D_INPUT_RANGE':
        case 'LUT_1D_INPUT_RANGE': {
          const [a = Number.NaN, b = Number.NaN] = numbers
          if (rest.length !== 2 || Number.isNaN(a) || Number.isNaN(b))
            wrong(line, `${word} needs two numbers`, `write e.g. "${word} 0 1"`, words)
          else
            [low, high] = [
              [a, a, a],
              [b, b, b],
            ]
          return
        }
        default: {
          const colour = [word, ...rest].map(number)
          if (/^[A-Z_]/i.test(word) && Number.isNaN(colour[0]))
            wrong(line, `${word} is not a keyword of .cube files`, 'remove the line', words)
          else if (colour.length !== 3 || colour.some(Number.isNaN))
            wrong(line, 'a colour is three numbers', 'write red, green and blue', words)
          else {
            values.push(...colour)
            if (!size) wrong(line, 'a colour stands before the size', 'put LUT_3D_SIZE first', words)
          }
        }
      }
    })
  const expected = flat ? size : size ** 3
  if (!size && !found.length) wrong(0, 'no LUT_3D_SIZE or LUT_1D_SIZE', 'is it a .cube file?')
  else if (!found.length && values.length !== expected * 3)
    wrong(sizeLine, `${expected} colours are announced and ${values.length / 3} are there`, 'the file is cut short or the size is wrong')
  if (low.some((v, k) => v >= high[k]!))
    wrong(0, `DOMAIN_MIN ${low.join(' ')} is not below DOMAIN_MAX ${high.join(' ')}`, 'correct the domain')
  if (found.length) throw new InputError(found.slice(0, 20))
  return flat ? cubed({ size, low, high, values }) : { size, low: [...low], high: [...high], values }
}

/** A word as a number; NaN for anything else, hexadecimals and empty words included. */
const number = (word: string): number => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : Number.NaN)

/** A table of three curves as one of colours. */
function cubed({ size, low, high, values }: { size: number; low: Vec3; high: Vec3; values: readonly number[] }): ColourTable {
  const curve = (channel: number, part: number): number => {
    const at = part * (size - 1)
    const i = Math.min(Math.floor(at), size - 2)
    return values[i * 3 + channel]! + (values[i * 3 + 3 + channel]! - values[i * 3 + channel]!) * (at - i)
  }
  const n = SIZE_OF_1D
  const table: number[] = []
  for (let b = 0; b < n; b++)
    for (let g = 0; g < n; g++) for (let r = 0; r < n; r++) table.push(curve(0, r / (n - 1)), curve(1, g / (n - 1)), curve(2, b / (n - 1)))
  return { size: n, low: [...low], high: [...high], values: table }
}

/** The colour that a table gives for one, between its entries trilinear; outside the table its edge. */
export function tableColour({ size, low, high, values }: ColourTable, colour: Vec3): Vec3 {
  const at = colour.map((v, k) => Math.min(Math.max((v - low[k]!) / (high[k]! - low[k]!), 0), 1) * (size - 1))
  const cell = at.map((v) => Math.min(Math.floor(v), size - 2))
  const part = at.map((v, k) => v - cell[k]!)
  const out: [number, number, number] = [0, 0, 0]
  for (let corner = 0; corner < 8; corner++) {
    let weight = 1
    let index = 0
    for (let k = 2; k >= 0; k--) {
      const far = (corner >> k) & 1
      weight *= far ? part[k]! : 1 - part[k]!
      index = index * size + cell[k]! + far
    }
    for (let k = 0; k < 3; k++) out[k]! += weight * values[index * 3 + k]!
  }
  return out
}

/**
 * A table with at most `most` colours along each edge, which is as many as the renderer applies: between its entries it
 * is taken as trilinear. Values have five decimals. One that is small enough is given back as it is.
 */
export function thinnedTable(table: ColourTable, most: number): ColourTable {
  if (table.size <= most) return table
  const { low, high } = table
  const along = (k: 0 | 1 | 2, i: number) => low[k]! + ((high[k]! - low[k]!) * i) / (most - 1)
  const values: number[] = []
  for (let b = 0; b < most; b++)
    for (let g = 0; g < most; g++)
      for (let r = 0; r < most; r++)
        for (const v of tableColour(table, [along(0, r), along(1, g), along(2, b)])) values.push(Math.round(v * 1e5) / 1e5)
  return { size: most, low, high, values }
}
