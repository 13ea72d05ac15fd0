import { DEFAULT_FPS, parseFrameRate, type Script, type ShotList } from '../../film'
import type { MasterDocument } from '../master/master-document'
import { entriesOf, type Fields, fieldsOf } from '../master/plain-data'
import type { DataPath } from '../master/read-yaml'
import { withBases } from '../master/resolve-bases'
import type { ResolvedOutput, ResolvedProduction, ResolvedShot } from '../master/resolved'
import { inScenes, readScenes, type SceneName, type SceneSpan } from '../master/scenes'

/** Whether this machine encodes a family of codecs, and Opus; what is not there was not asked for. */
export type CodecAnswers = Readonly<Partial<Record<'avc' | 'hevc' | 'vp9' | 'av1' | 'opus', boolean>>>

/** What a production is held against. Whatever is undefined is not checked. */
export interface ValidationContext {
  /** The screenplay it names. */
  readonly script?: Script | undefined
  /** The shots as they are planned, for shot numbers and lengths. */
  readonly shotList?: ShotList | undefined
  /** Files there are, relative to the production's folder, forward slashes. */
  readonly files?: readonly string[] | undefined
  /** What this machine encodes; a function where that depends on the output's size and rate. */
  readonly codecs?: CodecAnswers | ((output: ResolvedOutput) => CodecAnswers | undefined) | undefined
}

/** A member of a section. */
export interface Entry {
  readonly name: string | undefined
  /** With what it takes from its templates. */
  readonly fields: Fields
  /** As it was written: text for a name alone. */
  readonly written: unknown
  readonly path: DataPath
}

/** Entries of a section that are looked at; more than any film has. */
const MOST_ENTRIES = 2000
/** Scene spans of one entry that are looked at. */
const MOST_SPANS = 100

/** A production as the rules see it: sections as lists of entries, the script's scenes by number. */
export class Inspection {
  readonly document: MasterDocument
  readonly context: ValidationContext
  readonly data: Fields
  readonly characters: readonly Entry[]
  readonly locations: readonly Entry[]
  readonly shots: readonly ResolvedShot[]
  /** Of the film. */
  readonly framesASecond: number
  /** Outputs with the places where they were written. */
  readonly outputs: readonly { readonly output: ResolvedOutput; readonly fields: Fields; readonly path: DataPath }[]
  /** The script's scenes; empty without a script. */
  readonly scenes: readonly SceneName[]

  constructor(document: MasterDocument, production: ResolvedProduction | undefined, context: ValidationContext) {
    this.document = document
    this.context = context
    this.data = fieldsOf(document.data)
    this.characters = this.#entries('characters')
    this.locations = this.#entries('locations')
    const { num, den } = production ? parseFrameRate(production.fps) : DEFAULT_FPS
    this.framesASecond = num / den
    this.shots = Array.isArray(production?.shots) ? production.shots.slice(0, MOST_ENTRIES) : []
    const written = this.#entries('outputs')
    this.outputs = (production?.outputs ?? []).slice(0, MOST_ENTRIES).map((output, i) => {
      // With an entry that is none, others may stand elsewhere.
      const entry = written.length === production?.outputs.length ? written[i] : undefined
      return { output, fields: entry?.fields ?? {}, path: entry?.path ?? ['outputs'] }
    })
    this.scenes = (context.script?.scenes ?? []).map((s, i) => ({ index: i + 1, number: s.heading.number }))
  }

  /** Spans of scenes that can be read; an unreadable text gives none, and is said where it is resolved. */
  spans(value: unknown): readonly SceneSpan[] {
    return (
      readScenes(Array.isArray(value) ? value.slice(0, MOST_SPANS) : typeof value === 'string' ? value.slice(0, 2000) : value) ?? []
    ).slice(0, MOST_SPANS)
  }

  /** Places (from 0) of the script's scenes that are inside of spans. */
  scenesIn(spans: readonly SceneSpan[]): number[] {
    return this.scenes.flatMap((s, i) => (inScenes(spans, s) ? [i] : []))
  }

  /** The script's scenes in a few words: `1 to 12`. */
  get sceneRange(): string {
    const of = (s: SceneName | undefined) => s?.number ?? String(s?.index ?? 0)
    return this.scenes.length === 1 ? of(this.scenes[0]) : `${of(this.scenes[0])} to ${of(this.scenes.at(-1))}`
  }

  /** What this machine encodes for an output; undefined when nobody asked it. */
  codecs(output: ResolvedOutput): CodecAnswers | undefined {
    const { codecs } = this.context
    return typeof codecs === 'function' ? codecs(output) : codecs
  }

  #entries(section: string): Entry[] {
    const silent = { document: this.document, say: () => {} }
    return entriesOf(this.data[section], [section])
      .slice(0, MOST_ENTRIES)
      .map(({ name, value, path }) => ({ name, fields: withBases(silent, fieldsOf(value), path), written: value, path }))
  }
}
