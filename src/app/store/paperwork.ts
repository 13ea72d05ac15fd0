import { slug } from '../../film'
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
