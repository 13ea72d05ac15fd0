import type { Pronouns } from './read-action'

/** Remembers who was spoken of, for pronouns. Sex is asked where it is known. */
export class PronounMemory implements Pronouns {
  private recent: string[] = []
  private readonly gone = new Set<string>()
  constructor(
    private readonly sexOf: (key: string) => 'female' | 'male' | undefined,
    private readonly cast: readonly string[] = [],
  ) {}

  /** Somebody was named or spoke: the newest last. */
  note(key: string): void {
    this.gone.delete(key)
    this.recent = [...this.recent.filter((k) => k !== key), key]
  }

  /** Somebody went: nobody means them with `everybody`. */
  leave(key: string): void {
    this.gone.add(key)
  }

  may(key: string, pronoun: 'he' | 'she'): boolean {
    return this.sexOf(key) !== (pronoun === 'he' ? 'female' : 'male')
  }

  last(pronoun: 'he' | 'she', but: readonly string[] = []): string | undefined {
    const may = (k: string) => this.may(k, pronoun) && !but.includes(k)
    const sure = (k: string) => may(k) && this.sexOf(k) !== undefined
    return this.recent.findLast(may) ?? this.cast.find(sure) ?? this.cast.find(may)
  }

  all(): readonly string[] {
    return this.recent.filter((k) => !this.gone.has(k))
  }
}
