import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchReport } from '../workers/engine-api'
import type { BrowserSession } from './browser-session'
import type { Context } from './command'
import type { InputFile } from './read-input'
import { inBrowser, openInPage } from './render-film'

/** Size and length of what is measured. */
const SIZE = { width: 640, height: 360, frames: 12 }

/** Works in a browser with a film open and a store that is thrown away. */
export async function withOpenFilm<T>(
  file: InputFile,
  context: Pick<Context, 'io' | 'report'>,
  work: (browser: BrowserSession) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'oneshot-'))
  try {
    return await inBrowser(folder, context, async (browser) => {
      await openInPage(browser, file, {})
      return work(browser)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Measures kernels, styles and export in the page: medians in milliseconds, ratios within one run. */
export async function runBench(
  file: InputFile,
  context: Pick<Context, 'io' | 'report'>,
): Promise<BenchReport & { readonly cpu: string; readonly node: string }> {
  const report = await withOpenFilm(file, context, (browser) => browser.call('bench', SIZE))
  const [first] = cpus()
  return { cpu: `${cpus().length} × ${first?.model ?? 'unknown'}`, node: process.version, ...report }
}
