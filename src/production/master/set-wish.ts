import { colourNamed, PROPS, propForWord, type SetWish, type SurfaceWish, type ThingChange, type ThingWish } from '../../departments/art'
import { didYouMean, SetSpec, SURFACES, type SurfaceKind } from '../../film'
import { defined, entriesOf, type Fields, fieldsOf, isFields, listOf, numberOf, textOf } from './plain-data'
import { hexOf } from './read-words'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'

const SURROUNDINGS = SetSpec.shape.surroundings.options
/** Metres: the least and the most of a set's width, depth and height. */
const SIZES = { width: [1.6, 80], depth: [1.6, 80], height: [2, 20] } as const
const KNOWN = [
  'kind',
  'size',
  'width',
  'depth',
  'height',
  'floor',
  'walls',
  'ceiling',
  'trim',
  'surroundings',
  'outside',
  'add',
  'props',
  'without',
  'remove',
  'things',
]

const radians = (degrees: number): number => (degrees * Math.PI) / 180

const guess = (key: string): string | undefined => {
  const near = didYouMean(key, KNOWN)
  return near === undefined ? undefined : `did you mean ${near}?`
}

/** Reads what a production wants otherwise of a set: its size, its surfaces, what stands in it. What is not understood is said. */
export function setWish(r: Resolving, f: Fields, path: DataPath): SetWish | undefined {
  const say = (key: string, problem: string, remedy: string, value: unknown) =>
    sayAt(r, 'warning', 'film.set-part', [...path, key], problem, remedy, String(value))
  for (const key of Object.keys(f))
    if (!KNOWN.includes(key))
      say(key, `a set has no ${key}`, guess(key) ?? `write ${KNOWN.slice(1, 14).join(', ')}; or a whole SetSpec`, key)
  const size = listOf(f.size)
  const metres = (key: keyof typeof SIZES, value: unknown): number | undefined => {
    if (value === undefined) return undefined
    const [least, most] = SIZES[key]
    const m = numberOf(value)
    if (m !== undefined && m >= least && m <= most) return m
    say(f[key] === undefined ? 'size' : key, `${value} is no ${key} of a set`, `write metres, ${least} to ${most}`, value)
    return undefined
  }
  const surface = (key: 'floor' | 'walls' | 'ceiling'): SurfaceWish | undefined => {
    if (f[key] === undefined) return undefined
    const words = isFields(f[key])
      ? [textOf(f[key].kind), textOf(f[key].colour ?? f[key].color)].filter((t) => t !== undefined)
      : [textOf(f[key]) ?? '']
    const parts = words.flatMap((w) => w.toLowerCase().split(/[\s,]+/))
    const kind =
      parts
        .map((w) => (w === 'planking' ? 'planks' : w.replace(/(?:en|ed|s)$/, '')))
        .find((w): w is SurfaceKind => (SURFACES as readonly string[]).includes(w)) ??
      parts.find((w): w is SurfaceKind => (SURFACES as readonly string[]).includes(w))
    const colour = parts.map((w) => hexOf(w) ?? colourNamed(w)).find((c) => c !== undefined)
    if (kind === undefined && colour === undefined) {
      say(
        key,
        `no ${key} is known as ${words.join(' ')}`,
        `write a kind (${SURFACES.slice(1, 9).join(', ')} …), a colour, or both: green tile`,
        words.join(' '),
      )
      return undefined
    }
    return defined({ kind, colour }) as SurfaceWish
  }
  const trimText = textOf(f.trim)
  const trim = trimText === undefined ? undefined : (hexOf(trimText) ?? colourNamed(trimText.toLowerCase()))
  if (trimText !== undefined && trim === undefined) say('trim', `no colour is known as ${trimText}`, 'write a colour or #rrggbb', trimText)
  const around = textOf(f.surroundings ?? f.outside)?.toLowerCase()
  const surroundings = SURROUNDINGS.find((s) => s === around)
  if (around !== undefined && !surroundings)
    say(
      f.surroundings === undefined ? 'outside' : 'surroundings',
      `no surroundings are known as ${around}`,
      `write ${SURROUNDINGS.join(', ')}`,
      around,
    )
  const thing = (key: string, value: unknown): string | undefined => {
    const name = textOf(isFields(value) ? (value.prop ?? value.name) : value)?.toLowerCase() ?? ''
    const prop = PROPS[name] ? name : propForWord(name)
    if (!prop) say(key, `the store has no ${name}`, 'name another thing', name)
    return prop
  }
  const addKey = f.add === undefined ? 'props' : 'add'
  const add = listOf(f[addKey]).flatMap((value): ThingWish[] => {
    const prop = thing(addKey, value)
    if (!prop) return []
    const at = isFields(value) ? textOf(value.at ?? value.on) : undefined
    const position = isFields(value) ? listOf(value.position).flatMap((n) => numberOf(n) ?? []) : []
    if (at === undefined && position.length < 2) {
      say(
        addKey,
        `${prop} of a set has no place`,
        'say where: `{ prop: piano, position: [1.2, -0.8] }` in metres from the middle, or `at: table`; or name it in the location’s `props`',
        prop,
      )
      return []
    }
    const turn = isFields(value) ? numberOf(value.turn) : undefined
    return [
      { prop, ...(at ? { at } : {}), ...(position.length > 1 ? { position } : {}), ...(turn === undefined ? {} : { yaw: radians(turn) }) },
    ]
  })
  const lessKey = f.without === undefined ? 'remove' : 'without'
  const less = listOf(f[lessKey]).flatMap((value) => thing(lessKey, value) ?? [])
  const changed = entriesOf(f.things, ['things']).flatMap(({ name, value }): ThingChange[] => {
    const said = fieldsOf(value)
    const which = textOf(said.thing) ?? name
    const prop = said.swap === undefined ? undefined : thing('things', said.swap)
    const [x, second, third] = listOf(said.to).map(numberOf)
    const turn = numberOf(said.turn)
    if (which === undefined) {
      say('things', 'a thing has no name', 'write `things: { sofa: { to: [1.2, -0.8], turn: 90 }, chair 2: { swap: armchair } }`', 'things')
      return []
    }
    return [
      defined({
        thing: which.replaceAll('_', ' '),
        position: x === undefined || second === undefined ? undefined : third === undefined ? [x, 0, second] : [x, second, third],
        yaw: turn === undefined ? undefined : radians(turn),
        prop,
        gone: said.gone === true ? true : undefined,
      }) as ThingChange,
    ]
  })
  const wish = defined({
    widthM: metres('width', f.width ?? size[0]),
    depthM: metres('depth', f.depth ?? size[1]),
    heightM: metres('height', f.height ?? size[2]),
    floor: surface('floor'),
    walls: surface('walls'),
    ceiling: surface('ceiling'),
    trim,
    surroundings,
    without: less.length > 0 ? less : undefined,
    add: add.length > 0 ? add : undefined,
    things: changed.length > 0 ? changed : undefined,
  }) as SetWish
  return Object.keys(wish).length > 0 ? wish : undefined
}
