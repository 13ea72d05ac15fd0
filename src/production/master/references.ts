import { readPhoto } from '../../encode'
import { sha256Hex } from '../../film'
import { REFERENCE_PARTS, type ReadReference, type ReferencePart, readReference } from '../reference'
import { FilesBeside } from './files-beside'
import type { ProductionFile } from './master-document'
import { type Fields, fieldsOf, isFields, textOf } from './plain-data'
import type { ReferenceSettings } from './plan-settings'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedReference } from './resolved'

/** Parts that a location's photograph is matched in: its cameras are the shots' own. */
const OF_PLACES: readonly ReferencePart[] = ['light', 'grade']

/** What is said of a photograph to match: its file, or `{ file, light, grade, camera }` where a part that is false is left out. */
export function referenceOf(f: Fields, of: 'location' | 'shot'): ResolvedReference | undefined {
  const said = f.reference
  const fields = fieldsOf(said)
  const file = textOf(isFields(said) ? (fields.file ?? fields.path) : said)
  if (file === undefined) return undefined
  const usual = of === 'shot' ? REFERENCE_PARTS : OF_PLACES
  return { file, parts: usual.filter((p) => fields[p] !== false) }
}

/** Photographs by their bytes: films are opened again and again, and a photograph is read once. */
const known = new WeakMap<Uint8Array, ReadReference>()

/** The photographs that a production's places and shots are matched to; each is read once, and refused with the reason. */
export class References {
  readonly #r: Resolving
  readonly #files: FilesBeside
  readonly #hashes = new Map<string, string>()

  constructor(r: Resolving, files: readonly ProductionFile[]) {
    this.#r = r
    this.#files = new FilesBeside(r, files)
  }

  /** SHA-256 of all that were read, by the names they are given. */
  get hashes(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#hashes)
  }

  /** What a photograph says; undefined where none is named or there (the checks have said so), or it was refused. */
  of(reference: ResolvedReference | undefined, path: DataPath): ReferenceSettings | undefined {
    const bytes = reference && this.#files.bytesOf(reference.file, [...path, 'reference'])
    if (!reference || !bytes || bytes.length === 0) return undefined
    const read = known.get(bytes) ?? readPicture(bytes)
    known.set(bytes, read)
    if (read.ok) {
      this.#hashes.set(reference.file, sha256Hex(bytes))
      return { reading: read.reading, parts: reference.parts }
    }
    sayAt(
      this.#r,
      'warning',
      'film.reference',
      [...path, 'reference'],
      `${reference.file} cannot be matched: ${read.why}`,
      read.remedy,
      reference.file,
    )
    return undefined
  }
}

/** Reads a picture file's light. */
export function readPicture(bytes: Uint8Array): ReadReference {
  try {
    return readReference(readPhoto(bytes))
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error), remedy: 'give a photograph as JPEG or PNG' }
  }
}
