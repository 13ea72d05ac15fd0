import type { FrameRate } from '../film'
import { type ExrAttribute, exrFile, REC_709 } from './exr-file'

/** What the numbers in the OpenEXR files of a film mean: it stands in each file (`comments`), beside them and in what a run says of them. */
export const EXR_VALUES =
  'Display-referred linear light, Rec. 709 primaries, white D65: the finished picture after view transform and style, decoded from sRGB. 0 is black, 1 is white.'

/** What a file says of the film. */
export interface ExrOptions {
  /** Pictures a second, in the attribute `framesPerSecond`. */
  readonly fps?: FrameRate
}

/** Where each channel stands in a pixel. */
const CHANNELS = { R: 0, G: 1, B: 2 } as const

/**
 * Writes a picture's light as OpenEXR 2 ("OpenEXR File Layout", openexr.com): one part of scan lines, half floats R, G, B,
 * ZIP compression by 16 lines, `chromaticities` of Rec. 709. The numbers stand in the file as they are, to the bit; what
 * they mean is `EXR_VALUES`. The file is the same on every machine: compression is plain JavaScript.
 * @param light half floats as bits, four a pixel (alpha is left out: pictures here are opaque), rows from top to bottom.
 * @throws RangeError if the length does not fit.
 */
export function encodeExr(light: Uint16Array, width: number, height: number, { fps }: ExrOptions = {}): Uint8Array {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1 || light.length !== width * height * 4)
    throw new RangeError(`encodeExr: expected ${width}×${height}×4 half floats, got ${light.length}`)
  const channels = Object.entries(CHANNELS).map(([name, first]) => ({ name, values: light, first, step: 4 }))
  return exrFile({ width, height, channels, attributes: [REC_709, comments(EXR_VALUES)], ...(fps && { fps }) })
}

/** What a file's numbers mean, in words. */
export const comments = (words: string): ExrAttribute => ({ name: 'comments', type: 'string', value: new TextEncoder().encode(words) })
