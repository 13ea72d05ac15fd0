import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FolderStore } from '../../src/cli/folder-store'
import { reporterOn } from '../../src/cli/report'
import { storeEngine } from '../../src/cli/store-engine'
import { bytesIn, tidyStore } from '../../src/cli/tidy-store'
import { Engine } from '../../src/pipeline'
import { fakeIo } from './fake-io'

const DAY = 86_400_000

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneshot-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A run of so many days ago that made one segment of a thousand bytes. */
async function makeRun(at: string, runId: string, daysAgo: number): Promise<void> {
  const store = new FolderStore(at)
  const run = async () => store.write(`segments/${runId}.seg`, new Uint8Array(1000))
  const task = { id: 'p/t', phase: 'p', title: 't', needs: [], inputs: [], outputs: [`segments/${runId}.seg`] }
  const engine = new Engine({
    store,
    stages: [{ name: 'p', title: 'P', needs: [], gives: [], tasks: () => [{ ...task, run: async () => run().then(() => undefined) }] }],
    now: () => performance.now(),
    wallClock: () => new Date(Date.now() - daysAgo * DAY).toISOString(),
    resources: {},
    computedBy: 'test',
  })
  await engine.start({ runId, project: 'film', title: 'Film' }).done
}

async function tidied(at: string, runId: string, limits?: { days: number; bytes: number }) {
  const io = fakeIo()
  await tidyStore(at, runId, { io, report: reporterOn(io, { json: false, quiet: false, verbose: false }) }, limits)
  const left = await storeEngine(at, () => 0).list()
  return { said: io.stderr(), left: left.map((r) => r.runId).sort() }
}

describe('tidyStore', () => {
  it('[TS1] takes runs of long ago away and says so', async () => {
    const at = join(folder, 'a')
    await makeRun(at, 'ancient', 40)
    await makeRun(at, 'recent', 3)
    await makeRun(at, 'mine', 90)
    await writeFile(join(at, `.writer-${process.ppid}`), '')
    expect(await tidied(at, 'mine')).toEqual({ said: '', left: ['ancient', 'mine', 'recent'] })
    await rm(join(at, `.writer-${process.ppid}`))
    expect(await tidied(at, 'mine')).toEqual({ said: expect.stringContaining('Removed 1 old run from'), left: ['mine', 'recent'] })
    expect(await new FolderStore(at).has('segments/ancient.seg')).toBe(false)
    expect(await new FolderStore(at).has('segments/mine.seg')).toBe(true)
  })

  it('[TS2] takes the oldest when there is too much, never the run itself, and nothing where there is room', async () => {
    const at = join(folder, 'b')
    await makeRun(at, 'old', 5)
    await makeRun(at, 'new', 1)
    await makeRun(at, 'mine', 6)
    await new FolderStore(at).write('segments/stray.seg', new Uint8Array(10))
    const bytes = await bytesIn(at)
    expect((await tidied(at, 'mine', { days: 30, bytes })).left).toEqual(['mine', 'new', 'old'])
    expect(await new FolderStore(at).has('segments/stray.seg')).toBe(true)
    expect((await tidied(at, 'mine', { days: 30, bytes: bytes - 500 })).left).toEqual(['mine', 'new'])
    expect((await tidied(at, 'mine', { days: 30, bytes: 1 })).left).toEqual(['mine'])
  })
})
