import type { Style } from '../../departments/retro'
import type { PlannedShot } from '../../film'
import { frameState } from '../../motion'
import { filmStore, seek, shotAt } from './film-store'
import { desk } from './production'
import { roomPictures } from './room-pictures'
import { saveFile } from './save-file'
import { againstStill, type KeptStill, readStill, type Still, stillsStore } from './still'
import { studio } from './studio'
import { styleInUse, stylesStore, takeStyle } from './styles'
import { messageOf } from './words'

const FOLDER = 'stills/'
let loaded: Promise<void> | undefined

/** Brings what was kept here before, once. */
export function loadStills(): Promise<void> {
  loaded ??= readAll().catch((error: unknown) => stylesStore.setState({ note: `Kept stills could not be read: ${messageOf(error)}` }))
  return loaded
}

async function readAll(): Promise<void> {
  const { store } = desk
  const names = (await store.list(FOLDER)).filter((name) => name.endsWith('.json'))
  const kept: KeptStill[] = []
  let bad = 0
  for (const name of names) {
    const [json, png] = await Promise.all([store.read(name), store.read(name.replace(/json$/, 'png'))])
    const still = json && png && readStill(new TextDecoder().decode(json))
    if (!still) bad++
    else kept.push(withUrl(still, new Blob([png as BlobPart], { type: 'image/png' })))
  }
  stillsStore.setState(({ stills }) => ({ stills: [...kept, ...stills] }))
  if (bad > 0) stylesStore.setState({ note: `${bad} of ${names.length} kept stills could not be read.` })
}

/** Grabs the picture that is shown, and keeps it with what made it. What stands in the way is said. */
export async function grabStill(): Promise<void> {
  const { film, frame } = filmStore.getState()
  const shot = shotAt(film, frame)
  const { grab } = roomPictures.getState()
  if (!film || !shot || !grab) return
  try {
    await loadStills()
    const style = styleInUse()
    const inShot = frame - shot.startFrame
    const [{ rgba, width, height }, slice] = await Promise.all([grab(), studio.slice(shot.key)])
    const still: Still = {
      id: freeId(),
      film: film.plan.title,
      shotKey: shot.key,
      address: shot.address,
      sliceHash: shot.sliceHash,
      frame: inShot,
      style,
      state: frameState(slice, inShot),
      width,
      height,
    }
    const canvas = new OffscreenCanvas(width, height)
    canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(rgba.buffer), width, height), 0, 0)
    const png = await canvas.convertToBlob({ type: 'image/png' })
    stillsStore.setState(({ stills }) => ({ stills: [...stills, withUrl(still, png)] }))
    stylesStore.setState({ note: undefined })
    // The list last: a still that is listed is whole.
    await desk.store.write(`${FOLDER}${still.id}.png`, new Uint8Array(await png.arrayBuffer()))
    await desk.store.write(`${FOLDER}${still.id}.json`, new TextEncoder().encode(JSON.stringify({ version: 1, still })))
  } catch (error) {
    stylesStore.setState({ note: `The still is not kept: ${messageOf(error)}` })
  }
}

/** Goes back to where a still was grabbed, in the style it had. What cannot be brought back is said. */
export function recallStill({ still }: KeptStill): void {
  const { film } = filmStore.getState()
  const shot = film?.plan.shots.find((s) => s.key === still.shotKey)
  takeStyle(still.style)
  if (shot) seek(shot.startFrame + Math.min(still.frame, shot.frames - 1))
  const note = !shot
    ? `This still is of a shot that is not in this film: ${still.film}, ${still.address}.`
    : shot.sliceHash !== still.sliceHash
      ? 'The shot has changed since: the still shows how it was. Compare with it to see what is new.'
      : undefined
  stylesStore.setState({ note })
}

/** Forgets a still. */
export async function deleteStill({ still, url }: KeptStill): Promise<void> {
  const { wipe } = stylesStore.getState()
  if (wipe?.against === againstStill(still.id)) stylesStore.setState({ wipe: undefined })
  stillsStore.setState(({ stills }) => ({ stills: stills.filter((k) => k.still !== still) }))
  URL.revokeObjectURL(url)
  for (const ending of ['json', 'png']) await desk.store.remove(`${FOLDER}${still.id}.${ending}`)
}

/** Splits the frame under the playhead by distance, in the style in use, and hands it over as a zip of PNGs. */
export async function downloadLayers(count: number): Promise<void> {
  const { film, frame } = filmStore.getState()
  const shot = shotAt(film, frame)
  const { takeDepth } = roomPictures.getState()
  if (!film || !shot || !takeDepth) return
  stylesStore.setState({ note: 'Splitting the picture …' })
  try {
    const style = styleInUse()
    const picture = await takeDepth()
    const name = layersName(shot, frame - shot.startFrame, style)
    const zip = await studio.builder.door.layers(picture, count, name, {
      shot: shot.address,
      frame: frame - shot.startFrame,
      style: style.id,
    })
    saveFile(`${name}-layers.zip`, zip, 'application/zip')
    stylesStore.setState({ note: undefined })
  } catch (error) {
    stylesStore.setState({ note: `The picture was not split: ${messageOf(error)}` })
  }
}

const layersName = ({ address }: PlannedShot, frame: number, { id }: Style) => `${address.replace('.', '-')}-${frame}-${id}`

const withUrl = (still: Still, png: Blob): KeptStill => ({ still, png, url: URL.createObjectURL(png) })

/** The number after the last one that is kept, so that names sort as they were grabbed. */
function freeId(): string {
  const last = stillsStore.getState().stills.reduce((most, { still }) => Math.max(most, Number(still.id)), 0)
  return String(last + 1).padStart(5, '0')
}
