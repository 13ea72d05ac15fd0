import { add, BONES, type Bone, cross, hexToLinear, mix, normalize, scale, sub, type Vec3 } from '../../film'
import type { Body } from './body-field'
import type { Look, MeshBuilder } from './mesh-builder'
import { tube } from './tube'

/** Two hands in a relaxed curl: palm, four fingers, thumb. `gloved` colours them as cloth. */
export function hands(b: MeshBuilder, body: Body, skin: string, gloved: Look | undefined, detail: 'wide' | 'full'): void {
  const { pose } = body
  const h = body.h
  const base = hexToLinear(skin)
  const look: Look = gloved ?? { colour: base, kind: 'skin', roughness: 0.52 }
  const warm: Look = gloved ?? { ...look, colour: mix(base, [base[0], base[1] * 0.72, base[2] * 0.66], 0.5) }
  const s0 = h * body.hand * (gloved ? 1.08 : 1)
  const sides = detail === 'full' ? 8 : 5
  // Paler than the fingertip, and smooth.
  const nails: Look | undefined =
    gloved || detail === 'wide' ? undefined : { ...look, colour: mix(warm.colour, [0.82, 0.6, 0.54], 0.38), roughness: 0.28 }
  for (const [side, sx] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const hand = `${side}Hand` as Bone
    const j = pose.figure.joints[hand]
    // T-pose hand space: x along the fingers, y up (back of the hand), z forward (thumb side).
    const at = (x: number, y: number, z: number): Vec3 => pose.carry(hand, [j[0] + sx * x * s0, j[1] + y * s0, j[2] + z * s0])
    const handBone = BONES.indexOf(hand)
    const lower = BONES.indexOf(`${side}LowerArm` as Bone)
    const zAxis: Vec3 = [0, 0, 1]
    tube(b, {
      path: [at(-0.012, 0, -0.001), at(0.004, 0, 0), at(0.022, 0.001, 0.001), at(0.04, 0.001, 0.001), at(0.055, 0, 0)],
      radius: (t) => {
        // It begins a hair outside the forearm: so that the wrist has no edge.
        const w = [(body.wristR * 1.07) / s0, (body.wristR * 0.7) / s0 + 0.0055, 0.0207, 0.0235, 0.0225]
        const d = [(body.wristR * 1.05) / s0, (body.wristR * 0.75) / s0 + 0.0026, 0.0118, 0.0108, 0.0086]
        const k = Math.min(3.999, t * 4)
        const i = Math.floor(k)
        return [(w[i]! + (w[i + 1]! - w[i]!) * (k - i)) * s0, (d[i]! + (d[i + 1]! - d[i]!) * (k - i)) * s0]
      },
      sides: sides + 4,
      look,
      across: zAxis,
      square: 0.8,
      bind: (_, t) => [
        [handBone, Math.min(1, 0.4 + t * 3)],
        [lower, Math.max(0, 0.6 - t * 3)],
      ],
      tint: (_, a) => (Math.sin(a) * sx > 0 ? 1 : 0.93),
    })
    const fingers: readonly (readonly [Bone, number, number, number, number])[] = [
      [`${side}Index` as Bone, 0.0182, 0.0435, 0.0064, 0.0045],
      [`${side}Fingers` as Bone, 0.0058, 0.049, 0.0066, 0.0008],
      [`${side}Fingers` as Bone, -0.0068, 0.0455, 0.0062, 0.002],
      [`${side}Fingers` as Bone, -0.0184, 0.0365, 0.0054, 0.006],
    ]
    for (const [bone, z, length, r, spread] of fingers) {
      const i = BONES.indexOf(bone)
      // A gentle curl, most at the middle joint.
      const path: Vec3[] = []
      let p: readonly [number, number] = [0.046, 0.001]
      let a = -0.08
      let across = z
      for (const [step, bend] of [
        [0.0, 0],
        [0.34, 0.14],
        [0.3, 0.26],
        [0.2, 0.2],
        [0.16, 0.1],
      ] as const) {
        p = [p[0] + Math.cos(a) * step * length, p[1] + Math.sin(a) * step * length]
        a -= bend
        across = z + Math.sign(z) * spread * path.length * 0.15
        path.push(at(p[0], p[1], across))
      }
      tube(b, {
        path,
        radius: (t) => [r * s0 * (1 - 0.24 * t), r * s0 * (1 - 0.28 * t)],
        sides,
        look: warm,
        across: zAxis,
        bind: (_, t) => [
          [i, Math.min(1, 0.35 + t * 2.4)],
          [handBone, Math.max(0, 0.65 - t * 2.4)],
        ],
        tint: (t) => 0.95 + 0.05 * Math.sin(t * 9),
      })
      if (nails) {
        const [c, d] = [Math.cos(a + 0.1), Math.sin(a + 0.1)]
        nail(b, nails, i, sx, r * 0.75, (along, up, w) => at(p[0] + along * c - up * d, p[1] + along * d + up * c, across + w))
      }
    }
    const thumb = BONES.indexOf(`${side}Thumb` as Bone)
    tube(b, {
      path: [at(0.008, -0.003, 0.009), at(0.021, -0.007, 0.0205), at(0.034, -0.0105, 0.0265), at(0.0445, -0.0135, 0.0285)],
      radius: (t) => [s0 * (0.0098 - 0.003 * t), s0 * (0.0094 - 0.0032 * t)],
      sides,
      look: warm,
      across: zAxis,
      bind: (_, t) => [
        [thumb, Math.min(1, t * 2.2)],
        [handBone, Math.max(0, 1 - t * 2.2)],
      ],
    })
    if (nails) {
      // A thumb lies on its side: its nail looks up and forward.
      const way = normalize([0.0105, -0.003, 0.002])
      const up = normalize(cross(normalize(cross(way, [0.1, 0.86, 0.5])), way))
      const out = cross(way, up)
      nail(b, nails, thumb, sx, 0.0066, (along, lift, w) =>
        at(
          0.0445 + way[0] * along + up[0] * lift + out[0] * w,
          -0.0135 + way[1] * along + up[1] * lift + out[1] * w,
          0.0285 + way[2] * along + up[2] * lift + out[2] * w,
        ),
      )
    }
  }
  if (!gloved) return
  // A cuff where the glove ends.
  for (const [side, sx] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const end = side === 'left' ? body.wrist : ([-body.wrist[0], body.wrist[1], body.wrist[2]] as const)
    const elbow: Vec3 = [sx * body.elbow[0], body.elbow[1], body.elbow[2]]
    const back = scale([elbow[0] - end[0], elbow[1] - end[1], elbow[2] - end[2]], 0.14)
    tube(b, {
      path: [end, add(end, scale(back, 0.6)), add(end, back)],
      radius: (t) => [h * (0.0165 + 0.006 * t), h * (0.0165 + 0.006 * t)],
      sides: sides + 4,
      look,
      across: [0, 0, 1],
      bind: () => [[BONES.indexOf(`${side}LowerArm` as Bone), 1]],
    })
  }
}

