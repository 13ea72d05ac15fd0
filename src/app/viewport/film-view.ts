import type { PerspectiveCamera, WebGPURenderer } from 'three/webgpu'
import { nativeSize, type Size, type Style } from '../../departments/retro'
import { quatLookAt, type RenderPlan, type ShotSlice, type Vec3 } from '../../film'
import { styleOfShot } from '../../production/master/style-of-shot'
import { configureRenderer, FilmRenderer, type PictureFormat, QUALITY, readTexture } from '../../render'
import type { ShotParts } from '../../stage'
import { filmStore } from '../store/film-store'
import { nextTask } from '../store/next-task'
import { roomPictures } from '../store/room-pictures'
import { seenPicture } from '../store/seen-picture'
import { type KeptStill, stillAgainst } from '../store/still'
import { studio } from '../store/studio'
import { styleInUse, styleNow, stylesStore } from '../store/styles'
import { messageOf } from '../store/words'
import { Instruments } from './instruments'
import { momentAt } from './moment'
import { PictureAsks } from './picture-asks'
import { PictureScreen } from './picture-screen'
import { Playhead } from './playhead'
import { PreviewPace } from './preview-pace'
import { Quiet } from './quiet'
import { ShotLoader } from './shot-loader'
import type { Sight } from './sight'
import { Thumbnails } from './thumbnails'

declare global {
  interface Window {
    /** Makes the viewport's device go away, for tests of recovery. */
    oneshotLoseGpu?: () => void
    /** The viewport's finished picture read back, for tests: rgba, top row first. */
    oneshotViewport?: () => Promise<{ readonly width: number; readonly height: number; readonly rgba: Uint8Array }>
  }
}

/** A machine's own picture of at most so many pixels is brought to the page, to be counted. */
const MOST_COUNTED = 400 * 300

/**
 * Keeps the viewport's picture up to date: the playhead's frame of the film through `FilmRenderer`, shown on R3F's canvas.
 * Draws only when something changed; when nothing does, and the style room is open, one after another what that room shows.
 */
