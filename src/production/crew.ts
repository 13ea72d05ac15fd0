import type { Speaker } from '../audio'
import type { Style } from '../departments/retro'
import type { Container, OpenSoundEncoder, SoundCodec, VideoFamily, WantedCodec } from '../encode'
import type { FrameRate, Segment, ShotSlice } from '../film'
import type { RunStanding } from '../pipeline'
import type { ResolvedSprites } from './master'
import type { SegmentJob } from './segments'
import type { SpriteCast } from './sprites'

/** What an output's pictures are: everything about them that the plan does not say. */
export interface OutputFormat {
  /** Unique in its production: `film`, `nes`. */
  readonly name: string
  readonly style: Style
  /** `draft`, `preview`, `production` or `final`. */
  readonly quality: string
  /** Even, in pixels. */
  readonly width: number
  readonly height: number
  readonly container: Container
  /** Where it is other than the film's. */
  readonly fps?: FrameRate | undefined
  /** This codec; without it the best the machine has of those the container carries. */
  readonly codec?: WantedCodec | undefined
  /** A codec the machine lacks may be replaced: by the nearest it has, or by this one. */
  readonly standIn?: boolean | VideoFamily | undefined
  /** What its sound is written in: inside a movie, as a WAV beside numbered pictures, or alone; none without it. */
  readonly sound?: SoundCodec | 'wav' | undefined
}

/** What of a film every one of its pictures needs. */
export interface FilmShape {
  readonly fps: FrameRate
  /** Width over height. */
  readonly aspect: number
}

/** How this machine would write an output: part of every segment's identity. */
export interface OutputProbe {
  /** Codec string as configured; `png` or `exr` where segments hold pictures. */
  readonly codec: string
  /** What was named, where something stands in for it. */
  readonly asked?: string | undefined
  /** Hash of what the encoder writes in front of its packets: `frontOf` of every segment that belongs to the output. */
  readonly probe: string
  /** Names the graphics adapter. */
  readonly adapter: string
  /** Names the build of the renderer. */
  readonly build: string
}

/** What a renderer asks of whoever sent it to work. */
export interface RenderHooks {
  /** Everything a shot depends on, by key. */
  readonly sliceFor: (shotKey: string) => Promise<ShotSlice>
  /**
   * Asked before every frame: waits while the run is paused, answers false to stop. `done` frames are finished;
   * `picture` names one in the store.
   */
  readonly gate: (done: number, picture?: string) => Promise<boolean>
  /** Hears how the run stands, at once and whenever that changes; answers how to stop hearing. What lets `gate` be kept in another thread. */
  readonly watch: (listener: (standing: RunStanding) => void) => () => void
}

/** One frame every so often of one shot, small: to see the film before it is made. */
export interface RoughJob {
  readonly shotKey: string
  /** Frames in the shot. */
  readonly frames: readonly number[]
  /** Store names of the pictures, one a frame. */
  readonly files: readonly string[]
  readonly width: number
  readonly height: number
  readonly style: Style
}

/** A sheet of sprites to be drawn, in a style that is read. */
export interface SpriteJob extends Omit<ResolvedSprites, 'style'> {
  readonly style: Style
}

/** What a frame takes, in milliseconds. */
export interface FrameCost {
  /** From its beginning until the graphics adapter has finished it. */
  readonly ms: number
  /** Of those, the thread's own work: posing, sorting, recording what the adapter is to do. */
  readonly threadMs: number
}

/** Whoever turns shots into segments. The house's own renders in a worker on its own device; others can be injected. */
export interface ShotRenderer {
  probe(output: OutputFormat, film: FilmShape): Promise<OutputProbe>
  /**
   * Renders a segment and writes it to the store, whole or not at all.
   * @param promised how the output is written by this machine: what comes out otherwise is not kept.
   * @throws PipelineError, CancelledError
   */
  segment(job: SegmentJob, output: OutputFormat, film: FilmShape, hooks: RenderHooks, promised?: OutputProbe): Promise<Segment>
  /** Writes a dark card in place of a segment that could not be made. */
  slate(job: SegmentJob, output: OutputFormat, film: FilmShape, text: string): Promise<Segment>
  /** Writes small pictures of a shot. */
  rough(job: RoughJob, film: FilmShape, hooks: RenderHooks): Promise<void>
  /**
   * Draws a sheet of sprites and writes its files into a folder of the store; answers their names. Whoever only tries a run
   * out may leave it out. @throws PipelineError, CancelledError
   */
  sprites?(job: SpriteJob, who: SpriteCast, folder: string, hooks: RenderHooks): Promise<readonly string[]>
  /** What a frame of an output takes, measured on a few frames of a shot. */
  measure(shotKey: string, output: OutputFormat, film: FilmShape, sliceFor: RenderHooks['sliceFor']): Promise<FrameCost>
}

/** Who plans: holds the film that is open and answers its artifacts by name. */
export interface FilmPlanner {
  artifact(name: PlannedArtifact): Promise<unknown>
  slice(shotKey: string): Promise<ShotSlice>
  /** Somebody of the film, by any of their names. Rejects with a RangeError that names everybody. */
  character(name: string): Promise<SpriteCast>
}

export const PLANNED_ARTIFACTS = [
  'Script',
  'Breakdown',
  'Voices',
  'ShotList',
  'Characters',
  'AssetManifest',
  'RenderPlan',
  'ShotPlans',
  'SoundPlan',
] as const
/** What planning makes, in the order of the phases. */
export type PlannedArtifact = (typeof PLANNED_ARTIFACTS)[number]

/** Everybody a production's phases send to work. */
export interface Crew {
  readonly planner: FilmPlanner
  /** One a slot of the resource `render`. */
  readonly renderers: readonly ShotRenderer[]
  /** Hears which shot a renderer will be sent to next, to have it built before. */
  readonly expect?: (shotKey: string) => void
  /** Who speaks the film's lines: needed where it has any. */
  readonly loadSpeaker?: () => Promise<Speaker>
  /** Opens encoders of sound; without it the house's own. */
  readonly openSound?: OpenSoundEncoder
}
