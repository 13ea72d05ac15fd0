import type { ErrorData } from '../../pipeline'

/** What an error says, or what was thrown instead of one. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What the renderer says when it is given no graphics card. */
const NO_CARD = /no graphics adapter|WebGPU is not available/i

/**
 * A run's error as this page's reader needs it. A browser whose graphics process crashed twice gives a page no graphics
 * card any more, as if there had never been one: where one has drawn before, restarting the browser is what helps.
 * @param drew Whether this page has drawn anything.
 */
export function inPlace(error: ErrorData, drew: boolean): ErrorData {
  if (!drew || !NO_CARD.test(error.problem)) return error
  return {
    ...error,
    problem: 'the browser’s graphics process crashed, and it gives this page no graphics card any more',
    remedy: 'close the browser, open it and this page again, and press Resume: what is finished is kept',
  }
}
