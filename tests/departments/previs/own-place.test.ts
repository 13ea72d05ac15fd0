import { describe, expect, test } from 'vitest'
import { checkBlocking } from '../../../src/departments/previs'
import { floorHeightAt, type Whereabouts, whereAt } from '../../../src/film'
import { planText } from './plan-text'

const scene = (heading: string, body: string) => planText(`${heading}\n\n${body}`).scenes[0]!
type Scene = ReturnType<typeof scene>
const whereOf = (s: Scene, who: string): readonly Whereabouts[] => s.blocking.performances.find((p) => p.character === who)!.where
/** Group of the seat that somebody has at a time, seconds. */
function groupAt(s: Scene, who: string, t: number): string | undefined {
  const { position, stance } = whereAt(whereOf(s, who), t)
  if (stance !== 'sit') return undefined
  return s.set.marks.find((m) => m.kind === 'seat' && Math.hypot(m.position[0] - position[0], m.position[2] - position[2]) < 0.05)?.group
}

describe('people who hold an office', () => {
  const court = scene(
    'INT. COURTROOM - DAY',
    `JUDGE VANE (60s), a WITNESS and CARLA (30s) wait.\n\nCARLA\nWhere were you that night?\n\nWITNESS\nAt home. Asleep.\n\nThe judge bangs her gavel.\n\nJUDGE VANE\nOrder.`,
  )
  test('have their own seats, which others leave to them', () => {
    expect(groupAt(court, 'judge-vane', 0)).toBe('judge')
    expect(groupAt(court, 'witness', 0)).toBe('witness')
    expect(['judge', 'witness', 'jury', 'clerk']).not.toContain(groupAt(court, 'carla', 0))
  })
  test('sit as high as the floor under them', () => {
    const [judge] = whereOf(court, 'judge-vane')
    expect(judge?.kind === 'stay' && judge.position[1]).toBeCloseTo(0.36, 6)
    expect(checkBlocking(court.blocking, court.set, court.shots.frames / 24)).toEqual([])
  })
  test('hammer with what is theirs, where they sit', () => {
    const acts = court.blocking.performances.find((p) => p.character === 'judge-vane')!.acts
    expect(acts.map((a) => a.verb)).toContain('hammer')
    expect(court.blocking.props.map((p) => p.prop)).toContain('gavel')
  })
  test('lie in bed as patients, and are visited', () => {
    const room = scene(
      'INT. HOSPITAL ROOM - DAY',
      `A PATIENT and IRIS (30s) are alone.\n\nIRIS\nYou look better.\n\nPATIENT\nI look like a ghost.`,
    )
    expect(whereAt(whereOf(room, 'patient'), 0).stance).toBe('lie')
    expect(whereAt(whereOf(room, 'iris'), 0).stance).not.toBe('lie')
  })
})

describe('raised floor', () => {
  test('is climbed by its steps, and stood on before the house', () => {
    const s = scene(
      'INT. THEATRE - NIGHT',
      `NORA (30s) waits. OTTO (50s) sits in the front row.\n\nNora climbs the stage.\n\nOTTO\nFrom the top, please, and slowly this time.\n\nNora bows.`,
    )
    const where = whereOf(s, 'nora')
    const way = where.find((w) => w.kind === 'go')!
    const heights = way.kind === 'go' ? way.path.map((p) => p[1]) : []
    expect(heights.at(-1)).toBeCloseTo(0.7, 6)
    // Over the steps: at heights between.
    expect(heights.some((y) => y > 0.2 && y < 0.6)).toBe(true)
    expect(checkBlocking(s.blocking, s.set, s.shots.frames / 24)).toEqual([])
    expect(s.blocking.performances.find((p) => p.character === 'nora')!.acts.map((a) => a.verb)).toContain('bow')
  })

  test('is as high as its things are, in treads on steps, and nowhere else', () => {
    const thing = (prop: string, z: number, d: number) =>
      ({ key: prop, prop, position: [0, 0, z], yaw: 0, size: [2, 0.6, d], seed: 1, blocks: false }) as const
    const set = { placements: [thing('stage-floor', -2, 2), thing('stage-steps', -0.5, 1), thing('table', 3, 1)] }
    expect([-2, -0.5, 0.1, 3].map((z) => Math.round(floorHeightAt(set, 0, z) * 100) / 100)).toEqual([0.6, 0.3, 0, 0])
    expect(floorHeightAt(set, 1.2, -2)).toBe(0)
  })
})

describe('who sees to others where they sit', () => {
  const shop = scene(
    'INT. BARBER SHOP - DAY',
    `A BARBER, 50s, bald. LUIS, 30s, sits in the chair.\n\nThe barber cuts his hair.\n\nLUIS\nNot too short.`,
  )
  test('a barber stands behind the chair from the first, scissors in hand, and cuts there', () => {
    const luis = whereAt(whereOf(shop, 'luis'), 0)
    expect(luis.stance).toBe('sit')
    const barber = shop.blocking.performances.find((p) => p.character === 'barber')!
    const cut = barber.acts.find((a) => a.verb === 'cut-hair')!
    expect(cut.to).toBe('luis')
    for (const t of [0, cut.t0 + 0.5]) {
      const { position, stance } = whereAt(barber.where, t)
      expect(stance).toBe('stand')
      const [dx, dz] = [position[0] - luis.position[0], position[2] - luis.position[2]]
      expect(Math.hypot(dx, dz)).toBeLessThan(1.05)
      expect(dx * Math.sin(luis.yaw) + dz * Math.cos(luis.yaw)).toBeLessThan(-0.3)
    }
    const scissors = shop.blocking.props.find((p) => p.prop === 'scissors')!
    expect(scissors.states.some((s) => s.kind === 'held' && s.by === 'barber')).toBe(true)
  })
})

describe('who runs out of a building', () => {
  test('comes out of its door, seen from the street; and leaves, seen from inside', () => {
    const street = scene('EXT. STREET - DAY', `Traffic goes by.\n\nCLARA (40s) runs out of the bank.\n\nCLARA\nHelp!`)
    const off = street.blocking.offstage.clara!
    expect(off[0]!.t0).toBe(0)
    const out = off[0]!.t1
    expect(off).toHaveLength(1)
    const go = whereOf(street, 'clara').find((w) => w.kind === 'go')!
    expect(go.kind === 'go' && go.gait).toBe('run')
    const door = street.set.marks.some(
      (m) =>
        m.kind === 'door' &&
        Math.hypot(
          m.position[0] - whereAt(whereOf(street, 'clara'), out).position[0],
          m.position[2] - whereAt(whereOf(street, 'clara'), out).position[2],
        ) < 1.5,
    )
    expect(door).toBe(true)
    const room = scene('INT. BANK - DAY', `CLARA (40s) waits.\n\nCLARA\nNo.\n\nShe runs out of the bank.`)
    expect(room.blocking.offstage.clara!.at(-1)!.t1).toBeGreaterThan(1e4)
  })
})
