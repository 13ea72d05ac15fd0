import { describe, expect, it } from 'vitest'
import { distanceKm, monthNamed, tellsOfWeather, usualWeather, wishesWeather } from '../../../src/departments/locations'

describe('usualWeather', () => {
  const month = { month: 1, words: [] }
  it('is what most of the month’s days bring, snow before rain before fog before a grey sky', () => {
    expect(usualWeather({ ...month, snowDays: 16, rainDays: 20 })).toEqual({
      words: ['snow'],
      says: 'January: 16 days of snow, as the place is that month',
    })
    expect(usualWeather({ ...month, rainDays: 14, fogDays: 20 })?.words).toEqual(['rain'])
    expect(usualWeather({ ...month, fogDays: 12 })?.words).toEqual(['mist'])
    expect(usualWeather({ ...month, sunHours: 40 })?.words).toEqual(['overcast'])
    expect(usualWeather({ ...month, snowDays: 9, rainDays: 13, fogDays: 11, sunHours: 65 })).toBeUndefined()
  })

  it('is in the production’s own words where it has them', () => {
    expect(usualWeather({ month: 7, words: ['heat'], rainDays: 30 })?.words).toEqual(['heat'])
  })
})

describe('monthNamed', () => {
  it('reads months and seasons from headings, seasons half a year later in the south', () => {
    expect(monthNamed('EXT. FARM - DAY (JANUARY)')).toBe(1)
    expect(monthNamed('EXT. FARM - WINTER DAY')).toBe(1)
    expect(monthNamed('EXT. FARM - WINTER DAY', -33)).toBe(7)
    expect(monthNamed('EXT. FARM - AUTUMN DAY', -33)).toBe(4)
    expect(monthNamed('EXT. FARM - DAY')).toBeUndefined()
  })

  it('takes may and march for months only where they stand as such', () => {
    expect(monthNamed('INT. MAY CONTAIN NUTS FACTORY - DAY')).toBeUndefined()
    expect(monthNamed('EXT. THE LONG MARCH - DAY')).toBeUndefined()
    expect(monthNamed('EXT. FARM - MAY')).toBe(5)
  })
})

describe('tellsOfWeather', () => {
  it('hears bad weather and good', () => {
    for (const said of ['It rains.', 'Snow on the roofs', 'under a blue sky', 'The sun burns', 'The storm is over'])
      expect(tellsOfWeather([said]), said).toBe(true)
    for (const silent of ['She clears the table.', 'Sunday papers', 'sunglasses', 'a hot coffee', 'Mara waits.', 'He trains hard'])
      expect(tellsOfWeather([silent]), silent).toBe(false)
    expect(wishesWeather(['clear'])).toBe(true)
    expect(wishesWeather(['neon'])).toBe(false)
  })
})

describe('distanceKm', () => {
  it('is Berlin to Paris within a kilometre of what maps say, and 0 to itself', () => {
    const [berlin, paris] = [
      { latitude: 52.52, longitude: 13.405 },
      { latitude: 48.8566, longitude: 2.3522 },
    ]
    expect(Math.abs(distanceKm(berlin, paris) - 877.5)).toBeLessThan(1)
    expect(distanceKm(paris, paris)).toBe(0)
    expect(distanceKm({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 })).toBeLessThan(23)
  })
})
