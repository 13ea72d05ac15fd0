import { openMarks } from './outdoors-land'
import type { Recipe } from './recipe'

/** Level ground with nothing on it, for a place whose surroundings are a picture. @param colour `#rrggbb` */
export const openGround = (colour: string): Recipe => ({
  size: () => [30, 30, 0],
  floor: 'sand',
  floorColour: () => colour,
  surroundings: 'plain',
  furnish: openMarks,
})
