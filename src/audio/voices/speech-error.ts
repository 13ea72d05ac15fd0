/** Text that could not be spoken: the engine ended, trapped, or answered in a way that is not understood. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError'
}
