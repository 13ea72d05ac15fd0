import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cameraAt, eyesAt, faceYawAt, isAway, placeCamera, projectPoint, Studio, sittersOf } from '../../../src/departments/camera'
import { CameraPlan, hollowParts, type Placement, type Vec3, whereAt, wrapAngle } from '../../../src/film'
import { anyScript, FPS, fixtures, planText } from '../previs/plan-text'

const ASPECT = 16 / 9

interface Tally {
  shots: number
  singles: number
  readonly faults: Map<string, string[]>
}

function inspect(text: string, tally: Tally): void {
  const bump = (rule: string, what: string) => tally.faults.set(rule, [...(tally.faults.get(rule) ?? []), what])
  for (const { shots, set, cast, blocking } of planText(text).scenes) {
    const people = sittersOf(blocking.performances, cast)
    const studio = Studio.of(set)
    for (const shot of shots.shots) {
      tally.shots++
      const camera = placeCamera({
        shot,
        sceneShots: shots,
        performances: blocking.performances,
        set,
        cast,
        aspect: ASPECT,
        fps: FPS,
        props: blocking.props,
      })
      expect(CameraPlan.safeParse(camera).success).toBe(true)
      expect(camera.keys[0]!.t).toBe(0)
      const length = shot.frames / 24
      const start = shot.startFrame / 24
      for (const u of [0, 0.5, 1]) {
        const { position } = cameraAt(camera, length * u)
        if (!studio.holds(position)) bump('camera outside of the set', shot.key)
        if (!studio.clearOfThings(position)) bump('camera in a thing', shot.key)
        if (!studio.clearOfPeople(position, people, start + length * u, 0.3)) bump('camera in a person', shot.key)
      }
      const main = people.find((p) => p.role === shot.subjects[0])
      const t = length / 2
      if (!main || shot.framing === 'insert') continue
      if (isAway(main, start + t, set)) {
        bump('subject away', shot.key)
        continue
      }
      const eyes = eyesAt(main, start + t)
      const at = projectPoint(camera, t, ASPECT, eyes)
      if (at.depth <= 0 || Math.abs(at.x) > 1 || Math.abs(at.y) > 1) bump('subject out of frame', `${shot.key} ${JSON.stringify(at)}`)
      const { position } = cameraAt(camera, t)
      if (studio.between(position, eyes, people, start + t, main.key) > 0) bump('subject hidden', shot.key)
      if ((shot.framing !== 'single' && shot.framing !== 'over-shoulder') || whereAt(main.performance.where, start + t).stance === 'lie')
        continue
      const speaks = main.performance.speech.some((s) => s.t0 < start + length && s.t1 > start)
      if (!speaks && shot.size !== 'CU' && shot.size !== 'MCU') continue
      tally.singles++
      const off = Math.abs(wrapAngle(Math.atan2(position[0] - eyes[0], position[2] - eyes[2]) - faceYawAt(main, start + t, people)))
      if (off > (65 * Math.PI) / 180) bump('face turned away', `${shot.key} ${Math.round((off * 180) / Math.PI)}°`)
      if (camera.why[0]!.includes('across the line')) bump('line crossed', shot.key)
    }
  }
}

/** Whether a point is inside a piece of furniture's box; of what is hollow, inside one of its solid parts. */
const holds = (p: Placement, [x, y, z]: Vec3): boolean => {
  const [dx, dz] = [x - p.position[0], z - p.position[2]]
  const at = [dx * Math.cos(p.yaw) - dz * Math.sin(p.yaw), y - p.position[1], dx * Math.sin(p.yaw) + dz * Math.cos(p.yaw)]
  const whole = { mid: [0, p.size[1] / 2, 0], half: p.size.map((v) => v / 2) }
  return (
    p.size[1] > 0.06 &&
    Math.max(p.size[0], p.size[2]) > 0.12 &&
    (hollowParts(p) ?? [whole]).some(({ mid, half }) => at.every((v, i) => Math.abs(v - mid[i]!) < half[i]!))
  )
}

const share = (t: Tally, rule: string, of = t.shots) => (t.faults.get(rule)?.length ?? 0) / of

