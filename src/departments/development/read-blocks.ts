import type { ScriptElement, z } from '../../film'
import { actionText, plainText, speechPieces } from './paragraph'
import { looksLikeCue, looksLikeUncasedName, splitCue } from './read-cue'
import { type HeadingParts, isMontageHeading, isStrongHeading, readForcedHeading, readHeading } from './read-heading'
import type { Report } from './report'
import type { SourceLine } from './source-lines'
import { isTransition } from './transitions'

/** An element under construction; `character` of a speech is still empty. */
export type DraftElement = z.infer<typeof ScriptElement>
export type DraftSpeech = Extract<DraftElement, { kind: 'dialogue' }>

/** What the structural pass finds, in order. */
export type Block =
  | { readonly kind: 'heading'; readonly heading: HeadingParts; readonly line: number }
  | { readonly kind: 'element'; readonly element: DraftElement }

/** One pass over the lines from `start`: every line ends up in a block. */
export function readBlocks(lines: readonly SourceLine[], start: number, report: Report): Block[] {
  const uncased = repeatedUncasedNames(lines, start)
  const certain = certainCues(lines, start)
  const blocks: Block[] = []
  // Whether a paragraph may begin here: after a blank line or after a line that is complete in itself.
  let fresh = true
  let i = start

  const next = (from: number) => {
    let k = from
    while (k < lines.length && lines[k]?.skip) k++
    return lines[k]
  }
  const add = (element: DraftElement) => blocks.push({ kind: 'element', element })
  /** Adds the notes of lines [from, to) behind the element that stood there. */
  const addNotes = (from: number, to: number) => {
    for (let k = from; k < to; k++)
      for (const note of lines[k]?.notes ?? []) add({ kind: 'note', text: note.text, line: note.line, endLine: note.endLine })
  }
  const single = (element: DraftElement) => {
    add(element)
    addNotes(i, i + 1)
    i++
    fresh = true
  }
  const heading = (parts: HeadingParts, line: number) => {
    blocks.push({ kind: 'heading', heading: parts, line })
    addNotes(i, i + 1)
    i++
    fresh = true
  }
  /** Lines from i while a test holds; lines of only notes and boneyard are passed over. Leaves i behind them. */
  const take = (holds: (line: SourceLine, first: boolean, index: number) => boolean) => {
    const taken: SourceLine[] = []
    const from = i
    let end = i
    for (let k = i; k < lines.length; k++) {
      const line = lines[k] as SourceLine
      if (line.skip) continue
      if (!holds(line, taken.length === 0, k)) break
      taken.push(line)
      end = k + 1
    }
    i = Math.max(end, from + 1)
    return { taken, from }
  }

  while (i < lines.length) {
    const source = lines[i] as SourceLine
    if (source.skip) {
      addNotes(i, i + 1)
      i++
      continue
    }
    if (source.blank) {
      fresh = true
      i++
      continue
    }
    const text = source.text.trim()
    const { line } = source
    const at = { line, endLine: line }
    const following = next(i + 1)
    const alone = fresh && (!following || following.blank)

    if (/^={3,}$/.test(text)) single({ kind: 'page-break', ...at })
    else if (fresh && /^#{1,12}(?:[^#]|$)/.test(text)) {
      const depth = /^#+/.exec(text)?.[0].length ?? 1
      single({ kind: 'section', depth, text: plainText(text.slice(depth).trim()).text, ...at })
    } else if (fresh && /^=(?!=)/.test(text)) single({ kind: 'synopsis', text: plainText(text.slice(1).trim()).text, ...at })
    else if (isCentred(text)) {
      const { taken, from } = take((l) => !l.blank && isCentred(l.text.trim()))
      const plain = plainText(taken.map((l) => l.text.trim().slice(1, -1).trim()).join('\n'))
      add({ kind: 'action', ...withEmphasis(plain), centred: true, line, endLine: taken.at(-1)?.line ?? line })
      addNotes(from, i)
      fresh = true
    } else if (fresh && text.startsWith('>') && text.length > 1)
      single({ kind: 'transition', text: plainText(text.slice(1).trim()).text, ...at })
    else if (fresh && /^\.[\p{L}\p{N}]/u.test(text)) heading(readForcedHeading(plainText(text.slice(1)).text), line)
    else if (fresh && text.startsWith('~')) lyric()
    else if (fresh && text.startsWith('@') && text.length > 1) speech(splitCue(text.slice(1)))
    else if (fresh && text.startsWith('!')) action(1)
    else if (isHeadingLine(text, fresh)) heading(readHeading(plainText(text).text) as HeadingParts, line)
    else if (fresh && isMontageHeading(text)) heading(readForcedHeading(text, true), line)
    else if (fresh && isTransition(text, alone)) single({ kind: 'transition', text: plainText(text).text, ...at })
    else if (fresh && following && !following.blank && isCueLine(text)) speech(splitCue(text))
    else action(0)
  }
  return blocks

  function isCueLine(text: string): boolean {
    return looksLikeCue(text) || (looksLikeUncasedName(text) && uncased.has(splitCue(text).name))
  }

  /** A name that has its own paragraph elsewhere, right under action, with speech under it: the blank line was forgotten. */
  function isKnownCue(text: string, k: number): boolean {
    const under = looksLikeCue(text) && certain.has(splitCue(text).name) ? next(k + 1) : undefined
    return under !== undefined && !under.blank
  }

  function lyric(): void {
    const { taken, from } = take((l) => !l.blank && l.text.trim().startsWith('~'))
    const plain = plainText(taken.map((l) => l.text.trim().slice(1).trim()).join('\n'))
    add({ kind: 'lyric', text: plain.text, line: taken[0]?.line ?? 1, endLine: taken.at(-1)?.line ?? 1 })
    addNotes(from, i)
    fresh = false
  }

  function action(forced: 0 | 1): void {
    const { taken, from } = take((l, first, k) => first || (!l.blank && !breaksAction(l.text.trim()) && !isKnownCue(l.text, k)))
    const indent = Math.min(...taken.slice(0, 400).map((l) => l.text.length - l.text.trimStart().length))
    const texts = taken.map((l, k) =>
      l.text
        .replace(/\t/g, '    ')
        .slice(k === 0 && forced ? 0 : indent)
        .trimEnd(),
    )
    if (forced) texts[0] = (texts[0] as string).trim().slice(1).trimStart()
    const plain = plainText(actionText(texts.map((t, k) => (k === 0 ? t.trimStart() : t))))
    add({ kind: 'action', ...withEmphasis(plain), line: taken[0]?.line ?? 1, endLine: taken.at(-1)?.line ?? 1 })
    addNotes(from, i)
    // A line that ended the paragraph (a heading, a centred line) may begin its own.
    fresh = i < lines.length && !lines[i]?.blank
  }

  function speech(cue: ReturnType<typeof splitCue>): void {
    const cueAt = i
    const line = lines[i]?.line ?? 1
    i++
    const { taken } = take((l) => (l.kept || !l.blank) && !isStrongHeading(l.text))
    const body = [...taken]
    while (body.at(-1)?.kept) body.pop()
    const parts = speechParts(body)
    if (cue.name === '' || parts.length === 0) {
      report('warning', 'script.cue-without-speech', line, 1, 'A forced cue has no name or no speech under it, so it is read as action.', {
        value: lines[cueAt]?.text ?? '',
        remedy: 'Write the speech on the line under the name, without a blank line between.',
      })
      add({ kind: 'action', text: (lines[cueAt]?.text ?? '').trim(), line, endLine: line })
      for (const part of parts) add({ kind: 'action', text: part.text, line: part.line, endLine: part.endLine })
      i = taken.length === 0 ? cueAt + 1 : i
    } else {
      const dual = cue.dual ? pairUp(line) : undefined
      const endLine = parts.at(-1)?.endLine ?? line
      add({
        kind: 'dialogue',
        character: '',
        cue: plainText(cue.name).text,
        extensions: [...cue.extensions],
        parts,
        ...(dual ? { dual } : {}),
        line,
        endLine,
      })
    }
    addNotes(cueAt, i)
    fresh = i < lines.length && !lines[i]?.blank
  }

  /** A cue with ^ stands beside the speech directly before it. */
  function pairUp(line: number): 'right' | undefined {
    for (let k = blocks.length - 1; k >= 0; k--) {
      const block = blocks[k] as Block
      if (block.kind === 'element' && block.element.kind === 'note') continue
      if (block.kind === 'element' && block.element.kind === 'dialogue' && !block.element.dual) {
        block.element.dual = 'left'
        return 'right'
      }
      break
    }
    report('warning', 'script.dual-alone', line, 1, 'A cue is marked ^ for dual dialogue, but no speech stands directly before it.', {
      remedy: 'Put it right under the speech it goes with, or remove the ^.',
    })
    return undefined
  }
}

