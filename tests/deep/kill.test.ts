import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { random } from '../../src/film'

const CLI = resolve(import.meta.dirname, '../../dist/cli/oneshot.js')
const SCRIPT = `INT. OFFICE - DAY

NOOR (30, red coat) stands at the window. BEN (50, grey suit) sits down.

NOOR
Now or never.

BEN
Never, then.

NOOR
Good. I only wanted to hear you say it.
`

const ROUNDS = 7
const KILLS_A_ROUND = 3

const folder = mkdtempSync(join(tmpdir(), 'oneshot-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'film.fountain'), SCRIPT)

interface Ended {
  readonly code: number | null
  readonly filmHash: string | undefined
  /** Segments that were begun, and those that were finished before the end. */
  readonly started: readonly string[]
  readonly completed: readonly string[]
}

/** Runs the command; kills it and what it started so many milliseconds after the run began. */
function run(out: string, killAfterMs?: number): Promise<Ended> {
  const flags = ['--size', '64x36', '--quality', 'draft', '--json']
  const child = spawn(process.execPath, [CLI, 'run', join(folder, 'film.fountain'), '-o', join(folder, out, 'film.mp4'), ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let stdout = ''
  let rest = ''
  let timer: NodeJS.Timeout | undefined
  const started: string[] = []
  const completed: string[] = []
  child.stdout.on('data', (d: Buffer) => {
    stdout += d.toString()
  })
  child.stderr.on('data', (d: Buffer) => {
    const lines = (rest + d.toString()).split('\n')
    rest = lines.pop() as string
    for (const line of lines) {
      const { event, of, task } = JSON.parse(line) as { event: string; of?: string; task?: string }
      if (of === 'run' && event === 'started' && killAfterMs !== undefined)
        timer ??= setTimeout(() => {
          if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
        }, killAfterMs)
      if (!task?.startsWith('shots/segment:')) continue
      if (event === 'started') started.push(task)
      if (event === 'completed') completed.push(task)
    }
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      clearTimeout(timer)
      const filmHash = code === 0 ? JSON.parse(stdout).outputs[0].filmHash : undefined
      done({ code, filmHash, started, completed })
    })
  })
}

const files = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((e) => (e.isFile() ? [join(e.parentPath, e.name)] : []))

describe('a run that is killed', () => {
  it('goes on where it was, renders nothing twice, and makes the same film', async () => {
    const before = performance.now()
    const { filmHash: whole } = await run('whole')
    expect(whole).toMatch(/^[0-9a-f]{64}$/)
    const longestMs = performance.now() - before
    const r = random('kill')
    for (let round = 0; round < ROUNDS; round++) {
      const out = `killed-${round}`
      const finished = new Set<string>()
      const check = ({ started, completed }: Ended) => {
        expect(started.filter((task) => finished.has(task))).toEqual([])
        for (const task of completed) finished.add(task)
      }
      for (let kill = 0; kill < KILLS_A_ROUND; kill++) check(await run(out, r.range(0, longestMs)))
      const last = await run(out)
      check(last)
      expect(last).toMatchObject({ code: 0, filmHash: whole })
    }
    expect(files(folder).filter((f) => f.endsWith('.part'))).toEqual([])
  })
})
