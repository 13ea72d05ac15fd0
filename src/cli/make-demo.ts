import { join, relative } from 'node:path'
import { readScript } from '../departments/development'
import type { RenderPlan } from '../film'
import type { OnProgress } from '../pipeline'
import { FILM_SETTINGS_DEFAULTS, planFilm } from '../production'
import type { BrowserSession } from './browser-session'
import type { Context } from './command'
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
import { readInput } from './read-input'
import { type FilmRequest, renderFilm } from './render-film'
import { duration } from './report'

/** Seconds that rendering may take, of the three minutes that the demo may. */
const BUDGET_S = 125

/** Seconds after which nothing more is measured: a slow machine needs them for the film. */
const MEASURE_S = 40

/** The sample that the demo shows. */
const SAMPLE = 'public/samples/night-owls.fountain'

/**
 * Makes the bundled film, or as much of it as this machine renders in about two minutes: a few frames are drawn first to
 * find size and length, and what was chosen is said.
 * @returns path of the movie.
 */
export async function makeDemo(
  { full, out }: { full: boolean; out: string },
  { io, report: plain }: Pick<Context, 'io' | 'report'>,
): Promise<string> {
  const start = io.now()
  const file = await readInput(SAMPLE, packageRoot())
  const { plan } = planFilm(readScript({ name: file.name, bytes: file.bytes }), FILM_SETTINGS_DEFAULTS).store
  const rate = plan.fps.num / plan.fps.den
  plain.note(`${plan.title}: ${plan.shots.length} shots, ${duration(plan.frames / rate)}`)
  // Measuring listens to the renderer's own progress instead of showing it.
  let listener: OnProgress | undefined
  const report = { ...plain, progress: (e: Parameters<OnProgress>[0]) => (listener ?? plain.progress)(e) }

  const choose = async (browser: BrowserSession): Promise<FilmRequest> => {
    if (full) return { style: 'hollywood', ...(DEMO_FORMATS[DEMO_START] as DemoFormat) }
    let index = DEMO_START
    const tried = new Map<number, number>()
    let measured: { format: DemoFormat; measure: DemoMeasure } | undefined
    for (;;) {
      const format = DEMO_FORMATS[index] as DemoFormat
      const late = measured && io.now() - start > MEASURE_S * 1000
      const measure: DemoMeasure =
        late && measured
          ? scaleMeasure(measured.measure, measured.format, format)
          : await measureFormat(browser, plan, format, io.now, (l) => {
              listener = l
            })
      if (!late) measured = { format, measure }
      const budgetMs = BUDGET_S * 1000 - (io.now() - start)
      const fit = framesThatFit(
        plan.shots.map((s) => s.frames),
        measure,
        budgetMs,
      )
      plain.note(
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
    const shots = plan.shots.map((s) => s.frames)
    const fitting = Math.max(Math.round(rate), tried.get(chosen) ?? 0)
    const frames = wholeSegments(shots, fitting) || fitting
    const format = DEMO_FORMATS[chosen] as DemoFormat
    const part = frames >= plan.frames ? 'the whole film' : `its first ${duration(frames / rate)}`
    plain.note(
      `Making ${part} at ${format.width}×${format.height}, ${format.quality}, so that it takes about two minutes here (npm run demo -- --full makes all of it).`,
    )
    return { style: 'hollywood', ...format, from: 0, to: await renderWhatFits(browser, shots, { style: 'hollywood', ...format }, frames) }
  }

  /** Renders so many frames, then as many more as the time that is left allows: a guess is never as good as having done it. */
  const renderWhatFits = async (
    browser: BrowserSession,
    shots: readonly number[],
    request: FilmRequest,
    frames: number,
  ): Promise<number> => {
    let to = frames
    for (let from = 0; ; ) {
      const t = io.now()
      await browser.call('exportFilm', { ...request, from: 0, to, file: 'movies/measure.mp4' })
      const msPerFrame = (io.now() - t) / (to - from)
      const left = BUDGET_S * 1000 - (io.now() - start)
      const more = wholeSegments(shots, to + framesThatFit([plan.frames - to], { msPerFrame, msPerShot: 0 }, left))
      if (more - to < rate) return to
      plain.note(`There is time for more: ${duration(more / rate)} of film.`)
      from = to
      to = more
    }
  }

  const path = join(io.cwd, out)
  const output = await renderFilm({ file, settings: {}, request: choose, out: path }, { io, report })
  plain.note(
    `${duration(output.frames / rate)} of film, ${output.width}×${output.height}, ${output.codec}, in ${duration((io.now() - start) / 1000)} on ${output.adapter}`,
  )
  return relative(io.cwd, path)
}

/** Draws some frames of the first two shots and answers what a frame and a shot cost, without the first compilation. */
async function measureFormat(
  browser: BrowserSession,
  plan: RenderPlan,
  format: DemoFormat,
  now: () => number,
  listen: (listener: OnProgress | undefined) => void,
): Promise<DemoMeasure> {
  const make = async (from: number, to: number): Promise<number> => {
    const t = now()
    await browser.call('exportFilm', { style: 'hollywood', ...format, from, to, force: true, file: 'movies/measure.mp4' })
    return now() - t
  }
  listen(() => {})
  try {
    const [first = 1, second = 0] = plan.shots.map((s) => s.frames)
    // The first export compiles what both shots need.
    await make(Math.max(0, first - 1), first + Math.min(1, second))
    const few = await make(first - 1, first)
    const more = Math.max(1, Math.min(few > 1500 ? 2 : 8, first - 1))
    const many = await make(Math.max(0, first - 1 - more), first)
    const msPerFrame = Math.max(1, (many - few) / more)
    return { msPerFrame, msPerShot: Math.max(0, few - msPerFrame) }
  } finally {
    listen(undefined)
  }
}
