import { describe, expect, it } from 'vitest'
import { designSet } from '../../../src/departments/art'
import { hexToLinear } from '../../../src/film'
import { buildSet } from '../../../src/stage/sets'

const build = (location: string) => {
  const set = designSet({ locationKey: location, location, setting: 'INT' })
  const { solid } = buildSet(set)
  return {
    set,
    position: solid.getAttribute('position'),
    normal: solid.getAttribute('normal'),
    colour: solid.getAttribute('color'),
    index: solid.getIndex()!,
  }
}

describe('backdrop', () => {
  it('is closed: every edge belongs to two triangles, but for a speck in the middle of floor and ceiling', () => {
    const { index } = build('WHITE CYCLORAMA')
    const edges = new Map<string, number>()
    for (let i = 0; i < index.count; i += 3)
      for (let k = 0; k < 3; k++) {
        const [a, b] = [index.getX(i + k), index.getX(i + ((k + 1) % 3))]
        const key = a < b ? `${a} ${b}` : `${b} ${a}`
        edges.set(key, (edges.get(key) ?? 0) + 1)
      }
    expect([...edges.values()].filter((n) => n > 2)).toEqual([])
    expect([...edges.values()].filter((n) => n === 1)).toHaveLength(2 * 128)
  })

  it('shows its front to the inside, and bends nowhere more than a few degrees from triangle to triangle', () => {
    const { set, position, normal, index } = build('WHITE CYCLORAMA')
    for (let i = 0; i < index.count; i += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => {
        const v = index.getX(i + k)
        return [position.getX(v), position.getY(v), position.getZ(v)]
      }) as [number[], number[], number[]]
      const e = b.map((v, k) => v - a[k]!)
      const f = c.map((v, k) => v - a[k]!)
      const n = [e[1]! * f[2]! - e[2]! * f[1]!, e[2]! * f[0]! - e[0]! * f[2]!, e[0]! * f[1]! - e[1]! * f[0]!]
      const area = Math.hypot(...n)
      if (area < 1e-7) continue
      const inside = [-a[0]!, set.heightM / 2 - a[1]!, -a[2]!]
      expect(n[0]! * inside[0]! + n[1]! * inside[1]! + n[2]! * inside[2]!).toBeGreaterThan(0)
      for (let k = 0; k < 3; k++) {
        const v = index.getX(i + k)
        const cos = (n[0]! * normal.getX(v) + n[1]! * normal.getY(v) + n[2]! * normal.getZ(v)) / area
        expect(cos).toBeGreaterThan(Math.cos((9 * Math.PI) / 180))
      }
    }
  })

  it('is of the floor’s colour below and of the wall’s above', () => {
    const { set, position, colour } = build('BLUE GRADIENT BACKDROP')
    const [low, high] = [hexToLinear(set.floor.colour), hexToLinear(set.walls.colour)]
    for (let v = 0; v < position.count; v++) {
      const y = position.getY(v)
      const wanted = y === 0 ? low : y > 3 ? high : undefined
      if (wanted) expect(colour.getZ(v)).toBeCloseTo(wanted[2]!, 5)
    }
  })
})
