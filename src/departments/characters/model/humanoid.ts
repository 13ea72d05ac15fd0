import { type Bone, didYouMean } from '../../../film'
import type { Gltf } from './gltf'
import { ModelError } from './model-error'

/** A bone of ours that moves a node, and for joints of fingers how much of its bend has been done when the node's own is. */
export interface DrivenNode {
  readonly node: number
  readonly bone: Bone
  /** Of the finger's whole bend; 1 for everything that is no finger. */
  readonly share: number
}

/** Bones that VRM asks of every model, and without which nobody can walk, sit and reach. */
export const REQUIRED: readonly string[] = [
  'hips',
  'spine',
  'head',
  ...['left', 'right'].flatMap((s) => ['UpperArm', 'LowerArm', 'Hand', 'UpperLeg', 'LowerLeg', 'Foot'].map((p) => s + p)),
]

/** Our bones by VRM's names, where they differ; VRM 0.x calls the thumb's first joint proximal, 1.0 metacarpal. */
const FINGERS: Readonly<Record<string, readonly [Bone: string, joint: 0 | 1 | 2]>> = {
  ThumbMetacarpal: ['Thumb', 0],
  ThumbProximal: ['Thumb', 0],
  ThumbIntermediate: ['Thumb', 1],
  ThumbDistal: ['Thumb', 2],
  ...Object.fromEntries(
    ['Index', 'Middle', 'Ring', 'Little'].flatMap((finger) =>
      ['Proximal', 'Intermediate', 'Distal'].map((joint, i) => [
        finger + joint,
        [finger === 'Index' ? 'Index' : 'Fingers', i as 0 | 1 | 2],
      ]),
    ),
  ),
}
const BODY: ReadonlySet<string> = new Set(
  'hips spine chest upperChest neck head jaw leftEye rightEye'
    .split(' ')
    .concat(['left', 'right'].flatMap((s) => 'Shoulder UpperArm LowerArm Hand UpperLeg LowerLeg Foot Toes'.split(' ').map((p) => s + p))),
)
/** How far a finger is bent at its first, second and third joint, in whole bends of a finger without joints. */
const JOINT_SHARES = [0.6, 1.4, 1.9] as const

/** Nodes of a file by VRM's names of human bones: as its VRM extension says, else by what rigs commonly call them. */
export function humanBones(json: Gltf): ReadonlyMap<string, number> {
  const vrm1 = json.extensions?.VRMC_vrm?.humanoid.humanBones
  if (vrm1) return new Map(Object.entries(vrm1).map(([name, { node }]) => [name, node]))
  const vrm0 = json.extensions?.VRM?.humanoid.humanBones
  if (vrm0) return new Map(vrm0.filter((b) => b.node >= 0).map(({ bone, node }) => [bone, node]))
  return namedBones(json)
}

/**
 * The nodes that our bones move.
 * @throws ModelError that names the bones that are missing.
 */
export function drivenNodes(json: Gltf): readonly DrivenNode[] {
  const bones = humanBones(json)
  const missing = REQUIRED.filter((name) => !bones.has(name))
  if (missing.length > 0) {
    const isVrm = json.extensions?.VRMC_vrm !== undefined || json.extensions?.VRM !== undefined
    const near = isVrm
      ? undefined
      : didYouMean(
          missing[0] ?? '',
          (json.nodes ?? []).flatMap((n) => n.name ?? []),
        )
    throw new ModelError(
      'model.bones',
      isVrm ? 'humanoid.humanBones' : 'nodes',
      `bones are missing: ${missing.join(', ')}`,
      isVrm
        ? 'name them in the humanoid of the exporter'
        : `call the bones as VRM or Mixamo do, or export it as .vrm${near === undefined ? '' : `; ${near} may be meant`}`,
      missing.join(', '),
    )
  }
  const count = json.nodes?.length ?? 0
  const seen = new Map<number, string>()
  for (const [name, node] of bones) {
    if (node >= count) throw new ModelError('model.bones', name, `${name} names a node that is not there`, 'export it again', node)
    const twin = seen.get(node)
    if (twin !== undefined && REQUIRED.includes(name))
      throw new ModelError('model.bones', `nodes[${node}]`, `${twin} and ${name} are one node`, 'give each bone a node of its own', name)
    seen.set(node, name)
  }
  const out: DrivenNode[] = []
  for (const [name, node] of bones) {
    if (BODY.has(name)) out.push({ node, bone: name as Bone, share: 1 })
    const side = name.startsWith('left') ? 'left' : name.startsWith('right') ? 'right' : ''
    const finger = side && FINGERS[name.slice(side.length)]
    if (!finger) continue
    const [bone, joint] = finger
    // VRM 0.x has proximal, intermediate, distal; 1.0 metacarpal, proximal, distal.
    const at = name.endsWith('ThumbProximal') && bones.has(`${side}ThumbMetacarpal`) ? 1 : joint
    const family = name.slice(side.length).replace(/(?:Metacarpal|Proximal|Intermediate|Distal)$/, '')
    const jointed = bones.has(`${side}${family}Distal`) || bones.has(`${side}${family}Intermediate`)
    out.push({ node, bone: `${side}${bone}` as Bone, share: jointed ? (JOINT_SHARES[at] ?? 1) : 1 })
  }
  return out
}

