import { describe, expect, it } from 'vitest'
import { longScript } from '../../../src/cli/long-script'
import { styleByName } from '../../../src/departments/retro'
import { readSegment, writeSegment } from '../../../src/encode'
import type { RenderOutput } from '../../../src/film'
import { MemoryStore, PipelineError } from '../../../src/pipeline'
import {
  type OpenedFilm,
  outputArtifact,
  runFile,
  type SegmentList,
  type SpriteSheet,
  segmentFile,
  spriteArtifact,
  spriteFolder,
} from '../../../src/production'
import { opened, studio } from '../fake-crew'

const SCRIPT = `Title: Small

INT. OFFICE - DAY

NOOR (30, red coat) stands at the window. BEN (50, grey suit) sits down.

NOOR
Now or never.

BEN
Never, then.

DISSOLVE TO:

EXT. BEACH - DUSK

BEN walks to the water.

BEN
It was warmer last year.
`

const json = async <T>(store: MemoryStore, film: { project: string; runId: string }, name: string): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await store.read(runFile(film, `${name}.json`)))) as T

const addressOf = ({ film }: OpenedFilm, key: string) => film.store.plan.shots.find((s) => s.key === key)?.address

async function make(script: string, store = new MemoryStore(), workers = 1) {
  const film = opened(script)
  const house = studio(store, workers)
  const { engine, request, events } = house.engineFor(film)
  const summary = await engine.start(request).done
  return { film, house, store, summary, events, output: await json<RenderOutput>(store, film, outputArtifact('film')) }
}

