import { type Diagnostic, InputError } from '../../../film'

/** A palette as its file had it: colours in the file's order. */
export interface ReadColours {
  /** The file's own name for it, if it has one. */
  readonly name?: string
  /** 0xrrggbb. */
  readonly colours: readonly number[]
}

/** Where a finding is: a line of a text file, or a byte of a binary one. */
export type Place = { readonly line: number; readonly column?: number } | { readonly byte: number } | 'file'

/** So many findings are told one by one: a file of another kind would give one for each line. */
const TOLD = 20

/** Collects what is to be said of one palette file. */
export class PaletteFindings {
  readonly #file: string
  readonly #notes: Diagnostic[] = []
  #errors: Diagnostic[] = []
  #more = 0

  constructor(file: string) {
    this.#file = file
  }

  /** What to know of a palette that was read: `info` and `warning` only. */
  get notes(): readonly Diagnostic[] {
    return this.#notes
  }

  get wrong(): boolean {
    return this.#errors.length > 0
  }

  note(severity: 'info' | 'warning', rule: string, place: Place, message: string, remedy: string): void {
    this.#notes.push(this.#finding(severity, rule, place, message, remedy))
  }

  error(rule: string, place: Place, message: string, remedy: string, value?: string): void {
    if (this.#errors.length < TOLD) this.#errors.push(this.#finding('error', rule, place, message, remedy, value))
    else this.#more++
  }

  /** Says an error and gives the file up. */
  refuse(rule: string, place: Place, message: string, remedy: string, value?: string): never {
    this.error(rule, place, message, remedy, value)
    throw this.refusal()
  }

  /** Everything that is wrong with the file. */
  refusal(): InputError {
    if (this.#more > 0) {
      const more = `and ${this.#more} more of this kind`
      this.#errors.push(this.#finding('error', 'palette.more', 'file', more, 'see to the first ones, then read it again'))
      this.#more = 0
    }
    return new InputError([...this.#errors, ...this.#notes])
  }

  #finding(severity: Diagnostic['severity'], rule: string, place: Place, message: string, remedy: string, value?: string): Diagnostic {
    const at = place === 'file' || 'byte' in place ? { line: 0, column: 0 } : { line: place.line, column: place.column ?? 1 }
    const where = place !== 'file' && 'byte' in place ? `at byte ${place.byte}: ` : ''
    return {
      severity,
      rule,
      message: where + message,
      remedy,
      file: this.#file,
      ...at,
      ...(value === undefined ? {} : { value: value.slice(0, 120) }),
    }
  }
}
