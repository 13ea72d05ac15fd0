import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  av1Level,
  avcLevel,
  CodecError,
  chooseVideoCodec,
  codecCandidates,
  codecCapabilities,
  codecNamed,
  family,
  hevcLevel,
  nearestFamily,
  type VideoFamily,
  type VideoWish,
  vp9Level,
  writtenCodec,
} from '../../src/encode'
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

describe.each([
  [hevcLevel, 'H.265', [90, 120, 123, 150, 180]],
  [vp9Level, 'VP9', [41, 41, 41, 50, 60]],
  [av1Level, 'AV1', [8, 8, 9, 12, 16]],
] as const)('levels', (level, name, expected) => {
  it(`[V3] of ${name} hold size and rate`, () => {
    const sizes = [
      [640, 360, 24],
      [1920, 1080, 24],
      [1920, 1080, 60],
      [3840, 2160, 24],
      [7680, 4320, 24],
    ] as const
    expect(sizes.map(([w, h, num]) => level(w, h, { num, den: 1 }))).toEqual(expected)
    expect(level(16384, 16384, fps)).toBeUndefined()
  })
})

describe('codecCandidates', () => {
  const size = { width: 1920, height: 1080, fps }
  it('[V6] asks for H.264, then VP9, AV1, H.265; or what is wanted; or what the container carries', () => {
    expect(codecCandidates(size).map((c) => c.codec)).toEqual([
      'avc1.640028',
      'avc1.4d0028',
      'avc1.42e028',
      'vp09.00.41.08',
      'av01.0.08M.08',
      'hvc1.1.6.L120.B0',
      'hvc1.1.6.H120.B0',
    ])
    expect(codecCandidates({ ...size, want: 'av1' }).map((c) => c.family)).toEqual(['av1'])
    expect(codecCandidates({ ...size, container: 'webm' }).map((c) => c.family)).toEqual(['vp9', 'av1'])
    expect(codecCandidates({ ...size, container: 'webm', want: 'avc' })).toEqual([])
    expect(codecCandidates({ ...size, want: 'prores_422' })).toEqual([])
  })
})

