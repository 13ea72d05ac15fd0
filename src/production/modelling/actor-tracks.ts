import type { GltfTrack } from '../../encode'
import type { ActorState } from '../../film'
import { clothBones, faceWeights } from '../../stage'
import type { ActorNodes } from './actor-model'

/** Smaller differences are none: metres, parts of a quaternion, weights. */
const SAME = 1e-6

/**
 * What moves somebody through some states as tracks, one value a state; what never moves has a single value, and what never
 * leaves the T-pose none.
 */
export function actorTracks(nodes: ActorNodes, states: readonly ActorState[]): GltfTrack[] {
  const list = (width: number, at: (s: ActorState) => ArrayLike<number>) => {
    const out = new Float32Array(states.length * width)
    states.forEach((s, i) => {
      const v = at(s)
      for (let k = 0; k < width; k++) out[i * width + k] = v[k]!
    })
    return out
  }
  const tracks: GltfTrack[] = []
  const add = (node: number, path: GltfTrack['path'], values: Float32Array, rest?: readonly number[]) => {
    const width = path === 'rotation' ? 4 : path === 'weights' ? values.length / states.length : 3
    const isHeld = values.every((v, i) => Math.abs(v - values[i % width]!) < SAME)
    if (isHeld && rest?.every((v, k) => Math.abs(v - values[k]!) < SAME)) return
    tracks.push({ node, path, values: isHeld && path !== 'weights' ? values.slice(0, width) : values })
  }
  add(
    nodes.root,
    'translation',
    list(3, (s) => s.position),
  )
  add(
    nodes.root,
    'rotation',
    list(4, ({ yaw }) => [0, Math.sin(yaw / 2), 0, Math.cos(yaw / 2)]),
  )
  add(
    nodes.bones[0]!,
    'translation',
    list(3, (s) => s.hips),
  )
  const unturned = [0, 0, 0, 1]
  nodes.bones.forEach((node, i) => {
    add(
      node,
      'rotation',
      list(4, ({ bones }) => unit(bones.slice(i * 4, i * 4 + 4))),
      unturned,
    )
  })
  const cloth = new Map(states.map((s) => [s, clothBones(s.bones)]))
  nodes.cloth.forEach((node, i) => {
    add(
      node,
      'rotation',
      list(4, (s) => cloth.get(s)![i]!.rotation),
      unturned,
    )
    add(
      node,
      'scale',
      list(3, (s) => cloth.get(s)![i]!.scale),
      [1, 1, 1],
    )
  })
  const faces = states.map((s) => faceWeights(s))
  const weights = new Float32Array(faces.flat())
  add(nodes.head, 'weights', weights)
  return tracks
}

/** A rotation of length one: states are rounded. */
function unit(q: readonly number[]): readonly number[] {
  const length = Math.hypot(...q)
  return q.map((v) => v / length)
}
