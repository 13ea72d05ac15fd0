import { sha256Hex } from './sha256'

/** ASCII without an apostrophe, which joins what stands on both sides of it. */
const PLAIN = /^[\x20-\x26\x28-\x7e]*$/

/**
 * A readable part of a key: lower case, letters and digits of any script, words joined by `-`.
 * Accents on Latin letters are folded; an empty result becomes `x`.
 */
export function slug(text: string): string {
  // Plain letters need no folding: a look at each does for most texts.
  if (PLAIN.test(text))
    return (
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'x'
    )
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return folded || 'x'
}

/** Three hex digits that stand for the first words of a text: the anchor that makes keys survive insertions. */
export function anchor(text: string, words = 4): string {
  return sha256Hex(slug(text).split('-').slice(0, words).join('-')).slice(0, 3)
}

/** Hands out keys, never the same twice: a key asked for again gets `.2`, `.3` … */
export function uniqueKeys(): (key: string) => string {
  const seen = new Map<string, number>()
  return (key) => {
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return n === 1 ? key : `${key}.${n}`
  }
}
