import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFolder } from '../../src/cli/make-folder'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneshot-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('makeFolder', () => {
  it('[MF1] makes a folder and those above it, once and again, also by several at once', async () => {
    const at = join(folder, 'a', 'b', 'c')
    await Promise.all([makeFolder(at), makeFolder(at), makeFolder(join(folder, 'a', 'd'))])
    await makeFolder(at)
    expect(await readdir(join(folder, 'a'))).toEqual(['b', 'd'])
    expect(existsSync(at)).toBe(true)
  })

  it('[MF2] says what is in the way', async () => {
    await writeFile(join(folder, 'file'), '')
    for (const name of ['file', 'file/below']) await expect(makeFolder(join(folder, name))).rejects.toThrow(/a file is in the way/)
    await expect(makeFolder(join(folder, 'x'.repeat(300)))).rejects.toThrow(/the name is too long/)
  })

  // Node's recursive mkdir never ends here.
  it.runIf(process.platform === 'linux')('[MF3] ends where the system makes no folders', async () => {
    for (const name of ['/proc/nope', '/proc/nope/below'])
      await expect(makeFolder(name)).rejects.toThrow(`nothing can be written to ${name}: the system makes no folder there`)
  })
})
