import { defined, entriesOf, type Fields, fieldsOf, isFields, laidOver, listOf, numberOf, textOf, textsOf } from './plain-data'
import { frameRangeOf } from './read-words'
import type { DataPath } from './read-yaml'
import { referenceOf } from './references'
import { type Resolving, sayAt, withBases } from './resolve-bases'
import { cameraOf } from './resolve-camera'
import { styleOf } from './resolve-outputs'
import { lightOf } from './resolve-places'
import { retroOf } from './resolve-retro'
import { resolveShotSound } from './resolve-sound'
import type { ResolvedShot, ShotStyle } from './resolved'
import { expandShotName, readScenes, readShotName } from './scenes'
import { resolveEffects } from './shot-effects'
import { FIRST_TAKE } from './takes'

/** Variations of one shot that are made. */
const MOST_VARIATIONS = 50

/** Most shots that a production may list. */
const MOST_SHOTS = 5000

/** The listed shots, names expanded, templates and variations resolved; or `auto`. */
export function resolveShots(r: Resolving): 'auto' | ResolvedShot[] {
  const section = r.document.data.shots
  if (section === undefined || section === 'auto') return 'auto'
  const taken = new Set<string>()
  const out: ResolvedShot[] = []
  const entries = entriesOf(section, ['shots'])
  entries.slice(0, MOST_SHOTS).forEach(({ name, value, path }, i) => {
    if (out.length >= MOST_SHOTS) return
    const fields = withBases(r, fieldsOf(value), path)
    const called = textOf(fields.name) ?? name ?? `shot_${i + 1}`
    const variants = varied(r, fields, path)
    for (const one of expandShotName(called)) {
      for (const { suffix, fields: f, take, chosen } of variants) {
        if (out.length >= MOST_SHOTS) break
        const unique = `${one}${suffix}`
        const scene = sceneOf(r, f, one, path)
        const id = `${scene ?? ''}/${unique}/${take ?? ''}`
        if (taken.has(id)) {
          sayAt(
            r,
            'error',
            'production.shot-twice',
            path,
            `${unique} stands here twice`,
            'give one of them another name, scene or take',
            unique,
          )
          continue
        }
        taken.add(id)
        out.push(defined({ ...resolveShot(r, f, unique, one, scene, path), take, chosen }) as ResolvedShot)
      }
    }
  })
  if (out.length >= MOST_SHOTS)
    sayAt(r, 'error', 'production.too-many-shots', ['shots'], `more than ${MOST_SHOTS} shots are listed`, 'make several productions of it')
  return out
}

/** A shot, or a variation of it. */
interface Variant {
  /** Behind the shot's name. */
  readonly suffix: string
  readonly fields: Fields
  readonly take: string | undefined
  /** The take that the shot wants in the film. */
  readonly chosen?: string | undefined
}

/** The shot itself, and after it its variations: what each says laid over it. */
function varied(r: Resolving, fields: Fields, path: DataPath): Variant[] {
  const { variations } = fields
  const own = textOf(fields.take)
  if (variations === undefined) return [{ suffix: '', fields, take: own }]
  const named = listOf(variations).filter(isFields).slice(0, MOST_VARIATIONS)
  if (named.length === 0) {
    sayAt(
      r,
      'warning',
      'production.variations',
      [...path, 'variations'],
      'a number of variations says nothing about how they differ; one is made',
      'list them: `variations: [{ camera: { lens: 85 } }]`',
      variations,
    )
    return [{ suffix: '', fields, take: own }]
  }
  return [
    { suffix: '', fields, take: FIRST_TAKE, chosen: own },
    ...named.map((v, i): Variant => {
      const take = textOf(v.name) ?? `v${i + 2}`
      return { suffix: `.${take}`, fields: fieldsOf(laidOver(fields, withBases(r, v, [...path, 'variations', i]))), take }
    }),
  ]
}

/** The shot's scene, from `scene:` or from its name. */
function sceneOf(r: Resolving, f: Fields, name: string, path: DataPath): string | undefined {
  if (f.scene === undefined) return readShotName(name)?.scene
  const spans = readScenes(f.scene)
  const one = spans?.length === 1 && spans[0]?.from === spans[0]?.to ? spans[0]?.from : undefined
  if (one === undefined)
    sayAt(
      r,
      'error',
      'production.shot-scene',
      [...path, 'scene'],
      `${textOf(f.scene) ?? 'this'} is no scene`,
      'name one scene: 3, or 3A',
      f.scene,
    )
  return one
}

