import type { PerspectiveCamera, WebGPURenderer } from 'three/webgpu'
import { nativeSize, type Size, type Style, styleWith } from '../../departments/retro'
import type { ShotSlice, Vec3 } from '../../film'
import {
  type CameraView,
  configureRenderer,
  FilmRenderer,
  PaletteFromPicture,
  type PaletteWish,
  type PictureFormat,
  QUALITY,
  type QualityName,
  readTexture,
} from '../../render'
import type { ShotParts } from '../../stage'
import { filmStore } from '../store/film-store'
import { roomPictures } from '../store/room-pictures'
import { type KeptStill, stillAgainst } from '../store/still'
import { studio } from '../store/studio'
import { styleInUse, styleNow, stylesStore } from '../store/styles'
import { messageOf } from '../store/words'
import { Instruments } from './instruments'
import { type Moment, momentAt } from './moment'
import { PictureScreen } from './picture-screen'
import { Thumbnails } from './thumbnails'

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
/** So long nothing must have changed before the style room's thumbnails are drawn, milliseconds; where one takes long, so many times as long. */
const QUIET_MS = 350
const QUIET_TIMES = 3
const LONGEST_QUIET_MS = 8000
/** A machine's own picture of at most so many pixels is brought to the page, to be counted. */
const MOST_COUNTED = 400 * 300

/** Lines of a picture that is split by distance. */
const DEPTH_LINES = 720

/** What is to be drawn: a moment of the film, seen from where. */
interface Sight {
  readonly moment: Moment
  readonly frame: number
  readonly aspect: number
  readonly view: CameraView | undefined
  /** Names all of this. */
  readonly key: string
}

/**
 * Keeps the viewport's picture up to date: the playhead's frame of the film through `FilmRenderer`, shown on R3F's canvas.
 * Draws only when something changed; when nothing does, and the style room is open, one after another what that room shows.
 */
