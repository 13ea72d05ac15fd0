import { hasShotTone } from './shot-tone'
import type { Style } from './style/index'

/**
 * Whether a style shows the film image as it is: in its size and all its colours, not drawn by hand, on no display. Such a
 * picture has light finer than its eight bits; any other is made of eight-bit colours.
 */
export function keepsLook({ resolution, palette, mixes, grade, posterise, ink, display }: Style): boolean {
  const isToned = hasShotTone(grade)
  const isGraded =
    isToned || grade.exposure !== 1 || grade.contrast !== 1 || grade.saturation !== 1 || grade.edges !== 0 || posterise !== null
  const isDrawn = ink.paint !== 'plain' || ink.outline > 0
  return resolution === null && palette === null && mixes === null && !isGraded && !isDrawn && display.kind === 'plain'
}
