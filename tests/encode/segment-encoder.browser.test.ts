import { BufferSource, Input, MP4, VideoSampleSink } from 'mediabunny'
import { describe, expect, it } from 'vitest'
import {
  chooseVideoCodec,
  conformMovie,
  type EncodedSegment,
  readSegment,
  SegmentEncoder,
  type VideoFamily,
  writeSegment,
} from '../../src/encode'
import { CancelledError, MemoryStore } from '../../src/pipeline'

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

describe.each<VideoFamily>(['avc', 'vp9', 'av1'])('segments in %s', (want) => {
  it('[E1] join into a movie that decodes frame by frame', async () => {
    const segments = [await encode(0, 30, want), await encode(30, 1, want), await encode(31, 29, want)]
    expect(segments.map((s) => s.packets.length)).toEqual([30, 1, 29])
    expect(segments[2]!.decoder.description).toEqual(segments[0]!.decoder.description)
    const store = new MemoryStore()
    const made = await conformMovie(
      segments.map((s) => readSegment(writeSegment(s))),
      { ...SIZE, fps, frames: 60 },
      await store.open('m.mp4'),
    )
    const bytes = (await store.read('m.mp4'))!
    const input = new Input({ source: new BufferSource(bytes), formats: [MP4] })
    const track = (await input.getPrimaryVideoTrack())!
    console.log(`${want}: ${made.codec}, ${made.bytes} bytes`)
    let n = 0
    const canvas = new OffscreenCanvas(SIZE.width, SIZE.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })!
    for await (const sample of new VideoSampleSink(track).samples()) {
      sample.draw(context, 0, 0)
      const left = context.getImageData(80, 90, 1, 1).data[0]!
      const right = context.getImageData(240, 90, 1, 1).data[0]!
      expect(Math.abs(left - (40 + n * 3)), `frame ${n} left`).toBeLessThan(10)
      expect(Math.abs(right - (255 - 40 - n * 3)), `frame ${n} right`).toBeLessThan(10)
      expect(sample.timestamp).toBeCloseTo((n * 1001) / 24000, 6)
      sample.close()
      n++
    }
    expect(n).toBe(60)
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
})
