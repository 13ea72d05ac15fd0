export { makeSpriteSheet, type SheetFrame, type SheetOptions, type SheetRect, type Sprite, type SpriteSheet } from './make-sprite-sheet'
export { PACK_DEFAULTS, type PackedPage, type PackOptions, type Placement, packSprites, type SpriteSize } from './pack-sprites'
export { type TexturePackerFrame, type TexturePackerJson, type TexturePackerOptions, texturePackerJson } from './texture-packer-json'
