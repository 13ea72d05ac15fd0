import { Matrix4, Quaternion, Vector3 } from 'three'
import { packedGlb } from '../../../src/encode'
import { DIALECTS, oldName } from './foreign-names'

/** How another program makes a person. */
export interface Foreign {
  /** Version of the VRM extension; none for a bare rig. */
  readonly vrm?: 0 | 1
  /** What the rig calls its bones. */
  readonly names?: keyof typeof DIALECTS
  /** How far the arms hang below the T-pose, radians. */
  readonly droop?: number
  /** Palms look to the front, as in anatomy; otherwise down. */
  readonly supine?: boolean
  /** Units in a metre: a root above the bones makes metres of them. */
  readonly unitsInMetre?: number
  /** The units are what the file means: no root mends them. */
  readonly bareUnits?: boolean
  /** The bones are laid out z up, as in Blender and 3ds Max: a root sets them upright. */
  readonly zUp?: boolean
  /** Every bone's own y goes along it, and it is rolled about it: rests have rotations. */
  readonly rolled?: boolean
  /** Forearms, shins and the neck hang on twist joints that nothing drives. */
  readonly twists?: boolean
  /** Collarbones hang on the neck and thighs on the spine, as in Biped. */
  readonly biped?: boolean
  readonly noFingers?: boolean
  /** Each piece has a skin of its own, bound in other units, its joints in another order. */
  readonly manySkins?: boolean
  /** Nodes stand in another pose than the one that the skin was bound in: radians of the arms. */
  readonly restDroop?: number
  /** Metres from sole to crown. */
  readonly heightM?: number
}

type Point = readonly [x: number, y: number, z: number]
interface Joint {
  readonly parent: string
  readonly at: Point
}

/** Joints of somebody one metre tall, by VRM 1.0's names, in the T-pose: short legs, long arms, a big head. */
function joints(f: Foreign): Map<string, Joint> {
  const out = new Map<string, Joint>()
  const put = (name: string, parent: string, ...at: Point) => out.set(name, { parent, at })
  put('hips', '', 0, 0.49, 0)
  put('spine', 'hips', 0, 0.55, 0.005)
  put('chest', 'spine', 0, 0.63, 0.008)
  put('upperChest', 'chest', 0, 0.7, 0.002)
  put('neck', 'upperChest', 0, 0.79, -0.004)
  put('head', 'neck', 0, 0.83, 0.006)
  for (const [side, x] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    put(`${side}Eye`, 'head', x * 0.02, 0.9, 0.06)
    put(`${side}Shoulder`, f.biped ? 'neck' : 'upperChest', x * 0.015, 0.77, 0)
    put(`${side}UpperArm`, `${side}Shoulder`, x * 0.1, 0.765, -0.005)
    put(`${side}LowerArm`, `${side}UpperArm`, x * 0.27, 0.765, -0.008)
    put(`${side}Hand`, `${side}LowerArm`, x * 0.43, 0.765, -0.003)
    if (!f.noFingers) {
      put(`${side}ThumbMetacarpal`, `${side}Hand`, x * 0.44, 0.761, 0.013)
      put(`${side}ThumbProximal`, `${side}ThumbMetacarpal`, x * 0.455, 0.758, 0.02)
      put(`${side}MiddleProximal`, `${side}Hand`, x * 0.485, 0.765, -0.003)
      put(`${side}MiddleDistal`, `${side}MiddleProximal`, x * 0.52, 0.765, -0.003)
    }
    put(`${side}UpperLeg`, f.biped ? 'spine' : 'hips', x * 0.055, 0.47, 0)
    put(`${side}LowerLeg`, `${side}UpperLeg`, x * 0.056, 0.25, 0.004)
    put(`${side}Foot`, `${side}LowerLeg`, x * 0.057, 0.04, -0.012)
    put(`${side}Toes`, `${side}Foot`, x * 0.06, 0.012, 0.06)
  }
  return out
}

