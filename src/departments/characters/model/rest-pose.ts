import {
  add,
  BONE_PARENTS,
  BONES,
  type Bone,
  length,
  normalize,
  QUAT_IDENTITY,
  type Quat,
  quatAxis,
  quatBetween,
  quatFromBasis,
  quatMul,
  quatNormalize,
  quatRotate,
  scale,
  sub,
  type Vec3,
} from '../../../film'
import type { GltfNode } from './gltf'
import { type DrivenNode, drivenNodes, humanBones } from './humanoid'
import { ModelError } from './model-error'
import { readAccessor } from './read-accessor'
import type { Glb } from './read-glb'

/** A node as the file has it: relative to its parent. */
export interface RestNode {
  readonly parent: number
  readonly translation: Vec3
  readonly rotation: Quat
  readonly scale: Vec3
}

/** What moves a node: a bone of ours, and what turns the node's own rest into the T-pose. */
export interface Driver extends Omit<DrivenNode, 'node'> {
  readonly toT: Quat
}

/** What carries a node that hangs elsewhere in its file. */
export interface Carried {
  /** The node of the bone that is the parent of ours. */
  readonly by: number
  /** From it to the node in the T-pose, in the model's units. */
  readonly offset: Vec3
}

/** Where a node is, in the model's units. */
export interface Place {
  readonly position: Vec3
  readonly rotation: Quat
  readonly scale: Vec3
}

/** A model at rest: turned to face +z, in its own units, on its own place. */
export interface RestPose {
  readonly nodes: readonly RestNode[]
  /** Parents before children, and what carries a node before it. */
  readonly order: readonly number[]
  /** Of all that stands in no other node: the turn that lets the model face +z. */
  readonly turn: Quat
  readonly places: readonly Place[]
  readonly drivers: ReadonlyMap<number, Driver>
  readonly hips: number
  /** Nodes that hang on another bone than ours do (collarbones on the neck, thighs on the spine), and what carries them for us. */
  readonly carried: ReadonlyMap<number, Carried>
  /** What is added to every place so that the soles stand on y = 0 and the hips over the middle. */
  readonly shift: Vec3
  /** Soles to crown, in the model's units. */
  readonly height: number
  /** Our joints in the T-pose on the ground, in the model's units. */
  readonly joints: Readonly<Record<Bone, Vec3>>
}

/** Bones that a model may lack, and the one in whose place ours then are; that one takes over what they turn. */
const FOLDS: readonly (readonly [bone: Bone, onto: Bone])[] = [
  ['chest', 'spine'],
  ['upperChest', 'chest'],
  ['neck', 'head'],
  ['leftShoulder', 'leftUpperArm'],
  ['rightShoulder', 'rightUpperArm'],
]

/**
 * Reads how a model stands at rest and what it takes to bring it into the T-pose.
 * @throws ModelError for nodes that are no tree, and for a rest pose that is nobody's.
 */
export function restPose(glb: Glb): RestPose {
  const { nodes, order } = treeOf(glb.json.nodes ?? [])
  const driven = drivenNodes(glb.json)
  const bones = humanBones(glb.json)
  const at = (places: readonly Place[], name: string): Vec3 => places[bones.get(name) as number]?.position ?? [0, 0, 0]
  const standing = placesOf({ nodes, order, turn: QUAT_IDENTITY }, () => undefined)
  // Whoever faces +z has the left arm at +x.
  const left = sub(at(standing, 'leftUpperArm'), at(standing, 'rightUpperArm'))
  const across = Math.hypot(left[0], left[2])
  const tall = at(standing, 'head')[1] - (at(standing, 'leftFoot')[1] + at(standing, 'rightFoot')[1]) / 2
  if (!(across > 1e-6) || !(tall > across * 0.5))
    throw new ModelError(
      'model.rest',
      'nodes',
      'at rest the model does not stand upright',
      'export it standing, y up, arms out to the sides',
      `${tall.toFixed(3)} from feet to head, ${across.toFixed(3)} between the shoulders`,
    )
  const turn = quatAxis([0, 1, 0], Math.atan2(left[2], left[0]))
  const places = placesOf({ nodes, order, turn }, () => undefined)
  const corrections = correctionsOf(bones, places)
  const folded = new Map<Bone, Bone>()
  // A back without a chest does what both would; necks and shoulders go with what they carry.
  for (const [bone, onto] of FOLDS)
    if (!bones.has(bone) && (bone === 'chest' || bone === 'upperChest')) folded.set(bones.has(onto) ? onto : 'spine', bone)
  const drivers = new Map(
    driven.map(({ node, bone, share }): [number, Driver] => [
      node,
      { bone: folded.get(bone) ?? bone, share, toT: corrections.get(bone) ?? corrections.get(handOf(bone)) ?? QUAT_IDENTITY },
    ]),
  )
  const tPose = placesOf({ nodes, order, turn }, (node) => {
    const driver = drivers.get(node)
    const rest = places[node]
    return driver && rest && quatMul(driver.toT, rest.rotation)
  })
  const [soles, crown] = boundsOf(glb, tPose)
  const height = crown - soles
  const shift: Vec3 = [-at(tPose, 'hips')[0], -soles, -at(tPose, 'hips')[2]]
  const joints = jointsOf(bones, height, (name) => add(at(tPose, name), shift))
  const carried = carriedOf(nodes, drivers, tPose)
  return {
    nodes,
    order: carried.size > 0 ? orderOf(nodes, carried) : order,
    turn,
    places,
    drivers,
    hips: bones.get('hips') as number,
    carried,
    shift,
    height,
    joints,
  }
}

