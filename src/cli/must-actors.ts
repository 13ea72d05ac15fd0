import type { Context } from './command'
import { heard, runTests, type TestRun } from './must-styles-tests'
import type { MustRow } from './must-table'
import { benchTenActors } from './run-bench'

type World = Pick<Context, 'io' | 'report'>

/** What ten people may cost against ten boxes, and milliseconds to pose them. */
const TIMES_BOXES = 2.5
const POSE_MS = 2

/** Several rows read one run: it is done once. */
const once = <T>(work: (world: World) => Promise<T>) => {
  let done: Promise<T> | undefined
  return (world: World) => {
    done ??= work(world)
    return done
  }
}

const ten = once(benchTenActors)

export const ACTORS: readonly MustRow[] = [
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
]
