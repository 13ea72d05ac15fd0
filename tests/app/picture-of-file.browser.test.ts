import { expect, test } from 'vitest'
import { pictureOfFile } from '../../src/app/store/picture-of-file'
import { encodeExr, encodePng, lightOfPicture } from '../../src/encode'

/** Red grows to the right, green to the bottom. */
const [W, H] = [7, 20]
const RGBA = Uint8Array.from({ length: W * H * 4 }, (_, i) => [((i >> 2) % W) * 30, Math.floor((i >> 2) / W) * 12, 77, 255][i % 4]!)

async function shown(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const bitmap = await pictureOfFile(name, bytes)
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  return new Uint8Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)
}

test('a picture of a sequence is shown, upright, from PNG and from OpenEXR', async () => {
  expect(await shown('frame_000001.png', await encodePng(RGBA, W, H))).toEqual(RGBA)
  expect(await shown('frame_000001.exr', encodeExr(lightOfPicture(RGBA), W, H))).toEqual(RGBA)
})
