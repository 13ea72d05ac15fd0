import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hashOf } from '../film'
import { formatGraph, runFolder } from '../pipeline'
import type { RunOptions } from '../workers'
import type { Verb } from './command'
import { placeOf, shownPath, storeFolderFor } from './deliver'
import { filmOverrides, fromPhaseOf, partOf, runIdOf } from './film-options'
import { openFilm, readFilm } from './open-film'
import { choiceOf, rangeOf, wholeNumberOf } from './option-values'
import { FPS, OUT, QUALITY, SIZE, STYLE, TAKE } from './picture-options'
import { duration } from './report'
import { gistOf, gistText, runProduction, whyText, withProduction } from './run-production'
import { storeFile } from './store-folder'
import { KEPT_BYTES, KEPT_DAYS } from './tidy-store'
import { UsageError } from './usage-error'

/** Which part of a film, for verbs that make or estimate it. */
export const PART_FLAGS = [
  { name: 'only', value: 'sc3[.sh2],…', help: 'these scenes and shots' },
  { name: 'range', value: 'FROM-TO', help: 'a part of the film: 10s-20s, 1:30-2:00, -15s' },
] as const

/** What is delivered, and how. */
export const OUTPUT_FLAGS = [
  {
    name: 'output',
    value: 'PRESET',
    many: true,
    help: 'an output or preset by name: youtube_1080p, 8bit_game, png, exr, gif … (repeatable)',
  },
  STYLE,
  SIZE,
  FPS,
  TAKE,
  QUALITY,
] as const

/** `run`: the whole production. */
export const RUN: Verb = {
  name: 'run',
  takes: 'FILE',
  summary: 'the whole production: a screenplay or a master file becomes films',
  flags: [
    { ...OUT, help: 'a film by its ending (.mp4 .webm .gif .apng .webp), or the folder of several and of pictures' },
    ...OUTPUT_FLAGS,
    ...PART_FLAGS,
    { name: 'parallel', value: 'N', help: 'render workers (default: by cores and graphics card)' },
    { name: 'resume', help: 'go on with a run that was cut off (the default; with it, says if there is none)' },
    { name: 'checkpoint', value: 'PATH', help: 'folder that keeps the pieces (default: .oneshot beside the output)' },
    { name: 'from-phase', value: 'P', help: 'make anew from this phase on: name, or number 1 to 8' },
    { name: 'force', help: 'make everything anew' },
    { name: 'dry-run', help: 'print what would be made and why, and make nothing' },
    { name: 'run-id', value: 'ID', help: 'folder name of this run (default: hash of the production)' },
    { name: 'on-failure', value: 'WHAT', help: 'a shot that fails: stop (default), or leave a hole' },
    { name: 'keep-all', help: `leave other runs in the store, however old (else: ${KEPT_DAYS} days, ${KEPT_BYTES / 1e9} GB)` },
    { name: 'coarse', help: 'look at every tenth frame of every shot first, small' },
  ],
  examples: [
    'run film.fountain -o film.mp4',
    'run film.fountain -o clip.gif --range 0s-3s --style gameboy',
    'run production.yaml -o out',
    'run film.fountain --output exr --size 1920x1080 --only sc2 -o frames',
    'run film.fountain --style nes --size 640x480 --only sc2',
    'run production.yaml --output 8bit_game --output youtube_1080p --dry-run',
  ],
  run: async (context) => {
    const { args, io, report, json } = context
    if (args.switches.has('resume') && args.switches.has('force'))
      throw new UsageError('--resume and --force are both given', 'give one of them')
    const fromPhase = fromPhaseOf(args)
    const runId = runIdOf(args)
    const parallel = wholeNumberOf(args, 'parallel', 1, 16)
    const onFailure = choiceOf(args, 'on-failure', ['stop', 'hole'] as const)
    rangeOf(args)
    // Flags are checked before the file is read.
    await filmOverrides(args, true, io.cwd)
    const source = await readFilm(context)
    const overrides = await filmOverrides(args, source.bare, io.cwd)
    const { film, outputs, production, project, runId: wholeId } = await openFilm(source, context, overrides)
    const { plan } = film.store
    const { wanted, shots, frames } = partOf(args, plan)
    const place = placeOf(context, source, outputs)
    const checkpoint = args.values.get('checkpoint')
    const store = checkpoint === undefined ? storeFolderFor(place.path) : resolve(io.cwd, checkpoint)
    const options: RunOptions = {
      ...wanted,
      ...(parallel === undefined ? {} : { parallel }),
      ...(args.switches.has('force') ? { force: true } : {}),
      ...(fromPhase === undefined ? {} : { fromPhase }),
      ...(runId === undefined ? {} : { runId }),
      coarse: args.switches.has('coarse') || production.render.coarse,
      onFailure: onFailure ?? production.render.on_failure,
    }
    if (args.switches.has('dry-run')) {
      const graph = await withProduction({ source, overrides, store }, context, (browser) => browser.call('graph', options))
      io.out(json ? `${JSON.stringify(graph, undefined, 2)}\n` : formatGraph(graph))
      return
    }
    const seconds = (frames * plan.fps.den) / plan.fps.num
    report.note(
      `${plan.title || source.base}: ${shots} shots, ${duration(seconds)}; ` +
        outputs.map((o) => `${o.name} ${o.width}×${o.height} ${o.style.name}, ${o.quality}`).join('; '),
    )
    const isPart = Object.keys(wanted).length > 0
    const known = runId ?? (isPart ? hashOf({ run: wholeId, ...wanted }) : wholeId)
    if (args.switches.has('resume') && !existsSync(storeFile(store, `${runFolder(project, known)}checkpoint.json`)))
      report.note(existsSync(store) ? 'this run was not begun here: what fits from others is used' : 'nothing to resume here: beginning')
    const { summary, films, sheets } = await runProduction(
      { source, overrides, options, store, place, keepsAll: args.switches.has('keep-all') },
      context,
    )
    for (const why of whyText(summary)) report.detail(why)
    for (const { name, made } of films)
      report.note(`${name}: ${made.frames} frames, ${made.codec}${made.asked ? ` in place of ${made.asked}` : ''}, on ${made.adapter}`)
    report.note(gistText(summary))
    const folder = join(store, runFolder(summary.project, summary.runId))
    report.detail(`report: ${join(folder, 'report.html')}`)
    if (!json) {
      for (const path of [...films.map((f) => f.path), ...sheets]) io.out(`${shownPath(path, io.cwd)}\n`)
      return
    }
    io.out(
      `${JSON.stringify({
        runId: summary.runId,
        project: summary.project,
        ...gistOf(summary),
        summary: join(folder, 'run_summary.json'),
        report: join(folder, 'report.html'),
        outputs: films.map(({ name, path, made: { segments: _, ...made } }) => ({ ...made, name, file: path })),
        ...(sheets.length > 0 ? { sprites: sheets } : {}),
      })}\n`,
    )
  },
}
