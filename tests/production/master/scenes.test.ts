import { describe, expect, it } from 'vitest'
import { expandShotName, inScenes, readScenes, readShotName } from '../../../src/production/master'

describe('scene ranges', () => {
  it.each([
    ['scene_1_5', [['1', '5']]],
    ['1-5', [['1', '5']]],
    ['scenes 1 to 5', [['1', '5']]],
    ['3A', [['3A', '3A']]],
    ['sc3', [['3', '3']]],
    [7, [['7', '7']]],
    [
      '1-2, 5',
      [
        ['1', '2'],
        ['5', '5'],
      ],
    ],
    [
      ['1-2', 'scene_4'],
      [
        ['1', '2'],
        ['4', '4'],
      ],
    ],
  ])('reads %j', (text, spans) => {
    expect(readScenes(text)?.map((s) => [s.from, s.to])).toEqual(spans)
  })

  it.each(['', 'winter', '5-1', 'scene_', {}, null, '1-2-3'])('refuses %j', (text) => {
    expect(readScenes(text)).toBeUndefined()
  })

  it('orders 3, 3A, 4 and goes by the number the script prints', () => {
    const spans = readScenes('3-5') ?? []
    const is = (number: string) => inScenes(spans, { index: 99, number })
    expect(['2', '3', '3A', '5', '5B', '6'].map(is)).toEqual([false, true, true, true, true, false])
    expect(inScenes(readScenes('3') ?? [], { index: 1, number: '3A' })).toBe(false)
    expect(inScenes(spans, { index: 4 })).toBe(true)
    expect(inScenes(readScenes('all') ?? [], { index: 1, number: 'X' })).toBe(true)
  })

  it('reads and expands shot names', () => {
    expect(readShotName('sc3.sh2')).toEqual({ scene: '3', shot: 2 })
    expect(readShotName('scene_3A_shot_2')).toEqual({ scene: '3A', shot: 2 })
    expect(readShotName('sh4')).toEqual({ scene: undefined, shot: 4 })
    expect(readShotName('hero')).toBeUndefined()
    expect(expandShotName('sc1.sh1-3')).toEqual(['sc1.sh1', 'sc1.sh2', 'sc1.sh3'])
    expect(expandShotName('hero')).toEqual(['hero'])
  })
})
