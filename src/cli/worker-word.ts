/** What a worker says of itself when it has come so far as to do something. */
export interface WorkerWord {
  /** Heap in use, and what hangs on it outside. */
  readonly bytes: number
}
