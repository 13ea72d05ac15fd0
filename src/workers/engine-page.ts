import { proxy } from 'comlink'
import type { PlannedShot, RenderPlan, ShotSlice } from '../film'
import { progressOf } from '../pipeline'
import { startAudioWorker, startPlanWorker, startRenderWorker } from './clients'
import type { EngineApi, OnSpoken, ProductionInputDto } from './engine-api'
import type { ProductionInput } from './production-api'
import { type ProductionClient, startProduction } from './production-client'

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))

const inputOf = ({ files, ...input }: ProductionInputDto): ProductionInput => ({
  ...input,
  files: files.map(({ name, base64 }) => ({ name, bytes: bytesOf(base64) })),
})

/**
 * The page without an interface: what the command line drives. The workers are the app's own, and start when they are needed.
 * @param storePath path of the loopback store on this server, ending in `/`.
 */
export async function startEnginePage(storePath: string | undefined): Promise<void> {
  const storeBase = storePath ? new URL(storePath, location.href).href : undefined
  const planner = lazily(startPlanWorker)
  const renderer = lazily(() => startRenderWorker(storeBase))
  const audio = lazily(() => startAudioWorker(planner().door, storeBase))
  const production = lazily(() => startProduction(storeBase))
  let scheduler: ProductionClient | undefined
  let plan: RenderPlan | undefined
  const opened = (): RenderPlan => {
    if (!plan) throw new Error('no film is open: open a screenplay first')
    return plan
  }
  const sliceFor = (key: string) => planner().door.slice(key)
  const told: NonNullable<Window['oneshotProgress']> = (event) => window.oneshotProgress?.(event)
  const spoken = (): OnSpoken => {
    let progress: ReturnType<typeof progressOf> | undefined
    return (done, total) => {
      progress ??= progressOf('voices', total, told, () => performance.now())
      if (done > 0) progress.step(1)
    }
  }
  const scheduling = async () => {
    scheduler = await production()
    return scheduler
  }

  const api: EngineApi = {
    adapter: async () => (await renderer()).door.adapter(),
    prepare() {
      planner()
    },
    async open(input) {
      const answer = await planner().door.openProduction(inputOf(input), 'spoken', proxy(spoken()))
      if (answer.ok) plan = answer.production.film.plan
      return answer
    },
    still: async (request) => (await renderer()).still(opened(), sliceFor, request),
    sheet: async (request) => (await renderer()).sheet(opened(), sliceFor, request, told),
    async concepts(inputs, { addresses, ...request }) {
      const slices = new Map<string, ShotSlice>()
      const rows: PlannedShot[][] = addresses.map(() => [])
      for (const [i, input] of inputs.entries()) {
        const answer = await api.open(input)
        if (!answer.ok) throw new Error(`plan ${i + 1} of ${inputs.length}: ${answer.diagnostics[0]?.message ?? 'cannot be made'}`)
        for (const [row, address] of addresses.entries()) {
          const shot = opened().shots.find((s) => s.address === address)
          if (!shot) throw new Error(`plan ${i + 1} of ${inputs.length} has no shot ${address}`)
          const key = `${i} ${shot.key}`
          slices.set(key, await sliceFor(shot.key))
          rows[row]?.push({ ...shot, key })
        }
      }
      const sliceOf = async (key: string) => slices.get(key) as ShotSlice
      return (await renderer()).sheet({ ...opened(), shots: rows.flat() }, sliceOf, { ...request, columns: request.styles.length }, told)
    },
    castSheet: async (request) => (await renderer()).plannedSheet(await planner().door.castSheet(request), request, told),
    catalogueSheet: async (request) => (await renderer()).plannedSheet(await planner().door.catalogueSheet(request), request, told),
    sprites: async (request) => {
      const cast = await planner().door.character(request.character)
      return (await renderer()).sprites(cast, request, told)
    },
    sound: async (request, files) => {
      const { door, wav } = await audio()
      await door.open(inputOf({ files, main: '' }).files)
      return wav(request, told)
    },
    styleImage: async ({ base64, ...request }) => (await renderer()).door.styleImage({ ...request, image: bytesOf(base64) }),
    bench: async (options) => (await renderer()).bench(opened(), sliceFor, options, told),
    benchKernels: async (options) => (await renderer()).benchKernels(options, told),
    benchActors: async (options) => (await renderer()).door.benchActors(options),
    benchWorld: async (options) => (await renderer()).benchWorld(opened(), sliceFor, options, told),
    openProduction: async (input) => (await scheduling()).open(inputOf(input), 'spoken', spoken()),
    graph: async (options) => (await scheduling()).graph(options),
    estimate: async (options) => (await scheduling()).estimate(options),
    run: async (options) => (await scheduling()).run(options, (event) => window.oneshotEvent?.(event)),
    cancel: () => {
      void scheduler?.cancel()
      void renderer.started?.then((r) => r.door.cancel())
    },
  }
  window.oneshot = api
}

/** Something that is started at the first call, once. */
function lazily<T>(start: () => T): (() => T) & { readonly started: T | undefined } {
  let made: { readonly value: T } | undefined
  const get = () => {
    made ??= { value: start() }
    return made.value
  }
  return Object.defineProperty(get, 'started', { get: () => made?.value }) as typeof get & { readonly started: T | undefined }
}
