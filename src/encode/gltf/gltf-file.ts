import { packedGlb } from './packed-glb'

const WIDTHS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 } as const
const [ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER] = [34962, 34963]

/** What is moved of a node, and numbers a key: `weights` has as many as the node's mesh has targets. */
export interface GltfTrack {
  readonly node: number
  readonly path: 'translation' | 'rotation' | 'scale' | 'weights'
  /** One value a time, or a single one that holds throughout. */
  readonly values: Float32Array
  /** `STEP` for what jumps; straight lines, and for rotations arcs, without. */
  readonly interpolation?: 'STEP'
}

/** Triangles with one material: attributes and targets by the names that glTF has for them, accessors' numbers. */
export interface GltfPrimitive {
  readonly attributes: Readonly<Record<string, number>>
  readonly indices: number
  readonly material?: number
  readonly targets?: readonly Readonly<Record<string, number>>[]
}

type Json = Readonly<Record<string, unknown>>

/**
 * Grows a glTF 2.0 file (Khronos, glTF 2.0 specification): metres, +y up, what has a front faces +z, cameras look along −z.
 * Every part is answered by its number in the file.
 */
export class GltfFile {
  readonly #lists = {
    nodes: [] as Json[],
    meshes: [] as Json[],
    materials: [] as Json[],
    textures: [] as Json[],
    images: [] as Json[],
    skins: [] as Json[],
    cameras: [] as Json[],
    animations: [] as Json[],
    accessors: [] as Json[],
    bufferViews: [] as Json[],
  }
  readonly #extensions = new Map<string, Json | undefined>()
  readonly #parts: Uint8Array[] = []
  #length = 0

  #view(bytes: Uint8Array, target?: number): number {
    this.#lists.bufferViews.push({ buffer: 0, byteOffset: this.#length, byteLength: bytes.length, ...(target ? { target } : {}) })
    const spare = (4 - (bytes.length % 4)) % 4
    this.#parts.push(bytes)
    if (spare > 0) this.#parts.push(new Uint8Array(spare))
    this.#length += bytes.length + spare
    return this.#lists.bufferViews.length - 1
  }

  /**
   * Adds numbers as an accessor.
   * @param use what of a mesh they are; neither for skins and animations. @param bounds says least and most of each, as positions and times must.
   */
  accessor(data: Float32Array | Uint16Array | Uint32Array, type: keyof typeof WIDTHS, use?: 'attribute' | 'index', bounds = false): number {
    const width = WIDTHS[type]
    const of = (pick: (a: number, b: number) => number) =>
      Array.from({ length: width }, (_, k) => {
        let v = data[k] ?? 0
        for (let i = k; i < data.length; i += width) v = pick(v, data[i] ?? 0)
        return v
      })
    const target = use === 'attribute' ? ARRAY_BUFFER : use === 'index' ? ELEMENT_ARRAY_BUFFER : undefined
    this.#lists.accessors.push({
      bufferView: this.#view(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), target),
      componentType: data instanceof Float32Array ? 5126 : data instanceof Uint16Array ? 5123 : 5125,
      count: data.length / width,
      type,
      ...(bounds ? { min: of(Math.min), max: of(Math.max) } : {}),
    })
    return this.#lists.accessors.length - 1
  }

  /** Adds a PNG as a texture that repeats. */
  texture(name: string, png: Uint8Array): number {
    this.#lists.images.push({ name, mimeType: 'image/png', bufferView: this.#view(png) })
    this.#lists.textures.push({ name, source: this.#lists.images.length - 1 })
    return this.#lists.textures.length - 1
  }

  /** Adds a material. */
  material(material: Json): number {
    return this.#lists.materials.push(material) - 1
  }

  /** Adds a mesh. @param extras what programs may keep of it. */
  mesh(name: string, primitives: readonly GltfPrimitive[], extras?: Json): number {
    return this.#lists.meshes.push({ name, primitives, ...(extras ? { extras } : {}) }) - 1
  }

  /** Nodes so far: the number that the next will have. */
  get nodeCount(): number {
    return this.#lists.nodes.length
  }

  /** Adds a node. */
  node(node: Json): number {
    return this.#lists.nodes.push(node) - 1
  }

  /** Adds a skin. */
  skin(skin: Json): number {
    return this.#lists.skins.push(skin) - 1
  }

  /** Adds a camera. */
  camera(camera: Json): number {
    return this.#lists.cameras.push(camera) - 1
  }

  /** Says that the file uses an extension, and what the whole file has of it. */
  extend(name: string, whole?: Json): void {
    this.#extensions.set(name, whole ?? this.#extensions.get(name))
  }

  /**
   * Adds an animation; tracks of one value hold it. Without tracks nothing is added.
   * @param times seconds from its start, ascending.
   */
  animation(name: string, times: Float32Array, tracks: readonly GltfTrack[], extras?: Json): void {
    if (tracks.length === 0) return
    let whole: number | undefined
    let start: number | undefined
    const samplers = tracks.map(({ values, path, interpolation = 'LINEAR' }) => {
      const width = path === 'rotation' ? 4 : 3
      const isHeld = path === 'weights' ? false : values.length === width
      if (isHeld) start ??= this.accessor(times.slice(0, 1), 'SCALAR', undefined, true)
      else whole ??= this.accessor(times, 'SCALAR', undefined, true)
      const output = this.accessor(values, path === 'rotation' ? 'VEC4' : path === 'weights' ? 'SCALAR' : 'VEC3')
      return { input: isHeld ? start : whole, output, interpolation }
    })
    const channels = tracks.map(({ node, path }, sampler) => ({ sampler, target: { node, path } }))
    this.#lists.animations.push({ name, samplers, channels, ...(extras ? { extras } : {}) })
  }

  /**
   * The whole file, as a binary.
   * @param roots nodes that the scene begins with. @param extras what programs may keep of the scene.
   */
  glb(name: string, roots: readonly number[], extras?: Json): Uint8Array {
    const bin = new Uint8Array(this.#length)
    let at = 0
    for (const part of this.#parts) {
      bin.set(part, at)
      at += part.length
    }
    const whole = [...this.#extensions].filter(([, value]) => value !== undefined)
    return packedGlb(
      {
        asset: { version: '2.0', generator: 'Oneshot' },
        ...(this.#extensions.size > 0 ? { extensionsUsed: [...this.#extensions.keys()] } : {}),
        ...(whole.length > 0 ? { extensions: Object.fromEntries(whole) } : {}),
        scene: 0,
        scenes: [{ name, nodes: roots, ...(extras ? { extras } : {}) }],
        ...Object.fromEntries(Object.entries(this.#lists).filter(([, list]) => list.length > 0)),
        buffers: [{ byteLength: bin.length }],
      },
      bin,
    )
  }
}
