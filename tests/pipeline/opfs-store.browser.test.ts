import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ArtifactStore, OpfsStore } from '../../src/pipeline'

describe('OpfsStore', () => {
  let store: ArtifactStore
  beforeEach(async () => {
    const root = await navigator.storage.getDirectory()
    await root.removeEntry('test-store', { recursive: true }).catch(() => {})
    store = new OpfsStore('test-store')
  })

  it('[O1] keeps bytes by name, in folders', async () => {
    await store.write('segments/a.seg', new Uint8Array([1, 2, 3]))
    await store.write('segments/a.seg', new Uint8Array([4, 5]))
    expect(await store.read('segments/a.seg')).toEqual(new Uint8Array([4, 5]))
    expect(await store.has('segments/b.seg')).toBe(false)
    expect(await store.read('none/b.seg')).toBeUndefined()
    await store.write('x', new Uint8Array(0))
    expect(await store.list()).toEqual(['segments/a.seg', 'x'])
    expect(await store.list('seg')).toEqual(['segments/a.seg'])
    await store.remove('x')
    await store.remove('x')
    expect(await store.list()).toEqual(['segments/a.seg'])
  })

  it('asks for a folder once, however much is written there, and makes it again when somebody has removed it', async () => {
    const asked = vi.spyOn(FileSystemDirectoryHandle.prototype, 'getDirectoryHandle')
    for (let i = 0; i < 5; i++) {
      await store.write('runs/one/checkpoint.json', new Uint8Array([i]))
      expect(await store.read('runs/one/checkpoint.json')).toEqual(new Uint8Array([i]))
    }
    expect(asked.mock.calls.map(([name]) => name).filter((name) => name !== 'test-store')).toEqual(['runs', 'one'])
    asked.mockRestore()
    const root = await navigator.storage.getDirectory()
    await (await root.getDirectoryHandle('test-store')).removeEntry('runs', { recursive: true })
    expect(await store.read('runs/one/checkpoint.json')).toBeUndefined()
    await store.remove('runs/one/checkpoint.json')
    await store.write('runs/one/checkpoint.json', new Uint8Array([9]))
    expect(await store.read('runs/one/checkpoint.json')).toEqual(new Uint8Array([9]))
  })

  it('[O2] shows a file only when it is closed, and nothing after an abort', async () => {
    const sink = await store.open('movie.mp4')
    await sink.write(3, new Uint8Array([4]))
    await sink.write(0, new Uint8Array([1, 2, 3]))
    expect(await store.list()).toEqual([])
    await sink.close()
    expect(await store.read('movie.mp4')).toEqual(new Uint8Array([1, 2, 3, 4]))
    const other = await store.open('other.mp4')
    await other.write(0, new Uint8Array(100))
    await other.abort()
    expect(await store.list()).toEqual(['movie.mp4'])
    expect(await store.read('other.mp4')).toBeUndefined()
  })

  it('[O3] streams, and stops when told', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (c) => c.enqueue(new Uint8Array(10)) })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 50)
    await expect(store.write('endless', endless, controller.signal)).rejects.toThrow()
    expect(await store.list()).toEqual([])
    await store.write('three', new Blob(['abc']).stream())
    expect(await store.read('three')).toEqual(new Uint8Array([97, 98, 99]))
  })

  it('[O4] does the same in a worker, with sync handles', async () => {
    const worker = new Worker(new URL('./opfs.worker.ts', import.meta.url), { type: 'module' })
    const said = await new Promise<{ before: string[]; after: string[]; bytes: Uint8Array }>((done, fail) => {
      worker.onmessage = (e) => done(e.data)
      worker.onerror = (e) => fail(new Error(e.message))
      worker.postMessage(0)
    })
    worker.terminate()
    expect(said.before).toEqual([])
    expect(said.after).toEqual(['movies/m.mp4'])
    expect(said.bytes.byteLength).toBe(4098)
    expect([...said.bytes.subarray(0, 4), ...said.bytes.subarray(4096)]).toEqual([1, 2, 3, 0, 9, 9])
  })

  it('[O5] knows sizes, lists by folder, and sweeps what was cut off', async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('test-store', { create: true })
    const folder = await root.getDirectoryHandle('segments', { create: true })
    await folder.getFileHandle('cut.seg.part', { create: true })
    await store.write('segments/a.seg', new Uint8Array(7))
    await store.write('pictures/p.png', new Uint8Array(3))
    expect(await store.size!('segments/a.seg')).toBe(7)
    expect(await store.size!('segments/b.seg')).toBeUndefined()
    expect(await store.list('segments/a')).toEqual(['segments/a.seg'])
    expect(await store.list('pict')).toEqual(['pictures/p.png'])
    expect(await store.sweep!(0)).toBe(0)
    const going = await store.open('segments/going.seg')
    await going.write(0, new Uint8Array(1))
    expect(await store.sweep!(Number.POSITIVE_INFINITY)).toBe(1)
    await going.close()
    expect(await store.list('segments/')).toEqual(['segments/a.seg', 'segments/going.seg'])
  })
})
