import { describe, expect, it } from 'vitest'
import { readScript } from '../../../src/departments/development'
import { sunAt, sunDirection } from '../../../src/departments/locations'
import { filmSettingsOf, placedSun } from '../../../src/production/master'
import { planFilm } from '../../../src/production/phases'
import { file, load, rules } from './files'

const SCRIPT = 'EXT. PARK - DAY\n\nANNA (34) waits.\n\nANNA\nSoon.\n\nEXT. PARK - DUSK\n\nAnna waits still.\n'
function lit(location: string) {
  const loaded = load(`script:\n  text: |\n${SCRIPT.replace(/^/gm, '    ')}\nlocations:\n  - name: PARK\n    ${location}`)
  const { settings } = filmSettingsOf(loaded.production, loaded.document)
  const { store } = planFilm(readScript(file('s.fountain', SCRIPT)), settings)
  return { said: rules(loaded, 'warning'), suns: store.plan.scenes.map((s) => store.lights[s.light]!), settings }
}
/** Degrees. */
const apart = (a: readonly number[], b: readonly number[]) =>
  (Math.acos(
    Math.min(
      1,
      a.reduce((s, v, i) => s + v * b[i]!, 0),
    ),
  ) *
    180) /
  Math.PI

describe('the sun of a place', () => {
  it('stands in the picture within 0.5° of where it does there', () => {
    const { said, suns } = lit('coordinates: [52.52, 13.4]\n    date: 2026-09-01\n    time: "16:30"\n    utc_offset: 2')
    expect(said).toEqual([])
    const want = sunDirection(sunAt({ latitude: 52.52, longitude: 13.4 }, new Date(Date.UTC(2026, 8, 1, 14, 30))))
    for (const { sun, why } of suns) {
      expect(apart(sun.direction, want)).toBeLessThan(0.5)
      expect(why.join()).toMatch(/sun \d+\.\d° high in the SW \(\d+°\) at 16:30/)
    }
    const elsewhere = lit('coordinates: [-33.87, 151.21]\n    date: 2026-09-01\n    time: "16:30"').suns[0]!
    expect(apart(elsewhere.sun.direction, want)).toBeGreaterThan(10)
  })

  it('is at the scene’s own hour where no clock is given, and low at dusk', () => {
    const { suns } = lit('coordinates: "52.52, 13.4"\n    date: 2026-06-21')
    expect(suns[0]!.sun.direction[1]).toBeGreaterThan(0.5)
    expect(suns[1]!.sun.direction[1]).toBeLessThan(0.1)
    expect(suns[1]!.sun.direction[0]).toBeLessThan(0)
    expect(suns[1]!.why.join()).toMatch(/golden hour/)
  })

  it('makes the hour, by the clock', () => {
    const hour = (time: string) =>
      lit(`coordinates: { latitude: 52.52, longitude: 13.4 }\n    date: 2026-03-20\n    time: "${time}"`).settings.locations[0]!.timeOfDay
    expect([hour('12:00'), hour('18:10'), hour('06:20'), hour('23:00')]).toEqual(['DAY', 'DUSK', 'DAWN', 'NIGHT'])
  })

  it('says what it cannot read', () => {
    expect(lit('coordinates: [200, 13]').said).toContain('production.coordinates')
    expect(lit('coordinates: [52, 13]\n    date: tomorrow').said).toContain('production.date')
    expect(placedSun({ latitude: 69.65, longitude: 18.96, date: [2026, 12, 21], utcOffset: 1 }, 'DAWN')).toBeUndefined()
  })
})
