import { describe, expect, it } from 'vitest'
import { openProduction } from '../../../src/production'
import { file, load } from './files'

const INLINE = (mark: string) => `meta: { title: Inline }
script: ${mark}
  INT. KITCHEN - DAY

  BOB (40) sits. /* never closed

  BOB
  Hello.
`
const found = (text: string) =>
  openProduction({ files: [file('film.yaml', text)], main: 'film.yaml' }).diagnostics.map(({ file, line, column }) => ({
    file,
    line,
    column,
  }))

describe('a script that stands in the master file', () => {
  it('is found fault with at its own line and column there', () => {
    expect(found(INLINE('|'))).toEqual([{ file: 'film.yaml', line: 5, column: 18 }])
    expect(found(INLINE('|').replace(/^ {2}/gm, '      '))).toEqual([{ file: 'film.yaml', line: 5, column: 22 }])
  })

  it('is found fault with where it begins when its lines are not those of the file', () => {
    const quoted = `script: "INT. KITCHEN - DAY\\n\\nBOB (40) sits. /* never closed\\n"\n`
    expect(found(quoted)).toEqual([{ file: 'film.yaml', line: 1, column: 9 }])
  })

  it('keeps what is emphasised nowhere in its title', () => {
    const title = (line: string) => load(`script: |\n  Title: ${line}\n\n  INT. ROOM - DAY\n\n  Nothing.`).production.meta.title
    expect(title('The short_film of Ada')).toBe('The short_film of Ada')
    expect(title('_**Heavy**_ Rain')).toBe('Heavy Rain')
  })
})
