import { readModel, type UserModel } from '../../departments/characters'
import type { ModelFiles } from '../../film'
import type { ProductionFile } from './master-document'
import type { ActorReference } from './plan-settings'
import type { DataPath } from './read-yaml'
import type { Resolving } from './resolve-bases'
import { resolvePath } from './resolve-path'
import { sayRefused } from './say-stand-in'

/** The models and pictures that a production's people name; models are read once, and refused with the reason. */
export class CastModels {
  readonly #r: Resolving
  readonly #files: ReadonlyMap<string, Uint8Array>
  readonly #read = new Map<string, Uint8Array>()

  constructor(r: Resolving, files: readonly ProductionFile[]) {
    this.#r = r
    this.#files = new Map(files.map((f) => [f.name.toLowerCase(), f.bytes]))
  }

  /** The model in a file; undefined where there is none (the checks have said so) or it was refused. */
  of(name: string, path: DataPath): UserModel | undefined {
    const file = resolvePath(this.#r.document.place(path).file, name)
    const bytes = file === undefined ? undefined : this.#files.get(file.toLowerCase())
    if (!bytes) return undefined
    try {
      const model = readModel(bytes)
      this.#read.set(model.sha256, bytes)
      return model
    } catch (error) {
      return sayRefused(this.#r, path, name, error)
    }
  }

  /** An actor's reference: a picture of the production when the words name one, else a note. */
  referenceOf(words: string, path: DataPath): ActorReference {
    const name = resolvePath(this.#r.document.place(path).file, words)
    const bytes = name === undefined ? undefined : this.#files.get(name.toLowerCase())
    return bytes ? { note: words, picture: { name: words, bytes } } : { note: words }
  }

  /** The files of all that were read. */
  get files(): ModelFiles {
    return Object.fromEntries(this.#read)
  }
}
