import { canSpeak } from '../audio'
import { linesIn, type SaidLine } from '../departments/previs'
import { deliveryOf } from '../departments/sound'
import { type FrameRate, type Script, type SpokenLine, type Utterance, utteranceKey, type VoiceDesign } from '../film'
import type { Voices } from './artifacts'

/** What was spoken, by `utteranceKey`. */
export type SpokenLines = ReadonlyMap<string, SpokenLine>

/** Who speaks in a film, and how; and how long it takes them, as far as it was spoken. */
export class FilmSpeech {
  /** @param voices by keys of the script's characters: whoever is not in it is not heard. */
  constructor(
    readonly voices: ReadonlyMap<string, VoiceDesign>,
    readonly spoken: SpokenLines = new Map(),
  ) {}

  /** What the voice of a line is asked for; undefined for whoever is not heard, and for letters that no voice reads. */
  utteranceOf({ character, text, manner }: SaidLine): Utterance | undefined {
    const voice = canSpeak(text) ? this.voices.get(character) : undefined
    return voice && { text, voice, delivery: deliveryOf(text, manner) }
  }

  /** A line as it was spoken. */
  readonly speak = (line: SaidLine): SpokenLine | undefined => {
    const utterance = this.spoken.size > 0 ? this.utteranceOf(line) : undefined
    return utterance && this.spoken.get(utteranceKey(utterance))
  }

  /** With more that was spoken. */
  with(spoken: SpokenLines): FilmSpeech {
    return new FilmSpeech(this.voices, spoken)
  }

  /** Everything that a film's voices are asked for, each once, in film order. */
  utterancesOf(script: Script, fps: FrameRate): Map<string, Utterance> {
    const all = new Map<string, Utterance>()
    if (this.voices.size === 0) return all
    for (const scene of script.scenes)
      for (const line of linesIn(scene, fps)) {
        const utterance = this.utteranceOf(line)
        if (utterance) all.set(utteranceKey(utterance), utterance)
      }
    return all
  }
}

/** A film in which nobody is heard. */
export const SILENT_SPEECH = new FilmSpeech(new Map())

/** Who sounds how in a film, and what was spoken of it, as it is kept. */
export const voicesArtifact = ({ voices, spoken }: FilmSpeech): Voices => ({
  schema: 'Voices',
  version: '1.0.0',
  voices: Object.fromEntries(voices),
  spoken: Object.fromEntries(spoken),
})
