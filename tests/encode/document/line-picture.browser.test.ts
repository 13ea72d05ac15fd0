import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { documentPdf } from '../../../src/encode'

const document = (heading: string) => ({
  title: 'x',
  subtitle: '',
  lines: [],
  sections: [{ heading, paragraphs: [], pictures: [], table: { head: ['a'], shares: [1], rows: [[heading]] } }],
})
const picturesIn = async (heading: string) =>
  (await PDFDocument.load(await documentPdf(document(heading)))).context
    .enumerateIndirectObjects()
    .filter(([, o]) => o.toString().includes('/Subtype /Image')).length

it('sets titles in letters that the font lacks as pictures, others as text', async () => {
  expect(await picturesIn('МАРИЯ')).toBeGreaterThan(0)
  expect(await picturesIn('Übergang')).toBe(0)
})
