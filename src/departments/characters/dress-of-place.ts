import type { CharacterSpec, SceneHeading } from '../../film'

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
