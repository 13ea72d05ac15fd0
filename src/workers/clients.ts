import { createEndpoint, proxy, type Remote, transfer, wrap } from 'comlink'
import type { RenderPlan } from '../film'
import type { OnProgress } from '../pipeline'
import { type CastSheet, type SpriteCast, sliceOf } from '../production'
import type { AudioDoor, SoundRequest, WrittenSound } from './audio-door'
import type { BuildDoor } from './build-door'
import type { PictureRequest, SheetRequest, SpritesRequest, StillRequest } from './engine-api'
import type { PlanDoor } from './plan-door'
import type { RenderDoor, SliceFor } from './render-door'

/** Starts the planner's worker. */
export function startPlanWorker(): { readonly door: Remote<PlanDoor>; readonly terminate: () => void } {
  const worker = new Worker(new URL('./plan.worker.ts', import.meta.url), { type: 'module', name: 'plan' })
  return { door: wrap<PlanDoor>(worker), terminate: () => worker.terminate() }
}

/** Starts the worker that builds meshes for the viewport. */
export function startBuildWorker(): { readonly door: Remote<BuildDoor>; readonly terminate: () => void } {
  const worker = new Worker(new URL('./build.worker.ts', import.meta.url), { type: 'module', name: 'build' })
  return { door: wrap<BuildDoor>(worker), terminate: () => worker.terminate() }
}

/** A film's sound in its worker. */
export interface AudioClient {
  readonly door: Remote<AudioDoor>
  wav(request: SoundRequest, onProgress?: OnProgress): Promise<WrittenSound>
  terminate(): void
}

/**
 * Starts the worker that mixes the sound of the film that a planner holds.
 * @param storeBase loopback store; without it the browser's own disk.
 */
export async function startAudioWorker(planner: Remote<PlanDoor>, storeBase?: string): Promise<AudioClient> {
  const worker = new Worker(new URL('./audio.worker.ts', import.meta.url), { type: 'module', name: 'audio' })
  const Door = wrap<typeof AudioDoor>(worker)
  const door = await new Door(storeBase)
  const port = await planner[createEndpoint]()
  await door.meetPlanner(transfer(port, [port]))
  return {
    door,
    wav: (request, onProgress) => door.wav(request, onProgress && proxy(onProgress)),
    terminate: () => worker.terminate(),
  }
}

/** How a planned sheet is drawn: its pictures' height, and the file. */
type SheetLook = Omit<PictureRequest, 'width'> & { readonly file: string }

/** The renderer in its worker, with a film's index and slices handed to it. */
export interface RenderClient {
  readonly door: Remote<RenderDoor>
  still(plan: RenderPlan, sliceFor: SliceFor, request: StillRequest): ReturnType<RenderDoor['still']>
  sheet(plan: RenderPlan, sliceFor: SliceFor, request: SheetRequest, onProgress?: OnProgress): ReturnType<RenderDoor['sheet']>
  /** Draws a planned sheet of people, or of what is in store. */
  plannedSheet(sheet: CastSheet, request: SheetLook, onProgress?: OnProgress): ReturnType<RenderDoor['sheet']>
  sprites(cast: SpriteCast, request: SpritesRequest, onProgress?: OnProgress): ReturnType<RenderDoor['sprites']>
  bench(
    plan: RenderPlan,
    sliceFor: SliceFor,
    size: Parameters<RenderDoor['bench']>[2],
    onProgress?: OnProgress,
  ): ReturnType<RenderDoor['bench']>
  benchWorld(
    plan: RenderPlan,
    sliceFor: SliceFor,
    options: Parameters<RenderDoor['benchWorld']>[2],
    onProgress?: OnProgress,
  ): ReturnType<RenderDoor['benchWorld']>
  benchKernels(options: Parameters<RenderDoor['benchKernels']>[0], onProgress?: OnProgress): ReturnType<RenderDoor['benchKernels']>
  terminate(): void
}

/**
 * Starts a worker of renderers and makes their doors: they share its thread, its graphics device and so its shaders.
 * @param storeBase loopback store; without it they keep files on the browser's own disk.
 */
export async function startRendererDoors(
  count: number,
  storeBase?: string,
): Promise<{ readonly doors: readonly Remote<RenderDoor>[]; readonly terminate: () => void }> {
  const worker = new Worker(new URL('./render.worker.ts', import.meta.url), { type: 'module', name: 'render' })
  const Door = wrap<typeof RenderDoor>(worker)
  const doors = await Promise.all(Array.from({ length: count }, () => new Door(storeBase)))
  return { doors, terminate: () => worker.terminate() }
}

/**
 * Starts the renderer's worker.
 * @param storeBase loopback store; without it the browser's own disk.
 */
export async function startRenderWorker(storeBase?: string): Promise<RenderClient> {
  const { doors, terminate } = await startRendererDoors(1, storeBase)
  const door = doors[0] as Remote<RenderDoor>
  const heard = (onProgress?: OnProgress) => (onProgress ? proxy(onProgress) : undefined)
  return {
    door,
    still: (plan, sliceFor, request) => door.still(plan, proxy(sliceFor), request),
    sheet: (plan, sliceFor, request, onProgress) => door.sheet(plan, proxy(sliceFor), request, heard(onProgress)),
    plannedSheet({ store, labels, columns, aspect }, { style, quality, height, file }, onProgress) {
      const width = 2 * Math.round((height * aspect) / 2)
      const request: SheetRequest = { style, quality, width, height, labels, columns, file }
      return door.sheet(
        store.plan,
        proxy(async (key: string) => sliceOf(store, key)),
        request,
        heard(onProgress),
      )
    },
    sprites: (cast, request, onProgress) => door.sprites(cast, request, heard(onProgress)),
    bench: (plan, sliceFor, size, onProgress) => door.bench(plan, proxy(sliceFor), size, heard(onProgress)),
    benchWorld: (plan, sliceFor, options, onProgress) => door.benchWorld(plan, proxy(sliceFor), options, heard(onProgress)),
    benchKernels: (options, onProgress) => door.benchKernels(options, heard(onProgress)),
    terminate,
  }
}
