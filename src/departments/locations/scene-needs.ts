import type { TimeOfDay } from '../../film'

/** What a scene does that places may forbid. */
export const ACTIVITIES = ['night', 'fire', 'smoke', 'guns', 'animals', 'vehicles', 'crowd', 'stunts', 'rain', 'noise', 'drone'] as const
export type Activity = (typeof ACTIVITIES)[number]

/** How scenes tell of each, and how a restriction names it. */
const TOLD: Readonly<Record<Exclude<Activity, 'night'>, { readonly scene: RegExp; readonly rule: RegExp }>> = {
  fire: {
    scene:
      /\b(?:fire(?!fl|man|men|fight|d\b|s\b at)\w{0,5}|flames?|candles?|torch(?:es)?|bonfire|burn(?:s|ing)|match(?:es)? (?:flare|strike)|strikes a match)\b/i,
    rule: /\b(?:open )?(?:fires?|flames?|candles?|pyro\w*)\b/i,
  },
  smoke: {
    scene: /\b(?:smok(?:e|es|ing|y)|cigar(?:ette)?s?|fog machine|haze)\b/i,
    rule: /\b(?:smok(?:e|ing)|haze|fog machines?|cigar(?:ette)?s?)\b/i,
  },
  guns: {
    scene: /\b(?:guns?|pistols?|rifles?|revolvers?|shotguns?|shoots|gunshots?|fires (?:a|the|his|her) (?:gun|pistol|rifle|shot))\b/i,
    rule: /\b(?:guns?|firearms?|weapons?|blanks?|gun(?:fire|shots?))\b/i,
  },
  animals: {
    scene: /\b(?:dogs?|cats?|horses?|cows?|sheep|goats?|birds? (?:of prey|lands)|animals?)\b/i,
    rule: /\b(?:animals?|dogs?|pets?|horses?|cats?)\b/i,
  },
  vehicles: {
    scene: /\b(?:cars?|trucks?|vans?|taxis?|motorcycles?|motorbikes?|bus|tractors?|pickups?|drives (?:up|off|away|in))\b/i,
    rule: /\b(?:vehicles?|cars?|trucks?|vans?|driving|motor\w*)\b/i,
  },
  crowd: {
    scene: /\b(?:crowds?|dozens of|hundreds of|mob|audience|parade|throng|packed with)\b/i,
    rule: /\b(?:crowds?|extras|more than \d+ (?:people|persons)|large (?:crews?|groups?))\b/i,
  },
  stunts: {
    scene: /\b(?:fights?|punch(?:es)?|crash(?:es)?|explo(?:des?|sions?)|stunts?|falls from|tackles|jumps (?:off|from|out))\b/i,
    rule: /\b(?:stunts?|fights?|explosions?|explosives?|wire work)\b/i,
  },
  rain: {
    scene: /\b(?:rain(?:s|ing)?|downpour|storm|drench(?:ed|es))\b/i,
    rule: /\b(?:rain (?:machines?|towers?)|artificial rain|water effects?|wet[- ]downs?)\b/i,
  },
  noise: {
    scene: /\b(?:screams?|shouts?|gunshots?|explosions?|music blares?|sirens?|roars?|loud)\b/i,
    rule: /\b(?:loud|noise|noisy|amplified|music)\b/i,
  },
  drone: { scene: /\b(?:drone|aerial|bird'?s[- ]eye)\b/i, rule: /\b(?:drones?|aerial)\b/i },
}

/** Parts of buildings and grounds that action lines call for, and how they and lists of features name them. */
const PARTS: Readonly<Record<string, RegExp>> = {
  window: /\bwindow(?:s|sill)?\b/i,
  stairs: /\b(?:stairs?|staircase|stairway|stairwell|steps up)\b/i,
  fireplace: /\b(?:fireplace|hearth|chimney)\b/i,
  balcony: /\b(?:balcony|terrace|veranda|porch)\b/i,
  garden: /\b(?:garden|lawn|yard)\b/i,
  pool: /\b(?:swimming pool|poolside|the pool)\b/i,
  water: /\b(?:lake|river|sea|shore|stream|pond|canal|waves)\b/i,
  elevator: /\b(?:elevator|lift doors?)\b/i,
  roof: /\b(?:roof(?:top)?)\b/i,
  view: /\b(?:view (?:of|over)|skyline|panorama)\b/i,
  trees: /\b(?:trees?|woods)\b/i,
  beams: /\b(?:beams|rafters)\b/i,
}

/** What a scene asks of its place. */
export interface SceneNeeds {
  readonly hour: TimeOfDay
  /** What it does that a place may forbid, each with the words that told of it. */
  readonly does: readonly { readonly activity: Activity; readonly text: string }[]
  /** Parts of places by name, each with the words that called for it. */
  readonly parts: readonly { readonly part: string; readonly text: string }[]
  /** All that is told, for what lists of features name in words of their own; lower case. */
  readonly text: string
}

/** Reads what a scene asks of its place. @param actions its action lines. */
export function sceneNeeds(heading: string, hour: TimeOfDay, actions: readonly string[]): SceneNeeds {
  const text = actions.join(' \n')
  const does = Object.entries(TOLD).flatMap(([activity, { scene }]) => {
    const hit = scene.exec(text)
    return hit ? [{ activity: activity as Activity, text: hit[0] }] : []
  })
  const parts = Object.entries(PARTS).flatMap(([part, re]) => {
    const hit = re.exec(text)
    return hit ? [{ part, text: hit[0] }] : []
  })
  return {
    hour,
    does: hour === 'NIGHT' ? [{ activity: 'night', text: 'NIGHT' }, ...does] : does,
    parts,
    text: `${heading} \n${text}`.toLowerCase(),
  }
}

/** Whether words name a part of places. */
export const namesPart = (part: string, words: string): boolean => PARTS[part]?.test(words) ?? false

const NO = /\b(?:no|not|never|without|forbid\w*|prohibit\w*|banned|ban on|must not|may not|cannot|can't|don't)\b/i
const BY_DAY = /\b(?:day(?:light|time)?|daylight hours|office hours) only\b|\bonly (?:by|during|in) (?:the )?day(?:light|time)?\b/i
const NIGHT = /\b(?:nights?|night[- ]?(?:shoots?|shooting|time)|after (?:dark|sunset|dusk))\b/i
/** What a crew does that a clock ends. */
const WORK = /\b(?:shoot\w*|film\w*|crews?|work\w*|closed|close[sd]?|access|out by|leave|locked)\b/i
const CLOCK = /\b(?:after|past|from|until|till|by|between)\s+(\d{1,2})(?:[:.h]\d{2})?\s*(am|pm)?/i
/** From this hour on a clock speaks of nights. */
const EVENING = 17

/** What a restriction forbids at an hour; empty for one that only people can weigh. */
export function forbidden(restriction: string, hour: TimeOfDay): readonly Activity[] {
  const clock = CLOCK.exec(restriction)
  const half = clock?.[2]?.toLowerCase()
  const from = clock ? (half ? (Number(clock[1]) % 12) + (half === 'pm' ? 12 : 0) : Number(clock[1])) : 0
  const isOfEvenings = from >= EVENING
  if (isOfEvenings && hour !== 'NIGHT') return []
  const isCurfew = isOfEvenings && WORK.test(restriction)
  if (BY_DAY.test(restriction) || isCurfew || (NO.test(restriction) && NIGHT.test(restriction))) return ['night']
  if (!NO.test(restriction)) return []
  return Object.entries(TOLD).flatMap(([activity, { rule }]) => (rule.test(restriction) ? [activity as Activity] : []))
}
