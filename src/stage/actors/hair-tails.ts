import type { Vec3 } from '../../film'
import { lock } from './hair-lock'
import type { HeadContext } from './head'
import type { Binding, Look, MeshBuilder } from './mesh-builder'
import { curve, tube } from './tube'

/** Where hair that is drawn back meets, head space; `covered` by a hat. */
export function knotOf({ spec, shape }: HeadContext, covered: boolean): Vec3 {
  // Below the rim of a hat.
  if (covered) return [0, -0.07, -0.46]
  if (spec.hair.style === 'bun') return shape.old > 0.3 ? [0, 0.14, -0.485] : [0, 0.45, -0.3]
  return spec.hair.style === 'ponytail' ? [0, 0.2, -0.475] : [0, -0.05, -0.46]
}

/** What hangs or sits behind a head whose hair is drawn back: a bun, a ponytail, braids. Nothing for other styles. */
export function tails(b: MeshBuilder, context: HeadContext, look: Look, bind: (p: Vec3) => Binding, covered: boolean): void {
  const { spec, shape } = context
  const full = context.detail === 'full'
  const m = context.headM
  const at = context.toWorld
  const band = (c: Vec3, r: number, lean: number) =>
    tube(b, {
      path: Array.from({ length: 12 }, (_, i): Vec3 => {
        const a = (i / 12) * Math.PI * 2
        return at([c[0] + Math.cos(a) * r, c[1] + Math.sin(a) * r * (1 - lean), c[2] + Math.sin(a) * r * lean])
      }),
      closed: true,
      radius: () => [0.024 * m, 0.024 * m],
      sides: 5,
      look: { colour: [0.16, 0.05, 0.07], kind: 'cloth', roughness: 0.8 },
      bind: () => context.headBone,
    })
  if (spec.hair.style === 'bun') {
    const low = covered || shape.old > 0.3
    const c = knotOf(context, covered)
    const r = (spec.sex === 'female' ? 0.165 : 0.12) * m
    // A coil: hair wound once round a knot.
    tube(b, {
      path: curve(
        Array.from({ length: 14 }, (_, i): Vec3 => {
          const a = (i / 13) * Math.PI * 3.4
          const q = 0.095 * (1 - i / 16)
          return at([c[0] + Math.cos(a) * q, c[1] + Math.sin(a) * q + (low ? 0 : 0.003 * i), c[2] - 0.02 - i * 0.006])
        }),
        full ? 40 : 20,
      ),
      radius: (t) => [r * (0.52 - 0.14 * t), r * (0.52 - 0.14 * t)],
      sides: full ? 8 : 6,
      look,
      bind: () => context.headBone,
      tint: (_, a) => 0.86 + 0.14 * Math.sin(a * 3),
    })
  }
  if (spec.hair.style === 'ponytail') {
    const y = knotOf(context, covered)[1]
    band([0, y, -0.475], 0.07, 0.4)
    const count = full ? 9 : 5
    for (let i = 0; i < count; i++) {
      const a = (i / count) * Math.PI * 2
      const [x, z] = [Math.cos(a), Math.sin(a)]
      const k = i % 2 ? 0.86 : 1
      lock(
        b,
        context,
        [
          [x * 0.035, y + z * 0.02, -0.47],
          [x * 0.075, y + 0.015 + z * 0.03, -0.58 + z * 0.03],
          [x * 0.1, y - 0.16, -0.66 + z * 0.07],
          [x * 0.1, y - 0.2 - 0.3 * k, -0.64 + z * 0.08],
          [x * 0.045, y - 0.2 - 0.72 * k, -0.54 + z * 0.06],
        ],
        {
          width: 0.085,
          thick: 0.05,
          rows: full ? 10 : 6,
          look,
          bind,
          tint: 0.94 + 0.1 * (i % 3),
          profile: (t) => (0.5 + 0.5 * Math.min(1, t * 3)) * Math.sqrt(Math.max(0, 1 - t ** 4)),
        },
      )
    }
  }
  if (spec.hair.style === 'braid') {
    const two = spec.age < 14
    for (const s of two ? [1, -1] : [0])
      tube(b, {
        path: curve(
          (two
            ? ([
                [s * 0.36, -0.08, -0.14],
                [s * 0.42, -0.26, -0.12],
                [s * 0.42, -0.52, -0.02],
                [s * 0.38, -0.82, 0.14],
              ] as const)
            : ([
                [0, -0.05, -0.46],
                [0, -0.22, -0.52],
                [0.03, -0.6, -0.56],
                [0.02, -1.15, -0.52],
              ] as const)
          ).map(at),
          full ? 34 : 15,
        ),
        radius: (t) => {
          const w = (two ? 0.078 : 0.098) * (1 - 0.5 * t) * m * (0.68 + 0.36 * Math.abs(Math.sin(t * Math.PI * 6.5)))
          return [w, w * 0.86]
        },
        sides: full ? 9 : 6,
        look,
        bind,
        tint: (t, a) => 0.8 + 0.2 * Math.sin(a * 2 + t * 41),
      })
  }
}
