import {
  floorHeightAt,
  isRaisedFloor,
  type Mark,
  type Opening,
  type Placement,
  type Practical,
  type Random,
  random,
  roundTo6,
  type Vec3,
} from '../../film'
import { propInfo } from './catalogue'
import { footprint, overlaps, type Rect } from './footprint'
import type { Palette, Style } from './palette'

/** A wall of a room; north is −z, east +x. */
export type WallSide = 'north' | 'south' | 'east' | 'west'

/** How a thing is put; sizes in metres, colours `#rrggbb`. */
export interface PutOptions {
  readonly size?: readonly [number, number, number]
  readonly colour?: string
  readonly accent?: string
  /** Height of its bottom above the floor. */
  readonly y?: number
  /** Metres between its back and the wall. */
  readonly gap?: number
  /** Keep exactly where asked, or leave it out. */
  readonly exact?: boolean
  readonly yaw?: number
  readonly blocks?: boolean
}
type Lamp = Omit<Practical, 'key' | 'of' | 'position'> & { readonly at?: Vec3 }

/** Where a wall's left end is, which way it runs, and what faces into the room from it (yaw). */
export function wallFrame(
  side: WallSide,
  w: number,
  d: number,
): { o: readonly [number, number]; u: readonly [number, number]; yaw: number; length: number } {
  if (side === 'north') return { o: [-w / 2, -d / 2], u: [1, 0], yaw: 0, length: w }
  if (side === 'east') return { o: [w / 2, -d / 2], u: [0, 1], yaw: -Math.PI / 2, length: d }
  if (side === 'south') return { o: [w / 2, d / 2], u: [-1, 0], yaw: Math.PI, length: w }
  return { o: [-w / 2, d / 2], u: [0, -1], yaw: Math.PI / 2, length: d }
}

/** A set being furnished. Whatever would stand in something else is moved along its wall, or left out. */
export class Layout {
  readonly placements: Placement[] = []
  readonly marks: Mark[] = []
  readonly practicals: Practical[] = []
  readonly openings: Opening[] = []
  readonly #blocked: Rect[] = []
  readonly #free: Rect[] = []
  readonly #onWall: { side: WallSide; a0: number; a1: number; y0: number; y1: number }[] = []
  readonly #onTop = new Map<string, Rect[]>()
  readonly #counts = new Map<string, number>()
  readonly rnd: Random

  constructor(
    readonly w: number,
    readonly d: number,
    readonly h: number,
    readonly style: Style,
    readonly pal: Palette,
    readonly seedKey: string,
  ) {
    this.rnd = random(`${seedKey}/layout`)
  }

  #key(id: string): string {
    const n = (this.#counts.get(id) ?? 0) + 1
    this.#counts.set(id, n)
    return `${id}-${n}`
  }

