import { PLAN_INK, type PlanInk } from './plan-ink'
import type { PlanView } from './plan-view'

/** An ink as attributes of SVG. */
function attributes({ fill, opacity, stroke, width, dash }: PlanInk): string {
  return [
    `fill="${fill ?? 'none'}"`,
    ...(opacity === undefined ? [] : [`fill-opacity="${opacity}"`]),
    `stroke="${stroke ?? 'none'}"`,
    ...(width === undefined ? [] : [`stroke-width="${width}"`]),
    ...(dash ? [`stroke-dasharray="${dash.join(' ')}"`] : []),
  ].join(' ')
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
    ...lines.map(
      ({ layer, d, title: what }) => `<path d="${d}" ${attributes(PLAN_INK[layer])}>${what ? `<title>${plain(what)}</title>` : ''}</path>`,
    ),
    ...labels.map(({ at: [x, z], text, layer }) => words(x, z + 0.05, text, layer === 'person' ? 0.19 : 0.13)),
    // One metre, to measure by.
    `<path d="M${figure(box.x + 0.3)} ${figure(box.z + box.depth - 0.25)}h1m-1 -0.06v0.12m1 -0.12v0.12" fill="none" stroke="#222" stroke-width="0.02"/>`,
    words(box.x + 0.8, box.z + box.depth - 0.32, '1 m', 0.14),
    '</svg>',
    '',
  ].join('\n')
}
