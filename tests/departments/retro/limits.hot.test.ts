import { describe, expect, test } from 'vitest'
import { type PaletteSet, type Probe, paletteSetFor, STYLES, type Style, styleByName } from '../../../src/departments/retro'
import { random } from '../../../src/film'
import { checkLimits } from '../../reference/check-limits'
import { linearOfSrgb } from '../../reference/colour'
import { ham } from '../../reference/ham'
import { emptyPicture, type Picture } from '../../reference/picture'

const hard = STYLES.filter((style) => style.palette !== null || style.mixes !== null)
const limited = hard.filter((style) => style.limits !== null)

/** Smooth ramps with blobs, in random hues, as a film picture has them. */
function probe(key: string, width: number, height: number): Probe {
  const { int } = random(key)
  const light = new Uint16Array(width * height * 3)
  const ends = Array.from({ length: 12 }, () => int(0, 255))
  const blobs = Array.from({ length: 6 }, () => ({
    x: int(0, width),
    y: int(0, height),
    r: int(2, 2 + width / 4),
    rgb: [int(0, 255), int(0, 255), int(0, 255)],
  }))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const blob = blobs.find((b) => (b.x - x) ** 2 + (b.y - y) ** 2 < b.r ** 2)
      for (let c = 0; c < 3; c++) {
        const [u, v] = [x / width, y / height]
        const ramp = (ends[c]! * (1 - u) + ends[3 + c]! * u) * (1 - v) + ends[6 + c]! * v
        light[3 * (y * width + x) + c] = linearOfSrgb(Math.min(255, Math.floor(blob ? (blob.rgb[c]! * (255 - (x % 16) * 8)) / 255 : ramp)))
      }
    }
  return { width, height, light }
}

/** A style on a screen small enough to test. */
const small = (style: Style): Style => ({ ...style, resolution: { width: 64, height: 48 } })

/** Random pixels that obey a palette set: a random palette a cell, random colours of it. */
function obeying(set: PaletteSet, { width, height }: { width: number; height: number }, key: string): Picture {
  const { int } = random(key)
  const picture = emptyPicture(width, height)
  const { cells } = set
  const across = cells ? Math.ceil(width / cells.size.width) : 0
  const chosen = cells
    ? Array.from({ length: across * Math.ceil(height / cells.size.height) }, () => int(0, cells.palettes.length - 1))
    : []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const own = cells
        ? cells.palettes[chosen[Math.floor(y / cells.size.height) * across + Math.floor(x / cells.size.width)]!]!
        : set.colours.map((_, i) => i)
      const hex = set.colours[own[int(0, own.length - 1)]!]!
      picture.rgba.set(
        [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)),
        4 * (y * width + x),
      )
      picture.rgba[4 * (y * width + x) + 3] = 255
    }
  return picture
}

