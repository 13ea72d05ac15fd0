import { BONES, smoothstep, type Vec3 } from '../../film'
import { ACTOR_BONES } from './bind-pose'
import { coverOf, type Hit } from './cover'
import type { ActorMesh, Layer } from './mesh-builder'

/** What covers what is under it; skin and what is sewn on does not. */
const CLOTH: ReadonlySet<Layer['name']> = new Set(['legs', 'inner', 'skirt', 'vest', 'outer'])

/** Slopes of the rays that look for a way out beside the normal: cosine and sine of 68°, six ways round. */
const TILT = [0.375, 0.927] as const
const AROUND: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.5, 0.866],
  [-0.5, 0.866],
  [-1, 0],
  [-0.5, -0.866],
  [0.5, -0.866],
]
/** As far as a ray up, and those beside it, look for cloth, metres. */
const FAR = 0.16
const ROUND = 0.3
/** Cloth this near moves what is under it, metres: cloth; and skin, which shows further on and must not follow a wide hem. */
const NEAR = 0.055
const NEAR_SKIN = 0.035
/** What lies under cloth lies at least so far under it, metres: between vertices cloth is flat where a body is round; and where limbs bend, so much more. */
const CLEAR = 0.01
const CLEAR_BENT = 0.017
const LIMBS: ReadonlySet<number> = new Set([
  ...(['leftUpperLeg', 'leftLowerLeg', 'rightUpperLeg', 'rightLowerLeg', 'leftUpperArm', 'rightUpperArm'] as const).map((b) =>
    BONES.indexOf(b),
  ),
  ...Array.from({ length: ACTOR_BONES - BONES.length }, (_, i) => BONES.length + i),
])

/** How much a vertex lies in the crease of a limb: 1 where the limb has half of its weights. */
function creased(mesh: ActorMesh, v: number): number {
  let limb = 0
  for (let k = v * 4; k < v * 4 + 4; k++) if (LIMBS.has(mesh.skinIndices[k]!)) limb += mesh.skinWeights[k]!
  return 4 * limb * (1 - limb)
}

/** The cloth right over a vertex, and how much of its weights are the cloth's. */
interface Held extends Hit {
  readonly share: number
}

/** Two unit vectors across a unit vector. */
function across(n: Vec3): [Vec3, Vec3] {
  const u: Vec3 = Math.abs(n[1]) < 0.9 ? [n[2], 0, -n[0]] : [0, -n[2], n[1]]
  const l = Math.sqrt(u[0] ** 2 + u[1] ** 2 + u[2] ** 2) || 1
  const a: Vec3 = [u[0] / l, u[1] / l, u[2] / l]
  return [a, [n[1] * a[2] - n[2] * a[1], n[2] * a[0] - n[0] * a[2], n[0] * a[1] - n[1] * a[0]]]
}

/**
 * Takes away what no eye can see for the cloth over it, and binds what is left under an edge exactly as the cloth above it, so that
 * in no pose anything comes through. A vertex is hidden if rays up and all round meet cloth from within.
 */
