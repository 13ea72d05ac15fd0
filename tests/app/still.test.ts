import { expect, test } from 'vitest'
import { againstStill, readStill, type Still, stillAgainst, stillName, stillsStore } from '../../src/app/store/still'
import { styleByName } from '../../src/departments/retro'
import type { FrameState } from '../../src/film'

const still: Still = {
  id: '00001',
  film: 'Tea',
  shotKey: 'k',
  address: 'sc1.sh2',
  sliceHash: 'h',
  frame: 12,
  style: styleByName('nes'),
  state: { timeS: 0.5 } as FrameState,
  width: 480,
  height: 270,
}
const written = (more: object = {}, version: unknown = 1) => JSON.stringify({ version, still: { ...still, ...more } })

test('a still is read as it was written', () => {
  expect(readStill(written())).toEqual(still)
  expect(stillName(still)).toBe('sc1.sh2:12 NES')
})

test('what is none, or of another version, or has a style that is none, is not read', () => {
  for (const text of [
    '',
    'null',
    '{}',
    written({}, 2),
    written({ frame: '12' }),
    written({ shotKey: undefined }),
    written({ style: { id: 'x' } }),
    written({ state: null }),
  ])
    expect(readStill(text), text.slice(0, 60)).toBeUndefined()
})

test('stills are told apart from styles that are compared with', () => {
  const kept = { still, png: new Blob(), url: '' }
  stillsStore.setState({ stills: [kept] })
  expect(stillAgainst(againstStill('00001'))).toBe(kept)
  expect(stillAgainst('nes')).toBeUndefined()
  expect(stillAgainst(againstStill('00002'))).toBeUndefined()
  expect(stillAgainst(undefined)).toBeUndefined()
})
