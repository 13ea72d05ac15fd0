import { readFile, writeFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { type Diagnostic, type HandEdit, InputError } from '../film'
import {
  frameAt,
  isSunlit,
  matchReference,
  type ReferenceMatch,
  type ReferenceReading,
  readPicture,
  sliceOf,
  styleOfOutput,
  styleOfShot,
  unmatched,
} from '../production'
import type { Verb } from './command'
import { inBrowser, openInPage } from './in-browser'
import { makeFolder } from './make-folder'
import { openFilm, readFilm } from './open-film'
import { QUALITY_SIZES, qualityOf, sizeOf } from './option-values'
import { checked, OUT, outOf, QUALITY, SIZE } from './picture-options'
import { readInput } from './read-input'
import { storeFile } from './store-folder'
import { inTemporaryFolder } from './temporary-folder'
import { UsageError } from './usage-error'

/** `match`: a shot brought nearer to a photograph. */
export const MATCH: Verb = {
  name: 'match',
  takes: 'FILE',
  summary:
    'a shot matched to a photograph: what the photograph says of key, colours, exposure and horizon, how surely, and the edits that follow; the shot before and after as PNG',
  flags: [
    { name: 'photo', value: 'PATH', help: 'the photograph (JPEG or PNG)' },
    { name: 'at', value: 'sc2.sh1:12', help: 'scene, shot and frame in the shot (without a frame: its middle)' },
    { ...OUT, help: 'the shot as matched (.png); as it was before it lies beside, -before.png' },
    SIZE,
    QUALITY,
  ],
  examples: ['match film.fountain --at sc1.sh2 --photo dawn.jpg -o matched.png'],
  run: async (context) => {
    const { args, io, json } = context
    const out = outOf(context, '.png')
    const named = args.values.get('photo')
    if (named === undefined) throw new UsageError('--photo: which photograph?', 'for example --photo dawn.jpg')
    const quality = qualityOf(args, 'preview')
    const { width, height } = sizeOf(args, { even: true }) ?? QUALITY_SIZES[quality]
    const photo = await readInput(named, io.cwd)
    const reading = readingOf(photo.bytes, photo.path)
    const source = await readFilm(context)
    const { film, production } = await openFilm(source, context)
    const { plan } = film.store
    const { shot, frame } = checked('--at', 'oneshot shots FILE --csv lists the shots', () =>
      frameAt(plan, args.values.get('at') ?? plan.shots[0]?.address ?? 'sc1.sh1'),
    )
    const slice = sliceOf(film.store, shot.key)
    const [output] = production.outputs
    const style = output ? styleOfShot(styleOfOutput(output), shot) : 'hollywood'
    const beforeOut = out.replace(/\.png$/i, '-before.png')
    await makeFolder(dirname(out))
    const { matches, after } = await inTemporaryFolder(dirname(out), (folder) =>
      inBrowser(folder, context, async (browser) => {
        const still = async (to: string) => {
          await browser.call('still', { where: { at: `${shot.address}:${frame}` }, style, quality, width, height, file: 'picture.png' })
          const png = new Uint8Array(await readFile(storeFile(folder, 'picture.png')))
          await writeFile(to, png)
          return readPicture(png)
        }
        const openWith = async (found: readonly ReferenceMatch[]) => {
          const edits = found.map(({ path, value, base }): HandEdit => ({ target: shot.key, path, value, base }))
          await openInPage(browser, source, context, { edits: [...(production.edits ?? []), ...edits] })
        }
        const { camera, aspect } = slice.shot
        const at = { camera, aspect, set: slice.set, isSunlit: isSunlit(slice) }
        await openWith([])
        let now = await still(beforeOut)
        // Its grade is found with the key where it is to be: a rig alone changes what the picture is like.
        const light = matchReference(reading, undefined, at).filter((m) => m.part === 'light')
        if (light.length > 0) {
          await openWith(light)
          now = await still(out)
        }
        const found = matchReference(reading, now.ok ? now.reading : undefined, at)
        await openWith(found)
        const then = await still(out)
        return { matches: found, after: then.ok ? then.reading : undefined }
      }),
    )
    const edits = matches.map(({ path, value, base }) => ({ target: shot.key, path, value, base }))
    if (json) {
      io.out(`${JSON.stringify({ file: out, before: beforeOut, shot: shot.address, photo: reading, after, matches, edits })}\n`)
      return
    }
    for (const m of matches) io.out(`${m.says} (${Math.round(m.confidence * 100)} % sure)\n`)
    for (const what of unmatched(reading)) io.out(`not matched: ${what}\n`)
    io.out(
      `\nedits:\n${edits.map((e) => `  - ${JSON.stringify(e)}\n`).join('')}\n${relative(io.cwd, beforeOut)}\n${relative(io.cwd, out)}\n`,
    )
  },
}

/** What a photograph says. @throws InputError for one that says nothing. */
function readingOf(bytes: Uint8Array, file: string): ReferenceReading {
  const read = readPicture(bytes)
  if (read.ok) return read.reading
  const finding: Diagnostic = { severity: 'error', rule: 'photo.unread', message: read.why, remedy: read.remedy, file, line: 0, column: 0 }
  throw new InputError([finding])
}
