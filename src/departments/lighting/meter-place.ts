import type { SetSpec, Vec3 } from '../../film'
import { lampsWithoutSlot, litSpace } from './bounce-for'
import { bounceVolume } from './bounce-volume'
import { PROBE_FLOATS, sampleIrradiance } from './irradiance-volume'
import { luminance } from './kelvin'
import type { Draft } from './light-draft'
import type { LightBox } from './trace-boxes'

/** What a place gives back of its light, lux before exposure. */
export interface PlaceReading {
  /** Mean over the lower part of the room: how bright walls and furniture are. */
  readonly room: number
  /** Mean over the sides of faces. */
  readonly faces: number
}

/** A grid coarse enough for a meter: few probes, few rays. */
const DIMS = [4, 3, 4] as const
const RAYS = 32
const BOUNCES = 3
/** Layers of probes from the floor that count: people and furniture, not the ceiling. */
const LAYERS = 2

const SIDES: readonly Vec3[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 0, 1],
  [0, 0, -1],
]

/** Reads what a set bounces of a draft's lights, traced as the picture will have it on a coarse grid. */
export function meterPlace(set: SetSpec, boxes: readonly LightBox[], light: Draft, heads: readonly Vec3[]): PlaceReading {
  const volume = bounceVolume({
    boxes,
    light,
    ...litSpace(set),
    lamps: lampsWithoutSlot(set, light),
    dims: DIMS,
    rays: RAYS,
    bounces: BOUNCES,
  })
  let sum = 0
  let n = 0
  for (let probe = 0; probe * PROBE_FLOATS < volume.data.length; probe++) {
    if (Math.floor(probe / DIMS[0]) % DIMS[1] >= LAYERS) continue
    const at = probe * PROBE_FLOATS
    sum += luminance([volume.data[at] as number, volume.data[at + 4] as number, volume.data[at + 8] as number]) * Math.PI
    n++
  }
  const faces = heads.flatMap((head) => SIDES.map((side) => luminance(sampleIrradiance(volume, head, side))))
  return { room: sum / n, faces: faces.reduce((s, e) => s + e, 0) / Math.max(1, faces.length) }
}
