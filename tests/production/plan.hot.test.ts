import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { longScript } from '../../src/cli/long-script'
import { parseFountain } from '../../src/departments/development'
import { AssetManifest, type HandEdit, hashOf, LightPlan, RenderPlan, SetSpec, ShotPlan, type ShotSlice, sliceHashOf } from '../../src/film'
import { filmFrameAt, frameAt, PLAIN_SETTINGS, planFilm, shotsInRange, sliceOf } from '../../src/production'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(resolve(root, path), 'utf8')
// Without its FADE IN, which rightly moves to whatever scene comes first.
const TWO_HANDER = read('public/samples/night-owls.fountain').replace('FADE IN:\n\n', '')
const plan = (text: string) => planFilm(parseFountain(text))

const INSERTED = `INT. LIGHTHOUSE - NIGHT

A lamp turns. A KEEPER (70, thin, oilskin coat) polishes the glass.

KEEPER
Nobody comes. That is the point of it.

`

/** Puts a scene in front of the first heading of a script. */
const insertInFront = (text: string, scene: string) => text.replace(/^(?=(INT|EXT)[. ])/m, scene)

describe('planFilm', () => {
  it('plans a film whose index, slices and artifacts are what their schemas say', () => {
    const { store } = plan(TWO_HANDER)
    expect(() => RenderPlan.parse(store.plan)).not.toThrow()
    expect(store.plan.shots.length).toBeGreaterThan(10)
    for (const s of store.plan.shots) {
      const slice = sliceOf(store, s.key)
      expect(sliceHashOf(slice)).toBe(s.sliceHash)
      ShotPlan.parse(slice.shot)
      SetSpec.parse(slice.set)
      LightPlan.parse(slice.light)
    }
    AssetManifest.shape.cast.parse(Object.values(store.cast))
  })

  it('is the same plan twice', () => {
    expect(hashOf(plan(TWO_HANDER).store)).toBe(hashOf(plan(TWO_HANDER).store))
  })

  it.each([
    ['another place', INSERTED],
    [
      'the same heading as the first scene',
      `${/^(?:INT|EXT)[. ].*$/m.exec(TWO_HANDER)?.[0] ?? ''}\n\nNobody is here yet. A fly walks over the counter.\n\n`,
    ],
  ])('keeps every later shot when a scene is inserted in front: %s', (_, scene) => {
    const before = plan(TWO_HANDER).store.plan.shots
    const after = plan(insertInFront(TWO_HANDER, scene)).store.plan.shots
    expect(after.length).toBeGreaterThan(before.length)
    const later = after.slice(-before.length)
    expect(later.map((s) => s.key)).toEqual(before.map((s) => s.key))
    expect(later.map((s) => s.sliceHash)).toEqual(before.map((s) => s.sliceHash))
  })

  it('changes one shot when one line grows longer', () => {
    const line = /^[A-Z]{3,}\n(?:\(.*\)\n)?(.+)$/m.exec(TWO_HANDER)
    const spoken = line?.[1] ?? ''
    expect(spoken.length).toBeGreaterThan(3)
    const longer = TWO_HANDER.replace(spoken, `${spoken.replace(/[.?!]*$/, '')} and that is all there is to it.`)
    const before = plan(TWO_HANDER).store.plan.shots
    const after = plan(longer).store.plan.shots
    const kept = new Set(before.map((s) => s.sliceHash))
    const changed = after.filter((s) => !kept.has(s.sliceHash))
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.length).toBeLessThanOrEqual(3)
  })

  it('changes what was moved by hand, and nothing else; what is lost is said', () => {
    const { store } = plan(TWO_HANDER)
    const shots = store.plan.shots
    const shot = shots[4]!
    const slice = sliceOf(store, shot.key)
    const { position } = slice.shot.camera.keys[0]!
    const edits: HandEdit[] = [
      { target: shot.key, path: 'camera.keys.0.position', value: [position[0], position[1] + 0.2, position[2]], base: position },
      { target: 'no-such-shot', path: 'camera.lensMm', value: 50, base: 35 },
    ]
    const moved = planFilm(parseFountain(TWO_HANDER), { ...PLAIN_SETTINGS, edits })
    const changed = moved.store.plan.shots.filter((s, i) => s.sliceHash !== shots[i]?.sliceHash)
    expect(changed.map((s) => s.key)).toEqual([shot.key])
    expect(sliceOf(moved.store, shot.key).shot.camera.keys[0]?.position[1]).toBeCloseTo(position[1] + 0.2, 6)
    expect(moved.findings.filter((f) => f.rule === 'edit.lost').map((f) => f.message)).toEqual([expect.stringContaining('no-such-shot')])
    const somebody = slice.shot.performances[0]!
    const stay = somebody.where.find((w) => w.kind === 'stay')!
    const there: HandEdit = { target: shot.sceneKey, path: `people.${somebody.character}`, value: [0, 0, 0], base: stay.position }
    const put = planFilm(parseFountain(TWO_HANDER), { ...PLAIN_SETTINGS, edits: [there] })
    const others = put.store.plan.shots.filter((s, i) => s.sliceHash !== shots[i]?.sliceHash)
    expect(others.length).toBeGreaterThan(0)
    expect(new Set(others.map((s) => s.sceneKey))).toEqual(new Set([shot.sceneKey]))
  })

  it('has no address in what a picture depends on', () => {
    const { store } = plan(TWO_HANDER)
    const slice: ShotSlice = sliceOf(store, store.plan.shots[3]?.key ?? '')
    expect(JSON.stringify(slice)).not.toMatch(/sc\d+\.sh\d+/)
  })

  // As long as a film is in e2e/studio.spec.ts and `must -- spine`.
  it('plans a long script whole', () => {
    const film = plan(longScript(40, 'plan'))
    expect(film.store.plan.scenes.length).toBeGreaterThan(40)
    const total = film.store.plan.shots.reduce((n, s) => n + s.frames, 0)
    expect(total).toBe(film.store.plan.frames)
  })
})