const isCentred = (text: string) => text.length > 2 && text.startsWith('>') && text.endsWith('<')

const isHeadingLine = (text: string, fresh: boolean) =>
  fresh ? readHeading(text.replace(/^[*_]+|[*_]+$/g, '')) !== undefined : isStrongHeading(text)

/** Lines that end an action paragraph though no blank line stands before them. */
const breaksAction = (text: string) => /^(?:#{1,6}\s|=\s|={3,}$|~\S)/.test(text) || isCentred(text) || isStrongHeading(text)

/** The parts of a speech with their lines; a parenthetical that goes over several lines is one. */
function speechParts(body: readonly SourceLine[]): DraftSpeech['parts'] {
  const joined: { text: string; line: number; endLine: number }[] = []
  let open: { text: string; line: number; endLine: number } | undefined
  let openLines = 0
  for (const [k, { text, line }] of body.entries()) {
    const own = text.trim()
    if (open && openLines < 8) {
      open.text += ` ${own}`
      open.endLine = line
      openLines++
      if (own.includes(')')) open = undefined
      continue
    }
    const entry = { text: own, line, endLine: line }
    joined.push(entry)
    openLines = 1
    open = own.startsWith('(') && !own.includes(')') && closesSoon(body, k) ? entry : undefined
  }
  const parts: DraftSpeech['parts'] = []
  let at = 0
  for (const piece of speechPieces(joined.map((j) => (j.text === '' ? '  ' : j.text)))) {
    const plain = plainText(piece.kind === 'parenthetical' ? unbracket(piece.text) : piece.text)
    const line = joined[at]?.line ?? 1
    at += piece.lineCount
    parts.push({ kind: piece.kind, ...withEmphasis(plain), line, endLine: joined[at - 1]?.endLine ?? line })
  }
  return parts
}

/** Whether a bracket opened on a line closes within the next eight of the speech. */
function closesSoon(body: readonly SourceLine[], from: number): boolean {
  return body.slice(from + 1, from + 8).some((l) => l.text.trim().endsWith(')'))
}

const unbracket = (text: string) => text.replace(/^([*_]*)\(\s*/, '$1').replace(/\s*\)([*_]*)$/, '$1')

function withEmphasis({ text, emphasis }: ReturnType<typeof plainText>): {
  text: string
  emphasis?: { start: number; end: number; style: 'bold' | 'italic' | 'underline' }[]
} {
  return emphasis.length > 0 ? { text, emphasis: emphasis.map((e) => ({ ...e })) } : { text }
}

/** Names of the cues that stand as they should: a blank line before, a speech after. */
function certainCues(lines: readonly SourceLine[], start: number): Set<string> {
  const names = new Set<string>()
  forEachFirstLine(lines, start, (text) => {
    if (looksLikeCue(text) && readHeading(text) === undefined && !isTransition(text, false)) names.add(splitCue(text).name)
  })
  return names
}

/** Names in scripts without capitals: short first lines of paragraphs that come again. */
function repeatedUncasedNames(lines: readonly SourceLine[], start: number): Set<string> {
  const counts = new Map<string, number>()
  forEachFirstLine(lines, start, (text) => {
    if (!looksLikeUncasedName(text) || readHeading(text) !== undefined) return
    const { name } = splitCue(text)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  })
  return new Set([...counts].filter(([, n]) => n > 1).map(([name]) => name))
}

/** First lines of paragraphs of at least two lines. */
function forEachFirstLine(lines: readonly SourceLine[], start: number, visit: (text: string) => void): void {
  let fresh = true
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] as SourceLine
    if (line.skip) continue
    const following = lines[i + 1]
    if (fresh && !line.blank && following && !following.blank) visit(line.text)
    fresh = line.blank
  }
}
