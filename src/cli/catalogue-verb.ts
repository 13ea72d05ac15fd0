import { extname } from 'node:path'
import { CATALOGUE_KINDS, type CatalogueKind, catalogueEntry, findInCatalogue } from '../production'
import type { Verb } from './command'
import { written } from './gltf-verb'
import { makePicture } from './in-browser'
import { qualityOf, wholeNumberOf } from './option-values'
import { checked, OUT, outOf, QUALITY, STYLE, styleFrom } from './picture-options'
import { tell } from './still-verbs'
import { didYouMean, UsageError } from './usage-error'

/** Pixels of a picture from top to bottom, where nobody says otherwise. */
const USUAL_HEIGHT: Readonly<Record<CatalogueKind, number>> = { sets: 180, props: 160, costumes: 300, materials: 200 }

/** `catalogue`: what there is in store. */
export const CATALOGUE: Verb = {
  name: 'catalogue',
  takes: `${CATALOGUE_KINDS.join('|')}`,
  summary: 'what is in store: its names, a contact sheet (.png), or one of it for other programs (.glb)',
  flags: [
    { name: 'find', value: 'WORDS', help: 'only what these words mean' },
    { name: 'name', value: 'NAME', help: 'one of it; with -o x.glb as a model' },
    { name: 'height', value: 'PX', help: 'pixels of each picture from top to bottom, even' },
    STYLE,
    QUALITY,
    { ...OUT, help: 'a sheet (.png), or with --name a model (.glb); without, the names are listed' },
  ],
  examples: ['catalogue props --find chair', 'catalogue sets -o sets.png', 'catalogue props --name armchair -o armchair.glb'],
  run: async (context) => {
    const { args, io, json } = context
    const word = args.positionals[0] as string
    const kind = CATALOGUE_KINDS.find((k) => k === word)
    if (!kind) {
      const near = didYouMean(word, CATALOGUE_KINDS)
      throw new UsageError(
        `catalogue: expected one of ${CATALOGUE_KINDS.join(', ')}, got ${JSON.stringify(word)}`,
        near ? `did you mean ${near}?` : 'for example oneshot catalogue props',
      )
    }
    const find = args.values.get('find') ?? ''
    const name = args.values.get('name')
    const entries =
      name === undefined
        ? findInCatalogue(kind, find)
        : [checked('--name', `oneshot catalogue ${kind} lists them`, () => catalogueEntry(kind, name))]
    if (!args.values.has('out')) {
      io.out(json ? `${JSON.stringify(entries)}\n` : entries.map((e) => `${e.name}\n`).join(''))
      return
    }
    const out = outOf(context, '.png', '.glb')
    if (extname(out).toLowerCase() === '.glb') {
      if (name === undefined) throw new UsageError('--name: which of them?', `oneshot catalogue ${kind} lists them`)
      if (kind === 'materials') throw new UsageError('catalogue: a material has no shape', 'take a thing or a set that has it')
      const { catalogueFile } = await import('../production/modelling')
      await written(out, await catalogueFile(kind, name), context, { of: name })
      return
    }
    const style = await styleFrom(args.values.get('style') ?? 'hollywood', io.cwd)
    const quality = qualityOf(args, 'preview')
    const height = 2 * Math.round((wholeNumberOf(args, 'height', 32, 2048) ?? USUAL_HEIGHT[kind]) / 2)
    const wish = { kind, names: entries.map((e) => e.name) }
    if (entries.length === 0)
      throw new UsageError(`--find: nothing among the ${kind} is called ${JSON.stringify(find)}`, `oneshot catalogue ${kind} lists them`)
    const made = await makePicture<'catalogueSheet'>(out, context, (browser, file) =>
      browser.call('catalogueSheet', { ...wish, style, quality, height, file }),
    )
    tell(context, out, { ...made, catalogue: kind, pictures: entries.length })
  },
}
