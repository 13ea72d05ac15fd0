import { looksEnglish } from '../audio'
import { type Speaker, voicesOf } from '../departments/sound'
import type { CharacterSpec, Diagnostic, Script, VoiceDesign } from '../film'
import { FilmSpeech, SILENT_SPEECH } from './film-speech'
import { type PlanSettings, settingsFor } from './master'
import type { Cast } from './wardrobe'

/**
 * Who sounds how in a film: by who they are, and by what the production says of their voices. Nobody is heard where it says
 * so, nor in a language that the voices do not speak.
 * @param cast everybody as they usually are.
 */
export function castVoices(
  script: Script,
  settings: PlanSettings,
  cast: Cast,
): { readonly speech: FilmSpeech; readonly said: readonly Diagnostic[] } {
  const spoken = linesBy(script)
  if (settings.mute || spoken.size === 0) return { speech: SILENT_SPEECH, said: [] }
  if (!looksEnglish([...spoken.values()].flatMap(({ texts }) => texts))) return { speech: SILENT_SPEECH, said: [foreign(script)] }
  // Those who speak most keep the voices that suit them best.
  const speakers = script.characters
    .filter((c) => spoken.has(c.key) && !settingsFor(c, settings)?.voice?.silent)
    .toSorted((a, b) => b.lines - a.lines)
    .flatMap((person): Speaker[] => {
      const spec = cast.get(person.key) ?? cast.get(`${person.key}#1`)
      if (!spec) return []
      const wish = settingsFor(person, settings)?.voice
      return [
        {
          ...who(spec),
          key: person.key,
          name: person.name,
          description: [person.description, wish?.words].filter(Boolean).join(', '),
          ...(wish ? { wish } : {}),
          scenes: spoken.get(person.key)?.scenes ?? [],
        },
      ]
    })
  return { speech: new FilmSpeech(new Map<string, VoiceDesign>(Object.entries(voicesOf(speakers)))), said: [] }
}

const who = ({ age, sex, heightM, build }: CharacterSpec) => ({ age, sex, heightM, build })

/** What everybody says, and in which scenes. */
function linesBy(script: Script): Map<string, { readonly texts: string[]; readonly scenes: string[] }> {
  const all = new Map<string, { readonly texts: string[]; readonly scenes: string[] }>()
  for (const scene of script.scenes)
    for (const e of scene.elements) {
      if (e.kind !== 'dialogue') continue
      const known = all.get(e.character) ?? { texts: [], scenes: [] }
      all.set(e.character, known)
      known.texts.push(...e.parts.flatMap((p) => (p.kind === 'parenthetical' ? [] : [p.text])))
      if (known.scenes.at(-1) !== scene.key) known.scenes.push(scene.key)
    }
  return all
}

const foreign = ({ scenes }: Script): Diagnostic => ({
  severity: 'info',
  rule: 'sound.language',
  message: 'the voices speak English, and this screenplay does not: its lines are captions',
  remedy: 'put recorded lines into the film with sound: dialogue, or write the script in English',
  line: scenes.find((s) => s.elements.some((e) => e.kind === 'dialogue'))?.heading.line ?? 1,
  column: 1,
})
