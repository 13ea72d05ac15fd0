import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFountain, storyDays } from '../../../src/departments/development'
import { StoryTimeline } from '../../../src/film'

const days = (...scenes: string[]) =>
  storyDays(parseFountain(scenes.map((s) => (s.includes('\n') ? s : `${s}\n\nMara waits.`)).join('\n\n'))).scenes
const labels = (...scenes: string[]) => days(...scenes).map((s) => s.label)

describe('storyDays', () => {
  it('goes on in the same day until the clock would run backwards', () => {
    expect(labels('INT. A - DAY', 'INT. B - CONTINUOUS', 'EXT. C - NIGHT', 'INT. D - LATER', 'INT. E - DAY', 'INT. F - DAY')).toEqual([
      'D1',
      'D1',
      'N1',
      'N1',
      'D2',
      'D2',
    ])
    expect(labels('INT. A - NIGHT', 'EXT. B - DAWN', 'INT. C - MORNING', 'INT. D - AFTERNOON', 'INT. E - MORNING')).toEqual([
      'N1',
      'D2',
      'D2',
      'D2',
      'D3',
    ])
    expect(labels('INT. A - NIGHT', 'INT. B - 3:00 AM', 'INT. C - MIDNIGHT')).toEqual(['N1', 'N1', 'N2'])
    expect(labels('INT. A - DAY', 'INT. B - EVENING', 'INT. C - NIGHT', 'INT. D - SAME', 'INT. E - MOMENTS LATER')).toEqual([
      'D1',
      'N1',
      'N1',
      'N1',
      'N1',
    ])
  })
  it('knows the year of a scene where headings and cards tell it, and of those behind it', () => {
    const years = (...scenes: string[]) => days(...scenes).map((s) => s.year)
    expect(years('INT. BALLROOM - NIGHT - 1815', 'EXT. GARDEN - NIGHT', 'INT. C - DAY (1817)')).toEqual([1815, 1815, 1817])
    expect(years('INT. A - DAY', 'INT. ROOM 1815 - DAY')).toEqual([undefined, undefined])
    expect(years('INT. A - DAY - 1990', 'INT. B - DAY - 1815', 'INT. C - DAY - 1990')).toEqual([1990, 1815, 1990])
    expect(years('INT. A - DAY - 1815', 'INT. B - PRESENT DAY', 'INT. C - DAY')).toEqual([1815, undefined, undefined])
  })
  it.each([
    ['INT. B - THE NEXT MORNING', 2],
    ['INT. B - NEXT DAY', 2],
    ['INT. B - DAY (THREE DAYS LATER)', 4],
    ['INT. B - DAY - A WEEK LATER', 8],
    ['INT. B - DAY\n\nSUPER: TWO WEEKS LATER\n\nMara waits.', 15],
    ['INT. B - DAY\n\nTitle card: nothing.\n\nSUPERIMPOSE: “A couple of days later”\n\nMara waits.', 3],
    ['INT. B - DAY\n\n> TWENTY-FIVE DAYS LATER <\n\nMara waits.', 26],
    ['INT. B - DAY - SIX MONTHS LATER', 181],
    ['INT. B - TAG - DREI TAGE SPÄTER', 4],
    ['INT. B - DAY - LATER THAT DAY', 1],
    ['INT. B - LATER', 1],
    ['INT. DREAM FACTORY, ROOM 1408 - DAY', 1],
  ])('%s is day %i', (scene, day) => {
    expect(days('INT. A - DAY', scene).map((s) => s.day)).toEqual([1, day])
  })
  it('takes a title card at the end of a scene for the next', () => {
    expect(days('INT. A - DAY\n\nMara waits.\n\nMARA\nWell.\n\nSUPER: FIVE DAYS LATER', 'INT. B - DAY').map((s) => s.day)).toEqual([1, 6])
  })
  it('counts weekdays on from the first', () => {
    expect(days('INT. A - FRIDAY NIGHT', 'INT. B - SATURDAY', 'INT. C - NIGHT', 'INT. D - MONDAY MORNING').map((s) => s.day)).toEqual([
      1, 2, 2, 4,
    ])
  })
  it('puts flashbacks and dreams into strands of their own', () => {
    const s = days(
      'INT. A - NIGHT',
      'INT. B - DAY - FLASHBACK',
      'INT. C - NIGHT - FLASHBACK',
      'INT. A - NIGHT',
      'INT. B - DAY (DREAM)',
      'INT. A - MORNING',
    )
    expect(s.map((x) => x.label)).toEqual(['N1', 'FB1 D1', 'FB1 N1', 'N1', 'DR1 D1', 'D2'])
    expect(s.map((x) => x.order)).toEqual([2, 0, 1, 3, 4, 5])
  })
  it('holds a flashback that a card opens until a card ends it', () => {
    const s = days(
      'INT. A - DAY',
      'INT. B - DAY\n\nSUPER: TEN YEARS EARLIER\n\nMara runs.',
      'EXT. C - NIGHT',
      'INT. A - DAY\n\nSUPER: PRESENT DAY\n\nMara waits.',
    )
    expect(s.map((x) => [x.kind, x.years])).toEqual([
      ['present', 0],
      ['flashback', -10],
      ['flashback', -10],
      ['present', 0],
    ])
    const t = days(
      'INT. A - DAY\n\nMara waits.\n\nFLASHBACK TO:',
      'INT. B - DAY',
      'INT. C - DAY\n\nMara runs.\n\nEND FLASHBACK.',
      'INT. A - DAY',
    )
    expect(t.map((x) => x.kind)).toEqual(['present', 'flashback', 'flashback', 'present'])
  })
  it('reads calendar years', () => {
    const s = days(
      'INT. A - DAY\n\nSUPER: LONDON, 1987\n\nMara (9) runs.',
      'INT. B - DAY\n\nSUPER: 2019\n\nMara waits.',
      'EXT. C - DAY (1987)',
      'INT. D - DAY',
    )
    expect(s.map((x) => [x.kind, x.years])).toEqual([
      ['present', 0],
      ['present', 32],
      ['flashback', 0],
      ['present', 32],
    ])
  })
  it('says what goes on and what happens meanwhile, with the reason', () => {
    const s = days('INT. A - DAY', 'INT. B - CONTINUOUS', 'INT. C - MEANWHILE', 'INT. D - NIGHT', 'INT. E - DAY')
    expect(s.map((x) => [x.follows, x.meanwhile])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [false, false],
      [false, false],
    ])
    expect(s[4]?.why).toEqual({ rule: 'DAY behind a later hour is the next day', line: 17 })
  })
  it('reads any script and is right by its schema', () => {
    const folder = new URL('../../fixtures/scripts/', import.meta.url)
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.fountain'))) {
      const script = parseFountain(readFileSync(new URL(file, folder), 'utf8'))
      const timeline = StoryTimeline.parse(storyDays(script))
      expect(
        timeline.scenes.map((s) => s.sceneKey),
        file,
      ).toEqual(script.scenes.map((s) => s.key))
      expect(
        [...timeline.scenes.map((s) => s.order)].sort((a, b) => a - b),
        file,
      ).toEqual(script.scenes.map((_, i) => i))
    }
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'THREE',
            'YEARS',
            'LATER',
            'AGO',
            'SUPER:',
            'DAY',
            'NEXT',
            '-',
            '99999',
            'FLASHBACK',
            '(',
            'END',
            '1987',
            'MONDAY',
            '25:99',
            'ß',
            '夜',
          ),
          { maxLength: 9 },
        ),
        (w) => {
          const s = days('INT. A - DAY', `INT. B - ${w.join(' ')}`, `INT. C - NIGHT\n\n${w.join(' ')}\n\nX.`)
          for (const x of s) expect(Number.isSafeInteger(x.day) && Number.isSafeInteger(x.minute) && Number.isFinite(x.years)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})
