import { uniform, uniformArray } from 'three/tsl'
import {
  ClampToEdgeWrapping,
  Color,
  Data3DTexture,
  HalfFloatType,
  LinearFilter,
  LinearSRGBColorSpace,
  NoColorSpace,
  RGBAFormat,
  Vector2,
  Vector4,
} from 'three/webgpu'
import { LOOK_TABLE_SIZE, VIEWS } from '../../departments/retro'
import { hash32, mix32 } from '../../film'
import { FLARES } from './flares'
import { GRAIN_TILE } from './grain-tile'
import type { LookFrame } from './look-frame'
import { gateWeave, printWear, SCRATCHES, SPECKS } from './print-wear'

const vectors = (n: number) => Array.from({ length: n }, () => new Vector4())

/** Everything that tells one look from another: uniforms and one table of colours, so that switching compiles nothing. */
export class LookUniforms {
  /** The picture's: uniforms too, so that a look of another size is the same look. */
  readonly height = uniform(1)
  readonly aspect = uniform(1)
  /** Half the picture's diagonal, in heights. */
  readonly corner = uniform(1)
  /** A pixel, as a part of width and height. */
  readonly texel = uniform(new Vector2())
  /** How far depth of field blurs at most, pixels. */
  readonly blurReach = uniform(0)
  /** Pixels of the grain's tile. */
  readonly grainTile = uniform(GRAIN_TILE)
  readonly exposure = uniform(1)
  readonly level = uniform(1)
  readonly focus = uniform(3)
  /** focal length² / f-number / sensor height, metres: the thin lens's blur as a part of the picture's height. */
  readonly aperture = uniform(0)
  readonly saturation = uniform(1)
  readonly contrast = uniform(1)
  readonly shadows = uniform(new Color(1, 1, 1))
  readonly highlights = uniform(new Color(1, 1, 1))
  readonly occlusion = uniform(1)
  readonly bloom = uniform(1)
  readonly halation = uniform(0)
  /** Place in VIEWS. */
  readonly view = uniform(0)
  /** 1 with a table, 0 without. */
  readonly graded = uniform(0)
  readonly grain = uniform(0)
  /** Where on the tile this frame's grain begins, for both of its layers. */
  readonly grainAt = uniform(new Vector4())
  readonly weave = uniform(new Vector2())
  /** What of the picture is shown, so that weave shows no edge. */
  readonly zoom = uniform(1)
  readonly aberration = uniform(0)
  readonly distortion = uniform(0)
  readonly vignette = uniform(1)
  readonly wear = uniform(0)
  readonly specks = uniformArray<'vec4'>(vectors(SPECKS), 'vec4')
  readonly scratches = uniformArray<'vec4'>(vectors(SCRATCHES), 'vec4')
  readonly flare = uniform(0)
  readonly streak = uniform(1)
  /** Width over height of what is out of focus. */
  readonly narrow = uniform(1)
  /** x, y, strength. */
  readonly flareAt = uniformArray<'vec4'>(vectors(FLARES), 'vec4')
  readonly flareColour = uniformArray<'vec4'>(vectors(FLARES), 'vec4')
  readonly subframeWeight = uniform(1)
  /** 0 starts a new sum, 1 adds to it. */
  readonly keep = uniform(0)
  readonly table: Data3DTexture
  #texels: LookFrame['table'] = null

  constructor() {
    const n = LOOK_TABLE_SIZE
    const table = new Data3DTexture(new Uint16Array(n ** 3 * 4), n, n, n)
    table.name = 'look table'
    table.format = RGBAFormat
    table.type = HalfFloatType
    table.colorSpace = NoColorSpace
    table.minFilter = LinearFilter
    table.magFilter = LinearFilter
    table.wrapS = ClampToEdgeWrapping
    table.wrapT = ClampToEdgeWrapping
    table.wrapR = ClampToEdgeWrapping
    table.needsUpdate = true
    this.table = table
  }

  /** @param width of the picture, pixels. */
  setSize(width: number, height: number): void {
    const aspect = width / height
    this.height.value = height
    this.aspect.value = aspect
    this.corner.value = Math.hypot(aspect, 1) / 2
    this.texel.value.set(1 / width, 1 / height)
    this.blurReach.value = height / 45
    // Grains have a size on the film: so many to the picture's height, but never less than a pixel.
    this.grainTile.value = GRAIN_TILE * Math.max(1, height / 640)
  }

  /**
   * Takes a frame's values. The same frame gives the same values, whatever was set before.
   * @param residual part of the aperture's blur that a sub-frame makes by itself.
   */
  set(frame: LookFrame, residual: number): void {
    const { film, scene, shotKey, lens } = frame
    this.exposure.value = frame.exposure * 2 ** film.exposure
    this.focus.value = Math.max(0.2, frame.focusDistanceM)
    this.aperture.value = ((frame.lensMm * frame.lensMm) / frame.fStop / frame.sensorHeightMm / 1000) * residual * scene.focus
    this.saturation.value = frame.saturation * film.saturation
    this.contrast.value = frame.contrast * film.contrast
    this.shadows.value.setRGB(...frame.shadows, LinearSRGBColorSpace)
    this.highlights.value.setRGB(...frame.highlights, LinearSRGBColorSpace)
    this.occlusion.value = scene.occlusion
    this.bloom.value = scene.bloom
    this.halation.value = film.halation
    this.view.value = VIEWS.indexOf(film.view)
    this.#setTable(frame.table)

    this.grain.value = film.grain
    const at = (salt: number) => mix32(hash32(shotKey) + Math.imul(frame.frame * 4 + salt, 0x9e3779b1)) / 2 ** 32
    this.grainAt.value.set(at(0), at(1), at(2), at(3))
    const [x, y] = gateWeave(shotKey, frame.frame, film.weave)
    this.weave.value.set(x, y)
    this.zoom.value = 1 - 0.0024 * film.weave
    this.aberration.value = (film.aberration + lens.aberration) / 1000
    this.distortion.value = film.distortion + lens.distortion
    this.vignette.value = film.vignette + lens.vignette
    this.wear.value = film.wear
    const { specks, scratches, flicker } = printWear(shotKey, frame.frame, film.wear)
    this.level.value = frame.level * flicker
    for (let i = 0; i < SPECKS; i++) {
      const s = specks[i]
      ;(this.specks.array[i] as Vector4).set(s?.x ?? -9, s?.y ?? -9, s?.radius ?? 1e-4, s?.tone ?? 0)
    }
    for (let i = 0; i < SCRATCHES; i++) {
      const s = scratches[i]
      ;(this.scratches.array[i] as Vector4).set(s?.x ?? -9, s?.width ?? 1e-4, s?.tone ?? 0, s?.phase ?? 0)
    }
    this.flare.value = film.flare + lens.flare
    this.streak.value = lens.streak
    this.narrow.value = 1 / lens.squeeze
    for (let i = 0; i < FLARES; i++) {
      const f = frame.flares[i]
      ;(this.flareAt.array[i] as Vector4).set(f?.x ?? -9, f?.y ?? -9, f?.strength ?? 0, 0)
      ;(this.flareColour.array[i] as Vector4).set(...(f?.colour ?? [0, 0, 0]), 0)
    }
  }

  dispose(): void {
    this.table.dispose()
  }

  #setTable(texels: LookFrame['table']): void {
    this.graded.value = texels ? 1 : 0
    if (!texels || texels === this.#texels) return
    this.#texels = texels
    ;(this.table.image.data as Uint16Array).set(texels)
    this.table.needsUpdate = true
  }
}
