import { texture } from 'three/tsl'
import {
  LinearSRGBColorSpace,
  NearestFilter,
  NodeMaterial,
  NoToneMapping,
  type PerspectiveCamera,
  QuadMesh,
  RenderTarget,
  UnsignedByteType,
  type WebGPURenderer,
} from 'three/webgpu'
import type { Size } from '../../departments/retro'
import { styleByName } from '../../departments/retro'
import type { ShotSlice, Vec3 } from '../../film'
import { configureRenderer, FilmRenderer, gpuTextureOf, QUALITY, type QualityName } from '../../render'
import type { ShotParts } from '../../stage'
import { filmStore } from '../store/film-store'
import { studio } from '../store/studio'
import { messageOf } from '../store/words'
import { type Moment, momentAt } from './moment'

/** Preview sizes, best first: the viewport goes down a step when a picture takes too long, and up again when there is time. */
const LADDER: readonly { readonly height: number; readonly quality: QualityName }[] = [
  { height: 1080, quality: 'preview' },
  { height: 720, quality: 'preview' },
  { height: 540, quality: 'preview' },
  { height: 360, quality: 'preview' },
  { height: 270, quality: 'preview' },
  { height: 216, quality: 'draft' },
]
declare global {
  interface Window {
    /** Makes the viewport's device go away, for tests of recovery. */
    oneshotLoseGpu?: () => void
    /** The viewport's finished picture read back, for tests: rgba, top row first. */
    oneshotViewport?: () => Promise<{ readonly width: number; readonly height: number; readonly rgba: Uint8Array }>
  }
}

/** A picture slower than this costs a step while playing, milliseconds. */
const SLOW_MS = 45
/** Where the viewport begins: small and soon; a picture at rest is then refined as far as the machine is quick. */
const START_STEP = 4
/** A picture at rest may take this long, milliseconds. */
const REFINE_MS = 160

/**
 * Keeps the viewport's picture up to date: the playhead's frame of the film through `FilmRenderer`, shown on R3F's canvas
 * by one textured quad. Draws only when something changed.
 */
export class FilmView {
  readonly #renderer: WebGPURenderer
  readonly #sliceFor: (shotKey: string) => Promise<ShotSlice>
  readonly #partsFor: (slice: ShotSlice, have: readonly string[]) => Promise<ShotParts>
  #film: FilmRenderer | undefined
  #starting = false
  #loading: string | undefined
  #loaded: string | undefined
  #failed: string | undefined
  #display: RenderTarget | undefined
  readonly #quad = new QuadMesh(new NodeMaterial())
  #step = START_STEP
  #slow = 0
  #fast = 0
  #drawnAs = ''
  #clock = 0
  #busy = false
  #disposed = false

  constructor(
    renderer: WebGPURenderer,
    sliceFor: (shotKey: string) => Promise<ShotSlice>,
    partsFor: (slice: ShotSlice, have: readonly string[]) => Promise<ShotParts>,
  ) {
    this.#renderer = renderer
    this.#sliceFor = sliceFor
    this.#partsFor = partsFor
  }

