import { designSet, headingFor, PROPS, solidBoxes } from '../../departments/art'
import { readScript } from '../../departments/development'
import { lightScene } from '../../departments/lighting'
import { type CameraPlan, figureOf, type LightPlan, type SetSpec, type Surface, type SurfaceKind, type Vec3 } from '../../film'
import { type CastSheet, portrait, SHOT_S, type SheetShot, sheetFilm, sheetStudio } from '../cast-sheets'
import { planFilm, sliceOf } from '../phases'
import { type CatalogueEntry, type CatalogueKind, catalogueEntry, findInCatalogue, wearerOf } from './catalogue'

/** Which part of the store is wanted. */
export interface CatalogueWish {
  readonly kind: CatalogueKind
  /** Only what these words mean. */
  readonly find?: string | undefined
  /** Only these, by name; in this order. */
  readonly names?: readonly string[] | undefined
}

/** How the pictures of each kind stand. */
const LAYOUT: Readonly<Record<CatalogueKind, { readonly columns: number; readonly aspect: number }>> = {
  sets: { columns: 6, aspect: 16 / 9 },
  props: { columns: 10, aspect: 1 },
  costumes: { columns: 9, aspect: 0.6 },
  materials: { columns: 8, aspect: 1 },
}

/**
 * Plans a contact sheet of what is in store.
 * @throws RangeError where nothing is found, or for a name that nothing has.
 */
export function catalogueSheet({ kind, find = '', names }: CatalogueWish): CastSheet {
  const entries = names ? names.map((n) => catalogueEntry(kind, n)) : findInCatalogue(kind, find)
  if (entries.length === 0) throw new RangeError(`find: nothing among the ${kind} is called ${JSON.stringify(find)}`)
  const { columns, aspect } = LAYOUT[kind]
  const pictures = kind === 'sets' ? setPictures(entries, aspect) : entries.map((e) => picture(kind, e, aspect))
  return {
    store: sheetFilm({ title: `Catalogue: ${kind}`, author: '', aspect, seconds: SHOT_S }, pictures),
    labels: entries.map((e) => e.name.replaceAll('-', ' ')),
    columns: Math.min(columns, entries.length),
    aspect,
  }
}

/** A set of the store: what its heading is designed as, by day. @throws RangeError for a name that nothing has. */
export function setInStore(name: string): SetSpec {
  const entry = catalogueEntry('sets', name)
  const heading = headingFor(entry.name)!
  return designSet({ locationKey: `${heading.setting}-${entry.name}`.toLowerCase(), ...heading })
}

/** Sets as the first shot of a scene in each has them: the camera department frames the place. */
function setPictures(entries: readonly CatalogueEntry[], aspect: number): SheetShot[] {
  const text = entries.map((e) => {
    const { setting, location } = headingFor(e.name)!
    return `${setting}. ${location} - DAY\n\nNobody is here.\n`
  })
  const script = readScript({ name: 'catalogue.fountain', bytes: new TextEncoder().encode(text.join('\n')) })
  const { store } = planFilm(script)
  return entries.map((e, i) => {
    const shot = store.plan.shots.find((s) => s.address === `sc${i + 1}.sh1`)!
    const { set, light, shot: plan } = sliceOf(store, shot.key)
    // Its first frame, for the whole of the picture: nothing moves here.
    const keys = plan.camera.keys.slice(0, 1).map((k) => ({ ...k, t: 0 }))
    return {
      key: `catalogue-${e.name}`,
      label: e.name,
      set: { ...set, key: `catalogue-${e.name}` },
      light,
      camera: { ...plan.camera, keys, lensMm: plan.camera.lensMm * (aspect / store.plan.aspect), handheld: 0 },
      size: 'EWS' as const,
    }
  })
}

function picture(kind: CatalogueKind, entry: CatalogueEntry, aspect: number): SheetShot {
  const { name } = entry
  if (kind === 'costumes') {
    const spec = wearerOf(entry)
    const { camera, performance } = portrait(spec, aspect, name)
    return {
      key: `catalogue-${name}`,
      label: name,
      ...sheetStudio(figureOf(spec).eyeHeightM),
      camera,
      cast: { spec, performance },
      size: 'FS',
    }
  }
  return kind === 'props' ? propPicture(name, aspect) : materialPicture(name as SurfaceKind, aspect)
}

