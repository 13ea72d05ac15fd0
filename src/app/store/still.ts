import { createStore } from 'zustand/vanilla'
import { Style } from '../../departments/retro'
import type { FrameState } from '../../film'

/** A frame that was kept, with all that made it. */
export interface Still {
  readonly id: string
  /** Title of its film. */
  readonly film: string
  readonly shotKey: string
  readonly address: string
  /** Hash of everything the shot depended on. */
  readonly sliceHash: string
  /** Whole frame in the shot. */
  readonly frame: number
  readonly style: Style
  /** Where everybody and the camera were, and what shone. */
  readonly state: FrameState
  readonly width: number
  readonly height: number
}

/** A still and its picture. */
export interface KeptStill {
  readonly still: Still
  readonly png: Blob
  /** Of the picture, for the page. */
  readonly url: string
}

/** Stills that are kept in this browser, in the order in which they were grabbed. */
export const stillsStore = createStore<{ readonly stills: readonly KeptStill[] }>(() => ({ stills: [] }))

/** A style and a still are told apart by this in front of a still's id. */
const MARK = 'still:'

/** What the line across the picture is told to compare with: a still by its id. */
export const againstStill = (id: string): string => `${MARK}${id}`

/** The still that is compared with; undefined where it is a style, or nothing. */
export const stillAgainst = (against: string | undefined): KeptStill | undefined =>
  against?.startsWith(MARK) ? stillsStore.getState().stills.find(({ still }) => against === againstStill(still.id)) : undefined

/** Where a still is from, in words. */
export const stillName = ({ address, frame, style }: Still): string => `${address}:${frame} ${style.name}`

/** A still as it was written; undefined for what is none. */
export function readStill(text: string): Still | undefined {
  try {
    const { still, version } = JSON.parse(text) as { still: Still; version: unknown }
    const { id, film, shotKey, address, sliceHash, frame, width, height, state } = still
    const words = [id, film, shotKey, address, sliceHash]
    const numbers = [frame, width, height]
    if (version !== 1 || !words.every((w) => typeof w === 'string') || !numbers.every(Number.isFinite) || !state) return undefined
    return { ...still, style: Style.parse(still.style) }
  } catch {
    return undefined
  }
}
