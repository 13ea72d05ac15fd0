import { FILM_STYLES } from '../film-styles'
import type { Style } from '../style/index'
import { COMPUTER_STYLES } from './computer'
import { CONSOLE_STYLES } from './console'
import { HANDHELD_STYLES } from './handheld'
import { ONE_BIT_STYLES } from './one-bit'

/** Every style, in the order lists show them: from film to one bit. */
export const STYLES: readonly Style[] = [...FILM_STYLES, ...CONSOLE_STYLES, ...HANDHELD_STYLES, ...COMPUTER_STYLES, ...ONE_BIT_STYLES]

/**
 * The style somebody named: an id, a name or an alias, whatever its case, spaces and punctuation.
 * @throws RangeError when nothing has that name; the message says which names exist and which is nearest.
 */
export function styleByName(name: string): Style {
  const wanted = plain(name)
  const found = STYLES.find((style) => namesOf(style).includes(wanted))
  if (found) return found
  const nearest = STYLES.map((style) => ({ style, far: Math.min(...namesOf(style).map((n) => editDistance(n, wanted))) })).reduce((a, b) =>
    b.far < a.far ? b : a,
  )
  const hint = nearest.far <= Math.max(2, wanted.length / 3) ? ` Did you mean "${nearest.style.id}"?` : ''
  throw new RangeError(`no style is called "${name}".${hint} Styles: ${STYLES.map((style) => style.id).join(', ')}`)
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const namesOf = (style: Style): readonly string[] => [style.id, style.name, ...style.aliases].map(plain)

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