export function withoutHidden(mesh: ActorMesh): ActorMesh {
  const { positions: p, index, layers } = mesh
  const n = p.length / 3
  const triangles = index.length / 3
  const pieceOf = new Int16Array(triangles)
  const pieceAt = new Int16Array(n)
  const insides = new Uint8Array(triangles)
  const covering: number[] = []
  layers.forEach((l, i) => {
    const end = layers[i + 1]?.index ?? index.length
    pieceOf.fill(i, l.index / 3, end / 3)
    pieceAt.fill(i, l.vertex, layers[i + 1]?.vertex ?? n)
    for (let r = 0; r < l.inside.length; r += 2) insides.fill(1, l.inside[r]! / 3, l.inside[r + 1]! / 3)
    if (CLOTH.has(l.name)) for (let t = l.index / 3; t < end / 3; t++) if (!insides[t]) covering.push(t)
  })
  const cover = coverOf(mesh, covering, pieceOf)
  const up = outward(mesh, insides)
  const hidden = new Uint8Array(n)
  const over: (Held | undefined)[] = Array.from({ length: n })
  const sunk = p.slice()
  const slope: [number, number, number] = [0, 0, 0]
  /** Of AROUND, the last that led out. */
  let out = 0
  // The last piece is what is worn over all else.
  const last = layers.at(-1)?.vertex ?? 0
  for (let v = 0; v < last; v++) {
    const at: Vec3 = [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!]
    const n: Vec3 = [up[v * 3]!, up[v * 3 + 1]!, up[v * 3 + 2]!]
    const hit = cover.within(at, n, FAR, pieceAt[v]!)
    if (!hit) continue
    const skin = layers[pieceAt[v]!]!.name === 'skin'
    const near = skin ? NEAR_SKIN : NEAR
    if (hit.t < near) over[v] = { ...hit, share: smoothstep(near, near * 0.45, hit.t) }
    const clear = CLEAR + CLEAR_BENT * creased(mesh, v)
    for (let k = 0; k < 3 && hit.t < clear; k++) sunk[v * 3 + k]! -= n[k]! * (clear - hit.t)
    const [a, b] = across(n)
    // The way out of the vertex before is likely this one's too.
    let shut = 0
    for (; shut < AROUND.length; shut++) {
      const way = (out + shut) % AROUND.length
      const [c, s] = AROUND[way]!
      for (let k = 0; k < 3; k++) slope[k] = n[k]! * TILT[0] + (a[k]! * c + b[k]! * s) * TILT[1]
      if (cover.any(at, slope, ROUND, pieceAt[v]!)) continue
      out = way
      break
    }
    if (shut === AROUND.length) hidden[v] = 1
  }
  // A triangle goes when it and all that touch it are hidden.
  const open = new Uint8Array(n)
  for (let t = 0; t < triangles; t++) {
    const [a, b, c] = [index[t * 3]!, index[t * 3 + 1]!, index[t * 3 + 2]!]
    if (!hidden[a] || !hidden[b] || !hidden[c]) open[a] = open[b] = open[c] = 1
  }
  return kept(
    { ...mesh, positions: sunk, ...shared(mesh, over) },
    (t) => open[index[t * 3]!]! + open[index[t * 3 + 1]!]! + open[index[t * 3 + 2]!]! > 0,
  )
}

/** Which way is out at a vertex: its normal, but at a hem that of the outside next to it, so that both edges of the hem are one. */
function outward(mesh: ActorMesh, insides: Uint8Array): Float32Array {
  const { positions: p, index } = mesh
  const up = mesh.normals.slice()
  const n = p.length / 3
  const known = new Uint8Array(n)
  for (let t = 0; t < insides.length; t++) if (!insides[t]) for (let k = 0; k < 3; k++) known[index[t * 3 + k]!] = 1
  const gap = (a: number, b: number) =>
    (p[a * 3]! - p[b * 3]!) ** 2 + (p[a * 3 + 1]! - p[b * 3 + 1]!) ** 2 + (p[a * 3 + 2]! - p[b * 3 + 2]!) ** 2
  const from = new Int32Array(n)
  for (let round = 0; round < 3; round++) {
    from.fill(-1)
    for (let t = 0; t < insides.length; t++) {
      if (!insides[t]) continue
      for (let i = t * 3; i < t * 3 + 3; i++) {
        const a = index[i]!
        if (known[a]) continue
        for (let k = t * 3; k < t * 3 + 3; k++) {
          const b = index[k]!
          if (known[b] && (from[a]! < 0 || gap(a, b) < gap(a, from[a]!))) from[a] = b
        }
      }
    }
    for (let a = 0; a < n; a++) {
      if (from[a]! < 0) continue
      known[a] = 1
      up.copyWithin(a * 3, from[a]! * 3, from[a]! * 3 + 3)
    }
  }
  for (let v = 0; v < n; v++) if (!known[v]) for (let i = v * 3; i < v * 3 + 3; i++) up[i] = -up[i]!
  return up
}

