import { writeFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { CAST_SHEETS, castSheet } from '../production'
import type { Verb } from './command'
import { makePicture, openInPage } from './in-browser'
import { makeFolder } from './make-folder'
import { openFilm, readFilm } from './open-film'
import { choiceOf, qualityOf, wholeNumberOf } from './option-values'
import { checked, OUT, outOf, QUALITY, STYLE, styleFrom } from './picture-options'
import { UsageError } from './usage-error'

/** Pixels of a picture from top to bottom, where nobody says otherwise. */
const USUAL_HEIGHT = 320

/** `cast`: sheets of a film's people. */
export const CAST: Verb = {
  name: 'cast',
  takes: 'FILE',
  summary:
    'a sheet of the people of a film: all of them, or one from every side, with every face, in poses, in every costume; or one as a rigged model (.vrm, .glb)',
  flags: [
    { name: 'sheet', value: 'KIND', help: `${CAST_SHEETS.join(', ')} (default line-up; with --character turnaround)` },
    { name: 'character', value: 'NAME', help: 'whose; a line-up is of everybody' },
    { name: 'height', value: 'PX', help: `pixels of each picture from top to bottom, even (default ${USUAL_HEIGHT})` },
    STYLE,
    QUALITY,
    OUT,
  ],
  examples: [
    'cast film.fountain -o cast.png',
    'cast film.fountain --character MARA -o mara.png',
    'cast film.fountain --character MARA -o mara.vrm',
    'cast film.fountain --character MARA --sheet expressions --style toon -o faces.png',
  ],
  run: async (context) => {
    const { args, io, json } = context
    const character = args.values.get('character')
    const kind = choiceOf(args, 'sheet', CAST_SHEETS) ?? (character === undefined ? 'line-up' : 'turnaround')
    const style = await styleFrom(args.values.get('style') ?? 'hollywood', io.cwd)
    const quality = qualityOf(args, 'preview')
    const height = 2 * Math.round((wholeNumberOf(args, 'height', 32, 2048) ?? USUAL_HEIGHT) / 2)
    const out = outOf(context, '.png', '.vrm', '.glb')
    const isModel = /\.(?:vrm|glb)$/i.test(out)
    if (isModel && character === undefined) throw new UsageError('--character: whose model?', 'name one person')
    const source = await readFilm(context)
    const { film } = openFilm(source, context)
    if (isModel) {
      const { actorFile } = await import('../production/modelling')
      const bytes = checked('--character', 'give one of them', () => actorFile(film, character ?? ''))
      await makeFolder(dirname(out))
      await writeFile(out, bytes)
      return io.out(json ? `${JSON.stringify({ file: out, character, bytes: bytes.length })}\n` : `${relative(io.cwd, out) || out}\n`)
    }
    const wish = { kind, character }
    const { labels } = checked('--character', 'give one of them', () => castSheet(film, wish))
    const made = await makePicture<'castSheet'>(out, context, async (browser, file) => {
      await openInPage(browser, source, context)
      return browser.call('castSheet', { ...wish, style, quality, height, file })
    })
    io.out(json ? `${JSON.stringify({ ...made, file: out, sheet: kind, labels })}\n` : `${relative(io.cwd, out) || out}\n`)
  },
}