/** Nodes that follow another bone in the file than ours does in our skeleton. */
function carriedOf(
  nodes: readonly RestNode[],
  drivers: ReadonlyMap<number, Driver>,
  tPose: readonly Place[],
): ReadonlyMap<number, Carried> {
  const nodeOf = new Map<Bone, number>()
  for (const [node, { bone, share }] of drivers) if (share === 1) nodeOf.set(bone, node)
  const above = (node: number, isIt: (n: number) => boolean): number => {
    let at = nodes[node]?.parent ?? -1
    while (at >= 0 && !isIt(at)) at = nodes[at]?.parent ?? -1
    return at
  }
  const out = new Map<number, Carried>()
  for (const [bone, node] of nodeOf) {
    let parent = BONE_PARENTS[BONES.indexOf(bone)] ?? -1
    while (parent >= 0 && !nodeOf.has(BONES[parent] as Bone)) parent = BONE_PARENTS[parent] ?? -1
    const by = parent < 0 ? undefined : nodeOf.get(BONES[parent] as Bone)
    if (by === undefined || above(node, (n) => drivers.has(n)) === by || above(by, (n) => n === node) === node) continue
    out.set(node, { by, offset: sub(tPose[node]?.position ?? [0, 0, 0], tPose[by]?.position ?? [0, 0, 0]) })
  }
  return out
}

/** Nodes so that each comes after its parent and after what carries it. */
function orderOf(nodes: readonly RestNode[], carried: ReadonlyMap<number, Carried>): number[] {
  const out: number[] = []
  const done = new Set<number>()
  const put = (node: number) => {
    if (node < 0 || done.has(node)) return
    done.add(node)
    put(nodes[node]?.parent ?? -1)
    put(carried.get(node)?.by ?? -1)
    out.push(node)
  }
  for (const node of nodes.keys()) put(node)
  return out
}

/** The hand whose correction a finger takes. */
const handOf = (bone: Bone): string => bone.replace(/(?:Thumb|Index|Fingers)$/, 'Hand')

function treeOf(list: readonly GltfNode[]): { readonly nodes: RestNode[]; readonly order: number[] } {
  const parents = new Int32Array(list.length).fill(-1)
  for (const [i, { children }] of list.entries())
    for (const child of children ?? []) {
      if (child >= list.length || parents[child] !== -1 || child === i)
        throw new ModelError('model.nodes', `nodes[${i}].children`, 'its nodes are no tree', 'export it again', child)
      parents[child] = i
    }
  const order: number[] = []
  const visit = list.flatMap((_, i) => (parents[i] === -1 ? [i] : []))
  for (let next = visit.pop(); next !== undefined; next = visit.pop()) {
    order.push(next)
    visit.push(...(list[next]?.children ?? []))
  }
  if (order.length < list.length) throw new ModelError('model.nodes', 'nodes', 'some of its nodes are their own parents', 'export it again')
  const nodes = list.map((n, i): RestNode => {
    const trs = n.matrix ? taken(n.matrix) : { translation: n.translation, rotation: n.rotation, scale: n.scale }
    return {
      parent: parents[i] ?? -1,
      translation: trs.translation ?? [0, 0, 0],
      rotation: quatNormalize(trs.rotation ?? QUAT_IDENTITY),
      scale: trs.scale ?? [1, 1, 1],
    }
  })
  return { nodes, order }
}

