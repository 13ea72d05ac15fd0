import type { BodyMark, InjuryKind } from '../../../film'
import { readWardrobe } from '../read-wardrobe'
import { CLOTHES, type Found } from './clothes-events'

/** Parts of a body, as wounds name them. */
const PART =
  '(?:head|skull|forehead|temple|brow|eyebrow|eye|face|cheek|jaw|chin|mouth|lips?|nose|ear|neck|throat|shoulder|collarbone|arm|forearm|elbow|wrist|hands?|palm|fingers?|knuckles|fists?|chest|heart|ribs?|side|stomach|belly|gut|abdomen|hip|back|legs?|thigh|knees?|shin|calf|ankle|foot|feet)'
const SIDE = '(?:(?:left|right|upper|lower|good|bad)\\s+)?'
const WHOSE = "(his|her|their|the|\\p{Lu}[\\p{L}'’-]*['’]s?)"
const AT = `(?:over|above|on|across|along|under|below|down|beneath|at|in|to|through|near|from)`
const PLACE = `${AT}\\s+${WHOSE}\\s+(${SIDE}${PART})\\b`

/** A look at each text before it is read closely. */
export const HARM =
  /blood|bleed|wound|shot|shoot|bullet|stab|slash|gash|\bcuts?\b|scratch|graz|bruis|black eye|swollen|split lip|broke|break|burn|bandag|sling|stitch|plaster|band-aid|gauze|cast\b|splint|limp|sprain|twist|soak|drench|sodden|dripp|\bwet\b|mud|dirt|dust|soot|grime|grease|filth|ash\b|oil\b|paint|torn|tears|rips|ripp|tatter|shred|bit(?:es|ten)|punch|hits|dead|alive|life|revive|ghost|awake|dies|die\b|lifeless|corpse|kills|killed|clean|wash|shower|bath|wip(?:es|ing)|dries|towel|sweat|tourniquet|knife|blade/i

interface Pattern {
  readonly find: RegExp
  readonly injury?: InjuryKind
  readonly whose?: number
  readonly place?: number
  readonly describes?: boolean
  readonly bloody?: boolean
  readonly treated?: boolean
  /** Done to whoever is named in this group. */
  readonly object?: number
}
const p = (source: string, more: Omit<Pattern, 'find'> = {}): Pattern => ({ find: new RegExp(source, 'giu'), ...more })

