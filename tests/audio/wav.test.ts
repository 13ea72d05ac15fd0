import { describe, expect, it } from 'vitest'
import { readWav, type Stereo, WAV_FORMATS, wavBytes, wavHead } from '../../src/audio'
import { samplesAtRate, samplesOfFile } from '../../src/audio/wav/read-wav'
import { sine } from './tones'

const file = (sound: Stereo, format: (typeof WAV_FORMATS)[number]): Uint8Array => {
  const [head, body] = [wavHead(sound.left.length, format), wavBytes(sound, format)]
  const out = new Uint8Array(head.length + body.length)
  out.set(head)
  out.set(body, head.length)
  return out
}

describe('WAV', () => {
  it.each(WAV_FORMATS)('%s: what is written is read back', (format) => {
    const sound = sine(0.1, 440, -6)
    sound.right.fill(-0.25)
    const read = readWav(file(sound, format))
    expect(read).toMatchObject({ rate: 48000, channels: 2, samples: 4800 })
    const step = format === '16' ? 1 / 0x8000 : format === '24' ? 1 / 0x800000 : 0
    for (let i = 0; i < 4800; i += 7) {
      expect(Math.abs(read.at(i, 0) - (sound.left[i] as number))).toBeLessThanOrEqual(step)
      expect(read.at(i, 1)).toBe(-0.25)
    }
    expect(read.at(4800, 0)).toBe(0)
  })

  it('whole numbers are cut off at full scale, not turned over', () => {
    const read = readWav(file({ left: Float32Array.of(2, -2), right: Float32Array.of(1, -1) }, '16'))
    expect([read.at(0, 0), read.at(1, 0)]).toEqual([32767 / 32768, -1])
  })

  it('8-bit mono of another rate is played at the right pitch on both sides', () => {
    const samples = 2205
    const bytes = new Uint8Array(44 + samples)
    bytes.set(wavHead(0, '16'))
    const view = new DataView(bytes.buffer)
    view.setUint16(22, 1, true)
    view.setUint32(24, 22050, true)
    view.setUint16(34, 8, true)
    view.setUint32(40, samples, true)
    for (let i = 0; i < samples; i++) bytes[44 + i] = 128 + Math.round(100 * Math.sin((2 * Math.PI * 1000 * i) / 22050))
    const read = readWav(bytes)
    expect(samplesOfFile(read)).toBe(4800)
    const { left, right } = samplesAtRate(read, 0, 4800)
    expect(right).toEqual(left)
    for (let i = 200; i < 4600; i += 11) expect(left[i]).toBeCloseTo((100 / 128) * Math.sin((2 * Math.PI * 1000 * i) / 48000), 1)
  })

  it('what is none is refused with the reason', () => {
    expect(() => readWav(new Uint8Array(100))).toThrow('expected RIFF and WAVE')
    const odd = file(sine(0.01, 440, -6), '16')
    new DataView(odd.buffer).setUint16(20, 85, true)
    expect(() => readWav(odd)).toThrow('got format 85 of 16 bits')
  })
})
