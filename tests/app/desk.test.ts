import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageTitle } from '../../src/app/store/background'
import { ago, duration, plural, size, timeLeft } from '../../src/app/store/format'
import { boxState, layoutGraph } from '../../src/app/store/graph-layout'
import { deskFile, mainOf } from '../../src/app/store/production-state'
import { added, changed, createQueue, inOrder, moved, nextUp, type QueueEntry, removed } from '../../src/app/store/queue'
import { isProduction } from '../../src/app/store/read-files'
import { sortResults } from '../../src/app/store/results'
import { windowOf } from '../../src/app/store/windowing'
import type { GraphTask, TaskGraph } from '../../src/pipeline'

describe('figures in words', () => {
  it('says how long in at most two units, never too short', () => {
    expect([0, 4.2, 89, 90, 3600, 8000, 400_000].map(duration)).toEqual(['0 s', '5 s', '89 s', '2 min', '60 min', '2 h 14 min', '4 d 16 h'])
    expect(timeLeft(null)).toBe('')
    expect(timeLeft(2)).toBe('a few seconds left')
    expect(timeLeft(61)).toBe('61 s left')
  })
  it('says sizes, ages and counts', () => {
    expect([0, 999, 1000, 4.14e6, 123e6, 2e12].map(size)).toEqual(['0 B', '999 B', '1.0 kB', '4.1 MB', '123 MB', '2.0 TB'])
    const now = Date.parse('2026-11-21T12:00:00Z')
    expect(ago('2026-11-21T11:59:30Z', now)).toBe('just now')
    expect(ago('2026-11-20T11:00:00Z', now)).toBe('yesterday')
    expect(plural(1, 'shot')).toBe('1 shot')
    expect(plural(1204, 'shot')).toBe('1,204 shots')
    expect(pageTitle(0.426, 'Night Owls')).toBe('42 % · Night Owls')
    expect(pageTitle(undefined, '')).toBe('Oneshot')
  })
})

const entry = (id: string, more: Partial<QueueEntry> = {}): QueueEntry => ({
  id,
  title: id,
  runId: id,
  input: id,
  options: {},
  priority: 'normal',
  state: 'waiting',
  ...more,
})
const ids = (entries: readonly QueueEntry[]) => entries.map((e) => e.id).join('')

describe('the render queue', () => {
  it('runs by priority, then in order, one at a time', () => {
    const entries = [entry('a'), entry('b', { priority: 'low' }), entry('c', { priority: 'high' }), entry('d')]
    expect(ids(inOrder(entries))).toBe('cadb')
    expect(ids(inOrder(changed(entries, 'b', { state: 'running' })))).toBe('bcad')
    expect(nextUp({ entries, stopped: false })?.id).toBe('c')
    expect(nextUp({ entries, stopped: true })).toBeUndefined()
    expect(nextUp({ entries: changed(entries, 'a', { state: 'running' }), stopped: false })).toBeUndefined()
    expect(nextUp({ entries: changed(entries, 'c', { state: 'held' }), stopped: false })?.id).toBe('a')
  })
  it('moves among those of one priority, takes out all but what runs', () => {
    const entries = [entry('a'), entry('b', { priority: 'low' }), entry('c')]
    expect(ids(moved(entries, 'c', -1))).toBe('cba')
    expect(moved(entries, 'a', -1)).toBe(entries)
    expect(ids(removed(changed(entries, 'a', { state: 'running' }), 'a'))).toBe('abc')
    expect(ids(removed(entries, 'a'))).toBe('bc')
  })
  it('does not add the same waiting run twice', () => {
    const twice = added([entry('a')], entry('b', { runId: 'a', options: { coarse: true } }))
    expect(twice).toHaveLength(1)
    expect(twice[0]).toMatchObject({ id: 'a', options: { coarse: true } })
    expect(added([entry('a', { state: 'done' })], entry('b', { runId: 'a' }))).toHaveLength(2)
  })
  it('outlives the page: what ran then is interrupted, and damaged memory is an empty queue', () => {
    const kept = new Map<string, string>()
    const storage = () => ({
      getItem: (k: string) => kept.get(k) ?? null,
      setItem: (k: string, v: string) => void kept.set(k, v),
      removeItem: (k: string) => void kept.delete(k),
    })
    createQueue(storage).setState({ entries: [entry('a', { state: 'running' }), entry('b')] })
    expect(
      createQueue(storage)
        .getState()
        .entries.map((e) => e.state),
    ).toEqual(['interrupted', 'waiting'])
    kept.set('oneshot-queue', JSON.stringify({ state: { entries: [{ nonsense: 1 }] }, version: 1 }))
    expect(createQueue(storage).getState().entries).toEqual([])
  })
})