export class FilmView {
  readonly #renderer: WebGPURenderer
  readonly #sliceFor: (shotKey: string) => Promise<ShotSlice>
  readonly #partsFor: (slice: ShotSlice, have: readonly string[]) => Promise<ShotParts>
  #film: FilmRenderer | undefined
  #screen: PictureScreen | undefined
  #instruments: Instruments | undefined
  #palettes: Promise<PaletteFromPicture> | undefined
  readonly #thumbnails = new Thumbnails()
  /** What the page asked for, done when there is time. */
  readonly #asked: (() => Promise<void>)[] = []
  #starting = false
  #loading: string | undefined
  #loaded: string | undefined
  #failed: string | undefined
  #step = START_STEP
  #slow = 0
  #fast = 0
  #drawnAs = ''
  #shownAs = ''
  #quietSince = 0
  #quietMs = QUIET_MS
  /** The renderer's targets are not those of the picture: thumbnails were drawn since. */
  #away = false
  #clock = 0
  #busy = false
  /** The kernels of all styles are there. */
  #isWarm = false
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
    const { film, exporting, room: here } = state
    // The viewport rests while exporting, and in rooms that hide it: one picture at a time is fastest.
    if (!film || this.#disposed || exporting.kind === 'running' || here === 'production' || here === 'cast') return
    if (!this.#film || !this.#screen) {
      void this.#start()
      return
    }
    const moment = momentAt(film, state.frame, free !== undefined)
    if (!moment) return
    if (this.#loaded !== moment.stage) {
      if (!this.#busy) this.#load(moment)
      return
    }
    if (state.playing) this.#advance(deltaS, film.plan.fps.num / film.plan.fps.den, film.plan.frames)
    const { frame, playing, room } = filmStore.getState()
    const now = momentAt(film, frame, free !== undefined)
    if (now?.stage !== moment.stage || this.#busy) return
    const view = free && {
      position: free.position.toArray() as unknown as Vec3,
      quaternion: free.quaternion.toArray() as unknown as [number, number, number, number],
      fovY: (free.fov * Math.PI) / 180,
    }
    const key = `${now.stage} ${frame} ${view ? `${view.position} ${view.quaternion}` : ''}`
    const sight: Sight = { moment: now, frame, aspect: film.plan.aspect, view, key }
    const inRoom = room === 'style'
    const wipe = inRoom ? stylesStore.getState().wipe : undefined
    const style = styleInUse()
    const against = wipe && (stillAgainst(wipe.against) ?? styleNow(wipe.against))
    const as = `${key} ${nameOf(style)} ${against ? nameOf(against) : ''} ${this.#step} ${inRoom && !playing}`
    const shownAs = `${as} ${wipe?.at} ${wipe?.how} ${size.width}x${size.height}`
    if (as !== this.#drawnAs) {
      this.#drawnAs = as
      this.#shownAs = shownAs
      this.#quietSince = performance.now()
      this.#do(this.#draw(sight, style, against, size))
    } else if (shownAs !== this.#shownAs) {
      this.#shownAs = shownAs
      this.#quietSince = performance.now()
      this.#show(size)
    } else if (this.#isQuiet(playing) && !this.#isWarm) this.#do(this.#warm(this.#film))
    else if (inRoom) this.#furnish(sight, playing)
  }

  /** Where the shot's camera stands, and what it looks at: the free camera begins there. */
  cameraPose(): { position: Vec3; target: Vec3; fovY: number } | undefined {
    return this.#film?.stage.cameraPose()
  }

  dispose(): void {
    this.#disposed = true
    roomPictures.setState({ takePalette: undefined, takeDepth: undefined, grab: undefined })
    this.#film?.dispose()
    this.#screen?.dispose()
    this.#instruments?.destroy()
    void this.#palettes?.then((p) => p.destroy())
  }

  async #start(): Promise<void> {
    if (this.#starting) return
    this.#starting = true
    configureRenderer(this.#renderer)
    const bake = await studio.bake()
    if (this.#disposed) return
    const film = await FilmRenderer.create(this.#renderer, bake)
    this.#film = film
    this.#instruments = new Instruments(film.device)
    const screen = new PictureScreen(this.#renderer, film.device)
    this.#screen = screen
    roomPictures.setState({
      takePalette: (wish) => this.#takePalette(film, wish),
      takeDepth: () =>
        this.#ask(film, styleInUse, DEPTH_LINES, 'production', async ({ cross }) => {
          if (cross) throw new Error('two shots run into each other here: choose another frame')
          return film.readDepth()
        }),
      grab: async () => {
        const { own } = screen
        if (!own) throw new Error('nothing is drawn yet')
        const { width, height } = own
        return { width, height, rgba: await readTexture(film.device, own) }
      },
    })
    window.oneshotViewport = async () => {
      const { picture } = screen
      if (!picture) throw new Error('the viewport has drawn nothing yet')
      const { width, height } = picture
      return { width, height, rgba: await readTexture(film.device, picture) }
    }
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

  /** Does one thing at a time; what fails is tried again when something changes, and said. */
  #do(work: Promise<void>): void {
    this.#busy = true
    work
      .catch((error: unknown) => {
        if (!this.#disposed && filmStore.getState().gpu === 'ready') stylesStore.setState({ note: messageOf(error) })
      })
      .finally(() => {
        this.#busy = false
      })
  }

  /** Chooses a format: at once where that can be; else the picture before stays until it is. */
  #setFormat(film: FilmRenderer, format: PictureFormat, aspect: number): Promise<void> | undefined {
    const ready = film.isReady(format)
    const done = film.setFormat(format, aspect)
    return ready ? undefined : done
  }

  /** Draws a sight in a format into the renderer's output. False where something else is on stage by now. */
  async #drawAs(film: FilmRenderer, { moment: { stage, frame, cross }, aspect, view }: Sight, format: PictureFormat): Promise<boolean> {
    const wait = this.#setFormat(film, format, aspect)
    if (wait) await wait
    if (this.#disposed || this.#loaded !== stage) return false
    if (cross) film.drawTransition(cross.at)
    else film.draw(frame, view)
    return true
  }

  /** Draws the picture, or both sides of it, and shows it. */
  async #draw(sight: Sight, style: Style, against: Style | KeptStill | undefined, size: Size): Promise<void> {
    const film = this.#film as FilmRenderer
    const rung = LADDER[this.#step] as (typeof LADDER)[number]
    const { height } = rung
    const width = 2 * Math.round((height * sight.aspect) / 2)
    const format = (style: Style): PictureFormat => ({ width, height, style, quality: QUALITY[rung.quality] })
    const start = performance.now()
    if (!against) this.#screen?.forgetSides()
    else if ('still' in against) {
      const bitmap = await createImageBitmap(against.png, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' })
      this.#screen?.keepBitmap(bitmap, 'right')
      bitmap.close()
    } else {
      if (!(await this.#drawAs(film, sight, format(against)))) return
      this.#screen?.keep(film.output, 'right')
    }
    if (!(await this.#drawAs(film, sight, format(style)))) return
    if (against) this.#screen?.keep(film.output, 'left')
    this.#away = false
    this.#show(size)
    const { room, playing } = filmStore.getState()
    if (room === 'style' && !playing) this.#bringNative(film, style, width, height)
    await film.device.queue.onSubmittedWorkDone()
    const ms = performance.now() - start
    filmStore.setState({ drawn: { frame: sight.frame, width, height, ms: Math.round(ms) } })
    this.#pace(ms)
  }

  /** Shows what was drawn last, its two sides left and right of the line. */
  #show(size: Size): void {
    // Thumbnails may have gone over the renderer's output since: then what is on the screen stays.
    this.#screen?.show(this.#away ? undefined : this.#film?.output, stylesStore.getState().wipe ?? { at: 1, how: 'wipe' }, size)
  }

  /** The style's own pixels to the page, where they are few enough to be counted. */
  #bringNative(film: FilmRenderer, style: Style, width: number, height: number): void {
    const own = nativeSize(style, width, height)
    const few = style.palette !== null || style.mixes !== null
    if (!few || own.width * own.height > MOST_COUNTED) {
      roomPictures.setState({ native: undefined })
      return
    }
    film
      .readNative()
      .then(({ rgba, ...size }) => roomPictures.setState({ native: { ...size, rgba: rgba as Uint8Array<ArrayBuffer>, style } }))
      // A lost device is said by the viewport.
      .catch(() => {})
  }

  #isQuiet(playing: boolean): boolean {
    return !playing && performance.now() - this.#quietSince >= this.#quietMs
  }

  /** One more kernel of other styles, so that choosing one waits for none; the next when the page is quiet again. */
  async #warm(film: FilmRenderer): Promise<void> {
    // What fails is said once, and not tried at every rest.
    this.#isWarm = true
    this.#isWarm = !(await film.warm())
  }

  /** What the style room shows beside the picture: scopes, what was asked for, thumbnails; one thing a call. */
  #furnish(sight: Sight, playing: boolean): void {
    const film = this.#film as FilmRenderer
    const picture = this.#screen?.picture
    if (picture && roomPictures.getState().showScopes) this.#instruments?.measure(picture, this.#shownAs)
    if (!this.#isQuiet(playing)) return
    const asked = this.#asked.shift()
    const style = asked ? undefined : this.#thumbnails.next(sight.key, sight.aspect)
    if (asked) this.#do(asked())
    else if (style) this.#do(this.#drawThumbnail(film, sight, style))
    // Back to the picture's own size while nobody waits: the next change is then drawn at once.
    else if (this.#away) this.#drawnAs = ''
  }

  async #drawThumbnail(film: FilmRenderer, sight: Sight, style: Style): Promise<void> {
    const format = this.#thumbnails.format(style, sight.aspect)
    const start = performance.now()
    this.#away = true
    if (!(await this.#drawAs(film, sight, format))) return
    const { width, height } = format
    const rgba = (await film.readPicture()) as Uint8Array<ArrayBuffer>
    this.#quietMs = Math.min(LONGEST_QUIET_MS, Math.max(QUIET_MS, QUIET_TIMES * (performance.now() - start)))
    this.#thumbnails.put(style, sight.key, { width, height, rgba })
  }

  /** A palette from the frame under the playhead, as it is before colours are chosen. */
  #takePalette(film: FilmRenderer, wish: PaletteWish): Promise<readonly string[]> {
    this.#palettes ??= PaletteFromPicture.create(film.device)
    const palettes = this.#palettes
    const style = () =>
      styleWith(styleInUse(), {
        ...{ palette: null, mixes: null, limits: null, dither: { kind: 'none' }, display: { kind: 'plain' } },
      })
    return this.#ask(film, style, 180, 'draft', async () => (await palettes).run(film.output, wish))
  }

  /** Draws the frame under the playhead at so many lines when there is time, and does something with it. */
  #ask<T>(
    film: FilmRenderer,
    styleOf: () => Style,
    height: number,
    quality: QualityName,
    work: (moment: Moment) => Promise<T>,
  ): Promise<T> {
    return new Promise((done, fail) => {
      this.#asked.push(async () => {
        try {
          const state = filmStore.getState()
          const moment = state.film && momentAt(state.film, state.frame)
          if (!state.film || !moment) throw new Error('no film is open')
          const { aspect } = state.film.plan
          const sight: Sight = { moment, frame: state.frame, aspect, view: undefined, key: '' }
          this.#away = true
          const format = { style: styleOf(), quality: QUALITY[quality], height, width: 2 * Math.round((height * aspect) / 2) }
          if (!(await this.#drawAs(film, sight, format))) throw new Error('the picture changed: ask again')
          done(await work(moment))
        } catch (error) {
          fail(error)
        }
      })
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
}

const names = new WeakMap<object, number>()
let named = 0
/** A style that was changed is another object: a number tells them apart. */
function nameOf(what: Style | KeptStill): number {
  let name = names.get(what)
  if (name === undefined) {
    name = ++named
    names.set(what, name)
  }
  return name
}
