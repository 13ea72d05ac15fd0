/** A dark card that stands for a part of the film that is missing. Lines are cut where they do not fit. */
export function drawSlate(width: number, height: number, lines: readonly string[]): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('drawSlate: the browser gives no canvas')
  context.fillStyle = '#15161a'
  context.fillRect(0, 0, width, height)
  context.strokeStyle = '#4a4d57'
  context.lineWidth = Math.max(1, height / 180)
  context.strokeRect(width * 0.06, height * 0.08, width * 0.88, height * 0.84)
  context.fillStyle = '#c9ccd6'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const size = Math.max(8, Math.round(height / 14))
  context.font = `${size}px sans-serif`
  const top = height / 2 - ((lines.length - 1) * size * 1.4) / 2
  for (const [i, line] of lines.entries()) context.fillText(line, width / 2, top + i * size * 1.4, width * 0.8)
  return canvas
}
