import type { Texture, WebGPURenderer } from 'three/webgpu'
import type { Size, Style } from '../departments/retro'
import { type FrameState, lensCharacter, type ShotSlice, type Vec3 } from '../film'
import { frameState } from '../motion'
import type { CameraView, ShotStage } from '../stage'
import { Ink } from './kernels'
import {
  type Flare,
  flaresOf,
  type LookFrame,
  type LookPipeline,
  type LookTables,
  type PoseSubframe,
  type SubframeSample,
  withoutCulling,
} from './look'
import { shadowMapSizeFor } from './picture-format'
import type { QualityProfile } from './quality'
import { gpuTextureOf } from './three-internals'

/** Which of a pipeline's two pictures is drawn: two shots of a transition are seen at once. */
export type LookPlace = 'picture' | 'second'

/** A look that was drawn, and the state it shows (at the middle of the shutter). */
export interface DrawnLook {
  readonly state: FrameState
  readonly picture: GPUTexture
}

/** A frame as a look is drawn of it. */
export interface Moment {
  /** The state at the middle of the shutter. */
  readonly state: FrameState
  readonly frame: LookFrame
  /** Poses the stage for a sub-frame. */
  readonly pose: PoseSubframe
  /** Poses the stage as it is so many frames from here, with the shot's camera there. */
  readonly poseAt: (frames: number) => void
}

/** Draws the film image of a shot on stage as a style wants it: scene, lens and light, then ink. */
export class ShotLook {
  readonly #renderer: WebGPURenderer
  readonly #device: GPUDevice
  readonly #stage: ShotStage
  readonly #ink: Ink
  readonly #tables: LookTables
  /** Looks with their ink, of the first picture and of the second; made by the first style that has any. */
  #inked: (GPUTexture | undefined)[] = []
  /** Surfaces are bound anew to shadow maps of another size: all of them at once, not each when it comes into sight. */
  #isRebound = true

  constructor(renderer: WebGPURenderer, device: GPUDevice, stage: ShotStage, ink: Ink, tables: LookTables) {
    this.#renderer = renderer
    this.#device = device
    this.#stage = stage
    this.#ink = ink
    this.#tables = tables
  }

  /**
   * Draws a frame of a loaded shot; the ink must be configured for style and size, and the film look's table settled.
   * @param frame in the shot; between two where an output has another rate.
   * @param view replaces the shot's camera.
   * @param rebinds whether pictures follow in which nothing may have to be bound; not for one that nobody sees.
   */
  draw(slice: ShotSlice, look: LookPipeline, style: Style, frame: number, into: LookPlace, view?: CameraView, rebinds = true): DrawnLook {
    const { state, frame: lookFrame, pose } = this.moment(slice, look, style, frame, view)
    const draw = () => look.draw(lookFrame, pose, look[into])
    if (this.#isRebound || !rebinds) draw()
    else withoutCulling(this.#stage.scene, draw)
    this.#isRebound ||= rebinds
    const picture = this.#gpu(look[into].texture)
    return { state, picture: Ink.changes(style.ink) ? this.#inkedOf(picture, look, into) : picture }
  }

  /**
   * What a frame of a loaded shot is drawn from: the stage is set up for the style, and is posed by what is answered.
   * @param look its size, pixels, and how well it is drawn.
   */
  moment(slice: ShotSlice, look: Size & { readonly quality: QualityProfile }, style: Style, frame: number, view?: CameraView): Moment {
    const stage = this.#stage
    const state = frameState(slice, frame)
    const drawn = Ink.changes(style.ink)
    // What is drawn by hand is drawn sharp: its lines would not follow a blur. Nor did any machine blur what moved.
    const shutter = drawn || style.resolution ? 0 : slice.shot.camera.shutterAngleDeg / 360
    const { light } = slice
    const { film, scene } = style
    const { quality } = look
    const aspect = look.width / look.height
    const table = this.#tables.of(film)
    if (table === undefined) throw new Error('ShotLook.draw: await LookTables.settle first')
    stage.setSceneLook(scene)
    // A machine's few colours are dithered: slow haze would crawl over what stands still.
    stage.air.isStill = style.resolution !== null
    if (stage.setShadowMapSize(shadowMapSizeFor(look, quality))) this.#isRebound = false
    let flares: readonly Flare[] = []
    // A machine's own screen has no lens before it.
    const lens = lensCharacter(drawn || style.resolution ? undefined : slice.shot.camera.lenses, state.camera.lensMm, state.camera.fStop)
    if (film.flare + lens.flare > 0) {
      stage.pose(state, slice, aspect, view)
      flares = flaresOf(light, state.lights, (at, w) => stage.project(at, w))
    }
    const poseAt = (at: number, sample: Partial<SubframeSample>) =>
      stage.pose(at === frame ? state : frameState(slice, at), slice, aspect, view, quality.broadLamps ? sample.lamp : undefined)
    return {
      state,
      frame: {
        timeS: state.timeS,
        exposure: state.exposure,
        level: state.level,
        focusDistanceM: state.camera.focusDistanceM,
        fStop: state.camera.fStop,
        lensMm: state.camera.lensMm,
        lens,
        sensorHeightMm: slice.shot.camera.sensorWidthMm / slice.shot.aspect,
        shotKey: slice.shot.key,
        // Between two frames grain, weave and wear are those of the first.
        frame: Math.floor(frame),
        saturation: light.grade.saturation,
        contrast: light.grade.contrast,
        shadows: toned(light.grade.shadows, scene.tint),
        highlights: toned(light.grade.highlights, scene.tint),
        film,
        table,
        scene,
        flares,
      },
      pose: ({ part, lamp }) => poseAt(quality.subframes > 1 ? frame + (part - 0.5) * shutter : frame, { lamp }),
      poseAt: (frames) => poseAt(frame + frames, {}),
    }
  }

  /** Frees what belongs to a size of look; call when another is used. */
  release(): void {
    for (const texture of this.#inked) texture?.destroy()
    this.#inked = []
  }

  /** A look with its ink, drawn from what its scene pass has just left. */
  #inkedOf(picture: GPUTexture, look: LookPipeline, into: LookPlace): GPUTexture {
    const place = into === 'picture' ? 0 : 1
    const inked =
      this.#inked[place] ??
      this.#device.createTexture({
        label: `inked ${into}`,
        size: [look.width, look.height],
        format: 'rgba8unorm',
        usage: GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_SRC,
      })
    this.#inked[place] = inked
    const { normal, depth, id } = look.scene
    const encoder = this.#device.createCommandEncoder({ label: 'ink' })
    this.#ink.encode(encoder, { look: picture, normal: this.#gpu(normal), depth: this.#gpu(depth), id: this.#gpu(id) }, inked)
    this.#device.queue.submit([encoder.finish()])
    return inked
  }

  #gpu(texture: Texture): GPUTexture {
    return gpuTextureOf(this.#renderer, texture)
  }
}

/** A tint of the picture, as weak as the style draws light's colours. */
const toned = (tint: Vec3, kept: number): Vec3 => tint.map((v) => 1 + kept * (v - 1)) as unknown as Vec3
