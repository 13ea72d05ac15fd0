import { Vector3 } from 'three'
import type { SkinnedMesh } from 'three/webgpu'
import { describe, expect, it } from 'vitest'
import { modelSpec, readModel } from '../../../src/departments/characters'
import { type ActorState, BONES, EXPRESSIONS, figureOf, quatAxis, random, VISEMES } from '../../../src/film'
import { createModelObject, modelGeometry } from '../../../src/stage/actors'
import { drivenWeights, faceDrivers } from '../../../src/stage/actors/user-model/face-drivers'
import { SceneLookUniforms } from '../../../src/stage/materials'
import { BOXES, type Foreign, foreignModel, MORPHS } from './foreign-model'
import { MODELLED } from './model-files'

/** A pose: how the bones are turned, or everybody's T-pose. */
function poseOf(seed: string | undefined) {
  const dice = random(seed ?? '')
  return BONES.flatMap((b) => {
    const most = /Eye|jaw|Shoulder/.test(b) ? 0.2 : /Arm|Leg|Hand/.test(b) ? 1.2 : 0.35
    const axis = [dice.next() - 0.5, dice.next() - 0.5, dice.next() - 0.5] as const
    const l = Math.hypot(...axis)
    return quatAxis([axis[0] / l, axis[1] / l, axis[2] / l], seed === undefined ? 0 : dice.next() * most)
  })
}

/** Every corner of every box as the stage draws it, metres, in the order of BOXES. */
function drawn(f: Foreign, seed: string | undefined): { readonly corners: Vector3[]; readonly heightM: number } {
  const file = foreignModel(f)
  const cast = modelSpec(readModel(file), undefined, 1.6)
  const figure = figureOf({ ...MODELLED, ...cast })
  const { object, pose } = createModelObject(modelGeometry('foreign', file, cast.heightM), new SceneLookUniforms())
  pose({
    position: [0, 0, 0],
    yaw: 0,
    hips: [0.02, figure.joints.hips[1], 0.05],
    bones: poseOf(seed),
    visemes: VISEMES.map(() => 0),
    expressions: EXPRESSIONS.map(() => 0),
    blink: [0, 0],
  } as unknown as ActorState)
  const meshes: SkinnedMesh[] = []
  object.traverse((o) => {
    if ('isSkinnedMesh' in o) meshes.push(o as SkinnedMesh)
  })
  const all = meshes.flatMap((mesh) => {
    mesh.skeleton.update()
    return Array.from({ length: mesh.geometry.attributes.position?.count ?? 0 }, (_, i) =>
      mesh.getVertexPosition(i, new Vector3()).applyMatrix4(mesh.matrixWorld),
    )
  })
  const order = f.manySkins
    ? ['body', 'clothes', 'head'].flatMap((piece) => BOXES.flatMap(([of], i) => (of === piece ? [i] : [])))
    : BOXES.map((_, i) => i)
  const corners: Vector3[] = []
  order.forEach((box, k) => {
    for (let c = 0; c < 8; c++) corners[box * 8 + c] = all[k * 8 + c] as Vector3
  })
  return { corners, heightM: cast.heightM }
}
const range = (corners: readonly Vector3[], axis: 'x' | 'y' | 'z') => {
  const values = corners.map((c) => c[axis])
  return [Math.min(...values), Math.max(...values)] as const
}
/** How far corners are from others at most, metres. */
const apart = (a: readonly Vector3[], b: readonly Vector3[]) => Math.max(...a.map((p, i) => p.distanceTo(b[i] as Vector3)))

