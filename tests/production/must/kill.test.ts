import { expect, it } from 'vitest'
import { inScratch, LONGER_FILM, undisturbedFilm } from '../../../src/cli/must-production-film'
import { complaint, killInMidShot } from '../../../src/cli/must-production-kill'
import { random } from '../../../src/film'

// Twenty more are in tests/deep.
it('a run whose browser is killed in mid-shot goes on, one that is killed with it resumes: nothing twice, the same film', async () => {
  const [whole, survived] = await Promise.all([
    undisturbedFilm(LONGER_FILM),
    inScratch((folder) => killInMidShot(folder, random('two kills'), ['browser', 'everything'])),
  ])
  expect(complaint(survived, whole)).toBeUndefined()
  expect(survived.film.hashes).toEqual(whole.hashes)
}, 300_000)
