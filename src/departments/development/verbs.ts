/** Verbs of physical action the planners know what to do with, in their base form. */
export const ACTION_VERBS: ReadonlySet<string> = new Set(
  'enter exit leave arrive approach come go walk run sprint jog stroll march stride limp stagger stumble creep sneak crawl climb descend jump leap hop skip slide slip fall trip roll dive swim float fly cross pass follow chase pursue flee escape return turn spin stop freeze wait stand rise sit kneel crouch squat lie lean bend bow stretch hide peek peer look stare glance gaze watch see notice spot glare squint listen hear point wave nod shake shrug gesture clap salute beckon signal smile grin laugh cry sob weep sigh yawn cough sneeze breathe gasp whisper shout scream yell sing hum whistle speak talk say read write draw paint type dial call answer hang hold grab grip take pick lift raise lower drop throw toss catch hand give offer pass pull push drag carry bring put place set lay hang open close shut lock unlock knock ring press tap turn switch light ignite extinguish pour fill drink sip eat chew bite cook stir cut chop slice wash wipe clean sweep polish mop dry fold unfold wrap unwrap pack unpack tie untie button zip wear remove shed undress dress hug embrace kiss hold touch stroke pat slap punch kick hit strike fight wrestle shove stab shoot fire aim draw load reload duck dodge block dance swing sway rock ride drive steer park brake pedal row sail dig plant water feed pet search rummage find hunt examine study inspect count stack tear break smash crack burst explode burn melt sew knit type juggle play strum drum sleep wake dream nap die collapse faint tremble shiver flinch hesitate pause think wonder decide slam bang rattle shatter spill splash wade paddle scramble vault swerve haggle sell buy pay weigh serve clear deal shuffle flip land hurry rush dash bolt storm pace wander drift linger retreat advance step back reach duck straighten tidy adjust button scratch rub squeeze twist wring peel unroll hoist haul tug reel unwind wind launch release let'.split(
    ' ',
  ),
)

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'went go,came come,ran run,sat sit,stood stand,fell fall,threw throw,caught catch,held hold,took take,gave give,brought bring,lay lie,lies lie,lying lie,rose rise,flew fly,flies fly,saw see,heard hear,said say,sang sing,swam swim,drank drink,ate eat,wrote write,drew draw,drove drive,rode ride,dug dig,fed feed,found find,hid hide,left leave,met meet,fought fight,shot shoot,hung hang,hit hit,lit light,broke break,tore tear,wore wear,woke wake,slept sleep,dying die,dies die,tying tie,ties tie,cries cry,cried cry,dries dry,dried dry,carries carry,carried carry,hurries hurry,hurried hurry,tidies tidy,tidied tidy,crept creep,knelt kneel,swung swing,wound wind,bent bend,spun spin,slid slide,fled flee,bought buy,sold sell,paid pay,laid lay'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** The base form of a verb of action (`walks`, `walked`, `walking` → `walk`), or undefined. A word that is no such verb has none. */
export function baseVerb(word: string): string | undefined {
  const known = IRREGULAR.get(word)
  if (known) return known
  if (ACTION_VERBS.has(word)) return word
  const tries: string[] = []
  if (word.endsWith('es')) tries.push(word.slice(0, -2))
  if (word.endsWith('s') && !word.endsWith('ss')) tries.push(word.slice(0, -1))
  for (const ending of ['ed', 'ing'])
    if (word.endsWith(ending) && word.length > ending.length + 2) {
      const stem = word.slice(0, -ending.length)
      tries.push(stem, `${stem}e`)
      if (stem.at(-1) === stem.at(-2)) tries.push(stem.slice(0, -1))
    }
  return tries.find((t) => ACTION_VERBS.has(t))
}
