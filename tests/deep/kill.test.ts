import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
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

const folder = mkdtempSync(join(tmpdir(), 'oneshot-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'film.fountain'), SCRIPT)

const args = (out: string) => [
  'run',
  join(folder, 'film.fountain'),
  '-o',
  join(folder, out),
  '--size',
  '96x54',
  '--quality',
  'draft',
  '--quiet',
]
const files = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((e) => (e.isFile() ? [join(e.parentPath, e.name)] : []))
const filmHash = (out: string): string => {
  const manifest = files(join(folder, out)).find((f) => f.endsWith('film.mp4.json'))
  return JSON.parse(readFileSync(manifest ?? '', 'utf8')).filmHash
}

describe('a run that is killed', () => {
  it('goes on where it was, and makes the same film', async () => {
    await promisify(execFile)(process.execPath, [CLI, ...args('whole')])
    const whole = filmHash('whole')
    const r = random('kill')
    for (let round = 0; round < 4; round++) {
      const out = `killed-${round}`
      for (let kill = 0; kill < 2; kill++) {
        const child = spawn(process.execPath, [CLI, ...args(out)], { stdio: 'ignore', detached: true })
        const ended = new Promise<void>((done) => child.on('close', () => done()))
        await new Promise((done) => setTimeout(done, r.range(4000, 25000)))
        try {
          process.kill(-(child.pid ?? 0), 'SIGKILL')
        } catch {
          // It had finished.
        }
        await ended
      }
      await promisify(execFile)(process.execPath, [CLI, ...args(out)])
      expect(filmHash(out)).toBe(whole)
    }
    expect(files(folder).filter((f) => f.endsWith('.part'))).toEqual([])
  })
})
