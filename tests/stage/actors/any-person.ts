import { castCharacter } from '../../../src/departments/characters'
import { type CharacterSpec, random, type ScriptCharacter } from '../../../src/film'
import { ACTOR_BONES, type ActorGeometry, type ActorMesh, buildActor } from '../../../src/stage/actors'
import { drawPerson } from './draw-person'

export { buildActor }

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
  'white pressure suit, space helmet',
  'wetsuit, diving mask',
  'bloody torn shirt, jeans',
  'blue apron, belt',
  'orange headscarf, satchel',
  'red hoodie and shorts, sneakers',
  'lab coat, glasses',
  'overalls, straw hat, gloves',
  'robe',
  'leather jacket, backpack, boots',
  'detective, trench coat, hat, scarf, backpack, glasses',
  'navy suit, tie, vest',
  'raincoat, headscarf, backpack',
  'grey overcoat, scarf, brim hat, satchel, gloves',
  'torn leather jacket and jeans, beanie',
  'white shirt and black trousers, apron, necklace',
]
const TRADES = ['', '', 'farmer', 'cop', 'monk', 'nurse', 'captain', 'cook', 'student']
const NAMES = ['MARA', 'OTTO', 'ZEYNEP', 'KAZIM', 'NINA', 'ALDO', 'SAM', 'VIOLET', 'PERCY', 'INES', 'TOMAS', 'LI']

/** Somebody described as scripts describe people, by chance. */
export function anyPerson(key: string): { readonly words: string; readonly spec: CharacterSpec } {
  const r = random(`any-person/${key}`)
  const words = [r.pick(AGES), r.pick(BUILDS), r.pick(HAIR), r.pick(CLOTHES), r.pick(TRADES)].filter((w) => w !== '').join(', ')
  return { words, spec: castCharacter({ ...sc(r.pick(NAMES), words), key: `any-${key}` }) }
}

/** Everything unsound in a mesh, by kind: how often. Empty if it is sound. */
export function meshFaults(m: ActorMesh, heightM: number): Record<string, number> {
  const out: Record<string, number> = {}
  const fault = (kind: string) => {
    out[kind] = (out[kind] ?? 0) + 1
  }
  const n = m.positions.length / 3
  for (const list of [m.positions, m.normals, m.colour, m.surface, m.accent, m.grain, m.fold, m.wear, ...m.morphs]) {
    // A sum of numbers is one: only where it is not are they looked at singly.
    let sum = 0
    for (let i = 0; i < list.length; i++) sum += list[i]!
    if (!Number.isFinite(sum)) for (let i = 0; i < list.length; i++) if (!Number.isFinite(list[i]!)) fault('finite')
  }
  for (let i = 0; i < n; i++) {
    if (Math.abs(Math.hypot(m.normals[i * 3]!, m.normals[i * 3 + 1]!, m.normals[i * 3 + 2]!) - 1) > 1e-3) fault('normal')
    let sum = 0
    for (let k = i * 4; k < i * 4 + 4; k++) {
      sum += m.skinWeights[k]!
      if (!(m.skinWeights[k]! >= 0)) fault('negative weight')
      if (m.skinIndices[k]! >= ACTOR_BONES) fault('bone')
    }
    if (Math.abs(sum - 1) > 1e-4) fault('weight')
    if (m.positions[i * 3 + 1]! < -0.02 || m.positions[i * 3 + 1]! > heightM * 1.25) fault('height')
  }
  // An edge has one triangle on each side, turned alike: nothing is laid twice or inside out.
  const edges = new Set<number>()
  for (let t = 0; t < m.index.length; t += 3)
    for (let k = 0; k < 3; k++) {
      const [a, b] = [m.index[t + k]!, m.index[t + ((k + 1) % 3)]!]
      if (a >= n || b >= n) fault('index')
      const edge = a * n + b
      if (edges.has(edge)) fault('edge')
      edges.add(edge)
    }
  let from = 0
  for (const l of m.layers) {
    if (l.index < from || l.index % 3 !== 0 || l.vertex > n || l.inside.some((i) => i < l.index || i > m.index.length)) fault('layer')
    from = l.index
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
const MOST_TRIANGLES = { full: 20_000, wide: 12_500 }
const MOST_HEAD_TRIANGLES = 4_000
/** Room in the morph texture that all heads share. */
const MOST_HEAD_POINTS = 4_096

/** What was found of a person, and how many triangles they have. */
export interface PersonFaults {
  readonly faults: string[]
  readonly triangles: number
  readonly head: number
}

/** Everything wrong with somebody: unsound meshes, triangles beyond the budget, holes. */
export function personFaults(spec: CharacterSpec, detail: 'full' | 'wide', g = buildActor(spec, detail)): PersonFaults {
  const out: string[] = []
  // Lashes are fins on the edge of a lid.
  for (const name of ['body', 'head'] as const)
    for (const [kind, count] of Object.entries(meshFaults(g[name], spec.heightM)))
      if (name === 'body' || kind !== 'edge') out.push(`${name}: ${count} × ${kind}`)
  const [body, head] = [g.body.index.length / 3, g.head.index.length / 3]
  if (body + head > MOST_TRIANGLES[detail]) out.push(`${body + head} triangles`)
  if (head > MOST_HEAD_TRIANGLES) out.push(`${head} triangles of the head`)
  if (g.head.positions.length / 3 > MOST_HEAD_POINTS) out.push(`${g.head.positions.length / 3} points of the head`)
  const open = holes(g)
  if (open > OPEN_MOST) out.push(`${(open * 100).toFixed(2)} % of it is open`)
  const who = `${spec.key} ${detail} (${spec.age}, ${spec.hair.style}, ${spec.hair.beard}, ${spec.wardrobe.map((c) => c.kind).join(' ')})`
  return { faults: out.map((what) => `${who}: ${what}`), triangles: body + head, head }
}

/** The same for somebody by chance. */
export const faultsOf = (key: string, detail: 'full' | 'wide'): PersonFaults => personFaults(anyPerson(key).spec, detail)
