import { relative } from 'node:path'
import { STYLES } from '../departments/retro'
import { type Diagnostic, InputError } from '../film'
import type { Verb } from './command'
import { makePicture } from './in-browser'
import { choiceOf, numberOf, sizeOf } from './option-values'
import { OUT, outOf, SIZE, STYLE, styleOf } from './picture-options'
import { readInput } from './read-input'
import { base64 } from './read-production'
import { UsageError } from './usage-error'

/** First bytes of the pictures that browsers decode. */
const SIGNATURES: readonly (readonly [name: string, at: number, text: string])[] = [
  ['PNG', 1, 'PNG'],
  ['JPEG', 0, '\xff\xd8\xff'],
  ['WebP', 8, 'WEBP'],
  ['GIF', 0, 'GIF8'],
  ['BMP', 0, 'BM'],
  ['AVIF', 4, 'ftypavif'],
]

const DITHERS = ['none', 'bayer'] as const

/** `style`: a picture through the style engine. */
export const STYLE_IMAGE: Verb = {
  name: 'style',
  takes: 'IMAGE',
  summary: 'a picture (PNG, JPEG, WebP) through the style engine',
  flags: [
    OUT,
    STYLE,
    { name: 'palette', value: 'P', help: "colours, '#000000,#ffffff', or the name of a style whose colours to take" },
    { name: 'dither', value: 'D', help: `${DITHERS.join(', ')}` },
    { name: 'strength', value: 'S', help: 'of the dither, 0 to 1' },
    SIZE,
    { name: 'native', help: "the style's own pixels, before display scaling" },
  ],
  examples: [
    'style photo.jpg --style gameboy -o gameboy.png',
    "style photo.png --style nes --palette '#000000,#7f7f7f,#ffffff' -o grey.png",
  ],
  run: async (context) => {
    const { args, io, json } = context
    const style = styleOf(args.values.get('style') ?? 'nes')
    const palette = paletteOf(args.values.get('palette'))
    const dither = choiceOf(args, 'dither', DITHERS)
    const strength = numberOf(args, 'strength', 0, 1)
    const size = sizeOf(args, { even: true })
    const out = outOf(context, '.png')
    const image = await readInput(args.positionals[0] as string, io.cwd)
    checkImage(image.path, image.bytes)
    const made = await makePicture<'styleImage'>(out, context, (browser, file) =>
      browser.call('styleImage', {
        base64: base64(image.bytes),
        style: style.id,
        ...(palette ? { palette } : {}),
        ...(dither ? { dither } : {}),
        ...(strength === undefined ? {} : { strength }),
        ...size,
        native: args.switches.has('native'),
        file,
      }),
    )
    io.out(json ? `${JSON.stringify({ ...made, file: out })}\n` : `${relative(io.cwd, out) || out}\n`)
  },
}

/** Colours of `--palette`. @throws UsageError */
function paletteOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined
  const words = text.split(',').map((w) => w.trim().toLowerCase())
  if (words.some((w) => /^#?[0-9a-f]{6}$/.test(w))) {
    const wrong = words.find((w) => !/^#?[0-9a-f]{6}$/.test(w))
    if (wrong !== undefined)
      throw new UsageError(
        `--palette: expected colours as #rrggbb, got ${JSON.stringify(wrong)}`,
        "for example --palette '#000000,#ffffff'",
      )
    const colours = [...new Set(words.map((w) => (w.startsWith('#') ? w : `#${w}`)))]
    if (colours.length < 2 || colours.length > 256)
      throw new UsageError(
        `--palette: expected 2 to 256 different colours, got ${colours.length}`,
        "for example --palette '#000000,#ffffff'",
      )
    return colours
  }
  const { palette, name } = styleOf(text, '--palette')
  if (!palette) {
    const having = STYLES.flatMap((s) => (s.palette ? [s.id] : []))
    throw new UsageError(`--palette: ${name} has no colours of its own`, `these have: ${having.join(', ')}`)
  }
  return palette
}

/** @throws InputError if the bytes are no picture that browsers decode. */
function checkImage(path: string, bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (SIGNATURES.some(([, at, text]) => head.startsWith(text, at))) return
  const finding: Diagnostic = {
    severity: 'error',
    rule: 'image.format',
    message: bytes.length === 0 ? 'the file is empty' : 'the file is no picture that can be read',
    remedy: `give one of ${SIGNATURES.map(([name]) => name).join(', ')}`,
    file: path,
    line: 0,
    column: 0,
  }
  throw new InputError([finding])
}
