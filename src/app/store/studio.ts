import { type FilmLook, type PaletteSet, type Probe, STYLES, type Style } from '../../departments/retro'
import {
  type Diagnostic,
  type HandEdit,
  isModelName,
  type RenderOutput,
  type RenderPlan,
  type ShotSlice,
  withEdit,
  withoutEditsOf,
} from '../../film'
import type { RunEvent } from '../../pipeline'
import type { ResolvedProduction } from '../../production'
import type { LookTexels } from '../../render'
import type { DetailBake, ShotParts } from '../../stage'
import { DETAIL_SIZE, type FilmSummary, type SourceFile, startBuildWorker, startPlanWorker } from '../../workers'
import { castingOverrides } from './casting'
import { type FilmFormat, filmFormat } from './film-formats'
import { FilmSound } from './film-sound'
import { type FilmSource, type FilmState, filmStore, type Room } from './film-store'
import { keepEdits, keptEdits } from './kept-edits'
import { desk } from './production'
import { productionStore } from './production-state'
import { type DroppedFile, isProduction } from './read-files'
import { runFolder } from './results'
import { StoppableRun } from './stoppable-run'
import { storeFile } from './store-file'
import { isCubeFile, isPaletteFile, isStyleFile, loadCubeFile, loadPaletteFile, loadStyleFile } from './style-files'
import { messageOf } from './words'

/** What is said over a screenplay. */
type Said = Partial<Pick<FilmState, 'casting' | 'models' | 'edits' | 'editsBefore'>>

const nextTask = () => new Promise<void>((done) => setTimeout(done))

/**
 * The studio behind the page: owns the workers, puts what they answer into the store. Made once.
 */
class Studio {
  readonly planner = startPlanWorker()
  readonly builder = startBuildWorker()
  /** What is heard of the film that is open. */
  readonly sound = new FilmSound(this.planner.door)
  #bake: Promise<DetailBake> | undefined
  #export: StoppableRun | undefined
  #keeping: Promise<void> = Promise.resolve()
  #editing: Promise<void> = Promise.resolve()
  #planning: Promise<void> = Promise.resolve()
  /** Ends when the lines of the open film have been spoken. */
  #voicing: Promise<void> = Promise.resolve()

  /** Opens a dropped screenplay; on failure the film that was open stays, and the reasons are shown. */
  async open(file: File | SourceFile): Promise<void> {
    filmStore.setState({ opening: file.name, problems: [], playing: false })
    try {
      const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : file.bytes
      const answer = await this.planner.door.open({ name: file.name, bytes }, 'known')
      if (filmStore.getState().opening !== file.name) return
      if (answer.ok) {
        await this.cancelExport()
        // What arrived was read in this task; what it shows is made in the next.
        await nextTask()
        if (filmStore.getState().opening !== file.name) return
        filmStore.setState({
          opening: undefined,
          film: answer.film,
          fileName: file.name,
          source: { main: file.name, files: [{ name: file.name, bytes }], edits: [] },
          casting: {},
          models: [],
          edits: [],
          editsBefore: [],
          frame: posterFrame(answer.film),
          exporting: { kind: 'idle' },
          problems: [],
        })
        await this.#restoreEdits()
        void this.#voice()
      } else filmStore.setState({ opening: undefined, problems: answer.diagnostics })
    } catch (error) {
      filmStore.setState({
        opening: undefined,
        problems: [
          {
            severity: 'error',
            rule: 'page.open',
            message: `${file.name} could not be opened: ${messageOf(error)}`,
            remedy: 'try again, or another file',
            line: 0,
            column: 0,
          },
        ],
      })
    }
  }

  /**
   * Plans the open film anew with people as they are wanted; the film stays where it is.
   * @returns what stands in the way; empty when it is done.
   */
  recast(casting: FilmState['casting'], models = filmStore.getState().models): Promise<readonly Diagnostic[]> {
    return this.#replan({ casting, models })
  }

  /** Plans the open film anew with something changed by hand on the floor plan; several edits are one step. @returns as `recast`. */
  edit(...made: readonly HandEdit[]): Promise<readonly Diagnostic[]> {
    return this.#setEdits((edits) => made.reduce(withEdit, edits))
  }

