import { transfer } from 'comlink'
import { type DepthPicture, type PaletteSet, type Probe, paletteSetFor, type Style } from '../departments/retro'
import { zipFiles } from '../encode'
import type { ShotSlice } from '../film'
import { bakeDetail, type DetailBake, prepareShot, type ShotParts, transferablesOf } from '../stage'
import { layerFiles } from './layer-files'

/** Builds meshes and bounced light off the page's thread, settles shots' colours and splits pictures; sends only what the page lacks. */
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
