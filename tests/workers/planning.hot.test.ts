import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { longScript } from '../../src/cli/long-script'
import { hashOf, sliceHashOf, type Utterance } from '../../src/film'
import {
  booksOfProduction,
  type FilmBooks,
  filmSpoken,
  type OpenedFilm,
  openProduction,
  planScenes,
  portionsOf,
  type SpokenLines,
  sliceOf,
} from '../../src/production'
import { type Assistant, assistantCount } from '../../src/workers/assistants'
import { Planning } from '../../src/workers/planning'
import type { ProductionInput } from '../../src/workers/production-api'

const bytes = (text: string) => new TextEncoder().encode(text)
const sample = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../public/samples', name))) })
const bare = (text: string): ProductionInput => ({ files: [{ name: 'film.fountain', bytes: bytes(text) }], main: 'film.fountain' })

/** A long film with clothes that change, transitions, shots that are said and places that are built otherwise. */
const DRESSED: ProductionInput = {
  files: [
    { name: 'film.fountain', bytes: bytes(longScript(14, 'dressed').replaceAll('CUT TO:', 'DISSOLVE TO:')) },
    {
      name: 'film.yaml',
      bytes: bytes(`
script: film.fountain
project: { title: Dressed }
characters:
  - name: MARA
    description: tall, red coat
    wardrobe: [{ scenes: 3-9, items: [black suit] }, { scenes: 12, items: [white coat, hat] }]
locations:
  - { name: HARBOUR, kind: kitchen, interior: true }
timeline:
  transitions: [{ after_scene: 2, kind: wipe, duration: 0.5s }]
`),
    },
  ],
  main: 'film.yaml',
}

/** Waits until the planner listens: a worker's answer comes as a message. */
const heard = () =>
  new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(undefined)
  })

/** Who answers as a worker would: nothing but a copy of plain data. */
const honest = (): Assistant => {
  let books: FilmBooks | undefined
  return {
    read: (request) => {
      books = booksOfProduction(structuredClone(request))
    },
    hear: (lines) => {
      books = books && filmSpoken(books, structuredClone(lines))
    },
    planScenes: async (which) => {
      await heard()
      return structuredClone(planScenes(books as FilmBooks, which))
    },
    rest: () => {},
    dismiss: () => {},
  }
}

const opened = (answer: Awaited<ReturnType<Planning['open']>>): OpenedFilm => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics))
  return answer
}
const codecs = Promise.resolve(undefined)

/** Speaks everything: a second, and a tenth for every letter. */
const speak = (wanted: ReadonlyMap<string, Utterance>): SpokenLines =>
  new Map(
    [...wanted].map(([key, { text }]) => [key, { seconds: 1 + text.length / 10, phones: [{ phone: 'aa', s: 1 + text.length / 10 }] }]),
  )
const hear = async (wanted: ReadonlyMap<string, Utterance>) => speak(wanted)

describe('planning with assistants', () => {
  it.each([
    ['a long script', bare(longScript(15, 'shares'))],
    ['a long production', DRESSED],
    [
      'the complete example',
      { files: [sample('night-owls.production.yaml'), sample('night-owls.fountain')], main: 'night-owls.production.yaml' },
    ],
    ['listed shots', { files: [sample('shot.yaml')], main: 'shot.yaml' }],
  ])('makes the same film of %s, however many there are', async (_, input: ProductionInput) => {
    const alone = opened(openProduction(input, { speak }))
    for (const most of [1, 3]) {
      const { film, diagnostics, runId } = opened(await new Planning(honest, most).open(input, codecs, hear))
      expect(JSON.stringify(film.store)).toBe(JSON.stringify(alone.film.store))
      expect(hashOf(film.shotList)).toBe(hashOf(alone.film.shotList))
      expect(hashOf(film.breakdown)).toBe(hashOf(alone.film.breakdown))
      expect({ diagnostics, runId }).toEqual({ diagnostics: alone.diagnostics, runId: alone.runId })
      for (const s of film.store.plan.shots.slice(-3)) expect(sliceHashOf(sliceOf(film.store, s.key))).toBe(s.sliceHash)
    }
  })

  it('asks for help with long films only, and sends those home who are not needed on', async () => {
    let hired = 0
    let home = 0
    const planning = new Planning(() => {
      hired++
      return { ...honest(), dismiss: () => home++ }
    }, 3)
    await planning.open(bare('INT. ROOM - DAY\n\nA MAN sits.\n'), codecs, hear)
    expect(hired).toBe(0)
    planning.prepare()
    expect(hired).toBe(1)
    await planning.open(bare(longScript(12, 'help')), codecs, hear)
    expect([hired, home]).toEqual([3, 2])
  })

  it('plans what an assistant does not answer', async () => {
    const input = bare(longScript(15, 'lost'))
    const alone = opened(openProduction(input, { speak }))
    const answered = honest()
    let answers = 0
    const failures: Assistant['planScenes'][] = [
      () => Promise.reject(new Error('gone')),
      () => new Promise(() => {}),
      // One that stops in the midst.
      (which) => (++answers < 4 ? answered.planScenes(which) : Promise.reject(new Error('gone'))),
    ]
    for (const planScenes of failures) {
      let home = 0
      const { film } = opened(await new Planning(() => ({ ...answered, planScenes, dismiss: () => home++ }), 1).open(input, codecs, hear))
      expect(hashOf(film.store)).toBe(hashOf(alone.film.store))
      expect(home).toBe(1)
    }
  })

  it('gives more to whoever is faster', async () => {
    const input = bare(longScript(15, 'shares'))
    const planned: number[] = []
    for (const rests of [0, 40]) {
      const helper = honest()
      let scenes = 0
      const slow = async (which: readonly number[]) => {
        for (let n = 0; n < rests; n++) await heard()
        scenes += which.length
        return helper.planScenes(which)
      }
      opened(await new Planning(() => ({ ...helper, planScenes: slow }), 1).open(input, codecs, hear))
      planned.push(scenes)
    }
    expect(planned[1]).toBeGreaterThan(0)
    expect(planned[0]).toBeGreaterThan(planned[1] as number)
  })

  it('cuts a film into portions in which every scene is once', () => {
    const { script } = booksOfProduction(bare(longScript(15, 'shares'))) as FilmBooks
    const portions = portionsOf(script, 3)
    expect(portions.length).toBeGreaterThan(12)
    expect(portions.flat().sort((a, b) => a - b)).toEqual([...script.scenes.keys()])
    expect(portionsOf(script, 1)).toEqual([[...script.scenes.keys()]])
  })

  it('refuses what alone is refused, with the same words', async () => {
    const input = { ...DRESSED, overrides: { fps: 'many' } }
    const refused = await new Planning(honest, 2).open(input, codecs, hear)
    expect(refused).toEqual(openProduction(input))
    expect(refused.ok).toBe(false)
  })

  it('leaves a core for the planner', () => {
    expect([1, 2, 4, 16].map(assistantCount)).toEqual([0, 1, 3, 3])
  })
})
