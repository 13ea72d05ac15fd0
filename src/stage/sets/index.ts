export { buildSet, type SetDoor, type SetGeometry, WINDOW_LIGHTS } from './build-set'
export { WALL_THICKNESS_M, wallPieces } from './room-shell'
