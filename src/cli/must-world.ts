import { type MustRow, once } from './must-table'
import { runTests, said, tested } from './must-tests'
import { benchWorldFrames } from './run-bench'

/** Milliseconds to build a set, and headings that are tried. */
const BUILD_MS = 150
const HEADINGS = 1000
/** Cameras that are tried. */
const SET_UPS = 2000
/** How far a measured key-to-fill ratio may be from the asked one. */
const RATIO = 0.15
/** What a preview frame may cost. */
const FRAME = { ms: 300, drawCalls: 150 } as const
/** Degrees between our sun and the ephemeris's. */
const SUN_DEG = 0.1

const sets = once(() => runTests('deep', 'tests/deep/any-set.test.ts'))
const setUps = once(() => runTests('deep', 'tests/deep/any-set-up.test.ts'))
const cards = once(() => runTests('browser', 'tests/stage/lights/rig-ratio.browser.test.ts'))
const sun = once(() => runTests('node', 'tests/departments/locations/sun-path.test.ts'))
const frames = once(benchWorldFrames)

/** How often a rule was broken, and where first. */
type Faults = { readonly count: number; readonly first: readonly string[] }
type SetRule = 'inEachOther' | 'floating' | 'outOfReach' | 'wide' | 'close'
type SetUpRule = 'size' | 'nearer' | 'headroom' | 'lead room' | 'outside' | 'in a thing' | 'hidden'
type SetUps = { readonly setUps: number; readonly singles: number; readonly faults: Readonly<Record<SetUpRule, Faults>> }

const told = ({ count, first }: Faults) => (count === 0 ? 'none' : `${count}: ${first.join('; ')}`)

const ofSets = (what: string, rules: readonly SetRule[]): MustRow => ({
  what: `${HEADINGS} headings of every kind, in odd wordings and other languages: ${what}`,
  asked: 'none',
  measure: async () => {
    const all = said<Readonly<Record<SetRule, Faults>> & { readonly headings: number }>(await sets(), 'any-set')
    return {
      value: `${rules.map((r) => (rules.length > 1 ? `${r} ${told(all[r])}` : told(all[r]))).join(', ')} in ${all.headings}`,
      ok: rules.every((r) => all[r].count === 0) && all.headings >= HEADINGS,
    }
  },
})

const ofSetUps = (what: string, asked: string, rules: readonly SetUpRule[]): MustRow => ({
  what: `cameras of scripts by chance: ${what}`,
  asked,
  measure: async () => {
    const { setUps: all, singles, faults } = said<SetUps>(await setUps(), 'any-set-up')
    const value = rules.map((r) => (rules.length > 1 ? `${r} ${told(faults[r])}` : told(faults[r]))).join(', ')
    return {
      value: `${value} (${all} set-ups, ${singles} of one person alone)`,
      ok: all >= SET_UPS && rules.every((r) => faults[r].count === 0),
    }
  },
})

