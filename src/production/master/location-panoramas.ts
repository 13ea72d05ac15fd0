import { averagePanorama, encodeHdr, type Panorama, type PlacedPanorama, readPanorama } from '../../departments/lighting'
import { clamp, type PanoramaFiles, scale, sha256Hex, type Vec3 } from '../../film'
import { FilesBeside } from './files-beside'
import type { ProductionFile } from './master-document'
import { isExr, openExr } from './read-exr'
import type { DataPath } from './read-yaml'
import type { Resolving } from './resolve-bases'
import type { ResolvedLocation } from './resolved'
import { sayRefused } from './say-stand-in'

/** The panoramas that a production's places name; each is read once, and refused with the reason. */
export class LocationPanoramas {
  readonly #r: Resolving
  readonly #files: FilesBeside
  readonly #read = new Map<string, Uint8Array>()

  constructor(r: Resolving, files: readonly ProductionFile[]) {
    this.#r = r
    this.#files = new FilesBeside(r, files)
  }

  /** A place's panorama; undefined where it names none, none is there (the checks have said so), or it was refused. */
  of({ hdri: name, hdri_rotation = 0, hdri_intensity = 1 }: ResolvedLocation, path: DataPath): PlacedPanorama | undefined {
    const bytes = name === undefined ? undefined : this.#files.bytesOf(name, path)
    if (name === undefined || !bytes) return undefined
    try {
      const { panorama, radiance } = taken(bytes)
      this.#read.set(panorama.sha256, radiance)
      const degrees = ((hdri_rotation % 360) + 360) % 360
      return { panorama, turn: (degrees * Math.PI) / 180, intensity: hdri_intensity }
    } catch (error) {
      return sayRefused(this.#r, [...path, 'hdri'], name, error)
    }
  }

  /** The files of all that were read. */
  get files(): PanoramaFiles {
    return Object.fromEntries(this.#read)
  }
}

/** Pixels across that an OpenEXR picture travels with at most: the sky's texture has no more. */
const WIDEST = 4096

const known = new WeakMap<Uint8Array, Uint8Array>()

/** A panorama and its file as films keep it: Radiance pictures as they are, OpenEXR written as one. Named by the user's own file. */
function taken(bytes: Uint8Array): { readonly panorama: Panorama; readonly radiance: Uint8Array } {
  if (!isExr(bytes)) return { panorama: readPanorama(bytes), radiance: bytes }
  const radiance = known.get(bytes) ?? encodeHdr(averagePanorama(openExr(bytes), WIDEST))
  known.set(bytes, radiance)
  return { panorama: readPanorama(radiance, sha256Hex(bytes)), radiance }
}

/** Grounds that are neither holes nor snow, whatever a picture's lower half has in it: linear reflectance. */
const GROUND = [0.05, 0.4] as const

/** The colour of the ground in a panorama, `#rrggbb`: what it throws back of the light on it. */
export function groundColour({ panorama: { ground, sun } }: PlacedPanorama): string {
  const onIt = 1 + (sun ? sun.lux * Math.max(sun.direction[1], 0) : 0)
  const albedo = scale(ground, Math.PI / onIt)
  const code = (v: number) => {
    const l = clamp(v, ...GROUND)
    return Math.round(255 * (1.055 * l ** (1 / 2.4) - 0.055))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${(albedo as Vec3).map(code).join('')}`
}
