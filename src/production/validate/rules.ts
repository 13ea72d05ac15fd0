import { CHARACTER_RULES } from './characters'
import { FILE_RULES } from './files'
import { LOCATION_RULES } from './locations'
import { META_RULES } from './meta'
import { OUTPUT_RULES } from './outputs'
import { RETRO_RULES } from './retro'
import type { Rule } from './rule'
import { SHAPE_RULES } from './shape'
import { SHOT_RULES } from './shots'
import { TIMELINE_RULES } from './timeline'

/** Every check of a production, family by family. */
export const RULES: readonly Rule[] = [
  ...SHAPE_RULES,
  ...META_RULES,
  ...CHARACTER_RULES,
  ...LOCATION_RULES,
  ...SHOT_RULES,
  ...TIMELINE_RULES,
  ...OUTPUT_RULES,
  ...RETRO_RULES,
  ...FILE_RULES,
]
