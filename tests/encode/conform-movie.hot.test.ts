import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { BufferSource, EncodedPacketSink, Input, MP4, WEBM } from 'mediabunny'
import { describe, expect, it } from 'vitest'
import { conformMovie, type EncodedSegment } from '../../src/encode'
import type { FrameRate } from '../../src/film'
import { CancelledError, MemoryStore, PipelineError, type StoreSink } from '../../src/pipeline'
import { AVC, pictureSegment, segment } from './fabricate'

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

/** Collects garbage, without a flag on the command line. */
const collect = (() => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
})()

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
  const input = new Input({ source: new BufferSource(bytes), formats: [MP4, WEBM] })
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

  it('[C8] joins in parts to what it joins at once', async () => {
    const all = [segment(1, 48, fps), segment(2, 1, fps), segment(3, 31, fps), segment(4, 20, fps)]
    const data = async (segments: EncodedSegment[]) => {
      const { bytes } = await conform(
        segments,
        segments.reduce((n, s) => n + s.packets.length, 0),
        fps,
      )
      const { packets } = await packetsOf(bytes)
      expect(packets[0]?.timestamp).toBe(0)
      return packets.map((p) => [p.type, ...p.data])
    }
    expect([...(await data(all.slice(0, 2))), ...(await data(all.slice(2)))]).toEqual(await data(all))
    // However the packets are cut into segments, the file is the same.
    const [a, b] = [segment(5, 48, fps), segment(6, 48, fps)]
    const one = { ...a, packets: [...a.packets, ...b.packets] }
    expect((await conform([a, b], 96, fps)).bytes).toEqual((await conform([one], 96, fps)).bytes)
  })

  it('[C9] stops within a frame, without asking for more', async () => {
    const controller = new AbortController()
    let asked = 0
    const lazy = {
      async *[Symbol.asyncIterator]() {
        for (let i = 0; i < 6; i++) {
          asked++
          if (i === 2) controller.abort()
          yield segment(i, 24, fps)
        }
      },
    }
    const { sink, state } = counting()
    await expect(conformMovie(lazy, { width: 320, height: 180, fps, frames: 144 }, sink, { signal: controller.signal })).rejects.toThrow(
      CancelledError,
    )
    expect([asked, state.aborted, state.closed]).toEqual([3, true, false])
  })

  it('[C10] says what a full disk said, and leaves nothing behind', async () => {
    const { sink, state } = counting(() => {
      throw new Error('disk full')
    })
    for (const container of ['mp4', 'webm'] as const) {
      const segments = [segment(1, 48, fps, VP9)]
      await expect(conformMovie(segments, { width: 320, height: 180, fps, frames: 48 }, sink, { container })).rejects.toThrow('disk full')
      expect([state.aborted, state.closed]).toEqual([true, false])
    }
  })

  it('[C11] carries H.265', async () => {
    const hvcc = Uint8Array.from([1, 1, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 93, 0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8, 0, 0, 0x0f, 0])
    const decoder = { codec: 'hvc1.1.6.L93.90', codedWidth: 320, codedHeight: 180, description: hvcc }
    const { bytes } = await conform([segment(1, 4, fps, decoder)], 4, fps)
    const { track, packets } = await packetsOf(bytes)
    expect([await track.getCodec(), packets.length]).toEqual(['hevc', 4])
    expect(Buffer.from(bytes).indexOf(Buffer.from(hvcc))).toBeGreaterThan(0)
  })

  it('[C12] refuses pictures, and what the container does not carry', async () => {
    const shape = { width: 9, height: 5, fps, frames: 2 }
    await expect(conformMovie([await pictureSegment(1, 2, fps)], shape, counting().sink)).rejects.toThrow('expected video, got pictures')
    await expect(
      conformMovie([segment(1, 2, fps)], { width: 320, height: 180, fps, frames: 2 }, counting().sink, { container: 'webm' }),
    ).rejects.toThrow('webm does not carry avc1.64000d')
  })
})

const VP9 = { codec: 'vp09.00.41.08', codedWidth: 320, codedHeight: 180 }

