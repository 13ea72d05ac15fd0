import { transfer } from 'comlink'
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
import { type Diagnostic, InputError, type ShotSlice } from '../film'
import { type LookTexels, lookTexels } from '../render/look/look-texels'
import { bakeDetail, type DetailBake, prepareShot, type ShotParts, transferablesOf } from '../stage'
import { layerFiles } from './layer-files'

/** A table of colours, or what is wrong with its file. */
export type CubeAnswer =
  | { readonly ok: true; readonly table: NonNullable<FilmLook['lut']> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Builds meshes and bounced light off the page's thread, settles shots' colours, makes and reads tables of colours and splits pictures; sends only what the page lacks. */
export class BuildDoor {
  /** Detail textures for all surfaces. */
  bake(size: number): DetailBake {
    const made = bakeDetail(size)
    return transfer(made, [made.albedo.buffer, made.relief.buffer] as ArrayBuffer[])
  }

  /**
   * The parts of a shot.
   * @param have keys of parts that the page already holds: they are left out.
   */
  parts(slice: ShotSlice, have: readonly string[]): ShotParts {
    const parts = prepareShot(slice, have)
    return transfer(parts, transferablesOf(parts))
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
}
