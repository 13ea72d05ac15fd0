import { cameraWayAt, POINT_APART_S } from '../../departments/camera'
import { cameraPointNumber, readEditPath } from '../../film'
import { Choice, Figure } from './figure'
import { ADDED_POINT, cameraIndex, type Hand, NOWHERE } from './hand'

/** The points that a camera's way goes through: which one is edited, when it is reached, one more, one less. */
export function CameraWay({ hand }: { readonly hand: Hand }) {
  const { slice, shot, timeS, edits, edit, unedit, pick, say } = hand
  const { camera } = slice.shot
  const index = cameraIndex(hand)
  const key = camera.keys[index]
  if (!key) return null
  const n = cameraPointNumber(camera, index)
  const path = `camera.keys.${n}`
  const lengthS = (shot.frames * slice.shot.fps.den) / slice.shot.fps.num
  const isTaken = (t: number, but?: number) => camera.keys.some((k, i) => i !== but && Math.abs(k.t - t) < POINT_APART_S)
  const move = (at: number) => {
    if (isTaken(at, index)) say('Another point of the way is at that time')
    else void edit({ target: shot.key, path: `${path}.at`, value: at, base: key.t })
  }
  const add = () => {
    const at = Math.round(timeS * 100) / 100
    if (isTaken(at)) {
      say('There is a point of the way already at this frame: go to another frame first')
      return
    }
    const taken = edits.flatMap((e) => {
      const read = e.target === shot.key ? readEditPath(e.path) : undefined
      return read?.kind === 'key' ? [read.index] : []
    })
    const one = Math.max(ADDED_POINT - 1, ...taken) + 1
    const there = cameraWayAt(camera, at)
    pick({ kind: 'camera', key: String(one) })
    void edit(
      { target: shot.key, path: `camera.keys.${one}.at`, value: at, base: -1 },
      { target: shot.key, path: `camera.keys.${one}.position`, value: there.position, base: NOWHERE },
      { target: shot.key, path: `camera.keys.${one}.target`, value: there.target, base: NOWHERE },
    )
  }
  const takeOut = () => {
    pick(undefined)
    void (n >= ADDED_POINT ? unedit(shot.key, path) : edit({ target: shot.key, path: `${path}.gone`, value: 1, base: 0 }))
  }
  return (
    <>
      {camera.keys.length > 1 && (
        <>
          <Choice
            label="Point of its way"
            testId="camera-key"
            value={String(n)}
            options={camera.keys.map(
              (k, i) => [String(cameraPointNumber(camera, i)), `${i + 1} of ${camera.keys.length}, at ${k.t.toFixed(1)} s`] as const,
            )}
            onChange={(k) => pick({ kind: 'camera', key: k })}
          />
          <Figure label="Reached at" unit="s" value={key.t} least={0} most={lengthS} step={0.1} onChange={move} />
          <button type="button" data-testid="remove-camera-key" onClick={takeOut}>
            Take the point out
          </button>
        </>
      )}
      <button type="button" data-testid="add-camera-key" onClick={add}>
        Add a point at this frame
      </button>
    </>
  )
}