  #add(prop: string, at: Vec3, yaw: number, size: readonly [number, number, number], o: PutOptions): Placement {
    const key = this.#key(prop)
    const p: Placement = {
      key,
      prop,
      position: [at[0], at[1], at[2]],
      yaw,
      size: [size[0], size[1], size[2]],
      seed: random(`${this.seedKey}/${key}`).int(1, 1_000_000),
      blocks: o.blocks ?? propInfo(prop).blocks,
      ...(o.colour ? { colour: o.colour } : {}),
      ...(o.accent ? { accent: o.accent } : {}),
    }
    this.placements.push(p)
    if (p.blocks) this.#blocked.push(footprint(p))
    return p
  }

  /** Takes a placement out, with what stands on it, its lamps and its marks. */
  remove(key: string): void {
    const gone = this.placements.find((p) => p.key === key)
    if (!gone) return
    const area = footprint(gone)
    const top = gone.position[1] + gone.size[1]
    const keys = new Set([key])
    for (const p of this.placements) {
      const on = !p.blocks && p.position[1] > 0.2 && p.position[1] <= top + 0.05 && overlaps(footprint(p), area, -0.02)
      if (on && propInfo(p.prop).place === 'top') keys.add(p.key)
    }
    const keep = <T extends { readonly of?: string | undefined }>(list: T[]) =>
      list.splice(0, list.length, ...list.filter((i) => !i.of || !keys.has(i.of)))
    this.placements.splice(0, this.placements.length, ...this.placements.filter((p) => !keys.has(p.key)))
    keep(this.marks)
    keep(this.practicals)
  }

  /** True when a footprint is inside the set, free of what stands, and clear of doorways. */
  isFree(r: Rect, margin = 0.02, keepClear = true): boolean {
    for (const c of r.corners) if (Math.abs(c[0]) > this.w / 2 + 1e-6 || Math.abs(c[1]) > this.d / 2 + 1e-6) return false
    for (const b of this.#blocked) if (overlaps(r, b, margin)) return false
    if (keepClear) for (const f of this.#free) if (overlaps(r, f, 0)) return false
    return true
  }

  /** Keeps a floor rectangle empty of furniture. */
  keepClear(x: number, z: number, w: number, d: number): void {
    this.#free.push(footprint({ position: [x, 0, z], yaw: 0, size: [w, 1, d] }))
  }

  /** A hole in a wall; `along` is the middle of it, metres from the wall's left end seen from inside. */
  opening(kind: 'door' | 'window' | 'arch', side: WallSide, along: number, width: number, height: number, sill = 0): Opening {
    const f = wallFrame(side, this.w, this.d)
    const a = Math.min(Math.max(along, width / 2 + 0.25), f.length - width / 2 - 0.25)
    const o: Opening = { key: this.#key(kind), kind, wall: side, along: a, width, height, sill }
    this.openings.push(o)
    this.#onWall.push({ side, a0: a - width / 2 - 0.12, a1: a + width / 2 + 0.12, y0: sill, y1: sill + height + 0.1 })
    const [nx, nz] = [Math.sin(f.yaw), Math.cos(f.yaw)]
    const x = f.o[0] + f.u[0] * a
    const z = f.o[1] + f.u[1] * a
    if (kind !== 'window') {
      const turned = side === 'east' || side === 'west'
      this.keepClear(x + nx * 0.6, z + nz * 0.6, turned ? 1.2 : width + 0.2, turned ? width + 0.2 : 1.2)
      this.mark('door', [x + nx * 0.6, 0, z + nz * 0.6], f.yaw, { of: o.key })
    }
    return o
  }

  /** A mark that looks out of a window, if one can stand there. */
  windowMark(o: Opening): void {
    const f = wallFrame(o.wall, this.w, this.d)
    const [nx, nz] = [Math.sin(f.yaw), Math.cos(f.yaw)]
    for (const gap of [0.5, 0.75, 1.0, 1.3]) {
      const at: Vec3 = [f.o[0] + f.u[0] * o.along + nx * gap, 0, f.o[1] + f.u[1] * o.along + nz * gap]
      if (!this.isFree(footprint({ position: at, yaw: 0, size: [0.5, 1, 0.5] }), 0, false)) continue
      this.mark('window', at, f.yaw + Math.PI, { of: o.key })
      return
    }
  }

  mark(kind: Mark['kind'], at: Vec3, yaw: number, extra: { of?: string; group?: string; seatHeightM?: number } = {}): Mark {
    const m: Mark = { key: this.#key(`${kind}-mark`), kind, position: at, yaw, ...extra }
    this.marks.push(m)
    return m
  }

  /** Stands a thing on the floor (or the raised floor) where asked; undefined when there is no room. */
  put(prop: string, x: number, z: number, yaw = 0, o: PutOptions = {}): Placement | undefined {
    const size = o.size ?? propInfo(prop).size
    const blocks = o.blocks ?? propInfo(prop).blocks
    const at: Vec3 = [roundTo6(x), o.y ?? (isRaisedFloor(prop) ? 0 : floorHeightAt(this, x, z)), roundTo6(z)]
    if (blocks && !this.isFree(footprint({ position: at, yaw, size }), 0.01)) return undefined
    return this.#add(prop, at, yaw, size, o)
  }

  /** Stands something beyond the playing area (houses round a square): not tested against what is inside. */
  outside(prop: string, x: number, z: number, yaw: number, o: PutOptions = {}): Placement {
    return this.#add(prop, [roundTo6(x), o.y ?? 0, roundTo6(z)], yaw, o.size ?? propInfo(prop).size, o)
  }

  /** A prop's usual size. */
  sizeOf(prop: string): readonly [number, number, number] {
    return propInfo(prop).size
  }

  /** Leans a thing to a wall (or hangs it there at `y`), trying near places if the one asked for is taken. */
  lean(prop: string, side: WallSide, along: number, o: PutOptions = {}): Placement | undefined {
    const info = propInfo(prop)
    const size = o.size ?? info.size
    const f = wallFrame(side, this.w, this.d)
    const gap = o.gap ?? (info.place === 'wall' ? 0.005 : 0.03)
    const y = o.y ?? 0
    const steps = o.exact ? [0] : [0, 0.15, -0.15, 0.3, -0.3, 0.5, -0.5, 0.8, -0.8, 1.2, -1.2, 1.7, -1.7, 2.3, -2.3]
    for (const step of steps) {
      const a = along + step
      if (a - size[0] / 2 < 0.02 || a + size[0] / 2 > f.length - 0.02) continue
      const clash = this.#onWall.some(
        (t) => t.side === side && a + size[0] / 2 > t.a0 && a - size[0] / 2 < t.a1 && y + size[1] > t.y0 && y < t.y1 - 0.001,
      )
      if (clash) continue
      const out = gap + size[2] / 2
      const x = f.o[0] + f.u[0] * a + Math.sin(f.yaw) * out
      const z = f.o[1] + f.u[1] * a + Math.cos(f.yaw) * out
      const at: Vec3 = [x, y, z]
      const yaw = f.yaw + (o.yaw ?? 0)
      if ((o.blocks ?? info.blocks) && !this.isFree(footprint({ position: at, yaw, size }), 0.001)) continue
      this.#onWall.push({ side, a0: a - size[0] / 2, a1: a + size[0] / 2, y0: y, y1: y + size[1] })
      return this.#add(prop, at, yaw, size, o)
    }
    return undefined
  }

  /** Stands a thing on another's top at a local offset [right, forward]; undefined when it has no top or no room. */
  on(parent: Placement | undefined, prop: string, dx = 0, dz = 0, yaw = 0, o: PutOptions = {}): Placement | undefined {
    if (!parent) return undefined
    const info = propInfo(parent.prop)
    if (info.surfaceHeight === undefined) return undefined
    const size = o.size ?? propInfo(prop).size
    const top = (info.surfaceHeight * parent.size[1]) / info.size[1]
    const taken = this.#onTop.get(parent.key) ?? []
    const local = footprint({ position: [dx, 0, dz], yaw, size })
    for (const c of local.corners)
      if (Math.abs(c[0]) > parent.size[0] / 2 + 0.01 || Math.abs(c[1]) > parent.size[2] / 2 + 0.01) return undefined
    if (taken.some((t) => overlaps(local, t, 0.01))) return undefined
    this.#onTop.set(parent.key, [...taken, local])
    const s = Math.sin(parent.yaw)
    const c = Math.cos(parent.yaw)
    const at: Vec3 = [parent.position[0] + dx * c + dz * s, parent.position[1] + top, parent.position[2] - dx * s + dz * c]
    return this.#add(prop, at, parent.yaw + yaw, size, { ...o, blocks: false })
  }

  /** Strews things over a top. */
  clutter(parent: Placement | undefined, props: readonly string[], o: PutOptions = {}): void {
    if (!parent) return
    for (const prop of props) {
      const size = propInfo(prop).size
      const rx = Math.max(0, parent.size[0] / 2 - size[0] / 2 - 0.04)
      const rz = Math.max(0, parent.size[2] / 2 - size[2] / 2 - 0.04)
      for (let i = 0; i < 10; i++) {
        const placed = this.on(parent, prop, this.rnd.range(-rx, rx), this.rnd.range(-rz, rz), this.rnd.range(-0.5, 0.5), o)
        if (placed) break
      }
    }
  }

  /** A lamp, screen or fire that shines from a placement's middle, or `at` in its local frame. */
  lamp(p: Placement | undefined, lamp: Lamp): Placement | undefined {
    if (!p) return undefined
    const { at = [0, p.size[1] * 0.7, 0], ...rest } = lamp
    const s = Math.sin(p.yaw)
    const c = Math.cos(p.yaw)
    this.practicals.push({
      key: `light-${p.key}`,
      of: p.key,
      position: [p.position[0] + at[0] * c + at[2] * s, p.position[1] + at[1], p.position[2] - at[0] * s + at[2] * c],
      ...rest,
    })
    return p
  }

  /** Hangs a thing from the ceiling. */
  hang(prop: string, x: number, z: number, o: PutOptions = {}): Placement {
    const size = o.size ?? propInfo(prop).size
    return this.#add(prop, [x, this.h - size[1], z], o.yaw ?? 0, size, { ...o, blocks: false })
  }

  /** A seat on a placement at a local offset. */
  seat(p: Placement | undefined, seatHeightM: number, group?: string, dx = 0, dz = 0): void {
    if (!p) return
    const s = Math.sin(p.yaw)
    const c = Math.cos(p.yaw)
    this.mark('seat', [p.position[0] + dx * c + dz * s, 0, p.position[2] - dx * s + dz * c], p.yaw, {
      of: p.key,
      seatHeightM,
      ...(group ? { group } : {}),
    })
  }

  /** Somebody at work before a placement, facing it. */
  before(p: Placement | undefined, gap = 0.32, dx = 0): void {
    if (!p) return
    const s = Math.sin(p.yaw)
    const c = Math.cos(p.yaw)
    const out = p.size[2] / 2 + gap
    const at: Vec3 = [p.position[0] + dx * c + out * s, 0, p.position[2] - dx * s + out * c]
    if (this.isFree(footprint({ position: at, yaw: 0, size: [0.44, 1, 0.44] }), 0, false))
      this.mark('counter', at, p.yaw + Math.PI, { of: p.key })
  }

  /** Two people who stand and talk: middle, direction from one to the other, distance. */
  pair(x: number, z: number, yaw: number, apart = 1.1): void {
    const group = this.#key('talk')
    const dx = (Math.sin(yaw) * apart) / 2
    const dz = (Math.cos(yaw) * apart) / 2
    const free = (at: Vec3) => this.isFree(footprint({ position: at, yaw: 0, size: [0.5, 1, 0.5] }), 0, false)
    const a: Vec3 = [x - dx, 0, z - dz]
    const b: Vec3 = [x + dx, 0, z + dz]
    if (!free(a) || !free(b)) return
    this.mark('stand', a, yaw, { group })
    this.mark('stand', b, yaw + Math.PI, { group })
  }

  /** Chairs round a table, those on opposite sides facing one another. `sides`: which of its sides (+z, −z, +x, −x). */
  seatsAt(
    table: Placement | undefined,
    prop: string,
    seatHeightM: number,
    sides: readonly ('front' | 'back' | 'right' | 'left')[],
    o: PutOptions & { each?: number } = {},
  ): void {
    if (!table) return
    const size = o.size ?? propInfo(prop).size
    const group = this.#key(`at-${table.key}`)
    for (const side of sides) {
      const lengthways = side === 'front' || side === 'back'
      const reach = (lengthways ? table.size[2] : table.size[0]) / 2 + size[2] / 2 + 0.03
      const each = lengthways ? (o.each ?? 1) : 1
      for (let i = 0; i < each; i++) {
        const off = each === 1 ? 0 : ((i + 0.5) / each - 0.5) * table.size[0] * 0.95
        const [dx, dz, yaw] =
          side === 'front'
            ? [off, reach, Math.PI]
            : side === 'back'
              ? [off, -reach, 0]
              : side === 'right'
                ? [reach, off, -Math.PI / 2]
                : [-reach, off, Math.PI / 2]
        const s = Math.sin(table.yaw)
        const c = Math.cos(table.yaw)
        const tilt = this.rnd.range(-0.08, 0.08)
        const p = this.put(prop, table.position[0] + dx * c + dz * s, table.position[2] - dx * s + dz * c, table.yaw + yaw + tilt, o)
        this.seat(p, seatHeightM, group)
      }
    }
  }
}
