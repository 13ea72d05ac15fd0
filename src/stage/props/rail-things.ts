import { box, boxBetween, glowPaint, lathe, paint, prism, rod, shade } from '../geometry'
import { facadeWindow } from './buildings'
import { BLACK, DARK_METAL, type PropBuilder, STEEL, WHITE_WARE } from './prop-shape'

/** Between the rails' inner edges, metres: standard gauge. */
const GAUGE_M = 1.435
const SLEEPERS_M = 0.68
const IRON = '#3d4644'

/** A track along z: ballast, sleepers, two rails with bright heads. */
const railTrack: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const bed = s.main('#6f675c', 'sand', 0.95)
  b.use(bed)
  prism(
    b,
    [
      [-w / 2, 0],
      [w / 2, 0],
      [w / 2 - 0.3, h * 0.6],
      [-w / 2 + 0.3, h * 0.6],
    ],
    -d / 2,
    d,
  )
  const wood = s.accent('#51463b', 'planks')
  const n = Math.max(2, Math.round(d / SLEEPERS_M))
  for (let i = 0; i < n; i++) {
    b.use(shade(wood, rnd.range(0.8, 1.15)))
    box(b, [0, h * 0.45, ((i + 0.5) / n - 0.5) * d], [2.4, h * 0.32, 0.24])
  }
  for (const x of [-1, 1]) {
    const at = (x * (GAUGE_M + 0.07)) / 2
    b.use(paint('#5a4a40', 'metal', 0.7, 0.5))
    box(b, [at, h * 0.76, 0], [0.11, 0.02, d])
    box(b, [at, h * 0.78, 0], [0.03, h * 0.22 - 0.03, d])
    b.use(STEEL)
    box(b, [at, h - 0.03, 0], [0.07, 0.03, d])
  }
}

/** The edge of a platform along z, its face at +x down to the track: wall, coping stones, a white line. */
const platformFace: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(s.main('#77695c', 'brick', 0.95))
  boxBetween(b, [w / 2 - 0.3, -1.1, -d / 2], [w / 2 - 0.12, 0, d / 2])
  const stone = s.accent('#a79f90', 'stone', 0.9)
  const n = Math.max(1, Math.round(d / 1.4))
  for (let i = 0; i < n; i++) {
    b.use(shade(stone, rnd.range(0.9, 1.08)))
    box(b, [w / 2 - 0.35, -0.14, ((i + 0.5) / n - 0.5) * d], [0.7, 0.14 + h, d / n - 0.015], 0.02)
  }
  b.use(paint('#d9d3c4', 'plain', 0.8))
  box(b, [-w / 2 + 0.06, 0, 0], [0.12, h, d])
}

/** A roof over a platform along z: its ridge inwards, boarded ends with a sawn valance, iron brackets over the posts. */
const platformCanopy: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const eaves = h - 0.75
  const wood = s.main('#6d5a48', 'planks')
  b.use(paint('#5b5f63', 'stone', 0.8))
  for (const side of [-1, 1])
    b.at([side * (w / 4), eaves + 0.42, 0], () => box(b, [0, 0, 0], [w / 2 + 0.25, 0.05, d + 0.3]), 0, 0, (-side * 0.75 * 2) / w)
  b.use(shade(wood, 0.9))
  box(b, [0, eaves + 0.02, 0], [w, 0.06, d])
  // The valance: boards with points, all round.
  const board = s.accent('#d8cfb8', 'wood')
  const along = (x: number) => {
    const n = Math.round(d / 0.2)
    for (let i = 0; i < n; i++) {
      b.use(i % 2 ? board : shade(board, 0.93))
      box(b, [x, eaves - (i % 2 ? 0.32 : 0.24), ((i + 0.5) / n - 0.5) * d], [0.03, i % 2 ? 0.4 : 0.32, d / n - 0.01])
    }
  }
  along(w / 2)
  along(-w / 2)
  for (const z of [-1, 1]) {
    b.use(board)
    box(b, [0, eaves - 0.24, (z * d) / 2], [w, 0.34, 0.04])
    prism(
      b,
      [
        [-w / 2, eaves + 0.08],
        [w / 2, eaves + 0.08],
        [0, h],
      ],
      (z * d) / 2 - 0.025,
      0.05,
    )
  }
}

