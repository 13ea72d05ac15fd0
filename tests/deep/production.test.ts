import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { processIo } from '../../src/cli/io'
import { inScratch, LONGER_FILM, makeFilm, renderedIn, undisturbedFilm } from '../../src/cli/must-production-film'
import { complaint, killInMidShot, killWhileWriting, loseGpuTwice, type Victim } from '../../src/cli/must-production-kill'
import { memorySlope, weighLongFilm } from '../../src/cli/must-production-page'
import { reporterOn } from '../../src/cli/report'
import { random } from '../../src/film'

describe('a production that is disturbed', () => {
  it('survives twenty kills in mid-shot, of the browser and of everything', async () => {
    const whole = await undisturbedFilm(LONGER_FILM)
    for (let round = 0; round < 5; round++) {
      const victims: readonly Victim[] = ['browser', 'everything', 'browser', 'everything']
      const survived = await inScratch((folder) => killInMidShot(folder, random(`twenty kills ${round}`), victims))
      expect(complaint(survived, whole)).toBeUndefined()
    }
  })

  it('survives twenty kills while artifacts are written', async () => {
    const whole = await undisturbedFilm()
    await inScratch(async (folder) => {
      const { faults } = await killWhileWriting(folder, random('twenty kills of writers'), 20)
      expect(faults).toEqual([])
      const film = await makeFilm(join(folder, 'film.yaml'), folder, ['--resume'])
      expect(film.filmHash).toBe(whole.filmHash)
      expect(renderedIn(film.summary)).toEqual([])
    })
  })

  it('survives the loss of its GPU, twice', async () => {
    const whole = await undisturbedFilm(LONGER_FILM)
    const { film, restarts } = await inScratch(loseGpuTwice)
    expect(film.filmHash).toBe(whole.filmHash)
    expect(restarts).toBe(1)
  })

  it('needs no more memory the longer it runs', async () => {
    const io = processIo()
    const report = reporterOn(io, { json: false, quiet: true, verbose: false })
    const samples = await weighLongFilm(5_000, { io, report })
    expect(memorySlope(samples, 500) * 1000).toBeLessThanOrEqual(2e6)
  })
})
