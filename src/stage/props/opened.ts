import type { FurnitureLeaf, Vec3 } from '../../film'
import { box, type MeshBatch, type Paint, paint, rod, shade } from '../geometry'
import { type PropShape, type ShapeLeaf, STEEL, WHITE_WARE } from './prop-shape'

/** Whether a front at a point is a leaf that is drawn apart. */
export const isFront = (leaf: FurnitureLeaf, x: number, y: number, z: number): boolean =>
  x > leaf.x[0] && x < leaf.x[1] && y > leaf.y[0] && y < leaf.y[1] && Math.abs(z - leaf.z) < 1e-3

/** Boards of drawers and carcasses, metres. */
const BOARD_M = 0.016

/** Draws a front where it belongs: in the thing, or in the leaf's own batch; a drawer's box comes behind its front. */
export function onLeaf(b: MeshBatch, apart: ShapeLeaf | undefined, wood: Paint, draw: (b: MeshBatch) => void): void {
  if (!apart) {
    draw(b)
    return
  }
  const { leaf, into } = apart
  const at: Vec3 = leaf.kind === 'door' ? [-leaf.hingeX, 0, -leaf.z] : [0, 0, 0]
  into.at(at, () => {
    draw(into)
    if (leaf.kind === 'drawer') tray(into, leaf, wood)
    else {
      // The back of a door is as broad as its face.
      into.use(shade(wood, 0.8))
      const [x, y] = [(leaf.x[0] + leaf.x[1]) / 2, leaf.y[0]]
      box(into, [x, y + 0.016, leaf.z - 0.011], [leaf.x[1] - leaf.x[0] - 0.03, leaf.y[1] - leaf.y[0] - 0.032, 0.012], 0.003)
    }
  })
}

/** A drawer's bottom, sides and back, and what lies in it. */
function tray(b: MeshBatch, { x: [x0, x1], y: [y0, y1], z, outM }: FurnitureLeaf, wood: Paint): void {
  const [w, long] = [x1 - x0 - 0.05, outM + 0.04]
  const [x, deep] = [(x0 + x1) / 2, Math.max(0.05, (y1 - y0) * 0.7)]
  const y = y0 + 0.022
  b.use(shade(wood, 0.72))
  box(b, [x, y, z - long / 2], [w, 0.01, long])
  for (const s of [-1, 1]) box(b, [x + s * (w / 2 - BOARD_M / 2), y, z - long / 2], [BOARD_M, deep, long], 0.002)
  box(b, [x, y, z - long + BOARD_M / 2], [w, deep, BOARD_M], 0.002)
  b.use(paint('#c9bfa6', 'paper'))
  b.at([x - w * 0.16, y + 0.01, z - long * 0.45], () => box(b, [0, 0, 0], [w * 0.4, 0.012, long * 0.5]), 0.2)
  b.use(paint('#7a3f36', 'paper', 0.6))
  b.at([x + w * 0.22, y + 0.01, z - long * 0.5], () => box(b, [0, 0, 0], [w * 0.26, 0.03, long * 0.46], 0.004), -0.12)
}

/** The body of a cupboard: solid; or boards round a hollow, with what is kept in it, where one of its doors opens. */
export function carcass(s: PropShape, [x, y, z]: Vec3, [w, h, d]: Vec3, bevel: number, inside: 'clothes' | 'food' | 'ware'): void {
  const { b } = s
  const open = s.leaves.find(({ leaf }) => leaf.kind === 'door')
  if (!open) {
    box(b, [x, y, z], [w, h, d], bevel)
    return
  }
  const wood = b.paint
  const [from, to] = [Math.max(y, open.leaf.y[0] - 0.02), Math.min(y + h, open.leaf.y[1] + 0.02)]
  // What is above and below the door's room stays solid.
  if (from - y > 0.01) box(b, [x, y, z], [w, from - y, d], 0.002)
  if (y + h - to > 0.01) box(b, [x, to, z], [w, y + h - to, d], 0.002)
  for (const k of [-1, 1]) box(b, [x + k * (w / 2 - BOARD_M / 2), from, z], [BOARD_M, to - from, d], 0.002)
  b.use(inside === 'food' ? paint('#e6e4da', 'plain', 0.4) : shade(wood, 0.62))
  box(b, [x, from, z - d / 2 + BOARD_M / 2], [w - 2 * BOARD_M, to - from, BOARD_M])
  if (inside === 'food') for (const k of [-1, 1]) box(b, [x + k * (w / 2 - BOARD_M * 1.5), from, z - 0.01], [0.006, to - from, d - 0.04])
  b.at([x, from, z], () => kept(s, w - 2 * BOARD_M, to - from, d, inside))
  b.use(wood)
}

/** What is kept behind a door: on its shelves, or on a rail. */
function kept(s: PropShape, w: number, h: number, d: number, inside: 'clothes' | 'food' | 'ware'): void {
  const { b, rnd } = s
  if (inside === 'clothes') {
    b.use(STEEL)
    rod(b, [-w / 2, h - 0.09, 0], [w / 2, h - 0.09, 0], 0.012)
    for (let x = -w / 2 + 0.06; x < w / 2 - 0.05; x += rnd.range(0.07, 0.11)) {
      b.use(paint(rnd.pick(['#5a6a7a', '#7a4a42', '#8a8468', '#3f4448', '#6a5a74', '#a08a66']), 'fabric', 0.8))
      const long = Math.min(h - 0.2, rnd.range(0.75, 1.1))
      box(b, [x, h - 0.13 - long, 0], [0.045, long, d * rnd.range(0.62, 0.78)], 0.02)
    }
    return
  }
  const shelves = Math.max(2, Math.round(h / 0.34))
  for (let i = 0; i < shelves; i++) {
    const y = (i * h) / shelves
    if (i > 0) {
      b.use(inside === 'food' ? paint('#cfd8d8', 'plain', 0.2) : shade(b.paint, 1))
      box(b, [0, y, -0.02], [w, 0.012, d - 0.08])
    }
    for (let x = -w / 2 + 0.08; x < w / 2 - 0.07; x += rnd.range(0.1, 0.15)) {
      if (rnd.chance(0.18)) continue
      const tall = Math.min(h / shelves - 0.06, rnd.range(0.07, 0.24))
      const z = rnd.range(-0.05, 0.06)
      if (inside === 'food')
        b.use(paint(rnd.pick(['#e8e4da', '#b8452f', '#5f8a4a', '#d6a43c', '#7a9ab0', '#c98f5a', '#8c3f52']), 'plain', 0.35))
      else b.use(rnd.chance(0.7) ? WHITE_WARE : paint('#8a5a44', 'plain', 0.35))
      box(b, [x, y + 0.013, z], [rnd.range(0.06, 0.085), tall, rnd.range(0.06, 0.1)], 0.016)
    }
  }
}
