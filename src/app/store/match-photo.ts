import type { ReadReference } from '../../production/reference'
import { filmStore, shotAt } from './film-store'
import { roomPictures } from './room-pictures'
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

/** The picture that is shown, as a JPEG; undefined where there is none. */
export async function pictureNow(): Promise<Blob | undefined> {
  const shown = await roomPictures
    .getState()
    .grab?.()
    .catch(() => undefined)
  if (!shown) return undefined
  const canvas = new OffscreenCanvas(shown.width, shown.height)
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(shown.rgba.buffer), shown.width, shown.height), 0, 0)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
}

/** The same of a shot as it is planned now, once it is drawn; undefined where the playhead has left it. */
export async function pictureOf(shotKey: string): Promise<Blob | undefined> {
  if (!roomPictures.getState().grab) return undefined
  return new Promise((done) => {
    const look = () => {
      const { film, frame, drawn } = filmStore.getState()
      const shot = shotAt(film, frame)
      const isHere = shot?.key === shotKey
      if (isHere && drawn?.sliceHash !== shot.sliceHash) return
      stop()
      done(isHere ? pictureNow() : undefined)
    }
    const stop = filmStore.subscribe(look)
    look()
  })
}
