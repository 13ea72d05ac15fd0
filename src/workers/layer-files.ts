import { type DepthPicture, depthLayers } from '../departments/retro'
import { encodePng, encodeSpritePng } from '../encode'
import type { WrittenLayer } from './engine-api'

/** A picture and its layers as files, by name. */
export interface LayerFiles {
  readonly layers: readonly WrittenLayer[]
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * Splits a picture by distance: `NAME.png` is all of it, `NAME.layer-1.png` the farthest layer, and so on; `NAME.layers.json`
 * lists them.
 * @param wish how many layers, or metres to cut at.
 * @param about what else the list says: which frame of what it is.
 * @throws RangeError for cuts that do not ascend, or too many
 */
export async function layerFiles(
  picture: DepthPicture,
  wish: number | readonly number[],
  name: string,
  about: Readonly<Record<string, unknown>>,
): Promise<LayerFiles> {
  const { width, height, rgba } = picture
  const files = new Map([[`${name}.png`, await encodePng(rgba, width, height)]])
  const layers = depthLayers(picture, wish).map(({ rgba, fromM, toM, pixels }, i) => {
    const file = `${name}.layer-${i + 1}.png`
    files.set(file, encodeSpritePng(rgba, width, height))
    return { file, fromM: millimetres(fromM), toM: toM && millimetres(toM), pixels }
  })
  const list = { ...about, file: `${name}.png`, width, height, layers }
  files.set(`${name}.layers.json`, new TextEncoder().encode(`${JSON.stringify(list, undefined, 2)}\n`))
  return { layers, files }
}

const millimetres = (m: number): number => Math.round(m * 1000) / 1000
