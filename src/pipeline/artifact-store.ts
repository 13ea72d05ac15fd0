/** What a store takes in one write: bytes, or a stream of them. */
export type StoreData = Uint8Array | ReadableStream<Uint8Array>

/** Where a file is written piece by piece, at positions of the writer's choosing. */
export interface StoreSink {
  /** Writes bytes at a byte offset from the file's start. The bytes may be reused once the promise settles. */
  write(position: number, bytes: Uint8Array): Promise<void>
  /** Makes the file visible under its name, whole. */
  close(): Promise<void>
  /** Leaves nothing behind. May be called at any time, also after an error. */
  abort(): Promise<void>
}

/**
 * A place that keeps named bytes: the browser's own disk, memory, or a folder behind a loopback server.
 * A name is there whole or not at all: whoever writes uses a temporary name and renames.
 */
export interface ArtifactStore {
  /** True if a whole file of that name is there. */
  has(name: string): Promise<boolean>
  /** The bytes of a file, or undefined if there is none. */
  read(name: string): Promise<Uint8Array | undefined>
  /** Writes a whole file, replacing one of that name. @throws StoreError */
  write(name: string, data: StoreData, signal?: AbortSignal): Promise<void>
  /** Opens a file to be written out of order. @throws StoreError */
  open(name: string): Promise<StoreSink>
  /** Removes a file; nothing happens if there is none. */
  remove(name: string): Promise<void>
  /** The names of all whole files that begin with a prefix, sorted. */
  list(prefix?: string): Promise<readonly string[]>
  /** Bytes of a file, or undefined if there is none. Stores that lack it are read. */
  size?(name: string): Promise<number | undefined>
  /**
   * Removes what writers left that were cut off before a time, milliseconds since 1970; answers how many. Stores whose
   * writers cannot be cut off, or whose server does it, lack it.
   */
  sweep?(beforeMs: number): Promise<number>
}

/** Marks files that are still being written; `list` never shows them. */
export const TEMPORARY_SUFFIX = '.part'

/** What may be said of a store's error beside its message. */
export interface StoreErrorOptions extends ErrorOptions {
  /** There is no room left: trying again is of no use, making room is. */
  readonly full?: boolean
  /** It can pass by itself. */
  readonly transient?: boolean
}

/** A store could not do what it was asked. */
export class StoreError extends Error {
  /** There is no room left. */
  readonly full: boolean
  /** It can pass by itself: worth another try. */
  readonly transient: boolean

  constructor(
    readonly call: string,
    readonly file: string,
    message: string,
    options?: StoreErrorOptions,
  ) {
    super(`${call} ${JSON.stringify(file)}: ${message}`, options && 'cause' in options ? { cause: options.cause } : undefined)
    this.name = 'StoreError'
    this.full = options?.full ?? isStoreFull(options?.cause)
    this.transient = options?.transient ?? false
  }
}

/** Whether an error, or what caused it, says that a disk or the browser's quota is full. */
export function isStoreFull(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if (at.name === 'QuotaExceededError' || (at as { code?: unknown }).code === 'ENOSPC') return true
    if ((at as { full?: unknown }).full === true) return true
  }
  return false
}

const PART = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/

/**
 * The parts of a store name such as `segments/3fa9.seg`, checked: letters, digits, `.`, `_`, `~`, `-`, in at most four
 * folders, none beginning with a dot. Nothing else can leave the store's own folder.
 * @throws StoreError naming the rule.
 */
export function nameParts(name: string): readonly string[] {
  const parts = name.split('/')
  if (name.length > 240 || parts.length > 5 || !parts.every((p) => PART.test(p)) || name.endsWith(TEMPORARY_SUFFIX))
    throw new StoreError('name', name.slice(0, 80), 'expected at most 240 characters of A-Z a-z 0-9 . _ ~ - in at most four folders')
  return parts
}
