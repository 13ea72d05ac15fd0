import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from './usage-error'

/**
 * Makes a folder and those above it, and sees that files can be put there. One step at a time: where the system denies
 * that a folder's parent is there although it is (`/proc`), Node's own recursive way never ends.
 * @throws UsageError naming the folder.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeWithParents(folder)
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw new UsageError(`nothing can be written to ${folder}: ${reasonOf(error as NodeJS.ErrnoException)}`, 'choose another folder')
  }
}

async function makeWithParents(folder: string): Promise<void> {
  const missing = [folder]
  for (let at = dirname(folder); !(await isThere(at)) && at !== dirname(at); at = dirname(at)) missing.push(at)
  for (const at of missing.reverse())
    await mkdir(at).catch((error: NodeJS.ErrnoException) => {
      // Somebody else was quicker.
      if (error.code !== 'EEXIST') throw error
    })
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this is not allowed',
  EPERM: 'this is not allowed',
  EROFS: 'it can only be read',
  ENOTDIR: 'a file is in the way',
  ENOENT: 'the system makes no folder there',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
}

const reasonOf = ({ code = '', message }: NodeJS.ErrnoException): string => REASONS[code] ?? (message || code)
