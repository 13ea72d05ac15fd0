import { box, glowPaint, type Paint, paint, prism, rod, shade } from '../geometry'
import { BRASS, DARK_METAL, type PropBuilder, type PropShape } from './prop-shape'

const PANE = paint('#2c363c', 'plain', 0.08)
/** A window on a wall whose face is the local plane z = 0: recess shadow, frame, bars, sill, sometimes shutters, sometimes lit. */
export function facadeWindow(
  s: PropShape,
  x: number,
  y: number,
  w: number,
  h: number,
  trim: Paint,
  options: { shutters?: Paint; lit?: boolean; cheap?: boolean } = {},
): void {
  const { b } = s
  b.use(options.lit ? glowPaint('#2f3a41') : PANE)
  b.quad([x - w / 2, y, 0.012], [x + w / 2, y, 0.012], [x + w / 2, y + h, 0.012], [x - w / 2, y + h, 0.012])
  b.use(trim)
  const f = 0.09
  box(b, [x - w / 2, y, 0.035], [f, h, 0.07])
  box(b, [x + w / 2, y, 0.035], [f, h, 0.07])
  box(b, [x, y + h - 0.02, 0.05], [w + 0.22, 0.13, 0.1])
  box(b, [x, y - 0.08, 0.08], [w + 0.2, 0.08, 0.17])
  if (!options.cheap) {
    box(b, [x, y, 0.025], [0.05, h, 0.03])
    box(b, [x, y + h * 0.58, 0.025], [w, 0.05, 0.03])
  }
  if (options.shutters) {
    b.use(options.shutters)
    for (const side of [-1, 1]) box(b, [x + side * (w / 2 + w * 0.24 + 0.03), y - 0.02, 0.03], [w * 0.46, h + 0.04, 0.05])
  }
}

function cornice(s: PropShape, y: number, w: number, d: number, p: Paint): void {
  const { b } = s
  b.use(p)
  box(b, [0, y, 0], [w + 0.16, 0.14, d + 0.16])
  box(b, [0, y + 0.14, 0], [w + 0.36, 0.16, d + 0.36])
}

/** Windows over a wall of width w between storeys; the wall's face is the local z = 0 plane. */
function windowsOver(
  s: PropShape,
  w: number,
  y0: number,
  storeys: number,
  storeyM: number,
  trim: Paint,
  shutters: Paint | undefined,
  cheap: boolean,
  litShare = 0.4,
): void {
  const columns = Math.max(1, Math.floor((w - 0.8) / 2.1))
  for (let j = 0; j < storeys; j++)
    for (let i = 0; i < columns; i++) {
      const x = ((i + 0.5) / columns - 0.5) * (w - 0.7)
      facadeWindow(s, x, y0 + j * storeyM + 0.85, Math.min(1.05, ((w - 0.7) / columns) * 0.5), Math.min(1.6, storeyM - 1.35), trim, {
        ...(shutters ? { shutters } : {}),
        lit: s.rnd.chance(litShare),
        cheap,
      })
    }
}

function walls(s: PropShape, h: number, ground: number, body: Paint): void {
  const { b, w, d } = s
  b.use(shade(body, 0.82))
  box(b, [0, 0, 0], [w + 0.04, ground, d + 0.04])
  b.use(body)
  box(b, [0, ground, 0], [w, h - ground, d])
}

