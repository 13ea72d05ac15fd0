import { PipelineError } from '../../pipeline'
import { concatBytes } from '../concat-bytes'
import { type AnimationShape, type Patch, SAME, type WriteBytes } from './animation-writer'
import { lzwBlocks } from './lzw'
import type { AnimationTrack } from './open-animation'
import { different, filled, placed } from './picture-patch'

/**
 * GIF89a. Its colours are the palette given, in that order; without one they are collected as they occur, while there are
 * at most 256, and a picture with more new ones has colours of its own. Pixels that did not change are transparent.
 */
export async function openGif(shape: AnimationShape, write: WriteBytes): Promise<AnimationTrack> {
  const { width, height, loop = 0 } = shape
  const shared = new Map((shape.palette ?? []).map((colour, i) => [colour, i]))
  // What is not known yet takes the room of all that may come.
  const tableBits = shape.palette ? bitsFor(shape.palette.length + 1) : 8
  const head = (): Uint8Array =>
    concatBytes([
      ascii('GIF89a'),
      Uint8Array.from([...u16(width), ...u16(height), 0xf0 | (tableBits - 1), 0, 0]),
      colourTable([...shared.keys()], tableBits),
      ...(loop === 1
        ? []
        : [Uint8Array.from([0x21, 0xff, 11]), ascii('NETSCAPE2.0'), Uint8Array.from([3, 1, ...u16(Math.max(0, loop - 1)), 0])]),
    ])
  let at = 0
  let frames = 0
  const put = async (bytes: Uint8Array): Promise<void> => {
    await write(at, bytes)
    at += bytes.length
  }
  await put(head())

  return {
    grid: 1,
    ticksASecond: 100,
    ticks: [2, 65535],
    async frame(patch, codes, ticks) {
      frames++
      const table = tableFor(patch, () => filled(patch, codes, width), shared, shape.palette !== undefined, 1 << tableBits, frames)
      const { pixels, holes } = table.patch
      const clear = table.colours.size
      const indices = placed(pixels, new Map([...table.colours, [SAME, clear]]), (code) => {
        throw new Error(`GIF: ${code} has no place`)
      })
      const bits = bitsFor(clear + (holes ? 1 : 0))
      const ownBits = table.own ? bits : 0
      const { x, y, width: w, height: h } = patch
      await put(
        concatBytes([
          // Left as it is for the next; transparency where there are holes.
          Uint8Array.from([0x21, 0xf9, 4, 0x04 | (holes ? 1 : 0), ...u16(ticks), holes ? clear : 0, 0]),
          Uint8Array.from([0x2c, ...u16(x), ...u16(y), ...u16(w), ...u16(h), table.own ? 0x80 | (ownBits - 1) : 0]),
          ...(table.own ? [colourTable([...table.colours.keys()], ownBits)] : []),
          lzwBlocks(indices, Math.max(2, bits)),
        ]),
      )
    },
    async finish() {
      await put(Uint8Array.from([0x3b]))
      if (!shape.palette) await write(0, head())
      return at
    },
  }
}

interface Table {
  /** Place of each colour. */
  readonly colours: ReadonlyMap<number, number>
  /** Whether it belongs to this picture alone. */
  readonly own: boolean
  /** The patch as it is to be drawn with it: where there is no place for transparency, without holes. */
  readonly patch: Patch
}

/**
 * The shared table, grown by what is new where it may grow, or else a table of the patch's own colours. What did not change
 * takes a place behind the colours, or is drawn again.
 * @param solid the patch without holes.
 * @param room places of the shared table.
 */
function tableFor(patch: Patch, solid: () => Patch, shared: Map<number, number>, fixed: boolean, room: number, frame: number): Table {
  const colours = [...(different(patch.pixels, Number.POSITIVE_INFINITY) ?? [])].filter((p) => p !== SAME)
  const fresh = colours.filter((p) => !shared.has(p))
  if (fixed) {
    const [stray] = fresh
    if (stray !== undefined)
      throw refusal(frame, `#${stray.toString(16).padStart(6, '0')} is not in the palette`, 'give all colours of the film, or none')
  } else if (shared.size + fresh.length <= 256) for (const colour of fresh) shared.set(colour, shared.size)
  const known = (p: number): boolean => shared.has(p)
  if (fixed || colours.every(known)) {
    if (!patch.holes || shared.size < room) return { colours: shared, own: false, patch }
    const whole = solid()
    if (placesOf(whole, known).size === 0) return { colours: shared, own: false, patch: whole }
  }
  const own = placesOf(patch)
  if (own.size + (patch.holes ? 1 : 0) <= 256) return { colours: own, own: true, patch }
  const whole = patch.holes && own.size <= 256 ? solid() : patch
  const all = placesOf(whole)
  if (all.size <= 256) return { colours: all, own: true, patch: whole }
  throw refusal(
    frame,
    `${all.size} colours are drawn at once, and a GIF's picture has 256`,
    'choose a style with a palette, or write APNG or WebP',
  )
}

/** Places for the colours of a patch in the order in which they occur, but for those that have one elsewhere. */
function placesOf({ pixels }: Patch, elsewhere: (code: number) => boolean = () => false): Map<number, number> {
  const colours = [...(different(pixels, Number.POSITIVE_INFINITY) ?? [])].filter((p) => p !== SAME && !elsewhere(p))
  return new Map(colours.map((colour, i) => [colour, i]))
}

const refusal = (frame: number, problem: string, remedy: string): PipelineError =>
  new PipelineError('encode', `picture ${frame} of a GIF`, problem, remedy, { type: 'encode' })

function colourTable(colours: readonly number[], bits: number): Uint8Array {
  const out = new Uint8Array(3 << bits)
  colours.forEach((c, i) => {
    out.set([c >> 16, (c >> 8) & 255, c & 255], i * 3)
  })
  return out
}

/** The fewest bits, 1 to 8, in which so many numbers from 0 up can be told apart; 8 for more. */
const bitsFor = (count: number): number => Math.min(8, Math.max(1, 32 - Math.clz32(count - 1)))

const u16 = (v: number): [number, number] => [v & 255, v >> 8]
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
