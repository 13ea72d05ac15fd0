import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../src/cli'
import { fakeIo } from './fake-io'

/** Two shots of scenery, of which a second and a half are made in three segments: the GPU's own start takes most of the time. */
const SCRIPT = `EXT. EMPTY FIELD - DAY

Grass bends in the wind. Clouds go over it.

EXT. BEACH - DAY

Waves come in and go out.
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

const parts = async (at: string) => (await readdir(at, { recursive: true })).filter((n) => n.endsWith('.part') || n.includes('.writer-'))

describe('a run', () => {
  it('[R1] is stopped within a frame, goes on with what is done, and has nothing to do a third time', async () => {
    const stop = new AbortController()
    let segments = 0
    const hear = (line: Line) => {
      if (isSegment(line) && line.event === 'completed') segments++
      if (segments > 0 && isSegment(line) && line.event === 'progress') stop.abort()
    }
    const stopped = await run('a/film.mp4', [], hear, stop.signal)
    expect({ code: stopped.code, segments }).toEqual({ code: 1, segments: 1 })
    expect(await parts(folder)).toEqual([])
    expect(existsSync(join(folder, 'a/film.mp4'))).toBe(false)

    const { code, lines, made } = await run('a/film.mp4', ['--resume'])
    expect(lines.filter((l) => l.event === 'error')).toEqual([])
    expect(code).toBe(0)
    expect(made).toMatchObject({ rendered: 2, reused: 1, holes: 0, outputs: [{ name: 'film', frames: 36, width: 64, height: 36 }] })
    expect((await readFile(join(folder, 'a/film.mp4'))).subarray(4, 8).toString()).toBe('ftyp')
    expect(existsSync(made.report)).toBe(true)

    const again = await run('a/other.mp4', ['--resume'])
    const { filmHash } = made.outputs[0]
    expect(again.made).toMatchObject({ rendered: 0, reused: 3, runId: made.runId, outputs: [{ filmHash }] })
    expect(again.lines.filter((l) => l.event === 'note' && /nothing to resume|not begun/.test(String(l.text)))).toEqual([])
    expect(await parts(folder)).toEqual([])
  }, 480_000)
})
