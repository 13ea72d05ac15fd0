import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { SET_KINDS } from '../../../src/departments/art'
import { documentPdf } from '../../../src/encode'
import { kindCandidates, openProduction, scoutBook, scoutPaper, sunChart, sunHours, sunWay } from '../../../src/production'
import { file } from '../master/files'

const SCRIPT = `EXT. FISHING HARBOUR - DAY

MARA (34) waits.

MARA
You came.

INT. MARA'S KITCHEN - NIGHT

Mara lights a candle at the window.

MARA
Nobody comes.
`
const PLACES = `
  - name: FISHING HARBOUR
    type: practical
    exterior: true
    address: Kaistraße 4
    coordinates: [54.09, 12.13]
    time_zone: Europe/Berlin
    date: 2026-01-12
    weather_by_month: { january: { high: 1, low: -4, snow_days: 14 } }
    contact: Harbour office
    restrictions: [no shooting after 22:00]
    permits: [{ name: quay closure, status: granted, until: 2026-01-31 }, { name: traffic, status: applied }]
    logistics: { parking: 6 trucks, distance_km: 4.5, toilets: harbour office }
  - name: OLD MILL
    kind: kitchen
    interior: true
    restrictions: [no open flames]`

function opened(places = PLACES, script = SCRIPT) {
  const film = openProduction({
    files: [file('film.yaml', `meta: { title: Harbour }\nscript: s.fountain\nlocations:${places}\n`), file('s.fountain', script)],
    main: 'film.yaml',
  })
  if (!film.ok) throw new Error(film.diagnostics.map((d) => d.message).join())
  return film
}
const lightOf = (film: ReturnType<typeof opened>, i = 0) => film.film.store.lights[film.film.store.plan.scenes[i]!.light]!

describe('scoutBook', () => {
  const film = opened()
  const book = scoutBook(film)

  it('lists the production’s places and those that only the script names, each with its scenes and a shot', () => {
    expect(book.places.map((p) => [p.name, p.scenes.map((s) => s.number).join()])).toEqual([
      ['FISHING HARBOUR', '1'],
      ['OLD MILL', ''],
      ["MARA'S KITCHEN", '2'],
    ])
    expect(book.places[0]!.shot).toMatch(/^sc1\.sh\d+$/)
    expect(book.places[1]!.shot).toBeUndefined()
  })

  it('ranks its own places and every kind that the house builds for every scene', () => {
    expect(kindCandidates().map((k) => k.kind)).toEqual(SET_KINDS)
    for (const { places } of book.finder) expect(places).toHaveLength(SET_KINDS.length + 2)
    const [harbour, kitchen] = book.finder
    expect(harbour!.places[0]).toMatchObject({ name: 'FISHING HARBOUR', from: 'production' })
    expect(harbour!.places[0]!.why.join()).toMatch(/harbour/)
    expect(kitchen!.places[0]).toMatchObject({ name: 'kitchen', from: 'kind' })
    expect(kitchen!.places.find((p) => p.name === 'OLD MILL')!.excluded).toMatch(/no open flames.*candle/)
    expect(kitchen!.places.find((p) => p.name === 'FISHING HARBOUR')!.excluded).toMatch(/after 22:00/)
  })

  it('is set as a report with the sun’s way, weather, restrictions, permits, contact and logistics', async () => {
    const paper = scoutPaper(book)
    const [harbour] = paper.sections
    expect(harbour!.subtitle).toMatch(/practical; exterior; harbour; Kaistraße 4; 54\.0900°/)
    expect(harbour!.drawings).toHaveLength(1)
    const cells = harbour!.tables!.flatMap((t) => [t.title, ...t.table.rows.flat()])
    for (const said of [
      'no shooting after 22:00',
      'quay closure',
      'applied',
      '14 days',
      'snow',
      'Harbour office',
      '6 trucks',
      '4.5 km',
      'Toilets',
    ])
      expect(cells, said).toContain(said)
    expect(paper.lines.join()).toMatch(/FISHING HARBOUR: traffic is applied/)
    expect(paper.sections.at(-1)!.table!.rows.some((r) => r[1]!.startsWith('OLD MILL'))).toBe(true)
    const pdf = await documentPdf(paper)
    expect((await PDFDocument.load(pdf)).getPageCount()).toBeGreaterThan(4)
    expect(await documentPdf(scoutPaper(scoutBook(opened())))).toEqual(pdf)
  })
})