export class FilmView {
  readonly #renderer: WebGPURenderer
  readonly #stage: ShotLoader
  readonly #pace = new PreviewPace()
  readonly #quiet = new Quiet()
  readonly #playhead = new Playhead()
  #film: FilmRenderer | undefined
  #screen: PictureScreen | undefined
  #instruments: Instruments | undefined
  readonly #thumbnails = new Thumbnails()
  readonly #asks = new PictureAsks((film, sight, format) => {
    this.#away = true
    return this.#drawAs(film, sight, format)
  })
  #starting = false
  #drawnAs = ''
  #shownAs = ''
  /** The renderer's targets are not those of the picture: thumbnails were drawn since. */
  #away = false
  #busy = false
  /** Of the picture drawn last. */
  #style: Style | undefined
  /** The kernels of all styles are there. */
  #isWarm = false
  #disposed = false

  constructor(
    renderer: WebGPURenderer,
    sliceFor: (shotKey: string) => Promise<ShotSlice>,
    partsFor: (slice: ShotSlice, have: readonly string[]) => Promise<ShotParts>,
  ) {
    this.#renderer = renderer
    this.#stage = new ShotLoader(sliceFor, partsFor)
  }

  /** Sound is the clock, the picture follows; where nothing sounds, the page's own. */
  #play(deltaS: number, frame: number, plan: RenderPlan): void {
    const heard = studio.sound.frameNow(frame, plan)
    if (heard === undefined) this.#playhead.advance(deltaS, plan)
    else if (heard !== frame) this.#playhead.goTo(heard, plan.frames)
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
    if (this.#stage.loaded !== moment.stage) {
      // The sound waits for the picture to be built.
      studio.sound.rest()
      if (!this.#busy)
        this.#stage.load(this.#film, moment, () => {
          this.#drawnAs = ''
        })
      return
    }
    if (state.playing) this.#play(deltaS, state.frame, film.plan)
    const { frame, playing, room } = filmStore.getState()
    const now = momentAt(film, frame, free !== undefined)
    if (now?.stage !== moment.stage || this.#busy) return
    const { held } = seenPicture.getState()
    const view = free
      ? {
          position: free.position.toArray() as unknown as Vec3,
          quaternion: free.quaternion.toArray() as unknown as [number, number, number, number],
          fovY: (free.fov * Math.PI) / 180,
        }
      : held && !now.cross
        ? { position: held.position, quaternion: quatLookAt(held.position, held.target, held.roll), fovY: held.fovY }
        : undefined
    const key = `${now.stage} ${frame} ${view ? `${view.position} ${view.quaternion} ${view.fovY}` : ''}`
    const sight: Sight = { moment: now, frame, aspect: film.plan.aspect, view, key }
    const inRoom = room === 'style'
    const wipe = inRoom ? stylesStore.getState().wipe : undefined
    // The style room shows what is worked on.
    const style = inRoom ? styleInUse() : styleOfShot(styleInUse(), now.cross?.from ?? now.shot)
    const against = wipe && (stillAgainst(wipe.against) ?? styleNow(wipe.against))
    const as = `${key} ${nameOf(style)} ${against ? nameOf(against) : ''} ${this.#pace.rung.height} ${inRoom && !playing}`
    const shownAs = `${as} ${wipe?.at} ${wipe?.how} ${size.width}x${size.height}`
    if (as !== this.#drawnAs) {
      this.#drawnAs = as
      this.#shownAs = shownAs
      this.#quiet.disturb()
      this.#do(this.#draw(sight, style, against, size))
    } else if (shownAs !== this.#shownAs) {
      this.#shownAs = shownAs
      this.#quiet.disturb()
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
    this.#stage.dispose()
    roomPictures.setState({ takePalette: undefined, takeDepth: undefined, takePasses: undefined, grab: undefined })
    seenPicture.setState({ seen: undefined })
    this.#film?.dispose()
    this.#screen?.dispose()
    this.#instruments?.destroy()
    this.#asks.dispose()
  }

  async #start(): Promise<void> {
    if (this.#starting) return
    this.#starting = true
    configureRenderer(this.#renderer)
    const bake = await studio.bake()
    if (this.#disposed) return
    const film = await FilmRenderer.create(this.#renderer, bake, {
      palettes: (style, probes) => studio.palettes(style, probes),
      table: (film) => studio.lookTable(film),
    })
    this.#film = film
    this.#instruments = new Instruments(film.device)
    const screen = new PictureScreen(this.#renderer, film.device)
    this.#screen = screen
    roomPictures.setState({
      takePalette: (wish) => this.#asks.palette(film, wish),
      takeDepth: () => this.#asks.depth(film),
      takePasses: (names, how) => this.#asks.passes(film, names, how),
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
    if (this.#disposed || this.#stage.loaded !== stage) return false
    if (cross) film.drawTransition(cross.at)
    else {
      const steps = film.drawing(frame, view)
      while (!steps.next().done) {
        await nextTask()
        if (this.#disposed || this.#stage.loaded !== stage) return false
      }
    }
    return true
  }

  /** Draws the picture, or both sides of it, and shows it. */
  async #draw(sight: Sight, style: Style, against: Style | KeptStill | undefined, size: Size): Promise<void> {
    const film = this.#film as FilmRenderer
    const { height, quality } = this.#pace.rung
    const width = 2 * Math.round((height * sight.aspect) / 2)
    const format = (style: Style): PictureFormat => ({ width, height, style, quality: QUALITY[quality] })
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
    this.#style = style
    if (against) this.#screen?.keep(film.output, 'left')
    this.#away = false
    this.#show(size)
    this.#tellSeen(film, sight, style)
    const { room, playing } = filmStore.getState()
    if (room === 'style' && !playing) this.#bringNative(film, style, width, height)
    await film.device.queue.onSubmittedWorkDone()
    const ms = performance.now() - start
    const { sliceHash } = sight.moment.shot
    filmStore.setState({ drawn: { frame: sight.frame, sliceHash, style: style.id, width, height, ms: Math.round(ms) } })
    if (this.#pace.took(ms, filmStore.getState().playing)) this.#drawnAs = ''
  }

  /** Shows what was drawn last, its two sides left and right of the line. */
  #show(size: Size): void {
    // Thumbnails may have gone over the renderer's output since: then what is on the screen stays.
    const picture = this.#away ? undefined : this.#film?.output
    this.#screen?.show(
      picture,
      stylesStore.getState().wipe ?? { at: 1, how: 'wipe' },
      size,
      (this.#style ?? styleInUse()).resolution !== null,
    )
  }

  /** Says what picture is there, for what lies over it. */
  #tellSeen(film: FilmRenderer, { moment }: Sight, style: Style): void {
    if (moment.cross) {
      seenPicture.setState({ seen: undefined })
      return
    }
    const { width, height, ...sight } = film.sight
    const drawn = this.#drawnAs
    const isThere = () => !this.#disposed && !this.#away && this.#drawnAs === drawn
    seenPicture.setState({
      seen: {
        shotKey: moment.shot.key,
        sliceHash: moment.shot.sliceHash,
        sight,
        look: { width, height },
        output: { width: film.output.width, height: film.output.height },
        style,
        ids: async () => (isThere() ? await film.readIds() : undefined),
      },
    })
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
    return !playing && this.#quiet.isLong
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
    const asked = this.#asks.next()
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
    this.#quiet.took(performance.now() - start)
    this.#thumbnails.put(style, sight.key, { width, height, rgba })
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
