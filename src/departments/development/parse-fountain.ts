import type { Script } from '../../film'
import { buildScenes } from './build-scenes'
import { findCharacters } from './find-characters'
import { readBlocks } from './read-blocks'
import { reporter } from './report'
import { sourceLines } from './source-lines'
import { readTitlePage, titleValue } from './title-page'

/** How a script is read. */
export interface ParseFountainOptions {
  /** Name of the file, for messages and for the title of a script that has none. */
  readonly file?: string
}

/**
 * Reads a screenplay in Fountain 1.1 (fountain.io/syntax). Never throws: what is wrong is in `diagnostics`, and
 * every line of the text is in an element, the title page, a heading, or boneyard.
 */
export function parseFountain(text: string, { file }: ParseFountainOptions = {}): Script {
  const { report, finish } = reporter(file)
  const lines = sourceLines(text, report)
  const titlePage = readTitlePage(lines)
  const blocks = readBlocks(lines, titlePage.next, report)
  const { prelude, scenes } = buildScenes(blocks, titlePage.entries.length > 0, lines.length, report)
  const characters = findCharacters(prelude, scenes)
  if (lines.every((l) => l.blank))
    report('error', 'script.empty', 0, 0, 'The script is empty.', {
      remedy: 'Write a scene: a heading such as INT. KITCHEN - NIGHT, and what happens.',
    })
  else if (scenes.length === 0)
    report(
      'error',
      'script.no-scenes',
      lines.find((l) => !l.blank)?.line ?? 1,
      1,
      'No scene was found: the text has no scene heading and nobody speaks.',
      {
        value: lines.find((l) => !l.blank)?.text ?? '',
        remedy: 'Begin each scene with a line such as INT. KITCHEN - NIGHT, names in capitals above what they say.',
      },
    )
  warnOfLostCues(prelude, scenes, new Set(characters.filter((c) => !c.silent).map((c) => c.name)), report)
  return {
    schema: 'Script',
    version: '1.0.0',
    title: titleValue(titlePage.entries, /^(?:title|titel|titre|título|titulo|titolo|название|τίτλος)$/i) || titleFromFile(file),
    author: titleValue(
      titlePage.entries,
      /^(?:authors?|by|written by|writers?|autor(?:in|en|es|a)?|auteurs?|autori?|buch|drehbuch|автор|авторы)$/i,
    ),
    titlePage: titlePage.entries,
    prelude,
    scenes,
    characters,
    diagnostics: finish(),
    lineCount: lines.length,
  }
}

const titleFromFile = (file: string | undefined) =>
  file
    ?.replace(/^.*[\\/]/, '')
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim() || 'Untitled'

/** A name in capitals alone between blank lines is action to Fountain, and nearly always a slip. */
function warnOfLostCues(
  prelude: ReturnType<typeof buildScenes>['prelude'],
  scenes: ReturnType<typeof buildScenes>['scenes'],
  names: ReadonlySet<string>,
  report: Parameters<typeof buildScenes>[3],
): void {
  for (const element of [...prelude, ...scenes.flatMap((s) => s.elements)])
    if (element.kind === 'action' && names.has(element.text.trim()))
      report(
        'warning',
        'script.cue-without-speech',
        element.line,
        1,
        `${element.text.trim()} stands alone, so it is read as action and nobody speaks.`,
        {
          value: element.text,
          remedy: 'Write the speech on the next line, without a blank line between.',
        },
      )
}
