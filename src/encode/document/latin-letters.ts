/** Letters that no accent makes of Latin ones, as those write them who know no others: Cyrillic by BGN/PCGN 1947, Greek by ELOT 743. */
const LETTERS: Readonly<Record<string, string>> = {
  ...pairs('абвгдезийклмнопрстуфхыэ', 'a b v g d e z i y k l m n o p r s t u f kh y e'),
  ...pairs('жцчшщъьюяєіїґўђјљњћџѓќѕ', 'zh ts ch sh shch _ _ yu ya ye i yi g u dj j lj nj c dz gj kj dz'),
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ...pairs('łđħŧıĸŋəŀ', 'l d h t i k ng e l'),
}

/** Lower and upper case of single letters, each with what it is written as; `_` for nothing. */
function pairs(letters: string, latin: string): Record<string, string> {
  const out: Record<string, string> = {}
  const written = latin.split(' ').map((w) => (w === '_' ? '' : w))
  ;[...letters].forEach((letter, i) => {
    const as = written[i] ?? ''
    out[letter] = as
    const upper = letter.toUpperCase()
    if (upper !== letter && [...upper].length === 1 && out[upper] === undefined) out[upper] = as.charAt(0).toUpperCase() + as.slice(1)
  })
  return out
}

/**
 * A text in letters that can be set: accents go where they must, Cyrillic and Greek are written in Latin letters, and of any other
 * letter its number is named (U+4E2D), so that no two names become one.
 * @param known whether a code point can be set.
 */
export function inLatin(text: string, known: (codePoint: number) => boolean): string {
  const can = (c: string) => known(c.codePointAt(0) ?? 0)
  const letters = [...text.normalize('NFC')]
  const capital = (c: string | undefined) => c !== undefined && c !== c.toLowerCase()
  return letters
    .map((c, i) => {
      if (can(c)) return c
      // Greek writes one sound as ου.
      const own = /^[υύ]$/i.test(c) && /^[οό]$/i.test(letters[i - 1] ?? '') ? (capital(c) ? 'U' : 'u') : LETTERS[c]
      // Among capitals all of a letter is one.
      if (own !== undefined) return capital(c) && (capital(letters[i + 1]) || capital(letters[i - 1])) ? own.toUpperCase() : own
      const bare = [...c.normalize('NFKD')].map((d) => (can(d) ? d : LETTERS[d])).join('')
      if (bare !== '') return bare
      // Marks that stand on nothing, and what only joins, are not seen.
      return /[\p{M}\p{Cf}\p{Cc}]/u.test(c)
        ? ''
        : /\s/u.test(c)
          ? ' '
          : `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} `
    })
    .join('')
    .trimEnd()
}
