import {
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  NoColorSpace,
  RepeatWrapping,
  RGBAFormat,
  UnsignedByteType,
} from 'three/webgpu'
import { hash32, mix32, smoothstep } from '../../film'

const SIZE = 256
/** Folds from edge to edge of the tile. */
const FOLDS = 8

/** Pictures that all cloth is drawn with, four bytes a texel. */
export interface ClothBake {
  /** Red and green the slope along and across, blue the height of folds. */
  readonly folds: Uint8Array<ArrayBuffer>
  /** Red large blotches, green specks, blue rents (long and ragged), alpha runs of wet and blood. */
  readonly wear: Uint8Array<ArrayBuffer>
}

/** Bakes what all cloth is drawn with: the same every time. */
export const bakeCloth = (): ClothBake => ({ folds: foldRelief(), wear: wearMarks() })

/** Smooth noise that repeats after `period` cells each way, 0 to 1. */
function tiled(seed: number, period: readonly [number, number]) {
  const at = (x: number, y: number) => {
    const [i, j] = [((x % period[0]) + period[0]) % period[0], ((y % period[1]) + period[1]) % period[1]]
    return mix32(seed + Math.imul(i, 73856093) + Math.imul(j, 19349663)) / 4294967296
  }
  return (u: number, v: number): number => {
    const [x, y] = [u * period[0], v * period[1]]
    const [i, j] = [Math.floor(x), Math.floor(y)]
    const [s, t] = [x - i, y - j]
    const [a, b] = [s * s * (3 - 2 * s), t * t * (3 - 2 * t)]
    return (at(i, j) * (1 - a) + at(i + 1, j) * a) * (1 - b) + (at(i, j + 1) * (1 - a) + at(i + 1, j + 1) * a) * b
  }
}

/** By how many folds cloth runs aside. Waves, for noise on a grid would have corners. Repeats. */
function bend(u: number, v: number): number {
  const wave = (across: number, up: number, phase: number) => Math.sin(2 * Math.PI * (across * u + up * v + phase))
  return 0.55 * wave(2, 1, 0.13) + 0.4 * wave(1, -2, 0.57) + 0.22 * wave(3, 1, 0.8) + 0.1 * wave(5, 4, 0.34)
}

/** Height of gathered cloth, 0 to 1: long rounded folds with pinched valleys that begin, end and run into one another. Repeats. */
function foldHeight(): (u: number, v: number) => number {
  const length = tiled(hash32('fold-length'), [3, FOLDS])
  const size = tiled(hash32('fold-size'), [2, 5])
  return (u, v) => {
    const w = v * FOLDS + bend(u, v)
    const cell = Math.floor(w)
    const t = w - cell
    const crest = Math.sin(Math.PI * t) ** 0.75
    const lives = smoothstep(0.28, 0.62, length(u, (((cell % FOLDS) + FOLDS) % FOLDS) / FOLDS + 0.5 / FOLDS))
    return crest * lives * (0.45 + 0.55 * size(u, v)) + 0.3 * size(v, u)
  }
}

/** One of cloth's pictures as a texture. */
export function clothTexture(bytes: Uint8Array<ArrayBuffer>): DataTexture {
  const t = new DataTexture(bytes, SIZE, SIZE, RGBAFormat, UnsignedByteType)
  t.colorSpace = NoColorSpace
  t.wrapS = RepeatWrapping
  t.wrapT = RepeatWrapping
  t.magFilter = LinearFilter
  t.minFilter = LinearMipmapLinearFilter
  t.generateMipmaps = true
  t.needsUpdate = true
  return t
}

/** Gradients are stored as 0.5 + g / (2 · this), heights a tile. */
export const GRADIENT_RANGE = 24

/** Folds as a picture; filtered, so it never shimmers. */
function foldRelief(): Uint8Array<ArrayBuffer> {
  const height = foldHeight()
  const grid = new Float32Array(SIZE * SIZE)
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) grid[y * SIZE + x] = height(x / SIZE, y / SIZE)
  const bytes = new Uint8Array(SIZE * SIZE * 4)
  const slope = (d: number) => Math.max(0, Math.min(255, Math.round(127.5 + (127.5 * d * SIZE) / (2 * GRADIENT_RANGE))))
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const at = (i: number, j: number) => grid[((y + j + SIZE) % SIZE) * SIZE + ((x + i + SIZE) % SIZE)]!
      bytes.set(
        [slope(at(1, 0) - at(-1, 0)), slope(at(0, 1) - at(0, -1)), Math.min(255, Math.round(at(0, 0) * 220)), 255],
        (y * SIZE + x) * 4,
      )
    }
  return bytes
}

/** What wear looks like. */
function wearMarks(): Uint8Array<ArrayBuffer> {
  const layers = (name: string, periods: readonly (readonly [number, number])[]) => {
    const all = periods.map((p, i) => tiled(hash32(`${name}-${i}`), p))
    return (u: number, v: number) => all.reduce((sum, f, i) => sum + f(u, v) * 0.5 ** (i + 1), 0) / (1 - 0.5 ** all.length)
  }
  const blotch = layers('blotch', [
    [4, 4],
    [9, 9],
    [20, 20],
    [44, 44],
  ])
  const speck = layers('speck', [
    [38, 38],
    [90, 90],
  ])
  const rent = layers('rent', [
    [5, 3],
    [11, 7],
    [40, 22],
  ])
  const run = layers('run', [
    [22, 3],
    [60, 7],
  ])
  const bytes = new Uint8Array(SIZE * SIZE * 4)
  const byte = (v: number) => Math.max(0, Math.min(255, Math.round(v * 255)))
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const [u, v] = [x / SIZE, y / SIZE]
      bytes.set([byte(blotch(u, v)), byte(speck(u, v)), byte(rent(u, v)), byte(run(u, v))], (y * SIZE + x) * 4)
    }
  return bytes
}
