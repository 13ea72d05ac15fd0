import { type ActorState, add, BONE_PARENTS, BONES, type Quat, quatMul, quatRotate, smoothstep, type Vec3 } from '../../../src/film'
import { type ActorGeometry, type ActorMesh, CLOTH_BONES } from '../../../src/stage/actors'

interface Placed {
  readonly p: Vec3
  readonly q: Quat
  readonly s: Vec3
}

/** Where every bone of an actor's skeleton is in a state, in the frame of the actor's root: the slow, obvious version. */
export function placedBones(g: ActorGeometry, state: Pick<ActorState, 'bones' | 'hips'>): Placed[] {
  const one: Vec3 = [1, 1, 1]
  const out: Placed[] = []
  BONES.forEach((_, i) => {
    const local = state.bones.slice(i * 4, i * 4 + 4) as unknown as Quat
    const parent = BONE_PARENTS[i]!
    if (parent < 0) {
      out.push({ p: [state.hips[0], state.hips[1], state.hips[2]], q: local, s: one })
      return
    }
    const up = out[parent]!
    const offset: Vec3 = [g.offsets[i * 3]!, g.offsets[i * 3 + 1]!, g.offsets[i * 3 + 2]!]
    out.push({ p: add(up.p, quatRotate(up.q, offset)), q: quatMul(up.q, local), s: one })
  })
  for (const [k, bone] of CLOTH_BONES.entries()) {
    const i = BONES.indexOf(bone)
    if (k > 1) {
      out.push({ p: out[i]!.p, q: out[0]!.q, s: out[BONES.length + k - 2]!.s })
      continue
    }
    const [x, , z] = [state.bones[i * 4]!, state.bones[i * 4 + 1]!, state.bones[i * 4 + 2]!]
    const raised = smoothstep(0.9, 0.2, 1 - 2 * (x * x + z * z))
    out.push({ ...out[i]!, s: [1 - 0.36 * raised, 1, 1 - 0.5 * raised] })
  }
  return out
}

/** Linear blend skinning of a mesh on the CPU: positions and normals in the frame of the actor's root. */
export function skinMesh(
  g: ActorGeometry,
  mesh: ActorMesh,
  state: Pick<ActorState, 'bones' | 'hips'>,
): { positions: Float32Array; normals: Float32Array } {
  const bones = placedBones(g, state)
  // Row-major 3×4 of world · bind⁻¹.
  const matrices = bones.map(({ p, q, s }, i) => {
    const b = g.bind.subarray(i * 7, i * 7 + 7)
    const back: Quat = [-b[3]!, -b[4]!, -b[5]!, b[6]!]
    const carry = (v: Vec3): Vec3 => {
      const l = quatRotate(back, v)
      return quatRotate(q, [l[0] * s[0], l[1] * s[1], l[2] * s[2]])
    }
    const [x, y, z] = [carry([1, 0, 0]), carry([0, 1, 0]), carry([0, 0, 1])]
    const t = add(p, carry([-b[0]!, -b[1]!, -b[2]!]))
    return [x[0], y[0], z[0], t[0], x[1], y[1], z[1], t[1], x[2], y[2], z[2], t[2]]
  })
  const n = mesh.skinWeights.length / 4
  const positions = new Float32Array(n * 3)
  const normals = new Float32Array(n * 3)
  for (let v = 0; v < n; v++) {
    const [px, py, pz] = [mesh.positions[v * 3]!, mesh.positions[v * 3 + 1]!, mesh.positions[v * 3 + 2]!]
    const [nx, ny, nz] = [mesh.normals[v * 3]!, mesh.normals[v * 3 + 1]!, mesh.normals[v * 3 + 2]!]
    for (let k = 0; k < 4; k++) {
      const w = mesh.skinWeights[v * 4 + k]!
      if (w === 0) continue
      const m = matrices[mesh.skinIndices[v * 4 + k]!]!
      for (let r = 0; r < 3; r++) {
        positions[v * 3 + r]! += w * (m[r * 4]! * px + m[r * 4 + 1]! * py + m[r * 4 + 2]! * pz + m[r * 4 + 3]!)
        normals[v * 3 + r]! += w * (m[r * 4]! * nx + m[r * 4 + 1]! * ny + m[r * 4 + 2]! * nz)
      }
    }
  }
  return { positions, normals }
}
