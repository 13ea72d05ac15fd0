/** The two works that are compared; each does the same `frames` frames from first to last, finished when its promise is. */
export interface MeasureExportOptions {
  /** Draws the frames and waits until the GPU is done. */
  readonly render: () => Promise<unknown>
  /** Draws the same frames, encodes and writes them, until the file is complete. */
  readonly encode: () => Promise<unknown>
  /** Milliseconds; only differences count. */
  readonly now: () => number
  /** Rounds that count, odd and at least 1; default 7. */
  readonly rounds?: number
}

/** How much longer exporting takes than rendering. */
export interface ExportRatio {
  /** Median over the rounds of export time ÷ render time. */
  readonly ratio: number
  /** The least and the greatest of the rounds: how noisy the machine was. */
  readonly least: number
  readonly greatest: number
  /** Milliseconds of each round, in order. */
  readonly rounds: readonly { readonly renderMs: number; readonly encodeMs: number }[]
}

/** The middle of an odd number of values. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number
}

/**
 * Compares exporting with rendering alone on a machine whose speed wanders: short blocks of both take turns, so that a
 * slow spell hits both; who goes first changes from round to round, so that a drift favours neither; each round gives a
 * ratio of its own, and the median forgets the rounds in which something else was running. One round goes before that
 * does not count: it compiles.
 * @throws RangeError when `rounds` is not an odd whole number, or rendering took no time by the clock.
 */
export async function measureExport({ render, encode, now, rounds = 7 }: MeasureExportOptions): Promise<ExportRatio> {
  if (!Number.isInteger(rounds) || rounds < 1 || rounds % 2 === 0)
    throw new RangeError(`measureExport: rounds must be an odd whole number, got ${rounds}`)
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = now()
    await work()
    return now() - start
  }
  await render()
  await encode()
  const measured: { renderMs: number; encodeMs: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const exportFirst = round % 2 === 1
    const early = exportFirst ? await timed(encode) : 0
    const renderMs = await timed(render)
    const encodeMs = exportFirst ? early : await timed(encode)
    if (!(renderMs > 0)) throw new RangeError(`measureExport: rendering took ${renderMs} ms; give it more frames`)
    measured.push({ renderMs, encodeMs })
  }
  const ratios = measured.map((m) => m.encodeMs / m.renderMs)
  return { ratio: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios), rounds: measured }
}
