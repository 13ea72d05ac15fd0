import { COMMERCIAL } from './commercial'
import { GAME_ASSETS } from './game-assets'
import { SHORT_FILM } from './short-film'
import type { ProductionTemplate } from './template'

export type { ProductionTemplate } from './template'

/** The kinds of production that can be begun from, by name. */
export const TEMPLATES: Readonly<Record<string, ProductionTemplate>> = {
  short_film: SHORT_FILM,
  commercial: COMMERCIAL,
  game_assets: GAME_ASSETS,
}
