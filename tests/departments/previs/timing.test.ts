import { describe, expect, test } from 'vitest'
import { actionSeconds, countWords, speechSeconds } from '../../../src/departments/previs'
import { actionBeats, sentences, speechBeats } from '../../../src/departments/previs/split-text'

describe('timing', () => {
  test('speech runs at 165 words a minute', () => {
    const eleven = 'one two three four five six seven eight nine ten eleven'
    expect(speechSeconds(eleven)).toBeCloseTo(4, 5)
    expect(speechSeconds('No.')).toBe(0.8)
    expect(speechSeconds('Well, yes, I do.')).toBeGreaterThan(speechSeconds('Well yes I do'))
  })
  test('counts words of any script', () => {
    expect(countWords("Don't, he said.")).toBe(3)
    expect(countWords('你好世界')).toBe(2)
    expect(countWords('')).toBe(0)
  })
  test('actions last as long as they read, within bounds', () => {
    expect(actionSeconds('He nods.')).toBe(1.2)
    expect(actionSeconds('Mara walks in.')).toBeGreaterThanOrEqual(2.6)
    expect(actionSeconds('x'.repeat(900))).toBe(8)
    expect(actionSeconds('ANNA (34, in a long grey coat, scarf, gloves, boots and a hat) nods.')).toBe(actionSeconds('ANNA nods.'))
  })
})

describe('splitting', () => {
  test('sentences keep their stops, and titles do not end them', () => {
    expect(sentences('Dr. Lee waits. Nobody comes! "Hello?" Rain.')).toEqual(['Dr. Lee waits.', 'Nobody comes!', '"Hello?"', 'Rain.'])
  })
  test('no words are lost', () => {
    const text =
      'Red sun. She walks, and walks, and walks down the long road that leads to the harbour, where the boats have not moved for years, past the closed shops, past the church. He waits.'
    expect(actionBeats(text).join(' ')).toBe(text)
    const speech = `${'I remember the day, the rain, and everything you said to me. '.repeat(6)}Do you?`
    expect(speechBeats(speech).join(' ')).toBe(speech)
    for (const s of speechBeats(speech)) expect(speechSeconds(s)).toBeLessThan(9)
  })
})
