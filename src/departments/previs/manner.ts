import type { Expression } from '../../film'

/** How a line is said. */
export interface Manner {
  /** 0 a whisper, 1 a scream. */
  readonly energy: number
  readonly mood?: Expression
  readonly weight: number
}

const MOODS: readonly (readonly [RegExp, Expression, number])[] = [
  [/\b(?:smil|grin|laugh|chuckl|happ|joy|delight|cheer|amused|warm|playful|teas|beam|flirt)/i, 'joy', 0.7],
  [/\b(?:shout|yell|scream|angr|furious|snap|rage|bark|hiss|bitter|mad|irritat|annoy|growl|spit)/i, 'anger', 0.7],
  [/\b(?:cry|cries|crying|sob|weep|sad|tear|grief|mourn|broken|quiet(?:ly)?|soft(?:ly)?|sorry)/i, 'sorrow', 0.55],
  [/\b(?:afraid|terrif|scared|fright|panic|trembl|nervous|shak|fear|horrif)/i, 'fear', 0.7],
  [/\b(?:surpris|astonish|gasp|shock|stunned|startl|incredul)/i, 'surprise', 0.8],
  [/\b(?:disgust|revolt|sick)/i, 'disgust', 0.7],
  [/\b(?:sarcas|dry(?:ly)?|mock|contempt|sneer|scoff|smug|cold(?:ly)?|deadpan)/i, 'contempt', 0.6],
  [/\b(?:tense|firm|stern|serious|grim|into radio|urgent|hesitat|careful|wary|flat)/i, 'tense', 0.5],
]

/** Force and feeling of a line, from its parenthetical and punctuation. */
export function mannerOf(text: string, manner = ''): Manner {
  let energy = 0.42
  if (/\?/.test(text)) energy = 0.5
  if (/!/.test(text)) energy = 0.75
  const letters = text.replace(/[^\p{L}]/gu, '')
  if (letters.length > 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) energy = 0.85
  if (/\b(?:shout|yell|scream|bellow|roar)/i.test(manner)) energy = 0.95
  else if (/\b(?:whisper|murmur|mutter|under (?:his|her) breath|quiet|soft|to (?:him|her)self)/i.test(manner)) energy = 0.18
  const found = MOODS.find(([re]) => re.test(manner))
  if (found) return { energy, mood: found[1], weight: found[2] }
  if (/[!?]{2,}|\?!/.test(text)) return { energy: Math.max(energy, 0.75), mood: 'surprise', weight: 0.6 }
  if (/!/.test(text)) return { energy, mood: /\b(?:no|stop|never|damn|hell|out|get)\b/i.test(text) ? 'anger' : 'surprise', weight: 0.45 }
  if (/\bha(?:ha)+\b/i.test(text)) return { energy, mood: 'joy', weight: 0.7 }
  if (/\b(?:sorry|died|dead|gone|miss you|goodbye)\b/i.test(text)) return { energy, mood: 'sorrow', weight: 0.4 }
  // A line that trails off holds something back; a question lifts the brows.
  if (/(?:\.\.\.|…)\s*$/.test(text)) return { energy: energy * 0.85, mood: 'tense', weight: 0.3 }
  if (/\?\s*$/.test(text)) return { energy, mood: 'surprise', weight: 0.22 }
  return { energy, weight: 0 }
}
