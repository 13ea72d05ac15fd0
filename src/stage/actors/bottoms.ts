import { lerp, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import { type LoftRow, loft, ringRow, stations } from './loft'
import type { Look, MeshBuilder } from './mesh-builder'
import { capsule, type Field, march, smin } from './sdf'
import type { SkinWeights } from './skin-weights'
import type { Dressing } from './tops'

/** How trousers are cut; statures, heights in metres. */
export interface LegCut {
  readonly ease: number
  /** Ease at the waist, so that a tucked shirt is covered. */
  readonly waistEase: number
  /** Straightness: least radius of the leg. */
  readonly straight: number
  readonly hemY: number
  readonly topY: number
  readonly quilt: number
}

/** The field of trousers. */
export function legField(body: Body, cut: LegCut): Field {
  const { h } = body
  const hip = body.pose.at('leftUpperLeg')
  const ankle = body.pose.at('leftFoot')
  const limb = 1 + 0.34 * body.fat
  return (x, y, z) => {
    const u = Math.abs(x)
    const ease = lerp(cut.ease, cut.waistEase, smoothstep(body.hipY + 0.02 * h, body.hipY + 0.08 * h, y))
    let d = body.trunkAndLegs(x, y, z) - ease * h
    if (cut.straight > 0)
      d = smin(
        d,
        capsule(
          u,
          y,
          z,
          hip[0] * 1.04,
          hip[1] - 0.06 * h,
          hip[2],
          ankle[0],
          ankle[1] - 0.03 * h,
          ankle[2],
          cut.straight * 1.2 * h * limb,
          cut.straight * h,
        ),
        0.014 * h,
      )
    if (cut.quilt > 0 && d > -0.03 && d < 0.03) d -= cut.quilt * (Math.abs(Math.sin((y - body.hipY) * 42 * (1.75 / h))) ** 0.6 - 0.4)
    return d
  }
}

/** How far each half of trousers goes beyond the middle, statures. */
const OVERLAP = 0.007

/**
 * A ring of rays of which one meets each corner, where a half's outline turns from the surface to the cut in the middle: a chord
 * across a corner would leave the fly open.
 */
function cornered(row: LoftRow, columns: number, corners: readonly number[]): LoftRow {
  const step = (Math.PI * 2) / columns
  const moved = new Map(corners.map((a) => [Math.round(a / step) % columns, a]))
  return { ...row, ray: (theta) => row.ray(moved.get(Math.round(theta / step) % columns) ?? theta) }
}

/** Two legs that meet in the middle; each is cut a little beyond it, so that the halves overlap on one surface. */
export function legs(
  b: MeshBuilder,
  body: Body,
  weights: SkinWeights,
  field: Field,
  cut: Pick<LegCut, 'hemY' | 'topY'>,
  look: Look,
  detail: 'wide' | 'full',
  hem: number,
  dressing: Dressing = {},
): void {
  const { h } = body
  const full = detail === 'full'
  const columns = full ? 17 : 11
  const hip = body.pose.at('leftUpperLeg')
  const knee = body.pose.at('leftLowerLeg')
  const ankle = body.pose.at('leftFoot')
  for (const side of [1, -1]) {
    const rows: LoftRow[] = []
    const n = Math.max(5, Math.round(((cut.topY - cut.hemY) / (0.037 * h)) * (full ? 1 : 0.6)))
    for (const { at: y, ...more } of stations(cut.hemY, cut.topY, n, dressing.bands ?? [], 0.0008 * h)) {
      const t = (y - ankle[1]) / (knee[1] - ankle[1])
      const k = (y - knee[1]) / (hip[1] - knee[1])
      const pelvis = smoothstep(0.85, 1.15, k)
      const c: Vec3 =
        y < knee[1]
          ? [lerp(ankle[0], knee[0], t), y, lerp(ankle[2], knee[2], t)]
          : [
              lerp(lerp(knee[0], hip[0], Math.min(1, k)), hip[0] * 0.75, pelvis),
              y,
              lerp(lerp(knee[2], hip[2], Math.min(1, k)), y > body.hipY ? body.section(y)[2] : 0, pelvis),
            ]
      const row = ringRow([side * c[0], c[1], c[2]], [0, 0, 1], [1, 0, 0], 0.2 * h, y, more)
      const lift = more.lift ?? 0
      const outline: Field = lift ? (x, v, z) => field(x, v, z) - lift : field
      const middle = -side * OVERLAP * 0.98 * h
      // Above the crotch the two halves meet before and behind.
      const corners =
        outline(middle, y, c[2]) < 0
          ? [1, -1].map((way) => {
              const z = way * march(outline, middle, y, c[2], 0, 0, way, 0.2 * h)
              return (Math.atan2(middle - side * c[0], z) + Math.PI * 2) % (Math.PI * 2)
            })
          : []
      rows.push(cornered(row, columns, corners))
    }
    loft(b, {
      rows,
      columns,
      girth: 0.09,
      field: (x, y, z) => Math.max(field(x, y, z), -side * x - OVERLAP * h),
      lifted: (lift) => (x, y, z) => Math.max(field(x, y, z) - lift, -side * x - OVERLAP * h),
      normals: field,
      look,
      bind: dressing.bind ?? ((p) => weights.body(p)),
      hemStart: hem,
      hemDepth: 0.03 * h,
      ...(dressing.fold ? { fold: dressing.fold } : {}),
      ...(dressing.paint ? { paint: dressing.paint } : {}),
    })
  }
}
