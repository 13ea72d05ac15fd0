import { readModel, type UserModel } from '../../departments/characters'
import type { ModelFiles } from '../../film'
import { FilesBeside } from './files-beside'
import type { ProductionFile } from './master-document'
import type { ActorReference } from './plan-settings'
import type { DataPath } from './read-yaml'
import type { Resolving } from './resolve-bases'
import { sayRefused } from './say-stand-in'

/** The models and pictures that a production's people name; models are read once, and refused with the reason. */
export class CastModels {
  readonly #r: Resolving
  readonly #files: FilesBeside
  readonly #read = new Map<string, Uint8Array>()

  constructor(r: Resolving, files: readonly ProductionFile[]) {
    this.#r = r
    this.#files = new FilesBeside(r, files)
  }

  /** The model in a file; undefined where there is none (the checks have said so) or it was refused. */
  of(name: string, path: DataPath): UserModel | undefined {
    const bytes = this.#files.bytesOf(name, path)
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
    const bytes = this.#files.bytesOf(words, path)
    return bytes ? { note: words, picture: { name: words, bytes } } : { note: words }
  }

  /** The files of all that were read. */
  get files(): ModelFiles {
    return Object.fromEntries(this.#read)
  }
}
