import { CAMERA_RANGES } from '../../departments/camera'
import { CAMERA_MOUNTS, type CameraField, CameraMove, cameraPointNumber, distance } from '../../film'
import { CAMERA_FILES, type CameraFileKind, cameraFile } from '../../production/camera-files'
import { SaveModel } from '../panels/save-model'
import { saveFile } from '../store/save-file'
import { CameraWay } from './camera-way'
import { Choice, Figure } from './figure'
import { aimedBy, cameraIndex, type Hand, handValue, panTiltOf } from './hand'
import { PlaceFigures } from './place-figures'

const MOVES = CameraMove.options.map((m) => [m, m.replace('-', ' ')] as const)
const MOUNTS = [['', 'as planned'], ...CAMERA_MOUNTS.map((m) => [m, m.replace('-', ' ')] as const)] as const
const EASES = [
  ['smooth', 'eased'],
  ['linear', 'even'],
] as const

/** Lens, place, aim, aperture, focus and move of the shot's camera; of one that goes somewhere, at each point of its way. */
export function CameraTab(hand: Hand) {
  const { slice, shot, edit, edits, unedit, put } = hand
  const { camera } = slice.shot
  const index = cameraIndex(hand)
  const key = camera.keys[index]
  const point = String(cameraPointNumber(camera, index))
  const position = key?.position ?? [0, 1.5, 0]
  const target = key?.target ?? [0, 1.5, -3]
  const looked = distance(position, target)
  const { panDeg, tiltDeg } = panTiltOf(position, target)
  const turn = (pan: number, tilt: number) =>
    void put({ kind: 'aim', key: point, place: target }, { place: aimedBy(position, looked, pan, tilt), isFree: true })
  const focus = camera.focus.kind === 'distance' ? camera.focus.metres : looked
  const name = camera.focus.kind === 'actor' ? camera.focus.actor : undefined
  const wished = String(handValue(edits, shot.key, 'camera.mount') ?? '')
  const mounted = wished || (camera.rig ?? '')
  const set = (field: CameraField, value: number | string, base: number | string) =>
    edit({ target: shot.key, path: `camera.${field}`, value, base })
  const figure = (field: keyof typeof CAMERA_RANGES, label: string, unit: string, value: number, step: number) => (
    <Figure
      label={label}
      unit={unit}
      value={value}
      least={CAMERA_RANGES[field][0]}
      most={CAMERA_RANGES[field][1]}
      step={step}
      onChange={(v) => set(field, v, value)}
    />
  )
  return (
    <div className="plan-row">
      {figure('lensMm', 'Lens', 'mm', camera.lensMm, 1)}
      <CameraWay hand={hand} />
      <PlaceFigures hand={hand} held={{ kind: 'camera', key: point, place: position }} labels={['Camera x', 'Camera height', 'Camera z']} />
      <Figure label="Pan" unit="°" value={panDeg} least={-180} most={180} step={1} onChange={(v) => turn(v, tiltDeg)} />
      <Figure label="Tilt" unit="°" value={tiltDeg} least={-89} most={89} step={1} onChange={(v) => turn(panDeg, v)} />
      <PlaceFigures
        hand={hand}
        held={{ kind: 'aim', key: point, place: target }}
        labels={['Looks at x', 'Looks at height', 'Looks at z']}
      />
      {figure('fStop', 'Aperture f/', '', camera.fStop, 0.1)}
      {figure('focusM', 'Focus', name ? `m (follows ${name.replaceAll('-', ' ')})` : 'm', focus, 0.1)}
      <Choice label="Move" testId="camera-move" value={shot.move} options={MOVES} onChange={(move) => set('move', move, shot.move)} />
      <Choice
        label="Mounted on"
        testId="camera-mount"
        value={mounted}
        options={MOUNTS}
        onChange={(mount) => void (mount === '' ? unedit(shot.key, 'camera.mount') : set('mount', mount, camera.rig ?? ''))}
      />
      {wished !== '' && camera.rig !== wished && (
        <p className="plan-problem" role="status">
          There is nothing here that a camera could be mounted on so ({wished.replace('-', ' ')}): it stands as planned.
        </p>
      )}
      <Choice label="Ease" testId="camera-ease" value={camera.ease} options={EASES} onChange={(ease) => set('ease', ease, camera.ease)} />
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
      <SaveModel wish={{ kind: 'shot', slice }} name={shot.address}>
        Save the shot as glTF
      </SaveModel>
    </div>
  )
}
