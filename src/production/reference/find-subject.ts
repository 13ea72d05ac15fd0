import { codeOf, type LightGrid } from './shrink-photo'

/** Cells of one thing in a picture: what light is read from. */
export interface Subject {
  /** `face`: what has a skin's colour; `thing`: what stands out from the picture's border. */
  readonly of: 'face' | 'thing'
  readonly cells: readonly number[]
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
}

/** Skin in 8-bit YCbCr (Chai and Ngan, "Face segmentation using skin-color map", 1999). */
const SKIN = { cb: [77, 127], cr: [133, 173] } as const

function isSkin(grid: LightGrid, i: number): boolean {
  const [r, g, b] = [codeOf(grid.rgb[i * 3]!), codeOf(grid.rgb[i * 3 + 1]!), codeOf(grid.rgb[i * 3 + 2]!)]
  const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b
  const cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b
  return cb >= SKIN.cb[0] && cb <= SKIN.cb[1] && cr >= SKIN.cr[0] && cr <= SKIN.cr[1] && grid.light[i]! > 0.003
}

/** Pieces of a mask that hang together by their sides, each with its box. */
function pieces(grid: LightGrid, mask: Uint8Array, of: Subject['of']): Subject[] {
  const { width, height } = grid
  const seen = new Uint8Array(mask.length)
  const out: Subject[] = []
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start] || seen[start]) continue
    const cells = [start]
    seen[start] = 1
    let [x0, x1, y0, y1] = [width, 0, height, 0]
    for (let n = 0; n < cells.length; n++) {
      const i = cells[n]!
      const [x, y] = [i % width, Math.floor(i / width)]
      x0 = Math.min(x0, x)
      x1 = Math.max(x1, x)
      y0 = Math.min(y0, y)
      y1 = Math.max(y1, y)
      const near = [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, y > 0 ? i - width : -1, y < height - 1 ? i + width : -1]
      for (const j of near)
        if (j >= 0 && mask[j] && !seen[j]) {
          seen[j] = 1
          cells.push(j)
        }
    }
    out.push({ of, cells, x0, x1, y0, y1 })
  }
  return out
}

/** Fewest cells that shading is read from. */
const FEWEST = 40

/** How much a piece is like a head: round, filled, not cut by the picture's border, not most of it; 0 for what is none. */
function roundness(grid: LightGrid, { cells, x0, x1, y0, y1 }: Subject, largest: number): number {
  const [w, h] = [x1 - x0 + 1, y1 - y0 + 1]
  const share = cells.length / (grid.width * grid.height)
  const cut = Number(x0 === 0) + Number(x1 === grid.width - 1) + Number(y0 === 0) + Number(y1 === grid.height - 1)
  if (cells.length < FEWEST || share > largest || cut > 1 || w / h > 2 || h / w > 2.6) return 0
  const filled = cells.length / (w * h)
  return filled < 0.4 ? 0 : cells.length * filled * (cut ? 0.4 : 1)
}

/** The head, or else the thing, that a picture's light is best read from; undefined where nothing stands out. */
export function findSubject(grid: LightGrid): Subject | undefined {
  const n = grid.light.length
  const best = (list: readonly Subject[], largest: number) =>
    list
      .map((s) => ({ s, r: roundness(grid, s, largest) }))
      .filter(({ r }) => r > 0)
      .sort((a, b) => b.r - a.r || a.s.cells[0]! - b.s.cells[0]!)[0]?.s
  const skin = Uint8Array.from({ length: n }, (_, i) => Number(isSkin(grid, i)))
  const head = best(pieces(grid, skin, 'face'), 0.3)
  // Brown hair and wood have a skin's hue as well, and another colour than the skin beside them.
  const face = head && best(pieces(grid, likeItsBright(grid, head), 'face'), 0.3)
  const found = face ?? head ?? best(pieces(grid, standsOut(grid), 'thing'), 0.6)
  return found && roundest(grid, found)
}

