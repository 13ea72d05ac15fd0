/** Words in capitals that stand together in an action line. */
export interface CapsRun {
  /** As written, without a leading article or a possessive ending. */
  readonly text: string
  readonly words: readonly string[]
  readonly start: number
  readonly end: number
  /** Ends in 'S: what follows belongs to it. */
  readonly possessive: boolean
}

/** A word and its character range [start, end). */
export interface Word {
  text: string
  start: number
  end: number
}

/** The words of a text with their places; apostrophes, hyphens and the points of abbreviations stay inside. */
export function wordsOf(text: string): Word[] {
  const out: Word[] = []
  for (const m of text.matchAll(/[\p{L}\p{M}\p{N}#]+(?:['’.-][\p{L}\p{M}\p{N}]+)*\.?/gu)) {
    let word = m[0]
    // The point belongs to the word only in DR., J. or P.O.V.
    if (word.endsWith('.') && !/^(?:(?:dr|mr|mrs|ms|st|jr|sr|lt|sgt|prof|mme|mlle|hr|\p{L})\.|(?:\p{L}\.){2,})$/iu.test(word))
      word = word.slice(0, -1)
    out.push({ text: word, start: m.index, end: m.index + word.length })
  }
  return out
}

const isCaps = (word: string) => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word.replace(/^Mc(?=\p{Lu})|['’]s$/gu, ''))

/** Runs of capitals: at least one word of two letters; `A CROWD` is the run CROWD. */
export function capsRuns(text: string): CapsRun[] {
  const words = wordsOf(text)
  const runs: CapsRun[] = []
  for (let i = 0; i < words.length; ) {
    if (!isCaps((words[i] as Word).text)) {
      i++
      continue
    }
    let end = i + 1
    while (end < words.length && end - i < 8 && joins(text, words[end - 1] as Word, words[end] as Word)) end++
    const run = makeRun(words.slice(i, end))
    if (run) runs.push(run)
    i = end
  }
  return runs
}

function joins(text: string, before: Word, word: Word): boolean {
  // A nickname in quotes stays inside: JACK "LUCKY" MALONE.
  if (!/^(?: | ["“‘]|["”’] )$/.test(text.slice(before.end, word.start))) return false
  return isCaps(word.text) || /^#?\d{1,2}$/.test(word.text)
}

function makeRun(list: Word[]): CapsRun | undefined {
  const words = [...list]
  while (
    words.length > 0 &&
    /^(?:A|AN|THE|I|AND|OF|IN|ON|AT|EIN|EINE|DER|DIE|DAS|LE|LA|LES|UN|UNE|EL|LOS|LAS|UNA|IL|LO|Ο|Η|ΤΟ|ΟΙ)$/.test((words[0] as Word).text)
  )
    words.shift()
  const last = words.at(-1)
  const first = words[0]
  if (!last || !first) return undefined
  const possessive = /['’][Ss]$/.test(last.text)
  if (possessive) {
    last.text = last.text.slice(0, -2)
    last.end -= 2
  }
  if (last.text.endsWith('.') && words.length === 1 && last.text.length <= 2) return undefined
  const texts = words.map((w) => w.text)
  if (!texts.some((t) => (t.match(/\p{L}/gu)?.length ?? 0) > 1)) return undefined
  return { text: texts.join(' '), words: texts, start: first.start, end: last.end, possessive }
}

/** Line of a place in a text that begins on a line; places are best asked for in order. */
export function lineCounter(text: string, firstLine: number): (at: number) => number {
  let asked = 0
  let line = firstLine
  let newline = text.indexOf('\n')
  return (at) => {
    if (at < asked) [line, newline] = [firstLine, text.indexOf('\n')]
    asked = at
    for (; newline >= 0 && newline < at; newline = text.indexOf('\n', newline + 1)) line++
    return line
  }
}
