import { HAND_BELONGINGS } from './hand-belongings'
import { HAND_GADGETS } from './hand-gadgets'
import { HAND_PAPERS } from './hand-papers'
import { HAND_PARCELS } from './hand-parcels'
import type { HandProp } from './hand-prop'
import { HAND_TABLEWARE } from './hand-tableware'
import { HAND_WEAPONS } from './hand-weapons'

/** What hands can carry. */
export const HAND_PROPS: Readonly<Record<string, HandProp>> = {
  ...HAND_BELONGINGS,
  ...HAND_GADGETS,
  ...HAND_PAPERS,
  ...HAND_PARCELS,
  ...HAND_TABLEWARE,
  ...HAND_WEAPONS,
}
