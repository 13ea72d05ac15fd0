import { encodePng, type GltfFile, type GltfPrimitive } from '../../encode'
import { SURFACES, type Vec3 } from '../../film'
import { bakeDetail, type DetailBake, type MeshArrays, TILE_M } from '../../stage'
import { unitNormals } from './actor-looks'
import { srgbByte } from './pattern-tile'
import { tangentsOf } from './tangents'

/** Texels a side of the textures in a file. */
const TEXTURE_SIZE = 256
/** How strong the relief is drawn, as our material has it. */
const RELIEF = 0.9
/** What of a surface's light is left in its deepest cavity, as our material has it. */
const CAVITY = 0.72

let baked: DetailBake | undefined

/** One kind of surface as textures of a file. */
interface Layer {
  readonly base: number
  readonly relief: number
  readonly rough: number
  /** What vertex colours are multiplied by: textures are no brighter than white. */
  readonly gain: number
  /** Mean of the texture of roughness. */
  readonly meanRough: number
}

/**
 * The materials of sets and props in one file. Base colour is the vertices' own by a baked texture; roughness, metalness and
 * relief are their surface's. Textures are written for surfaces that occur.
 */
export class SurfaceLooks {
  readonly #file: GltfFile
  readonly #layers = new Map<number, Layer>()
  readonly #materials = new Map<string, number>()

  constructor(file: GltfFile) {
    this.#file = file
  }

  /**
   * A solid mesh, a primitive a material.
   * @param corners of its triangles; all of them by default. @param from taken off every position, metres.
   */
  async solid(mesh: MeshArrays, corners: ArrayLike<number> = mesh.index, from: Vec3 = [0, 0, 0]): Promise<GltfPrimitive[]> {
    const surface = mesh.attributes.surface!.array
    const groups = new Map<string, number[]>()
    for (let i = 0; i < corners.length; i += 3) {
      const at = corners[i]! * 4
      const key = [Math.round(surface[at]! * 50), Math.round(surface[at + 1]! * 50), Math.round(surface[at + 2]!)].join(' ')
      const group = groups.get(key)
      if (group) group.push(corners[i]!, corners[i + 1]!, corners[i + 2]!)
      else groups.set(key, [corners[i]!, corners[i + 1]!, corners[i + 2]!])
    }
    const out: GltfPrimitive[] = []
    for (const [key, list] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [rough = 0, metal = 0, kind = 0] = key.split(' ').map(Number)
      const layer = await this.#layer(kind)
      const material = this.#material(`${SURFACES[kind]} ${rough * 2} ${metal * 2}`, {
        pbrMetallicRoughness: {
          baseColorTexture: { index: layer.base },
          metallicFactor: metal / 50,
          roughnessFactor: Math.min(1, rough / 50 / layer.meanRough),
          metallicRoughnessTexture: { index: layer.rough },
        },
        normalTexture: { index: layer.relief },
      })
      out.push({ ...this.#vertices(mesh, list, from, { gain: layer.gain, tileM: TILE_M[SURFACES[kind]!] }), material })
    }
    return out
  }

