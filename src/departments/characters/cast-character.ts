import { type CharacterSpec, clamp, lerp, type Random, random, roundNumbers, type ScriptCharacter } from '../../film'
import { dressCharacter } from './dress-character'
import { oneOf } from './one-of'
import { AGE_WORDS, FEMALE_NAMES, FEMALE_WORDS, MALE_NAMES, MALE_WORDS, STATURE_WORDS } from './person-words'
import { readHabits } from './read-habits'
import { FAIR, readHair } from './read-hair'
import { type Heritage, readHeritage } from './read-heritage'

/** Members of a group that are built as people of their own. */
export const MAX_MEMBERS = 8

/** Fairest to darkest; every tone is a person's, none a caricature. The darkest still gives back 9 % of the light, as skin does. */
const SKINS = ['#edc4a8', '#e8b798', '#dfa883', '#d3996f', '#c2855b', '#b0744e', '#9c6544', '#8e5a3e', '#82523b', '#774a38'] as const
const EYES_DARK = ['#3b2417', '#2c1b12', '#4a2e1b', '#54381f']
const EYES_ANY = ['#3b2417', '#4a2e1b', '#5d4426', '#56683f', '#4c7364', '#4b779a', '#6b8aa0', '#5f6f7a']
const EYE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:[a-z]+ )?blue[- ]eye/, '#4b7fa8'],
  [/\bgreen[- ]eye/, '#4f7d58'],
  [/\b(?:grey|gray)[- ]eye/, '#74828b'],
  [/\bbrown[- ]eye/, '#4a2e1b'],
  [/\bhazel[- ]eye/, '#6e5a30'],
  [/\b(?:black|dark)[- ]eye/, '#20150f'],
]

/** Whose hair is said to grow in coils. */
const COILED_HAIR: Pick<Heritage, 'tone' | 'darkHair'> = { tone: [0.55, 0.95], darkHair: true }

/**
 * A person from a script character's name and description alone, so that nobody changes when a scene is cut.
 * What the words do not say comes from `random(key)`.
 * @param memberIndex 0-based member of a group: the key becomes `key#1`, `key#2` …
 */
