import { describe, expect, it } from 'vitest'
import { RATE, type SpokenSound } from '../../../src/audio'
import { speechLevel } from '../../../src/audio/voices/level'
import { SpokenLine } from '../../../src/film'
import { loadSpeech } from './load-speech'
import { periodicity } from './measure'
import { ALIKE_HASH, hashOf, hashOfSpoken, MAN, SCOT, utterance, WOMAN } from './spoken'

const speech = loadSpeech()
const LINE = 'We were never on that road, and nobody saw the lorry. Why would I lie?'
const decibels = (x: number) => 20 * Math.log10(x)
const peakOf = (samples: Float32Array) => samples.reduce((a, x) => Math.max(a, Math.abs(x)), 0)

describe('speech', () => {
  it('has phones that last as long as its samples, whatever the pace and the formant', () => {
    for (const voice of [WOMAN, MAN, SCOT, { ...MAN, base: 'kal16' } as const])
      for (const more of [{ pace: 1.4 }, { formant: 1.2, pitchHz: 260 }, { formant: 0.86, pace: 0.75 }]) {
        const { line, samples } = speech.speak(utterance('Nobody saw the lorry. Why would I lie?', { ...voice, ...more }))
        expect(SpokenLine.parse(line)).toEqual(line)
        const sum = line.phones.reduce((s, p) => s + p.s, 0)
        expect(Math.abs(sum - samples.length / RATE)).toBeLessThan(0.001)
        expect(Math.abs(line.seconds - samples.length / RATE)).toBeLessThan(0.001)
      }
  })

  it('says the phones and stresses of its words', () => {
    const { line } = speech.speak(utterance('A photograph. Hello?'))
    const said = line.phones.map((p) => (p.stressed ? p.phone.toUpperCase() : p.phone)).filter((p) => p !== 'pau')
    expect(said.join(' ')).toBe('ax f OW t ax g r AE f hh ax l OW')
  })

  it('says when each word is said', () => {
    const { line } = speech.speak(utterance("She saw Mr. Jones's car, I-I swear. It was red."))
    expect(line.words?.map((w) => w.word)).toEqual("She saw mister Jones's car I I swear It was red".split(' '))
    for (const [i, w] of line.words!.entries()) expect(w.t + w.s).toBeLessThanOrEqual((line.words![i + 1]?.t ?? line.seconds) + 1e-6)
    // The phones that begin and end it.
    const spelled = (word: string) => {
      const { t, s } = line.words!.find((w) => w.word === word)!
      let at = 0
      const phones = line.phones.filter((p) => {
        at += p.s
        return at - p.s > t - 1e-5 && at < t + s + 1e-5
      })
      return phones.map((p) => p.phone).join(' ')
    }
    expect(['She', 'saw', 'mister', "Jones's", 'car', 'swear', 'was', 'red'].map(spelled)).toEqual([
      'sh iy',
      's ao',
      'm ih s t er',
      'jh ow n z ax z',
      'k aa r',
      's w eh r',
      'w aa z',
      'r eh d',
    ])
  })

  it('is the same again, and after other lines, and everywhere', () => {
    const first = speech.speak(utterance(LINE, MAN))
    speech.speak(utterance('Something else entirely.', SCOT, 'shout'))
    const again = speech.speak(utterance(LINE, MAN))
    expect(again.line).toEqual(first.line)
    expect(hashOf(again)).toBe(hashOf(first))
    expect(hashOfSpoken(speech)).toBe(ALIKE_HASH)
  })

  it('is as loud in every line', () => {
    for (const voice of [WOMAN, MAN, SCOT])
      for (const text of ['No.', 'Sssh.', 'Where were you when the lights went out?']) {
        const { samples } = speech.speak(utterance(text, voice))
        expect(Math.abs(decibels(speechLevel(samples)) + 23), text).toBeLessThan(0.5)
        expect(decibels(peakOf(samples))).toBeLessThan(-3)
      }
    const level = (delivery: 'plain' | 'whisper' | 'soft' | 'shout') =>
      decibels(speechLevel(speech.speak(utterance(LINE, MAN, delivery)).samples))
    expect(level('shout')).toBeGreaterThan(level('plain') + 4)
    expect(level('soft')).toBeLessThan(level('plain') - 4)
    expect(level('whisper')).toBeLessThan(level('soft'))
  })

  it('is louder where it is exclaimed', () => {
    const { line, samples } = speech.speak(utterance('We never saw the lorry. We never saw the lorry!', MAN))
    const pause = line.phones.findIndex((p, i) => i > 0 && p.phone === 'pau')
    const cut = Math.round(line.phones.slice(0, pause + 1).reduce((s, p) => s + p.s, 0) * RATE)
    const more = decibels(speechLevel(samples.subarray(cut)) / speechLevel(samples.subarray(0, cut)))
    expect(more).toBeGreaterThan(1.5)
    expect(more).toBeLessThan(3)
  })

  it('speaks at the pitch that is asked for', () => {
    for (const [voice, pitches] of [
      [WOMAN, [150, 195, 250]],
      [MAN, [82, 105, 140]],
      [SCOT, [95, 125, 160]],
    ] as const)
      for (const [i, pitchHz] of pitches.entries()) {
        const formant = [1, 1.15, 0.92][i]!
        const { samples } = speech.speak(utterance('We were never on that road.', { ...voice, pitchHz, formant }))
        const { hz } = periodicity(samples)
        expect(Math.abs(hz / pitchHz - 1), `${voice.base} ${pitchHz} ${formant}: ${hz}`).toBeLessThan(0.08)
      }
  })

  it('rises at the end of what is asked for a yes or a no, and nowhere else', () => {
    for (const voice of [WOMAN, MAN]) {
      const told = speech.speak(utterance('You walked all the way home.', voice))
      const asked = speech.speak(utterance('You walked all the way home?', voice))
      expect(asked.line.phones).toEqual(told.line.phones)
      const end = ({ samples }: SpokenSound) => periodicity(samples.subarray(-0.22 * RATE)).hz
      const start = ({ samples }: SpokenSound) => periodicity(samples.subarray(0, 0.5 * RATE)).hz
      expect(end(asked) / end(told)).toBeGreaterThan(1.2)
      expect(start(asked) / start(told)).toBeLessThan(1.1)
    }
    const why = speech.speak(utterance('Why did you walk all the way home?', MAN))
    expect(periodicity(why.samples.subarray(-0.22 * RATE)).hz).toBeLessThan(MAN.pitchHz * 1.05)
  })

  it('whispers without a voice', () => {
    for (const voice of [WOMAN, MAN]) {
      expect(periodicity(speech.speak(utterance(LINE, voice)).samples).share).toBeGreaterThan(0.7)
      expect(periodicity(speech.speak(utterance(LINE, voice, 'whisper')).samples).share).toBeLessThan(0.1)
    }
  })

  it('takes as long as the pace says', () => {
    const { seconds } = speech.speak(utterance(LINE)).line
    for (const pace of [0.7, 1.4]) expect(speech.speak(utterance(LINE, { ...WOMAN, pace })).line.seconds * pace).toBeCloseTo(seconds, 0)
  })

  it('begins and ends without silence or a click, and pauses between sentences', () => {
    const { line, samples } = speech.speak(utterance('Stop. I mean it… Stop.'))
    expect(line.phones[0]).toMatchObject({ phone: 'pau' })
    expect(line.phones[0]!.s).toBeLessThan(0.03)
    expect(Math.abs(samples[0]!) + Math.abs(samples.at(-1)!)).toBe(0)
    const pauses = line.phones.slice(1, -1).filter((p) => p.phone === 'pau')
    expect(pauses.map((p) => p.s > 0.3)).toEqual([true, true])
    expect(pauses[1]!.s).toBeGreaterThan(pauses[0]!.s)
  })

  it('is a short silence where nothing is said', () => {
    for (const text of ['...', '?!', '', ' (beat) ', '♪']) {
      const { line, samples } = speech.speak(utterance(text))
      expect(line.phones).toEqual([{ phone: 'pau', s: line.seconds }])
      expect(peakOf(samples)).toBe(0)
    }
  })
})
