import { GAME_BOY_DMG } from '../palettes/index'
import { Style } from '../style/index'
import { figuresOutlined, GAME_FILM, GAME_SCENE, PLAIN_SCENE } from './hardware'

/** Handhelds, in the order of lists. Parsed here, so that a wrong entry fails at load. */
export const HANDHELD_STYLES: readonly Style[] = [
  {
    id: 'gba',
    name: 'Game Boy Advance',
    aliases: ['advance', 'agb'],
    about: '256 out of 32,768 colours on a small bright screen.',
    scene: GAME_SCENE,
    film: GAME_FILM,
    resolution: { width: 240, height: 160 },
    // Its games were drawn bright for a screen without a light.
    grade: { exposure: 1.3, contrast: 0.95, saturation: 1.25, edges: 0.6 },
    mixes: { levels: [32, 32, 32], count: 256 },
    dither: { kind: 'bayer', size: 2, strength: 0.8, contrastPenalty: 0.15 },
    display: { kind: 'lcd', grid: 0.2, stripes: true, ghosting: 0.1, shadow: 0 },
  },
  {
    id: 'gbc',
    name: 'Game Boy Color',
    aliases: ['gameboy-color', 'game boy colour', 'cgb'],
    about: 'Eight palettes of four out of 32,768 colours, a palette for each 8×8 pixels.',
    scene: PLAIN_SCENE,
    film: GAME_FILM,
    ink: figuresOutlined(144, 0.7),
    resolution: { width: 160, height: 144 },
    grade: { exposure: 1.3, contrast: 1.05, saturation: 1.3, edges: 1, levels: 0.5, equalise: 0.25 },
    mixes: { levels: [32, 32, 32], count: null },
    limits: { kind: 'palettes', cell: { width: 8, height: 8 }, palettes: 8, colours: 4, shared: 0 },
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.06 },
    display: { kind: 'lcd', grid: 0.3, stripes: true, ghosting: 0.15, shadow: 0.1 },
  },
  {
    id: 'gameboy',
    name: 'Game Boy',
    aliases: ['gb', 'dmg', 'game boy', 'gameboy classic', 'nintendo game boy'],
    about: 'Four shades of pea green.',
    scene: { ...GAME_SCENE, texture: 0.4 },
    film: GAME_FILM,
    ink: figuresOutlined(144, 0.9),
    resolution: { width: 160, height: 144 },
    // Edges as strong as the Game Boy Camera's own: with three useful shades they are what is read.
    grade: { exposure: 1.1, contrast: 1.4, edges: 1.6, levels: 1, equalise: 0.5 },
    palette: GAME_BOY_DMG,
    distance: 'tone',
    dither: { kind: 'bayer', size: 4, contrastPenalty: 0.05 },
    display: { kind: 'lcd', grid: 0.35, ghosting: 0.35, shadow: 0.35 },
  },
].map((style) => Style.parse({ group: 'handheld', ...style }))
