import { canonicalJson } from '../film'
import type { ArtifactStore } from './artifact-store'
import { PipelineError } from './pipeline-error'
import { sha256Of } from './sha256-of'
import type { ArtifactNote, ArtifactRef } from './task'

/** What stands beside each artifact of a run, as `<name>.meta.json`. */
export interface ArtifactMeta {
  readonly name: string
  /** SHA-256 of the artifact's RFC 8785 canonical JSON, which is also what the file holds. */
  readonly sha256: string
  readonly bytes: number
  readonly schema?: string
  readonly schemaVersion?: string
  readonly parents: readonly { readonly name: string; readonly sha256: string }[]
  readonly parameters?: unknown
  /** Program, build and machine. */
  readonly computedBy: string
  /** ISO 8601. */
  readonly time: string
}

/** Folder of a run in the store, ending in `/`. */
export const runFolder = (project: string, runId: string): string => `artifacts/${project}/${runId}/`

const utf8 = new TextEncoder()

/** The artifacts of one run: each a canonical JSON file with its `.meta` beside it, checked by hash whenever it is read. */
export class RunArtifacts {
  readonly #store: ArtifactStore
  readonly #folder: string
  readonly #computedBy: string
  readonly #wallClock: () => string
  /** What was written or read whole here: asked about again and again. */
  readonly #known = new Map<string, ArtifactRef>()

  constructor(store: ArtifactStore, options: { project: string; runId: string; computedBy: string; wallClock: () => string }) {
    this.#store = store
    this.#folder = runFolder(options.project, options.runId)
    this.#computedBy = options.computedBy
    this.#wallClock = options.wallClock
  }

  /** Store name of an artifact's file. */
  file(name: string): string {
    return `${this.#folder}${name}.json`
  }

  /** What was made or found here so far, by name. */
  known(): readonly ArtifactRef[] {
    return [...this.#known.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Writes an artifact, and its `.meta` after it. @throws TypeError, RangeError if it is not plain JSON; StoreError. */
  async write(name: string, value: unknown, note: ArtifactNote = {}): Promise<ArtifactRef> {
    const text = utf8.encode(canonicalJson(value))
    const said = typeof value === 'object' && value !== null ? (value as { schema?: unknown; version?: unknown }) : {}
    const schema = note.schema ?? (typeof said.schema === 'string' ? said.schema : undefined)
    const schemaVersion = note.schemaVersion ?? (typeof said.version === 'string' ? said.version : undefined)
    const meta: ArtifactMeta = {
      name,
      sha256: await sha256Of(text),
      bytes: text.byteLength,
      ...(schema === undefined ? {} : { schema }),
      ...(schemaVersion === undefined ? {} : { schemaVersion }),
      parents: await this.#parents(note.parents ?? []),
      ...(note.parameters === undefined ? {} : { parameters: note.parameters }),
      computedBy: this.#computedBy,
      time: this.#wallClock(),
    }
    this.#known.delete(name)
    await this.#store.write(this.file(name), text)
    await this.#store.write(this.#metaFile(name), utf8.encode(canonicalJson(meta)))
    return this.#keep(meta)
  }

  /** An artifact, checked against its hash. @throws PipelineError naming it, if it is missing or damaged. */
  async read<T>(name: string): Promise<T> {
    const meta = await this.meta(name)
    const bytes = meta && (await this.#store.read(this.file(name)))
    if (!meta || !bytes) throw missing(name, 'has not been made', 'run again from the phase that makes it')
    if ((await sha256Of(bytes)) !== meta.sha256) {
      this.#known.delete(name)
      throw missing(name, 'does not fit its hash', 'run again: it is made anew')
    }
    this.#keep(meta)
    return JSON.parse(new TextDecoder().decode(bytes)) as T
  }

  /** Whether an artifact is there and whole. */
  async has(name: string): Promise<boolean> {
    return (await this.stale(name)) === undefined
  }

  /** Why an artifact must be made; undefined if it can stay. See `RunView.stale`. */
  async stale(name: string, note?: ArtifactNote): Promise<string | undefined> {
    const meta = await this.meta(name)
    const bytes = await this.#store.read(this.file(name))
    if (!bytes) return 'it is not made yet'
    if (!meta || (await sha256Of(bytes)) !== meta.sha256) return 'it is damaged'
    this.#keep(meta)
    if (!note) return
    if (note.parents) {
      const before = new Map(meta.parents.map((p) => [p.name, p.sha256]))
      for (const parent of note.parents)
        if (before.get(parent) !== (await this.meta(parent))?.sha256 || !before.has(parent)) return `${parent} has changed`
    }
    if (note.parameters !== undefined && canonicalJson(note.parameters) !== canonicalJson(meta.parameters ?? null))
      return 'its parameters have changed'
    if (note.schemaVersion !== undefined && note.schemaVersion !== meta.schemaVersion) return 'its schema has changed'
    return
  }

  /** The `.meta` of an artifact; undefined if there is none that can be read. */
  async meta(name: string): Promise<ArtifactMeta | undefined> {
    const bytes = await this.#store.read(this.#metaFile(name))
    if (!bytes) return
    try {
      const meta = JSON.parse(new TextDecoder().decode(bytes)) as ArtifactMeta
      return typeof meta.sha256 === 'string' && Array.isArray(meta.parents) ? meta : undefined
    } catch {
      return
    }
  }

  /** Removes an artifact with its `.meta`. */
  async remove(name: string): Promise<void> {
    this.#known.delete(name)
    await this.#store.remove(this.#metaFile(name))
    await this.#store.remove(this.file(name))
  }

  async #parents(names: readonly string[]): Promise<ArtifactMeta['parents']> {
    return Promise.all(
      names.map(async (name) => {
        const meta = await this.meta(name)
        if (!meta) throw missing(name, 'has not been made, but is named as a parent', 'run again from the phase that makes it')
        return { name, sha256: meta.sha256 }
      }),
    )
  }

  #keep(meta: ArtifactMeta): ArtifactRef {
    const ref = { name: meta.name, hash: meta.sha256, bytes: meta.bytes }
    this.#known.set(meta.name, ref)
    return ref
  }

  #metaFile(name: string): string {
    return `${this.#folder}${name}.meta.json`
  }
}

const missing = (name: string, problem: string, remedy: string) => new PipelineError('artifacts', name, problem, remedy, { type: 'state' })
