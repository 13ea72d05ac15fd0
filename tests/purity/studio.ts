import { styleByName } from '../../src/departments/retro'
import type { ShotSlice } from '../../src/film'
import { openProduction, type PlannedFilm, sliceOf } from '../../src/production'
import { createRenderer, FilmRenderer, type PictureFormat, QUALITY, type QualityProfile, qualityByName } from '../../src/render'
import { bakeStage } from '../../src/stage'
import { DETAIL_SIZE } from '../../src/workers/detail-size'

/** A tiny film: two places, two people, speech and a walk. */
export const TINY_FILM = `Title: Two Rooms

INT. KITCHEN - NIGHT

MARA (34, tall, green coat, black hair) sits at the table. OTTO (61, round, brown suit, grey beard) walks in.

MARA
You are late.

OTTO
I was early. Then I waited outside.

EXT. FOREST ROAD - DAY

Otto runs down the road. Mara follows.

OTTO
Run!
`

export const SMALL = { width: 192, height: 108 } as const
export const TINY = { width: 96, height: 54 } as const

export const formatOf = (style = 'hollywood', quality = 'preview'): PictureFormat => ({
  ...TINY,
  style: styleByName(style),
  quality: qualityByName(quality),
})

/** The quickest look, where what is tested comes after it: most of a draft's time goes into shadow maps. */
export const QUICK: QualityProfile = { ...QUALITY.draft, shadowMapSize: 256 }

/**
 * The plan of a screenplay, opened as the page and the command line open it.
 * @param master a master file over it, and the files that it names.
 */
export function planOf(
  text: string,
  master?: { readonly yaml: string; readonly files: Readonly<Record<string, Uint8Array>> },
): PlannedFilm {
  const bytes = (words: string) => new TextEncoder().encode(words)
  const files = [{ name: 'film.fountain', bytes: bytes(text) }]
  if (master) {
    files.push({ name: 'film.yaml', bytes: bytes(`script: film.fountain\n${master.yaml}`) })
    for (const [name, file] of Object.entries(master.files)) files.push({ name, bytes: new Uint8Array(file) })
  }
  const opened = openProduction({ files, main: master ? 'film.yaml' : 'film.fountain' })
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
  return opened.film
}

/** Source of every shader that was made in this page, in order. */
export const shadersMade: string[] = []

const { createShaderModule } = GPUDevice.prototype
GPUDevice.prototype.createShaderModule = function (described) {
  shadersMade.push(described.code)
  return createShaderModule.call(this, described)
}

/** A renderer of its own, as the export worker has it. Prints and demands an adapter. */
export async function startRenderer(): Promise<FilmRenderer> {
  const adapter = await navigator.gpu?.requestAdapter()
  if (!adapter) throw new Error('this test needs WebGPU: no adapter')
  console.log(`adapter: ${adapter.info.vendor} ${adapter.info.architecture} ${adapter.info.description}`)
  return FilmRenderer.create(await createRenderer(new OffscreenCanvas(16, 16)), bakeStage(DETAIL_SIZE))
}

let shared: Promise<FilmRenderer> | undefined

/**
 * The renderer that test files share: on a GPU that is a CPU, compiling costs more than drawing. Whoever asks about a fresh
 * one starts one of their own. Set the format before use; never dispose of it.
 */
export function sharedRenderer(): Promise<FilmRenderer> {
  shared ??= startRenderer()
  return shared
}

/** Draws a frame and answers the picture's hash. */
export async function hashFrame(film: FilmRenderer, slice: ShotSlice, frame: number): Promise<string> {
  await film.load(slice)
  film.draw(frame)
  return film.hash()
}

/** The slices of a film in order. */
export const slicesOf = (planned: PlannedFilm): ShotSlice[] => planned.store.plan.shots.map((s) => sliceOf(planned.store, s.key))
