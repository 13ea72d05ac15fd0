import { BufferSource, EncodedPacketSink, Input, MP4 } from 'mediabunny'
import { describe, expect, it } from 'vitest'
import { conformMovie, type EncodedSegment } from '../../src/encode'
import type { FrameRate } from '../../src/film'
import { CancelledError, MemoryStore, PipelineError } from '../../src/pipeline'
import { AVC, segment } from './fabricate'

async function conform(segments: Iterable<EncodedSegment>, frames: number, fps: FrameRate, signal?: AbortSignal) {
  const store = new MemoryStore()
  const made = await conformMovie(
    segments,
    { width: 320, height: 180, fps, frames },
    await store.open('movie.mp4'),
    signal ? { signal } : {},
  )
  return { made, store, bytes: (await store.read('movie.mp4')) as Uint8Array }
}

/** Names and sizes of the boxes at the top of an MP4. */
function boxes(bytes: Uint8Array): { name: string; at: number; size: number }[] {
  const out = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.byteLength; ) {
    const short = view.getUint32(at)
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short
    out.push({ name: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), at, size })
    at += size
  }
  return out
}

async function packetsOf(bytes: Uint8Array) {
  const input = new Input({ source: new BufferSource(bytes), formats: [MP4] })
  const track = (await input.getPrimaryVideoTrack())!
  const sink = new EncodedPacketSink(track)
  const packets = []
  for await (const p of sink.packets()) packets.push(p)
  return { input, track, packets }
}

describe.each<[FrameRate, number]>([
  [{ num: 24, den: 1 }, 24000],
  [{ num: 24000, den: 1001 }, 24000],
  [{ num: 30000, den: 1001 }, 30000],
  [{ num: 25, den: 1 }, 25000],
])('conformMovie at %o', (fps, timescale) => {
  it('[C1] keeps every packet, at exact times', async () => {
    const segments = [segment(1, 48, fps), segment(2, 1, fps), segment(3, 31, fps)]
    const { bytes, made } = await conform(segments, 80, fps)
    expect(made).toEqual({ bytes: bytes.byteLength, codec: AVC.codec })
    const { track, packets } = await packetsOf(bytes)
    expect(packets.length).toBe(80)
    expect(await track.getTimeResolution()).toBe(timescale)
    packets.forEach((p, i) => {
      expect(Math.round(p.timestamp * timescale), `frame ${i}`).toBe((i * fps.den * timescale) / fps.num)
      expect(Math.round(p.duration * timescale), `frame ${i}`).toBe((fps.den * timescale) / fps.num)
    })
    expect(packets.filter((p) => p.type === 'key').map((p) => packets.indexOf(p))).toEqual([0, 48, 49])
    expect(packets.map((p) => [...p.data])).toEqual(segments.flatMap((s) => s.packets.map((p) => [...p.data])))
    expect(await track.computeDuration()).toBeCloseTo((80 * fps.den) / fps.num, 9)
  })
})

describe('conformMovie', () => {
  const fps = { num: 24, den: 1 }

  it('[C2] puts the index in front of the pictures', async () => {
    const { bytes } = await conform([segment(1, 48, fps)], 48, fps)
    expect(boxes(bytes).map((b) => b.name)).toEqual(['ftyp', 'moov', 'free', 'mdat'])
  })

  it('[C3] makes equal files from equal packets: no dates', async () => {
    const a = await conform([segment(1, 48, fps)], 48, fps)
    await new Promise((r) => setTimeout(r, 1100))
    const b = await conform([segment(1, 48, fps)], 48, fps)
    expect(a.bytes).toEqual(b.bytes)
  })

  it('[C4] asks for one segment at a time', async () => {
    let open = 0
    let most = 0
    const lazy = {
      async *[Symbol.asyncIterator]() {
        for (let i = 0; i < 6; i++) {
          open++
          most = Math.max(most, open)
          yield segment(i, 24, fps)
          open--
        }
      },
    }
    const store = new MemoryStore()
    await conformMovie(lazy, { width: 320, height: 180, fps, frames: 144 }, await store.open('m'))
    expect(most).toBe(1)
  })

  it.each<[string, () => EncodedSegment[], number]>([
    ['too few frames', () => [segment(1, 10, fps)], 20],
    ['too many frames', () => [segment(1, 30, fps)], 20],
    ['nothing', () => [], 20],
    ['another size', () => [{ ...segment(1, 20, fps), width: 640 }], 20],
    ['another rate', () => [{ ...segment(1, 20, fps), fps: { num: 25, den: 1 } }], 20],
    ['no key frame first', () => [{ ...segment(1, 20, fps), packets: segment(1, 21, fps).packets.slice(1) }], 20],
    ['another codec', () => [segment(1, 10, fps), segment(2, 10, fps, { ...AVC, codec: 'avc1.42e01e' })], 20],
    ['another avcC', () => [segment(1, 10, fps), segment(2, 10, fps, { ...AVC, description: AVC.description!.map((b) => b ^ 1) })], 20],
  ])('[C5] refuses %s and leaves nothing behind', async (_, make, frames) => {
    const store = new MemoryStore()
    await expect(conformMovie(make(), { width: 320, height: 180, fps, frames }, await store.open('m'))).rejects.toThrow(PipelineError)
    expect(await store.list()).toEqual([])
  })

  it('[C6] stops when told, and leaves nothing behind', async () => {
    await expect(conform([segment(1, 48, fps)], 48, fps, AbortSignal.abort())).rejects.toThrow(CancelledError)
  })

  it('[C7] writes profile and level of AV1, which its box would lack', async () => {
    const decoder = { codec: 'av01.0.08M.08', codedWidth: 320, codedHeight: 180 }
    const { bytes } = await conform([segment(1, 4, fps, decoder)], 4, fps)
    const text = Buffer.from(bytes).toString('latin1')
    const at = text.indexOf('av1C')
    expect([...bytes.subarray(at + 4, at + 8)]).toEqual([0x81, 0x08, 0x0c, 0])
    const { track } = await packetsOf(bytes)
    expect(await track.getCodec()).toBe('av1')
  })
})
