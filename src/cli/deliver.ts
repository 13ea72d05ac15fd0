import { existsSync } from 'node:fs'
import { copyFile, link, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { isSequence } from '../encode'
import type { RenderOutput } from '../film'
import { runFolder } from '../pipeline'
import { type OutputFormat, outputArtifact, outputFile, type SpriteSheet, spriteArtifact, spriteFolder } from '../production'
import type { Context } from './command'
import { makeFolder } from './make-folder'
import type { ProductionSource } from './read-production'
import { storeFile } from './store-folder'
import { UsageError } from './usage-error'

/** Where a run's films go. */
export interface Place {
  /** Full path: of the one movie, or of the folder of all. */
  readonly path: string
  readonly isFolder: boolean
}

/** Where the pieces of films are kept between runs: beside them. */
export const storeFolderFor = (out: string): string => join(dirname(out), '.oneshot')

/** Where the films go: one movie to a file, several and sequences of pictures to a folder. @throws UsageError */
export function placeOf(
  { args, io }: Pick<Context, 'args' | 'io'>,
  source: ProductionSource,
  outputs: readonly Pick<OutputFormat, 'name' | 'container'>[],
): Place {
  const named = args.values.get('out')
  const [only] = outputs
  const movie = outputs.length === 1 && only && !isSequence(only.container) ? `.${only.container}` : undefined
  const path = resolve(io.cwd, named ?? (movie ? `${source.base}${movie}` : `${source.base}-outputs`))
  const ending = extname(path).toLowerCase()
  const isDirectory = existsSync(path) && !args.values.get('out')?.match(/\.(?:mp4|webm|gif|apng|webp|wav)$/i)
  if (movie === undefined) {
    if (/^\.(?:mp4|webm|mov|mkv|avi|png|exr|gif|apng|webp|wav)$/.test(ending)) {
      const what = outputs.length > 1 ? `there are ${outputs.length} outputs` : 'pictures in sequence are many files'
      throw new UsageError(`-o: ${what}, and ${JSON.stringify(basename(path))} is one file`, 'name a folder, or choose one with --output')
    }
    return { path, isFolder: true }
  }
  if (ending === movie) {
    if (path === resolve(io.cwd, source.path)) throw new UsageError(`-o: would overwrite ${source.path}`, 'choose another name')
    return { path, isFolder: false }
  }
  if (named !== undefined && (ending === '' || isDirectory)) return { path, isFolder: true }
  const name = basename(path, extname(path)) || 'film'
  throw new UsageError(`-o: expected a name that ends in ${movie}, got ${JSON.stringify(basename(path))}`, `for example -o ${name}${movie}`)
}

/** A film where the user wanted it. */
export interface Delivered {
  readonly name: string
  /** Full path: of a movie, or of a folder of pictures. */
  readonly path: string
  /** What the run says of it. */
  readonly made: RenderOutput
}

/** Puts a run's films where the user wants them, each under its name when it is whole; the store keeps them too. */
export async function deliver(
  store: string,
  run: { readonly project: string; readonly runId: string },
  outputs: readonly OutputFormat[],
  place: Place,
): Promise<Delivered[]> {
  const delivered: Delivered[] = []
  for (const output of outputs) {
    const artifact = `${runFolder(run.project, run.runId)}${outputArtifact(output.name)}.json`
    const made = JSON.parse(await readFile(storeFile(store, artifact), 'utf8')) as RenderOutput
    const file = storeFile(store, outputFile(run, output))
    const path = place.isFolder
      ? join(place.path, isSequence(output.container) ? output.name : `${output.name}.${output.container}`)
      : place.path
    if (isSequence(output.container)) await deliverFolder(dirname(file), path)
    else await deliverFile(file, path)
    delivered.push({ name: output.name, path, made })
  }
  return delivered
}

/** Puts a run's sheets of sprites into the folder of its films; answers their full paths. */
export async function deliverSprites(
  store: string,
  run: { readonly project: string; readonly runId: string },
  sprites: readonly { readonly name: string }[],
  place: Place,
): Promise<string[]> {
  const paths: string[] = []
  for (const { name } of sprites) {
    const artifact = `${runFolder(run.project, run.runId)}${spriteArtifact(name)}.json`
    const { files } = JSON.parse(await readFile(storeFile(store, artifact), 'utf8')) as SpriteSheet
    for (const file of files) {
      const path = join(place.isFolder ? place.path : dirname(place.path), file)
      await deliverFile(storeFile(store, `${spriteFolder(run)}${file}`), path)
      paths.push(path)
    }
  }
  return paths
}

/** Pictures that an earlier, longer run left are taken away: a folder holds one film. */
async function deliverFolder(from: string, to: string): Promise<void> {
  await makeFolder(to)
  const names = (await readdir(from)).filter((n) => !n.endsWith('.part'))
  for (const name of names) await deliverFile(join(from, name), join(to, name))
  for (const name of await readdir(to)) if (/^frame_\d+\.(?:png|exr)$/.test(name) && !names.includes(name)) await rm(join(to, name))
}

/** One file under another name, without a second copy of its bytes where the disk can do that. */
async function deliverFile(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to))
  const temporary = join(dirname(to), `.${basename(to)}.${crypto.randomUUID()}.part`)
  try {
    try {
      await link(from, temporary)
      const [a, b] = await Promise.all([stat(from), stat(to).catch(() => undefined)])
      // Two names of one file: renaming the one to the other would do nothing and leave both.
      if (b && a.ino === b.ino && a.dev === b.dev) return
    } catch {
      await copyFile(from, temporary)
      const handle = await open(temporary, 'r+')
      await handle.sync()
      await handle.close()
    }
    await rename(temporary, to)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** A path as the user reads it. */
export const shownPath = (path: string, cwd: string): string => relative(cwd, path) || path
