import { describe, expect, it } from 'vitest'
import {
  applyEvents,
  ended,
  type RunProgress,
  share,
  shotOf,
  shotPictures,
  startedProgress,
  tally,
  withGraph,
} from '../../src/app/store/run-progress'
import type { GraphTask, RunEvent, RunSummary, TaskGraph } from '../../src/pipeline'

const task = (id: string, more: Partial<GraphTask> = {}): GraphTask => ({
  id,
  phase: 'shots',
  title: id,
  needs: [],
  inputs: [],
  outputs: [],
  resource: 'render',
  units: 48,
  state: 'waiting',
  ...more,
})
const graph = (tasks: readonly GraphTask[]): TaskGraph => ({
  runId: 'r1',
  phases: [{ name: 'shots', title: 'Shots', state: 'waiting' }],
  tasks,
})
const event = (kind: RunEvent['kind'], more: Partial<RunEvent>): RunEvent => ({ kind, of: 'task', runId: 'r1', atMs: 1, ...more })
const run = (...events: RunEvent[]): RunProgress => applyEvents(startedProgress('r1', 'Film', graph([task('a'), task('b')])), events)

describe('a run as the page hears it', () => {
  it('takes tasks through their states and keeps why each is made', () => {
    const now = run(
      event('queued', { task: 'a', reason: 'line changed' }),
      event('started', { task: 'a' }),
      event('progress', { task: 'a', done: 12, total: 48, picture: 'pictures/x.jpg' }),
      event('skipped', { task: 'b', reason: 'it is made already' }),
    )
    expect(now.tasks.get('a')).toMatchObject({ state: 'running', why: 'line changed', done: 12, picture: 'pictures/x.jpg' })
    expect(now.tasks.get('b')?.state).toBe('reused')
    expect(now.picture).toEqual({ name: 'pictures/x.jpg', task: 'a' })
    expect(tally(now.tasks.values())).toMatchObject({ running: 1, reused: 1 })
  })
  it('shows a retry with its number and its cause, and forgets the cause when it passes', () => {
    const error = { type: 'render', phase: 'shots', task: 'a', problem: 'device lost', remedy: 'it is tried again' }
    const tried = run(event('started', { task: 'a' }), event('retried', { task: 'a', attempt: 2, error, reason: 'device lost' }))
    expect(tried.tasks.get('a')).toMatchObject({ state: 'queued', attempt: 2, error })
    expect(applyEvents(tried, [event('completed', { task: 'a' })]).tasks.get('a')).toMatchObject({
      state: 'done',
      error: undefined,
      done: 48,
    })
  })
  it('counts over all, and does not go on when a paused run tells how far it is', () => {
    const going = run(event('started', { of: 'run' }), event('progress', { of: 'run', done: 24, total: 96, etaS: 30 }))
    expect(share({ ...going, phases: [] })).toBe(0.25)
    expect(going.etaS).toBe(30)
    const paused = applyEvents(going, [event('paused', { of: 'run' }), event('progress', { of: 'run', done: 25, total: 96 })])
    expect(paused.state).toBe('paused')
    expect(applyEvents(paused, [event('resumed', { of: 'run' })]).state).toBe('running')
  })
  it('weighs phases, so that a run is not whole before its shots are listed', () => {
    const phases = ['prepare', 'shots'].map((name) => ({ name, title: name, state: 'waiting' as const }))
    const start = startedProgress('r', 'f', { runId: 'r', phases, tasks: [task('p', { phase: 'prepare', units: 1 })] })
    const prepared = applyEvents(start, [event('completed', { task: 'p' }), event('completed', { of: 'phase', phase: 'prepare' })])
    expect(share(prepared)).toBeCloseTo(1 / 81)
    const half = applyEvents(prepared, [
      event('started', { of: 'phase', phase: 'shots' }),
      event('started', { task: 's', phase: 'shots', total: 48 }),
      event('progress', { task: 's', phase: 'shots', done: 24, total: 48 }),
    ])
    expect(share(half)).toBeCloseTo(41 / 81)
  })
  it('asks for the graph again when it hears of a task it does not know', () => {
    const now = run(event('started', { task: 'found-later', title: 'sc1.sh1, frames 0 to 47, film', phase: 'shots' }))
    expect(now.unknown).toBe(true)
    expect(withGraph(now, graph([task('a'), task('found-later', { state: 'running' })])).unknown).toBe(false)
  })
  it('keeps pictures and notes when the graph is fetched again', () => {
    const now = withGraph(run(event('progress', { task: 'a', done: 3, picture: 'p.jpg' })), graph([task('a', { state: 'running' })]))
    expect(now.tasks.get('a')).toMatchObject({ picture: 'p.jpg', done: 3, state: 'running' })
  })
  it('lists a warning once, and at most two hundred', () => {
    const many = Array.from({ length: 500 }, (_, i) => event('warning', { reason: `w${i % 400}` }))
    expect(run(...many, ...many).warnings).toHaveLength(200)
  })
  it('ends with its summary', () => {
    expect(ended(run(), { state: 'done' } as RunSummary)).toMatchObject({ state: 'done', etaS: null })
    expect(share(ended(run(), { state: 'done' } as RunSummary))).toBe(1)
  })
  it('takes in batches of 1,500 events on 10,000 tasks', () => {
    const tasks = Array.from({ length: 10_000 }, (_, i) => task(`t${i}`))
    let now = startedProgress('r', 'long', graph(tasks))
    const events = tasks.flatMap((t) => [event('started', { task: t.id }), event('completed', { task: t.id })])
    for (let i = 0; i < events.length; i += 1500) now = applyEvents(now, events.slice(i, i + 1500))
    expect(tally(now.tasks.values()).done).toBe(10_000)
  })
})

describe('shots by their address', () => {
  it('reads the address from a title', () => {
    expect(shotOf('sc3.sh12, frames 0 to 47, film')).toBe('sc3.sh12')
    expect(shotOf('sc3A.sh2, a coarse look')).toBe('sc3A.sh2')
    expect(shotOf('join film')).toBeUndefined()
  })
  it('shows of several pieces the newest picture and the foremost state', () => {
    const tasks = [
      task('a', { title: 'sc1.sh1, frames 0 to 47, film', state: 'done' }),
      task('b', { title: 'sc1.sh1, frames 48 to 60, film', state: 'running' }),
    ]
    const now = applyEvents(startedProgress('r', 'f', graph(tasks)), [event('progress', { task: 'b', picture: 'new.jpg' })])
    expect(shotPictures(now.tasks.values()).get('sc1.sh1')).toEqual({ picture: 'new.jpg', state: 'running' })
  })

  it('shows the kept pictures of what was found made', () => {
    const tasks = [
      task('a', { title: 'sc1.sh1, a coarse look', outputs: ['pictures/rough-1.png', 'pictures/rough-2.png'] }),
      task('b', { title: 'sc1.sh1, frames 0 to 20', outputs: ['segments/aa.seg'] }),
      task('c', { title: 'sc1.sh2, frames 0 to 20', outputs: ['segments/bb.seg'] }),
    ]
    const started = startedProgress('r1', 'Film', graph(tasks))
    const now = applyEvents(started, [event('skipped', { task: 'a' }), event('skipped', { task: 'b' })])
    const shots = shotPictures(now.tasks.values())
    expect(shots.get('sc1.sh1')?.picture).toBe('pictures/aa.jpg')
    expect(shots.get('sc1.sh2')?.picture).toBeUndefined()
  })
})
