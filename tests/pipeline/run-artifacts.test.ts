import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from '../../src/film'
import { type ArtifactMeta, MemoryStore, RunArtifacts } from '../../src/pipeline'
import { json } from './fixtures'

const artifactsOf = (store: MemoryStore) =>
  new RunArtifacts(store, { project: 'film', runId: 'r1', computedBy: 'test 1', wallClock: () => '2030-01-01T00:00:00.000Z' })

describe('RunArtifacts', () => {
  it('[A1] keeps an artifact as canonical JSON with its meta beside it', async () => {
    const store = new MemoryStore()
    const artifacts = artifactsOf(store)
    const script = { version: '1.0.0', schema: 'Script', b: [1, 2.5], a: 'é' }
    const ref = await artifacts.write('Script', script)
    await artifacts.write(
      'ShotList',
      { shots: 2 },
      { parents: ['Script'], parameters: { fps: 24 }, schema: 'ShotList', schemaVersion: '2.0.0' },
    )
    expect(await store.list()).toEqual(
      ['Script.json', 'Script.meta.json', 'ShotList.json', 'ShotList.meta.json'].map((n) => `artifacts/film/r1/${n}`),
    )
    expect(new TextDecoder().decode(await store.read('artifacts/film/r1/Script.json'))).toBe(canonicalJson(script))
    expect(ref).toEqual({
      name: 'Script',
      hash: sha256Hex(canonicalJson(script)),
      bytes: new TextEncoder().encode(canonicalJson(script)).byteLength,
    })
    const meta = await json<ArtifactMeta>(store, 'artifacts/film/r1/ShotList.meta.json')
    expect(meta).toEqual({
      name: 'ShotList',
      sha256: sha256Hex('{"shots":2}'),
      bytes: 11,
      schema: 'ShotList',
      schemaVersion: '2.0.0',
      parents: [{ name: 'Script', sha256: ref.hash }],
      parameters: { fps: 24 },
      computedBy: 'test 1',
      time: '2030-01-01T00:00:00.000Z',
    })
    expect((await artifacts.meta('Script'))?.schemaVersion).toBe('1.0.0')
    expect(await artifacts.read('Script')).toEqual(script)
    expect(artifacts.known().map((a) => a.name)).toEqual(['Script', 'ShotList'])
  })

  it('[A2] says why an artifact must be made', async () => {
    const store = new MemoryStore()
    const artifacts = artifactsOf(store)
    expect(await artifacts.stale('Script')).toBe('it is not made yet')
    await artifacts.write('Script', { a: 1 })
    const note = { parents: ['Script'], parameters: { fps: 24, size: [1, 2] }, schemaVersion: '1.0.0' }
    await artifacts.write('ShotList', { b: 1 }, note)
    expect(await artifacts.stale('ShotList', note)).toBeUndefined()
    expect(await artifacts.stale('ShotList', { ...note, parameters: { size: [1, 2], fps: 24 } })).toBeUndefined()
    expect(await artifacts.stale('ShotList', { ...note, parameters: { fps: 25 } })).toBe('its parameters have changed')
    expect(await artifacts.stale('ShotList', { ...note, schemaVersion: '1.1.0' })).toBe('its schema has changed')
    expect(await artifacts.stale('ShotList', { parents: ['Script', 'Breakdown'] })).toBe('Breakdown has changed')
    await artifacts.write('Script', { a: 2 })
    expect(await artifacts.stale('ShotList', note)).toBe('Script has changed')
    await expect(artifacts.write('Plan', {}, { parents: ['Nothing'] })).rejects.toThrow(/Nothing: has not been made/)
  })

  it.each([
    ['cut off', (b: Uint8Array) => b.slice(0, -3)],
    ['changed in one bit', (b: Uint8Array) => b.map((v, i) => (i === 4 ? v ^ 1 : v))],
    ['empty', () => new Uint8Array(0)],
  ])('[A3] finds an artifact that was %s by its hash', async (_, damage) => {
    const store = new MemoryStore()
    const artifacts = artifactsOf(store)
    await artifacts.write('Script', { lines: ['a', 'b', 'c'] })
    const file = 'artifacts/film/r1/Script.json'
    const whole = (await store.read(file))!
    await store.write(file, damage(whole))
    expect(await artifacts.has('Script')).toBe(false)
    expect(await artifacts.stale('Script')).toBe('it is damaged')
    await expect(artifacts.read('Script')).rejects.toThrow('artifacts: Script: does not fit its hash (run again: it is made anew)')
    await store.write(file, whole)
    expect(await artifacts.has('Script')).toBe(true)
    await store.write('artifacts/film/r1/Script.meta.json', damage(new TextEncoder().encode('{"name":"Script"}')))
    expect(await artifacts.stale('Script')).toBe('it is damaged')
    await artifacts.remove('Script')
    await expect(artifacts.read('Script')).rejects.toMatchObject({ type: 'state', task: 'Script' })
    expect(await store.list()).toEqual([])
  })
})