/** How far beyond the largest disc that fits in a piece its round part goes, of the disc's radius. */
const ROUND = 1.35

/** The round part of a piece: what lies about the middle of the largest disc that fits in it, without neck, hair and limbs. */
function roundest({ width, height }: LightGrid, piece: Subject): Subject {
  // Steps to the nearest cell that is none of it: 2 along rows and columns, 3 across corners, halves of a cell (Borgefors 1986).
  const far = new Int32Array(width * height)
  for (const i of piece.cells) far[i] = 1 << 20
  const near = (i: number, dx: number, dy: number, cost: number) => {
    const [x, y] = [(i % width) + dx, Math.floor(i / width) + dy]
    far[i] = Math.min(far[i]!, (x < 0 || y < 0 || x >= width || y >= height ? 0 : far[y * width + x]!) + cost)
  }
  const cells = piece.cells.toSorted((a, b) => a - b)
  for (const i of cells)
    for (const [dx, dy, c] of [
      [-1, 0, 2],
      [-1, -1, 3],
      [0, -1, 2],
      [1, -1, 3],
    ] as const)
      near(i, dx, dy, c)
  for (const i of cells.toReversed())
    for (const [dx, dy, c] of [
      [1, 0, 2],
      [1, 1, 3],
      [0, 1, 2],
      [-1, 1, 3],
    ] as const)
      near(i, dx, dy, c)
  const middle = cells.reduce((best, i) => (far[i]! > far[best]! ? i : best))
  const [cx, cy, radius] = [middle % width, Math.floor(middle / width), (far[middle]! / 2) * ROUND]
  const kept = cells.filter((i) => Math.hypot((i % width) - cx, Math.floor(i / width) - cy) <= radius)
  if (kept.length < FEWEST / 2) return piece
  const xs = kept.map((i) => i % width)
  const ys = kept.map((i) => Math.floor(i / width))
  return { of: piece.of, cells: kept, x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) }
}

/** How much redder or yellower skin may be than where it is brightest, in natural logarithms. */
const SAME_SKIN = 0.3

/** The cells of a piece that have the hue of its brightest fifth. */
function likeItsBright({ rgb, light }: LightGrid, { cells }: Subject): Uint8Array {
  const mask = new Uint8Array(light.length)
  const ratios = (i: number) => {
    const [r, g, b] = [rgb[i * 3]! + 1e-4, rgb[i * 3 + 1]! + 1e-4, rgb[i * 3 + 2]! + 1e-4]
    return [Math.log(r / g), Math.log(g / b)] as const
  }
  const bright = cells.toSorted((a, b) => light[b]! - light[a]! || a - b).slice(0, Math.max(8, Math.floor(cells.length / 5)))
  const middle = (k: 0 | 1) => bright.map((i) => ratios(i)[k]).sort((a, b) => a - b)[Math.floor(bright.length / 2)]!
  const [red, yellow] = [middle(0), middle(1)]
  for (const i of cells) {
    const [a, b] = ratios(i)
    if (Math.abs(a - red) < SAME_SKIN && Math.abs(b - yellow) < SAME_SKIN * 1.6) mask[i] = 1
  }
  return mask
}

/** How far a cell is from what the border is like before it stands out; shares of the colour code. */
const APART = 26

/** Cells that are unlike the picture's border. */
function standsOut({ width, height, rgb, light }: LightGrid): Uint8Array {
  const border: number[] = []
  for (let i = 0; i < light.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)]
    if (x < 2 || y < 2 || x >= width - 2 || y >= height - 2) border.push(i)
  }
  const middle = [0, 1, 2].map((c) => {
    const codes = border.map((i) => codeOf(rgb[i * 3 + c]!)).sort((a, b) => a - b)
    return codes[Math.floor(codes.length / 2)] ?? 0
  })
  return Uint8Array.from({ length: light.length }, (_, i) =>
    Number(Math.max(...[0, 1, 2].map((c) => Math.abs(codeOf(rgb[i * 3 + c]!) - middle[c]!))) > APART),
  )
}
