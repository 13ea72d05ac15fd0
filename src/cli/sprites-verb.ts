import { basename, dirname, extname, join, relative } from 'node:path'
import { characterNamed, SPRITE_ACTIONS, type SpriteCast, type SpriteWish, spriteShot } from '../production'
import type { Verb } from './command'
import { makeFiles, openInPage } from './in-browser'
import { openFilm, readFilm } from './open-film'
import { choiceOf, numberOf, qualityOf, wholeNumberOf } from './option-values'
import { checked, OUT, outOf, QUALITY, STYLE, styleFrom } from './picture-options'
import { UsageError } from './usage-error'

/** What is drawn where nobody says otherwise. */
const USUAL = { walk: 8, idle: 4, height: 48, style: 'snes' } as const

/** `sprites`: a character's walk as a sheet for games. */
export const SPRITES: Verb = {
  name: 'sprites',
  takes: 'FILE',
  summary: 'a sprite sheet of a character: PNG, and TexturePacker JSON beside it',
  flags: [
    { name: 'character', value: 'NAME', help: 'whose' },
    { name: 'action', value: 'A', help: `${SPRITE_ACTIONS.join(', ')} (default walk)` },
    { name: 'directions', value: 'N', help: '4 (default) or 8' },
    { name: 'frames', value: 'N', help: `pictures of a cycle (default ${USUAL.walk}, standing ${USUAL.idle})` },
    { name: 'height', value: 'PX', help: `pixels from sole to crown (default ${USUAL.height})` },
    { ...STYLE, help: STYLE.help.replace(/\(default [^)]*\)/, `(default ${USUAL.style})`) },
    { name: 'fps', value: 'N', help: 'pictures a second at which it is played (default: in its natural time)' },
    QUALITY,
    OUT,
  ],
  examples: [
    'sprites film.fountain --character MARA --style snes -o mara.png',
    'sprites film.fountain --character MARA --action walk --directions 8 --height 32 --style gameboy -o mara.png',
  ],
  run: async (context) => {
    const { args, io, json } = context
    const name = args.values.get('character')
    if (name === undefined || name.trim() === '') throw new UsageError('--character: whose sprites?', 'for example --character MARA')
    const style = await styleFrom(args.values.get('style') ?? USUAL.style, io.cwd)
    const action = choiceOf(args, 'action', SPRITE_ACTIONS) ?? 'walk'
    const directions = choiceOf(args, 'directions', ['4', '8'])
    const fps = numberOf(args, 'fps', 1, 60)
    const drawn: Omit<SpriteWish, keyof SpriteCast> = {
      action,
      directions: directions === '8' ? 8 : 4,
      framesPerCycle: wholeNumberOf(args, 'frames', 2, 64) ?? USUAL[action],
      height: wholeNumberOf(args, 'height', 8, 512) ?? USUAL.height,
      ...(fps === undefined ? {} : { fps }),
    }
    const quality = qualityOf(args, 'production')
    const out = outOf(context, '.png')
    const source = await readFilm(context)
    const { film } = await openFilm(source, context)
    const cast = checked('--character', 'give one of them', () => characterNamed(film, name))
    checked('sprites', 'see oneshot help sprites', () => spriteShot({ ...drawn, cast }))
    const placed = (called: string) => join(dirname(out), called)
    const made = await makeFiles(
      out,
      context,
      async (browser) => {
        await openInPage(browser, source, context)
        return browser.call('sprites', { ...drawn, character: name, style, quality, folder: '', name: basename(out, extname(out)) })
      },
      ({ files }) => files.map(({ file, called }) => [file, placed(called)] as const),
    )
    const paths = made.files.map((f) => placed(f.called))
    io.out(
      json
        ? `${JSON.stringify({ ...made, character: cast.key, style: style.id, files: paths })}\n`
        : paths.map((p) => `${relative(io.cwd, p) || p}\n`).join(''),
    )
  },
}
