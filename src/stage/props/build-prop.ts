import { propInfo } from '../../departments/art'
import { box, cylinder, lathe, type MeshBatch, paint, shade } from '../geometry'
import { BARN_THINGS } from './barn-things'
import { BEDS } from './beds'
import { BUILDINGS } from './buildings'
import { CARS } from './cars'
import { CASTLE_THINGS } from './castle-things'
import { CASTLE_WALLS } from './castle-walls'
import { CAVE_THINGS } from './cave-things'
import { CORNER_THINGS } from './corner-things'
import { COUNTER_THINGS, UNDERGROUND_THINGS } from './counter-things'
import { COUNTRY_BUILDINGS } from './country-buildings'
import { COURT_THINGS } from './court-things'
import { FALLING_WATER } from './falling-water'
import { FLOOR_COVERS } from './floor-covers'
import { GARAGE_THINGS } from './garage-things'
import { GUEST_THINGS } from './guest-things'
import { HAND_PROPS } from './hand-things'
import { HEATING } from './heating'
import { HOSPITAL_THINGS } from './hospital-things'
import { LABORATORY_THINGS } from './laboratory-things'
import { LAMPS } from './lamps'
import { LANDMARKS } from './landmarks'
import { LIBRARY_THINGS } from './library-things'
import { MACHINES } from './machines'
import { MOON_THINGS } from './moon-things'
import { NATURE } from './nature'
import { OFFICE_THINGS } from './office-things'
import { ORCHARD_THINGS } from './orchard-things'
import { PICKUP } from './pickup'
import { BRASS, type PropBuilder, type PropLook, propShape } from './prop-shape'
import { QUAY_THINGS } from './quay-things'
import { RAIL_THINGS } from './rail-things'
import { RAISED_FLOORS } from './raised-floors'
import { RESCUE_THINGS } from './rescue-things'
import { ROAD_THINGS } from './road-things'
import { ROOF_SPACE_THINGS } from './roof-space-things'
import { ROOF_THINGS } from './roof-things'
import { RUIN_THINGS } from './ruin-things'
import { SANITARY_WARE } from './sanitary-ware'
import { SEATS } from './seats'
import { SEDAN } from './sedan'
import { SHELVES } from './shelves'
import { SITE_THINGS } from './site-things'
import { SMALL_CRAFT } from './small-craft'
import { SMALL } from './small-things'
import { SPORT_THINGS } from './sport-things'
import { SQUARE_THINGS } from './square-things'
import { STADIUM_THINGS } from './stadium-things'
import { STAIRS_AND_COLUMNS } from './stairs-and-columns'
import { STORAGE } from './storage'
import { STORES } from './stores'
import { STREET_THINGS } from './street-things'
import { TABLES } from './tables'
import { TABLEWARE } from './tableware'
import { TELEVISION_THINGS } from './television-things'
import { THEATRE_THINGS } from './theatre-things'
import { TRADE_THINGS } from './trade-things'
import { TRANSIT_THINGS } from './transit-things'
import { WALL_FIXTURES } from './wall-fixtures'
import { WALL_THINGS } from './wall-things'
import { CAMP_THINGS, WAR_THINGS } from './war-things'
import { WATER_THINGS } from './water-things'
import { WORK_VEHICLES } from './work-vehicles'
import { YARD_THINGS } from './yard-things'

/** Builders by catalogue id. */
export const BUILDERS: Readonly<Record<string, PropBuilder>> = {
  ...TABLES,
  ...SEATS,
  ...STORAGE,
  ...HEATING,
  ...SANITARY_WARE,
  ...STAIRS_AND_COLUMNS,
  ...CORNER_THINGS,
  ...WALL_THINGS,
  ...SMALL,
  ...NATURE,
  ...STREET_THINGS,
  ...CARS,
  ...WORK_VEHICLES,
  ...YARD_THINGS,
  ...ROOF_THINGS,
  ...QUAY_THINGS,
  ...FLOOR_COVERS,
  ...SQUARE_THINGS,
  ...BEDS,
  ...CASTLE_WALLS,
  ...LAMPS,
  ...MACHINES,
  ...TABLEWARE,
  ...STORES,
  ...SHELVES,
  ...WALL_FIXTURES,
  ...SMALL_CRAFT,
  ...COUNTRY_BUILDINGS,
  ...BUILDINGS,
  ...LANDMARKS,
  ...ORCHARD_THINGS,
  ...BARN_THINGS,
  ...ROAD_THINGS,
  ...RAIL_THINGS,
  ...WATER_THINGS,
  ...PICKUP,
  ...SEDAN,
  ...RAISED_FLOORS,
  ...COURT_THINGS,
  ...TRADE_THINGS,
  ...HOSPITAL_THINGS,
  ...CASTLE_THINGS,
  ...OFFICE_THINGS,
  ...LIBRARY_THINGS,
  ...LABORATORY_THINGS,
  ...THEATRE_THINGS,
  ...CAVE_THINGS,
  ...RUIN_THINGS,
  ...ROOF_SPACE_THINGS,
  ...GARAGE_THINGS,
  ...MOON_THINGS,
  ...WAR_THINGS,
  ...CAMP_THINGS,
  ...GUEST_THINGS,
  ...TRANSIT_THINGS,
  ...SPORT_THINGS,
  ...COUNTER_THINGS,
  ...UNDERGROUND_THINGS,
  ...RESCUE_THINGS,
  ...TELEVISION_THINGS,
  ...SITE_THINGS,
  ...STADIUM_THINGS,
  ...FALLING_WATER,
}

/** What an unknown thing looks like: tall and round, flat, or a chest, by its proportions. */
const unknownThing: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const p = s.main(s.rnd.pick(['#7c6248', '#6a7474', '#8a5c48', '#7d7860']), 'wood', 0.6)
  b.use(p)
  if (h > Math.max(w, d) * 1.5) {
    lathe(
      b,
      [0, 0, 0],
      [
        [w * 0.4, 0],
        [w * 0.48, h * 0.05],
        [w * 0.42, h * 0.5],
        [w * 0.25, h * 0.8],
        [w * 0.3, h],
      ],
      16,
      d / w,
    )
  } else {
    box(b, [0, 0, 0], [w, h * 0.8, d], Math.min(0.02, w * 0.06))
    b.use(shade(p, 1.15))
    box(b, [0, h * 0.8, 0], [w * 1.01, h * 0.2, d * 1.01], Math.min(0.02, w * 0.06))
    b.use(BRASS)
    box(b, [0, h * 0.7, d / 2], [w * 0.12, h * 0.16, 0.012], 0.004)
    b.use(paint('#4b3b2c', 'wood'))
    for (const x of [-1, 1])
      for (const z of [-1, 1]) cylinder(b, [x * w * 0.42, -0.001, z * d * 0.42], Math.min(0.02, w * 0.05), 0.01, { sides: 6 })
  }
}

/**
 * Draws a thing in the batch's present frame: metres, standing on y = 0, front towards +z. Shining parts go to the
 * batch's `glowKey`. A thing nobody knows becomes a plain object of its size: never nothing.
 */
export function buildProp(id: string, size: readonly [number, number, number], look: PropLook, batch: MeshBatch): void {
  const shape = propShape(batch, id, size, look)
  const keep = batch.rnd
  batch.rnd = shape.rnd
  const hand = propInfo(id).hand ? HAND_PROPS[id] : undefined
  const builder = BUILDERS[id]
  if (builder) builder(shape)
  else if (hand) hand.lie(shape, hand.draw)
  else unknownThing(shape)
  batch.rnd = keep
}
