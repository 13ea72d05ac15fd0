/** Why a panorama cannot be used: place in the file, rule, value and remedy. */
export class PanoramaError extends Error {
  /** Stable, with its family in front: `hdri.size`. */
  readonly rule: string
  readonly remedy: string
  /** Place in the file: `line 12`, `header`; empty for the whole of it. */
  readonly place: string
  readonly value: string | undefined

  constructor(rule: string, place: string, message: string, remedy: string, value?: string | number) {
    super(message)
    this.name = 'PanoramaError'
    this.rule = rule
    this.place = place
    this.remedy = remedy
    this.value = value === undefined ? undefined : String(value)
  }
}
