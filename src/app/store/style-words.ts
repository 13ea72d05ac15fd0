/** How a section of a style is called, and which of its keys stand in it. */
export const SECTIONS = [
  { key: 'film', title: 'Film', of: ['film'] },
  { key: 'scene', title: 'Scene', of: ['scene', 'fps'] },
  { key: 'ink', title: 'Brush and ink', of: ['ink'] },
  { key: 'pixels', title: 'Pixels', of: ['resolution', 'pixelAspect', 'downscale', 'posterise'] },
  { key: 'grade', title: 'Tone for few colours', of: ['grade'] },
  { key: 'colours', title: 'Colours', of: ['palette', 'mixes', 'distance', 'limits'] },
  { key: 'dither', title: 'Dither', of: ['dither'] },
  { key: 'display', title: 'Display', of: ['display'] },
] as const satisfies readonly { readonly key: string; readonly title: string; readonly of: readonly string[] }[]
export type SectionKey = (typeof SECTIONS)[number]['key']

/** A value in plain words. */
export interface Words {
  readonly label: string
  readonly unit: string
  readonly help: string | undefined
  /** Where the schema says no end. */
  readonly range: readonly [number, number] | undefined
  /** For what may be left out: what it begins with. */
  readonly start: unknown
}

const HEIGHT = '‰ of height'

