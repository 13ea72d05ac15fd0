import { GltfFile } from '../../encode'
import { BONE_PARENTS, BONES, type CharacterSpec, EXPRESSIONS, quatConjugate, quatRotate, VISEMES, type Viseme } from '../../film'
import { type ActorMesh, buildActor, CLOTH_BONES, FACE_CHANNELS, faceWeights } from '../../stage'
import { actorPrimitives } from './actor-looks'
import { actorTracks } from './actor-tracks'
import { clipsOf } from './clips'

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

/** Somebody in a file. */
export interface ActorNodes {
  /** Stands on the ground under the hips. */
  readonly root: number
  /** In BONES order. */
  readonly bones: readonly number[]
  /** In CLOTH_BONES order. */
  readonly cloth: readonly number[]
  /** Has the face's channels as targets. */
  readonly head: number
}

/**
 * A person as a rigged glTF 2.0 binary with VRM 1.0's humanoid and expressions and what a body does as animations: for other
 * programs, which read it as .glb or .vrm, and to be cast again. Patterns of cloth are textures; folds stay behind.
 */
export async function actorModel(spec: CharacterSpec): Promise<Uint8Array> {
  const file = new GltfFile()
  const nodes = await addActor(file, spec)
  file.extend('VRMC_vrm', vrm(spec, nodes))
  for (const { name, times, states, extras } of clipsOf(spec)) file.animation(name, times, actorTracks(nodes, states), extras)
  return file.glb(spec.name, [nodes.root])
}

/** Puts a person into a file, in the T-pose: skeleton, skin, clothes, and the face's channels as targets. */
export async function addActor(file: GltfFile, spec: CharacterSpec): Promise<ActorNodes> {
  const actor = buildActor(spec, 'full')
  const parents = [...BONE_PARENTS, ...CLOTH_BONES.map((b) => BONES.indexOf(b))]
  const names = [...BONES.map((b) => VRM_NAMES[b] ?? b), ...CLOTH_BONES.map((b) => `${b}Cloth`)]
  const first = file.nodeCount
  const nodes = names.map((name, i) => {
    const children = parents.flatMap((p, k) => (p === i ? [first + k] : []))
    return file.node({
      name,
      translation: i < BONES.length ? Array.from(actor.offsets.subarray(i * 3, i * 3 + 3)) : [0, 0, 0],
      ...(children.length > 0 ? { children } : {}),
    })
  })
  const skin = file.skin({ joints: nodes, inverseBindMatrices: file.accessor(inversesOf(actor.bind), 'MAT4'), skeleton: nodes[0] })
  const meshOf = async (m: ActorMesh, name: string) => {
    const targets = m.morphs.map((d) => ({ POSITION: file.accessor(d, 'VEC3', 'attribute', true) }))
    const primitives = (await actorPrimitives(file, m)).map((p) => (targets.length > 0 ? { ...p, targets } : p))
    return file.mesh(name, primitives, targets.length > 0 ? { targetNames: FACE_CHANNELS } : undefined)
  }
  const body = file.node({ name: 'body', mesh: await meshOf(actor.body, 'body'), skin })
  const head = file.node({ name: 'face', mesh: await meshOf(actor.head, 'face'), skin })
  const root = file.node({ name: spec.name, children: [nodes[0], body, head] })
  return { root, bones: nodes.slice(0, BONES.length), cloth: nodes.slice(BONES.length), head }
}

/** The bind pose undone, a matrix a bone, columns first. @param bind place and rotation of each bone, 7 each. */
function inversesOf(bind: Float32Array): Float32Array {
  const out = new Float32Array((bind.length / 7) * 16)
  const axes = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ] as const
  for (let i = 0; i < bind.length / 7; i++) {
    const at = (k: number) => bind[i * 7 + k] ?? 0
    const q = quatConjugate([at(3), at(4), at(5), at(6)])
    axes.forEach((axis, k) => {
      out.set(quatRotate(q, axis), i * 16 + k * 4)
    })
    out.set([...quatRotate(q, [-at(0), -at(1), -at(2)]), 1], i * 16 + 12)
  }
  return out
}

/** VRM 1.0's own part of a file: which node is which bone, and which targets make which expression. */
function vrm(spec: CharacterSpec, { bones, head }: ActorNodes) {
  const still = { visemes: VISEMES.map(() => 0), expressions: EXPRESSIONS.map(() => 0), blink: [0, 0] as const }
  const binds = (state: Parameters<typeof faceWeights>[0]) => ({
    morphTargetBinds: faceWeights(state).flatMap((weight, index) => (weight > 0.001 ? [{ node: head, index, weight }] : [])),
  })
  const moods = Object.entries(EXPRESSION_OF).map(([name, e]) => [
    name,
    binds({ ...still, expressions: EXPRESSIONS.map((x) => (x === e ? 1 : 0)) }),
  ])
  const vowels = Object.entries(VOWEL_OF).map(([name, v]) => [name, binds({ ...still, visemes: VISEMES.map((x) => (x === v ? 1 : 0)) })])
  return {
    specVersion: '1.0',
    meta: { name: spec.name, version: '1', authors: ['Oneshot'], licenseUrl: 'https://vrm.dev/licenses/1.0/' },
    humanoid: { humanBones: Object.fromEntries(BONES.map((b, i) => [VRM_NAMES[b] ?? b, { node: bones[i] }])) },
    expressions: {
      preset: {
        ...Object.fromEntries([...moods, ...vowels]),
        blink: binds({ ...still, blink: [1, 1] }),
        blinkLeft: binds({ ...still, blink: [1, 0] }),
        blinkRight: binds({ ...still, blink: [0, 1] }),
      },
    },
  }
}
