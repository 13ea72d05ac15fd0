import { clamp, random, type SetSpec, smoothstep, type Travel, type Vec3 } from '../../film'
import { blend, box, glowPaint, type MeshBatch, type Paint, paint, shade } from '../geometry'
import { buildProp } from '../props'
import { fbm2 } from './noise'
import { farTree, type Scenery, terrain, tower } from './scenery'

/** Key of the lamps beside the road, as a glow. */
export const PASSING_LAMPS = 'passing-lamps'

/** Half the road's width, and how far to each side the land that moves reaches, metres. */
const ROAD_M = 3.3
const WIDE_M = 150

interface LandLook {
  readonly verge: Paint
  readonly ground: readonly Paint[]
  /** How high it rises to the sides, metres. */
  readonly high: number
  readonly far: Paint
  /** Walks beside the road in place of a verge. */
  readonly walks?: boolean
}

const LOOKS: Partial<Readonly<Record<SetSpec['surroundings'], LandLook>>> = {
  fields: {
    verge: paint('#6d7442', 'grass'),
    ground: ['#6d7440', '#8d8447', '#7a7a42', '#a08c50', '#646c3c', '#7d6a48'].map((c) => paint(c, 'grass')),
    high: 9,
    far: paint('#67703f', 'grass'),
  },
  forest: {
    verge: paint('#57543a', 'grass'),
    ground: ['#57543a', '#4f5236', '#625a3c'].map((c) => paint(c, 'grass')),
    high: 16,
    far: paint('#434d35', 'foliage'),
  },
  desert: {
    verge: paint('#a98a5c', 'sand'),
    ground: ['#b0905f', '#a07a52', '#a98657'].map((c) => paint(c, 'sand')),
    high: 7,
    far: paint('#97714f', 'sand'),
  },
  street: {
    verge: paint('#8f8a80', 'stone'),
    ground: [paint('#6a6862', 'asphalt')],
    high: 0,
    far: paint('#6a6862', 'asphalt'),
    walks: true,
  },
}
const lookOf = (set: SetSpec): LandLook => LOOKS[set.surroundings] ?? LOOKS.fields!

/** Where the ground's columns are: close to the road near it, wide far off. */
const COLUMNS = [
  -WIDE_M,
  -110,
  -80,
  -58,
  -42,
  -30,
  -21,
  -14.5,
  -10,
  -7,
  -5,
  -ROAD_M,
  ROAD_M,
  5,
  7,
  10,
  14.5,
  21,
  30,
  42,
  58,
  80,
  110,
  WIDE_M,
]

/** The ground's height, the same at both ends of a length. */
const heightOf =
  ({ high }: LandLook, lengthM: number) =>
  (x: number, z: number): number => {
    const a = (z / lengthM) * Math.PI * 2
    const rise = 0.45 + 0.3 * Math.sin(a + x * 0.03) + 0.25 * Math.sin(2 * a - x * 0.05 + 1.3)
    return smoothstep(9, WIDE_M * 0.8, Math.abs(x)) * high * rise - 0.02
  }

function ground(b: MeshBatch, look: LandLook, lengthM: number): void {
  const height = heightOf(look, lengthM)
  const keep = { variation: b.variation, shade: b.groundShade }
  b.variation = 0
  b.groundShade = 0
  const rows = 26
  const strips = look.ground.length > 3 ? 4 : 2
  for (let i = 0; i < COLUMNS.length - 1; i++)
    for (let j = 0; j < rows; j++) {
      const [x0, x1] = [COLUMNS[i]!, COLUMNS[i + 1]!]
      const [z0, z1] = [(j * lengthM) / rows, ((j + 1) * lengthM) / rows]
      const mid = Math.abs((x0 + x1) / 2)
      const field = (Math.floor((j / rows) * strips) + Math.floor(mid / 34) * 3 + (x0 < 0 ? 2 : 0)) % look.ground.length
      b.use(mid < 9 ? look.verge : look.ground[field]!).begin()
      const v = (x: number, z: number) => {
        const h = height(x, z)
        const n: Vec3 = [h - height(x + 0.5, z), 0.5, h - height(x, z + 0.5)]
        // The tone's noise goes round with the length.
        const a = (z / lengthM) * Math.PI * 2
        return b.vertex([x, h, z], n, x, z, 1 + 0.16 * fbm2(x * 0.11 + Math.cos(a) * 3, Math.sin(a) * 3 + x * 0.05))
      }
      b.face(v(x0, z1), v(x1, z1), v(x1, z0), v(x0, z0))
    }
  b.variation = keep.variation
  b.groundShade = keep.shade
}

