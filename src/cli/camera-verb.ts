import { writeFile } from 'node:fs/promises'
import { extname, relative } from 'node:path'
import { CAMERA_FILES, type CameraFileKind, cameraFile, frameAt, sliceOf } from '../production'
import type { Verb } from './command'
import { rateOverrides } from './film-options'
import { openFilm, readFilm } from './open-film'
import { checked, FPS, OUT, outOf } from './picture-options'

/** `camera`: a shot's camera for other programs. */
export const CAMERA: Verb = {
  name: 'camera',
  takes: 'FILE',
  summary: 'a shot’s camera for glTF, Nuke, After Effects or Blender, by ending',
  flags: [
    { name: 'at', value: 'sc2.sh1', help: 'scene and shot' },
    {
      ...OUT,
      help: `where it goes: ${Object.entries(CAMERA_FILES)
        .map(([kind, reader]) => `.${kind} (${reader})`)
        .join(', ')}`,
    },
    FPS,
  ],
  examples: ['camera film.fountain --at sc2.sh1 -o camera.chan'],
  run: async (context) => {
    const { args, io } = context
    const [first, ...others] = Object.keys(CAMERA_FILES).map((kind) => `.${kind}`)
    const out = outOf(context, first as string, ...others)
    const kind = extname(out).slice(1).toLowerCase() as CameraFileKind
    const { film } = await openFilm(await readFilm(context), context, rateOverrides(args))
    const { plan } = film.store
    const { shot } = checked('--at', 'oneshot shots FILE --csv lists the shots', () =>
      frameAt(plan, args.values.get('at') ?? plan.shots[0]?.address ?? 'sc1.sh1'),
    )
    await writeFile(out, cameraFile(sliceOf(film.store, shot.key), kind))
    io.out(
      context.json ? `${JSON.stringify({ file: out, shot: shot.address, frames: shot.frames })}\n` : `${relative(io.cwd, out) || out}\n`,
    )
  },
}