/** A cast-iron post with a capital and four curved brackets. */
const canopyPost: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main(IRON, 'metal', 0.55, 0.5))
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.5, 0],
      [w * 0.5, 0.16],
      [w * 0.34, 0.22],
      [w * 0.34, 0.9],
      [w * 0.26, 0.98],
      [w * 0.22, h - 0.42],
      [w * 0.42, h - 0.32],
      [w * 0.46, h],
    ],
    12,
  )
  for (let k = 0; k < 4; k++)
    b.at(
      [0, 0, 0],
      () => {
        for (let i = 0; i < 4; i++) {
          const at = (t: number): [number, number, number] => [0.05 + 0.75 * t * t, h - 0.95 + 0.93 * t, 0]
          rod(b, at(i / 4), at((i + 1) / 4), 0.025, { sides: 6 })
        }
      },
      (k * Math.PI) / 2,
    )
}

/** A clock with two faces on a post. */
const stationClock: PropBuilder = (s) => {
  const { b, h } = s
  const iron = s.main(IRON, 'metal', 0.5, 0.5)
  b.use(iron)
  lathe(
    b,
    [0, 0, 0],
    [
      [0.17, 0],
      [0.15, 0.2],
      [0.07, 0.3],
      [0.055, h - 0.95],
      [0.1, h - 0.9],
    ],
    10,
  )
  for (const side of [-1, 1])
    b.at(
      [0, h - 0.45, 0],
      () => {
        const disc = (r: number, from: number, to: number) =>
          b.at(
            [0, 0, 0],
            () =>
              lathe(
                b,
                [0, 0, 0],
                [
                  [0, from],
                  [r, from],
                  [r, to],
                  [0, to],
                ],
                24,
              ),
            0,
            Math.PI / 2,
          )
        b.use(iron)
        disc(0.45, 0, 0.12)
        b.use(glowPaint('#e8e2d0'))
        disc(0.39, 0.1, 0.13)
        b.use(BLACK)
        for (let i = 0; i < 12; i++) {
          const a = (i * Math.PI) / 6
          b.at([Math.sin(a) * 0.33, Math.cos(a) * 0.33, 0.137], () => box(b, [0, -0.035, 0], [0.022, 0.07, 0.012]), 0, 0, -a)
        }
        b.at([0, 0, 0.145], () => box(b, [0, -0.04, 0], [0.028, 0.24, 0.012]), 0, 0, -0.9)
        b.at([0, 0, 0.155], () => box(b, [0, -0.05, 0], [0.02, 0.34, 0.012]), 0, 0, 1.1)
      },
      side > 0 ? 0 : Math.PI,
    )
}

/** A semaphore signal: post, ladder, spectacle and a red arm. */
const semaphore: PropBuilder = (s) => {
  const { b, h } = s
  b.use(s.main('#d6d0c2', 'wood', 0.8))
  box(b, [0, 0, 0], [0.22, h, 0.22], 0.02)
  b.use(DARK_METAL)
  box(b, [0, 0, 0], [0.3, 0.5, 0.3])
  lathe(
    b,
    [0, h, 0],
    [
      [0.1, 0],
      [0.1, 0.1],
      [0.03, 0.2],
      [0.02, 0.5],
      [0, 0.55],
    ],
    8,
  )
  for (const x of [-0.18, 0.18]) rod(b, [x, 0, -0.3], [x, h - 0.6, -0.14], 0.015, { sides: 5 })
  for (let y = 0.5; y < h - 0.7; y += 0.42) rod(b, [-0.18, y, -0.27], [0.18, y, -0.27], 0.012, { sides: 5 })
  b.use(paint('#a23a2c', 'metal', 0.6))
  box(b, [0.75, h - 0.42, 0.14], [1.3, 0.26, 0.04])
  b.use(WHITE_WARE)
  box(b, [1.12, h - 0.42, 0.165], [0.14, 0.26, 0.01])
  b.use(glowPaint('#c2452f'))
  lathe(
    b,
    [-0.12, h - 0.35, 0.16],
    [
      [0, 0],
      [0.09, 0],
      [0.09, 0.14],
      [0, 0.14],
    ],
    10,
  )
}

