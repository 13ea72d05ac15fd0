import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  coordinates,
  cropFor,
  isDiffusion,
  LINEAR_OF_SRGB,
  STYLES,
  Style,
  shotTone,
  styleByName,
  type Tone,
  tonedLight,
} from '../../src/departments/retro'
import type { ShotSlice } from '../../src/film'
import { type FilmRenderer, lookSizeFor, qualityByName } from '../../src/render'
import { sceneObjects } from '../../src/stage'
import { planOf, SMALL, slicesOf, startRenderer, TINY_FILM } from '../purity/studio'

const ASPECT = 16 / 9
const slices = slicesOf(planOf(TINY_FILM))
const walking = slices.find((s) => s.shot.performances.some((p) => p.where.some((w) => w.kind === 'go')))!
const format = (style: Style) => ({ ...SMALL, style, quality: qualityByName('preview') })
/** The bench reads these lines: `npm run must -- styles`. */
const say = (row: string, values: object) => console.log(`must ${row} ${JSON.stringify(values)}`)

let film: FilmRenderer
beforeAll(async () => {
  film = await startRenderer()
})
afterAll(() => film.dispose())

describe('still parts', () => {
  type Changes = { readonly still: number; readonly away: number; readonly whole: number; readonly ofStill: number }
  /** Pixels round an actor, its shadow and its light that count as the actor's neighbourhood. */
  const NEAR = 16
  /** Frames between pictures: the slowest machine moves in it. */
  const STEP = 4
  const PICTURES = 4
  /** The least difference of two colours in OKLab that an eye can tell, as CSS Color 4 has it (13.2). */
  const NOTICEABLE = 0.02

  /** A locked-off camera, and nobody there but who walks. */
  const lockedOff = (slice: ShotSlice): ShotSlice => {
    const { camera, performances } = slice.shot
    const walkers = performances.filter((p) => p.where.some((w) => w.kind === 'go'))
    const key = camera.keys[Math.floor(camera.keys.length / 2)]!
    const still = { ...camera, keys: [{ ...key, t: 0 }], handheld: 0, focus: { kind: 'distance' as const, metres: 4 } }
    return { ...slice, shot: { ...slice.shot, camera: still, performances: walkers, fadeIn: 0, fadeOut: 0 } }
  }
  const shot = lockedOff(walking)
  /** The same place without the actor. */
  const empty: ShotSlice = { ...shot, shot: { ...shot.shot, performances: [] } }

  interface Seen {
    readonly width: number
    readonly height: number
    /** The style's own pixels, a word each. */
    readonly picture: Uint32Array
    /** Where somebody is. */
    readonly people: Uint8Array
    /** Where the scene, without palette and dither, looks other than without the actor: actor, shadow, reflected light. */
    readonly touched: Uint8Array
  }

  /** Marks all that is at most so many pixels from what is marked, across and down. */
  function dilated(marks: Uint8Array, width: number, height: number, by: number): Uint8Array {
    const across = new Uint8Array(marks.length)
    const out = new Uint8Array(marks.length)
    marks.forEach((mark, i) => {
      const row = i - (i % width)
      if (mark) across.fill(1, Math.max(row, i - by), Math.min(row + width, i + by + 1))
    })
    across.forEach((mark, i) => {
      if (mark)
        for (let y = Math.max(0, Math.floor(i / width) - by); y <= Math.min(height - 1, Math.floor(i / width) + by); y++)
          out[y * width + (i % width)] = 1
    })
    return out
  }

  /** Coordinates of a pixel in OKLab, a and b as they are, as the shot's tone shows it. */
  function perceived(word: number, tone: Tone | null): readonly number[] {
    const plain = [0, 8, 16].map((shift) => LINEAR_OF_SRGB[(word >> shift) & 255]!)
    const light = plain.map((v) => (tone ? tonedLight(tone, v) : v)) as [number, number, number]
    const [l, a, b] = coordinates(light, 'oklab')
    return [l / 4096, a / 8192, b / 8192]
  }

  function isNoticed(a: number, b: number, tone: Tone | null): boolean {
    if (a === b) return false
    const [from, to] = [perceived(a, tone), perceived(b, tone)]
    return Math.hypot(...from.map((v, i) => v - to[i]!)) >= NOTICEABLE
  }

  async function pictures(style: Style): Promise<Seen[]> {
    const first = Math.max(0, Math.min(shot.shot.frames - 1 - STEP * (PICTURES - 1), Math.floor(shot.shot.frames / 3)))
    const draw = async (slice: ShotSlice, as: Style) => {
      await film.load(slice)
      await film.setFormat(format(as), ASPECT)
      const drawn: { words: Uint32Array; width: number; height: number; ids: Awaited<ReturnType<FilmRenderer['readIds']>> }[] = []
      for (let k = 0; k < PICTURES; k++) {
        film.draw(first + k * STEP)
        const { rgba, width, height } = await film.readNative()
        drawn.push({ words: new Uint32Array(rgba.slice().buffer), width, height, ids: await film.readIds() })
      }
      return drawn
    }
    // With the actor and without, a shot has other tones: the scene is drawn without, and compared through those of the shot.
    const grade = { ...style.grade, levels: 0, equalise: 0 }
    const scene = Style.parse({ ...style, grade, palette: null, mixes: null, limits: null, dither: {}, display: { kind: 'plain' } })
    const places = await draw(empty, scene)
    const scenes = await draw(shot, scene)
    const styled = await draw(shot, style)
    const actors = new Set(sceneObjects(shot).flatMap((o) => (o.kind === 'person' ? [o.id] : [])))
    const look = lookSizeFor(format(style), ASPECT)
    const crop = cropFor(style, look.width, look.height)
    const probes = scenes.map(({ words, width, height }) => ({
      width,
      height,
      light: Uint16Array.from({ length: words.length * 3 }, (_, i) => LINEAR_OF_SRGB[(words[Math.floor(i / 3)]! >> (8 * (i % 3))) & 255]!),
    }))
    const tone = shotTone(style.grade, probes)
    return styled.map(({ words, width, height, ids }, k) => {
      const people = new Uint8Array(width * height)
      ids.ids.forEach((id, i) => {
        if (!actors.has(id)) return
        const x = Math.floor((((i % ids.width) - crop.x) * width) / crop.width)
        const y = Math.floor(((Math.floor(i / ids.width) - crop.y) * height) / crop.height)
        if (x >= 0 && y >= 0 && x < width && y < height) people[y * width + x] = 1
      })
      const touched = people.map((mark, i) => (mark || isNoticed(scenes[k]!.words[i]!, places[k]!.words[i]!, tone) ? 1 : 0))
      return { width, height, picture: words, people, touched }
    })
  }

  /**
   * Shares of the pixels that change from picture to picture: away from the actor's neighbourhood, to which its shadow
   * belongs, and the light that it takes or throws; away from the actor alone; of all; and how many pixels the first are
   * of all. The neighbourhood is found in the scene alone, by drawing it with the actor and without, never by what changes.
   */
  async function changes(style: Style): Promise<Changes> {
    const seen = await pictures(style)
    const sum = { still: 0, stillChanged: 0, away: 0, awayChanged: 0, all: 0, changed: 0 }
    for (let k = 1; k < seen.length; k++) {
      const [a, b] = [seen[k - 1]!, seen[k]!]
      const actor = a.people.map((mark, i) => mark | b.people[i]!)
      const touched = a.touched.map((mark, i) => mark | b.touched[i]!)
      const [nearActor, nearTouched] = [actor, touched].map((marks) => dilated(marks, b.width, b.height, NEAR)) as [Uint8Array, Uint8Array]
      b.picture.forEach((word, i) => {
        const differs = word === a.picture[i] ? 0 : 1
        sum.all++
        sum.changed += differs
        sum.away += 1 - nearActor[i]!
        sum.awayChanged += nearActor[i] ? 0 : differs
        sum.still += 1 - nearTouched[i]!
        sum.stillChanged += nearTouched[i] ? 0 : differs
      })
    }
    const share = (part: number, of: number) => part / Math.max(1, of)
    return {
      still: share(sum.stillChanged, sum.still),
      away: share(sum.awayChanged, sum.away),
      whole: share(sum.changed, sum.all),
      ofStill: share(sum.still, sum.all),
    }
  }

  const variant = (kind: 'bayer' | 'blue-noise' | 'floyd-steinberg', local = true): Style =>
    Style.parse({
      ...styleByName('pico8'),
      id: 'still',
      scene: {},
      ink: {},
      dither: { kind, size: 8, local },
      resolution: { width: 320, height: 180 },
    })

  /** Percents for the table, in the order of `Changes`. */
  const inPercent = (measured: ReadonlyMap<string, Changes>) =>
    Object.fromEntries(
      [...measured].map(([name, { still, away, whole, ofStill }]) => [
        name,
        [still, away, whole, ofStill].map((n) => Math.round(1e5 * n) / 1e3),
      ]),
    )

  it('do not change for ordered dither and blue noise, hardly for local diffusion; and the actor does', async () => {
    const measured = new Map<string, Changes>()
    // The look itself, eight bits a channel: what changes here is scene, not dither.
    measured.set('no dither, all colours', await changes(Style.parse({ ...variant('bayer'), palette: null, dither: {} })))
    for (const kind of ['bayer', 'blue-noise', 'floyd-steinberg'] as const) measured.set(kind, await changes(variant(kind)))
    measured.set('floyd-steinberg, whole picture', await changes(variant('floyd-steinberg', false)))
    say('still', inPercent(measured))
    for (const [name, most] of [
      ['bayer', 0],
      ['blue-noise', 0],
      ['floyd-steinberg', 0.01],
    ] as const) {
      const { still, whole, ofStill } = measured.get(name)!
      expect.soft(whole, name).toBeGreaterThan(0.001)
      expect.soft(ofStill, name).toBeGreaterThan(0.05)
      expect.soft(still, name).toBeLessThanOrEqual(most)
    }
  })

  it('nor in any style as it comes', async () => {
    const measured = new Map<string, Changes>()
    const machines = STYLES.filter((style) => style.palette || style.mixes)
    const most = (style: Style) => (isDiffusion(style.dither.kind) ? 0.01 : 0)
    for (const style of machines) measured.set(style.id, await changes(style))
    const restless = machines.filter((style) => measured.get(style.id)!.still > most(style)).map((style) => style.id)
    say('still-styles', { percent: inPercent(measured), restless })
    expect(restless).toEqual([])
  })
})
