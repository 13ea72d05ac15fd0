import { transfer } from 'comlink'
import type { ShotSlice } from '../film'
import { bakeDetail, type DetailBake, prepareShot, type ShotParts, transferablesOf } from '../stage'

/** Builds meshes and bounced light off the page's thread; sends only what the page lacks. */
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
}
