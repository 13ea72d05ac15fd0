import { castCharacter } from '../../../src/departments/characters'
import { type CharacterSpec, random } from '../../../src/film'
import { ACTOR_BONES, type ActorMesh, buildActor } from '../../../src/stage/actors'

const AGES = ['', '5', '9', '17', '26', '34', '47', '58', '66', '81'] as const
const BUILDS = ['', 'tall', 'tiny', 'wiry', 'huge', 'stocky'] as const
const HAIR = ['', 'afro', 'long curly hair', 'dreadlocks', 'bald, full beard', 'ponytail', 'mohawk, moustache', 'bun', 'freckles'] as const
const WORN = [
  'detective, trench coat, hat, scarf, backpack, glasses',
  'grey overcoat, scarf, brim hat, satchel, gloves',
  'navy suit, tie, vest, sunglasses',
  'red hoodie and shorts',
  'floral dress, necklace',
  'police uniform, cap',
  'raincoat, headscarf, backpack',
  'farmer',
  'plaid skirt and jumper, soaked',
  'torn leather jacket and jeans, beanie',
  'white shirt and black trousers, apron',
  'pressure suit',
  'monk',
  'striped pyjamas, bare feet',
  'lab coat, headset, satchel',
  "welder's jacket, helmet",
  'cop, bloody uniform',
  '',
] as const

/** Anybody: a person whose age, build, hair and clothes are chosen by a number. */
export function somebody(i: number): CharacterSpec {
  const rng = random(`somebody/${i}`)
  const of = (list: readonly string[]) => list[rng.int(0, list.length - 1)]!
  const words = [of(['man', 'woman']), of(AGES), of(BUILDS), of(HAIR), WORN[i % WORN.length]!]
  return castCharacter({
    key: `somebody-${i}`,
    name: 'SOMEBODY',
    aliases: [],
    description: words.filter((w) => w !== '').join(', '),
    descriptionLine: 1,
    silent: false,
    count: 1,
    lines: 1,
    words: 1,
  })
}

/** Everything unsound in a mesh, by kind: how often. Empty if it is sound. */
export function faultsOf(m: ActorMesh, heightM: number): Record<string, number> {
  const out: Record<string, number> = {}
  const fault = (kind: string) => {
    out[kind] = (out[kind] ?? 0) + 1
  }
  const n = m.positions.length / 3
  for (const list of [m.positions, m.normals, m.colour, m.surface, m.accent, m.grain, m.fold, m.wear, ...m.morphs])
    for (let i = 0; i < list.length; i++) if (!Number.isFinite(list[i]!)) fault('finite')
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

/** What is wrong with anybody's meshes at a detail: unsound, or more triangles than a person may have. */
export function wrongWith(spec: CharacterSpec, detail: 'wide' | 'full'): string[] {
  const { body, head } = buildActor(spec, detail)
  const [whole, face] = [(body.index.length + head.index.length) / 3, head.index.length / 3]
  const who = `${spec.key} ${detail} (${spec.age}, ${spec.hair.style}, ${spec.hair.beard}, ${spec.wardrobe.map((g) => g.kind).join(' ')})`
  const out: string[] = []
  // Lashes are fins on the edge of a lid.
  for (const [name, mesh] of [
    ['body', body],
    ['head', head],
  ] as const)
    for (const [kind, count] of Object.entries(faultsOf(mesh, spec.heightM)))
      if (name === 'body' || kind !== 'edge') out.push(`${who}: ${name}, ${count} × ${kind}`)
  if (whole > (detail === 'full' ? 20_000 : 12_500)) out.push(`${who}: ${whole} triangles`)
  if (face > 4_000) out.push(`${who}: ${face} triangles of face`)
  // Room in the morph texture that all heads share.
  if (head.positions.length / 3 > 4096) out.push(`${who}: ${head.positions.length / 3} points of face`)
  return out
}
