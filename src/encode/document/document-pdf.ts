import type { PDFFont, PDFPage } from '@cantoo/pdf-lib'
import { inLatin } from './latin-letters'
import { linePainter } from './line-picture'

/** A table of words; every column as wide as its share says. */
export interface DocumentTable {
  readonly head: readonly string[]
  readonly shares: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** A picture and what stands under it. */
export interface DocumentPicture {
  readonly png: Uint8Array
  readonly caption: string
  /** Points from top to bottom at most; the width is the page's at most. */
  readonly mostHeight: number
}

/** Lines, areas and words on a plane, y downwards; in the drawing's own units. */
export interface DocumentDrawing {
  /** What is shown of the plane. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly paths: readonly {
    /** Path data of SVG. */
    readonly d: string
    /** `#rrggbb` */
    readonly fill?: string | undefined
    readonly opacity?: number | undefined
    readonly stroke?: string | undefined
    readonly width?: number | undefined
    readonly dash?: readonly number[] | undefined
  }[]
  /** Words, centred on their point; sizes in points. */
  readonly labels: readonly {
    readonly at: readonly [number, number]
    readonly text: string
    readonly size: number
    readonly bold?: boolean
    readonly ink?: string
  }[]
  readonly caption: string
  /** Points from top to bottom at most; the width is the page's at most. */
  readonly mostHeight: number
}

/** What follows one heading; begins a page of its own. */
export interface DocumentSection {
  readonly heading: string
  /** Set under the heading, smaller. */
  readonly subtitle?: string
  readonly paragraphs: readonly string[]
  readonly pictures: readonly DocumentPicture[]
  readonly drawings?: readonly DocumentDrawing[]
  readonly table?: DocumentTable
  /** Tables after the first, each with what stands above it. */
  readonly tables?: readonly { readonly title: string; readonly table: DocumentTable }[]
}

/** A document for people: a title page, and sections. */
export interface PrintedDocument {
  readonly title: string
  readonly subtitle: string
  readonly lines: readonly string[]
  readonly sections: readonly DocumentSection[]
}

/** A4 across, points; and what stays free at its edges. */
const PAGE = { width: 841.89, height: 595.28, margin: 36 } as const
/** Between two columns, and what a caption of a column takes; points. */
const GUTTER = 18
const CAPTION = 50
const INK = { text: [0.13, 0.13, 0.15], soft: [0.42, 0.42, 0.46], line: [0.8, 0.8, 0.82] } as const

/**
 * Sets a document as a PDF. The same document gives the same bytes on the same machine: it bears no date.
 * Titles and running text with letters that Helvetica's Latin set lacks are drawn as pictures where there is a canvas for it (in a
 * browser); elsewhere, in tables and at the foot they are written in Latin letters.
 */
