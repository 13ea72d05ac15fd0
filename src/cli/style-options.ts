import {
  type ColourTable,
  DISTANCES,
  DITHERS,
  DOWNSCALES,
  displayByName,
  GRADES,
  PALETTES,
  paletteByName,
  readCube,
  readPalette,
  STYLES,
  type Style,
  type StyleChanges,
  styleWith,
} from '../departments/retro'
import { choiceOf, numberOf, wholeNumberOf } from './option-values'
import type { Arguments, Flag } from './parse-arguments'
import { checked } from './picture-options'
import { readInput } from './read-input'
import { didYouMean, UsageError } from './usage-error'

/** Flags that change a style: the usual ones by name, any field at all with `--set`. */
export const STYLE_OPTIONS: readonly Flag[] = [
  { name: 'palette', value: 'P', help: "'#000000,#ffffff', a palette by name, or a file (.gpl .pal .hex .ase .act)" },
  { name: 'colours', value: 'N', help: 'so many colours, those that suit the picture best' },
  { name: 'distance', value: 'D', help: `what nearest means: ${DISTANCES.join(', ')}` },
  { name: 'dither', value: 'D', help: DITHERS.filter((d) => d !== 'pattern').join(', ') },
  { name: 'strength', value: 'S', help: 'of the dither, 0 to 1' },
  { name: 'linear', help: 'error is diffused in linear light' },
  { name: 'serpentine', help: 'every other row runs backwards (error diffusion on the processor)' },
  { name: 'pixels', value: 'WxH', help: "the style's own resolution" },
  { name: 'downscale', value: 'D', help: `how pixels are made: ${DOWNSCALES.filter((d) => d !== 'none').join(', ')}` },
  { name: 'posterise', value: 'N', help: 'steps a channel, 2 to 64' },
  { name: 'outline', value: 'S', help: 'outlines, 0 to 1' },
  { name: 'display', value: 'NAME', help: 'what it is seen on: plain, pvm, trinitron, arcade, consumer …' },
  { name: 'grade', value: 'NAME', help: `a film grade: ${GRADES.map((g) => g.id).join(', ')}` },
  { name: 'lut', value: 'FILE', help: 'a table of colours (.cube), applied after the grade' },
  { name: 'set', value: 'FIELD=VALUE', many: true, help: 'any field of a style, such as grade.exposure=1.4 or film.grain=2' },
]

/** The style with what the flags ask for. @throws UsageError, InputError for a palette file that is none. */
export async function changedStyle(style: Style, args: Arguments, cwd: string): Promise<Style> {
  const colours = wholeNumberOf(args, 'colours', 2, 256)
  const palette = await coloursOf(args.values.get('palette'), cwd)
  if (palette && colours !== undefined) throw new UsageError('--palette and --colours are both given', 'give one of them')
  const pixels = args.values.get('pixels')
  const size = pixels === undefined ? undefined : /^(\d{1,4})[x×*](\d{1,4})$/i.exec(pixels.trim())
  if (size === null) throw new UsageError(`--pixels: expected WIDTHxHEIGHT, got ${JSON.stringify(pixels)}`, 'for example --pixels 320x200')
  const display = args.values.get('display')
  const grade = args.values.get('grade')
  const outline = numberOf(args, 'outline', 0, 1)
  const lut = await tableOf(args.values.get('lut'), cwd)
  const changes: StyleChanges = {
    ...(palette ? { palette } : {}),
    ...(colours === undefined ? {} : { mixes: { levels: [256, 256, 256], count: colours } }),
    ...(size ? { resolution: { width: Number(size[1]), height: Number(size[2]) } } : {}),
    ...(display === undefined ? {} : { display: checked('--display', 'see oneshot help style', () => displayByName(display)).display }),
    distance: choiceOf(args, 'distance', DISTANCES),
    downscale: choiceOf(args, 'downscale', DOWNSCALES),
    posterise: wholeNumberOf(args, 'posterise', 2, 64),
    dither: {
      kind: choiceOf(args, 'dither', DITHERS),
      strength: numberOf(args, 'strength', 0, 1),
      ...(args.switches.has('linear') ? { linear: true } : {}),
      ...(args.switches.has('serpentine') ? { serpentine: true } : {}),
    },
    ...(outline === undefined ? {} : { ink: { outline } }),
    film: { ...(grade === undefined ? {} : { grade }), ...(lut ? { lut } : {}) },
  }
  const named = checked('style', 'see the JSON Schema Style.v1.json', () => styleWith(style, changes))
  return setFields(named, args.values.get('set'))
}

