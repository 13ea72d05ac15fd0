import { expect, it } from 'vitest'
import { keepEdits, keptEdits } from '../../src/app/store/kept-edits'
import type { HandEdit } from '../../src/film'
import { MemoryStore } from '../../src/pipeline'

const edit = (path: string, value: HandEdit['value']): HandEdit => ({ target: 'int-bar-night', path, value, base: 0 })
const FILM = { fileName: 'Bar.fountain', title: 'The Bar' }
const encode = (text: string) => new TextEncoder().encode(text)

it('keeps what was changed by hand in a film, by its file and title, until nothing is', async () => {
  const store = new MemoryStore()
  const edits = [edit('lamps.rim.stops', -1), edit('light.rig', 'noir lighting 8:1')]
  await keepEdits(store, FILM, { given: [], edits })
  expect(await keptEdits(store, FILM, [])).toEqual(edits)
  expect(await keptEdits(store, { ...FILM, title: 'Another' }, [])).toBeUndefined()
  // The production holds other edits since: they are what counts.
  expect(await keptEdits(store, FILM, [edits[0] as HandEdit])).toBeUndefined()
  await keepEdits(store, FILM, { given: [], edits: [] })
  expect(await store.list('edits/')).toEqual([])
})

it('takes what cannot be read for nothing', async () => {
  const store = new MemoryStore()
  await keepEdits(store, FILM, { given: [], edits: [edit('lamps.rim.stops', -1)] })
  const [name = ''] = await store.list('edits/')
  for (const bad of ['{"given": [], "edi', '{"given": [], "edits": [{"target": 3}]}', 'null']) {
    await store.write(name, encode(bad))
    expect(await keptEdits(store, FILM, []), bad).toBeUndefined()
  }
})
