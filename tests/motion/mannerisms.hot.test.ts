import { describe, expect, test } from 'vitest'
import { type CharacterSpec, hashOf, lacksFor, MANNERISMS, type Mannerism } from '../../src/film'
import { frameState } from '../../src/motion'
import type { Bout } from '../../src/motion/mannerisms/bouts'
import { LASTING } from '../../src/motion/mannerisms/table'
import { scoresOf } from '../../src/motion/score'
import { anybody } from './any-scene'
import { faults, look, slide, worstJump } from './checks'
import { act, go, performance, sliceOf, stay } from './slices'
import { garment, idle, somebody, WORN } from './with-mannerism'

const SITS: ReadonlySet<Mannerism> = new Set(['bounces-knee'])
const BOUTS = MANNERISMS.filter((m) => !(LASTING as readonly string[]).includes(m))

const boutsIn = (slice: ReturnType<typeof sliceOf>): readonly Bout[] => scoresOf(slice)[0]!.bouts

describe('mannerisms', () => {
  test('recur at uneven times, each as often as its row says, and never twice at once', () => {
    for (const m of BOUTS) {
      const bouts = boutsIn(idle(somebody(m), SITS.has(m)))
      expect(bouts.length, m).toBeGreaterThan(1)
      const every = (bouts.at(-1)!.t0 - bouts[0]!.t0) / (bouts.length - 1)
      const { everyS, lastsS } = bouts[0]!.row
      expect(every, m).toBeGreaterThan(everyS * 0.45)
      expect(every, m).toBeLessThan(everyS * 2 + lastsS[1])
      for (const [i, b] of bouts.entries()) {
        expect(b.t1 - b.t0, m).toBeGreaterThanOrEqual(lastsS[0])
        expect(b.t1 - b.t0, m).toBeLessThanOrEqual(lastsS[1])
        if (i > 0) expect(b.t0, m).toBeGreaterThan(bouts[i - 1]!.t1)
      }
      const gaps = bouts.slice(1).map((b, i) => b.t0 - bouts[i]!.t0)
      if (gaps.length > 2) expect(Math.max(...gaps) - Math.min(...gaps), m).toBeGreaterThan(0.3)
    }
  })

  test('keep feet planted, joints in limits, and nothing jumps: standing and seated', { timeout: 120_000 }, () => {
    const wrong: string[] = []
    for (const m of MANNERISMS)
      for (const sits of [false, true]) {
        const spec = somebody(m, sits ? '/sits' : '')
        const slice = idle(spec, sits)
        const first = boutsIn(slice)[0]
        if (!first && !(LASTING as readonly string[]).includes(m)) {
          if (SITS.has(m) === sits) wrong.push(`${m} never shows`)
          continue
        }
        const from = first ? Math.floor((first.t0 - 0.6) * 12) : 0
        const until = first ? Math.ceil((first.t1 + 0.8) * 12) : 60
        const seen = look(slice, until).slice(Math.max(0, from))
        const name = `${m}${sits ? ' seated' : ''}`
        wrong.push(
          ...seen
            .flatMap((s) => faults(s))
            .slice(0, 2)
            .map((f) => `${name}: ${f}`),
        )
        const slid = slide(seen)
        if (slid > 0.01) wrong.push(`${name}: slides ${slid.toFixed(3)}`)
        const jump = worstJump(seen)
        if (jump.metres > 0.26 * spec.heightM) wrong.push(`${name}: jumps ${JSON.stringify(jump)}`)
      }
    expect(wrong).toEqual([])
  })

  test('are seen: some bone, lid or lip is elsewhere than without them', () => {
    for (const m of BOUTS) {
      const spec = somebody(m)
      const { habits: _, ...plain } = spec
      const slice = idle(spec, SITS.has(m))
      const { t0, t1 } = boutsIn(slice)[0]!
      const differs = [0.35, 0.5, 0.65].some((u) => {
        const frame = Math.round((t0 + (t1 - t0) * u) * 12)
        const [a, b] = [slice, idle(plain, SITS.has(m))].map((s) => frameState(s, frame).actors[0]!)
        const numbers = (s: typeof a) => [...s!.bones, ...s!.visemes, ...s!.expressions, ...s!.blink, ...s!.hips, ...(s!.brows ?? [0, 0])]
        const [p, q] = [numbers(a), numbers(b)]
        return Math.max(...p.map((v, i) => Math.abs(v - q[i]!))) > 0.02
      })
      expect(differs, m).toBe(true)
    }
  })

  test('are the same however a frame is come by, and others in another shot', () => {
    for (const m of ['scratches-head', 'taps-foot', 'bites-lip', 'avoids-eyes', 'rolls-eyes'] as const) {
      const spec = somebody(m)
      const states = (frames: readonly number[]) => {
        const slice = structuredClone(idle(spec, false))
        return frames.map((f) => hashOf(frameState(slice, f)))
      }
      const frames = [12, 100, 161, 300, 433]
      expect(states(frames)).toEqual(states([...frames].reverse()).reverse())
    }
    const spec = somebody('scratches-head')
    const other = { ...idle(spec, false), shot: { ...idle(spec, false).shot, key: 'another' } }
    expect(boutsIn(other).map((b) => b.t0)).not.toEqual(boutsIn(idle(spec, false)).map((b) => b.t0))
    expect(new Set(boutsIn(other).map((b) => b.hand)).size).toBe(1)
  })

  test('need what they are done with, and say what is missing', () => {
    const lacks: readonly (readonly [Mannerism, Partial<CharacterSpec>, string])[] = [
      ['pushes-glasses', {}, 'glasses'],
      ['strokes-beard', { hair: { style: 'short', colour: '#222222', beard: 'none' } }, 'a beard'],
      ['twirls-hair', { hair: { style: 'crop', colour: '#222222', beard: 'none' } }, 'hair that hangs'],
      ['fixes-tie', { wardrobe: [garment('t-shirt')] }, 'a tie'],
      ['bites-nails', { wardrobe: [...WORN, garment('gloves')] }, 'bare hands'],
      ['scratches-head', { wardrobe: [...WORN, garment('beanie')] }, 'a bare head'],
    ]
    for (const [m, change, what] of lacks) {
      const has = somebody(m)
      const without: CharacterSpec = { ...has, wardrobe: has.wardrobe.filter((g) => g.kind !== 'glasses'), ...change }
      expect(lacksFor(m, has), m).toBeUndefined()
      expect(lacksFor(m, without), m).toBe(what)
      expect(boutsIn(idle(has, false)).length, m).toBeGreaterThan(0)
      expect(boutsIn(idle(without, false)), m).toEqual([])
    }
  })

  test('wait while the hands are busy, the body is in an act, somebody walks, speaks or lies', () => {
    const during = (m: Mannerism, more: Parameters<typeof performance>[1], props: Parameters<typeof sliceOf>[1] = {}) => {
      const spec = somebody(m)
      const where = [stay([0, 0, 0], 0, 'stand', 0, 40)]
      return boutsIn(sliceOf([performance(spec.key, { where, ...more })], { cast: [spec], shot: { frames: 960, ...props.shot } }))
    }
    const all = (who: string, hands: readonly ('left' | 'right')[]) => ({
      shot: { props: hands.map((hand) => ({ key: hand, prop: 'cup', states: [{ kind: 'held' as const, t0: 0, by: who, hand }] })) },
    })
    const who = somebody('scratches-head').key
    const free = during('scratches-head', {})
    expect(free.length).toBeGreaterThan(2)
    expect(during('scratches-head', {}, all(who, ['left', 'right']))).toEqual([])
    for (const b of during('scratches-head', {}, all(who, ['right']))) expect(b.hand).toBe('left')
    expect(during('scratches-head', { acts: [act('type', 0, 40)] })).toEqual([])
    expect(during('scratches-head', { acts: [act('die', 0, 2)] })).toEqual([])
    expect(during('scratches-head', { where: [stay([0, 0, 0], 0, 'lie', 0, 40, 0.5)] })).toEqual([])
    expect(
      during('scratches-head', {
        where: [
          go(
            [
              [0, 0, 0],
              [0, 0, 40],
            ],
            0,
            40,
          ),
        ],
      }),
    ).toEqual([])
    expect(during('bites-lip', { speech: [{ t0: 0, t1: 40, text: 'la la la', energy: 0.5 }] })).toEqual([])
    expect(during('bites-lip', {}).length).toBeGreaterThan(2)
    // A loop has no room for what comes at uneven times.
    expect(during('scratches-head', { loopS: 2 })).toEqual([])
  })

  test('of eyes: who avoids them looks away most of the time, who stares never, who blinks does so thrice as often', () => {
    const shot = (habits: CharacterSpec['habits']) => {
      const a = { ...somebody('stares'), ...(habits ? { habits } : {}) }
      const b = anybody('other')
      return sliceOf(
        [
          performance(a.key, {
            where: [stay([0, 0, 0], 0, 'stand', 0, 60)],
            gaze: [
              { kind: 'actor', t0: 0, actor: b.key },
              { kind: 'ahead', t0: 5 },
              { kind: 'actor', t0: 5.7, actor: b.key },
            ],
          }),
          performance(b.key, { where: [stay([0, 0, 1.5], Math.PI, 'stand', 0, 60)] }),
        ],
        { cast: [a, b], shot: { frames: 720, fps: { num: 12, den: 1 } } },
      )
    }
    const away = (habits: CharacterSpec['habits']) => {
      const cues = scoresOf(shot(habits))[0]!.gaze
      return cues.reduce((sum, c, i) => sum + (c.kind === 'actor' ? 0 : (cues[i + 1]?.t0 ?? 60) - c.t0), 0) / 60
    }
    expect(away([])).toBeCloseTo(0.7 / 60, 2)
    expect(away(['stares'])).toBe(0)
    expect(away(['avoids-eyes'])).toBeGreaterThan(0.5)
    const blinks = (habits: CharacterSpec['habits']) => scoresOf(shot(habits))[0]!.blinks.length
    expect(blinks(['blinks'])).toBeGreaterThan(blinks([]) * 2.2)
    expect(blinks(['stares'])).toBeLessThan(blinks([]) * 0.6)
  })

  test('of gait: who limps limps, who walks on toes keeps the heels up, who slouches is lower', () => {
    const walk = (habits: Mannerism[]) => {
      const { habits: _, ...spec } = { ...somebody('limps'), stoop: 0, age: 30 }
      return sliceOf(
        [
          performance(spec.key, {
            where: [
              go(
                [
                  [0, 0, 0],
                  [0, 0, 5],
                ],
                0,
                4.6,
              ),
            ],
          }),
        ],
        {
          cast: [habits.length > 0 ? { ...spec, habits } : spec],
          shot: { frames: 96 },
        },
      )
    }
    expect(scoresOf(walk(['limps']))[0]!.footfalls.strides[0]!.gait).toBe('limp')
    const [flat, toes, slouched] = [walk([]), walk(['tiptoes']), walk(['slouches'])].map((s) => look(s, 60).slice(40))
    const lowest = (seen: ReturnType<typeof look>) => Math.min(...seen.map((s) => s.joints[0]!.leftFoot.position[1]))
    const head = (seen: ReturnType<typeof look>) => seen.reduce((sum, s) => sum + s.joints[0]!.head.position[1], 0) / seen.length
    expect(lowest(toes!)).toBeGreaterThan(lowest(flat!) + 0.03)
    expect(head(toes!)).toBeGreaterThan(head(flat!) + 0.01)
    expect(head(slouched!)).toBeLessThan(head(flat!) - 0.015)
    for (const s of toes!) expect(faults(s)).toEqual([])
  })
})
