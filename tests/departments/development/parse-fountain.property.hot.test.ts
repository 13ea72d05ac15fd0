import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longScript } from '../../../src/cli/long-script'
import { breakDown, parseFountain } from '../../../src/departments/development'
import { canonicalJson, Script } from '../../../src/film'

const FRAGMENTS = [
  'INT. ROOM - DAY',
  'EXT. SEA - LATER #2#',
  'MONTAGE - X',
  '.FORCED',
  'MARA',
  'BOB (V.O.) ^',
  '@x',
  '(aside)',
  '~la',
  '!ACT',
  '> C <',
  '>X',
  '# S',
  '= s',
  '===',
  '[[',
  ']]',
  '/*',
  '*/',
  '[[n]]',
  '/* b */',
  '*a*',
  '**b',
  '_u_',
  '\\*',
  'MARA (30, red hair) sits.',
  'TWO MEN run.',
  'the Second Man',
  'Hello.',
  '  ',
  '\t',
  '',
  '\r\n',
  '\r',
  '\n',
  '\u00a0',
  '\u2028',
  '\ud800',
  'Title: x',
  'ДА',
  '雨',
  '<b>&amp;',
  '{{{',
  'CUT TO:',
]
const scripts = fc
  .array(
    fc.tuple(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 12 })), fc.constantFrom('\n', '\n\n', ' ', '')),
    { maxLength: 60 },
  )
  .map((list) => list.flat().join(''))

/** Letters and digits of a text, in order of their number: what may not get lost. */
const letters = (text: string) => (text.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? []).length

describe('any text', () => {
  test('is read without a crash into a valid artifact, twice the same', () => {
    fc.assert(
      fc.property(scripts, (text) => {
        const script = parseFountain(text)
        expect(Script.safeParse(script).success).toBe(true)
        expect(canonicalJson(parseFountain(text))).toBe(canonicalJson(script))
        breakDown(script)
        const keys = script.scenes.map((s) => s.key)
        expect(new Set(keys).size).toBe(keys.length)
        const known = new Set(script.characters.map((c) => c.key))
        expect(known.size).toBe(script.characters.length)
        for (const scene of script.scenes) {
          for (const key of scene.characters) expect(known).toContain(key)
          let last = scene.line
          for (const element of scene.elements) {
            expect(element.endLine).toBeGreaterThanOrEqual(element.line)
            if (element.kind === 'note') continue
            expect(element.line).toBeGreaterThanOrEqual(last)
            last = element.line
            if (element.kind === 'dialogue') expect(known).toContain(element.character)
          }
        }
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  test('keeps every letter that is not in boneyard', () => {
    const words = fc.constantFrom(...FRAGMENTS.filter((f) => !/[/*[\]\\_{}:\r]|Title|\ud800/.test(f)))
    const text = fc
      .array(fc.tuple(words, fc.constantFrom('\n', '\n\n')), { maxLength: 40 })
      .map((l) => `INT. START - DAY\n\n${l.flat().join('')}`)
    fc.assert(
      fc.property(text, (t) => {
        const script = parseFountain(t)
        let n = 0
        for (const scene of script.scenes) {
          n += letters(scene.heading.text) + letters(scene.heading.number ?? '')
          for (const e of scene.elements) {
            if (e.kind === 'dialogue')
              n += letters(e.cue) + letters(e.extensions.join('')) + e.parts.reduce((sum, p) => sum + letters(p.text), 0)
            else if ('text' in e) n += letters(e.text)
          }
        }
        expect(n).toBe(letters(t))
      }),
      { numRuns: 300, seed: 2 },
    )
  })

  test('line ends do not matter', () => {
    const text = longScript(4, 'ends')
    const read = (t: string) => canonicalJson(parseFountain(t))
    expect(read(text.replaceAll('\n', '\r\n'))).toBe(read(text))
    expect(read(text.replaceAll('\n', '\r'))).toBe(read(text))
    expect(read(`\uFEFF${text}`)).toBe(read(text))
  })

  test('a scene inserted in front renames nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer(),
        fc.constantFrom('INT. KITCHEN - DAY', 'EXT. ROOFTOP - NIGHT', '.ATTIC'),
        (pages, seed, heading) => {
          const text = longScript(pages, seed).replace(/^[\s\S]*?(?=(?:INT|EXT)\. )/, '')
          const keys = parseFountain(text).scenes.map((s) => s.key)
          expect(
            parseFountain(`${heading}\n\nSomething entirely new begins.\n\n${text}`)
              .scenes.map((s) => s.key)
              .slice(1),
          ).toEqual(keys)
        },
      ),
      { numRuns: 20, seed: 3 },
    )
  })
})

// How fast 120 pages are read is measured by `npm run must -- spine`.
describe('time', () => {
  const seconds = (text: string) => {
    const start = performance.now()
    breakDown(parseFountain(text))
    return (performance.now() - start) / 1000
  }

  const times = (text: string, chars = 120_000) => text.repeat(Math.ceil(chars / text.length))
  const H = 'INT. A - DAY\n\n'
  // Each took seconds to for ever in a parser that hands whole files to regular expressions.
  test.each([
    ['closed brackets', `${H}${times('>a<')}x`],
    ['centred words', H + times('> a < ')],
    ['title before U+2028', `Title: ${times('a')}\u2028`],
    ['leading blanks', `${H}${times(' ')}x`],
    ['indented lines', H + times(`${' '.repeat(120)}x\n\n`)],
    ['capital, blanks, letter', `${H}A${times(' ')}b`],
    ['capital, tabs, letter', `${H}A${times('\t')}b`],
    ['open boneyard', H + times('/* ')],
    ['open notes', H + times('[[ ')],
    ['open notes, a line each', H + times('[[ a\n')],
    ['open emphasis', H + times('*a ')],
    ['open bold italic', H + times('***a ')],
    ['underscores', H + times('_')],
    ['one long speech', `${H}BOB\n${times('x\n')}`],
    ['lyric first', `${H}BOB\n~a\n${times('x\n')}`],
    ['open brackets in speech', `${H}BOB\n${times('(a\n')}`],
    ['extensions', `${H}A${times('(a)')}\nx`],
    ['capitals', H + times('MARA ')],
    ['introductions', H + times('MARA, 30, ')],
    ['headings', times('INT. A - DAY\n')],
    ['heading words', H + times('INT. ')],
    ['escapes', H + times('\\*')],
    ['one long line', H + times('word ')],
    ['many speakers', H + Array.from({ length: 6000 }, (_, i) => `MAN ${i}\nHi.\n\n`).join('')],
  ])('%s are read in linear time', (_, text) => {
    expect(seconds(text)).toBeLessThan(10)
  })
})
