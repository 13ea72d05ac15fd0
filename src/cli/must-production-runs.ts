import { spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RenderPlan, random } from '../film'
import { openProduction } from '../production'
import type { Context } from './command'
import { main } from './main'
import {
  changedSegments,
  finished,
  inMidShot,
  inScratch,
  LONGER_FILM,
  type MadeFilm,
  makeFilm,
  renderedIn,
  reusedIn,
  runArguments,
  type Said,
  SHARED_FILM,
  SMALL_FILM,
  segmentsIn,
  smallFilm,
  startCommand,
  undisturbedFilm,
} from './must-production-film'
import { killAll } from './must-production-processes'
import type { MustRow } from './must-table'

/**
 * Runs on a disk of our own that is small enough to be filled: memory in a namespace (no rights are needed for it where
 * the system lends them to everybody).
 */
async function onSmallDisk<T>(
  at: string,
  work: (disk: { readonly inside: readonly string[]; readonly outside: string }) => Promise<T>,
): Promise<T> {
  await mkdir(at, { recursive: true })
  const holder = spawn(
    'unshare',
    ['--user', '--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=8m tmpfs "$0" && echo ready && exec sleep 3600', at],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  try {
    await new Promise<void>((done, fail) => {
      holder.on('error', () => fail(new Error('this machine has no unshare')))
      holder.on('close', () => fail(new Error('this machine lends nobody a disk of their own')))
      holder.stdout.once('data', () => done())
    })
    return await work({
      inside: ['nsenter', '--target', String(holder.pid), '--user', '--mount', '--preserve-credentials'],
      outside: `/proc/${holder.pid}/root`,
    })
  } finally {
    killAll([{ pid: holder.pid ?? 0 }])
  }
}

/** Takes all the room that a disk has left. */
async function fillDisk(file: string): Promise<void> {
  const chunk = new Uint8Array(4096)
  try {
    for (;;) await writeFile(file, chunk, { flag: 'a' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

/** Two people who talk in one office, for so many scenes of so many lines. */
export function longTalk(scenes: number, lines: number): string {
  const r = random('long talk')
  const words = 'the night door letter never again we were going to find what nobody wanted and then it rained for days'.split(' ')
  const said = (i: number) => `  ${i % 2 ? 'BEN' : 'NOOR'}\n  ${r.pick(words)} ${r.pick(words)} ${r.pick(words)}.\n`
  const talk = (_: unknown, i: number) => {
    const begins = i === 0 ? 'NOOR (30, red coat) and BEN (50, grey suit) stand at the window.' : 'Noor and Ben stand at the window.'
    return `  INT. OFFICE - DAY\n\n  ${begins}\n\n${Array.from({ length: lines }, (_, k) => said(k)).join('\n')}`
  }
  return `script: |
${Array.from({ length: scenes }, talk).join('\n')}
fps: 1
outputs: [{ name: film, width: 64, height: 36, quality: draft, codec: vp9 }]
`
}

const planOf = (yaml: string) => {
  const opened = openProduction({ files: [{ name: 'film.yaml', bytes: new TextEncoder().encode(yaml) }], main: 'film.yaml' })
  if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
  return opened.film.store.plan
}

/** A film with the last word of one line in its middle changed: all its shots, and those that are not any more what they were. */
export function changeOneWord(text: string): {
  readonly changed: string
  readonly shots: RenderPlan['shots']
  readonly wanted: RenderPlan['shots']
} {
  const { shots } = planOf(text)
  const line = shots.slice(shots.length >> 1).find((s) => s.captions.length > 0)?.captions[0]?.text ?? ''
  const changed = text.replace(line, line.replace(/\w+(?=\W*$)/, 'letters'))
  const was = new Map(shots.map((s) => [s.key, s.sliceHash]))
  return { changed, shots, wanted: planOf(changed).shots.filter((s) => was.get(s.key) !== s.sliceHash) }
}

/** Milliseconds of a run in which two segments are worked on at once, of those in which any is. */
function overlapOf(said: readonly Said[]): { readonly both: number; readonly any: number } {
  let at = 0
  let open = 0
  let both = 0
  let any = 0
  for (const s of said) {
    if (!s.task?.startsWith('shots/segment:') || s.atMs === undefined) continue
    if (s.event !== 'started' && s.event !== 'completed') continue
    if (open > 0) any += s.atMs - at
    if (open > 1) both += s.atMs - at
    at = s.atMs
    open += s.event === 'started' ? 1 : -1
  }
  return { both, any }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** The same production as somebody else would have typed it: other order, other layout, comments. */
const SMALL_FILM_OTHERWISE = `# the same film
outputs:
  - codec: vp9
    quality: draft   # quick
    height: 36
    width: 64
    name: film


shots: ${JSON.stringify(
  SMALL_FILM.split('\n')
    .filter((l) => l.startsWith('  - { name: ') && l.includes('location'))
    .map((l) => {
      const [, name, size, move] = /name: (\w+).*size: (\w+), move: ([\w-]+)/.exec(l) ?? []
      return { camera: { move, size }, frames: 8, location: 'empty field', name }
    }),
)}
"fps": 4
meta:
  id: 'small'
  title: "Small"
`

async function runIdOf(file: string, { io }: Pick<Context, 'io'>): Promise<string> {
  let out = ''
  const quiet = {
    ...io,
    out: (text: string) => {
      out += text
    },
    err: () => {},
  }
  if ((await main(['info', file, '--json'], quiet)) !== 0) throw new Error(`${file} does not open`)
  return (JSON.parse(out) as { readonly runId: string }).runId
}

/** What a run makes again, and what it leaves. */
export const RUNS: readonly MustRow[] = [
  {
    what: 'the disk full in mid-shot',
    asked: 'exit 1 with remedy; resumed, same film',
    measure: () =>
      inScratch(async (folder) => {
        const whole = await undisturbedFilm()
        const file = await smallFilm(folder)
        const disk = join(folder, 'disk')
        return onSmallDisk(disk, async ({ inside, outside }) => {
          const args = runArguments(file, folder, ['--checkpoint', join(disk, 'store')])
          const run = startCommand(args, inside)
          await inMidShot(run, 10)
          const balloon = join(outside, disk, 'balloon')
          await fillDisk(balloon)
          const { code } = await run.ended
          const words = run.said.find((s) => s.event === 'error')?.text ?? ''
          if (code !== 1 || !/full/.test(words) || !/room/.test(words))
            return { value: `exit ${code}: ${words || 'it said nothing'}`, ok: false }
          await rm(balloon)
          const film = await finished(startCommand([...args, '--resume'], inside), outside)
          const kept = reusedIn(film.summary).length
          const same = film.filmHash === whole.filmHash
          return {
            value: `exit 1, ${JSON.stringify(words)}; resumed: ${kept} kept, ${same ? 'same film' : 'ANOTHER FILM'}`,
            ok: same && kept > 0,
          }
        })
      }),
  },
  {
    what: 'one word of one line changed in a film of 40 shots or more',
    asked: 'only the shots that depend on it',
    measure: () =>
      inScratch(async (folder) => {
        const text = longTalk(14, 8)
        const { changed, shots, wanted } = changeOneWord(text)
        const before = await makeFilm(await smallFilm(folder, text), folder)
        const segments = await segmentsIn(folder)
        const after = await makeFilm(await smallFilm(folder, changed), folder)
        const rendered = renderedIn(after.summary)
        const addresses = new Set(rendered.map((t) => t.title.split(',')[0]))
        const ok =
          shots.length >= 40 &&
          wanted.length > 0 &&
          wanted.length <= shots.length / 4 &&
          addresses.size === wanted.length &&
          wanted.every((s) => addresses.has(s.address)) &&
          rendered.every((t) => t.why !== '') &&
          reusedIn(after.summary).length + rendered.length === renderedIn(before.summary).length &&
          (await changedSegments(folder, segments)).length === 0
        return {
          value: `${shots.length} shots: ${addresses.size} rendered (${rendered[0]?.why}), ${reusedIn(after.summary).length} segments reused; ${wanted.length} depend on it`,
          ok,
        }
      }),
  },
  besideOne(LONGER_FILM, 144),
  // A second renderer's start is two seconds, paid once: of a film this long it is less of what is measured.
  besideOne(SHARED_FILM, 288),
  {
    what: 'keys in another order, comments, another layout',
    asked: 'same run id',
    measure: (world) =>
      inScratch(async (folder) => {
        const one = await runIdOf(await smallFilm(join(folder, 'one')), world)
        const two = await runIdOf(await smallFilm(join(folder, 'two'), SMALL_FILM_OTHERWISE), world)
        const other = await runIdOf(await smallFilm(join(folder, 'other'), SMALL_FILM.replace('static', 'pan')), world)
        return { value: one === two ? `${one.slice(0, 12)}… twice` : `${one} and ${two}`, ok: one === two && other !== one }
      }),
  },
]

/** Two renderers beside one, on a film of so many frames. */
function besideOne(text: string, frames: number): MustRow {
  return {
    what: `--parallel 2 against --parallel 1 (${frames} frames; medians of 3, by turns)`,
    asked: 'same hashes, both busy, ≤ 1.1 ×',
    measure: async () => {
      const whole = await undisturbedFilm(text)
      const seconds: [number[], number[]] = [[], []]
      let overlap = 1
      let same = true
      for (let round = 0; round < 3; round++)
        for (const workers of round % 2 === 0 ? [1, 2] : [2, 1]) {
          const film: MadeFilm = await inScratch(async (folder) =>
            makeFilm(await smallFilm(folder, text), folder, ['--parallel', String(workers)]),
          )
          seconds[workers - 1]?.push(film.summary.seconds)
          same &&= film.filmHash === whole.filmHash
          if (workers === 2) {
            const { both, any } = overlapOf(film.said)
            overlap = Math.min(overlap, both / any)
          }
        }
      const [one, two] = [median(seconds[0]), median(seconds[1])]
      return {
        value: `${same ? 'same hashes' : 'OTHER HASHES'}, both busy ${Math.round(overlap * 100)} % of the time, ${two.toFixed(1)} s / ${one.toFixed(1)} s = ${(two / one).toFixed(2)} ×`,
        ok: same && overlap > 0.5 && two / one <= 1.1,
      }
    },
  }
}
