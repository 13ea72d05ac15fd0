import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../src/cli'
import { random } from '../../src/film'
import { fakeIo } from './fake-io'

/** Two shots, of which a second and a half are made in three segments, so small that the GPU's own start takes most of the time. */
const SCRIPT = `INT. OFFICE - DAY

NOOR (30, red coat) stands at the window. BEN (50, grey suit) sits down.

NOOR
Now or never.

BEN
Never, then.
`
const FLAGS = ['--size', '64x36', '--quality', 'draft', '--range', '1.75s-3.25s', '--json']

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneshot-test-'))
  await writeFile(join(folder, 'film.fountain'), SCRIPT)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Line = Readonly<Record<string, unknown>> & { readonly event: string }

/** Runs the command in this process; hears every event as it is told. */
async function run(out: string, more: readonly string[] = [], hear: (line: Line) => void = () => {}, signal?: AbortSignal) {
  const lines: Line[] = []
  let rest = ''
  const io = fakeIo({
    cwd: folder,
    ...(signal ? { signal } : {}),
    err: (text) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() as string
      for (const part of parts) {
        const line = JSON.parse(part) as Line
        lines.push(line)
        hear(line)
      }
    },
  })
  const code = await main(['run', 'film.fountain', '-o', out, ...FLAGS, ...more], io)
  return { code, lines, made: code === 0 ? JSON.parse(io.stdout()) : undefined }
}

const isSegment = (line: Line) => line.of === 'task' && String(line.task).startsWith('shots/segment:')

/** The browser that this process started. */
async function browserPid(): Promise<number | undefined> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = Number(/\) \S (\d+)/.exec(stat)?.[1])
    if (parent !== process.pid) continue
    if ((await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')).includes('--remote-debugging')) return Number(name)
  }
  return undefined
}

const parts = async (at: string) => (await readdir(at, { recursive: true })).filter((n) => n.endsWith('.part') || n.includes('.writer-'))

describe('a run', () => {
  let whole = ''

  it('[R1] makes a film; a second time nothing is rendered', async () => {
    const { code, lines, made } = await run('a/film.mp4')
    expect(lines.filter((l) => l.event === 'error')).toEqual([])
    expect(code).toBe(0)
    expect(made).toMatchObject({ rendered: 3, reused: 0, holes: 0, outputs: [{ name: 'film', frames: 36, width: 64, height: 36 }] })
    expect((await readFile(join(folder, 'a/film.mp4'))).subarray(4, 8).toString()).toBe('ftyp')
    expect(existsSync(made.report)).toBe(true)
    whole = made.outputs[0].filmHash
    const again = await run('a/other.mp4', ['--resume'])
    expect(again.made).toMatchObject({ rendered: 0, reused: 3, runId: made.runId, outputs: [{ filmHash: whole }] })
    expect(again.lines.filter((l) => l.event === 'note' && /nothing to resume|not begun/.test(String(l.text)))).toEqual([])
    expect(await parts(folder)).toEqual([])
  }, 240_000)

  it.skipIf(!existsSync('/proc/self/stat'))(
    '[R2] is stopped, and its browser killed in mid-shot: the same film, and nothing finished is made again',
    async () => {
      const stop = new AbortController()
      const stopped = await run('b/film.mp4', [], (l) => isSegment(l) && l.event === 'progress' && stop.abort(), stop.signal)
      expect(stopped.code).toBe(1)
      expect(await parts(folder)).toEqual([])
      expect(existsSync(join(folder, 'b/film.mp4'))).toBe(false)

      // In the second segment, when the first, of six frames, is finished. Two more kills are in production/must/kill.
      const kills = [Math.floor(random('kill in tests').range(7, 20))]
      const finished = new Set<unknown>()
      const twice: unknown[] = []
      let killing: Promise<void> | undefined
      const { code, made, lines } = await run('b/film.mp4', ['--resume'], (line) => {
        if (!isSegment(line)) return
        if (line.event === 'started' && finished.has(line.task)) twice.push(line.task)
        if (line.event === 'completed') finished.add(line.task)
        const at = kills[0]
        if (line.event !== 'progress' || at === undefined || Number(line.done) < at || killing) return
        kills.shift()
        killing = browserPid().then((pid) => {
          if (pid === undefined) throw new Error('the browser was not found')
          process.kill(pid, 'SIGKILL')
          killing = undefined
        })
      })
      expect(lines.filter((l) => l.event === 'error')).toEqual([])
      expect({ code, kills, twice }).toEqual({ code: 0, kills: [], twice: [] })
      expect(lines.filter((l) => l.event === 'note' && String(l.text).includes('starting another browser')).length).toBe(1)
      expect(made.outputs[0].filmHash).toBe(whole)
      expect(await parts(folder)).toEqual([])
    },
    480_000,
  )
})
