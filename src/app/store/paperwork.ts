import type { PrintedDocument } from '../../encode'
import { type ShotSlice, slug } from '../../film'
import type { PlottedScene } from '../../production/light-plot'
import { filmStore } from './film-store'
import { saveFile } from './save-file'
import { studio } from './studio'

/** Papers of the open film. */
export type Paper = 'light-plot' | 'scout' | 'equipment'

const titleOf = (): string => {
  const { film } = filmStore.getState()
  if (!film) throw new Error('no film is open')
  return film.plan.title || 'Untitled'
}

// Most visits need none of them: each is fetched with what it is made of.
const PAPERS: Readonly<Record<Paper, () => Promise<PrintedDocument>>> = {
  'light-plot': async () => {
    const { lightPlot, plotPlaces } = await import('../../production/light-plot')
    const { film } = filmStore.getState()
    const scenes: PlottedScene[] = []
    for (const place of film ? plotPlaces(film.plan) : []) scenes.push({ ...place, slice: await studio.slice(place.shotKey) })
    return lightPlot(titleOf(), scenes)
  },
  scout: async () => {
    const { scoutPaper } = await import('../../production/scout')
    return scoutPaper(await studio.planner.door.scoutBook())
  },
  equipment: async () => {
    const { equipmentPaper } = await import('../../production/equipment')
    return equipmentPaper(titleOf(), await equipment())
  },
}

async function equipment() {
  const { equipmentList } = await import('../../production/equipment')
  const { film } = filmStore.getState()
  if (!film) throw new Error('no film is open')
  const slices = new Map<string, ShotSlice>()
  for (const { key } of film.plan.shots) slices.set(key, await studio.slice(key))
  return equipmentList(film.plan, (key) => slices.get(key) as ShotSlice)
}

/** A paper of the open film, to be read. @throws Error when the film's plan cannot be had. */
export const readPaper = (paper: Paper): Promise<PrintedDocument> => PAPERS[paper]()

/** Hands a paper over as a PDF. */
export async function savePaper(paper: Paper, document: PrintedDocument): Promise<void> {
  const { documentPdf } = await import('../../encode')
  const ending = paper === 'scout' ? 'scout-report' : paper
  saveFile(`${slug(titleOf())}-${ending}.pdf`, await documentPdf(document), 'application/pdf')
}

/** Hands the equipment list of the open film over as a table. @throws Error when the film's plan cannot be had. */
export async function saveEquipmentTable(): Promise<void> {
  const [{ csvOf }, { equipmentRows }, list] = await Promise.all([
    import('../../encode'),
    import('../../production/equipment'),
    equipment(),
  ])
  saveFile(`${slug(titleOf())}-equipment.csv`, csvOf(equipmentRows(list)), 'text/csv')
}
