import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import { describe, expect, it } from 'vitest'
import {
  conformMovie,
  type DecoderInfo,
  openSoundEncoder,
  readSoundPart,
  type SoundCodec,
  SoundPartError,
  soundPackets,
  writeSoundPart,
} from '../../src/encode'
import { MemoryStore } from '../../src/pipeline'
import { segment } from './fabricate'

const VP9: DecoderInfo = { codec: 'vp09.00.10.08', codedWidth: 320, codedHeight: 180 }

/** A tone as AAC. */
async function tone(samples: number) {
  const encoder = await openSoundEncoder('aac')
  const packets: Uint8Array[] = []
  for (let from = 0; from < samples; from += 48000) {
    const block = Float32Array.from({ length: Math.min(48000, samples - from) }, (_, i) => 0.3 * Math.sin((from + i) * 0.05))
    packets.push(...(await encoder.add({ left: block, right: block })))
  }
  packets.push(...(await encoder.finish()))
  const info = encoder.info()
  encoder.close()
  return { ...info, packets }
}

async function* inOrder(packets: readonly Uint8Array[]) {
  yield* packets
}

/** A movie of so many frames with sound in it, read back. */
async function movie(
  frames: number,
  fps: { num: number; den: number },
  sound: { codec: SoundCodec; description: Uint8Array; packets: Uint8Array[] },
  container: 'mp4' | 'webm',
  decoder?: DecoderInfo,
) {
  const store = new MemoryStore()
  const samples = Math.round((frames * fps.den * 48000) / fps.num)
  const segments = Array.from({ length: Math.ceil(frames / 48) }, (_, i) => segment(i, Math.min(48, frames - i * 48), fps, decoder))
  await conformMovie(segments, { width: 320, height: 180, fps, frames }, await store.open('a'), {
    container,
    sound: { codec: sound.codec, description: sound.description, samples, packets: inOrder(sound.packets) },
  })
  const bytes = (await store.read('a')) as Uint8Array
  const input = new Input({ source: new BufferSource(bytes as Uint8Array<ArrayBuffer>), formats: ALL_FORMATS })
  const [video, audio] = [(await input.getPrimaryVideoTrack())!, (await input.getPrimaryAudioTrack())!]
  const packets = []
  for await (const p of new EncodedPacketSink(audio).packets()) packets.push(p)
  return { bytes, video, audio, packets, samples }
}

describe('a movie with sound', () => {
  it.each([
    [100, { num: 24, den: 1 }],
    [121, { num: 24000, den: 1001 }],
  ])('MP4 of %i frames: AAC begins with the picture and ends with it, within a frame', async (frames, fps) => {
    const sound = await tone(Math.round((frames * fps.den * 48000) / fps.num))
    const { video, audio, packets, samples } = await movie(frames, fps, sound, 'mp4')
    expect([audio.codec, audio.sampleRate, audio.numberOfChannels]).toEqual(['aac', 48000, 2])
    expect(await audio.getFirstTimestamp()).toBe(0)
    expect(packets).toHaveLength(soundPackets({ codec: 'aac', samples }))
    // The packet that only primes decoders is not there: the rest is whole and in order.
    expect(packets.map((p) => p.data.byteLength)).toEqual(sound.packets.slice(0, packets.length).map((p) => p.byteLength))
    for (const [i, p] of packets.entries()) expect(p.timestamp).toBeCloseTo((i * 1024) / 48000, 9)
    const off = (await audio.computeDuration()) - (await video.computeDuration())
    expect(off).toBeGreaterThan(-1e-4)
    expect(off).toBeLessThan(1024 / 48000)
  })

  it('sound lies beside the pictures it is heard with, and the index in front of both', async () => {
    const { bytes, video, packets } = await movie(240, { num: 24, den: 1 }, await tone(480000), 'mp4')
    const name = (at: number) => String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    expect(name(32) === 'moov' || name(0) === 'ftyp').toBe(true)
    const where = (data: Uint8Array) => Buffer.from(bytes).indexOf(Buffer.from(data))
    const frame = new EncodedPacketSink(video)
    for (const seconds of [1, 5, 9]) {
      const picture = where((await frame.getPacket(seconds))!.data)
      const heard = where(packets[Math.round((seconds * 48000) / 1024)]!.data)
      // Half a second of packets is gathered to a chunk.
      expect(Math.abs(picture - heard)).toBeLessThan(60_000)
    }
  })

  it('equal packets make equal files', async () => {
    const sound = await tone(96000)
    const [a, b] = [await movie(48, { num: 24, den: 1 }, sound, 'mp4'), await movie(48, { num: 24, den: 1 }, sound, 'mp4')]
    expect(Buffer.compare(a.bytes, b.bytes)).toBe(0)
    expect((await tone(96000)).packets.map((p) => [...p])).toEqual(sound.packets.map((p) => [...p]))
  })

  it('WebM carries Opus', async () => {
    const description = Uint8Array.from([...new TextEncoder().encode('OpusHead'), 1, 2, 56, 1, 128, 187, 0, 0, 0, 0, 0])
    const packets = Array.from({ length: 100 }, (_, i) => Uint8Array.of(0xfc, i, 1, 2))
    const made = await movie(48, { num: 24, den: 1 }, { codec: 'opus', description, packets }, 'webm', VP9)
    expect([made.audio.codec, made.packets.length]).toEqual(['opus', 100])
    expect(Math.abs((await made.audio.computeDuration()) - (await made.video.computeDuration()))).toBeLessThan(1 / 24)
  })

  it('says which packet is missing', async () => {
    const sound = await tone(96000)
    const short = { ...sound, packets: sound.packets.slice(0, 10) }
    await expect(movie(48, { num: 24, den: 1 }, short, 'mp4')).rejects.toThrow('packet 10 is missing')
  })
})

describe('a part of a sound', () => {
  const part = {
    codec: 'aac' as const,
    description: Uint8Array.of(17, 144),
    packets: [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint8Array.of(9)],
  }

  it('is read back as it was written', () => {
    const read = readSoundPart(writeSoundPart(part))
    expect({ ...read, packets: read.packets.map((p) => [...p]) }).toEqual({ ...part, packets: [[1, 2, 3], [], [9]] })
  })

  it('is refused when a byte is another, or missing', () => {
    const bytes = writeSoundPart(part)
    for (const at of [0, 12, bytes.length - 40, bytes.length - 1]) {
      const other = bytes.slice()
      other[at] = (other[at] as number) ^ 1
      expect(() => readSoundPart(other), `byte ${at}`).toThrow(SoundPartError)
    }
    expect(() => readSoundPart(bytes.slice(0, -1))).toThrow(SoundPartError)
  })
})
