import { type Remote, transfer, wrap } from 'comlink'
import {
  type DepthPicture,
  type FilmLook,
  LOOK_TABLE_SIZE,
  type PaletteSet,
  type Probe,
  paletteSetFor,
  readCube,
  type Style,
  thinnedTable,
} from '../departments/retro'
import { zipFiles } from '../encode'
import { type CharacterSpec, type Diagnostic, type FrameRate, InputError, type PassName, type ShotSlice } from '../film'
import type { CatalogueKind } from '../production/catalogue'
import type { FramePasses } from '../render'
import { type LookTexels, lookTexels } from '../render/look/look-texels'
import { passView } from '../render/passes/pass-view'
import { bakeBuffers, bakeStage, prepareShot, type ShotParts, type StageBake, transferablesOf } from '../stage'
import { layerFiles } from './layer-files'
import { PartsShelf } from './parts-shelf'
import { passesExr } from './pass-files'
import type { PlanDoor } from './plan-door'

/** Bytes of parts that are kept: a dozen sets with the people in them. */
const SHELF_BYTES = 96 * 2 ** 20

/** A table of colours, or what is wrong with its file. */
export type CubeAnswer =
  | { readonly ok: true; readonly table: NonNullable<FilmLook['lut']> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** What is wanted for other programs: a shot, the set it plays in, somebody of it, or something in store by name. */
export type ModelWish =
  | { readonly kind: 'shot' | 'set'; readonly slice: ShotSlice }
  | { readonly kind: 'person'; readonly spec: CharacterSpec }
  | { readonly kind: CatalogueKind; readonly name: string }

/** Builds meshes and bounced light off the page's thread, settles shots' colours, makes and reads tables of colours, splits pictures and writes passes; sends only what the page lacks. */
export class BuildDoor {
  readonly #shelf = new PartsShelf(SHELF_BYTES)
  #planner: Pick<Remote<PlanDoor>, 'slice'> | undefined

  /** What every scene is drawn with; see `bakeStage`. */
  bake(size: number): StageBake {
    const made = structuredClone(this.#shelf.get(`bake ${size}`, () => bakeStage(size)))
    return transfer(made, bakeBuffers(made))
  }

  /**
   * The parts of a shot.
   * @param have keys of parts that whoever asks already holds: they are left out.
   */
  parts(slice: ShotSlice, have: readonly string[]): ShotParts {
    const parts = structuredClone(prepareShot(slice, have, this.#shelf.get))
    return transfer(parts, transferablesOf(parts))
  }

  /** As a glTF 2.0 binary; see production/modelling. @throws RangeError for a name that nothing has */
  async model(wish: ModelWish): Promise<Uint8Array> {
    const { actorModel, catalogueFile, setModel, shotModel } = await import('../production/modelling')
    const made =
      'name' in wish
        ? await catalogueFile(wish.kind, wish.name)
        : wish.kind === 'person'
          ? await actorModel(wish.spec)
          : wish.kind === 'set'
            ? await setModel(wish.slice.set, wish.slice.light)
            : await shotModel(wish.slice)
    return transfer(made, [made.buffer as ArrayBuffer])
  }

  /** Tells whom to ask for the slices of shots that are expected. */
  meetPlanner(port: MessagePort): void {
    this.#planner = wrap<PlanDoor>(port)
  }

  /** Builds a shot's parts before they are asked for. What is wrong with them is said when they are asked for. */
  async expect(shotKey: string): Promise<void> {
    try {
      const slice = await this.#planner?.slice(shotKey)
      if (slice) prepareShot(slice, [], this.#shelf.get)
    } catch {}
  }

  /** The colours of a shot in a style; see `paletteSetFor`. */
  palettes(style: Style, probes: readonly Probe[]): PaletteSet | null {
    return paletteSetFor(style, probes)
  }

  /** A film look's table of colours; see `lookTexels`. */
  lookTable(film: FilmLook): LookTexels | null {
    const texels = lookTexels(film)
    return texels && transfer(texels, [texels.buffer])
  }

  /** A `.cube` file as a table no larger than the renderer applies; see `readCube`. */
  cube(bytes: Uint8Array, name: string): CubeAnswer {
    try {
      return { ok: true, table: thinnedTable(readCube(new TextDecoder().decode(bytes), name), LOOK_TABLE_SIZE) }
    } catch (error) {
      if (error instanceof InputError) return { ok: false, diagnostics: error.diagnostics }
      throw error
    }
  }

  /**
   * A picture split by distance into so many layers, as a zip of PNGs and the list of them.
   * @param name what the files are called, without an ending. @param about what else the list says.
   */
  async layers(picture: DepthPicture, count: number, name: string, about: Readonly<Record<string, unknown>>): Promise<Uint8Array> {
    const { files } = await layerFiles(picture, count, name, about)
    const zip = zipFiles(files, 0)
    return transfer(zip, [zip.buffer])
  }

  /** A pass as a picture to look at; see `passView`. */
  passView(passes: FramePasses, name: PassName): Uint8ClampedArray<ArrayBuffer> {
    const rgba = passView(passes, name)
    return transfer(rgba, [rgba.buffer])
  }

  /** Passes as one OpenEXR; see `passesExr`. */
  passesExr(passes: FramePasses, fps: FrameRate): Uint8Array {
    const exr = passesExr(passes, fps)
    return transfer(exr, [exr.buffer])
  }
}
