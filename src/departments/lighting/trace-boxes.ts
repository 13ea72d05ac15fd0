import type { Vec3 } from '../../film'

/** A solid for light to hit: a box turned about y. */
export interface LightBox {
  readonly center: Vec3
  /** Half extents along its own axes, metres. */
  readonly half: Vec3
  /** Radians about y. */
  readonly yaw: number
  /** Diffuse reflectance, linear RGB 0 to 1. */
  readonly albedo: Vec3
  /** Radiance it gives off, linear RGB. */
  readonly emissive?: Vec3
}

/** What a ray met. `box` is an index; the normal is unit. */
export interface Hit {
  distance: number
  box: number
  nx: number
  ny: number
  nz: number
}

const LEAF = 3

const inverse = (v: number) => 1 / (Math.abs(v) < 1e-12 ? 1e-12 : v)

/** Boxes sorted into a tree of bounds, for rays. */
export class BoxScene {
  readonly boxes: readonly LightBox[]
  /** cx cy cz hx hy hz cos sin of each box, in tree order. */
  private readonly shape: Float64Array
  private readonly order: Int32Array
  /** min xyz, max xyz of each node. */
  private readonly bounds: Float64Array
  /** First box of a leaf. */
  private readonly first: Int32Array
  /** Boxes of a leaf; −1, −2, −3 for a branch that splits along x, y, z. Its left child is the next node. */
  private readonly count: Int32Array
  /** Right child of a branch. */
  private readonly right: Int32Array
  private nodes = 0
  private readonly stack = new Int32Array(64)

  constructor(boxes: readonly LightBox[]) {
    this.boxes = boxes
    this.order = Int32Array.from(boxes, (_, i) => i)
    this.shape = new Float64Array(boxes.length * 8)
    boxes.forEach((b, i) => {
      this.shape.set([...b.center, ...b.half, Math.cos(b.yaw), Math.sin(b.yaw)], i * 8)
    })
    const most = Math.max(boxes.length * 2, 1)
    this.bounds = new Float64Array(most * 6)
    this.first = new Int32Array(most)
    this.count = new Int32Array(most)
    this.right = new Int32Array(most)
    if (boxes.length > 0) this.build(0, boxes.length)
  }

  private boundsOf(i: number): [number, number, number, number, number, number] {
    const s = this.shape
    const o = i * 8
    const c = Math.abs(s[o + 6] as number)
    const n = Math.abs(s[o + 7] as number)
    const hx = (s[o + 3] as number) * c + (s[o + 5] as number) * n
    const hz = (s[o + 3] as number) * n + (s[o + 5] as number) * c
    const x = s[o] as number
    const y = s[o + 1] as number
    const z = s[o + 2] as number
    const hy = s[o + 4] as number
    return [x - hx, y - hy, z - hz, x + hx, y + hy, z + hz]
  }

  private build(from: number, to: number): number {
    const node = this.nodes++
    const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
    for (let i = from; i < to; i++) {
      const b = this.boundsOf(this.order[i] as number)
      for (let k = 0; k < 3; k++) {
        box[k] = Math.min(box[k] as number, b[k] as number)
        box[k + 3] = Math.max(box[k + 3] as number, b[k + 3] as number)
      }
    }
    this.bounds.set(box, node * 6)
    this.first[node] = from
    this.count[node] = to - from
    if (to - from <= LEAF) return node
    const extent = [0, 1, 2].map((k) => (box[k + 3] as number) - (box[k] as number))
    const axis = extent.indexOf(Math.max(...extent))
    const half = this.order
      .slice(from, to)
      .sort((a, b) => (this.shape[a * 8 + axis] as number) - (this.shape[b * 8 + axis] as number) || a - b)
    this.order.set(half, from)
    const middle = (from + to) >> 1
    this.count[node] = -1 - axis
    this.build(from, middle)
    this.right[node] = this.build(middle, to)
    return node
  }