/** @param called its name without its variation's. */
function resolveShot(r: Resolving, f: Fields, name: string, called: string, scene: string | undefined, path: DataPath): ResolvedShot {
  const range = f.frame_range === undefined ? undefined : frameRangeOf(f.frame_range)
  if (f.frame_range !== undefined && !range)
    sayAt(
      r,
      'error',
      'production.frame-range',
      [...path, 'frame_range'],
      'this is no stretch of frames',
      'write first and last frame: [1, 48]',
      f.frame_range,
    )
  const address = readShotName(called)
  const after = afterOf(r, f.after, address?.shot, path)
  const camera = cameraOf(r, f.camera, [...path, 'camera'])
  return defined({
    name,
    scene,
    number: address?.shot,
    after,
    location: textOf(f.location),
    frame_range: range,
    frames: numberOf(f.frames),
    seconds: numberOf(f.seconds ?? f.duration),
    action: [...textsOf(f.description), ...textsOf(f.action)],
    dialogue: dialogueOf(f.dialogue),
    camera,
    light: lightOf(r, f, path),
    reference: referenceOf(f, 'shot'),
    retro: styleOfShotIn(r, f, path),
    backdrop: isFields(f.backdrop) ? textOf(f.backdrop.location ?? f.backdrop.preset ?? f.backdrop.hdri) : textOf(f.backdrop ?? f.set),
    characters: [
      ...listOf(f.subject).map((c) => [c, 'subject', 0] as const),
      ...listOf(f.characters).map((c, i) => [c, 'characters', i] as const),
    ].flatMap(([c, section, i]) => {
      const who = textOf(isFields(c) ? c.name : c)
      if (!who) return []
      const { action, near, facing, expression } = fieldsOf(c)
      return [
        defined({
          name: who,
          ...inShot(r, fieldsOf(c), [...path, section, i]),
          action: textOf(action),
          near: textOf(near),
          facing: typeof facing === 'number' ? facing : textOf(facing),
          expression: textOf(expression),
        }),
      ]
    }),
    props: listOf(f.props).flatMap((p, i) => {
      const name = textOf(isFields(p) ? p.name : p)?.replace(/_/g, ' ')
      if (!name) return []
      return [defined({ name, ...inShot(r, fieldsOf(p), [...path, 'props', i]), held_by: textOf(fieldsOf(p).held_by) })]
    }),
    sound: resolveShotSound(r, f.sound, [...path, 'sound']),
    path,
    vfx: resolveEffects(f.vfx),
  }) as ResolvedShot
}

/** The shot that an added one comes after, by its place in the scene: `sh2`, `sc1.sh2`, `2`; 0 for `start`. */
function afterOf(r: Resolving, value: unknown, own: number | undefined, path: DataPath): number | undefined {
  if (value === undefined) return undefined
  const text = textOf(value)?.trim() ?? ''
  const after = /^(?:start|beginning|0)$/i.test(text) ? 0 : /^\d{1,4}$/.test(text) ? Number(text) : readShotName(text)?.shot
  const say = (message: string, remedy: string): void =>
    sayAt(r, 'warning', 'production.shot-after', [...path, 'after'], message, remedy, value)
  if (after === undefined) say(`${text || 'this'} is no shot to come after; it comes last in its scene`, 'write sh2, 2 or start')
  else if (own !== undefined) say(`shot ${own} of the script stays where it is`, 'give the shot a name of its own, and its `scene:`')
  else return after
  return undefined
}

/** The style of one shot: `style: nes`, `retro: nes`, `retro: { palette, dither … }`; `retro: false` is a film's picture amid a machine's. */
function styleOfShotIn(r: Resolving, f: Fields, path: DataPath): ShotStyle | undefined {
  const { retro } = f
  if (retro === false) return { style: 'hollywood' }
  const inside = isFields(retro) ? retro.style : retro
  const key = typeof inside === 'string' ? 'retro' : 'style'
  const style = styleOf(r, textOf(typeof inside === 'string' ? inside : f.style), [...path, key])
  const { pixel_size: pixels, ...fields } = fieldsOf(retro)
  if (pixels !== undefined)
    sayAt(
      r,
      'warning',
      'production.shot-pixels',
      [...path, 'retro', 'pixel_size'],
      'a shot is delivered in several sizes: how many of their pixels make one is not known',
      'write `resolution: 320x180`',
      pixels,
    )
  const changes = retroOf(r, fields, [...path, 'retro'], { width: 0, height: 0 })
  return style === undefined && !changes ? undefined : { ...(style === undefined ? {} : { style }), ...changes }
}

/** Farther than this from a set's middle is nowhere, metres. */
const FAR_M = 1000

/** Where something is to be: `position: [x, z]` or `[x, y, z]`, metres, or `at:` a thing; either may be said under both names. */
function inShot(r: Resolving, f: Fields, path: DataPath): { position?: readonly number[]; at?: string } {
  const key = f.position === undefined ? 'at' : 'position'
  const said = f[key]
  if (said === undefined) return {}
  const at = textOf(said)
  if (at !== undefined && typeof said === 'string') return { at }
  const numbers = Array.isArray(said) ? said.map(numberOf) : []
  const isPlace = (numbers.length === 2 || numbers.length === 3) && numbers.every((n) => n !== undefined && Math.abs(n) <= FAR_M)
  if (isPlace) return { position: numbers as number[] }
  sayAt(
    r,
    'error',
    'production.shot-position',
    [...path, key],
    'this is no place in a set',
    'write metres on the floor plan, [1.2, -0.5], or a thing: table',
    said,
  )
  return {}
}

/** `ANNA: I know.` and `{ character, line }`. */
function dialogueOf(value: unknown): { character: string; line: string; manner?: string }[] {
  return listOf(value).flatMap((d) => {
    if (isFields(d)) {
      const [character, line, manner] = [textOf(d.character), textOf(d.line ?? d.text), textOf(d.manner)]
      return character && line ? [defined({ character, line, manner }) as { character: string; line: string; manner?: string }] : []
    }
    const m = /^([^:]{1,60}):\s*(.+)$/s.exec(textOf(d) ?? '')
    return m?.[1] && m[2] ? [{ character: m[1].trim(), line: m[2].trim() }] : []
  })
}
