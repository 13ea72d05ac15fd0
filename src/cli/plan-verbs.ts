import { breakDown, readScript } from '../departments/development'
import { diagnosticText, type Script } from '../film'
import { type PlannedFilm, screenTime } from '../production'
import type { Context, Verb } from './command'
import { continuityCsv, continuityText } from './continuity-text'
import { rateOverrides } from './film-options'
import { openFilm, readFilm } from './open-film'
import { FPS } from './picture-options'
import { shotsCsv } from './shots-csv'

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`

/** A screenplay as it was read; of a production its script, or what its shots make of one. */
async function scriptOf(context: Context): Promise<Script> {
  const source = await readFilm(context)
  const [file] = source.files
  if (!source.bare || !file) return (await openFilm(source, context)).film.script
  const script = readScript({ name: source.path, bytes: file.bytes })
  for (const d of script.diagnostics) (d.severity === 'info' ? context.report.detail : context.report.note)(diagnosticText(d))
  return script
}

const planned = async (context: Context): Promise<PlannedFilm> =>
  (await openFilm(await readFilm(context), context, rateOverrides(context.args))).film

/** Verbs that answer with an artifact as JSON: no picture, no browser. */
export const PLAN_VERBS: readonly Verb[] = [
  {
    name: 'parse',
    takes: 'FILE',
    summary: 'the screenplay as data: scenes, elements, characters, with lines',
    flags: [],
    examples: ['parse film.fountain > script.json'],
    run: async (context) => context.io.out(json(await scriptOf(context))),
  },
  {
    name: 'breakdown',
    takes: 'FILE',
    summary: 'what each scene needs: cast, props, vehicles, weather, actions',
    flags: [],
    examples: ['breakdown film.fountain > breakdown.json'],
    run: async (context) => context.io.out(json(breakDown(await scriptOf(context)))),
  },
  {
    name: 'shots',
    takes: 'FILE',
    summary: 'the shot list, with the reason for every shot',
    flags: [FPS, { name: 'csv', help: 'a table for spreadsheets instead of JSON' }],
    examples: ['shots film.fountain --csv > shots.csv'],
    run: async (context) => {
      const film = await planned(context)
      context.io.out(context.args.switches.has('csv') ? shotsCsv(film.store.plan) : json(film.shotList))
    },
  },
  {
    name: 'continuity',
    takes: 'FILE',
    summary: 'story days, who looks how in every scene, contradictions, costumes, screen time',
    flags: [
      FPS,
      { name: 'json', help: 'the whole artifact instead of a page to read' },
      { name: 'csv', help: 'a table for spreadsheets: a row a person and scene' },
    ],
    examples: ['continuity film.fountain', 'continuity film.fountain --csv > continuity.csv'],
    run: async (context) => {
      const film = await planned(context)
      const { switches } = context.args
      const times = screenTime(film.store.plan)
      context.io.out(
        switches.has('json')
          ? json({ ...film.continuity, screenTime: times })
          : switches.has('csv')
            ? continuityCsv(film.continuity, film.script, times)
            : continuityText(film.continuity, film.script, times),
      )
    },
  },
  {
    name: 'plan',
    takes: 'FILE',
    summary: 'the render plan: every shot with its place, light and length',
    flags: [FPS],
    examples: ['plan film.fountain > plan.json'],
    run: async (context) => context.io.out(json((await planned(context)).store.plan)),
  },
]
