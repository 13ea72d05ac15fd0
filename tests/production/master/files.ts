import { readFileSync } from 'node:fs'
import { type LoadedProduction, loadProduction, type ProductionFile, type ProductionOverrides } from '../../../src/production/master'

/** A text as a file of a production. */
export const file = (name: string, text: string): ProductionFile => ({ name, bytes: new TextEncoder().encode(text) })

/** One of the bundled samples. */
export const sample = (name: string): ProductionFile => ({ name, bytes: new Uint8Array(readFileSync(`public/samples/${name}`)) })

export const KITCHEN = file(
  'kitchen.fountain',
  `Title: Kettle
Author: Somebody

INT. KITCHEN - DAY

ANNA (34, brown hair in a bun, blue dress) stands at the stove. BEN (40, tall, grey coat) sits at the table.

ANNA
It never boils.

BEN
You never switched it on.

She turns. She looks at him for a long time.

EXT. STREET - NIGHT

Ben walks down the street.

BEN
Never mind.

INT. KITCHEN - NIGHT

Anna sits at the table.

ANNA
Now it boils.
`,
)

/** A master file beside the kitchen script. */
export const load = (yaml: string, overrides?: ProductionOverrides, more: readonly ProductionFile[] = []): LoadedProduction =>
  loadProduction([file('film.yaml', yaml), KITCHEN, ...more], 'film.yaml', overrides)

/** Rules of the findings of a severity. */
export const rules = (loaded: Pick<LoadedProduction, 'diagnostics'>, severity = 'error'): string[] =>
  loaded.diagnostics.filter((d) => d.severity === severity).map((d) => d.rule)
