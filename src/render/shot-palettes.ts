import { type PaletteSet, type Probe, paletteSetFor, type Size, type Style } from '../departments/retro'
import type { ShotSlice } from '../film'

/** Makes the machine's pixels of a frame, small and plain, for a style. */
export type MakeProbe = (slice: ShotSlice, frame: number, style: Style) => Promise<Probe>

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
  return { width, height, light: new Uint16Array(bytes.buffer).filter((_, i) => i % 4 < 3) }
}

/** Where in a shot colours are looked for, in parts of its length: near its ends and, if it is long, in its middle. */
const LOOKED_AT = { short: [0.2, 0.8], long: [0.12, 0.5, 0.88] } as const
/** A shot of more seconds is long. */
const LONG_S = 4

/** Whether a style leaves colours open that only the shot settles. */
export function isSettledByShot({ limits, mixes }: Style): boolean {
  if (limits?.kind === 'attributes') return limits.shared > 0
  return limits !== null || (mixes !== null && mixes.count !== null)
}

/**
 * The colours of each shot in each style. They depend on the shot and the style and on nothing else, so that every frame
 * of a shot has the same ones however it was come by, and still parts stay still.
 */
export class ShotPalettes {
  readonly #probe: MakeProbe
  readonly #solve: SolvePalettes
  /** By style; without its aliases two equal styles are one. */
  readonly #plain = new Map<string, PaletteSet | null>()
  #settled = new WeakMap<ShotSlice, Map<string, PaletteSet | null>>()

  constructor(probe: MakeProbe, solve: SolvePalettes = paletteSetFor) {
    this.#probe = probe
    this.#solve = solve
  }

  /** The colours of a shot in a style; null where it keeps all, undefined where `settle` has to be awaited first. */
  of(slice: ShotSlice, style: Style): PaletteSet | null | undefined {
    const key = keyOf(style)
    if (isSettledByShot(style)) return this.#settled.get(slice)?.get(key)
    let set = this.#plain.get(key)
    if (set === undefined) {
      set = paletteSetFor(style, [])
      this.#plain.set(key, set)
    }
    return set
  }

  /** Looks at a shot, and settles its colours; at once where that is done. The shot must be on stage. */
  async settle(slice: ShotSlice, style: Style): Promise<void> {
    if (this.of(slice, style) !== undefined) return
    const probes: Probe[] = []
    const { frames: length, fps } = slice.shot
    const places = (length * fps.den) / fps.num > LONG_S ? LOOKED_AT.long : LOOKED_AT.short
    const frames = [...new Set(places.map((part) => Math.floor(part * length)))]
    for (const frame of frames) probes.push(await this.#probe(slice, frame, style))
    const set = await this.#solve(style, probes)
    const sets = this.#settled.get(slice) ?? new Map<string, PaletteSet | null>()
    sets.set(keyOf(style), set)
    this.#settled.set(slice, sets)
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
