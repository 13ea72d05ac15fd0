import { APPLE_II_HIRES, C64_COLODORE, CGA_16, MSX_TMS9918, PICO_8, TELETEXT_8, ZX_SPECTRUM } from '../palettes/index'
import { Style } from '../style/index'
import { figuresOutlined, GAME_FILM, GAME_SCENE, PLAIN_SCENE } from './hardware'

/** The monitor that stood on the desk. */
const MONITOR = { kind: 'crt', mask: 'shadow', maskStrength: 0.25, signal: 'rgb', corner: 0.02, brightness: 1.1 }
/** The family's television, by the aerial or the video socket: fine patterns of black and white turn to colour on it. */
const TELEVISION = { ...MONITOR, mask: 'slot', signal: 'composite' }
/** A good set: Commodore's own monitor takes brightness and colour apart, and a comb filter does it for the others. */
const GOOD_SET = { ...TELEVISION, signal: 's-video' }

const COMPUTER_SCENE = { ...PLAIN_SCENE, texture: 0.45 }

/**
 * CGA's second palette, the one it is known by: black, cyan, magenta and white (IBM Personal Computer Technical Reference,
 * 1983). Its artists painted what is warm magenta and what is cool cyan.
 */
const CGA_SCREEN: number[] = [0, 11, 13, 15]

/** Warm to magenta and cool to cyan; greys stay grey. A table of the corners of the cube, red fastest: between them it is even. */
const WARM_AND_COOL = {
  size: 2,
  low: [0, 0, 0],
  high: [1, 1, 1],
  values: Array.from({ length: 8 }, (_, i) => [i & 1, (i >> 1) & 1, i >> 2] as const).flatMap(([r, g, b]) =>
    [1.3 * r - 0.3 * g, 1.6 * g - 0.6 * r, 0.45 * r + 0.45 * g + 0.1 * b].map((v) => Math.min(Math.max(v, 0), 1)),
  ),
}

/**
 * Pale skin and cream are pinker: their nearest colours are yellow and grey, and artists of these palettes drew skin light red.
 * A table of three steps a channel, red fastest: only what is light and warm changes.
 */
const PALE_IS_PINK = {
  size: 3,
  low: [0, 0, 0],
  high: [1, 1, 1],
  values: Array.from({ length: 27 }, (_, i) => [(i % 3) / 2, (Math.floor(i / 3) % 3) / 2, Math.floor(i / 9) / 2] as const).flatMap(
    ([r, g, b]) => (r === 1 && b === 0.5 && g >= 0.5 ? [1, g - 0.09, b + 0.08] : [r, g, b]),
  ),
}

/**
 * Which of the eight colours of a pure palette (of bits: blue 1, red 2, green 4) share a cell: any with black and white, and
 * neighbours round the circle of hues. What is grey is then black and white, as it was drawn, never red among cyan.
 */
const PURE_FRIENDS: number[][] = [...[1, 2, 3, 4, 5, 6].map((hue) => [0, hue, 7]), [1, 3], [3, 2], [2, 6], [6, 4], [4, 5], [5, 1]]

/** Places of teletext's colours by the same bits: its list has red in the highest. */
const TELETEXT_PLACES = [0, 1, 4, 5, 2, 3, 6, 7]

/** Which of the MSX's colours share a cell: shades of one hue with black, grey and white, and hues that are near. */
const MSX_FRIENDS: number[][] = [
  ...[
    [0, 1, 2, 11, 13, 14],
    [0, 3, 4, 6, 13, 14],
    [0, 5, 7, 8, 14],
    [0, 9, 10, 14],
    [0, 12, 14],
  ],
  ...[
    [5, 7, 8, 9, 10],
    [8, 13],
    [9, 11],
    [1, 9],
    [2, 10],
    [3, 12],
    [8, 12],
  ],
]

