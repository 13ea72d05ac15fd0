#!/usr/bin/env node
import { processIo } from './io'
import { fail } from './main'
import { ACTORS } from './must-actors'
import { PRODUCTION } from './must-production'
import { SPINE } from './must-spine'
import { STYLES } from './must-styles'
import { type MustRow, runMust } from './must-table'
import { WORLD } from './must-world'
import { reporterOn } from './report'
import { didYouMean, UsageError } from './usage-error'

const TABLES: Readonly<Record<string, readonly MustRow[]>> = {
  actors: ACTORS,
  spine: SPINE,
  production: PRODUCTION,
  styles: STYLES,
  world: WORLD,
}

const io = processIo()
const report = reporterOn(io, { json: false, quiet: true, verbose: process.argv.includes('--verbose') })
try {
  const [name = '', only] = process.argv.slice(2).filter((w) => !w.startsWith('-'))
  const rows = TABLES[name]
  if (!rows) {
    const near = didYouMean(name, Object.keys(TABLES))
    throw new UsageError(
      `must: there is no table ${JSON.stringify(name)}`,
      near ? `did you mean ${near}?` : `there are: ${Object.keys(TABLES).join(', ')}`,
    )
  }
  const wanted = only === undefined ? rows : rows.filter((r) => r.what.includes(only))
  if (wanted.length === 0) throw new UsageError(`must: no row of ${name} has ${JSON.stringify(only)} in it`, 'leave it out for all rows')
  process.exitCode = (await runMust(wanted, { io, report })) ? 0 : 1
} catch (error) {
  process.exitCode = fail(error, report, process.argv.includes('--verbose'))
}
