import { describe, expect, it } from 'vitest'
import { Mixer, mixFilm, QUANTUM, RATE, type Stereo } from '../../src/audio'
import { Ambience } from '../../src/audio/ambience'
import { AMBIENCES, CONTACTS, type SoundContact } from '../../src/film'
import { fileOf, quietPlan, rest, sine } from './tones'

const STEP: SoundContact = { kind: 'step', frame: 12, surface: 'wood', strength: 0.5, pan: 0, distanceM: 3 }

const rms = (samples: Float32Array): number => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)

/** First sample above a level. */
const onset = (samples: Float32Array, level: number): number => samples.findIndex((x) => Math.abs(x) > level)

const noFiles = new Map()

describe('mixer', () => {
  it.each(CONTACTS)('%s is heard from the first sample of its frame on, and not before', (kind) => {
    const { left } = rest(new Mixer(quietPlan({}, { contacts: [{ ...STEP, kind }] }), noFiles))
    const at = (12 * RATE) / 24
    expect(left.subarray(0, at).every((x) => x === 0)).toBe(true)
    // Within a millisecond.
    expect(onset(left, 1e-3)).toBeLessThanOrEqual(at + 48)
  })

  it('what is at the left is louder on the left, what is far is quieter', () => {
    const of = (over: Partial<SoundContact>) => rest(new Mixer(quietPlan({}, { contacts: [{ ...STEP, ...over }] }), noFiles))
    const [near, far] = [of({ pan: -0.8 }), of({ pan: -0.8, distanceM: 12 })]
    expect(rms(near.left)).toBeGreaterThan(2 * rms(near.right))
    expect(rms(near.left)).toBeGreaterThan(3 * rms(far.left))
  })

  it('a room goes on sounding where the open air does not', () => {
    const room = { key: 'hall', layers: [], room: { rt60S: 2, sizeM: 15, wetDb: -8 } }
    const tail = (sound: Stereo) => rms(sound.left.subarray(RATE, RATE + 9600))
    const contacts = [STEP]
    expect(tail(rest(new Mixer(quietPlan({ places: { here: room } }, { contacts }), noFiles)))).toBeGreaterThan(1e-5)
    expect(tail(rest(new Mixer(quietPlan({}, { contacts }), noFiles)))).toBe(0)
  })

  it.each(AMBIENCES)('%s sounds as loud as it is asked to, and never beyond full scale at −20 dB', (kind) => {
    const ambience = new Ambience({ key: 'k', layers: [{ kind, levelDb: -20 }] })
    let [sum, peak, count] = [0, 0, 0]
    for (let q = 0; q < 1500; q++) {
      const out = { left: new Float32Array(QUANTUM), right: new Float32Array(QUANTUM) }
      ambience.add(q * QUANTUM, out)
      for (const x of [...out.left, ...out.right]) {
        sum += x * x
        peak = Math.max(peak, Math.abs(x))
        count++
      }
    }
    const db = 10 * Math.log10(sum / count)
    // What comes and goes is quieter on the whole than while it sounds.
    expect(db).toBeLessThan(-17)
    expect(db).toBeGreaterThan(-34)
    expect(peak).toBeLessThan(1)
  })

  const WEATHER = {
    here: {
      key: 'ext-pier',
      layers: AMBIENCES.map((kind) => ({ kind, levelDb: -40 })),
      room: { rt60S: 0.8, sizeM: 20, wetDb: -14 },
    },
  }

  it('the same plan is the same samples, and the same from anywhere in it', () => {
    const plan = quietPlan({ places: WEATHER, frames: 96 }, { frames: 96, contacts: [STEP, { ...STEP, frame: 60 }] })
    const all = rest(new Mixer(plan, noFiles))
    expect(rest(new Mixer(plan, noFiles)).left).toEqual(all.left)
    const mixer = new Mixer(plan, noFiles)
    mixer.seek(2.5 * RATE)
    expect(mixer.at).toBe(2.5 * RATE)
    const late = rest(mixer)
    const whole = all.left.subarray(2.5 * RATE)
    let worst = 0
    for (let i = 0; i < late.left.length; i++) worst = Math.max(worst, Math.abs((late.left[i] as number) - (whole[i] as number)))
    // What filters and echo remember has died away.
    expect(worst).toBeLessThan(2e-4)
    expect(rms(late.left)).toBeGreaterThan(1e-3)
  })

  it('a place goes on over a cut inside it and crosses into the next without a hole', () => {
    const air = (key: string) => ({ key, layers: [{ kind: 'air' as const, levelDb: -20 }], room: { rt60S: 0, sizeM: 5, wetDb: -60 } })
    const shot = quietPlan().shots[0]!
    const at = (n: number, place: string) => ({ ...shot, key: `s${n}`, startFrame: n * 24, frames: 24, place })
    const three = { frames: 72, shots: [at(0, 'a'), at(1, 'a'), at(2, 'b')], places: { a: air('a'), b: air('b') } }
    const cut = rest(new Mixer(quietPlan(three), noFiles))
    const uncut = rest(new Mixer(quietPlan({ ...three, shots: [{ ...at(0, 'a'), frames: 48 }, at(2, 'b')] }), noFiles))
    expect(uncut.left).toEqual(cut.left)
    for (let n = 0.5; n < 2.4; n += 0.05) expect(rms(cut.left.subarray(n * RATE, n * RATE + 4800))).toBeGreaterThan(0.03)
  })

  it('nothing at all is heard in a silent shot', () => {
    const file = fileOf(sine(2, 440, -12))
    const cue = { file: 'a.wav', bus: 'music' as const, startFrame: 0, skipS: 0, fadeInS: 0, fadeOutS: 0, gainDb: 0, loop: false, pan: 0 }
    const plan = quietPlan({ places: WEATHER, cues: [cue] }, { silent: true, contacts: [STEP] })
    const { left } = rest(new Mixer(plan, new Map([['a.wav', file]])))
    expect(left.subarray(480).every((x) => x === 0)).toBe(true)
    expect(rms(left.subarray(0, 240))).toBeGreaterThan(1e-3)
  })

  it('a file begins on its frame, fades, turns to its side, loops and ends on its frame', () => {
    const files = new Map([['a.wav', fileOf(sine(0.5, 480, -6))]])
    const cue = { file: 'a.wav', bus: 'music' as const, startFrame: 6, skipS: 0, fadeInS: 0, fadeOutS: 0, gainDb: -6, loop: false, pan: 0 }
    const heard = (over: object) => rest(new Mixer(quietPlan({ cues: [{ ...cue, ...over }] }), files))
    const plain = heard({})
    const tone = sine(0.5, 480, -12)
    for (let i = 0; i < 24000; i += 13) expect(plain.left[12000 + i]).toBeCloseTo((tone.left[i] as number) * 10 ** 0, 3)
    expect(plain.left.subarray(0, 12000).every((x) => x === 0)).toBe(true)
    expect(plain.left.subarray(36000).every((x) => x === 0)).toBe(true)
    const looped = heard({ loop: true, endFrame: 42 })
    expect(rms(looped.left.subarray(60000, 83000))).toBeCloseTo(rms(tone.left), 2)
    expect(looped.left.subarray(84000).every((x) => x === 0)).toBe(true)
    // Heard from its midst: a second of a file of half a second that goes round is its beginning.
    expect(heard({ loop: true, heardS: 1 }).left).toEqual(heard({ loop: true }).left)
    expect(
      heard({ heardS: 0.4 })
        .left.subarray(12000 + 4800)
        .every((x) => x === 0),
    ).toBe(true)
    expect(rms(heard({ fadeInS: 0.4 }).left.subarray(12000, 13000))).toBeLessThan(0.2 * rms(tone.left))
    expect(rms(heard({ pan: 1 }).left)).toBe(0)
    expect(() => new Mixer(quietPlan({ cues: [{ ...cue, file: 'b.wav' }] }), files)).toThrow('"b.wav" is not there')
  })
})

