import { castCharacter } from '../../../src/departments/characters'
import { type CharacterSpec, random, type ScriptCharacter } from '../../../src/film'
import { ACTOR_BONES, type ActorGeometry, buildActor } from '../../../src/stage/actors'
import { drawPerson } from './draw-person'

/** A character of a script with these words. */
export const sc = (name: string, description = ''): ScriptCharacter => ({
  key: name.toLowerCase(),
  name,
  aliases: [],
  description,
  descriptionLine: 1,
  silent: false,
  count: 1,
  lines: 1,
  words: 1,
})

const AGES = ['', '7', '12', '19', '30s', '45', '60s', '82', 'a boy', 'old woman', 'man', 'woman']
const BUILDS = ['', 'wiry', 'huge', 'tiny', 'tall', 'heavy', 'gaunt', 'muscular', 'stooped', 'slim']
const HAIR = [
  '',
  'bald',
  'cropped red hair',
  'grey bun',
  'long blonde hair',
  'full beard',
  'afro',
  'ponytail',
  'mohawk',
  'locs',
  'moustache',
]
const CLOTHES = [
  '',
  "a welder's jacket",
  'grey overcoat and scarf',
  'striped pyjamas, bare feet',
  'floral dress',
  'white suit, sunglasses',
  'soaked green parka',
  'plaid skirt and jumper',
  'police uniform, cap',
  'white pressure suit',
  'bloody torn shirt, jeans',
  'blue apron, belt',
  'orange headscarf, satchel',
  'red hoodie and shorts, sneakers',
  'lab coat, glasses',
  'overalls, straw hat, gloves',
  'robe',
  'leather jacket, backpack, boots',
]
const TRADES = ['', '', 'farmer', 'cop', 'monk', 'nurse', 'captain', 'cook', 'student']
const NAMES = ['MARA', 'OTTO', 'ZEYNEP', 'KAZIM', 'NINA', 'ALDO', 'SAM', 'VIOLET', 'PERCY', 'INES', 'TOMAS', 'LI']

/** Somebody described as scripts describe people, by chance. */
export function anyPerson(key: string): { readonly words: string; readonly spec: CharacterSpec } {
  const r = random(`any-person/${key}`)
  const words = [r.pick(AGES), r.pick(BUILDS), r.pick(HAIR), r.pick(CLOTHES), r.pick(TRADES)].filter((w) => w !== '').join(', ')
  return { words, spec: castCharacter({ ...sc(r.pick(NAMES), words), key: `any-${key}` }) }
}

/** What is wrong with the numbers of somebody's meshes: not finite, normals, weights, bones, corners that are not there. */
function unsound(g: ActorGeometry): string[] {
  const out: string[] = []
  for (const [name, m] of [
    ['body', g.body],
    ['head', g.head],
  ] as const) {
    const n = m.positions.length / 3
    const count = { notFinite: 0, normal: 0, weight: 0, bone: 0, index: 0 }
    for (const list of [m.positions, m.normals, m.colour, m.surface, m.accent, m.grain, m.fold, m.wear, ...m.morphs])
      for (const v of list) if (!Number.isFinite(v)) count.notFinite++
    for (let i = 0; i < n; i++) {
      if (Math.abs(Math.hypot(m.normals[i * 3]!, m.normals[i * 3 + 1]!, m.normals[i * 3 + 2]!) - 1) > 1e-3) count.normal++
      let sum = 0
      for (let k = 0; k < 4; k++) {
        sum += m.skinWeights[i * 4 + k]!
        if (m.skinIndices[i * 4 + k]! >= ACTOR_BONES) count.bone++
      }
      if (Math.abs(sum - 1) > 1e-4) count.weight++
    }
    for (const v of m.index) if (v >= n) count.index++
    for (const [what, number] of Object.entries(count)) if (number > 0) out.push(`${name}: ${number} × ${what}`)
  }
  return out
}

/** From where a body is looked at for holes, radians. */
const VIEWS = [0, 0.8, 1.6, 2.4, 3.2, 4, 4.8, 5.6]

/** Linings lie within this of the cloth they line, metres. */
const LINING_M = 0.03

/** Share of what is seen of somebody, from all round, where one sees past a surface's back into them or through: 0 for a closed body. */
export function holes(g: ActorGeometry): number {
  let [seen, open] = [0, 0]
  for (const yaw of VIEWS) {
    const { drawn, gap } = drawPerson(g, { lines: 128, metres: g.heightM * 1.2, yaw })
    for (let i = 0; i < drawn.length; i++) {
      if (drawn[i] || gap[i]! > 0) seen++
      if (gap[i]! > LINING_M) open++
    }
  }
  return open / seen
}

/** Open pixels that are let pass, of eight views of 128 lines: a few where a collar stands off the neck. */
const OPEN_MOST = 0.01
/** No more than there are today: `npm run must -- actors` measures the same people against what is asked. */
const MOST_TRIANGLES = { full: 20_800, wide: 12_500 }
const MOST_HEAD_TRIANGLES = 5_200

/** Everything wrong with somebody by chance: numbers, triangles beyond their budget, holes. */
export function faultsOf(
  key: string,
  detail: 'full' | 'wide',
): { readonly faults: string[]; readonly triangles: number; readonly head: number } {
  const { words, spec } = anyPerson(key)
  const g = buildActor(spec, detail)
  const out = unsound(g)
  const [body, head] = [g.body.index.length / 3, g.head.index.length / 3]
  if (body + head > MOST_TRIANGLES[detail]) out.push(`${body + head} triangles`)
  if (head > MOST_HEAD_TRIANGLES) out.push(`${head} triangles of the head`)
  const open = holes(g)
  if (open > OPEN_MOST) out.push(`${(open * 100).toFixed(2)} % of it is open`)
  return { faults: out.map((what) => `${key} (${words}; ${detail}): ${what}`), triangles: body + head, head }
}
