export { cameraAt, projectPoint, SENSOR_WIDTH_MM } from './optics'
export { type PlaceCameraOptions, placeCamera } from './place-camera'
export { eyesAt, faceYawAt, isAway, type Sitter, sittersOf } from './sitter'
export { FROM_WALL, Studio } from './studio'
