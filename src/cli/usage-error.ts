export { didYouMean } from '../film'

/** The command was called wrongly: said in one line with a remedy, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  constructor(
    message: string,
    /** What to do. */
    readonly remedy: string,
  ) {
    super(message)
  }
}