/** Label, unit, help; then what only some have. Paths as in the schema. */
const WORDS: Readonly<Record<string, readonly [string, string?, string?, Partial<Words>?]>> = {
  fps: [
    'Pictures a second',
    '/s',
    'Each pose is held as long, as machines and hands did that drew fewer pictures',
    { range: [1, 60], start: 12 },
  ],
  'scene.texture': ['Surface detail', '', 'Below 1 surfaces become plain colours'],
  'scene.faceted': ['Flat faces', '', 'Whole polygons are lit alike'],
  'scene.snap': ['Corners jump', 'lines', 'Corners of faces snap to the pixels of a screen of so many lines', { start: 240 }],
  'scene.bands': ['Steps of light', '', 'Light falls off in so many steps; 0 is smooth'],
  'scene.tint': ['Colour of light', '', 'Below 1 things keep their own colours by whatever light'],
  'scene.occlusion': ['Contact shadow'],
  'scene.bloom': ['Glow of lamps'],
  'scene.focus': ['Depth of field'],
  'film.view': ['Tone curve', '', 'How scene light becomes a picture'],
  'film.exposure': ['Exposure', 'stops'],
  'film.contrast': ['Contrast'],
  'film.saturation': ['Saturation'],
  'film.grade': ['Grade'],
  'film.gradeMix': ['Amount of grade'],
  'film.cdl.slope': ['Slope', '', 'ASC CDL: multiplies; brightens or tints the lights'],
  'film.cdl.offset': ['Offset', '', 'ASC CDL: adds; lifts or tints everything'],
  'film.cdl.power': ['Power', '', 'ASC CDL: bends the middle tones'],
  'film.cdl.saturation': ['CDL saturation'],
  'film.lut': ['Table (.cube)', '', 'A 3D table of colours from a file, applied after the grade'],
  'film.skin.purity': ['Purity of skin', '', 'Below 1 paler, so that few colours tell a face from a scarf'],
  'film.skin.lightness': ['Lightness of skin', '', 'Added'],
  'film.skin.turn': ['Hue of skin', 'degrees', 'Above 0 towards yellow'],
  'film.skin.from': ['Darkest skin', '', 'What is darker is hair, shadow or wood'],
  'film.grain': ['Grain'],
  'film.halation': ['Halation', '', 'Red glow round lights, from the back of the film'],
  'film.weave': ['Gate weave', HEIGHT],
  'film.flare': ['Lens flare'],
  'film.aberration': ['Colour fringes', HEIGHT],
  'film.vignette': ['Dark corners'],
  'film.distortion': ['Distortion', '', 'Barrel above 0, pincushion below'],
  'film.wear': ['Dust and scratches'],
  'ink.paint': ['Paint'],
  'ink.size': ['Brush size', HEIGHT],
  'ink.outline': ['Outline'],
  'ink.outlined': ['Outlined'],
  'ink.outlineWidth': ['Outline width', HEIGHT],
  'ink.outlineColour': ['Outline colour'],
  resolution: ['Pixels of its own', '', 'Without them the picture keeps all of its own', { start: { width: 320, height: 180 } }],
  'resolution.width': ['Across', 'px'],
  'resolution.height': ['Down', 'px'],
  'pixelAspect.num': ['Pixel width', '', 'Shape of a pixel: 8 to 7 is wider than tall'],
  'pixelAspect.den': ['to height'],
  downscale: ['Made by', '', 'How film pixels become the machine’s'],
  posterise: ['Posterise', 'steps', 'Each channel is cut into so many steps', { start: 6 }],
  'grade.exposure': ['Brightness', '×'],
  'grade.contrast': ['Contrast'],
  'grade.saturation': ['Saturation'],
  'grade.edges': ['Edges', '', '1 doubles a pixel’s difference from its neighbours'],
  'grade.levels': ['Auto levels', '', 'Each shot’s darkest and lightest tones go to black and white'],
  'grade.equalise': ['Even tones', '', 'Each shot’s tones are spread between black and white, so that few of them tell it'],
  palette: ['Palette', '', undefined, { start: ['#000000', '#555555', '#aaaaaa', '#ffffff'] }],
  mixes: ['Mixed by the machine', '', 'Instead of a palette: levels of red, green and blue', { start: { levels: [8, 8, 8], count: 64 } }],
  'mixes.levels': ['Levels'],
  'mixes.codes': ['Uneven steps', '', 'The eight-bit codes of the levels'],
  'mixes.count': ['At once', 'colours', 'Which ones is settled for each shot', { start: 64 }],
  distance: ['Nearest by', '', 'What “nearest colour” means'],
  limits: ['Limits', '', 'What the machine’s screen memory allows'],
  'limits.cell.width': ['Cell width', 'px'],
  'limits.cell.height': ['Cell height', 'px'],
  'limits.palettes': ['Palettes'],
  'limits.colours': ['Colours a cell'],
  'limits.shared': ['Shared by all'],
  'limits.groups': ['Groups', '', 'Places in the palette that go together, a row each', { start: [[0, 1]] }],
  'limits.base': ['Base colours'],
  'limits.bits': ['Bits a channel'],
  'dither.kind': ['Dither'],
  'dither.size': ['Matrix'],
  'dither.pattern': [
    'Pattern',
    '',
    'Rows of ranks; lower ones light up first',
    {
      start: [
        [0, 2],
        [3, 1],
      ],
    },
  ],
  'dither.strength': ['Strength'],
  'dither.contrastPenalty': ['Calm', '', 'More keeps to pairs of colours that differ less'],
  'dither.linear': ['In linear light'],
  'dither.serpentine': ['Every other row backwards', '', 'Done on the processor, for stills'],
  'dither.local': ['Steady in motion', '', 'Error stays near, so that still parts stay still'],
  display: ['Shown on'],
  'display.beamDark': ['Beam at black', 'lines'],
  'display.beamBright': ['Beam at white', 'lines'],
  'display.spot': ['Softness along a line', 'px'],
  'display.mask': ['Mask'],
  'display.maskStrength': ['Mask strength'],
  'display.maskPitch': ['Mask pitch', 'px', '0 chooses by the display’s size'],
  'display.curvature': ['Curvature'],
  'display.corner': ['Round corners'],
  'display.bloom': ['Bloom'],
  'display.halation': ['Glow in the glass'],
  'display.convergence': ['Colour misfit', 'px'],
  'display.vignette': ['Dark corners'],
  'display.interlace': ['Interlaced'],
  'display.persistence': ['Afterglow'],
  'display.signal': ['Cable'],
  'display.crawl': ['Dots crawl'],
  'display.phosphor': ['Phosphor'],
  'display.brightness': ['Brightness', '×'],
  'display.grid': ['Gaps between pixels'],
  'display.stripes': ['Colour stripes'],
  'display.ghosting': ['Ghosting'],
  'display.reflective': ['Reflective'],
  'display.shadow': ['Shadow of pixels'],
  'display.tint': ['Tint'],
  // What limits of a kind begin with.
  'limits.palettes!': [
    '',
    '',
    undefined,
    { start: { kind: 'palettes', cell: { width: 16, height: 16 }, palettes: 4, colours: 4, shared: 1 } },
  ],
  'limits.attributes!': [
    '',
    '',
    undefined,
    { start: { kind: 'attributes', cell: { width: 8, height: 8 }, colours: 2, shared: 0, groups: null } },
  ],
  'limits.fixed!': ['', '', undefined, { start: { kind: 'fixed', cell: { width: 8, height: 8 }, palettes: [[0, 1]] } }],
  'limits.ham!': ['', '', undefined, { start: { kind: 'ham', base: 16, bits: 4 } }],
  'limits.half-bright!': ['', '', undefined, { start: { kind: 'half-bright', base: 32 } }],
}

