import { describe, expect, it } from 'vitest'
import { OUTPUT_PRESETS, styleOfOutput } from '../../../src/production/master'
import { file, load, rules } from './files'

const outputs = (yaml: string) => load(`script: kitchen.fountain\n${yaml}`).production.outputs

describe('output presets', () => {
  it.each([
    ['cinema_4k', 4096, 2160, 'prores_4444'],
    ['cinema_2k', 2048, 1080, 'prores_422'],
    ['streaming_4k', 3840, 2160, 'h264'],
    ['streaming_1080p', 1920, 1080, 'h264'],
    ['youtube_1080p', 1920, 1080, 'h264'],
    ['social_square', 1080, 1080, 'h264'],
    ['16bit_game', 256, 224, 'png'],
    ['8bit_game', 256, 240, 'png'],
  ])('[PROD-04] %s is %d×%d %s', (name, width, height, codec) => {
    expect(outputs(`outputs: [${name}]`)).toMatchObject([{ preset: name, width, height, codec }])
  })

  it('are eight, two sequences, three moving pictures and the sound alone, and those for cinemas declare a stand-in', () => {
    expect(Object.keys(OUTPUT_PRESETS)).toHaveLength(14)
    expect(
      Object.entries(OUTPUT_PRESETS)
        .filter(([, p]) => p.stand_in)
        .map(([n]) => n),
    ).toEqual(['cinema_4k', 'cinema_2k'])
  })

  it('[ED-04] a sequence has the size of the film, and a codec alone names it', () => {
    expect(outputs('outputs: [png, exr, { codec: OpenEXR, size: 320x180 }, { preset: exr, codec: png }]')).toMatchObject([
      { container: 'png', codec: 'png', width: 1920, height: 1080 },
      { container: 'exr', codec: 'exr', width: 1920, height: 1080 },
      { container: 'exr', codec: 'exr', width: 320, height: 180 },
      { container: 'png', codec: 'png' },
    ])
    expect(outputs('outputs: [wav, { codec: pcm }, { preset: wav, codec: h264 }]')).toMatchObject([
      { container: 'wav', codec: 'wav' },
      { container: 'wav', codec: 'wav' },
      { container: 'mp4', codec: 'h264' },
    ])
    expect(load('script: kitchen.fountain\noutputs: [{ codec: exrr }]').diagnostics).toMatchObject([
      { rule: 'production.codec', remedy: 'did you mean exr?' },
    ])
  })

  it.each([
    ['gif', 'gameboy', 480, 432],
    ['gif', 'nes', 512, 480],
    ['apng', 'c64', 640, 400],
    ['webp', 'hollywood', 852, 480],
  ])('[RET-11] %s of %s is as large as suits it', (preset, style, width, height) => {
    expect(outputs(`outputs: [{ preset: ${preset}, style: ${style} }]`)).toMatchObject([
      { preset, container: preset, width, height, codec: preset },
    ])
    expect(outputs(`outputs: [{ container: ${preset}, style: ${style}, size: 320x180 }]`)).toMatchObject([
      { container: preset, width: 320, height: 180 },
    ])
  })

  it('[RET-11] a codec or a container of its own stands over a moving picture, and its pixels are plain', () => {
    const [movie, small, shown] = outputs(
      'outputs: [{ preset: gif, codec: h264 }, { preset: gif, style: nes, retro: { resolution: 64x36 } }, { preset: webp, style: nes, retro: { crt: pvm } }]',
    )
    expect(movie).toMatchObject({ container: 'mp4', codec: 'h264' })
    expect(small).toMatchObject({ width: 832, height: 468 })
    expect([small, shown].map((o) => o && styleOfOutput(o).display.kind)).toEqual(['plain', 'crt'])
  })

  it('can be overruled in size, codec, rate and retro', () => {
    expect(
      outputs('outputs: [{ preset: 8bit_game, size: 320x180, codec: vp9, container: webm, fps: 12, retro: { dither: none } }]'),
    ).toEqual([
      {
        name: '8bit-game',
        preset: '8bit_game',
        style: 'nes',
        quality: 'production',
        width: 320,
        height: 180,
        container: 'webm',
        codec: 'vp9',
        retro: { width: 320, height: 180, dither: 'none' },
      },
    ])
  })

  it("can be of one's own, over the house's, also under its name", () => {
    const yaml =
      'output_presets: { tiny: { extends: streaming_4k, size: [64, 36] }, streaming_1080p: { extends: streaming_1080p, quality: final } }'
    expect(outputs(`${yaml}\noutputs: { small: tiny, big: { preset: streaming_1080p } }`)).toMatchObject([
      { name: 'small', preset: 'tiny', width: 64, height: 36, codec: 'h264' },
      { name: 'big', quality: 'final', width: 1920 },
    ])
  })

  it('gives the film the rate that all outputs name, and keeps one that is other', () => {
    expect(load('script: kitchen.fountain\noutputs: [{ preset: youtube_1080p, fps: 25 }]').production.fps).toBe('25')
    const { production } = load('script: kitchen.fountain\nfps: 24\noutputs: [{ preset: youtube_1080p, fps: 60 }, social_square]')
    expect(production.fps).toBe('24')
    expect(production.outputs.map((o) => o.fps)).toEqual(['60', undefined])
  })

  it('says what it does not know, with what is near', () => {
    expect(load('script: kitchen.fountain\noutputs: [youtube_1080]').diagnostics).toMatchObject([
      { rule: 'production.unknown-preset', remedy: 'did you mean youtube_1080p?', line: 2 },
    ])
    const wrong =
      'outputs: [{ codec: h246, style: ness, quality: best, size: big, fps: 900, retro: { palette: ["#fff"], resolution: large } }]'
    expect(rules(load(`script: kitchen.fountain\n${wrong}`)).sort()).toEqual([
      'production.codec',
      'production.fps',
      'production.output-size',
      'production.palette',
      'production.quality',
      'production.retro-resolution',
      'production.style',
    ])
  })

  it('reads the table of colours that a style names, and says when it is none', () => {
    const yaml = 'script: kitchen.fountain\noutputs: [{ name: warm, style: { base: hollywood, film: { lut: looks/warm.cube } } }]'
    const table = `LUT_3D_SIZE 2\n${'1 0.5 0\n'.repeat(8)}`
    const [warm] = load(yaml, undefined, [file('looks/warm.cube', table)]).production.outputs
    expect(styleOfOutput(warm!).film.lut).toMatchObject({ size: 2, values: Array.from({ length: 8 }, () => [1, 0.5, 0]).flat() })
    expect(load(yaml).diagnostics).toMatchObject([{ rule: 'production.style-table', line: 2, value: 'looks/warm.cube' }])
    expect(rules(load(yaml, undefined, [file('looks/warm.cube', 'LUT_3D_SIZE 2\n')]))).toContain('cube.syntax')
  })

  it('[RET-10] reads sheets of sprites, with what they leave out, and says what they cannot be', () => {
    const { production, diagnostics } = load(
      'script: kitchen.fountain\nstyle: nes\nsprites: [ANNA, { character: BEN, action: idle, directions: 8, height: 24, style: gameboy }]',
    )
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
    expect(production.sprites).toMatchObject([
      { name: 'anna', character: 'ANNA', action: 'walk', directions: 4, frames: 8, height: 48, style: 'nes' },
      { name: 'ben-idle', character: 'BEN', action: 'idle', directions: 8, frames: 4, height: 24, style: 'gameboy' },
    ])
    const wrong = 'script: kitchen.fountain\nsprites: [{ style: nes }, { character: BEN, action: fly }, { character: BEN, height: 4 }]'
    expect(rules(load(wrong))).toEqual(['production.sprites', 'production.sprites', 'production.sprites'])
    expect(load('script: kitchen.fountain').production.sprites).toBeUndefined()
  })
})
