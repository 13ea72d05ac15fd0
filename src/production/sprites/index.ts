export { characterNamed } from './find-character'
export {
  SPRITE_ACTIONS,
  type SpriteAction,
  type SpriteCast,
  type SpriteShot,
  type SpriteTake,
  type SpriteWish,
  spriteShot,
} from './sprite-shot'
export { spriteStyle } from './sprite-style'
