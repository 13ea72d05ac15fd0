import { random } from '../../film'
import { coverAction } from './cover-action'
import { coverLines } from './cover-lines'
import { place, shot } from './cover-place'
import type { Choice, Coverage } from './coverage'
import type { Unit } from './group-beats'

/** The shot for a unit of beats: coverage as a film crew would plan it. */
export function chooseShot(unit: Unit, c: Coverage): Choice {
  const lead = unit.beats[0]!.beat
  const seed = random(lead.key)
  if (c.insert !== undefined)
    return shot(
      'CU',
      'insert',
      'static',
      [],
      { framing: `insert: the script asks to see the ${c.insert}`, size: 'close, so that the thing fills the frame' },
      { object: c.insert },
    )
  const line = unit.beats.find((b) => b.beat.kind === 'line')
  if (line && lead.kind !== 'action') return coverLines(unit, c, seed.next(), seed.next())
  if (lead.kind === 'pause' && !line) return place(c, seed.next(), c.first)
  return coverAction(unit, c, seed.next(), seed.next())
}
