import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliver, placeOf } from '../../src/cli/deliver'
import type { ProductionSource } from '../../src/cli/read-production'
import { styleByName } from '../../src/departments/retro'
import { type OutputFormat, outputArtifact, outputFile } from '../../src/production'
import { fakeIo } from './fake-io'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneshot-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const output = (name: string, container: OutputFormat['container']): OutputFormat => ({
  name,
  container,
  style: styleByName('hollywood'),
  quality: 'draft',
  width: 64,
  height: 36,
})
const source: ProductionSource = { path: 'film.fountain', folder: '', base: 'film', bare: true, files: [], main: 'film.fountain' }
const RUN = { project: 'film', runId: 'r1' }

const place = (out: string | undefined, ...outputs: OutputFormat[]) =>
  placeOf(
    { io: fakeIo({ cwd: folder }), args: { positionals: [], values: new Map(out ? [['out', out]] : []), switches: new Set() } },
    source,
    outputs,
  )

describe('where films go', () => {
  it('[P1] one movie to a file or into a folder, more into a folder', () => {
    const movie = output('film', 'mp4')
    expect(place(undefined, movie)).toEqual({ path: join(folder, 'film.mp4'), isFolder: false })
    expect(place('a/b.mp4', movie)).toEqual({ path: join(folder, 'a/b.mp4'), isFolder: false })
    expect(place('a', movie)).toEqual({ path: join(folder, 'a'), isFolder: true })
    expect(place(undefined, output('film', 'webm')).path).toBe(join(folder, 'film.webm'))
    for (const container of ['gif', 'apng', 'webp'] as const) {
      expect(place(`a.${container}`, output('film', container))).toEqual({ path: join(folder, `a.${container}`), isFolder: false })
      expect(() => place('a.mp4', output('film', container))).toThrow(`ends in .${container}`)
    }
    expect(place(undefined, output('light', 'exr'))).toEqual({ path: join(folder, 'film-outputs'), isFolder: true })
    expect(() => place('b.exr', output('light', 'exr'))).toThrow(/pictures in sequence are many files/)
    expect(() => place('b.webm', movie)).toThrow(/ends in \.mp4/)
    expect(place(undefined, movie, output('nes', 'png'))).toEqual({ path: join(folder, 'film-outputs'), isFolder: true })
    expect(() => place('b.mp4', movie, output('nes', 'png'))).toThrow(/there are 2 outputs/)
  })

  it('[P2] films appear whole, twice as well as once; pictures of a longer film go', async () => {
    const store = join(folder, '.oneshot')
    const outputs = [output('film', 'mp4'), output('nes', 'png')]
    const put = async (name: string, text: string) => {
      await mkdir(dirname(join(store, name)), { recursive: true })
      await rm(join(store, name), { force: true })
      await writeFile(join(store, name), text)
    }
    for (const o of outputs) await put(`artifacts/film/r1/${outputArtifact(o.name)}.json`, JSON.stringify({ frames: 2, segments: [] }))
    const [movie, list] = outputs.map((o) => outputFile(RUN, o)) as [string, string]
    await put(movie, 'one')
    await put(list, '{}')
    for (const n of [0, 1]) await put(`${dirname(list)}/frame_000${n}.png`, `p${n}`)
    const to = { path: join(folder, 'out'), isFolder: true }
    await mkdir(join(folder, 'out/nes'), { recursive: true })
    await writeFile(join(folder, 'out/nes/frame_0007.png'), 'old')
    await writeFile(join(folder, 'out/nes/notes.txt'), 'mine')
    for (const text of ['one', 'two']) {
      await put(movie, text)
      for (let twice = 0; twice < 2; twice++) {
        const films = await deliver(store, RUN, outputs, to)
        expect(films.map((f) => f.path)).toEqual([join(folder, 'out/film.mp4'), join(folder, 'out/nes')])
        expect(await readFile(join(folder, 'out/film.mp4'), 'utf8')).toBe(text)
      }
    }
    expect((await readdir(join(folder, 'out/nes'))).sort()).toEqual(['frame_0000.png', 'frame_0001.png', 'notes.txt', 'sequence.json'])
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['film.mp4', 'nes'])
    expect((await stat(join(folder, 'out/film.mp4'))).nlink).toBe(2)
  })
})
