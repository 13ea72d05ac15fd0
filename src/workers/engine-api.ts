import type { Style } from '../departments/retro'
import type { Diagnostic, PassName, RenderPlan } from '../film'
import type { ProgressEvent, RunEvent, RunSummary, TaskGraph } from '../pipeline'
import type { CastSheetWish, CatalogueWish, ExportRatio, SpriteCast, SpriteWish } from '../production'
import type { ActorBench, ActorBenchOptions, KernelBench, KernelBenchOptions, WorldBench, WorldBenchOptions } from '../render/bench'
import type { SoundRequest, WrittenSound } from './audio-door'
import type { Estimate, OpenProductionResult, ProductionInput, RunOptions } from './production-api'

/** A screenplay as it was dropped or read: its name decides nothing but messages. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What stays on the page of an opened film: the index, never the whole plan. */
export interface FilmSummary {
  readonly plan: RenderPlan
  readonly diagnostics: readonly Diagnostic[]
  readonly characters: readonly { readonly key: string; readonly name: string; readonly description: string; readonly lines: number }[]
  readonly scriptLines: number
  /** Lines that have a voice and were not spoken yet: they take as long as they are reckoned to. */
  readonly unspoken: number
  /** Milliseconds the worker took to read, check and plan it. */
  readonly openMs: number
}

/** Whether a film's lines are spoken before it is planned, or only what was spoken before is taken as long as it is. */
export type SpeechAsked = 'spoken' | 'known'

/** Hears how many of a film's lines have been spoken. */
export type OnSpoken = (done: number, total: number) => void

/** A film, or every reason why there is none. */
export type OpenResult =
  | { readonly ok: true; readonly film: FilmSummary }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Where in a film: an address `sc2.sh1:12`, or a film frame. */
export type Where = { readonly at: string } | { readonly frame: number }

/** A style by name, or all of it. */
export type StyleRef = string | Style

/** How a picture is to look. Sizes are even. */
export interface PictureRequest {
  readonly style: StyleRef
  readonly width: number
  readonly height: number
  /** `draft`, `preview`, `production` or `final`. */
  readonly quality: string
}

export type StillRequest = PictureRequest & {
  readonly where: Where
  /** The style's own pixels, before display scaling. */
  readonly native?: boolean
  /** The style's own pixels split by distance, besides: so many layers, or cut at these metres, ascending. Of a shot's frame. */
  readonly layers?: number | readonly number[]
  /** Passes of the shot's frame, besides: as pictures to look at beside the PNG, or as layers of the file where that is an OpenEXR. */
  readonly passes?: readonly PassName[]
  /** Name of the PNG or EXR in the store; layers and passes stand beside it. */
  readonly file: string
  /** What the picture and its layers are called where they go, without `.png`: their list names them so. */
  readonly called?: string
}

export type SheetRequest = PictureRequest & {
  /** Several make a grid: a row a shot, a column a style. */
  readonly styles?: readonly StyleRef[]
  readonly columns?: number
  /** Shots that have a style of their own are shown in it. */
  readonly own?: boolean
  /** Only these shots; all by default. */
  readonly addresses?: readonly string[]
  /** Words under the pictures, in order. */
  readonly labels?: readonly string[]
  readonly file: string
}

/** A sheet of shots as several plans have them: a row a shot and plan, a column a style. */
export type ConceptRequest = Omit<SheetRequest, 'columns' | 'own'> & {
  readonly addresses: readonly string[]
  readonly styles: readonly StyleRef[]
}

/** A sheet of a film's people; the size is that of each picture's height, its width goes by the kind. */
export type CastSheetRequest = Omit<PictureRequest, 'width'> & CastSheetWish & { readonly file: string }

/** A contact sheet of what is in store; the size is that of each picture's height. */
export type CatalogueRequest = Omit<PictureRequest, 'width'> & CatalogueWish & { readonly file: string }

export type StyleImageRequest = {
  /** PNG, JPEG or WebP. */
  readonly image: Uint8Array
  readonly style: StyleRef
  readonly width?: number
  readonly height?: number
  readonly native?: boolean
  readonly file: string
}

export type SpritesRequest = Omit<SpriteWish, keyof SpriteCast> & {
  /** Name of a character of the film. */
  readonly character: string
  readonly style: StyleRef
  /** `draft`, `preview`, `production` or `final`. */
  readonly quality: string
  /** Where in the store the files go: empty, or ending in `/`. */
  readonly folder: string
  /** What the sheet will be called, without its ending: its description names its picture. */
  readonly name: string
}

/** A written sprite sheet. */
export interface WrittenSprites {
  /** Pictures and descriptions by turns: their names in the store, and what they are to be called. */
  readonly files: readonly { readonly file: string; readonly called: string; readonly bytes: number }[]
  readonly pages: readonly { readonly width: number; readonly height: number }[]
  readonly sprites: number
  readonly animations: readonly string[]
  readonly colours: number
}

