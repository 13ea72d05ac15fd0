import { type Style, styleWith } from '../../departments/retro'

/** A palette with no more than these has hardly a shade for each material. */
const FEW_COLOURS = 4

/**
 * A style for pictures of one figure at their own size: its colours, limits and ink as they are; no display, no rate of
 * its own, nothing that moves by itself or darkens towards a picture's edge. Dither stays only where there are but two
 * colours: on a figure of a few pixels it hides the form, and it stands still while the figure moves.
 */
export function spriteStyle(style: Style, width: number, height: number): Style {
  const few = style.palette !== null && style.palette.length <= FEW_COLOURS
  return styleWith(style, {
    resolution: { width, height },
    // What covers more of a pixel has all of it: edges are hard, as their transparency is.
    downscale: 'edge',
    fps: null,
    // Without dither, a few colours are told apart only by more contrast.
    // All pictures of a figure have the same tones.
    grade: { levels: 0, equalise: 0, ...(few ? { contrast: Math.min(3, style.grade.contrast * 1.6) } : {}) },
    ...(style.palette?.length === 2 ? {} : { dither: { kind: 'none' } }),
    film: { grain: 0, weave: 0, wear: 0, flare: 0, vignette: 0, distortion: 0, aberration: 0, halation: 0 },
    display: { kind: 'plain' },
  })
}
