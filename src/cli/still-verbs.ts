import { basename, dirname, extname, join, relative } from 'node:path'
import { MOST_LAYERS, type Style } from '../departments/retro'
import { type HandEdit, PASS_NAMES, type PassName, type RenderPlan, TimeOfDay } from '../film'
import { frameState } from '../motion'
import {
  filmFrameAt,
  frameAt,
  type ResolvedOutput,
  type ResolvedProduction,
  shotsInRange,
  sliceOf,
  styleOfOutput,
  styleOfShot,
} from '../production'
import type { Context, Verb } from './command'
import { listOf, rateOverrides, takeOverrides } from './film-options'
import { makeFiles, makePicture, openInPage } from './in-browser'
import { openFilm, readFilm } from './open-film'
import { layersOf, QUALITY_SIZES, qualityOf, sizeOf, wholeNumberOf } from './option-values'
import type { Arguments } from './parse-arguments'
import { checked, FPS, OUT, outOf, QUALITY, SIZE, STYLE, styleFrom, TAKE } from './picture-options'
import { forPage } from './read-production'
import { UsageError } from './usage-error'

/** Largest side of a sheet in pixels: what every GPU draws at once. */
const SHEET_SIDE = 8192

/** Says where a picture went: its path, or all that is known of it with `--json`. */
export function tell({ io, json }: Context, out: string, made: object): void {
  io.out(json ? `${JSON.stringify({ ...made, file: out })}\n` : `${relative(io.cwd, out) || out}\n`)
}

/** `still`: one frame. */
export const STILL: Verb = {
  name: 'still',
  takes: 'FILE',
  summary: 'one frame as PNG, or its state as data',
  flags: [
    { name: 'at', value: 'sc2.sh1:12', help: 'scene, shot and frame in the shot (without a frame: its middle)' },
    { name: 'frame', value: 'N', help: 'frame counted from the start of the film' },
    OUT,
    STYLE,
    SIZE,
    QUALITY,
    FPS,
    TAKE,
    {
      name: 'native',
      help: "the style's own pixels (256×240 for nes), before display scaling; palettes that cells take are in the PNG as sPLT chunks",
    },
    {
      name: 'layers',
      value: 'N',
      help: `the style's own pixels split by distance into 1 to ${MOST_LAYERS} PNGs with alpha, and a JSON that lists them; or metres to cut at: 1.5,4,12`,
    },
    {
      name: 'passes',
      value: 'A,B|all',
      help: `passes of the frame: ${PASS_NAMES.join(', ')}; -o x.exr has them as layers (ids as Cryptomatte), -o x.png as PNGs to look at beside it`,
    },
    { name: 'state', help: 'the frame state as JSON on standard output, and no picture' },
  ],
  examples: [
    'still film.fountain --at sc2.sh1:12 -o frame.png',
    'still film.fountain --frame 240 --style nes --native -o nes.png',
    'still film.fountain --at sc2.sh1:12 --style snes --layers 4 -o parallax.png',
    'still film.fountain --at sc2.sh1:12 --passes depth,normal,object -o frame.exr',
    'still film.fountain --at sc1.sh1 --state',
    'still shot.yaml -o shot.png',
  ],
  run: async (context) => {
    const { args, io } = context
    const named = args.values.get('style')
    const wanted = named === undefined ? undefined : await styleFrom(named, io.cwd)
    const quality = qualityOf(args, 'production')
    const asked = sizeOf(args, { even: true })
    const at = args.values.get('at')
    const number = wholeNumberOf(args, 'frame', 0, 1e9)
    if (at !== undefined && number !== undefined) throw new UsageError('--at and --frame are both given', 'give one of them')
    const layers = layersOf(args, MOST_LAYERS)
    const wantsState = args.switches.has('state')
    const passes = passesOf(args)
    const out = wantsState ? '' : outOf(context, '.png', ...(passes ? ['.exr'] : []))
    const source = await readFilm(context)
    const overrides = { ...rateOverrides(args), ...takeOverrides(args) }
    const { film, production } = await openFilm(source, context, overrides)
    const { plan } = film.store
    const remedy = 'oneshot shots FILE --csv lists the shots'
    const found =
      number === undefined
        ? checked('--at', remedy, () => frameAt(plan, at ?? plan.shots[0]?.address ?? 'sc1.sh1'))
        : checked('--frame', remedy, () => filmFrameAt(plan, number))
    if (wantsState) {
      io.out(`${JSON.stringify(frameState(sliceOf(film.store, found.shot.key), found.frame), undefined, 2)}\n`)
      return
    }
    const style = wanted ?? styleOfShot(styleOfOutput(pictureOf(production)), found.shot)
    const size = asked ?? (source.bare || args.values.has('quality') ? QUALITY_SIZES[quality] : pictureOf(production))
    const { width, height } = size
    const made = await makeFiles(
      out,
      context,
      async (browser) => {
        await openInPage(browser, source, context, overrides)
        // By film frame, two shots that run into each other are one picture.
        const where = number === undefined ? { at: `${found.shot.address}:${found.frame}` } : { frame: number }
        const native = args.switches.has('native')
        const more = { ...(layers === undefined ? {} : { layers }), ...(passes && { passes }) }
        const called = basename(out, extname(out))
        const file = `picture${extname(out).toLowerCase()}`
        return browser.call('still', { where, style, quality, width, height, native, ...more, file, called })
      },
      ({ file, beside = [] }) => [[file, out], ...beside.map((b) => [b.file, join(dirname(out), b.called)] as const)],
    )
    const { beside = [], ...about } = made
    tell(context, out, { ...about, shot: found.shot.address, frame: found.frame, style: style.id })
    if (!context.json) for (const { called } of beside) io.out(`${relative(io.cwd, join(dirname(out), called))}\n`)
  },
}

