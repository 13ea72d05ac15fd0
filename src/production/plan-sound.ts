import { soundOfPlace } from '../departments/sound'
import { roundNumbers, type SoundMaster, type SoundPlan } from '../film'
import { contactsOf } from '../motion'
import type { ShotRange } from './find-frame'
import { linesOfShots } from './lines-of-shots'
import { type PlannedFilm, sliceOf } from './phases'

/** What a production says of its film's sound, by the film's own shots and frames. */
export interface SoundWish {
  /** Everything is silent. */
  readonly silent?: boolean
  /** Shots, by key, in which nothing is heard. */
  readonly silentShots: ReadonlySet<string>
  /** What is added to voices, dB. */
  readonly dialogueDb?: number
  /** What is added to ambience and to contacts that are made here, dB; null: there are none. */
  readonly ambienceDb?: number | null
  readonly foleyDb?: number | null
  readonly cues: SoundPlan['cues']
  readonly master: SoundMaster
}

/**
 * How loud a film is where nobody says: −16 LUFS and −1 dBTP, as films on the web are. A film in which little is heard is not
 * lifted all the way: its room tone would be as loud as speech.
 */
export const MASTER: SoundMaster = { loudnessLufs: -16, peakDbtp: -1, liftDb: 12 }

/** A film of which nobody says how it sounds. */
export const PLAIN_SOUND: SoundWish = { silentShots: new Set(), cues: [], master: MASTER }

/** Everything that is heard in a film: what people say, what its places sound like, what is done that is heard, and the files put into it. */
export function planSound(film: PlannedFilm, wish: SoundWish = PLAIN_SOUND): SoundPlan {
  const { store } = film
  const { plan } = store
  const linesOf = linesOfShots(film, wish.dialogueDb)
  const places: Record<string, SoundPlan['places'][string]> = {}
  const scenes = new Map(plan.scenes.map((s) => [s.key, s]))
  const shots = plan.shots.map((shot): SoundPlan['shots'][number] => {
    const scene = scenes.get(shot.sceneKey)
    const [set, light] = [shot.set ?? scene?.set ?? '', shot.light ?? scene?.light ?? '']
    const slice = sliceOf(store, shot.key)
    const place = `${set.slice(0, 16)}-${light.slice(0, 16)}`
    places[place] ??= placeSound(slice, wish)
    const { foleyDb } = wish
    const lines = linesOf(shot.key, slice)
    const louder = typeof foleyDb === 'number' ? 10 ** (foleyDb / 20) : 1
    return {
      key: shot.key,
      startFrame: shot.startFrame,
      frames: shot.frames,
      place,
      fadeIn: slice.shot.fadeIn,
      fadeOut: slice.shot.fadeOut,
      silent: wish.silent === true || wish.silentShots.has(shot.key),
      contacts: foleyDb === null ? [] : contactsOf(slice).map((c) => roundNumbers({ ...c, strength: Math.min(1, c.strength * louder) })),
      ...(lines.length > 0 ? { lines } : {}),
    }
  })
  return { schema: 'SoundPlan', version: '1.0.0', fps: plan.fps, frames: plan.frames, places, shots, cues: wish.cues, master: wish.master }
}

function placeSound({ set, light }: ReturnType<typeof sliceOf>, { ambienceDb = 0 }: SoundWish): SoundPlan['places'][string] {
  const place = soundOfPlace(set, light)
  if (ambienceDb === null) return { ...place, layers: [] }
  return { ...place, layers: place.layers.map((l) => ({ ...l, levelDb: l.levelDb + ambienceDb })) }
}

/**
 * The sound of a part of a film, as the part is cut: frames count from its start, and what began before it goes on in it.
 * @param ranges stretches of shots in film order, as pictures are made of them.
 */
export function soundOfPart(plan: SoundPlan, ranges: readonly ShotRange[]): SoundPlan {
  const of = new Map(plan.shots.map((s, i) => [s.key, i]))
  let end = 0
  let before: { readonly index: number; readonly filmEnd: number } | undefined
  let start: number | undefined
  const shots = ranges.flatMap(({ shot, first, frames }): SoundPlan['shots'][number][] => {
    const index = of.get(shot.key)
    const whole = index === undefined ? undefined : plan.shots[index]
    if (!whole || index === undefined) return []
    const filmStart = whole.startFrame + first
    // Shots that run into each other in the film do so here too, if both are made.
    const overlap = before?.index === index - 1 ? Math.max(0, before.filmEnd - filmStart) : 0
    const startFrame = end - overlap
    start ??= filmStart
    end = startFrame + frames
    before = { index, filmEnd: filmStart + frames }
    return [
      {
        ...whole,
        startFrame,
        frames,
        fadeIn: first === 0 ? whole.fadeIn : 0,
        fadeOut: first + frames === whole.frames ? whole.fadeOut : 0,
        ...(whole.lines ? { lines: whole.lines.map((l) => ({ ...l, frame: l.frame - first })) } : {}),
        contacts: whole.contacts.filter((c) => c.frame >= first && c.frame < first + frames).map((c) => ({ ...c, frame: c.frame - first })),
      },
    ]
  })
  const used = new Set(shots.map((s) => s.place))
  return {
    ...plan,
    frames: end,
    places: Object.fromEntries(Object.entries(plan.places).filter(([name]) => used.has(name))),
    shots,
    cues: plan.cues.flatMap((cue) => cueInPart(cue, plan, start ?? 0, end)),
  }
}

/** A cue in a film that begins later: what is over before it is left out, what has begun is gone into. */
function cueInPart(cue: SoundPlan['cues'][number], { fps }: SoundPlan, from: number, frames: number): SoundPlan['cues'] {
  const startFrame = cue.startFrame - from
  const endFrame = cue.endFrame === undefined ? undefined : cue.endFrame - from
  if (startFrame >= frames || (endFrame !== undefined && endFrame <= 0)) return []
  const late = Math.max(0, -startFrame)
  return [
    roundNumbers({
      ...cue,
      startFrame: Math.max(0, startFrame),
      ...(endFrame === undefined ? {} : { endFrame }),
      ...(late > 0 ? { heardS: (cue.heardS ?? 0) + (late * fps.den) / fps.num } : {}),
      fadeInS: late > 0 ? 0 : cue.fadeInS,
    }),
  ]
}
