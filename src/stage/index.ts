export { bakeDetail, type DetailBake } from './materials'
export { prepareShot, type ShotParts, transferablesOf } from './prepare-shot'
export { type CameraView, ShotStage } from './shot-stage'