/** Passes that are asked for. @throws UsageError for one that is none, and with what else a still can be instead. */
function passesOf(args: Arguments): PassName[] | undefined {
  if (!args.values.has('passes')) return undefined
  for (const other of ['layers', 'native', 'state'])
    if (args.values.has(other) || args.switches.has(other))
      throw new UsageError(`--passes and --${other} are both given`, 'give one of them')
  const said = listOf(args, 'passes').map((name) => name.toLowerCase())
  if (said.length === 0) throw new UsageError('--passes: expected names with commas between', 'for example --passes depth,normal')
  const wrong = said.find((name) => name !== 'all' && !PASS_NAMES.some((known) => known === name))
  if (wrong !== undefined)
    throw new UsageError(`--passes: expected ${PASS_NAMES.join(', ')} or all, got ${wrong}`, 'for example --passes depth,normal')
  return PASS_NAMES.filter((name) => said.includes('all') || said.includes(name))
}

/** What a production's pictures look like where nobody says otherwise: as in its first output. */
function pictureOf({ outputs }: ResolvedProduction): ResolvedOutput {
  const [first] = outputs
  if (!first) throw new Error('the production has no outputs')
  return first
}

/** Times of day that are asked for. @throws UsageError for one that is none. */
function timesOf(args: Arguments): string[] {
  const known = TimeOfDay.options.map((t) => t.toLowerCase())
  return listOf(args, 'times').map((said) => {
    const time = said.toLowerCase()
    if (!known.includes(time)) throw new UsageError(`--times: expected ${known.join(', ')}, got ${said}`, 'for example --times day,night')
    return time
  })
}

/** Has all scenes of a film play at a time of day. */
const playsAt = (plan: RenderPlan, time: string): HandEdit[] =>
  plan.scenes.map(({ key }) => ({ target: key, path: 'light.time', value: time, base: '' }))

