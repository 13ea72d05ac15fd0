import { type CharacterSpec, type Garment, random } from '../../../film'
import { dressCharacter } from '../dress-character'
import type { NamedGarment } from '../read-wardrobe'
import { type Kind, MATERIAL, ORDER, PALETTES, SHOE_COLOURS, SLOT, WHOLE } from '../wardrobe-tables'

type Wardrobe = readonly Garment[]
type Person = Pick<CharacterSpec, 'key' | 'age' | 'sex'>

const innerFirst = (wardrobe: Wardrobe): Garment[] => [...wardrobe].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))

/** Garments that the same words may mean. */
const KIN: readonly (readonly Kind[])[] = [
  ['coat', 'parka', 'jacket', 'suit-jacket', 'lab-coat', 'robe', 'vest'],
  ['shirt', 't-shirt', 'sweater', 'uniform', 'pyjamas', 'dress'],
  ['trousers', 'jeans', 'shorts', 'skirt', 'overalls'],
  ['shoes', 'boots', 'sneakers'],
  ['cap', 'beanie', 'straw-hat', 'brim-hat', 'helmet', 'space-helmet', 'headscarf'],
  ['glasses', 'sunglasses', 'diving-mask'],
  ['satchel', 'backpack'],
  ['scarf', 'headscarf'],
]

/** The piece that words mean: the same kind, or what stands for it in this wardrobe. */
export function meant(wardrobe: Wardrobe, { kind }: Pick<NamedGarment, 'kind'>): Garment | undefined {
  const kin = KIN.find((k) => k.includes(kind)) ?? []
  return wardrobe.find((g) => g.kind === kind) ?? wardrobe.findLast((g) => kin.includes(g.kind))
}

/** A garment as words name it; what they leave open comes from the person's palette. */
function made(named: NamedGarment, person: Person): Garment {
  const rng = random(`${person.key}/wardrobe`)
  const palette = rng.pick(PALETTES)
  const { kind } = named
  const own =
    SLOT[kind] === 'feet' || kind === 'belt'
      ? random(`${person.key}/${kind}`).pick(SHOE_COLOURS)
      : palette[SLOT[kind] === 'legs' ? 2 : SLOT[kind] === 'top' ? 3 : SLOT[kind] === 'outer' ? 0 : 1]
  return {
    kind,
    colour: named.colour ?? own,
    ...(named.accent ? { accent: named.accent } : named.pattern ? { accent: palette[3] } : {}),
    pattern: named.pattern ?? 'plain',
    material: named.material ?? MATERIAL[kind] ?? 'cotton',
    condition: named.condition ?? 'pristine',
  }
}

/** Nobody stands there without clothes: bare feet, shorts and a shirt where nothing else is left. */
function decent(wardrobe: Wardrobe): Garment[] {
  const plain = { pattern: 'plain', material: 'cotton', condition: 'pristine' } as const
  const worn = new Set(wardrobe.map((g) => g.kind))
  const has = (slot: string) => wardrobe.some((g) => SLOT[g.kind] === slot)
  const out = [...wardrobe]
  if (!has('top') && !worn.has('robe')) out.push({ kind: 't-shirt', colour: '#d3cfc6', ...plain })
  if (!has('legs') && !WHOLE.some((k) => worn.has(k))) out.push({ kind: 'shorts', colour: '#7b7d80', ...plain })
  if (!has('feet')) out.push({ kind: 'bare-feet', colour: '#c9a184', ...plain })
  return innerFirst(out)
}

