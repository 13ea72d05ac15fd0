import {
  DOOR_HINGE,
  DOOR_SWING,
  doorsSlide,
  leafKey,
  leafOfDoor,
  type Opening,
  openSash,
  SASH_DEPTH_M,
  type SetSpec,
  sashesIn,
  scale,
  type Vec3,
} from '../../film'
import { box, compose, cylinder, ellipsoid, glassPaint, MeshBatch, paint, placed, rod, shade, toParent } from '../geometry'
import { surfacePaint, WALL_THICKNESS_M, wallLocal } from './room-shell'

/** A leaf on hinges: geometry in its own frame (hinge on the y axis, shut along +x), where that is, how far it opens. */
export interface DoorPart {
  readonly key: string
  readonly batch: MeshBatch
  readonly pivot: Vec3
  /** Yaw of the shut leaf. */
  readonly yaw: number
  /** Added to the yaw when wide open, radians. */
  readonly openAngle: number
  /** Added to the pivot when wide open, metres. */
  readonly slide?: Vec3
  /** How broad it is when shut, in breadths of when it is open. */
  readonly shutWidth?: number
}

const isTechnical = (set: SetSpec) => set.walls.kind === 'metal'

/** Lining of the hole through the wall, and the casing round it on the room's side. */
function casing(b: MeshBatch, set: SetSpec, o: Opening): void {
  const t = WALL_THICKNESS_M
  const [x0, x1, y0, y1] = [o.along - o.width / 2, o.along + o.width / 2, o.sill, o.sill + o.height]
  const trim = paint(set.trim, isTechnical(set) ? 'metal' : 'wood', 0.5, isTechnical(set) ? 0.3 : 0)
  const window = o.kind === 'window'
  const plaster = shade(surfacePaint(set.walls), 0.96)
  b.use(window ? plaster : trim)
  const z = -t / 2
  // the reveal: thin boards over the cut faces of the wall
  box(b, [x0 - 0.004, y0, z], [0.012, o.height, t + 0.004])
  box(b, [x1 + 0.004, y0, z], [0.012, o.height, t + 0.004])
  box(b, [o.along, y1 - 0.004, z], [o.width, 0.012, t + 0.004])
  if (window) box(b, [o.along, y0 - 0.008, z], [o.width, 0.012, t + 0.004])
  b.use(trim)
  const c = isTechnical(set) ? 0.1 : 0.085
  for (const x of [x0 - c / 2 + 0.01, x1 + c / 2 - 0.01])
    box(b, [x, window ? y0 - 0.02 : 0, 0.016], [c, o.height + (window ? 0.03 : 0.01), 0.034], 0.008)
  box(b, [o.along, y1, 0.02], [o.width + 2 * c + 0.02, c + 0.01, 0.042], 0.01)
  if (window) {
    box(b, [o.along, y0 - 0.045, 0.045], [o.width + 2 * c + 0.08, 0.04, 0.17], 0.012)
    box(b, [o.along, y0 - 0.12, 0.014], [o.width + 2 * c, 0.08, 0.026], 0.006)
  }
  // outside
  b.use(shade(trim, 0.9))
  for (const x of [x0 - 0.04, x1 + 0.04]) box(b, [x, window ? y0 - 0.05 : 0, -t - 0.012], [0.1, o.height + 0.06, 0.03])
  box(b, [o.along, y1, -t - 0.015], [o.width + 0.2, 0.1, 0.04])
}

/** Sashes with bars and panes, and a latch. */
function sashes(b: MeshBatch, set: SetSpec, o: Opening, apart?: MeshBatch): void {
  const z = -SASH_DEPTH_M
  const [x0, y0] = [o.along - o.width / 2, o.sill]
  const trim = paint(set.trim, isTechnical(set) ? 'metal' : 'wood', 0.45, isTechnical(set) ? 0.3 : 0)
  const frame = 0.05
  b.use(trim)
  const panes = sashesIn(o)
  const pw = o.width / panes
  const sash = (b: MeshBatch, x: number) => {
    b.use(trim)
    for (const q of [-1, 1]) box(b, [x + q * (pw / 2 - frame / 2), y0, z], [frame, o.height, 0.055], 0.008)
    for (const y of [y0, y0 + o.height - frame]) box(b, [x, y, z], [pw - frame, frame, 0.05], 0.006)
    if (!isTechnical(set)) {
      box(b, [x, y0 + o.height * 0.62, z], [pw - frame, 0.032, 0.04], 0.005)
      if (set.dado === undefined || pw > 0.6) box(b, [x, y0 + frame, z], [0.026, o.height - 2 * frame, 0.034], 0.005)
    }
  }
  const pane = (b: MeshBatch, from: number, to: number) => {
    b.use(glassPaint())
    b.quad([from, y0 + 0.01, z], [to, y0 + 0.01, z], [to, y0 + o.height - 0.01, z], [from, y0 + o.height - 0.01, z])
  }
  for (let i = apart ? 1 : 0; i < panes; i++) sash(b, x0 + (i + 0.5) * pw)
  if (!apart || panes > 1) pane(b, x0 + 0.01 + (apart ? pw : 0), x0 + o.width - 0.01)
  apart?.at([-x0, 0, -z], () => {
    sash(apart, x0 + pw / 2)
    pane(apart, x0 + 0.01, x0 + pw - 0.01)
  })
  b.use(paint('#a5834a', 'metal', 0.35, 0.9))
  if (panes > 1) box(b, [o.along, y0 + o.height * 0.4, z + 0.03], [0.03, 0.1, 0.03], 0.006)
}

