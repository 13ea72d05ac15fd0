import { Composer, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { Diagnostic } from '../../film'
import { scanYaml, YAML_LIMITS, type YamlScan } from './scan-yaml'

/** Where something stands in a file: line and column from 1. */
export interface SourcePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A way down into a document: `['characters', 'mara', 'wardrobe', 0]`. */
export type DataPath = readonly (string | number)[]

/** A file as plain data that remembers where everything stood. */
export interface YamlDocument {
  /** Objects, arrays, strings, finite numbers, booleans and null; undefined if the text could not be read at all. */
  readonly data: unknown
  /**
   * Where a path stands: a value's own place, or its key's for whatever begins below its key, or with `'key'`. For a
   * path that is not there, the place of the nearest thing above it that is.
   */
  place(path: DataPath, of?: 'value' | 'key'): SourcePlace
  readonly diagnostics: readonly Diagnostic[]
}

/** Where a node and its key begin in the text, and what is under it. */
interface Spot {
  readonly offset: number
  readonly keyOffset: number
  readonly children: Map<string, Spot>
}

/** Names that lead out of plain data into the machinery below it. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
/** Beyond this a double no longer holds every whole number. */
const LARGEST = 2 ** 53

/**
 * Reads YAML 1.2 (and JSON, which is YAML) as plain data with positions. Never throws, never takes more than two
 * seconds, executes nothing: what is wrong with the text is in `diagnostics`. Keys of the same name, numbers that are
 * none, tags, keys that are no names and keys that would touch JavaScript's prototypes are left out of the data and said.
 */
export function readYaml(text: string, file: string): YamlDocument {
  return new YamlReader(text, file)
}

class YamlReader implements YamlDocument {
  readonly data: unknown
  readonly diagnostics: Diagnostic[] = []
  readonly #file: string
  readonly #text: string
  /** Offsets at which lines begin. */
  readonly #lines = [0]
  readonly #root: Spot = { offset: 0, keyOffset: 0, children: new Map() }
  readonly #anchors = new Map<string, Node>()
  /** Anchored nodes that are being filled in: an alias to one of them would never end. */
  readonly #open = new Set<Node>()
  readonly #said = new Set<string>()
  #nodes = 0
  #aliases = 0
  #more = 0

  constructor(text: string, file: string) {
    this.#file = file
    this.#text = text
    if (text.length <= YAML_LIMITS.characters)
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.#lines.push(i + 1)
    this.data = this.#read(scanYaml(text))
    if (this.#more > 0)
      this.diagnostics.push({
        severity: 'info',
        rule: 'yaml.more',
        message: `${this.#more} more findings of this kind are not listed`,
        remedy: 'mend the first ones and look again',
        file,
        line: 0,
        column: 0,
      })
  }

  place(path: DataPath, of: 'value' | 'key' = 'value'): SourcePlace {
    let spot = this.#root
    let whole = true
    for (const step of path) {
      const next = spot.children.get(String(step))
      if (!next) {
        whole = false
        break
      }
      spot = next
    }
    return this.#at(of === 'key' || !whole || spot.children.size > 0 ? spot.keyOffset : spot.offset)
  }

  #read(scan: YamlScan): unknown {
    if (scan.limit) {
      const [message, remedy] = LIMIT_TEXTS[scan.limit]
      this.#say('error', `yaml.${LIMIT_RULES[scan.limit]}`, scan.offset, message, remedy)
      return
    }
    // A version directive would bring in YAML 1.1 with its sets, dates and binary values.
    const options = { schema: 'core', uniqueKeys: false, resolveKnownTags: false, prettyErrors: false, logLevel: 'silent' } as const
    const documents = [...new Composer(options).compose(scan.tokens, true, this.#text.length)]
    const [first, second] = documents
    if (!first) return
    if (second)
      this.#say(
        'warning',
        'yaml.many-documents',
        second.range[0],
        `the file holds ${documents.length} documents; only the first is read`,
        'put each production into a file of its own, or take out the line ---',
      )
    if (this.#syntax(first)) return
    if (!first.contents) return null
    return this.#value(first.contents, this.#root, 0)
  }

  /** Says what the parser found; whether the text is unreadable for it. */
  #syntax(document: Document.Parsed): boolean {
    for (const e of document.errors)
      this.#say('error', 'yaml.syntax', e.pos[0], e.message.replace(/\s+/g, ' '), SYNTAX_REMEDIES[e.code] ?? 'mend the YAML here')
    for (const w of document.warnings)
      this.#say(
        'warning',
        w.code === 'TAG_RESOLVE_FAILED' ? 'yaml.tag' : 'yaml.odd',
        w.pos[0],
        w.code === 'TAG_RESOLVE_FAILED' ? 'tags do nothing here: the value is read as if it had none' : w.message.replace(/\s+/g, ' '),
        'take it out',
      )
    return document.errors.length > 0
  }

  #value(node: Node, spot: Spot, depth: number): unknown {
    if (++this.#nodes > YAML_LIMITS.nodes || depth > YAML_LIMITS.depth) {
      this.#say('error', 'yaml.too-large-filled-in', startOf(node), 'the anchors fill in to a huge document', 'use fewer aliases (*name)')
      return null
    }
    if (isAlias(node)) return this.#alias(node.source, startOf(node), spot, depth)
    if (node.anchor) this.#anchors.set(node.anchor, node)
    this.#open.add(node)
    const value = isMap(node)
      ? this.#map(node.items, spot, depth)
      : isSeq(node)
        ? this.#list(node.items, spot, depth)
        : isScalar(node)
          ? this.#scalar(node.value, startOf(node))
          : null
    this.#open.delete(node)
    return value
  }

  #alias(name: string, offset: number, spot: Spot, depth: number): unknown {
    const target = this.#anchors.get(name)
    if (++this.#aliases > YAML_LIMITS.aliases) {
      const rule = 'yaml.aliases'
      this.#say('error', rule, offset, `more than ${YAML_LIMITS.aliases} aliases`, 'write the values out', `*${name}`, rule)
      return null
    }
    if (!target || this.#open.has(target)) {
      const [what, todo] = target
        ? [`*${name} stands inside &${name} itself`, 'take one of them out']
        : [`nothing before this is named &${name}`, `put &${name} before the value that is meant`]
      this.#say('error', target ? 'yaml.endless-alias' : 'yaml.unknown-alias', offset, what, todo, `*${name}`)
      return null
    }
    return this.#value(target, spot, depth + 1)
  }

  #list(items: readonly unknown[], spot: Spot, depth: number): unknown[] {
    return items.map((item, i) => {
      const node = item as Node
      const offset = startOf(node)
      const child: Spot = { offset, keyOffset: offset, children: new Map() }
      spot.children.set(String(i), child)
      return this.#value(node, child, depth + 1) ?? null
    })
  }

  #map(pairs: readonly Pair[], spot: Spot, depth: number): Record<string, unknown> {
    const made: Record<string, unknown> = {}
    const merges: Node[] = []
    for (const pair of pairs) {
      const key = pair.key as Node | null
      const offset = key ? startOf(key) : spot.offset
      const name = this.#key(key, offset)
      if (name === undefined) continue
      const value = pair.value as Node | null
      if (name === '<<' && value) {
        merges.push(value)
        continue
      }
      if (Object.hasOwn(made, name)) {
        const first = this.#at(spot.children.get(name)?.keyOffset ?? offset)
        this.#say(
          'error',
          'yaml.duplicate-key',
          offset,
          `the key ${shorten(name)} stands here twice (first in line ${first.line})`,
          'keep one of them',
          name,
        )
        continue
      }
      this.#put(made, spot, name, offset, value, depth)
    }
    for (const node of merges) this.#merge(made, spot, node, depth)
    return made
  }

  #put(made: Record<string, unknown>, spot: Spot, name: string, keyOffset: number, value: Node | null, depth: number): void {
    const child: Spot = { offset: value ? startOf(value) : keyOffset, keyOffset, children: new Map() }
    const got = value ? this.#value(value, child, depth + 1) : null
    if (got === undefined) return
    made[name] = got
    spot.children.set(name, child)
  }

  /** `<<: *name` or a list of them: keys that are not there yet. */
  #merge(made: Record<string, unknown>, spot: Spot, node: Node, depth: number): void {
    const sources = isSeq(node) ? (node.items as Node[]) : [node]
    for (const source of sources) {
      const child: Spot = { offset: startOf(source), keyOffset: startOf(source), children: new Map() }
      const got = this.#value(source, child, depth + 1)
      if (typeof got !== 'object' || got === null || Array.isArray(got)) {
        if (got !== undefined && got !== null)
          this.#say('error', 'yaml.merge', startOf(source), '<< takes keys from another map, and this is none', 'write <<: *name')
        continue
      }
      for (const [name, value] of Object.entries(got)) {
        if (Object.hasOwn(made, name)) continue
        made[name] = value
        const from = child.children.get(name)
        if (from) spot.children.set(name, from)
      }
    }
  }

  /** A key as a name, or undefined when it cannot be one. */
  #key(key: Node | null, offset: number): string | undefined {
    const named = isAlias(key) ? this.#anchors.get(key.source) : key
    const value = isScalar(named) ? named.value : undefined
    if (isScalar(named) && named.anchor) this.#anchors.set(named.anchor, named)
    if (value === undefined || value === null || (typeof value === 'object' && value)) {
      this.#say('error', 'yaml.key', offset, 'a key must be a name', 'write a word before the colon')
      return
    }
    const name = typeof value === 'string' ? value : ((named as { source?: string }).source ?? String(value))
    if (!UNSAFE_KEYS.has(name)) return name
    this.#say('warning', 'yaml.unsafe-key', offset, `a key may not be called ${name}; it is left out`, 'give it another name', name)
    return
  }

  #scalar(value: unknown, offset: number): unknown {
    if (typeof value !== 'number' || Math.abs(value) <= LARGEST) return typeof value === 'object' ? null : value
    const word = this.#text.slice(offset, offset + 40).split(/[\s,\]}]/)[0] ?? ''
    this.#say(
      'error',
      Number.isNaN(value) ? 'yaml.not-a-number' : 'yaml.huge-number',
      offset,
      Number.isNaN(value) ? `${word} is not a number` : `the number ${shorten(word)} is too large`,
      `write a plain number within ±${LARGEST}, or put it in quotes if it is text`,
      word,
    )
    return
  }

  #at(offset: number): SourcePlace {
    let low = 0
    let high = this.#lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#lines[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { file: this.#file, line: low + 1, column: offset - this.#lines[low]! + 1 }
  }

  #say(
    severity: Diagnostic['severity'],
    rule: string,
    offset: number,
    message: string,
    remedy: string,
    value?: string,
    once = `${rule}@${offset}`,
  ): void {
    // What an anchor holds is read again at each of its aliases.
    if (this.#said.has(once)) return
    if (this.#said.size >= YAML_LIMITS.findings) {
      this.#more++
      return
    }
    this.#said.add(once)
    this.diagnostics.push({
      severity,
      rule,
      message,
      remedy,
      ...this.#at(offset),
      ...(value === undefined ? {} : { value: shorten(value, 120) }),
    })
  }
}