/** What issue "the world" must hold. */
export const WORLD: readonly MustRow[] = [
  tested(
    'every kind of set six times: nothing in another, nothing floats, every mark is reached',
    'all',
    'tests/departments/art/design-set.test.ts',
  ),
  ofSets('things in each other, or held by nothing', ['inEachOther', 'floating']),
  ofSets('marks and seats out of reach on foot', ['outOfReach']),
  ofSets('without a good wide or close camera', ['wide', 'close']),
  {
    what: 'building a set, as a worker does: a thread’s time',
    asked: `≤ ${BUILD_MS} ms`,
    measure: async () => {
      type Builds = { sets: number; median: number; worst: number; slowest: { name: string; ms: number }[] }
      const { sets: count, median, worst, slowest } = said<Builds>(await sets(), 'set-builds')
      const longest = slowest.map(({ name, ms }) => `${name} ${ms}`).join(', ')
      return { value: `median ${median} ms, worst ${worst} ms of ${count} sets (${longest})`, ok: worst <= BUILD_MS }
    },
  },
  {
    what: 'cameras of scripts by chance: a person’s size in the picture, where there is room for it',
    asked: 'within 10 %',
    measure: async () => {
      const { singles, faults } = said<SetUps>(await setUps(), 'any-set-up')
      const { size, nearer } = faults
      return {
        value: `${told(size)} of ${singles}; in ${nearer.count} there is no room, and the camera says so`,
        ok: size.count === 0 && singles > 0,
      }
    },
  },
  ofSetUps('headroom and lead room out of range', 'none', ['headroom', 'lead room']),
  ofSetUps('outside of the set or in a thing at any moment of a shot', 'none', ['outside', 'in a thing']),
  ofSetUps('whose subject is hidden for more than half a second', 'none', ['hidden']),
  tested(
    'every move asked of every shot: none leaves the set or goes through a thing',
    'all',
    'tests/departments/camera/moves.hot.test.ts',
    () => runTests('hot', 'tests/departments/camera/moves.hot.test.ts'),
  ),
  {
    what: 'key to fill on a grey card, as drawn',
    asked: `within ${RATIO * 100} %`,
    measure: async () => {
      const run = await cards()
      const { cards: count, worst } = said<{ cards: number; worst: number }>(run, 'rig-ratio')
      return { value: `worst ${(worst * 100).toFixed(1)} % of ${count} rigs and places`, ok: run.failed === 0 && worst <= RATIO }
    },
  },
  {
    what: 'a dressed interior with two people, 640×360, preview with depth of field',
    asked: `≤ ${FRAME.ms} ms, ≤ ${FRAME.drawCalls} draw calls`,
    measure: async (world) => {
      const { shots, copyMs, adapter } = await frames(world)
      const inside = shots.filter(({ key }) => key.startsWith('int-'))
      const worst = Math.max(...inside.map((s) => s.ms))
      const draws = Math.max(...inside.map((s) => s.drawCalls))
      const least = Math.min(...inside.map((s) => s.ms))
      return {
        value: `${least.toFixed(0)} to ${worst.toFixed(0)} ms in ${inside.length} shots, a copy of the picture ${copyMs.toFixed(1)} ms; at most ${draws} draw calls (${adapter})`,
        ok: inside.length > 0 && worst <= FRAME.ms && draws <= FRAME.drawCalls,
      }
    },
  },
  {
    what: 'pipelines made at a cut',
    asked: 'none',
    measure: async (world) => {
      const { compiled, cuts } = await frames(world)
      const made = Object.entries(compiled)
      return {
        value: made.length === 0 ? `none at ${cuts} cuts` : made.map(([key, n]) => `${key}: ${n}`).join(', '),
        ok: made.length === 0 && cuts > 1,
      }
    },
  },
  {
    what: 'a frame with 50, 200 and 800 things on one floor',
    asked: 'less than linear',
    measure: async (world) => {
      const { props } = await frames(world)
      const steps = props.slice(1).map((p, i) => ({ times: p.ms / props[i]!.ms, things: p.props / props[i]!.props }))
      const value = props.map((p) => `${p.props}: ${p.ms.toFixed(0)} ms, ${p.drawCalls} draw calls`).join('; ')
      return {
        value: `${value} (${steps.map((s) => `${s.times.toFixed(2)} × for ${s.things} ×`).join(', ')})`,
        ok: steps.length > 1 && steps.every((s) => s.times < s.things),
      }
    },
  },
  {
    what: 'the sun against astronomy-engine, a year on five places of the earth',
    asked: `≤ ${SUN_DEG}°`,
    measure: async () => {
      const { worst, seen } = said<{ worst: number; seen: number }>(await sun(), 'sun')
      return { value: `${worst.toFixed(4)}° at most of ${seen} moments`, ok: worst <= SUN_DEG }
    },
  },
]
