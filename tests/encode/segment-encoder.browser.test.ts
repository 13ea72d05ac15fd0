import { BufferSource, Input, MP4, VideoSampleSink, WEBM } from 'mediabunny'
import { describe, expect, it } from 'vitest'
import {
  CodecError,
  chooseVideoCodec,
  codecCapabilities,
  conformMovie,
  type EncodedSegment,
  encodePng,
  openPictureEncoder,
  readSegment,
  SegmentEncoder,
  type VideoFamily,
  writeSegment,
} from '../../src/encode'
import { CancelledError, MemoryStore } from '../../src/pipeline'
import { PNG_HASHES, picture, pngHashes } from './fabricate'

const SIZE = { width: 320, height: 180 }
const fps = { num: 24000, den: 1001 }

/** A picture that says which frame it is: grey level in the left half, its complement in the right. */
function paint(canvas: OffscreenCanvas, frame: number): void {
  const context = canvas.getContext('2d')!
  const level = 40 + frame * 3
  context.fillStyle = `rgb(${level} ${level} ${level})`
  context.fillRect(0, 0, canvas.width / 2, canvas.height)
  context.fillStyle = `rgb(${255 - level} ${255 - level} ${255 - level})`
  context.fillRect(canvas.width / 2, 0, canvas.width / 2, canvas.height)
}

async function encode(first: number, frames: number, want?: VideoFamily, signal?: AbortSignal): Promise<EncodedSegment> {
  const choice = await chooseVideoCodec({ ...SIZE, fps, ...(want ? { want } : {}) })
  const encoder = new SegmentEncoder(choice, fps, { key: `k${first}`, shotKey: 'shot', firstFrame: first, frames }, signal)
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height)
  for (let i = 0; i < frames; i++) {
    paint(canvas, first + i)
    await encoder.add(canvas, `h${first + i}`)
  }
  return encoder.finish()
}

/** Decodes every frame of a movie and holds it against what was painted. */
async function checkMovie(bytes: Uint8Array, frames: number, tolerance: number): Promise<void> {
  const input = new Input({ source: new BufferSource(bytes), formats: [MP4, WEBM] })
  const track = (await input.getPrimaryVideoTrack())!
  expect([await track.getDisplayWidth(), await track.getDisplayHeight()]).toEqual([SIZE.width, SIZE.height])
  let n = 0
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  for await (const sample of new VideoSampleSink(track).samples()) {
    sample.draw(context, 0, 0)
    const left = context.getImageData(80, 90, 1, 1).data[0]!
    const right = context.getImageData(240, 90, 1, 1).data[0]!
    expect(Math.abs(left - (40 + n * 3)), `frame ${n} left`).toBeLessThan(10)
    expect(Math.abs(right - (255 - 40 - n * 3)), `frame ${n} right`).toBeLessThan(10)
    expect(Math.abs(sample.timestamp - (n * 1001) / 24000), `frame ${n}`).toBeLessThan(tolerance)
    sample.close()
    n++
  }
  expect(n).toBe(frames)
}

/** Plays a movie's last frame in the browser's own player, which asks for index and duration. */
async function checkPlays(bytes: Uint8Array, type: string, seconds: number): Promise<void> {
  const video = document.createElement('video')
  video.muted = true
  video.src = URL.createObjectURL(new Blob([bytes as BlobPart], { type }))
  await new Promise((resolve, reject) => {
    video.onloadeddata = resolve
    video.onerror = () => reject(new Error(video.error?.message))
  })
  expect(Math.abs(video.duration - seconds)).toBeLessThan(0.002)
  expect([video.videoWidth, video.videoHeight]).toEqual([SIZE.width, SIZE.height])
  await new Promise((resolve) => {
    video.onseeked = resolve
    video.currentTime = seconds - 0.03
  })
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height)
  const context = canvas.getContext('2d')!
  // `seeked` comes before the picture does.
  const level = () => {
    context.drawImage(video, 0, 0)
    return Math.abs(context.getImageData(80, 90, 1, 1).data[0]! - (40 + 59 * 3))
  }
  await expect.poll(level, { timeout: 10_000 }).toBeLessThan(12)
  URL.revokeObjectURL(video.src)
}

