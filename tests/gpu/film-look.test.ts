import { afterAll, beforeAll, expect, test } from 'vitest'
import { FILM_STYLES, Style, styleByName } from '../../src/departments/retro'
import type { ShotSlice } from '../../src/film'
import { type FilmRenderer, QUALITY, type QualityProfile } from '../../src/render'
import { planOf, QUICK, slicesOf, startRenderer, TINY_FILM } from '../purity/studio'

const [W, H] = [96, 54]
const ASPECT = 16 / 9
const CALLS = ['createRenderPipeline', 'createRenderPipelineAsync', 'createComputePipeline', 'createComputePipelineAsync'] as const
/** `final` with fewer sub-frames. */
const SMALL_FINAL: QualityProfile = { ...QUALITY.final, subframes: 2, aoSamples: 0, shadowMapSize: 256 }

let film: FilmRenderer
let slice: ShotSlice

beforeAll(async () => {
  film = await startRenderer()
  slice = slicesOf(planOf(TINY_FILM))[1]!
})
afterAll(() => film.dispose())

async function use(style: Style, quality: QualityProfile = QUICK): Promise<void> {
  await film.setFormat({ width: W, height: H, style, quality }, ASPECT)
  await film.load(slice)
}

async function drawn(style: Style, frame: number, quality?: QualityProfile): Promise<Uint8Array> {
  await use(style, quality)
  film.draw(frame)
  return film.readPicture()
}

/** Mean difference of two pictures' code values. */
const apart = (a: Uint8Array, b: Uint8Array): number => a.reduce((sum, v, i) => sum + Math.abs(v - b[i]!), 0) / a.length

type Descriptor = { readonly label?: string; readonly fragment?: { readonly targets: readonly unknown[] } }

/** A pipeline as it was asked for, and how many layers it draws to: three uses its descriptor again for the next. */
type Made = { readonly call: string; readonly label: string; readonly layers: number }

/** The pipelines that are made while something is done. */
async function pipelinesMade(work: () => Promise<unknown>): Promise<Made[]> {
  const made: Made[] = []
  const device = film.device as unknown as Record<string, (of: Descriptor) => unknown>
  const before = CALLS.map((call) => device[call]!)
  CALLS.forEach((call, i) => {
    device[call] = (of) => {
      made.push({ call, label: of.label ?? '', layers: of.fragment?.targets.length ?? 0 })
      return before[i]!.call(film.device, of)
    }
  })
  try {
    await work()
  } finally {
    CALLS.forEach((call, i) => {
      device[call] = before[i]!
    })
  }
  return made
}

/** Colour, normal and id: what the scene is drawn to. */
const ofScene = ({ layers }: Made) => layers === 3

test('a shot is compiled while it is loaded, once, without blocking; its first picture compiles no more of it', async () => {
  const loading = await pipelinesMade(() => use(styleByName('hollywood')))
  expect(loading.filter(ofScene).length).toBeGreaterThan(3)
  expect(loading.filter((p) => ofScene(p) && p.call !== 'createRenderPipelineAsync')).toEqual([])
  expect(loading.filter((p) => !ofScene(p) && /people|solid/.test(p.label))).toEqual([])
  const drawing = await pipelinesMade(() => drawn(styleByName('hollywood'), 4))
  expect(drawing.length).toBeGreaterThan(0)
  expect(drawing.filter(ofScene)).toEqual([])
})

test('switching among film and drawn styles that were drawn before makes no pipeline', async () => {
  for (const style of FILM_STYLES) await drawn(style, 4)
  const pictures = new Map<string, Uint8Array>()
  const made = await pipelinesMade(async () => {
    for (const style of FILM_STYLES) pictures.set(style.id, await drawn(style, 9))
  })
  expect(made.map(({ call, label }) => `${call} ${label}`)).toEqual([])
  const hollywood = pictures.get('hollywood')!
  for (const [id, picture] of pictures) if (id !== 'hollywood') expect([id, apart(picture, hollywood) > 1]).toEqual([id, true])
})

test('a frame of a worn, weaving film is the same after others were drawn', async () => {
  const vintage = styleByName('vintage')
  const first = await drawn(vintage, 12)
  await drawn(vintage, 0)
  await drawn(styleByName('toon'), 3)
  expect(apart(await drawn(vintage, 12), first)).toBe(0)
  expect(apart(await drawn(vintage, 16), first)).toBeGreaterThan(1)
})

test('noir has no hue but its tint; grain moves, and only grain', async () => {
  const noir = await drawn(styleByName('noir'), 6)
  for (let i = 0; i < noir.length; i += 4) expect(Math.abs(noir[i]! - noir[i + 2]!)).toBeLessThan(12)
  const still = Style.parse({ ...styleByName('hollywood'), film: { grain: 0 } })
  expect(apart(await drawn(still, 6), await drawn(styleByName('hollywood'), 6))).toBeLessThan(2)
})

