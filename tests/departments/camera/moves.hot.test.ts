import { describe, expect, test } from 'vitest'
import { cameraAt, eyesAt, lensAt, placeCamera, projectPoint, Studio, sittersOf } from '../../../src/departments/camera'
import { CAMERA_MOVES, type CameraMove, type CameraPlan, distance, type Vec3 } from '../../../src/film'
import { FPS, planText } from '../previs/plan-text'

const ASPECT = 16 / 9
const TEXT = ['KITCHEN', 'OFFICE', 'WAREHOUSE', 'CORRIDOR', 'CHURCH']
  .map(
    (place) => `INT. ${place} - DAY

MARA (34, tall) sits at a table. OTTO (61) stands by the door.

MARA
We were going to find it before the winter came, you and I.

OTTO
It was never there to be found, and you know it as well as I do.

MARA
Then why did you stay with us all through that summer?

OTTO
Because somebody had to, and there was nobody else who would.

MARA
You could have said so, once, in all of those years.

OTTO
I could have.

Mara stands and looks at the window.`,
  )
  .concat('EXT. PARK - DAY\n\nMARA (34) stands under a tree. OTTO (61) waits.\n\nMARA\nThis is where it was, all of it.')
  .join('\n\n')

interface Shot {
  readonly move: CameraMove
  readonly camera: CameraPlan
  readonly seconds: number
  /** One person alone. */
  readonly alone: boolean
  /** They stay where they are. */
  readonly stays: boolean
  readonly eyes: (t: number) => Vec3
  readonly holds: (p: Vec3) => boolean
}

const MOMENTS = Array.from({ length: 25 }, (_, i) => i / 24)

/** Every shot of people in the script, with every move asked for. */
const shots: Shot[] = planText(TEXT).scenes.flatMap(({ shots: scene, set, cast, blocking }) => {
  const people = sittersOf(blocking.performances, cast)
  const studio = Studio.of(set)
  return scene.shots
    .filter((s) => s.subjects.length > 0 && ['single', 'reaction', 'over-shoulder', 'two-shot', 'master'].includes(s.framing))
    .flatMap((shot) => {
      const who = people.find((p) => p.role === shot.subjects[0])
      if (!who) return []
      return CAMERA_MOVES.map((move): Shot => {
        const asked = { ...shot, move, moveAmount: 2 }
        const options = {
          sceneShots: scene,
          performances: blocking.performances,
          set,
          cast,
          aspect: ASPECT,
          fps: FPS,
          props: blocking.props,
        }
        return {
          move,
          camera: placeCamera({ ...options, shot: asked }),
          seconds: shot.frames / 24,
          alone: !['two-shot', 'master'].includes(shot.framing),
          stays: MOMENTS.every(
            (u) => distance(eyesAt(who, (shot.startFrame + shot.frames * u) / 24), eyesAt(who, shot.startFrame / 24)) < 0.1,
          ),
          eyes: (t) => eyesAt(who, shot.startFrame / 24 + t),
          holds: (p) => studio.holds(p) && studio.clearOfThings(p),
        }
      })
    })
})
const of = (...moves: CameraMove[]) => shots.filter((s) => moves.includes(s.move) && s.camera.keys.length > 1)
/** Moves that come from somewhere else to what they show. */
const ARRIVES: readonly CameraMove[] = ['pan', 'pan-left', 'pan-right', 'whip-pan', 'tilt', 'tilt-up', 'tilt-down']

