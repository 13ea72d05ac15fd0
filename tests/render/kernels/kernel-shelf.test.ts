import { expect, test } from 'vitest'
import { paletteSetFor, STYLES } from '../../../src/departments/retro'
import { MOST_MASKED } from '../../../src/render/kernels/candidate-grid'
import { kernelsOf } from '../../../src/render/kernels/kernel-shelf'
import { quantiseKind } from '../../../src/render/kernels/quantise'

test("the pipeline that chooses a style's colours is among those that are made for it", () => {
  for (const style of STYLES) {
    const set = paletteSetFor(style, [])
    const asked = kernelsOf(style).filter((name) => name.startsWith('quantise'))
    const isOther = set === null || style.limits?.kind === 'ham' || kernelsOf(style).includes('diffuse')
    if (isOther) expect(asked, style.id).toEqual([])
    else {
      const from = set.cells !== undefined ? 'cells' : set.colours.length > MOST_MASKED ? 'many' : 'few'
      expect(asked, style.id).toContain(`quantise ${quantiseKind(style.dither, style.distance, from)}`)
    }
  }
})

test('a film image is made of few kernels', () => {
  const film = STYLES.find(({ id }) => id === 'hollywood')!
  expect(kernelsOf(film)).toEqual(['copy', 'present', 'encodeSrgb', 'area', 'shrink', 'grade'])
})
