import type { ErrorData, GraphTask, RunEvent, RunState, RunSummary, TaskGraph, TaskState } from '../../pipeline'

/** A task as the page shows it. */
export interface TaskView {
  readonly id: string
  readonly phase: string
  readonly title: string
  readonly state: TaskState
  /** Why it is made, or why it was not. */
  readonly why: string | undefined
  /** What it says it is doing. */
  readonly note: string | undefined
  readonly done: number
  readonly units: number
  /** Store name of its newest picture. */
  readonly picture: string | undefined
  /** Store name of the picture that is there when the task is found made. */
  readonly kept: string | undefined
  readonly attempt: number
  readonly error: ErrorData | undefined
}

export interface PhaseView {
  readonly name: string
  readonly title: string
  readonly state: TaskState
}

/** A run as it looks from the page: the graph it started with, and all that was heard since. */
export interface RunProgress {
  readonly runId: string
  readonly title: string
  readonly state: RunState | 'starting'
  readonly phases: readonly PhaseView[]
  /** In graph order; tasks found later come last. */
  readonly tasks: ReadonlyMap<string, TaskView>
  readonly done: number
  readonly total: number
  readonly etaS: number | null
  /** Store name and task of the newest picture. */
  readonly picture: { readonly name: string; readonly task: string } | undefined
  readonly warnings: readonly string[]
  readonly error: ErrorData | undefined
  readonly summary: RunSummary | undefined
  /** Milliseconds from the start to the last event. */
  readonly atMs: number
  /** Ids that were heard of and are not in the graph that is known: it should be fetched again. */
  readonly unknown: boolean
}

/** Nobody reads more; the rest are in the report. */
const MOST_WARNINGS = 200

/** A run about to start. */
export function startedProgress(runId: string, title: string, graph?: TaskGraph): RunProgress {
  const empty: RunProgress = {
    runId,
    title,
    state: 'starting',
    phases: [],
    tasks: new Map(),
    done: 0,
    total: 0,
    etaS: null,
    picture: undefined,
    warnings: [],
    error: undefined,
    summary: undefined,
    atMs: 0,
    unknown: false,
  }
  return graph ? withGraph(empty, graph) : empty
}

/** Takes in a graph: what it says of tasks holds, what was heard of them (pictures, notes, errors) stays. */
export function withGraph(run: RunProgress, graph: TaskGraph): RunProgress {
  const tasks = new Map<string, TaskView>()
  for (const task of graph.tasks) {
    const seen = run.tasks.get(task.id)
    tasks.set(task.id, {
      ...viewOf(task),
      ...(seen
        ? { note: seen.note, done: seen.done, picture: seen.picture, attempt: seen.attempt, error: seen.error, why: task.why ?? seen.why }
        : {}),
    })
  }
  for (const [id, seen] of run.tasks) if (!tasks.has(id)) tasks.set(id, seen)
  const total = run.total || graph.tasks.reduce((sum, t) => sum + t.units, 0)
  return { ...run, runId: graph.runId || run.runId, phases: graph.phases, tasks, total, unknown: false }
}

const viewOf = (task: GraphTask): TaskView => ({
  id: task.id,
  phase: task.phase,
  title: task.title,
  state: task.state,
  why: task.why,
  note: undefined,
  done: 0,
  units: task.units,
  picture: undefined,
  kept: pictureOf(task),
  attempt: 1,
  error: undefined,
})

/** The picture that a task leaves in the store: one it makes, or the one kept beside a segment. */
function pictureOf({ outputs }: GraphTask): string | undefined {
  const picture = outputs.findLast((name) => /\.(png|jpg)$/.test(name))
  return picture ?? outputs.findLast((name) => name.endsWith('.seg'))?.replace(/^segments\/(.*)\.seg$/, 'pictures/$1.jpg')
}

const TASK_STATE_OF: Readonly<Partial<Record<RunEvent['kind'], TaskState>>> = {
  queued: 'queued',
  started: 'running',
  progress: 'running',
  retried: 'queued',
  skipped: 'reused',
  completed: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
}
const RUN_STATE_OF: Readonly<Partial<Record<RunEvent['kind'], RunState>>> = {
  started: 'running',
  progress: 'running',
  resumed: 'running',
  paused: 'paused',
  completed: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
}
const OVER: ReadonlySet<RunProgress['state']> = new Set(['done', 'failed', 'cancelled'])

