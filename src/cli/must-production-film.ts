import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { RunEvent, RunSummary } from '../pipeline'
import { packageRoot } from './package-root'

/**
 * Six short shots of one place, 48 frames of 64 × 36: what little can be rendered in many pieces. All are the same scenery, so
 * that a graphics card that is a CPU compiles it once.
 */
export const SMALL_FILM = `meta: { title: Small, id: small }
fps: 4
outputs:
  - { name: film, width: 64, height: 36, quality: draft, codec: vp9 }
shots:
${[
  ['a', 'WS', 'pan'],
  ['b', 'WS', 'static'],
  ['c', 'EWS', 'crane'],
  ['d', 'WS', 'tilt'],
  ['e', 'WS', 'push-in'],
  ['f', 'EWS', 'static'],
]
  .map(([name, size, move]) => `  - { name: ${name}, location: empty field, frames: 8, camera: { size: ${size}, move: ${move} } }`)
  .join('\n')}
`

/** The same shots, longer: a fast machine has drawn the small film before a graphics process is ended twice, or a second renderer has started. */
export const LONGER_FILM = SMALL_FILM.replaceAll('frames: 8', 'frames: 24')

/** Longer still, twelve seconds at 24 a second: what two renderers need beside one, when the start of the second is not most of it. */
export const SHARED_FILM = SMALL_FILM.replaceAll('frames: 8', 'frames: 48')

/** Segments of the small film, and of those that are longer. */
export const SMALL_SEGMENTS = 6
/** Frames of the longer film. */
export const LONGER_FRAMES = 144

/** Works in a folder that is thrown away. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'oneshot-must-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the command says while it runs, with `--json`: events of the run, and notes. */
export type Said = Partial<Omit<RunEvent, 'kind'>> & { readonly event: string; readonly text?: string }

/** The command at work in a process of its own. */
export interface RunningCommand {
  readonly child: ChildProcess
  readonly pid: number
  readonly said: readonly Said[]
  /** Resolves when something was said that passes; rejects if the command ends before. */
  heard(test: (said: Said) => boolean): Promise<Said>
  /** Exit status (null: killed) and standard output. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string }>
}

/** Starts the built command in a process group of its own. */
export function startCommand(args: readonly string[], before: readonly string[] = []): RunningCommand {
  const [program = '', ...words] = [...before, process.execPath, join(packageRoot(), 'dist/cli/oneshot.js'), ...args, '--json']
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const said: Said[] = []
  const listeners = new Set<(line: Said) => void>()
  let unfinished = ''
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unfinished + text).split('\n')
    unfinished = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith('{')) continue
      const told = JSON.parse(line) as Said
      said.push(told)
      for (const listener of listeners) listener(told)
    }
  })
  const ended = new Promise<{ code: number | null; out: string }>((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ code, out }))
  })
  return {
    child,
    pid: child.pid ?? 0,
    said,
    ended,
    heard: (test) =>
      new Promise((done, fail) => {
        const listener = (told: Said) => {
          if (!test(told)) return
          listeners.delete(listener)
          done(told)
        }
        listeners.add(listener)
        void ended.then(({ code }) => fail(new Error(`the command ended with ${code} before: ${lastWord(said)}`)), fail)
      }),
  }
}

const lastWord = (said: readonly Said[]): string => said.findLast((s) => s.text !== undefined)?.text ?? 'it said nothing'

/** A film that was made, as the store tells it. */
export interface MadeFilm {
  readonly filmHash: string
  /** Picture hashes in film order. */
  readonly hashes: readonly string[]
  readonly summary: RunSummary
  readonly said: readonly Said[]
}

/** Arguments that make a master file into a film in a folder of its own. */
export const runArguments = (file: string, folder: string, more: readonly string[] = []): string[] => [
  'run',
  file,
  '-o',
  join(folder, 'film.mp4'),
  ...more,
]

/**
 * Waits for a run to end well, and reads what it made.
 * @param root where the command's own root folder is, if that is another one.
 * @throws Error with its last words.
 */
export async function finished({ ended, said }: RunningCommand, root = ''): Promise<MadeFilm> {
  const { code, out } = await ended
  if (code !== 0) throw new Error(`the run ended with ${code}: ${lastWord(said)}`)
  const file = root + (JSON.parse(out) as { readonly summary: string }).summary
  const summary = JSON.parse(await readFile(file, 'utf8')) as RunSummary
  const output = JSON.parse(await readFile(join(dirname(file), 'RenderOutput.film.json'), 'utf8')) as {
    readonly filmHash: string
    readonly segments: readonly { readonly pictureHashes: readonly string[] }[]
  }
  return { filmHash: output.filmHash, hashes: output.segments.flatMap((s) => s.pictureHashes), summary, said }
}

/** Makes a master file into a film, undisturbed. */
export const makeFilm = (file: string, folder: string, more: readonly string[] = []): Promise<MadeFilm> =>
  finished(startCommand(runArguments(file, folder, more)))

/** Writes the small film's master file into a folder. */
export async function smallFilm(folder: string, text = SMALL_FILM): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'film.yaml')
  await writeFile(file, text)
  return file
}

const undisturbed = new Map<string, Promise<MadeFilm>>()

/** The small film, or another, as nobody disturbs it: made once for all who compare. */
export function undisturbedFilm(text = SMALL_FILM): Promise<MadeFilm> {
  const made = undisturbed.get(text) ?? inScratch(async (folder) => makeFilm(await smallFilm(folder, text), folder))
  undisturbed.set(text, made)
  return made
}

/** Whole segments of the store beside a film: name, and what tells whether it was written again. */
export async function segmentsIn(folder: string): Promise<Map<string, string>> {
  const at = join(folder, '.oneshot', 'segments')
  const found = new Map<string, string>()
  for (const name of (await readdir(at).catch(() => [])).filter((n) => n.endsWith('.seg'))) {
    const { ino, mtimeMs, size } = await stat(join(at, name))
    found.set(name, `${ino} ${mtimeMs} ${size}`)
  }
  return found
}

/** Names of segments that are not any more what they were. */
export async function changedSegments(folder: string, before: ReadonlyMap<string, string>): Promise<string[]> {
  const now = await segmentsIn(folder)
  return [...before].filter(([name, was]) => now.get(name) !== was).map(([name]) => name)
}

const isSegment = ({ task }: Said) => task?.startsWith('shots/segment:') ?? false

/** Resolves in the middle of a shot: when so many frames are drawn, and the segment that is drawn is not finished. */
export function inMidShot(run: RunningCommand, frames: number): Promise<Said> {
  const drawn = new Map<string, number>()
  return run.heard((s) => {
    if (!isSegment(s) || s.event !== 'progress') return false
    drawn.set(s.task ?? '', s.done ?? 0)
    let sum = 0
    for (const n of drawn.values()) sum += n
    return sum >= frames && (s.done ?? 0) > 0 && (s.done ?? 0) < (s.total ?? 0)
  })
}

/** Segments that a summary says were rendered. */
export const renderedIn = ({ ran }: RunSummary) => ran.filter((t) => isSegment({ event: '', task: t.task }))
/** Segments that a summary says were found made. */
export const reusedIn = ({ reused }: RunSummary) => reused.filter((t) => isSegment({ event: '', task: t.task }))

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
