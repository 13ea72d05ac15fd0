/** Plurals that one person has, and words that only look like plurals. */
const KEPT =
  /^(?:shoes|boots|sneakers|trousers|pants|jeans|shorts|overalls|pyjamas|pajamas|glasses|sunglasses|goggles|gloves|leggings|tights|socks|slippers|scrubs|fatigues|heels|eyes|curls|braids|dreadlocks|locks|freckles|whiskers|hands|arms|legs|his|this|is|was|has|sports|series)$|(?:ss|us|is|['’]s|\d0s)$/i

/** Words about several people as they are said of one: GUARDS in blue uniforms, a GUARD in blue uniform. English plurals. */
export const oneOf = (words: string): string =>
  words.replace(/[\p{L}\d'’]+/gu, (word) => {
    if (KEPT.test(word)) return word
    return word
      .replace(/men$/i, (m) => (m === 'MEN' ? 'MAN' : 'man'))
      .replace(/^children$/i, (m) => m.slice(0, 5))
      .replace(/(?<=ss|sh|ch|x)es$/i, '')
      .replace(/(?<=\p{L}{2})ies$/iu, (m) => (m === 'IES' ? 'Y' : 'y'))
      .replace(/(?<=[\p{L}]{2}[^su])s$/iu, '')
  })
