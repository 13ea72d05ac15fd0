import type { ArtifactStore } from './artifact-store'
import { asPipelineError } from './failures'
import { PipelineError } from './pipeline-error'
import type { RunArtifacts } from './run-artifacts'
import type { RunView, Stage, TaskSpec } from './task'

/** What a stage may look at. */
export function viewOf(runId: string, store: ArtifactStore, artifacts: RunArtifacts): RunView {
  return {
    runId,
    store,
    read: (name) => artifacts.read(name),
    has: (name) => artifacts.has(name),
    stale: (name, note) => artifacts.stale(name, note),
  }
}

/**
 * The tasks that a stage begins with, when what it needs is there.
 * @throws PipelineError naming the artifact that is not there; or what the stage threw.
 */
export async function enterStage(stage: Stage, view: RunView): Promise<readonly TaskSpec[]> {
  for (const name of stage.needs)
    if (!(await view.has(name)))
      throw new PipelineError(
        stage.name,
        stage.title,
        `it needs ${name}, which no phase before it has made`,
        'run from an earlier phase, or register the stage that makes it',
      )
  try {
    return await stage.tasks(view)
  } catch (error) {
    throw asPipelineError(error, stage.name, stage.title)
  }
}

/** Holds a stage to what it promised. @throws PipelineError naming what it did not make. */
export async function leaveStage(stage: Stage, view: RunView): Promise<void> {
  for (const name of stage.gives)
    if (!(await view.has(name)))
      throw new PipelineError(stage.name, stage.title, `it promised ${name} and did not make it`, 'the stage must be mended')
}
