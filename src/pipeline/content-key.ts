import { hashOf } from '../film'

/**
 * The key of something made from inputs: SHA-256 over the canonical JSON of all that can change it. Whoever adds an
 * input adds it here; a key that forgot one brings back an old picture.
 * @param kind What is made; two kinds never share a key.
 */
export function contentKey(kind: string, inputs: Readonly<Record<string, unknown>>): string {
  return hashOf({ kind, inputs })
}
