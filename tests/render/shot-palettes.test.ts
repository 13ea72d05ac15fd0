import { describe, expect, test } from 'vitest'
import { PixelGrade, type Probe, paletteSetFor, type Style, shotTone, styleByName, styleWith } from '../../src/departments/retro'
import type { ShotSlice } from '../../src/film'
import { ShotPalettes, type SolvePalettes } from '../../src/render/shot-palettes'
import { BuildDoor } from '../../src/workers/build-door'

const slice = (frames: number) => ({ shot: { frames, fps: { num: 24, den: 1 } } }) as ShotSlice

/** A style whose tones no shot settles. */
const plain = (id: string): Style => styleWith(styleByName(id), { grade: { levels: 0, equalise: 0 } })

/** A slope of colours that is another in each frame. */
const probe = async (_: ShotSlice, frame: number): Promise<Probe> => {
  const [width, height] = [64, 48]
  const light = Uint16Array.from({ length: width * height * 3 }, (_, i) => (i * 37 + frame * 911) % 65536)
  return { width, height, light }
}

describe('the colours of a shot', () => {
  test('are settled by whoever is asked, once, from the same frames, and are those of paletteSetFor', async () => {
    const asked: number[] = []
    // As a message to a worker brings it there and back.
    const solve: SolvePalettes = async (style, probes) => {
      asked.push(probes.length)
      const door = new BuildDoor()
      return structuredClone(door.palettes(structuredClone(style), structuredClone(probes)))
    }
    const palettes = new ShotPalettes(probe, solve)
    for (const [frames, places] of [
      [48, [9, 38]],
      [240, [28, 120, 211]],
    ] as const) {
      const shot = slice(frames)
      const style = plain('gbc')
      expect(palettes.of(shot, style)).toBeUndefined()
      await palettes.settle(shot, style)
      await palettes.settle(shot, style)
      const seen = await Promise.all(places.map((frame) => probe(shot, frame)))
      expect(palettes.of(shot, style)).toEqual({ palettes: paletteSetFor(style, seen), tone: null })
    }
    expect(asked).toEqual([2, 3])
  })

  test('that no shot settles are there at once, and nobody is asked for them', async () => {
    const palettes = new ShotPalettes(probe, () => {
      throw new Error('asked')
    })
    for (const id of ['gameboy', 'zx-spectrum', 'hollywood']) {
      const style = plain(id)
      expect(palettes.of(slice(24), style)).toEqual({ palettes: paletteSetFor(style, []), tone: null })
      await palettes.settle(slice(24), style)
    }
  })

  test('stay open where settling fails, and can be settled later', async () => {
    let works = false
    const palettes = new ShotPalettes(probe, (style, probes) => {
      if (!works) throw new Error('the worker is gone')
      return paletteSetFor(style, probes)
    })
    const [shot, style] = [slice(24), styleByName('gbc')]
    await expect(palettes.settle(shot, style)).rejects.toThrow('the worker is gone')
    expect(palettes.of(shot, style)).toBeUndefined()
    works = true
    await palettes.settle(shot, style)
    expect(palettes.of(shot, style)?.palettes).not.toBeNull()
  })

  test('tones come first, from pictures without grade and colours; colours are chosen for what they leave', async () => {
    const asked: { readonly levels: number; readonly colours: boolean; readonly tone: string }[] = []
    const palettes = new ShotPalettes((at, frame, { grade, palette, mixes }, tone) => {
      asked.push({ levels: grade.levels, colours: palette !== null || mixes !== null, tone: JSON.stringify(tone) })
      return probe(at, frame)
    })
    const [shot, style] = [slice(48), styleByName('gbc')]
    await palettes.settle(shot, style)
    const seen = await Promise.all([9, 38].map((frame) => probe(shot, frame)))
    const tone = shotTone(style.grade, seen)
    expect(palettes.of(shot, style)).toEqual({ palettes: paletteSetFor(style, seen), tone })
    expect(asked.map((a) => a.colours)).toEqual([false, false, true, true])
    expect(asked[0]!.levels).toBe(PixelGrade.parse({}).levels)
    expect(asked[2]).toEqual({ levels: style.grade.levels, colours: true, tone: JSON.stringify(tone) })
    // Of a machine whose colours are fixed tones alone are settled, by the shot: another has others.
    const other: ShotSlice = slice(480)
    for (const at of [shot, other]) await palettes.settle(at, styleByName('gameboy'))
    const [a, b] = [shot, other].map((at) => palettes.of(at, styleByName('gameboy'))!)
    expect(a!.palettes).toEqual(b!.palettes)
    expect(a!.tone).not.toEqual(b!.tone)
  })
})