const graphOf = (phases: readonly string[], tasks: readonly Pick<GraphTask, 'id' | 'phase' | 'title' | 'needs'>[]): TaskGraph => ({
  runId: 'r',
  phases: phases.map((name) => ({ name, title: name, state: 'waiting' })),
  tasks: tasks.map((t) => ({ ...t, inputs: [], outputs: [], resource: 'cpu', units: 1, state: 'waiting' })),
})

describe('the drawn graph', () => {
  it('gives each phase a column and each task a box, and lines for needs', () => {
    const layout = layoutGraph(
      graphOf(
        ['one', 'two'],
        [
          { id: 'a', phase: 'one', title: 'A', needs: [] },
          { id: 'b', phase: 'two', title: 'B', needs: ['a'] },
        ],
      ),
    )
    expect(layout.columns).toHaveLength(2)
    expect(layout.boxes.map((b) => b.label)).toEqual(['A', 'B'])
    expect(layout.lines).toEqual([{ from: 'one#0', to: 'two#0' }])
    expect((layout.boxes[1]?.x ?? 0) > (layout.boxes[0]?.x ?? 0)).toBe(true)
  })
  it('groups thousands of segments by shot, then scene, then stretch; none is lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (scenes, shots, parts) => {
          const tasks = Array.from({ length: scenes * shots * parts }, (_, i) => ({
            id: `t${i}`,
            phase: 'shots',
            title: `sc${Math.floor(i / (shots * parts)) + 1}.sh${(Math.floor(i / parts) % shots) + 1}, frames ${i % parts}`,
            needs: i > 0 ? [`t${i - 1}`] : [],
          }))
          const { boxes } = layoutGraph(graphOf(['shots'], tasks), 28)
          expect(boxes.length).toBeLessThanOrEqual(28)
          expect(boxes.flatMap((b) => b.tasks).sort()).toEqual(tasks.map((t) => t.id).sort())
        },
      ),
      { numRuns: 40 },
    )
  })
  it('shows the foremost state of a box and how much of it is made', () => {
    const states = { a: 'done', b: 'failed', c: 'waiting', d: 'reused' } as const
    const of = (...tasks: (keyof typeof states)[]) => boxState({ tasks }, (id) => states[id as keyof typeof states])
    expect(of('a', 'b', 'c', 'd')).toEqual({ state: 'failed', made: 0.5 })
    expect(of('a', 'd').state).toBe('done')
    expect(of('d')).toEqual({ state: 'reused', made: 1 })
    expect(of('c').state).toBe('waiting')
  })
})

describe('lists and files', () => {
  it('draws only the rows that are seen', () => {
    expect(windowOf(10_000, 32, 32_000, 640)).toEqual({ from: 992, to: 1028 })
    expect(windowOf(3, 32, 0, 640)).toEqual({ from: 0, to: 3 })
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(200_000), fc.integer({ min: 1, max: 2000 }), (count, top, height) => {
        const { from, to } = windowOf(count, 32, top, height)
        expect(from >= 0 && to <= count && from <= to && to - from < height / 32 + 20).toBe(true)
        if (count > 0) expect(to).toBeGreaterThan(from)
      }),
    )
  })
  it('sorts what a run left', () => {
    const r = sortResults([
      'a/r/film.mp4',
      'a/r/nes/frame_000002.png',
      'a/r/nes/frame_000001.png',
      'a/r/light/frame_000001.exr',
      'a/r/light/frame_000002.exr',
      'a/r/report.html',
      'a/r/package.zip',
      'a/r/Script.json',
      'a/r/Script.meta.json',
    ])
    expect(r.films).toEqual(['a/r/film.mp4'])
    expect(r.sequences).toEqual([
      { folder: 'a/r/nes', pictures: ['a/r/nes/frame_000001.png', 'a/r/nes/frame_000002.png'] },
      { folder: 'a/r/light', pictures: ['a/r/light/frame_000001.exr', 'a/r/light/frame_000002.exr'] },
    ])
    expect(r.documents).toEqual(['a/r/Script.json'])
    expect([r.reports, r.packages]).toEqual([['a/r/report.html'], ['a/r/package.zip']])
  })
  it('knows where a set of files begins', () => {
    expect(mainOf(['x.fountain'])).toBe('x.fountain')
    expect(mainOf(['x.fountain', 'film.yaml'])).toBe('film.yaml')
    expect(mainOf(['shots.yaml', 'meta.yaml'])).toBe('')
    expect(mainOf(['shots.yaml', 'production.yaml'])).toBe('production.yaml')
    expect(isProduction(['x.fountain'])).toBe(false)
    expect(isProduction(['x.yml'])).toBe(true)
    expect(deskFile('a.png', new Uint8Array(4)).text).toBeUndefined()
  })
})
