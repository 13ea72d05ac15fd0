import { hashOf } from '../film'
import type { DecoderInfo } from './segment-file'

/**
 * Hash of what a decoder is told before the first packet: codec, parameter sets (avcC, hvcC) and colour space. Segments
 * follow each other in one track only where it is equal. `png` or `exr` for pictures, which are told nothing.
 */
export function frontOf({ codec, description, colorSpace }: DecoderInfo): string {
  if (codec === 'png' || codec === 'exr') return codec
  const { primaries = null, transfer = null, matrix = null, fullRange = null } = colorSpace ?? {}
  return hashOf({ codec, description: Array.from(description ?? []), colours: { primaries, transfer, matrix, fullRange } })
}
