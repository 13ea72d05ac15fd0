export {
  ANIMATION_FORMATS,
  type AnimationFormat,
  type AnimationShape,
  type AnimationWriter,
  type WriteBytes,
} from './animation-writer'
export { openAnimation } from './open-animation'
