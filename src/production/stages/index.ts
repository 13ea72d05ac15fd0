import type { Stage } from '../../pipeline'
import { exportStage } from './export'
import type { FilmRun } from './film-run'
import { finalizeStage } from './finalize'
import { charactersStage, locationsStage, prepareStage, validateStage } from './planning'
import { postProcessStage } from './post-process'
import { shotsStage } from './shots'

export { outputArtifact, outputFile } from './export'
export { type FilmRun, runFile } from './film-run'
export { type SegmentList, whyMissing } from './shots'
export { spriteArtifact, spriteFolder } from './sprites'

/** The eight phases of a production, in order. */
export const filmStages = (run: FilmRun): Stage[] => [
  validateStage(run),
  prepareStage(run),
  charactersStage(run),
  locationsStage(run),
  shotsStage(run),
  postProcessStage(run),
  exportStage(run),
  finalizeStage(run),
]
