import { expect, it } from 'vitest'
import { type MustRow, runMust } from '../../src/cli/must-table'
import { reporterOn } from '../../src/cli/report'
import { fakeIo } from './fake-io'

it('says which row is measured and tells each as it ends; one that throws has failed', async () => {
  let now = 0
  const io = fakeIo({ now: () => now })
  const told: [out: string, err: string][] = []
  const row = (what: string, measure: () => { value: string; ok: boolean }): MustRow => ({
    what,
    asked: 'less',
    measure: async () => {
      told.push([io.stdout(), io.stderr()])
      now += 4000
      return measure()
    },
  })
  const rows = [
    row('first', () => ({ value: '1', ok: true })),
    row('the second', () => {
      throw new Error('the wire broke\nhere')
    }),
  ]
  const report = reporterOn(io, { json: false, quiet: true, verbose: false })
  expect(await runMust(rows, { io, report })).toBe(false)
  expect(told).toEqual([
    ['', '1 of 2: first …\n'],
    ['ok    first       asked less  measured 1\n', '1 of 2: first …\n1 of 2: ok after 4 s\n2 of 2: the second …\n'],
  ])
  expect(io.stdout()).toContain('FAIL  the second  asked less  measured failed: the wire broke\n')
})
