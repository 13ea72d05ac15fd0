import { relative } from 'node:path'
import { styleWith } from '../departments/retro'
import { type Diagnostic, InputError } from '../film'
import type { Verb } from './command'
import { makePicture } from './in-browser'
import { sizeOf } from './option-values'
import { OUT, outOf, SIZE, STYLE, styleFrom } from './picture-options'
import { readInput } from './read-input'
import { base64 } from './read-production'
import { changedStyle, STYLE_OPTIONS } from './style-options'

/** First bytes of the pictures that browsers decode. */
const SIGNATURES: readonly (readonly [name: string, at: number, text: string])[] = [
  ['PNG', 1, 'PNG'],
  ['JPEG', 0, '\xff\xd8\xff'],
  ['WebP', 8, 'WEBP'],
  ['GIF', 0, 'GIF8'],
  ['BMP', 0, 'BM'],
  ['AVIF', 4, 'ftypavif'],
]

/** `style`: a picture through the style engine. */
export const STYLE_IMAGE: Verb = {
  name: 'style',
  takes: 'IMAGE',
  summary:
    'a picture (PNG, JPEG, WebP) through the style engine; nobody is told apart in it: a film also outlines people, and is exposed for them',
  flags: [OUT, STYLE, ...STYLE_OPTIONS, SIZE, { name: 'native', help: "the style's own pixels, before display scaling" }],
  examples: [
    'style photo.jpg --style gameboy -o gameboy.png',
    "style photo.png --style nes --palette '#000000,#7f7f7f,#ffffff' -o grey.png",
    'style photo.png --style hollywood --colours 16 --dither floyd-steinberg --pixels 320x200 -o sixteen.png',
    'style photo.png --style snes --display trinitron --set grade.saturation=1.5 -o tv.png',
  ],
  run: async (context) => {
    const { args, io, json } = context
    const base = await styleFrom(args.values.get('style') ?? 'nes', io.cwd)
    // A still may have the error of the whole picture in it; only moving ones need to keep it near.
    const style = await changedStyle(styleWith(base, { dither: { local: false } }), args, io.cwd)
    const size = sizeOf(args, { even: true })
    const out = outOf(context, '.png')
    const image = await readInput(args.positionals[0] as string, io.cwd)
    checkImage(image.path, image.bytes)
    const made = await makePicture<'styleImage'>(out, context, (browser, file) =>
      browser.call('styleImage', {
        base64: base64(image.bytes),
        style,
        ...size,
        native: args.switches.has('native'),
        file,
      }),
    )
    io.out(json ? `${JSON.stringify({ ...made, file: out })}\n` : `${relative(io.cwd, out) || out}\n`)
  },
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