  /** Takes back all that a hand said of one lamp or thing (`lamps.rim`, `things.sofa-1`). @returns as `recast`. */
  unedit(target: string, of: string): Promise<readonly Diagnostic[]> {
    return this.#setEdits((edits) => withoutEditsOf(edits, target, of))
  }

  /** Takes the last change back. */
  undoEdit(): Promise<readonly Diagnostic[]> {
    return this.#inTurn(({ editsBefore }) => {
      const edits = editsBefore.at(-1)
      return edits && { edits, editsBefore: editsBefore.slice(0, -1) }
    })
  }

  #setEdits(change: (edits: readonly HandEdit[]) => readonly HandEdit[]): Promise<readonly Diagnostic[]> {
    return this.#inTurn(({ edits, editsBefore }) => ({ edits: change(edits), editsBefore: [...editsBefore, edits] }))
  }

  /** Changes edits when those before are in the plan: hands are faster than plans. */
  #inTurn(change: (now: FilmState) => Pick<FilmState, 'edits' | 'editsBefore'> | undefined): Promise<readonly Diagnostic[]> {
    const made = this.#editing.then(async () => {
      const said = change(filmStore.getState())
      if (!said) return []
      // Before it is planned: the page may be closed meanwhile.
      this.#keepEdits(said.edits)
      const problems = await this.#replan(said)
      if (problems.length > 0) this.#keepEdits(filmStore.getState().edits)
      return problems
    })
    this.#editing = made.then(
      () => undefined,
      () => undefined,
    )
    return made
  }

  /** Keeps what was changed by hand, for when the film is opened again: one after the other. */
  #keepEdits(edits: readonly HandEdit[]): void {
    const { film, fileName, source } = filmStore.getState()
    if (!film || !fileName || !source) return
    const kept = { given: source.edits, edits }
    // What a browser does not keep is in the film all the same, until the page is closed.
    this.#keeping = this.#keeping.then(() => keepEdits(desk.store, { fileName, title: film.plan.title }, kept)).catch(() => undefined)
  }

  /** Lays over the film that was opened what was changed by hand in it before; undo takes it off. */
  async #restoreEdits(): Promise<void> {
    const { film, fileName, source, edits } = filmStore.getState()
    if (!film || !fileName || !source) return
    await this.#keeping
    const kept = await keptEdits(desk.store, { fileName, title: film.plan.title }, source.edits).catch(() => undefined)
    const now = filmStore.getState()
    if (kept && kept.length > 0 && now.source === source && now.edits === edits) await this.#replan({ edits: kept, editsBefore: [edits] })
  }

  /** Plans the open film with what is said over its screenplay, after what is being planned: each knows what those before said. @returns what stands in the way; then everything stays. */
  #replan(change: Said): Promise<readonly Diagnostic[]> {
    const planned = this.#planning.then(() => this.#replanNow(change))
    this.#planning = planned.then(
      () => undefined,
      () => undefined,
    )
    return planned
  }

  async #replanNow(change: Said): Promise<readonly Diagnostic[]> {
    const { source } = filmStore.getState()
    if (!source) return []
    const said = { ...filmStore.getState(), ...change }
    const answer = await this.planner.door.openProduction(
      { main: source.main, files: [...source.files, ...said.models], overrides: saidOver(said, source.edits) },
      'known',
    )
    if (filmStore.getState().source !== source) return []
    if (!answer.ok) return answer.diagnostics
    const { film } = answer.production
    filmStore.setState((now) => ({ film, ...change, frame: now.film ? sameMoment(now.film.plan, now.frame, film.plan) : 0 }))
    void this.#voice()
    return []
  }

  /** Has lines of the open film spoken that were not, and plans it again with what they take; it stays where it is. */
  #voice(): Promise<void> {
    const { film, source } = filmStore.getState()
    if (!film || !source || film.unspoken === 0) return Promise.resolve()
    this.#voicing = this.planner.door
      .speak()
      .then(async (spoken) => {
        // Another film that was asked for has its own lines spoken.
        if (spoken && filmStore.getState().film === film) await this.#replan({})
      })
      .catch((error: unknown) =>
        filmStore.setState({
          problems: [
            {
              severity: 'warning',
              rule: 'page.voices',
              message: `the lines cannot be spoken: ${messageOf(error)}`,
              remedy: 'open the page again; until then they are captions',
              line: 0,
              column: 0,
            },
          ],
        }),
      )
    return this.#voicing
  }

  /** Opens a screenplay that comes with the page. */
  async openSample(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path
    filmStore.setState({ opening: name })
    const answer = await fetch(path)
    await this.open({ name, bytes: new Uint8Array(await answer.arrayBuffer()) })
  }

  /** Everything one shot depends on. */
  slice(shotKey: string): Promise<ShotSlice> {
    return this.planner.door.slice(shotKey)
  }

  /** Meshes and light of a shot, without those whose keys the viewport already holds. */
  parts(slice: ShotSlice, have: readonly string[]): Promise<ShotParts> {
    return this.builder.door.parts(slice, have)
  }

  /** A shot's colours in a style: what a machine allows takes longer to choose among than the page may be held up. */
  palettes(style: Style, probes: readonly Probe[]): Promise<PaletteSet | null> {
    return this.builder.door.palettes(style, probes)
  }

  /** A film look's table of colours, which takes as long. */
  lookTable(film: FilmLook): Promise<LookTexels | null> {
    return this.builder.door.lookTable(film)
  }

  /** Surface detail, baked once a page. */
  bake(): Promise<DetailBake> {
    this.#bake ??= this.builder.door.bake(DETAIL_SIZE)
    return this.#bake
  }

  /** Opens what was dropped or chosen: a screenplay as a film, a master file or a folder as a production, styles, palettes and tables of colours as what they are. */
  async openAny(dropped: readonly DroppedFile[]): Promise<void> {
    const first = dropped[0]
    if (!first) return
    if (dropped.every((d) => isStyleFile(d.name))) {
      for (const { file } of dropped) await loadStyleFile(file)
      return
    }
    if (isPaletteFile(first.name)) return loadPaletteFile(first.file)
    if (isCubeFile(first.name)) return loadCubeFile(first.file)
    const { room } = filmStore.getState()
    if (room !== 'production' && isModelName(first.name))
      return filmStore.setState({
        problems: [
          {
            severity: 'error',
            rule: 'page.model',
            message: `${first.name} is a model, and it is not said whom it stands in for`,
            remedy: 'open the Cast room, choose somebody, and drop it there',
            line: 0,
            column: 0,
          },
        ],
      })
    if (room !== 'production' && !isProduction(dropped.map((d) => d.name))) return this.open(first.file)
    filmStore.setState({ room: 'production', playing: false, problems: [] })
    await desk.open(await Promise.all(dropped.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) }))))
  }

  /** Goes to a room. The production room begins with the film that is open; the others show the production that is on the desk. */
  enter(room: Room): void {
    const { room: before, source } = filmStore.getState()
    if (before === 'production' && room !== 'production') {
      void this.#watch(room)
      return
    }
    filmStore.setState({ room, playing: false })
    if (room === 'production' && source && productionStore.getState().files.length === 0) void desk.open(source.files, source.main)
  }

  /** Shows the film of what is on the desk in another room; what was said over the film before, and moved, stays where it is the same production. */
  async #watch(room: Room): Promise<void> {
    const { check, findings } = productionStore.getState()
    const { film, source, ...said } = filmStore.getState()
    const input = check === 'empty' ? undefined : desk.input()
    if (!input || (source && isSame(input, source))) return filmStore.setState({ room, playing: false })
    // What cannot be made is not shown: the film before is, or the room stays.
    if (check === 'bad')
      return filmStore.setState({ ...(film ? { room, playing: false } : {}), problems: findings.filter((f) => f.severity === 'error') })
    const name = input.main || 'the production'
    filmStore.setState({ opening: name, problems: [], playing: false })
    const isOld = source !== undefined && source.main === input.main
    // The casts and moves of another film are not this one's.
    const kept = isOld ? { casting: said.casting, models: said.models } : { casting: {}, models: [] }
    try {
      const moved = isOld && JSON.stringify(said.edits) !== JSON.stringify(source.edits)
      const over = saidOver({ casting: kept.casting, edits: moved ? said.edits : [] }, moved ? source.edits : [])
      const answer = await this.planner.door.openProduction({ ...input, files: [...input.files, ...kept.models], overrides: over }, 'known')
      if (filmStore.getState().opening !== name) return
      if (!answer.ok) return filmStore.setState({ opening: undefined, problems: answer.diagnostics })
      await this.cancelExport()
      await nextTask()
      if (filmStore.getState().opening !== name) return
      const { film: planned, resolved } = answer.production
      const { edits = [], style } = JSON.parse(resolved) as Pick<ResolvedProduction, 'edits' | 'style'>
      filmStore.setState(({ frame }) => ({
        room,
        opening: undefined,
        film: planned,
        fileName: input.main || `${planned.plan.title || 'production'}.yaml`,
        source: { ...input, edits: moved ? source.edits : edits },
        ...kept,
        edits,
        editsBefore: isOld ? said.editsBefore : [],
        frame: isOld && film ? sameMoment(film.plan, frame, planned.plan) : posterFrame(planned),
        ...(isOld || !STYLES.some((s) => s.id === style.preset) ? {} : { style: style.preset }),
        exporting: { kind: 'idle' },
        problems: [],
      }))
      if (!isOld) await this.#restoreEdits()
      void this.#voice()
    } catch (error) {
      filmStore.setState({
        opening: undefined,
        problems: [
          {
            severity: 'error',
            rule: 'page.open',
            message: `${name} could not be planned: ${messageOf(error)}`,
            remedy: 'try again',
            line: 0,
            column: 0,
          },
        ],
      })
    }
  }

  /** Renders the film, or the stretch of it between two film frames, and offers it as a file. */
  async exportFilm(
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
    this.#export = run
    try {
      // What is exported is as long as its lines take: so must the stretch be that was chosen.
      await this.#voicing
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
        onSpoken: (done, total) => this.#heardExport(file, { of: 'run', kind: 'progress', phase: 'voices', done, total }),
        onEvent: (event) => this.#heardExport(file, event),
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
      if (this.#export === run) this.#export = undefined
    }
  }

  #heardExport(
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
  async cancelExport(): Promise<void> {
    if (filmStore.getState().exporting.kind === 'running') await this.#export?.stop()
  }

  /** Forgets a finished or failed export. */
  closeExport(): void {
    const { exporting } = filmStore.getState()
    if (exporting.kind === 'done') URL.revokeObjectURL(exporting.url)
    if (exporting.kind !== 'running') filmStore.setState({ exporting: { kind: 'idle' } })
  }
}

