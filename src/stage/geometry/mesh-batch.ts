import { BufferAttribute, BufferGeometry } from 'three/webgpu'
import type { Random, Vec3 } from '../../film'
import { random } from '../../film'
import { compose, FRAME_IDENTITY, type Frame, placed, toParent, turn } from './frame'
import { type Paint, paint } from './paint'

/** Triangles of one draw. */
export interface Buffers {
  readonly position: number[]
  readonly normal: number[]
  readonly uv: number[]
  readonly color: number[]
  readonly surface: number[]
  readonly index: number[]
}

const emptyBuffers = (): Buffers => ({ position: [], normal: [], uv: [], color: [], surface: [], index: [] })

/**
 * Collects triangles into a few merged geometries. Attributes: `position`, `normal`, `uv` (metres in the local frame;
 * the grain of wood runs along u), `color` (linear albedo), `surface` (roughness, metalness, SURFACES layer, the
 * placement it belongs to). Solid, glass and each glowing part go to buffers of their own: `solid`, `glass`, `glow:<key>`.
 */
export class MeshBatch {
  readonly layers = new Map<string, Buffers>()
  /** Practical the next glowing parts belong to. */
  glowKey = 'glow'
  /** Placement the next vertices belong to: 0 none, else 1 + its index in the set. */
  part = 0
  /** Seeds what is made by hand: tilts, shades, wobbles. */
  rnd: Random = random('mesh-batch')
  /** How much each primitive's brightness may differ, 0 to 1. */
  variation = 0.07
  /** Metres above world y = 0 in which colour is darkened towards the ground; 0 = off. */
  groundShade = 0.22
  #stack: Frame[] = [FRAME_IDENTITY]
  #frame: Frame = FRAME_IDENTITY
  #paint: Paint = paint('#808080')
  #tone = 1
  #buffers: Buffers = this.#open('solid')

  #open(name: string): Buffers {
    let b = this.layers.get(name)
    if (!b) {
      b = emptyBuffers()
      this.layers.set(name, b)
    }
    return b
  }

  /** Paints what follows. */
  use(p: Paint): this {
    this.#paint = p
    return this
  }

  get paint(): Paint {
    return this.#paint
  }

  get frame(): Frame {
    return this.#frame
  }

  /** Runs `draw` in a frame moved to `at` and turned by yaw, pitch, roll radians. */
  at(at: Vec3, draw: () => void, yaw = 0, pitch = 0, roll = 0): this {
    return this.within(placed(at, yaw, pitch, roll), draw)
  }

  /** Runs `draw` in a child frame. */
  within(frame: Frame, draw: () => void): this {
    this.#stack.push(this.#frame)
    this.#frame = compose(this.#frame, frame)
    draw()
    this.#frame = this.#stack.pop() as Frame
    return this
  }

  /** Begins a primitive: chooses its buffers and its shade. */
  begin(): this {
    const p = this.#paint
    this.#buffers = this.#open(p.pass === 'glow' ? `glow:${this.glowKey}` : p.pass)
    this.#tone = 1 + (this.rnd.next() * 2 - 1) * this.variation
    return this
  }

  /** Adds a vertex in the local frame and answers its index. `tone` multiplies the colour. */
  vertex(p: Vec3, n: Vec3, u: number, v: number, tone = 1, colour?: Vec3): number {
    const b = this.#buffers
    const at = toParent(this.#frame, p)
    const d = turn(this.#frame, n)
    const l = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) || 1
    const { roughness, metalness, layer } = this.#paint
    const c = colour ?? this.#paint.colour
    let k = this.#tone * tone
    if (this.groundShade > 0 && at[1] < this.groundShade) k *= 0.72 + 0.28 * Math.max(0, at[1] / this.groundShade)
    b.position.push(at[0], at[1], at[2])
    b.normal.push(d[0] / l, d[1] / l, d[2] / l)
    b.uv.push(u, v)
    b.color.push(Math.min(1, c[0] * k), Math.min(1, c[1] * k), Math.min(1, c[2] * k))
    b.surface.push(roughness, metalness, layer, this.part)
    return b.position.length / 3 - 1
  }

  tri(a: number, b: number, c: number): this {
    this.#buffers.index.push(a, b, c)
    return this
  }

  /** Corners counter-clockwise seen from the front. */
  face(a: number, b: number, c: number, d: number): this {
    this.#buffers.index.push(a, b, c, a, c, d)
    return this
  }

  /** A flat four-cornered patch, counter-clockwise from the front; uv from two of its edges in metres. */
  quad(a: Vec3, b: Vec3, c: Vec3, d: Vec3): this {
    this.begin()
    const e: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
    const f: Vec3 = [d[0] - a[0], d[1] - a[1], d[2] - a[2]]
    const n: Vec3 = [e[1] * f[2] - e[2] * f[1], e[2] * f[0] - e[0] * f[2], e[0] * f[1] - e[1] * f[0]]
    const w = Math.sqrt(e[0] * e[0] + e[1] * e[1] + e[2] * e[2])
    const h = Math.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2])
    return this.face(this.vertex(a, n, 0, 0), this.vertex(b, n, w, 0), this.vertex(c, n, w, h), this.vertex(d, n, 0, h))
  }

  /** Number of triangles in all buffers. */
  get triangles(): number {
    let n = 0
    for (const b of this.layers.values()) n += b.index.length / 3
    return n
  }

  /** Appends triangles of another batch (same space) to a buffer. */
  join(name: string, part: Buffers): void {
    const b = this.#open(name)
    const base = b.position.length / 3
    for (const i of part.index) b.index.push(i + base)
    for (const key of ['position', 'normal', 'uv', 'color', 'surface'] as const) for (const v of part[key]) b[key].push(v)
  }

  /** The geometry of a buffer; undefined when nothing was drawn into it. */
  geometry(name: string): BufferGeometry | undefined {
    const b = this.layers.get(name)
    if (!b || b.index.length === 0) return undefined
    const g = new BufferGeometry()
    g.setAttribute('position', new BufferAttribute(new Float32Array(b.position), 3))
    g.setAttribute('normal', new BufferAttribute(new Float32Array(b.normal), 3))
    g.setAttribute('uv', new BufferAttribute(new Float32Array(b.uv), 2))
    g.setAttribute('color', new BufferAttribute(new Float32Array(b.color), 3))
    g.setAttribute('surface', new BufferAttribute(new Float32Array(b.surface), 4))
    g.setIndex(new BufferAttribute(new Uint32Array(b.index), 1))
    g.computeBoundingSphere()
    g.computeBoundingBox()
    return g
  }
}
