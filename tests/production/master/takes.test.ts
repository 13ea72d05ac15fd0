import { describe, expect, it } from 'vitest'
import { openProduction } from '../../../src/production/open-production'
import { file, KITCHEN } from './files'

const VARIED = '{ name: sc1.sh2, camera: { lens: 40 }, variations: [{ name: wide, camera: { lens: 20 } }, { camera: { lens: 90 } }]'
const open = (shots: string, more = '', overrides = {}) => {
  const opened = openProduction({
    files: [file('film.yaml', `script: kitchen.fountain\nfps: 24\n${more}shots:\n  - ${shots}\n`), KITCHEN],
    main: 'film.yaml',
    overrides,
  })
  const shotsOf = opened.ok ? opened.film.store.plan.shots : []
  return {
    diagnostics: opened.diagnostics.map((d) => [d.rule, d.severity, d.line]),
    // As asked; the camera may stand nearer with a shorter one.
    lens: opened.ok ? opened.film.shotList.scenes[0]?.shots[1]?.lensMm : undefined,
    slices: shotsOf.map((s) => s.sliceHash),
    run: opened.ok ? opened.runId : '',
  }
}

describe('takes of a shot of the script', () => {
  it('the shot itself is in the film, or the variation that it names, or that is chosen, or that a flag names', () => {
    expect(open(`${VARIED} }`)).toMatchObject({ diagnostics: [], lens: 40 })
    expect(open(`${VARIED}, take: wide }`)).toMatchObject({ diagnostics: [], lens: 20 })
    expect(open(`${VARIED}, take: wide }`, 'takes: { sc1.sh2: v3 }\n')).toMatchObject({ diagnostics: [], lens: 90 })
    expect(open(`${VARIED}, take: wide }`, '', { takes: { 'sc1.sh2': 'v1' } })).toMatchObject({ diagnostics: [], lens: 40 })
  })

  it('another take is another film, in which that shot alone is another', () => {
    const [one, other] = [open(`${VARIED} }`), open(`${VARIED}, take: wide }`)]
    expect(other.run).not.toBe(one.run)
    expect(other.slices.flatMap((s, i) => (s === one.slices[i] ? [] : [i]))).toEqual([1])
  })

  it('of entries that are several takes the last is in the film, and takes nothing from the others', () => {
    const two = '{ name: sc1.sh2, take: 1, camera: { lens: 20 } }\n  - { name: sc1.sh2, take: 2, seconds: 9 }'
    const [plain, last] = [open('{ name: sc1.sh2, seconds: 9 }'), open(two)]
    expect(last).toMatchObject({ diagnostics: [], slices: plain.slices })
    expect(open(two, 'takes: { sc1.sh2: 1 }\n').lens).toBe(20)
  })

  it('says which take is none', () => {
    expect(open(`${VARIED}, take: wyde }`).diagnostics).toEqual([['shots.unknown-take', 'error', 4]])
    expect(open(`${VARIED} }`, 'takes: { sc1.sh9: b }\n').diagnostics).toEqual([['shots.unknown-take', 'error', 3]])
    expect(open(`${VARIED} }`, 'takes: { nine: b }\n').diagnostics).toEqual([['production.take', 'warning', 3]])
  })
})
