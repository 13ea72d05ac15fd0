import { heritageWords, nearestMannerism, readHabits } from '../../departments/characters'

import { isModelName } from '../../film'
import type { CastModels } from './cast-models'
import { defined } from './plain-data'
import type { CharacterChange, CharacterSettings, CharacterVoice, OutfitSettings } from './plan-settings'
import { hexOf } from './read-words'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedCharacter, ResolvedVoice } from './resolved'
import { sayNotYet, sayStandIn } from './say-stand-in'
import type { VoicePreset } from './settings'

/** What the planner takes of somebody; `path` is where they stand in the document. */
export function characterSettings(
  r: Resolving,
  c: ResolvedCharacter,
  path: DataPath,
  models: CastModels,
  voices: readonly VoicePreset[],
): CharacterSettings {
  const isNamed = c.model !== undefined && !/^(?:generated|auto|none|default|procedural)$/i.test(c.model)
  if (isNamed && !isModelName(c.model))
    sayStandIn(r, [...path, 'model'], `the model of ${c.name},`, c.model, 'a person is generated in its place')
  const model = isNamed && isModelName(c.model) ? models.of(c.model, [...path, 'model']) : undefined
  const heritage = c.ethnicity === undefined ? undefined : heritageWords(c.ethnicity)
  if (c.ethnicity && heritage === undefined)
    sayAt(
      r,
      'warning',
      'film.ethnicity',
      [...path, 'ethnicity'],
      `${c.ethnicity} says nothing of how ${c.name} looks`,
      'write Nigerian, East Asian, Latina, Scandinavian …, or say it by skin, hair and eyes',
      c.ethnicity,
    )
  for (const words of c.mannerisms)
    if (readHabits(always(words)).length === 0) {
      const meant = nearestMannerism(words)?.replaceAll('-', ' ')
      sayNotYet(
        r,
        [...path, 'mannerisms'],
        `the mannerism “${words}” (${c.name})`,
        `${meant === undefined ? '' : `did you mean “${meant}”? Else `}write it into the action of the script`,
      )
    }
  const skin = skinWords(c.skin)
  if (c.skin && !skin && !hexOf(c.skin))
    sayAt(
      r,
      'warning',
      'film.skin',
      [...path, 'skin'],
      `no skin is known as ${c.skin}`,
      'write pale, fair, olive, tanned, brown, dark, or #rrggbb',
      c.skin,
    )
  const eyes = /\b(blue|green|gr[ea]y|brown|hazel|black|dark)\b/i.exec(c.eyes ?? '')?.[1]?.toLowerCase()
  if (c.eyes && !eyes && !hexOf(c.eyes))
    sayAt(
      r,
      'warning',
      'film.eyes',
      [...path, 'eyes'],
      `no eyes are known as ${c.eyes}`,
      'write blue, green, grey, brown, hazel, black, or #rrggbb',
      c.eyes,
    )
  const changes: CharacterChange[] = [
    ...c.ageing.map((a): CharacterChange => ({ scenes: a.scenes, age: a.value })),
    ...c.hairstyles.map((h): CharacterChange => ({ scenes: h.scenes, hair: hairText(h.value) })),
    ...c.wardrobe.map((w): CharacterChange => ({ scenes: w.scenes, outfit: outfitOf(w.value) })),
    ...c.injuries.flatMap((w, i): CharacterChange[] => {
      const seen = injuryOf(w.value)
      if (!seen)
        sayAt(
          r,
          'warning',
          'film.injury',
          [...path, 'injuries', i],
          `nothing shows of ${w.value}`,
          'a scar on cheek or brow, blood, dirt, torn or wet clothes are shown',
          w.value,
        )
      return seen ? [{ scenes: w.scenes, ...seen }] : []
    }),
  ]
  return defined({
    key: c.key,
    name: c.name,
    description: c.description,
    age: c.age,
    sex: c.sex,
    heightM: c.height_m,
    heritage,
    reference: c.actor === undefined ? undefined : models.referenceOf(c.actor, [...path, 'actor']),
    traits: [
      c.age_words,
      c.height_words,
      c.body_type,
      skin,
      eyes ? `${eyes} eyes` : undefined,
      c.hair ? hairText(c.hair) : undefined,
      c.mannerisms.length > 0 ? c.mannerisms.map(always).join('. ') : undefined,
    ].filter((t) => t !== undefined),
    skin: hexOf(c.skin),
    eyes: hexOf(c.eyes),
    voice: c.voice && voiceOf(c.voice, voices),
    model,
    changes,
  }) as CharacterSettings
}

/** A voice of the settings where one is named; what is said beside it overrules it. */
function voiceOf({ words, pitch_hz, words_per_minute, silent }: ResolvedVoice, voices: readonly VoicePreset[]): CharacterVoice {
  const said = words?.split(/,\s*/) ?? []
  const preset = voices.find((v) => said.some((w) => w.toLowerCase() === v.name.toLowerCase()))
  return defined({
    name: preset?.name.toLowerCase() ?? said[0],
    words,
    pitchHz: pitch_hz ?? preset?.pitchHz,
    wordsPerMinute: words_per_minute ?? preset?.wordsPerMinute,
    silent,
  }) as CharacterVoice
}

/** What is listed as a mannerism is never done just once; `pushes-glasses` is said as in our own list. */
const always = (words: string): string => `always ${words.replace(/[-_]/g, ' ')}`

const outfitOf = (garments: ResolvedCharacter['wardrobe'][number]['value']): OutfitSettings => ({
  words: garments.map((g) => g.words).join(', '),
  colours: garments.flatMap((g) => (g.colour ? [{ words: g.words, colour: g.colour }] : [])),
})

/** `short brown` says hair without the word. */
const hairText = (words: string): string => {
  const text = words.replace(/_/g, ' ').toLowerCase()
  return /hair|bun\b|bald|braid|plait|tail|bob\b|afro|mohawk|cut\b|curls|beard|stubble|moustache|mustache|goatee/.test(text)
    ? text
    : `${text} hair`
}

const SKINS: readonly (readonly [RegExp, string])[] = [
  [/\b(pale|fair|light|white|porcelain)\b/i, 'pale'],
  [/\b(olive|tan|tanned|medium|bronzed?|golden)\b/i, 'olive-skinned'],
  [/\b(dark|black|deep|ebony)\b/i, 'dark-skinned'],
  [/\bbrown\b/i, 'brown-skinned'],
]
const skinWords = (skin: string | undefined): string | undefined =>
  skin === undefined ? undefined : SKINS.find(([re]) => re.test(skin))?.[1]

function injuryOf(text: string): Pick<CharacterChange, 'mark' | 'condition'> | undefined {
  const t = text.toLowerCase()
  if (/scar|cut|gash|slash|wound|scratch/.test(t)) {
    const mark = /brow|forehead|eye|temple|head/.test(t)
      ? 'scar-brow'
      : /cheek|face|jaw|chin|lip|nose|scar/.test(t)
        ? 'scar-cheek'
        : undefined
    const bloody = /blood|wound|gash|fresh/.test(t)
    if (mark || bloody) return { ...(mark ? { mark } : {}), ...(bloody ? { condition: 'bloodied' } : {}) }
  }
  if (/blood|shot|stab/.test(t)) return { condition: 'bloodied' }
  if (/torn|ripped|burn/.test(t)) return { condition: 'damaged' }
  if (/dirt|mud|soot|dust/.test(t)) return { condition: 'dirty' }
  return /wet|soaked|drenched/.test(t) ? { condition: 'wet' } : undefined
}
