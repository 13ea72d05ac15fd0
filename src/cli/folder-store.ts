import { mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type ArtifactStore, type StoreData, StoreError, type StoreSink } from '../pipeline'
import { fileSink, listStore, storeFile, sweepStore } from './store-folder'

/** A folder as a store, here in Node: what the loopback server is to the page. */
export class FolderStore implements ArtifactStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async has(name: string): Promise<boolean> {
    return (await this.size(name)) !== undefined
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const file = storeFile(this.#folder, name)
    return (await this.has(name)) ? new Uint8Array(await readFile(file)) : undefined
  }

  async write(name: string, data: StoreData, signal?: AbortSignal): Promise<void> {
    const sink = await this.open(name)
    let position = 0
    try {
      for await (const bytes of data instanceof Uint8Array ? [data] : data) {
        signal?.throwIfAborted()
        await sink.write(position, bytes)
        position += bytes.byteLength
      }
      await sink.close()
    } catch (error) {
      await sink.abort()
      if (signal?.aborted) throw error
      throw new StoreError('write', name, (error as Error).message, { cause: error })
    }
  }

  async open(name: string): Promise<StoreSink> {
    const file = storeFile(this.#folder, name)
    await mkdir(dirname(file), { recursive: true })
    return fileSink(file)
  }

  /** Folders that are left empty go with their last file. */
  async remove(name: string): Promise<void> {
    const file = storeFile(this.#folder, name)
    await rm(file, { force: true })
    for (let at = dirname(file); at.length > this.#folder.length; at = dirname(at)) {
      if ((await readdir(at).catch(() => ['unknown'])).length > 0) return
      await rmdir(at).catch(() => {})
    }
  }

  async size(name: string): Promise<number | undefined> {
    const info = await stat(storeFile(this.#folder, name)).catch(() => undefined)
    return info?.isFile() ? info.size : undefined
  }

  list(prefix = ''): Promise<readonly string[]> {
    return listStore(this.#folder, prefix)
  }

  sweep(beforeMs: number): Promise<number> {
    return sweepStore(this.#folder, beforeMs)
  }
}
