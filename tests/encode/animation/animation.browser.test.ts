import { expect, test } from 'vitest'
import type { AnimationFormat, AnimationShape } from '../../../src/encode'
import { random } from '../../../src/film'
import { type Film, movingSquare, randomPalette, rollingBands, written } from './films'

const TYPES: Readonly<Record<AnimationFormat, string>> = { gif: 'image/gif', apng: 'image/png', webp: 'image/webp' }

/** What the browser shows: pictures, and for how many milliseconds each. */
async function decoded(format: AnimationFormat, file: Uint8Array<ArrayBuffer>, { width, height }: AnimationShape) {
  const decoder = new ImageDecoder({ data: file, type: TYPES[format], colorSpaceConversion: 'none' })
  await Promise.all([decoder.completed, decoder.tracks.ready])
  const track = decoder.tracks.selectedTrack!
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!
  const frames: { codes: Int32Array; ms: number }[] = []
  for (let frameIndex = 0; frameIndex < track.frameCount; frameIndex++) {
    const { image } = await decoder.decode({ frameIndex })
    canvas.clearRect(0, 0, width, height)
    canvas.drawImage(image, 0, 0)
    const { data } = canvas.getImageData(0, 0, width, height)
    const codes = Int32Array.from({ length: width * height }, (_, i) =>
      data[i * 4 + 3] === 255 ? (data[i * 4]! << 16) | (data[i * 4 + 1]! << 8) | data[i * 4 + 2]! : -1,
    )
    // One picture alone is a still: it has no end.
    frames.push({ codes, ms: image.duration ? image.duration / 1000 : Number.POSITIVE_INFINITY })
    image.close()
  }
  const loop = track.repetitionCount
  decoder.close()
  return { frames, loop }
}

async function expectShown(format: AnimationFormat, shape: AnimationShape, film: Film): Promise<number> {
  const file = await written(format, shape, film)
  const { frames } = await decoded(format, file, shape)
  const frameMs = (1000 * shape.fps.den) / shape.fps.num
  let n = 0
  let end = 0
  for (const { codes, ms } of frames) {
    end += ms
    // All pictures whose middle lies before the end of this one.
    for (; n < film.length && (n + 0.5) * frameMs < end; n++) {
      const wrong = codes.findIndex((code, i) => code !== film[n]![i])
      if (wrong >= 0)
        expect.fail(`${format}: picture ${n}, pixel ${wrong}: ${codes[wrong]!.toString(16)} for ${film[n]![wrong]!.toString(16)}`)
    }
  }
  expect(n).toBe(film.length)
  if (Number.isFinite(end)) expect(Math.abs(end - film.length * frameMs)).toBeLessThanOrEqual(format === 'gif' ? 5.01 : 0.6)
  return file.length
}

const rollingFilm: typeof movingSquare = (_, width, height, count, palette) => rollingBands(width, height, count, palette)

const shapeOf = (width: number, height: number, more: Partial<AnimationShape> = {}): AnimationShape => ({
  width,
  height,
  fps: { num: 24, den: 1 },
  ...more,
})

test.each(['gif', 'apng', 'webp'] as const)('Chromium shows every pixel of a %s, for as long as it should be seen', async (format) => {
  for (const count of [1, 2, 3, 4, 5, 16, 17, 64, 256]) {
    const palette = randomPalette(`c${count}`, count)
    await expectShown(format, shapeOf(33, 21, { palette }), movingSquare(`m${count}`, 33, 21, 6, palette))
  }
  await expectShown(format, shapeOf(64, 48), rollingBands(64, 48, 12, randomPalette('bands', 9)))
  await expectShown(format, shapeOf(1, 1), [Int32Array.of(0x123456)])
  await expectShown(format, shapeOf(5, 3, { fps: { num: 30000, den: 1001 } }), movingSquare('ntsc', 5, 3, 20, [0, 0xffffff, 0x808080]))
})

test.each(['apng', 'webp'] as const)('Chromium shows every pixel of a %s of many colours', async (format) => {
  await expectShown(format, shapeOf(61, 47), movingSquare('many', 61, 47, 4, randomPalette('many', 4000)))
})

test('sixty random films, in each format', async () => {
  for (let i = 0; i < 60; i++) {
    const { int, pick, chance } = random(`film ${i}`)
    const format = pick(['gif', 'apng', 'webp'] as const)
    const [width, height] = [int(1, 40), int(1, 40)]
    const palette = randomPalette(`colours ${i}`, pick([1, 2, 5, 16, 40, 250, 255, 256]))
    const fps = pick([
      { num: 12, den: 1 },
      { num: 24, den: 1 },
      { num: 30000, den: 1001 },
    ])
    const film = (chance(0.5) ? movingSquare : rollingFilm)(`${i}`, width, height, int(1, 8), palette)
    await expectShown(format, shapeOf(width, height, { fps, ...(chance(0.5) ? { palette } : {}) }), film)
  }
})

test('WebP has long runs, far references and one long still', async () => {
  const palette = randomPalette('far', 200)
  const [noise] = movingSquare('far', 300, 40, 1, palette)
  // The same noise again, 12000 pixels later.
  const twice = new Int32Array(24000)
  twice.set(noise!)
  twice.set(noise!, 12000)
  const bytes = await expectShown('webp', shapeOf(300, 80), Array(100).fill(twice))
  expect(bytes).toBeLessThan(12000 * 1.1)
})

test.each([
  ['gif', 0, Number.POSITIVE_INFINITY],
  ['gif', 3, 2],
  ['apng', 0, Number.POSITIVE_INFINITY],
  ['webp', 0, Number.POSITIVE_INFINITY],
  ['webp', 3, 2],
  ['apng', 3, 2],
] as const)('%s, loop %s: Chromium repeats it %s times', async (format, loop, repeats) => {
  const shape = shapeOf(3, 3, { loop })
  const { loop: got } = await decoded(format, await written(format, shape, rollingBands(3, 3, 4, [1, 2, 3])), shape)
  expect(got).toBe(repeats)
})

test('must fail: one pixel off is told apart', async () => {
  const film = [Int32Array.of(1, 2, 3, 4)]
  const { frames } = await decoded('webp', await written('webp', shapeOf(2, 2), film), shapeOf(2, 2))
  expect(frames[0]!.codes).not.toEqual(Int32Array.of(1, 2, 3, 5))
})
