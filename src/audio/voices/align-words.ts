import type { Pronounced } from './flite'

/** What it costs that a phone is another: vowels are reduced in a sentence; and that one is missing or was put in. */
const [ANOTHER, VOWEL_CHANGED, LOST] = [1.5, 0.4, 0.8]

const isVowel = (phone: string): boolean => /^[aeiou]/.test(phone)

/**
 * Finds the phones of each word in those of a sentence (least edit distance): in a sentence some are reduced, dropped or
 * joined. Both without silences.
 * @returns how many phones of the sentence belong to each word; together they are all.
 */
export function alignWords(sentence: readonly string[], words: readonly (readonly Pronounced[])[]): number[] {
  const alone = words.flatMap((word, of) => word.map((p) => ({ phone: p.phone, of })))
  const width = alone.length + 1
  const cost = new Float64Array((sentence.length + 1) * width)
  for (let i = 0; i <= sentence.length; i++)
    for (let k = 0; k <= alone.length; k++) {
      const at = i * width + k
      if (i === 0 || k === 0) cost[at] = (i + k) * LOST
      else
        cost[at] = Math.min(
          (cost[at - width - 1] as number) + change(sentence[i - 1] as string, alone[k - 1]?.phone as string),
          (cost[at - width] as number) + LOST,
          (cost[at - 1] as number) + LOST,
        )
    }
  const counts = words.map(() => 0)
  let i = sentence.length
  let k = alone.length
  while (i > 0) {
    const at = i * width + k
    // A phone that no word has belongs to the one it follows.
    const of = alone[Math.max(0, k - 1)]?.of ?? 0
    if (k > 0 && cost[at] === (cost[at - width - 1] as number) + change(sentence[i - 1] as string, alone[k - 1]?.phone as string)) {
      counts[of] = (counts[of] ?? 0) + 1
      i--
      k--
    } else if (k > 0 && cost[at] === (cost[at - 1] as number) + LOST) k--
    else {
      counts[of] = (counts[of] ?? 0) + 1
      i--
    }
  }
  return counts
}

function change(a: string, b: string): number {
  if (a === b) return 0
  return isVowel(a) && isVowel(b) ? VOWEL_CHANGED : ANOTHER
}
