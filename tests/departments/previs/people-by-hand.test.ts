import { describe, expect, it } from 'vitest'
import { checkBlocking, peopleByHand } from '../../../src/departments/previs'
import { distance, type HandEdit, pathLength, random, type Vec3, type Whereabouts } from '../../../src/film'
import { planText } from './plan-text'

const KITCHEN = planText(`INT. FARMHOUSE KITCHEN - DAY

MARA (40) sits at the table. OTTO (50) stands at the window.

MARA
Sit down, will you. You make me nervous, standing there.

OTTO walks to the door.

OTTO
I would rather stand, if it is all the same to you and the soup.

MARA
It is not.
`).scenes[0]!
const STREET = planText(`EXT. CITY STREET - DAY

NOOR (30) waits at the lamp post. BEN (35) walks to her.

BEN
You are early, and I am late, so we meet in the middle.

NOOR
We meet where I stand.
`).scenes[0]!

const stays = (where: readonly Whereabouts[]) => where.filter((w) => w.kind === 'stay')
const whereOf = (blocking: typeof KITCHEN.blocking, who: string) => blocking.performances.find((p) => p.character === who)!.where
const edit = (who: string, base: Vec3, value: Vec3): HandEdit => ({ target: 'scene', path: `people.${who}`, value, base })

describe('people put somewhere by hand', () => {
  it('are there for as long as they were where the plan had them; a seat is sat on', () => {
    const { set, blocking } = KITCHEN
    const first = stays(whereOf(blocking, 'otto'))[0]!
    const seat = set.marks.find(
      (m) => m.kind === 'seat' && stays(whereOf(blocking, 'mara')).every((s) => distance(s.position, m.position) > 0.6),
    )!
    const { blocking: made, lost } = peopleByHand(blocking, set, [edit('otto', first.position, seat.position)])
    expect(lost).toEqual([])
    const now = stays(whereOf(made, 'otto'))[0]!
    expect(now).toMatchObject({ stance: 'sit', position: seat.position, yaw: seat.yaw, t0: first.t0 })
    expect(now.seatHeightM).toBe(seat.seatHeightM)
    // Ways join the places they lie between.
    const where = whereOf(made, 'otto')
    for (const [i, w] of where.entries()) {
      if (w.kind !== 'go') continue
      const [before, after] = [where[i - 1], where[i + 1]]
      if (before?.kind === 'stay') expect(distance(w.path[0]!, before.position)).toBeLessThan(0.01)
      if (after?.kind === 'stay') expect(distance(w.path.at(-1)!, after.position)).toBeLessThan(0.01)
      expect(w.t1).toBeGreaterThan(w.t0)
      if (after) expect(after.t0).toBeGreaterThanOrEqual(w.t1)
    }
  })

  it.each([
    ['inside', KITCHEN],
    ['outside', STREET],
  ])('stand in nothing and nobody, wherever they are dropped: %s', (_, { set, blocking, shots }) => {
    const r = random(`people by hand ${set.key}`)
    const seconds = shots.frames / 24
    expect(checkBlocking(blocking, set, seconds)).toEqual([])
    let moved = 0
    for (let i = 0; i < 40; i++) {
      const person = r.pick(blocking.performances)
      const base = r.pick(stays(person.where)).position
      const wish: Vec3 = [r.range(-set.widthM / 2, set.widthM / 2), 0, r.range(-set.depthM / 2, set.depthM / 2)]
      const { blocking: made, lost } = peopleByHand(blocking, set, [edit(person.character, base, wish)])
      expect(checkBlocking(made, set, seconds), `${person.character} to ${wish}`).toEqual([])
      for (const w of whereOf(made, person.character))
        if (w.kind === 'go' && w.t1 < seconds) expect(pathLength(w.path) / (w.t1 - w.t0)).toBeLessThan(8)
      moved += lost.length === 0 && made !== blocking ? 1 : 0
    }
    expect(moved).toBeGreaterThan(30)
  })

  it('are looked at by those who looked at them', () => {
    const { set, blocking } = STREET
    const noor = stays(whereOf(blocking, 'noor')).at(-1)!
    const ben = stays(whereOf(blocking, 'ben')).at(-1)!
    const { blocking: made } = peopleByHand(blocking, set, [edit('noor', noor.position, [noor.position[0] + 1.5, 0, noor.position[2] + 1])])
    const there = stays(whereOf(made, 'noor')).at(-1)!
    const now = stays(whereOf(made, 'ben')).at(-1)!
    const towards = (from: Vec3, to: Vec3) => Math.atan2(to[0] - from[0], to[2] - from[2])
    expect(Math.cos(ben.yaw - towards(ben.position, noor.position))).toBeGreaterThan(0.9)
    expect(Math.cos(now.yaw - towards(now.position, there.position))).toBeGreaterThan(0.9)
  })

  it('that are not there are said', () => {
    const { set, blocking } = KITCHEN
    const stray = [edit('nobody', [0, 0, 0], [1, 0, 1]), edit('otto', [99, 0, 0], [1, 0, 1])]
    expect(peopleByHand(blocking, set, stray)).toEqual({ blocking, lost: stray })
  })
})
