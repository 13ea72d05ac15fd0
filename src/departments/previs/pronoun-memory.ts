import type { Pronouns } from './read-action'

/** Remembers who was spoken of, for pronouns. Sex is asked where it is known. */
export class PronounMemory implements Pronouns {
  private recent: string[] = []
  constructor(
    private readonly sexOf: (key: string) => 'female' | 'male' | undefined,
    private readonly cast: readonly string[] = [],
  ) {}

  /** Somebody was named or spoke: the newest last. */
  note(key: string): void {
    this.recent = [...this.recent.filter((k) => k !== key), key]
  }

  last(pronoun: 'he' | 'she'): string | undefined {
    const other = pronoun === 'he' ? 'female' : 'male'
    const may = (k: string) => this.sexOf(k) !== other
    const sure = (k: string) => may(k) && this.sexOf(k) !== undefined
    return this.recent.findLast(may) ?? this.cast.find(sure) ?? this.cast.find(may)
  }

  all(): readonly string[] {
    return this.recent
  }
}