/** A matrix (by columns) as translation, rotation and scale; what shears is lost. */
function taken(m: readonly number[]): { readonly translation: Vec3; readonly rotation: Quat; readonly scale: Vec3 } {
  const column = (i: number): Vec3 => [m[i * 4] ?? 0, m[i * 4 + 1] ?? 0, m[i * 4 + 2] ?? 0]
  const [x, y, z] = [column(0), column(1), column(2)]
  return {
    translation: column(3),
    rotation: quatFromBasis(normalize(x), normalize(y), normalize(z)),
    scale: [length(x), length(y), length(z)],
  }
}

/**
 * Where every node is, parents first.
 * @param turned a node's rotation in the world, where something drives it.
 * @param moved a node's position in the world, where it does not follow from its parent's; it sees the places before it.
 */
export function placesOf(
  { nodes, order, turn }: Pick<RestPose, 'nodes' | 'order' | 'turn'>,
  turned: (node: number) => Quat | undefined,
  moved: (node: number, places: readonly Place[]) => Vec3 | undefined = () => undefined,
): Place[] {
  const out: Place[] = []
  const root: Place = { position: [0, 0, 0], rotation: turn, scale: [1, 1, 1] }
  for (const i of order) {
    const { parent, translation: t, rotation, scale: s } = nodes[i] as RestNode
    const p = out[parent] ?? root
    const away: Vec3 = [t[0] * p.scale[0], t[1] * p.scale[1], t[2] * p.scale[2]]
    out[i] = {
      position: moved(i, out) ?? add(p.position, quatRotate(p.rotation, away)),
      rotation: turned(i) ?? quatMul(p.rotation, rotation),
      scale: [s[0] * p.scale[0], s[1] * p.scale[1], s[2] * p.scale[2]],
    }
  }
  return out
}

/** Legs that stand wider than this are brought together: radians. */
const STRADDLE = 0.2
/** Hands whose thumbs point further off the front than this are turned palms down: radians. */
const ROLLED = 0.6
/** How far below the front a thumb points whose palm looks down, radians. */
const THUMB_LOW = 0.25

/** What turns limbs of an A-pose, or any other, into the T-pose; by VRM's names of bones. */
function correctionsOf(bones: ReadonlyMap<string, number>, places: readonly Place[]): ReadonlyMap<string, Quat> {
  const out = new Map<string, Quat>()
  const way = (from: string, to: string): Vec3 | undefined => {
    const [a, b] = [bones.get(from), bones.get(to)]
    const d = a !== undefined && b !== undefined && sub(places[b]?.position ?? [0, 0, 0], places[a]?.position ?? [0, 0, 0])
    return d && length(d) > 1e-6 ? normalize(d) : undefined
  }
  for (const [side, x] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const out_ = (name: string, to: string, aim: Vec3, least = 0) => {
      const now = way(side + name, side + to)
      if (now && Math.acos(Math.max(-1, Math.min(1, now[0] * aim[0] + now[1] * aim[1] + now[2] * aim[2]))) > least)
        out.set(side + name, quatBetween(now, aim))
    }
    out_('UpperArm', 'LowerArm', [x, 0, 0])
    out_('LowerArm', 'Hand', [x, 0, 0])
    out_('Hand', 'MiddleProximal', [x, 0, 0])
    if (!way(`${side}Hand`, `${side}MiddleProximal`)) {
      const arm = out.get(`${side}LowerArm`)
      if (arm) out.set(`${side}Hand`, arm)
    }
    // Palms to the front, as in anatomy, or to the back: the wrist turns, and the forearm half as far.
    const thumb = way(`${side}Hand`, `${side}ThumbMetacarpal`) ?? way(`${side}Hand`, `${side}ThumbProximal`)
    if (thumb) {
      const [, y, z] = quatRotate(out.get(`${side}Hand`) ?? QUAT_IDENTITY, thumb)
      const off = Math.atan2(y, z) + THUMB_LOW
      if (Math.abs(off) > ROLLED && Math.hypot(y, z) > 0.2)
        for (const [part, share] of [
          ['LowerArm', 0.5],
          ['Hand', 1],
        ] as const)
          out.set(side + part, quatMul(quatAxis([1, 0, 0], off * share), out.get(side + part) ?? QUAT_IDENTITY))
    }
    out_('UpperLeg', 'LowerLeg', [0, -1, 0], STRADDLE)
    out_('LowerLeg', 'Foot', [0, -1, 0], STRADDLE)
  }
  return out
}

