import type { SpokenLine, Viseme } from '../film'
import type { VisemeCue } from './visemes'

/** A phone as the mouth makes it: its shape, how fully, and the shape it ends in. */
interface Shape {
  readonly viseme: Viseme
  readonly peak: number
  /** Diphthongs end in another. */
  readonly glide?: Viseme
}

/** Phones of ARPABET by shape (Oculus LipSync's 15): [shape, how fully, phones]. */
const TABLE: readonly (readonly [Viseme, number, string])[] = [
  ['PP', 1, 'p b m em'],
  ['FF', 0.9, 'f v'],
  ['TH', 0.75, 'th dh'],
  ['DD', 0.7, 't d dx'],
  ['kk', 0.7, 'k g ng'],
  ['kk', 0.4, 'hh'],
  ['CH', 0.8, 'ch jh sh zh'],
  ['SS', 0.75, 's z'],
  ['nn', 0.7, 'n l en el'],
  ['RR', 0.8, 'r er axr'],
  ['aa', 1, 'aa ae ay aw'],
  ['aa', 0.8, 'ah'],
  ['aa', 0.45, 'ax'],
  ['E', 1, 'eh ey'],
  ['ih', 1, 'ih iy'],
  ['ih', 0.7, 'y'],
  ['oh', 1, 'ao ow oy'],
  ['ou', 1, 'uh uw'],
  ['ou', 0.85, 'w'],
]
const GLIDES: Readonly<Record<string, Viseme>> = { ay: 'ih', aw: 'ou', ey: 'ih', ow: 'ou', oy: 'ih' }

const SHAPES: ReadonlyMap<string, Shape> = new Map(
  TABLE.flatMap(([viseme, peak, phones]) =>
    phones.split(' ').map((phone) => [phone, GLIDES[phone] ? { viseme, peak, glide: GLIDES[phone] } : { viseme, peak }] as const),
  ),
)

/** Where a diphthong passes from its first shape to its second, of its length. */
const GLIDE_AT = 0.6
/** How fully vowels of syllables without stress are made, of those with it. */
const UNSTRESSED = 0.82
/** So long are lips closed at least, seconds: a frame at 24 a second falls into it wherever it lies, ease taken off. */
const CLOSED_S = 1 / 24 + 0.024
/** Shorter silences do not close the mouth, seconds. */
const PAUSE_S = 0.05

/**
 * Mouth shapes of what was spoken, from `t0` seconds on, each as long as its phone; in order, without overlap. Lips that close
 * for p, b and m stay closed for a frame of 24 a second at least: where the phone is shorter, the next shape begins later.
 */
export function visemesOfSpoken(line: SpokenLine, t0: number): VisemeCue[] {
  const out: VisemeCue[] = []
  /** Until when lips are still closed. */
  let busy = t0
  const put = (from: number, to: number, cue: Pick<VisemeCue, 'viseme' | 'peak' | 'stressed'>) => {
    const t = Math.max(from, busy)
    const end = cue.viseme === 'PP' ? Math.max(to, t + CLOSED_S) : to
    if (end <= t) return
    out.push({ t, s: end - t, ...cue })
    if (cue.viseme === 'PP') busy = end
  }
  let at = t0
  for (const { phone, s, stressed = false } of line.phones) {
    const end = at + s
    const shape = SHAPES.get(phone)
    if (!shape) {
      if (s > PAUSE_S) put(at, end, { viseme: 'sil', peak: 1, stressed: false })
    } else {
      const isVowel = /^[aeiou]/.test(phone) && !/^(em|en|el)$/.test(phone)
      const peak = isVowel && !stressed ? shape.peak * UNSTRESSED : shape.peak
      const turn = shape.glide ? at + s * GLIDE_AT : end
      put(at, turn, { viseme: shape.viseme, peak, stressed })
      if (shape.glide) put(turn, end, { viseme: shape.glide, peak: peak * 0.9, stressed: false })
    }
    at = end
  }
  return out
}
