import { type CharacterSpec, type Garment, isToday, random } from '../../film'
import { type Kind, MATERIAL, ORDER, SLOT, WHOLE } from './wardrobe-tables'

type Person = Pick<CharacterSpec, 'key' | 'age' | 'sex' | 'wardrobe'>

/** Worn by nobody before, and what was worn instead; nothing, where no word is said. */
const SINCE: Partial<Record<Kind, readonly [year: number, before?: Kind]>> = {
  't-shirt': [1951, 'shirt'],
  jeans: [1952, 'trousers'],
  sneakers: [1958, 'shoes'],
  parka: [1952, 'coat'],
  jacket: [1915, 'suit-jacket'],
  'suit-jacket': [1840, 'coat'],
  sweater: [1895, 'vest'],
  shorts: [1920, 'trousers'],
  pyjamas: [1890, 'robe'],
  overalls: [1875, 'apron'],
  'lab-coat': [1890, 'coat'],
  headset: [1965],
  sunglasses: [1930],
  glasses: [1650],
  tie: [1850, 'scarf'],
  backpack: [1968, 'satchel'],
  beanie: [1900, 'cap'],
  cap: [1750],
  'brim-hat': [1600, 'straw-hat'],
  shoes: [1620, 'boots'],
  spacesuit: [1960, 'coat'],
  'space-helmet': [1960],
  'diving-mask': [1930],
  watch: [1916],
}
/** Worn by nobody any more. */
const UNTIL: Partial<Record<Kind, readonly [year: number, after?: Kind]>> = {
  tie: [2045],
  'suit-jacket': [2060, 'jacket'],
  jeans: [2060, 'trousers'],
  glasses: [2080],
  'brim-hat': [2045],
  'straw-hat': [2100],
  shirt: [2120, 't-shirt'],
  sneakers: [2120, 'boots'],
  shoes: [2120, 'boots'],
  apron: [2150],
}
/** By these years cloth of the kind could be had. */
const CLOTH: Partial<Record<Garment['material'], readonly [year: number, before: Garment['material']]>> = {
  denim: [1875, 'wool'],
  nylon: [1942, 'wool'],
  plastic: [1925, 'leather'],
}

const seated: ReadonlySet<Kind> = new Set(['trousers', 'jeans', 'shorts'])

const LONG_SKIRTS = 1915
const SKIRTS: ReadonlySet<Kind> = new Set(['skirt', 'dress'])

/** Women wear trousers as a matter of course from here on; from 1920 some do. */
const TROUSERS_FOR_ALL = 1968

function kindThen(kind: Kind, { key, age, sex }: Person, year: number): Kind | undefined {
  const skirted =
    sex === 'female' &&
    seated.has(kind) &&
    (year < 1920 || (year < TROUSERS_FOR_ALL && (age < 13 || random(`${key}/time/legs`).chance(0.75))))
  if (skirted) return 'skirt'
  let now: Kind | undefined = kind
  for (let steps = 0; now !== undefined && steps < 4; steps++) {
    const since: (typeof SINCE)[Kind] = SINCE[now]
    const gone: (typeof UNTIL)[Kind] = UNTIL[now]
    if (since && year < since[0]) now = since[1]
    else if (gone && year >= gone[0]) now = gone[1]
    else break
  }
  return now
}

/**
 * Clothes as they were worn in a year: what nobody has named is put in what people wore then, what is named stays. In
 * the same colours, so that a cast is told apart as before.
 * @param named kinds that script or production speak of.
 */
export function dressOfTime(person: Person, named: ReadonlySet<Kind>, year: number | undefined): Garment[] {
  const { wardrobe } = person
  if (year === undefined || isToday(year)) return [...wardrobe]
  // A stream each: clothes that were put in their time already stay as they are.
  const by = (what: string, share: number) => random(`${person.key}/time/${what}`).chance(share)
  const worn = new Map<Kind, Garment>()
  const slots = new Set(wardrobe.filter((g) => named.has(g.kind)).map((g) => SLOT[g.kind]))
  for (const g of wardrobe) {
    if (named.has(g.kind)) {
      worn.set(g.kind, g)
      continue
    }
    const kind = kindThen(g.kind, person, year)
    if (kind === undefined || worn.has(kind)) continue
    const slot = SLOT[kind]
    const taken = slot !== 'over' && (slots.has(slot) || [...worn.keys()].some((k) => SLOT[k] === slot))
    if (kind !== g.kind && taken) continue
    const cloth = CLOTH[kind === g.kind ? g.material : (MATERIAL[kind] ?? 'cotton')]
    const material = kind === g.kind ? g.material : (MATERIAL[kind] ?? 'cotton')
    worn.set(kind, { ...g, kind, material: cloth && year < cloth[0] ? cloth[1] : material })
  }
  const has = (slot: (typeof SLOT)[Kind]) => [...worn.keys()].some((k) => SLOT[k] === slot)
  const add = (kind: Kind, like: Garment | undefined) => {
    const { accent: _, also: _also, ...plain } = like ?? wardrobe[0] ?? { colour: '#4a3a2e', condition: 'pristine' as const }
    worn.set(kind, { ...plain, kind, pattern: 'plain', material: MATERIAL[kind] ?? 'cotton' })
  }
  const top = worn.get('shirt')
  const legs = [...worn.values()].find((g) => SLOT[g.kind] === 'legs')
  const whole = [...worn.keys()].some((k) => WHOLE.includes(k))
  if (!has('top') && !whole) add('shirt', wardrobe.find((g) => SLOT[g.kind] === 'top') ?? worn.values().next().value)
  // A waistcoat over the shirt of a man, a belt round a tunic, a hat out of doors: what a time is known by.
  const grown = person.age > 15
  if (
    grown &&
    person.sex === 'male' &&
    year >= 1780 &&
    year < 1938 &&
    top &&
    !whole &&
    !worn.has('vest') &&
    !worn.has('apron') &&
    by('waistcoat', 0.7)
  )
    add('vest', legs)
  if (year < 1600 && !whole && !worn.has('belt') && !worn.has('apron'))
    add(
      'belt',
      wardrobe.find((g) => SLOT[g.kind] === 'feet'),
    )
  if (grown && person.sex === 'male' && year >= 1860 && year < 1961 && !has('head') && worn.has('suit-jacket') && by('hat', 0.55))
    add('brim-hat', legs)
  if (grown && person.sex === 'male' && year >= 1870 && year < 1966 && worn.has('suit-jacket') && top && !worn.has('tie') && by('tie', 0.6))
    add('tie', worn.get('suit-jacket'))
  // Skirts reached the ankles up to the First World War.
  const lengthened =
    year < LONG_SKIRTS ? [...worn.values()].map((g) => (SKIRTS.has(g.kind) ? { ...g, long: true } : g)) : [...worn.values()]
  return lengthened.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}
