import type { ProductionTemplate } from './template'

/** A story of a few minutes in widescreen: a screenplay, and what differs from it. */
export const SHORT_FILM: ProductionTemplate = {
  about: 'a story of a few minutes, in widescreen',
  yaml: `# A short film. Everything that is not said here is taken from the script.
production:
  meta:
    title: TITLE
    version: 1.0.0
    author: ''

  script: SCRIPT

  style:
    look: cinematic_teal_orange # neutral, noir, golden_hour, moonlight, vivid, pastel, sepia …
    contrast: normal

  target_format: cinema
  aspect_ratio: '1.85'
  fps: 24

  # What the script does not say of people and places; scenes are numbered from 1.
  characters:
    - name: ANNA
      age: 34
      hair: short black hair
      wardrobe:
        scene_1: green raincoat, jeans, boots
        scene_2: grey sweater, jeans, boots

  locations:
    - name: TRAIN STATION PLATFORM
      weather: rain
    - name: WAITING ROOM
      light: flickering

  shots: auto

  outputs:
    - streaming_1080p
`,
  script: `Title: TITLE
Author: 

FADE IN:

EXT. TRAIN STATION PLATFORM - NIGHT

Rain. ANNA (34, a suitcase in her hand) stands alone under the clock. She looks down the empty track.

A man comes along the platform: PAUL (60, thin, long grey coat, white beard).

PAUL
The last one went an hour ago.

ANNA
I know. I was on it.

INT. WAITING ROOM - CONTINUOUS

Anna sits down on a bench. Paul sits down beside her.

PAUL
Then why did you come back?

ANNA
I forgot to say goodbye.

She looks at him. He begins to smile.

FADE OUT.
`,
}
