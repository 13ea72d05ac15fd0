import type { KernelBench } from '../render/bench'
import type { Context } from './command'
import { type MustRow, once } from './must-table'
import { runTests, said } from './must-tests'
import { benchStyleKernels } from './run-bench'

type World = Pick<Context, 'io' | 'report'>

/** Comparisons with a reference that are asked for. */
const CASES = 300
const STYLES_ASKED = 16
/** Milliseconds that a switch may take beside a steady frame. */
const SWITCH_MS = 30

/** Kernels whose speed has a bound. */
const BOUND = ['ordered 16', 'ordered 256', 'floyd-steinberg exact', 'crt']
/** Those that are only told, slow ones among them. */
const TOLD = ['crt composite', 'crt persistence', 'lcd', 'floyd-steinberg serial', 'floyd-steinberg serpentine', 'floyd-steinberg local']
const bound = once((world: World) => benchStyleKernels(world, { runs: 9, groups: ['colours', 'displays'], only: BOUND }))
const told = once((world: World) => benchStyleKernels(world, { runs: 3, groups: ['colours', 'displays', 'serial'], only: TOLD }))
const inPage = once(() => runTests('deep-browser', 'tests/deep/styles.browser.test.ts'))
const switching = once(() => runTests('deep-browser', 'tests/deep/style-switch.browser.test.ts'))

/** A kernel's time against another's, or against the compute copy. */
function timesOf({ kernels }: KernelBench, name: string): number {
  const kernel = kernels.find((k) => k.name === name)
  if (!kernel) throw new Error(`the bench has no kernel ${name}`)
  return kernel.against?.times ?? kernel.timesCopy
}

const speed = (what: string, name: string, most: number, than: string): MustRow => ({
  what: `speed at 1280×720: ${what}`,
  asked: `≤ ${most} × ${than}`,
  measure: async (world) => {
    const bench = await bound(world)
    const times = timesOf(bench, name)
    const { ms } = bench.kernels.find((k) => k.name === name)!
    return { value: `${times.toFixed(2)} ×, ${ms.toFixed(1)} ms (${bench.adapter})`, ok: times <= most }
  },
})

/** Times that have no bound, for comparison. */
const apart = (what: string, names: readonly string[]): MustRow => ({
  what,
  asked: 'reported',
  measure: async (world) => {
    const bench = await told(world)
    const of = (name: string) => bench.kernels.find((k) => k.name === name)
    const value = names.map((name) => `${name} ${of(name)?.ms.toFixed(1) ?? '?'} ms = ${of(name)?.timesCopy.toFixed(1) ?? '?'} × copy`)
    return { value: value.join(', '), ok: names.every((name) => (of(name)?.ms ?? 0) > 0) }
  },
})

type Changes = Readonly<Record<string, readonly [still: number, away: number, whole: number, shareStill: number]>>

/**
 * The neighbourhood of an actor has its shadow and its light in it: they move with the actor in any picture, dithered or
 * not. It is found without looking at what changes, by drawing the scene with the actor and without. What changes beyond
 * the actor's own outline, shadow and all, is said beside it.
 */
const still = (what: string, names: readonly string[], most: number): MustRow => ({
  what: `still parts: pixels outside a moving actor's neighbourhood that change, ${what}`,
  asked: most === 0 ? '0 %' : `≤ ${most} %`,
  measure: async () => {
    const changes = said<Changes>(await inPage(), 'still')
    const scene = changes['no dither, all colours']
    const value = names.map((name) => {
      const [still, away, , share] = changes[name] ?? []
      const beside = `with its shadow counted as still ${away ?? '?'} %, where the scene before dither changes ${scene?.[1] ?? '?'} %`
      return `${name} ${still ?? '?'} % of the ${Math.round(share ?? 0)} % of the picture that lie there (${beside})`
    })
    return { value: value.join(', '), ok: names.every((name) => (changes[name]?.[0] ?? Number.POSITIVE_INFINITY) <= most) }
  },
})

