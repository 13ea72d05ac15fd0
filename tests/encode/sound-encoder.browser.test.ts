import { describe, expect, it } from 'vitest'
import { canEncodeSound, conformMovie, decodeSound, openSoundEncoder, type SoundCodec } from '../../src/encode'
import { MemoryStore } from '../../src/pipeline'
import { segment } from './fabricate'

const RATE = 48000

/** Clicks at these seconds, in silence. */
const CLICKS = [0.25, 0.5, 1, 1.75]

/** A movie of two seconds with clicks in it. */
async function movie(codec: SoundCodec): Promise<Uint8Array<ArrayBuffer>> {
  const samples = 2 * RATE
  const left = new Float32Array(samples)
  for (const t of CLICKS) for (let i = 0; i < 96; i++) left[t * RATE + i] = 0.8 * Math.sin(i * 0.4) * (1 - i / 96)
  const encoder = await openSoundEncoder(codec)
  const packets = [
    ...(await encoder.add({ left: left.subarray(0, RATE), right: left.subarray(0, RATE) })),
    ...(await encoder.add({ left: left.subarray(RATE), right: left.subarray(RATE) })),
    ...(await encoder.finish()),
  ]
  const info = encoder.info()
  encoder.close()
  const fps = { num: 24, den: 1 }
  const store = new MemoryStore()
  await conformMovie([segment(1, 48, fps)], { width: 320, height: 180, fps, frames: 48 }, await store.open('a'), {
    sound: {
      ...info,
      samples,
      packets: (async function* () {
        yield* packets
      })(),
    },
  })
  return (await store.read('a')) as Uint8Array<ArrayBuffer>
}

/** The same as the browser hears it. */
async function heard(codec: SoundCodec): Promise<Float32Array> {
  const context = new OfflineAudioContext(2, 2 * RATE, RATE)
  return (await context.decodeAudioData((await movie(codec)).slice().buffer)).getChannelData(0)
}

/** Milliseconds by which the clicks are late, as their energy lies. */
function late(sound: Float32Array): number[] {
  return CLICKS.map((t) => {
    const from = Math.round((t - 0.1) * RATE)
    let at = from
    for (let i = from; i < from + 0.2 * RATE; i++) if (Math.abs(sound[i] as number) > Math.abs(sound[at] as number)) at = i
    // The click is loudest at its first crest.
    return ((at - t * RATE - 4) / RATE) * 1000
  })
}

describe('sound in a movie', () => {
  it('AAC is heard where it was put, within a millisecond', async () => {
    for (const ms of late(await heard('aac'))) expect(Math.abs(ms)).toBeLessThan(1)
  })

  it('Opus is heard where it was put, within 7 ms', async () => {
    expect(await canEncodeSound('opus')).toBe(true)
    for (const ms of late(await heard('opus'))) expect(Math.abs(ms)).toBeLessThan(7)
  })

  it('a sound file of another kind is decoded to samples; what is none is refused by name', async () => {
    const sound = await decodeSound('clicks.m4a', await movie('aac'))
    expect([sound.rate, sound.channels]).toEqual([RATE, 2])
    for (const ms of late(Float32Array.from({ length: 2 * RATE }, (_, i) => sound.at(i, 0)))) expect(Math.abs(ms)).toBeLessThan(1)
    expect(sound.at(RATE, 1)).toBeCloseTo(sound.at(RATE, 0), 2)
    await expect(decodeSound('odd.mp3', new Uint8Array(500))).rejects.toThrow('odd.mp3')
  })
})
