import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { designSet, dressSet } from '../../../src/departments/art'
import { castMembers } from '../../../src/departments/characters'
import { breakDown, parseFountain } from '../../../src/departments/development'
import { type Blocking, blockScene, shotList } from '../../../src/departments/previs'
import type { Breakdown, CharacterSpec, SceneShots, Script, ScriptScene, SetSpec, ShotList } from '../../../src/film'

export const FPS = { num: 24, den: 1 }

/** A script planned as far as blocking. */
export interface Planned {
  readonly script: Script
  readonly breakdown: Breakdown
  readonly list: ShotList
  readonly scenes: readonly {
    readonly scene: ScriptScene
    readonly shots: SceneShots
    readonly set: SetSpec
    readonly cast: readonly CharacterSpec[]
    readonly blocking: Blocking
  }[]
}

const KNOWN = new Map<string, Planned>()

/** Plans a script with sets and cast of the house; the same text is planned once. */
export function planText(text: string, fps = FPS): Planned {
  const known = fps === FPS ? KNOWN.get(text) : undefined
  if (known) return known
  const made = plan(text, fps)
  if (fps === FPS && KNOWN.size < 60) KNOWN.set(text, made)
  return made
}

function plan(text: string, fps: typeof FPS): Planned {
  const script = parseFountain(text)
  const breakdown = breakDown(script)
  const list = shotList(script, breakdown, { fps })
  const everybody = script.characters.flatMap((c) => castMembers(c))
  return {
    script,
    breakdown,
    list,
    scenes: script.scenes.map((scene, i) => {
      const shots = list.scenes[i]!
      const { heading } = scene
      const items = breakdown.scenes[i]!.items
      const bare = designSet({ locationKey: heading.locationKey, location: heading.location, setting: heading.setting })
      const set = dressSet(bare, items)
      const cast = everybody.filter((c) => scene.characters.includes(c.key.split('#')[0]!))
      return { scene, shots, set, cast, blocking: blockScene({ scene, shots, characters: script.characters, set, cast, items, fps }) }
    }),
  }
}

const FOLDER = new URL('../../fixtures/scripts/', import.meta.url)

/** Every Fountain fixture: [name, text]. */
export const fixtures = (): [string, string][] =>
  readdirSync(FOLDER)
    .filter((f) => f.endsWith('.fountain'))
    .sort()
    .map((f) => [f, readFileSync(new URL(f, FOLDER), 'utf8')])

const PLACES = [
  'INT. DINER',
  'INT. FARMHOUSE KITCHEN',
  'INT. OFFICE',
  'INT. BEDROOM',
  'INT. BAR',
  'INT. CORRIDOR',
  'INT. ELEVATOR',
  'EXT. STREET',
  'EXT. FOREST',
  'EXT. ROOFTOP',
  'INT. CAR',
]
const NAMES = ['MARA', 'TOM', 'DETECTIVE ELLEN RAY', 'JOE', 'LENA', 'OLD WOMAN', 'GUARD #1', 'BO', 'KATE']
const DEEDS = [
  '{A} enters and crosses to the window.',
  '{A} sits down at the table.',
  '{A} stands up and walks to the door.',
  '{A} looks at {B}.',
  '{A} picks up the phone.',
  '{A} runs.',
  '{A} walks out.',
  '{A} puts a cup on the table. {B} watches.',
  'The door opens. {A} steps in, carrying a suitcase.',
  '{A} and {B} walk to the counter.',
  '{A} kneels beside {B}.',
  '{A} falls.',
  'He turns away.',
  'Silence. Nobody moves.',
  '{A} throws the bottle at {B}. {B} ducks.',
  '{A} hugs {B}.',
  '{A} lies on the bed, asleep.',
  'A CROWD of ten people fills the place.',
  '{A} leaves.',
]
const LINES = [
  'Yes.',
  'No!',
  'What are you doing here?',
  'I told you never to come back to this place, and you came anyway, like you always do.',
  'You do not understand. It was never about the money. It was about him, about what he did to us all those years ago, when the mill burned down and nobody came to help.',
  'Look at me when I talk to you.',
]

/** Random screenplays of one to four scenes. */
export const anyScript: fc.Arbitrary<string> = fc
  .array(
    fc.record({
      place: fc.constantFrom(...PLACES),
      time: fc.constantFrom('DAY', 'NIGHT', 'DUSK'),
      cast: fc.shuffledSubarray(NAMES, { minLength: 1, maxLength: 9 }),
      beats: fc.array(
        fc.record({
          deed: fc.boolean(),
          i: fc.nat(99),
          a: fc.nat(99),
          b: fc.nat(99),
          off: fc.nat(9),
          manner: fc.constantFrom('', '', '(whispering)', '(beat)', '(not turning round)'),
        }),
        { minLength: 0, maxLength: 14 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((scenes) =>
    scenes
      .map(({ place, time, cast, beats }) => {
        const who = (n: number) => cast[n % cast.length]!
        const body = beats.map((b) =>
          b.deed
            ? DEEDS[b.i % DEEDS.length]!.replaceAll('{A}', who(b.a)).replaceAll('{B}', who(b.b))
            : [
                `${who(b.a)}${b.off === 0 ? ' (V.O.)' : b.off === 1 ? ' (O.S.)' : ''}`,
                ...(b.manner ? [b.manner] : []),
                LINES[b.i % LINES.length]!,
              ].join('\n'),
        )
        return [`${place} - ${time}`, ...body].join('\n\n')
      })
      .join('\n\n'),
  )
