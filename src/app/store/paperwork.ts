import { type ShotSlice, slug } from '../../film'
import type { PlottedScene } from '../../production/light-plot'
import { filmStore } from './film-store'
import { saveFile } from './save-file'
import { studio } from './studio'

/** Sets the light plot and power schedule of the open film, and hands it to the reader. @throws Error when the film's plan cannot be had. */
export async function saveLightPlot(): Promise<void> {
  const { film } = filmStore.getState()
  if (!film) return
  // Most visits need neither.
  const [{ documentPdf }, { lightPlot, plotPlaces }] = await Promise.all([import('../../encode'), import('../../production/light-plot')])
  const scenes: PlottedScene[] = []
  for (const place of plotPlaces(film.plan)) scenes.push({ ...place, slice: await studio.slice(place.shotKey) })
  const title = film.plan.title || 'Untitled'
  saveFile(`${slug(title)}-light-plot.pdf`, await documentPdf(lightPlot(title, scenes)), 'application/pdf')
}

/** Sets the equipment list of the open film, and hands it to the reader. @throws Error when the film's plan cannot be had. */
export async function saveEquipment(as: 'pdf' | 'csv'): Promise<void> {
  const { film } = filmStore.getState()
  if (!film) return
  const [{ csvOf, documentPdf }, { equipmentList, equipmentPaper, equipmentRows }] = await Promise.all([
    import('../../encode'),
    import('../../production/equipment'),
  ])
  const slices = new Map<string, ShotSlice>()
  for (const { key } of film.plan.shots) slices.set(key, await studio.slice(key))
  const list = equipmentList(film.plan, (key) => slices.get(key) as ShotSlice)
  const title = film.plan.title || 'Untitled'
  const name = `${slug(title)}-equipment.${as}`
  if (as === 'csv') saveFile(name, csvOf(equipmentRows(list)), 'text/csv')
  else saveFile(name, await documentPdf(equipmentPaper(title, list)), 'application/pdf')
}

/** Sets the scout report of the open film, without pictures, and hands it to the reader. @throws Error when the film's plan cannot be had. */
export async function saveScoutReport(): Promise<void> {
  const { film } = filmStore.getState()
  if (!film) return
  const [{ documentPdf }, { scoutPaper }] = await Promise.all([import('../../encode'), import('../../production/scout')])
  const book = await studio.planner.door.scoutBook()
  saveFile(`${slug(book.title)}-scout-report.pdf`, await documentPdf(scoutPaper(book)), 'application/pdf')
}
