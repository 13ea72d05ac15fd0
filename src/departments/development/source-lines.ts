import type { Report } from './report'

/** A note found in the text: `[[ … ]]`. */
export interface SourceNote {
  readonly text: string
  readonly line: number
  readonly endLine: number
}

/** One line of the file with boneyard and notes taken out. */
export interface SourceLine {
  readonly text: string
  /** 1-based. */
  readonly line: number
  readonly blank: boolean
  /** Exactly two spaces: Fountain's way to keep a blank line inside a speech. */
  readonly kept: boolean
  /** Held nothing but boneyard or notes: neither text nor a break between paragraphs. */
  readonly skip: boolean
  /** Notes that begin on this line. */
  readonly notes: readonly SourceNote[]
}

/**
 * Splits a script into lines (CRLF, CR, LF) and takes out boneyard and notes, in time linear in the text.
 * What is left open is text, with a warning: nothing disappears because of a missing bracket.
 */
export function sourceLines(text: string, report: Report): SourceLine[] {
  const raw = clean(text).split('\n')
  const removed = new Array<boolean>(raw.length).fill(false)
  const withoutBoneyard = takeBoneyard(raw, removed, report)
  const notes = new Map<number, SourceNote[]>()
  const withoutNotes = takeNotes(withoutBoneyard, removed, notes, report)
  return withoutNotes.map((line, i) => {
    const empty = line.trim() === ''
    const skip = empty && removed[i] === true
    return { text: line.trimEnd(), line: i + 1, blank: empty && !skip, kept: line === '  ' && !skip, skip, notes: notes.get(i) ?? [] }
  })
}

/** One kind of line end, one kind of space, no control characters, no half surrogate pairs; as many lines as before. */
function clean(text: string): string {
  return (
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[\u00A0\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF\u0085\v\f]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F\u200B]/g, '')
      .replace(/\p{Cs}/gu, '\uFFFD')
      .normalize('NFC')
  )
}

function takeBoneyard(lines: readonly string[], removed: boolean[], report: Report): string[] {
  let lastClose = -1
  for (let i = lines.length - 1; i >= 0 && lastClose < 0; i--) if ((lines[i] as string).includes('*/')) lastClose = i
  let inside = false
  let warned = false
  return lines.map((line, i) => {
    let out = ''
    let at = 0
    while (at <= line.length) {
      if (inside) {
        removed[i] = true
        const close = line.indexOf('*/', at)
        if (close < 0) break
        at = close + 2
        inside = false
      } else {
        const open = line.indexOf('/*', at)
        const closes = open >= 0 && (i < lastClose || line.lastIndexOf('*/') >= open + 2)
        if (open >= 0 && !closes && !warned) {
          warned = true
          report(
            'warning',
            'script.boneyard-open',
            i + 1,
            open + 1,
            'A comment is opened with /* and never closed, so it is read as text.',
            {
              value: line,
              remedy: 'Close it with */ or remove the /*.',
            },
          )
        }
        if (!closes) {
          out = joinAround(out, line.slice(at))
          break
        }
        out = joinAround(out, line.slice(at, open))
        at = open + 2
        inside = true
      }
    }
    return out
  })
}

function takeNotes(lines: readonly string[], removed: boolean[], notes: Map<number, SourceNote[]>, report: Report): string[] {
  const out: string[] = []
  // First line of the paragraph that is known to hold no closing bracket from here to its end.
  let openUntil = -1
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i] as string
    let kept = ''
    let at = 0
    for (;;) {
      const open = line.indexOf('[[', at)
      if (open < 0) break
      const close = i < openUntil ? line.indexOf(']]', open + 2) : -1
      const end = i < openUntil ? (close >= 0 ? { line: i, column: close } : undefined) : findClose(lines, line, i, open + 2, removed)
      if (!end) {
        if (i >= openUntil) {
          openUntil = paragraphEnd(lines, i, removed)
          report('warning', 'script.note-open', i + 1, open + 1, 'A note is opened with [[ and never closed, so it is read as text.', {
            value: line.slice(open),
            remedy: 'Close it with ]] in the same paragraph.',
          })
        }
        break
      }
      kept = joinAround(kept, line.slice(at, open))
      const body = end.line === i ? [line.slice(open + 2, end.column)] : [line.slice(open + 2), ...lines.slice(i + 1, end.line)]
      if (end.line > i) body.push((lines[end.line] as string).slice(0, end.column))
      const list = notes.get(i) ?? []
      list.push({
        text: body
          .map((t) => t.trim())
          .join('\n')
          .trim(),
        line: i + 1,
        endLine: end.line + 1,
      })
      notes.set(i, list)
      removed[i] = true
      if (end.line === i) at = end.column + 2
      else {
        out.push(kept)
        for (let k = i + 1; k < end.line; k++) {
          out.push('')
          removed[k] = true
        }
        i = end.line
        line = lines[i] as string
        removed[i] = true
        kept = ''
        at = end.column + 2
        while (line[at] === ' ') at++
      }
    }
    out.push(joinAround(kept, line.slice(at)))
  }
  return out
}

/** What stood before and after something taken out: one blank between them is enough. */
const joinAround = (before: string, after: string) => before + (/\s/.test(before.slice(-1)) ? after.trimStart() : after)

/** Where the note that opens before `from` closes: on this line or before the paragraph ends. */
function findClose(lines: readonly string[], line: string, i: number, from: number, removed: readonly boolean[]) {
  const here = line.indexOf(']]', from)
  if (here >= 0) return { line: i, column: here }
  for (let k = i + 1; k < lines.length; k++) {
    const text = lines[k] as string
    if (text.trim() === '' && text !== '  ' && !removed[k]) return undefined
    const column = text.indexOf(']]')
    if (column >= 0) return { line: k, column }
  }
  return undefined
}

function paragraphEnd(lines: readonly string[], i: number, removed: readonly boolean[]): number {
  let k = i + 1
  while (k < lines.length && ((lines[k] as string).trim() !== '' || lines[k] === '  ' || removed[k])) k++
  return k
}
