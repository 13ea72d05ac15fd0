import { describe, expect, it } from 'vitest'
import { inLatin } from '../../../src/encode/document/latin-letters'

/** As Helvetica has them, about. */
const latin1 = (c: number) => (c >= 32 && c < 127) || (c >= 160 && c < 256)

describe('inLatin', () => {
  it.each([
    ['MARA', 'MARA'],
    ['Übergang', 'Übergang'],
    ['МАРИЯ', 'MARIYA'],
    ['Щука', 'Shchuka'],
    ['Ёж', 'Ezh'],
    ['ΕΛΈΝΗ Νάκου', 'ELENI Nakou'],
    ['Łukasz Đorđe', 'Lukasz Dorde'],
    ['Nguyễn Văn', 'Nguyen Van'],
    ['ﬁn', 'fin'],
    ['中', 'U+4E2D'],
    ['a‍b', 'ab'],
  ])('%s → %s', (text, as) => {
    expect(inLatin(text, latin1)).toBe(as)
  })

  it('never hides a letter behind a question mark', () => {
    const all = Array.from({ length: 0x3000 }, (_, i) => String.fromCodePoint(0xa0 + i)).filter((c) => /\p{L}/u.test(c))
    expect(all.filter((c) => inLatin(c, latin1).includes('?'))).toEqual([])
  })
})