describe.each<[VideoFamily, 'mp4' | 'webm']>([
  ['avc', 'mp4'],
  ['vp9', 'mp4'],
  ['av1', 'mp4'],
  ['vp9', 'webm'],
  ['av1', 'webm'],
])('segments in %s, %s', (want, container) => {
  it('[E1] join into a movie that decodes frame by frame', async () => {
    const segments = [await encode(0, 30, want), await encode(30, 1, want), await encode(31, 29, want)]
    expect(segments.map((s) => s.packets.length)).toEqual([30, 1, 29])
    expect(segments[2]!.decoder.description).toEqual(segments[0]!.decoder.description)
    const store = new MemoryStore()
    const made = await conformMovie(
      segments.map((s) => readSegment(writeSegment(s))),
      { ...SIZE, fps, frames: 60 },
      await store.open('movie'),
      { container },
    )
    const bytes = (await store.read('movie'))!
    console.log(`${want} in ${container}: ${made.codec}, ${made.bytes} bytes`)
    expect(made.bytes).toBe(bytes.byteLength)
    await checkMovie(bytes, 60, container === 'webm' ? 0.000_501 : 1e-6)
    await checkPlays(bytes, `video/${container}`, (60 * 1001) / 24000)
  })
})

describe('codecs of this browser', () => {
  it('[E5] are told, and those that are told encode', async () => {
    const can = await codecCapabilities(SIZE, fps)
    console.log(`encodes ${JSON.stringify(can)}`)
    expect(can.vp9).toBe(true)
    for (const [want, yes] of Object.entries(can) as [VideoFamily, boolean][]) {
      if (yes) expect((await encode(0, 3, want)).packets.length, want).toBe(3)
      else await expect(chooseVideoCodec({ ...SIZE, fps, want }), want).rejects.toThrow(CodecError)
    }
  })
  it('[E6] stand in for one that no browser has', async () => {
    const choice = await chooseVideoCodec({ ...SIZE, fps, want: 'prores_4444', standIn: true })
    expect(choice.asked).toBe('prores_4444')
    await expect(chooseVideoCodec({ ...SIZE, fps, want: 'prores_4444' })).rejects.toMatchObject({ nearest: choice.family })
  })
})

describe('pictures', () => {
  it('[E7] are read by the browser as they were written, in the same bytes as in Node', async () => {
    expect(await pngHashes()).toEqual(PNG_HASHES)
    for (const most of [2, 4, 16, 200, 5000]) {
      const rgba = picture(37, 21, (x, y) => {
        const c = ((x * 131 + y * 7919 + x * y) * 2654435) % most
        return [(c * 37) & 255, (c >> 3) & 255, (c * 11) & 255]
      })
      const png = await encodePng(rgba, 37, 21)
      const bitmap = await createImageBitmap(new Blob([png as BlobPart], { type: 'image/png' }))
      const context = new OffscreenCanvas(37, 21).getContext('2d')!
      context.drawImage(bitmap, 0, 0)
      expect(new Uint8Array(context.getImageData(0, 0, 37, 21).data), `${most} colours`).toEqual(rgba)
    }
  })
})

describe('SegmentEncoder', () => {
  it('[E2] gives the same packets for the same pictures', async () => {
    expect((await encode(0, 12, 'vp9')).packets).toEqual((await encode(0, 12, 'vp9')).packets)
  })
  it('[E3] stops within a frame when cancelled', async () => {
    const controller = new AbortController()
    const choice = await chooseVideoCodec({ ...SIZE, fps })
    const encoder = new SegmentEncoder(choice, fps, { key: 'k', shotKey: 's', firstFrame: 0, frames: 48 }, controller.signal)
    const canvas = new OffscreenCanvas(SIZE.width, SIZE.height)
    paint(canvas, 0)
    await encoder.add(canvas)
    controller.abort()
    await expect(encoder.add(canvas)).rejects.toThrow(CancelledError)
  })
  it('[E4] wants exactly its frames', async () => {
    const choice = await chooseVideoCodec({ ...SIZE, fps })
    const encoder = new SegmentEncoder(choice, fps, { key: 'k', shotKey: 's', firstFrame: 0, frames: 1 })
    await expect(encoder.finish()).rejects.toThrow('expected 1 frames, got 0')
    const canvas = new OffscreenCanvas(SIZE.width, SIZE.height)
    paint(canvas, 0)
    await encoder.add(canvas)
    await expect(encoder.add(canvas)).rejects.toThrow('holds 1 frames')
    encoder.close()
    expect(() => new SegmentEncoder(choice, fps, { key: 'k', shotKey: 's', firstFrame: 0, frames: 49 })).toThrow(
      'expected 1 to 48 frames, got 49',
    )
  })
  it('[E8] takes canvases, not pixels', async () => {
    const choice = await chooseVideoCodec({ ...SIZE, fps })
    const encoder = openPictureEncoder(choice, fps, { key: 'k', shotKey: 's', firstFrame: 0, frames: 1 })
    expect([encoder.needs, encoder.frames]).toEqual(['canvas', 0])
    await expect(encoder.add({ rgba: new Uint8Array(4) })).rejects.toThrow(TypeError)
    encoder.close()
  })
})
