import { dirname } from 'node:path'
import type { RunSummary } from '../pipeline'
import type { OpenedProduction, RunOptions } from '../workers'
import type { BrowserSession } from './browser-session'
import type { Context } from './command'
import { type Delivered, deliver, deliverSprites, type Place } from './deliver'
import { inBrowser, openInPage } from './in-browser'
import { makeFolder } from './make-folder'
import type { ProductionSource } from './read-production'
import { duration } from './report'
import { tidyStore } from './tidy-store'

/** What is made of which production, and where it goes. */
export interface ProductionJob {
  readonly source: ProductionSource
  readonly overrides: Readonly<Record<string, unknown>>
  readonly options: RunOptions
  /** Folder that keeps the pieces. */
  readonly store: string
  readonly place: Place
  /** Leaves runs of long ago where they are. */
  readonly keepsAll?: boolean
}

/** What a run came to. */
export interface MadeFilms {
  readonly summary: RunSummary
  readonly films: readonly Delivered[]
  /** Full paths of the sheets of sprites and their descriptions. */
  readonly sheets: readonly string[]
}

type World = Pick<Context, 'io' | 'report'>

/**
 * Makes a production in headless Chromium, piece by piece into the store; what the store already has is not rendered
 * again, so a run that was cut off goes on where it was. Films appear under their names when they are whole.
 * @throws StoreBusyError while another process makes a film in the same store; UsageError for folders that cannot be written.
 */
export async function runProduction(job: ProductionJob, context: World): Promise<MadeFilms> {
  let { options } = job
  // Known before hours of work, not after them.
  await makeFolder(job.place.isFolder ? job.place.path : dirname(job.place.path))
  return inBrowser(
    job.store,
    context,
    async (browser) => {
      const { outputs, sprites } = await openInPage(browser, job.source, context, job.overrides, 'openProduction')
      const now = options
      // A second browser goes on from what the first one stored.
      const { force: _, fromPhase: __, ...again } = options
      options = again
      const summary = await browser.call('run', now)
      const films = await deliver(job.store, summary, outputs, job.place)
      const sheets = await deliverSprites(job.store, summary, sprites, job.place)
      if (!job.keepsAll) await tidyStore(job.store, summary.runId, context)
      return { summary, films, sheets }
    },
    'make',
  )
}

/** Works with a production that is open for runs in a page. */
export function withProduction<T>(
  job: Pick<ProductionJob, 'source' | 'overrides' | 'store'>,
  context: World,
  work: (browser: BrowserSession, opened: OpenedProduction) => Promise<T>,
): Promise<T> {
  return inBrowser(job.store, context, async (browser) =>
    work(browser, await openInPage(browser, job.source, context, job.overrides, 'openProduction')),
  )
}

const SEGMENT = 'shots/segment:'

/** The gist of a run: how many segments were rendered and how many found. */
export function gistOf({ ran, reused, holes, seconds }: RunSummary) {
  const segments = (tasks: readonly { readonly task: string }[]) => tasks.filter((t) => t.task.startsWith(SEGMENT)).length
  return { rendered: segments(ran), reused: segments(reused), holes: segments(holes), seconds }
}

/** The same in words. */
export function gistText(summary: RunSummary): string {
  const { rendered, reused, holes, seconds } = gistOf(summary)
  const left = holes > 0 ? `, left ${holes} ${holes === 1 ? 'hole' : 'holes'} (run again to fill them)` : ''
  return `Rendered ${rendered} ${rendered === 1 ? 'segment' : 'segments'}, reused ${reused}${left}, in ${duration(seconds)}.`
}

/** Why each segment was rendered, a line each. */
export const whyText = ({ ran }: RunSummary): string[] =>
  ran.filter((t) => t.task.startsWith(SEGMENT)).map((t) => `rendered ${t.title}: ${t.why}`)
