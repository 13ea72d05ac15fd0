import type { CatalogueKind } from '../../production/catalogue/catalogue'
import { type ModelWish, startRenderWorker } from '../../workers'
import { saveFile } from './save-file'
import { studio } from './studio'
import { styleInUse } from './styles'

/** Makes something for other programs off the page's thread and hands it to the reader. @throws Error that says why not. */
export async function saveModel(wish: ModelWish, name: string): Promise<void> {
  saveFile(`${name}.glb`, await studio.builder.door.model(wish), 'model/gltf-binary')
}

/** A contact sheet of the store: its pictures stand in rows. */
export interface StoreSheet {
  readonly url: string
  readonly width: number
  readonly height: number
}

/**
 * Draws what is in store in the style in use, on a renderer of its own.
 * @param onProgress pictures that are there, of how many. @throws Error that says why not.
 */
export async function drawStore(
  kind: CatalogueKind,
  names: readonly string[],
  height: number,
  onProgress: (done: number, total: number) => void,
): Promise<StoreSheet> {
  const planned = await studio.planner.door.catalogueSheet({ kind, names })
  const client = await startRenderWorker()
  try {
    const file = `catalogue/${kind}.png`
    const made = await client.plannedSheet(planned, { style: styleInUse(), quality: 'preview', height, file }, ({ done, total }) =>
      onProgress(done, total),
    )
    const bytes = await client.door.read(file)
    if (!bytes) throw new Error('the sheet was not kept')
    const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'image/png' }))
    return { url, width: made.width, height: made.height }
  } finally {
    client.terminate()
  }
}
