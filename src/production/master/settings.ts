import type { FrameRate } from '../../film'

/** A grade by name: what is done to the colours of every scene. */
export interface ColourPreset {
  /** Factors on the scene's own grade; 1 changes nothing. */
  readonly saturation: number
  readonly contrast: number
  /** Factors on the tint of shadows and highlights, linear RGB. */
  readonly shadows: readonly [number, number, number]
  readonly highlights: readonly [number, number, number]
}

/** What somebody sounds like when nobody says otherwise. Pitch in Hz, rate in words a minute. */
export interface VoicePreset {
  readonly name: string
  readonly pitchHz: number
  readonly wordsPerMinute: number
}

/** What a production is made with when it says nothing. */
export interface ProductionSettings {
  readonly width: number
  readonly height: number
  readonly fps: FrameRate
  /** A bare script is a film, and keeps the rate of films. */
  readonly scriptFps: FrameRate
  readonly quality: string
  readonly voices: readonly VoicePreset[]
  readonly colour_presets: Readonly<Record<string, ColourPreset>>
  /** Families by use; the user's own font file may stand for any. */
  readonly fonts: Readonly<Record<string, string>>
  readonly run_folder: string
}

/** The one place of defaults. A production overrides them under `settings:`, flags override that. */
export const SETTINGS: ProductionSettings = {
  width: 1920,
  height: 1080,
  fps: { num: 30, den: 1 },
  scriptFps: { num: 24, den: 1 },
  quality: 'production',
  voices: [
    { name: 'alto', pitchHz: 196, wordsPerMinute: 165 },
    { name: 'baritone', pitchHz: 110, wordsPerMinute: 158 },
    { name: 'soprano', pitchHz: 236, wordsPerMinute: 172 },
    { name: 'bass', pitchHz: 86, wordsPerMinute: 148 },
    { name: 'tenor', pitchHz: 138, wordsPerMinute: 168 },
    { name: 'child', pitchHz: 290, wordsPerMinute: 160 },
  ],
  colour_presets: {
    neutral: { saturation: 1, contrast: 1, shadows: [1, 1, 1], highlights: [1, 1, 1] },
    cinematic_teal_orange: { saturation: 1.06, contrast: 1.06, shadows: [0.84, 1, 1.12], highlights: [1.09, 1, 0.88] },
    noir: { saturation: 0.04, contrast: 1.28, shadows: [0.98, 1, 1.03], highlights: [1, 1, 1] },
    bleach_bypass: { saturation: 0.5, contrast: 1.24, shadows: [0.98, 1, 1.02], highlights: [1.01, 1, 0.99] },
    golden_hour: { saturation: 1.1, contrast: 1.02, shadows: [1.04, 0.99, 0.95], highlights: [1.1, 1.01, 0.82] },
    moonlight: { saturation: 0.82, contrast: 1.1, shadows: [0.86, 0.97, 1.18], highlights: [0.94, 0.99, 1.08] },
    vivid: { saturation: 1.28, contrast: 1.1, shadows: [0.98, 1, 1.02], highlights: [1.02, 1, 0.98] },
    pastel: { saturation: 0.74, contrast: 0.88, shadows: [1.04, 1.02, 1.05], highlights: [1.02, 1, 1] },
    sepia: { saturation: 0.3, contrast: 1.04, shadows: [1.1, 1, 0.84], highlights: [1.1, 1, 0.82] },
  },
  fonts: { titles: 'Georgia, serif', captions: 'system-ui, sans-serif', script: '"Courier Prime", "Courier New", monospace' },
  run_folder: 'artifacts',
}

/** How much work goes into a picture: the renderer's profiles by name. */
export const QUALITIES: readonly string[] = ['draft', 'preview', 'production', 'final']

/** Width over height that a target format asks for. */
export const FORMAT_ASPECTS: Readonly<Record<string, number>> = { cinema: 1.85, tv: 16 / 9, web: 16 / 9, game: 4 / 3 }
