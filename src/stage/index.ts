export { bakeDetail, type DetailBake } from './materials'
export { prepareShot, type ShotParts, transferablesOf } from './prepare-shot'
export { SCENE_IDS, type SceneObject, sceneId, sceneNormal, sceneObjects } from './scene-id'
export { type CameraView, ShotStage } from './shot-stage'
