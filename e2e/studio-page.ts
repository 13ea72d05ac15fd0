import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type {} from '../src/app/viewport/film-view'

/** Nobody waits longer for what the page shall show than this, milliseconds: a bound for a busy machine without a GPU, not a speed. */
export const PATIENCE = 150_000

/** The page as a person uses it. */
export class StudioPage {
  readonly errors: string[] = []
  readonly picture: Locator
  readonly shots: Locator
  readonly problems: Locator

  constructor(readonly page: Page) {
    this.picture = page.getByTestId('viewport').locator('canvas')
    this.shots = page.getByTestId('shot-list').locator('> li')
    this.problems = page.getByTestId('problems')
    page.on('pageerror', (e) => this.errors.push(e.message))
    page.on('console', (m) => {
      if (m.type() === 'error') this.errors.push(m.text())
    })
  }

  async open(): Promise<void> {
    await this.page.goto('/')
    await expect(this.page.getByRole('heading', { name: 'Oneshot' })).toBeVisible()
  }

  /** Drops a file on the window, as from the desktop: these bytes, over and over. */
  async drop(name: string, bytes: Uint8Array, times = 1): Promise<void> {
    const data = await this.page.evaluateHandle(
      ({ name, base64, times }) => {
        const transfer = new DataTransfer()
        const once = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
        transfer.items.add(new File(Array<Uint8Array<ArrayBuffer>>(times).fill(once), name))
        return transfer
      },
      { name, base64: Buffer.from(bytes).toString('base64'), times },
    )
    await this.page.dispatchEvent('body', 'dragenter', { dataTransfer: data })
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: data })
  }

  async dropFile(path: string): Promise<void> {
    await this.drop(basename(path), readFileSync(path))
  }

  /** Waits until the viewport has drawn the frame under the playhead, of the shot as it is planned now. */
  async drawn(frame?: number): Promise<void> {
    const drawn = this.page.getByTestId('drawn')
    await expect(drawn).toBeVisible({ timeout: PATIENCE })
    await expect(drawn).toHaveAttribute('data-shot', 'as planned', { timeout: PATIENCE })
    if (frame !== undefined) await expect(drawn).toHaveAttribute('data-frame', String(frame), { timeout: PATIENCE })
  }

  /** Waits until the viewport has drawn in a style. */
  async drawnIn(style: string): Promise<void> {
    await expect(this.page.getByTestId('drawn')).toHaveAttribute('data-style', style, { timeout: PATIENCE })
  }

  /** Waits until the film's lines have been spoken: then it is as long as they take. */
  async spoken(): Promise<void> {
    await expect(this.page.getByTestId('unspoken')).toHaveCount(0, { timeout: PATIENCE })
  }

  /** Moves the playhead to a film frame. */
  async seek(frame: number): Promise<void> {
    await this.page.getByTestId('scrub').fill(String(frame))
  }

  /** Shows the film in another style, by the list in the bar. */
  async chooseStyle(id: string): Promise<void> {
    const list = this.page.locator('#styles')
    if (!(await list.isVisible())) await this.page.getByTestId('style-picker').click()
    await this.page.getByTestId(`style-${id}`).check({ force: true })
    await this.page.keyboard.press('Escape')
    await expect(list).toBeHidden()
  }

  /** How many different colours the picture has, and its mean brightness (0–255), read back from the GPU: a blank picture has one colour. */
  async look(): Promise<{ colours: number; mean: number; width: number; height: number }> {
    return this.page.evaluate(async () => {
      const picture = await window.oneshotViewport?.()
      if (!picture) throw new Error('the viewport has drawn nothing')
      const { rgba, width, height } = picture
      const seen = new Set<number>()
      let sum = 0
      for (let i = 0; i < rgba.length; i += 4) {
        const [r = 0, g = 0, b = 0] = rgba.subarray(i, i + 3)
        seen.add((r << 16) | (g << 8) | b)
        sum += (r + g + b) / 3
      }
      return { colours: seen.size, mean: sum / (rgba.length / 4), width, height }
    })
  }

  /** The brightest that any colour of any pixel is, 0 to 255. */
  async brightest(): Promise<number> {
    return this.page.evaluate(async () => {
      const picture = await window.oneshotViewport?.()
      if (!picture) throw new Error('the viewport has drawn nothing')
      return picture.rgba.reduce((most, v, i) => (i % 4 === 3 ? most : Math.max(most, v)), 0)
    })
  }

  /** Names what the viewport shows, read back from the GPU. */
  async pictureHash(): Promise<string> {
    return this.page.evaluate(async () => {
      const picture = await window.oneshotViewport?.()
      if (!picture) throw new Error('the viewport has drawn nothing')
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', picture.rgba as Uint8Array<ArrayBuffer>))
      return `${picture.width}x${picture.height} ${[...hash.slice(0, 8)].map((b) => b.toString(16).padStart(2, '0')).join('')}`
    })
  }
}