/** What is larger stands outside. */
const INDOORS_M = 2.4

function propPicture(name: string, aspect: number): SheetShot {
  const { size } = PROPS[name]!
  const large = Math.max(...size) > INDOORS_M
  const base = large ? designSet({ locationKey: 'ext-catalogue', location: 'PLAIN FIELD', setting: 'EXT' }) : sheetStudio(1).set
  const set: SetSpec = {
    ...base,
    key: `catalogue-${name}`,
    placements: [{ key: `${name}-1`, prop: name, position: [0, 0, 0], yaw: 0, size: [...size], seed: 1, blocks: true }],
    practicals: base.practicals.filter((p) => p.of === undefined),
    ...(large ? { surroundings: 'plain' as const } : {}),
  }
  const middle: Vec3 = [0, size[1] / 2, 0]
  return {
    key: `catalogue-${name}`,
    label: name,
    set,
    light: dayLight(set, middle),
    camera: roundThing(middle, Math.hypot(...size) / 2, aspect),
    size: 'FS',
  }
}

/** Colours that surfaces are known by; plaster for what has none. */
const COLOURS: Readonly<Partial<Record<SurfaceKind, string>>> = {
  plain: '#8e8c86',
  wood: '#8a5a34',
  planks: '#7d5a3c',
  brick: '#8f4a38',
  concrete: '#8b8b88',
  tile: '#b9c3c1',
  fabric: '#5a6d84',
  metal: '#8d9094',
  grass: '#587a35',
  asphalt: '#4a4b4d',
  bark: '#5c4736',
  foliage: '#4d6b33',
  stone: '#85807a',
  sand: '#c2a878',
  paper: '#d8d2c2',
}
const CORNER_M = 2.6

/** A corner of a room, floor and walls of one surface. */
function materialPicture(kind: SurfaceKind, aspect: number): SheetShot {
  const base = sheetStudio(1).set
  const surface: Surface = {
    kind,
    colour: COLOURS[kind] ?? '#c9c2b4',
    roughness: kind === 'metal' ? 0.35 : 0.7,
    metalness: kind === 'metal' ? 0.8 : 0,
  }
  const set: SetSpec = {
    ...base,
    key: `catalogue-${kind}`,
    kind: 'room',
    widthM: CORNER_M * 2,
    depthM: CORNER_M * 2,
    heightM: 3.4,
    floor: surface,
    walls: surface,
    ceiling: { ...surface, kind: 'plaster', colour: '#d8d5cd', metalness: 0 },
    openings: [],
    placements: [],
  }
  const middle: Vec3 = [-CORNER_M * 0.6, 0.75, -CORNER_M * 0.6]
  return {
    key: `catalogue-${kind}`,
    label: kind,
    set,
    light: dayLight(set, [0, 1.2, 0]),
    camera: { ...roundThing(middle, 1.35, aspect, 24), why: ['a corner, so that floor and walls are seen'] },
    size: 'MS',
  }
}

const dayLight = (set: SetSpec, at: Vec3): LightPlan =>
  lightScene({ set, timeOfDay: 'DAY', words: [], people: [at], boxes: solidBoxes(set), key: 'catalogue' })

/** From the front quarter and a little above, as product pictures are taken. */
function roundThing(middle: Vec3, radiusM: number, aspect: number, lensMm = 60): CameraPlan {
  const sensorWidthMm = 24.89
  const tanHalf = sensorWidthMm / Math.max(aspect, 1) / 2 / lensMm
  const metres = (radiusM * 1.08) / Math.sin(Math.atan(tanHalf))
  const way: Vec3 = [0.52, 0.3, 0.8]
  const length = Math.hypot(...way)
  const at = (k: 0 | 1 | 2) => middle[k] + (way[k] / length) * metres
  return {
    sensorWidthMm,
    lensMm,
    fStop: 11,
    shutterAngleDeg: 0,
    keys: [{ t: 0, position: [at(0), Math.max(0.06, at(1)), at(2)], target: middle, roll: 0 }],
    ease: 'linear',
    handheld: 0,
    focus: { kind: 'distance', metres },
    why: ['a long lens from the front quarter, so that proportions are true'],
  }
}
