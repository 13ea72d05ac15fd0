import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inScratch, LONGER_FILM, LONGER_FRAMES, SMALL_FILM } from '../../../src/cli/must-production-film'
import { longFilm, memorySlope } from '../../../src/cli/must-production-page'
import { changeOneWord, longTalk } from '../../../src/cli/must-production-runs'
import { storeFaults } from '../../../src/cli/must-production-store'
import { writeSegment } from '../../../src/encode'
import { sha256Hex } from '../../../src/film'
import { openProduction } from '../../../src/production'

const utf8 = new TextEncoder()
const planOf = (text: string) => {
  const opened = openProduction({ files: [{ name: 'film.yaml', bytes: utf8.encode(text) }], main: 'film.yaml' })
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
  return opened.film.store.plan
}

describe('what the checks of the production stand on', () => {
  it('the films are as long as they say', () => {
    expect(planOf(SMALL_FILM).frames).toBe(48)
    expect(planOf(LONGER_FILM).frames).toBe(LONGER_FRAMES)
    expect(planOf(longFilm(1500)).frames).toBe(1536)
  })

  it('one word changed is seen by few of many shots', () => {
    const { shots, wanted } = changeOneWord(longTalk(14, 8))
    expect(shots.length).toBeGreaterThanOrEqual(40)
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.length).toBeLessThanOrEqual(shots.length / 4)
  })

  it('a store with a bad file of any kind is found out', async () => {
    await inScratch(async (store) => {
      await mkdir(join(store, 'segments'))
      await mkdir(join(store, 'pictures'))
      const write = (name: string, data: string | Uint8Array) => writeFile(join(store, name), data)
      const key = 'k'.repeat(64)
      const segment = writeSegment({
        key,
        shotKey: 'sc1.sh1',
        firstFrame: 0,
        width: 64,
        height: 36,
        fps: { num: 24, den: 1 },
        decoder: { codec: 'vp09.00.10.08', codedWidth: 64, codedHeight: 36 },
        packets: [{ key: true, data: new Uint8Array(100) }],
        pictureHashes: ['p'],
      })
      await write(`segments/${key.slice(0, 40)}.seg`, segment)
      await write('a.json', '{"a":1}')
      await write('a.meta.json', JSON.stringify({ sha256: sha256Hex('{"a":1}') }))
      await write('pictures/p.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))
      expect(await storeFaults(store)).toEqual([])
      segment[segment.length - 20] = 1
      await write(`segments/${key.slice(0, 40)}.seg`, segment)
      await write('a.json', '{"a":2}')
      await write('b.json', '{"a":')
      await write('pictures/p.jpg', new Uint8Array([0xff, 0xd8, 0xff]))
      expect(await storeFaults(store)).toHaveLength(4)
    })
  })

  it('a slope is what memory gains, whatever is collected in between', () => {
    const samples = Array.from({ length: 2000 }, (_, frames) => ({ frames, bytes: 5e8 + 3000 * frames + (frames % 37) * 1e6 }))
    expect(memorySlope(samples, 500)).toBeCloseTo(3000, -2)
    expect(
      memorySlope(
        samples.map((s) => ({ ...s, bytes: s.frames < 500 ? s.bytes * 2 : 5e8 })),
        500,
      ),
    ).toBeCloseTo(0)
  })

  it('a leak of 5 MB in a thousand frames is seen through garbage that comes and goes, and garbage alone is none', () => {
    const weighed = (leak: number) =>
      Array.from({ length: 500 }, (_, i) => {
        const frames = i * 3
        // Several heaps, each collected when it is full.
        const garbage = 8e6 * ((frames % 170) / 170) + 4e6 * ((frames % 410) / 410) + 1e6 * ((frames % 23) / 23)
        return { frames, bytes: 4.7e8 + garbage + leak * frames }
      })
    expect(memorySlope(weighed(5e3), 500) * 1000).toBeGreaterThan(3e6)
    expect(memorySlope(weighed(0), 500) * 1000).toBeLessThanOrEqual(2e6)
  })
})
