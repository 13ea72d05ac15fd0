import type { Page } from '@playwright/test'

/** A piece of sound that a page played: how loud it was, and how long, seconds. */
interface Piece {
  readonly rms: number
  readonly seconds: number
}

/** Has a page note every piece of sound that it plays from now on. */
export const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const noted: { rms: number; seconds: number }[] = []
    Object.assign(window, { heard: noted })
    const start = AudioBufferSourceNode.prototype.start
    AudioBufferSourceNode.prototype.start = function (...when) {
      const samples = this.buffer?.getChannelData(0) ?? new Float32Array(1)
      noted.push({ rms: Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length), seconds: this.buffer?.duration ?? 0 })
      return start.apply(this, when)
    }
  })

/** What a page has played since somebody listened. */
export const heard = (page: Page): Promise<readonly Piece[]> => page.evaluate(() => (window as unknown as { heard: Piece[] }).heard)