const brickish = (s: PropShape) => s.rnd.pick(['brick', 'plaster', 'plaster', 'plaster', 'stone'] as const)
/** A town house: door, storeys of windows, cornice, chimneys. */
const building: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#a08a70', brickish(s))
  const trim = paint(s.rnd.pick(['#c4b89e', '#a89a80', '#8d8474', '#b8ac94']), 'stone')
  const storeys = Math.max(1, Math.round((h - 0.9) / 3.2))
  const storeyM = (h - 0.7) / storeys
  walls(s, h, 0.5, body)
  cornice(s, h, w, d, shade(body, 0.9))
  const shutters = s.rnd.chance(0.45) ? s.accent('#5a6650', 'wood') : undefined
  b.at([0, 0, d / 2 + 0.005], () => {
    windowsOver(s, w, 0.3 + storeyM, storeys - 1, storeyM, trim, shutters, false)
    const columns = Math.max(1, Math.floor((w - 0.8) / 2.1))
    const doorAt = s.rnd.int(0, columns - 1)
    for (let i = 0; i < columns; i++) {
      const x = ((i + 0.5) / columns - 0.5) * (w - 0.7)
      if (i !== doorAt) facadeWindow(s, x, 1.1, 1.0, 1.5, trim, { lit: s.rnd.chance(0.4), ...(shutters ? { shutters } : {}) })
      else {
        b.use(trim)
        box(b, [x - 0.62, 0, 0.05], [0.2, 2.5, 0.14])
        box(b, [x + 0.62, 0, 0.05], [0.2, 2.5, 0.14])
        box(b, [x, 2.45, 0.07], [1.6, 0.22, 0.2], 0.02)
        box(b, [x, 0, 0.2], [1.5, 0.14, 0.4], 0.02)
        b.use(s.accent('#5a4a3c', 'wood'))
        box(b, [x, 0.1, 0.02], [1.06, 2.3, 0.06])
        b.use(shade(b.paint, 0.8))
        for (const y of [0.3, 1.3]) for (const q of [-0.25, 0.25]) box(b, [x + q, y, 0.05], [0.36, 0.8, 0.02])
        b.use(BRASS)
        box(b, [x + 0.42, 1.1, 0.07], [0.05, 0.14, 0.05], 0.01)
      }
    }
    b.use(trim)
    for (let j = 1; j < storeys; j++) box(b, [0, 0.2 + j * storeyM, 0.02], [w, 0.1, 0.06])
    b.use(DARK_METAL)
    rod(b, [w / 2 - 0.15, 0, 0.07], [w / 2 - 0.15, h, 0.07], 0.05, { sides: 6 })
  })
  b.use(paint('#6a5248', 'plaster'))
  for (let i = 0; i < 2; i++) box(b, [s.rnd.range(-0.35, 0.35) * w, h + 0.2, s.rnd.range(-0.3, 0.1) * d], [0.8, s.rnd.range(0.9, 1.6), 0.6])
  if (s.rnd.chance(0.55)) {
    b.use(s.accent('#7a4a3c', 'planks', 0.8))
    b.at(
      [-w / 2 - 0.15, h + 0.28, 0],
      () =>
        prism(
          b,
          [
            [-d / 2 - 0.2, 0],
            [d / 2 + 0.2, 0],
            [0, Math.min(3, d * 0.32)],
          ],
          0,
          w + 0.3,
        ),
      Math.PI / 2,
    )
  }
}

/** A house for the distance: panes, sills and lintels only. */
const farBuilding: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#a08a70', brickish(s))
  const trim = shade(body, 1.2)
  walls(s, h, 0.5, body)
  cornice(s, h, w, d, shade(body, 0.9))
  const storeys = Math.max(1, Math.round((h - 0.7) / 3.2))
  const storeyM = (h - 0.7) / storeys
  const columns = Math.max(1, Math.floor((w - 0.8) / 2.1))
  b.at([0, 0, d / 2 + 0.005], () => {
    for (let j = 0; j < storeys; j++) {
      for (let i = 0; i < columns; i++) {
        const x = ((i + 0.5) / columns - 0.5) * (w - 0.7)
        const y = 1.1 + j * storeyM
        b.use(s.rnd.chance(0.4) ? glowPaint('#2f3a41') : PANE)
        b.quad([x - 0.5, y, 0.012], [x + 0.5, y, 0.012], [x + 0.5, y + 1.5, 0.012], [x - 0.5, y + 1.5, 0.012])
        b.use(trim)
        box(b, [x, y + 1.48, 0.05], [1.25, 0.13, 0.1])
        box(b, [x, y - 0.08, 0.06], [1.2, 0.09, 0.14])
      }
    }
  })
  b.use(s.accent('#7a4a3c', 'planks', 0.8))
  b.at(
    [-w / 2 - 0.15, h + 0.28, 0],
    () =>
      prism(
        b,
        [
          [-d / 2 - 0.2, 0],
          [d / 2 + 0.2, 0],
          [0, Math.min(3, d * 0.32)],
        ],
        0,
        w + 0.3,
      ),
    Math.PI / 2,
  )
}

