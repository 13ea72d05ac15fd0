import { expect, test } from 'vitest'
import { frameToSeconds } from '../../../src/film'
import { FPS, planText } from './plan-text'

/** One terse line each, and Ben is looked at after it. */
const LINES = [
  'Anna waves.',
  'Anna claps.',
  'Anna bows.',
  'Anna salutes.',
  'Anna cries.',
  'Anna laughs, nods and shrugs.',
  'Anna drinks.',
  'Anna hugs Ben.',
  'Anna slaps Ben.',
  'Anna knocks.',
  'Anna opens the window.',
  'Anna hands Ben the key.',
  'Anna takes off her coat.',
]

/** The share of every act that is in a shot of whoever does it. */
function seenOf(text: string): { readonly act: string; readonly share: number }[] {
  const { shots, blocking } = planText(text).scenes[0]!
  const cuts = shots.shots.map((s) => ({
    from: frameToSeconds(s.startFrame, FPS),
    to: frameToSeconds(s.startFrame + s.frames, FPS),
    of: s.subjects,
  }))
  return blocking.performances.flatMap(({ character, acts }) =>
    acts.map(({ verb, t0, t1 }) => {
      const seen = cuts
        .filter((c) => c.of.length === 0 || c.of.includes(character))
        .reduce((s, c) => s + Math.max(0, Math.min(c.to, t1) - Math.max(c.from, t0)), 0)
      return { act: `${character} ${verb}`, share: seen / (t1 - t0) }
    }),
  )
}

test('an act is seen whole before the next shot, however terse the line', () => {
  const cut: string[] = []
  for (const line of LINES) {
    const all = seenOf(`INT. KITCHEN - DAY\n\nANNA (30) and BEN (40) stand by the table.\n\n${line}\n\nBen watches her.`)
    const hers = all.filter((a) => a.act.startsWith('anna'))
    expect(hers, line).not.toEqual([])
    for (const { act, share } of hers) if (share < 0.9) cut.push(`${line} ${act}: ${share.toFixed(2)}`)
  }
  expect(cut).toEqual([])
})