export function castCharacter(sc: ScriptCharacter, memberIndex?: number): CharacterSpec {
  const key = memberIndex === undefined ? sc.key : `${sc.key}#${memberIndex + 1}`
  const number = memberIndex === undefined ? memberNumber(sc) : undefined
  // FIRST MAN is the first of TWO MEN: the same person, met twice.
  const person = number === undefined ? key : `${sc.memberOf}#${number}`
  const rng = random(`${person}/person`)
  // What is said of GUARDS in blue uniforms is said of each: a guard in a blue uniform.
  const isMember = memberIndex !== undefined || number !== undefined
  const [name, description] = isMember ? [oneOf(sc.name), oneOf(sc.description)] : [sc.name, sc.description]
  const text = description.toLowerCase()
  // The second guard is not two years old.
  const both = `${name.replace(/\s*#?\b\d{1,3}\s*$/, '')} ${description}`.toLowerCase()
  const provenance: { field: string; from: 'script' | 'seed'; text: string; line: number }[] = []
  const from = (field: string, said: boolean, what = sc.description) =>
    provenance.push({ field, from: said ? 'script' : 'seed', text: said ? what : '', line: said ? sc.descriptionLine : 0 })

  const readAge = ageOf(both)
  const group = isMember ? rng.range(-0.14, 0.14) : 0
  const age = Math.round(clamp((readAge ?? pickAge(rng)) * (1 + group), 1, 110))
  from('age', readAge !== undefined)
  const readSex = saidSex(name, text) ?? (isMember ? undefined : (sc.sex ?? sexOfDress(text) ?? sexOfNames([name, ...sc.aliases])))
  const sexRoll = rng.chance(0.5)
  const sex = readSex ?? (sexRoll ? 'female' : 'male')
  from('sex', readSex !== undefined, `${sc.name} ${sc.description}`.trim())

  const body = bodyOf(text, age, sex, rng)
  from('heightM', body.saidHeight)
  from('build', body.saidBuild)

  const heritage = readHeritage(text) ?? (/\b(?:afro|cornrows|box braids)\b/.test(text) ? COILED_HAIR : undefined)
  const tone = toneOf(text, heritage?.tone, rng)
  // Red and fair hair go with fair skin, unless the script says otherwise.
  if (
    !tone.said &&
    (FAIR.test(text) ||
      /\b(red|ginger|blonde?|strawberry|auburn|sandy)\b[a-z -]{0,14}\b(hair|haired|braids?|bun|curls|ponytail|bob|crop|beard)|\bblonde?\b(?! wig)|redhead|freckle/.test(
        text,
      ))
  )
    tone.value *= 0.3
  from('skin', tone.said)
  const index = tone.value * (SKINS.length - 1)
  const skin = blend(SKINS[Math.floor(index)]!, SKINS[Math.min(SKINS.length - 1, Math.ceil(index))]!, index % 1)
  const eyeSaid = EYE_WORDS.find(([r]) => r.test(text))?.[1]
  const eyeSeed = rng.pick(tone.value > 0.45 || heritage?.darkHair ? EYES_DARK : EYES_ANY)
  from('eyes', eyeSaid !== undefined)

  const { said, ...hair } = readHair(text, age, sex, tone.value, rng, heritage?.darkHair)
  for (const field of ['hair.style', 'hair.colour', 'hair.beard']) from(field, said.includes(field))

  const face = faceOf(age, sex, body.build, rng)
  from('face', false)
  const marks: CharacterSpec['marks'][number][] = []
  if (/\bscar(red)?\b/.test(text))
    marks.push(/\b(brow|forehead|eye|eyebrow)\b/.test(text.slice(text.indexOf('scar'))) ? 'scar-brow' : 'scar-cheek')
  if (/\bfreckle/.test(text) || (tone.value < 0.3 && rng.chance(0.25))) marks.push('freckles')
  if (age > 54 || /\b(wrinkled|weathered|lined|craggy|wizened)\b/.test(text)) marks.push('wrinkles')
  if (/\b(make-?up|made[- ]up|lipstick|mascara|eyeshadow|glamorous|painted face)\b/.test(text)) marks.push('make-up')
  // Drawn from a stream of its own, so that it changes nobody's other traits.
  if (sex === 'female' && age > 17 && age < 66 && !marks.includes('make-up') && random(`${person}/make-up`).chance(0.4))
    marks.push('make-up')
  from('marks', /\b(scar|freckle|wrinkle|weathered|make-?up|lipstick)/.test(text))

  const dressed = dressCharacter(person, name, text, age, sex)
  for (const g of dressed.wardrobe)
    from(`wardrobe.${g.kind}`, !dressed.seeded.includes(g.kind), dressed.named.find((n) => n.kind === g.kind)?.text)

  const habits = readHabits(text)
  if (habits.length > 0) from('habits', true)

  return roundNumbers({
    key,
    ...(person === key ? {} : { person }),
    name: sc.name,
    age,
    sex,
    heightM: body.heightM,
    build: body.build,
    muscle: body.muscle,
    stoop: body.stoop,
    skin,
    eyes: eyeSaid ?? eyeSeed,
    hair,
    face,
    marks,
    wardrobe: dressed.wardrobe,
    ...(habits.length > 0 ? { habits } : {}),
    provenance,
  })
}

/** Which member of a group a name says, from 1: FIRST MAN, SECOND MAN, MAN #3. Undefined for anybody else. */
export function memberNumber({ memberOf, name }: ScriptCharacter): number | undefined {
  if (memberOf === undefined) return undefined
  const words = name.toLowerCase().split(/[^a-z0-9]+/)
  const ordinal = ORDINALS.findIndex((forms) => forms.some((f) => words.includes(f)))
  return ordinal < 0 ? undefined : ordinal + 1
}

const ORDINALS = [
  ['first', '1st', '1'],
  ['second', '2nd', '2'],
  ['third', '3rd', '3'],
  ['fourth', '4th', '4'],
  ['fifth', '5th', '5'],
  ['sixth', '6th', '6'],
] as const

/** Everybody a script character stands for: one person, or up to MAX_MEMBERS members of a group. */
export function castMembers(sc: ScriptCharacter): CharacterSpec[] {
  if (sc.count <= 1) return [castCharacter(sc)]
  return Array.from({ length: Math.min(sc.count, MAX_MEMBERS) }, (_, i) => castCharacter(sc, i))
}

