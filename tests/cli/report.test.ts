import { describe, expect, it } from 'vitest'
import { duration, progressLine, reporterOn } from '../../src/cli/report'
import type { RunEvent } from '../../src/pipeline'
import { fakeIo } from './fake-io'

const at = (done: number, etaS: number | null = 80) => ({ phase: 'render', done, total: 720, etaS, note: 'sc2.sh1' })
const LOUD = { json: false, quiet: false, verbose: false }

describe('report', () => {
  it('[R1] says how far, and how long still', () => {
    expect(progressLine(at(324))).toBe('render   45 %  324/720  1 min 20 s left  sc2.sh1')
    expect(progressLine({ phase: 'render', done: 0, total: 720, etaS: null })).toBe('render    0 %  0/720')
    expect([0, 59.6, 60, 200, 3600, 7500].map(duration)).toEqual(['0 s', '1 min', '1 min', '3 min 20 s', '1 h', '2 h 5 min'])
  })
  it('[R2] overwrites one line in a terminal, and ends it', () => {
    const io = fakeIo({ errIsTerminal: true, columns: 30 })
    const report = reporterOn(io, LOUD)
    report.progress(at(1))
    report.progress(at(2))
    report.note('done')
    expect(io.stderr().split('\n').length).toBe(3)
    expect(
      io
        .stderr()
        .split('\r\x1b[2K')
        .slice(1)
        .every((l) => (l.split('\n')[0] as string).length <= 29),
    ).toBe(true)
  })
  it('[R3] says each tenth once where lines cannot be overwritten', () => {
    const io = fakeIo()
    const report = reporterOn(io, LOUD)
    for (let i = 0; i <= 720; i++) report.progress(at(i))
    expect(io.stderr().trim().split('\n').length).toBe(11)
  })
  it('[R4] writes JSON lines, or nothing but errors', () => {
    const io = fakeIo()
    const json = reporterOn(io, { ...LOUD, json: true })
    json.progress(at(1))
    json.note('hello')
    json.error('bad', 2)
    expect(
      io
        .stderr()
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l)),
    ).toEqual([
      { event: 'progress', ...at(1) },
      { event: 'note', text: 'hello' },
      { event: 'error', text: 'bad', exit: 2 },
    ])
    const silent = fakeIo()
    const quiet = reporterOn(silent, { ...LOUD, quiet: true })
    quiet.progress(at(1))
    quiet.note('hello')
    quiet.detail('x')
    expect(silent.stderr()).toBe('')
    quiet.error('bad', 1)
    expect(silent.stderr()).toBe('bad\n')
  })
  it('[R5] follows a run: the phase that takes the time, what went wrong on the way, and why with details', () => {
    const run = { runId: 'r', atMs: 0 }
    const events: RunEvent[] = [
      { kind: 'started', of: 'phase', phase: 'prepare', title: 'Prepare', ...run },
      { kind: 'progress', of: 'run', done: 1, total: 2, etaS: 1, ...run },
      { kind: 'started', of: 'phase', phase: 'shots', title: 'Shots', ...run },
      { kind: 'started', of: 'task', phase: 'shots', task: 't', title: 'sc1.sh1', reason: 'it is new', ...run },
      { kind: 'progress', of: 'run', done: 48, total: 96, etaS: 60, ...run },
      { kind: 'retried', of: 'task', phase: 'shots', task: 't', title: 'sc1.sh1', reason: 'the GPU was lost', ...run },
      { kind: 'warning', of: 'run', reason: 'something is odd', ...run },
    ]
    const said = (loudness: Partial<typeof LOUD>) => {
      const io = fakeIo()
      const report = reporterOn(io, { ...LOUD, ...loudness })
      for (const e of events) report.event(e)
      return io.stderr().trim().split('\n')
    }
    expect(said({})).toEqual([
      'Shots   50 %  48/96  1 min left  sc1.sh1',
      'sc1.sh1: the GPU was lost: trying again',
      'warning: something is odd',
    ])
    expect(said({ verbose: true })[0]).toBe('shots: sc1.sh1: it is new')
    expect(said({ quiet: true })).toEqual([''])
    expect(said({ json: true }).map((l) => JSON.parse(l).event)).toEqual(events.map((e) => e.kind))
  })
})