/** Whether the files on the desk are those that the film was planned from. */
function isSame(input: { readonly main: string; readonly files: readonly SourceFile[] }, source: FilmSource): boolean {
  if (input.main !== source.main || input.files.length !== source.files.length) return false
  return input.files.every(({ name, bytes }) => {
    const other = source.files.find((f) => f.name === name)?.bytes
    return other !== undefined && (other === bytes || (other.length === bytes.length && other.every((b, i) => b === bytes[i])))
  })
}

/** What is said over a screenplay, as sections of a production. */
const saidOver = ({ casting, edits }: Pick<FilmState, 'casting' | 'edits'>, given: readonly HandEdit[] = []) => ({
  ...castingOverrides(casting),
  ...(edits.length + given.length > 0 ? { edits } : {}),
})

/** What stands in the way of a film, and what helps. */
function foundIn(findings: readonly Diagnostic[]): string {
  const worst = findings.find((f) => f.severity === 'error') ?? findings[0]
  return worst ? `${worst.message}: ${worst.remedy}` : 'the film could not be opened'
}

/** The frame of a film that is planned anew in which what was seen in it is seen: the same shot, as far into it as it goes. */
function sameMoment(before: RenderPlan, frame: number, now: RenderPlan): number {
  const shot = before.shots.findLast((s) => s.startFrame <= frame)
  const same = now.shots.find((s) => s.key === shot?.key)
  return shot && same ? same.startFrame + Math.min(frame - shot.startFrame, same.frames - 1) : Math.min(frame, now.frames - 1)
}

/** Where the playhead stands when a film opens: a second in, past a fade from black. */
function posterFrame({ plan }: FilmSummary): number {
  const second = Math.round(plan.fps.num / plan.fps.den)
  return Math.min(second, (plan.shots[0]?.frames ?? 1) - 1)
}

export const studio = new Studio()
