import { PipelineError } from './pipeline-error'
import type { ErrorData } from './run-event'
import type { TaskGraph, TaskState } from './run-record'
import type { TaskSpec } from './task'

/** A task as a run keeps it. */
export interface TaskNode {
  readonly spec: TaskSpec
  /** Place in the order of declaration, over all phases. */
  readonly order: number
  readonly resource: string
  readonly priority: number
  readonly units: number
  state: TaskState
  /** Others need not wait for it any more. */
  finished: boolean
  /** Why it must be made; undefined until that is known, and if it is there. */
  why?: string
  attempts: number
  /** Milliseconds of work. */
  ms: number
  /** Units that were reported done. */
  unitsDone: number
  error?: ErrorData
  /** Needs that are not finished. */
  waitsFor: number
  readonly dependents: TaskNode[]
}

/** Earlier declared first among those of one priority. */
export const startsBefore = (a: TaskNode, b: TaskNode): boolean => (a.priority === b.priority ? a.order < b.order : a.priority < b.priority)

/** The tasks of a run as a graph without cycles, which grows phase by phase and by what tasks find out. */
export class TaskTable {
  readonly #nodes = new Map<string, TaskNode>()
  readonly #resources: ReadonlySet<string>

  /** @param resources names of the pools there are. */
  constructor(resources: Iterable<string>) {
    this.#resources = new Set(resources)
  }

  /** All tasks, as declared. */
  nodes(): IterableIterator<TaskNode> {
    return this.#nodes.values()
  }

  /** Whether there is a task of that id. */
  has(id: string): boolean {
    return this.#nodes.has(id)
  }

  /**
   * Adds tasks of one phase; they may need each other and all that were added before.
   * @returns their nodes; those with `waitsFor` 0 can start.
   * @throws PipelineError naming the task: an id used twice, another phase, an unknown need or resource, a cycle.
   */
  add(phase: string, specs: readonly TaskSpec[]): readonly TaskNode[] {
    const batch = new Map<string, TaskNode>()
    for (const spec of specs) {
      const refuse = (problem: string) =>
        new PipelineError(phase, spec.id, problem, 'the stage that declares the task must be mended', { type: 'stage' })
      if (this.#nodes.has(spec.id) || batch.has(spec.id)) throw refuse('its id is taken by another task')
      if (spec.phase !== phase) throw refuse(`it says that it belongs to phase ${JSON.stringify(spec.phase)}`)
      const resource = spec.resource ?? 'cpu'
      if (!this.#resources.has(resource)) throw refuse(`it asks for resource ${JSON.stringify(resource)}, of which there is none`)
      batch.set(spec.id, {
        spec,
        order: this.#nodes.size + batch.size,
        resource,
        priority: spec.priority ?? 0,
        units: spec.units ?? 1,
        state: 'waiting',
        finished: false,
        attempts: 0,
        ms: 0,
        unitsDone: 0,
        waitsFor: 0,
        dependents: [],
      })
    }
    const needsOf = new Map<TaskNode, readonly TaskNode[]>()
    for (const node of batch.values()) {
      needsOf.set(
        node,
        [...new Set(node.spec.needs)].map((id) => {
          const need = batch.get(id) ?? this.#nodes.get(id)
          if (need) return need
          throw new PipelineError(
            phase,
            node.spec.id,
            `it needs task ${JSON.stringify(id)}, which there is not`,
            'the stage that declares the task must be mended',
          )
        }),
      )
    }
    refuseCycles(phase, batch.values(), needsOf)
    for (const [node, needs] of needsOf)
      for (const need of needs) {
        if (need.finished) continue
        need.dependents.push(node)
        node.waitsFor++
      }
    for (const [id, node] of batch) this.#nodes.set(id, node)
    return [...batch.values()]
  }

  /** Notes that a task is finished; answers those that can start by it. */
  finish(node: TaskNode, state: 'done' | 'reused' | 'hole'): readonly TaskNode[] {
    node.state = state
    node.finished = true
    return node.dependents.filter((d) => --d.waitsFor === 0)
  }

  /** The graph as others see it. */
  tasks(): TaskGraph['tasks'] {
    return Array.from(this.#nodes.values(), ({ spec, state, why, resource, units }) => {
      const { id, phase, title, needs, inputs, outputs } = spec
      return { id, phase, title, needs, inputs, outputs, resource, units, state, ...(why === undefined ? {} : { why }) }
    })
  }
}

/** Kahn's algorithm within a batch: whatever is left over stands in a circle, or behind one. */
function refuseCycles(phase: string, batch: Iterable<TaskNode>, needsOf: ReadonlyMap<TaskNode, readonly TaskNode[]>): void {
  const open = new Map<TaskNode, number>()
  const after = new Map<TaskNode, TaskNode[]>()
  for (const node of batch) {
    const inside = needsOf.get(node)!.filter((n) => needsOf.has(n))
    open.set(node, inside.length)
    for (const need of inside) after.set(need, [...(after.get(need) ?? []), node])
  }
  const free = [...open].filter(([, n]) => n === 0).map(([node]) => node)
  for (let node = free.pop(); node; node = free.pop()) {
    open.delete(node)
    for (const next of after.get(node) ?? []) {
      const left = open.get(next)! - 1
      open.set(next, left)
      if (left === 0) free.push(next)
    }
  }
  if (open.size === 0) return
  // From any task that is left, needs that are left lead back into the circle.
  const path: TaskNode[] = []
  let at = open.keys().next().value as TaskNode
  while (!path.includes(at)) {
    path.push(at)
    at = needsOf.get(at)!.find((n) => open.has(n))!
  }
  const circle = path.slice(path.indexOf(at)).map((n) => n.spec.id)
  throw new PipelineError(
    phase,
    circle[0]!,
    `tasks wait for each other in a circle: ${[...circle, circle[0]].join(' → ')}`,
    'the stage that declares them must be mended',
  )
}
