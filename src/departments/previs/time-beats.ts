import { anchor, type Beat, type FrameRate, type ScriptScene, type SpokenLine, secondsToFrames, slug, uniqueKeys } from '../../film'
import { directedSeconds } from './camera-directions'
import { actionBeats, speechBeats } from './split-text'
import { actionSeconds, speechSeconds } from './timing'

/** Seconds between one line and the next, after an action, and inside a speech: at the end of a sentence, and elsewhere. */
export const GAP_S = { line: 0.28, action: 0.12, sentence: 0.3, breath: 0.12 } as const
/** A line takes no less, seconds: who hears it must see who says it. */
const LEAST_S = 0.8
/** A written `(beat)` or `(pause)`, seconds. */
const PAUSE_S = 1.1
const PAUSE = /^\(?\s*(?:an?\s+)?(?:long\s+|short\s+|small\s+)?(?:beat|pause|silence|then|pausa|pause)\b/i

/** A beat with where it may be cut: `run` counts the dialogue elements before it, which a longer line leaves alone. */
export interface TimedBeat {
  readonly beat: Beat
  /** `anchor` of the beat's text. */
  readonly anchor: string
  /** Index among the scene's dialogue elements; −1 for anything else. */
  readonly speech: number
  /** Which stretch of its element this is, from 0. */
  readonly part: number
  readonly parts: number
  /** Starts together with the beat before it. */
  readonly dual: boolean
}

/** A scene's beats and its length in frames. */
export interface TimedScene {
  readonly beats: readonly TimedBeat[]
  readonly frames: number
}

/** What somebody says, and how: all that its length depends on. */
export interface SaidLine {
  readonly character: string
  readonly text: string
  /** The parenthetical in force. */
  readonly manner: string
}

/** How long a line takes the voice that says it; undefined where nobody is heard. */
export type Speak = (line: SaidLine) => SpokenLine | undefined

/** Whether a speech is heard from somewhere else: voice-over, off screen, telephone, radio. */
export const isOffScreen = (extensions: readonly string[]): boolean =>
  extensions.some((e) => /^(?:V\.?\s?O|O\.?\s?S|O\.?\s?C|FILTERED|ON (?:PHONE|RADIO|TV)|OFF|VOICE)/i.test(e))

/** Lays a scene out in time: lines as long as their voices take, or at 165 words a minute; actions by length, pauses where written. */
export function timeBeats(scene: ScriptScene, fps: FrameRate, speak?: Speak): TimedScene {
  const unique = uniqueKeys()
  const beats: TimedBeat[] = []
  let at = 0
  let longest = 0
  let pair = 0
  let speech = -1
  const put = (
    element: number,
    kind: Beat['kind'],
    text: string,
    seconds: number,
    line: number,
    more: {
      character?: string
      manner?: string
      offScreen?: boolean
      spoken?: SpokenLine
      part?: number
      parts?: number
      dual?: boolean
    } = {},
  ) => {
    const frames = Math.max(1, secondsToFrames(seconds, fps))
    const who = more.character !== undefined ? slug(more.character) : kind
    const words = anchor(text)
    beats.push({
      beat: {
        key: unique(`${who}.${words}`),
        kind,
        element,
        ...(more.character === undefined ? {} : { character: more.character }),
        text,
        ...(more.manner ? { manner: more.manner } : {}),
        ...(more.offScreen ? { offScreen: true } : {}),
        ...(more.spoken ? { spoken: more.spoken } : {}),
        startFrame: at,
        frames,
        line,
      },
      anchor: words,
      speech: kind === 'line' ? speech : -1,
      part: more.part ?? 0,
      parts: more.parts ?? 1,
      dual: more.dual ?? false,
    })
    at += frames
  }

  const first = scene.elements.find((e) => e.kind === 'dialogue' || e.kind === 'action' || e.kind === 'lyric')
  if (first?.kind !== 'action')
    put(0, 'pause', scene.heading.text || scene.heading.location || 'scene', first ? 1.8 : 3, scene.heading.line)

  scene.elements.forEach((e, index) => {
    if (e.kind === 'action') {
      const texts = actionBeats(e.text.replace(/^\s*(?:--|[-–—•*])\s*/, ''))
      texts.forEach((text, part) => {
        put(index, 'action', text, Math.max(actionSeconds(text), directedSeconds(text)) + GAP_S.action, e.line, {
          part,
          parts: texts.length,
        })
      })
    } else if (e.kind === 'lyric') put(index, 'action', e.text, speechSeconds(e.text) + GAP_S.line, e.line)
    else if (e.kind === 'dialogue') {
      speech++
      if (e.dual === 'left') {
        pair = at
        longest = at
      }
      if (e.dual === 'right') {
        longest = at
        at = pair
      }
      const off = isOffScreen(e.extensions)
      let manner = ''
      const pieces: { text: string; manner: string; pause: boolean; line: number }[] = []
      for (const p of e.parts) {
        const text = p.text.replace(/^\(|\)$/g, '').trim()
        if (!text) continue
        if (p.kind === 'parenthetical') {
          if (PAUSE.test(text)) pieces.push({ text, manner, pause: true, line: p.line })
          else manner = text
        } else for (const t of speechBeats(text, manner)) pieces.push({ text: t, manner, pause: false, line: p.line })
      }
      pieces.forEach((p, part) => {
        const more = {
          character: e.character,
          manner: p.manner,
          offScreen: off,
          part,
          parts: pieces.length,
          dual: e.dual === 'right' && part === 0,
        }
        if (p.pause) put(index, 'pause', p.text, PAUSE_S, p.line, more)
        else {
          const spoken = speak?.({ character: e.character, text: p.text, manner: p.manner })
          // A reckoned length has the pauses of its sentences in it.
          const within = spoken && /[.!?…]["'”’)\]]*$/.test(p.text) ? GAP_S.sentence : GAP_S.breath
          const seconds = spoken ? Math.max(LEAST_S, spoken.seconds) : speechSeconds(p.text, p.manner)
          const gap = part === pieces.length - 1 ? GAP_S.line : within
          put(index, 'line', p.text, seconds + gap, p.line, spoken ? { ...more, spoken } : more)
        }
      })
      if (e.dual === 'right') at = Math.max(at, longest)
    }
  })
  const fadesOut = scene.elements.some((e) => e.kind === 'transition' && /FADE\s*(?:OUT|TO)/i.test(e.text))
  if (fadesOut) at += secondsToFrames(1, fps)
  return { beats, frames: Math.max(at, ...beats.map((b) => b.beat.startFrame + b.beat.frames)) }
}

/** Everything that is said in a scene, in order, in the stretches in which it is said. */
export const linesIn = (scene: ScriptScene, fps: FrameRate): SaidLine[] =>
  timeBeats(scene, fps).beats.flatMap(({ beat: { kind, character, text, manner = '' } }) =>
    kind === 'line' && character !== undefined ? [{ character, text, manner }] : [],
  )
