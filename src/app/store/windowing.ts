/** Rows beyond the edge that are drawn too, so that a quick scroll shows no gap. */
const SPARE = 8

/**
 * Which rows of a list are on screen, with some to spare.
 * @param top Pixels scrolled. @param height Pixels seen.
 */
export function windowOf(count: number, rowHeight: number, top: number, height: number): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - SPARE)
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE)
  // A list that became shorter than it was scrolled shows its end.
  return to <= from ? { from: Math.max(0, count - Math.ceil(height / rowHeight) - SPARE), to: count } : { from, to }
}
