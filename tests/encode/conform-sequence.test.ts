import { describe, expect, it } from 'vitest'
import {
  conformSequence,
  type EncodedSegment,
  EXR_VALUES,
  exrChoice,
  lightOfPicture,
  openPictureEncoder,
  pngChoice,
  readSegment,
  sequenceName,
  writeSegment,
} from '../../src/encode'
import { CancelledError, MemoryStore, PipelineError } from '../../src/pipeline'
import { pictureSegment, segment } from './fabricate'

const fps = { num: 24, den: 1 }
const shape = (frames: number) => ({ width: 9, height: 5, fps, frames })
const film = () => Promise.all([pictureSegment(1, 3, fps), pictureSegment(2, 2, fps)])

/** A store that counts what is written and asked. */
class WatchedStore extends MemoryStore {
  writes: string[] = []
  override async write(...args: Parameters<MemoryStore['write']>) {
    this.writes.push(args[0])
    return super.write(...args)
  }
}

describe('SequenceEncoder', () => {
  const head = { key: 'k', shotKey: 's', firstFrame: 0, frames: 2 }
  it('[Q1] makes segments that are kept like any other', async () => {
    const made = await pictureSegment(7, 48, fps)
    expect(made.decoder).toEqual({ codec: 'png', codedWidth: 9, codedHeight: 5 })
    expect(made.pictureHashes[47]).toBe('h7-47')
    expect(readSegment(writeSegment(made))).toEqual(made)
    for (const { data } of made.packets) expect(String.fromCharCode(...data.subarray(1, 4))).toBe('PNG')
  })
  it('[Q2] takes exactly its pictures, as pixels', async () => {
    const encoder = openPictureEncoder(pngChoice(2, 2), fps, head)
    expect(encoder.needs).toBe('pixels')
    const rgba = new Uint8Array(16)
    await encoder.add({ rgba }, 'a')
    await expect(encoder.finish()).rejects.toThrow('expected 2 frames, got 1')
    await encoder.add({ rgba }, Promise.resolve('b'))
    await expect(encoder.add({ rgba })).rejects.toThrow('holds 2 frames')
    await expect(encoder.add({} as OffscreenCanvas)).rejects.toThrow(TypeError)
    expect(encoder.frames).toBe(2)
    expect((await encoder.finish()).pictureHashes).toEqual(['a', 'b'])
    encoder.close()
    const cancelled = openPictureEncoder(pngChoice(2, 2), fps, head, AbortSignal.abort())
    await expect(cancelled.add({ rgba })).rejects.toThrow(CancelledError)
    expect(() => openPictureEncoder(pngChoice(2, 2), fps, { ...head, frames: 49 })).toThrow('expected 1 to 48 frames, got 49')
    expect(() => pngChoice(0, 2)).toThrow('width: expected a whole number from 1 to 16384, got 0')
    expect(() => pngChoice(2, 2, [0x1000000])).toThrow('palette')
  })
})

