import { BACKDROPS } from './backdrops'
import { COUNTRY } from './outdoors-country'
import { FAR_LANDS } from './outdoors-far'
import { HEIGHTS } from './outdoors-heights'
import { LAND_FIRST } from './outdoors-land'
import { QUIET } from './outdoors-quiet'
import { RAILWAYS } from './outdoors-railway'
import { TOWN_FIRST } from './outdoors-town'
import { TOWN } from './outdoors-town-more'
import { WATERS } from './outdoors-water'
import { WILD } from './outdoors-wild'
import { WORKS } from './outdoors-works'
import type { Recipe } from './recipe'
import { CARE } from './rooms-care'
import { CASTLE } from './rooms-castle'
import { COUNTERS } from './rooms-counters'
import { DESKS } from './rooms-desks'
import { FARM_ROOMS } from './rooms-farm'
import { GARDEN } from './rooms-garden'
import { GUEST_ROOMS } from './rooms-guest'
import { HIDDEN_ROOMS } from './rooms-hidden'
import { HOME } from './rooms-home'
import { LAW } from './rooms-law'
import { LEARNING } from './rooms-learning'
import { LODGING } from './rooms-lodging'
import { PUBLIC } from './rooms-public'
import { RESCUE } from './rooms-rescue'
import { SPORT } from './rooms-sport'
import { STAGE_ROOMS } from './rooms-stage'
import { STATIONS } from './rooms-stations'
import { TELEVISION } from './rooms-television'
import { TRADES } from './rooms-trades'
import { TRANSIT } from './rooms-transit'
import { UNDERGROUND } from './rooms-underground'
import { WORK } from './rooms-work'

/** Every kind of place there is. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  ...HOME,
  ...WORK,
  ...STATIONS,
  ...PUBLIC,
  ...LAW,
  ...CARE,
  ...LEARNING,
  ...STAGE_ROOMS,
  ...CASTLE,
  ...DESKS,
  ...TRADES,
  ...GARDEN,
  ...FARM_ROOMS,
  ...HIDDEN_ROOMS,
  ...GUEST_ROOMS,
  ...TRANSIT,
  ...SPORT,
  ...COUNTERS,
  ...UNDERGROUND,
  ...LODGING,
  ...RESCUE,
  ...TELEVISION,
  ...TOWN_FIRST,
  ...TOWN,
  ...QUIET,
  ...RAILWAYS,
  ...WATERS,
  ...LAND_FIRST,
  ...COUNTRY,
  ...FAR_LANDS,
  ...WILD,
  ...HEIGHTS,
  ...WORKS,
  ...BACKDROPS,
}

/** Kinds of sets the art department can build. */
export const SET_KINDS: readonly string[] = Object.keys(RECIPES)
