import { describe, expect, test } from 'vitest'
import { type Probe, paletteSetFor, styleByName } from '../../src/departments/retro'
import type { ShotSlice } from '../../src/film'
import { ShotPalettes, type SolvePalettes } from '../../src/render/shot-palettes'
import { BuildDoor } from '../../src/workers/build-door'

const slice = (frames: number) => ({ shot: { frames, fps: { num: 24, den: 1 } } }) as ShotSlice

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
      const style = styleByName('gbc')
      expect(palettes.of(shot, style)).toBeUndefined()
      await palettes.settle(shot, style)
      await palettes.settle(shot, style)
      const seen = await Promise.all(places.map((frame) => probe(shot, frame)))
      expect(palettes.of(shot, style)).toEqual(paletteSetFor(style, seen))
    }
    expect(asked).toEqual([2, 3])
  })

  test('that no shot settles are there at once, and nobody is asked for them', async () => {
    const palettes = new ShotPalettes(probe, () => {
      throw new Error('asked')
    })
    for (const id of ['gameboy', 'zx-spectrum', 'hollywood']) {
      const style = styleByName(id)
      expect(palettes.of(slice(24), style)).toEqual(paletteSetFor(style, []))
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
    expect(palettes.of(shot, style)).not.toBeNull()
  })
})
