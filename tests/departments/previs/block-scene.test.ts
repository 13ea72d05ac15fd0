import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBlocking } from '../../../src/departments/previs'
import { Performance, whereAt, wrapAngle } from '../../../src/film'
import { anyScript, FPS, fixtures, planText } from './plan-text'

function faults(text: string): string[] {
  return planText(text).scenes.flatMap(({ scene, shots, set, blocking }) =>
    checkBlocking(blocking, set, shots.frames / 24).map((f) => `${scene.key} ${f.t}: ${f.who} ${f.rule} ${f.what}`),
  )
}

const one = (body: string, heading = 'INT. FARMHOUSE KITCHEN - DAY') => planText(`${heading}\n\n${body}`).scenes[0]!
const track = (s: ReturnType<typeof one>, key: string) => s.blocking.performances.find((p) => p.character === key)!

describe('blockScene', () => {
  for (const [name, text] of fixtures())
    test(`keeps people apart, in the room and out of the furniture: ${name}`, () => {
      expect(faults(text)).toEqual([])
      for (const { blocking } of planText(text).scenes)
        for (const p of blocking.performances) expect(Performance.safeParse(p).success).toBe(true)
    })

  test('keeps people apart in any script', () => {
    fc.assert(
      fc.property(anyScript, (text) => {
        expect(faults(text)).toEqual([])
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  test('keeps people apart who pass one another in a full room', () => {
    const speech =
      'You do not understand. It was never about the money. It was about him, about what he did to us all those years ago, when the mill burned down and nobody came to help.'
    const text = `INT. BEDROOM - DAY\n\nKATE\nYes.\n\nTOM\nYes.\n\nJOE (V.O.)\n${speech}\n\nJOE stands up and walks to the door.\n\nBO\nYes.\n\nOLD WOMAN\nYes.\n\nINT. DINER - DAY`
    expect(faults(text)).toEqual([])
  })

  test('two who talk face one another, at arm’s length or across a table', () => {
    const s = one('ANNA and BEN wait.\n\nANNA\nHello there.\n\nBEN\nHello to you.', 'INT. LIVING ROOM - DAY')
    const [a, b] = ['anna', 'ben'].map((k) => whereAt(track(s, k).where, 4))
    const d = Math.hypot(a!.position[0] - b!.position[0], a!.position[2] - b!.position[2])
    expect(d).toBeGreaterThan(0.9)
    expect(d).toBeLessThan(2.6)
    const to = Math.atan2(b!.position[0] - a!.position[0], b!.position[2] - a!.position[2])
    expect(Math.abs(wrapAngle(to - a!.yaw))).toBeLessThan(0.8)
  })

  test('whoever enters is behind the door first, then in the room; whoever leaves is gone', () => {
    const s = one(
      'ANNA stands at the stove.\n\nBEN enters.\n\nBEN\nI am here, as you can see for yourself.\n\nBen walks out.\n\nANNA\nGone again, and not a word about the money.',
    )
    const ben = track(s, 'ben')
    const first = ben.where[0]!
    expect(
      first.kind === 'stay' && (Math.abs(first.position[0]) > s.set.widthM / 2 || Math.abs(first.position[2]) > s.set.depthM / 2),
    ).toBe(true)
    const off = s.blocking.offstage.ben!
    expect(off.length).toBe(2)
    expect(off[1]!.t0).toBeGreaterThan(off[0]!.t1)
    expect(ben.where.some((w) => w.kind === 'go')).toBe(true)
    expect(Object.keys(s.blocking.doors).length).toBe(1)
  })

  test('whoever comes in with the first words comes from the door, and sits down where they say', () => {
    const s = one(
      'ANNA (30) enters. She sits on the sofa.\n\nANNA\nAt last. What a day that was, and it is not over.',
      'INT. LIVING ROOM - DAY',
    )
    const [first, ...later] = track(s, 'anna').where
    const door = s.set.marks.find((m) => m.kind === 'door')!
    expect(first).toMatchObject({ kind: 'stay', stance: 'stand' })
    expect(first?.kind === 'stay' && Math.hypot(first.position[0] - door.position[0], first.position[2] - door.position[2])).toBeLessThan(
      0.5,
    )
    expect(later.some((w) => w.kind === 'go')).toBe(true)
    expect(later.at(-1)).toMatchObject({ kind: 'stay', stance: 'sit' })
    expect(Object.keys(s.blocking.doors)).toHaveLength(1)
  })

  test('sits, rises, falls, kneels', () => {
    const s = one(
      'ANNA (30) sits at the table. BEN (40) kneels.\n\nANNA\nGet up, will you?\n\nBEN\nNo.\n\nAnna stands up. Ben stands up.\n\nBen falls.',
    )
    const stances = (k: string) => track(s, k).where.flatMap((w) => (w.kind === 'stay' ? [w.stance] : []))
    expect(stances('anna')).toContain('sit')
    expect(stances('anna').at(-1)).toBe('stand')
    expect(stances('ben')).toContain('kneel')
    expect(stances('ben').at(-1)).toBe('lie')
  })

  test('hands hold what the words put into them', () => {
    const s = one(
      'ANNA (40) comes in with a suitcase in her hand.\n\nAnna puts the suitcase on the table.\n\nBEN (30) picks up the suitcase.\n\nBEN\nHeavy.\n\nANNA\nYes.',
    )
    const states = s.blocking.props.find((p) => p.prop === 'suitcase')!.states.map((x) => (x.kind === 'held' ? `held ${x.by}` : x.kind))
    expect(states).toEqual(['held anna', 'placed', 'held ben'])
  })

  test('manner reaches voice and face', () => {
    const s = one('ANNA\n(whispering)\nQuiet now.\n\nBEN\n(shouting)\nNever!')
    expect(track(s, 'anna').speech[0]!.energy).toBeLessThan(0.3)
    expect(track(s, 'ben').speech[0]!.energy).toBeGreaterThan(0.8)
    expect(track(s, 'ben').moods.some((m) => m.expression === 'anger')).toBe(true)
  })

  test('who is only heard is not there', () => {
    const s = one('ANNA waits.\n\nBEN (V.O.)\nAnna, pick up.\n\nANNA\nNo.')
    expect(s.blocking.performances.map((p) => p.character)).toEqual(['anna'])
  })

  test('everybody speaks when the sheet says so', () => {
    for (const [, text] of fixtures())
      for (const { shots, blocking } of planText(text).scenes)
        for (const beat of shots.beats.filter((b) => b.kind === 'line' && !b.offScreen))
          expect(
            blocking.performances.some(
              (p) =>
                p.character.split('#')[0] === beat.character &&
                p.speech.some((x) => Math.abs(x.t0 - beat.startFrame / 24) < 0.01 && x.text === beat.text),
            ),
            beat.key,
          ).toBe(true)
  })

  test('the same input gives the same blocking', () => {
    const text = fixtures()[0]![1]
    expect(planText(text).scenes.map((s) => s.blocking)).toEqual(planText(text, { ...FPS }).scenes.map((s) => s.blocking))
  })
})
