import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shotList } from '../../../src/departments/previs'
import { ShotList } from '../../../src/film'
import { anyScript, FPS, fixtures, planText } from './plan-text'

function checkList(list: ReturnType<typeof shotList>): void {
  const keys = new Set<string>()
  for (const scene of list.scenes) {
    expect(scene.shots.length).toBeGreaterThan(0)
    let at = 0
    scene.shots.forEach((shot, i) => {
      expect(shot.startFrame, shot.key).toBe(at)
      at += shot.frames
      expect(shot.frames / 24, `${shot.key} is too short`).toBeGreaterThanOrEqual(0.8)
      expect(shot.frames / 24, `${shot.key} is too long`).toBeLessThanOrEqual(14.5)
      expect(keys.has(shot.key), `${shot.key} twice`).toBe(false)
      keys.add(shot.key)
      expect(shot.key.startsWith(`${scene.sceneKey}.`)).toBe(true)
      expect(shot.why.some((w) => w.of === 'framing' && w.line !== undefined && w.rule.length > 8)).toBe(true)
      const before = scene.shots[i - 1]
      if (before) {
        const same =
          before.size === shot.size &&
          before.subjects[0] === shot.subjects[0] &&
          before.object === shot.object &&
          before.framing === shot.framing
        expect(same, `${before.key} cuts to the same picture ${shot.key}`).toBe(false)
      }
    })
    expect(at).toBe(scene.frames)
    const beatKeys = scene.beats.map((b) => b.key)
    expect(new Set(beatKeys).size).toBe(beatKeys.length)
  }
}

describe('shotList', () => {
  for (const [name, text] of fixtures())
    test(`covers ${name}`, () => {
      const { list } = planText(text)
      expect(ShotList.safeParse(list).success).toBe(true)
      checkList(list)
    })

  test('covers any script', () => {
    fc.assert(
      fc.property(anyScript, (text) => checkList(planText(text).list)),
      { numRuns: 40 },
    )
  })

  test('cuts at a film pace', () => {
    for (const [, text] of fixtures().filter(([n]) => /market|tea|station/.test(n))) {
      const shots = planText(text).list.scenes.flatMap((s) => s.shots)
      const average = shots.reduce((n, s) => n + s.frames, 0) / 24 / shots.length
      expect(average).toBeGreaterThan(2.5)
      expect(average).toBeLessThan(6)
    }
  })

  test('a scene inserted in front changes no key behind it', () => {
    const text = fixtures().find(([n]) => n.startsWith('tea'))![1]
    const before = planText(text).list
    const after = planText(
      text.replace('INT. FARMHOUSE KITCHEN - NIGHT', 'EXT. MOON - NIGHT\n\nNothing.\n\nINT. FARMHOUSE KITCHEN - NIGHT'),
    ).list
    const strip = (l: typeof before) =>
      l.scenes.slice(-before.scenes.length).flatMap((s) => s.shots.map(({ address: _, why: __, ...rest }) => rest))
    expect(strip(after)).toEqual(strip(before))
  })

  test('a longer line moves later shots and changes nothing else in them', () => {
    const text = fixtures().find(([n]) => n.startsWith('tea'))![1]
    const longer = text.replace("He's sold the house, Oma.", "He's sold the house, Oma. I am so very sorry about it.")
    const a = planText(text).list.scenes[0]!.shots
    const b = planText(longer).list.scenes[0]!.shots
    expect(b.length).toBe(a.length)
    const differ = a.filter((s, i) => {
      const { startFrame: _, ...x } = s
      const { startFrame: __, ...y } = b[i]!
      return JSON.stringify(x) !== JSON.stringify(y)
    })
    expect(differ.length).toBe(1)
  })

  test('what goes on at a window is seen in a shot of the window', () => {
    const { list } = planText(
      'INT. TRAIN COMPARTMENT - DAY\n\nANNA (30) sits. BEN (40) sits across from her.\n\nANNA\nWe are late.\n\nFields pass by the window.\n\nBEN\nWe always are.',
    )
    expect(list.scenes[0]!.shots.find((s) => s.framing === 'insert')?.object).toBe('window')
  })

  test('inserts, dual lines, off-screen voices, fades', () => {
    const { list } = planText(
      'FADE IN:\n\nINT. LAB - NIGHT\n\nANNA (30) works at a screen. BEN (40) waits.\n\nINSERT - SCREEN: a green line.\n\nANNA\nNow.\n\nBEN ^\nWait.\n\nCARL (V.O.)\nThis is Carl, on the radio. Can anybody hear me out there?\n\nFADE OUT.',
    )
    const scene = list.scenes[0]!
    expect(scene.transitionIn).toBe('fade')
    expect(scene.transitionOut).toBe('fade')
    expect(scene.shots.find((s) => s.framing === 'insert')?.object).toBe('screen')
    const [left, right] = scene.beats.filter((b) => b.kind === 'line')
    expect(left!.startFrame).toBe(right!.startFrame)
    expect(scene.shots.some((s) => s.framing === 'two-shot' && s.subjects.length === 2)).toBe(true)
    const voice = scene.beats.find((b) => b.character === 'carl')!
    const heard = scene.shots.find((s) => s.startFrame <= voice.startFrame && s.startFrame + s.frames > voice.startFrame)!
    expect(heard.framing).toBe('reaction')
    expect(heard.subjects).not.toContain('carl')
  })

  test('a heading alone, a montage, fifteen people', () => {
    checkList(planText('INT. EMPTY ROOM - DAY').list)
    const montage = planText(
      'MONTAGE - THE CITY\n\n-- A street at night, rain falling hard.\n\n-- A cat on a wall.\n\n-- The harbour, cranes moving slowly.',
    ).list.scenes[0]!
    expect(montage.shots.length).toBe(3)
    const names = Array.from({ length: 15 }, (_, i) => `PERSON ${String.fromCharCode(65 + i)}`)
    const many = planText(`INT. COURTROOM - DAY\n\n${names.map((n) => `${n}\nI have something to say about this.`).join('\n\n')}`).list
    checkList(many)
  })

  test('covers a script of 120 pages, every scene of it', () => {
    const page = fixtures().find(([n]) => n.startsWith('tea'))![1]
    const { script, breakdown } = planText(
      Array.from({ length: 50 }, (_, i) => page.replaceAll('FARMHOUSE', `FARMHOUSE ${i}`)).join('\n\n'),
    )
    const list = shotList(script, breakdown, { fps: FPS })
    expect(list.scenes.length).toBeGreaterThan(190)
    expect(list.scenes.every((scene) => scene.shots.length > 0)).toBe(true)
  }, 60_000)
})
