import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { designSet, footprint, isBackdrop, nearEnoughM, overlaps, readPlace, SET_KINDS, Walkable } from '../../../src/departments/art'
import { SetSpec } from '../../../src/film'
import { floating } from './any-set'

/** A heading for every kind, with the setting it is asked for in. */
const HEADINGS: Readonly<Record<string, readonly [string, 'INT' | 'EXT']>> = {
  kitchen: ['FARMHOUSE KITCHEN', 'INT'],
  'living-room': ['LIVING ROOM', 'INT'],
  bedroom: ['BEDROOM', 'INT'],
  bathroom: ['BATHROOM', 'INT'],
  room: ['SOMEWHERE', 'INT'],
  office: ['OFFICE', 'INT'],
  warehouse: ['WAREHOUSE', 'INT'],
  corridor: ['SPACE STATION - CORRIDOR', 'INT'],
  stairwell: ['STAIRWELL', 'INT'],
  'control-room': ['SPACE STATION - CONTROL ROOM', 'INT'],
  bunks: ['SPACE STATION - BUNKS', 'INT'],
  classroom: ['CLASSROOM', 'INT'],
  cell: ['PRISON CELL', 'INT'],
  bar: ['BAR', 'INT'],
  diner: ['DINER', 'INT'],
  shop: ['SHOP', 'INT'],
  church: ['CHURCH', 'INT'],
  greenhouse: ['MANOR - GREENHOUSE', 'INT'],
  train: ['TRAIN', 'INT'],
  street: ['STREET', 'EXT'],
  'suburb-street': ['SUBURB HOUSE', 'EXT'],
  market: ['MARKET SQUARE', 'EXT'],
  alley: ['ALLEY', 'EXT'],
  rooftop: ['ROOFTOPS', 'EXT'],
  harbour: ['HARBOUR', 'EXT'],
  platform: ['TRAIN STATION', 'EXT'],
  lot: ['PARKING LOT', 'EXT'],
  car: ['CAR', 'EXT'],
  sedan: ['CAR', 'INT'],
  churchyard: ['CHURCHYARD', 'EXT'],
  park: ['PARK', 'EXT'],
  farm: ['FARMHOUSE', 'EXT'],
  forest: ['FOREST', 'EXT'],
  outdoors: ['NOWHERE', 'EXT'],
  beach: ['BEACH', 'EXT'],
  headland: ['LIGHTHOUSE CLIFF', 'EXT'],
  lakeside: ['LAKE', 'EXT'],
  bridge: ['STONE BRIDGE', 'EXT'],
  'railway-bridge': ['RAILWAY BRIDGE', 'EXT'],
  desert: ['DESERT', 'EXT'],
  mountain: ['MOUNTAIN', 'EXT'],
  orchard: ['APPLE ORCHARD', 'EXT'],
  'country-road': ['COUNTRY ROAD', 'EXT'],
  cab: ['PICKUP TRUCK', 'INT'],
  barn: ['BARN', 'INT'],
  courtroom: ['COURTROOM', 'INT'],
  'hospital-room': ['HOSPITAL ROOM', 'INT'],
  'waiting-room': ['WAITING ROOM', 'INT'],
  'castle-hall': ['CASTLE - GREAT HALL', 'INT'],
  workshop: ['WORKSHOP', 'INT'],
  castle: ['CASTLE ON A HILL', 'EXT'],
  'cave-mouth': ['MOUNTAIN - CAVE MOUTH', 'EXT'],
  'meeting-room': ['MEETING ROOM', 'INT'],
  'open-plan': ['OPEN-PLAN OFFICE', 'INT'],
  library: ['LIBRARY', 'INT'],
  laboratory: ['LABORATORY', 'INT'],
  theatre: ['THEATRE', 'INT'],
  'tailor-shop': ["TAILOR'S SHOP", 'INT'],
  bookshop: ['OLD BOOKSHOP', 'INT'],
  bakery: ['BAKERY', 'INT'],
  pharmacy: ['PHARMACY', 'INT'],
  barbershop: ['BARBERSHOP', 'INT'],
  'flower-shop': ['FLOWER SHOP', 'INT'],
  cave: ['CAVE', 'INT'],
  attic: ['ATTIC', 'INT'],
  basement: ['BASEMENT', 'INT'],
  'camp-tent': ['TENT', 'INT'],
  garage: ['GARAGE', 'INT'],
  ruins: ['RUINS', 'EXT'],
  moon: ['MOON', 'EXT'],
  battlefield: ['BATTLEFIELD', 'EXT'],
  seabed: ['SEABED', 'EXT'],
  cyclorama: ['STUDIO - WHITE CYCLORAMA', 'INT'],
  'hotel-room': ['HOTEL ROOM', 'INT'],
  'hotel-lobby': ['HOTEL LOBBY', 'INT'],
  elevator: ['ELEVATOR', 'INT'],
  'interrogation-room': ['INTERROGATION ROOM', 'INT'],
  'subway-car': ['SUBWAY CAR', 'INT'],
  'subway-station': ['SUBWAY STATION', 'INT'],
  'station-hall': ['TRAIN STATION', 'INT'],
  'plane-cabin': ['AIRPLANE CABIN', 'INT'],
  'signal-box': ['SIGNAL BOX', 'INT'],
  gym: ['GYM', 'INT'],
  'swimming-pool': ['SWIMMING POOL', 'INT'],
  museum: ['MUSEUM', 'INT'],
  ballroom: ['BALLROOM', 'INT'],
  bank: ['BANK', 'INT'],
  'post-office': ['POST OFFICE', 'INT'],
  supermarket: ['SUPERMARKET', 'INT'],
  laundromat: ['LAUNDROMAT', 'INT'],
  airport: ['AIRPORT TERMINAL', 'INT'],
  tunnel: ['TUNNEL', 'INT'],
  sewer: ['SEWER', 'INT'],
  mine: ['MINE', 'INT'],
  ambulance: ['AMBULANCE', 'INT'],
  helicopter: ['HELICOPTER', 'INT'],
  'tv-studio': ['TV STUDIO', 'INT'],
  dormitory: ['DORMITORY', 'INT'],
  'dorm-room': ['DORM ROOM', 'INT'],
  stadium: ['STADIUM', 'EXT'],
  'construction-site': ['CONSTRUCTION SITE', 'EXT'],
  waterfall: ['WATERFALL', 'EXT'],
  gradient: ['BLUE GRADIENT BACKDROP', 'INT'],
}
const SEEDS = [1, 2, 3, 4, 5, 6]
const made = Object.entries(HEADINGS).flatMap(([kind, [location, setting]]) =>
  SEEDS.map((seed) => ({ kind, seed, set: designSet({ locationKey: `${kind}-${seed}`, location, setting }) })),
)

