import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from './make-folder'

/** Works in a folder of its own beside something, which is thrown away afterwards. @throws UsageError where none can be made. */
export async function inTemporaryFolder<T>(beside: string, work: (folder: string) => Promise<T>): Promise<T> {
  await makeFolder(beside)
  const folder = join(beside, `.oneshot-${crypto.randomUUID()}`)
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
