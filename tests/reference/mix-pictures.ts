import { emptyPicture, type Picture } from './picture'

/** Twin of shaders/mix-pictures.wgsl: `part` 0 to 4096, `edge` in pixels. Counts in BigInt, so that nothing can overflow. */
export function mixPictures(
  first: Picture,
  second: Picture,
  kind: 'dissolve' | 'wipe' | 'fade-black',
  part: number,
  edge: number,
): Picture {
  const { width, height } = first
  const picture = emptyPicture(width, height)
  for (let x = 0; x < width; x++) {
    let [w1, w2] = [4096 - part, part]
    if (kind === 'fade-black') [w1, w2] = part <= 2048 ? [4096 - 2 * part, 0] : [0, 2 * part - 4096]
    if (kind === 'wipe') {
      const past = BigInt(part) * BigInt(width + edge) - (4096n * BigInt(x) + 2048n)
      const w = past <= 0n ? 0 : Math.min(4096, Number(past / BigInt(edge)))
      ;[w1, w2] = [4096 - w, w]
    }
    for (let y = 0; y < height; y++) {
      const at = (y * width + x) * 4
      for (let c = 0; c < 3; c++) picture.rgba[at + c] = Math.floor((first.rgba[at + c]! * w1 + second.rgba[at + c]! * w2 + 2048) / 4096)
      picture.rgba[at + 3] = 255
    }
  }
  return picture
}
