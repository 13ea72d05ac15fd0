import { BONE_PARENTS, BONES, type CharacterSpec, EXPRESSIONS, quatConjugate, quatRotate, VISEMES, type Viseme } from '../../film'
import { CLOTH_BONES } from './bind-pose'
import { buildActor } from './build-actor'
import { FACE_CHANNELS } from './face-shapes'
import { faceWeights } from './face-weights'
import { type ActorMesh, KINDS } from './mesh-builder'

/** VRM 1.0's names of our bones, where they differ. */
const VRM_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  ['left', 'right'].flatMap((s) => [
    [`${s}Thumb`, `${s}ThumbMetacarpal`],
    [`${s}Index`, `${s}IndexProximal`],
    [`${s}Fingers`, `${s}MiddleProximal`],
  ]),
)
/** VRM 1.0's expressions by what a face of ours does for them. */
const EXPRESSION_OF = { happy: 'joy', angry: 'anger', sad: 'sorrow', surprised: 'surprise' } as const
const VOWEL_OF: Readonly<Record<string, Viseme>> = { aa: 'aa', ih: 'ih', ou: 'ou', ee: 'E', oh: 'oh' }

/** Grows the binary part of a glTF file. */
class Buffers {
  readonly views: object[] = []
  readonly accessors: object[] = []
  readonly #parts: Uint8Array[] = []
  length = 0

  /** Adds numbers as an accessor and returns its number. */
  add(data: Float32Array | Uint16Array | Uint32Array, type: 'SCALAR' | 'VEC3' | 'VEC4' | 'MAT4', bounds = false): number {
    const width = { SCALAR: 1, VEC3: 3, VEC4: 4, MAT4: 16 }[type]
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    this.views.push({ buffer: 0, byteOffset: this.length, byteLength: bytes.length })
    this.#parts.push(bytes)
    this.length += bytes.length
    const spare = (4 - (this.length % 4)) % 4
    if (spare > 0) this.#parts.push(new Uint8Array(spare))
    this.length += spare
    const of = (pick: (a: number, b: number) => number) =>
      Array.from({ length: width }, (_, k) => {
        let v = data[k] ?? 0
        for (let i = k; i < data.length; i += width) v = pick(v, data[i] ?? 0)
        return v
      })
    this.accessors.push({
      bufferView: this.views.length - 1,
      componentType: data instanceof Float32Array ? 5126 : data instanceof Uint16Array ? 5123 : 5125,
      count: data.length / width,
      type,
      ...(bounds ? { min: of(Math.min), max: of(Math.max) } : {}),
    })
    return this.accessors.length - 1
  }

  get bytes(): Uint8Array {
    const out = new Uint8Array(this.length)
    let at = 0
    for (const part of this.#parts) {
      out.set(part, at)
      at += part.length
    }
    return out
  }
}

/**
 * A person as a rigged glTF 2.0 binary with VRM 1.0's humanoid and expressions: for other programs, which read it as .glb or
 * .vrm, and to be cast again. Colours are the vertices' own; patterns and folds, which our material draws, stay behind.
 */