const CUSTOMS: Readonly<Record<string, Foreign>> = {
  'VRM 1.0 in an A-pose': { vrm: 1, droop: 0.7 },
  'VRM 0.x, which looks back': { vrm: 0, droop: 0.1 },
  'VRM 0.x of several skins, no two in one order or unit': { vrm: 0, manySkins: true },
  'Mixamo in centimetres under a root': { names: 'mixamo', unitsInMetre: 100, rolled: true },
  'Unreal: z up, centimetres, twist joints, an A-pose, bones along y': {
    names: 'unreal',
    unitsInMetre: 100,
    zUp: true,
    twists: true,
    droop: 0.9,
    rolled: true,
  },
  'Rigify: counted backs, bones along y': { names: 'rigify', rolled: true, zUp: true },
  'Biped: collarbones on the neck, thighs on the spine': { names: 'biped', biped: true, rolled: true },
  'Daz in centimetres that nothing undoes': { names: 'daz', unitsInMetre: 100, bareUnits: true, droop: 0.5, twists: true },
  'no fingers': { vrm: 1, noFingers: true, droop: 0.5 },
  'palms to the front': { vrm: 1, supine: true, rolled: true },
  'a skin bound in a T-pose, its nodes left standing in another': { vrm: 1, restDroop: 0.8, manySkins: true },
}

describe('a model as other programs make it', () => {
  const plain = { t: drawn({ vrm: 1 }, undefined), moved: drawn({ vrm: 1 }, 'all over') }

  it('stands on the floor, as tall as it is, and looks to the front', () => {
    const { corners, heightM } = plain.t
    expect(heightM).toBeCloseTo(1.6, 2)
    const [low, high] = range(corners, 'y')
    expect([low, high]).toEqual([expect.closeTo(0, 3), expect.closeTo(heightM, 3)])
    expect(range(corners, 'x')[1]).toBeCloseTo(0.02 + 0.54 * 1.6, 2)
    const toes = corners.slice(-8).map((c) => c.z)
    expect(Math.max(...toes)).toBeGreaterThan(0.1)
    expect(apart(plain.t.corners, plain.moved.corners)).toBeGreaterThan(0.3)
  })

  it.each(Object.entries(CUSTOMS))('stands and moves as any other does, to a centimetre: %s', (_, customs) => {
    const t = drawn(customs, undefined)
    expect(t.heightM).toBeCloseTo(1.6, 2)
    expect(apart(t.corners, plain.t.corners)).toBeLessThan(0.01)
    expect(apart(drawn(customs, 'all over').corners, plain.moved.corners)).toBeLessThan(0.01)
  })

  it('has the height that is asked for, whatever its units', () => {
    const file = foreignModel({ names: 'daz', unitsInMetre: 100, bareUnits: true, heightM: 1.9 })
    const { rest } = readModel(file)
    expect(rest.height).toBeCloseTo(190, 0)
    expect(modelSpec(readModel(file), 1.3, 1.7).heightM).toBe(1.3)
  })

  it('makes faces by the expressions of VRM 0.x and of 1.0, and by their names alone', () => {
    const bare = (names: readonly string[]) => {
      const model = readModel(foreignModel({ names: 'mixamo' }))
      const { json } = model.glb
      const meshes = json.meshes?.map((m) => ({ ...m, extras: { targetNames: names } })) ?? []
      return { ...model, glb: { ...model.glb, json: { ...json, meshes } } }
    }
    const said = { visemes: VISEMES.map((v) => (v === 'aa' ? 1 : 0)), expressions: EXPRESSIONS.map((e) => (e === 'joy' ? 0.5 : 0)) }
    for (const model of [
      readModel(foreignModel({ vrm: 0, manySkins: true })),
      readModel(foreignModel({ vrm: 1, manySkins: true })),
      bare(['A', 'I', 'Joy', 'Blink']),
      bare(['Face.Fcl_MTH_A', 'Face.Fcl_MTH_I', 'Face.Fcl_ALL_Joy', 'Face.Fcl_EYE_Close']),
    ]) {
      const mesh = (model.glb.json.meshes?.length ?? 0) - 1
      const drivers = faceDrivers(model, mesh)
      expect(drivers.map((d) => d.target)).toEqual(MORPHS.map((_, i) => i))
      expect(drivenWeights(drivers, { ...said, blink: [1, 1] })).toEqual([1, 0, 0.5, 1])
    }
  })
})
