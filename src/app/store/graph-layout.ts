import type { TaskGraph, TaskState } from '../../pipeline'
import { shotOf, tally } from './run-progress'

/** A box in the drawn graph: one task, or many of one kind. */
export interface GraphBox {
  readonly id: string
  readonly label: string
  readonly phase: string
  readonly tasks: readonly string[]
  readonly x: number
  readonly y: number
}
export interface GraphLine {
  readonly from: string
  readonly to: string
}
export interface GraphLayout {
  readonly columns: readonly { readonly name: string; readonly title: string; readonly x: number }[]
  readonly boxes: readonly GraphBox[]
  readonly lines: readonly GraphLine[]
  readonly width: number
  readonly height: number
}

/** Sizes in the drawing's own pixels. */
export const GRAPH = { box: { width: 132, height: 30 }, gap: { x: 38, y: 8 }, head: 30, margin: 12 } as const
/** More boxes in a column cannot be read. */
const MOST_BOXES = 28

interface Group {
  readonly label: string
  readonly tasks: string[]
}

/**
 * Lays a task graph out: a column a phase, a box a task; where a phase has more tasks than can be read, a box a shot, then
 * a box a scene, then a box a stretch of scenes.
 */
export function layoutGraph(graph: TaskGraph, mostBoxes = MOST_BOXES): GraphLayout {
  const byPhase = new Map<string, TaskGraph['tasks'][number][]>(graph.phases.map((p) => [p.name, []]))
  for (const task of graph.tasks) {
    const list = byPhase.get(task.phase)
    if (list) list.push(task)
    else byPhase.set(task.phase, [task])
  }
  const titles = new Map(graph.phases.map((p) => [p.name, p.title]))
  const columns: { name: string; title: string; x: number }[] = []
  const boxes: GraphBox[] = []
  const boxOf = new Map<string, string>()
  let height = 0
  const { box, gap, head, margin } = GRAPH
  for (const [name, tasks] of byPhase) {
    const x = margin + columns.length * (box.width + gap.x)
    columns.push({ name, title: titles.get(name) ?? name, x })
    groupsOf(tasks, mostBoxes).forEach((group, i) => {
      const id = `${name}#${i}`
      for (const task of group.tasks) boxOf.set(task, id)
      boxes.push({ id, label: group.label, phase: name, tasks: group.tasks, x, y: margin + head + i * (box.height + gap.y) })
    })
    height = Math.max(height, boxes.at(-1)?.y ?? 0)
  }
  const lines = new Map<string, GraphLine>()
  for (const task of graph.tasks)
    for (const need of task.needs) {
      const from = boxOf.get(need)
      const to = boxOf.get(task.id)
      if (from && to && from !== to) lines.set(`${from}>${to}`, { from, to })
    }
  return {
    columns,
    boxes,
    lines: [...lines.values()],
    width: margin * 2 + columns.length * (box.width + gap.x) - (columns.length > 0 ? gap.x : 0),
    height: height + box.height + margin,
  }
}

type Named = { readonly id: string; readonly title: string }

function groupsOf(tasks: readonly Named[], most: number): Group[] {
  if (tasks.length <= most) return tasks.map((t) => ({ label: t.title, tasks: [t.id] }))
  const shots = grouped(tasks, (t) => shotOf(t.title) ?? t.title)
  if (shots.length <= most) return shots
  const scenes = grouped(tasks, (t) => shotOf(t.title)?.replace(/\.sh.*/, '') ?? plainTitle(t.title))
  if (scenes.length <= most) return scenes
  const each = Math.ceil(scenes.length / most)
  return Array.from({ length: Math.ceil(scenes.length / each) }, (_, i) => {
    const part = scenes.slice(i * each, (i + 1) * each)
    const [first, last] = [part[0]?.label ?? '', part.at(-1)?.label ?? '']
    return { label: first === last ? first : `${first} – ${last}`, tasks: part.flatMap((g) => g.tasks) }
  })
}

/** What tasks of one kind share: their title without numbers and names. */
const plainTitle = (title: string) => title.split(/[:,\d]/)[0]?.trim() || title

function grouped(tasks: readonly Named[], keyOf: (task: Named) => string): Group[] {
  const groups = new Map<string, Group>()
  for (const task of tasks) {
    const key = keyOf(task)
    const group = groups.get(key)
    if (group) group.tasks.push(task.id)
    else groups.set(key, { label: key, tasks: [task.id] })
  }
  return [...groups.values()]
}

/** How a box looks: its foremost state, and the share of its tasks that are made. */
export function boxState(
  box: Pick<GraphBox, 'tasks'>,
  stateOf: (task: string) => TaskState,
): { readonly state: TaskState; readonly made: number } {
  const counts = tally(box.tasks.map((id) => ({ state: stateOf(id) })))
  const made = (counts.done + counts.reused) / Math.max(1, box.tasks.length)
  const order = ['running', 'failed', 'hole', 'queued'] as const
  const first = order.find((s) => counts[s] > 0)
  if (first) return { state: first, made }
  if (made >= 1) return { state: counts.done > 0 ? 'done' : 'reused', made }
  if (counts.cancelled > 0) return { state: 'cancelled', made }
  return { state: made > 0 ? 'running' : 'waiting', made }
}
