import type { Act } from '../../film'
import { BEARING_MOVES } from './bearing'
import { DESK_AND_DOOR_MOVES } from './desk-and-door'
import { DRESSING_MOVES } from './dressing'
import { FIGHTING_MOVES } from './fighting'
import { FLAME_MOVES } from './flames'
import { HABIT_MOVES } from './habits'
import { HAIR_MOVES } from './hair'
import { HANDLING_MOVES } from './handling'
import { FEELING_MOVES } from './head-and-breath'
import type { Move } from './kit'
import { MONEY_MOVES } from './money'
import { MUSIC_MOVES } from './music'
import { PAPER_MOVES } from './papers'
import { PARTNER_MOVES } from './partners'
import { TALKING_MOVES } from './talking'
import { BODY_MOVES } from './whole-body'

/** How each verb is done. */
export const MOVES: Readonly<Record<Act['verb'], Move>> = {
  ...TALKING_MOVES,
  ...HANDLING_MOVES,
  ...DESK_AND_DOOR_MOVES,
  ...DRESSING_MOVES,
  ...FIGHTING_MOVES,
  ...FEELING_MOVES,
  ...BODY_MOVES,
  ...BEARING_MOVES,
  ...PARTNER_MOVES,
  ...HABIT_MOVES,
  ...HAIR_MOVES,
  ...PAPER_MOVES,
  ...FLAME_MOVES,
  ...MONEY_MOVES,
  ...MUSIC_MOVES,
}
