import { describe, expect, it } from 'vitest'
import { type SpokenLine, VISEMES } from '../../src/film'
import { mouthAt, visemesOfSpoken } from '../../src/motion'

const line = (text: string): SpokenLine => {
  const phones = text.split(' ').map((p) => {
    const [phone = '', s] = p.split(':')
    return { phone: phone.toLowerCase(), s: Number(s), ...(phone === phone.toUpperCase() ? { stressed: true } : {}) }
  })
  return { seconds: phones.reduce((sum, p) => sum + p.s, 0), phones }
}
const PP = VISEMES.indexOf('PP')

describe('mouth shapes of what was spoken', () => {
  const cues = visemesOfSpoken(line('pau:0.1 h:0.01 m:0.08 AY:0.2 s:0.1 pau:0.03 ax:0.05 t:0.04'), 2)

  it('begin and end with their phones', () => {
    expect(cues.map((c) => [c.viseme, Number(c.t.toFixed(4)), Number(c.s.toFixed(4))])).toEqual([
      ['sil', 2, 0.1],
      ['PP', 2.11, 0.08],
      ['aa', 2.19, 0.12],
      ['ih', 2.31, 0.08],
      ['SS', 2.39, 0.1],
      ['aa', 2.52, 0.05],
      ['DD', 2.57, 0.04],
    ])
  })

  it('mark where stress is, and open the mouth less without it', () => {
    expect(cues.map((c) => c.stressed)).toEqual([false, false, true, false, false, false, false])
    expect(cues[5]!.peak).toBeLessThan(cues[2]!.peak / 2)
  })

  it('close the lips for p, b and m in one frame at least, however short, wherever frames fall', () => {
    for (const phone of ['p', 'b', 'm'])
      for (const s of [0.01, 0.03, 0.06, 0.12]) {
        const spoken = line(`AA:0.15 ${phone}:${s} AA:0.15`)
        for (let t0 = 0; t0 < 1 / 24; t0 += 0.004) {
          const cues = visemesOfSpoken(spoken, t0)
          const closed = Array.from({ length: 12 }, (_, f) => mouthAt(cues, f / 24, 0.6)[PP]!)
          expect(Math.max(...closed), `${phone} ${s} ${t0}`).toBeGreaterThan(0.99)
        }
      }
  })

  it('do not overlap, and know every phone of the engine', () => {
    const all = 'p b m f v th dh t d k g ng hh ch jh sh zh s z n l r er aa ae ay aw ah ax eh ey ih iy y ao ow oy uh uw w'.split(' ')
    const cues = visemesOfSpoken(line(all.map((p) => `${p}:0.03`).join(' ')), 0)
    for (const [i, c] of cues.entries()) if (i > 0) expect(c.t).toBeGreaterThanOrEqual(cues[i - 1]!.t + cues[i - 1]!.s - 1e-9)
    for (const phone of all) expect(visemesOfSpoken(line(`${phone}:0.1`), 0)[0]!.viseme, phone).not.toBe('sil')
  })
})
