import { type Quat, quatMul, type Vec3 } from '../../film'
import { type CameraTrack, figure } from './camera-frames'

/** A quarter turn about x: y up becomes z up. */
const UP: Quat = [Math.SQRT1_2, 0, 0, Math.SQRT1_2]

/** A script for Blender 3 and newer (`blender -P shot.py`, or in its text editor): a camera with a key a frame. There z is up. */
export function blenderFile({ name, fps, aspect, sensorWidthMm, frames }: CameraTrack): string {
  const turned = ([x, y, z]: Vec3): readonly number[] => [x, -z, y]
  let before: Quat | undefined
  const keys = frames.map(({ position, quaternion, lensMm }) => {
    const q = quatMul(UP, quaternion)
    // A quaternion and its negative are one turn: the nearer to the one before does not spin.
    const sign = before && q.reduce((sum, v, i) => sum + v * (before?.[i] ?? 0), 0) < 0 ? -1 : 1
    const [x, y, z, w] = [q[0] * sign, q[1] * sign, q[2] * sign, q[3] * sign] as const
    before = [x, y, z, w]
    return `    ((${turned(position).map(figure).join(', ')}), (${[w, x, y, z].map(figure).join(', ')}), ${figure(lensMm)}),`
  })
  return `# The camera of ${name}: a key a frame.
import bpy

KEYS = (
${keys.join('\n')}
)

scene = bpy.context.scene
scene.render.fps = ${fps.num}
scene.render.fps_base = ${fps.den}
scene.render.resolution_x = ${2 * Math.round((1080 * aspect) / 2)}
scene.render.resolution_y = 1080
scene.frame_start = 1
scene.frame_end = len(KEYS)
data = bpy.data.cameras.new(${JSON.stringify(name)})
data.sensor_fit = "HORIZONTAL"
data.sensor_width = ${figure(sensorWidthMm)}
camera = bpy.data.objects.new(${JSON.stringify(name)}, data)
camera.rotation_mode = "QUATERNION"
scene.collection.objects.link(camera)
scene.camera = camera
for i, (location, rotation, lens) in enumerate(KEYS):
    camera.location = location
    camera.rotation_quaternion = rotation
    camera.keyframe_insert("location", frame=i + 1)
    camera.keyframe_insert("rotation_quaternion", frame=i + 1)
    data.lens = lens
    data.keyframe_insert("lens", frame=i + 1)
`
}
