import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/film'
import { MemoryStore, OverlayStore, readSeal, readSealed, removeSealed, sealedMissing, sizeOf, writeSealed } from '../../src/pipeline'

describe('sealed bytes', () => {
  it('[SE1] come back with what their maker said, whatever their size', async () => {
    const store = new MemoryStore()
    for (const size of [0, 1, 70_000]) {
      const bytes = Uint8Array.from({ length: size }, (_, i) => i * 7)
      const seal = await writeSealed(store, 'segments/a.seg', bytes, { frames: 48 })
      expect(seal).toEqual({ sha256: sha256Hex(bytes), bytes: size, frames: 48 })
      expect(await readSealed(store, 'segments/a.seg')).toEqual({ bytes, seal })
      expect(await readSeal(store, 'segments/a.seg')).toEqual(seal)
      expect(await sealedMissing(store, 'segments/a.seg')).toBeUndefined()
    }
    await removeSealed(store, 'segments/a.seg')
    expect(await store.list()).toEqual([])
    expect(await sealedMissing(store, 'segments/a.seg')).toBe('it is not made yet')
  })

  it('[SE2] are found damaged by any change to them or to their seal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.constantFrom('flip', 'cut', 'grow', 'no seal', 'bad seal'),
        async (bytes, at, how) => {
          const store = new MemoryStore()
          await writeSealed(store, 's', bytes)
          if (how === 'flip')
            await store.write(
              's',
              bytes.map((v, i) => (i === at % bytes.length ? v ^ 0x10 : v)),
            )
          if (how === 'cut') await store.write('s', bytes.slice(0, at % bytes.length))
          if (how === 'grow') await store.write('s', new Uint8Array([...bytes, 0]))
          if (how === 'no seal') await store.remove('s.meta.json')
          if (how === 'bad seal') await store.write('s.meta.json', new TextEncoder().encode(['null', '{', '{"sha256":1}', '[]'][at % 4]!))
          expect(await readSealed(store, 's')).toBeUndefined()
          expect(await sealedMissing(store, 's')).toBe('it is damaged')
        },
      ),
    )
  })
})

describe('OverlayStore', () => {
  it('[OV1] reads through, keeps writes and removals to itself', async () => {
    const below = new MemoryStore()
    await below.write('a/1', new Uint8Array([1]))
    await below.write('a/2', new Uint8Array([2, 2]))
    const store = new OverlayStore(below)
    await store.write('a/1', new Uint8Array([9, 9, 9]))
    await store.remove('a/2')
    const sink = await store.open('b/3')
    await sink.write(0, new Uint8Array(4))
    await sink.close()
    expect(await store.list()).toEqual(['a/1', 'b/3'])
    expect(await store.read('a/1')).toEqual(new Uint8Array([9, 9, 9]))
    expect([await store.has('a/2'), await store.read('a/2'), await store.size('a/2')]).toEqual([false, undefined, undefined])
    expect([await store.size('a/1'), await sizeOf(store, 'b/3')]).toEqual([3, 4])
    await store.remove('a/1')
    expect(await store.has('a/1')).toBe(false)
    await store.write('a/2', new Uint8Array(5))
    expect(await store.size('a/2')).toBe(5)
    expect(await below.list()).toEqual(['a/1', 'a/2'])
    expect(await below.read('a/2')).toEqual(new Uint8Array([2, 2]))
  })
})
