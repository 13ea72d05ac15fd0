import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { csvOf, documentPdf } from '../../../src/encode'
import { equipmentList, equipmentPaper, equipmentRows, openProduction, plotPlaces, plottedLights, sliceOf } from '../../../src/production'
import { sample } from '../master/files'

const opened = openProduction({ files: [sample('night-owls.fountain')], main: 'night-owls.fountain' })
if (!opened.ok) throw new Error('the sample does not open')
const { store } = opened.film
const list = equipmentList(store.plan, (key) => sliceOf(store, key))

describe('equipmentList', () => {
  it('has every shot on one day, and no day of day and night', () => {
    const addresses = list.days.flatMap((d) => d.shots.map((s) => s.address))
    expect([...addresses].sort()).toEqual(store.plan.shots.map((s) => s.address).sort())
    expect(list.days.length).toBeGreaterThan(1)
    for (const { scenes, isNight } of list.days)
      for (const n of scenes) expect(/NIGHT|DUSK|DAWN|EVENING/.test(store.plan.scenes[Number(n) - 1]!.title)).toBe(isNight)
  })

  it('takes each shot’s lens and support, and the most lamps that one of the day’s lights has', () => {
    const lights = plottedLights(plotPlaces(store.plan).map((p) => ({ ...p, slice: sliceOf(store, p.shotKey) })))
    for (const day of list.days) {
      const names = day.items.map((i) => i.name)
      for (const s of day.shots) expect(names).toContain(s.lens)
      const own = lights.filter((l) => day.scenes.includes(l.scene.number.split('.')[0]!))
      for (const { fixtures } of own)
        for (const f of fixtures.filter((f) => f.purpose !== 'practical')) {
          const most = Math.max(
            ...own.map((l) => l.fixtures.filter((g) => g.purpose !== 'practical' && g.name === f.name).reduce((n, g) => n + g.count, 0)),
          )
          expect(day.items.find((i) => i.kind === 'lighting' && i.name === f.name)?.count).toBe(most)
        }
    }
    for (const item of list.items) {
      const counts = list.days.map((d) => d.items.find((i) => i.kind === item.kind && i.name === item.name)?.count ?? 0)
      expect(item.count).toBe(Math.max(...counts))
      expect(item.use).toHaveLength(counts.filter((c) => c > 0).length)
    }
  })

  it('is a table whose rows are as long as its head, and a PDF that opens', async () => {
    const [head, ...rows] = equipmentRows(list)
    expect(rows.length).toBeGreaterThan(store.plan.shots.length * 2)
    for (const row of rows) expect(row).toHaveLength(head!.length)
    expect(csvOf([head!, ...rows]).split('\r\n')).toHaveLength(rows.length + 2)
    const bytes = await documentPdf(equipmentPaper('Night Owls', list))
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThanOrEqual(2 + list.days.length)
  })
})
