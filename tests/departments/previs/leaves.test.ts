import { describe, expect, test } from 'vitest'
import { whereAt } from '../../../src/film'
import { buildSet } from '../../../src/stage/sets'
import { planText } from './plan-text'

const scene = (heading: string, body: string) => planText(`${heading}\n\n${body}`).scenes[0]!
const CASES = [
  ['INT. BEDROOM - DAY', 'opens the drawer', 'drawer'],
  ['INT. BEDROOM - DAY', 'opens the wardrobe', 'door'],
  ['INT. BEDROOM - DAY', 'opens the window', 'sash'],
  ['INT. BEDROOM - DAY', 'opens the curtains', 'curtain'],
  ['INT. KITCHEN - DAY', 'opens the fridge', 'door'],
] as const

describe('what is opened in a room', () => {
  test.each(CASES)('%s: who %s has a hand on it, and it moves and stays', (heading, does, kind) => {
    const { blocking, set } = scene(
      heading,
      `MARA (30s) waits.\n\nShe ${does}.\n\nMARA\nSo this is how it was all the time, and nobody told me.`,
    )
    const [key] = Object.keys(blocking.doors).filter((k) => k.endsWith(`/${kind}`))
    expect(key).toBeDefined()
    const act = blocking.performances[0]!.acts.find((a) => a.leaf?.key === key)!
    const keys = blocking.doors[key!]!
    expect(keys[0]!.open).toBe(0)
    expect(keys.at(-1)!.open).toBe(1)
    expect(keys.at(-2)!.t).toBeGreaterThan(act.t0)
    expect(keys.at(-1)!.t).toBeLessThan(act.t1)
    const { position } = whereAt(blocking.performances[0]!.where, act.t0 + 0.5)
    expect(Math.hypot(position[0] - act.at![0], position[2] - act.at![2])).toBeLessThan(0.95)
    // Drawn apart, with a mesh of its own; nothing of the rest is lost.
    const whole = buildSet(set)
    const apart = buildSet({ ...set, leaves: [key!] })
    const leaf = apart.doors.filter((d) => d.key === key)
    expect(leaf).toHaveLength(kind === 'curtain' ? 2 : 1)
    expect(whole.doors.some((d) => d.key === key)).toBe(false)
    expect(leaf[0]!.slide !== undefined || leaf[0]!.openAngle !== 0 || leaf[0]!.shutWidth !== undefined).toBe(true)
    expect(apart.glass !== undefined).toBe(whole.glass !== undefined)
  })

  test('what was open is shut again by the same hand', () => {
    const { blocking } = scene(
      'INT. KITCHEN - DAY',
      'MARA (30s) waits.\n\nShe opens the fridge.\n\nMARA\nMilk, and nothing but milk.\n\nShe closes the fridge.\n\nMARA\nNo.',
    )
    const [keys] = Object.entries(blocking.doors).flatMap(([k, v]) => (k.endsWith('/door') ? [v] : []))
    expect(keys!.map((k) => k.open)).toEqual([0, 0, 1, 1, 0])
    expect(keys!.every((k, i) => i === 0 || k.t > keys![i - 1]!.t)).toBe(true)
  })
})
