import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { documentPdf } from '../../../src/encode'
import { lightPlot, openProduction, plotPlaces, plottedLights, sliceOf } from '../../../src/production'
import { sample } from '../master/files'

const opened = openProduction({
  files: [sample('night-owls.production.yaml'), sample('night-owls.fountain')],
  main: 'night-owls.production.yaml',
})
if (!opened.ok) throw new Error('the sample does not open')
const { store } = opened.film
const scenes = plotPlaces(store.plan).map((p) => ({ ...p, slice: sliceOf(store, p.shotKey) }))

describe('lightPlot', () => {
  it('has a page of every light: of each scene, and of shots with a light of their own', () => {
    expect(scenes.map((s) => s.number)).toEqual(['1', '1.2', '2', '3', '4'])
    const lights = new Set(scenes.map((s) => s.slice.light))
    expect(lights.size).toBe(scenes.length)
    const paper = lightPlot('Night Owls', scenes)
    expect(paper.sections.map((s) => s.heading)).toEqual([...scenes.map((s) => `${s.number}. ${s.title}`), 'Power schedule'])
  })

  it('draws and lists every lamp, inside of its drawing', () => {
    const paper = lightPlot('Night Owls', scenes)
    for (const [i, { fixtures, power }] of plottedLights(scenes).entries()) {
      const { drawings, tables } = paper.sections[i]!
      const { box, labels } = drawings![0]!
      expect(tables![0]!.table.rows.map((r) => r[0])).toEqual(fixtures.map((f) => f.id))
      expect(tables![1]!.table.rows).toHaveLength(power.circuits.length)
      for (const f of fixtures) {
        const label = labels.find((l) => l.text === f.id)!
        expect(label.at[0]).toBeGreaterThan(box.x)
        expect(label.at[0]).toBeLessThan(box.x + box.width)
        expect(label.at[1]).toBeGreaterThan(box.y)
        expect(label.at[1]).toBeLessThan(box.y + box.height)
      }
    }
    const last = paper.sections.at(-1)!
    expect(last.table!.rows.map((r) => Number(r[3]))).toEqual(plottedLights(scenes).map((l) => l.power.watts))
  })

  it('warns where there are too few circuits', () => {
    const none = lightPlot('x', scenes, { circuits: 0 })
    expect(none.lines.join()).toMatch(/More than sockets bear: scene 1/)
    expect(lightPlot('x', scenes).lines.join()).not.toBe(none.lines.join())
    expect(none.sections[0]!.tables!.at(-1)!.title).toBe('Overload')
  })

  it('is set as a PDF that opens, with the plan drawn in it; the same bytes every time', async () => {
    const make = () => documentPdf(lightPlot('Night Owls', scenes.slice(0, 2)))
    const bytes = await make()
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(pdf.getPageCount()).toBeGreaterThanOrEqual(4)
    expect(await make()).toEqual(bytes)
    const paper = lightPlot('Night Owls', scenes.slice(0, 2))
    const bare = await documentPdf({ ...paper, sections: paper.sections.map(({ drawings: _, ...s }) => s) })
    expect(bytes.length).toBeGreaterThan(bare.length + 1000)
  })
})
