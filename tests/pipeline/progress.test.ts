import { describe, expect, it } from 'vitest'
import { PipelineError, type ProgressEvent, progressOf } from '../../src/pipeline'

describe('progressOf', () => {
  it('[P1] estimates from measured work only, and always tells the end', () => {
    let t = 0
    const seen: ProgressEvent[] = []
    const p = progressOf(
      'render',
      100,
      (e) => seen.push(e),
      () => t,
    )
    p.skip(50)
    t = 1000
    p.step(10)
    t = 1010
    p.step(10)
    t = 1020
    p.step(30)
    expect(seen[0]).toEqual({ phase: 'render', done: 0, total: 100, etaS: null })
    expect(seen[1]).toEqual({ phase: 'render', done: 60, total: 100, etaS: 4 })
    expect(seen.at(-1)).toEqual({ phase: 'render', done: 100, total: 100, etaS: 0 })
    expect(seen.length).toBe(3)
  })
})

describe('the time left', () => {
  it('[P4] forgets the first step, which carries what happens once', () => {
    let t = 0
    const seen: ProgressEvent[] = []
    const p = progressOf(
      'render',
      10,
      (e) => seen.push(e),
      () => t,
    )
    for (const at of [20_000, 21_000, 22_000]) {
      t = at
      p.step()
    }
    expect(seen.map((e) => e.etaS)).toEqual([null, 180, 8, 7])
  })
})

describe('PipelineError', () => {
  it('[P2] survives a message', () => {
    const e = new PipelineError('encode', 'shot 4', 'the encoder stopped', 'try a smaller size')
    const back = PipelineError.from(JSON.parse(JSON.stringify(e)))
    expect(back.message).toBe('encode: shot 4: the encoder stopped (try a smaller size)')
    expect(back).toBeInstanceOf(PipelineError)
  })
})
