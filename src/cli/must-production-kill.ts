import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Random, random } from '../film'
import {
  changedSegments,
  finished,
  inMidShot,
  inScratch,
  LONGER_FILM,
  LONGER_FRAMES,
  type MadeFilm,
  makeFilm,
  pause,
  renderedIn,
  reusedIn,
  runArguments,
  SMALL_SEGMENTS,
  segmentsIn,
  smallFilm,
  startCommand,
  undisturbedFilm,
} from './must-production-film'
import { browserOf, gpuProcessOf, killAll, processTree } from './must-production-processes'
import { storeFaults } from './must-production-store'
import type { MustRow } from './must-table'

/** What of a command is ended: its browser, or the command with all it started. */
export type Victim = 'browser' | 'everything'

/** What came of a run that was killed. */
export interface Survived {
  readonly film: MadeFilm
  /** Segments that were whole when it was last killed. */
  readonly kept: number
  /** Segments that were whole when it was killed, and were written again. */
  readonly lost: readonly string[]
  readonly faults: readonly string[]
}

/**
 * Makes the longer film and ends its browser, or everything, in the middle of a shot, one after the other; without its
 * browser the command goes on by itself, else it is told to resume.
 * @throws Error if a victim was ended when nothing was left to render: then nothing was shown.
 */
export async function killInMidShot(folder: string, r: Random, victims: readonly Victim[]): Promise<Survived> {
  const file = await smallFilm(folder, LONGER_FILM)
  let run = startCommand(runArguments(file, folder))
  let kept = new Map<string, string>()
  const lost: string[] = []
  for (const [i, victim] of victims.entries()) {
    // At most half of this victim's share of what is left: frames are drawn while one waits and looks for the processes.
    const left = LONGER_FRAMES * (1 - kept.size / SMALL_SEGMENTS)
    await inMidShot(run, r.int(1, Math.max(1, Math.floor(left / (2 * (victims.length - i))))))
    await pause(r.range(0, 150))
    const browser = await browserOf(run.pid)
    if (!browser) throw new Error('the command has no browser in the middle of a shot')
    killAll(victim === 'browser' ? [browser] : await processTree(run.pid))
    lost.push(...(await changedSegments(folder, kept)))
    kept = await segmentsIn(folder)
    if (kept.size === SMALL_SEGMENTS) throw new Error('the film was rendered before its run was ended')
    if (victim === 'browser') continue
    await run.ended
    run = startCommand(runArguments(file, folder, ['--resume']))
  }
  const film = await finished(run)
  lost.push(...(await changedSegments(folder, kept)))
  return { film, kept: kept.size, lost, faults: await storeFaults(join(folder, '.oneshot')) }
}

/** Why a run that was killed did not come out as the undisturbed one; undefined if it did. */
export function complaint({ film, kept, lost, faults }: Survived, whole: MadeFilm): string | undefined {
  if (lost.length > 0) return `${lost.length} finished segments were written again`
  if (film.filmHash !== whole.filmHash) return 'the film is another one'
  if (reusedIn(film.summary).length < kept) return `of ${kept} finished segments ${reusedIn(film.summary).length} were found`
  if (renderedIn(film.summary).length + reusedIn(film.summary).length !== SMALL_SEGMENTS) return 'the summary does not list all segments'
  return faults[0]
}

/**
 * Ends the command again and again while artifacts are written, over a store that has all segments.
 * @returns faults of the store after any of the kills, and how many hit.
 */
export async function killWhileWriting(
  folder: string,
  r: Random,
  kills: number,
): Promise<{ readonly hits: number; readonly faults: string[] }> {
  const file = await smallFilm(folder)
  const faults: string[] = []
  let hits = 0
  for (let i = 0; i < kills; i++) {
    const run = startCommand(runArguments(file, folder))
    // Half of them early, while the planner's artifacts are written; half at the end, with the film and the report.
    const phase = i % 2 === 0 ? 'prepare' : r.pick(['export', 'finalize'])
    await run.heard((s) => s.of === 'phase' && s.event === 'started' && s.phase === phase)
    await pause(r.range(0, 600))
    const victims = await processTree(run.pid)
    if (victims.length > 0) hits++
    killAll(victims)
    await run.ended
    faults.push(...(await storeFaults(join(folder, '.oneshot'))).map((f) => `kill ${i + 1}, in ${phase}: ${f}`))
  }
  return { hits, faults }
}

