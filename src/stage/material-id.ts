import { attribute, Fn, float, vec4 } from 'three/tsl'
import type { BufferGeometry, Node, NodeBuilder } from 'three/webgpu'
import { SURFACES } from '../film'
import { KINDS } from './actors'

/** Where the numbers of each kind of material begin; 0 is none. */
const SURFACE = 1
const PERSON = 64
const LAMP = 128
const MODEL = 129

/** What the numbers of `materialId` are called. People and things share a name where they are of the same: metal is metal. */
export function materialNames(): ReadonlyMap<number, string> {
  return new Map([
    ...SURFACES.map((name, i) => [SURFACE + i, name] as const),
    ...Object.entries(KINDS).map(([name, i]) => [PERSON + i, name] as const),
    [LAMP, 'lamp'],
    [MODEL, 'model'],
  ])
}

/** What is drawn is made of, as a number of `materialNames` in red: exact in 8-bit targets. For what is solid. */
export const materialId = Fn((_: object, builder: NodeBuilder) => {
  const { attributes } = builder.geometry as BufferGeometry
  const kind = () => attribute<'vec4'>('surface', 'vec4').z.add(0.5).floor()
  let id = float(MODEL) as unknown as Node<'float'>
  if (builder.material.name === 'glow') id = float(LAMP) as unknown as Node<'float'>
  else if (attributes.surface) id = kind().add(attributes.albedo ? PERSON : SURFACE) as unknown as Node<'float'>
  return vec4(id.div(255), 0, 0, 1)
})
