import type { BodyMark, CharacterSpec, Garment, InjuryKind } from '../../../film'
import type { NamedGarment } from '../read-wardrobe'

/** What happens to somebody's look, read from the script's words. */
export type Happening =
  /** Whole new clothes; without garments, some others that the script does not describe. */
  | { readonly kind: 'outfit'; readonly garments: readonly NamedGarment[]; readonly words: string }
  | { readonly kind: 'put-on'; readonly garments: readonly NamedGarment[] }
  /** Back on what was taken off last. */
  | { readonly kind: 'put-back' }
  | { readonly kind: 'take-off'; readonly garments: readonly NamedGarment[]; readonly all: boolean }
  /** `of`: garments it befalls; everything worn when empty. */
  | { readonly kind: 'condition'; readonly condition: Garment['condition']; readonly of: readonly NamedGarment[]; readonly place: string }
  | { readonly kind: 'skin'; readonly mark: BodyMark }
  | { readonly kind: 'clean' | 'dry' }
  | { readonly kind: 'injury'; readonly injury: InjuryKind; readonly place: string; readonly bloody: boolean; readonly treated: boolean }
  | { readonly kind: 'treat'; readonly place: string }
  | { readonly kind: 'hair'; readonly hair: Partial<CharacterSpec['hair']>; readonly shorter: boolean }
  | { readonly kind: 'age'; readonly age: number }
  | { readonly kind: 'take' | 'leave' | 'use'; readonly prop: string }
  | { readonly kind: 'death' | 'revival' }

/** Something that happens to somebody, with where it stands. */
export type StoryEvent = Happening & {
  readonly who: string
  readonly line: number
  /** The script's words, at most 80 characters. */
  readonly text: string
  /** Says how somebody is rather than what is done: it holds from this line on, and from the scene's start for whoever first appears in it. */
  readonly describes: boolean
  /** Nothing before it in the scene shows them. */
  readonly first: boolean
}

/** Names in texts, as the whole script means them. */
export interface Naming {
  /** Everybody named in a text, in order; characters [start, end). */
  find(text: string): readonly { readonly key: string; readonly start: number; readonly end: number }[]
  sexOf(key: string): 'female' | 'male' | undefined
}