describe('the weather of the month', () => {
  it('is in the picture where the script says nothing, with the reason', () => {
    const light = lightOf(opened())
    expect(light.weather.snow).toBeGreaterThan(0.3)
    expect(light.why).toContain('January: 14 days of snow, as the place is that month')
  })

  it('gives way to the script, to the production’s weather, and to a no', () => {
    const dry = (places: string, script = SCRIPT) => lightOf(opened(places, script)).weather
    expect(dry(PLACES, SCRIPT.replace('waits', 'waits under a blue sky')).snow).toBe(0)
    expect(dry(PLACES, SCRIPT.replace('waits', 'waits in the rain'))).toMatchObject({ snow: 0 })
    expect(dry(PLACES, SCRIPT.replace('waits', 'waits in the rain')).rain).toBeGreaterThan(0)
    expect(dry(PLACES.replace('contact:', 'weather: clear\n    contact:')).snow).toBe(0)
    expect(dry(PLACES.replace('snow_days: 14 }', 'snow_days: 14 }, in_picture: false')).snow).toBe(0)
    expect(dry(PLACES.replace('2026-01-12', '2026-07-12')).snow).toBe(0)
    // Of one shot alone, too.
    const { store } = opened(`${PLACES}\nshots:\n  - { name: sc1.sh1, lighting: { weather: clear } }`).film
    const [first, second] = store.plan.shots
    expect([first, second].map((s) => store.lights[s?.light ?? store.plan.scenes[0]!.light]!.weather.snow > 0)).toEqual([false, true])
  })

  it('goes by the month that a heading names, and leaves other scenes as they are', () => {
    expect(
      lightOf(opened(PLACES.replace('2026-01-12', '2026-07-12'), SCRIPT.replace('HARBOUR - DAY', 'HARBOUR - DAY (JANUARY)'))).weather.snow,
    ).toBeGreaterThan(0)
    expect(lightOf(opened(), 1)).toEqual(lightOf(opened(''), 1))
  })
})

describe('sunChart', () => {
  const rostock = { latitude: 54.09, longitude: 12.13, date: [2026, 6, 21] as const, utcOffset: 2 }

  it('has the sun rise, stand and set when almanacs say: Rostock, 21 June 2026', () => {
    const hours = sunHours(rostock).join(', ')
    const minutes = (name: string) => {
      const [, h, m] = new RegExp(`${name} (\\d\\d):(\\d\\d)`).exec(hours)!
      return Number(h) * 60 + Number(m)
    }
    // timeanddate.com: 4:38 and 21:49.
    expect(Math.abs(minutes('sunrise') - (4 * 60 + 38))).toBeLessThanOrEqual(4)
    expect(Math.abs(minutes('sunset') - (21 * 60 + 49))).toBeLessThanOrEqual(4)
    expect(hours).toMatch(/highest 59° at 13:1/)
    expect(hours).toMatch(/golden hour .* and .*, blue hour/)
    expect(sunHours({ ...rostock, latitude: 75, date: [2026, 12, 21] })).toEqual(['the sun does not rise'])
    expect(sunHours({ ...rostock, latitude: 75 })[0]).toBe('the sun does not set')
  })

  it('draws only what is over the horizon, inside of its box', () => {
    for (const latitude of [-89, -34, 0, 54, 75]) {
      const { box, paths, labels } = sunChart({ ...rostock, latitude, minutes: 600 })
      for (const { d } of paths)
        for (const [, x, y] of d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(box.x)
          expect(Number(x)).toBeLessThanOrEqual(box.x + box.width)
          expect(Number(y)).toBeGreaterThanOrEqual(box.y)
          expect(Number(y)).toBeLessThanOrEqual(box.y + box.height)
        }
      for (const { at } of labels) expect(Number.isFinite(at[0] + at[1])).toBe(true)
    }
    expect(sunWay(rostock)).toHaveLength(145)
  })
})
