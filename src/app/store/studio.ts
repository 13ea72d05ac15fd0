import { type FilmLook, type PaletteSet, type Probe, STYLES, type Style } from '../../departments/retro'
import { type Diagnostic, isModelName, type ShotSlice } from '../../film'
import type { ResolvedProduction } from '../../production'
import type { LookTexels } from '../../render'
import type { ShotParts, StageBake } from '../../stage'
import { DETAIL_SIZE, type SourceFile, startBuildWorker, startPlanWorker } from '../../workers'
import { FilmExport } from './film-export'
import { FilmSound } from './film-sound'
import { type FilmSource, filmStore, type Room } from './film-store'
import { HandEdits } from './hand-edits'
import { posterFrame, sameMoment } from './moments'
import { nextTask } from './next-task'
import { desk } from './production'
import { productionStore } from './production-state'
import { type DroppedFile, isProduction } from './read-files'
import { type Said, saidOver } from './said-over'
import { isCubeFile, isPaletteFile, isStyleFile, loadCubeFile, loadPaletteFile, loadStyleFile } from './style-files'
import { messageOf } from './words'

/**
 * The studio behind the page: owns the workers, puts what they answer into the store. Made once.
 */
class Studio {
  readonly planner = startPlanWorker()
  readonly builder = startBuildWorker()
  /** What is heard of the film that is open. */
  readonly sound = new FilmSound(this.planner.door)
  /** What is changed in it by hand. */
  readonly edits = new HandEdits((change) => this.#replan(change))
  /** What is made of it. */
  readonly exporter = new FilmExport(() => this.#voicing)
  #bake: Promise<StageBake> | undefined
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
        await this.exporter.cancel()
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
          editsAfter: [],
          frame: posterFrame(answer.film),
          exporting: { kind: 'idle' },
          problems: [],
        })
        await this.edits.restore()
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

  /** What every scene is drawn with, baked once a page. */
  bake(): Promise<StageBake> {
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
      await this.exporter.cancel()
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
        editsAfter: isOld ? said.editsAfter : [],
        frame: isOld && film ? sameMoment(film.plan, frame, planned.plan) : posterFrame(planned),
        ...(isOld || !STYLES.some((s) => s.id === style.preset) ? {} : { style: style.preset }),
        exporting: { kind: 'idle' },
        problems: [],
      }))
      if (!isOld) await this.edits.restore()
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
}

/** Whether the files on the desk are those that the film was planned from. */
function isSame(input: { readonly main: string; readonly files: readonly SourceFile[] }, source: FilmSource): boolean {
  if (input.main !== source.main || input.files.length !== source.files.length) return false
  return input.files.every(({ name, bytes }) => {
    const other = source.files.find((f) => f.name === name)?.bytes
    return other !== undefined && (other === bytes || (other.length === bytes.length && other.every((b, i) => b === bytes[i])))
  })
}

export const studio = new Studio()
