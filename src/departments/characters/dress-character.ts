import { type Garment, type Random, random } from '../../film'
import { type NamedGarment, readWardrobe, shade } from './read-wardrobe'
import { type Kind, LEG_COLOURS, LOOKS, MATERIAL, ORDER, PALETTES, SHOE_COLOURS, SLOT, type Slot, WHOLE } from './wardrobe-tables'
import { TRADES } from './wardrobe-words'

/** A whole wardrobe: what the script names, then what the trade wears, then a designed look from the seed. Innermost first. */
export function dressCharacter(
  key: string,
  name: string,
  description: string,
  age: number,
  sex: 'female' | 'male',
): { wardrobe: Garment[]; named: NamedGarment[]; seeded: Kind[] } {
  const rng = random(`${key}/wardrobe`)
  const named = readWardrobe(description).map(
    (g): NamedGarment => (g.cloth && sex === 'male' ? { ...g, kind: 'suit-jacket', suit: true } : g),
  )
  // What the script colours should stand out, so the rest comes from a palette of another strong colour.
  const apart = PALETTES.filter((p) => named.every((g) => !g.colour || distance(g.colour, p[0]) > 0.34))
  const [strong, companion, dark, light] = rng.pick(apart.length > 0 ? apart : PALETTES)
  // Two of one palette are told apart by how deep their colours are; a stream of its own changes nothing else.
  const depth = random(`${key}/depth`)
  const palette = [shade(strong, depth.range(0.7, 1.25)), shade(companion, depth.range(0.7, 1.25)), dark, light] as const
  // Drawn from a stream of its own, so that it changes nobody's other clothes. Dark legs on everybody would make a crowd of a cast.
  const below = random(`${key}/legs`)
  const legColour = below.chance(0.65) ? below.pick(LEG_COLOURS) : palette[2]
  const worn = new Map<Kind, Garment>()
  const seeded: Kind[] = []
  const has = (slot: Slot) => [...worn.keys()].some((k) => SLOT[k] === slot)
  const whole = () => [...worn.keys()].some((k) => WHOLE.includes(k) && k !== 'robe') || worn.has('overalls')
  const put = (kind: Kind, colour: string, extra: Partial<Garment> = {}) => {
    if (worn.has(kind)) return
    worn.set(kind, { kind, colour, pattern: 'plain', material: MATERIAL[kind] ?? 'cotton', condition: 'pristine', ...extra })
  }
  const trade = TRADES.find((t) => t.words.test(`${name} ${description}`.toLowerCase()))
  for (const g of named) {
    // A police uniform is a policeman's.
    const usual = g.colour ? undefined : trade?.wears.find((p) => p.kind === g.kind)
    // A woven pattern wants a colour of its own to be seen in.
    const woven = !g.colour && (g.pattern === 'plaid' || g.pattern === 'check') && SLOT[g.kind] !== 'feet'
    // Pinstripes are chalk on a banker's dark cloth.
    const chalk = !g.colour && g.kind === 'suit-jacket' && /pin-?strip/.test(g.text)
    const colour =
      g.colour ??
      usual?.colour ??
      (chalk ? rng.pick(['#2b2f3a', '#33343a', '#23283a']) : undefined) ??
      (woven ? palette[0] : colourFor(g.kind, palette, rng))
    const accent = g.accent ?? (chalk ? '#8d9097' : undefined) ?? (g.pattern ? patternColour(colour, palette) : usual?.accent)
    put(g.kind, colour, {
      ...(accent ? { accent } : {}),
      ...(g.material ? { material: g.material } : {}),
      pattern: g.pattern ?? 'plain',
      condition: g.condition ?? 'pristine',
      ...(g.also ? { also: g.also } : {}),
    })
    if (g.suit) {
      const { kind: _, ...cloth } = worn.get('suit-jacket')!
      put('trousers', cloth.colour, { ...cloth, material: 'wool' })
    }
  }
  if (trade) {
    const taken = new Set([...worn.keys()].map((k) => SLOT[k]))
    const topless = !taken.has('top') && !taken.has('outer')
    for (const p of trade.wears) {
      const slot = SLOT[p.kind]
      if (slot === 'feet' && worn.has('spacesuit') && p.kind === 'boots' && trade.wears[0]!.kind !== 'spacesuit') continue
      if (worn.has(p.kind) || (slot !== 'over' && taken.has(slot)) || (slot === 'over' && !topless) || (slot === 'head' && taken.size > 0))
        continue
      if ((WHOLE.includes(p.kind) && taken.has('outer')) || (slot === 'outer' && worn.has('apron')) || (p.kind === 'overalls' && whole()))
        continue
      put(p.kind, p.colour ?? palette[0], {
        ...(p.accent ? { accent: p.accent } : {}),
        ...(p.material ? { material: p.material } : {}),
        ...(p.pattern ? { pattern: p.pattern } : {}),
      })
      seeded.push(p.kind)
    }
  }
  const seed = (kind: Kind, colour: string, extra: Partial<Garment> = {}) => {
    if (worn.has(kind)) return
    put(kind, colour, extra)
    seeded.push(kind)
  }
  if (!has('top') && !has('legs') && !has('outer')) {
    const group = age < 13 ? 'child' : age > 68 && rng.chance(0.6) ? 'old' : rng.chance(0.45) ? sex : 'all'
    const fitting = LOOKS.filter((l) => l.for === group)
    const look = rng.pick(fitting)
    const apron = worn.has('apron')
    // A vest that is spoken of is seen.
    const vest = worn.has('vest')
    for (const [piece, place] of look.pieces) {
      const kind: Kind = piece === 'trousers' && sex === 'female' && age > 60 && rng.chance(0.65) ? 'skirt' : piece
      if ((apron || vest) && (SLOT[kind] === 'outer' || kind === 'vest')) continue
      if (SLOT[kind] === 'feet' && has('feet')) continue
      if ((SLOT[kind] === 'head' && (has('head') || apron)) || (kind === 'scarf' && worn.has('headscarf'))) continue
      const patterned = (kind === 'shirt' || kind === 'dress' || kind === 'sweater') && rng.chance(0.3)
      const colour =
        SLOT[kind] === 'feet' && place === 2 ? rng.pick(SHOE_COLOURS) : kind === 'trousers' && place === 2 ? legColour : palette[place]
      seed(
        kind,
        colour,
        patterned
          ? {
              pattern:
                kind === 'dress'
                  ? rng.pick(['dots', 'floral'] as const)
                  : kind === 'sweater'
                    ? 'stripes'
                    : rng.pick(['check', 'stripes', 'plaid'] as const),
              accent: place === 3 ? palette[1] : palette[3],
            }
          : {},
      )
    }
  }
  if (!has('top') && !worn.has('robe')) {
    const inner: Kind =
      worn.has('suit-jacket') || worn.has('lab-coat') || worn.has('vest')
        ? 'shirt'
        : worn.has('skirt')
          ? rng.pick(['shirt', 'sweater'] as const)
          : rng.pick(['t-shirt', 'shirt', 'sweater'] as const)
    const light = worn.has('suit-jacket') || worn.has('lab-coat') || rng.chance(0.5)
    const over = [...worn.values()].find((g) => SLOT[g.kind] === 'outer')
    seed(inner, light || (over && distance(over.colour, palette[1]) < 0.2) ? palette[3] : palette[1])
  }
  if (!has('legs') && !whole() && !worn.has('robe')) {
    const kind: Kind =
      age < 10 && rng.chance(0.4)
        ? 'shorts'
        : sex === 'female' && age > 60 && rng.chance(0.75)
          ? 'skirt'
          : rng.chance(0.4)
            ? 'jeans'
            : 'trousers'
    seed(kind, kind === 'jeans' ? rng.pick(['#3f5674', '#2c3950', '#566a82']) : rng.pick([legColour, palette[1], legColour]))
  }
  if (!has('feet')) {
    const outdoors = worn.has('parka') || worn.has('spacesuit') || worn.has('overalls')
    const kind: Kind = worn.has('pyjamas') ? 'bare-feet' : outdoors ? 'boots' : age < 25 && !worn.has('suit-jacket') ? 'sneakers' : 'shoes'
    const white = worn.get('spacesuit')?.colour
    seed(kind, white ?? (kind === 'sneakers' ? palette[3] : rng.pick(SHOE_COLOURS)))
  }
  const tie = worn.get('tie')
  if (tie && !named.some((g) => g.kind === 'tie' && g.colour) && !trade?.wears.some((p) => p.kind === 'tie')) {
    // Of the palette, what stands out most from shirt and coat.
    const beside = [...worn.values()].filter((g) => SLOT[g.kind] === 'top' || SLOT[g.kind] === 'outer' || g.kind === 'vest')
    const far = (c: string) => Math.min(1, ...beside.map((g) => distance(g.colour, c)))
    const colour = palette.reduce((best, c) => (far(c) > far(best) + 1e-6 ? c : best))
    worn.set('tie', { ...tie, colour })
  }
  const hat = worn.get('brim-hat')
  if (hat && !named.some((g) => g.kind === 'brim-hat' && g.colour) && !trade?.wears.some((p) => p.kind === 'brim-hat')) {
    // Of the coat's cloth, or of felt. A stream of its own.
    const cloth = worn.get('suit-jacket') ?? worn.get('coat')
    worn.set('brim-hat', { ...hat, colour: cloth ? shade(cloth.colour, 0.85) : random(`${key}/hat`).pick(FELTS) })
  }
  // Most grown people have the time on their wrist. A stream of its own; a group is dressed alike.
  const watch = random(`${key.split('#')[0]}/watch`)
  if (age > 15 && watch.chance(0.7) && !worn.has('spacesuit') && !worn.has('gloves') && !worn.has('pyjamas'))
    seed('watch', watch.pick(['#3a2a20', '#1f1d1c', '#5c4030', '#8d9095']), { accent: watch.pick(['#e8e2d2', '#23262c', '#cfd3d6']) })
  const wardrobe = [...worn.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  return { wardrobe, named, seeded }
}

/** Felt as hats are made of it: black, browns, greys. */
const FELTS = ['#26231f', '#4a3a2c', '#6b5640', '#55524c', '#8a7c66'] as const

/** The second colour of a pattern on a cloth: light on dark, dark on light. */
function patternColour(colour: string, palette: readonly [string, string, string, string]): string {
  const light = shade(palette[3], 1.1)
  return distance(colour, light) > 0.4 ? light : distance(colour, palette[0]) > 0.25 ? palette[0] : palette[2]
}

/** How far two colours are apart in display RGB. */
function distance(a: string, b: string): number {
  const at = (hex: string, i: number) => Number.parseInt(hex.slice(i, i + 2), 16) / 255
  return Math.hypot(at(a, 1) - at(b, 1), at(a, 3) - at(b, 3), at(a, 5) - at(b, 5))
}

function colourFor(kind: Kind, palette: readonly [string, string, string, string], rng: Random): string {
  if (kind === 'shoes' || kind === 'boots' || kind === 'belt') return rng.pick(SHOE_COLOURS)
  if (kind === 'shirt' || kind === 't-shirt' || kind === 'sneakers') return palette[3]
  if (kind === 'trousers' || kind === 'shorts') return palette[2]
  if (['jacket', 'cap', 'scarf', 'backpack', 'beanie', 'tie', 'gloves'].includes(kind)) return palette[1]
  return palette[0]
}
