import { describe, expect, test } from 'vitest'
import { blockScene, checkBlocking } from '../../../src/departments/previs'
import { type Look, whereAt } from '../../../src/film'
import { FPS, planText } from './plan-text'

const one = (body: string, heading: string) => planText(`${heading}\n\n${body}`).scenes[0]!

describe('stairs', () => {
  const climb =
    'MARA (40) and OTTO (50) wait.\n\nMARA climbs the stairs.\n\nOTTO\nWhere are you going? It is late, and there is nobody up there.'
  const s = one(`${climb}\n\nMARA walks to the door.\n\nOTTO\nSo you come down again, I see, and that was that.`, 'INT. STAIRWELL - DAY')
  const where = s.blocking.performances.find((p) => p.character === 'mara')!.where
  const ways = where.filter((w) => w.kind === 'go')

  test('are climbed tread by tread, and descended before anything else', () => {
    const up = ways.find((w) => w.path.at(-1)![1] > 0)!
    expect(up.path[0]![1]).toBe(0)
    const flight = s.set.placements.find((p) => p.prop === 'stair-flight')!
    const treads = Math.round(flight.size[1] / 0.175)
    expect((up.path.at(-1)![1] / flight.size[1]) * treads).toBeCloseTo(Math.round((up.path.at(-1)![1] / flight.size[1]) * treads), 6)
    expect(up.path.at(-1)![1] + 1.5).toBeLessThan(s.set.heightM)
    const down = ways.find((w) => w.path[0]![1] > 0)!
    expect(down.t0).toBeGreaterThanOrEqual(up.t1)
    expect(down.path.at(-1)![1]).toBe(0)
    const end = where.at(-1)!
    expect(end.kind === 'stay' ? end.position[1] : undefined).toBe(0)
  })

  test('put nobody into furniture', () => {
    expect(checkBlocking(s.blocking, s.set, s.shots.frames / 24)).toEqual([])
  })
})

describe('what is let go of', () => {
  const s = one(
    'MARA (40) and OTTO (50) wait. OTTO holds a letter.\n\nOTTO drops the letter.\n\nMARA\nWhat was that, and why is it on the floor now?\n\nMARA throws a ball to OTTO.\n\nOTTO\nI never could catch one of those.',
    'INT. FARMHOUSE KITCHEN - DAY',
  )
  const last = (prop: string) => s.blocking.props.find((p) => p.prop === prop)!.states.at(-1)!

  test('falls to the floor beside whoever dropped it, and stays', () => {
    const letter = last('letter')
    expect(letter).toMatchObject({ kind: 'placed', fallS: 0.4 })
    const otto = s.blocking.performances.find((p) => p.character === 'otto')!
    const { position } = whereAt(otto.where, letter.t0)
    if (letter.kind !== 'placed') throw new Error('it lies nowhere')
    expect(letter.position[1]).toBeLessThan(0.1)
    expect(Math.hypot(letter.position[0] - position[0], letter.position[2] - position[2])).toBeLessThan(0.4)
  })

  test('flies to the feet of whoever it is thrown to', () => {
    const ball = last('ball')
    const otto = s.blocking.performances.find((p) => p.character === 'otto')!
    const { position } = whereAt(otto.where, ball.t0)
    if (ball.kind !== 'placed') throw new Error('it lies nowhere')
    expect(ball.fallS).toBeGreaterThan(0.3)
    expect(Math.hypot(ball.position[0] - position[0], ball.position[2] - position[2])).toBeLessThan(0.6)
  })
})

