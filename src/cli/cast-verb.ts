import { readFile, writeFile } from 'node:fs/promises'
import { dirname, extname, relative } from 'node:path'
import { documentPdf } from '../encode'
import {
  BIBLE_SHEETS,
  type BiblePictures,
  CAST_SHEETS,
  type CastEntry,
  castBook,
  castSheet,
  characterNamed,
  costumeBible,
} from '../production'
import type { CastSheetRequest } from '../workers'
import type { Context, Verb } from './command'
import { inBrowser, makePicture, openInPage } from './in-browser'
import { makeFolder } from './make-folder'
import { openFilm, readFilm } from './open-film'
import { choiceOf, qualityOf, wholeNumberOf } from './option-values'
import { checked, OUT, outOf, QUALITY, STYLE, styleFrom } from './picture-options'
import type { ProductionSource } from './read-production'
import { storeFile } from './store-folder'
import { inTemporaryFolder } from './temporary-folder'
import { UsageError } from './usage-error'

/** Pixels of a picture from top to bottom, where nobody says otherwise. */
const USUAL_HEIGHT = 320

/** `cast`: sheets of a film's people, their costume bible, and each of them as a model. */
export const CAST: Verb = {
  name: 'cast',
  takes: 'FILE',
  summary:
    'the people of a film: a sheet (.png) of all of them, or of one from every side, with every face, in poses, in every costume; the costume bible (.pdf); one as a rigged model (.vrm, .glb)',
  flags: [
    { name: 'sheet', value: 'KIND', help: `${CAST_SHEETS.join(', ')} (default line-up; with --character turnaround)` },
    { name: 'character', value: 'NAME', help: 'whose; a line-up is of everybody, a bible where it is left out' },
    { name: 'height', value: 'PX', help: `pixels of each picture from top to bottom, even (default ${USUAL_HEIGHT})` },
    STYLE,
    QUALITY,
    OUT,
  ],
  examples: [
    'cast film.fountain -o cast.png',
    'cast film.fountain --character MARA -o mara.png',
    'cast film.fountain --character MARA --sheet expressions --style toon -o faces.png',
    'cast film.fountain -o costume-bible.pdf',
    'cast film.fountain --character MARA -o mara.vrm',
  ],
  run: async (context) => {
    const { args, io, json } = context
    const character = args.values.get('character')
    const kind = choiceOf(args, 'sheet', CAST_SHEETS) ?? (character === undefined ? 'line-up' : 'turnaround')
    const style = await styleFrom(args.values.get('style') ?? 'hollywood', io.cwd)
    const quality = qualityOf(args, 'preview')
    const height = 2 * Math.round((wholeNumberOf(args, 'height', 32, 2048) ?? USUAL_HEIGHT) / 2)
    const out = outOf(context, '.png', '.pdf', '.vrm', '.glb')
    const ending = extname(out).toLowerCase()
    const said = (facts: object) => io.out(json ? `${JSON.stringify({ file: out, ...facts })}\n` : `${relative(io.cwd, out) || out}\n`)
    if (ending === '.vrm' || ending === '.glb') {
      if (character === undefined) throw new UsageError('--character: whose model?', 'name one person')
      const { film } = await openFilm(await readFilm(context), context)
      const { actorFile } = await import('../production/modelling')
      checked('--character', 'give one of them', () => characterNamed(film, character))
      const bytes = await actorFile(film, character)
      await written(out, bytes)
      return said({ character, bytes: bytes.length })
    }
    const source = await readFilm(context)
    const { film } = await openFilm(source, context)
    if (ending === '.pdf') {
      const wanted =
        character === undefined ? undefined : checked('--character', 'give one of them', () => characterNamed(film, character)).key
      const cast = castBook(film).filter((c) => wanted === undefined || c.spec.key === wanted)
      const bytes = await bible(cast, film.store.plan.title, { style, quality, height }, source, context)
      await written(out, bytes)
      return said({ people: cast.map((c) => c.spec.name), bytes: bytes.length })
    }
    const wish = { kind, character, style }
    const { labels } = checked('--character', 'give one of them', () => castSheet(film, wish))
    const made = await makePicture<'castSheet'>(out, context, async (browser, file) => {
      await openInPage(browser, source, context)
      return browser.call('castSheet', { ...wish, quality, height, file })
    })
    return said({ ...made, file: out, sheet: kind, labels })
  },
}

async function written(out: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(out))
  await writeFile(out, bytes)
}

/** Draws everybody's sheets and sets them with what is worn where. */
async function bible(
  cast: readonly CastEntry[],
  title: string,
  how: Pick<CastSheetRequest, 'style' | 'quality' | 'height'>,
  source: ProductionSource,
  context: Context,
): Promise<Uint8Array> {
  const pictures = new Map<string, BiblePictures>()
  await inTemporaryFolder(dirname(outOf(context, '.pdf')), async (folder) => {
    await inBrowser(folder, context, async (browser) => {
      await openInPage(browser, source, context)
      for (const { spec } of cast) {
        const drawn: { -readonly [K in keyof BiblePictures]: BiblePictures[K] } = {}
        for (const [kind] of BIBLE_SHEETS) {
          const file = 'sheet.png'
          await browser.call('castSheet', { ...how, kind, character: spec.name, file })
          drawn[kind] = await readFile(storeFile(folder, file))
        }
        pictures.set(spec.key, drawn)
      }
    })
  })
  return documentPdf(costumeBible(title || 'Untitled', cast, pictures))
}
