import type { GraphTask, TaskGraph, TaskState } from './run-record'

const MARKS: Readonly<Record<TaskState, string>> = {
  waiting: 'run ',
  queued: 'run ',
  running: 'now ',
  done: 'done',
  reused: 'have',
  hole: 'hole',
  failed: 'FAIL',
  cancelled: 'stop',
}

/** A task graph as text for people: phase by phase, each task with what becomes of it and why. */
export function formatGraph(graph: TaskGraph): string {
  const lines = [`run ${graph.runId}`]
  const numberOf = new Map(graph.tasks.map((t, i) => [t.id, i + 1]))
  graph.phases.forEach((phase, i) => {
    const tasks = graph.tasks.filter((t) => t.phase === phase.name)
    lines.push('', `${i + 1} ${phase.name}: ${phase.title}${tallyOf(tasks)}`)
    if (phase.why !== undefined) lines.push(`  not known yet: ${phase.why}`)
    for (const task of tasks) {
      const needs = task.needs.map((id) => `#${numberOf.get(id) ?? id}`).join(' ')
      const units = task.units === 1 ? '' : `, ${task.units} units`
      lines.push(
        `  #${numberOf.get(task.id)} ${MARKS[task.state]} ${task.title} [${task.resource}${units}]${needs ? ` after ${needs}` : ''}`,
      )
      if (task.why !== undefined && task.state !== 'done') lines.push(`       because ${task.why}`)
      if (task.outputs.length > 0) lines.push(`       → ${listed(task.outputs)}`)
    }
  })
  return `${lines.join('\n')}\n`
}

/** More outputs than these are counted, not named. */
const NAMED = 4

const listed = (names: readonly string[]) =>
  names.length <= NAMED ? names.join(', ') : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`

function tallyOf(tasks: readonly GraphTask[]): string {
  if (tasks.length === 0) return ''
  const have = tasks.filter((t) => t.state === 'reused' || t.state === 'done').length
  return ` (${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'}, ${have} made)`
}