/** A written picture. */
export interface WrittenPicture {
  readonly file: string
  readonly width: number
  readonly height: number
  /** Hash of the picture on the GPU; for sheets, of the PNG. */
  readonly hash: string
}

/** One layer of a picture that was split by distance: a PNG with alpha. */
export interface WrittenLayer {
  readonly file: string
  /** Metres from the camera, along its view. */
  readonly fromM: number
  /** Null where the layer goes on to the sky. */
  readonly toM: number | null
  /** How many pixels it has. */
  readonly pixels: number
}

export interface WrittenStill extends WrittenPicture {
  /** The farthest first, where they were asked for; the picture is the style's own pixels then. */
  readonly layers?: readonly WrittenLayer[]
  /** Passes that were asked for. */
  readonly passes?: readonly PassName[]
  /** The layers' PNGs and the list of them, or the passes' PNGs: names in the store, and what they are called. */
  readonly beside?: readonly { readonly file: string; readonly called: string }[]
}

/** What the bench measures: kernels against a copy, frames of every style, the export against rendering alone. */
export const BENCH_PARTS = ['kernels', 'styles', 'export'] as const
export type BenchPart = (typeof BENCH_PARTS)[number]

export interface BenchOptions {
  readonly width: number
  readonly height: number
  /** Frames of each style. */
  readonly frames: number
  readonly parts: readonly BenchPart[]
}

/** Measured by `bench`, of the parts that were asked for: medians in milliseconds, ratios against a floor of the same run. */
export interface BenchReport {
  readonly adapter: string
  readonly kernels?: unknown
  readonly frames?: readonly {
    readonly style: string
    readonly quality: string
    readonly width: number
    readonly height: number
    readonly msPerFrame: number
  }[]
  readonly exportOverRender?: number
  /** How that was measured. */
  readonly exported?: ExportRatio
}

/** A production's files as they reach the page from outside: bytes as base64 strings. */
export type ProductionInputDto = Omit<ProductionInput, 'files'> & {
  readonly files: readonly { readonly name: string; readonly base64: string }[]
}

/**
 * What the built page offers the command line as `window.oneshot` (open the page with `?engine=1&store=/store/TOKEN/`: pictures
 * and films are then written through the server that served it). Bytes travel as base64 strings.
 */
export interface EngineApi {
  /** Names the graphics adapter. @throws NoGpuError */
  adapter(): Promise<string>
  /** Starts the planner, which makes itself ready for long films as long as it is asked for none: as it does while the app's page waits for a file. */
  prepare(): void
  /** Opens a screenplay or a production for stills, sheets and the bench. */
  open(input: ProductionInputDto): Promise<OpenProductionResult>
  still(request: StillRequest): Promise<WrittenStill>
  sheet(request: SheetRequest): Promise<WrittenPicture>
  /** Shots of the same film as planned from each of the inputs, beside and under each other. @throws Error for one that cannot be planned. */
  concepts(inputs: readonly ProductionInputDto[], request: ConceptRequest): Promise<WrittenPicture>
  castSheet(request: CastSheetRequest): Promise<WrittenPicture>
  /** What is in store, whatever the film: none need be open. */
  catalogueSheet(request: CatalogueRequest): Promise<WrittenPicture>
  sprites(request: SpritesRequest): Promise<WrittenSprites>
  /** The film's sound as a WAV. @param files sound files of the production. */
  sound(request: SoundRequest, files: ProductionInputDto['files']): Promise<WrittenSound>
  styleImage(request: Omit<StyleImageRequest, 'image'> & { readonly base64: string }): Promise<WrittenPicture>
  bench(options: BenchOptions): Promise<BenchReport>
  /** Kernels against a compute copy; needs no film. */
  benchKernels(options: KernelBenchOptions): Promise<KernelBench>
  /** What ten people cost to draw and to pose. */
  benchActors(options: ActorBenchOptions): Promise<ActorBench & { readonly adapter: string }>
  /** What preview frames of the opened film cost, what its cuts compile, and what things cost. */
  benchWorld(options: WorldBenchOptions): Promise<WorldBench & { readonly adapter: string }>
  /** Opens a production with the scheduler, for the three that follow. */
  openProduction(input: ProductionInputDto): Promise<OpenProductionResult>
  graph(options: RunOptions): Promise<TaskGraph>
  estimate(options: RunOptions): Promise<Estimate>
  run(options: RunOptions): Promise<RunSummary>
  /** Stops what is running within a frame; the running call throws CancelledError. */
  cancel(): void
}

declare global {
  interface Window {
    oneshot?: EngineApi
    /** Set by the command line before the page loads: hears progress. */
    oneshotProgress?: (event: ProgressEvent) => void
    /** The same for runs of productions. */
    oneshotEvent?: (event: RunEvent) => void
    /** Set with them: says at once what waits to be said. */
    oneshotFlush?: () => void
  }
}