  /** Panes. */
  glass(mesh: MeshArrays, from: Vec3 = [0, 0, 0]): GltfPrimitive {
    const material = this.#material('glass', {
      alphaMode: 'BLEND',
      pbrMetallicRoughness: { baseColorFactor: [0.8, 0.9, 0.95, 0.12], metallicFactor: 0, roughnessFactor: 0.06 },
    })
    return { ...this.#vertices(mesh, mesh.index, from), material }
  }

  /** What shines. @param radiance linear; [0, 0, 0] where it is off. */
  glow(mesh: MeshArrays, name: string, radiance: Vec3, from: Vec3 = [0, 0, 0]): GltfPrimitive {
    const strength = Math.max(...radiance)
    if (strength > 1) this.#file.extend('KHR_materials_emissive_strength')
    const material = this.#material(`glow ${name}`, {
      pbrMetallicRoughness: { baseColorFactor: [...colourOf(mesh), 1], metallicFactor: 0, roughnessFactor: 0.6 },
      ...(strength > 0 ? { emissiveFactor: radiance.map((v) => v / Math.max(strength, 1)) } : {}),
      ...(strength > 1 ? { extensions: { KHR_materials_emissive_strength: { emissiveStrength: strength } } } : {}),
    })
    return { ...this.#vertices(mesh, mesh.index, from), material }
  }

  #material(name: string, material: object): number {
    let at = this.#materials.get(name)
    if (at === undefined) {
      at = this.#file.material({ name, ...material })
      this.#materials.set(name, at)
    }
    return at
  }

  /** The vertices that some corners need, and no others. @param textured with colours and textures: what colours are multiplied by, and metres of a tile. */
  #vertices(
    mesh: MeshArrays,
    corners: ArrayLike<number>,
    from: Vec3,
    textured?: { readonly gain: number; readonly tileM: number },
  ): GltfPrimitive {
    const places = new Map<number, number>()
    const index = Uint32Array.from(corners, (corner) => {
      const at = places.get(corner) ?? places.size
      places.set(corner, at)
      return at
    })
    const list = [...places.keys()]
    const picked = (name: string, width: number, change: (v: number, k: number) => number) => {
      const { array, itemSize } = mesh.attributes[name]!
      const out = new Float32Array(list.length * width)
      list.forEach((v, i) => {
        for (let k = 0; k < width; k++) out[i * width + k] = change(array[v * itemSize + k]!, k)
      })
      return out
    }
    const accessor = this.#file.accessor.bind(this.#file)
    const positions = picked('position', 3, (v, k) => v - from[k]!)
    const normals = unitNormals(picked('normal', 3, (v) => v))
    const attributes: Record<string, number> = {
      POSITION: accessor(positions, 'VEC3', 'attribute', true),
      NORMAL: accessor(normals, 'VEC3', 'attribute'),
    }
    if (textured) {
      const uv = picked('uv', 2, (v) => v / textured.tileM)
      const colours = picked('color', 3, (v) => Math.min(1, Math.max(0, v * textured.gain)))
      attributes.TANGENT = accessor(tangentsOf(positions, normals, uv, index), 'VEC4', 'attribute')
      attributes.COLOR_0 = accessor(colours, 'VEC3', 'attribute')
      attributes.TEXCOORD_0 = accessor(uv, 'VEC2', 'attribute')
    }
    return { attributes, indices: accessor(list.length < 65535 ? Uint16Array.from(index) : index, 'SCALAR', 'index') }
  }

  async #layer(kind: number): Promise<Layer> {
    const known = this.#layers.get(kind)
    if (known) return known
    baked ??= bakeDetail(TEXTURE_SIZE)
    const layer = await layerOf(this.#file, baked, kind)
    this.#layers.set(kind, layer)
    return layer
  }
}

/** The colour of a mesh's first vertex, linear: what shines has one. */
const colourOf = ({ attributes }: MeshArrays): number[] => Array.from(attributes.color!.array.subarray(0, 3), (v) => Math.min(1, v))

/** Writes the textures of a surface. Their rows are read as the stage reads them; green of the relief points up the picture, as glTF has it. */
async function layerOf(file: GltfFile, { size, albedo, relief }: DetailBake, kind: number): Promise<Layer> {
  const [n, start] = [size * size, kind * size * size * 4]
  const lights = new Float32Array(n * 3)
  let [brightest, roughest, sum] = [1, -1, 0]
  for (let i = 0; i < n; i++) {
    const at = start + i * 4
    const open = CAVITY + (1 - CAVITY) * (relief[at + 3]! / 255)
    for (let k = 0; k < 3; k++) {
      const v = (albedo[at + k]! / 128) * open
      lights[i * 3 + k] = v
      brightest = Math.max(brightest, v)
    }
    roughest = Math.max(roughest, albedo[at + 3]! / 255 - 0.5)
  }
  const pixels = () => new Uint8Array(n * 4).fill(255)
  const [base, bumps, rough] = [pixels(), pixels(), pixels()]
  for (let i = 0; i < n; i++) {
    const at = start + i * 4
    for (let k = 0; k < 3; k++) base[i * 4 + k] = srgbByte(lights[i * 3 + k]! / brightest)
    const [x, y] = [(relief[at]! / 255) * 2 - 1, (relief[at + 1]! / 255) * 2 - 1].map((v) => v * RELIEF) as [number, number]
    const length = Math.hypot(x, y, 1)
    bumps[i * 4] = Math.round((x / length + 1) * 127.5)
    bumps[i * 4 + 1] = Math.round((1 - y / length) * 127.5)
    bumps[i * 4 + 2] = Math.round((1 / length + 1) * 127.5)
    const value = 1 - (roughest - (albedo[at + 3]! / 255 - 0.5))
    sum += value
    rough.set([255, Math.round(value * 255), 255], i * 4)
  }
  const name = SURFACES[kind] ?? 'surface'
  const png = (rgba: Uint8Array) => encodePng(rgba, size, size, { colours: 'rgb' })
  return {
    base: file.texture(name, await png(base)),
    relief: file.texture(`${name} relief`, await png(bumps)),
    rough: file.texture(`${name} roughness`, await png(rough)),
    gain: brightest,
    meanRough: sum / n,
  }
}
