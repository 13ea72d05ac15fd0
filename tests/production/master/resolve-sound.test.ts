import { describe, expect, it } from 'vitest'
import { silence, wavBytes, wavHead } from '../../../src/audio'
import type { SoundPlan } from '../../../src/film'
import { openProduction } from '../../../src/production'
import { planSound } from '../../../src/production/plan-sound'
import { soundWish } from '../../../src/production/sound-wish'
import { file, KITCHEN, load, rules } from './files'

/** A second of silence. */
const wav = (name: string) => {
  const bytes = new Uint8Array(44 + 48000 * 4)
  bytes.set(wavHead(48000, '16'))
  bytes.set(wavBytes(silence(48000), '16'), 44)
  return { name, bytes }
}

const FILES = [wav('music/theme.wav'), wav('bell.wav')]

function soundOf(yaml: string) {
  const answer = openProduction({
    files: [file('film.yaml', `script: kitchen.fountain\nfps: 24\n${yaml}`), KITCHEN, ...FILES],
    main: 'film.yaml',
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics))
  const plan: SoundPlan = planSound(answer.film, soundWish(answer.production, answer.film))
  return { plan, index: answer.film.store.plan, answer }
}

describe('sound of a production', () => {
  it('files are heard with scenes, with shots and at times, as they are asked to be', () => {
    const { plan, index, answer } = soundOf(`
sound:
  loudness: -23
  true_peak: -2
  music:
    - { file: music/theme.wav, scenes: 2-3, gain: -6, fade_in: 2, loop: true }
    - { file: music/theme.wav, scene: 1 }
  effects: [{ file: bell.wav, shot: sc2.sh1, offset: 0.5, pan: -0.5 }, { file: bell.wav, at: "0:02.5", duration: 0.25 }]
  ambience: -6
  foley: none
`)
    expect(answer.diagnostics.filter((d) => d.rule.includes('not-yet') || d.rule.includes('sound'))).toEqual([])
    const second = index.shots.find((s) => s.address === 'sc2.sh1')!.startFrame
    expect(plan.cues.map(({ file, bus, startFrame, endFrame }) => [file, bus, startFrame, endFrame])).toEqual([
      ['music/theme.wav', 'music', 0, second],
      ['bell.wav', 'effects', 60, 66],
      ['music/theme.wav', 'music', second, undefined],
      ['bell.wav', 'effects', second + 12, undefined],
    ])
    expect(plan.cues[2]).toMatchObject({ gainDb: -6, fadeInS: 2, loop: true })
    expect(plan.master).toEqual({ loudnessLufs: -23, peakDbtp: -2, liftDb: 60 })
    expect(plan.shots.every((s) => s.contacts.length === 0)).toBe(true)
  })

  it('a shot is silent, or has a sound of its own', () => {
    const { plan, index } = soundOf(
      'shots:\n  - { name: sc1.sh1, sound: none }\n  - { name: sc2.sh1, sound: { file: bell.wav, at: 0.25 } }',
    )
    expect(plan.shots.filter((s) => s.silent).map((s) => s.key)).toEqual([index.shots[0]!.key])
    const second = index.shots.find((s) => s.address === 'sc2.sh1')!
    expect(plan.cues).toMatchObject([{ file: 'bell.wav', bus: 'effects', startFrame: second.startFrame + 6 }])
  })

  it('changes no picture, and is another run', () => {
    const [plain, loud] = [soundOf(''), soundOf('sound: { music: bell.wav, ambience: none }')]
    expect(loud.index.shots.map((s) => s.sliceHash)).toEqual(plain.index.shots.map((s) => s.sliceHash))
    expect(loud.answer.runId).not.toBe(plain.answer.runId)
    expect(Object.values(loud.plan.places).flatMap((p) => p.layers)).toEqual([])
    expect(soundOf('sound: none').plan.shots.every((s) => s.silent)).toBe(true)
  })

  it.each([
    ['music: gone.wav', 'production.sound-file', 'there is no sound gone.wav'],
    ['music: [{ gain: 3 }]', 'production.sound-file', 'a sound without a file'],
    ['music: kitchen.fountain', 'production.sound-file', 'cannot be read as sound'],
    ['effects: [{ file: bell.wav, at: soon }]', 'production.sound-time', 'this is no time'],
    ['effects: [{ file: bell.wav, shot: that one }]', 'production.sound-shot', 'is no shot'],
    ['effects: [{ file: bell.wav, gain: 90 }]', 'production.sound-value', 'expected -80 to 24'],
    ['loudness: 3', 'production.sound-value', 'expected -40 to -5'],
  ])('refuses %s', (yaml, rule, words) => {
    const { diagnostics } = load(`script: kitchen.fountain\nsound: { ${yaml} }`, undefined, FILES)
    expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.rule)).toEqual([rule])
    expect(diagnostics.find((d) => d.rule === rule)?.message).toContain(words)
  })

  it('says what it does not know, and a WAV that is none', () => {
    expect(rules(load('script: kitchen.fountain\nsound: { musik: bell.wav }', undefined, FILES), 'warning')).toEqual([
      'production.sound-key',
    ])
    const broken = { name: 'bell.wav', bytes: new TextEncoder().encode('RIFF and nothing') }
    const { diagnostics } = load('script: kitchen.fountain\nsound: { music: bell.wav }', undefined, [broken])
    expect(diagnostics.map((d) => d.message)).toEqual(['bell.wav: WAV: expected RIFF and WAVE at the start'])
  })
})

describe('sound of an output', () => {
  it.each([
    ['{ name: a }', 'aac'],
    ['{ name: a, audio: opus }', 'opus'],
    ['{ name: a, container: webm }', 'opus'],
    ['{ name: a, codec: png }', 'wav'],
    ['{ name: a, audio: none }', undefined],
    ['{ name: a, container: webp }', undefined],
  ])('%s has %s', (output, sound) => {
    expect(soundOf(`outputs: [${output}]`).answer.outputs[0]?.sound).toBe(sound)
  })
})
