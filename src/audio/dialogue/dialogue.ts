import { type SoundLine, type SoundPlan, type Utterance, utteranceKey } from '../../film'
import { gainOf, panGains, QUANTUM, RATE, type Stereo } from '../rate'
import { sampleOfFrame } from '../timing'
import { heardAs } from './heard-as'

/** Whoever makes lines audible: the same samples for the same utterance, mono at 48 kHz. */
export interface Speaker {
  speak(utterance: Utterance): { readonly samples: Float32Array }
}

/** A line in one shot. */
interface Piece {
  readonly line: SoundLine
  /** Film sample that it was begun with, here or in the shot before. */
  readonly at: number
  /** Film samples of the shot, `end` not included. */
  readonly start: number
  readonly end: number
  readonly place: string
  readonly gains: readonly [left: number, right: number]
  /** What of it the room answers. */
  readonly send: number
}

/** Samples in which a voice goes over from the place it has in one shot to that in the next. */
const EDGE = 240

/** Voices that are kept for those who go back a little. */
const KEPT = 12

/** Voices stay near the middle: cuts would throw them from side to side. */
const WIDTH = 0.35

/** The voices of a film, each where its shots have it. */
export class Dialogue {
  readonly #pieces: readonly Piece[]
  readonly #speaker: Speaker
  readonly #voices = new Map<string, Float32Array>()
  /** From and to which film samples somebody speaks, in order. */
  readonly spans: readonly (readonly [from: number, to: number])[]

  /** @throws RangeError if lines are to be heard and nobody speaks them. */
  constructor(plan: SoundPlan, speaker: Speaker | undefined) {
    const pieces = plan.shots.flatMap((shot) =>
      (shot.lines ?? []).map((line): Piece => {
        const start = sampleOfFrame(shot.startFrame, plan.fps)
        const [l, r] = panGains(WIDTH * line.pan)
        const near = nearness(line) * gainOf(line.gainDb)
        return {
          line,
          at: sampleOfFrame(shot.startFrame + line.frame, plan.fps),
          start,
          end: sampleOfFrame(shot.startFrame + shot.frames, plan.fps),
          place: shot.place,
          gains: [near * l * Math.SQRT2, near * r * Math.SQRT2],
          send: ROOM[line.from] * Math.sqrt(near * gainOf(line.gainDb)),
        }
      }),
    )
    if (pieces.length > 0 && !speaker) throw new RangeError('mix: the film has lines, and nobody to speak them')
    this.#pieces = pieces.sort((a, b) => a.at - b.at)
    this.#speaker = speaker ?? NOBODY
    this.spans = this.#pieces.map(({ at, line }) => [at, at + Math.round(line.seconds * RATE)])
  }

  /** Whether anybody is heard in a place between two film samples. */
  isHeardIn(place: string, from: number, to: number): boolean {
    return this.#pieces.some((p) => p.place === place && p.start < to && p.end > from)
  }

  /** Adds what is said in a place in the quantum that begins at a film sample; `send` is what its room hears. */
  add(place: string, at: number, out: Stereo, send: Float32Array): void {
    for (const piece of this.#pieces) {
      if (piece.at >= at + QUANTUM) break
      if (piece.place !== place || piece.start >= at + QUANTUM || piece.end + EDGE <= at) continue
      const length = Math.round(piece.line.seconds * RATE)
      if (piece.at + length <= at) continue
      const voice = this.#voiceOf(piece.line)
      for (let i = Math.max(0, Math.max(piece.at, piece.start) - at); i < QUANTUM; i++) {
        const n = at + i
        const x = voice[n - piece.at]
        if (x === undefined || n >= piece.end + EDGE) break
        const up = piece.at < piece.start ? Math.min(1, (n - piece.start) / EDGE) : 1
        const y = x * (n < piece.end ? up : 1 - (n - piece.end) / EDGE)
        out.left[i] = (out.left[i] as number) + y * piece.gains[0]
        out.right[i] = (out.right[i] as number) + y * piece.gains[1]
        send[i] = (send[i] as number) + y * piece.send
      }
    }
  }

  #voiceOf({ utterance, from }: SoundLine): Float32Array {
    const key = `${utteranceKey(utterance)} ${from}`
    const voice = this.#voices.get(key) ?? heardAs(this.#speaker.speak(utterance).samples, from)
    // What was asked for last stays longest.
    this.#voices.delete(key)
    this.#voices.set(key, voice)
    const [oldest] = this.#voices.keys()
    if (this.#voices.size > KEPT && oldest !== undefined) this.#voices.delete(oldest)
    return voice
  }
}

/** Is never asked: a film without lines needs nobody. */
const NOBODY: Speaker = { speak: () => ({ samples: new Float32Array(0) }) }

/** How much of a voice its room hears: narrators are in none, telephones have theirs behind them. */
const ROOM = { scene: 0.5, off: 0.9, over: 0, device: 0.12 } as const

/** How loud a voice is from where the camera is. Films keep lines near: 8 dB at most are lost from the wide shot to the close one. */
function nearness({ distanceM }: SoundLine): number {
  return Math.fround(Math.max(0.4, (1.5 / Math.max(1.5, distanceM)) ** 0.4))
}
