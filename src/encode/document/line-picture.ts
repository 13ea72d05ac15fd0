/** Pixels to a point, so that a line prints as sharp as letters do. */
const FINE = 4

/** A line of text as a picture. */
export interface LinePicture {
  readonly png: Uint8Array
  /** Points. */
  readonly width: number
  readonly height: number
  /** How far the picture reaches below the line that letters stand on, points. */
  readonly below: number
}

/** Draws lines in whatever letters the machine has. */
export interface LinePainter {
  /** Width of a text, points. */
  measure(text: string, size: number, bold: boolean): number
  paint(text: string, size: number, bold: boolean, ink: readonly [number, number, number]): Promise<LinePicture>
}

/** A painter of lines, where there is a canvas without a page: in browsers and their workers. */
export function linePainter(): LinePainter | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined
  const fontOf = (size: number, bold: boolean) => `${bold ? 'bold ' : ''}${size * FINE}px Helvetica, Arial, sans-serif`
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) return undefined
  const measure = (text: string, size: number, bold: boolean) => {
    context.font = fontOf(size, bold)
    return context.measureText(text).width / FINE
  }
  return {
    measure,
    async paint(text, size, bold, ink) {
      const [width, height, below] = [measure(text, size, bold) + size * 0.2, size * 1.35, size * 0.3]
      const canvas = new OffscreenCanvas(Math.ceil(width * FINE), Math.ceil(height * FINE))
      const pen = canvas.getContext('2d')
      if (pen) {
        pen.font = fontOf(size, bold)
        pen.fillStyle = `rgb(${ink.map((v) => Math.round(v * 255)).join()})`
        pen.fillText(text, 0, (height - below) * FINE)
      }
      const png = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
      return { png, width: canvas.width / FINE, height: canvas.height / FINE, below }
    },
  }
}
