import { InputError } from '../../film'
import type { Stage, TaskSpec } from '../../pipeline'
import type { PlannedArtifact } from '../crew'
import type { FilmRun } from './film-run'

/** A task that asks the planner for an artifact and keeps it. Planning takes seconds and is always done: the plan must be in memory to shoot. */
function planned(
  run: FilmRun,
  phase: string,
  name: PlannedArtifact,
  title: string,
  inputs: readonly string[],
  needs: readonly string[] = [],
): TaskSpec {
  return {
    id: `${phase}/${name}`,
    phase,
    title,
    needs,
    inputs,
    outputs: [name],
    cheap: true,
    run: async (context) => {
      await context.write(name, await run.crew.planner.artifact(name), { parents: inputs, parameters: { build: run.build } })
      return undefined
    },
  }
}

/** Phase 1: refuses a production with errors before anything is made. */
export const validateStage = (run: FilmRun): Stage => ({
  name: 'validate',
  title: 'Validate',
  needs: [],
  gives: ['Production'],
  tasks: () => [
    {
      id: 'validate/production',
      phase: 'validate',
      title: 'check the production',
      needs: [],
      inputs: [],
      outputs: ['Production'],
      cheap: true,
      run: async (context) => {
        const errors = run.diagnostics.filter((d) => d.severity === 'error')
        if (errors.length > 0) throw new InputError(run.diagnostics)
        for (const d of run.diagnostics) if (d.severity === 'warning') context.warn(`${d.message} (${d.remedy})`)
        await context.write('Production', run.production, {
          schema: 'Production',
          schemaVersion: '1.0.0',
          parameters: { build: run.build },
        })
        return undefined
      },
    },
  ],
})

/** Phase 2: the screenplay read, broken down and cut into shots. */
export const prepareStage = (run: FilmRun): Stage => ({
  name: 'prepare',
  title: 'Prepare',
  needs: ['Production'],
  gives: ['Script', 'Breakdown', 'Voices', 'ShotList'],
  tasks: () => [
    planned(run, 'prepare', 'Script', 'read the screenplay', ['Production']),
    planned(run, 'prepare', 'Breakdown', 'break it down', ['Script'], ['prepare/Script']),
    planned(run, 'prepare', 'Voices', 'cast and record the voices', ['Script', 'Production'], ['prepare/Breakdown']),
    planned(run, 'prepare', 'ShotList', 'list the shots by what their lines take', ['Script', 'Breakdown', 'Voices'], ['prepare/Voices']),
  ],
})

/** Phase 3: who is in the film. */
export const charactersStage = (run: FilmRun): Stage => ({
  name: 'characters',
  title: 'Characters',
  needs: ['Script'],
  gives: ['Characters'],
  tasks: () => [planned(run, 'characters', 'Characters', 'cast the characters', ['Script', 'Production'])],
})

/** Phase 4: where it plays. */
export const locationsStage = (run: FilmRun): Stage => ({
  name: 'locations',
  title: 'Locations',
  needs: ['Script', 'Breakdown', 'Characters'],
  gives: ['AssetManifest'],
  tasks: () => [planned(run, 'locations', 'AssetManifest', 'design and dress the sets', ['Script', 'Breakdown', 'Characters'])],
})
