import { describe, expect, it } from 'vitest'
import { ModelError, modelSpec, readModel, retarget } from '../../../src/departments/characters'
import { BONES, type Bone, distance, figureOf, quatAxis, random, scale, VISEMES } from '../../../src/film'
import { worldJoints } from '../../../src/motion'
import { FACE_CHANNELS, modelGeometry } from '../../../src/stage/actors'
import { drivenWeights } from '../../../src/stage/actors/user-model/face-drivers'
import { changedModel, type Loose, MODELLED, modelFile, rootOf, VARIANTS } from './model-files'

/** Bones all over the place, within what joints allow on the whole. */
function somePose(seed: string) {
  const dice = random(seed)
  const next = () => dice.next()
  return BONES.flatMap((b) => {
    const most = /Eye|jaw|Shoulder/.test(b) ? 0.2 : /Arm|Leg|Hand/.test(b) ? 1.2 : 0.35
    const axis = [next() - 0.5, next() - 0.5, next() - 0.5] as const
    const l = Math.hypot(...axis)
    return quatAxis([axis[0] / l, axis[1] / l, axis[2] / l], next() * most)
  })
}

/** How far the model's joints are from ours at most, metres. */
function apart(bytes: Uint8Array, bones: readonly Bone[]): number {
  const model = readModel(bytes)
  const spec = { ...MODELLED, ...modelSpec(model, undefined, MODELLED.heightM) }
  const figure = figureOf(spec)
  const k = spec.heightM / model.rest.height
  let worst = 0
  for (let i = 0; i < 24; i++) {
    const state = { position: [0, 0, 0], yaw: 0, hips: [0.02, figure.joints.hips[1] - 0.1, 0.05], bones: somePose(`pose ${i}`) } as const
    const ours = worldJoints(figure, state)
    const { places } = retarget(model.rest, state, k)
    for (const bone of bones)
      for (const [node, driver] of model.rest.drivers)
        if (driver.bone === bone && driver.share === 1) {
          const { position: p } = places[node]!
          const shifted = scale([p[0] + model.rest.shift[0], p[1] + model.rest.shift[1], p[2] + model.rest.shift[2]], k)
          worst = Math.max(worst, distance(shifted, ours[bone].position))
        }
  }
  return worst
}