/** A shop below, flats above: big window, sign board, awning. */
const shopfront: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#a08a70', brickish(s))
  const trim = paint(s.rnd.pick(['#c4b89e', '#a89a80', '#b8ac94']), 'stone')
  const shop = s.accent('#5a6650', 'wood', 0.45)
  const up = h - 3.9
  const storeys = Math.max(1, Math.round(up / 3.1))
  walls(s, h, 0.4, body)
  cornice(s, h, w, d, shade(body, 0.9))
  b.at([0, 0, d / 2 + 0.005], () => {
    windowsOver(s, w, 3.7, storeys, up / storeys, trim, undefined, false)
    b.use(shop)
    box(b, [0, 0, 0.06], [w - 0.3, 3.4, 0.12])
    box(b, [0, 2.85, 0.14], [w - 0.2, 0.62, 0.16], 0.03)
    box(b, [0, 3.47, 0.2], [w - 0.1, 0.1, 0.34], 0.03)
    const door = s.rnd.chance(0.5) ? -1 : 1
    const dx = door * (w / 2 - 1.2)
    const glassW = w - 2.6
    const gx = -door * 0.75
    b.use(glowPaint('#313b41'))
    b.quad([gx - glassW / 2, 0.62, 0.135], [gx + glassW / 2, 0.62, 0.135], [gx + glassW / 2, 2.6, 0.135], [gx - glassW / 2, 2.6, 0.135])
    b.use(shade(shop, 1.2))
    const n = Math.max(2, Math.round(glassW / 1.4))
    for (let i = 0; i <= n; i++) box(b, [gx - glassW / 2 + (i * glassW) / n, 0.55, 0.15], [0.07, 2.1, 0.06])
    box(b, [gx, 0.5, 0.2], [glassW + 0.1, 0.1, 0.2], 0.02)
    box(b, [gx, 2.12, 0.15], [glassW, 0.05, 0.05])
    // things in the window
    for (let i = 0; i < n * 3; i++) {
      b.use(paint(s.rnd.pick(['#8d4a3a', '#b08a4a', '#6a7a64', '#a8a08c', '#5d6f78']), 'paper'))
      box(b, [gx + s.rnd.range(-0.48, 0.48) * glassW, 0.62, 0.145], [s.rnd.range(0.12, 0.34), s.rnd.range(0.15, 0.6), 0.02])
    }
    b.use(shade(shop, 0.8))
    box(b, [dx, 0.05, 0.1], [1.0, 2.2, 0.1])
    b.use(glowPaint('#313b41'))
    b.quad([dx - 0.36, 0.95, 0.16], [dx + 0.36, 0.95, 0.16], [dx + 0.36, 2.1, 0.16], [dx - 0.36, 2.1, 0.16])
    b.use(paint('#cabd98', 'paper'))
    const letters = s.rnd.int(5, 9)
    for (let i = 0; i < letters; i++) {
      const lx = gx + ((i + 0.5) / letters - 0.5) * Math.min(glassW, letters * 0.42)
      const kind = s.rnd.int(0, 2)
      box(b, [lx - 0.08, 3.0, 0.23], [0.07, 0.32, 0.02])
      if (kind !== 0) box(b, [lx + 0.09, 3.0, 0.23], [0.07, 0.32, 0.02])
      box(b, [lx, kind === 1 ? 3.13 : 3.26, 0.23], [0.2, 0.06, 0.02])
      if (kind === 0) box(b, [lx, 3.0, 0.23], [0.2, 0.06, 0.02])
    }
    if (s.rnd.chance(0.6)) {
      for (let i = 0; i < 10; i++) {
        b.use(i % 2 ? paint('#c9bea4', 'fabric') : shade(shop, 1.15))
        const x0 = gx - glassW / 2 + (i * glassW) / 10
        const x1 = x0 + glassW / 10
        b.quad([x0, 2.45, 1.15], [x1, 2.45, 1.15], [x1, 2.8, 0.24], [x0, 2.8, 0.24])
        b.quad([x1, 2.43, 1.14], [x0, 2.43, 1.14], [x0, 2.78, 0.23], [x1, 2.78, 0.23])
        b.quad([x0, 2.25, 1.15], [x1, 2.25, 1.15], [x1, 2.45, 1.15], [x0, 2.45, 1.15])
        b.quad([x1, 2.25, 1.145], [x0, 2.25, 1.145], [x0, 2.45, 1.145], [x1, 2.45, 1.145])
      }
    }
    b.use(DARK_METAL)
    rod(b, [-door * (w / 2 - 0.1), 3.2, 0.1], [-door * (w / 2 - 0.1), 3.2, 0.9], 0.02, { sides: 5 })
    b.use(shade(shop, 1.3))
    box(b, [-door * (w / 2 - 0.1), 2.6, 0.62], [0.06, 0.55, 0.5], 0.02)
  })
}

/** Pitched roof over a box: ridge along x. */
export function pitched(s: PropShape, y: number, w: number, d: number, rise: number, p: Paint, over = 0.4): void {
  const { b } = s
  const l = Math.sqrt(rise * rise + (d / 2) ** 2) + over
  const pitch = Math.atan2(rise, d / 2)
  b.use(p)
  for (const z of [0, Math.PI])
    b.at([0, y + rise + 0.1, 0], () => b.at([0, 0, 0], () => box(b, [0, -0.12, l / 2], [w + over * 1.4, 0.14, l], 0.02), 0, pitch), z)
}

/** Builders by catalogue id. */
export const BUILDINGS: Readonly<Record<string, PropBuilder>> = {
  building: building,
  'far-building': farBuilding,
  shopfront: shopfront,
}
