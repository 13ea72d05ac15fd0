import type { Script, VoiceDesign } from '../film'
import { FilmSpeech } from './film-speech'
import type { PlanSettings } from './master'
import type { Cast } from './wardrobe'

export const castVoices = (script: Script, _p: PlanSettings, cast: Cast): FilmSpeech =>
  new FilmSpeech(
    new Map(
      script.characters.map((c): [string, VoiceDesign] => {
        const sex = (cast.get(c.key) as { sex?: string } | undefined)?.sex
        return [c.key, { base: sex === 'female' ? 'slt' : 'rms', pitchHz: sex === 'female' ? 195 : 105, spreadHz: 20, pace: 1, formant: 1 }]
      }),
    ),
  )
