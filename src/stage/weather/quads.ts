import { BufferAttribute, BufferGeometry } from 'three/webgpu'
import { random } from '../../film'

/**
 * Loose quads for particles: `corner` (−1 or 1 each), four random numbers `seed` per quad, and one number `kind` for all. The vertex stage places
 * them; drawing fewer (`setDrawRange`) thins them evenly because their order means nothing.
 */
export function quads(count: number, key: string, kind: number): BufferGeometry {
  const rng = random(key)
  const seed = new Float32Array(count * 16)
  const corner = new Float32Array(count * 8)
  const index = new Uint32Array(count * 6)
  for (let q = 0; q < count; q++) {
    const s = [rng.next(), rng.next(), rng.next(), rng.next()]
    for (let v = 0; v < 4; v++) {
      seed.set(s, (q * 4 + v) * 4)
      corner.set([v & 1 ? 1 : -1, v & 2 ? 1 : -1], (q * 4 + v) * 2)
    }
    const o = q * 4
    index.set([o, o + 1, o + 2, o + 2, o + 1, o + 3], q * 6)
  }
  const geometry = new BufferGeometry()
  // three asks for a position; the material replaces it.
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(count * 12), 3))
  geometry.setAttribute('seed', new BufferAttribute(seed, 4))
  geometry.setAttribute('corner', new BufferAttribute(corner, 2))
  geometry.setAttribute('kind', new BufferAttribute(new Float32Array(count * 4).fill(kind), 1))
  geometry.setIndex(new BufferAttribute(index, 1))
  return geometry
}
