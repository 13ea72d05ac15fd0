import { attribute, Fn, float, normalViewGeometry, uniform, vec4 } from 'three/tsl'
import type { BufferGeometry, Node, NodeBuilder, Object3D } from 'three/webgpu'
import type { ShotSlice } from '../film'

/** What a scene id stands for. */
export interface SceneObject {
  readonly id: number
  readonly kind: 'set' | 'surroundings' | 'person' | 'prop' | 'door' | 'placement'
  /** Key of the character, prop, opening or placement; of the set for the set and what surrounds it. */
  readonly key: string
}

/** Where the ids of each kind begin; 0 is nothing (the sky). */
export const SCENE_IDS = { none: 0, set: 1, surroundings: 2, person: 16, prop: 256, door: 512, placement: 1024 } as const

/**
 * Whole numbers for everything that the id attachment tells apart in a shot: people in the order of the cast, hand props,
 * doors, and placements in the order of the set. The same slice gives the same numbers; a set's own are the same in all shots.
 */
export function sceneObjects({ set, cast, shot }: Pick<ShotSlice, 'set' | 'cast' | 'shot'>): SceneObject[] {
  const of = (kind: 'person' | 'prop' | 'door' | 'placement', list: readonly { readonly key: string }[]): SceneObject[] =>
    list.map(({ key }, i) => ({ id: SCENE_IDS[kind] + i, kind, key }))
  return [
    { id: SCENE_IDS.set, kind: 'set', key: set.key },
    { id: SCENE_IDS.surroundings, kind: 'surroundings', key: set.key },
    ...of('person', cast),
    ...of('prop', shot.props),
    ...of('door', set.openings),
    ...of('placement', set.placements),
  ]
}

/** Names an object of the scene, and all below it, for the id attachment. */
export function setSceneId(object: Object3D, id: number): void {
  object.traverse((o) => {
    o.userData.sceneId = id
  })
}

const objectId = uniform(0).onObjectUpdate(({ object }) => (object as Object3D).userData.sceneId ?? SCENE_IDS.none)

/**
 * The id of what is drawn, low byte in red, then green and blue: exact in 8-bit targets. Meshes of a set name in
 * `surface.w` the placement a vertex belongs to (0 none, else 1 + its index). Alpha is 0 for what is see-through: blended,
 * it leaves the id of what stands behind.
 */
export const sceneId = Fn((_: object, builder: NodeBuilder) => {
  let id = objectId as unknown as Node<'float'>
  const { attributes } = builder.geometry as BufferGeometry
  // People carry `albedo`: there surface.w is something else.
  if (attributes.surface && !attributes.albedo) {
    const part = attribute<'vec4'>('surface', 'vec4').w.add(0.5).floor()
    id = part.greaterThan(0).select(part.add(SCENE_IDS.placement - 1), id) as unknown as Node<'float'>
  }
  const byte = (shift: number) => id.div(shift).floor().mod(256).div(255)
  return vec4(byte(1), byte(256), byte(65536), float(builder.material.transparent ? 0 : 1))
})

/** Which way what is drawn faces in view space, without its relief, 0 to 1 for −1 to 1. What is see-through leaves what stands behind. */
export const sceneNormal = Fn((_: object, builder: NodeBuilder) =>
  vec4((normalViewGeometry as unknown as Node<'vec3'>).mul(0.5).add(0.5), float(builder.material.transparent ? 0 : 1)),
)
