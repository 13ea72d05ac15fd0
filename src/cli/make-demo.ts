import { join } from 'node:path'
import type { RenderPlan } from '../film'
import type { RunSummary } from '../pipeline'
import type { OpenedProduction } from '../workers'
import type { BrowserSession } from './browser-session'
import type { Context } from './command'
import { deliver, shownPath, storeFolderFor } from './deliver'
import { inBrowser, openInPage } from './in-browser'
import { openFilm } from './open-film'
import { packageRoot } from './package-root'
import {
  DEMO_FORMATS,
  DEMO_START,
  type DemoFormat,
  type DemoMeasure,
  framesThatFit,
  nextFormat,
  scaleMeasure,
  wholeSegments,
} from './plan-demo'
import { readProduction } from './read-production'
import { duration } from './report'

/** Seconds that rendering may take, of the three minutes that the demo may. */
const BUDGET_S = 125

/** Seconds after which nothing more is measured: a slow machine needs them for the film. */
const MEASURE_S = 40

/** Frames that an estimate draws of one shot. */
const PROBED_FRAMES = 4

/** Exporting takes longer than drawing, by what was measured over the samples. */
const EXPORT_FACTOR = 1.2

/** The sample that the demo shows. */
const SAMPLE = 'public/samples/night-owls.fountain'

const overridesOf = ({ width, height, quality }: DemoFormat) => ({
  each_output: { size: `${width}x${height}`, quality, style: 'hollywood' },
})

/**
 * Makes the bundled film, or as much of it as this machine renders in about two minutes: a few frames are drawn first to
 * find size and length, and what was chosen is said.
 * @returns path of the movie.
 */
export async function makeDemo(
  { full, out }: { full: boolean; out: string },
  { io, report }: Pick<Context, 'io' | 'report'>,
): Promise<string> {
  const start = io.now()
  const source = await readProduction(SAMPLE, packageRoot())
  const planned = await openFilm(source, { io, report })
  const { plan } = planned.film.store
  const shots = plan.shots.map((s) => s.frames)
  const rate = plan.fps.num / plan.fps.den
  report.note(`${plan.title}: ${plan.shots.length} shots, ${duration(plan.frames / rate)}`)
  const open = (browser: BrowserSession, format: DemoFormat) => openInPage(browser, source, { io }, overridesOf(format), 'openProduction')

  const choose = async (browser: BrowserSession): Promise<{ format: DemoFormat; to: number }> => {
    if (full) return { format: DEMO_FORMATS[DEMO_START] as DemoFormat, to: plan.frames }
    let index = DEMO_START
    const tried = new Map<number, number>()
    let measured: { format: DemoFormat; measure: DemoMeasure } | undefined
    for (;;) {
      const format = DEMO_FORMATS[index] as DemoFormat
      const late = measured && io.now() - start > MEASURE_S * 1000
      if (!late) await open(browser, format)
      const measure =
        late && measured ? scaleMeasure(measured.measure, measured.format, format) : await measureFormat(browser, plan, io.now)
      if (!late) measured = { format, measure }
      const fit = framesThatFit(shots, measure, BUDGET_S * 1000 - (io.now() - start))
      report.note(
        `${format.width}×${format.height} ${format.quality}: ${late ? 'about ' : ''}${Math.round(measure.msPerFrame)} ms a frame, ${(measure.msPerShot / 1000).toFixed(1)} s a shot: ` +
          `${fit >= plan.frames ? 'the whole film' : `${duration(fit / rate)} of film`} fit`,
      )
      tried.set(index, fit)
      const next = nextFormat(index, fit, plan.frames, rate, new Set(tried.keys()))
      if (next === 'stay') break
      index = next
    }
    // A larger picture was tried because the whole film fitted: keep it only if it still does.
    const whole = [...tried].filter(([, fit]) => fit >= plan.frames).map(([i]) => i)
    const chosen = whole.length > 0 ? Math.min(...whole) : index
    const fitting = Math.max(Math.round(rate), tried.get(chosen) ?? 0)
    return { format: DEMO_FORMATS[chosen] as DemoFormat, to: wholeSegments(shots, fitting) || fitting }
  }

  /** Renders so many frames, then as many more as the time that is left allows: a guess is never as good as having done it. */
  const renderWhatFits = async (browser: BrowserSession, frames: number): Promise<RunSummary> => {
    let to = frames
    for (let from = 0; ; ) {
      const t = io.now()
      const summary = await browser.call('run', to >= plan.frames ? {} : { from: 0, to })
      const msPerFrame = (io.now() - t) / (to - from)
      const left = BUDGET_S * 1000 - (io.now() - start)
      const more = wholeSegments(shots, to + framesThatFit([plan.frames - to], { msPerFrame, msPerShot: 0 }, left))
      if (full || more - to < rate) return summary
      report.note(`There is time for more: ${duration(more / rate)} of film.`)
      from = to
      to = more
    }
  }

  const path = join(io.cwd, out)
  const store = storeFolderFor(path)
  // Kept when a browser has to be started again.
  let choice: { format: DemoFormat; to: number } | undefined
  const { summary, opened } = await inBrowser(
    store,
    { io, report },
    async (browser): Promise<{ summary: RunSummary; opened: OpenedProduction }> => {
      if (!choice) {
        choice = await choose(browser)
        const { format, to } = choice
        const part = to >= plan.frames ? 'the whole film' : `its first ${duration(to / rate)}`
        const why = full ? '' : ', so that it takes about two minutes here (npm run demo -- --full makes all of it)'
        report.note(`Making ${part} at ${format.width}×${format.height}, ${format.quality}${why}.`)
      }
      const opened = await open(browser, choice.format)
      return { summary: await renderWhatFits(browser, choice.to), opened }
    },
    'make',
  )
  const [film] = await deliver(store, summary, opened.outputs, { path, isFolder: false })
  if (film)
    report.note(
      `${duration(film.made.frames / rate)} of film, ${film.made.width}×${film.made.height}, ${film.made.codec}, in ${duration((io.now() - start) / 1000)} on ${film.made.adapter}`,
    )
  return shownPath(path, io.cwd)
}

/** Draws some frames of the first two shots and answers what a frame and a shot cost, without the first compilation. */
async function measureFormat(browser: BrowserSession, plan: RenderPlan, now: () => number): Promise<DemoMeasure> {
  const [first, second = first] = plan.shots.map((s) => s.address)
  if (first === undefined || second === undefined) throw new Error('demo: the sample has no shots')
  // The first estimate compiles what both shots need.
  const a = await browser.call('estimate', { only: first })
  const t = now()
  const b = await browser.call('estimate', { only: second })
  const tookMs = now() - t
  const msPerFrame = Math.max(1, Math.max(a.msPerFrame, b.msPerFrame) * EXPORT_FACTOR)
  return { msPerFrame, msPerShot: Math.max(0, tookMs - PROBED_FRAMES * b.msPerFrame) }
}
