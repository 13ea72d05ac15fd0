import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  forbidden,
  type PlaceCandidate,
  permitOn,
  rankPlaces,
  type Site,
  type SoughtPlace,
  sceneNeeds,
} from '../../../src/departments/locations'

const SITE: Site = { weather: [], weatherShown: true, features: [], restrictions: [], permits: [], logistics: { notes: [] } }
const place = (name: string, more: Partial<PlaceCandidate> = {}): PlaceCandidate => ({
  name,
  from: 'production',
  kind: 'kitchen',
  interior: true,
  things: ['table', 'stove', 'chair'],
  scenes: [],
  ...more,
})
const scene = (actions: string[], more: Partial<SoughtPlace> = {}): SoughtPlace => ({
  number: '2',
  setting: 'INT',
  needs: sceneNeeds('INT. KITCHEN - DAY', 'DAY', actions),
  kind: 'kitchen',
  words: ['kitchen'],
  usual: ['table', 'stove', 'chair'],
  things: [],
  isSmall: () => false,
  sun: () => undefined,
  ...more,
})
const first = (s: SoughtPlace, ...places: PlaceCandidate[]) => rankPlaces(s, places)[0]!

describe('rankPlaces', () => {
  it('prefers the kind that the heading means, and says the word', () => {
    const best = first(scene([]), place('Bar', { kind: 'bar', things: ['table', 'bar-counter'] }), place('Kitchen'))
    expect(best.name).toBe('Kitchen')
    expect(best.why[0]).toBe('“kitchen” in the heading means a kitchen')
    expect(rankPlaces(scene([]), [place('Bar', { kind: 'bar', things: ['table'] })])[0]!.why.join()).toMatch(/like a kitchen it has table/)
  })

  it('weighs inside and outside, features, things and company moves', () => {
    const near = { latitude: 54, longitude: 12 }
    const asked = scene(['Mara leans against the fireplace. She stokes the stove.'], { things: ['stove', 'piano'] })
    expect(first(asked, place('A'), place('B', { site: { ...SITE, features: ['old hearth'] } })).name).toBe('B')
    expect(first(asked, place('A', { interior: false }), place('B')).name).toBe('B')
    expect(first(asked, place('A', { things: ['table', 'chair'] }), place('B')).name).toBe('B')
    const moved = scene([], { before: { name: 'Harbour', at: near } })
    const [one, other] = rankPlaces(moved, [place('A', { at: { latitude: 55, longitude: 12 } }), place('B', { at: near })])
    expect([one!.name, other!.name]).toEqual(['B', 'A'])
    expect(other!.against.join()).toMatch(/a company move of 111\.2 km from Harbour/)
    expect(first(moved, place('A'), place('B', { scenes: ['5'] })).why.join()).toMatch(/no company move: scene 5 plays there too/)
  })

  it('excludes by restriction, permit and sun, says which, and ranks those last', () => {
    const fire = scene(['She lights a candle.'])
    const [ok, not] = rankPlaces(fire, [
      place('A', { scenes: ['2'], site: { ...SITE, restrictions: ['No open flames'] } }),
      place('B', { kind: 'bar' }),
    ])
    expect(ok!.name).toBe('B')
    expect(not!.excluded).toBe('“No open flames” there, and the scene has “candle”')
    expect(rankPlaces(scene([]), [place('A', { site: { ...SITE, restrictions: ['No open flames'] } })])[0]!.excluded).toBeUndefined()
    const ended = { name: 'quay', status: 'granted', until: '2026-05-31' } as const
    expect(rankPlaces(scene([]), [place('A', { day: '2026-06-21', site: { ...SITE, permits: [ended] } })])[0]!.excluded).toMatch(
      /ended on 2026-05-31/,
    )
    expect(permitOn(ended, '2026-05-31')).toBe('granted')
    expect(permitOn({ ...ended, from: '2026-05-02' }, '2026-05-01')).toBe('not yet')
    expect(rankPlaces(scene([], { sun: () => 'down' }), [place('A')])[0]!.excluded).toMatch(/does not rise/)
  })

  it('[property] is a permutation of what was given, best first, and does not depend on chance', () => {
    const candidate = fc.record({
      name: fc.string({ maxLength: 8 }),
      from: fc.constantFrom('production' as const, 'kind' as const),
      kind: fc.constantFrom('kitchen', 'bar', 'street'),
      interior: fc.boolean(),
      things: fc.array(fc.constantFrom('table', 'stove', 'piano'), { maxLength: 4 }),
      scenes: fc.array(fc.constantFrom('1', '2'), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), fc.string({ maxLength: 80 }), (places, told) => {
        const ranked = rankPlaces(scene([told]), places)
        expect(ranked.map((r) => r.name).sort()).toEqual(places.map((p) => p.name).sort())
        for (let i = 1; i < ranked.length; i++) expect(ranked[i - 1]!.score).toBeGreaterThanOrEqual(ranked[i]!.score)
        expect(rankPlaces(scene([told]), places)).toEqual(ranked)
      }),
      { numRuns: 100 },
    )
  })
})

describe('forbidden', () => {
  it.each([
    ['no open flames', 'DAY', ['fire']],
    ['No dogs or other animals', 'DAY', ['animals']],
    ['no shooting after 22:00', 'NIGHT', ['night']],
    ['no shooting after 22:00', 'DAY', []],
    ['crew out by 10 pm', 'NIGHT', ['night']],
    ['no loud music after 8pm', 'NIGHT', ['noise']],
    ['no loud music after 8pm', 'DAY', []],
    ['daylight only', 'NIGHT', ['night']],
    ['no night shoots', 'NIGHT', ['night']],
    ['no access before 7 am', 'NIGHT', []],
    ['shoes off in the hall', 'DAY', []],
    ['candles are welcome', 'DAY', []],
    ['no firearms, no vehicles', 'DAY', ['guns', 'vehicles']],
  ] as const)('%s, by %s: %j', (restriction, hour, activities) => {
    expect(forbidden(restriction, hour)).toEqual(activities)
  })
})
