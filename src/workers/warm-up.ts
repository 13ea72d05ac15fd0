import { random } from '../film'

/** How many small screenplays the planner plans before it is asked for a film: about thirty pages of them. */
export const WARM_UP_ROUNDS = 36

const PLACES = [
  'INT. KITCHEN - DAY',
  'EXT. STREET - NIGHT',
  'INT. OFFICE - DUSK',
  'EXT. BEACH - DAWN',
  'INT. DINER - NIGHT',
  'EXT. FOREST - DAY',
  'INT. BEDROOM - NIGHT',
  'INT. WAREHOUSE - DAY',
  'EXT. ROOFTOP - DUSK',
  'INT. CLASSROOM - DAY',
  'EXT. PARK - DAY',
  'INT. CORRIDOR - NIGHT',
]
const PEOPLE = [
  ['ANNA', 'Anna', '60s, wiry, grey bun, blue apron', 'She'],
  ['TOM', 'Tom', '9, freckles, striped sweater', 'He'],
  ['INGRID', 'Ingrid', '31, tall, dark suit, short hair', 'She'],
  ['FIRST MAN', 'First Man', '40s, heavy, dark coat, beard', 'He'],
] as const
const DEEDS = [
  'runs in and puts a cup on the table',
  'stands at the window and looks out',
  'gives the others a loaf of bread',
  'sits down',
  'walks slowly to the door, then stops',
  'picks up the phone and listens',
  'laughs, shakes one hand and turns away',
  'leaves',
  'kneels beside a bag and opens it',
]
const SPEECHES = [
  'You are late again. Sit down and eat.',
  'The bus stood at the bridge. Nobody knew why, and nobody came to tell us when it would go on.',
  'No.',
  'Is this the way to the station?',
  'It was yesterday, when the clocks still worked and all of us had somewhere to be.',
  'I called you twice.',
]

/**
 * A screenplay of one scene to be planned before there is a film, and forgotten: the engine has then compiled what a
 * long film needs, and takes about a quarter less time over it. Inside and outside, day and night, speech, deeds and things.
 * @param round which of them, from 0.
 */
export function warmUpScript(round: number): string {
  const rnd = random(`warm-up/${round}`)
  const here = rnd.shuffle(PEOPLE).slice(0, 1 + (round % PEOPLE.length))
  const lines = [`${PLACES[round % PLACES.length]}`, '', rnd.pick(['Rain.', 'A lamp and an old chair.', 'Nothing moves.']), '']
  for (const [name, , looks] of here) lines.push(`${name} (${looks}) ${rnd.pick(DEEDS)}.`, '')
  for (let n = 0; n < 8; n++) {
    const [name, called, , pronoun] = rnd.pick(here)
    if (rnd.chance(0.4)) lines.push(`${called} ${rnd.pick(DEEDS)}. ${pronoun} ${rnd.pick(DEEDS)}.`, '')
    lines.push(rnd.chance(0.1) ? `${name} (O.S.)` : name)
    if (rnd.chance(0.2)) lines.push('(quietly)')
    lines.push(rnd.pick(SPEECHES), '')
  }
  lines.push(rnd.chance(0.3) ? 'FADE OUT.' : 'CUT TO:')
  return lines.join('\n')
}
