import { beforeAll, describe, expect, it } from 'vitest'
import { footprint, overlaps } from '../../src/departments/art'
import { parseFountain } from '../../src/departments/development'
import { ADDED_LAMP, listFixtures } from '../../src/departments/lighting'
import type { HandEdit, ShotSlice } from '../../src/film'
import { PLAIN_SETTINGS, type PlannedFilm, planFilm, sliceOf } from '../../src/production/phases'

const SCRIPT = `INT. LIVING ROOM - NIGHT

IRIS (60) sits on the sofa. PAUL (20) stands at the window.

IRIS
You moved the furniture.

PAUL
Somebody had to.

INT. CORRIDOR - NIGHT

Paul walks to the door.

INT. LIVING ROOM - DAY

Iris stands by the window.
`

const film = (edits: readonly HandEdit[] = [], more: Partial<typeof PLAIN_SETTINGS> = {}): PlannedFilm =>
  planFilm(parseFountain(SCRIPT), { ...PLAIN_SETTINGS, ...more, edits })
const edit = (target: string, path: string, value: HandEdit['value'], base: HandEdit['value'] = 0): HandEdit => ({
  target,
  path,
  value,
  base,
})
const said = (made: PlannedFilm, rule: string) => made.findings.filter((f) => f.rule === rule).map((f) => f.message)

let plain: PlannedFilm
let shots: PlannedFilm['store']['plan']['shots']
let first: ShotSlice
const slice = (made: PlannedFilm, i = 0): ShotSlice => sliceOf(made.store, shots[i]?.key ?? '')

beforeAll(() => {
  plain = film()
  shots = plain.store.plan.shots
  first = slice(plain)
})

describe('light set by hand', () => {
  it('is that of another time of day where a scene is to play then, and of no other scene', () => {
    const { sceneKey } = shots[0]!
    const night = film([edit(sceneKey, 'light.time', 'night', '')])
    const day = film([edit(sceneKey, 'light.time', 'day', '')])
    expect(slice(night).light).toEqual(first.light)
    expect(slice(day).light).not.toEqual(first.light)
    expect(slice(day, shots.length - 1).light).toEqual(slice(plain, shots.length - 1).light)
    expect(day.findings.filter((f) => f.rule.startsWith('edit.'))).toEqual([])
  })

  it('changes the lamps of its scene, as they are asked, and of no other', () => {
    const { sceneKey } = shots[0]!
    const practical = first.set.practicals.find((p) => first.light.spots[0]?.role.endsWith(p.key))!
    const rim = first.light.spots.find((s) => s.role === 'rim')!
    const made = film([
      edit(sceneKey, `lamps.${practical.key}.on`, 0, 1),
      edit(sceneKey, 'lamps.rim.stops', 1),
      edit(sceneKey, 'lamps.rim.beam', 20, 60),
      edit(sceneKey, 'lamps.rim.gel', '1/2 CTO', ''),
      edit(sceneKey, 'lamps.no-such-lamp.stops', 1),
    ])
    const { light } = slice(made)
    expect(light.spots[0]?.candela).toBe(0)
    expect(light.glow[practical.key]?.strength).toBe(0)
    const now = light.spots.find((s) => s.role === 'rim')!
    // A half orange lets 0.708 of the light through.
    expect(now.candela).toBeCloseTo(rim.candela * 2 * 0.708, 3)
    expect(now.angle).toBeCloseTo(Math.PI / 18, 4)
    expect(now.colour[0] / now.colour[2]).toBeGreaterThan((rim.colour[0] / rim.colour[2]) * 1.2)
    expect(light.exposure).toBe(first.light.exposure)
    expect(said(made, 'edit.lost')).toEqual([expect.stringContaining('no-such-lamp')])
    const others = made.store.plan.shots.filter((s, i) => s.sliceHash !== shots[i]?.sliceHash)
    expect(new Set(others.map((s) => s.sceneKey))).toEqual(new Set([sceneKey]))
  })

  it('gives one shot another rig, and a lamp that nobody planned', () => {
    const { key } = shots[1]!
    const made = film([
      edit(key, 'light.rig', 'noir lighting 8:1 key from the left', ''),
      edit(key, `lamps.${ADDED_LAMP}1.add`, [1, 2, 1], [0, 0, 0]),
      edit(key, `lamps.${ADDED_LAMP}1.target`, [0, 0.5, 0], [0, 0, 0]),
    ])
    const { light, set, shot } = slice(made, 1)
    expect(light.rig).toMatchObject({ name: 'noir', ratio: 8 })
    const added = light.spots.find((s) => s.role === `${ADDED_LAMP}1`)
    expect(added).toMatchObject({ position: [1, 2, 1], target: [0, 0.5, 0] })
    expect(added?.candela).toBeGreaterThan(0)
    const camera = { iso: 800, fStop: shot.camera.fStop, shutterAngleDeg: 180, fps: 24 }
    expect(listFixtures(set, light, camera).some((f) => f.purpose === 'key' && Math.abs(f.position[1] - 2) < 1e-6)).toBe(true)
    const others = made.store.plan.shots.filter((s, i) => s.sliceHash !== shots[i]?.sliceHash)
    expect(others.map((s) => s.key)).toEqual([key])
  })
})

