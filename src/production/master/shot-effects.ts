import { readMood } from '../../departments/lighting'
import { parseFrameRate, secondsToFrames } from '../../film'
import { defined, entriesOf, fieldsOf, isFields, listOf, numberOf, textOf } from './plain-data'
import type { ShotSettings } from './plan-settings'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedProduction, ResolvedShot } from './resolved'

/** Effects of one shot that are read. */
const MOST = 50

/** A shot's `vfx`: words, a list of them, `{ name, seconds, strength }`, or names with a number each. */
export function resolveEffects(value: unknown): ResolvedShot['vfx'] {
  const one = (said: unknown, key?: string): ResolvedShot['vfx'][number][] => {
    const f = fieldsOf(said)
    const name = textOf(f.name ?? f.type ?? f.effect) ?? key ?? (typeof said === 'string' ? said : undefined)
    if (name === undefined || said === false) return []
    const number = isFields(said) ? undefined : numberOf(said)
    return [
      defined({
        name: name.toLowerCase().replace(/[_-]+/g, ' ').trim(),
        seconds: numberOf(f.seconds ?? f.duration),
        strength: numberOf(f.strength ?? f.amount),
        number,
      }) as ResolvedShot['vfx'][number],
    ]
  }
  const isOne = isFields(value) && textOf(value.name ?? value.type ?? value.effect) !== undefined
  if (isFields(value) && !isOne)
    return entriesOf(value, [])
      .slice(0, MOST)
      .flatMap(({ name, value: said }) => one(said, name))
  return listOf(value)
    .slice(0, MOST)
    .flatMap((said) => one(said))
}

/** Seconds of a fade that says none, and how much a camera shakes. */
const FADE_S = 1
const SHAKE = 0.8
const MOST_FADE_S = 60

/** What the planner can do of a shot's effects: fades, a shaken camera, weather; the others are said. */
export function effectSettings(
  r: Resolving,
  { vfx, path }: ResolvedShot,
  { fps }: Pick<ResolvedProduction, 'fps'>,
): Pick<ShotSettings, 'fadeIn' | 'fadeOut' | 'shake'> & { readonly weather: readonly string[] } {
  const weather: string[] = []
  let made: Pick<ShotSettings, 'fadeIn' | 'fadeOut' | 'shake'> = {}
  for (const effect of vfx) {
    const { name } = effect
    const seconds = effect.seconds ?? effect.number ?? FADE_S
    const frames = secondsToFrames(Math.min(MOST_FADE_S, Math.max(0, seconds)), parseFrameRate(fps))
    if (/^fade(?:s|d)? ?(?:in|from black|up)$/.test(name)) made = { ...made, fadeIn: frames }
    else if (/^fade(?:s|d)? ?(?:out|to black)$/.test(name)) made = { ...made, fadeOut: frames }
    else if (/^(?:(?:camera|screen) ?)?shak(?:e|es|y|ing)(?: ?(?:camera|screen))?$|^(?:earth)?quake$|^tremor$/.test(name))
      made = { ...made, shake: Math.min(1, Math.max(0, effect.strength ?? effect.number ?? SHAKE)) }
    else if (readMood([name]).why.length > 0) weather.push(name)
    else
      sayAt(
        r,
        'warning',
        'film.effect',
        [...path, 'vfx'],
        `nobody makes the effect ${name} yet; the shot is without it`,
        'fade in, fade out, shake, and weather in words (rain, snow, fog, storm) are made',
        name,
      )
  }
  return { ...made, weather }
}
