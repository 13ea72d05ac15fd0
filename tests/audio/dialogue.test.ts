import { describe, expect, it } from 'vitest'
import { Mixer, RATE, type Speaker } from '../../src/audio'
import { heardAs } from '../../src/audio/dialogue/heard-as'
import type { SoundLine } from '../../src/film'
import { fileOf, quietPlan, rest, sine } from './tones'

const VOICE = { base: 'slt', pitchHz: 200, spreadHz: 20, pace: 1, formant: 1 } as const
const LINE: SoundLine = {
  utterance: { text: 'Hello.', voice: VOICE, delivery: 'plain' },
  frame: 12,
  seconds: 1,
  from: 'scene',
  gainDb: 0,
  pan: 0,
  distanceM: 1.5,
}
const AT = (12 * RATE) / 24

/** A second of a tone in place of speech; counts how often it was asked. */
function speaker(): Speaker & { asked: number } {
  const { left: samples } = sine(1, 440, -20)
  const made = {
    asked: 0,
    speak: () => {
      made.asked++
      return { samples }
    },
  }
  return made
}

const rms = (samples: Float32Array): number => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)
const levelDb = (samples: Float32Array): number => 20 * Math.log10(rms(samples))

const noFiles = new Map()
const mixed = (lines: SoundLine[], over = {}) => rest(new Mixer(quietPlan(over, { lines }), noFiles, speaker()))

describe('dialogue', () => {
  it('is heard from the first sample of its frame on, as long as it is, as loud as it was spoken', () => {
    const { left, right } = mixed([LINE])
    expect(left.subarray(0, AT).every((x) => x === 0)).toBe(true)
    expect(levelDb(left.subarray(AT, AT + RATE))).toBeCloseTo(-23.01, 1)
    expect(left.subarray(AT + RATE).every((x) => x === 0)).toBe(true)
    expect(right).toEqual(left)
  })

  it('needs somebody to speak, and asks once for a line in two shots', () => {
    expect(() => new Mixer(quietPlan({}, { lines: [LINE] }), noFiles)).toThrow('nobody to speak')
    const [shot] = quietPlan().shots
    const two = [
      { ...shot!, frames: 24, lines: [LINE] },
      { ...shot!, key: 'b', startFrame: 24, frames: 24, lines: [{ ...LINE, frame: -12, pan: 0.9 }] },
    ]
    const voice = speaker()
    const { left, right } = rest(new Mixer(quietPlan({ shots: two }), noFiles, voice))
    expect(voice.asked).toBe(1)
    // It goes on over the cut without a hole or a click, and turns to its side behind it.
    const tone = sine(1, 440, -20).left
    for (let i = 0; i < RATE - 480; i += 7) expect(Math.abs((left[AT + i] as number) - (tone[i] as number))).toBeLessThan(0.07)
    const behind = (side: Float32Array) => rms(side.subarray(RATE + 480, AT + RATE))
    expect(behind(right)).toBeGreaterThan(1.2 * behind(left))
    expect(left.subarray(AT + RATE).every((x) => x === 0)).toBe(true)
  })

  it('is quieter from afar, but never lost; and as loud as the production has it', () => {
    const of = (over: Partial<SoundLine>) => levelDb(mixed([{ ...LINE, ...over }]).left.subarray(AT, AT + RATE))
    expect(of({ distanceM: 5 })).toBeLessThan(of({}) - 3)
    expect(of({ distanceM: 500 })).toBeGreaterThan(of({}) - 8.1)
    expect(of({ gainDb: 6 })).toBeCloseTo(of({}) + 6, 1)
  })

  it('is answered by its room where it is in one', () => {
    const hall = { here: { key: 'hall', layers: [], room: { rt60S: 2, sizeM: 15, wetDb: -8 } } }
    const tail = (over: Partial<SoundLine>) =>
      rms(mixed([{ ...LINE, ...over }], { places: hall }).left.subarray(AT + RATE, AT + RATE + 9600))
    expect(tail({})).toBeGreaterThan(1e-4)
    expect(tail({ from: 'off' })).toBeGreaterThan(tail({}))
    expect(tail({ from: 'over' })).toBe(0)
  })

  it('comes out of a telephone without lows and highs, and from beside the picture duller', () => {
    const through = (from: SoundLine['from'], hz: number) => levelDb(heardAs(sine(0.5, hz, -20).left, from).subarray(4800))
    expect(through('device', 100)).toBeLessThan(through('device', 1000) - 12)
    expect(through('device', 8000)).toBeLessThan(through('device', 1000) - 12)
    expect(through('off', 9000)).toBeLessThan(through('off', 500) - 6)
    expect(through('scene', 9000)).toBeCloseTo(through('scene', 500), 1)
  })

  it('music gives way to it before it begins, by 9 dB, and comes back within a second and a half', () => {
    const shot = { frames: 144, lines: [{ ...LINE, frame: 48 }] }
    const { left: music } = sine(6, 300, -26)
    const cue = { file: 'a', bus: 'music' as const, startFrame: 0, skipS: 0, fadeInS: 0, fadeOutS: 0, gainDb: 0, loop: false, pan: 0 }
    const mixer = new Mixer(
      quietPlan({ frames: 144, cues: [cue] }, shot),
      new Map([['a', fileOf({ left: music, right: music })]]),
      speaker(),
    )
    const heard: number[] = []
    while (mixer.at < mixer.samples) {
      mixer.next({ left: new Float32Array(480), right: new Float32Array(480) })
      heard.push(levelDb(mixer.buses.music.left))
    }
    const at = (s: number) => heard[Math.round(s * 100)] as number
    expect(at(1.4)).toBeCloseTo(-29, 0)
    expect(at(2.05)).toBeLessThan(at(1.4) - 8.5)
    expect(at(2.9)).toBeLessThan(at(1.4) - 8.5)
    expect(at(4.4)).toBeCloseTo(at(1.4), 0)
  })

  it('music gives way to lines that were recorded, too', () => {
    const tone = (hz: number) => fileOf(sine(2, hz, -26))
    const cue = { startFrame: 0, skipS: 0, fadeInS: 0, fadeOutS: 0, gainDb: 0, loop: false, pan: 0 }
    const level = (cues: object[]) => {
      const mixer = new Mixer(
        quietPlan({ cues: cues as never }),
        new Map([
          ['m', tone(300)],
          ['d', tone(500)],
        ]),
      )
      mixer.seek(RATE)
      mixer.next({ left: new Float32Array(480), right: new Float32Array(480) })
      return levelDb(mixer.buses.music.left)
    }
    const music = { ...cue, file: 'm', bus: 'music' }
    expect(level([music, { ...cue, file: 'd', bus: 'dialogue' }])).toBeCloseTo(level([music]) - 9, 0)
  })
})
