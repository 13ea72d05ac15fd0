import { box, cylinder, ellipsoid, paint, rod, shade } from '../geometry'
import { lump } from './nature'
import type { PropBuilder, PropShape } from './prop-shape'

const STONE = '#9a9080'

/** Courses of dressed stone from the floor up to `top(x)`, those in `gap` left out; x from the middle, metres. */
function masonry(s: PropShape, top: (x: number) => number, gap: (x: number, y: number) => boolean): void {
  const { b, w, d, rnd } = s
  const stone = s.main(STONE, 'plaster', 0.95)
  const course = 0.32
  for (let j = 0; j * course < s.h; j++) {
    const long = j % 2 ? 0.56 : 0.7
    const n = Math.max(1, Math.round(w / long))
    for (let i = 0; i < n; i++) {
      const x = ((i + 0.5 + (j % 2 ? 0.12 : -0.12)) / n - 0.5) * w
      const y = j * course
      if (Math.abs(x) + w / n / 2 > w / 2 + 0.09 || y + course * 0.6 > top(x) || gap(x, y + course / 2)) continue
      b.use(shade(stone, rnd.range(0.8, 1.15)))
      box(b, [x, y, rnd.range(-0.02, 0.02)], [w / n - 0.012, course - 0.012, d * rnd.range(0.9, 1)], 0.035)
    }
  }
  // Moss and grass where the wall has broken off.
  for (let i = 0; i < Math.round(w * 1.6); i++) {
    const x = rnd.range(-0.44, 0.44) * w
    const y = Math.floor(top(x) / course) * course - 0.03
    if (y < 0.2 || gap(x, y - course / 2)) continue
    b.use(shade(paint('#66703f', 'foliage'), rnd.range(0.8, 1.2)))
    ellipsoid(b, [x, y, rnd.range(-0.3, 0.3) * d], [rnd.range(0.12, 0.26), 0.05, d * 0.3], 7, 4, 0.2)
  }
}

/** A wall that has fallen to a ragged slope, with what is left of a window. */
const ruinWall: PropBuilder = (s) => {
  const k = s.rnd.range(0, 9)
  const slope = s.rnd.pick([-1, 1])
  const top = (x: number) =>
    s.h * Math.min(1, Math.max(0.16, 0.62 + (slope * 0.85 * x) / s.w + 0.16 * Math.sin(x * 2.3 + k) + 0.1 * Math.sin(x * 5.9 + k)))
  const at = slope * s.w * 0.22
  const wide = Math.min(0.5, s.w * 0.13)
  masonry(s, top, (x, y) => Math.abs(x - at) < wide && y > 1 && y < 2.1)
}

/** Two piers and a round arch with its wedge stones, the wall above it broken. */
const ruinArch: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const pier = w * 0.2
  const half = w / 2 - pier
  const spring = h * 0.56
  const stone = s.main(STONE, 'plaster', 0.95)
  const courses = Math.round(spring / 0.34)
  for (const side of [-1, 1])
    for (let j = 0; j < courses; j++) {
      b.use(shade(stone, rnd.range(0.8, 1.15)))
      box(
        b,
        [side * (half + pier / 2), (j * spring) / courses, 0],
        [pier * rnd.range(0.96, 1), spring / courses - 0.012, d * rnd.range(0.94, 1)],
        0.04,
      )
    }
  const n = 13
  for (let i = 0; i < n; i++) {
    const a = ((i + 0.5) / n) * Math.PI
    b.use(shade(stone, rnd.range(0.85, 1.2)))
    b.at(
      [Math.cos(a) * half, spring + Math.sin(a) * half, 0],
      () => box(b, [0, 0, 0], [(Math.PI * half) / n + 0.04, pier * 0.62, d], 0.03),
      0,
      0,
      a - Math.PI / 2,
    )
  }
  for (let i = 0; i < 9; i++) {
    const x = (i / 8 - 0.5) * w * 0.92
    const low = spring + Math.sqrt(Math.max(0, (half + pier * 0.6) ** 2 - x * x))
    const high = h * (i < 5 ? 1 : 0.86 - i * 0.02)
    if (high - low < 0.12) continue
    b.use(shade(stone, rnd.range(0.8, 1.1)))
    box(b, [x, low - 0.05, 0], [(w * 0.92) / 8 - 0.01, high - low, d * 0.9], 0.03)
  }
}

/** A column of drums, broken off at a slant. */
const brokenColumn: PropBuilder = (s) => {
  const { b, w, h, rnd } = s
  const stone = s.main('#a89e8c', 'plaster', 0.95)
  b.use(shade(stone, 0.9))
  box(b, [0, 0, 0], [w, 0.22, w], 0.04)
  const drums = Math.max(1, Math.round((h - 0.3) / 0.75))
  for (let i = 0; i < drums; i++) {
    const y = 0.22 + (i * (h - 0.3)) / drums
    b.use(shade(stone, rnd.range(0.85, 1.12)))
    cylinder(b, [rnd.range(-0.02, 0.02), y, rnd.range(-0.02, 0.02)], w * 0.37, (h - 0.3) / drums - 0.012, {
      top: w * 0.36,
      sides: 18,
      bevel: 0.02,
    })
  }
  b.use(shade(stone, 0.95))
  b.at([w * 0.03, h - 0.14, 0], () => cylinder(b, [0, 0, 0], w * 0.33, 0.13, { top: w * 0.2, sides: 9 }), 0, 0.16, 0.2)
}

/** Fallen stones, some still square, with grass between. */
const rubble: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  const stone = s.main(STONE, 'plaster', 0.95)
  for (let i = 0; i < 15; i++) {
    const far = Math.sqrt(rnd.next()) * 0.42
    const a = rnd.range(0, 6.28)
    const size = rnd.range(0.16, 0.42) * Math.min(1, h)
    const at = [Math.cos(a) * far * w, 0, Math.sin(a) * far * d] as const
    b.use(shade(stone, rnd.range(0.75, 1.15)))
    if (i % 3 === 0) lump(s, [at[0], size * 0.4, at[2]], [size * 0.7, size * 0.6, size * 0.6], 8, 6)
    else
      b.at(
        [at[0], i % 2 ? 0 : h * 0.25 * (1 - far * 2), at[2]],
        () => box(b, [0, 0, 0], [size * 1.4, size, size], 0.04),
        rnd.range(0, 3),
        rnd.range(-0.3, 0.3),
        rnd.range(-0.25, 0.25),
      )
  }
  for (let i = 0; i < 18; i++) {
    b.use(shade(paint('#6b7344', 'grass'), rnd.range(0.8, 1.2)))
    const at = [rnd.range(-0.48, 0.48) * w, 0, rnd.range(-0.48, 0.48) * d] as const
    rod(b, [at[0], 0, at[2]], [at[0] + rnd.range(-0.08, 0.08), rnd.range(0.14, 0.34), at[2] + rnd.range(-0.08, 0.08)], 0.01, {
      top: 0.002,
      sides: 3,
    })
  }
}

/** Builders by catalogue id. */
export const RUIN_THINGS: Readonly<Record<string, PropBuilder>> = {
  'ruin-wall': ruinWall,
  'ruin-arch': ruinArch,
  'broken-column': brokenColumn,
  rubble,
}
