import { add, BONES, type Bone, hexToLinear, mix, scale, type Vec3 } from '../../film'
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
  const s0 = h * (0.86 + 0.06 * (1 - body.grown)) * (body.female ? 0.94 : 1) * (1 + 0.08 * body.fat) * (gloved ? 1.08 : 1)
  const sides = detail === 'full' ? 8 : 5
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
        const w = [0.0125, 0.0135, 0.0205, 0.0235, 0.0225]
        const d = [0.0108, 0.0112, 0.0116, 0.0108, 0.0086]
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
      for (const [step, bend] of [
        [0.0, 0],
        [0.34, 0.14],
        [0.3, 0.26],
        [0.2, 0.2],
        [0.16, 0.1],
      ] as const) {
        p = [p[0] + Math.cos(a) * step * length, p[1] + Math.sin(a) * step * length]
        a -= bend
        path.push(at(p[0], p[1], z + Math.sign(z - 0.0) * spread * path.length * 0.15))
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
