import { readFile, writeFile } from 'node:fs/promises'
import { dirname, extname, relative } from 'node:path'
import { documentPdf } from '../encode'
import { reasons, type ScoutBook, scoutBook, scoutPaper, worthListing } from '../production'
import type { Context, Verb } from './command'
import { inBrowser, openInPage } from './in-browser'
import { makeFolder } from './make-folder'
import { openFilm, readFilm } from './open-film'
import { qualityOf, wholeNumberOf } from './option-values'
import { OUT, outOf, QUALITY, STYLE, styleFrom } from './picture-options'
import type { ProductionSource } from './read-production'
import { storeFile } from './store-folder'
import { inTemporaryFolder } from './temporary-folder'
import { UsageError } from './usage-error'

/** Pixels of a place's picture in the report, where nobody says otherwise. */
const USUAL_WIDTH = 640

/** `scout`: a film's places, and which suits which scene. */
export const SCOUT: Verb = {
  name: 'scout',
  takes: 'FILE',
  summary:
    'the places of a film: which of its locations and of the built-in kinds suits each scene, and why; with -o the scout report (.pdf) with pictures, or all of it as data (.json)',
  flags: [
    { name: 'scene', value: 'N', help: 'the finder for one scene alone' },
    { name: 'most', value: 'N', help: 'places listed for a scene (default 4)' },
    { name: 'no-pictures', help: 'the report without pictures: no browser is started' },
    { name: 'width', value: 'PX', help: `pixels across each picture, even (default ${USUAL_WIDTH})` },
    STYLE,
    QUALITY,
    { ...OUT, help: 'the report (.pdf), or the data (.json); without it the finder is printed' },
  ],
  examples: ['scout film.yaml', 'scout film.yaml --scene 3', 'scout film.yaml -o scout.pdf', 'scout film.yaml -o scout.json'],
  run: async (context) => {
    const { args, io, json } = context
    const out = args.values.has('out') ? outOf(context, '.pdf', '.json') : undefined
    const scene = args.values.get('scene')
    const most = wholeNumberOf(args, 'most', 1, 100) ?? 4
    const width = 2 * Math.round((wholeNumberOf(args, 'width', 64, 2048) ?? USUAL_WIDTH) / 2)
    const quality = qualityOf(args, 'preview')
    const style = await styleFrom(args.values.get('style') ?? 'hollywood', io.cwd)
    const source = await readFilm(context)
    const { production, film } = await openFilm(source, context)
    const whole = scoutBook({ production, film })
    const finder = whole.finder.filter((f) => scene === undefined || f.number.toLowerCase() === scene.toLowerCase())
    if (finder.length === 0)
      throw new UsageError(`--scene: the film has no scene ${scene}`, `its scenes are ${whole.finder.map((f) => f.number).join(', ')}`)
    const book = { ...whole, finder }
    if (out === undefined) {
      io.out(json ? `${JSON.stringify(book)}\n` : finderText(book, most))
      return
    }
    await makeFolder(dirname(out))
    if (extname(out).toLowerCase() === '.json') await writeFile(out, `${JSON.stringify(book, undefined, 2)}\n`)
    else {
      const height = 2 * Math.round(width / production.aspect / 2)
      const pictures = args.switches.has('no-pictures')
        ? new Map<string, Uint8Array>()
        : await picturesOf(book, { style, quality, width, height }, source, context)
      await writeFile(out, await documentPdf(scoutPaper(book, pictures)))
    }
    const facts = { places: book.places.map((p) => p.name), scenes: book.finder.length }
    io.out(json ? `${JSON.stringify({ file: out, ...facts })}\n` : `${relative(io.cwd, out) || out}\n`)
  },
}

/** A picture of each place that something is shot in. */
async function picturesOf(
  { places }: ScoutBook,
  how: { readonly style: Awaited<ReturnType<typeof styleFrom>>; readonly quality: string; readonly width: number; readonly height: number },
  source: ProductionSource,
  context: Context,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  await inTemporaryFolder(dirname(outOf(context, '.pdf')), async (folder) => {
    await inBrowser(folder, context, async (browser) => {
      await openInPage(browser, source, context)
      for (const { key, shot } of places) {
        if (shot === undefined) continue
        await browser.call('still', { ...how, where: { at: shot }, file: 'place.png' })
        pictures.set(key, await readFile(storeFile(folder, 'place.png')))
      }
    })
  })
  return pictures
}

/** The finder as text: a paragraph a scene, a line a place. */
function finderText({ finder }: ScoutBook, most: number): string {
  return finder
    .map(({ number, title, places }) => {
      const lines = worthListing(places, most).map((p) => {
        const name = `${p.name}${p.from === 'kind' ? ' (built)' : ''}`
        return `  ${p.excluded ? '   —' : p.score.toFixed(0).padStart(4)}  ${name}: ${reasons(p)}`
      })
      return `${number}. ${title}\n${lines.join('\n')}\n`
    })
    .join('\n')
}
