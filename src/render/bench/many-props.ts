import { designSet, propInfo, solidBoxes } from '../../departments/art'
import { lightScene } from '../../departments/lighting'
import { DEFAULT_FPS, type Placement, type SetSpec, type ShotSlice } from '../../film'

/** What stands there, by turns: of wood, metal and cloth, of few triangles and of many. */
const WHAT = ['crate', 'chair', 'barrel', 'table', 'armchair', 'drum', 'stool', 'suitcase'] as const
/** Sides of the floor they are spread over, metres, however many they are. */
const FLOOR_M = { x: 26, z: 24 } as const

/** So many things on one floor under one sun, all of them seen; nobody is there. */
export function manyProps(count: number): ShotSlice {
  const columns = Math.ceil(Math.sqrt((count * FLOOR_M.x) / FLOOR_M.z))
  const rows = Math.ceil(count / columns)
  const placements = Array.from({ length: count }, (_, i): Placement => {
    const prop = WHAT[i % WHAT.length]!
    const { size, blocks } = propInfo(prop)
    const [column, row] = [i % columns, Math.floor(i / columns)]
    return {
      key: `${prop}-${i}`,
      prop,
      position: [((column + 0.5) / columns - 0.5) * FLOOR_M.x, 0, ((row + 0.5) / rows - 0.5) * FLOOR_M.z],
      yaw: (i * 2.4) % (2 * Math.PI),
      size,
      seed: i,
      blocks,
    }
  })
  const bare = designSet({ locationKey: 'ext-bench-lot', location: 'PARKING LOT', setting: 'EXT' })
  const set: SetSpec = { ...bare, placements, practicals: [] }
  const light = lightScene({ set, timeOfDay: 'DAY', words: [], people: [], boxes: solidBoxes(set), key: 'bench-lot' })
  return {
    shot: {
      key: `bench-${count}-props`,
      fps: DEFAULT_FPS,
      frames: 48,
      aspect: 16 / 9,
      camera: {
        sensorWidthMm: 24.89,
        lensMm: 24,
        fStop: 5.6,
        shutterAngleDeg: 180,
        keys: [{ t: 0, position: [0, 14, 24], target: [0, 0, -1], roll: 0 }],
        ease: 'linear',
        handheld: 0,
        focus: { kind: 'distance', metres: 26 },
        why: ['all of the floor'],
      },
      performances: [],
      props: [],
      doors: {},
      fadeIn: 0,
      fadeOut: 0,
      captions: [],
    },
    set,
    cast: [],
    light,
  }
}