describe('designSet', () => {
  it('knows a heading for every kind', () => {
    expect(Object.keys(HEADINGS).sort()).toEqual([...SET_KINDS].sort())
    for (const { kind, set } of made) expect(set.kind).toBe(kind)
  })

  it('answers valid, repeatable artifacts', () => {
    for (const { set } of made) expect(() => SetSpec.parse(set)).not.toThrow()
    for (const [kind, [location, setting]] of Object.entries(HEADINGS)) {
      const again = designSet({ locationKey: `${kind}-1`, location, setting })
      expect(again).toEqual(made.find((m) => m.kind === kind && m.seed === 1)?.set)
    }
  })

  it('differs by key: another hand, other sizes or other colours', () => {
    const walls = new Set(made.filter((m) => m.kind === 'living-room').map((m) => `${m.set.widthM} ${m.set.walls.colour}`))
    expect(walls.size).toBeGreaterThan(2)
  })

  it('stands nothing in anything else', () => {
    for (const { kind, seed, set } of made) {
      const solid = set.placements.filter((p) => p.blocks)
      const inside = solid.filter((p) => Math.abs(p.position[0]) <= set.widthM / 2 && Math.abs(p.position[2]) <= set.depthM / 2)
      for (let i = 0; i < inside.length; i++) {
        for (let j = i + 1; j < inside.length; j++) {
          const [a, b] = [inside[i]!, inside[j]!]
          const apart = a.position[1] >= b.position[1] + b.size[1] || b.position[1] >= a.position[1] + a.size[1]
          if (!apart && overlaps(footprint(a), footprint(b), -0.005)) expect.fail(`${kind} ${seed}: ${a.key} stands in ${b.key}`)
        }
      }
    }
  })

  it('lets nothing float', () => {
    expect(made.flatMap(({ kind, seed, set }) => floating(set).map((what) => `${kind} ${seed}: ${what}`))).toEqual([])
    const [table] = made.find((m) => m.kind === 'kitchen')!.set.placements
    const { set } = made[0]!
    expect(floating({ ...set, placements: [{ ...table!, position: [0, 0.9, 0] }] })).toHaveLength(1)
  })

  it('keeps rooms’ furniture inside their walls', () => {
    for (const { kind, seed, set } of made.filter((m) => m.set.interior)) {
      for (const p of set.placements) {
        if (!p.blocks) continue
        for (const [x, z] of footprint(p).corners) {
          if (Math.abs(x) > set.widthM / 2 + 0.01 || Math.abs(z) > set.depthM / 2 + 0.01)
            expect.fail(`${kind} ${seed}: ${p.key} is in the wall`)
        }
      }
    }
  })

  it('has at least eight marks, each within reach on foot from the way in', () => {
    for (const { kind, seed, set } of made) {
      expect(set.marks.length, `${kind} ${seed}`).toBeGreaterThanOrEqual(8)
      const way = set.marks.find((m) => m.kind === 'door') ?? set.marks.find((m) => m.kind === 'edge') ?? set.marks[0]!
      const walk = new Walkable(set.widthM, set.depthM, set.placements, [way.position[0], way.position[2]], 0.3)
      for (const m of set.marks) {
        if (!walk.reaches(m.position[0], m.position[2], nearEnoughM(m.kind) + 0.1)) expect.fail(`${kind} ${seed}: nobody reaches ${m.key}`)
      }
    }
  })

  it('has people to talk to: marks in groups that face one another', () => {
    for (const { kind, seed, set } of made) {
      const pairs = set.marks.filter((a) =>
        set.marks.some((b) => {
          if (a === b || !a.group || a.group !== b.group) return false
          const yaw = Math.atan2(b.position[0] - a.position[0], b.position[2] - a.position[2])
          return Math.cos(yaw - a.yaw) > 0.4
        }),
      )
      expect(pairs.length, `${kind} ${seed}`).toBeGreaterThanOrEqual(2)
    }
  })

  it('keeps a seat behind the wheel of what is driven', () => {
    for (const { kind, set } of made.filter((m) => m.kind === 'cab' || m.kind === 'sedan')) {
      const ride = set.placements.find((p) => p.prop === (kind === 'cab' ? 'pickup' : 'sedan'))!
      const seat = set.marks.find((m) => m.kind === 'seat' && m.group === 'wheel')
      // The wheel is 0.46 m to the left of the middle for who looks ahead, along +z: towards +x.
      expect(seat && seat.position[0] - ride.position[0], kind).toBeCloseTo(0.46)
    }
  })

  it.each([
    ['CAR - DRIVING', 'INT', 'sedan', 'fields'],
    ['TAXI (MOVING)', 'INT', 'sedan', 'street'],
    ['MARA’S CAR - FOREST ROAD - TRAVELLING', 'INT', 'sedan', 'forest'],
    ['AUTO - IN FAHRT', 'INT', 'sedan', 'fields'],
    ['VOITURE - EN MARCHE', 'INT', 'sedan', 'fields'],
    ['COCHE - EN MARCHA', 'INT', 'sedan', 'fields'],
    ['MACCHINA - IN MOVIMENTO', 'INT', 'sedan', 'fields'],
    ['PICKUP - MOVING', 'INT', 'cab', 'fields'],
    ['CAR - DRIVING', 'EXT', 'car', 'fields'],
  ] as const)('sees the land go by in %s', (location, setting, kind, land) => {
    const set = designSet({ locationKey: 'drive', location, setting })
    expect([set.kind, set.surroundings, set.travel?.ride]).toEqual([kind, land, set.placements[0]?.key])
    expect(set.placements).toHaveLength(1)
    const z = set.travel!.beside.map((p) => p.position[2])
    expect(Math.min(...z)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...z)).toBeLessThanOrEqual(set.travel!.lengthM)
    // Nothing stands in the road but what is overhead.
    for (const p of set.travel!.beside) expect(Math.abs(p.position[0]), p.prop).toBeGreaterThan(3.3)
    expect(() => SetSpec.parse(set)).not.toThrow()
  })

  it.each([
    ['INT', 'cave', 'CAVE', 'HÖHLE', 'GROTTE', 'CUEVA', 'GROTTA', 'SEA CAVERN'],
    ['INT', 'attic', 'ATTIC', 'DACHBODEN', 'GRENIER', 'DESVÁN', 'SOFFITTA', 'HOUSE - ATTIC'],
    ['INT', 'basement', 'BASEMENT', 'KELLER', 'SOUS-SOL', 'SÓTANO', 'SCANTINATO', 'HOUSE - CELLAR'],
    ['INT', 'garage', 'GARAGE', 'AUTOWERKSTATT', 'AUTORIMESSA'],
    ['INT', 'camp-tent', 'TENT', 'ZELT', 'TENTE', 'TIENDA DE CAMPAÑA', 'TENDA'],
    ['EXT', 'ruins', 'RUINS', 'RUINE', 'RUINES', 'RUINAS', 'ROVINE', 'CASTLE RUINS'],
    ['EXT', 'moon', 'MOON', 'MOND', 'LUNE', 'LUNA', 'LUNAR SURFACE'],
    ['EXT', 'battlefield', 'BATTLEFIELD', 'SCHLACHTFELD', 'TRANCHÉE', 'TRINCHERA', 'TRINCEA', 'THE TRENCHES'],
    ['INT', 'ambulance', 'AMBULANCE', 'KRANKENWAGEN', 'AMBULANCIA', 'AMBULANZA'],
    ['INT', 'helicopter', 'HELICOPTER', 'HUBSCHRAUBER', 'HÉLICOPTÈRE', 'HELICÓPTERO', 'ELICOTTERO', 'POLICE HELICOPTER'],
    ['INT', 'tv-studio', 'TV STUDIO', 'NEWS STUDIO', 'FERNSEHSTUDIO', 'STUDIO DE TÉLÉVISION', 'PLATÓ DE TELEVISIÓN', 'STUDIO TELEVISIVO'],
    ['INT', 'dormitory', 'DORMITORY', 'SCHLAFSAAL', 'DORTOIR', 'DORMITORIO', 'ORPHANAGE - DORMITORY'],
    ['INT', 'dorm-room', 'DORM ROOM', 'DORM', 'COLLEGE - DORM ROOM', 'STUDENTENZIMMER'],
    ['EXT', 'stadium', 'STADIUM', 'STADION', 'STADE', 'ESTADIO', 'STADIO', 'FOOTBALL FIELD'],
    ['EXT', 'construction-site', 'CONSTRUCTION SITE', 'BUILDING SITE', 'BAUSTELLE', 'CHANTIER', 'CANTIERE'],
    ['EXT', 'waterfall', 'WATERFALL', 'WASSERFALL', 'CASCADE', 'CASCADA', 'CASCATA', 'JUNGLE - WATERFALL'],
  ] as const)('reads %s. %s in every language', (setting, kind, ...locations) => {
    for (const location of locations) expect(readPlace(location, setting).kind, location).toBe(kind)
    expect(readPlace('DIAMOND SHOP', setting).kind).not.toBe('moon')
    expect(readPlace('CONTENT OFFICE', setting).kind).not.toBe('camp-tent')
  })

  it.each([
    ['TRAIN', 'rails', 'fields'],
    ['ZUG - WALD', 'rails', 'forest'],
    ['BUS', 'road', 'street'],
    ['SUBWAY CAR', 'tunnel', 'none'],
    ['AMBULANCE', 'road', 'street'],
    ['HELICOPTER', 'air', 'fields'],
    ['TRAIN (STOPPED)', undefined, 'fields'],
    ['PARKED AMBULANCE', undefined, 'street'],
  ] as const)('has the land go by before the windows of %s', (location, way, land) => {
    const set = designSet({ locationKey: 'goes', location, setting: 'INT' })
    expect([set.interior, set.travel?.way, set.travel?.ride, set.surroundings]).toEqual([true, way, undefined, land])
    // Whatever goes by keeps clear of the room.
    for (const p of way === 'air' ? [] : (set.travel?.beside ?? []))
      expect(Math.abs(p.position[0]), p.prop).toBeGreaterThan(set.widthM / 2 + 1)
    expect(() => SetSpec.parse(set)).not.toThrow()
    expect(designSet({ locationKey: 'goes', location, setting: 'INT', aroundColour: '#808080' }).travel).toBeUndefined()
  })

  it('leaves what is parked where it is', () => {
    expect(designSet({ locationKey: 'still', location: 'CAR', setting: 'INT' }).travel).toBeUndefined()
    expect(designSet({ locationKey: 'still', location: 'DRIVING SCHOOL', setting: 'INT' }).travel).toBeUndefined()
  })

  it('cuts openings into their walls, apart from one another', () => {
    for (const { kind, seed, set } of made) {
      for (const o of set.openings) {
        const length = o.wall === 'north' || o.wall === 'south' ? set.widthM : set.depthM
        expect(o.along - o.width / 2, `${kind} ${seed} ${o.key}`).toBeGreaterThan(0.1)
        expect(o.along + o.width / 2).toBeLessThan(length - 0.1)
        expect(o.sill + o.height).toBeLessThan(set.heightM)
        for (const other of set.openings) {
          if (other === o || other.wall !== o.wall) continue
          expect(Math.abs(other.along - o.along), `${kind} ${seed} ${o.key} ${other.key}`).toBeGreaterThan((o.width + other.width) / 2)
        }
      }
      // Rock and canvas have no door to hang.
      const way = kind === 'cave' || kind === 'mine' || kind === 'camp-tent' ? 'arch' : 'door'
      if (set.interior && !isBackdrop(set.kind)) expect(set.openings.some((o) => o.kind === way)).toBe(true)
    }
  })

  it('keeps what makes a place what it is', () => {
    const NEEDS: Readonly<Record<string, readonly string[]>> = {
      kitchen: ['stove', 'sink-counter', 'table', 'chair', 'fridge', 'kettle'],
      'living-room': ['sofa', 'armchair', 'coffee-table', 'fireplace', 'bookcase'],
      bedroom: ['bed', 'wardrobe'],
      office: ['desk', 'office-chair', 'filing-cabinet'],
      bar: ['bar-counter', 'back-bar', 'stool', 'round-table'],
      diner: ['bar-counter', 'diner-booth', 'diner-table', 'stool'],
      'control-room': ['console', 'captain-chair', 'screen'],
      bunks: ['bunk-bed', 'locker'],
      church: ['altar', 'pew', 'cross'],
      classroom: ['blackboard', 'school-desk'],
      stairwell: ['stair-flight'],
      'hospital-room': ['hospital-bed', 'drip-stand', 'patient-monitor', 'bed-curtain', 'bed-head-panel', 'overbed-table'],
      'waiting-room': ['seat-row', 'reception-desk', 'office-chair', 'water-cooler'],
      library: ['library-stack', 'library-wall', 'library-ladder', 'reading-lamp', 'table', 'card-catalogue'],
      laboratory: ['lab-bench', 'fume-hood', 'glassware', 'microscope', 'stool'],
      theatre: [
        'stage-floor',
        'stage-steps',
        'stage-curtain',
        'stage-valance',
        'proscenium',
        'backcloth',
        'theatre-seats',
        'footlights',
        'stage-spot',
      ],
      'castle-hall': ['throne', 'table', 'bench', 'fireplace', 'banner', 'wheel-lustre', 'suit-of-armour', 'dais'],
      'meeting-room': ['table', 'office-chair', 'screen', 'whiteboard', 'conference-phone'],
      'open-plan': ['desk', 'desk-divider', 'monitor', 'office-chair', 'copier'],
      'tailor-shop': ['dress-form', 'cloth-shelf', 'sewing-table', 'till-counter', 'mirror'],
      bookshop: ['bookcase', 'table', 'till-counter', 'armchair'],
      bakery: ['bread-rack', 'counter'],
      pharmacy: ['apothecary-cabinet', 'counter'],
      barbershop: ['barber-chair', 'mirror', 'basin'],
      'flower-shop': ['flower-bucket', 'workbench', 'till-counter'],
      courtroom: ['judge-bench', 'judge-chair', 'witness-stand', 'court-rail', 'pew', 'flag', 'wall-seal', 'dais'],
      'hotel-room': ['bed', 'desk', 'telephone', 'curtain', 'suitcase', 'tv'],
      'hotel-lobby': ['reception-desk', 'key-rack', 'desk-bell', 'sofa', 'lift-doors', 'luggage-cart'],
      elevator: ['lift-panel', 'floor-dial', 'mirror', 'lift-rail'],
      'interrogation-room': ['table', 'chair', 'pendant', 'mirror'],
      'subway-car': ['seat-row', 'grab-pole', 'grab-rail', 'sliding-doors'],
      'subway-station': ['subway-train', 'platform-edge', 'station-sign', 'seat-row', 'column'],
      'station-hall': ['departure-board', 'ticket-booth', 'pew', 'wall-clock'],
      'plane-cabin': ['plane-seat', 'overhead-bin'],
      'signal-box': ['lever-frame', 'block-shelf', 'iron-stove', 'desk', 'telephone'],
      gym: ['treadmill', 'weight-bench', 'dumbbell-rack', 'punching-bag', 'mirror'],
      'swimming-pool': ['pool-basin', 'starting-block', 'lifeguard-chair', 'bench'],
      museum: ['gilt-painting', 'display-case', 'rope-stanchion', 'statue', 'bench'],
      ballroom: ['dais', 'piano', 'wheel-lustre', 'chair', 'mirror'],
      bank: ['teller-booth', 'vault-door', 'rope-stanchion', 'desk'],
      'post-office': ['teller-booth', 'key-rack', 'parcel', 'mailbox'],
      supermarket: ['gondola', 'fridge-wall', 'till-counter', 'till', 'shopping-cart'],
      laundromat: ['washing-machine', 'seat-row', 'basket'],
      airport: ['seat-row', 'departure-board', 'reception-desk', 'suitcase'],
      tunnel: ['tunnel-vault', 'rail-track', 'caged-lamp'],
      sewer: ['tunnel-vault', 'sewer-channel', 'caged-lamp', 'ladder'],
      mine: ['cave-vault', 'timber-post', 'mine-rails', 'mine-cart', 'lantern'],
      ambulance: ['stretcher', 'medical-cabinet', 'squad-bench', 'screen', 'gas-bottles'],
      helicopter: ['flight-panel', 'captain-chair', 'squad-bench'],
      'tv-studio': ['news-desk', 'video-wall', 'studio-camera', 'floor-monitor', 'stage-spot', 'dais', 'armchair', 'on-air-sign'],
      dormitory: ['single-bed', 'side-table', 'travel-trunk'],
      'dorm-room': ['single-bed', 'desk', 'laptop', 'advert', 'office-chair'],
      stadium: ['grandstand', 'goal-frame', 'floodlight', 'pitch-lines', 'dugout'],
      'construction-site': ['concrete-frame', 'scaffold', 'excavator', 'crane', 'cement-mixer', 'brick-pallet', 'site-lamp'],
      waterfall: ['waterfall', 'plunge-pool', 'rock', 'log'],
      market: ['market-stall', 'fountain'],
      harbour: ['fishing-boat', 'bollard', 'lobster-pots'],
      rooftop: ['chimney', 'water-tank', 'stair-hut'],
      street: ['car', 'lamp-post', 'shopfront'],
      farm: ['house', 'barn', 'well'],
      car: ['open-car'],
      orchard: ['apple-tree', 'ladder', 'basket', 'fruit-crate', 'stone-wall'],
      'country-road': ['zone-road', 'hedge', 'fence', 'telegraph-pole', 'tree'],
      cab: ['pickup', 'zone-road', 'telegraph-pole'],
      barn: ['hay-loft', 'stall-side', 'straw-bale', 'straw-heap', 'tool-wall', 'barn-doors', 'lantern', 'ceiling-beam'],
    }
    const lost: string[] = []
    for (const { kind, seed, set } of made) {
      for (const prop of NEEDS[kind] ?? []) if (!set.placements.some((p) => p.prop === prop)) lost.push(`${kind} ${seed}: ${prop}`)
    }
    expect(lost).toEqual([])
  })

  it('lights every room with lamps that exist', () => {
    for (const { kind, seed, set } of made) {
      if (set.interior) expect(set.practicals.length, `${kind} ${seed}`).toBeGreaterThan(0)
      for (const p of set.practicals) expect(isBackdrop(kind) || set.placements.some((q) => q.key === p.of)).toBe(true)
    }
  })

  it('makes a set of any heading', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.constantFrom('INT' as const, 'EXT' as const, 'INT/EXT' as const),
        (location, setting) => {
          const set = designSet({ locationKey: `k-${location}`, location, setting })
          SetSpec.parse(set)
          expect(set.marks.length).toBeGreaterThanOrEqual(8)
        },
      ),
      { numRuns: 25 },
    )
  }, 30_000)
})

