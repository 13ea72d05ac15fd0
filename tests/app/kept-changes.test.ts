import { expect, it } from 'vitest'
import { keepChanges, keptChanges } from '../../src/app/store/kept-changes'
import type { HandEdit } from '../../src/film'
import { MemoryStore } from '../../src/pipeline'

const edit = (path: string, value: HandEdit['value']): HandEdit => ({ target: 'int-bar-night', path, value, base: 0 })
const FILM = { fileName: 'Bar.fountain', title: 'The Bar' }
const NOBODY = {}
const encode = (text: string) => new TextEncoder().encode(text)

it('keeps what was changed by hand in a film, by its file and title, until nothing is', async () => {
  const store = new MemoryStore()
  const edits = [edit('lamps.rim.stops', -1), edit('light.rig', 'noir lighting 8:1')]
  await keepChanges(store, FILM, { given: [], edits, casting: NOBODY })
  expect(await keptChanges(store, FILM, [])).toEqual({ edits, casting: {} })
  expect(await keptChanges(store, { ...FILM, title: 'Another' }, [])).toBeUndefined()
  // The production holds other edits since: they are what counts.
  expect(await keptChanges(store, FILM, [edits[0] as HandEdit])).toBeUndefined()
  await keepChanges(store, FILM, { given: [], edits: [], casting: { MARA: { description: ' ' } } })
  expect(await store.list('edits/')).toEqual([])
})

it('keeps how people are wanted, but for models of the user', async () => {
  const store = new MemoryStore()
  await keepChanges(store, FILM, {
    given: [],
    edits: [],
    casting: { MARA: { hair: 'red curls', model: 'mara.vrm' }, BEN: { model: 'ben.vrm' } },
  })
  expect(await keptChanges(store, FILM, [])).toEqual({ edits: [], casting: { MARA: { hair: 'red curls' } } })
})

it('takes what cannot be read for nothing', async () => {
  const store = new MemoryStore()
  await keepChanges(store, FILM, { given: [], edits: [edit('lamps.rim.stops', -1)], casting: NOBODY })
  const [name = ''] = await store.list('edits/')
  for (const bad of [
    '{"given": [], "edi',
    '{"given": [], "edits": [{"target": 3}], "casting": {}}',
    '{"given": [], "edits": [], "casting": {"A": 3}}',
    'null',
  ]) {
    await store.write(name, encode(bad))
    expect(await keptChanges(store, FILM, []), bad).toBeUndefined()
  }
})
