/** Texels a side of the baked surface detail: the same on the page and in the worker, so that pictures are. */
export const DETAIL_SIZE = 256
