import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { type RenderPlan, secondsToFrames } from '../film'
import { shotsInRange } from '../production'
import type { Context, Verb } from './command'
import { makeFilm, openSettings, readFilm, settingsOf } from './make-film'
import { fpsOf, QUALITY_SIZES, qualityOf, rangeOf, sizeOf } from './option-values'
import { checked, FPS, OUT, outOf, QUALITY, SIZE, STYLE, styleOf } from './picture-options'
import { renderFilm, storeFolderFor } from './render-film'
import { duration } from './report'
import { UsageError } from './usage-error'

/** Which frames of the film `--only` and `--range` ask for. @throws UsageError if there are none. */
function framesOf({ args }: Pick<Context, 'args'>, plan: RenderPlan) {
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
  return { wanted, shots: stretches.length, frames: stretches.reduce((n, s) => n + s.frames, 0) }
}

/** `run`: the whole production. */
export const RUN: Verb = {
  name: 'run',
  takes: 'FILE',
  summary: 'the film: a screenplay becomes an MP4',
  flags: [
    OUT,
    STYLE,
    SIZE,
    FPS,
    QUALITY,
    { name: 'only', value: 'sc3[.sh2]', help: 'one scene or one shot' },
    { name: 'range', value: 'FROM-TO', help: 'a part of the film: 10s-20s, 1:30-2:00, -15s' },
    { name: 'resume', help: 'go on with a run that was cut off (the default; with it, says if there is none)' },
    { name: 'force', help: 'render everything anew' },
    { name: 'dry-run', help: 'say what would be made, and make nothing' },
  ],
  examples: [
    'run film.fountain -o film.mp4',
    'run film.fountain --style nes --size 640x480 --only sc2',
    'run film.fountain --quality draft --range 0-30s',
  ],
  run: async (context) => {
    const { args, io, report, json } = context
    if (args.switches.has('resume') && args.switches.has('force'))
      throw new UsageError('--resume and --force are both given', 'give one of them')
    const style = styleOf(args.values.get('style') ?? 'hollywood')
    const quality = qualityOf(args, 'preview')
    const size = sizeOf(args, { even: true }) ?? QUALITY_SIZES[quality]
    fpsOf(args)
    rangeOf(args)
    const out = outOf(context, '.mp4')
    const read = await readFilm(context)
    const { plan } = makeFilm(read, context, settingsOf(context)).store
    const { wanted, shots, frames } = framesOf(context, plan)
    const seconds = (frames * plan.fps.den) / plan.fps.num
    const store = storeFolderFor(out)
    const summary = {
      title: plan.title,
      out: relative(io.cwd, out) || out,
      style: style.id,
      quality,
      ...size,
      fps: `${plan.fps.num}/${plan.fps.den}`,
      scenes: plan.scenes.length,
      shots,
      frames,
      seconds: Math.round(seconds * 1000) / 1000,
    }
    if (args.switches.has('dry-run')) {
      io.out(`${JSON.stringify(summary, undefined, 2)}\n`)
      return
    }
    report.note(
      `${plan.title || read.file.name}: ${shots} shots, ${duration(seconds)} at ${size.width}×${size.height}, ${style.name}, ${quality}`,
    )
    if (args.switches.has('resume') && !existsSync(store)) report.note('nothing to resume here: beginning')
    const start = io.now()
    const output = await renderFilm(
      {
        file: read.file,
        settings: openSettings(context),
        request: { style: style.id, quality, ...size, ...wanted, force: args.switches.has('force') },
        out,
      },
      context,
    )
    report.note(`${output.frames} frames, ${output.codec}, in ${duration((io.now() - start) / 1000)} on ${output.adapter}`)
    report.detail(`pictures ${output.filmHash}; pieces are kept in ${store}`)
    io.out(json ? `${JSON.stringify(output)}\n` : `${summary.out}\n`)
  },
}