/** The table of colours that `--lut` names. @throws UsageError for another file; InputError for one that is none. */
async function tableOf(path: string | undefined, cwd: string): Promise<ColourTable | undefined> {
  if (path === undefined) return undefined
  if (!/\.cube$/i.test(path))
    throw new UsageError(`--lut: expected a .cube file, got ${JSON.stringify(path)}`, 'for example --lut warm.cube')
  const { name, bytes } = await readInput(path, cwd)
  return readCube(new TextDecoder().decode(bytes), name)
}

/** `--set grade.exposure=1.4`: values are JSON where they can be read as such, else words. */
function setFields(style: Style, text: string | undefined): Style {
  if (text === undefined) return style
  // Several are joined by commas, and a value may hold some: what has no field name belongs to the one before.
  const pairs = text.split(/,(?=[a-zA-Z][\w.]*=)/)
  return pairs.reduce((so, pair) => {
    const at = pair.indexOf('=')
    const path = pair.slice(0, at).trim().split('.')
    if (at < 1 || path.length > 2)
      throw new UsageError(`--set: expected FIELD=VALUE, got ${JSON.stringify(pair)}`, 'for example --set grade.exposure=1.4')
    const [section, field] = path as [string, string?]
    const known = Object.keys(style)
    if (!known.includes(section)) throw new UsageError(`--set: a style has no ${section}`, `it has ${known.join(', ')}`)
    const value = readValue(pair.slice(at + 1))
    const inside = so[section as keyof Style]
    if (field !== undefined && (typeof inside !== 'object' || inside === null || !(field in inside)))
      throw new UsageError(`--set: ${section} has no ${field}`, `it has ${Object.keys(inside ?? {}).join(', ') || 'no fields'}`)
    const kind = section === 'display' && field !== 'kind' ? { kind: so.display.kind } : {}
    const change = field === undefined ? { [section]: value } : { [section]: { ...kind, [field]: value } }
    return checked('--set', 'see the JSON Schema Style.v1.json for what each field takes', () => styleWith(so, change as StyleChanges))
  }, style)
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Colours of a palette, or of a style that has some. @throws UsageError */
function namedColours(name: string): readonly string[] {
  const palette = paletteByName(name)
  if (palette) return palette.colours
  const style = STYLES.find((s) => s.palette && (s.id === name || s.aliases.includes(name)))
  if (style?.palette) return style.palette
  if (STYLES.some((s) => s.id === name))
    throw new UsageError(`--palette: ${name} has no colours of its own`, 'name a palette, or --colours 16')
  const ids = PALETTES.map((p) => p.id)
  const near = didYouMean(name, ids)
  throw new UsageError(
    `--palette: there is no palette ${JSON.stringify(name)}`,
    near ? `did you mean ${near}?` : `give colours, a file, or one of ${ids.join(', ')}`,
  )
}

/** Colours of `--palette`. @throws UsageError, InputError */
async function coloursOf(text: string | undefined, cwd: string): Promise<readonly string[] | undefined> {
  if (text === undefined) return undefined
  if (/\.(?:gpl|pal|hex|ase|act)$/i.test(text)) {
    const { name, bytes } = await readInput(text, cwd)
    return readPalette({ name, bytes }).colours
  }
  const words = text.split(',').map((w) => w.trim().toLowerCase())
  if (!words.some((w) => /^#?[0-9a-f]{6}$/.test(w))) return namedColours(text)
  const wrong = words.find((w) => !/^#?[0-9a-f]{6}$/.test(w))
  if (wrong !== undefined)
    throw new UsageError(`--palette: expected colours as #rrggbb, got ${JSON.stringify(wrong)}`, "for example --palette '#000000,#ffffff'")
  const colours = [...new Set(words.map((w) => (w.startsWith('#') ? w : `#${w}`)))]
  if (colours.length < 2 || colours.length > 256)
    throw new UsageError(`--palette: expected 2 to 256 different colours, got ${colours.length}`, "for example --palette '#000000,#ffffff'")
  return colours
}
