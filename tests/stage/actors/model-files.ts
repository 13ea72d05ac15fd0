import { castCharacter } from '../../../src/departments/characters'
import { packedGlb } from '../../../src/encode'
import type { CharacterSpec } from '../../../src/film'
import { actorModel } from '../../../src/production/modelling'
import { sc } from './any-person'

/** Somebody to be exported and cast again. */
export const MODELLED: CharacterSpec = castCharacter(sc('ASTRID', '31, tall, red bob, yellow raincoat, boots'))

/** A JSON part that tests take liberties with. */
// biome-ignore lint/suspicious/noExplicitAny: any shape is what is being tried
export type Loose = any

/** Takes a binary glTF apart. */
export function unpacked(glb: Uint8Array): { readonly json: Loose; readonly bin: Uint8Array } {
  const view = new DataView(glb.buffer, glb.byteOffset)
  const size = view.getUint32(12, true)
  return { json: JSON.parse(new TextDecoder().decode(glb.subarray(20, 20 + size))), bin: glb.slice(28 + size) }
}

const whole = await actorModel(MODELLED)
/** That person as a file. */
export const modelFile = (): Uint8Array => whole.slice()

/** The same file with its JSON changed. */
export function changedModel(change: (json: Loose) => void): Uint8Array {
  const { json, bin } = unpacked(modelFile())
  change(json)
  return packedGlb(json, bin)
}

const turned = (axis: 0 | 1 | 2, angle: number): number[] => {
  const q = [0, 0, 0, Math.cos(angle / 2)]
  q[axis] = Math.sin(angle / 2)
  return q
}
/** The node that all the bones stand in. */
export const rootOf = (json: Loose) => json.nodes.find((n: Loose) => n.children?.includes(0))

/** What other programs make of the same person. */
export const VARIANTS: Readonly<Record<string, (json: Loose) => void>> = {
  'VRM 1.0': () => {},
  // 0.x faces −z and counts in percent.
  'VRM 0.x': (json) => {
    const { humanoid, expressions } = json.extensions.VRMC_vrm
    rootOf(json).rotation = turned(1, Math.PI)
    json.extensions = {
      VRM: {
        humanoid: { humanBones: Object.entries(humanoid.humanBones).map(([bone, { node }]: Loose) => ({ bone, node })) },
        blendShapeMaster: {
          blendShapeGroups: [
            ['a', 'aa'],
            ['joy', 'happy'],
            ['blink', 'blink'],
          ].map(([presetName, name]) => ({
            presetName,
            binds: expressions.preset[name as string].morphTargetBinds.map((b: Loose) => ({
              mesh: 1,
              index: b.index,
              weight: b.weight * 100,
            })),
          })),
        },
      },
    }
  },
  'a rig in an A-pose': (json) => {
    for (const [name, sign] of [
      ['leftUpperArm', -1],
      ['rightUpperArm', 1],
    ] as const)
      json.nodes.find((n: Loose) => n.name === name).rotation = turned(2, sign * 0.8)
  },
  // Centimetres, z up: what a root node undoes.
  'centimetres and z up under a root': (json) => {
    Object.assign(rootOf(json), { scale: [0.01, 0.01, 0.01], rotation: turned(0, -Math.PI / 2) })
    json.nodes.push({ name: 'up', children: [0], rotation: turned(0, Math.PI / 2), scale: [100, 100, 100] })
    rootOf(json).children[0] = json.nodes.length - 1
  },
  'names of Mixamo and no VRM': (json) => {
    json.extensions = undefined
    const names: Record<string, string> = {
      hips: 'Hips',
      spine: 'Spine',
      chest: 'Spine1',
      upperChest: 'Spine2',
      neck: 'Neck',
      head: 'Head',
    }
    const parts: Record<string, string> = {
      Shoulder: 'Shoulder',
      UpperArm: 'Arm',
      LowerArm: 'ForeArm',
      Hand: 'Hand',
      UpperLeg: 'UpLeg',
      LowerLeg: 'Leg',
      Foot: 'Foot',
      Toes: 'ToeBase',
      ThumbMetacarpal: 'HandThumb1',
      IndexProximal: 'HandIndex1',
      MiddleProximal: 'HandMiddle1',
      Eye: 'Eye',
    }
    for (const node of json.nodes) {
      const [, side, part] = /^(left|right)(\w+)$/.exec(node.name ?? '') ?? []
      const name = side && part ? parts[part] && `${side === 'left' ? 'Left' : 'Right'}${parts[part]}` : names[node.name]
      if (name) node.name = `mixamorig:${name}`
    }
  },
  'no chest, neck or shoulders': (json) => {
    const bones = json.extensions.VRMC_vrm.humanoid.humanBones
    for (const name of ['chest', 'upperChest', 'neck', 'leftShoulder', 'rightShoulder']) delete bones[name]
  },
}
