import { breakDown } from '../departments/development'
import type { Verb } from './command'
import { makeFilm, readFilm, settingsOf } from './make-film'
import { FPS } from './picture-options'
import { shotsCsv } from './shots-csv'

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`

/** Verbs that answer with an artifact as JSON: no picture, no browser. */
export const PLAN_VERBS: readonly Verb[] = [
  {
    name: 'parse',
    takes: 'FILE',
    summary: 'the screenplay as data: scenes, elements, characters, with lines',
    flags: [],
    examples: ['parse film.fountain > script.json'],
    run: async (context) => context.io.out(json((await readFilm(context)).script)),
  },
  {
    name: 'breakdown',
    takes: 'FILE',
    summary: 'what each scene needs: cast, props, vehicles, weather, actions',
    flags: [],
    examples: ['breakdown film.fountain > breakdown.json'],
    run: async (context) => context.io.out(json(breakDown((await readFilm(context)).script))),
  },
  {
    name: 'shots',
    takes: 'FILE',
    summary: 'the shot list, with the reason for every shot',
    flags: [FPS, { name: 'csv', help: 'a table for spreadsheets instead of JSON' }],
    examples: ['shots film.fountain --csv > shots.csv'],
    run: async (context) => {
      const film = makeFilm(await readFilm(context), context, settingsOf(context))
      context.io.out(context.args.switches.has('csv') ? shotsCsv(film.store.plan) : json(film.shotList))
    },
  },
  {
    name: 'plan',
    takes: 'FILE',
    summary: 'the render plan: every shot with its place, light and length',
    flags: [FPS],
    examples: ['plan film.fountain > plan.json'],
    run: async (context) => context.io.out(json(makeFilm(await readFilm(context), context, settingsOf(context)).store.plan)),
  },
]