/** Asphalt with its middle line and edges; pavements in a town. */
function road(b: MeshBatch, look: LandLook, lengthM: number): void {
  const keep = b.groundShade
  b.groundShade = 0
  b.use(paint('#5d5c58', 'asphalt', 0.85))
  box(b, [0, -0.12, lengthM / 2], [ROAD_M * 2, 0.125, lengthM])
  b.use(paint('#b9b2a0', 'plain', 0.8))
  const dashes = Math.round(lengthM / 8.7)
  for (let i = 0; i < dashes; i++) box(b, [0, 0, ((i + 0.5) * lengthM) / dashes], [0.12, 0.009, 3])
  for (const x of [-1, 1]) {
    if (look.walks) {
      b.use(paint('#8f8a80', 'stone'))
      box(b, [x * (ROAD_M + 3.1), -0.1, lengthM / 2], [3, 0.22, lengthM], 0.02)
      b.use(paint('#5d5c58', 'asphalt', 0.85))
      box(b, [x * (ROAD_M + 0.8), -0.12, lengthM / 2], [1.6, 0.124, lengthM])
      b.use(look.verge)
      box(b, [x * (ROAD_M + 6), -0.1, lengthM / 2], [3, 0.2, lengthM])
    } else {
      b.use(paint('#b9b2a0', 'plain', 0.8))
      box(b, [x * (ROAD_M - 0.25), 0, lengthM / 2], [0.1, 0.008, lengthM])
      b.use(paint('#867b62', 'sand'))
      box(b, [x * (ROAD_M + 0.35), -0.1, lengthM / 2], [0.75, 0.1, lengthM])
    }
  }
  b.groundShade = keep
}

/** Ballast, and the other track of a line beside the one that is travelled on. */
function track(b: MeshBatch, lengthM: number): void {
  const keep = b.groundShade
  b.groundShade = 0
  b.use(paint('#6b6459', 'sand', 0.95))
  box(b, [2, -0.25, lengthM / 2], [8.4, 0.26, lengthM])
  b.at([4.1, 0.01, lengthM / 2], () => buildProp('rail-track', [2.8, 0.3, lengthM], { seed: 3 }, b))
  b.groundShade = keep
}

/** Walls close by on both sides: panels, cables on brackets, niches, a lamp every so often. */
function tunnel(b: MeshBatch, { lengthM, lamps }: Travel): void {
  const keep = { shade: b.groundShade, glow: b.glowKey }
  b.groundShade = 0
  const [half, high] = [2.35, 3.9]
  const wall = paint('#2b2a2a', 'concrete')
  const n = Math.round(lengthM / 3.25)
  const bay = lengthM / n
  b.use(paint('#1c1b1b', 'concrete'))
  box(b, [0, -0.3, lengthM / 2], [2 * half, 0.3, lengthM])
  box(b, [0, high, lengthM / 2], [2 * half, 0.3, lengthM])
  for (const side of [-1, 1])
    for (let i = 0; i < n; i++) {
      const z = (i + 0.5) * bay
      const niche = i % 8 === (side < 0 ? 3 : 6)
      b.use(shade(wall, 0.85 + 0.1 * (i % 3)))
      box(b, [side * (half + (niche ? 0.7 : 0.1)), 0, z], [0.2, high, bay - 0.05])
      b.use(shade(wall, 0.55))
      box(b, [side * (half + 0.05), 0, i * bay], [0.26, high, 0.2])
      b.use(paint('#131316', 'plain', 0.6))
      for (const y of [1.35, 1.62, 2.3]) box(b, [side * (half - 0.03), y, z], [0.07, 0.06, bay])
    }
  if (lamps) {
    b.glowKey = PASSING_LAMPS
    for (let z = lamps.first[2]; z < lengthM; z += lamps.everyM)
      for (const side of [-1, 1]) {
        b.use(paint('#34343a', 'metal', 0.5, 0.4))
        box(b, [side * (half - 0.05), lamps.first[1] - 0.04, z], [0.12, 0.2, 0.9])
        b.use(glowPaint('#f0dfb0'))
        box(b, [side * (half - 0.12), lamps.first[1], z], [0.05, 0.12, 0.8])
      }
  }
  b.groundShade = keep.shade
  b.glowKey = keep.glow
}

