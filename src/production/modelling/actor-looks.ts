import { encodePng, type GltfFile, type GltfPrimitive } from '../../encode'
import { type ActorMesh, KINDS, PATTERNS } from '../../stage'
import { patternTile } from './pattern-tile'

const KIND_NAMES = Object.fromEntries(Object.entries(KINDS).map(([name, n]) => [n, name]))
const PATTERN_NAMES = Object.fromEntries(Object.entries(PATTERNS).map(([name, n]) => [n, name as keyof typeof PATTERNS]))

/** Triangles that look alike. */
interface Group {
  readonly kind: number
  readonly roughness: number
  readonly metalness: number
  /** A cloth in two colours, linear. */
  readonly printed?: { readonly pattern: keyof typeof PATTERNS; readonly colour: readonly number[]; readonly accent: readonly number[] }
  readonly corners: number[]
}

/**
 * A mesh of somebody, a primitive a material: as rough and metallic as each is, in the vertices' colours; printed cloth has a
 * texture instead.
 */
export async function actorPrimitives(file: GltfFile, m: ActorMesh): Promise<GltfPrimitive[]> {
  const shared = {
    POSITION: file.accessor(m.positions, 'VEC3', 'attribute', true),
    NORMAL: file.accessor(unitNormals(m.normals), 'VEC3', 'attribute'),
    // A bone that has no weight is none: 0.
    JOINTS_0: file.accessor(
      m.skinIndices.map((bone, i) => (m.skinWeights[i]! > 0 ? bone : 0)),
      'VEC4',
      'attribute',
    ),
    WEIGHTS_0: file.accessor(wholeWeights(m.skinWeights), 'VEC4', 'attribute'),
  }
  let colours: number | undefined
  const out: GltfPrimitive[] = []
  for (const { kind, roughness, metalness, printed, corners } of groupsOf(m)) {
    const name = KIND_NAMES[kind] ?? 'surface'
    const pbr = { roughnessFactor: roughness, metallicFactor: metalness }
    const indices = file.accessor(Uint32Array.from(corners), 'SCALAR', 'index')
    const tile = printed && patternTile(printed.pattern, printed.colour, printed.accent)
    if (!printed || !tile) {
      colours ??= file.accessor(
        m.colour.map((c) => Math.max(0, Math.min(1, c))),
        'VEC3',
        'attribute',
      )
      const material = file.material({ name, pbrMetallicRoughness: pbr })
      out.push({ attributes: { ...shared, COLOR_0: colours }, indices, material })
      continue
    }
    const called = `${name} ${printed.pattern}`
    const texture = file.texture(called, await encodePng(tile.rgba, tile.size, tile.size, { colours: 'rgb' }))
    const uv = Float32Array.from(m.grain, (v, i) => v / tile.metres[i % 2]!)
    const material = file.material({ name: called, pbrMetallicRoughness: { ...pbr, baseColorTexture: { index: texture } } })
    out.push({ attributes: { ...shared, TEXCOORD_0: file.accessor(uv, 'VEC2', 'attribute') }, indices, material })
  }
  return out
}

function groupsOf(m: ActorMesh): Group[] {
  const groups = new Map<string, Group>()
  for (let i = 0; i < m.index.length; i += 3) {
    const v = m.index[i]!
    const kind = m.surface[v * 4 + 2]!
    const round = (n: number, steps: number) => Math.round(n * steps) / steps
    const roughness = round(m.surface[v * 4]!, 20)
    const metalness = round(m.surface[v * 4 + 1]!, 20)
    // Hair has its strands' direction where cloth has a second colour.
    const pattern = kind === KINDS.hair ? 'plain' : (PATTERN_NAMES[Math.round(m.accent[v * 4 + 3]!)] ?? 'plain')
    const isPrinted = pattern !== 'plain' && pattern !== 'knit'
    const three = (list: Float32Array, width: number) => [0, 1, 2].map((k) => round(list[v * width + k]!, 50))
    const printed = isPrinted ? { pattern, colour: three(m.colour, 3), accent: three(m.accent, 4) } : undefined
    const key = JSON.stringify([kind, roughness, metalness, printed])
    const group = groups.get(key) ?? { kind, roughness, metalness, ...(printed ? { printed } : {}), corners: [] }
    groups.set(key, group)
    group.corners.push(v, m.index[i + 1]!, m.index[i + 2]!)
  }
  return [...groups.values()]
}

/** Normals of length one, which the format asks for; what has none looks up. */
export function unitNormals(list: Float32Array): Float32Array {
  const out = list.slice()
  for (let i = 0; i < out.length; i += 3) {
    const length = Math.hypot(out[i]!, out[i + 1]!, out[i + 2]!)
    if (length > 1e-6) for (let k = 0; k < 3; k++) out[i + k] = out[i + k]! / length
    else out.set([0, 1, 0], i)
  }
  return out
}

/** Weights of each vertex that add up to one. */
function wholeWeights(list: Float32Array): Float32Array {
  const out = list.slice()
  for (let i = 0; i < out.length; i += 4) {
    const sum = out[i]! + out[i + 1]! + out[i + 2]! + out[i + 3]!
    if (sum > 0) for (let k = 0; k < 4; k++) out[i + k] = out[i + k]! / sum
    else out[i] = 1
  }
  return out
}
