import type { BufferGeometry } from 'three/webgpu'
import { propForWord, propInfo } from '../../departments/art'
import { MeshBatch } from '../geometry'
import { buildProp } from './build-prop'
import { HAND_PROPS } from './hand-things'
import { propShape } from './prop-shape'

/**
 * The geometry of something carried, origin at the grip, pointing along +z, its top +y, metres. What hands do not
 * usually carry is made at its own size, hanging from the grip.
 */
export function buildHandProp(id: string, colour?: string): BufferGeometry {
  const b = new MeshBatch()
  b.groundShade = 0
  const named = HAND_PROPS[id] ? id : propForWord(id)
  // What hangs on a wall, or is a piece of furniture when it stands about, is something else in a hand.
  const known = named !== undefined && (HAND_PROPS[named] || ['top', 'floor'].includes(propInfo(named).place)) ? named : 'bundle'
  const info = propInfo(known)
  const look = { colour, seed: 1 }
  const hand = HAND_PROPS[known]
  if (hand) {
    const shape = propShape(b, known, info.size, look)
    b.rnd = shape.rnd
    hand.draw(shape)
  } else {
    const k = Math.min(1, 0.36 / Math.max(...info.size))
    const size = [info.size[0] * k, info.size[1] * k, info.size[2] * k] as const
    b.at([0, -size[1] * 0.5, 0], () => buildProp(known, size, look, b))
  }
  // a hand prop is one mesh: see-through and shining parts join the rest
  for (const [name, part] of b.layers) if (name !== 'solid') b.join('solid', part)
  const g = b.geometry('solid')
  if (!g) throw new Error(`buildHandProp: ${id} drew nothing`)
  return g
}
