import { DEEDS, type DeedKind } from './deed-table'

const VOWEL = /[aeiou]/
function forms(base: string): string[] {
  const e = base.endsWith('e')
  const y = base.endsWith('y') && !VOWEL.test(base.at(-2) ?? '')
  const hiss = /(?:s|x|z|ch|sh|o)$/.test(base)
  const stem = e ? base.slice(0, -1) : y ? `${base.slice(0, -1)}i` : base
  const double = /^[^aeiou]*[aeiou][bdfgklmnprt]$/.test(base) || base === 'unwrap' ? base + base.at(-1) : base
  const ing = base.endsWith('ie') ? `${base.slice(0, -2)}ying` : e ? `${base.slice(0, -1)}ing` : `${double}ing`
  const third = y ? `${stem}es` : hiss ? `${base}es` : `${base}s`
  const past = e ? `${base}d` : y ? `${stem}ed` : `${double}ed`
  return [base, third, ing, past]
}

/** One form of a verb: what it means, and whether it is the bare form (a noun as easily as a verb). */
export interface VerbForm {
  readonly kind: DeedKind
  readonly bare: boolean
  readonly past: boolean
}

const FORMS = new Map<string, VerbForm>()
for (const [kind, { words }] of Object.entries(DEEDS) as [DeedKind, (typeof DEEDS)[DeedKind]][])
  for (const base of words.split(' ').filter(Boolean)) {
    forms(base).forEach((form, i) => {
      if (!FORMS.has(form)) FORMS.set(form, { kind, bare: i === 0, past: i === 3 })
    })
  }
for (const [word, kind] of [
  ['lies', 'lie'],
  ['lying', 'lie'],
  ['seated', 'sit'],
  ['sits', 'sit'],
  ['asleep', 'sleep'],
  ['kneeling', 'kneel'],
  ['running', 'run'],
  ['leaves', 'exit'],
  ['leaving', 'exit'],
  ['holding', 'carry'],
  ['crying', 'cry'],
  ['winds', 'work'],
  ['drags', 'carry'],
] as const)
  FORMS.set(word, { kind, bare: false, past: false })

/** The deed a lower-case word may stand for. */
export const verbForm = (word: string): VerbForm | undefined => FORMS.get(word)
