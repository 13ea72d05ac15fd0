import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PALETTE_FORMATS, type PaletteFormat, readPalette, writePalette } from '../../../../src/departments/retro'
import { InputError } from '../../../../src/film'

const text = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'))

/** What a file is refused with: rule, line, message, value. */
function refused(name: string, bytes: Uint8Array): string[] {
  try {
    readPalette({ name, bytes })
  } catch (error) {
    if (error instanceof InputError) {
      for (const d of error.diagnostics) expect([d.file, d.remedy.length > 0]).toEqual([name, true])
      return error.diagnostics.map((d) => `${d.rule} ${d.line}:${d.column} ${d.message}${d.value === undefined ? '' : ` [${d.value}]`}`)
    }
    throw error
  }
  return []
}

const u16 = (v: number): number[] => [v >> 8, v & 255]
const u32 = (v: number): number[] => [...u16(v >>> 16), ...u16(v & 0xffff)]
const f32 = (v: number): number[] => [...new Uint8Array(new Float32Array([v]).buffer)].reverse()
const letters = (s: string): number[] => [...s].map((c) => c.charCodeAt(0))

/** A swatch exchange written by hand. */
function ase(colours: readonly (readonly [model: string, ...values: number[]])[]): Uint8Array {
  const blocks = colours.map(([model, ...values]) => [
    ...u16(2),
    ...u16(65),
    ...u16(0),
    ...letters(model),
    ...values.flatMap(f32),
    ...u16(0),
  ])
  return Uint8Array.from([
    ...[...letters('ASEF'), ...u32(0x10000), ...u32(blocks.length)],
    ...blocks.flatMap((b) => [...u16(1), ...u32(b.length), ...b]),
  ])
}