const WOUNDS: readonly Pattern[] = [
  p(`\\b(?:is|gets|are|been|was|being)\\s+(?:shot|hit by a bullet)\\b(?:\\s+(?:in|through|to)\\s+${WHOSE}\\s+(${SIDE}${PART}))?`, {
    injury: 'gunshot',
    place: 2,
    bloody: true,
  }),
  p(`\\bshoots\\s+([^.,;!?]{1,40}?)(?:\\s+(?:in|through)\\s+the\\s+(${SIDE}${PART}))(?!\\p{L})`, {
    injury: 'gunshot',
    object: 1,
    place: 2,
    bloody: true,
  }),
  p(
    `\\b(?:bullet|shot|round|arrow|shell)s?\\s+(?:hits|strikes|tears (?:in|through)(?:to)?|rips (?:in|through)(?:to)?|grazes|catches|slams into|pierces|punches (?:in|through)(?:to)?)\\s+([^.,;!?]{1,40}?)(?:\\s+(?:in|on|through)\\s+the\\s+(${SIDE}${PART}))(?!\\p{L})`,
    { injury: 'gunshot', object: 1, place: 2, bloody: true },
  ),
  p(
    `\\b(?:bullet|shot|round|arrow|shell)s?\\s+(?:hits|strikes|tears (?:in|through)(?:to)?|rips (?:in|through)(?:to)?|grazes|pierces|slams into)\\s+${WHOSE}\\s+(${SIDE}${PART})\\b`,
    { injury: 'gunshot', whose: 1, place: 2, bloody: true },
  ),
  p(`\\btakes a (?:bullet|slug|shot|round) (?:in|to|through) (?:his|her|their|the) (${SIDE}${PART})\\b`, {
    injury: 'gunshot',
    place: 1,
    bloody: true,
  }),
  p(`\\bstabs\\s+([^.,;!?]{1,40}?)\\s+in\\s+the\\s+(${SIDE}${PART})\\b`, { injury: 'stab', object: 1, place: 2, bloody: true }),
  p(
    `\\b(?:plunges|drives|sinks|sticks|buries)\\s+(?:a|the|his|her)\\s+(?:knife|blade|dagger|sword|syringe)\\s+into\\s+${WHOSE}\\s+(${SIDE}${PART})\\b`,
    { injury: 'stab', whose: 1, place: 2, bloody: true },
  ),
  p(`\\b(?:is|are|gets|get|been|was|were)\\s+stabbed\\b(?:\\s+in\\s+${WHOSE}\\s+(${SIDE}${PART}))?`, {
    injury: 'stab',
    place: 2,
    bloody: true,
  }),
  p(`\\b(?:cuts|slices|slits|gashes|nicks|scrapes|skins)\\s+(his|her)\\s+(?:own\\s+)?(${SIDE}${PART})\\b`, {
    injury: 'cut',
    place: 2,
    bloody: true,
  }),
  p(
    `\\b(?:a|the|nasty|deep|fresh|small|bloody|long|ugly|open)\\s+(?:cut|gash|slash|scratch|graze|laceration|scrape|wound)s?\\s+(?:\\p{L}+ ){0,2}${PLACE}`,
    { injury: 'cut', whose: 1, place: 2, describes: true, bloody: true },
  ),
  p(`\\b(?:cuts?|gash(?:es)?|scratch(?:es)?|lacerations?)\\s+${PLACE}`, {
    injury: 'cut',
    whose: 1,
    place: 2,
    describes: true,
    bloody: true,
  }),
  p(
    `\\b${WHOSE}\\s+(${SIDE}${PART})\\s+(?:is|are)?\\s*(?:cut|gashed|slashed|grazed|scraped|scratched|torn open|split|bleeding|bleeds)\\b`,
    { injury: 'cut', whose: 1, place: 2, describes: true, bloody: true },
  ),
  p(`\\b(?:split|cut|busted|bloody|bloodied)\\s+(lip|nose|brow|knuckles|knee|mouth)\\b`, {
    injury: 'cut',
    place: 1,
    describes: true,
    bloody: true,
  }),
  p(
    `\\b(?:a|the|one|with)\\s+black\\s+(eye)\\b|\\b(eye)s?\\s+(?:is |are )?(?:swollen|blackened|puffy and purple)\\b|\\bswollen\\s+(eye|cheek|jaw)\\b`,
    { injury: 'bruise', place: 1, describes: true },
  ),
  p(`\\b(?:bruises?|welts?|swelling)\\s+(?:\\p{L}+ ){0,2}${PLACE}`, { injury: 'bruise', whose: 1, place: 2, describes: true }),
  p(`\\bbruised\\s+(?:and \\p{L}+\\s+)?(${PART})\\b`, { injury: 'bruise', place: 1, describes: true }),
  p(`\\b${WHOSE}\\s+(${SIDE}${PART})\\s+(?:is\\s+|are\\s+)?(?:badly\\s+)?(?:bruised|black and blue)\\b`, {
    injury: 'bruise',
    whose: 1,
    place: 2,
    describes: true,
  }),
  p(
    `\\b(?:punches|hits|smashes|strikes|clubs|pistol-whips)\\s+([^.,;!?]{1,40}?)\\s+(?:in|on|across|over)\\s+the\\s+(${SIDE}(?:face|jaw|eye|cheek|nose|mouth|head|chin|temple))\\b`,
    { injury: 'bruise', object: 1, place: 2 },
  ),
  p(`\\b(?:breaks|fractures|snaps|dislocates)\\s+(his|her)\\s+(?:own\\s+)?(${SIDE}${PART})\\b`, { injury: 'break', place: 2 }),
  p(`\\b(?:broken|fractured)\\s+(arm|leg|wrist|ankle|nose|ribs?|hand|finger|foot|jaw|collarbone)\\b`, {
    injury: 'break',
    place: 1,
    describes: true,
  }),
  p(`\\b(arm|wrist|hand|shoulder|leg|ankle|foot)\\s+(?:is\\s+)?in\\s+a\\s+(?:sling|cast|splint|plaster cast)\\b`, {
    injury: 'break',
    place: 1,
    describes: true,
    treated: true,
  }),
  p(`\\bburns\\s+(his|her)\\s+(${SIDE}${PART})\\b`, { injury: 'burn', place: 2 }),
  p(`\\bburns?\\s+(?:marks?\\s+)?(?:\\p{L}+ ){0,1}${PLACE}`, { injury: 'burn', whose: 1, place: 2, describes: true }),
  p(`\\b(?:burnt|burned|scalded|blistered)\\s+(${PART})\\b`, { injury: 'burn', place: 1, describes: true }),
  p(`\\b(?:twists|sprains)\\s+(?:his|her)\\s+(${SIDE}(?:ankle|knee|foot|wrist))\\b`, { injury: 'sprain', place: 1 }),
  p(`\\b(?:limps|limping)\\b(?:\\s+on\\s+(?:his|her)\\s+(${SIDE}(?:leg|foot)))?`, { injury: 'sprain', place: 1, describes: true }),
  p(`\\b(?:dog|snake|wolf|zombie|vampire|rat)\\s+bites\\s+([^.,;!?]{1,30}?)(?:\\s+(?:in|on)\\s+the\\s+(${PART}))?(?=[.,;!?]|$)`, {
    injury: 'bite',
    object: 1,
    place: 2,
    bloody: true,
  }),
  p(`\\bbandaged\\s+(${SIDE}${PART})\\b`, { injury: 'wound', place: 1, describes: true, treated: true }),
  p(
    `\\b${WHOSE}\\s+(${SIDE}${PART})\\s+(?:is\\s+|are\\s+|now\\s+|freshly\\s+|heavily\\s+)*(?:bandaged|wrapped in (?:a )?(?:bandages?|gauze|cloth)|stitched)\\b`,
    { injury: 'wound', whose: 1, place: 2, describes: true, treated: true },
  ),
  p(
    `\\b(?:an?|the)\\s+(?:\\p{L}+\\s+)?(?:bandage|plaster|band-aid|dressing)s?\\s+(?:\\p{L}+\\s+)?(?:on|around|over|across|round)\\s+${WHOSE}\\s+(${SIDE}${PART})\\b`,
    { injury: 'wound', whose: 1, place: 2, describes: true, treated: true },
  ),
]
const TREAT = new RegExp(
  `\\b(?:bandages|stitches(?: up)?|dresses|tends(?: to)?|cleans|patches(?: up)?|sews(?: up)?|wraps)\\s+${WHOSE}\\s+(?:\\p{L}+\\s+)?(wounds?|cuts?|${SIDE}${PART})\\b`,
  'giu',
)
const COVERED =
  /\b(?:(?:covered|caked|smeared|splattered|spattered|streaked|splashed|coated|drenched|soaked|stained|black|plastered|filthy|dripping) (?:head to toe )?(?:in|with)|soaked in) (?:\p{L}+ ){0,2}?(mud|dirt|dust|soot|grease|oil|ash|slime|grime|filth|paint|flour|sand|blood|gore)\b/giu
