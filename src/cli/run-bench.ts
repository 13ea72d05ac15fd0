import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActorBench, KernelBench, KernelBenchOptions, WorldBench } from '../render/bench'
import { BENCH_PARTS, type BenchPart, type BenchReport } from '../workers/engine-api'
import { type EngineReport, measureEngine } from './bench-engine'
import { benchPalettes, type PaletteBench } from './bench-palettes'
import type { BrowserSession } from './browser-session'
import type { Context } from './command'
import { inBrowser, openInPage } from './in-browser'
import { base64, type ProductionSource } from './read-production'

/** Size and length of what is measured. */
const SIZE = { width: 640, height: 360, frames: 5 }

/** Works in a browser with a film open and a store that is thrown away. */
export async function withOpenFilm<T>(
  source: ProductionSource,
  context: Pick<Context, 'io' | 'report'>,
  work: (browser: BrowserSession) => Promise<T>,
): Promise<T> {
  return inSpareBrowser(context, async (browser) => {
    await openInPage(browser, source, context)
    return work(browser)
  })
}

/** What the kernels of the styles are measured at. */
const KERNELS = { width: 1280, height: 720 }

/** What ten people are measured at. */
const ACTORS = { width: 640, height: 360, runs: 7 }

/** What the world is measured at: frames of each shot, and numbers of things on one floor. */
const WORLD = { width: 640, height: 360, runs: 3, props: [50, 200, 800] }

/** Two who talk in dressed rooms by night and by day, then outside: every cut is to another place, person or size. */
const TWO = `Title: Two

INT. FARMHOUSE KITCHEN - NIGHT

MARA (34, tall, green coat, black hair) sits at the table. OTTO (61, round, brown suit, grey beard) stands by the stove.

MARA
You are late, and you know it.

INT. LIVING ROOM - DAY

Mara stands at the window. Otto sits on the sofa.

EXT. STREET - NIGHT

Rain. Mara walks down the street. Otto follows.
`

/** Works in a browser with a store that is thrown away. */
export async function inSpareBrowser<T>(
  context: Pick<Context, 'io' | 'report'>,
  work: (browser: BrowserSession) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'oneshot-'))
  try {
    return await inBrowser(folder, context, work)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Measures kernels of the styles in the page, so often and by turns. */
export const benchStyleKernels = (
  context: Pick<Context, 'io' | 'report'>,
  wanted: Pick<KernelBenchOptions, 'runs' | 'groups' | 'only'>,
): Promise<KernelBench> => inSpareBrowser(context, (browser) => browser.call('benchKernels', { ...KERNELS, ...wanted }))

/** Measures in the page what ten people cost. */
export const benchTenActors = (context: Pick<Context, 'io' | 'report'>): Promise<ActorBench & { readonly adapter: string }> =>
  inSpareBrowser(context, (browser) => browser.call('benchActors', ACTORS))

/** Measures in the page what preview frames cost, what cuts compile, and what things cost. */
export async function benchWorldFrames(context: Pick<Context, 'io' | 'report'>): Promise<WorldBench & { readonly adapter: string }> {
  const bytes = new TextEncoder().encode(TWO)
  return inSpareBrowser(context, async (browser) => {
    await browser.call('open', { main: 'two.fountain', files: [{ name: 'two.fountain', base64: base64(bytes) }] })
    return browser.call('benchWorld', WORLD)
  })
}

/** Measures kernels, styles and export in the page, the engine and the choice of palettes here: medians in milliseconds, ratios within one run. */
export async function runBench(
  source: ProductionSource,
  context: Pick<Context, 'io' | 'report'>,
  parts: readonly BenchPart[] = BENCH_PARTS,
): Promise<BenchReport & { readonly cpu: string; readonly node: string; readonly engine: EngineReport; readonly palettes: PaletteBench }> {
  context.report.note(`measuring ${parts.join(', ')} in the page …`)
  const report = await withOpenFilm(source, context, (browser) => browser.call('bench', { ...SIZE, parts }))
  context.report.note('measuring the engine …')
  const engine = await measureEngine(context.io.now)
  context.report.note('measuring the choice of palettes …')
  const palettes = benchPalettes(context.io.now)
  const [first] = cpus()
  return {
    cpu: `${cpus().length} × ${first?.model ?? 'unknown'}`,
    node: process.version,
    engine,
    palettes,
    ...report,
  }
}
