import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { TaskGraph, TaskState } from '../../pipeline'
import { plural } from '../store/format'
import { boxState, GRAPH, type GraphBox, layoutGraph } from '../store/graph-layout'
import { desk } from '../store/production'
import { productionStore } from '../store/production-state'
import { tally } from '../store/run-progress'
import { StateMark } from './state-mark'

/** The task graph of the production on the desk: what is there, what would run, and why. While it runs, as it goes. */
export function GraphPanel() {
  const asked = useStore(productionStore, (s) => s.graph)
  const check = useStore(productionStore, (s) => s.check)
  const run = useStore(productionStore, (s) => s.run)
  useEffect(() => {
    if (check === 'good' && asked.kind === 'none') void desk.plan()
  }, [check, asked])
  if (asked.kind === 'failed')
    return (
      <p className="empty error" role="alert">
        {asked.message}
      </p>
    )
  if (asked.kind !== 'there') return <p className="empty">{check === 'good' ? 'Working out what would run …' : 'Mend the file first.'}</p>
  const graph = asked.value
  const live = run && run.runId === graph.runId ? run.tasks : undefined
  return <Drawn graph={graph} stateOf={(id) => live?.get(id)?.state ?? states(graph).get(id) ?? 'waiting'} />
}

const known = new WeakMap<TaskGraph, ReadonlyMap<string, TaskState>>()
function states(graph: TaskGraph): ReadonlyMap<string, TaskState> {
  let map = known.get(graph)
  if (!map) {
    map = new Map(graph.tasks.map((t) => [t.id, t.state]))
    known.set(graph, map)
  }
  return map
}

function Drawn({ graph, stateOf }: { readonly graph: TaskGraph; readonly stateOf: (id: string) => TaskState }) {
  const layout = useMemo(() => layoutGraph(graph), [graph])
  const [chosen, setChosen] = useState<string>()
  const boxes = useMemo(() => new Map(layout.boxes.map((b) => [b.id, b])), [layout])
  const whole = tally(graph.tasks.map((t) => ({ state: stateOf(t.id) })))
  const picked = chosen ? boxes.get(chosen) : undefined
  const { box } = GRAPH
  return (
    <div className="graph">
      <p className="graph-head" role="status">
        {plural(graph.tasks.length, 'task')}: {whole.done + whole.reused} made, {graph.tasks.length - whole.done - whole.reused} to do
        <button type="button" onClick={() => void desk.plan()}>
          Look again
        </button>
      </p>
      <section
        className="graph-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label="Task graph"
        data-testid="graph"
      >
        <svg width={layout.width} height={layout.height} aria-label={`${graph.tasks.length} tasks in ${layout.columns.length} phases`}>
          {layout.columns.map((c, i) => (
            <text key={c.name} x={c.x} y={24} className="graph-phase">
              <tspan className="graph-number">{i + 1}</tspan> {c.title}
            </text>
          ))}
          {layout.lines.map((l) => {
            const [a, b] = [boxes.get(l.from), boxes.get(l.to)]
            return a && b ? (
              <path key={`${l.from}>${l.to}`} className={chosen === l.from || chosen === l.to ? 'line on' : 'line'} d={curve(a, b)} />
            ) : null
          })}
          {layout.boxes.map((b) => {
            const { state, made } = boxState(b, stateOf)
            return (
              // biome-ignore lint/a11y/useSemanticElements: there are no buttons inside a drawing
              <g
                key={b.id}
                className={`box is-${state}${b.id === chosen ? ' on' : ''}`}
                transform={`translate(${b.x} ${b.y})`}
                role="button"
                tabIndex={0}
                aria-pressed={b.id === chosen}
                aria-label={`${b.label}, ${state}${b.tasks.length > 1 ? `, ${plural(b.tasks.length, 'task')}` : ''}`}
                onClick={() => setChosen(b.id === chosen ? undefined : b.id)}
                onKeyDown={(e) => {
                  if (e.key !== 'Enter' && e.key !== ' ') return
                  e.preventDefault()
                  setChosen(b.id === chosen ? undefined : b.id)
                }}
              >
                <rect width={box.width} height={box.height} rx="5" />
                <rect className="made" y={box.height - 3} width={box.width * made} height="3" />
                <text x="9" y="19">
                  {short(b)}
                </text>
              </g>
            )
          })}
        </svg>
      </section>
      {picked && <Picked box={picked} graph={graph} stateOf={stateOf} />}
    </div>
  )
}

function Picked({
  box,
  graph,
  stateOf,
}: {
  readonly box: GraphBox
  readonly graph: TaskGraph
  readonly stateOf: (id: string) => TaskState
}) {
  const ids = new Set(box.tasks)
  const tasks = graph.tasks.filter((t) => ids.has(t.id))
  return (
    <section className="picked" aria-label={box.label}>
      <h2>
        {box.label} <small>{plural(tasks.length, 'task')}</small>
      </h2>
      <ul>
        {tasks.slice(0, 60).map((t) => (
          <li key={t.id}>
            <StateMark state={stateOf(t.id)} bare />
            <span>{t.title}</span>
            <em>{t.why ?? 'made already'}</em>
          </li>
        ))}
      </ul>
    </section>
  )
}

const short = (b: GraphBox): string => {
  const count = b.tasks.length > 1 ? ` · ${b.tasks.length}` : ''
  const most = 19 - count.length
  return (b.label.length > most ? `${b.label.slice(0, most - 1)}…` : b.label) + count
}

function curve(a: GraphBox, b: GraphBox): string {
  const { width, height } = GRAPH.box
  const [x0, y0, x1, y1] = [a.x + width, a.y + height / 2, b.x, b.y + height / 2]
  // Within one column a line goes round on the left.
  if (a.x === b.x) return `M${a.x} ${y0}C${a.x - 22} ${y0} ${b.x - 22} ${y1} ${b.x} ${y1}`
  const bend = Math.max(16, (x1 - x0) / 2)
  return `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}`
}
