import { describe, expect, test } from 'vitest'
import { alongWay, distance, figureOf, whereAt } from '../../../src/film'
import { frameState, gripOf } from '../../../src/motion'
import { buildSet } from '../../../src/stage/sets'
import { sliceOf } from '../../motion/slices'
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

  test('the hand goes with the knob of a door as it swings, and lets go where it is out of reach', () => {
    const s = scene('INT. BEDROOM - DAY', 'MARA (30s) waits.\n\nShe opens the door.\n\nMARA\nSo this is how it was all the time.')
    const { blocking, set, cast } = s
    const who = blocking.performances[0]!
    const act = who.acts.find((a) => a.verb === 'open')!
    const door = buildSet(set).doors.find((d) => d.key === act.leaf!.key)!
    // The way of the hand is that of the leaf that is drawn.
    expect(door.openAngle).toBe(act.leaf!.turn)
    expect(Math.hypot(door.pivot[0] - act.leaf!.round![0], door.pivot[2] - act.leaf!.round![2])).toBeLessThan(0.001)
    const slice = sliceOf([{ ...who, speech: [] }], {
      cast,
      shot: { frames: Math.ceil((act.t1 + 0.5) * 24), doors: { [act.leaf!.key]: blocking.doors[act.leaf!.key]! } },
    })
    let followed = 0
    for (let f = Math.ceil((act.t0 + 0.5) * 24); f < (act.t1 - 0.45) * 24; f++) {
      const state = frameState(slice, f)
      const knob = alongWay(act.at!, act.leaf!, state.doors[act.leaf!.key]!)
      const hand = gripOf(figureOf(cast[0]!), state.actors[0]!, act.hand === 'left' ? 0 : 1).position
      if (state.doors[act.leaf!.key]! > 0.05 && distance(hand, knob) < 0.01) followed = Math.max(followed, state.doors[act.leaf!.key]!)
      if (state.doors[act.leaf!.key]! < 0.25) expect(distance(hand, knob), `frame ${f}`).toBeLessThan(0.01)
    }
    expect(followed).toBeGreaterThan(0.35)
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