/** What a run looks like after a batch of events: one copy of its tasks a batch, however many events. */
export function applyEvents(run: RunProgress, events: readonly RunEvent[]): RunProgress {
  if (events.length === 0) return run
  const tasks = new Map(run.tasks)
  let phases = run.phases
  let { state, done, total, etaS, picture, error, atMs, unknown } = run
  const warnings = [...run.warnings]
  for (const event of events) {
    atMs = Math.max(atMs, event.atMs)
    if (event.etaS !== undefined) etaS = event.etaS
    if (event.kind === 'warning') {
      const text = event.reason ?? event.title ?? ''
      if (text && !warnings.includes(text) && warnings.length < MOST_WARNINGS) warnings.push(text)
      if (event.of !== 'run') continue
    }
    if (event.of === 'run') {
      // A run that is pausing may still tell how far it is: that does not set it going again.
      const next = event.kind === 'progress' && state === 'paused' ? undefined : RUN_STATE_OF[event.kind]
      state = next ?? state
      done = event.done ?? done
      total = event.total ?? total
      if (event.error) error = event.error
    } else if (event.of === 'phase') {
      const next = TASK_STATE_OF[event.kind]
      const { phase } = event
      if (next && phase)
        phases = phases.some((p) => p.name === phase)
          ? phases.map((p) => (p.name === phase ? { ...p, state: next } : p))
          : [...phases, { name: phase, title: event.title ?? phase, state: next }]
    } else if (event.task !== undefined) {
      const seen = tasks.get(event.task)
      if (!seen) unknown = true
      tasks.set(event.task, heard(seen, event, event.task))
      if (event.picture) picture = { name: event.picture, task: event.task }
    }
  }
  if (OVER.has(state)) etaS = state === 'done' ? 0 : null
  return { ...run, phases, tasks, state, done, total, etaS, picture, warnings, error, atMs, unknown }
}

function heard(seen: TaskView | undefined, event: RunEvent, id: string): TaskView {
  const next = TASK_STATE_OF[event.kind]
  const isReason = event.kind === 'queued' || event.kind === 'started' || event.kind === 'skipped'
  return {
    id,
    phase: event.phase ?? seen?.phase ?? '',
    title: event.title ?? seen?.title ?? id,
    state: next ?? seen?.state ?? 'waiting',
    why: isReason ? (event.reason ?? seen?.why) : seen?.why,
    note: event.kind === 'progress' || event.kind === 'retried' ? (event.reason ?? seen?.note) : seen?.note,
    done: event.kind === 'completed' ? (event.total ?? seen?.units ?? 1) : (event.done ?? seen?.done ?? 0),
    units: event.total ?? seen?.units ?? 1,
    picture: event.picture ?? seen?.picture,
    kept: seen?.kept,
    attempt: event.attempt ?? seen?.attempt ?? 1,
    error: event.error ?? (event.kind === 'completed' ? undefined : seen?.error),
  }
}

/** The run with how it ended. */
export const ended = (run: RunProgress, summary: RunSummary): RunProgress => ({ ...run, state: summary.state, summary, etaS: null })

/** How many tasks are in each state. */
export function tally(tasks: Iterable<Pick<TaskView, 'state'>>): Readonly<Record<TaskState, number>> {
  const counts: Record<TaskState, number> = { waiting: 0, queued: 0, running: 0, done: 0, reused: 0, hole: 0, failed: 0, cancelled: 0 }
  for (const task of tasks) counts[task.state]++
  return counts
}

/**
 * How much of a film's time each phase takes, about. Tasks are found as phases begin: counted by tasks alone, a run would
 * be whole before its shots are listed.
 */
const WEIGHTS: Readonly<Record<string, number>> = { shots: 80, export: 8, post_process: 3, finalize: 2 }

/** Share of the run that is done, 0 to 1. */
export function share(run: RunProgress): number {
  if (run.state === 'done') return 1
  if (run.phases.length === 0) return run.total > 0 ? Math.min(1, Math.max(0, run.done / run.total)) : 0
  const units = new Map<string, { done: number; total: number }>()
  for (const task of run.tasks.values()) {
    const sum = units.get(task.phase) ?? { done: 0, total: 0 }
    sum.total += task.units
    sum.done +=
      task.state === 'done' || task.state === 'reused' ? task.units : task.state === 'running' ? Math.min(task.done, task.units) : 0
    units.set(task.phase, sum)
  }
  let done = 0
  let whole = 0
  for (const { name, state } of run.phases) {
    const weight = WEIGHTS[name] ?? 1
    const sum = units.get(name)
    const made = state === 'done' || state === 'reused' ? 1 : state === 'waiting' || !sum?.total ? 0 : sum.done / sum.total
    whole += weight
    done += weight * made
  }
  return done / whole
}

const ADDRESS = /\bsc\d+[A-Za-z]*\.sh\d+[A-Za-z]*/

/** The shot a task works on, by the address in its title: `sc3.sh2`; undefined for tasks of no one shot. */
export const shotOf = (title: string): string | undefined => ADDRESS.exec(title)?.[0]

/** The newest picture of every shot, by its address. */
export function shotPictures(
  tasks: Iterable<TaskView>,
): ReadonlyMap<string, { readonly picture: string | undefined; readonly state: TaskState }> {
  const shots = new Map<string, { picture: string | undefined; state: TaskState }>()
  for (const task of tasks) {
    const address = shotOf(task.title)
    if (!address) continue
    const seen = shots.get(address)
    const picture = task.picture ?? (task.state === 'reused' ? task.kept : undefined)
    shots.set(address, { picture: picture ?? seen?.picture, state: seen ? foremost(seen.state, task.state) : task.state })
  }
  return shots
}

/** Of two states of one shot's pieces, the one a reader should see. */
const ORDER: readonly TaskState[] = ['running', 'failed', 'hole', 'queued', 'waiting', 'cancelled', 'done', 'reused']
const foremost = (a: TaskState, b: TaskState): TaskState => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b)
