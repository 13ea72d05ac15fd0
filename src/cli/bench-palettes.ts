import { coordinates, type Probe, paletteSetFor, styleByName } from '../departments/retro'
import { random } from '../film'

/** Machines whose palettes are chosen in four ways: by cells, by tiles, by fixed colours, for the whole picture. */
const MACHINES = ['nes', 'snes', 'c64', 'vga'] as const

/** Whole pictures of an NES that palettes are chosen from, and how often the choice is measured. */
const PICTURES = { width: 256, height: 240, count: 3 }
const ROUNDS = 7

/** What a choice of palettes costs. */
export interface PaletteBench {
  /** Median milliseconds of one look at every pixel of the pictures: its place in OKLab. */
  readonly lookMs: number
  /** By style: median milliseconds of the choice, and its ratio to that look. */
  readonly styles: Readonly<Record<string, { readonly ms: number; readonly ratio: number }>>
}

/** Measures by turns how long palettes for a shot take, from three pictures of ramps and discs in seeded colours. */
export function benchPalettes(now: () => number): PaletteBench {
  const probes = Array.from({ length: PICTURES.count }, (_, i) => picture(`palettes ${i}`))
  const works: readonly (readonly [string, () => unknown])[] = [
    ['', () => probes.reduce((sum, { light }) => sum + lookAt(light), 0)],
    ...MACHINES.map((id) => [id, () => paletteSetFor(styleByName(id), probes)] as const),
  ]
  const times = works.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, [, work]] of works.entries()) {
      const from = now()
      work()
      times[i]?.push(now() - from)
    }
  const [lookMs = 0, ...chosen] = times.map((ms) => ms.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0)
  return { lookMs, styles: Object.fromEntries(MACHINES.map((id, i) => [id, { ms: chosen[i] ?? 0, ratio: (chosen[i] ?? 0) / lookMs }])) }
}

function lookAt(light: Uint16Array): number {
  let sum = 0
  for (let i = 0; i < light.length; i += 3) sum += coordinates([light[i] ?? 0, light[i + 1] ?? 0, light[i + 2] ?? 0], 'oklab')[0]
  return sum
}

/** A picture in linear light of 16 bits: a ramp between four colours with three discs on it. */
function picture(key: string): Probe {
  const { width, height } = PICTURES
  const { int } = random(key)
  const colour = (): number[] => [0, 1, 2].map(() => int(0, 65_535))
  const corners = [colour(), colour(), colour()]
  const discs = [0, 1, 2].map(() => ({ x: int(0, width), y: int(0, height), r: int(8, width / 4), colour: colour() }))
  const light = new Uint16Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const disc = discs.find((d) => (d.x - x) ** 2 + (d.y - y) ** 2 < d.r ** 2)
      const weights = [(1 - x / width) * (1 - y / height), x / width, (1 - x / width) * (y / height)]
      for (let c = 0; c < 3; c++)
        light[3 * (y * width + x) + c] = disc?.colour[c] ?? weights.reduce((sum, w, i) => sum + w * (corners[i]?.[c] ?? 0), 0)
    }
  return { width, height, light }
}
