import type { Style } from '../../departments/retro'
import { STYLES } from '../../departments/retro'
import type { Diagnostic, RenderOutput, RenderPlan } from '../../film'
import type { RunEvent } from '../../pipeline'
import { type FilmFormat, filmFormat } from './film-formats'
import { filmStore } from './film-store'
import { sameMoment } from './moments'
import { desk } from './production'
import { runFolder } from './results'
import { saidOver } from './said-over'
import { StoppableRun } from './stoppable-run'
import { storeFile } from './store-file'
import { messageOf } from './words'

/** The film that is open, made into a file: one at a time. */
export class FilmExport {
  readonly #spoken: () => Promise<void>
  #run: StoppableRun | undefined

  /** @param spoken ends when the lines of the open film have been spoken. */
  constructor(spoken: () => Promise<void>) {
    this.#spoken = spoken
  }

  /** Renders the film, or the stretch of it between two film frames, and offers it as a file. */
  async start(
    plan: RenderPlan,
    format: { container: FilmFormat; style: Style; width: number; height: number; quality: string },
    range?: { from: number; to: number },
  ): Promise<void> {
    const { fileName, source, casting, models, edits } = filmStore.getState()
    if (!source) return
    const name = `${(fileName ?? 'film').replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9_-]+/g, '-')}-${format.style.id}`
    const file = `${name}.${format.container}`
    filmStore.setState({ playing: false, exporting: { kind: 'running', file, progress: undefined } })
    const run = new StoppableRun()
    this.#run = run
    try {
      // What is exported is as long as its lines take: so must the stretch be that was chosen.
      await this.#spoken()
      const now = filmStore.getState().film?.plan ?? plan
      const stretch = range && { from: sameMoment(plan, range.from, now), to: sameMoment(plan, range.to - 1, now) + 1 }
      const outcome = await run.toEnd({
        input: {
          main: source.main,
          files: [...source.files, ...models],
          overrides: {
            ...saidOver({ casting, edits }, source.edits),
            fps: `${plan.fps.num}/${plan.fps.den}`,
            aspect_ratio: plan.aspect,
            outputs: [{ name, ...format, style: STYLES.includes(format.style) ? format.style.id : format.style }],
          },
        },
        options: { onFailure: 'stop', ...stretch },
        onSpoken: (done, total) => this.#heard(file, { of: 'run', kind: 'progress', phase: 'voices', done, total }),
        onEvent: (event) => this.#heard(file, event),
      })
      if (outcome.kind === 'invalid') throw new Error(foundIn(outcome.findings))
      if (outcome.kind === 'stopped' || outcome.summary.state === 'cancelled') return filmStore.setState({ exporting: { kind: 'idle' } })
      const { summary } = outcome
      if (summary.state !== 'done')
        throw new Error(summary.error ? `${summary.error.problem}: ${summary.error.remedy}` : `the run is ${summary.state}`)
      const folder = runFolder(summary.project, summary.runId)
      const [made, output] = await Promise.all([
        storeFile(desk.store, `${folder}${file}`, filmFormat(file)?.type ?? 'video/mp4'),
        desk.store.read(`${folder}RenderOutput.${name}.json`),
      ])
      if (!made || !output) throw new Error(`${file} is not in the store`)
      filmStore.setState({
        exporting: {
          kind: 'done',
          output: { ...(JSON.parse(new TextDecoder().decode(output)) as RenderOutput), file },
          url: made.url,
          bytes: made.bytes,
        },
      })
    } catch (error) {
      const message = messageOf(error)
      filmStore.setState({ exporting: /cancelled$/.test(message) ? { kind: 'idle' } : { kind: 'failed', message } })
    } finally {
      run.close()
      if (this.#run === run) this.#run = undefined
    }
  }

  #heard(
    file: string,
    {
      kind,
      of,
      phase = '',
      done,
      total,
      etaS = null,
      reason,
    }: Pick<RunEvent, 'kind' | 'of' | 'phase' | 'done' | 'total' | 'etaS' | 'reason'>,
  ): void {
    if (of !== 'run' || kind !== 'progress' || done === undefined || total === undefined) return
    if (filmStore.getState().exporting.kind !== 'running') return
    const progress = { phase: phase || 'render', done, total, etaS, ...(reason ? { note: reason } : {}) }
    filmStore.setState({ exporting: { kind: 'running', file, progress } })
  }

  /** Stops a running export within a frame, also while it is only being prepared. */
  async cancel(): Promise<void> {
    if (filmStore.getState().exporting.kind === 'running') await this.#run?.stop()
  }

  /** Forgets a finished or failed export. */
  close(): void {
    const { exporting } = filmStore.getState()
    if (exporting.kind === 'done') URL.revokeObjectURL(exporting.url)
    if (exporting.kind !== 'running') filmStore.setState({ exporting: { kind: 'idle' } })
  }
}

/** What stands in the way of a film, and what helps. */
function foundIn(findings: readonly Diagnostic[]): string {
  const worst = findings.find((f) => f.severity === 'error') ?? findings[0]
  return worst ? `${worst.message}: ${worst.remedy}` : 'the film could not be opened'
}
