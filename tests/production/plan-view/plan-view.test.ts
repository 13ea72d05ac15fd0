import { describe, expect, it } from 'vitest'
import { holesOf } from '../../../src/departments/lighting'
import { openProduction } from '../../../src/production/open-production'
import { sliceOf } from '../../../src/production/phases'
import { planSvg, planView } from '../../../src/production/plan-view'
import { sample } from '../master/files'

const opened = openProduction({ files: [sample('night-owls.fountain')], main: 'night-owls.fountain' })
if (!opened.ok) throw new Error('the sample does not open')
const { store } = opened.film
const shots = store.plan.shots

describe('a shot from above', () => {
  it('has everybody, the camera and what it looks at where the shot has them', () => {
    for (const { key } of shots.slice(0, 20)) {
      const slice = sliceOf(store, key)
      const view = planView(slice, 0.5)
      const camera = view.handles.find((h) => h.kind === 'camera')
      const cameraKey = slice.shot.camera.keys[Number(camera?.key)]
      expect(camera?.at).toEqual([cameraKey?.position[0], cameraKey?.position[2]])
      expect(view.handles.find((h) => h.kind === 'aim')?.place).toEqual(cameraKey?.target)
      expect(view.labels.filter((l) => l.layer === 'person')).toHaveLength(slice.shot.performances.length)
      const { box } = view
      for (const h of view.handles.filter((h) => h.kind !== 'aim')) {
        expect(h.at[0]).toBeGreaterThan(box.x)
        expect(h.at[0]).toBeLessThan(box.x + box.width)
        expect(h.at[1]).toBeGreaterThan(box.z)
        expect(h.at[1]).toBeLessThan(box.z + box.depth)
      }
    }
  })

  it('has lamps to be taken hold of, and their beams, where the light is looked at', () => {
    const slice = sliceOf(store, shots.find((s) => /INT. DINER/.test(s.sceneTitle))?.key ?? '')
    const held = (withLight: boolean) => planView(slice, 0, withLight).handles.filter((h) => h.kind === 'lamp')
    expect(held(false)).toEqual([])
    const lamps = held(true)
    for (const spot of slice.light.spots.filter((s) => s.role === 'rim'))
      expect(lamps.find((l) => l.key === 'rim')).toMatchObject({ place: spot.position })
    // What is part of the set is carried with its thing.
    for (const lamp of lamps)
      expect(lamp.isFixed === true).toBe(/window/.test(lamp.key) || slice.set.practicals.some((p) => p.key === lamp.key))
    expect(lamps.some((l) => l.isFixed)).toBe(true)
    expect(planView(slice, 0, true).lines.some((l) => l.layer === 'beam')).toBe(true)
  })

  it('leaves walls open where doors and windows are', () => {
    const slice = sliceOf(store, shots.find((s) => /INT. DINER/.test(s.sceneTitle))?.key ?? '')
    const walls = planView(slice, 0).lines.filter((l) => l.layer === 'wall')
    /** Metres of wall, by the boxes of its pieces: each lies along one axis. */
    const length = walls.reduce((sum, { d }) => {
      const numbers = [...d.matchAll(/-?[\d.]+/g)].map(Number)
      const [xs, zs] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)]
      return sum + Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...zs) - Math.min(...zs))
    }, 0)
    const { widthM, depthM } = slice.set
    const holes = holesOf(slice.set).reduce((sum, h) => sum + h.width, 0)
    expect(holes).toBeGreaterThan(1)
    expect(length).toBeCloseTo(2 * (widthM + depthM) + 8 * 0.14 - holes, 2)
  })

  it('is a drawing that names what is in it', () => {
    const slice = sliceOf(store, shots[5]?.key ?? '')
    const svg = planSvg(planView(slice, 0), 'A & B <1>')
    expect(svg).toContain('A &amp; B &lt;1>')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    for (const { character } of slice.shot.performances)
      expect(svg).toContain(slice.cast.find((c) => c.key === character)?.name ?? character)
  })
})
