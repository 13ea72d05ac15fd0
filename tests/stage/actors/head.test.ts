import { describe, expect, it } from 'vitest'
import { castCharacter } from '../../../src/departments/characters'
import { type CharacterSpec, HAIR_STYLES } from '../../../src/film'
import { bindPose } from '../../../src/stage/actors/bind-pose'
import { bodyField } from '../../../src/stage/actors/body-field'
import { hair } from '../../../src/stage/actors/hair'
import { buildHead, headContext, netSpacing } from '../../../src/stage/actors/head'
import { headTopology } from '../../../src/stage/actors/head-topology'
import { MeshBuilder } from '../../../src/stage/actors/mesh-builder'
import { skinWeights } from '../../../src/stage/actors/skin-weights'
import { sc } from './any-person'

const person = (name: string, description: string, style?: CharacterSpec['hair']['style']): CharacterSpec => {
  const spec = castCharacter(sc(name, description))
  return style ? { ...spec, hair: { ...spec.hair, style } } : spec
}
const contextOf = (spec: CharacterSpec, detail: 'wide' | 'full') => headContext(spec, bodyField(spec, bindPose(spec)), detail)
const hairOf = (spec: CharacterSpec, covered: boolean, detail: 'wide' | 'full' = 'wide') => {
  const context = contextOf(spec, detail)
  const b = new MeshBuilder()
  hair(b, context, context.body, skinWeights(context.body), covered)
  return { b, context }
}

describe('heads', () => {
  it('are closed but for eyes, mouth and neck', () => {
    for (const spacing of [1, 1.75]) {
      const { points, triangles } = headTopology(spacing)
      const edges = new Map<string, number>()
      for (let t = 0; t < triangles.length; t += 3)
        for (const [a, b] of [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const) {
          const [u, v] = [triangles[t + a]!, triangles[t + b]!]
          const key = u < v ? `${u} ${v}` : `${v} ${u}`
          edges.set(key, (edges.get(key) ?? 0) + 1)
        }
      const open = [...edges].filter(([, n]) => n !== 2)
      expect(open.every(([, n]) => n === 1)).toBe(true)
      for (const [key] of open)
        for (const i of key.split(' ')) expect(points[Number(i)]!.zone !== 'skin' && points[Number(i)]!.loop === 0, key).toBe(true)
    }
  })

  it('never fold: faces of skin look the way their surface does', () => {
    for (const [i, words] of ['woman, 24, slim', 'man, 45, heavy', 'old man, gaunt', 'girl, 7'].entries()) {
      const context = contextOf(person(`FACE ${i}`, words), 'full')
      const net = headTopology(netSpacing(context))
      const mesh = buildHead(context)
      let folded = 0
      for (let t = 0; t < net.triangles.length; t += 3) {
        const [a, b, c] = [net.triangles[t]!, net.triangles[t + 1]!, net.triangles[t + 2]!]
        if (![a, b, c].every((v) => net.points[v]!.zone === 'skin' || net.points[v]!.loop >= 4)) continue
        const at = (v: number, k: number) => mesh.positions[v * 3 + k]!
        const u = [0, 1, 2].map((k) => at(b, k) - at(a, k))
        const v = [0, 1, 2].map((k) => at(c, k) - at(a, k))
        const n = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!]
        const length = Math.hypot(n[0]!, n[1]!, n[2]!)
        const dot = [0, 1, 2].reduce((s, k) => s + n[k]! * mesh.normals[a * 3 + k]!, 0)
        // Under the nose rays from the middle graze the surface.
        if (mesh.normals[a * 3 + 1]! > -0.5 && dot < -0.2 * length) folded++
      }
      expect(folded, words).toBe(0)
    }
  })
})

describe('hair', () => {
  it('is sound in every style and stays within its share of triangles', () => {
    for (const style of HAIR_STYLES) {
      const { b } = hairOf(person('SAM', 'woman, 30', style), false, 'full')
      expect(b.positions.every(Number.isFinite) && b.normals.every(Number.isFinite), style).toBe(true)
      expect(b.index.length / 3, style).toBeLessThanOrEqual(5_600)
      if (style === 'bald') expect(b.count).toBe(0)
    }
  })

  it('makes silhouettes that differ', () => {
    // Furthest reach of hair in 24 directions, seen from the front, in heads.
    const outlines = HAIR_STYLES.filter((s) => s !== 'bald').map((style) => {
      const { b, context } = hairOf(person('SAM', 'woman, 30', style), false)
      const o = context.toWorld([0, 0, 0])
      const reach = new Array<number>(24).fill(0)
      for (let i = 0; i < b.count; i++) {
        const [x, y] = [b.positions[i * 3]! - o[0], b.positions[i * 3 + 1]! - o[1]]
        const k = Math.floor((Math.atan2(y, x) / (Math.PI * 2) + 0.5) * 23.999)
        reach[k] = Math.max(reach[k]!, Math.hypot(x, y) / context.headM)
      }
      return { style, reach }
    })
    for (const [i, a] of outlines.entries())
      for (const b of outlines.slice(i + 1))
        expect(Math.max(...a.reach.map((v, k) => Math.abs(v - b.reach[k]!))), `${a.style} and ${b.style}`).toBeGreaterThan(0.008)
  })

  it('stays under a hat', () => {
    for (const style of HAIR_STYLES) {
      const { b, context } = hairOf(person('SAM', 'man, 50', style), true)
      const o = context.toWorld([0, 0, 0])
      let out = 0
      for (let i = 0; i < b.count; i++) {
        const [x, y, z] = [0, 1, 2].map((k) => (b.positions[i * 3 + k]! - o[k]!) / context.headM) as [number, number, number]
        // Hats stand at least 0.05 heads off the skin; below their rims hair is free.
        if (y > 0.22 && context.shape.field(x, y, z) > 0.062) out++
      }
      expect(out, style).toBe(0)
    }
  })
})