export function actorGlb(spec: CharacterSpec): Uint8Array {
  const actor = buildActor(spec, 'full')
  const buffers = new Buffers()
  const bones = [...BONES, ...CLOTH_BONES.map((b) => `${b}Cloth`)]
  const parentOf = (i: number) => (i < BONES.length ? (BONE_PARENTS[i] ?? -1) : BONES.indexOf(CLOTH_BONES[i - BONES.length] ?? 'hips'))
  const inverse = new Float32Array(bones.length * 16)
  bones.forEach((_, i) => {
    const at = (k: number) => actor.bind[i * 7 + k] ?? 0
    const q = quatConjugate([at(3), at(4), at(5), at(6)])
    const columns = (
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ] as const
    ).map((axis) => quatRotate(q, axis))
    const moved = quatRotate(q, [-at(0), -at(1), -at(2)])
    columns.forEach((c, k) => {
      inverse.set(c, i * 16 + k * 4)
    })
    inverse.set([...moved, 1], i * 16 + 12)
  })
  const { kinds, materials } = materialsOf([actor.body, actor.head])
  const mesh = (m: ActorMesh, name: string) => {
    const attributes = {
      POSITION: buffers.add(m.positions, 'VEC3', true),
      NORMAL: buffers.add(m.normals, 'VEC3'),
      COLOR_0: buffers.add(
        m.colour.map((c) => Math.max(0, Math.min(1, c))),
        'VEC3',
      ),
      JOINTS_0: buffers.add(m.skinIndices, 'VEC4'),
      WEIGHTS_0: buffers.add(m.skinWeights, 'VEC4'),
    }
    const targets = m.morphs.map((d) => ({ POSITION: buffers.add(d, 'VEC3', true) }))
    const primitives = kinds.flatMap((kind, material) => {
      const index = cornersOf(m, kind)
      return index.length === 0
        ? []
        : [{ attributes, indices: buffers.add(index, 'SCALAR'), material, ...(targets.length > 0 ? { targets } : {}) }]
    })
    return { name, primitives, ...(targets.length > 0 ? { extras: { targetNames: FACE_CHANNELS } } : {}) }
  }
  const meshes = [mesh(actor.body, 'body'), mesh(actor.head, 'head')]
  const nodes = bones.map((name, i) => {
    const children = bones.flatMap((_, k) => (parentOf(k) === i ? [k] : []))
    return {
      name,
      translation: i < BONES.length ? Array.from(actor.offsets.subarray(i * 3, i * 3 + 3)) : [0, 0, 0],
      ...(children.length > 0 ? { children } : {}),
    }
  })
  const [root, body, head] = [bones.length, bones.length + 1, bones.length + 2]
  const skinIn = buffers.add(inverse, 'MAT4')
  const still = { visemes: VISEMES.map(() => 0), expressions: EXPRESSIONS.map(() => 0), blink: [0, 0] as const }
  const binds = (state: Parameters<typeof faceWeights>[0]) => ({
    morphTargetBinds: faceWeights(state).flatMap((weight, index) => (weight > 0.001 ? [{ node: head, index, weight }] : [])),
  })
  const json = {
    asset: { version: '2.0', generator: 'Oneshot' },
    extensionsUsed: ['VRMC_vrm'],
    scene: 0,
    scenes: [{ nodes: [root] }],
    nodes: [
      ...nodes,
      { name: spec.name, children: [0, body, head] },
      { name: 'body', mesh: 0, skin: 0 },
      { name: 'head', mesh: 1, skin: 0 },
    ],
    meshes,
    skins: [{ joints: bones.map((_, i) => i), inverseBindMatrices: skinIn, skeleton: 0 }],
    materials,
    accessors: buffers.accessors,
    bufferViews: buffers.views,
    buffers: [{ byteLength: buffers.length }],
    extensions: {
      VRMC_vrm: {
        specVersion: '1.0',
        meta: { name: spec.name, version: '1', authors: ['Oneshot'], licenseUrl: 'https://vrm.dev/licenses/1.0/' },
        humanoid: { humanBones: Object.fromEntries(BONES.map((b, i) => [VRM_NAMES[b] ?? b, { node: i }])) },
        expressions: {
          preset: {
            ...Object.fromEntries(
              Object.entries(EXPRESSION_OF).map(([name, e]) => [
                name,
                binds({ ...still, expressions: EXPRESSIONS.map((x) => (x === e ? 1 : 0)) }),
              ]),
            ),
            ...Object.fromEntries(
              Object.entries(VOWEL_OF).map(([name, v]) => [name, binds({ ...still, visemes: VISEMES.map((x) => (x === v ? 1 : 0)) })]),
            ),
            blink: binds({ ...still, blink: [1, 1] }),
            blinkLeft: binds({ ...still, blink: [1, 0] }),
            blinkRight: binds({ ...still, blink: [0, 1] }),
          },
        },
      },
    },
  }
  return packed(json, buffers.bytes)
}

/** A JSON and a binary part as one file (Khronos glTF 2.0, 4.4). */
export function packed(json: object, bin: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json))
  const room = (n: number) => Math.ceil(n / 4) * 4
  const out = new Uint8Array(12 + 8 + room(text.length) + 8 + room(bin.length))
  const view = new DataView(out.buffer)
  const chunk = (at: number, kind: number, bytes: Uint8Array, spare: number) => {
    view.setUint32(at, room(bytes.length), true)
    view.setUint32(at + 4, kind, true)
    out.fill(spare, at + 8, at + 8 + room(bytes.length))
    out.set(bytes, at + 8)
  }
  view.setUint32(0, 0x46546c67, true)
  view.setUint32(4, 2, true)
  view.setUint32(8, out.length, true)
  chunk(12, 0x4e4f534a, text, 0x20)
  chunk(20 + room(text.length), 0x004e4942, bin, 0)
  return out
}

/** Kinds of surface that somebody has, and a material for each: as rough and metallic as theirs are on the whole. */
function materialsOf(meshes: readonly ActorMesh[]): { readonly kinds: readonly number[]; readonly materials: readonly object[] } {
  const sums = new Map<number, [rough: number, metal: number, count: number]>()
  for (const m of meshes)
    for (let i = 0; i < m.surface.length; i += 4) {
      const sum = sums.get(m.surface[i + 2]!) ?? [0, 0, 0]
      sums.set(m.surface[i + 2]!, [sum[0] + m.surface[i]!, sum[1] + m.surface[i + 1]!, sum[2] + 1])
    }
  const kinds = [...sums.keys()].sort((a, b) => a - b)
  const names = Object.fromEntries(Object.entries(KINDS).map(([name, n]) => [n, name]))
  const round = (v: number) => Math.round(v * 1000) / 1000
  return {
    kinds,
    materials: kinds.map((kind) => {
      const [rough, metal, count] = sums.get(kind) ?? [0, 0, 1]
      return {
        name: names[kind] ?? 'surface',
        pbrMetallicRoughness: { roughnessFactor: round(rough / count), metallicFactor: round(metal / count) },
      }
    }),
  }
}

/** The corners of all triangles of one kind: of their first corner's. */
function cornersOf(m: ActorMesh, kind: number): Uint32Array {
  const out: number[] = []
  for (let i = 0; i < m.index.length; i += 3)
    if (m.surface[m.index[i]! * 4 + 2] === kind) out.push(m.index[i]!, m.index[i + 1]!, m.index[i + 2]!)
  return Uint32Array.from(out)
}
