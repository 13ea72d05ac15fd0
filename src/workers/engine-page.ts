import { proxy } from 'comlink'
import type { RenderPlan } from '../film'
import { startPlanWorker, startRenderWorker } from './clients'
import type { EngineApi } from './engine-api'

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))

/**
 * The page without an interface: what the command line drives. Both workers are the app's own.
 * @param storePath path of the loopback store on this server, ending in `/`.
 */
export async function startEnginePage(storePath: string | undefined): Promise<void> {
  const planner = startPlanWorker()
  const renderer = await startRenderWorker(storePath ? new URL(storePath, location.href).href : undefined)
  let plan: RenderPlan | undefined
  const opened = (): RenderPlan => {
    if (!plan) throw new Error('no film is open: open a screenplay first')
    return plan
  }
  const sliceFor = (key: string) => planner.door.slice(key)
  const told: NonNullable<Window['oneshotProgress']> = (event) => window.oneshotProgress?.(event)

  const api: EngineApi = {
    adapter: () => renderer.door.adapter(),
    async open(file, settings) {
      const answer = await planner.door.open({ name: file.name, bytes: bytesOf(file.base64) }, settings)
      if (answer.ok) plan = answer.film.plan
      return answer
    },
    still: (request) => renderer.still(opened(), sliceFor, request),
    sheet: (request) => renderer.sheet(opened(), sliceFor, request, told),
    exportFilm: (request) => renderer.exportFilm(opened(), sliceFor, request, told),
    styleImage: ({ base64, ...request }) => renderer.door.styleImage({ ...request, image: bytesOf(base64) }),
    bench: (options) => renderer.door.bench(opened(), proxy(sliceFor), options),
    cancel: () => void renderer.door.cancel(),
  }
  window.oneshot = api
}
