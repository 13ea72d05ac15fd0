import { PROPS } from '../../departments/art'
import { GltfFile, type GltfPrimitive } from '../../encode'
import { didYouMean, type Vec3 } from '../../film'
import { propMeshes } from '../../stage'
import { SurfaceLooks } from './surface-looks'

/** What a thing's lamp shines with in a file of its own, linear. */
const LIT: Vec3 = [3, 2.6, 1.9]

/**
 * A thing of the catalogue as a glTF 2.0 binary: metres, standing on y = 0, its front towards +z.
 * @param id of the catalogue. @param look colours, `#rrggbb`; its own without.
 * @throws RangeError for an id that nothing has.
 */
export async function propModel(id: string, look: { readonly colour?: string; readonly accent?: string } = {}): Promise<Uint8Array> {
  const info = PROPS[id]
  if (!info) {
    const near = didYouMean(id, Object.keys(PROPS))
    throw new RangeError(`prop: there is no ${JSON.stringify(id)}${near ? ` (did you mean ${near}?)` : ''}`)
  }
  const file = new GltfFile()
  const looks = new SurfaceLooks(file)
  const { solid, glass, glow } = propMeshes(id, info.size, { colour: look.colour, accent: look.accent, seed: 1 })
  const primitives: GltfPrimitive[] = [
    ...(solid ? await looks.solid(solid) : []),
    ...(glass ? [looks.glass(glass)] : []),
    ...(glow ? [looks.glow(glow, 'lamp', LIT)] : []),
  ]
  if (primitives.length === 0) throw new RangeError(`prop: ${id} is a zone of the ground and has no shape of its own`)
  return file.glb(id, [file.node({ name: id, mesh: file.mesh(id, primitives) })])
}
