import { expect, type Page } from '@playwright/test'
import type { RenderOutput } from '../src/film'
import type { RunSummary } from '../src/pipeline'
import { PATIENCE, StudioPage } from './studio-page'

/** A film of eight segments, of a place that nobody is in: soon compiled. */
export const SMALL_FILM = `meta: { title: Small film, id: small-film }
fps: 24
outputs:
  - {name: small, style: hollywood, width: 64, height: 36, quality: draft}
shots:
${['pan', 'static', 'crane', 'tilt', 'push-in', 'pan', 'tilt', 'crane']
  .map((move, i) => `  - {name: s${i}, location: empty field, frames: ${5 + i}, camera: {size: WS, move: ${move}}}`)
  .join('\n')}
`

/** The production room as a person uses it, and the browser's disk behind it. */
export class ProductionPage {
  readonly studio: StudioPage

  constructor(
    readonly page: Page,
    studio?: StudioPage,
  ) {
    this.studio = studio ?? new StudioPage(page)
  }

  /** Opens the page, and in its room a production that must be good. */
  async open(name: string, text: string): Promise<void> {
    await this.page.goto('/')
    await this.bring(name, text)
  }

  /** Goes to the room, from wherever the page is. */
  async enter(): Promise<void> {
    await this.page.getByTestId('room-production').filter({ visible: true }).click()
  }

  /** Goes to the room and drops a production that must be good. */
  async bring(name: string, text: string): Promise<void> {
    await this.enter()
    await this.studio.drop(name, new TextEncoder().encode(text))
    await expect(this.page.getByRole('tab', { name })).toBeVisible()
    await expect(this.page.getByTestId('production-check')).toHaveAttribute('data-check', 'good')
  }

  /** Runs what is on the desk, without the coarse look before. */
  async run(): Promise<void> {
    await this.page.getByTestId('tab-outputs').click()
    await this.page.getByTestId('option-coarse').uncheck()
    await this.page.getByTestId('run').click()
  }

  /** Waits until the run is over in this way. */
  async ended(state: 'done' | 'failed' | 'cancelled'): Promise<void> {
    await expect(this.page.getByTestId('run-state')).toHaveAttribute('data-state', state, { timeout: PATIENCE })
  }

  /** Names of the files on the browser's own disk. */
  async files(pattern: RegExp): Promise<readonly string[]> {
    const names = await this.page.evaluate(async () => {
      const names: string[] = []
      const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
        for await (const [name, handle] of folder.entries())
          if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`)
          else names.push(`${path}${name}`)
      }
      await walk(await navigator.storage.getDirectory(), '')
      return names
    })
    return names.filter((name) => pattern.test(name)).sort()
  }

  /** Takes the finished segments off the disk: the next run renders them again. */
  async forgetSegments(): Promise<void> {
    await this.page.evaluate(async () => {
      const store = await (await navigator.storage.getDirectory()).getDirectoryHandle('oneshot')
      await store.removeEntry('segments', { recursive: true })
    })
  }

  /** What a file of the browser's disk holds. */
  async bytes(name: string): Promise<Buffer> {
    const bytes = await this.page.evaluate(async (path) => {
      const parts = path.split('/')
      let folder = await navigator.storage.getDirectory()
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part)
      const file = await (await folder.getFileHandle(parts.at(-1) as string)).getFile()
      return [...new Uint8Array(await file.arrayBuffer())]
    }, name)
    return Buffer.from(bytes)
  }

  async #json(pattern: RegExp): Promise<unknown> {
    const [name] = await this.files(pattern)
    if (!name) throw new Error(`no ${pattern} on this browser's disk`)
    return JSON.parse((await this.bytes(name)).toString()) as unknown
  }

  /** What names all pictures of an output at once. */
  async filmHash(output: string): Promise<string> {
    return ((await this.#json(new RegExp(`/RenderOutput\\.${output}\\.json$`))) as RenderOutput).filmHash
  }

  async summary(): Promise<RunSummary> {
    return (await this.#json(/\/run_summary\.json$/)) as RunSummary
  }
}
