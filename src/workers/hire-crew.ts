import { createEndpoint, type Remote, transfer } from 'comlink'
import type { Crew, FilmShape, OutputFormat, RenderHooks, ShotRenderer } from '../production'
import { unwrap } from './answers'
import { startBuildWorker, startRendererDoors } from './clients'
import { lineTo } from './gate-line'
import { loadSpeech } from './load-speech'
import type { PlanDoor } from './plan-door'
import { isDrawnByProcessor } from './pool-size'
import type { RenderDoor } from './render-door'

/** A crew in workers of its own. */
export interface HiredCrew extends Crew {
  /** Sends the renderers and the builder home. */
  dismiss(): void
}

/**
 * Starts renderers, each in a worker with a graphics device of its own, and one that builds for all of them; the planner is
 * there already. Where the processor draws, they share a worker and its device: it would compile every shader for each.
 * @param storeBase loopback store; without it the browser's own disk.
 */
export async function hireCrew(planner: Remote<PlanDoor>, count: number, storeBase?: string): Promise<HiredCrew> {
  const builder = startBuildWorker()
  await builder.door.meetPlanner(...(await line(planner)))
  const workers = (await isDrawnByProcessor())
    ? [await startRendererDoors(count, storeBase)]
    : await Promise.all(Array.from({ length: count }, () => startRendererDoors(1, storeBase)))
  const doors = workers.flatMap((worker) => worker.doors)
  for (const door of doors) {
    await door.meetPlanner(...(await line(planner)))
    await door.meetBuilder(...(await line(builder.door)))
    // While the run reads what it is to make.
    void door.warm()
  }
  return {
    planner: {
      artifact: (name) => planner.artifact(name),
      slice: (key) => planner.slice(key),
      character: (name) => planner.character(name),
    },
    expect: (shotKey) => void builder.door.expect(shotKey),
    renderers: doors.map(remoteRenderer),
    loadSpeaker: loadSpeech,
    dismiss: () => {
      for (const worker of [builder, ...workers]) worker.terminate()
    },
  }
}

/** A port to a door, as something that is given away. */
async function line(door: Remote<unknown>): Promise<[MessagePort]> {
  const port = await door[createEndpoint]()
  return [transfer(port, [port])]
}

function remoteRenderer(door: Remote<RenderDoor>): ShotRenderer {
  const where = (output: OutputFormat) => output.name
  return {
    probe: async (output, film: FilmShape) => unwrap(await door.probe(output, shape(film)), 'shots', where(output)),
    segment: async (job, output, film, hooks, promised) =>
      unwrap(
        await hooked(hooks, async (far) => door.segment(job, output, shape(film), transfer(far, [far]), promised)),
        'shots',
        `${job.address}, frame ${job.first}`,
      ),
    slate: async (job, output, film, text) => unwrap(await door.slate(job, output, shape(film), text), 'export', job.address),
    rough: async (job, film, hooks) =>
      unwrap(await hooked(hooks, async (far) => door.rough(job, shape(film), transfer(far, [far]))), 'shots', job.shotKey),
    sprites: async (job, who, folder, hooks) =>
      unwrap(await hooked(hooks, async (far) => door.spriteSheet(job, who, folder, transfer(far, [far]))), 'export', job.name),
    measure: async (key, output, film) => unwrap(await door.measure(key, output, shape(film)), 'shots', key),
  }
}

/** Has a renderer work with a line to the hooks, and hangs up when it is done. Slices it asks the planner for itself. */
async function hooked<T>(hooks: RenderHooks, work: (far: MessagePort) => Promise<T>): Promise<T> {
  const { far, close } = lineTo(hooks)
  try {
    return await work(far)
  } finally {
    close()
  }
}

/** Only what is asked for crosses to the other thread: callers hand over whole plans. */
const shape = ({ fps, aspect }: FilmShape): FilmShape => ({ fps, aspect })
