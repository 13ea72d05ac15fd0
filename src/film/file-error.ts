/** Why a file that somebody gave cannot be used: where in it, what was found, and what to do. */
export class FileError extends Error {
  /** Stable, with its family in front: `model.bones`, `hdri.size`. */
  readonly rule: string
  readonly remedy: string
  /** Place in the file: `byte 12`, `nodes[3]`, `header`; empty for the whole of it. */
  readonly place: string
  readonly value: string | undefined

  constructor(rule: string, place: string, message: string, remedy: string, value?: string | number) {
    super(message)
    this.rule = rule
    this.place = place
    this.remedy = remedy
    this.value = value === undefined ? undefined : String(value)
  }
}
