import { type Garment, lerp, type Vec3 } from '../../film'
import type { Over } from './accessories'
import { clothLook, ribLook, trimLook } from './cloth'
import { foldedCollar, lapels } from './collars'
import type { Band } from './loft'
import type { Look } from './mesh-builder'
import { patch } from './sheet'
import type { TopCut } from './tops'
import { buttons, hood, neckBinding, roundCollar, suitRing } from './trims'

type Grid = readonly (readonly number[])[]
const PEARL: Look = { colour: [0.7, 0.68, 0.62], kind: 'plastic', roughness: 0.35 }
const BRASS: Look = { colour: [0.66, 0.5, 0.24], kind: 'metal', metalness: 1, roughness: 0.34 }

/** The same cloth a shade darker or lighter. */
export const shaded = (look: Look, k: number): Look => ({ ...look, colour: [look.colour[0] * k, look.colour[1] * k, look.colour[2] * k] })

/** Ribbed hems, shirt cuffs, stitched edges: bands of the trunk by height and of sleeves by distance from their end. */
export function bandsOf(g: Garment, cut: TopCut, h: number): { bands: Band[]; cuffs: Band[] } {
  const rib = ribLook(g)
  const stitch = (at: number): Band => ({ from: at, to: at + 0.0016 * h, lift: -0.0011 * h, tint: 0.62 })
  switch (g.kind) {
    case 'sweater':
      return {
        bands: [{ from: cut.hemY - 1, to: cut.hemY + 0.03 * h, lift: -0.0025 * h, look: rib }],
        cuffs: [{ from: -1, to: 0.028 * h, lift: -0.003 * h, look: rib }],
      }
    case 'shirt':
    case 'pyjamas':
    case 'uniform':
      return { bands: [stitch(cut.hemY + 0.008 * h)], cuffs: [{ from: -1, to: 0.031 * h, lift: 0.0022 * h }] }
    case 'jacket':
      return {
        bands: [{ from: cut.hemY - 1, to: cut.hemY + 0.026 * h, lift: g.material === 'leather' ? -0.002 * h : 0.002 * h }],
        cuffs: [{ from: -1, to: 0.026 * h, lift: 0.0022 * h }],
      }
    case 'parka':
      return { bands: [], cuffs: [{ from: -1, to: 0.02 * h, lift: -0.004 * h, look: rib }] }
    case 'coat':
    case 'suit-jacket':
    case 'lab-coat':
      return { bands: [stitch(cut.hemY + 0.016 * h)], cuffs: [stitch(0.034 * h)] }
    case 'robe':
      return { bands: [], cuffs: [{ from: -1, to: 0.045 * h, lift: 0.002 * h, look: trimLook(g) }] }
    case 'dress':
      return {
        bands: [stitch(cut.hemY + 0.012 * h)],
        cuffs: [stitch(0.008 * h)],
      }
    default:
      return { bands: [stitch(cut.hemY + 0.011 * h)], cuffs: [stitch(0.009 * h)] }
  }
}

/**
 * What is sewn to a shirt, sweater, T-shirt, dress or uniform.
 * @param under a coat or jacket is worn over it. @param shirt the look of a collar that shows above a sweater.
 */
export function finishInner(o: Over, g: Garment, grid: Grid, cut: TopCut, tucked: boolean, under: boolean, shirt?: Look): void {
  const { body } = o
  const { h } = body
  const look = clothLook(g)
  const trim = trimLook(g)
  const low = tucked ? body.waistY - 0.004 * h : cut.hemY + 0.012 * h
  switch (g.kind) {
    case 'sweater':
      if (shirt) foldedCollar(o, grid, shirt, { stand: 0.018, fall: 0.026, point: 0.04, lift: 0.004, closed: true, under })
      else roundCollar(o, ribLook(g), 0.012, 0.02)
      break
    case 't-shirt':
      roundCollar(o, ribLook(g), 0.006, 0.0095)
      break
    case 'dress':
      // Cut wider than the neck: its edge is bound where it is.
      neckBinding(
        o,
        trim,
        (grid.at(-1) ?? []).map((i): Vec3 => [o.b.positions[i * 3]!, o.b.positions[i * 3 + 1]!, o.b.positions[i * 3 + 2]!]),
      )
      break
    case 'shirt':
    case 'pyjamas':
    case 'uniform': {
      const leaf = g.kind === 'uniform' ? trim : look
      // It stands a finger's breadth above a jacket's.
      const stand = under ? 0.024 : 0.02
      const top = cut.vOpen > 0 ? cut.buttonY : body.neckY - 0.012 * h
      if (cut.vOpen > 0) foldedCollar(o, grid, leaf, { stand, fall: 0.03, point: 0.052, lift: 0.003, pressed: true, under })
      else foldedCollar(o, grid, leaf, { stand, fall: 0.028, point: 0.042, lift: 0.003, closed: true, pressed: true, under })
      patch(o, shaded(look, 0.96), {
        from: low,
        to: top,
        theta: 0,
        half: 0.125,
        thick: 0.0024 * h,
        columns: 2,
        rows: o.detail === 'full' ? 14 : 7,
      })
      const placket = { ...o, field: (x: number, y: number, z: number) => o.field(x, y, z) - 0.0022 * h }
      buttons(placket, g.kind === 'uniform' ? BRASS : PEARL, top - 0.008 * h, low + 0.02 * h)
      const pocket = { from: body.chestY - 0.04 * h, to: body.chestY + 0.012 * h, half: 0.24, thick: 0.0024 * h }
      if (g.kind === 'uniform')
        for (const s of [1, -1]) {
          patch(o, look, { ...pocket, theta: s * 0.62, point: 0.006 * h })
          patch(o, shaded(look, 0.9), {
            ...pocket,
            from: body.chestY + 0.002 * h,
            to: body.chestY + 0.017 * h,
            half: 0.255,
            thick: 0.0045 * h,
            theta: s * 0.62,
            point: 0.006 * h,
            rows: 1,
          })
          const strap = body.shoulder[0]
          epaulette(o, trim, s, strap)
        }
      else patch(o, look, { ...pocket, theta: 0.62, point: 0.008 * h })
      break
    }
    case 'spacesuit':
      suitRing(o, trim)
      break
    default:
  }
}

