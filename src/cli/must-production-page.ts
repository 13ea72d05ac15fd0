import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunEvent } from '../pipeline'
import { withBrowser } from './browser-session'
import { GPU_FLAGS } from './chromium-flags'
import type { Context } from './command'
import { findChromium } from './find-chromium'
import { hearPage } from './hear-page'
import { openInPage } from './in-browser'
import { inScratch, pause, smallFilm, undisturbedFilm } from './must-production-film'
import { memoryOf, type ProcessEntry, processTree, roleOf } from './must-production-processes'
import type { MustRow } from './must-table'
import { appFolder } from './package-root'
import { forPage, readProduction } from './read-production'
import { serveApp } from './serve-app'
import { listStore, storeFile } from './store-folder'

type World = Pick<Context, 'io' | 'report'>

/** In front of every script of the page and of its workers: a tab that nobody looks at, where no screen frame ever comes. */
const HIDDEN = `globalThis.requestAnimationFrame = () => 0;
if (globalThis.document) {
  Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
  Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
}
`

/** The built page with something in front of all its scripts, workers too. */
async function pageWith(prologue: string, folder: string): Promise<string> {
  const app = join(folder, 'app')
  await cp(appFolder(), app, { recursive: true })
  for (const name of (await readdir(join(app, 'assets'))).filter((n) => n.endsWith('.js'))) {
    const file = join(app, 'assets', name)
    await writeFile(file, prologue + (await readFile(file, 'utf8')))
  }
  return app
}

/** Makes a master file in a page of our choosing; answers the film's picture hash. */
async function filmHashIn(app: string, file: string, folder: string, { io, report }: World): Promise<string> {
  const storeFolder = join(folder, 'store')
  const server = await serveApp({ appFolder: app, storeFolder })
  try {
    const source = await readProduction(file, io.cwd)
    const options = { server, signal: io.signal, onProgress: () => {}, note: report.note, detail: report.detail }
    await withBrowser(options, async (browser) => {
      await openInPage(browser, source, { io }, {}, 'openProduction')
      return browser.call('run', {})
    })
    const name = (await listStore(storeFolder)).find((n) => n.endsWith('RenderOutput.film.json')) ?? ''
    return (JSON.parse(await readFile(storeFile(storeFolder, name), 'utf8')) as { readonly filmHash: string }).filmHash
  } finally {
    await server.close()
  }
}

const FRAMES_A_SHOT = 48

/** A film of so many frames in which places and people come and go. */
export function longFilm(frames: number): string {
  const shots = Array.from({ length: Math.ceil(frames / FRAMES_A_SHOT) }, (_, i) => {
    const place = i % 3 === 1 ? 'OFFICE' : 'HARBOUR'
    const who = i % 3 === 0 ? '' : ', characters: [{ name: KEEPER, action: looks around }]'
    return `  - { name: s${i}, location: ${place}, frames: ${FRAMES_A_SHOT}${who} }`
  })
  return `meta: { title: Long, id: long }
fps: 24
characters: [{ name: KEEPER, age: 67, wardrobe: 'yellow raincoat, blue jeans' }]
locations: [{ name: HARBOUR, preset: harbour, interior: false }, { name: OFFICE, preset: office, interior: true }]
outputs: [{ name: film, width: 64, height: 36, quality: draft, codec: vp9 }]
shots:
${shots.join('\n')}
`
}

/** Memory of all processes of a browser, in bytes, when so many frames were made. */
export interface MemorySample {
  readonly frames: number
  readonly bytes: number
  /** The same by what the processes are for. */
  readonly by: Readonly<Record<string, number>>
}

/** Milliseconds between two weighings, and between two words of the page: neither may itself be what is weighed. */
const WEIGH_EVERY_MS = 4000
/** Milliseconds that the processes are given to throw away what nobody needs: what they hold is weighed, not their litter. */
const TIDY_MS = 500
/** A page and its workers can be told to collect their garbage: being told that memory is short moves no worker to do so. */
const WITH_GC = '--js-flags=--expose-gc'