describe('readPlace', () => {
  const kindOf = (location: string, setting: 'INT' | 'EXT' | 'INT/EXT' = 'INT') => readPlace(location, setting).kind
  it('takes the room, not the building', () => {
    expect(kindOf('FARMHOUSE KITCHEN')).toBe('kitchen')
    expect(kindOf('SPACE STATION - CORRIDOR')).toBe('corridor')
    expect(kindOf('SUBMARINE - GALLEY')).toBe('kitchen')
    expect(kindOf('RESTAURANT KITCHEN')).toBe('kitchen')
    expect(kindOf('HOTEL BAR')).toBe('bar')
    expect(kindOf('POLICE STATION')).toBe('office')
  })
  it('tells a road between fields from a street', () => {
    for (const road of ['COUNTRY ROAD', 'ROAD', 'DIRT ROAD', 'LANDSTRASSE', 'THE HIGHWAY']) expect(kindOf(road, 'EXT')).toBe('country-road')
    for (const street of ['ELM ROAD', 'STREET', 'CITY STREET']) expect(kindOf(street, 'EXT')).toBe('street')
    expect(kindOf('MOUNTAIN ROAD', 'EXT')).toBe('mountain')
  })
  it('tells castles, cave mouths, suburbs and workshops, whatever they stand on', () => {
    for (const c of ['CASTLE', 'CASTLE ON A HILL', 'CASTLE GATE', 'CASTLE BY THE SEA', 'BURG']) expect(kindOf(c, 'EXT'), c).toBe('castle')
    for (const c of ['CAVE', 'CAVE MOUTH', 'MOUNTAIN - CAVE MOUTH']) expect(kindOf(c, 'EXT'), c).toBe('cave-mouth')
    for (const s of ['SUBURBAN STREET', 'SUBURBS', 'RESIDENTIAL STREET', 'CUL-DE-SAC']) expect(kindOf(s, 'EXT'), s).toBe('suburb-street')
    for (const w of ['WORKSHOP', "LUTHIER'S WORKSHOP", 'WERKSTATT']) expect(kindOf(w), w).toBe('workshop')
    expect(kindOf('MOUNTAIN', 'EXT')).toBe('mountain')
    expect(kindOf('SUBURBAN HOUSE - KITCHEN')).toBe('kitchen')
  })
  it('knows the rooms where people learn, heal, judge and play by their words', () => {
    const KINDS: Readonly<Record<string, readonly string[]>> = {
      courtroom: ['COURTROOM', 'COURTHOUSE - COURTROOM 3', 'GERICHTSSAAL', 'TRIBUNALE'],
      'hospital-room': ['HOSPITAL ROOM', 'HOSPITAL - WARD 7', 'KRANKENZIMMER', 'MEDBAY'],
      'waiting-room': ['WAITING ROOM', 'HOSPITAL - WAITING ROOM', 'WARTEZIMMER', "SALLE D'ATTENTE", 'SALA DE ESPERA'],
      library: ['LIBRARY', 'UNIVERSITY LIBRARY', 'BIBLIOTHEK', 'BIBLIOTHÈQUE', 'BIBLIOTECA'],
      laboratory: ['LAB', 'SECRET LABORATORY', 'LABOR', 'LABORATOIRE'],
      theatre: ['THEATRE', 'THEATER - STAGE', 'TEATRO', 'OPERA HOUSE'],
      'castle-hall': ['CASTLE', 'CASTLE - GREAT HALL', 'THRONE ROOM', 'RITTERSAAL', 'CASTELLO'],
      'meeting-room': ['MEETING ROOM', 'CONFERENCE ROOM', 'BESPRECHUNGSRAUM', 'SALLE DE RÉUNION'],
      'open-plan': ['OPEN-PLAN OFFICE', 'NEWSROOM', 'GROSSRAUMBÜRO'],
    }
    const wrong = Object.entries(KINDS).flatMap(([kind, all]) => all.filter((l) => kindOf(l) !== kind).map((l) => `${l}: ${kindOf(l)}`))
    expect(wrong).toEqual([])
    expect(kindOf('HOSPITAL CORRIDOR')).toBe('corridor')
    expect(kindOf('CASTLE - KITCHEN')).toBe('kitchen')
  })
  it('knows rooms of hotels, stations and what travels by names of more than one word', () => {
    const KINDS: Readonly<Record<string, readonly string[]>> = {
      'hotel-room': [
        'HOTEL ROOM',
        'MOTEL ROOM',
        'CHEAP HOTEL - ROOM 12',
        'HOTELZIMMER',
        "CHAMBRE D'HÔTEL",
        'HABITACIÓN DE HOTEL',
        "CAMERA D'ALBERGO",
      ],
      'hotel-lobby': ['HOTEL LOBBY', 'HOTEL', 'LOBBY', 'GRAND HOTEL - LOBBY', 'HOTELHALLE', 'HALL DE L’HÔTEL'],
      elevator: ['ELEVATOR', 'HOTEL - ELEVATOR', 'LIFT', 'AUFZUG', 'ASCENSEUR', 'ASCENSOR', 'ASCENSORE'],
      'interrogation-room': ['INTERROGATION ROOM', 'POLICE STATION - INTERROGATION ROOM', 'VERHÖRRAUM', "SALLE D'INTERROGATOIRE"],
      'subway-car': ['SUBWAY CAR', 'SUBWAY', 'METRO TRAIN', 'U-BAHN', 'RAME DE MÉTRO'],
      'subway-station': ['SUBWAY STATION', 'SUBWAY PLATFORM', 'U-BAHN-STATION', 'STATION DE MÉTRO', 'ESTACIÓN DE METRO'],
      'station-hall': ['TRAIN STATION', 'RAILWAY STATION - CONCOURSE', 'GRAND CENTRAL STATION', 'BAHNHOF', 'GARE', 'ESTACIÓN', 'STAZIONE'],
      train: ['TRAIN COMPARTMENT', 'DINING CAR', 'TRAIN CAR', 'ZUG'],
      'plane-cabin': ['AIRPLANE CABIN', 'AIRPLANE', 'PLANE - CABIN', 'FLUGZEUG', 'AVION'],
      gym: ['GYM', 'SCHOOL GYM', 'TURNHALLE', 'GIMNASIO', 'PALESTRA'],
      'swimming-pool': ['SWIMMING POOL', 'HALLENBAD', 'PISCINE', 'PISCINA'],
      museum: ['MUSEUM', 'ART GALLERY', 'MUSÉE', 'MUSEO', 'GALERIE'],
      ballroom: ['BALLROOM', 'HOTEL - BALLROOM', 'BALLSAAL', 'SALLE DE BAL', 'SALÓN DE BAILE'],
      bank: ['BANK', 'BANK LOBBY', 'BANK VAULT', 'BANQUE', 'BANCO', 'BANCA'],
      'post-office': ['POST OFFICE', 'POSTAMT', 'BUREAU DE POSTE', 'UFFICIO POSTALE'],
      supermarket: ['SUPERMARKET', 'SUPERMARKET - AISLE 5', 'SUPERMARKT', 'SUPERMARCHÉ', 'SUPERMERCADO'],
      laundromat: ['LAUNDROMAT', 'WASCHSALON', 'LAVERIE'],
      airport: ['AIRPORT', 'AIRPORT TERMINAL', 'FLUGHAFEN', 'DEPARTURE LOUNGE', 'AEROPUERTO'],
      tunnel: ['TUNNEL', 'SUBWAY TUNNEL', 'RAILWAY TUNNEL'],
      sewer: ['SEWER', 'KANALISATION', 'FOGNA'],
      mine: ['MINE', 'COAL MINE', 'MINE SHAFT', 'BERGWERK', 'MINIERA'],
      'signal-box': ['SIGNAL BOX', 'SIGNALBOX', 'STELLWERK', "POSTE D'AIGUILLAGE"],
    }
    const wrong = Object.entries(KINDS).flatMap(([kind, all]) => all.filter((l) => kindOf(l) !== kind).map((l) => `${l}: ${kindOf(l)}`))
    expect(wrong).toEqual([])
    expect(kindOf('HOTEL ROOM - BATHROOM')).toBe('bathroom')
    expect(kindOf('HOTEL CORRIDOR')).toBe('corridor')
    expect(kindOf('CABIN')).toBe('bunks')
    expect(kindOf('TRAIN STATION', 'EXT')).toBe('platform')
    expect(kindOf('POLICE STATION')).toBe('office')
    expect(kindOf('AIRPLANE - COCKPIT')).toBe('control-room')
  })
  it('reads other languages and compounds', () => {
    expect(kindOf('BAUERNKÜCHE')).toBe('kitchen')
    expect(kindOf('Wohnzimmer')).toBe('living-room')
    expect(kindOf('CHAMBRE')).toBe('bedroom')
    expect(kindOf('COCINA')).toBe('kitchen')
    expect(kindOf('MARKTPLATZ', 'EXT')).toBe('market')
    expect(kindOf('SPIAGGIA', 'EXT')).toBe('beach')
    expect(kindOf('FORÊT', 'EXT')).toBe('forest')
  })
  it('keeps inside and outside apart', () => {
    expect(kindOf('FARMHOUSE', 'EXT')).toBe('farm')
    expect(kindOf('FARMHOUSE')).toBe('living-room')
    expect(kindOf('HARBOUR', 'EXT')).toBe('harbour')
    expect(kindOf('DINER', 'EXT')).toBe('street')
    expect(kindOf('BARN', 'EXT')).toBe('farm')
    expect(kindOf('PICKUP TRUCK', 'EXT')).toBe('country-road')
    expect(kindOf('GRAVEYARD', 'EXT')).toBe('churchyard')
  })
  it('says what kind of building it is in', () => {
    expect(readPlace('SPACE STATION - BUNKS', 'INT').style).toBe('sci-fi')
    expect(readPlace('FARMHOUSE - CORRIDOR', 'INT').style).toBe('rustic')
    expect(readPlace('SUBMARINE - GALLEY', 'INT').style).toBe('industrial')
  })
})
