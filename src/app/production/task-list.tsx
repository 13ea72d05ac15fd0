import { useMemo, useRef, useState } from 'react'
import { TASK_STATES, type TaskState } from '../../pipeline'
import { plural } from '../store/format'
import { type TaskView, tally } from '../store/run-progress'
import { windowOf } from '../store/windowing'
import { StateMark } from './state-mark'

/** Pixels; the style sheet says the same. */
const ROW = 32

/** All tasks of a run, those of one state if asked; only the rows that are seen are on the page. */
export function TaskList({ tasks }: { readonly tasks: ReadonlyMap<string, TaskView> }) {
  const [only, setOnly] = useState<TaskState>()
  const [top, setTop] = useState(0)
  const box = useRef<HTMLElement>(null)
  const counts = useMemo(() => tally(tasks.values()), [tasks])
  const shown = useMemo(() => {
    const all = [...tasks.values()]
    return only ? all.filter((t) => t.state === only) : all
  }, [tasks, only])
  const { from, to } = windowOf(shown.length, ROW, top, box.current?.clientHeight ?? 400)
  return (
    <section className="tasks" aria-label="Tasks">
      <div className="task-filter">
        <button type="button" aria-pressed={!only} onClick={() => setOnly(undefined)}>
          {plural(tasks.size, 'task')}
        </button>
        {TASK_STATES.filter((s) => counts[s] > 0).map((s) => (
          <button key={s} type="button" aria-pressed={only === s} onClick={() => setOnly(only === s ? undefined : s)}>
            <StateMark state={s} /> {counts[s]}
          </button>
        ))}
      </div>
      <section
        className="task-scroll"
        ref={box}
        onScroll={(e) => setTop(e.currentTarget.scrollTop)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label="List of tasks"
      >
        <ul style={{ height: shown.length * ROW }} data-testid="task-list" data-count={shown.length}>
          {shown.slice(from, to).map((task, i) => (
            <li key={task.id} style={{ top: (from + i) * ROW }} aria-setsize={shown.length} aria-posinset={from + i + 1}>
              <StateMark state={task.state} bare />
              <span className="task-title" title={task.title}>
                {task.title}
              </span>
              <span className="task-why" title={reasonOf(task)}>
                {reasonOf(task)}
              </span>
              <span className="task-share">
                {task.attempt > 1 && <b>try {task.attempt}</b>}
                {task.state === 'running' && task.units > 1 ? (
                  <progress value={task.done} max={task.units} aria-label={`${task.title}`} />
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </section>
  )
}

const reasonOf = (task: TaskView): string =>
  task.error && task.state !== 'done'
    ? `${task.error.problem}; ${task.error.remedy}`
    : task.state === 'running'
      ? (task.note ?? task.why ?? '')
      : task.state === 'reused'
        ? 'made already'
        : (task.why ?? '')
