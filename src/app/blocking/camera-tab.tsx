import { CAMERA_RANGES } from '../../departments/camera'
import { type CameraField, CameraMove } from '../../film'
import { CAMERA_FILES, type CameraFileKind, cameraFile } from '../../production/camera-files'
import { saveFile } from '../store/save-file'
import { Choice, Figure } from './figure'
import type { Hand } from './hand'

const MOVES = CameraMove.options.map((m) => [m, m.replace('-', ' ')] as const)
const EASES = [
  ['smooth', 'eased'],
  ['linear', 'even'],
] as const

/** Lens, height, aperture, focus and move of the shot's camera. */
export function CameraTab({ slice, shot, edit }: Hand) {
  const { camera } = slice.shot
  const [first] = camera.keys
  const height = first?.position ?? [0, 1.5, 0]
  const looked = first ? Math.hypot(...([0, 1, 2] as const).map((i) => first.target[i] - first.position[i])) : 3
  const focus = camera.focus.kind === 'distance' ? camera.focus.metres : looked
  const name = camera.focus.kind === 'actor' ? camera.focus.actor : undefined
  const put = (field: CameraField, value: number | string, base: number | string) =>
    edit({ target: shot.key, path: `camera.${field}`, value, base })
  const figure = (field: keyof typeof CAMERA_RANGES, label: string, unit: string, value: number, step: number) => (
    <Figure
      label={label}
      unit={unit}
      value={value}
      least={CAMERA_RANGES[field][0]}
      most={CAMERA_RANGES[field][1]}
      step={step}
      onChange={(v) => put(field, v, value)}
    />
  )
  return (
    <div className="plan-row">
      {figure('lensMm', 'Lens', 'mm', camera.lensMm, 1)}
      <Figure
        label="Camera height"
        unit="m"
        value={height[1]}
        least={0.05}
        most={30}
        step={0.05}
        onChange={(y) => edit({ target: shot.key, path: 'camera.keys.0.position', value: [height[0], y, height[2]], base: height })}
      />
      {figure('fStop', 'Aperture f/', '', camera.fStop, 0.1)}
      {figure('focusM', 'Focus', name ? `m (follows ${name.replaceAll('-', ' ')})` : 'm', focus, 0.1)}
      <Choice label="Move" testId="camera-move" value={shot.move} options={MOVES} onChange={(move) => put('move', move, shot.move)} />
      <Choice label="Ease" testId="camera-ease" value={camera.ease} options={EASES} onChange={(ease) => put('ease', ease, camera.ease)} />
      {figure('handheld', 'Hand-held', '', camera.handheld, 0.1)}
      <select
        aria-label="Save this shot's camera"
        data-testid="save-camera"
        value=""
        onChange={(e) => {
          const kind = e.target.value as CameraFileKind
          saveFile(`${shot.address}.${kind}`, cameraFile(slice, kind))
        }}
      >
        <option value="" disabled>
          Save camera …
        </option>
        {Object.entries(CAMERA_FILES).map(([kind, reader]) => (
          <option key={kind} value={kind}>
            {reader} (.{kind})
          </option>
        ))}
      </select>
    </div>
  )
}
