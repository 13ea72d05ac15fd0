import type { ReadReference } from '../../production/reference'
import { studio } from './studio'

/** Pixels of a photograph's longer side that its light is read from. */
const LONGEST = 384

/** Has a photograph's light read by the planner's worker: whatever the browser decodes. */
export async function readPhotoFile(file: Blob): Promise<ReadReference> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file)
  } catch {
    return { ok: false, why: 'this is no picture', remedy: 'give a photograph as JPEG or PNG' }
  }
  const k = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const [width, height] = [Math.max(1, Math.round(picture.width * k)), Math.max(1, Math.round(picture.height * k))]
  const pen = new OffscreenCanvas(width, height).getContext('2d')
  pen?.drawImage(picture, 0, 0, width, height)
  picture.close()
  const { data } = pen?.getImageData(0, 0, width, height) ?? { data: new Uint8ClampedArray(0) }
  return studio.planner.door.readPhoto({ width, height, rgba: new Uint8Array(data.buffer) })
}
