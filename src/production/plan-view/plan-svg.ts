import type { PlanLayer } from './plan-line'
import type { PlanView } from './plan-view'

/** How layers look in print: on white, as plans are drawn. Widths in metres. */
const INK: Readonly<Record<PlanLayer, string>> = {
  floor: 'fill="#fbfaf7" stroke="none"',
  thing: 'fill="#ece8df" stroke="#8d8778" stroke-width="0.02"',
  overhead: 'fill="none" stroke="#b9b3a5" stroke-width="0.015" stroke-dasharray="0.08 0.06"',
  wall: 'fill="#3a3833" stroke="none"',
  window: 'fill="none" stroke="#3a6ea5" stroke-width="0.025"',
  door: 'fill="none" stroke="#3a3833" stroke-width="0.02"',
  arch: 'fill="none" stroke="#8d8778" stroke-width="0.02" stroke-dasharray="0.1 0.08"',
  mark: 'fill="none" stroke="#c9c3b4" stroke-width="0.015"',
  throw: 'fill="none" stroke="#d9a521" stroke-width="0.015" stroke-dasharray="0.12 0.08"',
  lamp: 'fill="#f7c948" stroke="#a87b00" stroke-width="0.02"',
  sun: 'fill="none" stroke="#e08a00" stroke-width="0.06"',
  field: 'fill="#2a6fdb" fill-opacity="0.12" stroke="#2a6fdb" stroke-width="0.015"',
  way: 'fill="none" stroke="#b3392f" stroke-width="0.035" stroke-dasharray="0.14 0.09"',
  track: 'fill="none" stroke="#2a6fdb" stroke-width="0.03"',
  person: 'fill="#b3392f" stroke="#5d1a14" stroke-width="0.02"',
  camera: 'fill="#2a6fdb" stroke="#143a78" stroke-width="0.02"',
  aim: 'fill="none" stroke="#2a6fdb" stroke-width="0.03"',
}

/** Pixels a metre, when the file is opened as it is. */
const PIXELS_A_METRE = 80

const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const figure = (v: number): string => String(Math.round(v * 1000) / 1000)

/** The plan as a drawing: an SVG file. @param title What stands above it. */
export function planSvg({ box, lines, labels }: PlanView, title: string): string {
  const size = `width="${Math.round(box.width * PIXELS_A_METRE)}" height="${Math.round((box.depth + 0.6) * PIXELS_A_METRE)}"`
  const view = `viewBox="${[box.x, box.z - 0.6, box.width, box.depth + 0.6].map(figure).join(' ')}"`
  const words = (x: number, z: number, text: string, high: number, anchor = 'middle') =>
    `<text x="${figure(x)}" y="${figure(z)}" font-size="${high}" text-anchor="${anchor}">${plain(text)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${view} font-family="Helvetica, Arial, sans-serif" fill="#222">`,
    `<rect x="${figure(box.x)}" y="${figure(box.z - 0.6)}" width="${figure(box.width)}" height="${figure(box.depth + 0.6)}" fill="#fff"/>`,
    words(box.x + 0.15, box.z - 0.18, title, 0.28, 'start'),
    ...lines.map(({ layer, d, title: what }) => `<path d="${d}" ${INK[layer]}>${what ? `<title>${plain(what)}</title>` : ''}</path>`),
    ...labels.map(({ at: [x, z], text, layer }) => words(x, z + 0.05, text, layer === 'person' ? 0.19 : 0.13)),
    // One metre, to measure by.
    `<path d="M${figure(box.x + 0.3)} ${figure(box.z + box.depth - 0.25)}h1m-1 -0.06v0.12m1 -0.12v0.12" fill="none" stroke="#222" stroke-width="0.02"/>`,
    words(box.x + 0.8, box.z + box.depth - 0.32, '1 m', 0.14),
    '</svg>',
    '',
  ].join('\n')
}