  private meets(node: number, x: number, y: number, z: number, ix: number, iy: number, iz: number, far: number): boolean {
    const b = this.bounds
    const o = node * 6
    const x0 = ((b[o] as number) - x) * ix
    const x1 = ((b[o + 3] as number) - x) * ix
    const y0 = ((b[o + 1] as number) - y) * iy
    const y1 = ((b[o + 4] as number) - y) * iy
    const z0 = ((b[o + 2] as number) - z) * iz
    const z1 = ((b[o + 5] as number) - z) * iz
    const near = Math.max(Math.min(x0, x1), Math.min(y0, y1), Math.min(z0, z1))
    const end = Math.min(Math.max(x0, x1), Math.max(y0, y1), Math.max(z0, z1))
    return end >= 0 && near <= end && near <= far
  }

  /**
   * Nearest box in front of a ray of unit direction within `far` metres, into `hit`; false when it escapes.
   * A box the ray starts in does not count. `any` stops at the first box met: for shadows.
   */
  trace(from: Vec3, d: Vec3, far: number, hit: Hit, any = false): boolean {
    if (this.boxes.length === 0) return false
    const x = from[0]
    const y = from[1]
    const z = from[2]
    const ix = inverse(d[0])
    const iy = inverse(d[1])
    const iz = inverse(d[2])
    let best = far
    let found = false
    let top = 0
    this.stack[top++] = 0
    while (top > 0) {
      const node = this.stack[--top] as number
      if (!this.meets(node, x, y, z, ix, iy, iz, best)) continue
      const n = this.count[node] as number
      if (n < 0) {
        // The nearer half first: it usually shuts the farther one out.
        const forward = (n === -1 ? d[0] : n === -2 ? d[1] : d[2]) > 0
        this.stack[top++] = forward ? (this.right[node] as number) : node + 1
        this.stack[top++] = forward ? node + 1 : (this.right[node] as number)
        continue
      }
      const start = this.first[node] as number
      for (let i = start; i < start + n; i++) {
        const box = this.order[i] as number
        const t = this.meetBox(box, x, y, z, d, best, hit)
        if (t < 0) continue
        found = true
        if (any) return true
        best = t
        hit.distance = t
        hit.box = box
      }
    }
    return found
  }

  /** Distance to where the ray enters one box, and its normal into `hit`; −1 for none before `best`. */
  private meetBox(box: number, x: number, y: number, z: number, d: Vec3, best: number, hit: Hit): number {
    const s = this.shape
    const o = box * 8
    const c = s[o + 6] as number
    const n = s[o + 7] as number
    const px = x - (s[o] as number)
    const py = y - (s[o + 1] as number)
    const pz = z - (s[o + 2] as number)
    // Into the box's frame: turn by −yaw about y.
    const lx = c * px - n * pz
    const lz = n * px + c * pz
    const dx = c * d[0] - n * d[2]
    const dz = n * d[0] + c * d[2]
    let near = -Infinity
    let end = Infinity
    let axis = 0
    for (let k = 0; k < 3; k++) {
      const p = k === 0 ? lx : k === 1 ? py : lz
      const v = k === 0 ? dx : k === 1 ? d[1] : dz
      const h = s[o + 3 + k] as number
      if (Math.abs(v) < 1e-12) {
        if (Math.abs(p) > h) return -1
        continue
      }
      const t0 = (-h * (v > 0 ? 1 : -1) - p) / v
      const t1 = (h * (v > 0 ? 1 : -1) - p) / v
      if (t0 > near) {
        near = t0
        axis = k
      }
      if (t1 < end) end = t1
    }
    if (near > end || near <= 1e-6 || near >= best) return -1
    const v = axis === 0 ? dx : axis === 1 ? d[1] : dz
    const sign = v > 0 ? -1 : 1
    hit.nx = axis === 0 ? c * sign : axis === 2 ? n * sign : 0
    hit.ny = axis === 1 ? sign : 0
    hit.nz = axis === 0 ? -n * sign : axis === 2 ? c * sign : 0
    return near
  }

  /** True when the point is inside a box. */
  contains(p: Vec3): boolean {
    return this.boxes.some((b, i) => {
      const c = this.shape[i * 8 + 6] as number
      const n = this.shape[i * 8 + 7] as number
      const px = p[0] - b.center[0]
      const pz = p[2] - b.center[2]
      return Math.abs(c * px - n * pz) < b.half[0] && Math.abs(p[1] - b.center[1]) < b.half[1] && Math.abs(n * px + c * pz) < b.half[2]
    })
  }
}