test('exposure, views and lens change the picture as they say', async () => {
  const look = (changes: object) => Style.parse({ ...styleByName('hollywood'), film: { grain: 0, vignette: 0, ...changes } })
  const mean = (p: Uint8Array) => p.reduce((sum, v, i) => (i % 4 === 3 ? sum : sum + v), 0) / ((p.length * 3) / 4)
  const plain = await drawn(look({}), 6)
  expect(mean(await drawn(look({ exposure: 1 }), 6))).toBeGreaterThan(mean(plain) + 8)
  expect(mean(await drawn(look({ vignette: 2 }), 6))).toBeLessThan(mean(plain))
  for (const changes of [{ view: 'aces' }, { view: 'neutral' }, { distortion: 0.2 }, { aberration: 10 }, { weave: 8 }])
    expect([changes, apart(await drawn(look(changes), 6), plain) > 0.03]).toEqual([changes, true])
  const inverted = { size: 2, values: Array.from({ length: 8 }, (_, i) => [i & 1, (i >> 1) & 1, (i >> 2) & 1].map((c) => 1 - c)).flat() }
  // Sub-frames are averaged alike, upside down or not; edges that are smoothed by their brightness are not.
  const averaged: QualityProfile = { ...QUICK, subframes: 2 }
  const [positive, negative] = [await drawn(look({}), 6, averaged), await drawn(look({ lut: inverted }), 6, averaged)]
  for (let i = 0; i < positive.length; i += 16) expect(Math.abs(positive[i]! + negative[i]! - 255)).toBeLessThan(24)
})

test('final looks through the lens with broad lamps, and is a function of the frame alone', async () => {
  const style = styleByName('hollywood')
  const first = await drawn(style, 8, SMALL_FINAL)
  await drawn(style, 2, SMALL_FINAL)
  expect(apart(await drawn(style, 8, SMALL_FINAL), first)).toBe(0)
  const flat = await drawn(Style.parse({ ...style, scene: { focus: 0 } }), 8, SMALL_FINAL)
  expect(apart(flat, first)).toBeGreaterThan(0.02)
  expect(apart(flat, first)).toBeLessThan(12)
})

test('scene looks: plain surfaces, faces, coarse corners and steps of light change the picture, and are taken back', async () => {
  const style = (scene: object) => Style.parse({ ...styleByName('hollywood'), film: { grain: 0 }, scene })
  const plain = await drawn(style({}), 6)
  for (const scene of [{ texture: 0 }, { faceted: true }, { snap: 60 }, { bands: 3 }])
    expect([scene, apart(await drawn(style(scene), 6), plain) > 0.1]).toEqual([scene, true])
  expect(apart(await drawn(style({}), 6), plain)).toBe(0)
})

test('air comes and goes with its shots: no pipeline at the cut, none of it in clear air, the same picture alone', async () => {
  const style = styleByName('hollywood')
  const told = TINY_FILM.replace('INT. KITCHEN - NIGHT\n', 'INT. KITCHEN - NIGHT\n\nA smoke-filled kitchen.\n')
  const smoky = slicesOf(planOf(told))[1]!
  expect(smoky.light.air?.preset).toBe('smoke')
  const { air: _, ...clear } = smoky.light
  const without: ShotSlice = { ...smoky, light: clear }
  const picture = async (shot: ShotSlice, frame: number) => {
    await film.load(shot)
    film.draw(frame)
    return film.hash()
  }
  await film.setFormat({ width: W, height: H, style, quality: QUICK }, ASPECT)
  const bare = await picture(without, 4)
  // As a page does at rest: what it draws for that is not seen.
  while (await film.warm());
  expect(await film.hash()).toBe(bare)
  expect(await picture(without, 4)).toBe(bare)
  const hashes: string[] = []
  const made = await pipelinesMade(async () => {
    for (const frame of [4, 5, 40, 4]) hashes.push(await picture(smoky, frame))
  })
  expect(made).toEqual([])
  expect(hashes[3]).toBe(hashes[0])
  expect(new Set([bare, ...hashes]).size).toBe(4)
  expect(await picture(without, 4)).toBe(bare)
  // In a machine's few colours it rests over what stands still, where dither would crawl.
  const { camera } = smoky.shot
  const empty: ShotSlice = {
    ...smoky,
    light: { ...smoky.light, spots: smoky.light.spots.map((l) => ({ ...l, flicker: 'none' as const })) },
    shot: { ...smoky.shot, performances: [], props: [], camera: { ...camera, handheld: 0, keys: camera.keys.slice(0, 1) } },
  }
  const plain = Style.parse({ ...styleByName('nes'), id: 'still-nes', resolution: { width: 64, height: 60 }, display: { kind: 'plain' } })
  await film.setFormat({ width: W, height: H, style: plain, quality: QUICK }, ASPECT)
  expect(await picture(empty, 30)).toBe(await picture(empty, 2))
})
