import { stringify } from 'yaml'

/** A resolved production as a master file that a person reads and edits; a screenplay that it does not name is named. */
export function masterText(json: string, script: string): string {
  const production = JSON.parse(json) as Record<string, unknown>
  const { script: named, ...rest } = production
  const text = stringify({ script: typeof named === 'string' ? named : script, ...rest }, { lineWidth: 110, aliasDuplicateObjects: false })
  return `# The production that ${script} stands for. Change anything: what you leave out keeps its default.\n${text}`
}
