import type { CharacterSpec, Random } from '../../film'

type Style = CharacterSpec['hair']['style']
type Beard = CharacterSpec['hair']['beard']

const STYLE_WORDS: readonly (readonly [RegExp, Style])[] = [
  [/\b(balding|receding|thinning)\b/, 'balding'],
  [/\b(bald|hairless|shaved head|shaven head|shaven-headed)\b/, 'bald'],
  [/\b(buzz ?cut|buzzed|crew ?cut|shorn|stubbly hair)\b/, 'buzz'],
  [/\b(mohawk|mohican)\b/, 'mohawk'],
  [/\bafro\b/, 'afro'],
  [/\b(dreadlocks|dreads|locs)\b/, 'locs'],
  [/\b(cornrows|box braids|many braids|microbraids)\b/, 'braids'],
  [/\b(undercut|shaved sides|side-shave)\b/, 'undercut'],
  [/\b(quiff|pompadour|rockabilly)\b/, 'quiff'],
  [/\b(spiky|spiked|spikes)\b/, 'spiky'],
  [/\b(wavy|waves)\b/, 'wavy'],
  [/\b(cropped|pixie|close-cropped)\b/, 'crop'],
  [/\b(pony ?tail)\b/, 'ponytail'],
  [/\b(bun|topknot|chignon|hair (?:is |worn |all )?(?:pinned |piled |put |tied )?up|hair pinned|pinned-up hair)\b/, 'bun'],
  [/\b(braids?|braided|plaits?|pigtails?)\b/, 'braid'],
  [/\b(bob|bobbed)\b/, 'bob'],
  [/\b(curly|curls|frizzy|ringlets|curly-haired)\b/, 'curly'],
  [/\b(messy|tousled|wild|unkempt|dishevelled|disheveled|shaggy|mop)\b/, 'messy'],
  [/\b(shoulder-length|shoulder length)\b/, 'shoulder'],
  [/\b(slicked|side part|side-parted|parted|neat hair|combed)\b/, 'side-part'],
  [/\b(long|flowing|waist-length) (?:[a-z]+ ){0,2}hair\b|\blong-haired\b/, 'long'],
  [/\b(short) (?:[a-z]+ ){0,2}hair\b|\bshort-haired\b/, 'short'],
]
const HAIR_NOUN =
  '(?:hair|haired|bun|braids?|plaits?|pigtails?|ponytail|curls|bob|afro|mohawk|crop|mop|buzz ?cut|crew ?cut|locks|dreadlocks|dreads|locs|cornrows|quiff|undercut|waves|beard|moustache)'