/** A value in plain words; by its key where nobody wrote any. */
export function wordsFor(path: readonly string[]): Words {
  const own = path.at(-1) === 'kind' && path[0] !== 'dither' ? path.slice(0, -1) : path
  const [label, unit = '', help, more] = WORDS[own.join('.')] ?? [spaced(own.at(-1) ?? '')]
  return { label, unit, help, range: more?.range, start: more?.start }
}

/** What limits of a kind begin with. */
export const limitsStart = (kind: string): unknown => WORDS[`limits.${kind}!`]?.[3]?.start

/** The paths somebody wrote words for. */
export const wordedPaths = (): readonly string[] => Object.keys(WORDS).filter((path) => !path.endsWith('!'))

const CHOICES: Readonly<Record<string, string>> = {
  'film.view:agx': 'AgX',
  'film.view:aces': 'ACES',
  'distance:oklab': 'how it looks (OKLab)',
  'distance:srgb': 'code values (sRGB)',
  'distance:linear': 'amount of light',
  'distance:tone': 'lightness alone',
  'downscale:area': 'averaging',
  'downscale:median': 'the middle one',
  'downscale:nearest': 'dropping pixels',
  'downscale:edge': 'keeping edges',
  'downscale:none': 'not at all',
  'ink.paint:plain': 'None',
  'ink.paint:cel': 'Flat areas',
  'ink.paint:oil': 'Oil',
  'dither.kind:cluster': 'Clustered dots',
  'dither.kind:cluster-45': 'Clustered dots at 45°',
  'dither.kind:jarvis-judice-ninke': 'Jarvis–Judice–Ninke',
  'dither.kind:floyd-steinberg': 'Floyd–Steinberg',
  'dither.kind:pattern': 'Own pattern',
  'display:plain': 'Plain pixels',
  'display:crt': 'Tube',
  'display:lcd': 'Liquid crystals',
  'display.signal:rgb': 'RGB',
  'display.signal:s-video': 'S-Video',
  'display.signal:rf': 'Aerial (RF)',
  'display.mask:aperture': 'Aperture grille',
  'display.mask:slot': 'Slot mask',
  'display.mask:shadow': 'Shadow mask',
  'limits:palettes': 'Palettes for cells',
  'limits:attributes': 'Few colours a cell',
  'limits:fixed': 'Given palettes',
  'limits:ham': 'Hold and modify',
  'limits:half-bright': 'Half-brights',
}

/** One of several in plain words. */
export function choiceWord(path: readonly string[], value: string | number): string {
  const key = path.join('.')
  if (key === 'dither.size') return `${value} × ${value}`
  return CHOICES[`${key}:${value}`] ?? spaced(String(value))
}

/** `blue-noise` → `Blue noise`, `gradeMix` → `Grade mix`. */
const spaced = (word: string): string => {
  const words = word.replace(/-/g, ' ').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