/** What each piece of the person is made of: a box from a joint to the next, so thick. */
export const BOXES: readonly (readonly [piece: 'body' | 'clothes' | 'head', from: string, to: string | Point, thick: number])[] = [
  ['clothes', 'hips', 'spine', 0.09],
  ['clothes', 'spine', 'chest', 0.085],
  ['clothes', 'chest', 'upperChest', 0.095],
  ['clothes', 'upperChest', 'neck', 0.08],
  ['body', 'neck', 'head', 0.03],
  ['head', 'head', [0, 1, 0.006], 0.07],
  ...(['left', 'right'] as const).flatMap((side) =>
    (
      [
        ['clothes', 'UpperArm', 'LowerArm', 0.03],
        ['body', 'LowerArm', 'Hand', 0.025],
        ['body', 'Hand', [side === 'left' ? 0.54 : -0.54, 0.765, 0], 0.02],
        ['clothes', 'UpperLeg', 'LowerLeg', 0.045],
        ['body', 'LowerLeg', 'Foot', 0.035],
        ['body', 'Foot', 'Toes', 0.012],
      ] as const
    ).map(([piece, from, to, thick]) => [piece, side + from, typeof to === 'string' ? side + to : to, thick] as const),
  ),
]

const vec = (p: Point) => new Vector3(p[0], p[1], p[2])
const X = new Vector3(1, 0, 0)
const Z = new Vector3(0, 0, 1)
const ONE = new Vector3(1, 1, 1)
const Y = new Vector3(0, 1, 0)

type Places = ReadonlyMap<string, { readonly p: Vector3; readonly q: Quaternion }>
const placed = (places: Places, name: string, size = ONE): Matrix4 => {
  const { p, q } = places.get(name) as { p: Vector3; q: Quaternion }
  return new Matrix4().compose(p, q, size)
}

/** Morph targets of the head: VRM 0.x' and 1.0's names of the expressions that move them. */
export const MORPHS = [
  ['a', 'aa'],
  ['i', 'ih'],
  ['joy', 'happy'],
  ['blink', 'blink'],
] as const

/**
 * Makes a rigged person of boxes as other programs write them: no line of it is shared with our own exporter but the frame of
 * the file. Faces are quads on the head with morph targets A, I, joy and blink, which only VRM's expressions name.
 */
