import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipFiles } from '../../src/encode'

test('files come out as they went in, and the same files are the same zip', () => {
  const files = new Map([
    ['a/one.bin', Uint8Array.from({ length: 3000 }, (_, i) => i & 7)],
    ['two.txt', new TextEncoder().encode('two')],
  ])
  for (const level of [0, 6, 9] as const) {
    const zip = zipFiles(files, level)
    expect(new Map(Object.entries(unzipSync(zip)))).toEqual(files)
    expect(zipFiles(files, level)).toEqual(zip)
  }
  expect(zipFiles(files, 9).length).toBeLessThan(zipFiles(files, 0).length / 4)
})
