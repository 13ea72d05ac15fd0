import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canSpeak } from '../../../src/audio'
import { phrasesOf } from '../../../src/audio/voices/speakable'
import { loadSpeech } from './load-speech'
import { MAN, utterance } from './spoken'

const said = (text: string) =>
  phrasesOf(text)
    .map((p) => p.text)
    .join(' | ')

describe('a line as it is said', () => {
  it.each([
    ['*Never* say _that_ **again**.', 'Never say that again'],
    ['“Smart” ‘quotes’ — and dashes—here', 'Smart quotes | and dashes | here'],
    ['(beat) Well. [laughs] Fine', 'Well | Fine'],
    ['He (my own brother, mind you) came', 'He, my own brother, mind you, came'],
    ['I-I don’t know… W-what?', "I I don't know | wuh what"],
    ['T-th-that’s a well-known liar', "tuh thuh that's a well known liar"],
    ['GIVE IT TO US! The FBI has it. NASA too.', 'give it to us | The F B I has it | nasa too'],
    ['HELLO, I AM THE DR. WHO', 'hello, I am the doctor who'],
    ['Mr. Smith lives on St. James St.', 'mister Smith lives on saint James street'],
    ['J. R. of the U.S. Marshals at 7 a.m. He left', 'J R of the U S Marshals at 7 A M | He left'],
    ['I saw J. R. Ewing with John F. Kennedy', 'I saw J R Ewing with John F Kennedy'],
    ['Plan B. Then we run', 'Plan B | Then we run'],
    ['It’s 5:30 p.m. or 10:00, 9:05', "It's 5:30 P M or 10 o'clock, 9 oh 5"],
    ['$3.50, £20, €1, 50%, 1,250.75, -5', '$3.50, 20 pounds, 1 euro, 50 percent, 1,250.75, minus 5'],
    ['Nooooo! Hmm. Shhh! Mmm-hmm. Aaaah', 'No | hum | shuh | um hum | ah'],
    ['Café Zoë, Straße', 'Cafe Zoe, Strasse'],
    ['Ask #5 @ www.example.com', 'Ask number 5 at w w w dot example dot com'],
    ['a'.repeat(99), 'aa'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected))

  it('pauses where its marks say so, longest where a thought trails off', () => {
    const [sentence, dash, trail, clause, last] = phrasesOf('One. Two -- three... four; five.').map((p) => p.pauseS)
    expect(last).toBe(0)
    expect(clause).toBeGreaterThan(0.1)
    expect(dash).toBeGreaterThan(clause!)
    expect(sentence).toBeGreaterThan(dash!)
    expect(trail).toBeGreaterThan(sentence!)
  })

  it('can be said, or be silent; letters that nobody here can say cannot', () => {
    for (const text of ['Hello', 'Zoë!', '7', '...', '', '?!', '(beat)', 'Привет, John said to me']) expect(canSpeak(text), text).toBe(true)
    for (const text of ['Привет', 'どこ？', 'Что, no?']) expect(canSpeak(text), text).toBe(false)
  })

  const bits = fc.constantFrom(
    ..."don't|FBI|3.5|$|£20|--|…|, |; |Mr.|p.m.|I-I|“|’|(|[|]|)|*|_|1,000|12:30|5-10|½|%|shhh|nooo|\n|\0|é|я|日|🙂|''|U.S.|007|1/2|:|!|?|-|x|z|the|99999999999|25:99|90's|#5|@|&|IV|e.g.|\u2028|\u200d|\\|<s>|0x1F|.5|5,|bcdfg|qqqqqq".split(
      '|',
    ),
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(bits, { maxLength: 15 }).map((a) => a.join(' ')),
    fc.array(bits, { maxLength: 15 }).map((a) => a.join('')),
  )

  it('has only what the engine knows, whatever is written', () => {
    fc.assert(
      fc.property(anything, fc.nat(40), (piece, times) => {
        const text = piece.repeat(times)
        for (const { text: phrase } of phrasesOf(text)) {
          expect(phrase).toMatch(/^[A-Za-z0-9$'.,:/ ]*[A-Za-z0-9][A-Za-z0-9$'.,:/ ]*$/)
          expect(phrase.length).toBeLessThanOrEqual(240)
        }
      }),
      { seed: 5, numRuns: 150 },
    )
  })

  it('is spoken, whatever is written', () => {
    const speech = loadSpeech()
    fc.assert(
      fc.property(anything, (text) => {
        const { line, samples } = speech.speak(utterance(text, { ...MAN, base: 'kal16' }))
        expect(samples.length).toBeGreaterThan(0)
        expect(samples.every(Number.isFinite)).toBe(true)
        expect(line.phones.every((p) => p.s > 0)).toBe(true)
      }),
      { seed: 3, numRuns: 30 },
    )
  })
})
