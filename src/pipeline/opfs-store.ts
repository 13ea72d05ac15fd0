import { type ArtifactStore, nameParts, type StoreData, StoreError, type StoreSink, TEMPORARY_SUFFIX } from './artifact-store'
import { isMissing, OpfsFolders } from './opfs-folders'

/** What some browsers have and the standard library's types do not yet. */
interface MovableFile extends FileSystemFileHandle {
  move?(name: string): Promise<void>
  createSyncAccessHandle?(): Promise<SyncFile>
}
interface SyncFile {
  write(bytes: Uint8Array, options: { at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}

/** Keeps files in the browser's own disk (the origin-private file system). In a worker it writes through sync handles. */
export class OpfsStore implements ArtifactStore {
  readonly #root: Promise<FileSystemDirectoryHandle>
  readonly #folders: OpfsFolders

  /** @param folder Folder of the origin-private file system that this store owns. */
  constructor(folder = 'oneshot') {
    this.#root = navigator.storage.getDirectory().then((d) => d.getDirectoryHandle(folder, { create: true }))
    this.#root.catch(() => {})
    this.#folders = new OpfsFolders(this.#root)
  }

  async has(name: string): Promise<boolean> {
    return (await this.#find(name)) !== undefined
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const file = await this.file(name)
    return file && new Uint8Array(await file.arrayBuffer())
  }

  /** The file itself, for downloads and playback without a copy in memory; undefined if there is none. */
  async file(name: string): Promise<File | undefined> {
    return (await this.#find(name))?.getFile()
  }

  async write(name: string, data: StoreData, signal?: AbortSignal): Promise<void> {
    const sink = await this.open(name)
    try {
      signal?.throwIfAborted()
      if (data instanceof Uint8Array) await sink.write(0, data)
      else {
        let at = 0
        const reader = data.getReader()
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          signal?.throwIfAborted()
          await sink.write(at, next.value)
          at += next.value.byteLength
        }
      }
      await sink.close()
    } catch (error) {
      await sink.abort()
      throw error
    }
  }

  async open(name: string): Promise<StoreSink> {
    const parts = nameParts(name)
    const last = parts.at(-1) as string
    try {
      const { folder, handle } = await this.#makeFile(parts.slice(0, -1), last + TEMPORARY_SUFFIX)
      const writer = await openWriter(handle)
      let open = true
      return {
        write: (position, bytes) => named('write', name, () => writer.write(position, bytes)),
        close: () =>
          named('write', name, async () => {
            open = false
            // Flushed before it gets its name: a file under its name is whole even if the power goes.
            await writer.close()
            if (handle.move) await handle.move(last)
            else {
              await copyTo(handle, await folder.getFileHandle(last, { create: true }))
              await folder.removeEntry(last + TEMPORARY_SUFFIX)
            }
          }),
        abort: async () => {
          if (open) await writer.abort().catch(() => {})
          open = false
          await folder.removeEntry(last + TEMPORARY_SUFFIX).catch(() => {})
        },
      }
    } catch (error) {
      // Somebody else is writing this file, or has not let go of it yet.
      const transient = error instanceof DOMException && error.name === 'NoModificationAllowedError'
      throw new StoreError('write', name, reason(error), { cause: error, transient })
    }
  }

  async remove(name: string): Promise<void> {
    const parts = nameParts(name)
    const folder = await this.#folders.at(parts.slice(0, -1), false)
    await folder?.removeEntry(parts.at(-1) as string).catch((error: unknown) => {
      if (!isMissing(error)) throw new StoreError('remove', name, reason(error), { cause: error })
    })
  }

  async size(name: string): Promise<number | undefined> {
    return (await this.file(name))?.size
  }

  async list(prefix = ''): Promise<readonly string[]> {
    const names: string[] = []
    await this.#walk(prefix, async (_, name, path) => {
      if (!TEMPORARY.test(name) && (path + name).startsWith(prefix)) names.push(path + name)
    })
    return names.sort()
  }

  async sweep(beforeMs: number): Promise<number> {
    let swept = 0
    await this.#walk('', async (folder, name) => {
      if (!TEMPORARY.test(name)) return
      try {
        const file = await (await folder.getFileHandle(name)).getFile()
        if (file.lastModified >= beforeMs) return
        await folder.removeEntry(name)
        swept++
      } catch {
        // Somebody is writing it, or has just finished.
      }
    })
    return swept
  }

  /** Visits the files of all folders that a prefix does not rule out. */
  async #walk(prefix: string, visit: (folder: FileSystemDirectoryHandle, name: string, path: string) => Promise<void>): Promise<void> {
    const into = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      const entries: [string, FileSystemHandle][] = []
      for await (const entry of folder.entries()) entries.push(entry)
      for (const [name, handle] of entries) {
        const below = `${path}${name}/`
        if (handle.kind === 'file') await visit(folder, name, path)
        else if (below.startsWith(prefix) || prefix.startsWith(below)) await into(handle as FileSystemDirectoryHandle, below)
      }
    }
    await into(await this.#root, '')
  }

  /** An empty file. A folder that was known may have been removed since: it is made again. */
  async #makeFile(parts: readonly string[], name: string): Promise<{ folder: FileSystemDirectoryHandle; handle: MovableFile }> {
    const make = async () => {
      const folder = await this.#folders.at(parts, true)
      if (!folder) throw new DOMException(`${parts.join('/')} is gone`, 'NotFoundError')
      return { folder, handle: (await folder.getFileHandle(name, { create: true })) as MovableFile }
    }
    try {
      return await make()
    } catch (error) {
      if (!isMissing(error)) throw error
      this.#folders.forget()
      return make()
    }
  }

  async #find(name: string): Promise<FileSystemFileHandle | undefined> {
    const parts = nameParts(name)
    const folder = await this.#folders.at(parts.slice(0, -1), false)
    try {
      return await folder?.getFileHandle(parts.at(-1) as string)
    } catch (error) {
      if (isMissing(error)) return undefined
      throw new StoreError('read', name, reason(error), { cause: error })
    }
  }
}

/** Files still being written: ours, and the browser's swap files beside them. */
const TEMPORARY = /\.part(\.crswap)?$/

interface PositionWriter {
  write(position: number, bytes: Uint8Array): Promise<void>
  abort(): Promise<void>
  close(): Promise<void>
}

/** A sync handle where there is one (dedicated workers only): no copy of the file is made before it is written. */
async function openWriter(handle: MovableFile): Promise<PositionWriter> {
  if (handle.createSyncAccessHandle) {
    const file = await handle.createSyncAccessHandle()
    file.truncate(0)
    const close = async () => {
      file.flush()
      file.close()
    }
    return {
      write: async (at, bytes) => {
        const written = file.write(bytes, { at })
        if (written !== bytes.byteLength) throw new DOMException(`wrote ${written} of ${bytes.byteLength} bytes`, 'QuotaExceededError')
      },
      close,
      abort: close,
    }
  }
  const stream = await handle.createWritable()
  return {
    write: (position, data) => stream.write({ type: 'write', position, data: data as BufferSource }),
    close: () => stream.close(),
    abort: () => stream.abort(),
  }
}

async function copyTo(from: FileSystemFileHandle, to: FileSystemFileHandle): Promise<void> {
  await (await from.getFile()).stream().pipeTo(await to.createWritable())
}

/** Does something for a file; what fails, fails with its name. */
async function named(call: string, name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new StoreError(call, name, reason(error), { cause: error })
  }
}

function reason(error: unknown): string {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return "the browser's disk space for this page is full"
  return error instanceof Error ? error.message : String(error)
}
