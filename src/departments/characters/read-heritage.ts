/**
 * Where a family comes from, as far as it shows: a range of skin tones (0 fairest, 1 darkest), and whether hair and eyes
 * are nearly always dark. Ranges are wide: people of one place differ, and what a script says of somebody comes first.
 */
export interface Heritage {
  readonly tone: readonly [number, number]
  readonly darkHair: boolean
  /** The words that said it. */
  readonly words: string
}

const TABLE: readonly (readonly [words: string, from: number, to: number, darkHair: boolean])[] = [
  // the more particular first
  [
    'afro[- ]?(?:american|caribbean|european|british|latina?o?)|african[- ]american|black (?:american|british)|jamaican|haitian|creole|barbadian|trinidadian',
    0.6,
    0.95,
    true,
  ],
  ['moroccan|algerian|tunisian|libyan|egyptian|north african|berber|maghrebi|nubian', 0.3, 0.65, true],
  ['ethiopian|eritrean|somali|sudanese|kenyan|tanzanian|ugandan|rwandan|east african', 0.7, 1, true],
  [
    '(?:west |south(?:ern)? |sub-saharan )?african|nigerian|ghanaian|senegalese|congolese|cameroonian|ivorian|malian|angolan|zimbabwean|zulu|yoruba|igbo|hausa|black',
    0.68,
    1,
    true,
  ],
  ['(?:south asian|indian|pakistani|bangladeshi|bengali|punjabi|tamil|sri lankan|nepal(?:i|ese)|desi)', 0.35, 0.78, true],
  [
    '(?:native american|indigenous(?: american)?|first nations|navajo|cherokee|lakota|apache|inuit|quechua|maya|aboriginal|m[aā]ori|polynesian|samoan|hawaiian|pacific islander)',
    0.38,
    0.7,
    true,
  ],
  ['(?:filipin[oa]|indonesian|malay(?:sian)?|thai|vietnamese|cambodian|khmer|burmese|south-?east asian)', 0.25, 0.55, true],
  ['(?:east asian|asian|chinese|taiwanese|japanese|korean|mongolian|tibetan)', 0.08, 0.38, true],
  [
    '(?:middle eastern|arab(?:ic|ian)?|persian|iranian|iraqi|syrian|lebanese|palestinian|jordanian|saudi|yemeni|turkish|kurdish|afghan|armenian)',
    0.18,
    0.52,
    true,
  ],
  [
    '(?:latin[ao@x]?|hispanic|mexican|colombian|peruvian|bolivian|cuban|puerto rican|dominican|venezuelan|chilean|guatemalan|brazilian)',
    0.2,
    0.62,
    true,
  ],
  ['(?:mediterranean|spanish|portuguese|italian|sicilian|greek|maltese|romani|roma|jewish|sephardic|israeli)', 0.1, 0.38, true],
  [
    '(?:scandinavian|nordic|swedish|norwegian|danish|finnish|icelandic|irish|scottish|celtic|dutch|flemish|german|austrian|baltic|estonian|latvian|lithuanian|slavic|russian|polish|ukrainian|czech)',
    0,
    0.2,
    false,
  ],
  ['(?:white|caucasian|european|anglo-saxon|welsh|swiss|hungarian|romanian|bulgarian|serbian|croatian)', 0, 0.32, false],
]
const PERSON =
  '(?:man|woman|boy|girl|kid|child|lady|gentleman|guy|person|teenager|teen|student|nurse|doctor|surgeon|engineer|teacher|professor|scientist|chef|cook|waiter|waitress|mother|father|grandmother|grandfather|daughter|son|sister|brother|wife|husband|immigrant|actor|actress|singer|detective|officer|soldier|sailor|farmer|fisherman|taxi driver|driver|lawyer|journalist|merchant|businessman|businesswoman|tourist|priest|monk|nun|dancer|musician|athlete|boxer|model|artist|writer)'
// `black coat`, `Persian rug`, `Swiss watch` speak of things: a person has to follow, or a word for descent.
const ROWS = TABLE.map(([words, from, to, darkHair]) => ({
  said: new RegExp(
    `\\b(?:of (?:mixed )?(${words})[- ](?:descent|origin|heritage|ancestry|roots|background|parents)|(${words})(?:[- ](?:american|british|german|french|canadian|australian|born))?[, -]+(?:[a-z0-9'’-]+[, ]+){0,2}?${PERSON})\\b`,
    'u',
  ),
  alone: new RegExp(`^(?:${words})(?:[- ](?:american|british|german|french|canadian|australian))?$`, 'u'),
  heritage: { tone: [from, to] as const, darkHair },
}))

/**
 * Reads a heritage from what is written of somebody: `a Nigerian nurse`, `of Korean descent`.
 * Undefined when the words say none; what they say of skin, hair and eyes in so many words is for others to read.
 */
export function readHeritage(text: string): Heritage | undefined {
  const plain = text.toLowerCase()
  for (const { said, heritage } of ROWS) {
    const words = said.exec(plain)?.[0]
    if (words !== undefined) return { ...heritage, words }
  }
  // Between commas it stands for itself: `30, tall, Nigerian, long braids`.
  for (const part of plain.split(/[,;.()]/)) {
    const word = part.trim().replace(/^(?:early |mid[- ]|late )?\d+'?s? /, '')
    const row = ROWS.find(({ alone }) => alone.test(word))
    if (row) return { ...row.heritage, words: word }
  }
  return undefined
}

/** What a production writes in a field that is for nothing else: `Nigerian`; as words that `readHeritage` reads, or undefined. */
export function heritageWords(ethnicity: string): string | undefined {
  const plain = ethnicity.toLowerCase().replace(/[_]+/g, ' ').trim()
  return ROWS.some((r) => r.alone.test(plain)) ? `of ${plain} descent` : readHeritage(plain) ? plain : undefined
}
