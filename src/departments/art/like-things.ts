import type { Placement } from '../../film'
import { PROPS, propInfo } from './catalogue'
import { propUse } from './prop-use'

/** What one does with a thing: sits on it, lights it, puts things on it. */
function usesOf(prop: string): string {
  const { size, surfaceHeight } = propInfo(prop)
  const one: Placement = { key: '', prop, position: [0, 0, 0], yaw: 0, size: [...size], seed: 1, blocks: true }
  const { marks, practicals } = propUse(one)
  return [marks[0]?.kind ?? '', practicals.length > 0, surfaceHeight !== undefined].join(' ')
}

/** How unlike two sizes are: 0 for equal ones, 1 for an edge that is e times as long. */
const unlike = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((v, i) => Math.abs(Math.log(Math.max(v, 0.02) / Math.max(b[i] ?? v, 0.02)))))

/** Less alike than this, things are of another kind. */
const MOST_UNLIKE = 1.1

/** Things of the same kind, the most alike first: of the same use, standing or hanging as it does, about as large. */
export function likeThings(prop: string): string[] {
  const own = propInfo(prop)
  const uses = usesOf(prop)
  const words = new Set(prop.split('-'))
  return Object.entries(PROPS)
    .filter(([name, { place }]) => name !== prop && place === own.place && usesOf(name) === uses)
    .map(([name, { size }]) => ({ name, far: unlike(size, own.size) - (name.split('-').some((w) => words.has(w)) ? 0.5 : 0) }))
    .filter(({ far }) => far < MOST_UNLIKE)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name)
}
