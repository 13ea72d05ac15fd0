import { writeFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { characterNamed, frameAt, sliceOf } from '../production'
import type { Context, Verb } from './command'
import { rateOverrides } from './film-options'
import { makeFolder } from './make-folder'
import { openFilm, readFilm } from './open-film'
import { checked, FPS, OUT, outOf } from './picture-options'
import { UsageError } from './usage-error'

const SHOTS = 'oneshot shots FILE --csv lists the shots'

/** `gltf`: a shot, a set or somebody of a film for other programs. */
export const GLTF: Verb = {
  name: 'gltf',
  takes: 'FILE',
  summary: 'a whole shot (set, people, lights, moving camera), a set or a person for other programs, as glTF (.glb)',
  flags: [
    { name: 'at', value: 'sc2.sh1', help: 'the shot (default: the first)' },
    { name: 'set', value: 'sc2', help: 'the set of this scene, alone' },
    { name: 'character', value: 'NAME', help: 'this person, alone: skeleton, costume, face and what they can do as animations' },
    OUT,
    FPS,
  ],
  examples: [
    'gltf film.fountain --at sc2.sh1 -o shot.glb',
    'gltf film.fountain --set sc1 -o kitchen.glb',
    'gltf film.fountain --character MARA -o mara.glb',
  ],
  run: async (context) => {
    const { args } = context
    const [at, set, character] = ['at', 'set', 'character'].map((name) => args.values.get(name))
    if ([at, set, character].filter((v) => v !== undefined).length > 1)
      throw new UsageError('--at, --set and --character are different files', 'give one of them')
    const out = outOf(context, '.glb')
    const { film } = await openFilm(await readFilm(context), context, rateOverrides(args))
    const { plan } = film.store
    const sliceAt = (flag: string, address: string) => sliceOf(film.store, checked(flag, SHOTS, () => frameAt(plan, address)).shot.key)
    const { actorFile, setModel, shotModel } = await import('../production/modelling')
    const made = async (): Promise<{ readonly bytes: Uint8Array; readonly of: string }> => {
      if (character !== undefined) {
        const { model, name } = checked('--character', 'give one of them', () => characterNamed(film, character))
        if (model) throw new UsageError(`--character: ${name} is a model of yours already`, 'name somebody else')
        return { bytes: await actorFile(film, character), of: name }
      }
      if (set !== undefined) {
        const slice = sliceAt('--set', set)
        return { bytes: await setModel(slice.set, slice.light), of: slice.set.name }
      }
      const slice = sliceAt('--at', at ?? plan.shots[0]?.address ?? 'sc1.sh1')
      return { bytes: await shotModel(slice), of: slice.shot.key }
    }
    const { bytes, of } = await made()
    await written(out, bytes, context, { of })
  },
}

/** Writes a file and says where it is. */
export async function written(out: string, bytes: Uint8Array, { io, json }: Pick<Context, 'io' | 'json'>, facts: object): Promise<void> {
  await makeFolder(dirname(out))
  await writeFile(out, bytes)
  io.out(json ? `${JSON.stringify({ file: out, ...facts, bytes: bytes.length })}\n` : `${relative(io.cwd, out) || out}\n`)
}
