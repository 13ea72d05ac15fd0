import type { Move } from './kit'
export const BODY_MOVES: Readonly<Record<string, Move>> = {}
