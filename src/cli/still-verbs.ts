import { relative } from 'node:path'
import { frameState } from '../motion'
import { filmFrameAt, frameAt, shotsInRange, sliceOf } from '../production'
import type { Context, Verb } from './command'
import { rateOverrides } from './film-options'
import { makePicture, openInPage } from './in-browser'
import { openFilm, readFilm } from './open-film'
import { QUALITY_SIZES, qualityOf, sizeOf, wholeNumberOf } from './option-values'
import { checked, FPS, OUT, outOf, QUALITY, SIZE, STYLE, styleOf } from './picture-options'
import { UsageError } from './usage-error'

/** Largest side of a sheet in pixels: what every GPU draws at once. */
const SHEET_SIDE = 8192

/** Says where a picture went: its path, or all that is known of it with `--json`. */
function tell({ io, json }: Context, out: string, made: object): void {
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
    { name: 'native', help: "the style's own pixels (256×240 for nes), before display scaling" },
    { name: 'state', help: 'the frame state as JSON on standard output, and no picture' },
  ],
  examples: [
    'still film.fountain --at sc2.sh1:12 -o frame.png',
    'still film.fountain --frame 240 --style nes --native -o nes.png',
    'still film.fountain --at sc1.sh1 --state',
  ],
  run: async (context) => {
    const { args, io } = context
    const style = styleOf(args.values.get('style') ?? 'hollywood')
    const quality = qualityOf(args, 'production')
    const size = sizeOf(args, { even: true }) ?? QUALITY_SIZES[quality]
    const at = args.values.get('at')
    const number = wholeNumberOf(args, 'frame', 0, 1e9)
    if (at !== undefined && number !== undefined) throw new UsageError('--at and --frame are both given', 'give one of them')
    const wantsState = args.switches.has('state')
    const out = wantsState ? '' : outOf(context, '.png')
    const read = await readFilm(context)
    const { store } = makeFilm(read, context, settingsOf(context))
    const remedy = 'oneshot shots FILE --csv lists the shots'
    const found =
      number === undefined
        ? checked('--at', remedy, () => frameAt(store.plan, at ?? 'sc1.sh1'))
        : checked('--frame', remedy, () => filmFrameAt(store.plan, number))
    if (wantsState) {
      io.out(`${JSON.stringify(frameState(sliceOf(store, found.shot.key), found.frame), undefined, 2)}\n`)
      return
    }
    const made = await makePicture<'still'>(out, context, async (browser, file) => {
      await openInPage(browser, read.file, openSettings(context))
      const where = { at: `${found.shot.address}:${found.frame}` }
      return browser.call('still', { where, style: style.id, quality, ...size, native: args.switches.has('native'), file })
    })
    tell(context, out, { ...made, shot: found.shot.address, frame: found.frame, style: style.id })
  },
}

/** `sheet`: a frame of every shot. */
export const SHEET: Verb = {
  name: 'sheet',
  takes: 'FILE',
  summary: 'a contact sheet: a frame of every shot, in one or more styles',
  flags: [
    OUT,
    STYLE,
    { name: 'styles', value: 'A,B,C', help: 'a grid: a row a shot, a column a style' },
    { name: 'columns', value: 'N', help: 'pictures in a row' },
    { name: 'only', value: 'sc3[.sh2]', help: 'one scene or one shot' },
    { ...SIZE, help: 'pixels of one picture (default 320x180)' },
    QUALITY,
    FPS,
  ],
  examples: ['sheet film.fountain -o sheet.png', 'sheet film.fountain --styles hollywood,nes,gameboy -o styles.png'],
  run: async (context) => {
    const { args, report } = context
    if (args.values.has('style') && args.values.has('styles'))
      throw new UsageError('--style and --styles are both given', 'give one of them')
    const names = (args.values.get('styles') ?? args.values.get('style') ?? 'hollywood').split(',').filter((n) => n.trim() !== '')
    if (names.length === 0) throw new UsageError('--styles: expected names with commas between', 'for example --styles hollywood,nes')
    const styles = names.map((n) => styleOf(n.trim(), args.values.has('styles') ? '--styles' : '--style').id)
    const quality = qualityOf(args, 'preview')
    const size = sizeOf(args, { even: true }) ?? { width: 320, height: 180 }
    const columns = wholeNumberOf(args, 'columns', 1, 64)
    const out = outOf(context, '.png')
    const read = await readFilm(context)
    const { plan } = makeFilm(read, context, settingsOf(context)).store
    const only = args.values.get('only')
    const all = checked('--only', 'oneshot shots FILE --csv lists the shots', () =>
      shotsInRange(plan, only === undefined ? {} : { only }).map((s) => s.shot.address),
    )
    const most = Math.max(1, Math.floor(SHEET_SIDE / (size.width * styles.length))) * Math.floor(SHEET_SIDE / (size.height + 24))
    const kept = all.length <= most ? all : Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)] as string)
    if (kept.length < all.length)
      report.note(`${all.length} shots do not fit on one sheet: taking ${kept.length} of them, evenly (--only sc3 for one scene)`)
    const made = await makePicture<'sheet'>(out, context, async (browser, file) => {
      await openInPage(browser, read.file, openSettings(context))
      return browser.call('sheet', {
        style: styles[0] as string,
        styles,
        quality,
        ...size,
        addresses: kept,
        ...(columns === undefined ? {} : { columns }),
        file,
      })
    })
    tell(context, out, { ...made, shots: kept.length, styles })
  },
}
