/** Folders that are remembered at most. */
const MOST = 64

/**
 * Folders of the browser's own disk by path, each asked for once: every handle is an object in this thread and another
 * in the browser's own process, and both stay until garbage is collected here.
 */
export class OpfsFolders {
  readonly #root: Promise<FileSystemDirectoryHandle>
  readonly #known = new Map<string, FileSystemDirectoryHandle>()

  constructor(root: Promise<FileSystemDirectoryHandle>) {
    this.#root = root
  }

  /** The folder at a path; undefined if it is not there and not to be made. @throws DOMException */
  async at(parts: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
    const path = parts.join('/')
    const known = this.#known.get(path)
    if (known) return known
    const last = parts.at(-1)
    if (last === undefined) return this.#root
    const above = await this.at(parts.slice(0, -1), create)
    try {
      const folder = await above?.getDirectoryHandle(last, { create })
      if (folder) this.#keep(path, folder)
      return folder
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  /** Forgets all: somebody else may have removed one. */
  forget(): void {
    this.#known.clear()
  }

  #keep(path: string, folder: FileSystemDirectoryHandle): void {
    if (this.#known.size >= MOST) this.forget()
    this.#known.set(path, folder)
  }
}

/** Whether a file or folder was not there. */
export const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError'