describe('finding frames', () => {
  const { plan: index } = plan(TWO_HANDER).store

  it('finds shots by address and by film frame', () => {
    expect(frameAt(index, 'sc1.sh2:3')).toMatchObject({ frame: 3, shot: { address: 'sc1.sh2' } })
    expect(frameAt(index, 'SC1').shot.address).toBe('sc1.sh1')
    const second = index.shots[1]!
    expect(filmFrameAt(index, second.startFrame + 2)).toEqual({ shot: second, frame: 2 })
    expect(() => frameAt(index, 'sc99.sh1')).toThrow('no shot sc99.sh1')
    expect(() => frameAt(index, 'sc1.sh1:99999')).toThrow('frames 0 to')
    expect(() => frameAt(index, 'here')).toThrow('expected sc2.sh1')
    expect(() => filmFrameAt(index, index.frames)).toThrow('frames 0 to')
  })

  it('cuts ranges', () => {
    expect(shotsInRange(index, {}).reduce((n, r) => n + r.frames, 0)).toBe(index.frames)
    const part = shotsInRange(index, { from: 10, to: 100 })
    expect(part[0]).toMatchObject({ first: 10 })
    expect(part.reduce((n, r) => n + r.frames, 0)).toBe(90)
    expect(shotsInRange(index, { only: 'sc1.sh2' })).toHaveLength(1)
    expect(shotsInRange(index, { only: 'sc1' }).length).toBe(index.shots.filter((s) => s.address.startsWith('sc1.')).length)
    expect(shotsInRange(index, { only: 'sc1.sh3, SC1.sh1' }).map((r) => r.shot.address)).toEqual(['sc1.sh1', 'sc1.sh3'])
    expect(() => shotsInRange(index, { only: 'sc1,sc77' })).toThrow('no scene or shot "sc77"')
    expect(() => shotsInRange(index, { only: '' })).toThrow('no scene or shot ""')
    expect(() => shotsInRange(index, { only: 'sc1.sh1', from: index.frames - 1 })).toThrow('nothing to make')
  })
})
