import { type Object3D, Texture } from 'three'
import { type GLTF, GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'

/** Reads a file as three.js's own loader does; of textures nothing, for Node decodes no pictures. */
export async function loadGltf(bytes: Uint8Array): Promise<GLTF> {
  const loader = new GLTFLoader()
  loader.register(() => ({ name: 'no-pictures', loadTexture: () => Promise.resolve(new Texture()) }))
  return loader.parseAsync(bytes.slice().buffer, '')
}

/** The object of a name. @throws Error */
export function named(root: Object3D, name: string): Object3D {
  const found = root.getObjectByName(name)
  if (!found) throw new Error(`nothing is called ${name}`)
  return found
}
