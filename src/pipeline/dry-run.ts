import type { EngineParts } from './engine-parts'
import { viewOf } from './enter-stage'
import { asPipelineError } from './failures'
import { Heap } from './heap'
import { OverlayStore } from './overlay-store'
import { RunArtifacts } from './run-artifacts'
import type { TaskGraph, TaskState } from './run-record'
import { forcedFrom, type StartRequest } from './start-request'
import type { RunView, Stage, TaskContext, TaskSpec } from './task'
import { startsBefore, type TaskNode, TaskTable } from './task-table'

/** A phase's tasks cannot be known before something is made. */
class NotKnownYet extends Error {}

/**
 * What a run would do: the same stages in the same order over a store in memory that lies on the real one. Tasks that
 * are cheap are done there; all others only say what they would make, and what they would make counts as missing for
 * those who build on it. The real store is read and never written.
 * @throws PipelineError if a stage or a cheap task fails.
 */
export async function dryRun(parts: EngineParts, request: StartRequest, stages: readonly Stage[]): Promise<TaskGraph> {
  const store = new OverlayStore(parts.store)
  const { runId, project } = request
  const { computedBy, wallClock } = parts
  const artifacts = new RunArtifacts(store, { project, runId, computedBy, wallClock })
  const table = new TaskTable(parts.pools.names())
  const forced = forcedFrom(request.options, stages)
  const phases: { name: string; title: string; state: TaskState; why?: string }[] = []

  const read = async <T>(name: string): Promise<T> => {
    const stale = await artifacts.stale(name)
    if (stale !== undefined) throw new NotKnownYet(`${name} must be made first: ${stale}`)
    return artifacts.read<T>(name)
  }
  const view: RunView = { ...viewOf(runId, store, artifacts), read }

  /** Forgets, above the real store, what would be made again. */
  const forget = async (outputs: readonly string[]) => {
    for (const name of outputs)
      if (name.includes('/')) await store.remove(name)
      else await artifacts.remove(name)
  }

  const contextOf = ({ why }: TaskNode): TaskContext => ({
    signal: new AbortController().signal,
    checkpoint: async () => {},
    watch: (listener) => {
      listener('going')
      return () => {}
    },
    progress: () => {},
    warn: () => {},
    slot: 0,
    attempt: 1,
    why: why ?? '',
    store,
    read,
    write: async (name, value, note) => {
      for (const parent of note?.parents ?? []) if (!(await artifacts.meta(parent))) throw new NotKnownYet(`${parent} must be made first`)
      return artifacts.write(name, value, note)
    },
    summary: () => undefined,
  })

  /** Whether something was not done that may have found out about tasks. */
  let partial = false
  /** What is not known yet cannot be waited for. */
  const withoutUnknown = (specs: readonly TaskSpec[]): readonly TaskSpec[] => {
    if (!partial) return specs
    const here = new Set(specs.map((s) => s.id))
    return specs.map((s) => ({ ...s, needs: s.needs.filter((id) => here.has(id) || table.has(id)) }))
  }

  const doTasks = async (specs: readonly TaskSpec[], phase: string, isForced: boolean) => {
    const ready = new Heap<TaskNode>(startsBefore)
    const join = (more: readonly TaskSpec[]) => {
      for (const node of table.add(phase, withoutUnknown(more))) if (node.waitsFor === 0) ready.push(node)
    }
    join(specs)
    for (let node = ready.pop(); node; node = ready.pop()) {
      const why = await whyOf(node.spec, store, isForced)
      if (why !== undefined) {
        node.why = why
        const more = node.spec.cheap ? await doCheap(node, contextOf(node)) : undefined
        if (more) join(more)
        else {
          partial = true
          await forget(node.spec.outputs)
        }
      }
      for (const next of table.finish(node, 'reused')) ready.push(next)
      if (why !== undefined) node.state = 'waiting'
    }
  }

  for (const [index, { name, title, needs, tasks }] of stages.entries()) {
    try {
      for (const need of needs) if (!(await view.has(need))) throw new NotKnownYet(`${need} must be made first`)
      await doTasks(await tasks(view), name, index >= forced)
      const waits = [...table.nodes()].some((n) => n.spec.phase === name && n.why !== undefined)
      phases.push({ name, title, state: waits ? 'waiting' : 'reused' })
    } catch (error) {
      if (!(error instanceof NotKnownYet)) throw asPipelineError(error, name, title)
      partial = true
      phases.push({ name, title, state: 'waiting', why: error.message })
    }
  }
  return { runId, phases, tasks: table.tasks() }
}

async function whyOf(spec: TaskSpec, store: OverlayStore, forced: boolean): Promise<string | undefined> {
  if (forced) return 'it was asked to be made again'
  return spec.missing ? spec.missing(store) : 'it is made in every run'
}

/** Does a cheap task; answers undefined if it builds on what is not made. */
async function doCheap({ spec }: TaskNode, context: TaskContext): Promise<readonly TaskSpec[] | undefined> {
  try {
    return (await spec.run(context))?.more ?? []
  } catch (error) {
    if (error instanceof NotKnownYet) return undefined
    throw asPipelineError(error, spec.phase, spec.title)
  }
}
