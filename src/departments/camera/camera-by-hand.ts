import { type CameraPlan, type HandEdit, readEditPath } from '../../film'

/** Lenses a hand may put on, millimetres. */
const LENSES = { least: 8, most: 400 } as const

/** A camera as somebody put it, and the edits that find nothing in it. */
export interface CameraByHand {
  readonly camera: CameraPlan
  readonly lost: readonly HandEdit[]
}

/** Lays what was moved by hand over a shot's camera. Edits of anything else than cameras are lost on it. */
export function cameraByHand(camera: CameraPlan, edits: readonly HandEdit[]): CameraByHand {
  const lost: HandEdit[] = []
  let made = camera
  for (const edit of edits) {
    const path = readEditPath(edit.path)
    if (path?.kind === 'lens' && typeof edit.value === 'number')
      made = { ...made, lensMm: Math.min(LENSES.most, Math.max(LENSES.least, edit.value)) }
    else if (path?.kind === 'camera' && typeof edit.value !== 'number' && made.keys[path.index]) {
      const { value } = edit
      made = { ...made, keys: made.keys.map((k, i) => (i === path.index ? { ...k, [path.point]: value } : k)) }
    } else lost.push(edit)
  }
  return made === camera ? { camera, lost } : { camera: { ...made, why: [...made.why, 'moved by hand'] }, lost }
}