function ageOf(text: string): number | undefined {
  const decade = /\b(early |mid[- ]|late )?(\d)0'?s\b/.exec(text)
  if (decade) return Number(decade[2]) * 10 + (decade[1]?.startsWith('early') ? 2 : decade[1]?.startsWith('late') ? 8 : 5)
  const number = /(?:^|[^\d#.:])(\d{1,3})(?![\d.:'’]|\s*(?:feet|foot|ft|kilos|pounds|lbs|cm|metres|meters|of them))/.exec(text)
  if (number && Number(number[1]) >= 1 && Number(number[1]) <= 110) return Number(number[1])
  return AGE_WORDS.find(([r]) => r.test(text))?.[1]
}

function pickAge(rng: Random): number {
  return Math.round(clamp(24 + 44 * rng.next() * rng.next() + 10 * rng.next(), 20, 80))
}

/** The sex that words say: of the name, else of the description. */
function saidSex(name: string, text: string): 'female' | 'male' | undefined {
  const said = (t: string): 'female' | 'male' | undefined => {
    const f = FEMALE_WORDS.exec(t)
    const m = MALE_WORDS.exec(t)
    return f && m ? (f.index <= m.index ? 'female' : 'male') : f ? 'female' : m ? 'male' : undefined
  }
  return said(name.toLowerCase().replace(/[.']/g, '')) ?? said(text)
}

/** The sex whose clothes somebody wears, where nothing else tells. */
const sexOfDress = (text: string): 'female' | undefined =>
  /\b(?:(?:night|ball|evening |wedding |sun|summer )?(?:dress|gown)|skirt|blouse|high heels|stilettos|sari|petticoat|bonnet|tiara|pigtails|pantsuit|corset)\b/.test(
    text.replace(/\bdress (?:shirt|shoes|uniform|blues|code)\b/g, ''),
  )
    ? 'female'
    : undefined

/** What stands before names. */
const TITLES =
  /^(?:(?:dr|prof|sgt|lt|capt|col|gen|rev|hon|officer|detective|inspector|commander|captain|doctor|professor|nurse|agent|chief|sheriff|deputy|sergeant|lieutenant|corporal|private|colonel|general|major|admiral|judge|coach|mayor|senator|president|chef|pilot|saint|old|young|little|big|tiny|fat|drunk|crazy)\.?\s+)+/

/** The sex that the first of somebody's names speaks for: DR. OKAFOR is Amara. */
function sexOfNames(names: readonly string[]): 'female' | 'male' | undefined {
  for (const name of names) {
    const sex = sexOfName(name)
    if (sex) return sex
  }
  return undefined
}

/** The sex that a first name, or its ending, speaks for. */
function sexOfName(name: string): 'female' | 'male' | undefined {
  const lower = name.toLowerCase()
  for (const word of lower.split(/[^\p{L}-]+/u)) {
    if (FEMALE_NAMES.has(word)) return 'female'
    if (MALE_NAMES.has(word)) return 'male'
  }
  const last = lower
    .replace(TITLES, '')
    .split(/[^\p{L}]+/u)
    .find((w) => w.length > 2)
  if (!last) return undefined
  if (/(a|ie|elle|ette|ine|lyn|é|yne|een|dys|ah)$/.test(last)) return 'female'
  if (/(o|us|er|ck|rd|rt|ld|ik|im|on|as|is|ry|ny|ert|olf|us|os|ov|ek|ian|ton|ius|ob|ed)$/.test(last)) return 'male'
  return undefined
}

function bodyOf(text: string, age: number, sex: 'female' | 'male', rng: Random) {
  const adult = sex === 'male' ? 1.775 : 1.655
  const grown = age >= 17 ? 1 : lerp(0.44, 1, clamp((age - 1) / 16, 0, 1) ** 0.78)
  const shrink = age > 62 ? (age - 62) * 0.0016 : 0
  // Grown people's heights spread by about 6½ cm (standard deviation); this even spread has as much.
  let heightM = (adult + rng.range(-0.115, 0.115)) * grown - shrink
  let build = clamp(0.44 + (rng.next() + rng.next() - 1) * 0.42 + (age > 40 ? 0.08 : 0), 0.08, 0.92)
  let muscle = clamp((sex === 'male' ? 0.42 : 0.25) + rng.range(-0.25, 0.3) - (age > 60 ? 0.2 : 0), 0, 1)
  let stoop = age > 64 ? clamp((age - 60) / 45 + rng.range(-0.08, 0.15), 0, 0.8) : rng.range(0, 0.14)
  if (age < 13) {
    build = clamp(build, 0.25, 0.7)
    muscle = 0.1
  }
  let saidHeight = false
  let saidBuild = false
  for (const w of STATURE_WORDS) {
    // `short hair` and `little boy` speak of other things.
    const cleaned = text
      .replace(
        /\b(short|long|big|small|little|thin|heavy|full|solid)(?=[a-z -]* (?:hair|beard|coat|dress|skirt|bag|jacket|scarf|boots|sleeves|boy|girl|moustache|glasses))/g,
        '',
      )
      .replace(/\bround glasses|short-haired|short-sleeved/g, '')
    if (!w.word.test(cleaned)) continue
    if (w.heightM !== undefined) {
      heightM += w.heightM * grown
      saidHeight = true
    }
    if (w.build !== undefined) {
      build = clamp(w.build + rng.range(-0.03, 0.03), 0, 1)
      saidBuild = true
    }
    if (w.muscle !== undefined) muscle = age < 14 ? Math.min(w.muscle, 0.22) : w.muscle
    if (w.stoop !== undefined) stoop = w.stoop
  }
  return { heightM: clamp(heightM, 0.6, 2.3), build, muscle, stoop, saidHeight, saidBuild }
}

function toneOf(text: string, range: readonly [number, number] | undefined, rng: Random): { value: number; said: boolean } {
  const roll = rng.next()
  if (/\b(pale|pallid|(?:fair|white|light)[- ]skin(?:ned)?|ashen)\b(?! (?:blue|green|pink|yellow|grey))/.test(text))
    return { value: 0.02 + roll * 0.08, said: true }
  if (/\b(dark(?:-| brown | |-brown )skin(?:ned)?|(?:deep|rich) brown skin|black skin|black (?:man|woman|boy|girl)|ebony)\b/.test(text))
    return { value: 0.78 + roll * 0.2, said: true }
  if (/\b((?:brown|olive)[- ]skin(?:ned)?|tanned|sunburnt|bronzed|sun-browned)\b/.test(text))
    return { value: 0.38 + roll * 0.15, said: true }
  return range ? { value: lerp(range[0], range[1], roll), said: true } : { value: roll, said: false }
}

function faceOf(age: number, sex: 'female' | 'male', build: number, rng: Random): CharacterSpec['face'] {
  const v = (lean = 0) => clamp(lean + (rng.next() + rng.next() - 1) * 1.05, -1, 1)
  const m = sex === 'male' ? 1 : -1
  const child = age < 13 ? 1 : 0
  const old = age > 60 ? 1 : 0
  return {
    width: v((build - 0.5) * 0.7 + 0.25 * child),
    jaw: v(0.32 * m - 0.4 * child + (build - 0.5) * 0.5),
    chin: v(0.25 * m - 0.4 * child),
    cheek: v(-0.1 * m + 0.4 * child - 0.2 * old),
    brow: v(0.4 * m - 0.5 * child),
    noseLength: v(0.12 * m + 0.35 * old - 0.7 * child),
    noseWidth: v(0.12 * m + 0.15 * old),
    eyeSize: v(-0.25 * m + 0.6 * child - 0.2 * old),
    eyeSpacing: v(0.1 * child),
    mouthWidth: v(0.08 * m - 0.2 * child),
    lips: v(-0.22 * m - 0.3 * old),
    ears: v(0.12 * m + 0.3 * old + 0.2 * child),
  }
}

function blend(a: string, b: string, t: number): string {
  const at = (hex: string, s: number) => Number.parseInt(hex.slice(s, s + 2), 16)
  return `#${[1, 3, 5]
    .map((s) =>
      Math.round(lerp(at(a, s), at(b, s), t))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
