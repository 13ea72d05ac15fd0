import { describe, expect, it } from 'vitest'
import { longScript } from '../../src/cli/long-script'
import { parseFountain } from '../../src/departments/development'
import { BONES, type FrameState, hashOnce } from '../../src/film'
import { frameState } from '../../src/motion'
import { planFilm, sliceOf } from '../../src/production'

const PAGES = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 120]
const SEEDS = ['a', 'b', 'c']

/** What is wrong with a frame; empty when nothing is. */
function faults(state: FrameState, width: number, depth: number, interior: boolean): string[] {
  const out: string[] = []
  const [x, y, z] = state.camera.position
  if (interior && (Math.abs(x) > width / 2 || Math.abs(z) > depth / 2)) out.push('camera outside the room')
  if (y < 0.05) out.push('camera in the ground')
  for (const a of state.actors) {
    if (a.bones.length !== BONES.length * 4 || a.bones.some((v) => !Number.isFinite(v))) out.push(`${a.key}: broken bones`)
    // Upper arms at rest in the T-pose have the identity rotation on both sides.
    const arm = (side: 'left' | 'right') => a.bones.slice(BONES.indexOf(`${side}UpperArm`) * 4, BONES.indexOf(`${side}UpperArm`) * 4 + 4)
    if (Math.abs(arm('left')[3] ?? 1) > 0.9999 && Math.abs(arm('right')[3] ?? 1) > 0.9999) out.push(`${a.key}: T-pose`)
  }
  if (!(state.exposure > 0)) out.push('no exposure')
  return out
}

describe('scripts of 1 to 120 pages', () => {
  it.each(PAGES.flatMap((pages) => SEEDS.map((seed) => [pages, seed] as const)))(
    '%i pages, seed %s: a film, and sane in every shot',
    (pages, seed) => {
      const film = planFilm(parseFountain(longScript(pages, `deep ${seed}`)))
      const { plan } = film.store
      expect(plan.frames).toBeGreaterThan(24)
      const bad: string[] = []
      for (const shot of plan.shots) {
        const slice = sliceOf(film.store, shot.key)
        expect(slice.set.marks.length).toBeGreaterThan(3)
        for (const part of [0, 0.5, 1]) {
          const state = frameState(slice, Math.min(shot.frames - 1, Math.floor(shot.frames * part)))
          for (const f of faults(state, slice.set.widthM, slice.set.depthM, slice.set.interior)) bad.push(`${shot.address}: ${f}`)
        }
      }
      expect(bad).toEqual([])
      expect(hashOnce(plan)).toHaveLength(64)
    },
  )
})
