import { z } from '../../film'
import { bases, Fps, Size, Text } from './schema-parts'

/** How a retro picture is made; words name one of the styles. */
export const Retro = z.union([
  Text,
  z.boolean(),
  z.null(),
  z
    .looseObject({
      style: Text.describe('nes, gameboy …'),
      palette: z.union([Text, z.number(), z.array(Text)]).describe('A palette by name, a number of colours, or #rrggbb colours'),
      dither: z.union([Text, z.boolean(), z.looseObject({ kind: Text, size: z.number(), strength: z.number() }).partial()]),
      dither_mode: Text.describe('none, ordered, error_diffusion, pattern'),
      resolution: Size,
      pixel_size: z.number().describe('Pixels of the output that make one of the picture'),
      color_limit: z.number().describe('2 to 256 colours, those that suit each shot best'),
      color_depth: z.number(),
      mode: Text.describe('area, median, nearest or edge'),
      edge_detection: z.union([z.boolean(), z.number()]).describe('Outlines, 0 to 1'),
      posterize_levels: z.number(),
      strength: z.number(),
      scanlines: z.union([z.boolean(), z.number()]),
      crt: z.union([z.boolean(), Text]).describe('A display by name: pvm, trinitron, arcade, consumer …'),
    })
    .partial(),
])

const fields = {
  size: Size,
  resolution: Size,
  width: z.number(),
  height: z.number(),
  codec: Text.describe('h264, h265, av1, vp9, png, exr, gif, apng, webp, prores_422, prores_4444'),
  container: Text.describe('mp4, webm, png (numbered pictures), exr (numbered pictures of linear light), gif, apng or webp'),
  format: Text,
  audio: z
    .union([Text, z.boolean()])
    .describe('aac, opus or none; without it mp4 has AAC, webm Opus, and numbered pictures a WAV beside them'),
  fps: Fps,
  quality: Text.describe('draft, preview, production or final'),
  style: z
    .union([Text, z.looseObject({ base: Text.describe('The style it begins with') }).partial()])
    .describe('A style by name: hollywood, nes, gameboy; or what a style file says'),
  retro: Retro,
  stand_in: Text.describe('The codec that is taken where the named one cannot be written'),
  file: Text.describe('Name of the file without ending'),
}

/** What a preset or an output may say. */
export const OutputSettings = z.looseObject({ ...bases, ...fields, preset: Text }).partial()

/** One thing that is delivered: a preset by name, or a preset with what is other than in it. */
export const Output = z.union([z.string(), z.looseObject({ ...bases, ...fields, name: Text, preset: Text }).partial()])