  /** Called every animation frame: moves the playhead, loads what is needed, draws if the picture changed. */
  tick(deltaS: number, size: Size, free: PerspectiveCamera | undefined): void {
    const state = filmStore.getState()
    const { film, style, exporting } = state
    // The viewport rests while exporting: one picture at a time is fastest.
    if (!film || this.#disposed || exporting.kind === 'running') return
    if (!this.#film) {
      void this.#start()
      return
    }
    const moment = momentAt(film, state.frame, free !== undefined)
    if (!moment) return
    if (this.#loaded !== moment.stage) {
      this.#load(moment)
      return
    }
    if (state.playing) this.#advance(deltaS, film.plan.fps.num / film.plan.fps.den, film.plan.frames)
    const { frame } = filmStore.getState()
    const now = momentAt(film, frame, free !== undefined)
    if (now?.stage !== moment.stage) return
    const pose = free ? `${free.position.toArray()} ${free.quaternion.toArray()}` : ''
    const as = `${now.stage} ${frame} ${style} ${size.width}x${size.height} ${this.#step} ${pose}`
    if (as === this.#drawnAs || this.#busy) return
    this.#drawnAs = as
    this.#draw(now, frame, style, size, free)
  }

  /** Where the shot's camera stands, and what it looks at: the free camera begins there. */
  cameraPose(): { position: Vec3; target: Vec3; fovY: number } | undefined {
    return this.#film?.stage.cameraPose()
  }

  dispose(): void {
    this.#disposed = true
    this.#film?.dispose()
    this.#display?.dispose()
  }

  async #start(): Promise<void> {
    if (this.#starting) return
    this.#starting = true
    configureRenderer(this.#renderer)
    const bake = await studio.bake()
    if (this.#disposed) return
    const film = await FilmRenderer.create(this.#renderer, bake)
    this.#film = film
    window.oneshotViewport = async () => ({ width: film.output.width, height: film.output.height, rgba: await film.readPicture() })
  }

  #load(moment: Moment): void {
    const { stage, shot } = moment
    if (this.#loading === stage || this.#failed === stage || !this.#film) return
    this.#loading = stage
    filmStore.setState({ building: shot.address })
    this.#build(this.#film, moment)
      .then(() => {
        if (this.#loading !== stage) return
        this.#loaded = stage
        this.#drawnAs = ''
      })
      .catch((error: unknown) => {
        this.#failed = stage
        filmStore.setState({
          playing: false,
          problems: [
            {
              severity: 'error',
              rule: 'page.shot',
              message: `shot ${shot.address} cannot be shown: ${messageOf(error)}`,
              remedy: 'choose another shot, or reload the page',
              line: shot.line,
              column: 1,
            },
          ],
        })
      })
      .finally(() => {
        if (this.#loading === stage) {
          this.#loading = undefined
          filmStore.setState({ building: undefined })
        }
      })
  }

  /** Puts on stage what a moment shows; stops when something else is wanted meanwhile. */
  async #build(film: FilmRenderer, { shot, cross, stage }: Moment): Promise<void> {
    const wanted = () => !this.#disposed && this.#loading === stage
    const first = cross?.from ?? shot
    // While a shot runs into the next it is there already: it is asked for again only after a jump.
    const there = film.slice?.shot.key === first.key && this.#loaded === first.sliceHash
    const slice = there && film.slice ? film.slice : await this.#sliceFor(first.key)
    if (!there) {
      const parts = await this.#partsFor(slice, film.stage.partKeys())
      if (!wanted()) return
      this.#loaded = undefined
      await film.load(slice, parts)
    }
    if (!cross || !wanted()) return
    const next = await this.#sliceFor(shot.key)
    const parts = await this.#partsFor(next, film.stage.partKeys())
    if (!wanted()) return
    this.#loaded = undefined
    await film.loadPair(slice, next, undefined, parts)
  }

  #advance(deltaS: number, fps: number, frames: number): void {
    this.#clock += Math.min(deltaS, 0.5) * fps
    const whole = Math.floor(this.#clock)
    if (whole < 1) return
    this.#clock -= whole
    const next = filmStore.getState().frame + whole
    filmStore.setState(next >= frames ? { frame: frames - 1, playing: false } : { frame: next })
  }

  #draw({ frame: shotFrame, cross }: Moment, frame: number, styleName: string, size: Size, free: PerspectiveCamera | undefined): void {
    const film = this.#film as FilmRenderer
    const { plan } = filmStore.getState().film as NonNullable<ReturnType<typeof filmStore.getState>['film']>
    const rung = LADDER[this.#step] as (typeof LADDER)[number]
    const height = rung.height
    const width = 2 * Math.round((height * plan.aspect) / 2)
    const style = styleByName(styleName)
    film.setFormat({ width, height, style, quality: QUALITY[rung.quality] }, plan.aspect)
    const start = performance.now()
    if (cross) film.drawTransition(cross.at)
    else
      film.draw(
        shotFrame,
        free && {
          position: free.position.toArray() as unknown as Vec3,
          quaternion: free.quaternion.toArray() as unknown as [number, number, number, number],
          fovY: (free.fov * Math.PI) / 180,
        },
      )
    this.#show(film, size)
    this.#busy = true
    void film.device.queue.onSubmittedWorkDone().then(() => {
      this.#busy = false
      const ms = performance.now() - start
      filmStore.setState({ drawn: { frame, width, height, ms: Math.round(ms) } })
      this.#pace(ms)
    })
  }

  /** While playing: down the ladder after three slow pictures, up after twenty fast ones. At rest: up as long as the next step will be quick. */
  #pace(ms: number): void {
    if (!filmStore.getState().playing) {
      const [here, next] = [LADDER[this.#step], LADDER[this.#step - 1]]
      if (here && next && ms * (next.height / here.height) ** 2 < REFINE_MS) {
        this.#step--
        this.#drawnAs = ''
      }
      return
    }
    this.#slow = ms > SLOW_MS ? this.#slow + 1 : 0
    this.#fast = ms < SLOW_MS / 4 ? this.#fast + 1 : 0
    if (this.#slow >= 3 && this.#step < LADDER.length - 1) this.#step++
    else if (this.#fast >= 20 && this.#step > 0) this.#step--
    else return
    this.#slow = 0
    this.#fast = 0
  }

  /** Copies the finished picture into a texture three knows, and draws it on the canvas, as large as fits. */
  #show(film: FilmRenderer, size: Size): void {
    const r = this.#renderer
    const { output } = film
    if (!this.#display || this.#display.width !== output.width || this.#display.height !== output.height) {
      this.#display?.dispose()
      this.#display = new RenderTarget(output.width, output.height, {
        type: UnsignedByteType,
        depthBuffer: false,
        generateMipmaps: false,
        minFilter: NearestFilter,
        magFilter: NearestFilter,
      })
      r.setRenderTarget(this.#display)
      r.clear()
      r.setRenderTarget(null)
      const material = new NodeMaterial()
      material.fragmentNode = texture(this.#display.texture)
      ;(this.#quad.material as NodeMaterial).dispose()
      this.#quad.material = material
    }
    const encoder = film.device.createCommandEncoder({ label: 'viewport' })
    encoder.copyTextureToTexture({ texture: output }, { texture: gpuTextureOf(r, this.#display.texture) }, [output.width, output.height])
    film.device.queue.submit([encoder.finish()])
    const fit = Math.min(size.width / output.width, size.height / output.height)
    const w = Math.round(output.width * fit)
    const h = Math.round(output.height * fit)
    const before = { toneMapping: r.toneMapping, outputColorSpace: r.outputColorSpace }
    r.toneMapping = NoToneMapping
    r.outputColorSpace = LinearSRGBColorSpace
    r.setClearColor(0x0b0c0e, 1)
    r.setViewport(Math.round((size.width - w) / 2), Math.round((size.height - h) / 2), w, h)
    this.#quad.render(r)
    r.setViewport(0, 0, size.width, size.height)
    r.toneMapping = before.toneMapping
    r.outputColorSpace = before.outputColorSpace
  }
}
