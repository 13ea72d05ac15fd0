import { writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { frameAt, planSvg, planView, sliceOf } from '../production'
import type { Verb } from './command'
import { rateOverrides } from './film-options'
import { openFilm, readFilm } from './open-film'
import { checked, FPS, OUT, outOf } from './picture-options'

/** `floorplan`: a shot seen from above. */
export const FLOORPLAN: Verb = {
  name: 'floorplan',
  takes: 'FILE',
  summary: 'a shot from above as SVG: set, people, ways, camera, lamps',
  flags: [{ name: 'at', value: 'sc2.sh1:12', help: 'scene, shot and frame in the shot (without a frame: its middle)' }, OUT, FPS],
  examples: ['floorplan film.fountain --at sc2.sh1 -o floorplan.svg'],
  run: async (context) => {
    const { args, io } = context
    const out = outOf(context, '.svg')
    const { film } = await openFilm(await readFilm(context), context, rateOverrides(args))
    const { plan } = film.store
    const { shot, frame } = checked('--at', 'oneshot shots FILE --csv lists the shots', () =>
      frameAt(plan, args.values.get('at') ?? plan.shots[0]?.address ?? 'sc1.sh1'),
    )
    const slice = sliceOf(film.store, shot.key)
    const lens = `${shot.size}, ${shot.lensMm} mm`
    const svg = planSvg(planView(slice, (frame * plan.fps.den) / plan.fps.num), `${shot.address} · ${shot.sceneTitle} · ${lens}`)
    await writeFile(out, svg)
    io.out(context.json ? `${JSON.stringify({ file: out, shot: shot.address, frame })}\n` : `${relative(io.cwd, out) || out}\n`)
  },
}
