import { describe, expect, it } from 'vitest'
import { castCharacter } from '../../../src/departments/characters'
import { type CharacterSpec, cross, dot, HAIR_STYLES, normalize, random, sub, type Vec3 } from '../../../src/film'
import { bindPose } from '../../../src/stage/actors/bind-pose'
import { bodyField } from '../../../src/stage/actors/body-field'
import { hair } from '../../../src/stage/actors/hair'
import { clumpsOf } from '../../../src/stage/actors/hair-clumps'
import { buildHead, headContext, headNet } from '../../../src/stage/actors/head'
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

/** How far hair reaches sideways about a height, heads. */
const widest = (b: MeshBuilder, context: ReturnType<typeof contextOf>, height: number) => {
  const o = context.toWorld([0, 0, 0])
  let most = 0
  for (let i = 0; i < b.count; i++)
    if (Math.abs((b.positions[i * 3 + 1]! - o[1]) / context.headM - height) < 0.05)
      most = Math.max(most, Math.abs(b.positions[i * 3]! - o[0]) / context.headM)
  return most
}

describe('heads', () => {
  it('are closed but for eyes, mouth and neck', () => {
    for (const [spacing, bare] of [
      [1, false],
      [1, true],
      [1.75, false],
    ] as const) {
      const { points, triangles } = headTopology(spacing, bare)
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
      const net = headNet(context)
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

  it('is a mass without sharp edges: bundles lie side by side, and no planes cross', () => {
    // Shares of a mass's inner edges over which it turns by more than 60°.
    const sharpOf = (style: CharacterSpec['hair']['style']) => {
      const { b } = hairOf(person('SAM', 'woman, 30', style), false, 'full')
      const at = (v: number) => [0, 1, 2].map((k) => b.positions[v * 3 + k]!) as [number, number, number]
      const faces = new Map<string, Vec3[]>()
      for (let t = 0; t < b.index.length; t += 3) {
        const corners = [0, 1, 2].map((k) => b.index[t + k]!)
        const [p, q, r] = [at(corners[0]!), at(corners[1]!), at(corners[2]!)]
        const n = cross(sub(q, p), sub(r, p))
        if (Math.hypot(...n) < 1e-9) continue
        for (let k = 0; k < 3; k++) {
          const [u, v] = [corners[k]!, corners[(k + 1) % 3]!]
          const key = u < v ? `${u} ${v}` : `${v} ${u}`
          faces.set(key, [...(faces.get(key) ?? []), normalize(n)])
        }
      }
      const inner = [...faces.values()].filter((f) => f.length === 2)
      return inner.filter(([f, g]) => dot(f!, g!) < 0.5).length / inner.length
    }
    const styles = ['crop', 'short', 'side-part', 'messy', 'quiff', 'bob', 'shoulder', 'long', 'wavy', 'curly', 'afro', 'balding'] as const
    const sharp = styles.map(sharpOf)
    // Locks laid across one another had 0.14.
    expect(sharp.reduce((sum, v) => sum + v, 0) / sharp.length).toBeLessThan(0.08)
    expect(Math.max(...sharp)).toBeLessThan(0.15)
  })

  it('hangs to where its style says, over the ears and not before the face', () => {
    for (const [style, hem] of [
      ['bob', -0.6],
      ['shoulder', -0.85],
      ['long', -1.2],
    ] as const) {
      const { b, context } = hairOf(person('SAM', 'woman, 30', style), false, 'full')
      const o = context.toWorld([0, 0, 0])
      let [lowest, before] = [0, 0]
      for (let i = 0; i < b.count; i++) {
        const [x, y, z] = [0, 1, 2].map((k) => (b.positions[i * 3 + k]! - o[k]!) / context.headM) as [number, number, number]
        lowest = Math.min(lowest, y)
        if (z > 0.25 && Math.abs(x) < 0.24 && y < 0 && y > -0.5) before++
      }
      expect(lowest, style).toBeGreaterThan(hem - 0.3)
      expect(lowest, style).toBeLessThan(hem + 0.1)
      expect(before, style).toBe(0)
      // An ear stands 0.06 heads off: what is beside it there is hair.
      expect(Math.max(...[0.05, 0, -0.05].map((y) => widest(b, context, y))), style).toBeGreaterThan(0.42)
    }
  })

  it('cuts the round into bundles whose grooves and ridges lie on the net', () => {
    for (const cuts of [[], [0.96]]) {
      const { columns, at } = clumpsOf(random('clumps'), 20, cuts, 4)
      expect(columns[0]).toBe(-Math.PI)
      expect(columns.at(-1)).toBe(Math.PI)
      for (let i = 1; i < columns.length; i++) expect(columns[i]!).toBeGreaterThan(columns[i - 1]!)
      for (let i = 0; i + 1 < columns.length; i += 4) {
        expect(at(columns[i]!).ridge).toBeLessThan(0.05)
        expect(at(columns[i + 2]!).ridge).toBeGreaterThan(0.97)
      }
      // The net's two ends are one line.
      const [first, last] = [at(-Math.PI), at(Math.PI)]
      for (const k of ['ridge', 'tint', 'long', 'out'] as const) expect(first[k]).toBeCloseTo(last[k], 3)
      for (const c of cuts) expect(columns.filter((x) => Math.abs(Math.abs(x) - c) < 1e-9)).toHaveLength(2)
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

  it('shows a tail, a bun or braids below the rim of a hat', () => {
    for (const style of ['ponytail', 'bun', 'braid'] as const) {
      const [{ b, context }, plain] = [hairOf(person('SAM', 'woman, 30', style), true), hairOf(person('SAM', 'woman, 30', 'crop'), true)]
      const behind = (h: typeof plain) => {
        const o = h.context.toWorld([0, 0, 0])
        let far = 0
        for (let i = 0; i < h.b.count; i++) {
          const y = (h.b.positions[i * 3 + 1]! - o[1]) / h.context.headM
          if (y < 0.05 && y > -0.2) far = Math.max(far, -(h.b.positions[i * 3 + 2]! - o[2]) / h.context.headM)
        }
        return far
      }
      expect(behind({ b, context }), style).toBeGreaterThan(behind(plain) + 0.03)
    }
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