/** `sheet`: a frame of every shot. */
export const SHEET: Verb = {
  name: 'sheet',
  takes: 'FILE',
  summary: 'a contact sheet: a frame of every shot, in one or more styles',
  flags: [
    OUT,
    STYLE,
    { name: 'styles', value: 'A,B,C', help: 'a grid: a row a shot, a column a style' },
    { name: 'times', value: 'A,B', help: 'concept frames: a row a time of day (dawn, day, dusk, night), whatever the script says' },
    { name: 'columns', value: 'N', help: 'pictures in a row' },
    { name: 'only', value: 'sc3[.sh2],…', help: 'these scenes and shots' },
    { ...SIZE, help: 'pixels of one picture (default 320 wide)' },
    QUALITY,
    FPS,
    TAKE,
  ],
  examples: [
    'sheet film.fountain -o sheet.png',
    'sheet film.fountain --styles hollywood,nes,gameboy -o styles.png',
    'sheet film.fountain --only sc1.sh1 --times dawn,day,dusk,night --styles hollywood,snes -o concept.png',
  ],
  run: async (context) => {
    const { args, report, io } = context
    if (args.values.has('style') && args.values.has('styles'))
      throw new UsageError('--style and --styles are both given', 'give one of them')
    const names = (args.values.get('styles') ?? args.values.get('style'))?.split(',').filter((n) => n.trim() !== '')
    if (names?.length === 0) throw new UsageError('--styles: expected names with commas between', 'for example --styles hollywood,nes')
    const flag = args.values.has('styles') ? '--styles' : '--style'
    const asked = names && (await Promise.all(names.map((n) => styleFrom(n.trim(), io.cwd, flag))))
    const quality = qualityOf(args, 'preview')
    const wanted = sizeOf(args, { even: true })
    const times = timesOf(args)
    const columns = wholeNumberOf(args, 'columns', 1, 64)
    if (times.length > 0 && columns !== undefined)
      throw new UsageError('--times and --columns are both given', 'give one of them: a column is a style')
    const out = outOf(context, '.png')
    const source = await readFilm(context)
    const overrides = { ...rateOverrides(args), ...takeOverrides(args) }
    const { film, production } = await openFilm(source, context, overrides)
    const { plan } = film.store
    const styles = asked ?? [styleOfOutput(pictureOf(production))]
    const size = wanted ?? { width: 320, height: 2 * Math.round(160 / plan.aspect) }
    const only = args.values.get('only')
    const all = checked('--only', 'oneshot shots FILE --csv lists the shots', () =>
      shotsInRange(plan, only === undefined ? {} : { only }).map((s) => s.shot.address),
    )
    const rows = Math.floor(SHEET_SIDE / (size.height + 28))
    const most =
      times.length > 0
        ? Math.max(1, Math.floor(rows / times.length))
        : Math.max(1, Math.floor(SHEET_SIDE / (size.width * styles.length))) * rows
    const kept = all.length <= most ? all : Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)] as string)
    if (kept.length < all.length)
      report.note(`${all.length} shots do not fit on one sheet: taking ${kept.length} of them, evenly (--only sc3 for one scene)`)
    const made = await makePicture<'sheet'>(out, context, async (browser, file) => {
      if (times.length > 0) {
        const labels = kept.flatMap((address) => times.flatMap((time) => styles.map((s) => `${address}, ${time}, ${s.name}`)))
        const inputs = times.map((time) => forPage(source, { ...overrides, edits: [...(production.edits ?? []), ...playsAt(plan, time)] }))
        return browser.call('concepts', inputs, { style: styles[0] as Style, styles, quality, ...size, addresses: kept, labels, file })
      }
      await openInPage(browser, source, context, overrides)
      return browser.call('sheet', {
        style: styles[0] as Style,
        styles,
        ...(asked ? {} : { own: true }),
        quality,
        ...size,
        addresses: kept,
        ...(columns === undefined ? {} : { columns }),
        file,
      })
    })
    tell(context, out, { ...made, shots: kept.length, styles: styles.map((s) => s.id) })
  },
}
