import { join, relative } from 'node:path'
import { type Diagnostic, diagnosticText, InputError } from '../film'
import { type OpenedFilm, openProduction, type ProductionOverrides } from '../production'
import type { Context } from './command'
import { nodeSpeaker } from './node-voices'
import { type ProductionSource, readProduction } from './read-production'

/** Findings with their files named as the user would name them. */
export const placed = (source: ProductionSource, found: readonly Diagnostic[], cwd: string): Diagnostic[] =>
  found.map((d) => (d.file === undefined || d.file.includes(':') ? d : { ...d, file: shownFile(source, d.file, cwd) }))

const shownFile = ({ bare, path, folder }: ProductionSource, file: string, cwd: string): string =>
  bare || file === '' ? path : relative(cwd, join(folder, file)) || file

/** Reads what the command names. @throws InputError */
export const readFilm = ({ args, io }: Pick<Context, 'args' | 'io'>): Promise<ProductionSource> =>
  readProduction(args.positionals[0] as string, io.cwd)

/**
 * Opens a production here in Node, as the page opens it, its lines spoken, but for what the machine encodes. Warnings are said.
 * @throws InputError with all findings.
 */
export async function openFilm(
  source: ProductionSource,
  { report, io }: Pick<Context, 'report' | 'io'>,
  overrides: ProductionOverrides = {},
): Promise<OpenedFilm> {
  const { files, main } = source
  const told = (phase: string) => {
    const start = io.now()
    return (done: number, total: number) => {
      const seconds = (io.now() - start) / 1000
      // Most plans are there before anybody could read about them.
      if (seconds >= 0.5 && done < total) report.progress({ phase, done, total, etaS: Math.round((seconds / done) * (total - done)) })
    }
  }
  const opened = openProduction({ files, main, overrides }, { onScene: told('plan'), speak: nodeSpeaker(told('voices')) })
  const found = placed(source, opened.diagnostics, io.cwd)
  if (!opened.ok) throw new InputError(found)
  for (const d of found) (d.severity === 'info' ? report.detail : report.note)(diagnosticText(d))
  return opened
}