describe('conformSequence', () => {
  it('[Q3] writes numbered pictures and what they are', async () => {
    const store = new WatchedStore()
    const segments = await film()
    const made = await conformSequence(segments, shape(5), store, { folder: 'game/frames' })
    const packets = segments.flatMap((s) => s.packets)
    expect(made).toEqual({
      file: 'game/frames/sequence.json',
      bytes: packets.reduce((n, p) => n + p.data.byteLength, 0),
      written: 5,
      reused: 0,
    })
    expect(await store.list('game/')).toEqual([
      ...[1, 2, 3, 4, 5].map((n) => `game/frames/frame_00000${n}.png`),
      'game/frames/sequence.json',
    ])
    for (const [i, p] of packets.entries()) expect(await store.read(`game/frames/frame_00000${i + 1}.png`)).toEqual(p.data)
    expect(JSON.parse(new TextDecoder().decode(await store.read(made.file)))).toEqual({
      schema: 'PictureSequence',
      version: '1.0.0',
      pattern: 'frame_%06d.png',
      first: 1,
      frames: 5,
      width: 9,
      height: 5,
      fps,
    })
    expect(store.writes.at(-1)).toBe(made.file)
  })

  it('[Q4] goes on where it was stopped', async () => {
    const store = new WatchedStore()
    const controller = new AbortController()
    const [a, b] = await film()
    const lazy = {
      async *[Symbol.asyncIterator]() {
        yield a
        controller.abort()
        yield b
      },
    }
    await expect(conformSequence(lazy, shape(5), store, { folder: 'f', signal: controller.signal })).rejects.toThrow(CancelledError)
    expect(await store.list()).toEqual([1, 2, 3].map((n) => `f/frame_00000${n}.png`))
    expect(await conformSequence([a, b], shape(5), store, { folder: 'f' })).toMatchObject({ written: 2, reused: 3 })
    expect(await conformSequence([a, b], shape(5), store, { folder: 'f' })).toMatchObject({ written: 0, reused: 5 })
  })

  it('[Q5] rewrites what changed, and removes what a longer one left', async () => {
    const store = new WatchedStore()
    const [a, b] = await film()
    await conformSequence([a, b, await pictureSegment(3, 1, fps)], shape(6), store, { folder: 'f' })
    await store.write('f/notes.txt', new Uint8Array(1))
    await store.write('f/frame_x.png', new Uint8Array(1))
    store.writes = []
    const made = await conformSequence([await pictureSegment(9, 3, fps), b], shape(5), store, { folder: 'f' })
    expect(made).toMatchObject({ written: 3, reused: 2 })
    expect(store.writes).toEqual([...[1, 2, 3].map((n) => `f/frame_00000${n}.png`), 'f/sequence.json'])
    expect(await store.list()).toEqual([
      ...[1, 2, 3, 4, 5].map((n) => `f/frame_00000${n}.png`),
      'f/frame_x.png',
      'f/notes.txt',
      'f/sequence.json',
    ])
  })

  it('[Q6] does not say that it is whole while it is not', async () => {
    const store = new MemoryStore()
    const [a, b] = await film()
    await conformSequence([a, b], shape(5), store, { folder: 'f' })
    await expect(conformSequence([await pictureSegment(9, 3, fps)], shape(5), store, { folder: 'f' })).rejects.toThrow(
      'expected 5 frames, got 3',
    )
    expect(await store.has('f/sequence.json')).toBe(false)
  })

  it.each<[string, () => Promise<EncodedSegment[]>, RegExp]>([
    ['video', async () => [segment(1, 5, fps)], /expected pictures, got avc1/],
    ['another size', async () => [{ ...(await pictureSegment(1, 5, fps)), width: 10 }], /expected 9×5, got 10×5/],
    ['another rate', async () => [{ ...(await pictureSegment(1, 5, fps)), fps: { num: 25, den: 1 } }], /frames a second/],
    ['too many', async () => [await pictureSegment(1, 6, fps)], /expected 5 frames, got more/],
    ['nothing', async () => [], /expected 5 frames, got 0/],
  ])('[Q7] refuses %s', async (_, make, message) => {
    const work = conformSequence(await make(), shape(5), new MemoryStore(), { folder: 'f' })
    await expect(work).rejects.toThrow(message)
    await expect(work).rejects.toThrow(PipelineError)
  })

  it('[Q10] writes light as OpenEXR files, says what their numbers mean, and takes no other pictures for it', async () => {
    const store = new MemoryStore()
    const head = { key: 'k', shotKey: 's', firstFrame: 0, frames: 2 }
    const encoder = openPictureEncoder(exrChoice(9, 5), fps, head)
    for (const level of [0, 255]) await encoder.add({ light: lightOfPicture(new Uint8Array(180).fill(level)) })
    const light = await encoder.finish()
    const made = await conformSequence([light], shape(2), store, { folder: 'f', format: 'exr' })
    expect(made).toMatchObject({ written: 2, reused: 0 })
    expect(await store.list()).toEqual(['f/frame_000001.exr', 'f/frame_000002.exr', 'f/sequence.json'])
    expect(JSON.parse(new TextDecoder().decode(await store.read('f/sequence.json')))).toMatchObject({
      pattern: 'frame_%06d.exr',
      values: EXR_VALUES,
    })
    expect(await conformSequence([light], shape(2), store, { folder: 'f', format: 'exr' })).toMatchObject({ written: 0, reused: 2 })
    await expect(conformSequence([light], shape(2), store, { folder: 'f' })).rejects.toThrow('expected pictures, got exr')
    const png = [await pictureSegment(1, 2, fps)]
    await expect(conformSequence(png, shape(2), store, { folder: 'f', format: 'exr' })).rejects.toThrow('expected pictures in exr, got png')
    await expect(conformSequence(png, shape(2), store, { folder: 'f', format: 'exr', pattern: '%06d.png' })).rejects.toThrow('ends in .exr')
  })

  it('[Q8] names pictures as it is told', () => {
    expect(sequenceName('nes-%04d.png', 7)).toBe('nes-0007.png')
    expect(sequenceName('%06d.png', 1_234_567)).toBe('1234567.png')
    expect(sequenceName('%06d.exr', 7)).toBe('000007.exr')
    for (const bad of ['a.png', '%06d%06d.png', '../%06d.png', 'a/%06d.png', '%06d.jpg', '.%06d.png', '%d.png', ''])
      expect(() => sequenceName(bad, 1), bad).toThrow(RangeError)
  })
})
