import { ADDED_LAMP, correctionNamed, LAMP_RANGES, type LampChange } from '../../departments/lighting'
import { didYouMean, slug, type Vec3 } from '../../film'
import { defined, entriesOf, fieldsOf, listOf, numberOf, textOf } from './plain-data'
import { hexOf } from './read-words'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'

const KNOWN = ['lamp', 'add', 'at', 'aim', 'level', 'kelvin', 'gel', 'beam', 'soft', 'on']

/**
 * Lamps as a production wants them: `lamps: [{ lamp: rim, level: -1, gel: 1/2 CTO }, { add: hair, at: [0, 2.4, -1] }]`, or a map
 * by name. Levels are stops over what is planned, or percent. What is not understood is said.
 */
export function lampChanges(r: Resolving, value: unknown, path: DataPath): readonly LampChange[] | undefined {
  const changes = entriesOf(value, path).flatMap((entry): LampChange[] => {
    const f = fieldsOf(entry.value)
    const say = (key: string, problem: string, remedy: string) =>
      sayAt(r, 'warning', 'production.lamp', [...entry.path, key], problem, remedy, String(f[key] ?? ''))
    for (const key of Object.keys(f))
      if (!KNOWN.includes(key) && key !== 'name') {
        const near = didYouMean(key, KNOWN)
        say(key, `a lamp has no ${key}`, near === undefined ? `write ${KNOWN.join(', ')}` : `did you mean ${near}?`)
      }
    const added = textOf(f.add)
    const lamp = added === undefined ? (textOf(f.lamp) ?? entry.name) : `${ADDED_LAMP}${slug(added)}`
    const at = placeOf(f.at)
    if (lamp === undefined || (added !== undefined && !at)) {
      say(
        added === undefined ? 'lamp' : 'at',
        lamp === undefined ? 'a lamp has no name' : `${added} has no place`,
        'write `lamp: rim`, or `add: hair light, at: [x, y, z]` in metres',
      )
      return []
    }
    const ranged = (key: string, n: number | undefined, [least, most]: readonly [number, number], what: string): number | undefined => {
      if (f[key] === undefined) return undefined
      if (n !== undefined && n >= least && n <= most) return n
      say(key, `${String(f[key])} is no ${what}`, `write a number from ${least} to ${most}`)
      return undefined
    }
    const percent = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(textOf(f.level) ?? '')?.[1]
    const stops = percent === undefined ? numberOf(f.level) : Math.log2(Math.max(Number(percent), 0.4) / 100)
    const gel = textOf(f.gel)
    const sheet = gel === undefined ? undefined : (hexOf(gel) ?? correctionNamed(gel)?.name)
    if (gel !== undefined && !sheet) say('gel', `no gel is called ${gel}`, 'write Full CTB, 1/2 CTO …, or a colour as #rrggbb')
    const off = f.on === false || /^(?:off|no|out|false)$/i.test(textOf(f.on) ?? '')
    return [
      defined({
        lamp,
        ...(added === undefined ? { position: at } : { add: at }),
        target: placeOf(f.aim),
        stops: ranged('level', stops, LAMP_RANGES.stops, 'level in stops'),
        kelvin: ranged('kelvin', numberOf(f.kelvin), LAMP_RANGES.kelvin, 'colour temperature'),
        gel: sheet,
        beamDeg: ranged('beam', numberOf(f.beam), LAMP_RANGES.beamDeg, 'beam in degrees'),
        soft: ranged('soft', numberOf(f.soft), LAMP_RANGES.soft, 'softness'),
        on: f.on === undefined ? undefined : !off,
      }) as LampChange,
    ]
  })
  return changes.length > 0 ? changes : undefined
}

function placeOf(value: unknown): Vec3 | undefined {
  const [x, y, z] = listOf(value).map(numberOf)
  return x === undefined || y === undefined || z === undefined ? undefined : [x, y, z]
}