/** Home computers, in the order of lists. Parsed here, so that a wrong entry fails at load. */
export const COMPUTER_STYLES: readonly Style[] = [
  {
    id: 'vga',
    name: 'VGA',
    aliases: ['mode 13h', 'dos', 'pc', 'vga 256'],
    about: '256 out of 262,144 colours at 320×200: the adventure games of 1992.',
    scene: GAME_SCENE,
    film: GAME_FILM,
    resolution: { width: 320, height: 200 },
    pixelAspect: { num: 5, den: 6 },
    grade: { exposure: 1.1, contrast: 1.05, saturation: 1.15, edges: 0.5 },
    mixes: { levels: [64, 64, 64], count: 256 },
    dither: { kind: 'bayer', size: 4, strength: 0.7, contrastPenalty: 0.15 },
    display: MONITOR,
  },
  {
    id: 'amiga',
    name: 'Amiga',
    aliases: ['amiga 500', 'ocs', 'deluxe paint'],
    about: '32 out of 4,096 colours, chosen for each shot.',
    scene: GAME_SCENE,
    film: GAME_FILM,
    resolution: { width: 320, height: 256 },
    pixelAspect: { num: 25, den: 24 },
    grade: { exposure: 1.15, contrast: 1.1, saturation: 1.2, edges: 0.6 },
    mixes: { levels: [16, 16, 16], count: 32 },
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.06 },
    display: MONITOR,
  },
  {
    id: 'amiga-ehb',
    name: 'Amiga Half-Brite',
    aliases: ['ehb', 'extra half brite'],
    about: '32 out of 4,096 colours and each of them again at half its light.',
    scene: GAME_SCENE,
    film: GAME_FILM,
    resolution: { width: 320, height: 256 },
    pixelAspect: { num: 25, den: 24 },
    grade: { exposure: 1.15, contrast: 1.1, saturation: 1.15, edges: 0.5 },
    mixes: { levels: [16, 16, 16], count: null },
    limits: { kind: 'half-bright', base: 32 },
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.08 },
    display: MONITOR,
  },
  {
    id: 'amiga-ham',
    name: 'Amiga HAM',
    aliases: ['ham', 'ham6', 'hold and modify'],
    about: 'All 4,096 colours at once, by changing one channel from pixel to pixel; edges bleed.',
    scene: GAME_SCENE,
    film: GAME_FILM,
    resolution: { width: 320, height: 256 },
    pixelAspect: { num: 25, den: 24 },
    grade: { exposure: 1.1, contrast: 1.05, saturation: 1.1 },
    mixes: { levels: [16, 16, 16], count: null },
    limits: { kind: 'ham', base: 16, bits: 4 },
    display: MONITOR,
  },
  {
    id: 'ega',
    name: 'EGA',
    aliases: ['enhanced graphics adapter', 'ega 16'],
    about: 'Sixteen fixed colours at 320×200: the adventure games of 1987.',
    fps: 12,
    scene: COMPUTER_SCENE,
    // As pure as it is, skin in the shade is the palette's strong red.
    film: { ...GAME_FILM, skin: { purity: 0.7 } },
    ink: figuresOutlined(200, 0.6),
    resolution: { width: 320, height: 200 },
    pixelAspect: { num: 5, den: 6 },
    grade: { exposure: 1.05, contrast: 0.95, saturation: 1.45, edges: 0.8, levels: 0.7, equalise: 0.4 },
    palette: CGA_16,
    dither: { kind: 'bayer', size: 2, contrastPenalty: 0.06 },
    display: MONITOR,
  },
  {
    id: 'cga',
    name: 'CGA',
    aliases: ['color graphics adapter', 'ibm pc'],
    about: 'Four colours: black, cyan, magenta and white.',
    fps: 12,
    scene: COMPUTER_SCENE,
    film: { ...GAME_FILM, lut: WARM_AND_COOL },
    ink: figuresOutlined(200),
    resolution: { width: 320, height: 200 },
    pixelAspect: { num: 5, den: 6 },
    grade: { exposure: 1.25, contrast: 0.95, saturation: 2.6, edges: 1.2, levels: 1, equalise: 0.5 },
    palette: CGA_16,
    limits: { kind: 'fixed', cell: { width: 320, height: 200 }, palettes: [CGA_SCREEN] },
    // Sixteen tones between two colours: with four, a night's trees are as black as its sky.
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.07 },
    display: MONITOR,
  },
  {
    id: 'c64',
    name: 'C64',
    aliases: ['commodore 64', 'commodore', 'c64 multicolour', 'c64 multicolor', 'breadbin'],
    about: 'Wide pixels, sixteen earthy colours, three a cell of 4×8 and one for all.',
    scene: COMPUTER_SCENE,
    film: { ...GAME_FILM, lut: PALE_IS_PINK },
    ink: figuresOutlined(200, 0.6),
    resolution: { width: 160, height: 200 },
    pixelAspect: { num: 15, den: 8 },
    // No brighter and no purer: light skin is then yellow, and it was drawn light red.
    grade: { exposure: 1.15, contrast: 0.9, saturation: 1.45, edges: 0.8, levels: 0.5, equalise: 0.3 },
    palette: C64_COLODORE,
    limits: { kind: 'attributes', cell: { width: 4, height: 8 }, colours: 4, shared: 1, groups: null },
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.03 },
    display: GOOD_SET,
  },
  {
    id: 'c64-hires',
    name: 'C64 Hi-Res',
    aliases: ['commodore 64 hires', 'koala hires', 'art studio'],
    about: 'The C64 at 320×200: two of its sixteen colours a cell of 8×8.',
    scene: COMPUTER_SCENE,
    film: { ...GAME_FILM, lut: PALE_IS_PINK },
    ink: figuresOutlined(200, 0.6),
    resolution: { width: 320, height: 200 },
    pixelAspect: { num: 15, den: 16 },
    grade: { exposure: 1.15, contrast: 0.95, saturation: 1.45, edges: 1, levels: 0.5, equalise: 0.3 },
    palette: C64_COLODORE,
    limits: { kind: 'attributes', cell: { width: 8, height: 8 }, colours: 2, shared: 0, groups: null },
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.03 },
    display: GOOD_SET,
  },
  {
    id: 'zx-spectrum',
    name: 'ZX Spectrum',
    aliases: ['spectrum', 'speccy', 'zx', 'sinclair'],
    about: 'Two colours of one brightness a cell of 8×8: attribute clash.',
    fps: 12,
    scene: COMPUTER_SCENE,
    film: GAME_FILM,
    ink: figuresOutlined(192),
    resolution: { width: 256, height: 192 },
    pixelAspect: { num: 20, den: 19 },
    grade: { exposure: 1.2, contrast: 0.95, saturation: 1.5, edges: 1.3, levels: 0.7, equalise: 0.4 },
    palette: ZX_SPECTRUM,
    limits: {
      kind: 'attributes',
      cell: { width: 8, height: 8 },
      colours: 2,
      shared: 0,
      // Of the bright ones black is the same, and stands once in the list.
      groups: [...PURE_FRIENDS, ...PURE_FRIENDS.map((friends) => friends.map((place) => (place === 0 ? 0 : place + 7)))],
    },
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.08 },
    display: GOOD_SET,
  },
  {
    id: 'msx',
    name: 'MSX',
    aliases: ['colecovision', 'tms9918', 'msx1'],
    about: 'Fifteen colours, two for every eight pixels of a line.',
    scene: COMPUTER_SCENE,
    film: GAME_FILM,
    ink: figuresOutlined(192, 0.7),
    resolution: { width: 256, height: 192 },
    pixelAspect: { num: 8, den: 7 },
    grade: { exposure: 1.2, contrast: 0.95, saturation: 1.5, edges: 1, levels: 0.7, equalise: 0.4 },
    palette: MSX_TMS9918,
    limits: { kind: 'attributes', cell: { width: 8, height: 1 }, colours: 2, shared: 0, groups: MSX_FRIENDS },
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.04 },
    display: GOOD_SET,
  },
  {
    id: 'apple2',
    name: 'Apple II',
    aliases: ['apple ii', 'apple 2', 'apple ii hires'],
    about: 'Black, white and either violet and green or blue and orange, for every two bytes of a line.',
    fps: 12,
    scene: COMPUTER_SCENE,
    film: GAME_FILM,
    ink: figuresOutlined(192, 0.7),
    // 280 dots of which two make a colour; two bytes hold seven of them, and both take the same pair of hues.
    resolution: { width: 140, height: 192 },
    pixelAspect: { num: 12, den: 7 },
    grade: { exposure: 1.4, contrast: 0.85, saturation: 1.9, edges: 1.1, levels: 0.7, equalise: 0.4 },
    palette: APPLE_II_HIRES,
    limits: {
      kind: 'fixed',
      cell: { width: 7, height: 1 },
      palettes: [
        [0, 1, 2, 5],
        [0, 3, 4, 5],
      ],
    },
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.04 },
    display: TELEVISION,
  },
  {
    id: 'pico8',
    name: 'PICO-8',
    aliases: ['pico', 'fantasy console'],
    about: 'Sixteen well chosen colours on 128×128 pixels.',
    scene: { ...COMPUTER_SCENE, bands: 3 },
    film: GAME_FILM,
    ink: { paint: 'cel', size: 6, outline: 0.5, outlineWidth: 5, outlineColour: '#000000' },
    resolution: { width: 128, height: 128 },
    downscale: 'edge',
    grade: { exposure: 1.3, contrast: 1.1, saturation: 1.4, edges: 0.8 },
    palette: PICO_8,
    dither: { kind: 'bayer', size: 2, contrastPenalty: 0.08 },
  },
  {
    id: 'teletext',
    name: 'Teletext',
    aliases: ['ceefax', 'viewdata', 'ascii', 'mosaic'],
    about: 'Mosaic blocks of two by three, eight pure colours, two of them a block.',
    fps: 8,
    scene: { texture: 0, bands: 2, occlusion: 0, bloom: 0, focus: 0 },
    // Of eight colours yellow is skin's: red, to which it is nearest, is its shade's, lips' and scarves'.
    film: { ...GAME_FILM, skin: { purity: 1.2, lightness: 0.2, turn: 50, from: 0.42 } },
    resolution: { width: 80, height: 72 },
    pixelAspect: { num: 6, den: 5 },
    downscale: 'edge',
    // Fields of flat colour: of eight colours the darkest and the purest would eat all others, and a block has no room for dots.
    grade: { exposure: 0.9, contrast: 0.9, saturation: 2.2, edges: 1.5, levels: 0.7, equalise: 0.1 },
    palette: TELETEXT_8,
    limits: {
      kind: 'attributes',
      cell: { width: 2, height: 3 },
      colours: 2,
      shared: 0,
      groups: PURE_FRIENDS.map((friends) => friends.map((bits) => TELETEXT_PLACES[bits])),
    },
    dither: { kind: 'bayer', size: 2, contrastPenalty: 0.22 },
    // Made in the set itself.
    display: { ...TELEVISION, signal: 'rgb' },
  },
].map((style) => Style.parse({ group: 'computer', ...style }))
