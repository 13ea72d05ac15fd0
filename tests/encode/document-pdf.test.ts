import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { castCharacter } from '../../src/departments/characters'
import { documentPdf, encodePng } from '../../src/encode'
import { openProduction } from '../../src/production'
import { castBook, costumeBible } from '../../src/production/cast-sheets'
import { sc } from '../stage/actors/any-person'

const SCRIPT = `Title: The Übergang

INT. KITCHEN - DAY

MARA (40s, green coat, jeans) trips. Blood on her coat.

MARA
Oh.

INT. HALL - NIGHT

Mara waits in a red dress. МАРИЯ (30s) enters.

МАРИЯ
Да.
`

describe('documentPdf', () => {
  const opened = openProduction({ main: 'f.fountain', files: [{ name: 'f.fountain', bytes: new TextEncoder().encode(SCRIPT) }] })
  if (!opened.ok) throw new Error('the film does not open')
  const cast = castBook(opened.film)

  it('sets a costume bible: a page for the title, one or more a person, pictures in them; the same bytes every time', async () => {
    const png = await encodePng(new Uint8Array(64 * 32 * 4).fill(200), 64, 32)
    const pictures = new Map(cast.map((c) => [c.spec.key, { turnaround: png, expressions: png }]))
    const make = () => documentPdf(costumeBible('The Übergang', cast, pictures))
    const bytes = await make()
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-')
    const read = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(read.getTitle()).toBe('The Übergang')
    expect(read.getPageCount()).toBeGreaterThanOrEqual(1 + cast.length)
    const images = read.context.enumerateIndirectObjects().filter(([, o]) => o.toString().includes('/Subtype /Image'))
    expect(images.length).toBeGreaterThanOrEqual(cast.length)
    expect(await make()).toEqual(bytes)
    const bare = await documentPdf(costumeBible('The Übergang', cast, new Map()))
    expect(bare.length).toBeLessThan(bytes.length)
  })

  it('turns the page where a table is longer than one', async () => {
    const { spec } = cast[0] ?? { spec: castCharacter(sc('A', '')) }
    const table = { head: ['a', 'b'], shares: [1, 2], rows: Array.from({ length: 120 }, (_, i) => [`row ${i}`, 'word '.repeat(40)]) }
    const bytes = await documentPdf({
      title: spec.name,
      subtitle: '',
      lines: [],
      sections: [{ heading: 'A', paragraphs: [], pictures: [], table }],
    })
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(5)
  })

  it('says of every scene what is worn in it, and what changed', () => {
    const { sections } = costumeBible('x', cast, new Map())
    const mara = sections.find((s) => s.heading === 'MARA')
    expect(mara?.table?.rows.length).toBe(2)
    expect(mara?.table?.rows[0]?.[2]).toMatch(/coat/)
    expect(mara?.table?.rows[1]?.[2]).toMatch(/dress/)
    expect(mara?.table?.rows[0]?.[4]).toMatch(/line/)
  })
})
