import { writeFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { MAINS, type MainsName } from '../departments/lighting'
import { documentPdf } from '../encode'
import { lightPlot, plotPlaces, plottedLights, sliceOf } from '../production'
import type { Verb } from './command'
import { makeFolder } from './make-folder'
import { openFilm, readFilm } from './open-film'
import { choiceOf, wholeNumberOf } from './option-values'
import { OUT, outOf } from './picture-options'
import { UsageError } from './usage-error'

/** `lightplot`: where the lamps of a film stand, and what they draw. */
export const LIGHTPLOT: Verb = {
  name: 'lightplot',
  takes: 'FILE',
  summary: 'the light plot and power schedule as PDF: a page a light with its lamps, gels, levels and circuits',
  flags: [
    { name: 'scene', value: 'N', help: 'one scene alone' },
    { name: 'mains', value: 'VOLTS', help: '230V (circuits of 16 A) or 120V (of 20 A); default 230V' },
    { name: 'circuits', value: 'N', help: 'how many circuits each location has' },
    { name: 'iso', value: 'N', help: 'of the camera (default 800)' },
    OUT,
  ],
  examples: ['lightplot film.fountain -o lightplot.pdf', 'lightplot film.yaml --scene 3 --mains 120V --circuits 4 -o scene-3.pdf'],
  run: async (context) => {
    const { args, io, json } = context
    const out = outOf(context, '.pdf')
    const circuits = wholeNumberOf(args, 'circuits', 0, 200)
    const iso = wholeNumberOf(args, 'iso', 25, 25600)
    const wish = {
      mains: choiceOf(args, 'mains', Object.keys(MAINS) as MainsName[]) ?? '230V',
      ...(iso === undefined ? {} : { iso }),
      ...(circuits === undefined ? {} : { circuits }),
    }
    const { film } = await openFilm(await readFilm(context), context)
    const number = args.values.get('scene')
    const scenes = plotPlaces(film.store.plan)
      .filter((s) => number === undefined || s.number.split('.')[0] === number)
      .map((s) => ({ ...s, slice: sliceOf(film.store, s.shotKey) }))
    if (scenes.length === 0)
      throw new UsageError(`--scene: the film has no scene ${number}`, `give a number from 1 to ${film.store.plan.scenes.length}`)
    const bytes = await documentPdf(lightPlot(film.store.plan.title || 'Untitled', scenes, wish))
    await makeFolder(dirname(out))
    await writeFile(out, bytes)
    const lights = plottedLights(scenes, wish)
    const facts = lights.map(({ scene, fixtures, power }) => ({
      scene: scene.number,
      lamps: fixtures,
      circuits: power.circuits,
      warnings: power.warnings,
    }))
    io.out(json ? `${JSON.stringify({ file: out, lights: facts })}\n` : `${relative(io.cwd, out) || out}\n`)
  },
}