describe('[CAM-03] moves', () => {
  test('there is room for most of them, and it is said where there is none', () => {
    const moving = CAMERA_MOVES.filter((m) => !['static', 'handheld', 'rack-focus'].includes(m))
    for (const move of moving) {
      const all = shots.filter((s) => s.move === move)
      expect(all.length).toBeGreaterThan(10)
      expect.soft(of(move).length / all.length, move).toBeGreaterThan(0.6)
      for (const s of all.filter((s) => s.camera.keys.length === 1)) expect(s.camera.why[0]).toContain('no room for')
    }
  })

  test('no camera leaves the set or goes through a thing, between its keys either', () => {
    const bad = shots.flatMap((s) =>
      MOMENTS.filter((u) => !s.holds(cameraAt(s.camera, s.seconds * u).position)).map((u) => `${s.move} at ${u}`),
    )
    expect(bad).toEqual([])
  })

  test('whoever a shot is about is in the picture all the time, or at its end where it arrives on them', () => {
    const bad = shots.flatMap((s) =>
      (ARRIVES.includes(s.move) ? [1] : MOMENTS).flatMap((u) => {
        const at = projectPoint(s.camera, s.seconds * u, ASPECT, s.eyes(s.seconds * u))
        return at.depth > 0 && Math.abs(at.x) < 1 && Math.abs(at.y) < 1 ? [] : [`${s.move} at ${u}: ${at.x} ${at.y}`]
      }),
    )
    expect(bad).toEqual([])
  })

  test('cameras travel no faster than they are pushed or flown, and turn no faster than the eye follows, but for a whip', () => {
    for (const s of shots.filter((s) => s.stays)) {
      const step = s.seconds / 24
      for (let i = 1; i <= 24; i++) {
        const [a, b] = [cameraAt(s.camera, (i - 1) * step), cameraAt(s.camera, i * step)]
        // An eased way is one and a half times as fast in its middle.
        const most = (s.move === 'drone' ? 3.5 : 0.95) * 1.55
        if (s.move !== 'turntable' && s.move !== 'orbit' && s.move !== 'steadicam')
          expect.soft(distance(a.position, b.position) / step, s.move).toBeLessThan(most)
        const [va, vb] = [a, b].map(({ position: p, target: q }) => [q[0] - p[0], q[1] - p[1], q[2] - p[2]] as const)
        const dot = va![0] * vb![0] + va![1] * vb![1] + va![2] * vb![2]
        const turn = Math.acos(Math.min(1, dot / Math.hypot(...va!) / Math.hypot(...vb!)))
        if (s.move !== 'whip-pan' && s.move !== 'turntable') expect.soft(((turn / step) * 180) / Math.PI, s.move).toBeLessThan(20 * 1.6)
      }
    }
  })

  test('a dolly zoom keeps the subject as large as it is, and the lens goes', () => {
    expect(of('dolly-zoom').length).toBeGreaterThan(5)
    for (const s of of('dolly-zoom').filter((s) => s.stays && s.alone)) {
      const still = s.eyes(s.seconds / 2)
      const sizes = MOMENTS.map((u) => {
        const { position } = cameraAt(s.camera, s.seconds * u)
        return lensAt(s.camera, s.seconds * u) / distance(position, still)
      })
      expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.02)
      expect(lensAt(s.camera, 0) / lensAt(s.camera, s.seconds)).toBeGreaterThan(1.03)
    }
  })

  test('a zoom stays where it is and ends at the lens of the shot, or begins there', () => {
    for (const s of of('zoom-in', 'zoom-out').filter((s) => s.stays)) {
      expect(distance(cameraAt(s.camera, 0).position, cameraAt(s.camera, s.seconds).position)).toBe(0)
      const [first, last] = [lensAt(s.camera, 0), lensAt(s.camera, s.seconds)]
      expect([first, last].filter((mm) => Math.abs(mm - s.camera.lensMm) < 1e-3)).toHaveLength(1)
      expect(s.move === 'zoom-in' ? last / first : first / last).toBeGreaterThan(1.15)
    }
  })

  test('an orbit stays as far away as it is; whips arrive within half a second', () => {
    for (const s of of('orbit', 'turntable').filter((s) => s.stays && s.alone)) {
      const middle = s.eyes(s.seconds / 2)
      const far = MOMENTS.map((u) => {
        const { position } = cameraAt(s.camera, s.seconds * u)
        return Math.hypot(position[0] - middle[0], position[2] - middle[2])
      })
      expect(Math.max(...far) / Math.min(...far)).toBeLessThan(1.04)
    }
    for (const s of of('whip-pan').filter((s) => s.stays)) {
      const at = projectPoint(s.camera, 0, ASPECT, s.eyes(0))
      expect(at.depth < 0 || Math.abs(at.x) > 1).toBe(true)
      expect(s.camera.keys.find((k) => distance(k.target, s.camera.keys.at(-1)!.target) < 1e-6)!.t).toBeLessThanOrEqual(0.5)
    }
  })

  test('a rack focus goes from somebody or something else to whom the shot is about', () => {
    const pulls = shots.filter((s) => s.move === 'rack-focus').map((s) => s.camera.focus)
    for (const focus of pulls) {
      expect(focus.kind).toBe('pull')
      if (focus.kind === 'pull') expect(focus.keys[0]).not.toMatchObject({ actor: focus.keys[1]!.actor })
    }
  })
})
