import { expect, test } from 'vitest'
import { LOOK_TABLE_SIZE } from '../../src/departments/retro'
import { sliceOf } from '../../src/production'
import { prepareShot, type ShotParts, transferablesOf } from '../../src/stage'
import { BuildDoor } from '../../src/workers/build-door'
import { opened } from '../production/fake-crew'

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

test('a shot is built once for all who ask: what one of them takes away is there for the next', () => {
  const { store } = opened('INT. OFFICE - DAY\n\nNOOR (30, red coat) stands at the window.\n').film
  const slice = sliceOf(store, store.plan.shots[0]?.key ?? '')
  const door = new BuildDoor()
  /** As a worker hands its answer over: what is transferred is gone here. */
  const asked = (have: readonly string[]) => {
    const parts = door.parts(slice, have)
    return structuredClone(parts, { transfer: transferablesOf(parts) })
  }
  const bytes = (parts: ShotParts) => Buffer.concat(transferablesOf(parts).map((b) => new Uint8Array(b)))
  const [first, second] = [asked([]), asked([])]
  expect(bytes(first).length).toBeGreaterThan(100_000)
  expect(bytes(second).equals(bytes(first))).toBe(true)
  expect(bytes(prepareShot(slice)).equals(bytes(first))).toBe(true)
  const again = asked([first.set.key, ...first.actors.map((a) => a.key)])
  expect([again.set.meshes, again.actors[0]?.geometry]).toEqual([undefined, undefined])
  expect(again.bounce.volume?.data).toHaveLength(first.bounce.volume?.data.length ?? 0)
})
