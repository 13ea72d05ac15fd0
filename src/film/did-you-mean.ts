/** Longer words are nobody's slip of the finger, and cost time squared. */
const LONGEST = 64

/** The nearest of some words, if it is near enough to be meant; letter case does not matter, the first of equals wins. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return
  const lower = word.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const k of known) {
    const other = k.toLowerCase()
    if (other.length > LONGEST) continue
    const d = other.startsWith(lower) && lower.length > 1 ? Math.min(1, other.length - lower.length) : editDistance(lower, other)
    if (d < least) [best, least] = [k, d]
  }
  return best
}

/** Letters to insert, delete, change or swap with a neighbour to make one word of another (Damerau; restricted). */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] as number[]
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let d = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, rows[i - 2]![j - 2]! + 1)
      row.push(d)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
