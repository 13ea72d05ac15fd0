import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FolderStore } from '../../src/cli/folder-store'
import { sweepStore } from '../../src/cli/store-folder'
import { claimStore, StoreBusyError, writersOf } from '../../src/cli/store-writers'
import { StoreError } from '../../src/pipeline'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneshot-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Id of a process that has ended. */
const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid

describe('FolderStore', () => {
  it('[F1] keeps whole files by name', async () => {
    const store = new FolderStore(join(folder, 'a'))
    expect(await store.read('x/y')).toBeUndefined()
    expect(await store.size('x/y')).toBeUndefined()
    await store.write('x/y', new Uint8Array([1, 2, 3]))
    await store.write('x/z', new Blob(['four']).stream() as ReadableStream<Uint8Array>)
    expect([await store.size('x/y'), await store.size('x/z')]).toEqual([3, 4])
    expect(await store.read('x/y')).toEqual(new Uint8Array([1, 2, 3]))
    expect(await store.list()).toEqual(['x/y', 'x/z'])
    await expect(store.write('../x', new Uint8Array(1))).rejects.toThrow(StoreError)
    const sink = await store.open('x/w')
    await sink.write(0, new Uint8Array(9))
    expect(await store.has('x/w')).toBe(false)
    await sink.abort()
    for (const name of ['x/y', 'x/z']) await store.remove(name)
    expect(await readdir(join(folder, 'a'))).toEqual([])
  })

  it('[F2] sweeps what killed writers left, and nothing else', async () => {
    const at = join(folder, 'b')
    await mkdir(join(at, 'segments'), { recursive: true })
    const part = (pid: number) => join(at, 'segments', `a.seg.${pid}-${crypto.randomUUID()}.part`)
    const [old, young, mine, parents] = [part(gone()), part(gone()), part(process.pid), part(process.ppid)]
    for (const file of [old, young, mine, parents, join(at, 'segments/a.seg')]) await writeFile(file, 'x')
    const before = new Date(performance.timeOrigin - 60_000)
    for (const file of [old, mine, parents]) await utimes(file, before, before)
    expect(await sweepStore(at)).toBe(1)
    expect((await readdir(join(at, 'segments'))).map((n) => join(at, 'segments', n)).sort()).toEqual(
      [young, mine, parents, join(at, 'segments/a.seg')].sort(),
    )
  })

  it('[F3] knows who else works in it', async () => {
    const at = join(folder, 'c')
    const release = await claimStore(at)
    await writeFile(join(at, `.writer-${process.ppid}`), '')
    await writeFile(join(at, `.writer-${gone()}`), '')
    expect(await writersOf(at)).toEqual([process.ppid])
    expect(await new FolderStore(at).list()).toEqual([])
    await release()
    expect(await readdir(at)).toEqual([`.writer-${process.ppid}`])
  })
  it('[F4] is made in by one process at a time', async () => {
    const at = join(folder, 'd')
    const release = await claimStore(at, 'make')
    await expect(claimStore(at, 'make')).rejects.toThrow(`process ${process.pid} is making a film in ${at}`)
    const look = await claimStore(at)
    await look()
    await release()
    const lock = join(at, '.lock')
    await writeFile(lock, String(process.ppid))
    await expect(claimStore(at, 'make')).rejects.toThrow(`process ${process.ppid} is making`)
    await expect(claimStore(at, 'make')).rejects.toThrow(StoreBusyError)
    expect(await readFile(lock, 'utf8')).toBe(String(process.ppid))
  })

  it('[F5] is taken over from a process that was killed', async () => {
    const at = join(folder, 'e')
    const lock = join(at, '.lock')
    await mkdir(at)
    const longAgo = new Date(Date.now() - 60_000)
    // Its process is gone; had the id that this one has now; began before the machine did; was cut off before it said who it is.
    for (const [text, when] of [
      [String(gone()), new Date()],
      [String(process.pid), new Date()],
      [String(process.ppid), new Date(0)],
      ['', longAgo],
      ['nonsense', new Date()],
    ] as const) {
      await writeFile(lock, text)
      await utimes(lock, when, when)
      const release = await claimStore(at, 'make')
      expect(await readFile(lock, 'utf8')).toBe(String(process.pid))
      await release()
      expect(await readdir(at)).toEqual([])
    }
    await writeFile(lock, '')
    await expect(claimStore(at, 'make')).rejects.toThrow('another run is making a film')
  })
})