/** Lowest and highest point of the meshes, each corner where its bones carry it. */
function boundsOf(glb: Glb, places: readonly Place[]): readonly [low: number, high: number] {
  const { json } = glb
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [i, node] of (json.nodes ?? []).entries()) {
    const mesh = node.mesh === undefined ? undefined : json.meshes?.[node.mesh]
    const skin = node.skin === undefined ? undefined : json.skins?.[node.skin]
    if (!mesh) continue
    const inverse = skin?.inverseBindMatrices === undefined ? undefined : readAccessor(glb, skin.inverseBindMatrices, 'MAT4', 'skins')
    const rows = skin?.joints.map((joint, k) => heightRow(places[joint], inverse?.subarray(k * 16, k * 16 + 16)))
    const own = heightRow(places[i], undefined)
    for (const { attributes: a } of mesh.primitives) {
      const read = (name: string, type: string) => (a[name] === undefined ? undefined : readAccessor(glb, a[name], type, 'meshes'))
      const positions = read('POSITION', 'VEC3') ?? new Float32Array()
      const [joints, weights] = rows ? [read('JOINTS_0', 'VEC4'), read('WEIGHTS_0', 'VEC4')] : []
      for (let v = 0; v * 3 < positions.length; v++) {
        const [x, y, z] = [positions[v * 3] ?? 0, positions[v * 3 + 1] ?? 0, positions[v * 3 + 2] ?? 0]
        const over = (r: Row | undefined) => (r ? r[0] * x + r[1] * y + r[2] * z + r[3] : 0)
        let [sum, whole] = [0, 0]
        for (let k = v * 4; rows && joints && weights && k < v * 4 + 4; k++) {
          const w = weights[k] ?? 0
          if (w <= 0) continue
          sum += w * over(rows[joints[k] ?? 0])
          whole += w
        }
        const at = whole > 0 ? sum / whole : over(own)
        low = Math.min(low, at)
        high = Math.max(high, at)
      }
    }
  }
  if (!(high - low > 1e-6)) throw new ModelError('model.rest', 'meshes', 'the model has no height', 'export it with its meshes', high - low)
  return [low, high]
}

type Row = readonly [x: number, y: number, z: number, one: number]

/** The row of a joint's matrix that gives heights. @param m its inverse bind matrix, by columns. */
function heightRow(place: Place | undefined, m: Float32Array | undefined): Row {
  if (!place) return [0, 0, 0, 0]
  const column = (x: number, y: number, z: number) =>
    quatRotate(place.rotation, [x * place.scale[0], y * place.scale[1], z * place.scale[2]])[1]
  if (!m) return [column(1, 0, 0), column(0, 1, 0), column(0, 0, 1), place.position[1]]
  const of = (k: number) => column(m[k * 4] ?? 0, m[k * 4 + 1] ?? 0, m[k * 4 + 2] ?? 0)
  return [of(0), of(1), of(2), of(3) + place.position[1]]
}

/** Our joints: those of the model, and where it lacks one, as people of its size have them. */
function jointsOf(bones: ReadonlyMap<string, number>, h: number, at: (name: string) => Vec3): Readonly<Record<Bone, Vec3>> {
  const joints: Partial<Record<Bone, Vec3>> = {}
  for (const bone of BONES) if (bones.has(bone)) joints[bone] = at(bone)
  for (const [bone, onto] of FOLDS) joints[bone] ??= joints[onto]
  const head = joints.head as Vec3
  const headM = h - head[1]
  const lies = (bone: Bone, from: Bone, by: Vec3) => {
    joints[bone] ??= add(joints[from] as Vec3, by)
  }
  lies('jaw', 'head', [0, headM * 0.07, headM * 0.12])
  for (const [side, x] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    lies(`${side}Eye`, 'head', [x * headM * 0.17, headM * 0.38, headM * 0.4])
    const foot = joints[`${side}Foot`] as Vec3
    lies(`${side}Toes`, `${side}Foot`, [0, h * 0.012 - foot[1], h * 0.077])
    const finger = (bone: 'Thumb' | 'Index' | 'Fingers', names: readonly string[], by: Vec3) => {
      const known = names.find((n) => bones.has(side + n))
      joints[`${side}${bone}`] = known ? at(side + known) : add(joints[`${side}Hand`] as Vec3, scale([x * by[0], by[1], by[2]], h))
    }
    finger('Thumb', ['ThumbMetacarpal', 'ThumbProximal'], [0.02, -0.006, 0.012])
    finger('Index', ['IndexProximal'], [0.048, 0, 0.012])
    finger('Fingers', ['MiddleProximal', 'RingProximal'], [0.048, 0, -0.012])
  }
  return joints as Record<Bone, Vec3>
}
