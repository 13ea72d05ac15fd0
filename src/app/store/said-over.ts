import type { HandEdit } from '../../film'
import { castingOverrides } from './casting'
import type { FilmState } from './film-store'

/** What is said over a screenplay. */
export type Said = Partial<Pick<FilmState, 'casting' | 'models' | 'edits' | 'editsBefore' | 'editsAfter'>>

/** What is said over a screenplay, as sections of a production. */
export const saidOver = ({ casting, edits }: Pick<FilmState, 'casting' | 'edits'>, given: readonly HandEdit[] = []) => ({
  ...castingOverrides(casting),
  ...(edits.length + given.length > 0 ? { edits } : {}),
})
