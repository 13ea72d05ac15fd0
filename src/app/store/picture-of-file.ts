/**
 * A picture of a sequence, to look at: PNG as browsers read it, OpenEXR with its light coded to sRGB.
 * @param name of the file, for its ending.
 */
export async function pictureOfFile(name: string, bytes: Uint8Array): Promise<ImageBitmap> {
  if (!/\.exr$/i.test(name)) return createImageBitmap(new Blob([bytes as BlobPart], { type: 'image/png' }))
  const [{ EXRLoader }, { pictureOfLight }] = await Promise.all([import('three/addons/loaders/EXRLoader.js'), import('../../encode')])
  const { width, height, data } = new EXRLoader().parse(bytes.slice().buffer) as EXRLight
  // The loader's first row is the lowest.
  return createImageBitmap(new ImageData(pictureOfLight(data), width, height), { imageOrientation: 'flipY' })
}

/** What three's loader makes of half floats. */
interface EXRLight {
  readonly width: number
  readonly height: number
  readonly data: Uint16Array
}
