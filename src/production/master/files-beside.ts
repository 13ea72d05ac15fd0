import type { ProductionFile } from './master-document'
import type { DataPath } from './read-yaml'
import type { Resolving } from './resolve-bases'
import { resolvePath } from './resolve-path'

/** The files of a production, found as its master files name them: relative to the file that does, in any case of letters. */
export class FilesBeside {
  readonly #r: Resolving
  readonly #files: ReadonlyMap<string, Uint8Array>

  constructor(r: Resolving, files: readonly ProductionFile[]) {
    this.#r = r
    this.#files = new Map(files.map((f) => [f.name.toLowerCase(), f.bytes]))
  }

  /** Bytes of a file; undefined where there is none. `path` is where it is named. */
  bytesOf(name: string, path: DataPath): Uint8Array | undefined {
    const file = resolvePath(this.#r.document.place(path).file, name)
    return file === undefined ? undefined : this.#files.get(file.toLowerCase())
  }
}
