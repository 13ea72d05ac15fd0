import type { Style } from './style/index'

/** A size in whole pixels. */
export type Size = { readonly width: number; readonly height: number }

/** A rectangle in whole pixels, origin top left. */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The size of the style's own picture: its machine's, or the look's. */
export function nativeSize(style: Style, lookWidth: number, lookHeight: number): Size {
  check('nativeSize', lookWidth, lookHeight)
  return style.resolution ?? { width: lookWidth, height: lookHeight }
}

/**
 * The centred part of the look that fills the style's picture without distortion: the largest
 * rectangle of the machine's display aspect (resolution × pixel aspect). A film wider than the
 * machine's screen loses width, a taller one loses height.
 * @throws RangeError unless both sizes are whole and at least 1.
 */
export function cropFor(style: Style, lookWidth: number, lookHeight: number): Rect {
  check('cropFor', lookWidth, lookHeight)
  if (style.resolution === null) return { x: 0, y: 0, width: lookWidth, height: lookHeight }
  const across = style.resolution.width * style.pixelAspect.num
  const down = style.resolution.height * style.pixelAspect.den
  const width = Math.min(lookWidth, Math.max(1, Math.round((lookHeight * across) / down)))
  const height = width < lookWidth ? lookHeight : Math.min(lookHeight, Math.max(1, Math.round((lookWidth * down) / across)))
  return { x: Math.floor((lookWidth - width) / 2), y: Math.floor((lookHeight - height) / 2), width, height }
}

/**
 * The size to show or deliver a style's picture at within a target: the largest whole number of
 * lines for a machine's line, its width by the pixel aspect; both even, as H.264 needs. Where not
 * even one line for a line fits, the largest even size of the right aspect. A style of the look's
 * own size fills the target it is given (rounded down to even).
 * @throws RangeError unless both sizes are whole and at least 2.
 */
export function displaySize(style: Style, targetWidth: number, targetHeight: number): Size {
  check('displaySize', targetWidth, targetHeight, 2)
  if (style.resolution === null) return { width: even(targetWidth), height: even(targetHeight) }
  const { width, height } = style.resolution
  const aspect = style.pixelAspect.num / style.pixelAspect.den
  // Rounding to even may give up to one pixel of width back, hence + 1.
  const fits = Math.min(targetHeight / height, (targetWidth + 1) / (width * aspect))
  let scale = fits >= 1 ? Math.floor(fits) : fits
  let size = sized(scale)
  while (scale > 1 && (size.width > targetWidth || size.height > targetHeight)) size = sized(--scale)
  return { width: Math.min(size.width, even(targetWidth)), height: Math.min(size.height, even(targetHeight)) }

  function sized(factor: number): Size {
    return { width: Math.max(2, 2 * Math.round((width * aspect * factor) / 2)), height: Math.max(2, 2 * Math.round((height * factor) / 2)) }
  }
}

/**
 * Where a style's picture stands in an output: centred, as large as `displaySize` has it. A tube has no pixels, and fills
 * what there is at the machine's aspect; a style of the look's own size keeps the look's aspect.
 */
export function displayRect(style: Style, look: Size, output: Size): Rect {
  let size = displaySize(style, output.width, output.height)
  if (style.resolution === null) {
    const scale = Math.min(output.width / look.width, output.height / look.height)
    size = { width: Math.max(1, Math.round(look.width * scale)), height: Math.max(1, Math.round(look.height * scale)) }
  } else if (style.display.kind === 'crt') {
    const across = (style.resolution.width * style.pixelAspect.num) / (style.resolution.height * style.pixelAspect.den)
    const height = Math.min(output.height, output.width / across)
    size = { width: Math.max(2, Math.min(output.width, Math.round(height * across))), height: Math.max(1, Math.round(height)) }
  }
  return { x: Math.floor((output.width - size.width) / 2), y: Math.floor((output.height - size.height) / 2), ...size }
}

const even = (n: number): number => n - (n % 2)

function check(call: string, width: number, height: number, least = 1): void {
  for (const [name, value] of [
    ['width', width],
    ['height', height],
  ] as const) {
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`${call}: ${name} must be a whole number of at least ${least}, got ${value}`)
  }
}