/** Turns one bit of a file around. */
async function flipBit(file: string, r: Random): Promise<void> {
  const bytes = await readFile(file)
  const at = r.int(0, bytes.length - 1)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << r.int(0, 7))
  await writeFile(file, bytes)
}

async function damageAndMend(folder: string, r: Random, whole: MadeFilm): Promise<string | undefined> {
  const store = join(folder, '.oneshot')
  const [segment = ''] = await readdir(join(store, 'segments'))
  await flipBit(join(store, 'segments', segment), r)
  const artifact = (await readdir(store, { recursive: true })).find((n) => n.endsWith('ShotPlans.json')) ?? ''
  await flipBit(join(store, artifact), r)
  if ((await storeFaults(store)).length < 2) return 'damage was not seen'
  const mended = await makeFilm(join(folder, 'film.yaml'), folder, ['--resume'])
  const made = renderedIn(mended.summary)
  if (made.length !== 1 || !/damaged/.test(made[0]?.why ?? '')) return `rendered ${made.map((t) => t.why).join('; ') || 'nothing'}`
  if (mended.filmHash !== whole.filmHash) return 'the film is another one'
  return (await storeFaults(store))[0]
}

/** Ends the graphics process in two shots of the longer film: once is borne by the page, after the second a browser finds no adapter. */
export async function loseGpuTwice(
  folder: string,
): Promise<{ readonly film: MadeFilm; readonly retried: number; readonly restarts: number }> {
  const run = startCommand(runArguments(await smallFilm(folder, LONGER_FILM), folder))
  let browser = 0
  for (const frames of [4, 40]) {
    await inMidShot(run, frames)
    browser ||= (await browserOf(run.pid))?.pid ?? 0
    const gpu = await gpuProcessOf(browser)
    if (!gpu) throw new Error('the browser has no process for the graphics card')
    killAll([gpu])
    if (frames === 4) {
      const next = await run.heard((s) => s.event === 'retried' || /another browser/.test(s.text ?? ''))
      if (next.event !== 'retried') throw new Error(`a GPU that was lost once ended the browser: ${next.text}`)
    }
  }
  const film = await finished(run)
  return {
    film,
    retried: film.said.filter((s) => s.event === 'retried').length,
    restarts: film.said.filter((s) => /another browser/.test(s.text ?? '')).length,
  }
}

/** What survives being ended, damaged and robbed of its GPU. */
export const KILLED: readonly MustRow[] = [
  {
    what: 'browser, then everything killed in mid-shot, and resumed',
    asked: 'nothing twice, same film',
    measure: async () => {
      const whole = await undisturbedFilm(LONGER_FILM)
      const survived = await inScratch((folder) => killInMidShot(folder, random('must production kill'), ['browser', 'everything']))
      const wrong = complaint(survived, whole)
      const rendered = renderedIn(survived.film.summary).length
      return {
        value: wrong ?? `${survived.kept} of ${SMALL_SEGMENTS} segments kept, ${rendered} rendered after, same film`,
        ok: wrong === undefined,
      }
    },
  },
  {
    what: 'killed while artifacts are written; bits turned around',
    asked: 'no bad file; damage made again',
    measure: () =>
      inScratch(async (folder) => {
        const whole = await undisturbedFilm()
        const file = await smallFilm(folder)
        await makeFilm(file, folder)
        const r = random('must production write')
        const { hits, faults } = await killWhileWriting(folder, r, 8)
        if (faults.length > 0) return { value: faults.join('; '), ok: false }
        const again = await makeFilm(file, folder, ['--resume'])
        if (again.filmHash !== whole.filmHash || renderedIn(again.summary).length > 0)
          return { value: 'segments were rendered again, or the film is another one', ok: false }
        const wrong = await damageAndMend(folder, r, whole)
        return { value: wrong ?? `${hits} kills, no bad file; segment and artifact found damaged and made again`, ok: wrong === undefined }
      }),
  },
  {
    what: 'the GPU process killed in a shot, and again in another',
    asked: 'goes on; new browser, same film',
    measure: () =>
      inScratch(async (folder) => {
        const whole = await undisturbedFilm(LONGER_FILM)
        const { film, retried, restarts } = await loseGpuTwice(folder)
        const same = film.filmHash === whole.filmHash
        return {
          value: `${retried} retried, ${restarts} new browser, ${same ? 'same film' : 'ANOTHER FILM'}`,
          ok: same && retried >= 1 && restarts === 1,
        }
      }),
  },
]
