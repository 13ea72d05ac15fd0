import { PipelineError, type TaskSpec } from '../../pipeline'
import type { SpriteSheet } from '../artifacts'
import type { SpriteJob } from '../crew'
import type { SpriteCast } from '../sprites'
import { type FilmRun, runFile } from './film-run'
import { hooksOf } from './hooks'

/** Name of the artifact that lists the files of a sheet. */
export const spriteArtifact = (name: string): string => `SpriteSheet.${name}`

/** Where the files of a run's sheets stand in the store. */
export const spriteFolder = (run: Pick<FilmRun, 'project' | 'runId'>): string => runFile(run, 'sprites/')

/** A task for each sheet of sprites that the production wants beside its films. */
export const spriteTasks = (run: FilmRun): TaskSpec[] => run.sprites.map((job) => spriteTask(run, job))

function spriteTask(run: FilmRun, job: SpriteJob): TaskSpec {
  return {
    id: `export/sprites:${job.name}`,
    phase: 'export',
    title: `sprites ${job.name}`,
    needs: [],
    inputs: ['Characters'],
    outputs: [spriteArtifact(job.name)],
    resource: 'render',
    affinity: `sprites ${job.name}`,
    units: job.directions * job.frames,
    run: async (context) => {
      const who = await characterOf(run, job)
      const renderer = run.crew.renderers[context.slot]
      if (!renderer?.sprites) throw new Error('export: this renderer draws no sprites')
      const files = await renderer.sprites(job, who, spriteFolder(run), hooksOf(run, context))
      const sheet: SpriteSheet = {
        schema: 'SpriteSheet',
        version: '1.0.0',
        character: who.cast.key,
        style: job.style.id,
        files: [...files],
      }
      await context.write(spriteArtifact(job.name), sheet, { parents: ['Characters'], parameters: { build: run.build, style: job.style } })
      return undefined
    },
  }
}

async function characterOf(run: FilmRun, { name, character }: SpriteJob): Promise<SpriteCast> {
  try {
    return await run.crew.planner.character(character)
  } catch (error) {
    // From another thread it comes as a plain error with the same words.
    throw new PipelineError('export', name, error instanceof Error ? error.message : String(error), 'name somebody of the film')
  }
}
