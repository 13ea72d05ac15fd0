import { BONES, type CharacterSpec, hexToLinear, type Vec3 } from '../../film'
import { ACTOR_BONES, bindPose, CLOTH_BONES, eyeOffset } from './bind-pose'
import { bodyField } from './body-field'
import { clothe } from './clothe'
import { buildHead, headContext } from './head'
import { withoutHidden } from './hide'
import { type ActorMesh, MeshBuilder } from './mesh-builder'
import { skinWeights } from './skin-weights'

/** What a person may have at each detail. */
const MOST_TRIANGLES = { wide: 12_500, full: 20_000 } as const

/** A person as plain arrays: two meshes in the bind pose and the bones they hang on. */
export interface ActorGeometry {
  readonly key: string
  /** Body, clothes, hair. */
  readonly body: ActorMesh
  /** Face with its channels (FACE_CHANNELS) as morphs, brows, beard, eyes, teeth. */
  readonly head: ActorMesh
  /** Offset of each bone from its parent with the T-pose's identity rotations, BONES order, 3 each. */
  readonly offsets: Float32Array
  /** World position and rotation of each bone when the skin was bound, 7 each: BONES, then CLOTH_BONES. */
  readonly bind: Float32Array
  readonly heightM: number
  /** Linear albedo of the skin, which torn cloth shows. */
  readonly skin: Vec3
}

/**
 * Models one person from the spec alone: no clock, no chance, no GPU; the same spec gives the same bytes.
 * @param detail `full` for medium and close shots (up to about 20,000 triangles), `wide` for people far away (about a third)
 */
export function buildActor(spec: CharacterSpec, detail: 'wide' | 'full'): ActorGeometry {
  const pose = bindPose(spec)
  const body = bodyField(spec, pose)
  const weights = skinWeights(body)
  const context = headContext(spec, body, detail)
  const head = buildHead(context)
  const dressed = (thrift: 0 | 2): ActorMesh => {
    const builder = new MeshBuilder()
    clothe(builder, spec, body, weights, context, detail, thrift)
    return withoutHidden(builder.finish())
  }
  // The few who wear and carry more than the budget allows are made again with coarser nets.
  const first = dressed(0)
  const whole = (first.index.length + head.index.length) / 3 > MOST_TRIANGLES[detail] ? dressed(2) : first
  const bind = new Float32Array(ACTOR_BONES * 7)
  BONES.forEach((_, i) => {
    bind.set(pose.positions[i]!, i * 7)
    bind.set(pose.rotations[i]!, i * 7 + 3)
  })
  CLOTH_BONES.forEach((bone, i) => {
    bind.set(pose.at(bone), (BONES.length + i) * 7)
    bind[(BONES.length + i) * 7 + 6] = 1
  })
  return {
    key: spec.key,
    body: whole,
    head,
    offsets: Float32Array.from(
      BONES.flatMap((bone, i) =>
        bone === 'leftEye' || bone === 'rightEye' ? eyeOffset(spec, pose.figure, bone) : pose.figure.offsets[i]!,
      ),
    ),
    bind,
    heightM: spec.heightM,
    skin: hexToLinear(spec.skin),
  }
}
