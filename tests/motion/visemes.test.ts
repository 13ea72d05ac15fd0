import { describe, expect, test } from 'vitest'
import { VISEMES } from '../../src/film'
import { mouthAt, visemesOf } from '../../src/motion'
import { look } from './checks'
import { performance, sliceOf } from './slices'

const shapes = (text: string) =>
  visemesOf(text, 0, 2)
    .map((c) => c.viseme)
    .join(' ')
const weight = (m: readonly number[], v: (typeof VISEMES)[number]) => m[VISEMES.indexOf(v)]!

describe('visemes', () => {
  test('are read off English spelling', () => {
    expect(shapes('thumb')).toBe('TH ou PP PP')
    expect(shapes('make')).toBe('PP aa kk')
    expect(shapes('fish')).toBe('FF ih CH')
    expect(shapes('queen')).toBe('kk ou ih nn')
    expect(shapes('night')).toBe('nn aa ih DD')
    expect(shapes('city')).toBe('SS ih DD ih')
  })

  test('work in any script', () => {
    expect(shapes('мама')).toBe('PP aa PP aa')
    expect(shapes('Ελλάδα')).toContain('aa')
    for (const text of ['こんにちは', '안녕하세요', '你好，世界', 'مرحبا', 'नमस्ते', 'Größe', 'São Paulo', 'łódź', '42'])
      expect(visemesOf(text, 0, 1).filter((c) => c.viseme !== 'sil').length, text).toBeGreaterThan(1)
    expect(visemesOf('...', 0, 1)).toEqual([])
    expect(visemesOf('', 0, 1)).toEqual([])
  })

  test('fill the line in order, and pause at punctuation', () => {
    const cues = visemesOf('Stop. I mean it, stop!', 1, 3.5)
    expect(cues[0]!.t).toBe(1)
    expect(cues.at(-1)!.t + cues.at(-1)!.s).toBeCloseTo(3.5, 6)
    cues.forEach((c, i) => {
      if (i > 0) expect(c.t).toBeGreaterThanOrEqual(cues[i - 1]!.t + cues[i - 1]!.s - 1e-9)
    })
    const pause = cues.filter((c) => c.viseme === 'sil').sort((a, b) => b.s - a.s)[0]!
    expect(pause.s).toBeGreaterThan(0.15)
    expect(weight(mouthAt(cues, pause.t + pause.s * 0.6, 0.8), 'sil')).toBeGreaterThan(0.9)
  })

  test('M, B and P close the lips; weights sum to one; energy opens wider', () => {
    const cues = visemesOf('Bob maybe might happily jump up, my problem baby.', 0, 3)
    for (const c of cues.filter((v) => v.viseme === 'PP')) expect(weight(mouthAt(cues, c.t + c.s / 2, 1), 'PP')).toBeGreaterThan(0.9)
    let calm = 0
    let loud = 0
    for (let t = -0.3; t < 3.5; t += 0.013) {
      const m = mouthAt(cues, t, 0.9)
      expect(m.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
      expect(Math.min(...m)).toBeGreaterThanOrEqual(0)
      loud += 1 - weight(m, 'sil')
      calm += 1 - weight(mouthAt(cues, t, 0.1), 'sil')
    }
    expect(loud).toBeGreaterThan(calm * 1.05)
  })

  test('a mouth moves on its own lines only', () => {
    const slice = sliceOf([
      performance('a', { speech: [{ t0: 0.5, t1: 2, text: 'Where were you last night?', energy: 0.6 }] }),
      performance('b', { speech: [{ t0: 2.5, t1: 4, text: 'Nowhere you would know.', energy: 0.6 }] }),
    ])
    const open = (v: readonly number[]) => 1 - v[0]!
    for (const s of look(slice, 120)) {
      const [a, b] = s.state.actors
      const t = s.state.timeS
      expect(a!.speaking).toBe(t >= 0.5 && t <= 2)
      if (t < 0.4 || t > 2.15) expect(open(a!.visemes)).toBe(0)
      if (t < 2.4 || t > 4.15) expect(open(b!.visemes)).toBe(0)
    }
    const said = look(slice, 48).filter((s) => open(s.state.actors[0]!.visemes) > 0.3).length
    expect(said).toBeGreaterThan(18)
  })
})
