import type { QualityName } from '../../render'

/** A preview's size and how much work goes into it. */
export interface PreviewRung {
  readonly height: number
  readonly quality: QualityName
}

/** Preview sizes, best first: the viewport goes down a step when a picture takes too long, and up again when there is time. */
const LADDER: readonly PreviewRung[] = [
  { height: 1080, quality: 'preview' },
  { height: 720, quality: 'preview' },
  { height: 540, quality: 'preview' },
  { height: 360, quality: 'preview' },
  { height: 270, quality: 'preview' },
  { height: 216, quality: 'draft' },
]
/** A picture slower than this costs a step while playing, milliseconds. */
const SLOW_MS = 45
/** Where the viewport begins: small and soon; a picture at rest is then refined as far as the machine is quick. */
const START_STEP = 4
/** A picture at rest may take this long, milliseconds. */
const REFINE_MS = 160
/** Pictures in a row after which a step is taken while playing. */
const MANY_SLOW = 3
const MANY_FAST = 20

/** How large the viewport's pictures are, by how long the last ones took. */
export class PreviewPace {
  #step = START_STEP
  #slow = 0
  #fast = 0

  get rung(): PreviewRung {
    return LADDER[this.#step] as PreviewRung
  }

  /**
   * Takes the milliseconds of a picture. While playing: down the ladder after three slow pictures, up after twenty fast
   * ones. At rest: up as long as the next step will be quick.
   * @returns whether a picture at rest is to be drawn again, finer.
   */
  took(ms: number, playing: boolean): boolean {
    if (!playing) {
      const next = LADDER[this.#step - 1]
      if (!next || ms * (next.height / this.rung.height) ** 2 >= REFINE_MS) return false
      this.#step--
      return true
    }
    this.#slow = ms > SLOW_MS ? this.#slow + 1 : 0
    this.#fast = ms < SLOW_MS / 4 ? this.#fast + 1 : 0
    if (this.#slow >= MANY_SLOW && this.#step < LADDER.length - 1) this.#step++
    else if (this.#fast >= MANY_FAST && this.#step > 0) this.#step--
    else return false
    this.#slow = 0
    this.#fast = 0
    return false
  }
}
