import { describe, expect, it } from 'vitest'
import { duration, progressLine, reporterOn } from '../../src/cli/report'
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
})
