import { roundNumbers, sha256Hex } from '../../../film'
import { METERED_WIDTH, meterPanorama, type PanoramaLight } from './meter-panorama'
import { PanoramaError } from './panorama-error'
import { averagePanorama } from './panorama-picture'
import { openHdr } from './read-hdr'

/** A panorama that can be used: what it lights with, and its name. Numbers are rounded as in artifacts. */
export interface Panorama extends PanoramaLight {
  /** Of the file that the user gave: a picture's identity holds it. */
  readonly sha256: string
}

const known = new WeakMap<Uint8Array, Panorama | PanoramaError>()

/**
 * Reads and meters a Radiance panorama (`.hdr`). The same bytes are read once.
 * @param sha256 of the file that the bytes were made of, if it is another.
 * @throws PanoramaError
 */
export function readPanorama(bytes: Uint8Array, sha256?: string): Panorama {
  const answer = known.get(bytes) ?? made(bytes, sha256)
  known.set(bytes, answer)
  if (answer instanceof PanoramaError) throw answer
  return answer
}

function made(bytes: Uint8Array, sha256 = sha256Hex(bytes)): Panorama | PanoramaError {
  try {
    return roundNumbers({ sha256, ...meterPanorama(averagePanorama(openHdr(bytes), METERED_WIDTH)) })
  } catch (error) {
    if (error instanceof PanoramaError) return error
    throw error
  }
}
