import { slug, uniqueKeys } from '../../film'
import { SPRITE_ACTIONS, type SpriteAction } from '../sprites/sprite-shot'
import { entriesOf, fieldsOf, numberOf, textOf } from './plain-data'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import { qualityOf, styleOf } from './resolve-outputs'
import type { ResolvedSprites } from './resolved'

const MOST = 100
/** Pictures of a cycle, and pixels from sole to crown, where nobody says. */
const FRAMES: Readonly<Record<SpriteAction, number>> = { walk: 8, idle: 4 }
const HEIGHT = 48

/** Sheets of sprites that are delivered beside the outputs: `sprites: [{ character: KNIGHT, style: nes, height: 32 }]`. */
export function resolveSprites(r: Resolving, defaults: { readonly style: string; readonly quality: string }): ResolvedSprites[] {
  const unique = uniqueKeys()
  return entriesOf(r.document.data.sprites, ['sprites'])
    .slice(0, MOST)
    .flatMap(({ name, value, path }) => {
      const f = fieldsOf(value)
      const character = textOf(f.character) ?? textOf(value)
      if (character === undefined) {
        sayAt(r, 'error', 'production.sprites', path, 'whose sprites?', 'write `character: KNIGHT`')
        return []
      }
      const word = textOf(f.action)?.toLowerCase()
      const action = word === undefined ? 'walk' : SPRITE_ACTIONS.find((a) => a === word)
      if (!action) {
        sayAt(
          r,
          'error',
          'production.sprites',
          [...path, 'action'],
          `there is no action ${word}`,
          `write one of ${SPRITE_ACTIONS.join(', ')}`,
          word,
        )
        return []
      }
      const whole = (key: string, least: number, most: number, usual: number) => wholeOf(r, f[key], [...path, key], least, most, usual)
      return [
        {
          name: unique(slug(textOf(f.name) ?? name ?? `${character} ${action}`)),
          character,
          action,
          directions: whole('directions', 4, 8, 4) === 8 ? 8 : 4,
          frames: whole('frames', 2, 64, FRAMES[action]),
          height: whole('height', 8, 512, HEIGHT),
          style: styleOf(r, textOf(f.style), [...path, 'style']) ?? defaults.style,
          quality: qualityOf(r, f.quality, [...path, 'quality']) ?? defaults.quality,
        },
      ]
    })
}

/** A whole number within a range; said, and the usual one, when it is none. */
function wholeOf(r: Resolving, value: unknown, path: DataPath, least: number, most: number, usual: number): number {
  if (value === undefined) return usual
  const n = numberOf(value)
  if (n !== undefined && Number.isInteger(n) && n >= least && n <= most) return n
  sayAt(r, 'error', 'production.sprites', path, 'this number cannot be', `write a whole number from ${least} to ${most}`, value)
  return usual
}
