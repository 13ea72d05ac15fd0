import { MAC_1BIT, OBRA_1BIT } from '../palettes/index'
import { Style } from '../style/index'
import { figuresOutlined, GAME_FILM } from './hardware'

/** Two tones, in the order of lists. Parsed here, so that a wrong entry fails at load. */
export const ONE_BIT_STYLES: readonly Style[] = [
  {
    id: 'mac',
    name: 'Macintosh',
    aliases: ['1bit', '1-bit', 'mac 1-bit', 'macpaint', 'hypercard', 'black and white mac'],
    about: 'Black and white at 512×342, dithered as Bill Atkinson did.',
    fps: 12,
    scene: { texture: 0.6, occlusion: 1, bloom: 0, focus: 0 },
    film: GAME_FILM,
    ink: figuresOutlined(342, 1),
    resolution: { width: 512, height: 342 },
    grade: { exposure: 0.95, contrast: 1.15, edges: 1, levels: 1, equalise: 0.5 },
    palette: MAC_1BIT,
    distance: 'tone',
    dither: { kind: 'atkinson' },
    display: { kind: 'crt', mask: 'none', phosphor: 'white', beamDark: 0.4, beamBright: 0.5, corner: 0.03, bloom: 0.05, halation: 0.03 },
  },
  {
    id: 'obra',
    name: 'Obra',
    aliases: ['obra dinn', 'obradinn', '1-bit 3d', 'dither punk'],
    about: 'Light and line alone, in two tones.',
    scene: { texture: 0.2, occlusion: 0.6, bloom: 0, focus: 0 },
    film: { ...GAME_FILM, contrast: 1.1 },
    ink: { paint: 'stipple', outline: 1, outlineWidth: 3 },
    resolution: { width: 640, height: 360 },
    grade: { exposure: 1.1, contrast: 1.2, edges: 0.5, levels: 1, equalise: 0.5 },
    palette: OBRA_1BIT,
    distance: 'tone',
    dither: { kind: 'blue-noise' },
  },
].map((style) => Style.parse({ group: 'one-bit', ...style }))