describe('what the story leaves people with', () => {
  const cast = {
    age: 40,
    hair: { style: 'short', colour: '#000000', beard: 'none' },
    wardrobe: [],
    marks: [],
    changes: [],
    costume: 'mara.1',
  } as const
  const sprain = { kind: 'sprain', place: 'left ankle', sinceScene: 'a', sinceLine: 1, days: 0, stage: 'fresh' } as const
  const withLook = (look: Partial<Look>, body = 'MARA (40) waits. She walks to the stove.\n\nMARA\nStill nothing here to eat.') => {
    const planned = planText(`INT. FARMHOUSE KITCHEN - DAY\n\n${body}`)
    const { scene, shots, set, cast: people } = planned.scenes[0]!
    const looks: Look[] = [{ ...cast, character: 'mara', line: 0, injuries: [], props: [], dead: false, ...look }]
    return blockScene({
      scene,
      shots,
      characters: planned.script.characters,
      set,
      cast: people,
      items: planned.breakdown.scenes[0]!.items,
      fps: FPS,
      looks,
    })
  }
  const gaits = (b: ReturnType<typeof withLook>) => b.performances[0]!.where.flatMap((w) => (w.kind === 'go' ? [w.gait] : []))

  test('a hurt leg limps, a hurt hand does not, a healed leg walks', () => {
    expect(gaits(withLook({ injuries: [sprain] }))).toEqual(['limp'])
    expect(gaits(withLook({ injuries: [{ ...sprain, place: 'left hand' }] }))).toEqual(['walk'])
    expect(gaits(withLook({ injuries: [{ ...sprain, stage: 'healed' }] }))).toEqual(['walk'])
  })

  test('a suitcase comes along in the hand, or stands beside the seat; a letter is in a pocket', () => {
    expect(withLook({ props: ['suitcase', 'letter'] }).props).toMatchObject([
      { prop: 'suitcase', states: [{ kind: 'held', by: 'mara', t0: 0 }] },
    ])
    const seated = withLook({ props: ['suitcase'] }, 'MARA (40) sits at the table.\n\nMARA\nStill nothing here to eat.')
    expect(seated.props).toMatchObject([{ prop: 'suitcase', states: [{ kind: 'placed', t0: 0 }] }])
    // What the scene itself speaks of is where its words say.
    expect(withLook({ props: ['suitcase'] }, 'MARA (40) waits. The suitcase stands on the table.').props).toEqual([])
  })
})

describe('what somebody who sits lays down', () => {
  const laid = (heading: string, how = 'sits with a cup') => {
    const s = one(
      `ANNA, 40, in boots, ${how}. BEN, 30, waits.\n\nANNA\nIt is late, and the last train has gone.\n\nShe puts the cup down on the table.\n\nBEN\nThen we stay where we are and wait for the first one in the morning.`,
      heading,
    )
    const anna = s.blocking.performances.find((p) => p.character === 'anna')!
    const put = s.blocking.props.find((p) => p.prop === 'cup')!.states.find((x) => x.kind === 'placed')!
    if (put.kind !== 'placed') throw new Error('never laid down')
    return { s, anna, put, at: whereAt(anna.where, put.t0) }
  }

  test('is within the arm’s reach, and neither where the boots are nor on the seat', () => {
    for (const heading of [
      'INT. TRAIN',
      'INT. HOTEL LOBBY',
      'INT. PRISON CELL',
      'EXT. PARK',
      'INT. KITCHEN',
      'INT. BAR',
      'INT. COURTROOM',
      'EXT. HARBOUR',
    ]) {
      const { put, at } = laid(`${heading} - DAY`)
      const [dx, dz] = [put.position[0] - at.position[0], put.position[2] - at.position[2]]
      expect(Math.hypot(dx, dz), heading).toBeLessThan(0.95)
      if (at.stance !== 'sit') continue
      expect(Math.hypot(dx, dz), heading).toBeGreaterThan(0.25)
      if (put.position[1] > 0.3) continue
      const aside = dx * Math.cos(at.yaw) - dz * Math.sin(at.yaw)
      expect(Math.abs(aside), heading).toBeGreaterThan(0.3)
    }
  })

  test('on a table some steps away is brought there', () => {
    const { s, at } = laid('INT. STUDY - DAY')
    expect(at.stance).toBe('stand')
    expect(s.blocking.findings.map((f) => f.rule)).toContain('performance.rose-first')
  })
})
