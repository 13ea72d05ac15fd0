import { type CST, Lexer, Parser } from 'yaml'

/** What a master file may be at most. Far above any film; low enough that the slowest text is read in two seconds. */
export const YAML_LIMITS = {
  /** UTF-16 units of text. */
  characters: 5 * 1024 * 1024,
  /** Marks and words as the lexer cuts them; a listed shot has about sixty, and a folder may hold several files. */
  tokens: 40_000,
  /** Collections within each other. */
  depth: 48,
  /** Characters of one value. */
  scalar: 1024 * 1024,
  /** Backslashes in quoted text altogether. */
  escapes: 20_000,
  /** Uses of anchors. */
  aliases: 1_000,
  /** Keys and values after all anchors are filled in. */
  nodes: 100_000,
  /** Findings listed of one file. */
  findings: 100,
} as const

/** A text taken apart, or the limit that it breaks and where. */
export type YamlScan =
  | { readonly tokens: readonly CST.Token[]; readonly limit?: undefined }
  | { readonly limit: 'characters' | 'tokens' | 'depth' | 'scalar' | 'escapes'; readonly offset: number }

/** Two entries stand on the parser's stack for a level: the collection and the item in it; one for the document. */
const STACK = YAML_LIMITS.depth * 2 + 1

/**
 * Cuts a text into YAML tokens, without recursion, and stops at the first limit that it breaks: what comes after
 * (composing) recurses and is slow, and must never see such a text.
 */
export function scanYaml(text: string): YamlScan {
  if (text.length > YAML_LIMITS.characters) return { limit: 'characters', offset: 0 }
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let offset = 0
  let count = 0
  let escapes = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > YAML_LIMITS.tokens) return { limit: 'tokens', offset }
    if (lexeme.length > YAML_LIMITS.scalar && lexeme.trim() !== '') return { limit: 'scalar', offset }
    if (lexeme.startsWith('"')) escapes += backslashes(lexeme)
    if (escapes > YAML_LIMITS.escapes) return { limit: 'escapes', offset }
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > STACK && collections(parser.stack) > YAML_LIMITS.depth) return { limit: 'depth', offset }
    // Marks that the lexer puts in for the parser (document, flow end, scalar) take no room in the text.
    if (!'\u0002\u0018\u001f'.includes(lexeme)) offset += lexeme.length
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens }
}

function backslashes(text: string): number {
  let n = 0
  for (let i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 1)) n++
  return n
}

function collections(stack: readonly CST.Token[]): number {
  return stack.filter((t) => t.type === 'block-map' || t.type === 'block-seq' || t.type === 'flow-collection').length
}
