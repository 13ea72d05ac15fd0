import { clamp, lerp, normalize, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import { drape } from './drape'
import { type Band, GIRTH, type LoftRow, loft, ringRow, stations } from './loft'
import type { Binding, Fold, Look, MeshBuilder } from './mesh-builder'
import { capsule, type Field, march, smin } from './sdf'
import type { SkinWeights } from './skin-weights'

/** How a top is cut. Lengths in statures unless said otherwise. */
export interface TopCut {
  /** Distance from skin at the trunk and at the arms. */
  readonly ease: number
  readonly armEase: number
  /** Height of the hem, metres. */
  readonly hemY: number
  /** How much the cloth widens below the hips, per metre. */
  readonly flare: number
  /** 0 none, 0.5 half the upper arm, 1 elbow, 2 wrist. */
  readonly sleeve: number
  /** Straight sleeves and cuffs: least arm radius. */
  readonly cuff: number
  /** Height of a V or open front: closed below `buttonY`, `vOpen` radians at the collar. 0 for none. */
  readonly vOpen: number
  readonly buttonY: number
  /** Open all the way down. */
  readonly openBelow: number
  /** 0 hangs straight from the chest, 1 follows the body. */
  readonly fit: number
  /** Height of the shoulder pads. */
  readonly pad: number
  /** Quilted rings, metres. */
  readonly quilt: number
  /** How far the collar stands from the neck: 1 close. */
  readonly neckline: number
  /** Collar height relative to the neck joint. */
  readonly collarY: number
  /** How far out the trunk is cut, in half breadths between the shoulder joints: less under a coat. */
  readonly reach: number
}

export const TOP_CUT: TopCut = {
  ease: 0.007,
  armEase: 0.006,
  hemY: 0,
  flare: 0,
  sleeve: 2,
  cuff: 0,
  vOpen: 0,
  buttonY: 0,
  openBelow: 0,
  fit: 0.35,
  pad: 0,
  quilt: 0,
  neckline: 1.18,
  collarY: 0.004,
  reach: 1.02,
}

/** The field of cloth over trunk and arms: draped from the chest, straight in the sleeve. Folds are the material's. */
export function topField(body: Body, cut: TopCut): Field {
  const { h } = body
  const [s, e, w] = [body.shoulder, body.elbow, body.wrist]
  const hung = drape(body, cut)
  const neck = body.pose.at('neck')
  return (x, y, z) => {
    const u = Math.abs(x)
    // About the hips cloth goes over buttocks and thighs too.
    const bare = y < body.waistY ? smin(body.torso(x, y, z), body.legs(x, y, z), 0.03 * h) : body.torso(x, y, z)
    let trunk = smin(bare, hung(x, y, z), 0.012 * h) - cut.ease * h
    if (cut.pad > 0)
      trunk = smin(
        trunk,
        capsule(
          u,
          y,
          z,
          s[0] * 0.42,
          lerp(neck[1], s[1], 0.62),
          s[2],
          s[0] * 0.98,
          s[1] + (cut.pad - 0.012) * h,
          s[2],
          0.024 * h + cut.ease * 0.5 * h,
          0.02 * h + cut.ease * 0.5 * h,
        ),
        0.022 * h,
      )
    let arm = body.arms(x, y, z) - cut.armEase * h
    if (cut.cuff > 0) {
      const loose = Math.min(
        capsule(
          u,
          y,
          z,
          // A sleeve is set in below the joint: wider above it would stand square.
          lerp(s[0], e[0], 0.16) - 0.004 * h,
          lerp(s[1], e[1], 0.16),
          s[2],
          e[0],
          e[1],
          e[2],
          Math.max(cut.cuff * 1.3, 0.028 + cut.armEase) * h,
          cut.cuff * 1.12 * h,
        ),
        capsule(u, y, z, e[0], e[1], e[2], w[0], w[1], w[2], cut.cuff * 1.1 * h, cut.cuff * 0.94 * h),
      )
      arm = smin(arm, loose, 0.012 * h)
    }
    let d = smin(trunk, arm, 0.02 * h)
    if (cut.quilt > 0 && d < 0.03 && d > -0.03)
      d -= cut.quilt * (Math.abs(Math.sin((y - body.hipY) * 46 * (1.75 / h) * (u > s[0] * 1.02 ? 0.9 : 1))) ** 0.6 - 0.4)
    return d
  }
}

/** What a piece has beyond its cut. */
export interface Dressing {
  readonly paint?: (p: Vec3) => { look?: Look; tint?: number } | undefined
  readonly fold?: (p: Vec3) => Fold
  /** Bands of the trunk by height, of sleeves by the distance from their end; metres. */
  readonly bands?: Band[]
  readonly cuffs?: Band[]
  /** Mostly hidden by what is worn over it: a coarser net will do. */
  readonly covered?: boolean
  /** One of many things worn: its net is a little coarser (1), or more so (2). */
  readonly thrift?: number
  /** Weights other than by the cut. */
  readonly bind?: (p: Vec3) => Binding
  /** What the light falls on, where the field only stands back from it. */
  readonly normals?: Field
  /** Threads of the trunk's cloth (LoftOptions), which a sleeve's beginning lies in. */
  readonly threads?: (p: Vec3, theta: number) => readonly [across: number, along: number]
  /** Thickness at the hem, metres. */
  readonly hem?: number
}

/** Trunk and sleeves over a field. `bind` may be the skirt's for long clothes. */
export function top(
  b: MeshBuilder,
  body: Body,
  weights: SkinWeights,
  field: Field,
  cut: TopCut,
  look: Look,
  detail: 'wide' | 'full',
  dressing: Dressing = {},
): number[][] {
  const { h } = body
  const full = detail === 'full'
  const thrift = dressing.thrift ?? 0
  const last = thrift > 1 ? 2 : 0
  const columns = full ? (dressing.covered ? 22 - last : 32 - 6 * thrift - last) : dressing.covered ? 14 : 18 - thrift
  const bind = (p: Vec3): Binding =>
    dressing.bind?.(p) ?? (p[1] < body.hipY + 0.03 * h && cut.hemY < body.hipY - 0.03 * h ? weights.skirt(p) : weights.body(p))
  const rows: LoftRow[] = []
  const frontOpen = (y: number) => {
    if (cut.vOpen <= 0) return 0
    const top = body.neckY
    const t = clamp((y - cut.buttonY) / (top - cut.buttonY), 0, 1)
    // Below zero the edges overlap.
    if (cut.openBelow < 0 && y <= cut.buttonY) return cut.openBelow
    return Math.max(
      cut.openBelow < 0 ? cut.openBelow : 0.012,
      cut.openBelow < 0
        ? cut.openBelow + (cut.vOpen - cut.openBelow) * t ** 1.15
        : y > cut.buttonY
          ? 0.02 + cut.vOpen * t ** 1.15
          : 0.02 + cut.openBelow * smoothstep(cut.buttonY, cut.hemY, y),
    )
  }
  const span = body.chestY - cut.hemY
  const low = Math.max(4, Math.round((span / (0.031 * h)) * (full ? 1 : 0.55)))
  // Where legs bend, and their cloth hangs over others', coarse rows would fold through what is under them.
  const crease: [number, number] | undefined =
    full && (dressing.thrift ?? 0) < 2 ? [body.hipY - 0.075 * h, body.hipY + 0.05 * h] : undefined
  for (const { at: y, ...more } of stations(cut.hemY, body.chestY, low, dressing.bands ?? [], 0.0009 * h, crease)) {
    const zc = y > body.hipY ? body.section(y)[2] : body.section(body.hipY)[2] * 0.5
    const open = frontOpen(y)
    rows.push(
      ringRow([0, y, zc], [0, 0, 1], [1, 0, 0], body.shoulder[0] + 0.4 * cut.flare + 0.06 * h, y, { ...more, ...(open ? { open } : {}) }),
    )
  }
  const back = body.section(body.chestY)[2]
  const centre: Vec3 = [0, body.chestY, back]
  const neckZ = body.pose.at('neck')[2]
  const r = body.neckRadius * cut.neckline
  const high = full ? 9 : 6
  const collarAt = (c: number) => body.neckY + (cut.collarY + cut.ease * 0.55 - 0.014 * c) * h
  for (let i = 1; i <= high; i++) {
    const q = i / high
    const y = lerp(body.chestY, body.neckY, q)
    const open = frontOpen(y)
    rows.push({
      centre,
      reach: body.shoulder[0] + 0.12 * h,
      along: y,
      ...(open ? { open } : {}),
      ray: (theta) => {
        const c = Math.cos(theta)
        const s = Math.sin(theta)
        const target: Vec3 = [s * r - centre[0], collarAt(c) - centre[1], neckZ + c * r - centre[2]]
        const d = normalize(target)
        return normalize([lerp(s, d[0], q), lerp(0, d[1], q), lerp(c, d[2], q)])
      },
    })
  }
  // Above the chest rows draw in to the neck, but cloth is cut in one with what is below: its threads go straight up, and the back is
  // the front's mirror image, so that both meet on the shoulders.
  const chest = rows.find((row) => row.along >= body.chestY - 1e-6)!
  const quarter = Array.from({ length: 13 }, (_, k): readonly [x: number, theta: number] => {
    const theta = (k / 12) * (Math.PI / 2)
    const d = chest.ray(theta)
    return [march(field, ...chest.centre, ...d, chest.reach) * d[0], theta]
  })
  const threads = (p: Vec3, theta: number): readonly [number, number] => {
    const folded = Math.PI / 2 - Math.abs(Math.PI / 2 - (Math.PI - Math.abs(theta - Math.PI)))
    if (p[1] <= body.chestY) return [folded * GIRTH, p[1]]
    const x = Math.abs(p[0])
    const k = quarter.findIndex(([at]) => at > x)
    if (k < 0) return [(Math.PI / 2) * GIRTH + x - quarter.at(-1)![0], p[1]]
    const [[x0, a], [x1, c]] = [quarter[Math.max(0, k - 1)]!, quarter[Math.max(1, k)]!]
    return [lerp(a, c, (x - x0) / (x1 - x0)) * GIRTH, p[1]]
  }
  const grid = loft(b, {
    rows,
    columns,
    threads,
    // The trunk stops a little beyond the shoulder joint, where sleeves take over on the same surface, and at the collar.
    field: (x, y, z) => {
      const f = field(x, y, z)
      if (y < body.chestY - 0.1 * h) return f
      const above = (y - collarAt(0) + (0.014 * h * (z - neckZ)) / r) * 0.96
      return Math.max(f, Math.abs(x) - body.shoulder[0] * cut.reach, Math.min(above, r * 1.02 - Math.sqrt(x * x + (z - neckZ) ** 2)))
    },
    normals: dressing.normals ?? field,
    buried: (x, y, z) => Math.abs(x) > body.shoulder[0] * cut.reach - 0.006 * h && y > body.chestY - 0.1 * h && field(x, y, z) < -0.003,
    look,
    bind,
    hemStart: dressing.hem ?? (cut.hemY > body.waistY ? 0 : 0.005 * h),
    hemDepth: 0.04 * h,
    ...(cut.vOpen > 0 && cut.openBelow >= 0 && full && !dressing.covered ? { lining: 0.0035 * h } : {}),
    ...(dressing.fold ? { fold: dressing.fold } : {}),
    ...(dressing.paint ? { paint: dressing.paint } : {}),
  })
  if (cut.sleeve > 0) sleeves(b, body, field, cut, look, detail, weights, cut.sleeve, { ...dressing, threads })
  return grid
}

/** Sleeves, or bare arms when the field is the skin's. `from` skips the part a short sleeve hides. */
export function sleeves(
  b: MeshBuilder,
  body: Body,
  field: Field,
  cut: Pick<TopCut, 'armEase' | 'cuff'>,
  look: Look,
  detail: 'wide' | 'full',
  weights: SkinWeights,
  length: number,
  dressing: Dressing = {},
  from = 0,
): void {
  const { h } = body
  const full = detail === 'full'
  const thrift = dressing.thrift ?? 0
  const upper = Math.hypot(body.elbow[0] - body.shoulder[0], body.elbow[1] - body.shoulder[1])
  const lower = Math.hypot(body.wrist[0] - body.elbow[0], body.wrist[1] - body.elbow[1])
  const end = length <= 1 ? upper * length : upper + lower * (length - 1)
  const dir: Vec3 = normalize([body.elbow[0] - body.shoulder[0], body.elbow[1] - body.shoulder[1], 0])
  for (const side of [1, -1]) {
    const rows: LoftRow[] = []
    const push = (c: Vec3, a: Vec3, reach: number, along: number, more: Partial<LoftRow> = {}) =>
      rows.push(ringRow([side * c[0], c[1], c[2]], [0, 0, 1], [a[1], -side * a[0], 0], reach, along, more))
    const wide = (0.034 + Math.max(0, cut.armEase) * 1.4 + cut.cuff * 0.4) * h
    if (from === 0) {
      push(
        [body.shoulder[0] - 0.042 * h, body.shoulder[1] - 0.006 * h, body.shoulder[2]],
        normalize([1, -0.12, 0]),
        wide + 0.012 * h,
        -0.05 * h,
      )
      push(
        [body.shoulder[0] - 0.02 * h, body.shoulder[1] - 0.008 * h, body.shoulder[2]],
        normalize([1, -0.3, 0]),
        wide + 0.014 * h,
        -0.03 * h,
      )
      push(
        [body.shoulder[0] - 0.002 * h, body.shoulder[1] - 0.012 * h, body.shoulder[2]],
        normalize([0.9, -0.5, 0]),
        wide + 0.016 * h,
        -0.01 * h,
      )
    }
    const first = from === 0 ? 0.018 * h : upper * from
    const n = Math.max(3, Math.round(((end - first) / (0.021 * h)) * (full ? 1 : 0.6)))
    const seam: Band[] =
      from === 0 && 'sleeve' in cut ? [{ from: first + 0.004 * h, to: first + 0.0055 * h, lift: -0.0016 * h, tint: 0.6 }] : []
    const cuffs = [...seam, ...(dressing.cuffs ?? []).map((k) => ({ ...k, from: end - k.to, to: end - k.from }))]
    for (const [i, { at: s, ...more }] of stations(first, end, n, cuffs, 0.0008 * h).entries()) {
      const a = i === 0 && from === 0 ? normalize([dir[0] + 0.2, dir[1], 0]) : dir
      const onLower = Math.max(0, s - upper) / lower
      const z = lerp(body.shoulder[2], body.elbow[2], Math.min(1, s / upper)) + (body.wrist[2] - body.elbow[2]) * onLower
      push([body.shoulder[0] + dir[0] * s, body.shoulder[1] + dir[1] * s, z], a, wide + 0.03 * h, s, more)
    }
    // Up to its seam a sleeve lies in the trunk's cloth, and has its threads.
    const trunk = from === 0 ? dressing.threads : undefined
    const onArm = (p: Vec3) => (side * p[0] - body.shoulder[0]) * dir[0] + (p[1] - body.shoulder[1]) * dir[1]
    const threads = (p: Vec3, theta: number): readonly [number, number] => {
      const s = onArm(p)
      return trunk && s < first + 0.0047 * h
        ? [trunk([p[0], body.neckY, p[2]], 0)[0], p[1]]
        : [(Math.PI - Math.abs(theta - Math.PI)) * 0.07, -s]
    }
    loft(b, {
      rows,
      threads,
      columns: full ? 15 - 2 * thrift - (thrift > 1 ? 1 : 0) : 10 - (thrift > 1 ? 2 : 0),
      buried: (x, y, z) => field(x, y, z) < -0.004,
      field,
      look,
      bind: (p) => weights.body(p),
      hemEnd: from === 0 ? 0.0055 * h : 0,
      hemDepth: 0.03 * h,
      ...(dressing.fold ? { fold: dressing.fold } : {}),
      ...(dressing.paint ? { paint: dressing.paint } : {}),
    })
  }
}
