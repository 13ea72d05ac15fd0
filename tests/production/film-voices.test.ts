import { describe, expect, it } from 'vitest'
import { SoundPlan, type SpokenLine, type Utterance } from '../../src/film'
import { openProduction, planSound, shotsInRange, soundOfPart, soundWish } from '../../src/production'

const SCRIPT = `INT. KITCHEN - NIGHT

ANNA (30) sits at the table. BEN (60, gruff) stands at the window.

ANNA
You said that you would be here before the rain came, and you were not.

BEN
(whispering)
I know what I said.

BEN (V.O.)
I never told her where I was.

RADIO (FILTERED)
Gale warning.

ANNA
(shouting)
Then say it!
`
const GERMAN = SCRIPT.replace(
  /(ANNA|BEN|RADIO)(?: \([A-Z.]+\))?\n(?:\(.*\)\n)?.+\n/g,
  '$1\nIch weiß nicht, was du meinst, aber es ist nicht gut.\n\n',
)

/** Everybody takes two seconds. */
const asked: Utterance[] = []
const speak = (wanted: ReadonlyMap<string, Utterance>) => {
  asked.splice(0, asked.length, ...wanted.values())
  return new Map([...wanted.keys()].map((key): [string, SpokenLine] => [key, { seconds: 2, phones: [{ phone: 'aa', s: 2 }] }]))
}

function film(script = SCRIPT, yaml = '') {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const files = [
    { name: 'film.yaml', bytes: bytes(`script: film.fountain\nfps: 24\n${yaml}`) },
    { name: 'film.fountain', bytes: bytes(script) },
  ]
  const opened = openProduction({ files, main: 'film.yaml' }, { speak })
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
  return { ...opened, sound: planSound(opened.film, soundWish(opened.production, opened.film)) }
}
const linesOf = ({ sound }: ReturnType<typeof film>) => sound.shots.flatMap((s) => (s.lines ?? []).map((line) => ({ ...line, shot: s })))

describe('the voices of a film', () => {
  it('are asked for every line once, by who says it and how', () => {
    const { speech } = film().film
    expect(asked.map((u) => [u.text, u.delivery])).toEqual([
      ['You said that you would be here before the rain came, and you were not.', 'plain'],
      ['I know what I said.', 'whisper'],
      ['I never told her where I was.', 'plain'],
      ['Gale warning.', 'plain'],
      ['Then say it!', 'shout'],
    ])
    expect(speech.voices.get('anna')?.base).toBe('slt')
    expect(speech.voices.get('ben')?.pitchHz).toBeLessThan(150)
    expect(asked[0]?.voice).toEqual(speech.voices.get('anna'))
  })

  it('are heard from where their shots have them, once, over cuts too', () => {
    const made = film()
    expect(() => SoundPlan.parse(made.sound)).not.toThrow()
    const lines = linesOf(made)
    const of = (text: string) => lines.filter((l) => l.utterance.text.startsWith(text))
    expect(of('You said')[0]).toMatchObject({ from: 'scene', seconds: 2, gainDb: 0 })
    expect(of('You said')[0]!.distanceM).toBeGreaterThan(0.5)
    expect(of('I never')[0]).toMatchObject({ from: 'over', pan: 0 })
    expect(of('Gale')[0]).toMatchObject({ from: 'device', pan: 0 })
    // Begun once; in the next shots it began before them.
    const fps = 24
    for (const text of ['You said', 'I know', 'I never', 'Gale', 'Then']) {
      const starts = new Set(of(text).map((l) => l.shot.startFrame + l.frame))
      expect(starts.size, text).toBe(1)
      for (const l of of(text)) expect(l.frame, text).toBeGreaterThan(-2 * fps - 1)
    }
  })

  it('are in a part of the film as they are in all of it', () => {
    const made = film()
    const { plan } = made.film.store
    const [, second] = plan.shots
    const from = (second?.startFrame ?? 0) + 5
    const part = soundOfPart(made.sound, shotsInRange(plan, { from, to: plan.frames }))
    const heard = (sound: SoundPlan, by: number) =>
      sound.shots.flatMap((s) => (s.lines ?? []).map((l) => [l.utterance.text, s.startFrame + l.frame + by]))
    const whole = heard(made.sound, 0)
    for (const line of heard(part, from)) expect(whole).toContainEqual(line)
    expect(heard(part, from).length).toBeGreaterThan(3)
  })

  it('are what the production asks for, or nobody', () => {
    const { speech } = film(
      SCRIPT,
      'characters:\n  - { name: BEN, voice: { name: bass, pitch: 81 } }\n  - { name: ANNA, voice: none }',
    ).film
    expect(speech.voices.get('ben')?.pitchHz).toBeCloseTo(81, 0)
    expect(speech.voices.has('anna')).toBe(false)
    expect(asked.map((u) => u.text)).not.toContain('Then say it!')
    expect(linesOf(film(SCRIPT, 'sound: { dialogue: -6 }'))[0]?.gainDb).toBe(-6)
    for (const mute of ['sound: { dialogue: none }', 'sound: none']) {
      const silent = film(SCRIPT, mute)
      expect([asked, linesOf(silent)]).toEqual([[], []])
      expect(silent.film.shotList.scenes[0]?.beats.some((b) => b.spoken)).toBe(false)
    }
  })

  it('are silent in a language that they do not speak, and it is said', () => {
    const { film: made, diagnostics } = film(GERMAN)
    expect(made.speech.voices.size).toBe(0)
    expect(diagnostics.filter((d) => d.rule === 'sound.language')).toMatchObject([{ severity: 'info', file: 'film.fountain' }])
    expect(film().diagnostics.some((d) => d.rule === 'sound.language')).toBe(false)
  })

  it('refuse a pitch that nobody has', () => {
    expect(() => film(SCRIPT, 'characters: [{ name: BEN, voice: { pitch: 4000 } }]')).toThrow(/production.voice.*60 to 400/)
  })
})
