import { describe, expect, it } from 'vitest'
import { avcLevel, chooseVideoCodec, codecCandidates } from '../../src/encode'
import { PipelineError } from '../../src/pipeline'

const fps = { num: 24, den: 1 }

describe('avcLevel', () => {
  it.each([
    [320, 180, 24, 30],
    [1280, 720, 24, 31],
    [1280, 720, 60, 32],
    [1920, 1080, 24, 40],
    [1920, 1080, 60, 42],
    [2048, 1080, 24, 42],
    [3840, 2160, 24, 51],
    [7680, 4320, 24, 60],
  ])('[V1] %i×%i at %i is level %i/10', (w, h, num, level) => {
    expect(avcLevel(w, h, { num, den: 1 })).toBe(level)
  })
  it('[V2] ends above 6.2', () => {
    expect(avcLevel(16384, 16384, fps)).toBeUndefined()
  })
})

describe('codecCandidates', () => {
  it('[V3] asks for H.264, then VP9, then AV1; or what is wanted', () => {
    expect(codecCandidates({ width: 1920, height: 1080, fps }).map((c) => c.codec)).toEqual([
      'avc1.640028',
      'avc1.4d0028',
      'avc1.42e028',
      'vp09.00.41.08',
      'av01.0.08M.08',
    ])
    expect(codecCandidates({ width: 640, height: 360, fps, want: 'av1' }).map((c) => c.family)).toEqual(['av1'])
  })
})

describe('chooseVideoCodec', () => {
  it.each([
    [{ width: 321, height: 180 }, /width: expected an even number .* got 321: use 322/],
    [{ width: 320, height: 181 }, /height: expected an even number/],
    [{ width: 0, height: 180 }, /width: expected a whole number from 16 to 8192, got 0/],
    [{ width: 320, height: 9000 }, /height/],
    [{ width: 320.5, height: 90 }, /width/],
  ])('[V4] refuses %o', async (size, message) => {
    await expect(chooseVideoCodec({ ...size, fps })).rejects.toThrow(message)
  })
  it('[V5] says so where there is no encoder', async () => {
    await expect(chooseVideoCodec({ width: 320, height: 180, fps })).rejects.toThrow(PipelineError)
  })
})
