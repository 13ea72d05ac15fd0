import { STAIR_RISER_M } from '../../film'
import { box, shade } from '../geometry'
import type { PropBuilder } from './prop-shape'

/** A dais or a stage: a floor of boards on a panelled front, with a nosing. */
const raisedFloor: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#6b4c35', 'planks')
  b.use(wood)
  box(b, [0, h - 0.035, 0], [w, 0.035, d], 0.008)
  const face = s.accent('#513826', 'wood')
  b.use(shade(face, 0.85))
  box(b, [0, 0, 0], [w - 0.06, h - 0.035, d - 0.06])
  if (h < 0.3) return
  b.use(face)
  const n = Math.max(2, Math.round(w / 1.1))
  for (let i = 0; i < n; i++) box(b, [((i + 0.5) / n - 0.5) * (w - 0.1), 0.06, d / 2 - 0.03], [w / n - 0.12, h - 0.16, 0.03], 0.01)
}

/** Open steps up to a stage: low at the front, as high as the stage at the back. */
const stageSteps: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const n = Math.max(1, Math.round(h / STAIR_RISER_M))
  const wood = s.main('#6b4c35', 'wood')
  for (let i = 0; i < n; i++) {
    const z = d / 2 - (i + 0.5) * (d / n)
    const y = ((i + 1) * h) / n
    b.use(wood)
    box(b, [0, y - 0.035, z + 0.01], [w, 0.035, d / n + 0.025], 0.008)
    b.use(shade(wood, 0.7))
    box(b, [0, 0, z], [w - 0.05, y - 0.035, d / n])
  }
}

/** Builders by catalogue id. */
export const RAISED_FLOORS: Readonly<Record<string, PropBuilder>> = {
  dais: raisedFloor,
  'stage-floor': raisedFloor,
  'stage-steps': stageSteps,
}
