import { expect, test } from 'vitest'
import { LOOK_TABLE_SIZE } from '../../src/departments/retro'
import { BuildDoor } from '../../src/workers/build-door'

const cube = (size: number) =>
  `LUT_3D_SIZE ${size}\n${Array.from({ length: size ** 3 }, (_, i) => `${i / size ** 3} 0.5 ${(i % size) / size}`).join('\n')}\n`
const read = (text: string) => structuredClone(new BuildDoor().cube(new TextEncoder().encode(text), 'my.cube'))

test('a table of colours comes no larger than it is applied, or as what is wrong, with its line', () => {
  const [small, large] = [read(cube(3)), read(cube(LOOK_TABLE_SIZE + 3))]
  expect(small.ok && small.table.size).toBe(3)
  expect(large.ok && [large.table.size, large.table.values.length]).toEqual([LOOK_TABLE_SIZE, 3 * LOOK_TABLE_SIZE ** 3])
  const bad = read('LUT_3D_SIZE 2\n0 0 red\n')
  expect(!bad.ok && bad.diagnostics[0]).toMatchObject({ line: 2, file: 'my.cube' })
})
