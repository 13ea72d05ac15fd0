import { type MustRow, once } from './must-table'
import { runTests, said, tested } from './must-tests'
import { benchTenActors } from './run-bench'

/** What ten people may cost against ten boxes, and milliseconds to pose them. */
const TIMES_BOXES = 2.5
const POSE_MS = 2
/** Milliseconds to build a person, and triangles at most. */
const BUILD_MS = { wide: 300, full: 900 } as const
const TRIANGLES = { person: 20_000, head: 4000 } as const

/** Builds 64 people by chance. */
const PEOPLE = 'tests/stage/actors/any-person.test.ts'

/** Every pose of the library, in clothes of all cuts. */
const LAYERS = 'tests/deep/layers.test.ts'

const ten = once(benchTenActors)
const people = once(() => runTests('node', PEOPLE))
const times = once(() => runTests('deep', 'tests/deep/actor-times.test.ts'))
const likeness = once(() => runTests('deep', 'tests/deep/likeness.test.ts'))

type Spread = { readonly median: number; readonly worst: number }
type Builds = { readonly wide: Spread; readonly full: Spread }
type Likeness = {
  readonly casts: number
  readonly people: number
  readonly pairs: number
  readonly alike: number
  readonly least: readonly { readonly who: string; readonly seen: number; readonly silhouette: number; readonly colour: number }[]
  readonly median: number
  readonly inOthersClothes: { readonly people: number; readonly least: number; readonly nearerToThemselves: number }
}

const build = (detail: keyof typeof BUILD_MS): MustRow => ({
  what: `building a person, ${detail === 'wide' ? 'for a wide shot' : 'full detail'}: a thread’s time for each of twelve after a first`,
  asked: `≤ ${BUILD_MS[detail]} ms`,
  measure: async () => {
    const { median, worst } = said<Builds>(await times(), 'actor-builds')[detail]
    return { value: `median ${median} ms, worst ${worst} ms`, ok: worst <= BUILD_MS[detail] }
  },
})

/** What issue "actors" must hold. */
export const ACTORS: readonly MustRow[] = [
  tested('64 people by chance: closed, no NaN, weights sum to 1', 'all', PEOPLE, people),
  tested('meshes: same bytes, faces, hair, hats', 'all', 'tests/stage/actors/build-actor.test.ts'),
  tested('nothing pokes through clothes by more than 2 mm: eight frames of every action, eleven outfits', 'all', LAYERS, () =>
    runTests('deep', LAYERS),
  ),
  tested(
    '100 scenes by chance: feet, hands, joints, bodies apart; 64 people look where they should',
    'all',
    'tests/motion/any-scene.test.ts',
  ),
  tested('feet planted, slide < 1 cm', 'all', 'tests/motion/feet.test.ts'),
  tested('gaze leads head', 'all', 'tests/motion/gaze.test.ts'),
  build('wide'),
  build('full'),
  {
    what: 'triangles of the largest of those people, and of a head',
    asked: `≤ ${TRIANGLES.person}, ≤ ${TRIANGLES.head}`,
    measure: async () => {
      const { triangles, head } = said<{ triangles: number; head: number }>(await people(), 'actor-triangles')
      return { value: `${triangles}, ${head}`, ok: triangles <= TRIANGLES.person && head <= TRIANGLES.head }
    },
  },
  {
    what: 'ten people at full detail, 640×360, against ten boxes of as many triangles',
    asked: `≤ ${TIMES_BOXES} ×`,
    measure: async (world) => {
      const { timesBoxes, peopleMs, boxesMs, triangles, boxTriangles, adapter } = await ten(world)
      return {
        value: `${timesBoxes.toFixed(2)} × (${peopleMs.toFixed(0)} ms, ${triangles} triangles; ${boxesMs.toFixed(0)} ms, ${boxTriangles}; ${adapter})`,
        ok: timesBoxes <= TIMES_BOXES,
      }
    },
  },
  {
    what: 'posing ten people',
    asked: `≤ ${POSE_MS} ms a frame`,
    measure: async (world) => {
      const { poseMs, stateMs, applyMs } = await ten(world)
      return { value: `${poseMs.toFixed(2)} ms: motion ${stateMs.toFixed(2)}, bones ${applyMs.toFixed(2)}`, ok: poseMs <= POSE_MS }
    },
  },
  {
    what: 'no two of a cast look alike (1 is just seen)',
    asked: '> 1 for every pair',
    measure: async () => {
      const { casts, people, pairs, alike, least, median, inOthersClothes } = said<Likeness>(await likeness(), 'actor-likeness')
      const [most] = least
      const { least: dressed, nearerToThemselves, people: borrowers } = inOthersClothes
      return {
        value:
          `least ${most?.seen} (${most?.who}: silhouette ${most?.silhouette}, colour ${most?.colour}), median ${median}; ${people} people, ` +
          `${casts} casts, ${pairs} pairs, ${alike} alike; in another's clothes still ${dressed} from them at the least, ` +
          `${nearerToThemselves} of ${borrowers} nearer to themselves`,
        ok: alike === 0 && pairs > 0,
      }
    },
  },
  {
    what: 'in every look of every scene nearer to oneself than to anybody of the cast',
    asked: 'all',
    measure: async () => {
      const { looks, lost } = said<{ looks: number; lost: readonly string[] }>(await likeness(), 'actor-again')
      return { value: `${looks - lost.length} of ${looks} looks${lost[0] ? `: ${lost[0]}` : ''}`, ok: lost.length === 0 && looks > 0 }
    },
  },
]
