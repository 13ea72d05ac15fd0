import { quatLookAt, quatRotate, type ShotSlice, type Vec3 } from '../../film'
import { cameraAt } from '../../motion'
import type { PictureSpace } from './picture-space'

/** How far before the lens its field is drawn, metres. */
const FIELD_M = 0.5
/** Steps by which a camera's way is drawn. */
const WAY_STEPS = 40

/** The shot's camera as a free walk sees it: its field at each point of its way, and the way. */
export function CameraShape({ slice: { shot }, space }: { readonly slice: ShotSlice; readonly space: PictureSpace }) {
  const { camera, aspect, key, frames, fps } = shot
  const line = (points: readonly Vec3[]): string => {
    const seen = points.map((p) => space.at(p)?.pixel)
    return seen.map((p, i) => (p ? `${seen[i - 1] ? 'L' : 'M'}${p[0].toFixed(1)} ${p[1].toFixed(1)}` : '')).join('')
  }
  const fields = camera.keys.map((k) => {
    const half = (camera.sensorWidthMm / 2 / (k.lensMm ?? camera.lensMm)) * FIELD_M
    const turned = quatLookAt(k.position, k.target, k.roll)
    const corner = (i: number, j: number): Vec3 => {
      const [x, y, z] = quatRotate(turned, [i * half, (j * half) / aspect, -FIELD_M])
      return [k.position[0] + x, k.position[1] + y, k.position[2] + z]
    }
    const corners = [corner(-1, 1), corner(1, 1), corner(1, -1), corner(-1, -1)] as const
    return [line([...corners, corners[0]]), ...corners.map((c) => line([k.position, c])), line([k.position, k.target])].join('')
  })
  const seconds = (frames * fps.den) / fps.num
  const way =
    camera.keys.length > 1
      ? line(
          Array.from(
            { length: WAY_STEPS + 1 },
            (_, i) => cameraAt({ ...camera, handheld: 0 }, aspect, key, (seconds * i) / WAY_STEPS).position,
          ),
        )
      : ''
  return (
    <>
      <path className="gizmo-field" d={fields.join('')} />
      {way && <path className="gizmo-way" d={way} />}
    </>
  )
}
