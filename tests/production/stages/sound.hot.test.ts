import { describe, expect, it } from 'vitest'
import { readWav } from '../../../src/audio'
import type { RenderOutput } from '../../../src/film'
import { MemoryStore } from '../../../src/pipeline'
import { outputArtifact, runFile } from '../../../src/production'
import { opened, studio } from '../fake-crew'

const SCRIPT = `Title: Heard

INT. OFFICE - DAY

NOOR (30, red coat) walks to the window.

EXT. BEACH - DUSK

NOOR runs.
`

const outputs = (...list: string[]) => `script: film.fountain\nfps: 24\noutputs: [${list.join(', ')}]\n`
const SMALL = 'style: hollywood, quality: draft, width: 64, height: 36'
const MOVIE = outputs(`{ name: film, ${SMALL} }`)

async function make(yaml: string, store = new MemoryStore(), workers = 1, changes = {}) {
  const film = opened(SCRIPT, yaml)
  const house = studio(store, workers)
  const { engine, request } = house.engineFor(film, changes)
  const summary = await engine.start(request).done
  const json = async (name: string) => JSON.parse(new TextDecoder().decode(await store.read(runFile(film, `${name}.json`)))) as RenderOutput
  return { film, store, summary, output: await json(outputArtifact('film')), house }
}

const mixes = ({ summary }: Awaited<ReturnType<typeof make>>) => summary.ran.filter((t) => t.task.startsWith('post_process/mix'))

describe('a production with sound', () => {
  it('says what its sound came to, and it is the same with two workers and in another store', async () => {
    const [one, two] = [await make(MOVIE), await make(MOVIE, new MemoryStore(), 2)]
    expect(one.output.sound).toMatchObject({ codec: 'aac', samples: (one.output.frames * 48000) / 24 })
    expect(one.output.sound?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(two.output.sound).toEqual(one.output.sound)
    expect(one.output.sound?.truePeakDb as number).toBeLessThanOrEqual(-1)
  })

  it('mixes nothing twice, and anew what is heard otherwise, without a picture more', async () => {
    const store = new MemoryStore()
    const first = await make(MOVIE, store)
    const again = await make(MOVIE, store)
    expect(mixes(first)).toHaveLength(1)
    expect(mixes(again)).toHaveLength(0)
    expect(again.output.sound).toEqual(first.output.sound)
    const quieter = await make(`${MOVIE}sound: { ambience: -12 }\n`, store)
    expect(mixes(quieter)).toHaveLength(1)
    expect(quieter.house.rendered()).toEqual([])
    expect(quieter.output.sound?.hash).not.toBe(first.output.sound?.hash)
    expect(quieter.output.filmHash).toBe(first.output.filmHash)
  })

  it('goes on after a mix that was cut off, and it is the same', async () => {
    const whole = await make(MOVIE)
    const store = new MemoryStore()
    const refuse = { openSound: async () => Promise.reject(new Error('cut off')) }
    const film = opened(SCRIPT, MOVIE)
    const house = studio(store)
    const { engine, request } = house.engineFor(film)
    const broken = house.engineFor(film, { crew: { ...house.crewFor(film), ...refuse } })
    await expect(broken.engine.start(broken.request).done).rejects.toThrow('cut off')
    expect(await store.list('sound/')).toEqual([])
    await engine.start(request).done
    expect(new TextDecoder().decode(await store.read(runFile(film, `${outputArtifact('film')}.json`)))).toContain(whole.output.sound?.hash)
  })

  it('numbered pictures have it beside them, as long as they are', async () => {
    const { film, store, output } = await make(outputs(`{ name: film, codec: png, ${SMALL} }`), undefined, 1, {
      range: { from: 3, to: 40 },
    })
    expect(output.sound?.codec).toBe('wav')
    const wav = readWav((await store.read(runFile(film, 'film/sound.wav'))) as Uint8Array)
    expect(wav).toMatchObject({ rate: 48000, channels: 2, samples: 37 * 2000 })
  })

  it('is an output of its own: a WAV of the same mix, without a picture', async () => {
    const movie = await make(MOVIE)
    const { film, store, output, house, summary } = await make(outputs('{ name: film, codec: wav }'))
    expect(output).toMatchObject({ container: 'wav', file: 'film.wav', segments: [], frames: movie.output.frames })
    expect(output.sound).toEqual({ ...movie.output.sound, codec: 'wav' })
    expect(house.rendered()).toEqual([])
    expect(summary.state).toBe('done')
    const wav = readWav((await store.read(runFile(film, 'film.wav'))) as Uint8Array)
    expect(wav).toMatchObject({ rate: 48000, channels: 2, samples: output.frames * 2000 })
    const both = await make(outputs('{ name: mix, container: wav }', `{ name: film, ${SMALL} }`))
    expect(both.output).toEqual(movie.output)
    expect(both.house.rendered().length).toBeGreaterThan(0)
  })

  it('is silent where it is asked to be: no mix, no word of it', async () => {
    const made = await make(outputs(`{ name: film, audio: none, ${SMALL} }`))
    expect(mixes(made)).toEqual([])
    expect(made.output.sound).toBeUndefined()
  })
})