describe('mixFilm', () => {
  const files = new Map([['a.wav', fileOf(sine(5, 700, -30))]])
  const cue = { file: 'a.wav', bus: 'music' as const, startFrame: 0, skipS: 0, fadeInS: 0, fadeOutS: 0, gainDb: 0, loop: false, pan: 0 }
  const plan = (liftDb: number, over = {}) =>
    quietPlan({ frames: 101, cues: [cue], master: { loudnessLufs: -16, peakDbtp: -1, liftDb }, ...over }, { frames: 101, contacts: [STEP] })

  it('brings a film to its loudness, exactly as many samples as it has frames', async () => {
    let count = 0
    const report = await mixFilm(plan(40), files, {
      onBlock: ({ left }) => {
        count += left.length
      },
    })
    expect(report.samples).toBe(202000)
    expect(count).toBe(202000)
    expect(Math.abs((report.loudnessLufs as number) + 16)).toBeLessThanOrEqual(0.1)
    expect(report.truePeakDb as number).toBeLessThanOrEqual(-1)
    expect(Object.keys(report.busesDb).sort()).toEqual(['foley', 'music'])
  })

  it('lifts a quiet film only so far, and says what it came to', async () => {
    const report = await mixFilm(plan(3), files)
    expect(report.gainDb).toBe(3)
    expect((report.loudnessLufs as number) - (report.mixedLufs as number)).toBeCloseTo(3, 1)
  })

  it('two mixes have one hash; one step more has another; a silent film has one too', async () => {
    const one = await mixFilm(plan(12), files)
    expect((await mixFilm(plan(12), files)).hash).toBe(one.hash)
    expect((await mixFilm(plan(12, { shots: quietPlan().shots }), files)).hash).not.toBe(one.hash)
    const silent = await mixFilm(quietPlan(), noFiles)
    expect(silent).toMatchObject({ gainDb: 0, busesDb: {} })
    expect(silent.loudnessLufs).toBeUndefined()
  })

  it('stops where it is told to', async () => {
    const stop = mixFilm(plan(12), files, {
      breathe: (done) => {
        if (done > 0.4) throw new Error('stopped')
      },
    })
    await expect(stop).rejects.toThrow('stopped')
  })
})
