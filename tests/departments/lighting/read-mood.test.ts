import { describe, expect, it } from 'vitest'
import { readMood } from '../../../src/departments/lighting/read-mood'

describe('readMood', () => {
  it.each([
    ['The storm is over.'],
    ['The rain is over. Pink sky.'],
    ['The rain has stopped.'],
    ['It has finally stopped raining.'],
    ['After the storm, silence.'],
    ['No rain. Leaves moving without wind.'],
    ['The wind dies down; the fog has lifted.'],
    ['The thunderstorm has passed.'],
  ])('starts no weather for %s', (text) => {
    const mood = readMood([text])
    expect([mood.rain, mood.storm, mood.wind, mood.fog, mood.overcast]).toEqual([0, false, 0, 0, false])
  })

  it('keeps the weather that is there', () => {
    expect(readMood(['The storm is over. Fog in the fields.']).fog).toBe(1)
    expect(readMood(['Rain on the window.']).rain).toBe(0.7)
    expect(readMood(['Thunder. The lamp flickers.']).storm).toBe(true)
    expect(readMood(['The rain is very loud.']).rain).toBe(0.7)
    expect(readMood(['She walks through the rain. Over the hill, a storm.']).storm).toBe(true)
  })

  it('tells snow that lies from snow that falls', () => {
    const snow = (text: string) => {
      const { snow, snowCover, overcast } = readMood([text])
      return { falls: snow > 0, lies: snowCover > 0.9, overcast }
    }
    for (const text of ['Snow lies on the lawns.', 'He walks through the snow.', 'A snowy field.', 'Everything is deep in snow.'])
      expect(snow(text), text).toEqual({ falls: false, lies: true, overcast: false })
    for (const text of ['It is snowing.', 'Snow falls on the deep snow.', 'A blizzard.', 'Snow.'])
      expect(snow(text), text).toEqual({ falls: true, lies: true, overcast: true })
    expect(snow('A white house.')).toEqual({ falls: false, lies: false, overcast: false })
  })
})
