import type { Garment } from '../../film'
import { COLOURS, CONDITION_WORDS, GARMENT_NOUNS, MATERIAL_WORDS, PATTERN_WORDS } from './wardrobe-words'

/** A garment the script names, with what it says of it; what it does not say is absent. */
export interface NamedGarment {
  kind: Garment['kind']
  colour?: string
  accent?: string
  material?: Garment['material']
  pattern?: Garment['pattern']
  condition?: Garment['condition']
  /** Further conditions, where several are named. */
  also?: Garment['also']
  /** The words it comes from. */
  text: string
  /** True for `suit`: the trousers match. */
  suit: boolean
  /** True where only cloth is named, `black silk`: a woman's dress, a man's suit. */
  cloth?: boolean
}

const CARRIED = /^\s*(?:under|in|on|over) (?:his|her|their|one|the|an?) (?:arm|arms|hand|hands|lap|table|chair)/
/** `no coat`, `without a hat`: what is said not to be worn. */
const MISSING = /\b(?:no|without|missing|lost) (?:an? |his |her |their |the |any )?$/
const HAIRY = /\b(hair|haired|bun|beard|bearded|moustache|mustache|braids?|ponytail|eyes|eyed|skin|skinned|curls|locks|stubble)\b/

/** A colour and a cloth, and no garment: `in black silk`. */
const CLOTH_ALONE =
  /^\s*(?:(?:all|dressed|clad) )?(?:in )?((?:dark |light |pale |deep )?[a-z]+) (silk|satin|velvet|muslin|lace|taffeta|tweed|wool|linen|leather)\s*$/

const first = <T>(rules: readonly (readonly [RegExp, T])[], text: string): T | undefined =>
  rules.find(([r]) => new RegExp(`\\b(?:${r.source})\\b`).test(text))?.[1]

const every = <T>(rules: readonly (readonly [RegExp, T])[], text: string): T[] =>
  rules.filter(([r]) => new RegExp(`\\b(?:${r.source})\\b`).test(text)).map(([, v]) => v)

/** Colours in a run of words, in order. `light` and `pale` before a colour lighten it, `dark` and `deep` darken it. */
export function coloursIn(text: string): string[] {
  const out: string[] = []
  const words = text.replace(/sky blue/g, 'sky-blue').split(/[^a-z-]+/)
  words.forEach((word, i) => {
    const hex = COLOURS[word]
    if (!hex) return
    const before = words[i - 1] ?? ''
    if ((word === 'dark' || word === 'pale') && COLOURS[words[i + 1] ?? '']) return
    if (before === 'dark' || before === 'deep') out.push(shade(hex, 0.62))
    else if (before === 'light' || before === 'pale' || before === 'bright') out.push(shade(hex, 1.35))
    else out.push(hex)
  })
  return out
}

/** The hex colour with its display values multiplied. */
export function shade(hex: string, factor: number): string {
  const n = Number.parseInt(hex.slice(1), 16)
  const f = (v: number) =>
    Math.max(0, Math.min(255, Math.round(factor > 1 ? 255 - (255 - v) / factor : v * factor)))
      .toString(16)
      .padStart(2, '0')
  return `#${f((n >> 16) & 255)}${f((n >> 8) & 255)}${f(n & 255)}`
}

/** Every garment a description names, in order; things carried rather than worn are left out. `in black` alone becomes a suit of that colour. */
export function readWardrobe(description: string): NamedGarment[] {
  const out: NamedGarment[] = []
  for (const phrase of description.toLowerCase().split(/[,;.()]|\b(?:and|with|over|beneath|wearing|holding)\b/)) {
    let rest = phrase
    let found = false
    for (const noun of GARMENT_NOUNS) {
      const match = new RegExp(`\\b(?:${noun.words.source})(?:e?s)?(?![a-z])`).exec(rest)
      if (!match) continue
      found = true
      const after = rest.slice(match.index + match[0].length)
      const before = rest.slice(0, match.index)
      rest = `${before} ${after}`
      const whole = phrase.indexOf(match[0])
      if (CARRIED.test(phrase.slice(whole + match[0].length))) continue
      if (MISSING.test(before)) continue
      if (noun.kind === 'jacket' && /\blife\s*$/.test(before)) continue
      const colours = coloursIn(before.replace(/^.*\bhair\b/, ''))
      const material = first(MATERIAL_WORDS, `${before} ${match[0]}`) ?? noun.material
      const pattern = first(PATTERN_WORDS, before)
      const [condition, ...also] = every(CONDITION_WORDS, `${before} ${after}`)
      const kind = noun.kind === 'coat' && colours[0] === COLOURS.white && /^coat/.test(match[0]) ? 'lab-coat' : noun.kind
      const colour = colours[0] ?? noun.colour
      out.push({
        kind,
        ...(colour ? { colour } : {}),
        ...(colours[1] ? { accent: colours[1] } : {}),
        ...(material ? { material } : {}),
        ...(pattern ? { pattern } : {}),
        ...(condition ? { condition } : {}),
        ...(also.length > 0 ? { also } : {}),
        text: phrase.trim(),
        suit: kind === 'suit-jacket' && /suits?$/.test(match[0]),
      })
    }
    const cloth = !found && !HAIRY.test(phrase) ? CLOTH_ALONE.exec(phrase) : null
    if (cloth) {
      const [colour] = coloursIn(cloth[1]!)
      const material = first(MATERIAL_WORDS, cloth[2]!)
      out.push({
        kind: 'dress',
        ...(colour ? { colour } : {}),
        ...(material ? { material } : {}),
        text: phrase.trim(),
        suit: false,
        cloth: true,
      })
      found = true
    }
    // `torn uniform, bloodied`: said of what was named before.
    const last = out.at(-1)
    if (!found && last && /^\s*(?:all |now |and )?[a-z-]+\s*$/.test(phrase))
      for (const state of every(CONDITION_WORDS.slice(0, 4), phrase)) {
        if (!last.condition) last.condition = state
        else if (last.condition !== state) last.also = [...(last.also ?? []), state]
      }
    if (!found && !HAIRY.test(phrase)) {
      const all = /\b(?:in|all in|dressed in) ((?:dark |light )?[a-z]+)\s*$/.exec(phrase)
      const colour = all ? coloursIn(all[1]!)[0] : undefined
      if (all && colour) out.push({ kind: 'suit-jacket', colour, material: 'wool', text: phrase.trim(), suit: true })
    }
  }
  return out.filter((g, i) => out.findIndex((o) => o.kind === g.kind) === i)
}