describe('placeCamera', () => {
  for (const [name, text] of fixtures())
    test(`shoots ${name} from inside the set, subjects seen`, () => {
      const tally: Tally = { shots: 0, singles: 0, faults: new Map() }
      inspect(text, tally)
      const { faults } = tally
      faults.delete('line crossed')
      expect([...faults.entries()].filter(([k]) => k !== 'subject hidden' && k !== 'subject away')).toEqual([])
      expect(share(tally, 'subject hidden') + share(tally, 'subject away')).toBeLessThan(0.08)
    })

  test('holds its rules in any script', () => {
    const tally: Tally = { shots: 0, singles: 0, faults: new Map() }
    fc.assert(
      fc.property(anyScript, (text) => inspect(text, tally)),
      { numRuns: 25, seed: 7 },
    )
    expect(tally.shots).toBeGreaterThan(200)
    expect(tally.faults.get('camera outside of the set') ?? []).toEqual([])
    expect(share(tally, 'camera in a thing')).toBeLessThan(0.01)
    expect(share(tally, 'camera in a person')).toBeLessThan(0.01)
    expect(share(tally, 'subject out of frame')).toBeLessThan(0.01)
    expect(share(tally, 'subject away')).toBeLessThan(0.03)
    expect(share(tally, 'subject hidden')).toBeLessThan(0.05)
    expect(share(tally, 'face turned away', tally.singles)).toBeLessThan(0.02)
    expect(share(tally, 'line crossed', tally.singles)).toBeLessThan(0.1)
  }, 60_000)

  test('a camera that travels goes through no wall and no thing, also between its keys', () => {
    const rooms = ['KITCHEN', 'OFFICE', 'ATTIC', 'STATION']
    const does = ['turns and runs', 'walks out', 'crosses to the window', 'runs to the door', 'hurries away']
    const text = Array.from({ length: 60 }, (_, i) => {
      const [place, deed] = [rooms[i % 4], does[i % 5]]
      return `INT. ${place} ${i} - DAY\n\nMARA (34, tall) stands. OTTO (61) waits.\n\nMARA\nWe were going to find it.\n\nMara ${deed}. Otto ${does[(i + 2) % 5]}.`
    }).join('\n\n')
    let travelling = 0
    const bad: string[] = []
    for (const { shots, set, cast, blocking } of planText(text).scenes)
      for (const shot of shots.shots.filter((s) => s.framing === 'moving')) {
        const camera = placeCamera({ shot, sceneShots: shots, performances: blocking.performances, set, cast, aspect: ASPECT, fps: FPS })
        if (camera.why[0]!.startsWith('travels')) travelling++
        const length = shot.frames / 24
        for (let k = 0; k <= 40; k++) {
          const { position } = cameraAt(camera, (length * k) / 40)
          if (!Studio.of(set).holds(position)) bad.push(`${shot.key}: outside`)
          if (set.placements.some((p) => holds(p, position))) bad.push(`${shot.key}: in a thing`)
        }
      }
    expect(travelling).toBeGreaterThan(10)
    expect(bad).toEqual([])
  })

  test('two who talk are shot from one side of their line', () => {
    const { shots, set, cast, blocking } = planText(
      `INT. LIVING ROOM - DAY\n\nANNA (40) and BEN (50) stand and argue.\n\n${Array.from({ length: 12 }, (_, i) => `${i % 2 ? 'BEN' : 'ANNA'}\nThis is line number ${i}, and it is long enough for a shot.`).join('\n\n')}`,
    ).scenes[0]!
    const people = sittersOf(blocking.performances, cast)
    const sides = shots.shots
      .filter((s) => s.subjects.length === 2)
      .map((shot) => {
        const camera = placeCamera({ shot, sceneShots: shots, performances: blocking.performances, set, cast, aspect: ASPECT, fps: FPS })
        const t = shot.startFrame / 24 + shot.frames / 48
        const [a, b] = ['anna', 'ben'].map((k) => eyesAt(people.find((p) => p.key === k)!, t))
        const c = cameraAt(camera, shot.frames / 48).position
        return Math.sign((b![0] - a![0]) * (c[2] - a![2]) - (b![2] - a![2]) * (c[0] - a![0]))
      })
    expect(sides.length).toBeGreaterThan(6)
    expect(new Set(sides).size).toBe(1)
  })

  test('closer sizes show bigger heads', () => {
    const heads = new Map<string, number[]>()
    for (const [, text] of fixtures().filter(([n]) => /market|tea|station/.test(n)))
      for (const { shots, set, cast, blocking } of planText(text).scenes) {
        const people = sittersOf(blocking.performances, cast)
        for (const shot of shots.shots.filter((s) => s.framing === 'single')) {
          const main = people.find((p) => p.role === shot.subjects[0])
          if (!main) continue
          const camera = placeCamera({ shot, sceneShots: shots, performances: blocking.performances, set, cast, aspect: ASPECT, fps: FPS })
          const t = shot.frames / 48
          const eyes = eyesAt(main, shot.startFrame / 24 + t)
          const up = projectPoint(camera, t, ASPECT, [eyes[0], eyes[1] + main.figure.headM / 2, eyes[2]])
          const down = projectPoint(camera, t, ASPECT, [eyes[0], eyes[1] - main.figure.headM / 2, eyes[2]])
          heads.set(shot.size, [...(heads.get(shot.size) ?? []), (up.y - down.y) / 2])
        }
      }
    const mean = (size: string) => {
      const list = heads.get(size) ?? []
      return list.reduce((a, b) => a + b, 0) / Math.max(1, list.length)
    }
    expect(mean('CU')).toBeGreaterThan(0.4)
    expect(mean('CU')).toBeLessThan(0.65)
    expect(mean('MCU')).toBeLessThan(mean('CU'))
    expect(mean('MS')).toBeLessThan(mean('MCU'))
    expect(mean('MLS')).toBeLessThan(mean('MS'))
  })

  test('a line about the door shows the door, from within', () => {
    const text = 'INT. OFFICE - NIGHT\n\nIRIS (70s) sits at the desk.\n\nThe door opens.\n\nTOBIAS (28) comes in.\n'
    const [scene] = planText(text).scenes
    const { shots, set, cast, blocking } = scene!
    const shot = shots.shots.find((s) => s.object === 'door')!
    const camera = placeCamera({ shot, sceneShots: shots, performances: blocking.performances, set, cast, aspect: ASPECT, fps: FPS })
    const doors = set.marks.filter((m) => m.kind === 'door').map(({ position: [x, y, z] }) => [x, y + 1.2, z] as const)
    const seen = doors.map((at) => projectPoint(camera, shot.frames / 48, ASPECT, at))
    expect(seen.some(({ x, y, depth }) => depth > 0.5 && Math.abs(x) < 0.5 && Math.abs(y) < 0.5)).toBe(true)
    expect(camera.why.join()).toContain('close on the thing')
  })
})