/** A door leaf with panels and a handle on both sides. */
function doorLeaf(b: MeshBatch, set: SetSpec, o: Opening): void {
  const w = o.width - 0.014
  const h = o.height - 0.012
  if (isTechnical(set)) {
    const p = paint(set.trim, 'metal', 0.45, 0.35)
    b.use(p)
    box(b, [w / 2, 0.006, 0], [w, h, 0.06], 0.015)
    for (const z of [-1, 1]) {
      b.use(shade(p, 0.8))
      box(b, [w / 2, 0.2, z * 0.033], [w - 0.2, h * 0.36, 0.012], 0.006)
      box(b, [w / 2, h * 0.56, z * 0.033], [w - 0.2, h * 0.36, 0.012], 0.006)
      b.use(paint('#b08a3a', 'plain', 0.6))
      for (let i = 0; i < 5; i++) box(b, [0.12 + (i * (w - 0.24)) / 4, h * 0.48, z * 0.034], [0.07, 0.06, 0.008])
      b.use(paint('#5a6064', 'metal', 0.4, 0.7))
      rod(b, [w - 0.13, h * 0.4, z * 0.07], [w - 0.13, h * 0.56, z * 0.07], 0.015)
    }
    return
  }
  const wood = shade(paint(set.trim, 'wood', 0.45), 0.88)
  b.use(wood)
  box(b, [w / 2, 0.006, 0], [w, h, 0.034], 0.004)
  const stile = 0.11
  for (const z of [-1, 1]) {
    b.use(shade(wood, 1.12))
    for (const x of [stile / 2, w - stile / 2]) box(b, [x, 0.006, z * 0.019], [stile, h, 0.014], 0.004)
    for (const [y, k] of [
      [0.006, 0.2],
      [h * 0.42, 0.14],
      [h - stile, stile],
    ] as const)
      box(b, [w / 2, y, z * 0.019], [w - 2 * stile, k, 0.013], 0.004)
    box(b, [w / 2, 0.2, z * 0.019], [stile * 0.8, h * 0.42 - 0.2, 0.012], 0.004)
    box(b, [w / 2, h * 0.42 + 0.14, z * 0.019], [stile * 0.8, h * 0.58 - 0.14 - stile, 0.012], 0.004)
    b.use(paint('#a5834a', 'metal', 0.35, 0.9))
    box(b, [w - 0.055, 0.98, z * 0.029], [0.045, 0.18, 0.008], 0.003)
    b.at([w - 0.055, 1.06, z * 0.03], () => {
      rod(b, [0, 0, 0], [0, 0, z * 0.045], 0.01)
      ellipsoid(b, [0, 0, z * 0.055], [0.028, 0.028, 0.022], 12, 8)
    })
  }
  b.use(paint('#7d6a44', 'metal', 0.4, 0.8))
  for (const y of [0.22, h - 0.3]) cylinder(b, [0.002, y, 0.02], 0.009, 0.09, { sides: 8 })
}

/** One of two leaves of brushed steel that meet in the middle, no handle. */
function slidingLeaf(b: MeshBatch, { width, height }: Opening): void {
  const [w, h] = [width / 2 - 0.01, height - 0.012]
  const steel = paint('#a3a19a', 'metal', 0.32, 0.75)
  b.use(steel)
  box(b, [w / 2, 0.006, 0], [w - 0.004, h, 0.04], 0.006)
  b.use(shade(steel, 0.82))
  for (const z of [-1, 1]) box(b, [w / 2, 0.12, z * 0.018], [w - 0.13, h - 0.24, 0.01], 0.004)
}

