import { Body, Equator, Horizon, Observer } from 'astronomy-engine'
import { describe, expect, it } from 'vitest'
import { hourOf, instantOf, lightNamed, sunAt, sunDirection } from '../../../src/departments/locations'

const PLACES = [
  { latitude: 52.52, longitude: 13.4 },
  { latitude: 40.71, longitude: -74.01 },
  { latitude: -33.87, longitude: 151.21 },
  { latitude: 1.35, longitude: 103.82 },
  { latitude: 69.65, longitude: 18.96 },
]

/** Degrees between two directions. */
function apart(a: { azimuth: number; altitude: number }, b: { azimuth: number; altitude: number }): number {
  const [u, v] = [sunDirection(a), sunDirection(b)]
  return (Math.acos(Math.min(1, u[0] * v[0] + u[1] * v[1] + u[2] * v[2])) * 180) / Math.PI
}

describe('sunAt', () => {
  it('is within 0.1° of astronomy-engine, the year round, on five places of the earth', () => {
    let worst = 0
    let seen = 0
    for (const place of PLACES)
      for (let i = 0; i < 120; i++) {
        const instant = new Date(Date.UTC(2026, 0, 1 + i * 3, (i * 7) % 24, (i * 13) % 60))
        const observer = new Observer(place.latitude, place.longitude, 0)
        const { ra, dec } = Equator(Body.Sun, instant, observer, true, true)
        const want = Horizon(instant, observer, ra, dec, 'normal')
        // Under the horizon refraction means nothing.
        if (want.altitude < 0) continue
        seen++
        worst = Math.max(worst, apart(sunAt(place, instant), want))
      }
    console.log(`must sun ${JSON.stringify({ seen, worst })}`)
    expect(seen).toBeGreaterThan(200)
    expect(worst).toBeLessThan(0.1)
    // An hour is fifteen degrees: the comparison can fail.
    const noon = new Date(Date.UTC(2026, 2, 20, 12))
    expect(apart(sunAt(PLACES[0]!, noon), sunAt(PLACES[0]!, new Date(noon.valueOf() + 60_000 * 60)))).toBeGreaterThan(5)
  })

  it('has north at −z, east at +x, up at +y', () => {
    for (const [azimuth, x, z] of [
      [0, 0, -1],
      [90, 1, 0],
      [180, 0, 1],
      [270, -1, 0],
    ] as const) {
      const d = sunDirection({ azimuth, altitude: 0 })
      expect(d[0]).toBeCloseTo(x, 9)
      expect(d[2]).toBeCloseTo(z, 9)
    }
    expect(sunDirection({ azimuth: 123, altitude: 90 })[1]).toBeCloseTo(1, 9)
  })
})

describe('hours', () => {
  const day = new Date(Date.UTC(2026, 5, 21, 12))
  it('are where the script has them', () => {
    const berlin = PLACES[0]!
    const at = (hour: 'DAWN' | 'DAY' | 'DUSK') => sunAt(berlin, new Date(instantOf(hour, berlin, day)!))
    expect(at('DAWN').azimuth).toBeLessThan(90)
    expect(at('DUSK').azimuth).toBeGreaterThan(270)
    expect(at('DAY').altitude).toBeGreaterThan(35)
    for (const hour of ['DAWN', 'DUSK'] as const) {
      expect(lightNamed(at(hour))).toBe('golden hour')
      expect(hourOf(at(hour), hour === 'DAWN')).toBe(hour)
    }
    expect(hourOf(at('DAY'), false)).toBe('DAY')
    expect(instantOf('NIGHT', berlin, day)).toBeUndefined()
    expect(instantOf('DUSK', PLACES[4]!, day)).toBeUndefined()
  })
  it('have names', () => {
    expect([-8, -5, -2, 4, 20].map((altitude) => lightNamed({ azimuth: 0, altitude }))).toEqual([
      undefined,
      'blue hour',
      'golden hour',
      'golden hour',
      undefined,
    ])
    expect(hourOf({ azimuth: 0, altitude: -7 }, true)).toBe('NIGHT')
  })
})
