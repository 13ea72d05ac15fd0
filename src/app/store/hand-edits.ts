import { type Diagnostic, type HandEdit, withEdit, withoutEdit, withoutEditsOf } from '../../film'
import { type FilmState, filmStore } from './film-store'
import { keepChanges, keptChanges } from './kept-changes'
import { desk } from './production'
import type { Said } from './said-over'

/** What is changed by hand in the film that is open: its people, and what is moved on its floor plan. It is kept over a reload. */
export class HandEdits {
  readonly #replan: (change: Said) => Promise<readonly Diagnostic[]>
  #keeping: Promise<void> = Promise.resolve()
  #editing: Promise<void> = Promise.resolve()

  /** @param replan plans the open film with that said over it, after what is being planned; says what stands in the way. */
  constructor(replan: (change: Said) => Promise<readonly Diagnostic[]>) {
    this.#replan = replan
  }

  /**
   * Plans the open film anew with people as they are wanted; the film stays where it is.
   * @returns what stands in the way; empty when it is done.
   */
  async recast(casting: FilmState['casting'], models = filmStore.getState().models): Promise<readonly Diagnostic[]> {
    const problems = await this.#replan({ casting, models })
    if (problems.length === 0) this.#keep(filmStore.getState().edits)
    return problems
  }

  /** Plans the open film anew with something changed by hand on the floor plan; several edits are one step. @returns as `recast`. */
  make(...made: readonly HandEdit[]): Promise<readonly Diagnostic[]> {
    return this.#setEdits((edits) => made.reduce(withEdit, edits))
  }

  /** Changes something more in the last step: both are undone together. @returns as `recast`. */
  amend(...made: readonly HandEdit[]): Promise<readonly Diagnostic[]> {
    return this.#inTurn(({ edits, editsBefore }) => ({ edits: made.reduce(withEdit, edits), editsBefore, editsAfter: [] }))
  }

  /** Takes back all that a hand said of one lamp or thing (`lamps.rim`, `things.sofa-1`). @returns as `recast`. */
  takeBack(target: string, of: string): Promise<readonly Diagnostic[]> {
    return this.#setEdits((edits) => withoutEditsOf(edits, target, of))
  }

  /** Takes one edit back, and leaves all others. @returns as `recast`. */
  reset(edit: HandEdit): Promise<readonly Diagnostic[]> {
    return this.#setEdits((edits) => withoutEdit(edits, edit))
  }

  /** Takes the last change back. */
  undo(): Promise<readonly Diagnostic[]> {
    return this.#inTurn(({ edits: now, editsBefore, editsAfter }) => {
      const edits = editsBefore.at(-1)
      return edits && { edits, editsBefore: editsBefore.slice(0, -1), editsAfter: [...editsAfter, now] }
    })
  }

  /** Makes again what was taken back last; after another change there is nothing of that. */
  redo(): Promise<readonly Diagnostic[]> {
    return this.#inTurn(({ edits: now, editsBefore, editsAfter }) => {
      const edits = editsAfter.at(-1)
      return edits && { edits, editsBefore: [...editsBefore, now], editsAfter: editsAfter.slice(0, -1) }
    })
  }

  #setEdits(change: (edits: readonly HandEdit[]) => readonly HandEdit[]): Promise<readonly Diagnostic[]> {
    return this.#inTurn(({ edits, editsBefore }) => {
      const made = change(edits)
      const isNone = made.length === edits.length && made.every((e, i) => e === edits[i])
      return isNone ? undefined : { edits: made, editsBefore: [...editsBefore, edits], editsAfter: [] }
    })
  }

  /** Changes edits when those before are in the plan: hands are faster than plans. */
  #inTurn(change: (now: FilmState) => Pick<FilmState, 'edits' | 'editsBefore' | 'editsAfter'> | undefined): Promise<readonly Diagnostic[]> {
    const made = this.#editing.then(async () => {
      const said = change(filmStore.getState())
      if (!said) return []
      // Before it is planned: the page may be closed meanwhile.
      this.#keep(said.edits)
      const problems = await this.#replan(said)
      if (problems.length > 0) this.#keep(filmStore.getState().edits)
      return problems
    })
    this.#editing = made.then(
      () => undefined,
      () => undefined,
    )
    return made
  }

  /** Keeps what was changed by hand, for when the film is opened again: one after the other. */
  #keep(edits: readonly HandEdit[]): void {
    const { film, fileName, source, casting } = filmStore.getState()
    if (!film || !fileName || !source) return
    const kept = { given: source.edits, edits, casting }
    // What a browser does not keep is in the film all the same, until the page is closed.
    this.#keeping = this.#keeping.then(() => keepChanges(desk.store, { fileName, title: film.plan.title }, kept)).catch(() => undefined)
  }

  /** Lays over the film that was opened what was changed by hand in it before; undo takes moves off. */
  async restore(): Promise<void> {
    const { film, fileName, source, edits } = filmStore.getState()
    if (!film || !fileName || !source) return
    await this.#keeping
    const kept = await keptChanges(desk.store, { fileName, title: film.plan.title }, source.edits).catch(() => undefined)
    const now = filmStore.getState()
    if (!kept || now.source !== source || now.edits !== edits) return
    const moved = kept.edits.length > 0 ? { edits: kept.edits, editsBefore: [edits], editsAfter: [] } : {}
    await this.#replan({ ...moved, casting: kept.casting })
  }
}
