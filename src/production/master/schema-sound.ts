import { z } from '../../film'
import { Scenes, Text } from './schema-parts'

/** A sound file: a WAV beside the master file, and how it is heard. */
const Cue = z.union([
  Text,
  z
    .looseObject({
      file: Text.describe('A sound file (WAV; MP3, AAC, Ogg, FLAC as the browser decodes them), from the folder of the file that names it'),
      at: z.union([z.number(), z.string()]).describe('Where in the film it begins: seconds, or 1:05.5; in a shot: seconds from its start'),
      shot: Text.describe('Or with which shot: sc3.sh2'),
      scene: Scenes,
      scenes: Scenes,
      offset: z.number().describe('Seconds after that'),
      duration: z.number().describe('Seconds that it is heard for at most'),
      skip: z.number().describe('Seconds of the file that are left out at its start'),
      fade: z.number().describe('Seconds of fade at both ends'),
      fade_in: z.number(),
      fade_out: z.number(),
      gain: z.number().describe('dB, −80 to 24'),
      pan: z.number().describe('−1 left, 1 right'),
      loop: z.boolean(),
      bus: Text.describe('music, dialogue, ambience, effects or foley'),
    })
    .partial(),
])

const Cues = z.union([Cue, z.array(Cue), z.number(), z.boolean()])

/** How the film sounds. */
export const Sound = z.union([
  Text,
  z.boolean(),
  z
    .looseObject({
      loudness: z.number().describe('Integrated loudness, LUFS: −16 for the web, −23 for television'),
      true_peak: z.number().describe('Highest true peak, dBTP'),
      mute: z.boolean(),
      dialogue: Cues.describe('Files; or what is added to the voices, dB; or none: lines are captions'),
      music: Cues,
      ambience: Cues.describe('Files; or what is added to what is made here, dB; or none'),
      effects: Cues,
      foley: Cues.describe('Files; or what is added to steps, doors and knocks, dB; or none'),
    })
    .partial(),
])

/** What is heard in a shot besides: a file or several that begin with it; none for silence. */
export const ShotSound = z
  .union([Cue, z.array(Cue), z.boolean()])
  .describe('A sound file or several that begin with the shot; none: silence')
