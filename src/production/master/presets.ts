import type { Container } from '../../encode'

/** What an output preset says; sizes in pixels. Without a rate, the film's own is taken; without a size, one that suits the style. */
export interface OutputPreset {
  readonly width?: number
  readonly height?: number
  readonly codec: string
  readonly container: Container
  /** The codec that is written where the browser has no encoder for the named one: every browser has none for ProRes. */
  readonly stand_in?: string
  readonly fps?: string
  readonly quality?: string
  readonly style?: string
  readonly retro?: Readonly<Record<string, unknown>>
}

/** The house's output presets by name. */
export const OUTPUT_PRESETS: Readonly<Record<string, OutputPreset>> = {
  cinema_4k: { width: 4096, height: 2160, codec: 'prores_4444', container: 'mp4', stand_in: 'best' },
  cinema_2k: { width: 2048, height: 1080, codec: 'prores_422', container: 'mp4', stand_in: 'best' },
  streaming_4k: { width: 3840, height: 2160, codec: 'h264', container: 'mp4' },
  streaming_1080p: { width: 1920, height: 1080, codec: 'h264', container: 'mp4' },
  youtube_1080p: { width: 1920, height: 1080, codec: 'h264', container: 'mp4' },
  social_square: { width: 1080, height: 1080, codec: 'h264', container: 'mp4' },
  // Square pixels: a game's engine stretches them, or does not.
  '16bit_game': { width: 256, height: 224, codec: 'png', container: 'png', style: 'snes', retro: { resolution: '256x224' } },
  '8bit_game': { width: 256, height: 240, codec: 'png', container: 'png', style: 'nes', retro: { resolution: '256x240' } },
  // Numbered pictures of the finished film: for editing, and in linear light for compositing.
  png: { codec: 'png', container: 'png' },
  exr: { codec: 'exr', container: 'exr' },
  gif: { codec: 'gif', container: 'gif' },
  apng: { codec: 'apng', container: 'apng' },
  webp: { codec: 'webp', container: 'webp' },
  wav: { codec: 'wav', container: 'wav' },
}
