/** A word as it is said. */
export interface Word {
  readonly text: string
}

/** A phone as it was spoken, with its length in any unit, and the word it belongs to. */
export interface PhoneInTime {
  readonly phone: string
  readonly s: number
  readonly stressed?: boolean
  readonly word?: Word
}
