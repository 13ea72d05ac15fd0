import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { InputError, type RenderOutput, sha256Hex } from '../film'
import type { EngineApi, ExportRequestDto, OpenSettings } from '../workers/engine-api'
import { type BrowserSession, withBrowser } from './browser-session'
import type { Context } from './command'
import { appFolder } from './package-root'
import type { InputFile } from './read-input'
import { serveApp } from './serve-app'
import { storeFile } from './store-folder'

/** An export, before it is known where the engine puts it. */
export type FilmRequest = Omit<ExportRequestDto, 'file'>

/** What is made of which screenplay, and where it goes. */
export interface RenderJob {
  readonly file: InputFile
  readonly settings: OpenSettings
  /** What to make, or how to find out in the browser that will make it. */
  readonly request: FilmRequest | ((browser: BrowserSession) => Promise<FilmRequest>)
  /** The movie, as a full path. */
  readonly out: string
}

/** Where the pieces of a movie are kept between runs: beside it. */
export const storeFolderFor = (out: string): string => join(dirname(out), '.oneshot')

/** Opens a screenplay in the page. @throws InputError */
export async function openInPage(browser: BrowserSession, file: InputFile, settings: OpenSettings) {
  const opened = await browser.call('open', { name: file.name, base64: base64(file.bytes) }, settings)
  if (!opened.ok) throw new InputError(opened.diagnostics)
  return opened.film
}

/** Bytes as the page takes them. */
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** Serves the page with a store folder and works in a browser with it. */
export async function inBrowser<T>(
  storeFolder: string,
  { io, report }: Pick<Context, 'io' | 'report'>,
  work: (browser: BrowserSession) => Promise<T>,
): Promise<T> {
  await mkdir(storeFolder, { recursive: true })
  const server = await serveApp({ appFolder: appFolder(), storeFolder })
  try {
    return await withBrowser({ server, signal: io.signal, onProgress: report.progress, note: report.note, detail: report.detail }, work)
  } finally {
    await server.close()
  }
}

/**
 * Renders a film in headless Chromium, piece by piece into the store beside the movie; what the store already has is not
 * rendered again, so a run that was cut off goes on where it was. The movie appears under its name when it is whole.
 */
export async function renderFilm(job: RenderJob, context: Pick<Context, 'io' | 'report'>): Promise<RenderOutput> {
  const folder = storeFolderFor(job.out)
  const inStore = `movies/${sha256Hex(job.out).slice(0, 16)}.mp4`
  let request = typeof job.request === 'function' ? undefined : job.request
  try {
    const made = await inBrowser(folder, context, async (browser) => {
      await openInPage(browser, job.file, job.settings)
      context.report.detail(`adapter: ${await browser.call('adapter')}`)
      request ??= await (job.request as (browser: BrowserSession) => Promise<FilmRequest>)(browser)
      const now = { ...request, file: inStore }
      // A second browser goes on from what the first one stored.
      request = { ...request, force: false }
      return browser.call('exportFilm', now)
    })
    await mkdir(dirname(job.out), { recursive: true })
    await rename(storeFile(folder, inStore), job.out)
    const output: RenderOutput = { ...made, file: basename(job.out) }
    await writeFile(join(folder, `${basename(job.out)}.json`), `${JSON.stringify(output, undefined, 2)}\n`)
    return output
  } finally {
    await rm(storeFile(folder, inStore), { force: true })
  }
}

/** Makes one picture in a store that is thrown away, and moves it to its place. */
export async function makePicture<M extends 'still' | 'sheet' | 'styleImage'>(
  out: string,
  context: Pick<Context, 'io' | 'report'>,
  work: (browser: BrowserSession, file: string) => Promise<Awaited<ReturnType<EngineApi[M]>>>,
): Promise<Awaited<ReturnType<EngineApi[M]>>> {
  await mkdir(dirname(out), { recursive: true })
  const folder = join(dirname(out), `.oneshot-${crypto.randomUUID()}`)
  try {
    const made = await inBrowser(folder, context, (browser) => work(browser, 'picture.png'))
    await rename(storeFile(folder, made.file), out)
    return made
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
