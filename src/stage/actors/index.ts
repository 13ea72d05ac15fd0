export { type ActorGeometry, buildActor } from './build-actor'
export { FACE_CHANNELS, type FaceChannel } from './face-shapes'
export { faceWeights } from './face-weights'
export { type ActorMesh, KINDS, PATTERNS } from './mesh-builder'
