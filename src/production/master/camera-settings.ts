import type { Shot } from '../../film'
import { defined } from './plain-data'
import type { CameraSettings } from './plan-settings'
import type { ResolvedShot } from './resolved'

/** What a production's own camera asks of every shot. */
export const cameraSettings = (camera: ResolvedShot['camera']): CameraSettings =>
  defined({
    size: camera.size as Shot['size'] | undefined,
    framing: camera.framing as Shot['framing'] | undefined,
    angle: camera.angle as Shot['angle'] | undefined,
    move: camera.move as Shot['move'] | undefined,
    moveAmount: camera.amount,
    lensMm: camera.lens_mm,
    lenses: camera.lenses as Shot['lenses'],
    mount: camera.mount as Shot['mount'],
  }) as CameraSettings