/** A strap on the shoulder with its button. */
function epaulette(o: Over, look: Look, side: number, reach: number): void {
  const { body, b } = o
  const { h } = body
  const start = b.count
  const startIndex = b.index.length
  const z = body.pose.at('neck')[2]
  const rows = Array.from({ length: 9 }, (_, i) => {
    const x = side * reach * lerp(0.5, 0.86, i / 8)
    return [-1, 1].map((k) => {
      let y = body.shoulderY + 0.08 * h
      for (let n = 0; n < 40 && o.field(x, y, z + k * 0.013 * h) > 0.0005; n++)
        y -= Math.max(0.0005, o.field(x, y, z + k * 0.013 * h) * 0.8)
      return b.vertex([x, y + 0.004 * h, z + k * 0.013 * h], [0, 0, 0], look, o.weights.body([x, y, z]))
    })
  })
  for (let i = 0; i < 8; i++) {
    const [p, q, r, t] = [rows[i]![0]!, rows[i]![1]!, rows[i + 1]![1]!, rows[i + 1]![0]!]
    if (side > 0) b.quad(p, q, r, t)
    else b.quad(p, t, r, q)
  }
  b.smoothNormals(start, startIndex)
}

/** What is sewn to a coat, a jacket, a robe or a parka. */
export function finishOuter(o: Over, g: Garment, grid: Grid, cut: TopCut): void {
  const { body } = o
  const { h } = body
  const look = clothLook(g)
  const leaf = shaded(look, 0.78)
  const horn: Look = {
    colour: [look.colour[0] * 0.3 + 0.012, look.colour[1] * 0.3 + 0.01, look.colour[2] * 0.3 + 0.009],
    kind: 'plastic',
    roughness: 0.3,
  }
  const flap = (theta: number, y: number, half: number, tall: number, slant = 0) =>
    patch(o, leaf, { from: y - tall * h, to: y, theta, half, thick: 0.0034 * h, slant: slant * h, rows: 2 })
  if (g.kind === 'parka') {
    hood(o, look, { ...trimLook(g), colour: [0.32, 0.25, 0.17], kind: 'hair', roughness: 0.95, pattern: 0 })
    buttons(o, { colour: [0.05, 0.05, 0.05], kind: 'plastic', roughness: 0.4 }, body.chestY + 0.04 * h, cut.hemY + 0.06 * h)
    for (const s of [1, -1])
      patch(o, look, { from: body.hipY - 0.045 * h, to: body.hipY + 0.02 * h, theta: s * 0.72, half: 0.27, thick: 0.005 * h })
    return
  }
  const top = cut.buttonY
  if (g.kind === 'robe') {
    lapels(o, grid, trimLook(g), { button: top - 0.1 * h, wide: 0.034, notch: 1, lift: 0.004, shawl: true })
    return
  }
  const wide = g.kind === 'coat' ? 0.062 : g.kind === 'jacket' ? 0.046 : 0.052
  lapels(o, grid, leaf, { button: top, wide, notch: 0.66, lift: 0.0042 })
  foldedCollar(o, grid, shaded(look, 0.84), {
    stand: g.kind === 'jacket' ? 0.022 : 0.019,
    fall: g.kind === 'coat' ? 0.044 : 0.034,
    point: g.kind === 'coat' ? 0.05 : 0.04,
    lift: 0.0062,
  })
  if (g.kind === 'jacket') {
    buttons(o, g.material === 'leather' || g.material === 'nylon' ? BRASS : horn, top, cut.hemY + 0.014 * h, 4, 0.1)
    for (const s of [1, -1]) {
      patch(o, look, {
        from: body.chestY - 0.045 * h,
        to: body.chestY + 0.004 * h,
        theta: s * 0.66,
        half: 0.22,
        thick: 0.003 * h,
        point: 0.006 * h,
      })
      flap(s * 0.66, body.chestY + 0.008 * h, 0.235, 0.016)
    }
    return
  }
  const low = body.hipY + (g.kind === 'coat' ? 0.012 : 0.014) * h
  if (g.kind === 'lab-coat') {
    for (const s of [1, -1]) patch(o, look, { from: low - 0.07 * h, to: low, theta: s * 0.72, half: 0.27, thick: 0.0032 * h, rows: 4 })
    patch(o, look, { from: body.chestY - 0.03 * h, to: body.chestY + 0.008 * h, theta: 0.66, half: 0.2, thick: 0.003 * h })
  } else {
    for (const s of [1, -1]) flap(s * 0.82, low, 0.26, 0.021, g.kind === 'coat' ? 0.006 : 0.002)
    if (g.kind === 'suit-jacket') flap(0.72, body.chestY + 0.004 * h, 0.15, 0.009, 0.002)
  }
  const n = g.kind === 'suit-jacket' ? 2 : 3
  buttons(
    o,
    horn,
    top - 0.004 * h,
    Math.max(cut.hemY + 0.05 * h, g.kind === 'coat' ? body.hipY + 0.01 * h : body.waistY - 0.03 * h),
    n,
    0.1,
  )
}
