import type { Vec3 } from '../../film'
import { Figure } from './figure'
import type { Hand } from './hand'

type Held = Parameters<Hand['put']>[0]

/** Three fields for a place in metres: x, height and z, each put by itself, wherever that may be. */
export function PlaceFigures({
  hand: { put },
  held,
  labels,
}: {
  readonly hand: Pick<Hand, 'put'>
  /** What is put, and where it is. */
  readonly held: Held
  readonly labels: readonly [string, string, string]
}) {
  return labels.map((label, axis) => (
    <Figure
      key={label}
      label={label}
      unit="m"
      value={held.place[axis] as number}
      least={-100}
      most={100}
      step={0.1}
      onChange={(v) => void put(held, { place: held.place.map((was, i) => (i === axis ? v : was)) as unknown as Vec3, isFree: true })}
    />
  ))
}
