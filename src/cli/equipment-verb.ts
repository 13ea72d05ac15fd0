import { writeFile } from 'node:fs/promises'
import { dirname, extname, relative } from 'node:path'
import { MAINS, type MainsName } from '../departments/lighting'
import { csvOf, documentPdf } from '../encode'
import { equipmentList, equipmentPaper, equipmentRows, sliceOf } from '../production'
import type { Verb } from './command'
import { makeFolder } from './make-folder'
import { openFilm, readFilm } from './open-film'
import { choiceOf } from './option-values'
import { OUT, outOf } from './picture-options'

/** `equipment`: what a film takes to shoot. */
export const EQUIPMENT: Verb = {
  name: 'equipment',
  takes: 'FILE',
  summary: 'the equipment list as PDF or CSV: cameras, lenses, support, track, lamps, gels and power by shooting day and shot',
  flags: [{ name: 'mains', value: 'VOLTS', help: '230V (circuits of 16 A) or 120V (of 20 A); default 230V' }, OUT],
  examples: ['equipment film.fountain -o equipment.pdf', 'equipment film.fountain -o equipment.csv'],
  run: async (context) => {
    const { args, io, json } = context
    const out = outOf(context, '.pdf', '.csv')
    const mains = choiceOf(args, 'mains', Object.keys(MAINS) as MainsName[]) ?? '230V'
    const { film } = await openFilm(await readFilm(context), context)
    const { store } = film
    const list = equipmentList(store.plan, (key) => sliceOf(store, key), { mains })
    await makeFolder(dirname(out))
    await writeFile(
      out,
      extname(out).toLowerCase() === '.csv'
        ? csvOf(equipmentRows(list))
        : await documentPdf(equipmentPaper(store.plan.title || 'Untitled', list)),
    )
    io.out(json ? `${JSON.stringify({ file: out, ...list })}\n` : `${relative(io.cwd, out) || out}\n`)
  },
}
