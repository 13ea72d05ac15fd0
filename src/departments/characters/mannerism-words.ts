import type { Mannerism } from '../../film'

/** A mannerism by what people write of it: a verb, and then, within a few words, what it is done to or with. */
export interface MannerismWords {
  readonly mannerism: Mannerism
  readonly said: RegExp
  /** True where an introduction may tell it as a thing done once: there it counts only as something that is always done. */
  readonly once: boolean
}

/** Every form of some regular verbs, and of those that are given with their forms by `/`. */
const verbs = (words: string): string =>
  words
    .split(' ')
    .flatMap((w) => (w.includes('/') ? w.split('/') : formsOf(w)))
    .join('|')

function formsOf(verb: string): string[] {
  const stem = verb.replace(/e$/, '')
  const last = verb.at(-1)!
  const doubled = /[^aeiou][aeiou][bdgmnpt]$/.test(verb) ? verb + last : stem
  return [verb, /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`, `${doubled}ing`, `${doubled}ed`]
}

/** Some verbs with an object no more than four words later. */
const does = (verb: string, object: string): RegExp =>
  new RegExp(`\\b(?:${verbs(verb)})\\b(?:[\\s-]+[\\w’'-]+){0,4}?[\\s-]+(?:${object})\\b`)
/** Some verbs alone. */
const only = (verb: string, more = ''): RegExp => new RegExp(`\\b(?:${verbs(verb)}${more})\\b`)

const row = (mannerism: Mannerism, said: RegExp, once = false): MannerismWords => ({ mannerism, said, once })

const TOUCH = 'rub scratch touch stroke pull tug finger'
const FIX = 'adjust fix straighten tug shoot/shoots/shooting/shot smooth pull fiddle fidget play button check'

/** All that is known, in order of the table of mannerisms. */
export const MANNERISM_WORDS: readonly MannerismWords[] = [
  row('pushes-glasses', does('push nudge slide/slides/sliding/slid adjust straighten fiddle play', 'glasses|spectacles|specs|sunglasses')),
  row('strokes-chin', does('stroke rub scratch touch tap cup', 'chin|jaw|jawline|stubble')),
  row('strokes-beard', does(`${TOUCH} twirl smooth comb`, 'beards?|goatee|whiskers')),
  row('rubs-neck', does('rub massage scratch grab knead', 'neck|nape'), true),
  row('scratches-head', does('scratch rub', 'head|scalp'), true),
  row('tugs-ear', does(TOUCH, 'ears?|earlobes?|lobe|earrings?')),
  row('rubs-nose', does(`${TOUCH} wipe`, 'nose|nostrils?')),
  row('pinches-nose', does('pinch squeeze', 'bridge|nose')),
  row('rubs-eyes', does('rub knuckle', 'eyes?|eyelids?'), true),
  row('rubs-temple', does('rub massage', 'temples?|forehead')),
  row('wipes-brow', does('wipe mop dab', 'brow|forehead|sweat'), true),
  row('bites-nails', does('bite/bites/biting/bit chew gnaw nibble', '(?:finger)?nails?|thumb(?:nail)?|fingers?|cuticles?')),
  row('clears-throat', /\bclear(?:s|ing|ed)?(?: \w+){0,2} throat\b|\bthroat[- ]clear(?:ing|s)\b|\b(?:harrumph|ahem)(?:s|ing)?\b/, true),
  row('coughs', only('cough', "|smoker’?'?s cough"), true),
  row('yawns', only('yawn'), true),
  row(
    'twirls-hair',
    does('twirl twist wind/winds/winding/wound play toy fiddle curl', 'hair|curls?|braids?|plaits?|locks?|strands?|ponytail'),
  ),
  row(
    'tucks-hair',
    does('tuck sweep/sweeps/sweeping/swept brush push', 'behind (?:her|his|their|an|the) ears?|hair (?:back|away|aside|from)'),
  ),
  row(
    'combs-hair',
    /\b(?:runs?|running|ran|rak(?:es?|ing|ed)|comb(?:s|ing|ed)?|push(?:es|ing)?)\b(?:[\s-]+[\w’'-]+){0,4}?[\s-]+(?:through (?:\w+ ){0,2}hair|hair with (?:\w+ ){0,2}fingers)\b/,
  ),
  row('rubs-hands', does('rub', '(?:his|her|their) (?:hands|palms)|hands together|palms together')),
  row('wrings-hands', does('wring/wrings/wringing/wrung knead', 'hands|fingers')),
  row('cracks-knuckles', does('crack pop', 'knuckles?|fingers')),
  row('steeples-fingers', does('steeple tent press', 'fingers|fingertips')),
  row('picks-nails', does('pick fiddle', '(?:finger)?nails?|cuticles?|nail polish|fingers')),
  row('checks-watch', does('check consult glance look eye tap', 'watch|wristwatch|time'), true),
  row('fixes-cuffs', does(`${FIX} tug`, 'cuffs?|cufflinks?|sleeves?')),
  row('fixes-tie', does(`${FIX} loosen`, 'tie|necktie|bow[- ]tie')),
  row('fixes-collar', does(`${FIX} loosen`, 'collar|lapels?')),
  row('fingers-necklace', does('finger fiddle play toy touch twist stroke clutch', 'necklace|pendant|locket|pearls|crucifix|cross')),
  row('smooths-clothes', does('smooth straighten brush', 'skirt|dress|apron|jacket|suit|clothes|shirt|uniform|trousers|blouse|coat')),
  row('dusts-shoulder', does('dust brush flick pick', 'shoulders?|lint|dandruff|fluff')),
  row('rubs-arm', does('rub hug clutch stroke', '(?:upper |own )?arms?|elbows?|(?:him|her)self')),
  row('taps-foot', does('tap drum beat/beats/beating', 'foot|feet|toes?|heels?|shoe|boot')),
  row('bounces-knee', does('bounce jiggle jiggl/jiggling bob shake/shakes/shaking', 'knees?|legs?')),
  row(
    'shifts-weight',
    /\bshift(?:s|ing)?(?: \w+){0,2} weight\b|\bfoot to foot\b|\b(?:squirm|shuffle)(?:s|ing)?\b(?! (?:off|away|in|out|over|along|past|to))/,
  ),
  row('rocks-on-heels', /\b(?:rock|teeter|bounce)(?:s|ing)?\b(?: \w+){0,4} (?:heels?|toes|balls of)\b/),
  row('sways', /\b(?:sway|rock)(?:s|ing)?\b(?! (?:and fall|across|over|off|to (?:him|her|the)|on (?:his|her|their) heels))/, true),
  row('rolls-shoulders', does('roll', 'shoulders?|neck and shoulders')),
  row('shrugs', only('shrug'), true),
  row('sighs', only('sigh'), true),
  row('tilts-head', does('tilt cock lean', 'head'), false),
  row('nods', only('nod'), true),
  row('shakes-head', does('shake/shakes/shaking/shook', 'head'), true),
  row('lifts-chin', does('lift raise jut', 'chin|jaw')),
  row('cracks-neck', does('crack pop', 'neck')),
  row(
    'looks-over-shoulder',
    /\b(?:look|glanc|check|peer)(?:e?s|ing|e)?\b(?: \w+){0,3} (?:over|behind) (?:his|her|their|the|one’?'?s)(?: \w+)? (?:shoulders?|back)\b/,
  ),
  row('rolls-eyes', does('roll', 'eyes'), true),
  row('raises-eyebrow', /\b(?:rais|lift|arch|cock|quirk)(?:e?s|ing|e)?\b(?: \w+){0,3} (?:eye)?brows?\b/),
  row('frowns', /\b(?:frown|scowl|glower)(?:s|ing)?\b|\b(?:furrow|knit)(?:s|ting|ing)?(?: \w+){0,2} brows?\b/, true),
  row('squints', only('squint', '|(?:narrow|screw)(?:s|ing)?(?: up)? (?:his|her|their) eyes')),
  row('half-smile', /\b(?:half|crooked|lopsided|wry|one-sided)[- ](?:smil(?:e|es|ing)|grin(?:s|ning)?)\b|\bsmirk(?:s|ing)?\b/),
  row('licks-lips', does('lick wet moisten', 'lips?')),
  row('bites-lip', does('bite/bites/biting/bit chew gnaw worry/worries/worrying suck', '(?:lower |bottom )?lips?')),
  row('purses-lips', does('purse pucker press', 'lips?|mouth')),
  row('sniffs', /\bsniff(?:s|le|les|ing|ling)?\b/, true),
  row('wrinkles-nose', does('wrinkle crinkle scrunch twitch', 'nose')),
  row('clenches-jaw', does('clench grind/grinds/grinding/ground grit set/sets/setting work', 'jaw|teeth')),
  row(
    'avoids-eyes',
    /\b(?:avoid|dodge|evade)(?:s|ing)?(?: \w+){0,2} (?:eyes?|eye[- ]contact|gazes?|looks?)\b|\b(?:never|cannot|can’?'?t|does ?n’?'?t|rarely|hardly|won’?'?t|unable to|not) (?:\w+ ){0,2}(?:look(?:s|ing)?|meet(?:s|ing)?|hold(?:s|ing)?)\b(?: \w+){0,4} (?:eyes?|gaze|face)\b|\b(?:shifty|downcast|averted)[- ](?:eyes?|eyed|gaze)\b|\blooks? at (?:the|his|her|their) (?:floor|feet|shoes)\b/,
  ),
  row(
    'stares',
    /\b(?:never|hardly|rarely|does ?n’?'?t|without) (?:\w+ )?blink(?:s|ing)?\b|\bunblinking\b|\bpiercing (?:eyes|gaze|stare)\b/,
  ),
  row('stares', /\bstar(?:es|ing)\b(?! (?:at the|out|down|into|off|up|past|through))/, true),
  row('blinks', /\bblink(?:s|ing)? (?:a lot|much|often|too (?:much|often)|constantly|incessantly|rapidly|nervously|fast)\b/),
  row('blinks', /\bblink(?:s|ing)?\b/, true),
  row('slouches', /\bslouch(?:es|ed|ing|y)?\b|\bbad posture\b|\bhunch(?:es|ed|ing)?(?: \w+){0,2} shoulders\b|\bround-shouldered\b/),
  row('limps', /\b(?:limp(?:s|ing)?|hobbl(?:es|ing))\b|\b(?:bad|lame|game|wooden|stiff) (?:leg|knee)\b/),
  row(
    'tiptoes',
    /\b(?:walks?|walking|goes) (?:\w+ ){0,2}(?:on|upon) (?:\w+ )?(?:tip[- ]?toes?|toes|balls of)\b|\b(?:always tiptoes|tiptoes everywhere)\b/,
  ),
]