/** What issue "the style engine" must hold. */
export const STYLES: readonly MustRow[] = [
  {
    what: 'integer outputs equal the reference on the processor',
    asked: `≥ ${CASES} cases, all equal`,
    measure: async () => {
      const run = await runTests('browser', 'tests/gpu')
      const counts = [...run.output.matchAll(/([\w-]+): (\d+) cases/g)].map(([, suite, n]) => [suite, Number(n)] as const)
      const cases = counts.reduce((sum, [, n]) => sum + n, 0)
      const value = `${cases} cases in ${counts.length} kernels; ${run.passed} tests passed, ${run.failed} failed`
      return { value, ok: run.failed === 0 && run.passed > 0 && cases >= CASES }
    },
  },
  {
    what: 'every hardware mode by an independent checker on exported PNGs',
    asked: 'no breach in any frame of moving shots',
    measure: async () => {
      const run = await runTests('deep', 'tests/deep/styles.test.ts')
      const { modes, frames, breaches, count } = said<{ modes: number; frames: number; breaches: string[]; count: number }>(run, 'modes')
      return { value: `${modes} modes, ${frames} frames, ${count} breaches${breaches[0] ? `: ${breaches[0]}` : ''}`, ok: count === 0 }
    },
  },
  still('ordered', ['bayer'], 0),
  still('blue noise', ['blue-noise'], 0),
  still('local error diffusion', ['floyd-steinberg'], 1),
  {
    what: 'still parts in every style as it comes',
    asked: 'as above',
    measure: async () => {
      const run = await inPage()
      const { percent, restless } = said<{ percent: Changes; restless: readonly string[] }>(run, 'still-styles')
      const moving = restless.length === 0 ? 'none moves' : restless.map((id) => `${id} ${percent[id]?.[0]} %`).join(', ')
      const [, scene] = said<Changes>(run, 'still')['no dither, all colours'] ?? []
      const styles = Object.keys(percent).length
      return {
        value: `${styles} styles: ${moving} (shadow and stray light change ${scene} % of the scene away from the actor)`,
        ok: restless.length === 0 && styles >= STYLES_ASKED,
      }
    },
  },
  speed('ordered + quantise, 16 colours', 'ordered 16', 6, 'copy'),
  speed('256 colours', 'ordered 256', 1.5, '16 colours'),
  speed('exact Floyd–Steinberg, 16 colours', 'floyd-steinberg exact', 2, 'ordered'),
  speed('CRT: beam, mask, bloom, halation, curvature', 'crt', 12, 'copy'),
  apart('CRT by composite; of four pictures; LCD', ['crt composite', 'crt persistence', 'lcd']),
  apart('Floyd–Steinberg in serial JavaScript; local on the GPU', [
    'floyd-steinberg serial',
    'floyd-steinberg serpentine',
    'floyd-steinberg local',
  ]),
  {
    what: 'GPU objects made by steady frames, every style',
    asked: 'none',
    measure: async () => {
      const { styles, objects } = said<{ styles: number; objects: Record<string, string[]> }>(await switching(), 'steady')
      const made = Object.entries(objects)
      return {
        value:
          made.length === 0 ? `none in ${styles} styles` : made.map(([id, what]) => `${id}: ${[...new Set(what)].join(' ')}`).join('; '),
        ok: made.length === 0,
      }
    },
  },
  {
    what: 'switching styles',
    asked: `one steady frame + ${SWITCH_MS} ms, no pipeline`,
    measure: async () => {
      type Switches = {
        pipelines: Record<string, string[]>
        worst: { style: string; extraMs: number; frameMs: number }[]
        worstFirst: number
      }
      const { pipelines, worst, worstFirst } = said<Switches>(await switching(), 'switch')
      const [most] = worst
      const made = Object.keys(pipelines)
      const compiled = made.length === 0 ? 'no pipeline' : `pipelines for ${made.join(', ')}`
      return {
        value: `${most?.style} +${most?.extraMs} ms over its ${most?.frameMs} ms, ${compiled}; the first time a shot is seen in a style at most +${worstFirst} ms`,
        ok: made.length === 0 && (most?.extraMs ?? Number.POSITIVE_INFINITY) <= SWITCH_MS,
      }
    },
  },
  {
    what: 'named styles, each draws a picture of its own',
    asked: `≥ ${STYLES_ASKED}`,
    measure: async () => {
      const { styles, different } = said<{ styles: number; different: number }>(await switching(), 'draws')
      return { value: `${styles} styles, ${different} different pictures`, ok: styles >= STYLES_ASKED && different === styles }
    },
  },
]
