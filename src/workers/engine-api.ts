import type { Diagnostic, RenderOutput, RenderPlan } from '../film'
import type { ProgressEvent } from '../pipeline'

/** A screenplay as it was dropped or read: its name decides nothing but messages. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the page and the command line may choose before planning. */
export interface OpenSettings {
  /** `24`, `23.976`, `24000/1001`. */
  readonly fps?: string
  /** Width over height; 16/9 by default. */
  readonly aspect?: number
}

/** What stays on the page of an opened film: the index, never the whole plan. */
export interface FilmSummary {
  readonly plan: RenderPlan
  readonly diagnostics: readonly Diagnostic[]
  readonly characters: readonly { readonly key: string; readonly name: string; readonly description: string; readonly lines: number }[]
  readonly scriptLines: number
  /** Milliseconds the worker took to parse and to plan. */
  readonly parseMs: number
  readonly planMs: number
}

/** A film, or every reason why there is none. */
export type OpenResult =
  | { readonly ok: true; readonly film: FilmSummary }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Where in a film: an address `sc2.sh1:12`, or a film frame. */
export type Where = { readonly at: string } | { readonly frame: number }

/** How a picture is to look. Sizes are even. */
export interface PictureRequest {
  readonly style: string
  readonly width: number
  readonly height: number
  /** `draft`, `preview`, `production` or `final`. */
  readonly quality: string
}

export type StillRequest = PictureRequest & {
  readonly where: Where
  /** The style's own pixels, before display scaling. */
  readonly native?: boolean
  /** Name of the PNG in the store. */
  readonly file: string
}

export type SheetRequest = PictureRequest & {
  /** Several make a grid: a row a shot, a column a style. */
  readonly styles?: readonly string[]
  readonly columns?: number
  /** Only these shots; all by default. */
  readonly addresses?: readonly string[]
  readonly file: string
}

export type ExportRequestDto = PictureRequest & {
  readonly file: string
  readonly only?: string
  /** Film frames, `to` not included. */
  readonly from?: number
  readonly to?: number
  readonly codec?: 'avc' | 'vp9' | 'av1'
  readonly force?: boolean
}

export type StyleImageRequest = {
  /** PNG, JPEG or WebP. */
  readonly image: Uint8Array
  readonly style: string
  /** Replaces the style's palette: `#rrggbb`, 2 to 256. */
  readonly palette?: readonly string[]
  readonly dither?: 'none' | 'bayer'
  readonly strength?: number
  readonly width?: number
  readonly height?: number
  readonly native?: boolean
  readonly file: string
}

/** A written picture. */
export interface WrittenPicture {
  readonly file: string
  readonly width: number
  readonly height: number
  /** Hash of the picture on the GPU; for sheets, of the PNG. */
  readonly hash: string
}

/** Measured by `bench`: medians in milliseconds, ratios against a floor of the same run. */
export interface BenchReport {
  readonly adapter: string
  readonly kernels: unknown
  readonly frames: readonly {
    readonly style: string
    readonly quality: string
    readonly width: number
    readonly height: number
    readonly msPerFrame: number
  }[]
  readonly exportOverRender: number
}

/**
 * What the built page offers the command line as `window.oneshot` (open the page with `?engine=1&store=/store/TOKEN/`: pictures
 * and films are then written through the server that served it). Bytes travel as base64 strings.
 */
export interface EngineApi {
  /** Names the graphics adapter. @throws NoGpuError */
  adapter(): Promise<string>
  open(file: { readonly name: string; readonly base64: string }, settings?: OpenSettings): Promise<OpenResult>
  still(request: StillRequest): Promise<WrittenPicture>
  sheet(request: SheetRequest): Promise<WrittenPicture>
  exportFilm(request: ExportRequestDto): Promise<RenderOutput>
  styleImage(request: Omit<StyleImageRequest, 'image'> & { readonly base64: string }): Promise<WrittenPicture>
  bench(options: { readonly width: number; readonly height: number; readonly frames: number }): Promise<BenchReport>
  /** Stops what is running within a frame; the running call throws CancelledError. */
  cancel(): void
}

declare global {
  interface Window {
    oneshot?: EngineApi
    /** Set by the command line before the page loads: hears progress. */
    oneshotProgress?: (event: ProgressEvent) => void
  }
}
