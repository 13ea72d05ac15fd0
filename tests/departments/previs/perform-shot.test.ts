import { describe, expect, test } from 'vitest'
import { performShot } from '../../../src/departments/previs'
import { hashOf, whereAt } from '../../../src/film'
import { FPS, fixtures, planText } from './plan-text'

const TALK = (line: string) => `INT. LIVING ROOM - NIGHT

ANNA (40) and BEN (50) face each other across the room.

ANNA
You came back after all this time.

BEN
I said that I would.

ANNA
${line}

BEN
That was a different life, in a different town.

Anna looks at the window.

ANNA
Then tell me what you want from me tonight.

BEN
Only what is mine, and nothing more than that.

Ben sits down.

ANNA
There is nothing here that belongs to you any more.

BEN
We will see about that when the morning comes.`

const hashes = (text: string) => {
  const { shots, blocking } = planText(text).scenes[0]!
  return new Map(
    shots.shots.map((shot) => [shot.key, hashOf({ frames: shot.frames, ...performShot({ blocking, sceneShots: shots, shot, fps: FPS }) })]),
  )
}

describe('performShot', () => {
  test('a longer line changes its own shot and no other', () => {
    const before = hashes(TALK('You said a lot of things.'))
    const after = hashes(TALK('You said a lot of things, and I wrote them all down in a book.'))
    expect([...after.keys()]).toEqual([...before.keys()])
    const changed = [...before].filter(([k, h]) => after.get(k) !== h).map(([k]) => k)
    expect(changed.length).toBe(1)
  })

  test('people are where the scene has them', () => {
    for (const [, text] of fixtures().filter(([n]) => /market|tea/.test(n)))
      for (const { shots, blocking } of planText(text).scenes)
        for (const shot of shots.shots) {
          const cut = performShot({ blocking, sceneShots: shots, shot, fps: FPS })
          for (const p of cut.performances)
            for (const u of [0, 0.5, 0.99]) {
              const t = (shot.frames / 24) * u
              const here = whereAt(p.where, t)
              const there = whereAt(blocking.performances.find((q) => q.character === p.character)!.where, shot.startFrame / 24 + t)
              expect(
                Math.hypot(here.position[0] - there.position[0], here.position[2] - there.position[2]),
                `${shot.key} ${p.character}`,
              ).toBeLessThan(0.01)
              expect(here.stance).toBe(there.stance)
            }
        }
  })

  test('times are the shot’s own', () => {
    for (const [, text] of fixtures())
      for (const { shots, blocking } of planText(text).scenes)
        for (const shot of shots.shots) {
          const length = shot.frames / 24
          const cut = performShot({ blocking, sceneShots: shots, shot, fps: FPS })
          for (const p of cut.performances) {
            expect(p.where.length).toBeGreaterThan(0)
            for (const g of [...p.gaze, ...p.moods]) expect(g.t0 >= 0 && g.t0 < length + 1e-5).toBe(true)
            for (const s of [...p.speech, ...p.acts]) expect(s.t0 < length && s.t1 > 0).toBe(true)
          }
          for (const d of Object.values(cut.doors)) for (const k of d) expect(k.open >= 0 && k.open <= 1 && k.t >= 0).toBe(true)
        }
  })
})
