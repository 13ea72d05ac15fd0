import {
  Dither,
  EVEN_TONE,
  hasShotTone,
  type PaletteSet,
  PixelGrade,
  type Probe,
  paletteSetFor,
  type Size,
  type Style,
  shotTone,
  type Tone,
} from '../departments/retro'
import type { ShotSlice } from '../film'

/** Makes the machine's pixels of a frame, small and plain, for a style and the shot's tone. */
export type MakeProbe = (slice: ShotSlice, frame: number, style: Style, tone: Tone | null) => Promise<Probe>

/** What of a style each shot settles. */
export interface ShotSettings {
  /** Its colours; null where it keeps all. */
  readonly palettes: PaletteSet | null
  /** Its curve of tones; null where the style asks for none. */
  readonly tone: Tone | null
}

/**
 * Settles a shot's colours as `paletteSetFor` does, here or in another thread: it takes up to half a second, which a page
 * does not have.
 */
export type SolvePalettes = (style: Style, probes: readonly Probe[]) => PaletteSet | null | Promise<PaletteSet | null>

/**
 * A probe of light as it was read back.
 * @param bytes rgba16uint texels, top row first.
 */
export function probeOf({ width, height }: Size, bytes: Uint8Array<ArrayBuffer>): Probe {
  const texels = new Uint16Array(bytes.buffer)
  const light = new Uint16Array(3 * width * height)
  for (let from = 0, to = 0; to < light.length; from += 4) {
    light[to++] = texels[from] as number
    light[to++] = texels[from + 1] as number
    light[to++] = texels[from + 2] as number
  }
  return { width, height, light }
}

/** Where in a shot colours are looked for, in parts of its length: near its ends and, if it is long, in its middle. */
const LOOKED_AT = { short: [0.2, 0.8], long: [0.12, 0.5, 0.88] } as const
/** A shot of more seconds is long. */
const LONG_S = 4

/** A style's pixels with all their colours and without a grade: tones are settled by the picture as it was shot. */
export const plainPixels = (style: Style): Style => ({
  ...style,
  grade: PixelGrade.parse({}),
  ...{ posterise: null, palette: null, mixes: null, limits: null, dither: Dither.parse({}) },
})

/** Whether a style leaves colours open that only the shot settles. */
export function isSettledByShot({ limits, mixes }: Style): boolean {
  if (limits?.kind === 'attributes') return limits.shared > 0
  return limits !== null || (mixes !== null && mixes.count !== null)
}

/**
 * The colours and tones of each shot in each style. They depend on the shot and the style and on nothing else, so that every
 * frame of a shot has the same ones however it was come by, and still parts stay still.
 */
export class ShotPalettes {
  readonly #probe: MakeProbe
  readonly #solve: SolvePalettes
  /** By style; without its aliases two equal styles are one. */
  readonly #plain = new Map<string, ShotSettings>()
  #settled = new WeakMap<ShotSlice, Map<string, ShotSettings>>()

  constructor(probe: MakeProbe, solve: SolvePalettes = paletteSetFor) {
    this.#probe = probe
    this.#solve = solve
  }

  /** The colours and tones of a shot in a style; undefined where `settle` has to be awaited first. */
  of(slice: ShotSlice, style: Style): ShotSettings | undefined {
    if (isSettledByShot(style) || hasShotTone(style.grade)) return this.#settled.get(slice)?.get(keyOf(style))
    return this.#plainOf(style)
  }

  /** Looks at a shot, and settles its colours and tones; at once where that is done. The shot must be on stage. */
  async settle(slice: ShotSlice, style: Style): Promise<void> {
    if (this.of(slice, style) !== undefined) return
    const { frames: length, fps } = slice.shot
    const places = (length * fps.den) / fps.num > LONG_S ? LOOKED_AT.long : LOOKED_AT.short
    const frames = [...new Set(places.map((part) => Math.floor(part * length)))]
    const look = async (as: Style, tone: Tone | null): Promise<readonly Probe[]> => {
      const probes: Probe[] = []
      for (const frame of frames) probes.push(await this.#probe(slice, frame, as, tone))
      return probes
    }
    // Tones first: colours are chosen for what they leave.
    const tone = hasShotTone(style.grade) ? shotTone(style.grade, await look(plainPixels(style), EVEN_TONE)) : null
    const open = isSettledByShot(style)
    const palettes = open ? await this.#solve(style, await look(style, tone)) : this.#plainOf(style).palettes
    const settings = this.#settled.get(slice) ?? new Map<string, ShotSettings>()
    settings.set(keyOf(style), { palettes, tone })
    this.#settled.set(slice, settings)
  }

  /** What a style has in every shot. */
  #plainOf(style: Style): ShotSettings {
    const key = keyOf(style)
    const known = this.#plain.get(key) ?? { palettes: paletteSetFor(style, []), tone: null }
    this.#plain.set(key, known)
    return known
  }
}

const keys = new WeakMap<Style, string>()

/** Equal for styles that look alike. */
export function keyOf(style: Style): string {
  let key = keys.get(style)
  if (key === undefined) {
    const { id: _id, name: _name, aliases: _aliases, about: _about, group: _group, ...look } = style
    key = JSON.stringify(look)
    keys.set(style, key)
  }
  return key
}
