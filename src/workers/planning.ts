import type { Utterance } from '../film'
import {
  type CodecAnswers,
  type FilmBooks,
  filmSpoken,
  type OpenedFilm,
  type PlannedScene,
  planScenes,
  portionsOf,
  prepareProduction,
  type RefusedFilm,
  type SpokenLines,
  utterancesOf,
} from '../production'
import type { Assistant } from './assistants'
import type { ProductionInput } from './production-api'

/** Bytes of a production from which assistants are asked: some ten pages. */
const LONG_BYTES = 12_000

/** Portions that an assistant is given at a time: it has the next one when it ends one. */
const AHEAD = 2

/** How long assistants are waited for when all else is done: so many times what the planner's own portions took, and milliseconds. */
const PATIENCE = { times: 3, ms: 1000 }

/** Assistants who stay when a film is planned. */
const STAY = 1

/** Portions that somebody else plans. */
interface Away {
  /** Ends when no portion is left, or the assistant fails. */
  readonly ended: Promise<unknown>
  /** What was given to it and has not come back. */
  readonly owed: Set<readonly number[]>
  readonly by: Assistant
}

/**
 * Plans productions, long ones with assistants. What comes out does not depend on how many there are, how fast they are, nor
 * on whether they answer: portions that do not come are planned here.
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

  /** Has assistants end what they do before they are asked for anything. */
  rest(): void {
    for (const by of this.#assistants) by.rest()
  }

  /**
   * Reads, checks and plans a production. Bad input is an answer, not an exception.
   * @param hear answers what was spoken of what a film's voices are asked for.
   */
  async open(
    input: ProductionInput,
    codecs: Promise<CodecAnswers | undefined>,
    hear: (wanted: ReadonlyMap<string, Utterance>) => Promise<SpokenLines>,
  ): Promise<OpenedFilm | RefusedFilm> {
    const assistants = this.#ask(input)
    try {
      const prepared = prepareProduction(input, await codecs)
      if (!prepared.ok) return prepared
      const lines = await hear(utterancesOf(prepared.film))
      for (const by of assistants) by.hear(lines)
      const film = filmSpoken(prepared.film, lines)
      const portions = portionsOf(film.script, assistants.length + 1)
      const planned = portions.length === 1 ? planScenes(film, portions.flat()) : await this.#shared(film, portions, assistants)
      return prepared.finish(planned, film)
    } finally {
      for (const spare of this.#assistants.splice(STAY)) spare.dismiss()
    }
  }

  /** Has assistants read a long film. */
  #ask(input: ProductionInput): readonly Assistant[] {
    if (input.files.reduce((n, f) => n + f.bytes.length, 0) < LONG_BYTES) return []
    while (this.#assistants.length < this.#most) this.#assistants.push(this.#hire())
    for (const by of this.#assistants) by.read(input)
    return [...this.#assistants]
  }

  /** All scenes of a film: the planner takes portions from the front, assistants from the back, until they meet. */
  async #shared(film: FilmBooks, portions: readonly (readonly number[])[], assistants: readonly Assistant[]): Promise<PlannedScene[]> {
    const left = [...portions]
    const made: PlannedScene[] = []
    const away = assistants.map((by): Away => {
      const owed = new Set<readonly number[]>()
      const work = async () => {
        for (let portion = left.pop(); portion; portion = left.pop()) {
          owed.add(portion)
          const planned = await by.planScenes(portion)
          // One that was given up may answer after all.
          if (owed.delete(portion)) made.push(...planned)
        }
      }
      return { by, owed, ended: Promise.all(Array.from({ length: AHEAD }, work)).catch(() => {}) }
    })
    const start = performance.now()
    const breath = new Breath()
    for (let portion = left.shift(); portion; portion = left.shift())
      for (const scene of portion) {
        made.push(...planScenes(film, [scene]))
        await breath.taken()
      }
    breath.end()
    await within((performance.now() - start) * PATIENCE.times + PATIENCE.ms, Promise.all(away.map((a) => a.ended)))
    for (const { by, owed } of away) {
      if (owed.size === 0) continue
      this.#assistants = this.#assistants.filter((a) => a !== by)
      by.dismiss()
      const missing = [...owed].flat()
      owed.clear()
      made.push(...planScenes(film, missing))
    }
    return made
  }
}

/** Waits for something, but not longer than so many milliseconds. */
async function within(ms: number, what: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<void>((done) => {
    timer = setTimeout(done, ms)
  })
  await Promise.race([what, tooLong])
  clearTimeout(timer)
}

/** Lets what was sent to this thread be heard in the midst of work; a timer would rest for milliseconds. */
class Breath {
  readonly #channel = new MessageChannel()

  taken(): Promise<void> {
    return new Promise((done) => {
      this.#channel.port1.onmessage = () => done()
      this.#channel.port2.postMessage(undefined)
    })
  }

  end(): void {
    this.#channel.port1.close()
  }
}
