import type { ShotSlice } from '../../src/film'
import type { FilmRenderer } from '../../src/render'
import { formatOf, planOf, QUICK, SMALL, sharedRenderer, slicesOf, TINY_FILM } from '../purity/studio'

/** A frame with people in it, of the shot inside. */
export const FRAME = 12

/** The shared renderer, small and quick, with a shot inside on stage; and a shot outside. */
export async function passesStudio(): Promise<{ readonly film: FilmRenderer; readonly inside: ShotSlice; readonly outside: ShotSlice }> {
  const film = await sharedRenderer()
  const slices = slicesOf(planOf(TINY_FILM))
  const inside = slices[2] as ShotSlice
  await film.setFormat({ ...formatOf(), ...SMALL, quality: QUICK }, 16 / 9)
  await film.load(inside)
  return { film, inside, outside: slices.at(-1) as ShotSlice }
}
