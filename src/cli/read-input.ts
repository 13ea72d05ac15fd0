import { open, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type Diagnostic, InputError } from '../film'

/** Files larger than this are not read at all: the script's own door says what it takes. */
const MAX_BYTES = 256 * 1024 * 1024

/** A file of the user's. */
export interface InputFile {
  /** As the user wrote it. */
  readonly path: string
  /** Without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads a file that the user named.
 * @param limit Bytes; of a larger file only one byte more than this is read, enough for its reader to refuse it.
 * @throws InputError if it is missing, a folder, no file, or not readable.
 */
export async function readInput(path: string, cwd: string, limit = MAX_BYTES): Promise<InputFile> {
  const full = resolve(cwd, path)
  try {
    const info = await stat(full)
    if (info.isDirectory()) throw inputError(path, 'input.folder', 'is a folder', 'name the screenplay inside it')
    if (!info.isFile()) throw inputError(path, 'input.kind', 'is no ordinary file', 'name a screenplay on disk')
    const file = await open(full)
    try {
      if (info.size > limit)
        throw inputError(
          path,
          'input.too-large',
          `has ${megabytes(info.size)} MB; up to ${megabytes(limit)} MB can be read`,
          'cut it into several files',
        )
      return { path, name: basename(full), bytes: new Uint8Array(await file.readFile()) }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw inputError(path, 'input.missing', 'there is no such file', 'check the name and the folder')
    if (code === 'EACCES' || code === 'EPERM') throw inputError(path, 'input.unreadable', 'may not be read', 'check its permissions')
    throw inputError(path, 'input.unreadable', `cannot be read: ${code ?? (error as Error).message}`, 'try a copy of it')
  }
}

const megabytes = (bytes: number) => Math.round(bytes / 1048576)

function inputError(path: string, rule: string, message: string, remedy: string): InputError {
  const finding: Diagnostic = { severity: 'error', rule, message, remedy, file: path, line: 0, column: 0 }
  return new InputError([finding])
}