/** Two leaves that slide apart into the wall: each from its outer edge. */
function slidingDoors(set: SetSpec, o: Opening, frame: ReturnType<typeof wallLocal>['frame'], yaw: number): DoorPart[] {
  return [-1, 1].map((side) => {
    const batch = new MeshBatch()
    batch.groundShade = 0
    slidingLeaf(batch, o)
    const from = toParent(compose(frame, placed([o.along + (side < 0 ? -o.width / 2 + 0.006 : 0.004), 0, DOOR_HINGE.z])), [0, 0, 0])
    const { by } = leafOfDoor(set, o).way
    return { key: o.key, batch, pivot: from, yaw, openAngle: 0, slide: scale(by ?? [0, 0, 0], -side) }
  })
}

/** What lies behind a door: a short dim passage, so that nothing odd shows when it opens. */
function beyondDoor(b: MeshBatch, set: SetSpec, o: Opening): void {
  const t = WALL_THICKNESS_M
  const keep = b.groundShade
  b.groundShade = 0
  const [x0, x1] = [o.along - o.width / 2 - 0.45, o.along + o.width / 2 + 0.45]
  const h = Math.min(set.heightM, o.height + 0.35)
  const z0 = -t - 0.005
  const z1 = -t - 1.7
  b.use(shade(surfacePaint(set.walls), 0.62))
  b.quad([x0, 0, z1], [x1, 0, z1], [x1, h, z1], [x0, h, z1])
  b.quad([x0, 0, z0], [x0, 0, z1], [x0, h, z1], [x0, h, z0])
  b.quad([x1, 0, z1], [x1, 0, z0], [x1, h, z0], [x1, h, z1])
  b.quad([x0, h, z1], [x1, h, z1], [x1, h, z0], [x0, h, z0])
  b.use(shade(surfacePaint(set.floor), 0.75))
  b.quad([x0, 0, z0], [x1, 0, z0], [x1, 0, z1], [x0, 0, z1])
  if (!BARE.has(set.kind)) {
    b.use(paint('#6b4c30', 'wood'))
    box(b, [o.along, 1.45, z1 + 0.02], [0.5, 0.4, 0.03], 0.006)
  }
  b.groundShade = keep
}

const BARE: ReadonlySet<string> = new Set(['tunnel', 'sewer', 'mine', 'elevator', 'cave', 'camp-tent'])

/** Frames, sashes, panes; door leaves come back apart, each with its hinge. */
export function buildOpenings(b: MeshBatch, set: SetSpec): DoorPart[] {
  const doors: DoorPart[] = []
  const loose = new Set(set.leaves ?? [])
  for (const o of set.openings) {
    const { frame } = wallLocal(set, o.wall)
    const f = wallYaw(o.wall)
    b.within(frame, () => {
      // Rock and canvas have holes, nothing in them.
      if (BARE.has(set.kind)) {
        if (o.kind !== 'window') beyondDoor(b, set, o)
        return
      }
      casing(b, set, o)
      if (o.kind === 'window') sashes(b, set, o, sashApart(set, o, loose, frame, f, doors))
      else beyondDoor(b, set, o)
    })
    if (o.kind !== 'door') continue
    if (doorsSlide(set)) {
      doors.push(...slidingDoors(set, o, frame, f))
      continue
    }
    const leaf = new MeshBatch()
    leaf.groundShade = 0
    doorLeaf(leaf, set, o)
    // the leaf stands near the room's side of the wall and swings into the room, hinged on its left
    const hinge = compose(frame, placed([o.along - o.width / 2 + DOOR_HINGE.in, 0, DOOR_HINGE.z]))
    doors.push({ key: o.key, batch: leaf, pivot: toParent(hinge, [0, 0, 0]), yaw: f, openAngle: DOOR_SWING })
  }
  return doors
}

/** A batch for the sash of a window that somebody opens. */
function sashApart(
  set: SetSpec,
  o: Opening,
  loose: ReadonlySet<string>,
  frame: ReturnType<typeof wallLocal>['frame'],
  yaw: number,
  out: DoorPart[],
): MeshBatch | undefined {
  const key = leafKey(o.key, 'sash')
  if (!loose.has(key) || BARE.has(set.kind)) return undefined
  const batch = new MeshBatch()
  batch.groundShade = 0
  const { x, turn } = openSash(o)
  const hinge = compose(frame, placed([x[0], 0, -SASH_DEPTH_M]))
  out.push({ key, batch, pivot: toParent(hinge, [0, 0, 0]), yaw, openAngle: turn })
  return batch
}

const wallYaw = (side: Opening['wall']): number =>
  side === 'north' ? 0 : side === 'east' ? -Math.PI / 2 : side === 'south' ? Math.PI : Math.PI / 2