/** Makes a long film on the browser's own disk, in a profile that is kept, and weighs what all its processes hold meanwhile. */
export async function weighLongFilm(frames: number, { io, report }: World): Promise<MemorySample[]> {
  const profile = await mkdtemp(join(tmpdir(), 'oneshot-profile-'))
  const server = await serveApp({ appFolder: appFolder() })
  const { chromium } = await import('playwright')
  const executablePath = await findChromium(report.note)
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: [...GPU_FLAGS, WITH_GC] })
  try {
    const isOurs = (command: string) => command.includes(profile)
    const root = (await processTree(process.pid)).find((p) => isOurs(p.command) && !p.command.includes('--type='))
    if (!root) throw new Error('the browser is not among our processes')
    const page = context.pages()[0] ?? (await context.newPage())
    const pressure = await context.newCDPSession(page)
    const tidy = async () => {
      await pressure.send('Memory.simulatePressureNotification', { level: 'critical' })
      const collect = () => {
        if (!globalThis.gc) throw new Error('the page cannot be told to collect its garbage')
        globalThis.gc()
      }
      await Promise.all([page.evaluate(collect), ...page.workers().map((worker) => worker.evaluate(collect))])
      await pause(TIDY_MS)
    }
    const samples: MemorySample[] = []
    let made = 0
    let isShooting = false
    let isWeighing = false
    let isOver = false
    const onEvent = (event: RunEvent): void => {
      if (event.of === 'phase' && event.kind === 'started') isShooting = event.phase === 'shots'
      if (event.of !== 'run' || event.kind !== 'progress' || event.done === undefined) return
      made = event.done
      if (!isShooting || isWeighing) return
      isWeighing = true
      let at = made
      void tidy()
        .then(() => {
          at = made
          return processTree(root.pid)
        })
        .then(memoryByRole)
        .then((by) => {
          // A page that is going away weighs nothing.
          if (!isOver) samples.push({ frames: at, by, bytes: sum(Object.values(by)) })
        })
        .then(() => pause(WEIGH_EVERY_MS))
        // A browser that goes while it is asked leaves no sample.
        .catch(() => {})
        .finally(() => {
          isWeighing = false
        })
    }
    await page.goto(`${server.url}?engine=1`)
    await page.waitForFunction(() => window.oneshot !== undefined, undefined, { timeout: 60_000, polling: 100 })
    await hearPage(page, { oneshotEvent: onEvent }, WEIGH_EVERY_MS)
    await inScratch(async (folder) => {
      const input = forPage(await readProduction(await smallFilm(folder, longFilm(frames)), io.cwd))
      await page.evaluate(async (input) => {
        const answer = await window.oneshot?.openProduction(input)
        if (!answer?.ok) throw new Error(`the film did not open: ${JSON.stringify(answer?.diagnostics)}`)
        await window.oneshot?.run({})
      }, input)
    })
    isOver = true
    return samples
  } finally {
    await context.close()
    await server.close()
    await rm(profile, { recursive: true, force: true })
  }
}

async function memoryByRole(processes: readonly ProcessEntry[]): Promise<Record<string, number>> {
  const by: Record<string, number> = {}
  for (const p of processes) by[roleOf(p)] = (by[roleOf(p)] ?? 0) + (await memoryOf([p]))
  return by
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/**
 * Bytes a frame by which memory grows from a frame on: a line through the least of each hundred frames (garbage comes and
 * goes), fitted by least squares.
 */
export function memorySlope(samples: readonly Pick<MemorySample, 'frames' | 'bytes'>[], from: number): number {
  const least = new Map<number, Pick<MemorySample, 'frames' | 'bytes'>>()
  for (const s of samples) {
    if (s.frames < from) continue
    const hundred = Math.floor(s.frames / 100)
    const known = least.get(hundred)
    if (!known || s.bytes < known.bytes) least.set(hundred, s)
  }
  const points = [...least.values()]
  const mean = (of: (s: (typeof points)[number]) => number) => points.reduce((sum, s) => sum + of(s), 0) / points.length
  const [x, y] = [mean((s) => s.frames), mean((s) => s.bytes)]
  const over = points.reduce((sum, s) => sum + (s.frames - x) * (s.bytes - y), 0)
  return over / points.reduce((sum, s) => sum + (s.frames - x) ** 2, 0)
}

const mb = (bytes: number) => bytes / 1e6

/** The slopes of the processes that grow or shrink, in megabytes a thousand frames. */
function slopesByRole(samples: readonly MemorySample[], from: number): string {
  const roles = [...new Set(samples.flatMap((s) => Object.keys(s.by)))]
  const slopes = roles.map((role) => {
    const own = samples.map((s) => ({ frames: s.frames, bytes: s.by[role] ?? 0 }))
    return { role, slope: mb(memorySlope(own, from) * 1000) }
  })
  const moved = slopes.filter((s) => Math.abs(s.slope) >= 0.1).sort((a, b) => b.slope - a.slope)
  return moved.map((s) => `${s.role} ${s.slope.toFixed(1)}`).join(', ')
}

/** What does not depend on whether anybody looks, or on how long it takes. */
export const IN_PAGE: readonly MustRow[] = [
  {
    what: 'requestAnimationFrame stubbed in page and workers, tab hidden',
    asked: 'same hashes',
    measure: (world) =>
      inScratch(async (folder) => {
        const whole = await undisturbedFilm()
        const same = (await filmHashIn(await pageWith(HIDDEN, folder), await smallFilm(folder), folder, world)) === whole.filmHash
        return { value: same ? `${whole.hashes.length} of ${whole.hashes.length} the same` : 'another film', ok: same }
      }),
  },
  {
    what: 'memory that all processes hold after frame 500, persistent profile',
    asked: '≤ 2 MB per 1,000 frames',
    measure: async (world) => {
      const samples = await weighLongFilm(3_072, world)
      const slope = mb(memorySlope(samples, 500) * 1000)
      const after = samples.filter((s) => s.frames >= 500).map((s) => mb(s.bytes))
      const range = `${Math.round(Math.min(...after))} to ${Math.round(Math.max(...after))} MB`
      return {
        value: `${slope.toFixed(1)} MB per 1,000 (${range}, ${samples.at(-1)?.frames} frames; ${slopesByRole(samples, 500)})`,
        ok: slope <= 2,
      }
    },
  },
]