describe('models of the user', () => {
  it('have the joints of the person they were exported from', () => {
    const { heightM, model } = modelSpec(readModel(modelFile()), undefined, 1)
    const figure = figureOf({ ...MODELLED, heightM, model })
    const own = figureOf(MODELLED)
    for (const bone of BONES.filter((b) => !/Eye/.test(b))) expect(distance(figure.joints[bone], own.joints[bone]), bone).toBeLessThan(0.01)
    expect(Math.abs(heightM - MODELLED.heightM)).toBeLessThan(0.1)
  })

  it.each(Object.entries(VARIANTS))('move as we do, to a millimetre: %s', (_, change) => {
    expect(apart(changedModel(change), BONES)).toBeLessThan(0.001)
  })

  it('would be seen to move otherwise', () => {
    const crooked = changedModel((json) => {
      json.nodes.find((n: Loose) => n.name === 'leftLowerLeg').translation[1] *= 0.8
    })
    const model = readModel(crooked)
    const figure = figureOf(MODELLED)
    const state = { position: [0, 0, 0], yaw: 0, hips: figure.joints.hips, bones: somePose('x') } as const
    const { places } = retarget(model.rest, state, 1)
    const foot = [...model.rest.drivers].find(([, d]) => d.bone === 'leftFoot')?.[0] ?? -1
    expect(distance(places[foot]!.position, worldJoints(figure, state).leftFoot.position)).toBeGreaterThan(0.05)
  })

  it('are as tall as they are, as the production says, or as anybody when their units are nobody’s', () => {
    const giant = readModel(
      changedModel((json) => {
        rootOf(json).scale = [100, 100, 100]
      }),
    )
    expect(modelSpec(giant, undefined, 1.6).heightM).toBe(1.6)
    const { heightM, model } = modelSpec(readModel(modelFile()), 1.2, 1.7)
    expect(heightM).toBe(1.2)
    expect(model.joints[BONES.indexOf('head') * 3 + 1]).toBeLessThan(1.2)
  })

  it('speak and make faces by the names of their targets, and by VRM’s expressions where those say nothing', () => {
    const state = { visemes: VISEMES.map((v) => (v === 'aa' ? 1 : 0)), expressions: [1, 0, 0, 0, 0, 0, 0, 0], blink: [1, 1] as const }
    const named = modelGeometry('m', modelFile(), 1.7).parts.find((p) => p.faces.length > 0)!
    const weights = drivenWeights(named.faces, state)
    const of = (name: string) => weights[named.faces.findIndex((f) => f.target === FACE_CHANNELS.indexOf(name as never))] ?? 0
    expect(of('jawOpen')).toBeGreaterThan(0.5)
    expect(of('smile')).toBeGreaterThan(0.5)
    expect(of('blinkL')).toBeGreaterThan(0.5)
    for (const variant of ['VRM 1.0', 'VRM 0.x']) {
      const nameless = changedModel((json) => {
        VARIANTS[variant]?.(json)
        for (const mesh of json.meshes) mesh.extras = undefined
      })
      const part = modelGeometry('m', nameless, 1.7).parts.find((p) => p.faces.length > 0)!
      expect(part.faces.every((f) => f.by === 'presets')).toBe(true)
      const on = drivenWeights(part.faces, state)
      const at = (name: string) => on[part.faces.findIndex((f) => f.target === FACE_CHANNELS.indexOf(name as never))] ?? 0
      expect(at('jawOpen'), variant).toBeGreaterThan(0.5)
      expect(at('smile'), variant).toBeGreaterThan(0.5)
      expect(at('blinkL'), variant).toBeGreaterThan(0.5)
    }
  })

  const BAD: readonly (readonly [rule: string, place: RegExp, make: Uint8Array | ((json: Loose) => void)])[] = [
    ['model.container', /byte 0/, new TextEncoder().encode('Kaydara FBX Binary  and so on')],
    ['model.external', /byte 0/, new TextEncoder().encode('{"asset":{"version":"2.0"}, "and": "more"}')],
    ['model.version', /byte 4/, modelFile().fill(1, 4, 5)],
    ['model.cut-off', /byte 8/, modelFile().subarray(0, 5000)],
    ['model.size', /^$/, new Uint8Array(50 * 1024 * 1024 + 1)],
    ['model.json', /asset/, (j) => Object.assign(j, { asset: undefined })],
    ['model.json', /nodes\[0\]/, (j) => Object.assign(j.nodes[0], { translation: 'up' })],
    ['model.external', /buffers\[0\]/, (j) => Object.assign(j.buffers[0], { uri: 'body.bin' })],
    ['model.external', /images\[0\]/, (j) => Object.assign(j, { images: [{ uri: 'skin.png' }] })],
    ['model.extension', /extensionsRequired/, (j) => Object.assign(j, { extensionsRequired: ['KHR_draco_mesh_compression'] })],
    ['model.skeleton', /skins/, (j) => Object.assign(j, { skins: undefined })],
    ['model.bones', /humanBones/, (j) => Object.assign(j.extensions.VRMC_vrm.humanoid.humanBones, { leftFoot: undefined })],
    ['model.bones', /^nodes/, (j) => Object.assign(Object.assign(j, { extensions: undefined }).nodes[0], { name: 'thing' })],
    ['model.nodes', /nodes/, (j) => j.nodes[1].children.push(0)],
    ['model.triangles', /primitives/, (j) => Object.assign(j.meshes[0], { primitives: Array(600).fill(j.meshes[0].primitives[0]) })],
    ['model.mesh', /mode/, (j) => Object.assign(j.meshes[0].primitives[0], { mode: 1 })],
    ['model.data', /accessors/, (j) => Object.assign(j.accessors[0], { count: j.accessors[0].count * 1000 })],
    ['model.data', /indices/, (j) => Object.assign(j.meshes[0].primitives[0], { attributes: j.meshes[1].primitives[0].attributes })],
    ['model.textures', /images\[0\]/, (j) => Object.assign(j, { images: [{ bufferView: 0, mimeType: 'image/png' }] })],
    ['model.rest', /nodes/, (j) => Object.assign(rootOf(j), { rotation: [Math.SQRT1_2, 0, 0, Math.SQRT1_2] })],
  ]
  it.each(BAD)('are refused with place, reason and remedy: %s at %s', (rule, place, bad) => {
    let found: unknown
    try {
      readModel(typeof bad === 'function' ? changedModel(bad) : bad)
    } catch (error) {
      found = error
    }
    expect(found).toBeInstanceOf(ModelError)
    const error = found as ModelError
    expect([error.rule, error.place]).toEqual([rule, expect.stringMatching(place)])
    expect(error.message.length).toBeGreaterThan(10)
    expect(error.remedy.length).toBeGreaterThan(5)
  })
})
