import { HandEdit, slug, type Value, z } from '../../film'
import type { ArtifactStore } from '../../pipeline'
import type { Casting, FilmState } from './film-store'

/** A film by the name of its file and its title: its script may be rewritten, edits are anchored in its words. */
export interface ChangedFilm {
  readonly fileName: string
  readonly title: string
}

/** What somebody changed in a film that its files do not say. */
export type Changes = Pick<FilmState, 'edits' | 'casting'>

const nameOf = ({ fileName, title }: ChangedFilm): string => `edits/${slug(fileName) || 'film'}~${slug(title) || 'untitled'}.json`

const words = z.string().optional()
const Kept = z.object({
  given: z.unknown(),
  edits: HandEdit.array(),
  casting: z.record(z.string(), z.object({ description: words, wardrobe: words, hair: words, voice: words })),
})

/**
 * Keeps what was changed by hand in a film beside its runs; nothing is kept where nothing was, nor whose model stands in: that is
 * a file of its own.
 * @param given edits that its files hold.
 */
export async function keepChanges(
  store: ArtifactStore,
  film: ChangedFilm,
  { given, edits, casting }: Changes & { readonly given: readonly HandEdit[] },
): Promise<void> {
  const said = Object.fromEntries(
    Object.entries(casting).flatMap(([name, { model: _, ...rest }]): [string, Casting][] =>
      Object.values(rest).some((w) => w !== undefined && w.trim() !== '') ? [[name, rest]] : [],
    ),
  )
  const isAsGiven = JSON.stringify(edits) === JSON.stringify(given) && Object.keys(said).length === 0
  if (isAsGiven) await store.remove(nameOf(film))
  else await store.write(nameOf(film), new TextEncoder().encode(JSON.stringify({ version: 1, given, edits, casting: said })))
}

/** What was changed by hand in a film when it was last open; undefined for nothing, and where its files hold other edits since. */
export async function keptChanges(store: ArtifactStore, film: ChangedFilm, given: readonly HandEdit[]): Promise<Changes | undefined> {
  const bytes = await store.read(nameOf(film))
  if (!bytes) return
  try {
    const read = Kept.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    if (!read.success || JSON.stringify(read.data.given) !== JSON.stringify(given)) return
    const { edits, casting } = read.data
    return { edits: edits as Value<HandEdit>[], casting }
  } catch {
    // A file that was cut off holds nothing.
    return
  }
}