/** One length of the land that goes by, from z = 0 to its length; both ends meet. */
export function buildPassing(b: MeshBatch, set: SetSpec, travel: Travel): void {
  b.rnd = random(`${set.key}/passing`)
  b.at([0, -(travel.downM ?? 0), 0], () => (travel.way === 'tunnel' ? tunnel(b, travel) : passing(b, set, travel)))
}

function passing(b: MeshBatch, set: SetSpec, travel: Travel): void {
  const look = lookOf(set)
  ground(b, look, travel.lengthM)
  if (travel.way === 'rails') track(b, travel.lengthM)
  else if (travel.way !== 'air' || look.walks) road(b, look, travel.lengthM)
  const height = heightOf(look, travel.lengthM)
  const kerb = look.walks ? 0.1 : 0
  for (const { prop, position, yaw, size, colour, accent, seed } of travel.beside) {
    const [x, y, z] = position
    const lifted = prop === 'wire-span' ? 6.75 : Math.abs(x) > 4.9 && prop !== 'car' ? kerb : 0
    b.glowKey = prop === 'lamp-post' ? PASSING_LAMPS : 'window-lights'
    b.at([x, y + lifted + (lifted > 1 ? 0 : height(x, z)), z], () => buildProp(prop, size, { colour, accent, seed }, b), yaw)
  }
  if (!look.walks) farGrowth(b, look, travel.lengthM, set.surroundings === 'forest' ? 90 : set.surroundings === 'fields' ? 26 : 0)
  else farHouses(b, travel.lengthM)
}

/** Trees too far for leaves of their own. */
function farGrowth(b: MeshBatch, look: LandLook, lengthM: number, count: number): void {
  const height = heightOf(look, lengthM)
  const { rnd } = b
  for (let i = 0; i < count; i++) {
    const x = (i % 2 ? 1 : -1) * (20 + 90 * rnd.next() ** 1.3)
    const z = ((i + rnd.next()) / count) * lengthM
    farTree({ b, rnd }, x, height(x, z), z, rnd.range(6, 11), look.high > 12 && rnd.chance(0.8))
  }
}

/** Houses behind the rows. */
function farHouses(b: MeshBatch, lengthM: number): void {
  const { rnd } = b
  for (let i = 0; i < 10; i++) {
    const side = i % 2 ? 1 : -1
    tower({ b, rnd }, side * rnd.range(34, 90), ((i + 0.5) * lengthM) / 10, rnd.range(10, 18), rnd.range(14, 34), rnd.range(10, 14), 0)
  }
}

/** What is too far to be seen going by: the ends of the road, and hills all round. */
export function buildFarOff(b: MeshBatch, set: SetSpec, travel: Travel): void {
  if (travel.way !== 'tunnel') b.at([0, -(travel.downM ?? 0), 0], () => farOff(b, set, travel))
}

function farOff(b: MeshBatch, set: SetSpec, travel: Travel): void {
  const look = lookOf(set)
  const rnd = random(`${set.key}/far-off`)
  const s: Scenery = { b, set, rnd, hx: WIDE_M - 8, hz: travel.lengthM * 1.9, y: -0.12 }
  b.glowKey = 'window-lights'
  terrain(
    s,
    (x, z, away) => smoothstep(0, 160, away) * look.high * 2.4 * clamp(0.5 + 0.9 * fbm2(x * 0.006, z * 0.006), 0.05, 2),
    (x, z) => ({ p: blend(look.verge, look.far, clamp(0.5 + fbm2(x * 0.02, z * 0.02), 0, 1)), tone: 1 }),
    420,
  )
  b.groundShade = 0
  b.use(travel.way === 'rails' ? paint('#6b6459', 'sand', 0.95) : paint('#5d5c58', 'asphalt', 0.85))
  if (travel.way !== 'air') for (const end of [-1, 1]) box(b, [0, -0.1, end * (s.hz + 40)], [ROAD_M * 2, 0.1, 80])
  if (look.walks)
    for (let i = 0; i < 16; i++)
      tower({ b, rnd }, rnd.range(-130, 130), (i % 2 ? 1 : -1) * (s.hz + rnd.range(10, 90)), rnd.range(14, 24), rnd.range(24, 60), 16, -1)
}