export function foreignModel(f: Foreign = {}): Uint8Array {
  const heightM = f.heightM ?? 1.6
  const unit = f.unitsInMetre ?? 1
  const table = joints(f)
  const call = DIALECTS[f.names ?? 'vrm']
  const facing = f.vrm === 0 ? new Quaternion().setFromAxisAngle(Y, Math.PI) : new Quaternion()
  const childOf = (name: string) => [...table].find(([n, j]) => j.parent === name && !/Eye|Thumb/.test(n))?.[0]

  /** Where joints stand in the world, metres, with the arms so low, and the palms to the front or down. */
  const posed = (droop: number, supine: boolean): Places => {
    const places = new Map<string, { p: Vector3; q: Quaternion }>()
    for (const [name, { at }] of table) {
      // A left arm at +x sinks by turning back about z.
      const side = name.startsWith('left') ? -1 : name.startsWith('right') ? 1 : 0
      const isArm = side !== 0 && /Arm|Hand|Thumb|Middle/.test(name)
      const arm = new Quaternion().setFromAxisAngle(Z, isArm ? side * droop : 0)
      const shoulder = vec(table.get(side < 0 ? 'leftUpperArm' : 'rightUpperArm')?.at as Point)
      // The wrist turns about the forearm, and the forearm half as far.
      const isHand = isArm && !name.includes('Arm')
      const roll = new Quaternion().setFromAxisAngle(X, !supine ? 0 : isHand ? -Math.PI / 2 : name.endsWith('LowerArm') ? -Math.PI / 4 : 0)
      const wrist = vec((table.get(side < 0 ? 'leftHand' : 'rightHand') as Joint).at)
      const rolled = isHand ? vec(at).sub(wrist).applyQuaternion(roll).add(wrist) : vec(at)
      const turned = isArm ? rolled.sub(shoulder).applyQuaternion(arm).add(shoulder) : rolled
      const next = table.get(childOf(name) ?? '')
      const along = next ? vec(next.at).sub(vec(at)).normalize() : Y
      const own = f.rolled
        ? new Quaternion().setFromUnitVectors(Y, along).multiply(new Quaternion().setFromAxisAngle(Y, 0.7 + name.length))
        : new Quaternion()
      places.set(name, {
        p: turned.multiplyScalar(heightM).applyQuaternion(facing),
        q: facing.clone().multiply(arm).multiply(roll).multiply(own),
      })
    }
    return places
  }
  const tPose = posed(0, false)
  const bound = posed(f.droop ?? 0, f.supine ?? false)
  const standing = posed(f.restDroop ?? f.droop ?? 0, f.supine ?? false)

  const names = [...table.keys()]
  const root = new Matrix4()
  if (f.zUp) root.makeRotationX(-Math.PI / 2)
  if (!f.bareUnits) root.scale(new Vector3().setScalar(1 / unit))
  type Loose = Record<string, unknown> & { name: string; children: number[] }
  const nodes: Loose[] = []
  const index = new Map<string, number>()
  const rootAt = nodes.push({ name: 'Armature', children: [] }) - 1
  const rootParts = [new Vector3(), new Quaternion(), new Vector3()] as const
  root.decompose(...rootParts)
  Object.assign(nodes[rootAt] as Loose, { rotation: rootParts[1].toArray(), scale: rootParts[2].toArray() })
  const worlds: Matrix4[] = [root]
  /** Puts a node under another so that it is there in the world. */
  const put = (name: string, parent: number, p: Vector3, q: Quaternion): number => {
    const world = new Matrix4()
    if (f.bareUnits) world.compose(p.clone().multiplyScalar(unit), q, ONE)
    else world.compose(p, q, rootParts[2])
    const local = new Matrix4()
      .copy(worlds[parent] as Matrix4)
      .invert()
      .multiply(world)
    const [t, r, s] = [new Vector3(), new Quaternion(), new Vector3()]
    local.decompose(t, r, s)
    const at = nodes.push({ name, children: [], translation: t.toArray(), rotation: r.toArray() }) - 1
    nodes[parent]?.children.push(at)
    worlds[at] = world
    return at
  }
  for (const name of names) {
    const { parent } = table.get(name) as Joint
    const place = standing.get(name) as { p: Vector3; q: Quaternion }
    let under = index.get(parent) ?? rootAt
    if (f.twists && /LowerArm|LowerLeg|head/.test(name)) {
      const up = standing.get(parent) as { p: Vector3; q: Quaternion }
      const half = new Quaternion().setFromAxisAngle(Y, 0.4).premultiply(up.q)
      under = put(`${call(parent)}_twist`, under, up.p.clone().lerp(place.p, 0.5), half)
    }
    index.set(name, put(call(name), under, place.p, place.q))
  }

  // The bodies: boxes, in the space that the skin was bound in.
  const parts: Uint8Array[] = []
  const views: object[] = []
  const accessors: object[] = []
  let length = 0
  const add = (data: Float32Array | Uint8Array | Uint16Array, type: string, more: object = {}) => {
    const bytes = new Uint8Array(Math.ceil(data.byteLength / 4) * 4)
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    views.push({ buffer: 0, byteOffset: length, byteLength: bytes.length })
    parts.push(bytes)
    length += bytes.length
    const width = { SCALAR: 1, VEC3: 3, VEC4: 4, MAT4: 16 }[type] as number
    const componentType = data instanceof Float32Array ? 5126 : data instanceof Uint16Array ? 5123 : 5121
    return accessors.push({ bufferView: views.length - 1, componentType, count: data.length / width, type, ...more }) - 1
  }
  const pieces = f.manySkins ? (['body', 'clothes', 'head'] as const) : (['all'] as const)
  const skins: object[] = []
  const meshes: object[] = []
  for (const [k, piece] of pieces.entries()) {
    // Every skin may be bound in units and an order of its own.
    const own = f.manySkins ? [1, 100, 0.01][k % 3]! : 1
    const bind = new Matrix4().makeScale(own, own, own)
    const order = k % 2 ? names.toReversed() : names
    const boxes = BOXES.filter(([of]) => piece === 'all' || of === piece)
    const positions: number[] = []
    const joint: number[] = []
    const corners: number[] = []
    for (const [, from, to, thick] of boxes) {
      const { at } = table.get(from) as Joint
      const b = vec(typeof to === 'string' ? (table.get(to)?.at as Point) : to)
      const a = vec(at)
      const turn = new Quaternion().setFromUnitVectors(Y, b.clone().sub(a).normalize())
      const first = positions.length / 3
      for (let c = 0; c < 8; c++) {
        const p = new Vector3(c & 1 ? thick : -thick, 0, c & 4 ? thick : -thick).applyQuaternion(turn).add(c & 2 ? b : a)
        // From the T-pose into the one that the skin is bound in.
        const inBound = p
          .multiplyScalar(heightM)
          .applyQuaternion(facing)
          .applyMatrix4(placed(tPose, from).invert())
          .applyMatrix4(placed(bound, from))
          .applyMatrix4(bind)
        positions.push(inBound.x, inBound.y, inBound.z)
        joint.push(order.indexOf(from), 0, 0, 0)
      }
      for (const [p, q, r, s] of [
        [0, 1, 3, 2],
        [4, 6, 7, 5],
        [0, 4, 5, 1],
        [2, 3, 7, 6],
        [0, 2, 6, 4],
        [1, 5, 7, 3],
      ] as const)
        corners.push(...[p, q, r, p, r, s].map((i) => first + i))
    }
    const inverse = order.flatMap((name) => {
      const size = f.bareUnits ? ONE.clone().divideScalar(unit) : rootParts[2]
      return placed(bound, name, size).invert().multiply(new Matrix4().copy(bind).invert()).toArray()
    })
    const skin = skins.push({ joints: order.map((n) => index.get(n)), inverseBindMatrices: add(Float32Array.from(inverse), 'MAT4') }) - 1
    const count = positions.length / 3
    const isHead = piece === 'all' || piece === 'head'
    const headAt = boxes.findIndex(([, from]) => from === 'head') * 8
    const target = (by: number) => {
      const moved = new Float32Array(count * 3)
      moved[headAt * 3 + 1] = by * own
      return { POSITION: add(moved, 'VEC3') }
    }
    const low = [0, 1, 2].map((c) => Math.min(...positions.filter((_, i) => i % 3 === c)))
    const high = [0, 1, 2].map((c) => Math.max(...positions.filter((_, i) => i % 3 === c)))
    meshes.push({
      name: piece,
      primitives: [
        {
          attributes: {
            POSITION: add(Float32Array.from(positions), 'VEC3', { min: low, max: high }),
            JOINTS_0: add(Uint8Array.from(joint), 'VEC4'),
            WEIGHTS_0: add(Uint8Array.from(joint.map((_, i) => (i % 4 === 0 ? 255 : 0))), 'VEC4', { normalized: true }),
          },
          indices: add(Uint16Array.from(corners), 'SCALAR'),
          ...(isHead ? { targets: MORPHS.map((_, i) => target(0.01 * (i + 1))) } : {}),
        },
      ],
    })
    const at = nodes.push({ name: `${piece}.mesh`, children: [], mesh: meshes.length - 1, skin }) - 1
    // Wherever the mesh itself hangs, its bones carry it.
    nodes[rootAt]?.children.push(at)
  }

  const face = { node: nodes.length - 1, mesh: meshes.length - 1 }
  const bones = names.map((name) => [name, index.get(name)] as const)
  const extensions =
    f.vrm === 0
      ? {
          VRM: {
            specVersion: '0.0',
            humanoid: { humanBones: bones.map(([name, node]) => ({ bone: oldName(name), node, useDefaultValues: true })) },
            blendShapeMaster: {
              blendShapeGroups: MORPHS.map(([old], i) => ({
                name: old.toUpperCase(),
                presetName: old,
                binds: [{ mesh: face.mesh, index: i, weight: 100 }],
                materialValues: [],
              })),
            },
          },
        }
      : f.vrm === 1
        ? {
            VRMC_vrm: {
              specVersion: '1.0',
              humanoid: { humanBones: Object.fromEntries(bones.map(([name, node]) => [name, { node }])) },
              expressions: {
                preset: Object.fromEntries(
                  MORPHS.map(([, now], i) => [now, { morphTargetBinds: [{ node: face.node, index: i, weight: 1 }] }]),
                ),
              },
            },
          }
        : undefined
  const bin = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bin.set(part, at)
    at += part.length
  }
  const tidy = nodes.map(({ children, ...n }) => (children.length > 0 ? { ...n, children } : n))
  return packedGlb(
    {
      asset: { version: '2.0', generator: 'another program' },
      scene: 0,
      scenes: [{ nodes: [rootAt] }],
      nodes: tidy,
      meshes,
      skins,
      accessors,
      bufferViews: views,
      buffers: [{ byteLength: length }],
      ...(extensions ? { extensions } : {}),
    },
    bin,
  )
}
