import type { RenderPlan } from '../../film'
import { filmStore } from '../store/film-store'

/** A tick that came later than this is not made up for, seconds: the page slept. */
const LONGEST_TICK_S = 0.5

/** Moves the frame under the playhead while the film plays. */
export class Playhead {
  /** Parts of a frame that have passed. */
  #clock = 0

  /** Moves on by so many seconds; stops at the film's end. */
  advance(deltaS: number, { fps, frames }: Pick<RenderPlan, 'fps' | 'frames'>): void {
    this.#clock += (Math.min(deltaS, LONGEST_TICK_S) * fps.num) / fps.den
    const whole = Math.floor(this.#clock)
    if (whole < 1) return
    this.#clock -= whole
    this.goTo(filmStore.getState().frame + whole, frames)
  }

  /** Shows a frame; stops at the film's end. */
  goTo(frame: number, frames: number): void {
    filmStore.setState(frame >= frames ? { frame: frames - 1, playing: false } : { frame })
  }
}
