export { soundOfPlace } from './sound-of-place'
