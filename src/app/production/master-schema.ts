import { STYLES } from '../../departments/retro'
import { QUALITY_NAMES } from '../../render'
import type { JsonSchema } from '../store/complete-yaml'

let schema: Promise<JsonSchema | undefined> | undefined

/** The published schema of the master file, for completion; without it the editor completes nothing and works. */
export function masterSchema(): Promise<JsonSchema | undefined> {
  schema ??= fetch('schemas/Production.v1.json')
    .then(async (answer) => (answer.ok ? ((await answer.json()) as JsonSchema) : undefined))
    .catch(() => undefined)
  return schema
}

/** Words for keys whose values the schema leaves open, from those who know them. */
export function masterValues(): Readonly<Record<string, readonly string[]>> {
  const styles = STYLES.map((s) => s.id)
  return {
    style: styles,
    quality: QUALITY_NAMES,
    container: ['mp4', 'webm', 'png', 'exr', 'gif', 'apng', 'webp', 'wav'],
    codec: ['h264', 'h265', 'av1', 'vp9', 'png', 'exr', 'gif', 'apng', 'webp', 'wav'],
    target_format: ['cinema', 'tv', 'web', 'game'],
    aspect_ratio: ['16:9', '2.39:1', '1.85', '4:3', '1:1'],
    fps: ['24', '25', '30', '23.976'],
    dither: ['none', 'bayer'],
    shots: ['auto'],
    time_of_day: ['day', 'night', 'dawn', 'dusk'],
    on_failure: ['stop', 'hole'],
    extends: ['short_film', 'commercial', 'game_assets'],
    preset: [
      'cinema_4k',
      'cinema_2k',
      'streaming_4k',
      'streaming_1080p',
      'youtube_1080p',
      'social_square',
      '16bit_game',
      '8bit_game',
      'png',
      'exr',
      'gif',
      'apng',
      'webp',
      'wav',
    ],
  }
}