test('over the back of a standing listener, who sits and speaks is seen whole', () => {
  const places = ['INT. TRAIN - DAY', 'INT. BUS - DAY', 'INT. CAFE - DAY', 'INT. KITCHEN - NIGHT', 'INT. CHURCH - DAY', 'EXT. PARK - DAY']
  const seen = places.map((place) => {
    const { shots, set, cast, blocking } = planText(`${place}

PAUL (28, curly hair, green jacket) takes off his glasses. LENA (25, yellow dress) sits and laughs.

LENA
You look different.

PAUL
I know.

LENA
I did not know you at all.
`).scenes[0]!
    const people = sittersOf(blocking.performances, cast)
    return shots.shots.flatMap((planned) => {
      if (planned.framing !== 'single' || planned.subjects[0] !== 'lena') return []
      const shot = { ...planned, framing: 'over-shoulder', over: 'paul' } as const
      const options = {
        shot,
        sceneShots: shots,
        performances: blocking.performances,
        set,
        cast,
        aspect: ASPECT,
        fps: FPS,
        props: blocking.props,
      }
      const { keys, why } = placeCamera(options)
      const { position } = keys[0]!
      if (!why.join().includes('shoulder')) return []
      const t = (shot.startFrame + shot.frames / 2) / 24
      const [lena, paul] = ['lena', 'paul'].map((role) => eyesAt(people.find((p) => p.role === role)!, t)) as [Vec3, Vec3]
      if (paul[1] < lena[1] + 0.25) return []
      const to = (p: Vec3) => Math.atan2(p[0] - position[0], p[2] - position[2])
      const far = Math.hypot(paul[0] - position[0], paul[2] - position[2])
      return [Math.abs(wrapAngle(to(paul) - to(lena))) - Math.asin(Math.min(1, 0.28 / far))]
    })
  })
  expect(seen.flat().length).toBeGreaterThan(0)
  expect(Math.min(...seen.flat())).toBeGreaterThan(0)
})
