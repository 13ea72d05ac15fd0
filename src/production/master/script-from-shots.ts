import { backdropWords, readPlace } from '../../departments/art'
import { parseFountain } from '../../departments/development'
import { type Script, type ScriptCharacter, slug, type TimeOfDay } from '../../film'
import type { ResolvedLocation, ResolvedProduction, ResolvedShot } from './resolved'

/**
 * A screenplay for a production whose shots are listed: a scene for each shot, of what the shot shows, so that the film is
 * planned as any other. Lengths and cameras are laid over it by `shotsInScene`.
 */
export function scriptFromShots(production: ResolvedProduction): Script {
  const shots = production.shots === 'auto' ? [] : production.shots
  const { meta } = production
  const text = [
    `Title: ${oneLine(meta.title)}`,
    ...(meta.author ? [`Author: ${oneLine(meta.author)}`] : []),
    '',
    ...shots.flatMap((shot, i) => sceneText(shot, i + 1, production)),
  ].join('\n')
  const script = parseFountain(text, { file: `${meta.id}.fountain` })
  return withPeople(script, shots)
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function sceneText(shot: ResolvedShot, index: number, production: ResolvedProduction): string[] {
  const hung = shot.backdrop === undefined ? undefined : (backdropWords(shot.backdrop) ?? shot.backdrop)
  const wanted = hung ?? shot.location
  const place = wanted === undefined ? production.locations[0] : locationNamed(production, shot.backdrop ?? wanted)
  const name = oneLine(place?.name ?? wanted ?? 'ROOM').replace(/_/g, ' ')
  const interior = place?.interior ?? readPlace(`${name} ${place?.kind ?? ''}`, 'INT/EXT').interior
  const time: TimeOfDay = shot.light.time_of_day ?? place?.light.time_of_day ?? production.light.time_of_day ?? 'DAY'
  const people = namesIn(shot)
  const told = shot.action.map(oneLine).join(' ')
  const still = people.filter((n) => !told.toLowerCase().includes(n.toLowerCase()))
  const doing = shot.characters.flatMap((c) => (c.action ? [`${c.name.toUpperCase()} ${oneLine(c.action)}.`] : []))
  const idle = still.filter((n) => !shot.characters.some((c) => c.name === n && c.action)).map((n) => `${n.toUpperCase()} stands there.`)
  const action = [
    ...shot.light.words.map((w) => `${w[0]?.toUpperCase()}${w.slice(1)}.`),
    ...idle,
    ...doing,
    told,
    ...shot.props.filter((p) => !isPut(p)).map((p) => `There is a ${p.name}.`),
  ]
    .filter((t) => t !== '')
    .join(' ')
  return [
    // Forced, so that any name makes a heading.
    `.${interior ? 'INT' : 'EXT'}. ${name.toUpperCase().replace(/#/g, '')} - ${time} #${shot.scene ?? index}#`,
    '',
    `!${action || 'Nothing moves.'}`,
    '',
    ...shot.dialogue.flatMap((d) => [
      `@${oneLine(d.character).toUpperCase()}`,
      ...(d.manner ? [`(${oneLine(d.manner)})`] : []),
      oneLine(d.line),
      '',
    ]),
  ]
}

/** Whether the shot says where a thing is: then it is put there, whatever the words say. */
const isPut = (p: ResolvedShot['props'][number]): boolean => (p.position ?? p.at ?? p.held_by) !== undefined

/** A location by name or key. */
const locationNamed = (production: ResolvedProduction, name: string): ResolvedLocation | undefined =>
  production.locations.find((l) => l.key === slug(name) || slug(l.name) === slug(name))

/** Everybody who is to be in a shot. */
const namesIn = (shot: ResolvedShot): string[] => [
  ...new Set([...shot.characters.map((c) => c.name), ...(shot.camera.subjects ?? [])].map(oneLine)),
]

/** The same with everybody in the scenes that list them, known to the parser as people or not. */
function withPeople(script: Script, shots: readonly ResolvedShot[]): Script {
  const characters: ScriptCharacter[] = [...script.characters]
  const keyOf = (name: string): string => {
    const key = slug(name)
    const known = characters.find((c) => c.key === key || c.aliases.some((a) => slug(a) === key))
    if (known) return known.key
    characters.push({
      key,
      name: name.toUpperCase(),
      aliases: [],
      description: '',
      descriptionLine: 0,
      silent: true,
      count: 1,
      lines: 0,
      words: 0,
    })
    return key
  }
  const scenes = script.scenes.map((scene, i) => {
    const shot = shots[i]
    return shot ? { ...scene, characters: [...new Set([...scene.characters, ...namesIn(shot).map(keyOf)])] } : scene
  })
  return { ...script, scenes, characters }
}
