export {
  type ActorGeometry,
  type ActorMesh,
  buildActor,
  CLOTH_BONES,
  clothBones,
  FACE_CHANNELS,
  faceWeights,
  KINDS,
  PATTERNS,
} from './actors'
export { AirUniforms, airMarched, causticsAt, pointSeen } from './air'
export { bakeBuffers, bakeStage, type StageBake } from './bake-stage'
export type { LightPart } from './lights'
export { materialId, materialNames } from './material-id'
export { bakeDetail, type DetailBake, TILE_M } from './materials'
export type { MeshArrays } from './mesh-arrays'
export { prepareInline } from './prepare-inline'
export { type KeepPart, prepareShot, type ShotParts, transferablesOf } from './prepare-shot'
export { handPropMesh, type PropMeshes, propMeshes } from './prop-meshes'
export { SCENE_IDS, type SceneObject, sceneId, sceneNormal, sceneObjects } from './scene-id'
export { type SetMeshes, setMeshes } from './set-object'
export { WINDOW_LIGHTS } from './sets'
export { type CameraView, ShotStage } from './shot-stage'
