import type { Script } from '../../film'
import { plainText } from './paragraph'
import { isStrongHeading } from './read-heading'
import type { SourceLine } from './source-lines'

/** The title page and where the script goes on after it. */
export interface TitlePage {
  readonly entries: Script['titlePage']
  /** Index of the first line after it. */
  readonly next: number
}

/** Keys a title page may begin with; any key may follow. */
const FIRST_KEY =
  /^(?:title|credit|authors?|by|written by|writers?|source|notes|draft ?date|date|contact|copyright|revisions?|genre|format|language|subtitle|titel|autor(?:in|en|es|a)?|buch|drehbuch|fassung|titre|auteurs?|título|titulo|guion|guión|titolo|autori?|название|автор|авторы|τίτλος|başlık|otsikko|tytuł)$/i

/** Reads `Key: value` lines (values may go on in indented lines) up to the first blank line. */
export function readTitlePage(lines: readonly SourceLine[]): TitlePage {
  let i = 0
  while (i < lines.length && (lines[i]?.blank || (lines[i]?.skip && lines[i]?.notes.length === 0))) i++
  const first = lines[i] && keyOf((lines[i] as SourceLine).text)
  if (!first || !FIRST_KEY.test(first.key)) return { entries: [], next: 0 }
  const entries: { key: string; values: string[]; line: number }[] = []
  for (; i < lines.length; i++) {
    const line = lines[i] as SourceLine
    if (line.skip) continue
    if (line.blank || isStrongHeading(line.text) || isTransitionKey(line.text)) break
    const found = /^\s/.test(line.text) && entries.length > 0 ? undefined : keyOf(line.text)
    if (found) entries.push({ key: found.key, values: found.value ? [found.value] : [], line: line.line })
    else entries.at(-1)?.values.push(line.text.trim())
  }
  return { entries: entries.map(({ key, values, line }) => ({ key, value: plainText(values.join('\n')).text.trim(), line })), next: i }
}

function keyOf(text: string): { key: string; value: string } | undefined {
  const colon = text.indexOf(':')
  if (colon < 1 || colon > 40) return undefined
  const key = text.slice(0, colon).trim()
  return /^\p{L}[\p{L}\p{M}\p{N} _.'’-]*$/u.test(key) ? { key, value: text.slice(colon + 1).trim() } : undefined
}

/** `FADE IN:` right under the title page is not an empty key. */
const isTransitionKey = (text: string) => /^\s*(?:FADE IN|[^\p{Ll}]+ TO|ABBLENDE|AUFBLENDE)\s*:\s*$/u.test(text)

/** The value of the first of some keys, its lines joined by spaces; empty when there is none. */
export function titleValue(entries: Script['titlePage'], keys: RegExp): string {
  return entries.find(({ key, value }) => keys.test(key) && value !== '')?.value.replace(/\s+/g, ' ') ?? ''
}
