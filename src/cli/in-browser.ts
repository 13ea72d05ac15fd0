import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InputError } from '../film'
import type { RunListener } from '../pipeline'
import type { EngineApi, OpenedProduction } from '../workers'
import { type BrowserSession, withBrowser } from './browser-session'
import type { Context } from './command'
import { placed } from './open-film'
import { appFolder } from './package-root'
import { forPage, type ProductionSource } from './read-production'
import { serveApp } from './serve-app'
import { storeFile } from './store-folder'
import { claimStore } from './store-writers'
import { inTemporaryFolder } from './temporary-folder'

type World = Pick<Context, 'io' | 'report'>

/**
 * Opens a production in the page.
 * @param how `open` for pictures, `openProduction` for runs.
 * @throws InputError
 */
export async function openInPage(
  browser: BrowserSession,
  source: ProductionSource,
  { io }: Pick<Context, 'io'>,
  overrides: Readonly<Record<string, unknown>> = {},
  how: 'open' | 'openProduction' = 'open',
): Promise<OpenedProduction> {
  const opened = await browser.call(how, forPage(source, overrides))
  if (!opened.ok) throw new InputError(placed(source, opened.diagnostics, io.cwd))
  return opened.production
}

/**
 * Serves the page with a store folder and works in a browser with it.
 * @param use `make` where a film is made: one process at a time.
 * @throws StoreBusyError, UsageError
 */
export async function inBrowser<T>(
  storeFolder: string,
  { io, report }: World,
  work: (browser: BrowserSession) => Promise<T>,
  use: 'make' | 'look' = 'look',
  onEvent: RunListener = report.event,
): Promise<T> {
  const release = await claimStore(storeFolder, use)
  try {
    const server = await serveApp({ appFolder: appFolder(), storeFolder })
    try {
      return await withBrowser(
        { server, signal: io.signal, onProgress: report.progress, onEvent, note: report.note, detail: report.detail },
        work,
      )
    } finally {
      await server.close()
    }
  } finally {
    await release()
  }
}

/** Makes one picture in a store that is thrown away, and moves it to its place. */
export async function makePicture<M extends 'sheet' | 'castSheet' | 'catalogueSheet' | 'styleImage'>(
  out: string,
  context: World,
  work: (browser: BrowserSession, file: string) => Promise<Awaited<ReturnType<EngineApi[M]>>>,
): Promise<Awaited<ReturnType<EngineApi[M]>>> {
  return makeFiles(
    out,
    context,
    (browser) => work(browser, 'picture.png'),
    (made) => [[made.file, out]],
  )
}

/**
 * Makes files in a store that is thrown away, and moves them to their places.
 * @param out one of them: the store is beside it.
 * @param places names in the store and full paths of everything that was made.
 */
export async function makeFiles<T>(
  out: string,
  context: World,
  work: (browser: BrowserSession) => Promise<T>,
  places: (made: T) => readonly (readonly [name: string, path: string])[],
): Promise<T> {
  return inTemporaryFolder(dirname(out), async (folder) => {
    const made = await inBrowser(folder, context, work)
    for (const [name, path] of places(made)) await rename(storeFile(folder, name), path)
    return made
  })
}