/** Puts clothes on over, or in place of, what is worn in the same place. */
export function putOn(wardrobe: Wardrobe, garments: readonly NamedGarment[], person: Person): Garment[] {
  let out = [...wardrobe]
  for (const named of garments) {
    const same = out.find((g) => g.kind === named.kind && (!named.colour || g.colour === named.colour))
    const garment = same ? { ...same, ...(named.condition ? { condition: named.condition } : {}) } : made(named, person)
    const slot = SLOT[named.kind]
    const whole = WHOLE.includes(named.kind) && named.kind !== 'robe'
    out = out.filter((g) => {
      const its = SLOT[g.kind]
      if (g.kind === named.kind) return false
      if (whole && (its === 'legs' || its === 'outer' || g.kind === 'vest' || g.kind === 'apron' || g.kind === 'tie')) return false
      if (slot === 'legs' && WHOLE.includes(g.kind) && its === 'top') return false
      return slot === 'over' || its !== slot
    })
    out.push(garment)
    if (named.suit && !out.some((g) => g.kind === 'trousers' && g.colour === garment.colour)) {
      out = out.filter((g) => SLOT[g.kind] !== 'legs' && !(WHOLE.includes(g.kind) && SLOT[g.kind] === 'top'))
      out.push({ ...garment, kind: 'trousers' })
    }
  }
  return decent(out)
}

/** Takes off what words mean; pieces that are not worn are left as they are. */
export function takeOff(
  wardrobe: Wardrobe,
  garments: readonly NamedGarment[],
  all: boolean,
): { readonly wardrobe: Garment[]; readonly off: readonly Garment[] } {
  const off = all
    ? wardrobe.filter((g) => SLOT[g.kind] !== 'eyes' && g.kind !== 'necklace' && g.kind !== 'watch' && g.kind !== 'bare-feet')
    : garments.flatMap((named) => meant(wardrobe, named) ?? [])
  if (off.length === 0) return { wardrobe: [...wardrobe], off }
  return { wardrobe: decent(wardrobe.filter((g) => !off.includes(g))), off }
}

/** Whole new clothes from words; what the words leave open is chosen for the person and these words alone. */
export function changeInto(words: string, garments: readonly NamedGarment[], was: Wardrobe, person: Person): Garment[] {
  const dressed = dressCharacter(`${person.key}/${words.toLowerCase()}`, '', words.toLowerCase(), person.age, person.sex)
  const newWatch = garments.some((g) => g.kind === 'watch')
  const wardrobe = dressed.wardrobe.filter((g) => g.kind !== 'watch' || newWatch)
  const kept = was.filter(
    (g) =>
      ((g.kind === 'watch' && !newWatch) || g.kind === 'glasses' || g.kind === 'necklace') &&
      !wardrobe.some((w) => SLOT[w.kind] === 'eyes'),
  )
  const named = new Set(garments.map((g) => g.kind))
  // Shoes stay on where the words say nothing of them and nobody goes to bed.
  const feet = was.find((g) => SLOT[g.kind] === 'feet')
  const shod =
    feet &&
    feet.kind !== 'bare-feet' &&
    garments.length > 0 &&
    !wardrobe.some((g) => SLOT[g.kind] === 'feet' && named.has(g.kind)) &&
    !named.has('pyjamas') &&
    !named.has('robe')
  return innerFirst([...wardrobe.filter((g) => !(shod && SLOT[g.kind] === 'feet')), ...(shod ? [feet] : []), ...kept])
}

/** Which garments cover a part of the body, outermost last. */
export function covering(wardrobe: Wardrobe, region: string): Garment[] {
  const whole = (g: Garment) => WHOLE.includes(g.kind) || g.kind === 'overalls'
  if (region === 'hand') return wardrobe.filter((g) => g.kind === 'gloves')
  if (region === 'leg') return wardrobe.filter((g) => SLOT[g.kind] === 'legs' || whole(g))
  if (region === 'arm' || region === 'body') {
    const on = wardrobe.filter((g) => SLOT[g.kind] === 'top' || SLOT[g.kind] === 'outer')
    return on.slice(-2)
  }
  return []
}

const UNTOUCHED: ReadonlySet<string> = new Set(['bare-feet', 'glasses', 'sunglasses', 'necklace', 'watch', 'headset'])

/** Whether water and dirt show on a garment. */
export const takesDirt = (g: Garment): boolean => !UNTOUCHED.has(g.kind)
