/**
 * A sound that goes on: writes the samples from `from` on, counted from where the place begins. RMS about 1 while it sounds.
 * Asked for quantum by quantum in order; what it remembers is forgotten within a second.
 */
export type AmbienceVoice = (from: number, left: Float32Array, right: Float32Array) => void

/** Makes a voice. @param key seeds it. */
export type MakeVoice = (key: string) => AmbienceVoice