const BLOOD_ON = new RegExp(
  `\\bblood\\s+(?:\\p{L}+\\s+){0,3}?(?:on|over|across|from|down|through|into|stains?|soaks?(?: through)?|runs down|covers)\\s+(?:all over\\s+)?${WHOSE}\\s+((?:\\p{L}+\\s+){0,2}?\\p{L}+)(?=[\\s.,;!?)]|$)`,
  'giu',
)
const BLOODY = new RegExp(
  `\\b(?:bloody|bloodied|blood-soaked|blood-stained|bloodstained)\\s+(\\p{L}+)\\b|\\b${WHOSE}\\s+(hands?|face|shirt|dress|coat|jacket)\\s+(?:is\\s+|are\\s+)?(?:bloody|bloodied|covered in blood)\\b`,
  'giu',
)
/** `Otto, bloodied, staggers in`: said of whoever the name before means. */
const APPOSED =
  /(\p{Lu}[\p{L}'’-]*),\s+(?:(?:all|now|still|half|badly|visibly)\s+)?(?:\p{Ll}+(?:\s+and|,)\s+)?(bloody|bloodied|blood-soaked|bloodstained|muddy|filthy|grimy|dirty|dusty)(?=\s*[,.;!?]|\s+(?:and|but)\b|$)/gu
const WET =
  /(?<!blood-)\b(?:soaked|drenched|sodden|dripping(?: wet)?|soaking(?: wet)?|wet through|wringing wet|sopping)\b(?! (?:in|with) (?:\p{L}+ )?(?:blood|sweat|sun|light|oil|mud))(?:\s+((?:\p{L}+\s+){0,2}\p{L}+))?/giu
const TORN = new RegExp(
  `\\b(?:tears|rips|shreds|ruins)\\s+${WHOSE}\\s+((?:\\p{L}+\\s+){0,2}?(?:sleeve|collar|hem|pocket|knee|\\p{L}+))\\b|\\b${WHOSE}\\s+((?:\\p{L}+\\s+){0,2}?\\p{L}+)\\s+(?:is\\s+|are\\s+|now\\s+)*(?:torn|ripped|shredded|in tatters|tattered|in shreds|singed)\\b`,
  'giu',
)
const CLEAN = new RegExp(
  `\\b(?:(?:showers|bathes|takes a (?:shower|bath)|in the shower|cleans (?:up|himself|herself)|washes (?:up|himself|herself))\\b|(?:washes|wipes|scrubs|rinses|cleans)\\s+(?:the\\s+)?(?:(?:blood|mud|dirt|soot|grime|grease)(?:\\s+(?:off|from)\\s+${WHOSE}\\s+(?:face|hands|arms|fingers))?|(?:his|her)\\s+(?:face|hands|arms)))`,
  'giu',
)
const DRY = /\b(?:dries (?:off|himself|herself|(?:his|her) hair)|towels (?:off|himself|herself|(?:his|her) hair)|in dry clothes)\b/gi
const DIES =
  /\b(?:dies(?! (?:down|away|out|of laughter|inside))|is dead(?! (?:tired|serious|set|silent|quiet|on|calm|asleep|drunk|sure|right|still|weight|ahead|end))|lies dead|drops dead|falls dead|stone dead|is killed|lifeless(?! (?:eyes|voice|tone|room))|breathes (?:his|her) last|stops breathing)\b/gi
const KILLS =
  /\b(?:kills|shoots|stabs|beats|strangles)\s+([^.,;!?]{1,40}?)(?:\s+(?:dead|to death)\b|(?<=kills [^.,;!?]{1,40})(?=[.,;!?]|$))/gi
const LIVES = /\b(?:is (?:still )?alive|comes back to life|is resurrected|gasps awake|revives|as a ghost)\b/gi
const CORPSE =
  /\b(?:dead body|corpse|body|lifeless body|remains) of ([^.,;!?]{1,40})|\b(\p{Lu}[\p{L}-]+)['’]s (?:dead body|corpse|lifeless body)\b/gu

/** Wounds, dirt, blood, water, tears in clothes, and death. */
export function* harmIn(text: string): Generator<Found> {
  if (!HARM.test(text)) return
  const taken: [number, number][] = []
  for (const w of WOUNDS) {
    for (const m of text.matchAll(w.find)) {
      const [start, end] = [m.index, m.index + m[0].length]
      if (taken.some(([a, b]) => start < b && end > a)) continue
      taken.push([start, end])
      const place = (w.place === undefined ? '' : (m.slice(w.place).find((g) => g !== undefined) ?? '')).toLowerCase()
      const owner = ownerIn(text, m, w.whose) ?? ownerBefore(text, start)
      yield {
        what: { kind: 'injury', injury: w.injury ?? 'wound', place, bloody: w.bloody === true, treated: w.treated === true },
        start,
        end,
        describes: w.describes === true,
        ...(owner ? { owner } : {}),
        ...(w.object === undefined ? {} : { object: groupSpan(text, m, w.object) }),
      }
    }
  }
  for (const m of text.matchAll(TREAT)) {
    const owner = ownerIn(text, m, 1)
    yield {
      what: { kind: 'treat', place: /wound|cut/.test(m[2] ?? '') ? '' : (m[2] ?? '').toLowerCase() },
      start: m.index,
      end: m.index + m[0].length,
      ...(owner ? { owner } : {}),
    }
  }
  for (const m of text.matchAll(COVERED)) {
    const [start, end] = [m.index, m.index + m[0].length]
    const blood = /blood|gore/i.test(m[1] ?? '')
    const part = new RegExp(
      `${WHOSE}\\s+(face|hands?|arms|clothes|shirt|coat|dress|jacket|hair|boots|trousers)\\s+(?:is|are|now)?\\s*$`,
      'iu',
    ).exec(text.slice(Math.max(0, start - 60), start))
    const owner = part
      ? {
          word: part[1] ?? '',
          start: Math.max(0, start - 60) + part.index,
          end: Math.max(0, start - 60) + part.index + (part[1]?.length ?? 0),
        }
      : undefined
    yield* stains(blood, part?.[2] ?? '', start, end, owner, true)
  }
  for (const m of text.matchAll(BLOOD_ON)) yield* stains(true, m[2] ?? '', m.index, m.index + m[0].length, ownerIn(text, m, 1), true)
  for (const m of text.matchAll(BLOODY)) {
    const of = m[1] ?? m[3] ?? ''
    if (/^(?:hands?|fingers?|fists?|face|shirt|dress|coat|jacket|clothes)$/i.test(of))
      yield* stains(true, of, m.index, m.index + m[0].length, m[2] === undefined ? ownerBefore(text, m.index) : ownerIn(text, m, 2), true)
  }
  for (const m of text.matchAll(APPOSED))
    for (const found of stains(/^blood/.test(m[2] ?? ''), '', m.index, m.index + m[0].length, undefined, true))
      yield { ...found, object: groupSpan(text, m, 1) }
  for (const m of text.matchAll(WET)) {
    const garments = m[1] && CLOTHES.test(m[1]) ? readWardrobe(m[1]) : []
    const owner = garments.length > 0 ? ownerBefore(text, m.index) : undefined
    yield {
      what: { kind: 'condition', condition: 'wet', of: garments, place: '' },
      start: m.index,
      end: m.index + 6,
      describes: true,
      ...(owner ? { owner } : {}),
    }
    if (garments.length === 0) yield { what: { kind: 'skin', mark: 'wet-skin' }, start: m.index, end: m.index + 6, describes: true }
  }
  for (const m of text.matchAll(TORN)) {
    const what = m[2] ?? m[4] ?? ''
    const place = /sleeve|collar/.test(what) ? 'arm' : /knee|hem/.test(what) ? 'leg' : ''
    const garments = CLOTHES.test(what) ? readWardrobe(what) : []
    const owner = ownerIn(text, m, m[1] === undefined ? 3 : 1)
    if (place || garments.length > 0 || /^(?:clothes|clothing)$/i.test(what))
      yield {
        what: { kind: 'condition', condition: 'damaged', of: garments, place },
        start: m.index,
        end: m.index + m[0].length,
        describes: m[1] === undefined,
        ...(owner ? { owner } : {}),
      }
  }
  for (const m of text.matchAll(CLEAN)) yield { what: { kind: 'clean' }, start: m.index, end: m.index + m[0].length }
  for (const m of text.matchAll(DRY)) yield { what: { kind: 'dry' }, start: m.index, end: m.index + m[0].length }
  for (const m of text.matchAll(DIES)) yield { what: { kind: 'death' }, start: m.index, end: m.index + m[0].length }
  for (const m of text.matchAll(LIVES)) yield { what: { kind: 'revival' }, start: m.index, end: m.index + m[0].length }
  for (const m of text.matchAll(KILLS))
    yield { what: { kind: 'death' }, start: m.index, end: m.index + m[0].length, object: groupSpan(text, m, 1) }
  for (const m of text.matchAll(CORPSE))
    yield { what: { kind: 'death' }, start: m.index, end: m.index + m[0].length, describes: true, object: [m.index, m.index + m[0].length] }
}

function* stains(blood: boolean, of: string, start: number, end: number, owner: Found['owner'], describes: boolean): Generator<Found> {
  const at = { start, end, describes, ...(owner ? { owner } : {}) }
  const skin = (mark: BodyMark): Found => ({ what: { kind: 'skin', mark }, ...at })
  const part = of.toLowerCase()
  if (/hand|finger|fist|palm|knuckle/.test(part)) yield skin(blood ? 'blood-hands' : 'dirt-hands')
  else if (/face|cheek|brow|forehead|temple|chin|mouth|lip|hair|head/.test(part)) yield skin(blood ? 'blood-face' : 'dirt-face')
  else if (/nose|nostril/.test(part)) yield skin(blood ? 'blood-nose' : 'dirt-face')
  else {
    const garments = CLOTHES.test(part) ? readWardrobe(part) : []
    if (
      part !== '' &&
      garments.length === 0 &&
      !/^(?:clothes|arms?|chest|legs?|sleeve|front|body|back|side|skin|neck|ear|wound|shoulder|stomach|leg|thigh)$/.test(part)
    )
      return
    yield { what: { kind: 'condition', condition: blood ? 'bloodied' : 'dirty', of: garments, place: '' }, ...at }
    if (part === '') yield skin(blood ? 'blood-face' : 'dirt-face')
  }
}

function groupSpan(text: string, m: RegExpMatchArray, group: number): readonly [number, number] {
  const at = text.indexOf(m[group] ?? '', m.index ?? 0)
  return [at, at + (m[group]?.length ?? 0)]
}

function ownerIn(text: string, m: RegExpMatchArray, group: number | undefined): Found['owner'] {
  const word = group === undefined ? undefined : m[group]
  if (word === undefined || /^(?:the|their)$/i.test(word)) return undefined
  const start = text.indexOf(word, m.index ?? 0)
  return { word, start, end: start + word.length }
}

/** `his bandaged hand`: the word right in front. */
function ownerBefore(text: string, at: number): Found['owner'] {
  const before = /(?:^|\s)(his|her|\p{Lu}[\p{L}'’-]*['’]s?)\s+(?:\p{L}+,?\s+){0,1}$/iu.exec(text.slice(Math.max(0, at - 40), at))
  const word = before?.[1]
  if (!before || word === undefined) return undefined
  const start = Math.max(0, at - 40) + before.index + before[0].indexOf(word)
  return { word, start, end: start + word.length }
}
