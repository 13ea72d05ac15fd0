export {
  type DrawnFrame,
  editsOf,
  isSunlit,
  type MatchedShot,
  matchReference,
  REFERENCE_PARTS,
  type ReferenceMatch,
  type ReferencePart,
  unmatched,
} from './match-reference'
export { type HorizonReading, readHorizon } from './read-horizon'
export { type KeyReading, readKey } from './read-key'
export { type ReadReference, type ReferenceReading, readReference } from './read-reference'
export { shrinkPhoto } from './shrink-photo'
