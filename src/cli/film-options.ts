import { STYLES, type Style } from '../departments/retro'
import { CONTAINERS, type Container, isAnimation, isSequence } from '../encode'
import { type RenderPlan, secondsToFrames } from '../film'
import { type ProductionOverrides, shotsInRange } from '../production'
import { fpsOf, QUALITY_SIZES, qualityOf, rangeOf, sizeOf } from './option-values'
import type { Arguments } from './parse-arguments'
import { checked, styleFrom } from './picture-options'
import { UsageError } from './usage-error'

/** Words of a flag that may be given several times. */
export const listOf = (args: Arguments, flag: string): string[] =>
  (args.values.get(flag) ?? '')
    .split(',')
    .map((w) => w.trim())
    .filter((w) => w !== '')

/** `--fps` as the master file has it. */
export function rateOverrides(args: Arguments): ProductionOverrides {
  const fps = fpsOf(args)
  const text = fps && (fps.den === 1 ? String(fps.num) : `${fps.num}/${fps.den}`)
  return text === undefined ? {} : { fps: text, each_output: { fps: text } }
}

/** `--take sc1.sh2@v2,…`: which takes of shots are seen, as the master file has it. @throws UsageError */
export function takeOverrides(args: Arguments): ProductionOverrides {
  const takes = listOf(args, 'take').map((said): [string, string] => {
    const [, shot, take] = /^(.+)@(.+)$/.exec(said) ?? []
    if (shot === undefined || take === undefined)
      throw new UsageError(`--take: expected a shot and a take, got ${said}`, 'for example --take sc1.sh2@v2')
    return [shot, take]
  })
  return takes.length > 0 ? { takes: Object.fromEntries(takes) } : {}
}

/**
 * What flags say, laid over a production: its sections, and `each_output`. A screenplay alone is made at the size of its
 * quality, `preview` where nobody says one.
 * @throws UsageError, InputError for a style file that is none.
 */
export async function filmOverrides(args: Arguments, bare: boolean, cwd: string): Promise<ProductionOverrides> {
  const outputs = listOf(args, 'output')
  const plain = bare && outputs.length === 0
  const quality = args.values.has('quality') || plain ? qualityOf(args, 'preview') : undefined
  const container = plain ? containerNamed(args.values.get('out')) : undefined
  // A moving picture has the size that suits its style.
  const own = container && isAnimation(container)
  const size = sizeOf(args, { even: true }) ?? (plain && !own && quality ? QUALITY_SIZES[quality] : undefined)
  const style = args.values.get('style')
  const { each_output, ...rate } = rateOverrides(args)
  const each = {
    ...(each_output as object | undefined),
    ...(size ? { size: `${size.width}x${size.height}` } : {}),
    ...(quality ? { quality } : {}),
    ...(style === undefined ? {} : { style: await styleSaid(style, cwd) }),
    ...(container ? { container } : {}),
  }
  return {
    ...rate,
    ...takeOverrides(args),
    ...(outputs.length > 0 ? { outputs } : {}),
    ...(Object.keys(each).length > 0 ? { each_output: each } : {}),
  }
}

/** A built-in style by its id, one of somebody's own with all it says. */
async function styleSaid(word: string, cwd: string): Promise<string | Style> {
  const style = await styleFrom(word, cwd)
  return STYLES.includes(style) ? style.id : style
}

/** What the ending of a name asks for, where it is not what is made anyway; numbered pictures are asked for by preset. */
function containerNamed(out = ''): Container | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(out)?.[1]?.toLowerCase()
  return CONTAINERS.find((c) => c === ending && c !== 'mp4' && !isSequence(c))
}

/** The part of a film that `--only` and `--range` ask for. */
export interface WantedPart {
  /** As a run takes it: film frames, `to` not included. */
  readonly wanted: { readonly only?: string; readonly from?: number; readonly to?: number }
  readonly shots: number
  readonly frames: number
}

/** Which frames of the film are asked for. @throws UsageError if there are none. */
export function partOf(args: Arguments, plan: RenderPlan): WantedPart {
  const only = args.values.get('only')
  const range = rangeOf(args)
  const wanted = {
    ...(only === undefined ? {} : { only }),
    ...(range
      ? {
          from: secondsToFrames(range.from, plan.fps),
          to: Math.min(plan.frames, range.to === undefined ? plan.frames : secondsToFrames(range.to, plan.fps)),
        }
      : {}),
  }
  const flag = only === undefined ? '--range' : '--only'
  const stretches = checked(flag, 'oneshot shots FILE --csv lists scenes, shots and times', () => shotsInRange(plan, wanted))
  const overlaps = stretches.length === plan.shots.length ? (plan.transitions ?? []).reduce((n, t) => n + t.frames, 0) : 0
  const frames = stretches.reduce((n, s) => n + s.frames, 0) - (range || only !== undefined ? 0 : overlaps)
  return { wanted, shots: stretches.length, frames }
}

/** The phases, as `--from-phase` names them. */
const PHASES = ['validate', 'prepare', 'characters', 'locations', 'shots', 'post_process', 'export', 'finalize'] as const

/** `--from-phase`: a phase by name or number. @throws UsageError */
export function fromPhaseOf(args: Arguments): string | undefined {
  const text = args.values.get('from-phase')
  if (text === undefined) return undefined
  const word = text.trim().toLowerCase().replace(/[- ]/g, '_')
  const found = PHASES.find((name, i) => name === word || String(i + 1) === word)
  if (found) return found
  throw new UsageError(
    `--from-phase: there is no phase ${JSON.stringify(text)}`,
    `use one of ${PHASES.map((name, i) => `${i + 1} ${name}`).join(', ')}`,
  )
}

/** `--run-id`: a folder's name. @throws UsageError */
export function runIdOf(args: Arguments): string | undefined {
  const text = args.values.get('run-id')
  if (text === undefined || /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,79}$/.test(text)) return text
  throw new UsageError(`--run-id: expected letters, digits, . _ ~ -, got ${JSON.stringify(text)}`, 'for example --run-id draft-2')
}