export async function documentPdf(document: PrintedDocument): Promise<Uint8Array> {
  const { PDFDocument, StandardFonts, rgb } = await import('@cantoo/pdf-lib')
  const pdf = await PDFDocument.create()
  const [plain, bold] = [await pdf.embedFont(StandardFonts.Helvetica), await pdf.embedFont(StandardFonts.HelveticaBold)]
  pdf.setTitle(document.title)
  pdf.setProducer('Oneshot')
  pdf.setCreator('Oneshot')
  pdf.setCreationDate(new Date(0))
  pdf.setModificationDate(new Date(0))
  const known = new Set(plain.getCharacterSet())
  const printable = (text: string) => inLatin(text, (c) => known.has(c))
  const painter = linePainter()
  const colour = ([r, g, b]: readonly [number, number, number]) => rgb(r, g, b)
  const inner = PAGE.width - PAGE.margin * 2
  let page: PDFPage
  let y = 0
  let number = 0
  const turn = () => {
    page = pdf.addPage([PAGE.width, PAGE.height])
    y = PAGE.height - PAGE.margin
    number++
    if (number > 1) {
      const foot = `${printable(document.title)}  ·  ${number}`
      page.drawText(foot, {
        x: PAGE.width - PAGE.margin - plain.widthOfTextAtSize(foot, 8),
        y: 18,
        size: 8,
        font: plain,
        color: colour(INK.soft),
      })
    }
  }
  /** Room for so many points, on a new page if need be: then true. */
  const need = (height: number): boolean => {
    const turns = y - height < PAGE.margin
    if (turns) turn()
    return turns
  }
  /** Where words, pictures and drawings stand: the page's width, or a column of it. */
  const whole = { left: PAGE.margin, width: inner }
  let column: { readonly left: number; readonly width: number } = whole
  const words = async (text: string, { size = 10, font = plain, ink = INK.text as readonly [number, number, number], after = 4 } = {}) => {
    const composed = text.normalize('NFC')
    const foreign = [...composed].some((c) => !known.has(c.codePointAt(0) ?? 0))
    if (foreign && painter) {
      for (const line of wrapped(composed, (part) => painter.measure(part, size, font === bold), column.width)) {
        need(size * 1.35)
        y -= size * 1.35
        const { png, width, height, below } = await painter.paint(line, size, font === bold, ink)
        page.drawImage(await pdf.embedPng(png), { x: column.left, y: y - below, width, height })
      }
    } else
      for (const line of wrapped(printable(composed), (part) => font.widthOfTextAtSize(part, size), column.width)) {
        need(size * 1.35)
        y -= size * 1.35
        page.drawText(line, { x: column.left, y, size, font, color: colour(ink) })
      }
    y -= after
  }
  const table = ({ head, shares, rows }: DocumentTable) => {
    const whole = shares.reduce((sum, s) => sum + s, 0)
    const widths = shares.map((s) => (inner * s) / whole)
    const row = (cells: readonly string[], font: PDFFont) => {
      const lines = cells.map((c, i) => wrapped(printable(c), (part) => font.widthOfTextAtSize(part, 8.5), (widths[i] ?? 0) - 8))
      const height = Math.max(...lines.map((l) => l.length)) * 11 + 6
      if (need(height) && font === plain) heading()
      let x = PAGE.margin
      lines.forEach((cell, i) => {
        cell.forEach((line, k) => {
          page.drawText(line, { x, y: y - 11 * (k + 1), size: 8.5, font, color: colour(INK.text) })
        })
        x += widths[i] ?? 0
      })
      y -= height
      page.drawLine({ start: { x: PAGE.margin, y }, end: { x: PAGE.width - PAGE.margin, y }, thickness: 0.5, color: colour(INK.line) })
    }
    // On every page that the table goes on over.
    const heading = () => {
      if (head.some((cell) => cell !== '')) row(head, bold)
    }
    heading()
    for (const cells of rows) row(cells, plain)
    y -= 8
  }
  const draw = async ({ box, paths, labels, caption, mostHeight }: DocumentDrawing) => {
    const k = Math.min(column.width / box.width, mostHeight / box.height)
    need(box.height * k + 18)
    y -= box.height * k
    const [left, top] = [column.left + (column.width - box.width * k) / 2, y + box.height * k]
    for (const { d, fill, opacity = 1, stroke, width = 0, dash } of paths)
      page!.drawSvgPath(d, {
        x: left - box.x * k,
        y: top + box.y * k,
        scale: k,
        ...(fill ? { color: colour(ofHex(fill)), ...(opacity < 1 ? { opacity } : {}) } : {}),
        ...(stroke ? { borderColor: colour(ofHex(stroke)), borderWidth: width } : {}),
        ...(dash ? { borderDashArray: [...dash] } : {}),
      })
    for (const { at, text, size, bold: heavy, ink } of labels) {
      const font = heavy ? bold : plain
      const written = printable(text)
      const [x, up] = [left + (at[0] - box.x) * k, top - (at[1] - box.y) * k]
      page!.drawText(written, {
        x: x - font.widthOfTextAtSize(written, size) / 2,
        y: up - size * 0.36,
        size,
        font,
        color: colour(ink ? ofHex(ink) : INK.text),
      })
    }
    await words(caption, { size: 8.5, ink: INK.soft, after: 8 })
  }
  const picture = async ({ png, caption, mostHeight }: DocumentPicture) => {
    const image = await pdf.embedPng(png)
    const k = Math.min(column.width / image.width, mostHeight / image.height)
    const height = image.height * k
    need(height + 18)
    y -= height
    page!.drawImage(image, { x: column.left, y, width: image.width * k, height })
    await words(caption, { size: 8.5, ink: INK.soft, after: 8 })
  }
  /** A picture and a drawing in two columns: each would leave half of a page of its own empty. */
  const beside = async (left: DocumentPicture, right: DocumentDrawing) => {
    const width = (inner - GUTTER) / 2
    need(Math.max(left.mostHeight, right.mostHeight) + CAPTION)
    const top = y
    column = { left: PAGE.margin, width }
    await picture(left)
    const low = y
    y = top
    column = { left: PAGE.margin + width + GUTTER, width }
    await draw(right)
    y = Math.min(low, y)
    column = whole
  }
  turn()
  y -= 120
  await words(document.title, { size: 30, font: bold, after: 6 })
  await words(document.subtitle, { size: 14, ink: INK.soft, after: 24 })
  for (const line of document.lines) await words(line, { size: 10.5 })
  for (const section of document.sections) {
    turn()
    await words(section.heading, { size: 20, font: bold, after: 2 })
    if (section.subtitle) await words(section.subtitle, { size: 10.5, ink: INK.soft, after: 8 })
    for (const p of section.paragraphs) await words(p)
    y -= 4
    const { pictures, drawings = [] } = section
    const [one, other] = [pictures[0], drawings[0]]
    if (one && other && pictures.length + drawings.length === 2) await beside(one, other)
    else {
      for (const p of pictures) await picture(p)
      for (const drawing of drawings) await draw(drawing)
    }
    if (section.table) table(section.table)
    for (const { title, table: more } of section.tables ?? []) {
      need(60)
      await words(title, { size: 12, font: bold, after: 2 })
      table(more)
    }
  }
  return pdf.save()
}

/** `#rrggbb` as shares of red, green and blue. */
const ofHex = (hex: string): readonly [number, number, number] => {
  const n = Number.parseInt(hex.slice(1), 16)
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255]
}

/** A text in lines no wider than a width, points. Words that are wider stand alone. */
function wrapped(text: string, widthOf: (part: string) => number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
