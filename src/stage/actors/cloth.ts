import { type Garment, hash32, hexToLinear, mix32, type Vec3 } from '../../film'
import { type Look, PATTERNS } from './mesh-builder'

const ROUGHNESS: Readonly<Record<Garment['material'], number>> = {
  cotton: 0.86,
  denim: 0.88,
  leather: 0.42,
  wool: 0.95,
  silk: 0.48,
  nylon: 0.68,
  metal: 0.3,
  plastic: 0.4,
  straw: 0.9,
}

/** What is striped by the thread, not by the hand's breadth. */
const TAILORED: ReadonlySet<Garment['kind']> = new Set(['suit-jacket', 'trousers', 'vest', 'skirt'])

/** The look of a garment's cloth. */
export function clothLook(g: Garment): Look {
  const wet = g.condition === 'wet'
  const k = wet ? 0.62 : g.condition === 'worn' ? 0.94 : 1
  const c = hexToLinear(g.colour)
  const a = hexToLinear(g.accent ?? g.colour)
  return {
    colour: [c[0] * k, c[1] * k, c[2] * k],
    accent: [a[0] * k, a[1] * k, a[2] * k],
    kind: g.material === 'leather' ? 'leather' : g.material === 'metal' ? 'metal' : g.material === 'plastic' ? 'plastic' : 'cloth',
    metalness: g.material === 'metal' ? 1 : 0,
    // Wet cloth is darker first, and shines a little: it stays cloth.
    roughness: wet ? Math.max(0.56, ROUGHNESS[g.material] * 0.75) : ROUGHNESS[g.material],
    pattern:
      g.pattern === 'stripes' && TAILORED.has(g.kind)
        ? PATTERNS.pinstripe
        : g.pattern !== 'plain'
          ? PATTERNS[g.pattern]
          : g.material === 'wool'
            ? PATTERNS.knit
            : PATTERNS.plain,
  }
}

/** Trim, collars and cuffs: the accent where there is one, else a shade of the cloth. */
export function trimLook(g: Garment): Look {
  const look = clothLook(g)
  if (g.accent && g.pattern === 'plain') return { ...look, colour: look.accent!, pattern: 0 }
  return { ...look, colour: [look.colour[0] * 0.72, look.colour[1] * 0.72, look.colour[2] * 0.72] }
}

/** Mud, blood and tears as patches, from the garment's own key. */
export function wearOf(g: Garment, key: string, base: Look): ((p: Vec3) => { look?: Look; tint?: number } | undefined) | undefined {
  if (g.condition !== 'dirty' && g.condition !== 'bloodied' && g.condition !== 'damaged') return undefined
  const seed = hash32(`${key}/${g.kind}`)
  const lattice = (x: number, y: number, z: number) =>
    mix32(seed + Math.imul(x, 73856093) + Math.imul(y, 19349663) + Math.imul(z, 83492791)) / 4294967296
  const patch = (p: Vec3) => {
    const q = p.map((v) => v * 11)
    const i = q.map(Math.floor)
    const f = q.map((v, k) => v - i[k]!)
    let sum = 0
    for (let c = 0; c < 8; c++) {
      const [dx, dy, dz] = [c & 1, (c >> 1) & 1, (c >> 2) & 1]
      sum += lattice(i[0]! + dx, i[1]! + dy, i[2]! + dz) * (dx ? f[0]! : 1 - f[0]!) * (dy ? f[1]! : 1 - f[1]!) * (dz ? f[2]! : 1 - f[2]!)
    }
    return sum
  }
  const mark: Vec3 =
    g.condition === 'bloodied'
      ? [0.13, 0.006, 0.006]
      : g.condition === 'dirty'
        ? [0.07, 0.05, 0.032]
        : [base.colour[0] * 0.25, base.colour[1] * 0.25, base.colour[2] * 0.25]
  return (p) => {
    const w = Math.min(1, Math.max(0, (patch(p) - 0.52) * 9))
    if (w <= 0) return undefined
    const mixed = (c: Vec3): Vec3 => [c[0] + (mark[0] - c[0]) * w, c[1] + (mark[1] - c[1]) * w, c[2] + (mark[2] - c[2]) * w]
    return { look: { ...base, colour: mixed(base.colour), accent: mixed(base.accent ?? base.colour) } }
  }
}
