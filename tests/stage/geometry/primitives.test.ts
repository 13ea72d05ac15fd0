import { describe, expect, it } from 'vitest'
import { box, cylinder, ellipsoid, lathe, MeshBatch, paint, prism, rod, sheet } from '../../../src/stage/geometry'

/** Signed volume of the closed surface in a buffer, by the divergence theorem: positive when faces look outwards. */
function volume(b: MeshBatch): number {
  const { position: p, index } = b.layers.get('solid')!
  let v = 0
  for (let i = 0; i < index.length; i += 3) {
    const [a, c, d] = [index[i]! * 3, index[i + 1]! * 3, index[i + 2]! * 3]
    v +=
      (p[a]! * (p[c + 1]! * p[d + 2]! - p[c + 2]! * p[d + 1]!) -
        p[a + 1]! * (p[c]! * p[d + 2]! - p[c + 2]! * p[d]!) +
        p[a + 2]! * (p[c]! * p[d + 1]! - p[c + 1]! * p[d]!)) /
      6
  }
  return v
}
const drawn = (draw: (b: MeshBatch) => void) => {
  const b = new MeshBatch()
  b.use(paint('#808080'))
  draw(b)
  return b
}

describe('primitives are closed and look outwards', () => {
  it('box', () => {
    expect(volume(drawn((b) => box(b, [1, 2, 3], [2, 3, 4])))).toBeCloseTo(24, 6)
    const bevelled = volume(drawn((b) => box(b, [0, 0, 0], [2, 3, 4], 0.1)))
    expect(bevelled).toBeLessThan(24)
    expect(bevelled).toBeGreaterThan(23.7)
  })
  it('cylinder, cone, lathe', () => {
    expect(volume(drawn((b) => cylinder(b, [0, 0, 0], 1, 2, { sides: 96 })))).toBeCloseTo(Math.PI * 2, 1)
    expect(volume(drawn((b) => cylinder(b, [0, 0, 0], 1, 3, { top: 0, sides: 96 })))).toBeCloseTo(Math.PI, 1)
    expect(
      volume(
        drawn((b) =>
          lathe(
            b,
            [5, 1, 0],
            [
              [0.5, 0],
              [1, 1],
              [0.5, 2],
            ],
            48,
          ),
        ),
      ),
    ).toBeGreaterThan(3)
  })
  it('ellipsoid', () => {
    expect(volume(drawn((b) => ellipsoid(b, [1, 1, 1], [1, 2, 3], 48, 32)))).toBeCloseTo((4 / 3) * Math.PI * 6, 0)
  })
  it('prism, rod', () => {
    expect(
      volume(
        drawn((b) =>
          prism(
            b,
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
            0,
            2,
          ),
        ),
      ),
    ).toBeCloseTo(2, 6)
    expect(volume(drawn((b) => rod(b, [0, 0, 0], [1, 1, 1], 0.1, { sides: 48 })))).toBeCloseTo(Math.PI * 0.01 * Math.sqrt(3), 2)
  })
  it('normals are unit and agree with their faces', () => {
    for (const b of [
      drawn((q) => box(q, [0, 0, 0], [1, 1, 1], 0.1)),
      drawn((q) => cylinder(q, [0, 0, 0], 1, 2)),
      drawn((q) => sheet(q, 4, 4, (u, v) => [u, 0.1 * u * v, -v])),
    ]) {
      const { position: p, normal: n, index } = b.layers.get('solid')!
      for (let i = 0; i < index.length; i += 3) {
        const [a, c, d] = [index[i]! * 3, index[i + 1]! * 3, index[i + 2]! * 3]
        const e = [0, 1, 2].map((k) => p[c + k]! - p[a + k]!)
        const f = [0, 1, 2].map((k) => p[d + k]! - p[a + k]!)
        const face = [e[1]! * f[2]! - e[2]! * f[1]!, e[2]! * f[0]! - e[0]! * f[2]!, e[0]! * f[1]! - e[1]! * f[0]!]
        expect(face[0]! * n[a]! + face[1]! * n[a + 1]! + face[2]! * n[a + 2]!).toBeGreaterThanOrEqual(-1e-9)
        expect(Math.hypot(n[a]!, n[a + 1]!, n[a + 2]!)).toBeCloseTo(1, 6)
      }
    }
  })
})