describe('palettes for a shot', () => {
  test.each(hard.map((style) => [style.id, style] as const))('%s: whatever cells choose, the machine could show it', (id, style) => {
    for (const probes of [[], [probe(`${id} a`, 64, 48)], [probe(`${id} b`, 64, 48), probe(`${id} c`, 64, 48)]]) {
      const set = paletteSetFor(style, probes)
      if (set === null) {
        expect(style.mixes?.count ?? null).toBeNull()
        continue
      }
      expect(set.colours.length).toBeGreaterThan(0)
      expect(set.colours.length).toBeLessThanOrEqual(256)
      expect(new Set(set.colours).size).toBe(set.colours.length)
      for (const places of set.cells?.palettes ?? []) {
        expect(new Set(places).size).toBe(places.length)
        expect(places.length).toBeLessThanOrEqual(16)
        expect(places.every((p) => p >= 0 && p < set.colours.length)).toBe(true)
      }
      expect(set.cells?.palettes.length ?? 1).toBeLessThanOrEqual(512)
      const tiny = small(style)
      const pictures = set.ham ? probes.map((p) => ham(p, set.colours, set.ham!.bits, 'oklab')) : [obeying(set, tiny.resolution!, id)]
      for (const picture of pictures) expect(checkLimits(picture, tiny)).toEqual([])
    }
  })

  test.each(limited.map((style) => [style.id, style] as const))('%s: the same pictures give the same palettes', (id, style) => {
    const probes = [probe(id, 48, 32)]
    expect(paletteSetFor(style, probes)).toEqual(paletteSetFor(style, [{ ...probes[0]!, light: probes[0]!.light.slice() }]))
  })

  test.each(['nes', 'gbc', 'snes', 'amiga', 'c64'])('%s: a picture of one colour is that colour, as near as the machine has it', (id) => {
    const light = new Uint16Array(64 * 48 * 3).map((_, i) => [linearOfSrgb(0), linearOfSrgb(119), linearOfSrgb(34)][i % 3]!)
    const style = styleByName(id)
    const set = paletteSetFor(style, [{ width: 64, height: 48, light }])!
    const nearest = Math.min(
      ...set.colours.map((hex) => Math.abs(Number.parseInt(hex.slice(1, 3), 16)) + Math.abs(Number.parseInt(hex.slice(3, 5), 16) - 119)),
    )
    expect(nearest).toBeLessThan(id === 'c64' ? 200 : 60)
  })

  test('two hues in two halves get palettes of their own', () => {
    const [width, height] = [64, 48]
    const light = new Uint16Array(width * height * 3)
    for (let i = 0; i < width * height; i++) {
      const step = (i % 16) * 16
      const rgb = i % width < 32 ? [step, 0, 0] : [0, 0, step]
      light.set(rgb.map(linearOfSrgb), 3 * i)
    }
    const set = paletteSetFor(styleByName('gbc'), [{ width, height, light }])!
    const purest = (c: number): number =>
      Math.max(
        ...set.cells!.palettes.map(
          (places) => places.filter((p) => Number.parseInt(set.colours[p]!.slice(1 + 2 * c, 3 + 2 * c), 16) > 40).length,
        ),
      )
    expect(purest(0)).toBeGreaterThanOrEqual(3)
    expect(purest(2)).toBeGreaterThanOrEqual(3)
  })

  test('CGA settles for one screen of four', () => {
    const set = paletteSetFor(styleByName('cga'), [probe('cga', 64, 48)])!
    expect(set.cells).toBeUndefined()
    expect(set.colours).toHaveLength(4)
  })

  test('colours that share a Spectrum cell are of one brightness', () => {
    const style = styleByName('zx-spectrum')
    const groups = style.limits?.kind === 'attributes' ? style.limits.groups! : []
    const brightness = groups.map((places) => new Set(places.flatMap((place) => style.palette![place]!.match(/d7|ff/)?.[0] ?? [])))
    expect(brightness.map(({ size }) => size)).toEqual(groups.map(() => 1))
    expect(new Set(brightness.flatMap((levels) => [...levels]))).toEqual(new Set(['d7', 'ff']))
  })

  test('a style of all colours, or of all levels, has no palette', () => {
    expect(paletteSetFor(styleByName('hollywood'), [])).toBeNull()
    expect(paletteSetFor(styleByName('psx'), [])).toBeNull()
  })
})

/** A picture of these colours, a letter a pixel. */
function drawn(rows: readonly string[], colours: Readonly<Record<string, string>>): Picture {
  const picture = emptyPicture(rows[0]!.length, rows.length)
  rows
    .join('')
    .split('')
    .forEach((letter, i) => {
      const hex = colours[letter]!
      picture.rgba.set([...[1, 3, 5].map((k) => Number.parseInt(hex.slice(k, k + 2), 16)), 255], 4 * i)
    })
  return picture
}

const on = (id: string, picture: Picture, changes: Partial<Style> = {}): string[] =>
  checkLimits(picture, { ...styleByName(id), resolution: { width: picture.width, height: picture.height }, ...changes })

const tall = (row: string, rows: number): string[] => Array.from({ length: rows }, () => row)

