import { bakeCloth, type ClothBake } from './actors'
import { bakeDetail, type DetailBake } from './materials'
import { bakeClouds } from './sky'

/** Pictures that every scene is drawn with, as plain arrays: the same for all films. */
export interface StageBake {
  readonly detail: DetailBake
  readonly cloth: ClothBake
  /** See `bakeClouds`. */
  readonly clouds: Uint8Array<ArrayBuffer>
}

/**
 * Bakes what shaders would otherwise evaluate for every pixel of every frame. It takes a second or two of a processor:
 * once for all renderers, in a worker where there is a page to keep responsive.
 * @param size texels a side of the surface detail, a power of two.
 */
export const bakeStage = (size: number): StageBake => ({ detail: bakeDetail(size), cloth: bakeCloth(), clouds: bakeClouds() })

/** The buffers of a bake, for a transfer. */
export const bakeBuffers = ({ detail, cloth, clouds }: StageBake): ArrayBuffer[] =>
  [detail.albedo, detail.relief, cloth.folds, cloth.wear, clouds].map((a) => a.buffer as ArrayBuffer)
