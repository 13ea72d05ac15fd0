import { InlineLexer, Lexer } from 'fountain-js'
import type { Emphasis, Value, z } from '../../film'

/** Text with its markup taken out. */
export interface PlainText {
  readonly text: string
  readonly emphasis: readonly Value<EmphasisRun>[]
}
type EmphasisRun = z.infer<typeof Emphasis>

/** A piece of a speech, before its markup is taken out; counts the source lines it came from. */
export interface SpeechPiece {
  readonly kind: 'speech' | 'parenthetical' | 'lyric'
  readonly text: string
  readonly lineCount: number
}

// fountain-js 1.2.4 is quadratic or worse in these: beyond them a paragraph is read here, without it.
const MAX_CHARS = 8000
const MAX_LINES = 120
const MAX_MARKS_PER_LINE = 100
const MAX_LINE_CHARS = 4000

/** Long blanks make its dialogue and parenthetical rules explode; `{{{` is its own escape; `<` its own markup. */
const WILD = /[ \t]{4}|\t|\[\[|\{\{\{|\}\}\}/

/**
 * Whether a line may be given to fountain-js. It is exponential or cubic in some inputs (runs of blanks, `>a<`
 * repeated, `Key:` before U+2028), quadratic in others (unclosed emphasis), and loses what it takes for a note.
 */
function isTameLine(line: string): boolean {
  if (line.length > MAX_LINE_CHARS || WILD.test(line)) return false
  let marks = 0
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i)
    if ((c === 42 || c === 95 || c === 92 || c === 40 || c === 62) && ++marks > MAX_MARKS_PER_LINE) return false
  }
  return true
}

function isTame(lines: readonly string[]): boolean {
  if (lines.length > MAX_LINES) return false
  let chars = 0
  for (const line of lines) {
    chars += line.length
    if (chars > MAX_CHARS || !isTameLine(line)) return false
  }
  return true
}

/** Splits the lines of a speech into speech, parentheticals and lyrics with fountain-js, or by the same rules here. */
export function speechPieces(lines: readonly string[]): SpeechPiece[] {
  return fromFountain(lines) ?? piecesByHand(lines)
}

function fromFountain(lines: readonly string[]): SpeechPiece[] | undefined {
  // A lyric first in a speech makes fountain-js throw; an empty line between is its paragraph end.
  if (lines.length === 0 || /^\s*~/.test(lines[0] as string) || lines.some((l) => l === '') || !isTame(lines)) return undefined
  const tokens = Lexer.tokenizeScript(`@A\n${lines.join('\n')}`)
  const pieces: SpeechPiece[] = []
  let at = 0
  for (const { type, text } of tokens) {
    if (type === 'dialogue_begin' || type === 'dialogue_end' || type === 'character') continue
    const kind = type === 'dialogue' ? 'speech' : type === 'parenthetical' ? 'parenthetical' : type === 'lyrics' ? 'lyric' : undefined
    if (kind === undefined || text === undefined) return undefined
    const lineCount = text.split('\n').length
    // Trust, but compare: what it gives back must be the lines it was given.
    const given = lines.slice(at, at + lineCount).map((l) => (kind === 'lyric' ? l.trim().replace(/^~/, '') : l.trim()))
    if (given.join('\n') !== text) return undefined
    pieces.push({ kind, text: kind === 'lyric' ? given.map((l) => l.trim()).join('\n') : text, lineCount })
    at += lineCount
  }
  return at === lines.length ? pieces : undefined
}

function piecesByHand(lines: readonly string[]): SpeechPiece[] {
  const pieces: { kind: SpeechPiece['kind']; texts: string[] }[] = []
  for (const line of lines) {
    const text = line.trim()
    const kind = text.startsWith('~') ? 'lyric' : text.startsWith('(') && text.endsWith(')') ? 'parenthetical' : 'speech'
    const last = pieces.at(-1)
    const own = kind === 'lyric' ? text.slice(1).trim() : text
    if (last && last.kind === kind && kind !== 'parenthetical') last.texts.push(own)
    else pieces.push({ kind, texts: [own] })
  }
  return pieces.map(({ kind, texts }) => ({ kind, text: texts.join('\n'), lineCount: texts.length }))
}

/** The text of an action or centred paragraph as fountain-js reads it; its own lines where it cannot be trusted. */
export function actionText(lines: readonly string[]): string {
  const own = lines.join('\n')
  if (!isTame(lines) || lines.some((l) => l === '')) return own
  const [token, ...more] = Lexer.tokenizeScript(`!${own}`)
  return token?.type === 'action' && more.length === 0 && token.text?.trimEnd() === own.trimEnd() ? token.text : own
}

/** Takes emphasis (`*italic*`, `**bold**`, `_underline_`, nested) and escapes out of a text. Emphasis ends with its line. */
export function plainText(text: string): PlainText {
  if (!/[*_\\]/.test(text)) return { text, emphasis: [] }
  const emphasis: EmphasisRun[] = []
  const out: string[] = []
  let length = 0
  for (const line of text.split('\n')) {
    const plain = plainLine(line)
    for (const run of plain.emphasis) emphasis.push({ ...run, start: run.start + length, end: run.end + length })
    out.push(plain.text)
    length += plain.text.length + 1
  }
  emphasis.sort((a, b) => a.start - b.start || b.end - a.end || (a.style < b.style ? -1 : 1))
  return { text: out.join('\n'), emphasis }
}

function plainLine(line: string): PlainText {
  if (!/[*_\\]/.test(line)) return { text: line, emphasis: [] }
  // Too wild to ask fountain-js: the marks stay in the text, which is better than losing it.
  if (!isTameLine(line)) return { text: line, emphasis: [] }
  return fromHtml(InlineLexer.reconstruct(line))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** fountain-js answers HTML: spans become ranges again, entities characters. */
function fromHtml(html: string): PlainText {
  const emphasis: EmphasisRun[] = []
  const open: { start: number; styles: string[] }[] = []
  let text = ''
  let at = 0
  for (const m of html.matchAll(/<span class="([a-z ]+)">|<\/span>|&(amp|lt|gt|quot);/g)) {
    text += html.slice(at, m.index)
    at = m.index + m[0].length
    if (m[2]) text += ENTITIES[m[2]]
    else if (m[1]) open.push({ start: text.length, styles: m[1].split(' ') })
    else {
      const { start, styles } = open.pop() ?? { start: 0, styles: [] }
      for (const style of styles) if (text.length > start) emphasis.push({ start, end: text.length, style: style as EmphasisRun['style'] })
    }
  }
  return { text: text + html.slice(at), emphasis }
}
