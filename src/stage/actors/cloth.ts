import { type Garment, hexToLinear } from '../../film'
import { type Kind, type Look, PATTERNS, type Wear } from './mesh-builder'

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

/** Which of the material's surfaces each is; what is not here is plain cloth. */
const SURFACE: Partial<Record<Garment['material'], Kind>> = {
  leather: 'leather',
  metal: 'metal',
  plastic: 'plastic',
  denim: 'denim',
  wool: 'wool',
  silk: 'silk',
  nylon: 'nylon',
}

/** How deep a cloth folds: soft ones most. */
export const SOFTNESS: Readonly<Record<Garment['material'], number>> = {
  cotton: 1,
  denim: 0.85,
  leather: 0.8,
  wool: 0.75,
  silk: 1.15,
  nylon: 0.75,
  metal: 0,
  plastic: 0,
  straw: 0,
}

/** What a garment has been through, all that is said of it. */
export function wearOf(g: Garment): Wear {
  const states = [g.condition, ...(g.also ?? [])]
  const has = (state: Garment['condition']) => (states.includes(state) ? 1 : 0)
  return {
    worn: Math.max(has('worn'), has('damaged') * 0.6),
    soil: has('dirty'),
    blood: has('bloodied'),
    damage: has('damaged'),
    wet: has('wet'),
  }
}

/** What is striped by the thread, not by the hand's breadth. */
const TAILORED: ReadonlySet<Garment['kind']> = new Set(['suit-jacket', 'trousers', 'vest', 'skirt'])

/** Stripes of what is knitted in the round go round. */
const HOOPED: ReadonlySet<Garment['kind']> = new Set(['t-shirt', 'sweater', 'scarf', 'beanie'])

const KNITTED: ReadonlySet<Garment['kind']> = new Set(['sweater', 'scarf', 'beanie', 'gloves'])

/** The look of a garment's cloth. */
export function clothLook(g: Garment): Look {
  return {
    colour: hexToLinear(g.colour),
    accent: hexToLinear(g.accent ?? g.colour),
    kind: SURFACE[g.material] ?? 'cloth',
    metalness: g.material === 'metal' ? 1 : 0,
    roughness: ROUGHNESS[g.material],
    wear: wearOf(g),
    pattern:
      g.pattern === 'stripes' && TAILORED.has(g.kind)
        ? PATTERNS.pinstripe
        : g.pattern === 'stripes' && HOOPED.has(g.kind)
          ? PATTERNS.hoops
          : g.pattern !== 'plain'
            ? PATTERNS[g.pattern]
            : g.material === 'wool' && KNITTED.has(g.kind)
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

/** Ribbing at hems and necks of knitted things. */
export const ribLook = (g: Garment): Look => {
  const look = trimLook(g)
  return { ...look, accent: [look.colour[0] * 0.7, look.colour[1] * 0.7, look.colour[2] * 0.7], pattern: PATTERNS.rib }
}
