/** Who a line is said to: the nearest other speaker around it, else anybody else who is here. */
export function partnerOf(
  speakers: readonly string[],
  speech: number,
  who: string | undefined,
  here: readonly string[],
): string | undefined {
  for (let d = 1; d < 6; d++)
    for (const k of [speakers[speech - d], speakers[speech + d]]) if (k !== undefined && k !== who && here.includes(k)) return k
  return here.find((k) => k !== who)
}
