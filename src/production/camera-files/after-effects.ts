import type { Vec3 } from '../../film'
import { axesOf, type CameraTrack, degrees, figure, nearestTurn } from './camera-frames'

/** Pixels of the composition to a metre. */
const PIXELS_A_METRE = 100
const HEIGHT = 1080

/**
 * A script for After Effects (`File › Scripts › Run`): a composition as long as the shot, with a two-node camera that has a key a
 * frame. There x is right, y down and z away from us, a pixel is a centimetre.
 */
export function afterEffectsFile({ name, fps, aspect, frames }: CameraTrack): string {
  const width = 2 * Math.round((HEIGHT * aspect) / 2)
  const rate = fps.num / fps.den
  const place = ([x, y, z]: Vec3): string => `[${[x, -y, -z].map((v) => figure(v * PIXELS_A_METRE)).join(',')}]`
  let roll = 0
  const keys = frames.map((frame) => {
    const [right, , back] = axesOf(frame)
    const { position } = frame
    const ahead: Vec3 = [position[0] - back[0], position[1] - back[1], position[2] - back[2]]
    // Level, the camera's right has no height; where it dips, the camera leans clockwise. Both are as long as its view is level,
    // and looking straight down nothing is.
    const level = Math.hypot(back[0], back[2])
    roll = level < 1e-4 ? roll : nearestTurn(degrees(Math.atan2(-right[1], right[0] * back[2] - right[2] * back[0])), roll)
    return `[${place(position)},${place(ahead)},${figure(roll)},${figure(HEIGHT / 2 / Math.tan(frame.fovY / 2))}]`
  })
  return `// The camera of ${name}: a key a frame. Run it in After Effects (File > Scripts > Run Script File).
(function () {
  var keys = [
    ${keys.join(',\n    ')}
  ];
  app.beginUndoGroup("Camera of a shot");
  var comp = app.project.items.addComp(${JSON.stringify(name)}, ${width}, ${HEIGHT}, 1, ${figure(frames.length / rate)}, ${figure(rate)});
  var camera = comp.layers.addCamera("Camera", [0, 0]);
  var times = [], places = [], aims = [], rolls = [], zooms = [];
  for (var i = 0; i < keys.length; i++) {
    times.push(i / ${figure(rate)});
    places.push(keys[i][0]);
    aims.push(keys[i][1]);
    rolls.push(keys[i][2]);
    zooms.push(keys[i][3]);
  }
  camera.property("Position").setValuesAtTimes(times, places);
  camera.property("Point of Interest").setValuesAtTimes(times, aims);
  camera.property("Z Rotation").setValuesAtTimes(times, rolls);
  camera.property("Zoom").setValuesAtTimes(times, zooms);
  app.endUndoGroup();
})();
`
}
