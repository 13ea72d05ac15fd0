import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { holdsPictures, isSoundAlone } from '../encode'
import { diagnosticText } from '../film'
import { openProduction, type ProductionOverrides } from '../production'
import type { Context, Verb } from './command'
import { placeOf, storeFolderFor } from './deliver'
import { filmOverrides, partOf } from './film-options'
import { inBrowser } from './in-browser'
import { nodeSpeaker } from './node-voices'
import { openFilm, placed, readFilm } from './open-film'
import { wholeNumberOf } from './option-values'
import { forPage, type ProductionSource } from './read-production'
import { duration } from './report'
import { withProduction } from './run-production'
import { OUTPUT_FLAGS, PART_FLAGS } from './run-verb'

/** Findings of a production, here or in a browser, which knows what it encodes. */
async function findingsOf(source: ProductionSource, context: Context, overrides: ProductionOverrides) {
  if (!context.args.switches.has('with-browser')) {
    const { files, main } = source
    return openProduction({ files, main, overrides }, { speak: nodeSpeaker() }).diagnostics
  }
  const folder = await mkdtemp(join(tmpdir(), 'oneshot-'))
  try {
    const opened = await inBrowser(folder, context, (browser) => browser.call('open', forPage(source, overrides)))
    return opened.ok ? opened.production.diagnostics : opened.diagnostics
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** `validate`: everything that is wrong or worth knowing. */
export const VALIDATE: Verb = {
  name: 'validate',
  takes: 'FILE',
  summary: 'every finding: where, what, and how to mend it (exit 2 with errors)',
  flags: [...OUTPUT_FLAGS, { name: 'with-browser', help: 'ask a browser, too, what it encodes' }],
  examples: ['validate production.yaml', 'validate production.yaml --json > findings.json'],
  run: async (context) => {
    const { args, io, report, json } = context
    const source = await readFilm(context)
    const overrides = await filmOverrides(args, source.bare, context.io.cwd)
    const found = placed(source, await findingsOf(source, context, overrides), io.cwd)
    const count = (severity: string) => found.filter((d) => d.severity === severity).length
    if (json) io.out(`${JSON.stringify(found, undefined, 2)}\n`)
    else for (const d of found) io.out(`${diagnosticText(d)}\n`)
    const errors = count('error')
    const total = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
    report.note(
      found.length === 0
        ? 'Nothing was found.'
        : `${total(errors, 'error')}, ${total(count('warning'), 'warning')}, ${total(count('info'), 'note')}.`,
    )
    return errors > 0 ? 2 : 0
  },
}

/** Where a film's script stands: in a file, in the master file itself, or nowhere. */
function scriptLine(script: string | undefined, { files, main }: ProductionSource): string {
  if (script === undefined) return 'none: the shots are listed'
  return files.some((f) => f.name === script) ? script : `in ${main || 'the production'}`
}

/** `info`: what a production is. */
export const INFO: Verb = {
  name: 'info',
  takes: 'FILE',
  summary: 'title, scenes, shots, people, places, length, outputs, run id',
  flags: [...OUTPUT_FLAGS],
  examples: ['info production.yaml', 'info film.fountain --json'],
  run: async (context) => {
    const { args, io, json } = context
    const source = await readFilm(context)
    const { film, outputs, production, project, runId } = await openFilm(
      source,
      context,
      await filmOverrides(args, source.bare, context.io.cwd),
    )
    const { script, store } = film
    const { plan } = store
    const seconds = (plan.frames * plan.fps.den) / plan.fps.num
    const info = {
      title: plan.title,
      author: plan.author,
      project,
      runId,
      script: production.script?.file,
      fps: production.fps,
      aspect: production.aspect,
      scenes: plan.scenes.length,
      shots: plan.shots.length,
      frames: plan.frames,
      seconds: Math.round(seconds * 1000) / 1000,
      characters: script.characters.map((c) => ({ name: c.name, lines: c.lines })),
      locations: [...new Set(plan.scenes.map((s) => s.title))],
      outputs: outputs.map(({ name, width, height, container, quality, style }, i) => ({
        name,
        preset: production.outputs[i]?.preset,
        width,
        height,
        container,
        codec: production.outputs[i]?.codec ?? (holdsPictures(container) || isSoundAlone(container) ? container : 'best'),
        quality,
        style: production.outputs[i]?.style ?? style.id,
      })),
    }
    if (json) {
      io.out(`${JSON.stringify({ ...info, production }, undefined, 2)}\n`)
      return
    }
    const rows: readonly (readonly [string, string])[] = [
      ['title', `${info.title}${info.author ? `, by ${info.author}` : ''}`],
      ['script', scriptLine(info.script, source)],
      ['length', `${duration(seconds)}: ${info.frames} frames at ${info.fps} a second`],
      ['picture', `${Math.round(info.aspect * 100) / 100}:1`],
      ['scenes', `${info.scenes}, in ${info.shots} shots`],
      ['people', info.characters.map((c) => `${c.name} (${c.lines})`).join(', ') || 'none'],
      ['places', info.locations.join('; ')],
      ...info.outputs.map((o): readonly [string, string] => [
        'output',
        isSoundAlone(o.container)
          ? `${o.name}: wav, 48 kHz, 24 bits`
          : `${o.name}: ${o.width}×${o.height} ${o.container}, ${o.codec}, ${o.style}, ${o.quality}`,
      ]),
      ['project', info.project],
      ['run', info.runId],
    ]
    for (const [name, text] of rows) io.out(`${name.padEnd(8)}${text}\n`)
  },
}

const gigabytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.max(1, Math.round(bytes / 1e6))} MB`

/** `estimate`: what a run would take on this machine. */
export const ESTIMATE: Verb = {
  name: 'estimate',
  takes: 'FILE',
  summary: 'frames, time, disk and memory of a run, from a few frames drawn here',
  flags: [
    ...OUTPUT_FLAGS,
    ...PART_FLAGS,
    { name: 'parallel', value: 'N', help: 'render workers' },
    { name: 'checkpoint', value: 'PATH', help: 'folder that keeps the pieces of earlier runs' },
  ],
  examples: ['estimate production.yaml', 'estimate film.fountain --quality final --parallel 2'],
  run: async (context) => {
    const { args, io, json } = context
    const parallel = wholeNumberOf(args, 'parallel', 1, 16)
    const source = await readFilm(context)
    const overrides = await filmOverrides(args, source.bare, context.io.cwd)
    const { film, outputs } = await openFilm(source, context, overrides)
    const { wanted } = partOf(args, film.store.plan)
    const checkpoint = args.values.get('checkpoint')
    const store = checkpoint === undefined ? storeFolderFor(placeOf(context, source, outputs).path) : resolve(io.cwd, checkpoint)
    const estimate = await withProduction({ source, overrides, store }, context, (browser) =>
      browser.call('estimate', { ...wanted, ...(parallel === undefined ? {} : { parallel }) }),
    )
    if (json) {
      io.out(`${JSON.stringify(estimate, undefined, 2)}\n`)
      return
    }
    const { frames, segments, segmentsCached, msPerFrame, diskBytes, memoryBytes, adapter } = estimate
    const times = parallel === undefined ? estimate.seconds : estimate.seconds.filter((s) => s.workers === parallel)
    const last = estimate.seconds.at(-1)
    const shown = times.length > 0 ? times : last ? [last] : []
    io.out(`frames  ${frames} in ${segments} segments, ${segmentsCached} of them made already\n`)
    io.out(`speed   ${msPerFrame} ms a frame on ${adapter}\n`)
    for (const { workers, seconds } of shown)
      io.out(`time    ${duration(seconds)} with ${workers} ${workers === 1 ? 'worker' : 'workers, one graphics adapter'}\n`)
    io.out(`disk    ${gigabytes(diskBytes)}\nmemory  ${gigabytes(memoryBytes)}\n`)
  },
}
