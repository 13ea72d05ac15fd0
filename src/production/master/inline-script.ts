import type { Diagnostic } from '../../film'
import type { ProductionFile } from './master-document'
import type { SourcePlace } from './read-yaml'

/**
 * Where findings of a script that stands in a master file itself are to be looked for: in that file.
 * @param script the script as it was read out of the file: the name that its findings have, and its text.
 * @param at where its text begins in the file: the `|` of a block, or the quotation mark.
 * @returns moves a finding to the file's own line and column; other files' findings stay where they are. A text that does not
 *   stand line by line in the file (folded, quoted, JSON) is found where it begins.
 */
export function placedInMaster(
  script: { readonly name: string; readonly text: string },
  at: SourcePlace,
  files: readonly ProductionFile[],
): (d: Diagnostic) => Diagnostic {
  const master = files.find((f) => f.name === at.file)
  const indent = master && indentOfBlock(new TextDecoder().decode(master.bytes), script.text, at.line)
  return (d) => {
    if (d.file !== script.name) return d
    if (indent === undefined || d.line === 0) return { ...d, file: at.file, line: at.line, column: at.column }
    return { ...d, file: at.file, line: at.line + d.line, column: d.column + indent }
  }
}

/** By how many characters a literal block is moved in, where the text does stand under its `|`; lines count from 1. */
function indentOfBlock(master: string, script: string, line: number): number | undefined {
  const below = master.split('\n').slice(line)
  const lines = script.replace(/\n+$/, '').split('\n')
  const first = lines.findIndex((l) => l.trim() !== '')
  const indent = first < 0 ? -1 : (below[first]?.indexOf(lines[first] as string) ?? -1)
  if (indent < 0) return
  const same = (l: string, i: number) => (l === '' ? below[i]?.trim() === '' : below[i]?.slice(indent).replace(/\r$/, '') === l)
  return lines.every(same) ? indent : undefined
}
