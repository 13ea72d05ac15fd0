import type { ShotSlice } from '../film'
import type { ShotParts } from './prepare-shot'

/**
 * As `prepareShot`, in this thread, with code that is fetched when it is first needed: a thread that has shots built by
 * another one starts without it.
 */
export async function prepareInline(slice: ShotSlice, have: readonly string[]): Promise<ShotParts> {
  const { prepareShot } = await import('./prepare-shot')
  return prepareShot(slice, have)
}
