/** A production to begin with. */
export interface ProductionTemplate {
  /** What it is for, in one line. */
  readonly about: string
  /** The master file; `TITLE` and `SCRIPT` stand for the new production's own. */
  readonly yaml: string
  /** A screenplay to begin with; none where the shots are listed. `TITLE` stands for the title. */
  readonly script?: string
}
