/** Speaking rate of who is not heard, words a minute. */
export const WORDS_A_MINUTE = 165

/** Scripts that write no space between words. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Words of any script; a run of Han, kana or Thai letters counts a word for every two letters. */
export function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{N}'’]+/gu) ?? []
  if (!DENSE.test(text)) return words.length
  let n = 0
  for (const word of words) {
    const dense = word.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)
    n += dense && dense.length > 1 ? Math.ceil(dense.length / 2) : 1
  }
  return n
}

/** Seconds to speak a text: 165 words a minute, 0.16 s at a comma, 0.32 s at a full stop inside it, never under 0.8 s. */
export function speechSeconds(text: string, manner = ''): number {
  const inner = text.trim().replace(/[\p{P}\s]+$/u, '')
  const commas = (inner.match(/[,;:、，]|(?:\s[–—-]+\s)|--/gu) ?? []).length
  const stops = (inner.match(/[.!?…。！？]+/gu) ?? []).length
  const pace = /\b(?:slow|weak|whisper|drunk|tired|careful)/i.test(manner)
    ? 1.2
    : /\b(?:fast|quick|rapid|rush|breathless|panick)/i.test(manner)
      ? 0.85
      : 1
  return Math.max(0.8, ((countWords(text) * 60) / WORDS_A_MINUTE) * pace + commas * 0.16 + stops * 0.32)
}

const ON_FOOT =
  /\b(?:walk|run|sprint|cross|enter|climb|chase|hurr|rush|march|stroll|wander|approach|follow|pace|descend|leav|exit|stagger|limp|push|crawl|sneak|creep|come|go|storm|step)(?:s|es|ies|ning|ing|ped|ed)?\b/i
const LINGER = /\b(?:long|silence|slowly|stares?|waits?|pause|quiet(?:ly)?|nothing|still|neither|nobody moves)\b/i

/** What one does after a walk or after getting up: it wants its own time. */
const THEN_HANDS =
  /\b(?:and|then|,|\.)\s+(?:\w+\s+){0,3}?(?:take|pick|put|grab|hand|give|open|close|pour|lift|light|blow|break|tear|hug|kiss|embrace|kneel|sit|lie|punch|slap|hit|shake|knock|throw|pull|push)(?:s|es)?\b/i
const GETS_UP = /\b(?:rises?|stands? up|gets? up)\b/i

/** A text without what it says in brackets (ages, clothes): that is seen, not waited for. */
export const withoutAsides = (text: string): string =>
  text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** Seconds a described action is on screen: 14 characters a second, 1.2 to 8 s; a walk needs 2.6 s, what is done at its end 1.7 s more, a silence lingers. */
export function actionSeconds(written: string): number {
  const text = withoutAsides(written)
  const dense = (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? []).length
  let s = (text.length + dense * 1.8) / 14
  if (LINGER.test(text)) s += 0.9
  if (ON_FOOT.test(text)) s = Math.max(s, 2.6)
  if ((ON_FOOT.test(text) || GETS_UP.test(text)) && THEN_HANDS.test(text)) s = Math.max(s, 4.3)
  return Math.min(Math.max(s, 1.2), 8)
}
