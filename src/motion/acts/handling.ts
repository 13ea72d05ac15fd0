import type { Move } from './kit'
export const HANDLING_MOVES: Readonly<Record<string, Move>> = {}
