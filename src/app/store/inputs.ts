import type { ArtifactStore } from '../../pipeline'
import type { ProductionInput } from '../../workers'

/** The files of a production kept beside its runs, so that a run can go on after the page was closed. */
interface KeptInput {
  readonly main: string
  readonly files: readonly { readonly name: string; readonly stored: string }[]
  readonly overrides?: Readonly<Record<string, unknown>>
}

const indexOf = (key: string) => `inputs/${key}/input.json`

/** Keeps a production's files under a key: letters, digits, `-`. */
export async function keepInput(store: ArtifactStore, key: string, input: ProductionInput): Promise<void> {
  const files = input.files.map((f, i) => ({ name: f.name, stored: `inputs/${key}/${i}.bin` }))
  for (const [i, file] of input.files.entries()) await store.write(`inputs/${key}/${i}.bin`, file.bytes)
  const kept: KeptInput = { main: input.main, files, ...(input.overrides ? { overrides: input.overrides } : {}) }
  await store.write(indexOf(key), new TextEncoder().encode(JSON.stringify(kept)))
}

/** The files of a production as they were kept; undefined if they are not all there. */
export async function keptInput(store: ArtifactStore, key: string): Promise<ProductionInput | undefined> {
  const index = await store.read(indexOf(key))
  if (!index) return undefined
  const kept = JSON.parse(new TextDecoder().decode(index)) as KeptInput
  const files = await Promise.all(kept.files.map(async (f) => ({ name: f.name, bytes: await store.read(f.stored) })))
  if (!files.every((f): f is { name: string; bytes: Uint8Array } => f.bytes !== undefined)) return undefined
  return { main: kept.main, files, ...(kept.overrides ? { overrides: kept.overrides } : {}) }
}

/** Forgets a production's files. */
export async function dropInput(store: ArtifactStore, key: string): Promise<void> {
  for (const name of await store.list(`inputs/${key}/`)) await store.remove(name)
}