/** Weights as they are, but under cloth those of the cloth above; outermost first, so that it goes through to the skin. */
function shared(mesh: ActorMesh, over: readonly (Held | undefined)[]): Pick<ActorMesh, 'skinIndices' | 'skinWeights'> {
  const { index } = mesh
  const skinIndices = mesh.skinIndices.slice()
  const skinWeights = mesh.skinWeights.slice()
  // The bones of one vertex and their weights, in the order in which they are met: at most four from each of four places.
  const bones = new Uint16Array(16)
  const parts = new Float64Array(16)
  let met = 0
  const add = (from: number, weights: Float32Array, of: Uint16Array, part: number) => {
    for (let k = from * 4; k < from * 4 + 4; k++) {
      if (!(weights[k]! > 0)) continue
      let i = 0
      while (i < met && bones[i] !== of[k]) i++
      if (i === met) {
        bones[met] = of[k]!
        parts[met++] = 0
      }
      parts[i]! += weights[k]! * part
    }
  }
  // Trousers come before the shirt that is tucked into them: once more, what they had from a coat.
  for (let round = 0; round < 2; round++)
    for (let v = over.length - 1; v >= 0; v--) {
      const hit = over[v]
      if (!hit) continue
      const { share, triangle } = hit
      met = 0
      if (share < 1) add(v, mesh.skinWeights, mesh.skinIndices, 1 - share)
      add(index[triangle * 3]!, skinWeights, skinIndices, (1 - hit.v - hit.w) * share)
      add(index[triangle * 3 + 1]!, skinWeights, skinIndices, hit.v * share)
      add(index[triangle * 3 + 2]!, skinWeights, skinIndices, hit.w * share)
      // The heaviest first, and of two alike that of the lower number.
      for (let i = 1; i < met; i++) {
        const [bone, part] = [bones[i]!, parts[i]!]
        let k = i
        for (; k > 0 && (parts[k - 1]! < part || (parts[k - 1] === part && bones[k - 1]! > bone)); k--) {
          bones[k] = bones[k - 1]!
          parts[k] = parts[k - 1]!
        }
        bones[k] = bone
        parts[k] = part
      }
      const kept = Math.min(4, met)
      let total = 0
      for (let k = 0; k < kept; k++) total += parts[k]!
      for (let k = 0; k < 4; k++) {
        skinIndices[v * 4 + k] = k < kept ? bones[k]! : 0
        skinWeights[v * 4 + k] = k < kept ? parts[k]! / total : 0
      }
    }
  return { skinIndices, skinWeights }
}

/** The mesh with only some of its triangles and the vertices they need. */
function kept(mesh: ActorMesh, keep: (triangle: number) => boolean): ActorMesh {
  const n = mesh.positions.length / 3
  const used = new Uint8Array(n)
  const index = new Uint32Array(mesh.index.length)
  let length = 0
  // How many triangles and vertices are kept before each place.
  const triangleAt = new Uint32Array(mesh.index.length / 3 + 1)
  for (let t = 0; t < mesh.index.length / 3; t++) {
    triangleAt[t] = length / 3
    if (!keep(t)) continue
    for (let k = t * 3; k < t * 3 + 3; k++) {
      used[mesh.index[k]!] = 1
      index[length++] = mesh.index[k]!
    }
  }
  triangleAt[mesh.index.length / 3] = length / 3
  const vertices: number[] = []
  const vertexAt = new Uint32Array(n + 1)
  for (let v = 0; v < n; v++) {
    vertexAt[v] = vertices.length
    if (used[v]) vertices.push(v)
  }
  vertexAt[n] = vertices.length
  const pick = <A extends Float32Array | Uint16Array>(from: A, to: A, width: number): A => {
    for (let i = 0; i < vertices.length; i++) {
      const at = vertices[i]! * width
      for (let k = 0; k < width; k++) to[i * width + k] = from[at + k]!
    }
    return to
  }
  const floats = (from: Float32Array) => pick(from, new Float32Array((from.length / n) * vertices.length), from.length / n)
  for (let i = 0; i < length; i++) index[i] = vertexAt[index[i]!]!
  return {
    positions: floats(mesh.positions),
    normals: floats(mesh.normals),
    colour: floats(mesh.colour),
    surface: floats(mesh.surface),
    accent: floats(mesh.accent),
    grain: floats(mesh.grain),
    fold: floats(mesh.fold),
    wear: floats(mesh.wear),
    skinIndices: pick(mesh.skinIndices, new Uint16Array(vertices.length * 4), 4),
    skinWeights: floats(mesh.skinWeights),
    index: index.slice(0, length),
    layers: mesh.layers.map((l) => ({
      name: l.name,
      vertex: vertexAt[l.vertex]!,
      index: triangleAt[l.index / 3]! * 3,
      inside: l.inside.map((i) => triangleAt[i / 3]! * 3),
    })),
    morphs: mesh.morphs.map(floats),
  }
}
