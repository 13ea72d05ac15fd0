import type { CharacterSpec, Garment, SceneHeading, ScriptCharacter, ScriptScene } from '../../film'

/** Places without air, by the words of a heading. */
const AIRLESS = /\b(?:moon|lunar|mars|martian|asteroid|spacewalk|outer space|orbit|open space|vacuum|comet|hull)\b/i
/** Where there is air all the same. */
const HOUSED = /\b(?:base|dome|habitat|station|ship|colony|corridor|cabin|module|airlock|bunks?|kitchen|quarters)\b/i

/** Whether nobody could breathe in a place. */
export const isAirless = ({ setting, location }: Pick<SceneHeading, 'setting' | 'location'>): boolean =>
  setting === 'EXT' && AIRLESS.test(location) && !(HOUSED.test(location) && !/\bhull\b/i.test(location))

/** Somebody as they must be dressed where there is no air: whoever has a spacesuit on has its helmet on. */
export function dressOfPlace(spec: CharacterSpec): CharacterSpec {
  const suit = spec.wardrobe.find((g) => g.kind === 'spacesuit')
  if (!suit || spec.wardrobe.some((g) => g.kind === 'space-helmet')) return spec
  const { also: _, accent: _accent, ...cloth } = suit
  return {
    ...spec,
    wardrobe: [
      ...spec.wardrobe.filter((g) => !OFF.has(g.kind)),
      { ...cloth, kind: 'space-helmet', material: 'plastic', pattern: 'plain', condition: 'pristine' },
    ],
  }
}

/** What has no room in a helmet. */
const OFF: ReadonlySet<string> = new Set(['cap', 'beanie', 'straw-hat', 'brim-hat', 'helmet', 'headscarf', 'headset', 'scarf', 'backpack'])

/** Where people undress to swim: not whoever falls into the sea, or flees through a river. */
const BATHING =
  /\b(?:pool|swimming|beach|lido|lake|lakeside|lagoon|cove|baths?|schwimmbad|freibad|strand|see|piscine|plage|lac|piscina|playa|lago|spiaggia)\b/i
const SWIMS = /\b(?:swims?|swimming|(?:dives?|jumps?|plunges?) in(?:to the (?:water|pool|lake|sea|waves))?)\b/i
/** What may stand between a name and what is done: others who do it too, and how. */
const ALSO = /^(?:\s*\([^)]*\))?(?:,? (?:and |und |et |y |e )?\p{Lu}[\p{L}'’-]*)*(?: (?:is|are|now|then|still|both|all|\p{Ll}+ly))*\s*$/u
const SENTENCE = /[^.!?;\n]+/g

/**
 * Whoever is said to swim where people bathe, by key: `Leo and Mia swim`.
 * @param people everybody of the script.
 */
export function swimmersIn({ heading, elements }: ScriptScene, people: Iterable<ScriptCharacter>): ReadonlySet<string> {
  if (!BATHING.test(heading.location)) return NOBODY
  const said = elements.flatMap((e) => (e.kind === 'action' ? [...e.text.matchAll(SENTENCE)].map(([s]) => s) : []))
  const swims = said.flatMap((s) => {
    const at = s.search(SWIMS)
    return at < 0 ? [] : [s.slice(0, at)]
  })
  if (swims.length === 0) return NOBODY
  return new Set(
    [...people].flatMap(({ key, name, aliases }) => {
      const does = [name, ...aliases].some((n) =>
        swims.some((before) => {
          const i = before.toLowerCase().lastIndexOf(n.toLowerCase())
          return i >= 0 && ALSO.test(before.slice(i + n.length))
        }),
      )
      return does ? [key] : []
    }),
  )
}
const NOBODY: ReadonlySet<string> = new Set()

/** Somebody dressed to swim, in the colour that they are known by; whoever is dressed so already stays so. */
export function dressToSwim(spec: CharacterSpec): CharacterSpec {
  const has = (kind: Garment['kind']) => spec.wardrobe.find((g) => g.kind === kind)
  if (has('diving-mask') || has('spacesuit') || (has('shorts') && has('bare-feet'))) return spec
  const known = KNOWN_BY.map(has).find((g) => g !== undefined)
  const piece = (kind: Garment['kind'], colour: string): Garment => ({
    kind,
    colour,
    material: 'nylon',
    pattern: 'plain',
    condition: 'pristine',
  })
  return {
    ...spec,
    wardrobe: [piece('t-shirt', known?.colour ?? '#a33b34'), has('shorts') ?? piece('shorts', '#25344f'), piece('bare-feet', '#22282f')],
  }
}

/** What somebody is known by from afar, outermost first. */
const KNOWN_BY: readonly Garment['kind'][] = [
  'coat',
  'parka',
  'jacket',
  'suit-jacket',
  'dress',
  'overalls',
  'robe',
  'sweater',
  'uniform',
  'shirt',
  't-shirt',
  'vest',
]