/**
 * A nail on the back of a fingertip, a little arched both ways.
 * @param r how thick the tip is, statures.
 * @param at a point by how far along the finger from its last joint's end, over its middle, and across it; statures.
 */
function nail(
  b: MeshBuilder,
  look: Look,
  bone: number,
  sx: number,
  r: number,
  at: (along: number, up: number, across: number) => Vec3,
): void {
  const rows = [-0.75, -0.1, 0.55, 0.95].map((u, i) =>
    [-1, 0, 1].map((k) => {
      // Narrower at the root and the tip; its sides lie deeper.
      const w = k * r * [0.5, 0.68, 0.66, 0.4][i]!
      const up = Math.sqrt(r * r - w * w) * [0.99, 1.03, 1, 0.8][i]!
      const p = at(u * r * 1.05, up, w)
      return b.vertex(p, sub(at(u * r * 0.9, up + r, w * 1.8), p), look, [[bone, 1]], [0, 0], i === 3 ? 1.08 : 1)
    }),
  )
  for (let i = 0; i + 1 < rows.length; i++)
    for (let k = 0; k < 2; k++) {
      const [p, q, s, t] = [rows[i]![k]!, rows[i]![k + 1]!, rows[i + 1]![k + 1]!, rows[i + 1]![k]!]
      if (sx > 0) b.quad(p, q, s, t)
      else b.quad(p, t, s, q)
    }
}