describe('air set by hand', () => {
  it('hangs in one shot, or in all of a scene, as thick as asked; one more figure changes what is there', () => {
    const { key, sceneKey } = shots[0]!
    expect(first.light.air).toBeUndefined()
    const one = film([edit(key, 'air.preset', 'haze', '')])
    expect(slice(one).light.air?.preset).toBe('haze')
    expect(one.store.plan.shots.filter((s, i) => s.sliceHash !== shots[i]?.sliceHash).map((s) => s.key)).toEqual([key])
    const all = film([edit(sceneKey, 'air.preset', 'haze', ''), edit(sceneKey, 'air.density', 2, ''), edit(key, 'air.height', 1.5, '')])
    expect(slice(all, 1).light.air?.scattering).toBeCloseTo(2 * (slice(one).light.air?.scattering ?? 0), 5)
    expect(slice(all).light.air).toMatchObject({ preset: 'haze', height: 1.5, scattering: slice(all, 1).light.air?.scattering })
    expect(slice(film([edit(sceneKey, 'air.preset', 'fog', ''), edit(key, 'air.preset', 'clear', '')])).light.air).toBeUndefined()
  })

  it('a key’s side alone is the side of the rig that is there', () => {
    const { key, sceneKey } = shots[0]!
    const made = film([edit(sceneKey, 'light.rig', 'noir lighting', ''), edit(key, 'light.rig', 'key from the left', '')])
    const other = film([edit(sceneKey, 'light.rig', 'noir lighting', ''), edit(key, 'light.rig', 'key from the right', '')])
    expect(slice(made).light.rig?.name).toBe('noir')
    expect(slice(made).light.spots[0]?.position).not.toEqual(slice(other).light.spots[0]?.position)
  })
})

describe('a set changed by hand', () => {
  it('is so in all scenes that play there: what stands on a thing and sits on it goes with it', () => {
    const { set } = first
    const sofa = set.placements.find((p) => p.prop === 'sofa')!
    const lamp = set.placements.find((p) => p.prop === 'table-lamp')!
    const made = film([
      edit(set.key, `things.${sofa.key}.position`, [sofa.position[0] + 0.1, 0, sofa.position[2]], sofa.position),
      edit(set.key, `things.${lamp.key}.gone`, 1),
      edit(set.key, 'things.hand-1.add', 'armchair', ''),
      edit(set.key, 'things.hand-1.position', [2.5, 0, 2.2], [0, 0, 0]),
      edit(set.key, 'things.piano-7.turn', 90),
    ])
    const rooms = made.store.plan.shots.flatMap((_, i) => (shots[i]?.sceneTitle.includes('LIVING') ? [slice(made, i).set] : []))
    expect(new Set(made.store.plan.scenes.map((s) => s.key)).size).toBe(3)
    for (const room of rooms) {
      const now = room.placements.find((p) => p.key === sofa.key)!
      expect(now.position[0]).toBeCloseTo(sofa.position[0] + 0.1, 5)
      const seats = (of: typeof set) => of.marks.filter((m) => m.of === sofa.key).map((m) => m.position[0])
      expect(seats(room)).toEqual(seats(set).map((x) => expect.closeTo(x + 0.1, 5)))
      expect(room.placements.some((p) => p.key === lamp.key)).toBe(false)
      expect(room.practicals.some((p) => p.of === lamp.key)).toBe(false)
      expect(room.marks.some((m) => m.of === 'hand-1' && m.kind === 'seat')).toBe(true)
    }
    expect(said(made, 'edit.lost')).toEqual([expect.stringContaining('piano-7')])
  })

  it('has people go round what was put in their way, and says what stands in what', () => {
    const { set } = first
    const armchair = set.placements.find((p) => p.blocks && p.prop === 'armchair')!
    const made = film([
      edit(set.key, 'things.hand-1.add', 'piano', ''),
      edit(set.key, 'things.hand-1.position', [armchair.position[0], 0, armchair.position[2]], [0, 0, 0]),
    ])
    expect(said(made, 'edit.clash').join()).toContain('the piano stands in the armchair')
    const changed = slice(made)
    const piano = footprint(changed.set.placements.find((p) => p.key === 'hand-1')!)
    for (const p of changed.shot.performances)
      for (const w of p.where) {
        const at = w.kind === 'stay' && w.stance === 'stand' ? w.position : undefined
        if (at) expect(overlaps(piano, footprint({ position: at, yaw: 0, size: [0.2, 1, 0.2] }))).toBe(false)
      }
  })
})

describe('a camera set by hand', () => {
  it('has another move, stop, focus and ease', () => {
    const still = shots.findIndex((s, i) => s.move === 'static' && slice(plain, i).shot.camera.keys.length === 1)
    const { key } = shots[still]!
    const { camera } = slice(
      film([
        edit(key, 'camera.move', 'push-in', 'static'),
        edit(key, 'camera.fStop', 11, 2.8),
        edit(key, 'camera.focusM', 1.5, 3),
        edit(key, 'camera.ease', 'linear', 'smooth'),
      ]),
      still,
    ).shot
    expect(camera).toMatchObject({ fStop: 11, focus: { kind: 'distance', metres: 1.5 }, ease: 'linear' })
    expect(camera.keys.length).toBe(2)
  })

  it('is mounted where there is something to mount it on, and stands as planned where there is nothing', () => {
    const at = shots.findIndex((_, i) => slice(plain, i).cast.length > 0)
    const { key } = shots[at]!
    const of = (mount: string) => slice(film([edit(key, 'camera.mount', mount, '')]), at).shot.camera
    expect(of('wall')).toMatchObject({ rig: 'wall', handheld: 0 })
    expect(of('wall').why.join()).toContain('mounted on the wall')
    const { camera } = slice(plain, at).shot
    expect(of('bonnet').rig).toBeUndefined()
    expect(of('bonnet').keys).toEqual(camera.keys)
    expect(of('broom')).toEqual(camera)
  })
})
