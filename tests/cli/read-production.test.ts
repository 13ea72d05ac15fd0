import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filmOverrides } from '../../src/cli/film-options'
import { parseArguments } from '../../src/cli/parse-arguments'
import { readProduction } from '../../src/cli/read-production'
import { OUTPUT_FLAGS } from '../../src/cli/run-verb'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneshot-test-'))
  await mkdir(join(folder, 'parts/.git'), { recursive: true })
  await mkdir(join(folder, 'skies'))
  const files = {
    'film.production.yaml':
      'extends: parts/base.yaml\nscript: Night.fountain\ncharacters: [{ name: A, model: a.glb }]\nlocations: [{ name: ROOM, hdri: skies/noon.hdr }]\n',
    'parts/base.yaml': 'fps: 24\n',
    'parts/.git/config.yaml': 'no: 1\n',
    'night.fountain': 'INT. ROOM - DAY\n\nA waits.\n',
    'other.fountain': 'INT. HALL - DAY\n\nB waits.\n',
    'other.yaml': 'script: other.fountain\n',
    'a.glb': 'binary',
    'skies/noon.hdr': 'binary',
    'skies/other.exr': 'binary',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('readProduction', () => {
  it('[I1] reads what a master file speaks of, and knows the rest by name', async () => {
    const source = await readProduction('film.production.yaml', folder)
    expect(source).toMatchObject({ base: 'film', bare: false, main: 'film.production.yaml' })
    const sizes = Object.fromEntries(source.files.map((f) => [f.name, f.bytes.byteLength > 0]))
    expect(sizes).toEqual({
      'a.glb': true,
      'film.production.yaml': true,
      'night.fountain': true,
      'other.fountain': false,
      'other.yaml': false,
      'parts/base.yaml': true,
      'skies/noon.hdr': true,
      'skies/other.exr': false,
    })
  })
  it('[I2] reads every master file of a folder, and a script alone', async () => {
    const all = await readProduction('.', folder)
    expect(all.main).toBe('')
    expect(all.files.filter((f) => f.bytes.byteLength > 0).length).toBe(7)
    const bare = await readProduction('night.fountain', folder)
    expect(bare).toMatchObject({ base: 'night', bare: true, main: 'night.fountain' })
    expect(bare.files.length).toBe(1)
  })
})

describe('filmOverrides', () => {
  const flags = [...OUTPUT_FLAGS, { name: 'out', short: 'o', value: 'PATH', help: '' }]
  const overrides = (bare: boolean, ...argv: string[]) => filmOverrides(parseArguments(argv, flags, 'run'), bare, process.cwd())
  it('[I3] lays only what was said over a production; a script alone is a preview', async () => {
    expect(await overrides(false)).toEqual({})
    expect(await overrides(true)).toEqual({ each_output: { size: '640x360', quality: 'preview' } })
    expect(await overrides(true, '-o', 'x.webm')).toEqual({ each_output: { size: '640x360', quality: 'preview', container: 'webm' } })
    expect(await overrides(true, '--output', '8bit_game', '--output', 'youtube_1080p')).toEqual({ outputs: ['8bit_game', 'youtube_1080p'] })
    expect(await overrides(false, '--fps', '23.976', '--style', 'Nintendo', '--size', '64x36')).toEqual({
      fps: '24000/1001',
      each_output: { fps: '24000/1001', style: 'nes', size: '64x36' },
    })
  })
})
