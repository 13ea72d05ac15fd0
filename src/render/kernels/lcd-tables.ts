import type { Lcd, Rect, Size } from '../../departments/retro'
import { hexToLinear } from '../../film'
import { lineFade } from './crt-params'

/** Sizes of the struct `Lcd` and, in words, of a tap of shaders/lcd.wgsl. */
export const LCD_BYTES = 80
const ACROSS_WORDS = 8
const DOWN_WORDS = 4

/** Part of a pixel's side that is gap. */
const GAP = 0.13
/** How much of a pixel's other colours a stripe keeps out. */
const STRIPES = 0.55
/** How much of its light a shadow takes. */
const SHADE = 0.34

/** Everything a handheld's passes read. */
export type LcdTables = {
  readonly params: ArrayBuffer
  readonly columns: Float32Array<ArrayBuffer>
  readonly rows: Float32Array<ArrayBuffer>
}

/** Length of the overlap of two intervals. */
const overlap = (a: number, b: number, from: number, to: number): number => Math.max(0, Math.min(b, to) - Math.max(a, from))

/** An axis of the display: for each of its pixels the first of the machine's pixels it shows, and how many at most. */
function axis(display: number, native: number, throwBy: number) {
  const pixel = native / display
  const taps = Math.ceil(pixel + throwBy) + 1
  const spans = Array.from({ length: display }, (_, i) => {
    const [from, to] = [i * pixel, (i + 1) * pixel]
    return { from, to, start: Math.floor(from - throwBy) }
  })
  const share = (a: number, b: number, span: { from: number; to: number }, by = 0) => overlap(a, b, span.from - by, span.to - by) / pixel
  return { taps, spans, share }
}

/** Works out the tables of a screen of `native` pixels shown in `rect`. Gaps and stripes fade where they would only interfere. */
export function lcdTables(lcd: Lcd, native: Size, rect: Rect): LcdTables {
  const [across, down] = [rect.width / native.width, rect.height / native.height]
  const fade = lineFade(Math.min(across, down))
  const stripes = lcd.stripes ? STRIPES * lineFade(0.85 * across) : 0
  const gap = GAP * fade
  const x = axis(rect.width, native.width, lcd.shadow)
  const columns = new Float32Array(rect.width * x.taps * ACROSS_WORDS)
  for (const [i, span] of x.spans.entries())
    for (let tap = 0; tap < x.taps; tap++) {
      const left = span.start + tap
      const third = (1 - gap) / 3
      const open = x.share(left + gap / 2, left + 1 - gap / 2, span)
      const parts = [0, 1, 2].map((c) => x.share(left + gap / 2 + c * third, left + gap / 2 + (c + 1) * third, span))
      const words = [
        ...parts.map((part) => open + stripes * (part - open)),
        ...[open, x.share(left, left + 1, span), x.share(left, left + 1, span, lcd.shadow), span.start],
      ]
      columns.set(words, (i * x.taps + tap) * ACROSS_WORDS)
    }
  const y = axis(rect.height, native.height, lcd.shadow)
  const rows = new Float32Array(rect.height * y.taps * DOWN_WORDS)
  for (const [i, span] of y.spans.entries())
    for (let tap = 0; tap < y.taps; tap++) {
      const top = span.start + tap
      const words = [y.share(top + gap / 2, top + 1 - gap / 2, span), y.share(top, top + 1, span), y.share(top, top + 1, span, lcd.shadow)]
      rows.set([...words, span.start], (i * y.taps + tap) * DOWN_WORDS)
    }
  const params = new ArrayBuffer(LCD_BYTES)
  new Uint32Array(params).set([rect.x, rect.y, rect.width, rect.height, native.width, native.height, x.taps, y.taps])
  const f = new Float32Array(params)
  f.set([...hexToLinear(lcd.tint), 1 - lcd.grid, lcd.shadow > 0 ? SHADE * fade : 0, stripes > 0 ? 1 / (1 - (2 / 3) * stripes) - 1 : 0], 8)
  new Uint32Array(params)[14] = lcd.reflective ? 1 : 0
  return { params, columns, rows }
}

/** Share of each of `count` pictures in what is seen, the one shown first: each before it is `ghosting` of the one after. */
export function ghostWeights(ghosting: number, count: number): number[] {
  const weights = Array.from({ length: count }, (_, back) => ghosting ** back)
  const sum = weights.reduce((a, b) => a + b)
  return weights.map((weight) => weight / sum)
}