const HAIR_COLOURS: readonly (readonly [string, string])[] = [
  ['red', '#a5431f'],
  ['ginger', '#b3551f'],
  ['auburn', '#6e2f1c'],
  ['copper', '#a24b22'],
  ['strawberry', '#c07a45'],
  ['blonde', '#cfa75c'],
  ['blond', '#cfa75c'],
  ['platinum', '#e3d7b8'],
  ['golden', '#c8964a'],
  ['fair', '#c7a163'],
  ['sandy', '#a98552'],
  ['brown', '#513522'],
  ['chestnut', '#63381f'],
  ['brunette', '#432a1b'],
  ['dark', '#241a15'],
  ['black', '#16130f'],
  ['raven', '#14121a'],
  ['jet', '#14110f'],
  ['grey', '#8f8d89'],
  ['gray', '#8f8d89'],
  ['silver', '#b3b2af'],
  ['white', '#dcd8cf'],
  ['snow-white', '#e6e3dc'],
  ['salt-and-pepper', '#5f5c59'],
  ['pink', '#d0708f'],
  ['blue', '#3f64a8'],
  ['green', '#4f8a55'],
  ['purple', '#6c3f8c'],
]
/** Colours with what tells them: `red hair`, `red curly hair`, `red-haired`, or the word alone. */
const COLOUR_WORDS = HAIR_COLOURS.map(([word, hex]) => ({
  word,
  hex,
  said: new RegExp(`\\b${word}(?:[- ][a-z]+){0,2}[- ]${HAIR_NOUN}\\b|\\b${word}-haired\\b|^${word}$`),
  alone: /^(blonde?|brunette|ginger|redhead)$/.test(word),
}))
const BEARD_WORDS: readonly (readonly [RegExp, Beard])[] = [
  [/\b(clean-shaven|clean shaven|shaven)\b/, 'none'],
  [/\b(full beard|big beard|long beard|bushy beard|bearded giant)\b/, 'full'],
  [/\b(goatee|van ?dyke)\b/, 'goatee'],
  [/\b(stubble|unshaven|five o'clock shadow)\b/, 'stubble'],
  [/\b(trimmed beard|short beard|neat beard)\b/, 'short'],
  [/\b(bearded|beard|whiskers)\b/, 'full'],
  [/\b(moustache|mustache|moustached)\b/, 'moustache'],
]
const NATURAL = {
  dark: ['#16130f', '#1f1712', '#2a1d15'],
  mid: ['#1d1612', '#38251a', '#4a301e', '#5d3b22', '#2a1e18'],
  fair: ['#5d3b22', '#7d5230', '#a9793f', '#c79f5a', '#8f4722', '#3d2a1d', '#2a1f19'],
} as const
const MALE_STYLES: readonly Style[] = [
  'short',
  'short',
  'side-part',
  'side-part',
  'messy',
  'crop',
  'buzz',
  'curly',
  'short',
  'bald',
  'shoulder',
  'quiff',
  'quiff',
  'undercut',
  'spiky',
]
const FEMALE_STYLES: readonly Style[] = [
  'bob',
  'shoulder',
  'long',
  'ponytail',
  'bun',
  'braid',
  'curly',
  'crop',
  'bob',
  'shoulder',
  'wavy',
  'wavy',
  'undercut',
]

/** Said of somebody as a whole: fair of hair and skin. */
export const FAIR =
  /(?:^|[,(;]|\band\b)\s*(?:(?:tall|short|slim|slight|small|young|very|rather|quite)\s+(?:and\s+)?)*fair\s*(?:$|[,);.]|\band\b)/
const HAIR_SAID = /\bhair\b|-haired\b|\bblonde?\b|\bbrunette\b/
const IN_RANKS = /\b(?:uniform|guard|policeman|constable|soldier|officer|sergeant|captain|lieutenant|butler|footman|livery|servant)\b/
const UNRULY: ReadonlySet<Style> = new Set<Style>(['shoulder', 'messy', 'spiky', 'curly', 'undercut', 'locs'])

/** Hair, its colour and the beard: the script's words first, the rest from the stream. `tone` is the skin: 0 fairest, 1 darkest; `isDark` when no other hair is usual. */
export function readHair(
  text: string,
  age: number,
  sex: 'female' | 'male',
  tone: number,
  rng: Random,
  isDark = tone > 0.62,
): CharacterSpec['hair'] & { said: string[] } {
  const said: string[] = []
  const style = STYLE_WORDS.find(([r]) => r.test(text))?.[1]
  if (style) said.push('hair.style')
  let colour = COLOUR_WORDS.find((c) => (text.includes(c.word) && c.said.test(text)) || (c.alone && text.includes(c.word)))?.hex
  if (!colour && /\bred-?head(ed)?\b/.test(text)) colour = '#a5431f'
  // `Tall, fair`: of somebody, not of a thing of theirs.
  if (!colour && FAIR.test(text)) colour = '#c7a163'
  if (!colour && /\bhair (?:is |gone |going |turning )?(grey|gray|white|silver)\b/.test(text)) colour = '#9d9b97'
  if (colour) said.push('hair.colour')
  const pool = isDark ? NATURAL.dark : tone > 0.34 ? NATURAL.mid : NATURAL.fair
  const natural = rng.pick<string>(pool)
  const grey = age > 44 && rng.next() < (age - 40) / 38
  const greys = ['#6a6663', '#8d8b87', '#a9a7a3', '#cfccc6']
  const seededColour = grey ? greys[Math.min(3, Math.floor(((age - 42) / 50) * 4))]! : natural
  let styles = sex === 'male' ? MALE_STYLES : FEMALE_STYLES
  if (sex === 'male' && age > 50) styles = ['short', 'side-part', 'balding', 'bald', 'short', 'balding', 'messy', 'crop']
  if (sex === 'female' && age > 62) styles = ['bun', 'bob', 'curly', 'bun', 'crop', 'shoulder']
  if (age < 12)
    styles =
      sex === 'male'
        ? ['messy', 'short', 'side-part', 'curly', 'spiky', 'bob']
        : ['braid', 'ponytail', 'bob', 'shoulder', 'long', 'wavy', 'curly']
  if (tone > 0.62 && age >= 4)
    styles = sex === 'male' ? [...styles, 'buzz', 'buzz', 'afro', 'locs', 'crop'] : [...styles, 'afro', 'braids', 'bun', 'curly', 'locs']
  // Whoever has hair of a colour has hair; and whoever wears a uniform has it cut.
  if (colour && HAIR_SAID.test(text)) styles = styles.filter((s) => s !== 'bald')
  if (sex === 'male' && IN_RANKS.test(text)) styles = styles.filter((s) => !UNRULY.has(s))
  const seededStyle = rng.pick(styles)
  const saidBeard = BEARD_WORDS.find(([r]) => r.test(text))?.[1]
  if (saidBeard) said.push('hair.beard')
  const roll = rng.next()
  const seededBeard: Beard =
    sex === 'female' || age < 19
      ? 'none'
      : roll < 0.48
        ? 'none'
        : roll < 0.66
          ? 'stubble'
          : roll < 0.76
            ? 'moustache'
            : roll < 0.86
              ? 'short'
              : roll < 0.92
                ? 'goatee'
                : 'full'
  return { style: style ?? seededStyle, colour: colour ?? seededColour, beard: saidBeard ?? seededBeard, said }
}
