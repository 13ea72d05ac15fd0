import { type Garment, hexToLinear, normalize, type Vec3 } from '../../film'
import type { Over } from './accessories'
import { ball } from './feet'
import { EYE, EYE_RADIUS } from './head-topology'
import type { Look } from './mesh-builder'
import { march } from './sdf'
import { curve, tube } from './tube'

/** Spectacles, or sunglasses with dark lenses. */
export function glasses(o: Over, g: Garment): void {
  const { b, context } = o
  const dark = g.kind === 'sunglasses'
  const frame: Look = { colour: hexToLinear(g.colour), kind: 'plastic', roughness: 0.3 }
  const lens: Look = { colour: [0.006, 0.006, 0.008], kind: 'plastic', roughness: 0.06 }
  const s = context.shape.eyeRadius / EYE_RADIUS
  const cx = EYE[0] + context.shape.eyeShift + 0.004
  const half = (dark ? 0.128 : 0.12) * s
  const tall = (dark ? 0.094 : 0.1) * s
  const z = 0.452
  const square = dark ? 0.7 : 0.85
  const n = o.detail === 'full' ? 24 : 14
  const m = context.headM
  const bind = () => context.headBone
  const pw = (v: number) => Math.sign(v) * Math.abs(v) ** square
  for (const side of [1, -1]) {
    const rim = Array.from({ length: n }, (_, i): Vec3 => {
      const a = (i / n) * Math.PI * 2
      const x = cx + pw(Math.cos(a)) * half
      const y = EYE[1] - 0.004 + pw(Math.sin(a)) * tall
      // Frames stand off the cheeks and the brow.
      const face = 0.12 + march(context.shape.field, x, y, 0.12, 0, 0, 1, 0.5)
      return [side * x, y, Math.max(z - 0.55 * Math.max(0, x - 0.1) ** 2 * 3, face + 0.02)]
    })
    tube(b, {
      path: rim.map(context.toWorld),
      closed: true,
      radius: () => [(dark ? 0.0095 : 0.0075) * m, 0.0075 * m],
      sides: 5,
      look: frame,
      bind,
      across: [0, 0, 1],
    })
    if (dark) {
      const hub = context.toWorld([side * cx, EYE[1] - 0.004, z + 0.014])
      const first = b.count
      const firstIndex = b.index.length
      const centre = b.vertex(hub, [0, 0, 0], lens, context.headBone)
      const ring = rim.map((p) => b.vertex(context.toWorld([p[0], p[1], p[2] + 0.003]), [0, 0, 0], lens, context.headBone))
      for (let i = 0; i < n; i++) {
        const k = (i + 1) % n
        if (side > 0) b.triangle(centre, ring[i]!, ring[k]!)
        else b.triangle(centre, ring[k]!, ring[i]!)
      }
      b.smoothNormals(first, firstIndex)
    }
    const ear = context.surface(normalize([1, 0.1, -0.1]))
    const hinge: Vec3 = [side * (cx + half), EYE[1] + 0.02, z - 0.06]
    tube(b, {
      path: curve(
        [
          hinge,
          [side * (ear[0] + 0.004), EYE[1] + 0.04, 0.2],
          [side * (ear[0] + 0.012), EYE[1] + 0.045, 0],
          [side * (ear[0] + 0.01), EYE[1] - 0.02, -0.07],
        ].map((p) => context.toWorld(p as unknown as Vec3)),
        9,
      ),
      radius: () => [0.0075 * m, 0.0075 * m],
      sides: 5,
      look: frame,
      bind,
    })
  }
  tube(b, {
    path: curve(
      [
        [cx - half, EYE[1] + 0.012, z],
        [0, EYE[1] + 0.03, z + 0.022],
        [-(cx - half), EYE[1] + 0.012, z],
      ].map((p) => context.toWorld(p as unknown as Vec3)),
      7,
    ),
    radius: () => [0.0075 * m, 0.0075 * m],
    sides: 5,
    look: frame,
    bind,
  })
}

/** A headset: band, two cups, a microphone before the mouth. */
export function headset(o: Over, g: Garment, hairLift: number): void {
  const { b, context } = o
  const look: Look = { colour: hexToLinear(g.colour), kind: 'plastic', roughness: 0.4 }
  const m = context.headM
  const bind = () => context.headBone
  const band: Vec3[] = []
  for (let i = 0; i <= 14; i++) {
    const a = (i / 14) * Math.PI
    const p = context.surface(normalize([Math.cos(a), Math.sin(a) * 1.0 + 0.06, -0.06]), hairLift * Math.sin(a) + 0.018)
    band.push(context.toWorld(p))
  }
  tube(b, { path: band, radius: () => [0.03 * m, 0.011 * m], sides: 6, look, across: [0, 0, 1], bind, square: 0.7 })
  for (const s of [1, -1]) {
    const p = context.surface(normalize([1, 0.0, -0.1]), 0.045)
    ball(b, context.toWorld([s * p[0], p[1], p[2]]), 0.105 * m, look, context.headBone, o.detail === 'full' ? 14 : 9, [0.45, 1, 0.9])
  }
  const cup = context.surface(normalize([1, -0.06, 0]), 0.05)
  const boom: Vec3[] = [cup, [0.33, -0.24, 0.2], [0.2, -0.31, 0.42], [0.1, -0.32, 0.47]]
  tube(b, {
    path: curve(boom.map(context.toWorld), 12),
    radius: (t) => [(t > 0.86 ? 0.024 : 0.01) * m, (t > 0.86 ? 0.024 : 0.01) * m],
    sides: 6,
    look,
    bind,
  })
}
