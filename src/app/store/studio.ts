import type { RenderPlan, ShotSlice } from '../../film'
import type { DetailBake, ShotParts } from '../../stage'
import {
  DETAIL_SIZE,
  type FilmSummary,
  type RenderClient,
  type SourceFile,
  startBuildWorker,
  startPlanWorker,
  startRenderWorker,
} from '../../workers'
import { filmStore } from './film-store'

/**
 * The studio behind the page: owns the workers, puts what they answer into the store. Made once.
 */
class Studio {
  readonly planner = startPlanWorker()
  readonly builder = startBuildWorker()
  #bake: Promise<DetailBake> | undefined
  #renderer: Promise<RenderClient> | undefined

  /** Opens a dropped screenplay; on failure the film that was open stays, and the reasons are shown. */
  async open(file: File | SourceFile): Promise<void> {
    filmStore.setState({ opening: file.name, problems: [], playing: false })
    try {
      const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : file.bytes
      const answer = await this.planner.door.open({ name: file.name, bytes })
      if (filmStore.getState().opening !== file.name) return
      if (answer.ok) {
        await this.cancelExport()
        filmStore.setState({
          opening: undefined,
          film: answer.film,
          fileName: file.name,
          frame: posterFrame(answer.film),
          exporting: { kind: 'idle' },
          problems: [],
        })
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

  /** Surface detail, baked once a page. */
  bake(): Promise<DetailBake> {
    this.#bake ??= this.builder.door.bake(DETAIL_SIZE)
    return this.#bake
  }

  /** Renders the film, or the stretch of it between two film frames, and offers it as a file. */
  async exportFilm(
    plan: RenderPlan,
    format: { style: string; width: number; height: number; quality: string },
    range?: { from: number; to: number },
  ): Promise<void> {
    const file = `${(filmStore.getState().fileName ?? 'film').replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9_-]+/g, '-')}-${format.style}.mp4`
    filmStore.setState({ playing: false, exporting: { kind: 'running', file, progress: undefined } })
    try {
      this.#renderer ??= startRenderWorker()
      const renderer = await this.#renderer
      const output = await renderer.exportFilm(
        plan,
        (key) => this.slice(key),
        { ...format, file, ...range },
        (progress) => {
          if (filmStore.getState().exporting.kind === 'running') filmStore.setState({ exporting: { kind: 'running', file, progress } })
        },
      )
      const bytes = await renderer.door.read(file)
      if (!bytes) throw new Error(`${file} is not in the store`)
      const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'video/mp4' }))
      filmStore.setState({ exporting: { kind: 'done', output, url, bytes: bytes.byteLength } })
    } catch (error) {
      const message = messageOf(error)
      filmStore.setState({ exporting: /cancelled$/.test(message) ? { kind: 'idle' } : { kind: 'failed', message } })
      if (/device|GPU|context/i.test(message)) this.#restartRenderer()
    }
  }

  /** Stops a running export within a frame. */
  async cancelExport(): Promise<void> {
    if (filmStore.getState().exporting.kind !== 'running' || !this.#renderer) return
    await (await this.#renderer).door.cancel()
  }

  /** Forgets a finished or failed export. */
  closeExport(): void {
    const { exporting } = filmStore.getState()
    if (exporting.kind === 'done') URL.revokeObjectURL(exporting.url)
    if (exporting.kind !== 'running') filmStore.setState({ exporting: { kind: 'idle' } })
  }

  #restartRenderer(): void {
    void this.#renderer?.then((r) => r.terminate())
    this.#renderer = undefined
  }
}

/** Where the playhead stands when a film opens: a second in, past a fade from black. */
function posterFrame({ plan }: FilmSummary): number {
  const second = Math.round(plan.fps.num / plan.fps.den)
  return Math.min(second, (plan.shots[0]?.frames ?? 1) - 1)
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const studio = new Studio()
