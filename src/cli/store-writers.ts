import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive } from './store-folder'

/** Marks a store that a process works in; its name begins with a dot, so that it is no file of the store. */
const MARK = /^\.writer-(\d+)$/

/** Says that this process works in a store, until the answer is called. */
export async function claimStore(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const mark = join(folder, `.writer-${process.pid}`)
  await writeFile(mark, '')
  return () => rm(mark, { force: true })
}

/** Other processes that work in a store now; the marks of those that were killed are taken away. */
export async function writersOf(folder: string): Promise<number[]> {
  const writers: number[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = Number(MARK.exec(name)?.[1] ?? process.pid)
    if (pid === process.pid) continue
    if (isAlive(pid)) writers.push(pid)
    else await rm(join(folder, name), { force: true })
  }
  return writers
}
