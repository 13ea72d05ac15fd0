import { box, boxBetween, cylinder, glowPaint, lathe, type Paint, paint, prism, rod, shade } from '../geometry'
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
  b.use(options.lit ? glowPaint('#54503f') : PANE)
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
        b.use(s.rnd.chance(0.4) ? glowPaint('#54503f') : PANE)
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
    b.use(glowPaint('#4f4838'))
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
    b.use(glowPaint('#4f4838'))
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
function pitched(s: PropShape, y: number, w: number, d: number, rise: number, p: Paint, over = 0.4): void {
  const { b } = s
  const l = Math.sqrt(rise * rise + (d / 2) ** 2) + over
  const pitch = Math.atan2(rise, d / 2)
  b.use(p)
  for (const z of [0, Math.PI])
    b.at([0, y + rise + 0.1, 0], () => b.at([0, 0, 0], () => box(b, [0, -0.12, l / 2], [w + over * 1.4, 0.14, l], 0.02), 0, pitch), z)
}
const house: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#a9977c', s.rnd.pick(['plaster', 'planks', 'stone'] as const))
  const trim = paint('#cfc4aa', 'wood')
  const eaves = h * 0.56
  const rise = h - eaves - 0.2
  b.use(paint('#7d766a', 'stone'))
  box(b, [0, 0, 0], [w + 0.1, 0.45, d + 0.1], 0.02)
  b.use(body)
  box(b, [0, 0.45, 0], [w, eaves - 0.45, d])
  b.at(
    [-w / 2, 0, 0],
    () =>
      prism(
        b,
        [
          [-d / 2, eaves],
          [d / 2, eaves],
          [0, eaves + rise],
        ],
        0,
        w,
      ),
    Math.PI / 2,
  )
  pitched(s, eaves, w, d, rise, s.accent('#7a4436', 'planks', 0.8))
  const shutters = paint(s.rnd.pick(['#5a6a58', '#4f6068', '#7a4a3c']), 'wood')
  for (const [z, yaw] of [
    [d / 2, 0],
    [-d / 2, Math.PI],
  ] as const)
    b.at(
      [0, 0, z],
      () =>
        b.at([0, 0, 0.005], () => {
          const n = Math.max(2, Math.floor(w / 2.6))
          for (let i = 0; i < n; i++) {
            const x = ((i + 0.5) / n - 0.5) * (w - 0.6)
            if (yaw === 0 && i === Math.floor(n / 2)) {
              b.use(trim)
              box(b, [x, 0.1, 0.04], [1.25, 2.35, 0.08])
              b.use(s.accent('#5a4a3c', 'wood'))
              box(b, [x, 0.2, 0.06], [1.0, 2.1, 0.08], 0.01)
              b.use(BRASS)
              box(b, [x + 0.38, 1.15, 0.12], [0.05, 0.12, 0.04], 0.01)
              b.use(paint('#8a8274', 'stone'))
              box(b, [x, 0, 0.35], [1.7, 0.2, 0.7], 0.02)
              b.use(trim)
              for (const q of [-0.9, 0.9]) box(b, [x + q, 0, 1.0], [0.1, 2.5, 0.1], 0.01)
              b.use(s.accent('#7a4436', 'planks', 0.8))
              b.at([x, 2.6, 0.55], () => box(b, [0, 0, 0], [2.2, 0.1, 1.35], 0.02), 0, 0.22)
            } else facadeWindow(s, x, 1.15, 1.0, 1.3, trim, { shutters, lit: s.rnd.chance(0.5) })
          }
        }),
      yaw,
    )
  for (const [x, yaw] of [
    [w / 2, Math.PI / 2],
    [-w / 2, -Math.PI / 2],
  ] as const)
    b.at(
      [x, 0, 0],
      () =>
        b.at([0, 0, 0.005], () => {
          facadeWindow(s, -d * 0.2, 1.15, 0.9, 1.3, trim, { shutters, lit: s.rnd.chance(0.4) })
          facadeWindow(s, 0, eaves + rise * 0.15, 0.8, 0.95, trim, { lit: s.rnd.chance(0.3) })
        }),
      yaw,
    )
  b.use(paint('#85604c', 'brick'))
  box(b, [w * 0.3, eaves + rise * 0.4, -d * 0.1], [0.75, rise * 0.6 + 1.0, 0.75])
}
const barn: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#84423a', 'planks')
  const trim = s.accent('#b9ae98', 'wood')
  const eaves = h * 0.5
  b.use(body)
  box(b, [0, 0, 0], [w, eaves, d])
  const gable: readonly (readonly [number, number])[] = [
    [-w / 2, eaves],
    [w / 2, eaves],
    [w * 0.34, eaves + (h - eaves) * 0.62],
    [0, h],
    [-w * 0.34, eaves + (h - eaves) * 0.62],
  ]
  b.at([0, 0, -d / 2], () => prism(b, gable, 0, d))
  b.use(paint('#5f5850', 'metal', 0.6, 0.2))
  const slab = (x0: number, y0: number, x1: number, y1: number) => {
    const l = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2) + 0.15
    b.at([(x0 + x1) / 2, (y0 + y1) / 2 + 0.05, 0], () => box(b, [0, 0, 0], [l, 0.1, d + 0.9], 0.01), 0, 0, Math.atan2(y1 - y0, x1 - x0))
  }
  const ym = eaves + (h - eaves) * 0.62
  slab(-w / 2 - 0.3, eaves - 0.3, -w * 0.34, ym)
  slab(w * 0.34, ym, w / 2 + 0.3, eaves - 0.3)
  slab(-w * 0.34, ym, 0, h)
  slab(0, h, w * 0.34, ym)
  b.at([0, 0, d / 2 + 0.01], () => {
    for (const x of [-1, 1]) {
      b.use(shade(body, 0.85))
      box(b, [x * 0.95, 0, 0.05], [1.85, 3.2, 0.08])
      b.use(trim)
      for (const y of [0.05, 1.5, 3.05]) box(b, [x * 0.95, y, 0.1], [1.85, 0.16, 0.05])
      for (const q of [-0.85, 0.85]) box(b, [x * 0.95 + q, 0, 0.1], [0.15, 3.2, 0.05])
      for (const r of [0.62, -0.62]) b.at([x * 0.95, 0.85, 0.1], () => box(b, [0, -0.06, 0], [2.1, 0.14, 0.03]), 0, 0, r * x)
    }
    b.use(trim)
    for (const x of [-1, 1]) box(b, [(x * w) / 2, 0, 0], [0.18, eaves, 0.12])
    box(b, [0, eaves + 0.8, 0.04], [1.5, 0.14, 0.1])
    b.use(shade(body, 0.4))
    box(b, [0, eaves + 0.94, 0.02], [1.2, 1.1, 0.06])
    b.use(trim)
    for (const x of [-0.66, 0.66]) box(b, [x, eaves + 0.9, 0.05], [0.12, 1.2, 0.08])
    box(b, [0, eaves + 2.02, 0.05], [1.5, 0.13, 0.08])
  })
}
const warehouse: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#83685a', s.rnd.pick(['brick', 'brick', 'metal'] as const), 0.75, 0)
  b.use(body)
  box(b, [0, 0, 0], [w, h * 0.72, d])
  const bays = Math.max(1, Math.round(w / 6))
  for (let i = 0; i < bays; i++) {
    const x = -w / 2 + (i + 0.5) * (w / bays)
    b.use(body)
    b.at([x, 0, -d / 2], () =>
      prism(
        b,
        [
          [-w / bays / 2, h * 0.72],
          [w / bays / 2, h * 0.72],
          [0, h],
        ],
        0,
        d,
      ),
    )
    b.use(paint('#55524c', 'metal', 0.6, 0.2))
    for (const q of [-1, 1]) {
      const l = Math.sqrt((w / bays / 2) ** 2 + (h * 0.28) ** 2) + 0.2
      b.at(
        [x + (q * w) / bays / 4, h * 0.86 + 0.05, 0],
        () => box(b, [0, 0, 0], [l, 0.1, d + 0.5]),
        0,
        0,
        -q * Math.atan2(h * 0.28, w / bays / 2),
      )
    }
    b.at([x, 0, d / 2 + 0.005], () => {
      b.use(s.accent('#4d5a5c', 'metal', 0.55, 0.2))
      box(b, [0, 0, 0.03], [w / bays - 2, 3.4, 0.06])
      b.use(shade(b.paint, 0.8))
      for (let y = 0.3; y < 3.3; y += 0.3) box(b, [0, y, 0.065], [w / bays - 2, 0.03, 0.02])
      facadeWindow(s, 0, h * 0.52, 2.2, h * 0.16, paint('#5a5850', 'metal'), { lit: s.rnd.chance(0.3) })
    })
  }
}
const church: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main('#968c7a', 'stone')
  const roof = s.accent('#5a5450', 'planks', 0.85)
  const eaves = h * 0.34
  const nave = d * 0.78
  const trim = shade(stone, 1.15)
  b.at([0, 0, -d * 0.11], () => {
    b.use(stone)
    box(b, [0, 0, 0], [w, eaves, nave])
    b.at([0, 0, -nave / 2], () =>
      prism(
        b,
        [
          [-w / 2, eaves],
          [w / 2, eaves],
          [0, eaves + w * 0.5],
        ],
        0,
        nave,
      ),
    )
    b.at([0, 0, 0], () => pitched(s, eaves, nave, w, w * 0.5, roof), Math.PI / 2)
    for (const x of [-1, 1])
      for (let i = 0; i < 4; i++) {
        const z = -nave / 2 + (i + 0.5) * (nave / 4)
        b.use(shade(stone, 0.9))
        box(b, [x * (w / 2 + 0.2), 0, z + nave / 8], [0.6, eaves * 0.85, 0.6], 0.02)
        b.at(
          [x * (w / 2 + 0.01), 0, z],
          () => facadeWindow(s, 0, 1.6, 0.9, eaves - 2.3, trim, { lit: s.rnd.chance(0.6) }),
          (x * Math.PI) / 2,
        )
      }
  })
  const t = w * 0.46
  b.at([0, 0, d / 2 - t / 2 - 0.2], () => {
    b.use(stone)
    box(b, [0, 0, 0], [t, h * 0.62, t])
    b.use(trim)
    for (const y of [0.22, 0.42, 0.61]) box(b, [0, h * y, 0], [t + 0.2, 0.16, t + 0.2])
    b.use(roof)
    lathe(
      b,
      [0, h * 0.63, 0],
      [
        [t * 0.74, 0],
        [t * 0.36, h * 0.1],
        [0.04, h * 0.36],
      ],
      4,
    )
    b.use(BRASS)
    rod(b, [0, h * 0.98, 0], [0, h * 1.04, 0], 0.05)
    rod(b, [-0.3, h * 1.02, 0], [0.3, h * 1.02, 0], 0.05)
    for (const yaw of [0, Math.PI / 2, -Math.PI / 2])
      b.at(
        [0, 0, 0],
        () =>
          b.at([0, 0, t / 2 + 0.01], () => {
            facadeWindow(s, 0, h * 0.46, t * 0.34, h * 0.12, trim, { cheap: true })
            b.use(paint('#d0c6a8', 'paper'))
            b.at([0, h * 0.36, 0.01], () => b.at([0, 0, 0], () => cylinder(b, [0, 0, 0], t * 0.2, 0.06, { sides: 18 }), 0, Math.PI / 2))
          }),
        yaw,
      )
    b.at([0, 0, t / 2], () => {
      b.use(trim)
      box(b, [0, 0, 0.08], [2.3, 3.3, 0.2], 0.04)
      b.use(paint('#56391f', 'wood'))
      for (const x of [-0.42, 0.42]) box(b, [x, 0.1, 0.17], [0.8, 2.7, 0.06], 0.01)
      b.use(DARK_METAL)
      for (const x of [-0.42, 0.42]) for (const y of [0.6, 2.1]) box(b, [x, y, 0.21], [0.7, 0.06, 0.02])
      b.use(paint('#8a8274', 'stone'))
      box(b, [0, 0, 0.7], [3, 0.16, 1.3], 0.02)
    })
  })
}
const yardWall: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#8a6a58', 'brick'))
  boxBetween(b, [-w / 2, 0, -d / 2], [w / 2, h - 0.12, d / 2])
  b.use(paint('#8d8474', 'stone'))
  box(b, [0, h - 0.12, 0], [w + 0.06, 0.12, d + 0.1], 0.02)
}
export const BUILDINGS: Readonly<Record<string, PropBuilder>> = {
  building,
  'far-building': farBuilding,
  shopfront,
  house,
  barn,
  warehouse,
  'church-building': church,
  'yard-wall': yardWall,
}
