import { describe, expect, it } from 'vitest'
import { isToday, readEra } from '../../src/film'

describe('readEra', () => {
  it('reads years, decades, centuries and names', () => {
    const years: readonly (readonly [string, number | undefined])[] = [
      ['1885', 1885],
      ['1950s', 1955],
      ["the '70s", 1975],
      ['the twenties', 1925],
      ['1900s', 1905],
      ['19th century', 1850],
      ['5th century BC', -450],
      ['44 BC', -44],
      ['2150', 2150],
      ['Victorian', 1885],
      ['medieval', 1250],
      ['Wild West', 1870],
      ['WW2', 1942],
      ['World War I', 1916],
      ['near future', 2060],
      ['far future', 2300],
      ['present day', 2020],
      ['once upon a time', undefined],
      ['', undefined],
    ]
    for (const [text, year] of years) expect(readEra(text)?.year, text).toBe(year)
  })

  it('knows today', () => {
    expect([1999, 2000, 2026, 2035].map(isToday)).toEqual([false, true, true, false])
  })
})
