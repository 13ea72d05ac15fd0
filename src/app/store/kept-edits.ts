import { HandEdit, slug, type Value } from '../../film'
import type { ArtifactStore } from '../../pipeline'

/** A film by the name of its file and its title: its script may be rewritten, edits are anchored in its words. */
export interface EditedFilm {
  readonly fileName: string
  readonly title: string
}

const nameOf = ({ fileName, title }: EditedFilm): string => `edits/${slug(fileName) || 'film'}~${slug(title) || 'untitled'}.json`

/** Keeps what was changed by hand in a film beside its runs; nothing is kept where nothing was. @param given edits that its files hold. */
export async function keepEdits(
  store: ArtifactStore,
  film: EditedFilm,
  { given, edits }: { readonly given: readonly HandEdit[]; readonly edits: readonly HandEdit[] },
): Promise<void> {
  const isAsGiven = JSON.stringify(edits) === JSON.stringify(given)
  if (isAsGiven) await store.remove(nameOf(film))
  else await store.write(nameOf(film), new TextEncoder().encode(JSON.stringify({ version: 1, given, edits })))
}

/** What was changed by hand in a film when it was last open; undefined for nothing, and where its files hold other edits since. */
export async function keptEdits(
  store: ArtifactStore,
  film: EditedFilm,
  given: readonly HandEdit[],
): Promise<readonly HandEdit[] | undefined> {
  const bytes = await store.read(nameOf(film))
  if (!bytes) return
  try {
    const kept = JSON.parse(new TextDecoder().decode(bytes)) as { readonly given?: unknown; readonly edits?: unknown }
    if (JSON.stringify(kept.given) !== JSON.stringify(given)) return
    const read = HandEdit.array().safeParse(kept.edits)
    return read.success ? (read.data as Value<HandEdit>[]) : undefined
  } catch {
    // A file that was cut off holds nothing.
    return
  }
}