/** The house of a small station: brick, arched windows, a wide door, slates, chimneys. */
const stationHouse: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const wall = h * 0.62
  const brick = s.main('#8d5f4c', 'brick', 0.95)
  const trim = s.accent('#cdc3ab', 'stone', 0.9)
  b.use(shade(trim, 0.75))
  box(b, [0, 0, 0], [w + 0.12, 0.5, d + 0.12])
  b.use(brick)
  box(b, [0, 0.5, 0], [w, wall - 0.5, d])
  b.use(trim)
  box(b, [0, wall - 0.24, 0], [w + 0.2, 0.24, d + 0.2])
  const slate = paint('#4f5458', 'stone', 0.8)
  b.use(slate)
  b.at(
    [0, 0, 0],
    () =>
      prism(
        b,
        [
          [-d / 2 - 0.5, wall],
          [d / 2 + 0.5, wall],
          [0, h],
        ],
        -(w + 0.8) / 2,
        w + 0.8,
      ),
    Math.PI / 2,
  )
  for (const x of [-0.3, 0.32]) {
    b.use(shade(brick, 0.9))
    box(b, [x * w, wall + 0.4, 0], [0.9, h - wall + 0.7, 0.6])
    b.use(trim)
    box(b, [x * w, h + 1.05, 0], [1.05, 0.16, 0.75])
  }
  const columns = Math.max(3, Math.floor(w / 2.6) | 1)
  b.at([0, 0, d / 2 + 0.005], () => {
    for (let i = 0; i < columns; i++) {
      const x = ((i + 0.5) / columns - 0.5) * (w - 0.8)
      if (i === (columns - 1) / 2) {
        b.use(trim)
        box(b, [x, 0, 0.03], [2.3, 2.95, 0.08])
        b.use(paint('#3f4f46', 'wood'))
        for (const k of [-0.48, 0.48]) {
          box(b, [x + k, 0.06, 0.06], [0.92, 2.2, 0.06], 0.01)
          b.use(glowPaint('#3b454a'))
          box(b, [x + k, 1.1, 0.085], [0.6, 0.95, 0.02])
          b.use(paint('#3f4f46', 'wood'))
        }
        b.use(glowPaint('#3b454a'))
        box(b, [x, 2.36, 0.06], [1.85, 0.42, 0.03])
      } else {
        facadeWindow(s, x, 1.1, 1.1, 1.75, trim, { lit: rnd.chance(0.6) })
        b.use(trim)
        for (let k = 0; k < 7; k++) {
          const a = ((k + 0.5) / 7) * Math.PI
          b.at(
            [x + Math.cos(a) * 0.62, 2.9 + Math.sin(a) * 0.34, 0.05],
            () => box(b, [0, -0.09, 0], [0.2, 0.18, 0.1]),
            0,
            0,
            a - Math.PI / 2,
          )
        }
      }
    }
    // The name over the door, as boards have it: dark letters' place on white.
    b.use(WHITE_WARE)
    box(b, [0, wall - 0.86, 0.1], [4.2, 0.52, 0.06], 0.01)
    b.use(BLACK)
    for (let i = 0; i < 9; i++) box(b, [(i - 4) * 0.4, wall - 0.72, 0.135], [i % 3 === 1 ? 0.18 : 0.26, 0.26, 0.012])
  })
}

/** One side of a bridge along z: chords, posts and crossed diagonals of riveted steel. */
const truss: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#5d6b66', 'metal', 0.7, 0.3))
  box(b, [0, 0, 0], [w, 0.5, d])
  box(b, [0, h - 0.4, 0], [w, 0.4, d])
  const panel = 4
  const n = Math.max(1, Math.round(d / panel))
  const z = (i: number) => (i / n - 0.5) * d
  for (let i = 0; i <= n; i++) box(b, [0, 0.5, Math.max(-d / 2 + 0.15, Math.min(d / 2 - 0.15, z(i)))], [w * 0.8, h - 0.9, 0.24])
  for (let i = 0; i < n; i++)
    for (const [from, to, off] of [
      [i, i + 1, 0.06],
      [i + 1, i, -0.06],
    ] as const) {
      const [y0, y1] = [0.5, h - 0.4]
      const long = Math.hypot(z(to) - z(from), y1 - y0)
      b.at(
        [off, (y0 + y1) / 2, (z(from) + z(to)) / 2],
        () => box(b, [0, -0.08, 0], [0.08, 0.16, long]),
        0,
        -Math.atan2(y1 - y0, z(to) - z(from)),
      )
    }
}

/** A frame over a bridge's track, from truss to truss. */
const portal: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#5d6b66', 'metal', 0.7, 0.3))
  box(b, [0, h - 0.22, 0], [w, 0.22, d])
  box(b, [0, 0, 0], [w, 0.12, d * 0.6])
  const n = Math.max(2, Math.round(w / 1.1))
  for (let i = 0; i < n; i++) {
    const [x0, x1] = [(i / n - 0.5) * w, ((i + 1) / n - 0.5) * w]
    rod(b, [x0, i % 2 ? 0.1 : h - 0.2, 0], [x1, i % 2 ? h - 0.2 : 0.1, 0], 0.05, { sides: 5 })
  }
}

/** Builders by catalogue id. */
export const RAIL_THINGS: Readonly<Record<string, PropBuilder>> = {
  'rail-track': railTrack,
  'platform-face': platformFace,
  'platform-canopy': platformCanopy,
  'canopy-post': canopyPost,
  'station-clock': stationClock,
  semaphore,
  'station-house': stationHouse,
  truss,
  'bridge-portal': portal,
}