const startOf = (node: Node | null | undefined): number => node?.range?.[0] ?? 0

const shorten = (text: string, most = 40): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

const LIMIT_RULES = {
  characters: 'too-large',
  tokens: 'too-many-keys',
  depth: 'too-deep',
  scalar: 'value-too-long',
  escapes: 'escapes',
} as const

const LIMIT_TEXTS: Record<keyof typeof LIMIT_RULES, readonly [message: string, remedy: string]> = {
  characters: ['the file is larger than 5 MB', 'keep scripts, pictures and sounds in files of their own and name them here'],
  tokens: ['the file has far more keys and values than a production needs', 'split it into several productions'],
  depth: [`the file nests more than ${YAML_LIMITS.depth} levels`, 'look for brackets that are never closed'],
  scalar: ['one value is longer than a million characters', 'put it into a file of its own and name the file, or look for a missing quote'],
  escapes: ['the quoted texts are full of backslashes', 'look for a missing quote'],
}

/** What to do, by the parser's error code; its own message says what is wrong. */
const SYNTAX_REMEDIES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'begin keys that belong together in the same column',
  TAB_AS_INDENT: 'use spaces instead of tabs',
  BLOCK_AS_IMPLICIT_KEY: 'put the text after the first colon in quotes',
  MISSING_CHAR: 'look for a missing quote, comma, colon or bracket here or above',
  UNEXPECTED_TOKEN: 'take it out, or put the text in quotes',
  MULTILINE_IMPLICIT_KEY: 'write a colon after the key, on the same line',
  BAD_DQ_ESCAPE: 'write \\\\ for a backslash, or use single quotes',
  BAD_SCALAR_START: 'put the text in quotes',
  BAD_ALIAS: 'put text that begins with * or & in quotes',
  MULTIPLE_ANCHORS: 'keep one of the anchors',
  MULTIPLE_TAGS: 'take the tags out',
  BAD_DIRECTIVE: 'take the line that begins with % out',
  TAG_RESOLVE_FAILED: 'take the tag out',
}