describe('a production', () => {
  it('[RET-10] makes the sheets of sprites that it wants, and names who is not there', async () => {
    const film = opened(SCRIPT)
    const wanted = { action: 'walk', directions: 4, frames: 8, height: 32, style: styleByName('nes'), quality: 'draft' } as const
    const make = (character: string) => {
      const store = new MemoryStore()
      const { engine, request } = studio(store).engineFor(film, { sprites: [{ ...wanted, name: 'noor-walk', character }] })
      return { store, done: engine.start(request).done }
    }
    const { store, done } = make('Noor')
    expect((await done).state).toBe('done')
    const sheet = await json<SpriteSheet>(store, film, spriteArtifact('noor-walk'))
    expect(sheet).toMatchObject({ character: 'noor', style: 'nes', files: ['noor-walk.png', 'noor-walk.json'] })
    for (const file of sheet.files) expect(await store.has(`${spriteFolder(film)}${file}`)).toBe(true)
    await expect(make('NORA').done).rejects.toThrow('there is no "NORA"; the film has NOOR, BEN')
  })

  it('has each shot that must be rendered built before its turn comes, and no other', async () => {
    const { film, house, store } = await make(SCRIPT)
    const keys = film.film.store.plan.shots.map((s) => s.key)
    expect(house.expected).toEqual(keys)
    const changed = opened(SCRIPT.replace('warmer', 'colder'))
    const again = studio(store)
    const { engine, request } = again.engineFor(changed)
    await engine.start(request).done
    expect(again.rendered().length).toBeGreaterThan(0)
    expect(again.expected.length).toBeLessThan(keys.length)
    for (const key of again.expected) expect(again.rendered().some((r) => r.startsWith(`${addressOf(changed, key)}:`))).toBe(true)
  })

  it('goes through eight phases and leaves every artifact, the movie, captions, package and report', async () => {
    const { film, store, summary, output } = await make(SCRIPT)
    expect(summary.state).toBe('done')
    expect(summary.phases.map((p) => p.name)).toEqual([
      'validate',
      'prepare',
      'characters',
      'locations',
      'shots',
      'post_process',
      'export',
      'finalize',
    ])
    const names = (await store.list(runFile(film, ''))).map((n) => n.slice(runFile(film, '').length))
    for (const name of [
      'Production',
      'Script',
      'Breakdown',
      'ShotList',
      'AssetManifest',
      'RenderPlan',
      'RenderOutput.film',
      'RenderPackage',
    ])
      expect(names).toEqual(expect.arrayContaining([`${name}.json`, `${name}.meta.json`]))
    expect(names).toEqual(
      expect.arrayContaining(['film.mp4', 'captions.vtt', 'captions.srt', 'package.zip', 'report.html', 'run_summary.json']),
    )
    expect(output.frames).toBe(film.film.store.plan.frames)
    expect(output.segments.reduce((n, s) => n + s.frames, 0)).toBe(output.frames)
  })

  it('makes the dissolve of the script a segment of both shots', async () => {
    const { film, store } = await make(SCRIPT)
    const [transition] = film.film.store.plan.transitions ?? []
    expect(transition).toMatchObject({ kind: 'dissolve' })
    const { outputs } = await json<SegmentList>(store, film, 'SegmentList')
    const crossing = outputs[0]?.jobs.filter((j) => j.cross) ?? []
    expect(crossing.reduce((n, j) => n + j.frames, 0)).toBe(transition?.frames)
    expect(crossing.every((j) => j.shotKey === transition?.from && j.cross?.shotKey === transition.to)).toBe(true)
  })

  it('renders nothing twice', async () => {
    const first = await make(SCRIPT)
    const again = await make(SCRIPT, first.store)
    expect(again.film.runId).toBe(first.film.runId)
    expect(again.house.rendered()).toEqual([])
    expect(again.output.filmHash).toBe(first.output.filmHash)
    expect(again.summary.reused.length).toBe(first.house.rendered().length)
  })

  it('renders again only the shots that depend on a changed word, of more than 40, and says why', async () => {
    const script = longScript(3, 'one word')
    const before = await make(script)
    const shots = before.film.film.store.plan.shots
    expect(shots.length).toBeGreaterThan(40)
    // One word of a line becomes another of the same length in speech.
    const line = shots.flatMap((s) => s.captions)[3]?.text ?? ''
    const word = line.split(' ').at(-1)?.replace(/\W/g, '') ?? ''
    const changedLine = line.replace(new RegExp(`${word}(?!.*${word})`), 'otherwise')
    const changed = script.replace(line, changedLine)
    expect(changed).not.toBe(script)
    const after = await make(changed, before.store)
    const old = new Map(shots.map((s) => [s.key, s.sliceHash]))
    const other = after.film.film.store.plan.shots.filter((s) => old.get(s.key) !== s.sliceHash)
    const wanted = new Set(other.map((s) => s.address))
    expect(wanted.size).toBeLessThan(shots.length / 4)
    expect(new Set(after.house.rendered().map((r) => r.split(':')[0]))).toEqual(wanted)
    for (const ran of after.summary.ran.filter((t) => t.task.startsWith('shots/segment'))) expect(ran.why).toMatch(/not in the store/)
    expect(after.summary.reused.length).toBeGreaterThan(after.house.rendered().length)
  })

  it('goes on after a failure with what is missing, and makes the same film', async () => {
    const whole = await make(SCRIPT)
    const film = opened(SCRIPT)
    const store = new MemoryStore()
    const broken = studio(store)
    const [renderer] = broken.renderers
    let frames = 0
    if (renderer)
      renderer.onFrame = () => {
        if (++frames > 60) throw new PipelineError('shots', 'a frame', 'the picture tube burst', 'call somebody')
      }
    const { engine, request } = broken.engineFor(film)
    await expect(engine.start(request).done).rejects.toThrow('picture tube')
    const done = broken.rendered()
    expect(done.length).toBeGreaterThan(0)
    const rest = await make(SCRIPT, store)
    expect(rest.house.rendered().filter((r) => done.includes(r))).toEqual([])
    expect(rest.output.filmHash).toBe(whole.output.filmHash)
  })

  it('finds a segment that was damaged by its hash, and makes it again', async () => {
    const whole = await make(SCRIPT)
    const key = whole.output.segments[1]?.key ?? ''
    const bytes = (await whole.store.read(segmentFile(key))) as Uint8Array
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
    await whole.store.write(segmentFile(key), bytes)
    const again = await make(SCRIPT, whole.store)
    expect(again.house.rendered()).toHaveLength(1)
    expect(again.summary.ran.find((t) => t.task.includes(key.slice(0, 40)))?.why).toMatch(/damaged/)
    expect(again.output.filmHash).toBe(whole.output.filmHash)
  })

  it('makes a segment again that was encoded otherwise than its film', async () => {
    const whole = await make(SCRIPT)
    const key = whole.output.segments[1]?.key ?? ''
    const segment = readSegment((await whole.store.read(segmentFile(key))) as Uint8Array)
    const colorSpace = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: true } as const
    await whole.store.write(segmentFile(key), writeSegment({ ...segment, decoder: { ...segment.decoder, colorSpace } }))
    const again = await make(SCRIPT, whole.store)
    expect(again.house.rendered()).toHaveLength(1)
    expect(again.summary.ran.find((t) => t.task.includes(key.slice(0, 40)))?.why).toMatch(/encoded otherwise/)
    expect(again.output.filmHash).toBe(whole.output.filmHash)
  })

  it.each([1, 2])('makes the whole film anew when the encoder changes in mid-run, with %i workers', async (workers) => {
    const whole = await make(SCRIPT)
    const film = opened(SCRIPT)
    const house = studio(new MemoryStore(), workers)
    let frames = 0
    for (const renderer of house.renderers)
      renderer.onFrame = () => {
        if (++frames > 60) for (const r of house.renderers) r.codec = 'vp09.00.31.08'
      }
    const { engine, request } = house.engineFor(film)
    const summary = await engine.start(request).done
    const output = await json<RenderOutput>(house.store as MemoryStore, film, outputArtifact('film'))
    expect(output.codec).toBe('vp09.00.31.08')
    expect(output.filmHash).toBe(whole.output.filmHash)
    expect(output.segments.map((s) => s.key)).not.toEqual(whole.output.segments.map((s) => s.key))
    expect(summary.warnings.filter((w) => /otherwise than when the run began/.test(JSON.stringify(w)))).toHaveLength(1)
  })

  it('says so when the encoder never writes the same twice', async () => {
    const house = studio()
    const [renderer] = house.renderers
    let frames = 0
    if (renderer)
      renderer.onFrame = () => {
        renderer.codec = `vp09.00.${100 + frames++}.08`
      }
    const { engine, request } = house.engineFor(opened(SCRIPT))
    await expect(engine.start(request).done).rejects.toThrow('encoded otherwise')
  })

  it('leaves holes where that is accepted, marks them, and fills them later', async () => {
    const whole = await make(SCRIPT)
    const film = opened(SCRIPT)
    const store = new MemoryStore()
    const house = studio(store)
    const [renderer] = house.renderers
    if (renderer)
      renderer.onFrame = (job) => {
        if (job.address === 'sc2.sh1' && !job.cross) throw new Error('no such beach')
      }
    const { engine, request } = house.engineFor(film, { holes: true })
    const summary = await engine.start(request).done
    expect(summary.holes.length).toBeGreaterThan(0)
    const output = await json<RenderOutput>(store, film, outputArtifact('film'))
    expect(output.segments.filter((s) => s.hole).length).toBe(summary.holes.length)
    expect(output.frames).toBe(whole.output.frames)
    const filled = await make(SCRIPT, store)
    expect(filled.house.rendered().every((r) => r.startsWith('sc2.sh1'))).toBe(true)
    expect(filled.output.filmHash).toBe(whole.output.filmHash)
  })

  it('is the same film with two workers, and both work', async () => {
    const one = await make(SCRIPT)
    const two = await make(SCRIPT, new MemoryStore(), 2)
    expect(two.output.filmHash).toBe(one.output.filmHash)
    expect(two.house.renderers.every((r) => r.rendered.length > 0)).toBe(true)
  })

  it('stops within a frame when it is cancelled, and leaves no half segment', async () => {
    const film = opened(SCRIPT)
    const house = studio()
    const { engine, request } = house.engineFor(film)
    const [renderer] = house.renderers
    let after = 0
    let cancelled = false
    const handle = engine.start(request)
    if (renderer)
      renderer.onFrame = (_, frame) => {
        if (cancelled) after++
        if (frame === 5) cancelled = handle.cancel()
      }
    await expect(handle.done).rejects.toThrow('cancelled')
    expect(after).toBe(0)
    for (const name of await house.store.list('segments/')) readSegment((await house.store.read(name)) as Uint8Array)
  })

  it('says in a dry run what is there and what would run and why, and writes nothing', async () => {
    const first = await make(SCRIPT)
    const film = opened(SCRIPT.replace('warmer', 'colder'))
    const house = studio(first.store)
    const before = await first.store.list()
    const { engine, request } = house.engineFor(film)
    const graph = await engine.graph(request)
    const segments = graph.tasks.filter((t) => t.id.startsWith('shots/segment'))
    expect(segments.filter((t) => t.state === 'reused').length).toBeGreaterThan(0)
    expect(segments.filter((t) => t.why).length).toBeGreaterThan(0)
    expect(await first.store.list()).toEqual(before)
    expect(house.rendered()).toEqual([])
  })
})
