import {
  type CodecAnswers,
  type OpenedFilm,
  type PlannedScene,
  planScenes,
  prepareProduction,
  type RefusedFilm,
  scenesOfShare,
} from '../production'
import type { Assistant } from './assistants'
import type { ProductionInput } from './production-api'

/** Bytes of a production from which assistants are asked: some ten pages. */
const LONG_BYTES = 12_000

/**
 * What the planner takes of an equal share. It puts the parts together, but that is soon done: an assistant begins later, and
 * what it made has to be copied over (measured: with equal ends the whole is a quarter sooner than with 0.85).
 */
const FIRST = 1.06

/** How long an assistant is waited for when the planner's own share is done: so many times what that took, and milliseconds. */
const PATIENCE = { times: 3, ms: 1000 }

/** Assistants who stay when a film is planned. */
const STAY = 1

/**
 * Plans productions, long ones with assistants. What comes out does not depend on how many there are, nor on whether
 * they answer: a share that does not come is planned here.
 */
export class Planning {
  readonly #hire: () => Assistant
  readonly #most: number
  #assistants: Assistant[] = []

  /** @param most assistants; with none of them everything is planned here. */
  constructor(hire: () => Assistant, most: number) {
    this.#hire = hire
    this.#most = most
  }

  /** Has those who stay come early: they have compiled what they need when a long film is opened. */
  prepare(): void {
    while (this.#assistants.length < Math.min(STAY, this.#most)) this.#assistants.push(this.#hire())
  }

  /** Reads, checks and plans a production. Bad input is an answer, not an exception. */
  async open(input: ProductionInput, codecs: Promise<CodecAnswers | undefined>): Promise<OpenedFilm | RefusedFilm> {
    const asked = this.#ask(input)
    try {
      const prepared = prepareProduction(input, await codecs)
      if (!prepared.ok) return prepared
      const { film } = prepared
      const planners = asked.length + 1
      const scenes = (planner: number) => planScenes(film, scenesOfShare(film, { planner, planners, first: FIRST }))
      const start = performance.now()
      const made = scenes(0)
      const patience = (performance.now() - start) * PATIENCE.times + PATIENCE.ms
      for (const [i, share] of asked.entries()) made.push(...((await this.#answered(share, patience)) ?? scenes(i + 1)))
      return prepared.finish(made)
    } finally {
      for (const spare of this.#assistants.splice(STAY)) spare.dismiss()
    }
  }

  /** Asks assistants for their shares of a long film. */
  #ask(input: ProductionInput) {
    if (input.files.reduce((n, f) => n + f.bytes.length, 0) < LONG_BYTES) return []
    while (this.#assistants.length < this.#most) this.#assistants.push(this.#hire())
    const planners = this.#assistants.length + 1
    return this.#assistants.map((by, i) => {
      const answer = by.planShare(input, { planner: i + 1, planners, first: FIRST })
      // Nobody listens yet while the planner is at work.
      answer.catch(() => {})
      return { by, answer }
    })
  }

  /** An assistant's share, or nothing when it fails: what fails there for a reason fails here as well, and says why. */
  async #answered(
    { by, answer }: { readonly by: Assistant; readonly answer: Promise<readonly PlannedScene[]> },
    patienceMs: number,
  ): Promise<readonly PlannedScene[] | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLong = new Promise<never>((_, failed) => {
      timer = setTimeout(failed, patienceMs)
    })
    try {
      return await Promise.race([answer, tooLong])
    } catch {
      this.#assistants = this.#assistants.filter((a) => a !== by)
      by.dismiss()
      return
    } finally {
      clearTimeout(timer)
    }
  }
}