/** What rigs call the parts of limbs, without side and punctuation: Mixamo, Unreal, Rigify, VRoid, Biped, Daz. */
const PARTS: readonly (readonly [part: string, names: RegExp])[] = [
  ['Shoulder', /^(?:shoulder|clavicle|collar(?:bone)?)$/],
  ['UpperArm', /^(?:arm|upperarm(?:0?1)?|uparm|armupper|shldr(?:bend)?)$/],
  ['LowerArm', /^(?:forearm(?:bend)?|lowerarm(?:0?1)?|elbow|armlower)$/],
  ['Hand', /^(?:hand|wrist)$/],
  ['UpperLeg', /^(?:upleg|upperleg(?:0?1)?|thigh(?:bend)?|legupper)$/],
  ['LowerLeg', /^(?:leg|lowerleg(?:0?1)?|calf|shin|knee|leglower)$/],
  ['Foot', /^(?:foot|ankle)$/],
  ['Toes', /^(?:toe0?|toes|toebase|ball)$/],
  ['Eye', /^(?:eye|eyeball|faceeye)$/],
  // Biped counts fingers from the thumb, 0, and their joints behind that: Finger0, Finger01, Finger02.
  ['ThumbProximal', /^(?:(?:hand)?thumb(?:0?1|proximal)|finger0)$/],
  ['ThumbIntermediate', /^(?:(?:hand)?thumb(?:0?2|intermediate)|finger01)$/],
  ['ThumbDistal', /^(?:(?:hand)?thumb(?:0?3|distal)|finger02)$/],
  ...(['Index', 'Middle', 'Ring', 'Little'] as const).flatMap((finger, n) =>
    (['Proximal', 'Intermediate', 'Distal'] as const).map((joint, i): readonly [string, RegExp] => {
      const called = { Index: 'index', Middle: 'mid(?:dle)?', Ring: 'ring', Little: '(?:little|pinky|pinkie)' }[finger]
      const counted = `finger${n + 1}${i === 0 ? '' : i}`
      return [finger + joint, new RegExp(`^(?:(?:hand|f)?${called}(?:finger)?(?:0?${i + 1}|${joint.toLowerCase()})|${counted})$`)]
    }),
  ),
]

/** A name without what stands in front of it, its side, and its words run together. */
function plain(name: string): { readonly side: 'left' | 'right' | ''; readonly word: string } {
  const bare = name
    .replace(/^.*[:|]/, '')
    .replace(/^(?:mixamorig\d*|bip0*1|def|org|rig|armature|j_(?:bip|sec|adj)|cc_base|bone)[\s_.-]+/i, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
  const words = bare.split(/[^a-z0-9]+/).filter((w) => w !== '' && w !== 'c')
  const at = words.findIndex((w) => w === 'l' || w === 'r' || w === 'left' || w === 'right')
  const side = at < 0 ? '' : words[at]?.startsWith('l') ? 'left' : 'right'
  return { side, word: words.filter((_, i) => i !== at).join('') }
}

/** Bones by the names of their nodes; the back is what lies between hips and head. */
function namedBones(json: Gltf): ReadonlyMap<string, number> {
  const nodes = json.nodes ?? []
  const joints = new Set((json.skins ?? []).flatMap((s) => s.joints))
  const parent = new Map<number, number>()
  for (const [i, node] of nodes.entries()) for (const child of node.children ?? []) parent.set(child, i)
  const out = new Map<string, number>()
  const put = (name: string, node: number) => {
    if (!out.has(name)) out.set(name, node)
  }
  const [hipsNamed, backs]: [number[], Map<string, number>] = [[], new Map()]
  for (const [i, { name }] of nodes.entries()) {
    if (name === undefined || !joints.has(i)) continue
    const { side, word } = plain(name)
    if (!side) {
      if (/^(?:hips?|pelvis)$/.test(word)) hipsNamed.push(i)
      else if (/^head$/.test(word)) put('head', i)
      else if (/^neck(?:twist|lower)?(?:0?1)?$/.test(word)) put('neck', i)
      else if (/^jaw(?:root)?$/.test(word)) put('jaw', i)
      else if (/^spine/.test(word)) backs.set(word, i)
    } else for (const [part, names] of PARTS) if (names.test(word)) put(side + part, i)
  }
  // Rigify counts from the hips, spine, to the head, spine.006; the neck begins with spine.004.
  for (const [name, word] of [
    ['head', 'spine006'],
    ['neck', 'spine004'],
  ] as const) {
    const node = backs.get(word)
    if (node !== undefined && backs.has('spine006') && !out.has(name)) put(name, node)
  }
  const [head, neck] = [out.get('head'), out.get('neck')]
  /** Whether a node carries legs and head. */
  const carries = (node: number) =>
    [head, out.get('leftUpperLeg'), out.get('rightUpperLeg')].every((from) => {
      let at = from
      while (at !== undefined && at !== node) at = parent.get(at)
      return at === node
    })
  // A hip and a pelvis: what the back stands on as well.
  const hips = hipsNamed.find(carries) ?? hipsNamed[0] ?? (backs.has('spine006') ? backs.get('spine') : undefined)
  if (hips !== undefined) put('hips', hips)
  if (hips === undefined || head === undefined) return out
  const back: number[] = []
  for (let at = parent.get(head); at !== undefined && at !== hips && back.length < 16; at = parent.get(at))
    if (at === neck) back.length = 0
    else back.unshift(at)
  const [first, second] = back
  if (first !== undefined) out.set('spine', first)
  if (second !== undefined) out.set('chest', second)
  if (back.length > 2) out.set('upperChest', back.at(-1) as number)
  return out
}