describe('the checker', () => {
  test('a colour of no machine', () => {
    expect(on('nes', drawn(['a'], { a: '#123456' }))).toEqual(['1 colours that the machine has not, as #123456'])
    expect(on('megadrive', drawn(['a'], { a: '#343400' }))).toEqual([])
    expect(on('megadrive', drawn(['a'], { a: '#333300' }))).toHaveLength(1)
  })

  test('another size, and glass', () => {
    const picture = drawn(['a'], { a: '#000000' })
    expect(checkLimits(picture, styleByName('nes'))).toEqual(['1×1 pixels against 256×240'])
    picture.rgba[3] = 254
    expect(on('nes', picture)).toEqual(['a pixel that is not opaque at (0, 0)'])
  })

  const C64 = { k: '#000000', w: '#ffffff', r: '#813338', c: '#75cec8', p: '#8e3c97', g: '#56ac4d', b: '#2e2c9b' }
  test('C64: three a cell and one for all', () => {
    expect(on('c64', drawn(['kwrckpgb'], C64))).toEqual([])
    expect(on('c64', drawn(['kwrcpgbw'], C64))).toEqual([])
    expect(on('c64', drawn(['kwrcpgbp', 'kwrckkkk'], C64))).toEqual([])
    // Two cells of four that have nothing in common.
    expect(on('c64', drawn(['kwrcpgbo'], { ...C64, o: '#8e5029' }))[0]).toContain('no background for all cells')
    expect(on('c64-hires', drawn(['kwrkkkkk'], C64))[0]).toContain('3 colours against 2')
    expect(on('c64-hires', drawn(['kwkwkwkwrcrcrcrc'], C64))).toEqual([])
  })

  const ZX = { k: '#000000', r: '#d70000', R: '#ff0000', b: '#0000d7', Y: '#ffff00', C: '#00ffff' }
  test('Spectrum: two of one brightness', () => {
    expect(on('zx-spectrum', drawn(['krkrkrkrRYRYRYRY'], ZX))).toEqual([])
    expect(on('zx-spectrum', drawn(['kRkRkRkR'], ZX))).toEqual([])
    expect(on('zx-spectrum', drawn(['rRrRrRrR'], ZX))[0]).toContain('no one group')
    // The machine could, and nobody did: grey as red among cyan.
    expect(on('zx-spectrum', drawn(['RCRCRCRC'], ZX))[0]).toContain('no one group')
    expect(on('zx-spectrum', drawn(['krbkkkkk'], ZX))[0]).toContain('3 colours against 2')
  })

  test('MSX: two for eight pixels of a line', () => {
    const colours = { k: '#000000', w: '#ffffff', r: '#d4524d' }
    expect(on('msx', drawn(['kwkwkwkw', 'krkrkrkr'], colours))).toEqual([])
    expect(on('msx', drawn(['kwkwkwkr', 'krkrkrkr'], colours))).toHaveLength(1)
  })

  test('Apple II: one pair of hues for seven', () => {
    const colours = { k: '#000000', v: '#ff44fd', g: '#14f53c', b: '#14cffd', o: '#ff6a3c', w: '#ffffff' }
    expect(on('apple2', drawn(['kvgwkvgbobokkw'], colours))).toEqual([])
    expect(on('apple2', drawn(['kvbwkvg'], colours))[0]).toContain('together in no palette')
  })

  const NES = {
    k: '#000000',
    a: '#545454',
    b: '#001e74',
    c: '#081090',
    d: '#300088',
    e: '#440064',
    f: '#5c0030',
    g: '#540400',
    h: '#3c1800',
  }
  test('NES: four palettes of three beside one for all', () => {
    const cells = (...four: string[]): string[] => tall(four.map((letters) => letters.repeat(16).slice(0, 16)).join(''), 16)
    expect(on('nes', drawn(cells('kabc', 'kdef', 'kgha'), NES))).toEqual([])
    expect(on('nes', drawn(cells('kabcd'), NES))[0]).toContain('5 colours against 4')
    expect(on('nes', drawn(cells('kabc', 'defg'), NES))[0]).toContain('no 4 palettes of 4')
    expect(on('nes', drawn(cells('kab', 'kac', 'kbc', 'kad', 'kde'), NES))).toEqual([])
    // Five palettes of three without a colour between any two.
    const more = { ...NES, i: '#202a00', j: '#083a00', l: '#004000', m: '#003c00', n: '#00323c', o: '#989698', p: '#084cc4' }
    expect(on('nes', drawn(cells('kabc', 'kdef', 'kghi', 'kjlm'), more))).toEqual([])
    expect(on('nes', drawn(cells('kabc', 'kdef', 'kghi', 'kjlm', 'knop'), more))[0]).toContain('16 colours against 13')
    expect(on('nes', drawn(cells('kabc', 'kabd', 'kabe', 'kabf', 'kabg'), more))[0]).toContain('no 4 palettes of 4')
  })

  test('NES: palettes that are handed over must be so many, so small, and hold every cell', () => {
    const picture = drawn(tall('kabckabckabckabc', 16), NES)
    const style = { ...styleByName('nes'), resolution: { width: 16, height: 16 } }
    const codes = (letters: string) => [...letters].map((letter) => Number.parseInt(NES[letter as keyof typeof NES].slice(1), 16))
    const claims = (...palettes: string[]) => checkLimits(picture, style, palettes.map(codes))
    expect(claims('kabc')).toEqual([])
    expect(claims('kabc', 'kde', 'd')).toEqual([])
    expect(claims('kabc', 'adef')).toEqual([])
    expect(claims('kab', 'kc')[0]).toContain('together in none')
    expect(claims('kabcd')[0]).toContain('a palette of 5')
    expect(claims('kabc', 'defg')[0]).toContain('a palette of 4 with 0 in common')
    expect(claims('kabc', 'k', 'k', 'k', 'k')[0]).toContain('5 palettes against 4')
  })

  test('half-bright: colours and their halves', () => {
    const greys = '0123456789abcdef'.split('')
    const colours = Object.fromEntries(greys.map((g) => [g, `#${g.repeat(6)}`]))
    const base = (n: number): Partial<Style> => ({ limits: { kind: 'half-bright', base: n } })
    expect(on('amiga-ehb', drawn([greys.join('')], colours), base(16))).toEqual([])
    // f covers 7, e 7 too, d and c 6, b and a 5, 9 and 8 4; 3, 2, 1 and 0: 3 must be one, it covers 1.
    expect(on('amiga-ehb', drawn([greys.join('')], colours), base(8))[0]).toContain('base colours against 8')
    expect(on('amiga-ehb', drawn(['7f'], colours), base(1))).toEqual([])
    expect(on('amiga-ehb', drawn(['6f'], colours), base(1))).toHaveLength(1)
  })

  test('hold and modify: a base colour wherever two channels change', () => {
    const colours = { k: '#000000', r: '#ff0000', y: '#ffff00', w: '#ffffff', x: '#112233', z: '#123456' }
    const base = (n: number): Partial<Style> => ({ limits: { kind: 'ham', base: n, bits: 4 } })
    expect(on('amiga-ham', drawn(['kryw', 'kkrr'], colours), base(1))).toEqual([])
    expect(on('amiga-ham', drawn(['krx'], colours), base(1))).toEqual(['2 base colours against 1'])
    expect(on('amiga-ham', drawn(['kz'], colours), base(16))).toHaveLength(2)
  })

  test('so many at once', () => {
    expect(
      on('amiga', drawn(['abc'], { a: '#000000', b: '#111111', c: '#222222' }), { mixes: { levels: [16, 16, 16], count: 2 } }),
    ).toEqual(['3 colours against 2'])
  })
})

test('figures in lines have the colour of the line in every cell, in however bright a shot', () => {
  const nes = small(styleByName('nes'))
  const dark = probe('bright', 64, 48)
  const bright: Probe = { ...dark, light: dark.light.map((v) => 30000 + (v >> 1)) }
  const palettesOf = (style: Style) => {
    const { colours, cells } = paletteSetFor(style, [bright])!
    return cells!.palettes.map((places) => places.map((p) => colours[p]!))
  }
  for (const outlineColour of ['#000000', '#203040']) {
    const all = palettesOf({ ...nes, ink: { ...nes.ink, outlineColour } })
    const [first] = all[0]!
    expect(all.every((palette) => palette.includes(first!))).toBe(true)
    expect(Number.parseInt(first!.slice(1, 3), 16)).toBeLessThan(0x50)
  }
  expect(palettesOf({ ...nes, ink: { ...nes.ink, outline: 0 } }).flat()).not.toContain('#000000')
})
