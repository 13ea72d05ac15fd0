import { describe, expect, it } from 'vitest'
import { lightScene } from '../../../src/departments/lighting'
import { PARTICLES, WeatherField } from '../../../src/stage/weather'
import { STREET } from '../../departments/lighting/sample-set'

const plan = lightScene({ set: STREET, timeOfDay: 'DAY', words: [], people: [], key: 'k' })
const dry = { rain: 0, snow: 0, wind: 0.2, windDirection: 0, wet: 0 }
const outside = { min: [0, 0, 0], max: [0, 0, 0], interior: false } as const

describe('WeatherField', () => {
  const drawn = (field: WeatherField) =>
    Object.fromEntries(
      field.group.children.map((c) => [
        c.name,
        (c as unknown as { geometry: { drawRange: { count: number } } }).geometry.drawRange.count / 6,
      ]),
    )

  it('is always there, thinned to almost nothing when it is dry', () => {
    const field = new WeatherField()
    field.apply(plan, dry, 0, outside)
    expect(drawn(field)).toEqual({ rain: 1, splashes: 1, snow: 1, dust: 1 })
    expect(field.group.children.every((c) => c.visible)).toBe(true)
  })

  it('draws as much as it rains, and no dust outside', () => {
    const field = new WeatherField()
    field.apply(plan, { ...dry, rain: 0.5 }, 0, outside)
    expect(drawn(field)).toMatchObject({ rain: PARTICLES.rain / 2, snow: 1, dust: 1 })
  })

  it('casts no shadow', () => {
    expect(new WeatherField().group.children.some((c) => c.castShadow)).toBe(false)
  })
})