describe('names', () => {
  it.each([
    ['h264', 'avc'],
    ['H.265', 'hevc'],
    ['HEVC', 'hevc'],
    ['AV1', 'av1'],
    ['vp9', 'vp9'],
    ['ProRes 4444', 'prores_4444'],
    ['prores_422', 'prores_422'],
    ['vp8', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('[V7] %s is %s', (name, codec) => {
    expect(codecNamed(name)).toBe(codec)
  })
  it('[V8] of codec strings tell their family', () => {
    expect(['avc1.640028', 'hvc1.1.6.L93.B0', 'hev1.1.6.L93.B0', 'vp09.00.41.08', 'av01.0.08M.08'].map(family)).toEqual([
      'avc',
      'hevc',
      'hevc',
      'vp9',
      'av1',
    ])
    expect(() => family('vp8')).toThrow('expected avc1, hvc1, vp09 or av01, got "vp8"')
  })
  it('[V9] of what was written are read from the configuration', () => {
    expect(writtenCodec('avc1.640028', Uint8Array.from([1, 0x42, 0xc0, 0x1e]))).toBe('avc1.42c01e')
    // general_profile_compatibility_flag 1 and 2, progressive and frame-only constraints, level 3.1.
    const hvcc = Uint8Array.from([1, 0x01, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 93, 0xf0, 0])
    expect(writtenCodec('hvc1.1.6.L120.B0', hvcc)).toBe('hvc1.1.6.L93.90')
    expect(writtenCodec('hvc1.1.6.L120.B0', hvcc.subarray(0, 5))).toBe('hvc1.1.6.L120.B0')
    expect(writtenCodec('vp09.00.41.08', undefined)).toBe('vp09.00.41.08')
  })
})

/** A browser that encodes these families and nothing else. */
function pretend(...families: VideoFamily[]) {
  vi.stubGlobal('VideoEncoder', {
    isConfigSupported: async (config: VideoEncoderConfig) => ({ supported: families.includes(family(config.codec)), config }),
  })
}

describe('choosing by capability', () => {
  afterEach(() => vi.unstubAllGlobals())
  const size = { width: 640, height: 360, fps }

  it('[V10] tells what there is', async () => {
    pretend('hevc', 'vp9')
    expect(await codecCapabilities(size, fps)).toEqual({ avc: false, hevc: true, vp9: true, av1: false })
    expect(await codecCapabilities({ width: 641, height: 360 }, fps)).toEqual({ avc: false, hevc: false, vp9: false, av1: false })
    vi.unstubAllGlobals()
    expect(await codecCapabilities(size, fps)).toEqual({ avc: false, hevc: false, vp9: false, av1: false })
  })
  it('[V11] takes the best there is when none is named', async () => {
    pretend('hevc', 'av1')
    expect(await chooseVideoCodec(size)).toMatchObject({ family: 'av1', codec: 'av01.0.08M.08' })
    pretend('hevc', 'avc', 'vp9')
    expect((await chooseVideoCodec(size)).family).toBe('avc')
    expect((await chooseVideoCodec({ ...size, container: 'webm' })).family).toBe('vp9')
    pretend('hevc')
    expect(await chooseVideoCodec(size)).toMatchObject({ family: 'hevc', config: { hevc: { format: 'hevc' } } })
  })
  it('[V12] refuses what is named and lacking, and names the nearest', async () => {
    pretend('avc', 'vp9')
    const refused = async (wish: Partial<VideoWish>) =>
      chooseVideoCodec({ ...size, ...wish }).then(
        () => undefined,
        (e) => e as CodecError,
      )
    const error = await refused({ want: 'hevc' })
    expect(error).toBeInstanceOf(CodecError)
    expect(error).toBeInstanceOf(PipelineError)
    expect(error).toMatchObject({ asked: 'hevc', nearest: 'avc', type: 'encode', remedy: 'name avc, or allow a stand-in' })
    expect(await refused({ want: 'avc', container: 'webm' })).toMatchObject({ problem: 'webm does not carry avc', nearest: 'vp9' })
    expect(await refused({ want: 'prores_4444' })).toMatchObject({ problem: 'this browser does not encode prores_4444', nearest: 'avc' })
    pretend()
    expect(await refused({ want: 'av1' })).toMatchObject({ asked: 'av1', nearest: undefined, remedy: 'try a smaller size' })
    expect(await refused({})).toMatchObject({ asked: undefined, nearest: undefined })
  })
  it('[V13] lets something stand in where that is allowed, and says what was asked', async () => {
    pretend('avc', 'vp9')
    expect(await chooseVideoCodec({ ...size, want: 'prores_422', standIn: true })).toMatchObject({ family: 'avc', asked: 'prores_422' })
    expect(await chooseVideoCodec({ ...size, want: 'hevc', standIn: 'vp9' })).toMatchObject({ family: 'vp9', asked: 'hevc' })
    expect(await chooseVideoCodec({ ...size, want: 'hevc', standIn: 'av1' })).toMatchObject({ family: 'avc', asked: 'hevc' })
    expect(await chooseVideoCodec({ ...size, want: 'avc', standIn: true, container: 'webm' })).toMatchObject({ family: 'vp9' })
    expect(await chooseVideoCodec({ ...size, want: 'avc', standIn: true })).not.toHaveProperty('asked')
  })
  it('[V14] is what can be told beforehand', async () => {
    const all = ['avc', 'hevc', 'vp9', 'av1'] as const
    for (let bits = 0; bits < 16; bits++) {
      pretend(...all.filter((_, i) => bits & (1 << i)))
      const can = await codecCapabilities(size, fps)
      for (const container of ['mp4', 'webm'] as const)
        for (const want of [undefined, ...all, 'prores_422'] as const) {
          const wish = { ...size, container, standIn: true, ...(want ? { want } : {}) }
          const taken = await chooseVideoCodec(wish).then(
            (c) => c.family,
            () => undefined,
          )
          expect(nearestFamily(can, want, container), `${bits} ${container} ${want}`).toBe(taken)
        }
    }
    expect(nearestFamily({ avc: true, hevc: true, vp9: true, av1: true }, undefined, 'png')).toBeUndefined()
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