describe.each<[FrameRate]>([[{ num: 24, den: 1 }], [{ num: 24000, den: 1001 }]])('conformMovie to WebM at %o', (fps) => {
  it('[C13] keeps every packet, at its time', async () => {
    const segments = [segment(1, 48, fps, VP9), segment(2, 1, fps, VP9), segment(3, 31, fps, VP9)]
    const before = structuredClone(segments)
    const store = new MemoryStore()
    const shape = { width: 320, height: 180, fps, frames: 80 }
    const made = await conformMovie(segments, shape, await store.open('m.webm'), { container: 'webm' })
    const bytes = (await store.read('m.webm'))!
    expect(made).toEqual({ bytes: bytes.byteLength, codec: VP9.codec })
    expect(segments).toEqual(before)
    const { track, packets, input } = await packetsOf(bytes)
    expect((await input.getFormat()).name).toBe('WebM')
    expect([await track.getCodec(), await track.getCodedWidth(), await track.getCodedHeight()]).toEqual(['vp9', 320, 180])
    expect(packets.length).toBe(80)
    packets.forEach((p, i) => {
      // The format counts milliseconds.
      expect(Math.abs(p.timestamp - (i * fps.den) / fps.num), `frame ${i}`).toBeLessThan(0.000_500_1)
    })
    expect(packets.filter((p) => p.type === 'key').map((p) => packets.indexOf(p))).toEqual([0, 48, 49])
    expect(packets.map((p) => [...p.data])).toEqual(segments.flatMap((s) => s.packets.map((p) => [...p.data])))
    expect(await track.computeDuration()).toBeCloseTo((80 * fps.den) / fps.num, 2)
    await conformMovie(before, shape, await store.open('again.webm'), { container: 'webm' })
    expect(await store.read('again.webm')).toEqual(bytes)
  })
})

/** A sink that keeps nothing but counts. */
function counting(onWrite = () => {}): { sink: StoreSink; state: { bytes: number; writes: number; closed: boolean; aborted: boolean } } {
  const state = { bytes: 0, writes: 0, closed: false, aborted: false }
  return {
    state,
    sink: {
      write: async (_, data) => {
        onWrite()
        state.bytes += data.byteLength
        state.writes++
      },
      close: async () => {
        state.closed = true
      },
      abort: async () => {
        state.aborted = true
      },
    },
  }
}

describe('twenty minutes', () => {
  it.each<[FrameRate, number]>([
    [{ num: 24000, den: 1001 }, 1001],
    [{ num: 30000, den: 1001 }, 1001],
    [{ num: 24, den: 1 }, 1000],
  ])('[C15] at %o end where they should: one duration for all frames', async (fps, ticks) => {
    const frames = 28_800
    const { bytes } = await conform(
      Array.from({ length: frames / 48 }, (_, i) => segment(i & 255, 48, fps)),
      frames,
      fps,
    )
    const at = Buffer.from(bytes).indexOf('stts')
    const view = new DataView(bytes.buffer, bytes.byteOffset + at + 4)
    // Version and flags, entries, then count and duration of each.
    expect([0, 4, 8, 12].map((o) => view.getUint32(o))).toEqual([0, 1, frames, ticks])
  })
})

describe('memory', () => {
  const fps = { num: 24000, den: 1001 }

  it.each(['mp4', 'webm'] as const)('[C14] does not grow with the pictures of twenty minutes of %s', async (container) => {
    // Big enough that holding them would show: 28,800 frames of 4 kB are 115 MB.
    const size = 4096
    const minutes = async (frames: number) => {
      let most = 0
      const lazy = {
        async *[Symbol.asyncIterator]() {
          for (let at = 0; at < frames; at += 48) {
            const s = segment(at & 255, 48, fps, VP9)
            yield { ...s, packets: s.packets.map(({ key }) => ({ key, data: new Uint8Array(size) })) }
            if (at % 4800 === 0) most = Math.max(most, await held())
          }
          most = Math.max(most, await held())
        },
      }
      const { sink, state } = counting()
      const before = await held()
      const made = await conformMovie(lazy, { width: 320, height: 180, fps, frames }, sink, { container })
      expect(state.closed).toBe(true)
      expect(made.bytes).toBeGreaterThan(frames * size)
      return (most - before) / 1e6
    }
    await minutes(480)
    const grown = await minutes(28_800)
    console.log(`${container}: ${grown.toFixed(1)} MB more at most for 28,800 frames`)
    expect(grown).toBeLessThan(9)
  })
})

/** Bytes that cannot be collected now, on and off the heap. */
async function held(): Promise<number> {
  // What was let go of is given back a little later than it is collected.
  for (let i = 0; i < 3; i++) {
    await new Promise((r) => setTimeout(r, 5))
    collect()
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
