import type { BaseVoice } from '../../film'

/** What a word that is said of somebody does to their voice: factors; a base voice where it asks for one. */
export interface VoiceWord {
  readonly word: RegExp
  readonly pitch?: number
  readonly spread?: number
  readonly pace?: number
  readonly formant?: number
  readonly base?: BaseVoice
}

/** Words for manners and voices, as introductions have them. All that are found count. */
export const VOICE_WORDS: readonly VoiceWord[] = [
  { word: /\b(gruff|gravel(ly)?|growl(s|ing)?|hoarse|rasp(y|ing)?|husky|smoky|whisky-?soaked)\b/, pitch: 0.88, spread: 0.8, formant: 0.97 },
  { word: /\b(deep[- ](voice|voiced)|(voice is|in a) deep|basso|baritone)\b/, pitch: 0.85, formant: 0.95 },
  { word: /\b(booming|thunderous|stentorian|barrel-chested|larger[- ]than[- ]life)\b/, pitch: 0.87, spread: 1.3, formant: 0.94 },
  { word: /\b(high-pitched|shrill|squeaky|piping|reedy|nasal)\b/, pitch: 1.2, formant: 1.06 },
  { word: /\b(soft-?spoken|gentle|mild|quiet|shy|timid|meek|demure|tender)\b/, pitch: 1.03, spread: 0.8, pace: 0.92 },
  {
    word: /\b(nervous|anxious|jittery|jumpy|frantic|hyper(active)?|twitchy|fast-talking|motor-?mouth(ed)?|breathless|excitable)\b/,
    pitch: 1.06,
    spread: 1.4,
    pace: 1.14,
  },
  {
    word: /\b(cheerful|bubbly|lively|perky|chirpy|energetic|exuberant|giggly|bright-eyed|charming)\b/,
    pitch: 1.04,
    spread: 1.4,
    pace: 1.04,
  },
  { word: /\b(weary|tired|exhausted|sleepy|languid|laconic|drawl(s|ing)?|slow|lazy|stoned|drunk(en)?)\b/, spread: 0.75, pace: 0.87 },
  { word: /\b(deadpan|monotone|stoic|emotionless|expressionless|robotic|bored)\b/, spread: 0.5, pace: 0.96 },
  { word: /\b(stern|severe|icy|commanding|authoritative|imperious|stony|steely|grim)\b/, pitch: 0.94, spread: 0.75, pace: 0.97 },
  { word: /\b(dignified|stately|regal|measured|calm|composed|patrician|courtly|wise)\b/, pitch: 0.97, spread: 0.85, pace: 0.92 },
  { word: /\b(frail|feeble|ailing|dying|wizened|quavering|trembling)\b/, pitch: 1.05, spread: 1.3, pace: 0.85 },
  { word: /\b(scot|scots(man|woman)?|scottish|glaswegian|glasgow|edinburgh|highland(er)?|aberdeen)\b/, base: 'awb' },
]

/** Whoever is a machine, or is heard through one, by name: STATION COMPUTER, but not COMPUTER SCIENTIST. */
export const MACHINE_NAME =
  /\b(robot|android|cyborg|droid|computer|mainframe|autopilot|loud-?speaker|intercom|tannoy|sat-?nav|gps|a\.?i\.?|p\.?a\.? system|answering machine|(automated|computer|recorded|robot|machine|p\.?a\.?) voice)( #?\d+)?$/i
/** The same, by what is said of them. */
export const MACHINE_WORDS = /\b(an?|the) ([a-z-]+ ){0,3}(robot|android|cyborg|droid|artificial intelligence)\b/