describe('readPalette', () => {
  it('reads GIMP palettes with names, comments and odd spaces', () => {
    const bytes = text('GIMP Palette\r', 'Name: My  Sunset\r', 'Columns: 4\r', '# warm\r', '255   0 128 \tPink\r', '', '  1 2 3\r')
    expect(readPalette({ name: 'a.gpl', bytes })).toEqual({ name: 'My Sunset', colours: ['#ff0080', '#010203'], notes: [] })
  })

  it('names a palette by its file where the file has no name for it', () => {
    expect(readPalette({ name: 'maps/night sky.hex', bytes: text('\ufeff000000', '#FFeeDD', '; end') })).toEqual({
      name: 'night sky',
      colours: ['#000000', '#ffeedd'],
      notes: [],
    })
  })

  it('reads JASC, RIFF and raw palettes by what they say, not by their ending', () => {
    const jasc = text('JASC-PAL', '0100', '2', '1 2 3', '255 255 255', '')
    expect(readPalette({ name: 'a.gpl', bytes: jasc }).colours).toEqual(['#010203', '#ffffff'])
    const riff = [...letters('RIFF'), 28, 0, 0, 0, ...letters('PAL data'), 12, 0, 0, 0, 0, 3, 2, 0, 1, 2, 3, 0, 255, 254, 253, 0]
    expect(readPalette({ name: 'a.pal', bytes: Uint8Array.from(riff) }).colours).toEqual(['#010203', '#fffefd'])
    for (const size of [192, 768]) {
      const bytes = Uint8Array.from({ length: size }, (_, i) => (i % 3 ? 7 : i / 3))
      expect(readPalette({ name: 'nes.pal', bytes }).colours).toHaveLength(size / 3)
    }
  })

  it('takes the plain colours of a palette with emphases, and says so', () => {
    const { colours, notes } = readPalette({ name: 'nes.pal', bytes: Uint8Array.from({ length: 1536 }, (_, i) => Math.floor(i / 12)) })
    expect(colours).toHaveLength(16)
    expect(notes.map((n) => n.rule)).toEqual(['palette.emphasis', 'palette.duplicates'])
  })

  it('leaves out what stood there before, and says so', () => {
    const { colours, notes } = readPalette({ name: 'a.hex', bytes: text('ffffff', '000000', 'FFFFFF') })
    expect(colours).toEqual(['#ffffff', '#000000'])
    expect(notes[0]).toMatchObject({ severity: 'info', rule: 'palette.duplicates', file: 'a.hex' })
  })

  it('reads colour tables of both sizes', () => {
    const bytes = Uint8Array.from({ length: 772 }, (_, i) => (i < 768 ? i & 255 : [0, 2, 255, 255][i - 768]!))
    expect(readPalette({ name: 'a.act', bytes }).colours).toEqual(['#000102', '#030405'])
    expect(readPalette({ name: 'a.act', bytes: bytes.subarray(0, 768) }).colours).toHaveLength(256)
  })

  it('reads swatches in RGB, grey, CMYK and Lab', () => {
    const bytes = ase([
      ['RGB ', 1, 0.5, 0],
      ['Gray', 0.2],
      ['CMYK', 0, 1, 1, 0],
      ['LAB ', 1, 0, 0],
      ['LAB ', 0.53585, 0, 0],
      ['LAB ', 0.5429, 80.8, 69.9],
    ])
    // The last is the red of the third, as D50 has it: left out.
    const { colours } = readPalette({ name: 'a.ase', bytes })
    expect(colours).toEqual(['#ff8000', '#333333', '#ff0000', '#ffffff', '#808080'])
  })

  it('reads a view into a larger buffer', () => {
    const inner = ase([
      ['RGB ', 0, 0, 0],
      ['RGB ', 0, 0, 1],
    ])
    const outer = new Uint8Array(inner.length + 7)
    outer.set(inner, 5)
    expect(readPalette({ name: 'a.ase', bytes: outer.subarray(5, 5 + inner.length) }).colours).toEqual(['#000000', '#0000ff'])
  })

  it.each<readonly [string, string, Uint8Array, string[]]>([
    ['nothing', 'a.hex', text(), ['palette.empty 0:0 the file is empty']],
    ['a strange ending', 'a.bmp', text('BM'), ['palette.kind 0:0 no kind of palette file that is known here [a.bmp]']],
    [
      'all wrong lines at once',
      'a.gpl',
      text('GIMP Palette', '1 2', '1 256 3', 'x y z', '4 5 6'),
      [
        'palette.channels 2:1 expected 3 numbers, got 2 [1 2]',
        'palette.channel-range 3:3 expected a whole number from 0 to 255 [256]',
        'palette.channel-range 4:1 expected a whole number from 0 to 255 [x]',
      ],
    ],
    ['no header', 'a.gpl', text('255 0 0', '1 1 1'), ['palette.gpl-header 1:1 expected "GIMP Palette" [255 0 0]']],
    [
      'a count that lies',
      'a.pal',
      text('JASC-PAL', '0100', '3', '0 0 0', '1 1 1'),
      ['palette.jasc-count 3:1 3 colours are promised, 2 lines follow [3]'],
    ],
    ['short hex', 'a.hex', text('000000', ' ffff'), ['palette.hex-colour 2:2 expected six hexadecimal digits [ffff]']],
    ['one colour', 'a.hex', text('000000'), ['palette.count 0:0 expected 2 to 256 different colours, got 1 [1]']],
    [
      'too many',
      'a.hex',
      text(...Array.from({ length: 257 }, (_, i) => i.toString(16).padStart(6, '0'))),
      ['palette.count 0:0 expected 2 to 256 different colours, got 257 [257]'],
    ],
    ['a table of another size', 'a.act', new Uint8Array(100), ['palette.act-size 0:0 expected 768 or 772 bytes, got 100']],
    ['a sprite', 'a.ase', Uint8Array.from([9, 0, 0, 0, 0xe0, 0xa5]), ['palette.aseprite 0:0 at byte 4: this is a sprite of Aseprite']],
    [
      'a strange model',
      'a.ase',
      ase([['HSB ', 1, 1, 1]]),
      ['palette.ase-model 0:0 at byte 24: expected a colour in RGB, Gray, CMYK or LAB [HSB ]'],
    ],
    ['red of 2', 'a.ase', ase([['RGB ', 0, 2, 0]]), ['palette.ase-range 0:0 at byte 32: a number of RGB is out of range [2]']],
    [
      'half a file',
      'a.ase',
      ase([
        ['Gray', 1],
        ['Gray', 0],
      ]).subarray(0, 40),
      ['palette.cut-off 0:0 at byte 34: block 2 of 2 is cut off [40 bytes]'],
    ],
  ])('refuses %s', (_, name, bytes, findings) => {
    expect(refused(name, bytes)).toEqual(findings)
  })

  it('tells the first twenty of many, and how many more', () => {
    const findings = refused('a.hex', text(...Array.from({ length: 50 }, () => 'red')))
    expect(findings).toHaveLength(21)
    expect(findings[20]).toBe('palette.more 0:0 and 30 more of this kind')
  })

  it('throws nothing but InputError, whatever it is given', () => {
    const starts = ['', 'GIMP Palette\n', 'JASC-PAL\n0100\n2\n', 'RIFF\x10\0\0\0PAL data', 'ASEF\0\x01\0\0\0\0\0\x02\0\x01\0\0\0\x10']
    const name = fc.oneof(fc.constantFrom('a.gpl', 'a.pal', 'a.hex', 'a.ase', 'a.act', 'a', ''), fc.string())
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 120 }),
      fc.string({ unit: 'binary' }).map((s) => text(s)),
    )
    fc.assert(
      fc.property(name, fc.constantFrom(...starts), bytes, (name, start, rest) => {
        try {
          const { colours } = readPalette({ name, bytes: Uint8Array.from([...letters(start), ...rest]) })
          expect(colours.length).toBeGreaterThan(1)
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('throws nothing but InputError on files with a byte changed or an end cut off', () => {
    const palette = { name: 'p', colours: ['#102030', '#ffffff', '#000000', '#abcdef'] }
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.nat(), fc.nat(255), fc.nat(), (format, at, value, keep) => {
        const bytes = writePalette(format, palette)
        bytes[at % bytes.length] = value
        try {
          readPalette({
            name: `p.${PALETTE_FORMATS[format]}`,
            bytes: bytes.subarray(0, keep % 3 === 0 ? keep % bytes.length : bytes.length),
          })
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
      }),
      { numRuns: 300 },
    )
  })
})

const formats = Object.keys(PALETTE_FORMATS) as PaletteFormat[]

describe('writePalette', () => {
  const hex = fc.nat(0xffffff).map((c) => `#${c.toString(16).padStart(6, '0')}`)

  it.each(formats)('%s is read back the same', (format) => {
    fc.assert(
      fc.property(fc.uniqueArray(hex, { minLength: 2, maxLength: 256 }), fc.constantFrom('Rust & Sky', 'π'), (colours, name) => {
        const back = readPalette({ name: `other.${PALETTE_FORMATS[format]}`, bytes: writePalette(format, { name, colours }) })
        expect(back).toEqual({ name: format === 'gpl' || format === 'ase' ? name : 'other', colours, notes: [] })
      }),
      { numRuns: 30 },
    )
  })

  it('refuses what is no colour', () => {
    expect(() => writePalette('hex', { name: 'a', colours: ['red'] })).toThrow('colours.0')
    expect(() => writePalette('gpl', { name: 'a', colours: [] })).toThrow(RangeError)
  })
})
