import { expect, it } from 'vitest'
import { castCharacter } from '../../../src/departments/characters'
import { buildActor } from '../../../src/stage/actors'
import { sc } from './any-person'
import { drawPerson } from './draw-person'

it.each([
  'man, 45, white shirt and black trousers',
  'woman, 30, thin, white shirt and black trousers',
  'man, 60, fat, white shirt and black trousers',
])('trousers are closed before and behind: %s', (words) => {
  const spec = castCharacter(sc('YUSUF', words))
  const g = buildActor(spec, 'full')
  const [lines, metres, fromM] = [400, 0.5, 0.46 * spec.heightM]
  const open: string[] = []
  for (const yaw of [0, Math.PI]) {
    const seen = drawPerson(g, { lines, metres, fromM, yaw })
    const light = (x: number, y: number) => seen.colour[(y * lines + x) * 3]!
    // From the crotch up to where the shirt begins: the first white line across the whole middle.
    const middle = lines / 2
    const waist = Array.from({ length: lines }, (_, y) => y).findLast((y) => light(middle - 40, y) > 0.3 && light(middle + 40, y) > 0.3)
    expect(waist).toBeGreaterThan(0)
    for (let y = waist! + 2; y < waist! + 70; y++)
      for (let x = middle - 8; x <= middle + 8; x++)
        if (!seen.drawn[y * lines + x] || light(x, y) > 0.3) open.push(`${yaw.toFixed(1)} ${x} ${y}`)
  }
  expect(open.slice(0, 5)).toEqual([])
})
