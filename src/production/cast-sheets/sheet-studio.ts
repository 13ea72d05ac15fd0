import { designSet, solidBoxes } from '../../departments/art'
import { lightScene } from '../../departments/lighting'
import type { LightPlan, SetSpec } from '../../film'

/** Where people stand for their pictures, and the light there. */
export interface SheetStudio {
  readonly set: SetSpec
  readonly light: LightPlan
}

/**
 * A grey cyclorama under three-point light: a soft key from the front quarter, a fill, a rim.
 * @param eyeHeightM metres above the floor; the light is set for a face there.
 */
export function sheetStudio(eyeHeightM: number): SheetStudio {
  const set = designSet({ locationKey: 'int-cast-studio', location: 'GREY CYCLORAMA', setting: 'INT' })
  // Marks and furniture are for scenes: nobody walks here.
  const bare: SetSpec = { ...set, placements: [] }
  const light = lightScene({
    set: bare,
    timeOfDay: 'DAY',
    words: [],
    people: [[0, eyeHeightM, 0]],
    boxes: solidBoxes(bare),
    key: 'cast-studio',
  })
  return { set: bare, light }
}
