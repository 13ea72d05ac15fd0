import { describe, expect, it } from 'vitest'
import { MemoryStore, nameParts, StoreError } from '../../src/pipeline'

describe('nameParts', () => {
  it('[S1] takes plain names in folders', () => {
    expect(nameParts('segments/3fa9.seg')).toEqual(['segments', '3fa9.seg'])
  })
  it.each([
    '',
    '/',
    '../x',
    'a/../b',
    '/etc/passwd',
    'a//b',
    '.hidden',
    'a\\b',
    'x.part',
    'a/b/c/d/e/f',
    'ä',
    'a b',
    '%2e%2e/x',
    'n'.repeat(300),
  ])('[S2] refuses %j', (name) => {
    expect(() => nameParts(name)).toThrow(StoreError)
  })
})

describe('MemoryStore', () => {
  it('[S3] gives back what was written, as a copy', async () => {
    const store = new MemoryStore()
    const bytes = new Uint8Array([1, 2, 3])
    await store.write('a/b', bytes)
    bytes[0] = 9
    const read = await store.read('a/b')
    expect(read).toEqual(new Uint8Array([1, 2, 3]))
    read!.fill(0)
    expect(await store.read('a/b')).toEqual(new Uint8Array([1, 2, 3]))
    expect(await store.has('a/b')).toBe(true)
    expect(await store.read('a/c')).toBeUndefined()
    await store.remove('a/b')
    await store.remove('a/b')
    expect(await store.list()).toEqual([])
  })
  it('[S4] shows a file written in pieces only when it is closed', async () => {
    const store = new MemoryStore()
    const sink = await store.open('movie.mp4')
    await sink.write(4, new Uint8Array([5, 6]))
    await sink.write(0, new Uint8Array([1, 2, 3, 4]))
    expect(await store.has('movie.mp4')).toBe(false)
    await sink.close()
    expect(await store.read('movie.mp4')).toEqual(new Uint8Array([1, 2, 3, 4, 5, 6]))
    const other = await store.open('gone.mp4')
    await other.write(0, new Uint8Array(9))
    await other.abort()
    expect(await store.list()).toEqual(['movie.mp4'])
  })
  it('[S5] takes streams, and stops when told', async () => {
    const store = new MemoryStore()
    const stream = () =>
      new ReadableStream<Uint8Array>({
        start(c) {
          c.enqueue(new Uint8Array([1]))
          c.enqueue(new Uint8Array([2, 3]))
          c.close()
        },
      })
    await store.write('s', stream())
    expect(await store.read('s')).toEqual(new Uint8Array([1, 2, 3]))
    await expect(store.write('t', stream(), AbortSignal.abort())).rejects.toThrow()
    expect(await store.list()).toEqual(['s'])
  })
})
